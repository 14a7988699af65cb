/* timeunits.c: heads that are units, and what all heads grow by: numbers, hedges, articles, years. */
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

int timefind_year(const TimeFinder *f, size_t i)
{
    return is_number(f, i, 1000, 2199) && word(f, i)->end - word(f, i)->begin == 4 ? word(f, i)->value : 0;
}

bool timefind_amount(const TimeFinder *f, size_t i, double *out)
{
    const TimeWord *w = i < f->n ? word(f, i) : NULL;
    if (!w)
        return false;
    if (w->kind == WORD_NUMERAL)
        *out = w->value / 10.0;
    else if (w->kind == WORD_ONE)
        *out = 1;
    else if (w->kind == WORD_NUMBER && w->part == 1)
        *out = w->value;
    else if (w->kind == WORD_NUMBER && w->part == 2 && w->separator == ',' && w->second < 10)
        *out = w->value + w->second / 10.0;
    else if (w->kind == WORD_NUMBER && w->part == 2 && w->separator == '.' && w->second < 1000)
        *out = w->value * 1000.0 + w->second;
    else
        return false;
    return true;
}

void timefind_article_before(const TimeFinder *f, size_t *first)
{
    if (*first && timefind_free(f, *first - 1) && timefind_kind(f, *first - 1) == WORD_THE)
        --*first;
}

void timefind_hedge_before(const TimeFinder *f, size_t *first, TimeDraft *d)
{
    size_t k = *first;
    if (k >= 2 && is(f, k - 1, "als") && (is(f, k - 2, "mehr") || is(f, k - 2, "weniger")) && timefind_free(f, k - 2)) {
        *first = k - 2;
        d->approx = true;
    } else if (k && timefind_free(f, k - 1) && timefind_kind(f, k - 1) == WORD_HEDGE) {
        *first = k - 1;
        d->approx = word(f, k - 1)->value;
    } else if (k && timefind_punct(f, k - 1, '.') && k >= 2 && timefind_kind(f, k - 2) == WORD_HEDGE &&
               timefind_free(f, k - 2)) {
        *first = k - 2; /* "ca." */
        d->approx = true;
    } else if (k && (is(f, k - 1, "über") || is(f, k - 1, "gegen") || is(f, k - 1, "mindestens"))) {
        d->approx = true;
    }
}

void timefind_year_behind(const TimeFinder *f, size_t *end, TimeDraft *d)
{
    size_t i = *end;
    int year = timefind_year(f, i);
    if (year) {
        d->year = year;
        *end = i + 1;
        if (timefind_punct(f, i + 1, '/') && timefind_glued(f, i + 1) && is_number(f, i + 2, 0, 99) &&
            timefind_glued(f, i + 2))
            *end = i + 3; /* "Winter 2014/15" */
        return;
    }
    if (timefind_kind(f, i) == WORD_THE)
        i++;
    TimeWordKind kind = timefind_kind(f, i);
    bool years = timefind_kind(f, i + 1) == WORD_UNIT && word(f, i + 1)->value == UNIT_YEAR &&
                 !(word(f, i + 1)->flags & WORD_COMPOUND);
    if ((kind == WORD_RELATIVE || kind == WORD_THIS) && years) {
        d->unit = UNIT_YEAR; /* resolved as a year `shift` from the article's */
        d->shift = kind == WORD_THIS ? 0 : word(f, i)->value;
        d->shifted = true;
        d->year = -1;
        *end = i + 2;
    } else if (kind == WORD_UNIT && word(f, i)->value == UNIT_YEAR && timefind_year(f, i + 1)) {
        d->year = timefind_year(f, i + 1);
        *end = i + 2;
    }
}

static bool is_plural(const TimeFinder *f, size_t i) { return word(f, i)->flags & WORD_PLURAL; }

/* An inflected adjective that the table does not know: "ehrenamtliche", "wertvolles". */
static bool is_adjective(const TimeFinder *f, size_t i)
{
    Str s = timefind_word(f, i);
    if (!timefind_free(f, i) || s.len < 4 || timefind_kind(f, i) != WORD_OTHER || (word(f, i)->flags & WORD_UPPER))
        return timefind_free(f, i) && timefind_kind(f, i) == WORD_ADJECTIVE;
    return str_ends(s, STR("e")) || str_ends(s, STR("en")) || str_ends(s, STR("es")) || str_ends(s, STR("er"));
}

/* "16 Jahre alt", "drei Jahre älter", "im Alter von 26 Jahren": no time of the calendar. */
static bool is_age(const TimeFinder *f, size_t first, size_t end)
{
    if (timefind_kind(f, end) == WORD_AGE)
        return true;
    size_t before = first ? first - 1 : 0;
    return first >= 2 &&
           (str_equal(timefind_word(f, before), STR("von")) || str_equal(timefind_word(f, before), STR("mit")) ||
            str_equal(timefind_word(f, before), STR("ab"))) &&
           (timefind_kind(f, before - 1) == WORD_AGE || !str_equal(timefind_word(f, before), STR("von"))) &&
           word(f, end - 1)->value == UNIT_YEAR;
}

/* "drei Jahre und vier Monate"; then "lang", "später". */
static void grow_right(const TimeFinder *f, size_t *end, TimeDraft *d)
{
    double amount;
    if (str_equal(timefind_word(f, *end), STR("und")) && timefind_amount(f, *end + 1, &amount) &&
        timefind_kind(f, *end + 2) == WORD_UNIT && word(f, *end + 2)->value != (int)d->unit) {
        d->amount2 = amount;
        d->unit2 = (TimeUnit)word(f, *end + 2)->value;
        *end += 3;
    }
    TimeWordKind next = timefind_kind(f, *end);
    bool comparative = str_equal(timefind_word(f, *end), STR("früher"));
    if (next == WORD_LONG || next == WORD_LATER || comparative)
        ++*end;
}

/* A count before the unit: "zwei Jahre", "den letzten zwölf Monaten", "alle vier Jahre", "ein halbes Jahr". */
static bool counted(const TimeFinder *f, size_t k, size_t i, TimeDraft *d, size_t *first, size_t *end)
{
    double amount = 0;
    bool half = timefind_kind(f, k) == WORD_HALF && timefind_free(f, k);
    if (half && !(k && timefind_kind(f, k - 1) == WORD_ONE && timefind_free(f, k - 1)))
        return false;
    if (!half && !(timefind_free(f, k) && timefind_amount(f, k, &amount)))
        return false;
    *first = half ? k - 1 : k;
    *end = i + 1;
    d->kind = TIMEX_DURATION;
    d->unit = (TimeUnit)word(f, i)->value;
    d->amount = half ? 0.5 : amount;
    if (half && d->unit == UNIT_YEAR)
        d->amount = 6, d->unit = UNIT_MONTH;
    grow_right(f, end, d);
    bool lone_compound =
        (word(f, i)->flags & WORD_COMPOUND) && d->amount < 2 && d->unit != UNIT_YEAR; /* "ein Lebensalltag" */
    if (is_age(f, *first, *end) || lone_compound)
        return false;
    while (*first && timefind_free(f, *first - 1) &&
           (timefind_kind(f, *first - 1) == WORD_RELATIVE || timefind_kind(f, *first - 1) == WORD_ADJECTIVE ||
            timefind_kind(f, *first - 1) == WORD_ORDINAL))
        --*first;
    size_t without = *first;
    timefind_article_before(f, first);
    if (*first == without)
        timefind_hedge_before(f, first, d);
    TimeWordKind before = *first ? timefind_kind(f, *first - 1) : WORD_OTHER;
    bool each = before == WORD_ALL || before == WORD_PER;
    if (each && timefind_free(f, *first - 1)) {
        d->kind = TIMEX_SET;
        --*first;
    }
    return true;
}

/* "Ende", "Anfang", "Mitte" before "des Jahres", "dieser Woche", "nächsten Jahres". */
static void edge_before(const TimeFinder *f, size_t *first)
{
    if (*first && timefind_free(f, *first - 1) && timefind_kind(f, *first - 1) == WORD_EDGE)
        --*first;
}

/* "dritten Quartal 2009", "zweiten Jahreshälfte", "20. Jahrhundert", "zweites Halbjahr". */
static bool numbered(const TimeFinder *f, size_t k, size_t i, TimeDraft *d, size_t *first, size_t *end)
{
    int number = 0;
    *first = k;
    if (timefind_kind(f, k) == WORD_ORDINAL) {
        number = word(f, k)->value;
    } else if (k && timefind_punct(f, k, '.') && timefind_kind(f, k - 1) == WORD_NUMBER && timefind_free(f, k - 1)) {
        number = word(f, k - 1)->value;
        *first = k - 1;
    }
    TimeUnit unit = (TimeUnit)word(f, i)->value;
    if (number < 1 || !timefind_free(f, k))
        return false;
    *end = i + 1;
    if (unit == UNIT_CENTURY && number <= 21)
        d->kind = TIMEX_CENTURY, d->year = number - 1;
    else if (unit == UNIT_QUARTER && number <= 4)
        d->quarter = number;
    else if (unit == UNIT_HALF && number <= 2)
        d->half = number;
    else
        return false;
    if (d->kind == TIMEX_DATE)
        timefind_year_behind(f, end, d);
    timefind_article_before(f, first);
    edge_before(f, first);
    return true;
}

/* "nächste Woche", "des vergangenen Jahres", "den kommenden Monaten", "dieser Tage". */
static bool relative(const TimeFinder *f, size_t k, size_t i, TimeDraft *d, size_t *first, size_t *end)
{
    bool this = timefind_kind(f, k) == WORD_THIS;
    d->unit = (TimeUnit)word(f, i)->value;
    d->shift = this ? 0 : word(f, k)->value;
    d->shifted = true;
    *first = k, *end = i + 1;
    if (is_plural(f, i)) {
        bool future = d->shift > 0;
        d->kind = future ? TIMEX_REF : TIMEX_DURATION;
        d->year = future ? REF_FUTURE : 0;
    } else {
        d->kind = TIMEX_UNIT;
        d->last_named = this && d->unit == UNIT_DAY;
        int year = d->unit == UNIT_YEAR ? timefind_year(f, *end) : 0;
        if (year)
            d->kind = TIMEX_DATE, d->year = year, ++*end;
    }
    if (*first && timefind_kind(f, *first - 1) == WORD_ALL && timefind_free(f, *first - 1))
        --*first;
    if (this && *first && str_equal_nocase(timefind_word(f, *first - 1), STR("all")) && timefind_free(f, *first - 1))
        --*first;
    timefind_article_before(f, first);
    edge_before(f, first);
    return true;
}

/* "pro Jahr", "jede Woche", "im Monat" after a number. */
static bool repeated(const TimeFinder *f, size_t k, size_t i, TimeDraft *d, size_t *first, size_t *end)
{
    TimeWordKind kind = timefind_kind(f, k);
    *first = k, *end = i + 1;
    d->kind = TIMEX_SET;
    d->unit = (TimeUnit)word(f, i)->value;
    d->amount = 1;
    if (kind == WORD_EVERY || kind == WORD_PER)
        return true;
    if (kind == WORD_ORDINAL && k && timefind_kind(f, k - 1) == WORD_EVERY) {
        *first = k - 1;
        d->amount = word(f, k)->value;
        return true;
    }
    if (kind != WORD_PREPOSITION || word(f, k)->value != 1 || is_plural(f, i) || (word(f, i)->flags & WORD_COMPOUND))
        return false;
    for (size_t back = 1; back <= 4 && back <= k; back++) {
        TimeWordKind before = timefind_kind(f, k - back);
        Str s = timefind_word(f, k - back);
        if (before == WORD_PUNCT)
            return false;
        if ((before == WORD_NUMBER && !timefind_year(f, k - back)) || before == WORD_NUMERAL || str_ends(s, STR("mal")))
            return true;
    }
    return false;
}

/* "Jahr 2012", "des Jahres", "die Jahre", "seit Wochen". */
static bool plain(const TimeFinder *f, size_t k, size_t i, TimeDraft *d, size_t *first, size_t *end)
{
    bool the = timefind_free(f, k) && timefind_kind(f, k) == WORD_THE, compound = word(f, i)->flags & WORD_COMPOUND;
    *first = i, *end = i + 1;
    d->unit = (TimeUnit)word(f, i)->value;
    const TimeWord *behind = i + 1 < f->n ? word(f, i + 1) : NULL;
    int year = timefind_year(f, i + 1);
    if (!year && !is_plural(f, i) && behind && behind->kind == WORD_NUMBER && behind->part == 1 &&
        behind->end - behind->begin == 3)
        year = behind->value; /* "im Jahr 578" */
    if (d->unit == UNIT_YEAR && year) {
        d->year = year;
        ++*end;
        timefind_article_before(f, first);
        edge_before(f, first);
        return true;
    }
    if (compound)
        return false;
    if (d->unit == UNIT_DAY && !is_plural(f, i) &&
        (str_equal(timefind_word(f, *end), STR("zuvor")) || str_equal(timefind_word(f, *end), STR("darauf")))) {
        d->kind = TIMEX_NEXT_DAY; /* "am Tag zuvor" */
        d->shift = str_equal(timefind_word(f, *end), STR("zuvor")) ? -1 : 1;
        ++*end;
        timefind_article_before(f, first);
        return true;
    }
    if (is_plural(f, i)) {
        static const char *const BEFORE[] = {"seit", "vor", "nach", "binnen", "über", "für", "innerhalb", "in"};
        d->kind = TIMEX_DURATION;
        if (the) {
            *first = k;
            return d->unit == UNIT_YEAR || d->unit == UNIT_DECADE;
        }
        for (size_t b = 0; b < sizeof BEFORE / sizeof *BEFORE; b++)
            if (str_equal_nocase(timefind_word(f, k), str_of(BEFORE[b])))
                return true;
        return false;
    }
    bool edge = the && k && timefind_kind(f, k - 1) == WORD_EDGE;
    bool genitive = the && d->unit == UNIT_YEAR && str_equal_nocase(timefind_word(f, k), STR("des"));
    if (d->unit == UNIT_WEEKEND) {
        d->kind = TIMEX_UNIT;
        return the || timefind_kind(f, k) == WORD_PREPOSITION;
    }
    if (!edge && !genitive)
        return false;
    d->kind = TIMEX_UNIT;
    d->last_named = d->unit == UNIT_YEAR && edge;
    *first = k;
    edge_before(f, first);
    return true;
}

bool timefind_unit(const TimeFinder *f, size_t i, TimeDraft *d, size_t *first, size_t *end)
{
    size_t k = i ? i - 1 : f->n;
    bool compound = word(f, i)->flags & WORD_COMPOUND;
    if (timefind_punct(f, k, '-') && i >= 2 && !timefind_glued(f, k))
        k = i - 2; /* "42 - Jahre" */
    const TimeDraft empty = *d;
    if (counted(f, k, i, d, first, end))
        return true;
    *d = empty;
    TimeWordKind before = timefind_free(f, k) ? timefind_kind(f, k) : WORD_OTHER;
    bool long_years = before == WORD_FUZZY && k && counted(f, k - 1, i, d, first, end); /* "17 lange Jahre" */
    if (long_years)
        return true;
    *d = empty;
    if (before == WORD_BOTH || before == WORD_FUZZY) {
        *first = k, *end = i + 1;
        d->kind = TIMEX_DURATION;
        d->unit = (TimeUnit)word(f, i)->value;
        d->amount = before == WORD_BOTH ? 2 : 0;
        if (k && before == WORD_FUZZY && timefind_kind(f, k - 1) == WORD_ONE && timefind_free(f, k - 1))
            *first = k - 1; /* "ein paar Tage" */
        while (*first && timefind_free(f, *first - 1) &&
               (timefind_kind(f, *first - 1) == WORD_RELATIVE || timefind_kind(f, *first - 1) == WORD_ORDINAL))
            --*first;
        timefind_article_before(f, first);
        grow_right(f, end, d);
        return is_plural(f, i) && !is_age(f, *first, *end);
    }
    bool year_compound = !compound || word(f, i)->value == UNIT_YEAR;
    if ((before == WORD_RELATIVE || before == WORD_THIS) && year_compound && relative(f, k, i, d, first, end))
        return true;
    *d = empty;
    if (numbered(f, k, i, d, first, end))
        return true;
    *d = empty;
    if (timefind_free(f, k) && !compound && repeated(f, k, i, d, first, end))
        return true;
    *d = empty;
    if (is_adjective(f, k) && k) { /* "17 lange Jahre", "dieser strengen Woche" */
        before = timefind_free(f, k - 1) ? timefind_kind(f, k - 1) : WORD_OTHER;
        if (counted(f, k - 1, i, d, first, end))
            return true;
        *d = empty;
        if (before == WORD_THIS && relative(f, k - 1, i, d, first, end))
            return true;
        *d = empty;
    }
    return plain(f, k, i, d, first, end);
}
