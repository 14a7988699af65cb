/* lookup.c: the lexicon asked for a word, then for its parts. A German text keeps making new words; most are known ones put
 * together ("Bundesaußenministerium", "Hilfs-Konvoi") or bent ("gefährlichste", "weiterverhandelte"). */
#include "language/lookup.h"

#include "base/map.h"
#include "base/utf8.h"
#include "language/tokens.h"

enum { WORD_MAX = 96 }; /* bytes of a word that are looked at; longer ones by their end */

static uint32_t mix(const char *data, size_t len) { return (uint32_t)(hash_bytes(data, len) >> 32); }

/* Lower case of German letters, bytes staying as many; other scripts stay as they are. */
static void lower_bytes(char *to, Str word)
{
    for (size_t i = 0; i < word.len; i++) {
        unsigned char c = (unsigned char)word.data[i];
        if (c >= 'A' && c <= 'Z')
            c |= 32;
        else if (i > 0 && (unsigned char)word.data[i - 1] == 0xC3 && c >= 0x80 && c <= 0x9E && c != 0x97)
            c |= 32;
        to[i] = (char)c;
    }
}

static size_t letter_size(unsigned char c) { return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4; }

/* First letter in upper case, German letters only. */
static void capitalise(char *word)
{
    unsigned char *w = (unsigned char *)word;
    if (w[0] >= 'a' && w[0] <= 'z')
        w[0] = (unsigned char)(w[0] & ~32u);
    else if (w[0] == 0xC3 && w[1] >= 0xA0 && w[1] != 0xB7 && w[1] != 0x9F)
        w[1] = (unsigned char)(w[1] & ~32u);
}

bool word_is_separable_prefix(Str word)
{
    static const char *const PREFIXES[] = {
        "ab",     "an",     "auf",   "aus",   "auseinander", "bei",    "bekannt", "bereit",  "bloß",   "da",     "dar",    "davon",  "dazu",
        "durch",  "ein",    "empor", "entgegen", "entlang",  "fehl",   "fest",    "fort",    "frei",   "fern",   "gegenüber", "gleich", "heim",
        "her",    "herab",  "heran", "herauf", "heraus",     "herbei", "herein",  "hervor",  "herum",  "herunter", "hin",   "hinauf", "hinaus",
        "hinein", "hinter", "hinzu", "hoch",  "klar",        "kennen", "los",     "mit",     "nach",   "nahe",   "nieder", "preis",  "richtig",
        "sicher", "statt",  "still", "stand", "teil",        "tot",    "über",    "um",      "unter",  "voll",   "vor",    "voran",  "voraus",
        "vorbei", "vorher", "vorüber", "vorweg", "weg",      "weiter", "wieder",  "zu",      "zurecht", "zurück", "zusammen", "zuvor", "hinweg",
        "infrage", "wahr",  "wett",  "zufrieden", "übrig",   "hinterher", "umher", "zunichte", "zugute", "inne",
    };
    for (size_t i = 0; i < sizeof PREFIXES / sizeof PREFIXES[0]; i++)
        if (str_equal(word, str_of(PREFIXES[i])))
            return true;
    return false;
}

bool word_opens(Str previous) { return !previous.len || str_equal(previous, STR(":")) || token_is_quote(previous); }

/* Verb readings of a FEAT_ set. */
static uint32_t verb_readings(uint32_t features)
{
    static const struct { uint32_t feature, reading; } PAIRS[] = {
        {FEAT_IND, READING_IND}, {FEAT_SUB, READING_SUB}, {FEAT_SUB1, READING_SUB1}, {FEAT_SUB2, READING_SUB2}, {FEAT_IMP, READING_IMP},
        {FEAT_INF, READING_INF}, {FEAT_ZU, READING_ZU}, {FEAT_PART2, READING_PART2}, {FEAT_PAST, READING_PAST},
        {FEAT_SING, READING_SING}, {FEAT_PLUR, READING_PLUR},
    };
    uint32_t readings = 0;
    for (size_t i = 0; i < sizeof PAIRS / sizeof PAIRS[0]; i++)
        if (features & PAIRS[i].feature)
            readings |= PAIRS[i].reading;
    return features & FEAT_2 && !(features & (FEAT_1 | FEAT_3)) ? readings | READING_2 : readings;
}

static uint32_t readings_of(const Lexicon *lx, LexiconRange range)
{
    static const uint32_t CLASSES[CLASS_COUNT] = {
        [CLASS_X] = READING_X, [CLASS_ADJ] = READING_ADJ, [CLASS_ADP] = READING_ADP, [CLASS_ADV] = READING_ADV, [CLASS_AUX] = READING_AUX,
        [CLASS_CCONJ] = READING_CCONJ, [CLASS_DET] = READING_DET, [CLASS_NOUN] = READING_NOUN, [CLASS_NUM] = READING_NUM,
        [CLASS_PART] = READING_PART, [CLASS_PRON] = READING_PRON, [CLASS_SCONJ] = READING_SCONJ, [CLASS_VERB] = READING_VERB,
    };
    uint32_t readings = 0;
    for (uint32_t i = 0; i < range.count; i++) {
        LexiconEntry e = lexicon_entry(lx, range, i);
        readings |= CLASSES[e.class];
        if (e.class == CLASS_VERB || e.class == CLASS_AUX)
            readings |= verb_readings(e.features);
    }
    return readings;
}

static WordShape shape_of(Str word)
{
    bool upper = false, lower = false, digit = false, other = false, first_upper = false;
    size_t letters = 0;
    for (size_t i = 0; i < word.len; i += letter_size((unsigned char)word.data[i])) {
        unsigned char c = (unsigned char)word.data[i];
        if (c >= '0' && c <= '9') {
            digit = true;
        } else if (c < 0x80 && !((c | 32) >= 'a' && (c | 32) <= 'z')) {
            other = true;
        } else {
            size_t pos = i;
            uint32_t code = c < 0x80 ? c : utf8_next(word, &pos);
            bool is_upper = c < 0x80 ? c < 'a' : utf8_is_upper(code);
            if (c >= 0x80 && !utf8_is_letter(code)) {
                other = true;
                continue;
            }
            letters++;
            first_upper |= i == 0 && is_upper;
            upper |= is_upper && i > 0;
            lower |= !is_upper;
        }
    }
    bool stop = word.len > 1 && word.data[word.len - 1] == '.';
    if (digit)
        return letters ? SHAPE_DIGITS_MORE : stop ? SHAPE_ORDINAL : SHAPE_DIGITS;
    if (!letters)
        return other ? SHAPE_PUNCT : SHAPE_OTHER;
    if (stop)
        return SHAPE_ABBREVIATION;
    if (letters == 1)
        return SHAPE_LETTER;
    if (first_upper)
        return !lower ? SHAPE_ALL_UPPER : upper ? SHAPE_MIXED : SHAPE_UPPER;
    return upper ? SHAPE_MIXED : SHAPE_LOWER;
}

static bool use(WordInfo *out, const Lexicon *lx, LexiconRange range, uint32_t keep, size_t head)
{
    uint32_t readings = readings_of(lx, range) & keep;
    if (!readings)
        return false;
    out->entries = range;
    out->readings = readings | READING_GUESS;
    out->head = (uint16_t)head;
    return true;
}

/* A capitalised word that ends in a known noun of at least four bytes: "Kabinetts-sitzung". Longest head first. */
static bool split_compound(const Lexicon *lx, const char *lower, size_t len, WordInfo *out)
{
    char head[WORD_MAX];
    for (size_t at = 3; at + 4 <= len; at++) {
        if (((unsigned char)lower[at] & 0xC0) == 0x80)
            continue;
        size_t from = lower[at] == '-' ? at + 1 : at;
        if (len - from < 4)
            continue;
        memcpy(head, lower + from, len - from);
        capitalise(head);
        LexiconRange range = lexicon_find(lx, str_make(head, len - from));
        if (range.count && use(out, lx, range, READING_NOUN, from))
            return true;
    }
    return false;
}

/* A lower-case word that ends in a known adjective or verb form: "un-bestätigte", "weiter-verhandelt". */
static bool split_lower(const Lexicon *lx, const char *lower, size_t len, WordInfo *out)
{
    uint32_t keep = READING_ADJ | READING_VERB | READING_IND | READING_SUB | READING_SUB1 | READING_SUB2 | READING_INF | READING_ZU |
                    READING_PART2 | READING_PAST | READING_SING | READING_PLUR | READING_ADV;
    for (size_t at = 2; at + 4 <= len; at++) {
        if (((unsigned char)lower[at] & 0xC0) == 0x80)
            continue;
        size_t from = lower[at] == '-' ? at + 1 : at;
        LexiconRange range = lexicon_find(lx, str_make(lower + from, len - from));
        if (range.count && readings_of(lx, range) & (READING_ADJ | READING_VERB) && use(out, lx, range, keep, from))
            return true;
    }
    return false;
}

/* Comparative and superlative of a known adjective: "gefährlich-er-e", "gefährlich-st-en", "weit-est-e". */
static bool strip_degree(const Lexicon *lx, const char *lower, size_t len, WordInfo *out)
{
    static const char *const ENDINGS[] = {"e", "en", "em", "er", "es", ""}, *const DEGREES[] = {"er", "est", "st"};
    for (size_t e = 0; e < 6; e++) {
        if (!str_ends(str_make(lower, len), str_of(ENDINGS[e])))
            continue;
        Str stem = {lower, len - strlen(ENDINGS[e])};
        for (size_t d = 0; d < 3; d++) {
            if (!str_ends(stem, str_of(DEGREES[d])) || stem.len < strlen(DEGREES[d]) + 3)
                continue;
            LexiconRange range = lexicon_find(lx, str_make(stem.data, stem.len - strlen(DEGREES[d])));
            if (range.count && use(out, lx, range, READING_ADJ, 0))
                return true;
        }
    }
    return false;
}

static void look_up_forms(const Lexicon *lx, const char *lower, size_t len, WordInfo *out)
{
    bool capital = out->shape == SHAPE_UPPER || out->shape == SHAPE_MIXED || out->shape == SHAPE_ALL_UPPER;
    out->entries = lexicon_find(lx, out->word);
    out->readings = readings_of(lx, out->entries);
    if (capital && (out->first || !out->entries.count)) {
        LexiconRange small = lexicon_find(lx, str_make(lower, len));
        uint32_t readings = readings_of(lx, small);
        if (!out->entries.count)
            out->entries = small;
        out->readings |= readings | (out->first ? 0 : READING_GUESS);
    }
    if (out->readings & ~(uint32_t)READING_GUESS)
        return;
    out->readings = 0;
    if (len < 5 || out->shape == SHAPE_PUNCT || out->shape == SHAPE_DIGITS || out->shape == SHAPE_ORDINAL || out->shape == SHAPE_ABBREVIATION)
        return;
    if (out->shape == SHAPE_LOWER || out->first) {
        if (strip_degree(lx, lower, len, out) || split_lower(lx, lower, len, out))
            return;
    }
    if (capital || out->hyphen)
        split_compound(lx, lower, len, out);
}

void word_look_up(const Lexicon *lx, Str word, bool first, WordInfo *out)
{
    char lower[WORD_MAX];
    Str cut = word.len > WORD_MAX ? str_slice(word, word.len - WORD_MAX, word.len) : word;
    lower_bytes(lower, cut);
    *out = (WordInfo){.word = cut, .first = first, .shape = (uint8_t)shape_of(cut)};
    out->exact = mix(cut.data, cut.len);
    out->lower = mix(lower, cut.len);
    for (size_t i = 0; i < 4; i++) {
        size_t n = i + 2 < cut.len ? i + 2 : cut.len;
        uint64_t bytes = 0;
        memcpy(&bytes, lower + cut.len - n, n);
        out->suffix[i] = (uint32_t)((bytes * 0x9E3779B97F4A7C15u) >> 32);
    }
    memcpy(&out->prefix, lower, cut.len < 3 ? cut.len : 3);
    out->hyphen = str_find_char(str_slice(cut, 1, cut.len), '-', 0) != SIZE_MAX;
    look_up_forms(lx, lower, cut.len, out);
    if (word_is_separable_prefix(str_make(lower, cut.len)))
        out->readings |= READING_PREFIX;
}
