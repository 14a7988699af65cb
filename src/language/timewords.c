#include "language/timewords.h"

#include "language/numbers.h"

/* Without an adjective's ending; `word` itself when it has none. */
static Str strip_ending(Str word)
{
    if (word.len > 3 && (word.data[word.len - 2] == 'e') && strchr("nmrs", word.data[word.len - 1]))
        return str_slice(word, 0, word.len - 2);
    if (word.len > 2 && word.data[word.len - 1] == 'e')
        return str_slice(word, 0, word.len - 1);
    return word;
}

static void set(TimeWord *w, TimeWordKind kind, int value, uint8_t flags)
{
    w->kind = (uint8_t)kind;
    w->value = value;
    w->flags |= flags;
}

/* "jahrelang", "tagelang", "wochenlangen" and "zweitägig", "mehrwöchigen", "langjährige": how long something lasts.
 * value: ten times the number, 0 where unknown; second: the unit. */
static bool read_lasting(Str stem, TimeWord *w)
{
    static const struct { Str word; TimeUnit unit;
    } LANG[] = {{STR_INIT("jahrelang"), UNIT_YEAR},          {STR_INIT("monatelang"), UNIT_MONTH},
                {STR_INIT("wochenlang"), UNIT_WEEK},         {STR_INIT("tagelang"), UNIT_DAY},
                {STR_INIT("stundenlang"), UNIT_HOUR},        {STR_INIT("minutenlang"), UNIT_MINUTE},
                {STR_INIT("sekundenlang"), UNIT_SECOND},     {STR_INIT("jahrzehntelang"), UNIT_DECADE},
                {STR_INIT("jahrhundertelang"), UNIT_CENTURY}};
    static const struct { Str ending; TimeUnit unit; } IG[] = {
        {STR_INIT("jährig"), UNIT_YEAR}, {STR_INIT("monatig"), UNIT_MONTH}, {STR_INIT("wöchig"), UNIT_WEEK},
        {STR_INIT("tägig"), UNIT_DAY},   {STR_INIT("stündig"), UNIT_HOUR},  {STR_INIT("minütig"), UNIT_MINUTE}};
    for (size_t i = 0; i < sizeof LANG / sizeof *LANG; i++)
        if (str_equal(stem, LANG[i].word)) {
            set(w, WORD_LASTING, 0, 0);
            w->second = (int16_t)LANG[i].unit;
            return true;
        }
    for (size_t i = 0; i < sizeof IG / sizeof *IG; i++) {
        double number = 0;
        Str before = str_slice(stem, 0, stem.len - (stem.len > IG[i].ending.len ? IG[i].ending.len : stem.len));
        if (!before.len || !str_ends(stem, IG[i].ending))
            continue;
        bool many = str_equal(before, STR("mehr")) || str_equal(before, STR("lang")) || str_equal(before, STR("viel"));
        if (!many && !number_read_word(before, &number))
            return false;
        set(w, WORD_LASTING, (int)(number * 10), !many && IG[i].unit == UNIT_YEAR ? WORD_PERIODIC : 0);
        w->second = (int16_t)IG[i].unit;
        return true;
    }
    return false;
}

/* "Freitagabend", "Donnerstagnachmittag", "Montagfrüh". */
static bool read_weekday_part(const TimeIndex *index, Str word, TimeWord *w)
{
    for (size_t cut = 6; cut <= 10 && cut + 4 < word.len; cut++) {
        const TimeEntry *day = time_entry(index, str_slice(word, 0, cut));
        if (!day || day->kind != WORD_WEEKDAY || (day->flags & WORD_ADVERB))
            continue;
        Str rest = str_slice(word, cut, word.len);
        const TimeEntry *part = time_entry(index, rest);
        bool early = str_equal(rest, STR("früh"));
        if (!early && (!part || (part->kind != WORD_PART && part->kind != WORD_TOMORROW)))
            return false;
        set(w, WORD_WEEKDAY, day->value, 0);
        w->part = early || part->kind == WORD_TOMORROW ? PART_MORNING : (uint8_t)part->value;
        return true;
    }
    return false;
}

/* "Arbeitsjahr", "Kalenderwoche": a noun that ends in a unit. "Etage", "Montage", "Reportage" do not. */
static bool read_compound_unit(const TimeIndex *index, Str word, TimeWord *w)
{
    static const Str ENDINGS[] = {
        STR_INIT("jahr"),    STR_INIT("jahre"),      STR_INIT("jahren"),     STR_INIT("jahres"), STR_INIT("monat"),
        STR_INIT("monate"),  STR_INIT("monaten"),    STR_INIT("woche"),      STR_INIT("wochen"), STR_INIT("tag"),
        STR_INIT("tage"),    STR_INIT("tagen"),      STR_INIT("tages"),      STR_INIT("stunde"), STR_INIT("stunden"),
        STR_INIT("minuten"), STR_INIT("wochenende"), STR_INIT("wochenenden")};
    for (size_t i = sizeof ENDINGS / sizeof *ENDINGS; i-- > 0;) {
        if (word.len < ENDINGS[i].len + 3 || !str_ends(word, ENDINGS[i]))
            continue;
        Str before = str_slice(word, 0, word.len - ENDINGS[i].len);
        static const Str NOT[] = {STR_INIT("mon"),    STR_INIT("repor"), STR_INIT("eta"), STR_INIT("bundes"),
                                  STR_INIT("land"),   STR_INIT("par"),   STR_INIT("hos"), STR_INIT("kreis"),
                                  STR_INIT("reichs"), STR_INIT("vor"),   STR_INIT("ver"), STR_INIT("auf"),
                                  STR_INIT("bei"),    STR_INIT("er"),    STR_INIT("be"),  STR_INIT("partei"),
                                  STR_INIT("nach")};
        for (size_t k = 0; k < sizeof NOT / sizeof *NOT; k++)
            if (str_equal(before, NOT[k]))
                return false;
        if (str_ends(before, STR("por")) || str_ends(before, STR("stag")) || str_ends(before, STR("ere")))
            return false;
        const TimeEntry *unit = time_entry(index, ENDINGS[i]);
        if (!unit)
            return false;
        set(w, WORD_UNIT, unit->value, (uint8_t)(unit->flags | WORD_COMPOUND));
        return true;
    }
    return false;
}

/* "fünfziger", "Neunzigerjahren". */
static bool read_decade(Str word, TimeWord *w)
{
    double tens = 0;
    if (!str_ends(word, STR("iger")) && !str_ends(word, STR("jahre")) && !str_ends(word, STR("jahren")))
        return false;
    size_t er = str_find(word, STR("ziger"), 0), three = str_find(word, STR("ßiger"), 0);
    size_t at = er != SIZE_MAX ? er + 3 : three != SIZE_MAX ? three + 4 : SIZE_MAX;
    if (at == SIZE_MAX || !number_read_word(str_slice(word, 0, at), &tens) || tens < 20 || tens > 99)
        return false;
    Str behind = str_slice(word, at + 2, word.len);
    bool with_years = str_equal(behind, STR("jahre")) || str_equal(behind, STR("jahren"));
    if (behind.len && !with_years)
        return false;
    set(w, WORD_DECADE, (int)tens, with_years ? WORD_COMPOUND : 0);
    return true;
}

static bool may_be_numeral(Str word)
{
    static const Str ENDINGS[] = {STR_INIT("zig"),     STR_INIT("ßig"),     STR_INIT("zehn"),
                                  STR_INIT("hundert"), STR_INIT("tausend"), STR_INIT("einhalb")};
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (str_ends(word, ENDINGS[i]))
            return true;
    return false;
}

static void classify(const TimeIndex *index, Str text, TimeWord *w)
{
    char buffer[48];
    Str word = str_slice(text, w->begin, w->end);
    unsigned char first = (unsigned char)word.data[0];
    bool upper =
        (first >= 'A' && first <= 'Z') || (first == 0xC3 && word.len > 1 && (unsigned char)word.data[1] < 0x9F);
    w->kind = WORD_OTHER;
    w->flags |= upper ? WORD_UPPER : 0;
    word = str_make(buffer, number_lower(word, buffer, sizeof buffer));
    if (word.len < 2)
        return;
    const TimeEntry *entry = time_entry(index, word);
    Str stem = strip_ending(word);
    if (!entry && stem.len < word.len) {
        entry = time_entry(index, stem);
        if (entry && !(entry->flags & WORD_ENDINGS))
            entry = NULL;
    }
    if (entry) {
        set(w, entry->kind, entry->value, entry->flags & ~WORD_ENDINGS);
        return;
    }
    double number;
    if (str_ends(stem, STR("ig")) || str_ends(stem, STR("lang")))
        if (read_lasting(stem, w))
            return;
    if (may_be_numeral(word) && number_read_word(word, &number) && number < 1e6)
        set(w, WORD_NUMERAL, (int)(number * 10), 0);
    else if (upper && (read_weekday_part(index, word, w) || read_compound_unit(index, word, w)))
        return;
    else
        read_decade(word, w);
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* A run of letters starts at `at`; returns its end. Bytes ≥ 0x80 are letters but for the punctuation of U+2000 to U+206F
 * and U+00A0 to U+00BF. */
static uint32_t letters_end(Str text, uint32_t at, uint32_t end)
{
    while (at < end) {
        unsigned char c = (unsigned char)text.data[at];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
        if (!letter || c == 0xC2 || (c == 0xE2 && at + 1 < end && (unsigned char)text.data[at + 1] <= 0x81))
            break;
        at++;
    }
    return at;
}

/* Digits with '.', ':' or ',' between them, up to three parts of at most four digits: 2014, 20.30, 23.3.1987, 12:05. */
static uint32_t cut_number(Str text, uint32_t at, uint32_t end, TimeWord *w)
{
    int parts[3] = {-1, -1, -1};
    int n = 0;
    bool fits = true;
    w->separator = ' ';
    while (at < end && is_digit(text.data[at])) {
        uint32_t start = at;
        int value = 0;
        for (; at < end && is_digit(text.data[at]); at++)
            value = at - start < 4 ? value * 10 + (text.data[at] - '0') : value;
        fits = fits && at - start <= 4 && n < 3;
        if (n < 3)
            parts[n] = value;
        n++;
        char c = at + 1 < end ? text.data[at] : ' ';
        if ((c != '.' && c != ':' && c != ',') || !is_digit(text.data[at + 1]))
            break;
        fits = fits && (w->separator == ' ' || w->separator == c);
        w->separator = c;
        at++;
    }
    set(w, fits ? WORD_NUMBER : WORD_OTHER, parts[0], 0);
    w->second = (int16_t)parts[1];
    w->third = (int16_t)parts[2];
    w->part = (uint8_t)(n < 3 ? n : 3);
    return at;
}

void timewords_cut(const TimeIndex *index, Str text, uint32_t begin, uint32_t end, TimeWords *out)
{
    bool glued = false;
    for (uint32_t at = begin; at < end;) {
        unsigned char c = (unsigned char)text.data[at];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c < 0x20) {
            at++, glued = false;
            continue;
        }
        if (c == 0xC2 && at + 1 < end && (unsigned char)text.data[at + 1] == 0xA0) {
            at += 2, glued = false;
            continue;
        }
        TimeWord w = {.begin = at, .flags = glued ? WORD_GLUED : 0, .second = -1, .third = -1, .separator = ' '};
        uint32_t word_end = letters_end(text, at, end);
        if (is_digit((char)c)) {
            at = cut_number(text, at, end, &w);
            word_end = letters_end(text, at, end);
            if (word_end == at + 2 && text.data[at] == 'e' && text.data[at + 1] == 'r' && w.part == 1)
                w.kind = WORD_DECADE;
            else if (word_end > at)
                w.kind = WORD_OTHER;
            at = w.end = word_end;
        } else if (word_end > at) {
            at = w.end = word_end;
            classify(index, text, &w);
        } else {
            uint32_t len = c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
            w.kind = WORD_PUNCT;
            unsigned char third = len == 3 && at + 2 < end ? (unsigned char)text.data[at + 2] : 0;
            w.value = c == 0xE2 && third >= 0x90 && third <= 0x95 ? '-' : c; /* every dash is one */
            at = w.end = at + len < end ? at + len : end;
        }
        glued = true;
        vec_push(out, w);
    }
}
