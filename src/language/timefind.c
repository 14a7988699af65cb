#include "language/timefind.h"

static const TimeWord *word(const TimeFinder *f, size_t i) { return &f->words[i]; }

static bool is(const TimeFinder *f, size_t i, const char *s)
{
    return str_equal_nocase(timefind_word(f, i), str_of(s));
}

/* A number without parts in [low, high]. */
static bool is_number(const TimeFinder *f, size_t i, int low, int high)
{
    return timefind_kind(f, i) == WORD_NUMBER && word(f, i)->part == 1 && word(f, i)->value >= low &&
           word(f, i)->value <= high;
}

/* The day that begins at i, "21." and its month: "3., 4. und 7. Oktober". Looks at most twelve days ahead. */
static bool day_of_month(const TimeFinder *f, size_t i, TimeDraft *d, size_t *end)
{
    size_t k = i, last = i;
    for (int days = 0; days < 12; days++) {
        if (!is_number(f, k, 1, 31) || !timefind_punct(f, k + 1, '.') || !timefind_glued(f, k + 1))
            return false;
        last = k;
        k += 2;
        if (timefind_kind(f, k) == WORD_MONTH)
            break;
        while (timefind_punct(f, k, ',') || timefind_punct(f, k, '-') || timefind_punct(f, k, '/') ||
               timefind_kind(f, k) == WORD_AND || is(f, k, "bis") || is(f, k, "am") || is(f, k, "auf") ||
               is(f, k, "zum") || is(f, k, "den"))
            k++;
    }
    if (timefind_kind(f, k) != WORD_MONTH)
        return false;
    d->day = word(f, i)->value;
    d->month = word(f, k)->value;
    size_t behind = k + 1;
    if (timefind_punct(f, behind, '.') && word(f, k)->end - word(f, k)->begin <= 4)
        behind++; /* "Jan." */
    size_t year = behind;
    timefind_year_behind(f, &year, d);
    *end = last != i ? i + 2 : year > behind ? year : k + 1;
    return true;
}

/* "23.3.1987", "21.01.", "2022-01-21". */
static bool numeric_date(const TimeFinder *f, size_t i, TimeDraft *d, size_t *end)
{
    const TimeWord *w = word(f, i);
    if (w->part == 3 && w->separator == '.' && w->value >= 1 && w->value <= 31 && w->second >= 1 && w->second <= 12) {
        d->day = w->value, d->month = w->second;
        d->year = w->third >= 1000 ? w->third : w->third >= 50 ? 1900 + w->third : 2000 + w->third;
        *end = i + 1;
        return w->third >= 0;
    }
    if (timefind_year(f, i) && timefind_punct(f, i + 1, '-') && is_number(f, i + 2, 1, 12) &&
        timefind_punct(f, i + 3, '-') && is_number(f, i + 4, 1, 31) && timefind_glued(f, i + 2) &&
        timefind_glued(f, i + 4)) {
        d->year = w->value, d->month = word(f, i + 2)->value, d->day = word(f, i + 4)->value;
        *end = i + 5;
        return true;
    }
    bool before = i && (timefind_kind(f, i - 1) == WORD_PREPOSITION || timefind_kind(f, i - 1) == WORD_WEEKDAY ||
                        timefind_punct(f, i - 1, ','));
    if (w->part == 2 && w->separator == '.' && w->value >= 1 && w->value <= 31 && w->second >= 1 && w->second <= 12 &&
        before && timefind_punct(f, i + 1, '.') && timefind_glued(f, i + 1)) {
        d->day = w->value, d->month = w->second;
        *end = i + 2;
        return true;
    }
    return false;
}

static bool is_hour(const TimeFinder *f, size_t i)
{
    const TimeWord *w = i < f->n ? word(f, i) : NULL;
    if (!w)
        return false;
    if (w->kind == WORD_NUMERAL)
        return w->value % 10 == 0 && w->value <= 240;
    return w->kind == WORD_NUMBER && w->value >= 0 && w->value <= 24 &&
           (w->part == 1 || (w->part == 2 && w->second < 60 && w->separator != ','));
}

/* "20.30 Uhr", "neun Uhr", "halb neun", "um 12.15", and the first of "14 bis 18 Uhr", "13.00 und 17.45 Uhr". */
static bool clock_time(const TimeFinder *f, size_t i, TimeDraft *d, size_t *end)
{
    const TimeWord *w = word(f, i);
    if (!is_hour(f, i) || (w->flags & WORD_GLUED && i && timefind_kind(f, i - 1) != WORD_PUNCT))
        return false;
    d->kind = TIMEX_CLOCK;
    d->clock_said = true;
    d->hour = w->kind == WORD_NUMERAL ? w->value / 10 : w->value;
    d->minute = w->kind == WORD_NUMBER && w->part == 2 ? w->second : 0;
    *end = i + 1;
    if (i && (is(f, i - 1, "gegen") || is(f, i - 1, "etwa") || is(f, i - 1, "circa") || is(f, i - 1, "ungefähr")))
        d->approx = true;
    if (timefind_kind(f, i + 1) == WORD_CLOCK) {
        *end = i + 2;
        if (is_number(f, i + 2, 0, 59) && timefind_kind(f, i + 3) != WORD_UNIT && w->part == 1)
            d->minute = word(f, i + 2)->value, *end = i + 3;
        return true;
    }
    bool joined = timefind_punct(f, i + 1, '-') || timefind_punct(f, i + 1, '/') || is(f, i + 1, "bis") ||
                  is(f, i + 1, "und") || is(f, i + 1, "oder");
    if (joined && is_hour(f, i + 2) && timefind_kind(f, i + 3) == WORD_CLOCK)
        return true;
    size_t digits = w->end - w->begin;
    bool before = i && (is(f, i - 1, "um") || is(f, i - 1, "ab") || is(f, i - 1, "gegen"));
    bool minutes = w->kind == WORD_NUMBER && w->part == 2 && digits >= 4 && f->text.data[w->end - 3] == w->separator;
    return before && minutes && timefind_kind(f, i + 1) != WORD_UNIT && !timefind_punct(f, i + 1, '%') &&
           !is(f, i + 1, "Prozent");
}

/* What four digits before it cannot be the year of. */
static bool is_counted(const TimeFinder *f, size_t i)
{
    static const char *const COUNTED[] = {
        "Euro",           "Dollar",       "Mark",      "Franken",   "Meter",      "Metern",    "Kilometer",
        "Kilometern",     "Menschen",     "Personen",  "Einwohner", "Einwohnern", "Tonnen",    "Mitglieder",
        "Mitgliedern",    "Soldaten",     "Mann",      "Prozent",   "Punkte",     "Punkten",   "Uhr",
        "Liter",          "Quadratmeter", "Seiten",    "Schüler",   "Teilnehmer", "Zuschauer", "Besucher",
        "Arbeitsplätze",  "Kilo",         "Kilogramm", "Gramm",     "Hektar",     "DM",        "Pfund",
        "Unterschriften", "Grad"};
    for (size_t k = 0; k < sizeof COUNTED / sizeof *COUNTED; k++)
        if (is(f, i, COUNTED[k]))
            return true;
    return false;
}

/* A number of four digits that is a year: not when something counted follows it. */
static bool lone_year(const TimeFinder *f, size_t i, TimeDraft *d, size_t *first, size_t *end)
{
    static const char *const BEFORE[] = {"rund", "etwa", "über",   "fast",  "mehr", "knapp",
                                         "als",  "Nr",   "Nummer", "circa", "ca",   "insgesamt"};
    int year = timefind_year(f, i);
    if (!year)
        return false;
    if (timefind_punct(f, i + 1, '-') && timefind_glued(f, i + 1) && timefind_glued(f, i + 2) &&
        timefind_kind(f, i + 2) == WORD_OTHER)
        return false;
    if (is_counted(f, i + 1))
        return false;
    TimeWordKind next = timefind_kind(f, i + 1);
    if ((is(f, i + 1, "bis") || timefind_punct(f, i + 1, '-')) && timefind_year(f, i + 2) != 0 && is_counted(f, i + 3))
        return false;
    bool noun_behind = i + 1 < f->n && (word(f, i + 1)->flags & WORD_UPPER) && next == WORD_OTHER;
    for (size_t k = 0; i && k < sizeof BEFORE / sizeof *BEFORE; k++)
        if (is(f, i - 1, BEFORE[k]) && (noun_behind || year < 1500))
            return false;
    TimeWordKind before = i ? timefind_kind(f, i - 1) : WORD_OTHER;
    bool after_preposition = before == WORD_PREPOSITION && !is(f, i - 1, "mit") && !is(f, i - 1, "um") &&
                             !is(f, i - 1, "auf") && !is(f, i - 1, "für") && !is(f, i - 1, "an");
    if ((year < 1800 || year > 2050) && noun_behind && !after_preposition)
        return false;
    if (timefind_glued(f, i) && i && !timefind_punct(f, i - 1, '(') && !timefind_punct(f, i - 1, '-') &&
        !timefind_punct(f, i - 1, '/') && (unsigned char)word(f, i - 1)->value < 0x80 &&
        !timefind_punct(f, i - 1, '"') && !timefind_punct(f, i - 1, '\''))
        return false;
    if (timefind_punct(f, i + 1, '/') && timefind_glued(f, i + 2) && timefind_year(f, i + 2) == 0 &&
        is_number(f, i + 2, 100, 9999))
        return false;
    d->year = year;
    *first = i, *end = i;
    timefind_year_behind(f, end, d);
    return true;
}

/* "sechs" in "sechs bis acht Monate": as many of the unit that follows. */
static bool start_of_range(const TimeFinder *f, size_t i, TimeDraft *d, size_t *first, size_t *end)
{
    double amount, second;
    bool joined = is(f, i + 1, "bis") || is(f, i + 1, "oder") ||
                  (timefind_punct(f, i + 1, '-') && timefind_kind(f, i + 2) != WORD_UNIT);
    if (!joined || !timefind_amount(f, i, &amount) || !timefind_amount(f, i + 2, &second) ||
        timefind_kind(f, i + 3) != WORD_UNIT || (word(f, i + 3)->flags & WORD_COMPOUND) ||
        timefind_kind(f, i + 4) == WORD_AGE)
        return false;
    d->kind = TIMEX_DURATION;
    d->amount = amount;
    d->unit = (TimeUnit)word(f, i + 3)->value;
    *first = i, *end = i + 1;
    timefind_hedge_before(f, first, d);
    return true;
}

static bool at_number(const TimeFinder *f, size_t i, TimeDraft *d, size_t *first, size_t *end)
{
    const TimeDraft empty = *d;
    *first = i;
    if (numeric_date(f, i, d, end))
        return true;
    *d = empty;
    if (day_of_month(f, i, d, end)) {
        timefind_article_before(f, first);
        return true;
    }
    *d = empty;
    if (clock_time(f, i, d, end))
        return true;
    *d = empty;
    if (start_of_range(f, i, d, first, end))
        return true;
    *d = empty;
    if (timefind_kind(f, i) == WORD_NUMBER && lone_year(f, i, d, first, end))
        return true;
    *d = empty;
    return false;
}

static bool glued_to_word(const TimeFinder *f, size_t i)
{
    bool left = i >= 2 && timefind_punct(f, i - 1, '-') && timefind_glued(f, i) && timefind_glued(f, i - 1);
    bool right = timefind_punct(f, i + 1, '-') && timefind_glued(f, i + 1) && timefind_glued(f, i + 2);
    return left || right;
}

/* "Mai", "August", "März", "Sommer" are names too: something must say that a time is meant. */
static bool says_time_before(const TimeFinder *f, size_t i)
{
    if (!i)
        return false;
    switch (timefind_kind(f, i - 1)) {
    case WORD_PREPOSITION:
        return !is(f, i - 1, "von") && !is(f, i - 1, "für") && !is(f, i - 1, "mit") && !is(f, i - 1, "gegen") &&
               !is(f, i - 1, "nach");
    case WORD_EDGE:
    case WORD_RELATIVE:
    case WORD_THIS:
    case WORD_EVERY:
    case WORD_ADJECTIVE:
    case WORD_FUZZY:
    case WORD_THE: return true;
    case WORD_AND:
    case WORD_PUNCT: return i >= 2 && (timefind_kind(f, i - 2) == WORD_MONTH || timefind_kind(f, i - 2) == WORD_SEASON);
    default: return false;
    }
}

static bool month_or_season(const TimeFinder *f, size_t i, TimeDraft *d, size_t *first, size_t *end)
{
    if (timefind_kind(f, i) == WORD_MONTH)
        d->month = word(f, i)->value;
    else
        d->season = word(f, i)->value;
    *first = i, *end = i + 1;
    Str s = timefind_word(f, i);
    if (timefind_punct(f, i + 1, '.') && timefind_glued(f, i + 1) && s.len <= 4 && timefind_year(f, i + 2))
        ++*end;
    timefind_year_behind(f, end, d);
    bool doubtful = d->season || d->month == 3 || d->month == 5 || d->month == 8 || s.len <= 4;
    if (!(word(f, i)->flags & WORD_UPPER) || glued_to_word(f, i) ||
        (doubtful && *end == i + 1 && !says_time_before(f, i)))
        return false;
    TimeWordKind before = i && timefind_free(f, i - 1) ? timefind_kind(f, i - 1) : WORD_OTHER;
    if (before == WORD_RELATIVE || before == WORD_THIS) {
        d->shift = before == WORD_THIS ? 0 : word(f, i - 1)->value;
        d->shifted = true;
        *first = i - 1;
        timefind_article_before(f, first);
    } else if (before == WORD_EVERY) {
        d->kind = TIMEX_SET;
        *first = i - 1;
    } else if (before == WORD_EDGE) {
        *first = i - 1;
    } else if (d->season && before == WORD_THE && (word(f, i)->flags & WORD_PLURAL)) {
        *first = i - 1;
    }
    return true;
}

/* Behind a weekday: "Abend", "früh", a date in apposition ("Freitag, den 21. Januar"). */
static void behind_weekday(const TimeFinder *f, TimeDraft *d, size_t *end)
{
    size_t i = *end;
    if (timefind_kind(f, i) == WORD_PART) {
        d->part = word(f, i)->value;
        ++*end;
        return;
    }
    if (is(f, i, "früh") || (is(f, i, "Morgen") && (word(f, i)->flags & WORD_UPPER))) {
        d->part = PART_MORNING;
        ++*end;
        return;
    }
    if (timefind_punct(f, i, ','))
        i++;
    if (timefind_kind(f, i) == WORD_THE)
        i++;
    TimeDraft date = *d;
    size_t date_end;
    date.day = 0;
    if (i > *end - 1 && timefind_kind(f, i) == WORD_NUMBER &&
        (numeric_date(f, i, &date, &date_end) || day_of_month(f, i, &date, &date_end))) {
        *d = date;
        d->kind = TIMEX_DATE;
        *end = date_end;
    }
}

static bool at_weekday(const TimeFinder *f, size_t i, TimeDraft *d, size_t *first, size_t *end)
{
    const TimeWord *w = word(f, i);
    *first = i, *end = i + 1;
    if (glued_to_word(f, i))
        return false;
    d->kind = TIMEX_WEEKDAY;
    d->day = w->value;
    d->part = w->part;
    bool lower = !(w->flags & WORD_UPPER);
    if (w->flags & WORD_ADVERB) {
        bool genitive = i && timefind_kind(f, i - 1) == WORD_THE;
        d->kind = genitive ? TIMEX_WEEKDAY : TIMEX_SET;
        return true;
    }
    if (lower)
        return false;
    if (!d->part)
        behind_weekday(f, d, end);
    size_t k = i ? i - 1 : f->n;
    TimeWordKind before = timefind_free(f, k) ? timefind_kind(f, k) : WORD_OTHER;
    if (before == WORD_RELATIVE || before == WORD_THIS) {
        d->shift = before == WORD_THIS ? 0 : word(f, k)->value;
        d->shifted = true;
        *first = k;
        timefind_article_before(f, first);
    } else if (before == WORD_EVERY || (before == WORD_ORDINAL && k && timefind_kind(f, k - 1) == WORD_EVERY)) {
        *first = before == WORD_EVERY ? k : k - 1;
        d->kind = TIMEX_SET;
        if (str_equal(timefind_word(f, *end), STR("im")) && is(f, *end + 1, "Monat"))
            *end += 2;
    }
    return true;
}

/* "Abend", "Nacht" and the adverbs: "am frühen Abend", "abends". */
static bool at_part(const TimeFinder *f, size_t i, TimeDraft *d, size_t *first, size_t *end)
{
    const TimeWord *w = word(f, i);
    *first = i, *end = i + 1;
    d->kind = TIMEX_PART;
    d->part = w->kind == WORD_TOMORROW ? PART_MORNING : w->value;
    if (glued_to_word(f, i))
        return false;
    if (w->flags & WORD_ADVERB) {
        if (i && timefind_kind(f, i - 1) == WORD_CLOCK)
            return false; /* "drei Uhr morgens": the clock said it */
        if (str_ends(timefind_word(f, i), STR("achts")))
            d->kind = TIMEX_SET;
        return true;
    }
    if (!i || !(w->flags & WORD_UPPER))
        return false;
    size_t k = i - 1;
    TimeWordKind before = timefind_kind(f, k);
    if (before == WORD_EVERY && timefind_free(f, k)) {
        d->kind = TIMEX_SET;
        *first = k;
        return true;
    }
    if (before == WORD_FUZZY && timefind_free(f, k) && k) /* "am frühen Abend", "am späten Nachmittag" */
        *first = k, before = timefind_kind(f, k - 1), k--;
    if (before == WORD_RELATIVE || before == WORD_THIS) {
        d->shift = before == WORD_THIS || word(f, k)->value > 0 || d->part != PART_NIGHT ? 0 : -1;
        *first = timefind_free(f, k) ? k : *first;
        timefind_article_before(f, first);
        return true;
    }
    if (is(f, k, "am") || is(f, k, "zum") || is(f, k, "vom") || is(f, k, "des") ||
        (d->part == PART_NIGHT && (is(f, k, "der"))))
        return true;
    return before == WORD_PREPOSITION && d->part != PART_NIGHT && !is(f, k, "zu") && !is(f, k, "in") &&
           !is(f, k, "mit") && !is(f, k, "für");
}

/* "heute Abend", "gestern früh", "morgen". */
static bool at_day_shift(const TimeFinder *f, size_t i, TimeDraft *d, size_t *first, size_t *end)
{
    const TimeWord *w = word(f, i);
    *first = i, *end = i + 1;
    if (glued_to_word(f, i))
        return false;
    if (w->kind == WORD_TOMORROW && (w->flags & WORD_UPPER)) {
        TimeWordKind before = i ? timefind_kind(f, i - 1) : WORD_PUNCT;
        bool starts = before == WORD_PUNCT && !timefind_punct(f, i - 1, ',') &&
                      !(timefind_punct(f, i - 1, '.') && i >= 2 && is_number(f, i - 2, 1, 31));
        if (!starts)
            return at_part(f, i, d, first, end);
    }
    d->shift = w->value;
    d->kind = w->value == 0 ? TIMEX_TODAY : TIMEX_DAY;
    if (w->kind == WORD_DAY_ADJECTIVE) {
        d->kind = w->value == 0 ? TIMEX_TODAY : TIMEX_DAY;
        if (w->value == 0 && timefind_kind(f, i + 1) == WORD_WEEKDAY) {
            d->part = word(f, i + 1)->part;
            ++*end;
        }
        d->local = w->value == 0 && *end == i + 1;
        return true;
    }
    if (timefind_kind(f, i + 1) == WORD_PART) {
        d->part = word(f, i + 1)->value;
        ++*end;
    } else if (is(f, i + 1, "früh") || (is(f, i + 1, "Morgen") && (word(f, i + 1)->flags & WORD_UPPER))) {
        d->part = PART_MORNING;
        ++*end;
    }
    d->local = w->value == 0 && (is(f, i + 1, "noch") || (i && (is(f, i - 1, "noch") || is(f, i - 1, "von"))));
    return true;
}

static bool at_reference(const TimeFinder *f, size_t i, TimeDraft *d, size_t *first, size_t *end)
{
    const TimeWord *w = word(f, i);
    *first = i, *end = i + 1;
    d->kind = TIMEX_REF;
    d->year = w->value;
    size_t k = i ? i - 1 : f->n;
    switch (w->kind) {
    case WORD_REF:
        if (is(f, i, "früher"))
            return !is(f, i + 1, "als") && !is(f, i + 1, "oder") && !is(f, k, "noch") &&
                   timefind_kind(f, k) != WORD_UNIT && !is(f, k, "Uhr");
        return !glued_to_word(f, i);
    case WORD_REF_NOUN:
        timefind_article_before(f, first);
        return !glued_to_word(f, i) && (w->flags & WORD_UPPER) && (*first < i || is(f, k, "in") || is(f, k, "zur"));
    case WORD_MOMENT: *first = k; return is(f, k, "im");
    case WORD_KURZEM: *first = k; return is(f, k, "vor");
    case WORD_ERA: {
        bool adjective = i >= 2 && timefind_kind(f, k) == WORD_OTHER && !(word(f, k)->flags & WORD_UPPER) &&
                         timefind_kind(f, k - 1) == WORD_THIS;
        TimeWordKind before = timefind_kind(f, adjective ? k - 1 : k);
        *first = adjective ? k - 1 : k;
        if (before == WORD_RELATIVE) {
            d->year = word(f, *first)->value < 0 ? REF_PAST : REF_FUTURE;
            timefind_article_before(f, first);
            return true;
        }
        d->year = is(f, *first, "jener") ? REF_PAST : REF_PRESENT;
        return (before == WORD_THIS && !is(f, k, "dies")) ||
               (is(f, k, "zur") && timefind_kind(f, i + 1) != WORD_THE && !(word(f, k)->flags & WORD_UPPER) &&
                !is(f, i + 1, "von"));
    }
    default: return false;
    }
}

/* "den 60er Jahren", "den fünfziger Jahren", "Neunzigerjahre", "Mitte der 1990er-Jahre". */
static bool at_decade(const TimeFinder *f, size_t i, TimeDraft *d, size_t *first, size_t *end)
{
    const TimeWord *w = word(f, i);
    *first = i, *end = i + 1;
    size_t k = i + 1;
    if (timefind_punct(f, k, '-'))
        k++;
    bool years = timefind_kind(f, k) == WORD_UNIT && word(f, k)->value == UNIT_YEAR;
    if (years)
        *end = k + 1;
    bool the = i && timefind_free(f, i - 1) && timefind_kind(f, i - 1) == WORD_THE;
    if (!years && !(w->flags & WORD_COMPOUND) && !(the && (w->flags & WORD_UPPER || w->value < 100)))
        return false;
    if (w->value % 10 || w->value < 10 || (w->value >= 100 && w->value < 1000))
        return false;
    d->kind = TIMEX_DECADE;
    d->year = w->value / 10;
    timefind_article_before(f, first);
    if (*first && timefind_free(f, *first - 1) && timefind_kind(f, *first - 1) == WORD_EDGE)
        --*first;
    return true;
}

static bool at_simple(const TimeFinder *f, size_t i, TimeDraft *d, size_t *first, size_t *end)
{
    const TimeWord *w = word(f, i);
    *first = i, *end = i + 1;
    switch (w->kind) {
    case WORD_THIS_YEAR: return d->kind = TIMEX_UNIT, d->unit = UNIT_YEAR, true;
    case WORD_SHIFTED:
        return d->kind = TIMEX_UNIT, d->unit = (TimeUnit)w->value, d->shift = -1, d->shifted = true, true;
    case WORD_NEXT_DAY: return d->kind = TIMEX_NEXT_DAY, d->shift = w->value, true;
    case WORD_EDGE_OF:
        d->kind = TIMEX_UNIT, d->unit = (TimeUnit)w->value;
        timefind_year_behind(f, end, d);
        if (d->year > 0)
            d->kind = TIMEX_DATE;
        return true;
    case WORD_OFTEN: return d->kind = TIMEX_SET, d->unit = (TimeUnit)w->value, d->amount = 1, true;
    case WORD_MIDNIGHT: return d->kind = TIMEX_CLOCK, d->clock_said = true, d->hour = 24, true;
    case WORD_HOLIDAY:
        d->month = w->value / 100, d->day = w->value % 100;
        timefind_year_behind(f, end, d);
        return (w->flags & WORD_UPPER) && !glued_to_word(f, i);
    case WORD_EASTER:
        d->kind = TIMEX_EASTER, d->shift = w->value;
        timefind_year_behind(f, end, d);
        return (w->flags & WORD_UPPER) && !glued_to_word(f, i);
    case WORD_LASTING:
        d->kind = TIMEX_DURATION, d->unit = (TimeUnit)w->second, d->amount = w->value / 10.0;
        return !(w->flags & (WORD_PERIODIC | WORD_UPPER)) && !glued_to_word(f, i);
    default: return false;
    }
}

bool timefind_at(const TimeFinder *f, size_t i, TimeDraft *d, size_t *first, size_t *end)
{
    *d = (TimeDraft){.kind = TIMEX_DATE};
    switch (timefind_kind(f, i)) {
    case WORD_NUMBER:
    case WORD_NUMERAL: return at_number(f, i, d, first, end);
    case WORD_HALF:
        if (!is(f, i, "halb") || !is_hour(f, i + 1) || timefind_kind(f, i + 1) != WORD_NUMERAL)
            return false;
        *d = (TimeDraft){.kind = TIMEX_CLOCK, .clock_said = true, .hour = word(f, i + 1)->value / 10 - 1, .minute = 30};
        *first = i, *end = i + 2;
        return true;
    case WORD_UNIT:
        return (word(f, i)->flags & WORD_UPPER) && !glued_to_word(f, i) && timefind_unit(f, i, d, first, end);
    case WORD_MONTH:
    case WORD_SEASON: return month_or_season(f, i, d, first, end);
    case WORD_WEEKDAY: return at_weekday(f, i, d, first, end);
    case WORD_PART: return at_part(f, i, d, first, end);
    case WORD_TOMORROW:
    case WORD_DAY_SHIFT:
    case WORD_DAY_ADJECTIVE: return at_day_shift(f, i, d, first, end);
    case WORD_REF:
    case WORD_REF_NOUN:
    case WORD_MOMENT:
    case WORD_KURZEM:
    case WORD_ERA: return at_reference(f, i, d, first, end);
    case WORD_DECADE: return at_decade(f, i, d, first, end);
    default: return at_simple(f, i, d, first, end);
    }
}
