/* quantities.c: numbers with what they count: hedge, number or range, attributes, unit.
 *
 *     rund   100.000   russischen   Soldaten        zwei   bis   drei   Prozent
 *     hedge  number    attribute    unit            low          high   unit "%"
 */
#include "language/analysis.h"

#include "base/vec.h"
#include "language/numbers.h"

#include <math.h>

typedef struct Reader {
    Str text;
    const Token *tokens;
    size_t begin, end; /* of the sentence */
} Reader;

static Str word(const Reader *r, size_t i)
{
    return i >= r->begin && i < r->end ? str_span(r->text, r->tokens[i].span) : STR_EMPTY;
}
static bool is(const Reader *r, size_t i, const char *s) { return str_equal_nocase(word(r, i), str_of(s)); }

typedef struct Multiplier {
    Str stem;
    double value;
} Multiplier;

/* "Millionen", "Mrd."; 1 when the word is none. */
static double multiplier(Str s)
{
    static const Multiplier TABLE[] = {
        {STR_INIT("Million"), 1e6},    {STR_INIT("Millionen"), 1e6}, {STR_INIT("Mio."), 1e6},
        {STR_INIT("Mio"), 1e6},        {STR_INIT("Milliarde"), 1e9}, {STR_INIT("Milliarden"), 1e9},
        {STR_INIT("Mrd."), 1e9},       {STR_INIT("Mrd"), 1e9},       {STR_INIT("Billion"), 1e12},
        {STR_INIT("Billionen"), 1e12}, {STR_INIT("Tausend"), 1e3},   {STR_INIT("tausend"), 1e3},
        {STR_INIT("Dutzend"), 12}};
    for (size_t i = 0; i < sizeof TABLE / sizeof *TABLE; i++)
        if (str_equal(s, TABLE[i].stem))
            return TABLE[i].value;
    return 1;
}

/* The number that starts at token i and its end; "1,5 Millionen", "100 000", "drei". */
static bool read_number(const Reader *r, size_t i, double *value, size_t *end)
{
    char buffer[80];
    Str s = word(r, i);
    unsigned char c = s.len ? (unsigned char)s.data[0] : 0;
    *end = i + 1;
    if (c >= '0' && c <= '9') {
        if (!number_read_digits(s, value))
            return false;
        Str next = word(r, i + 1);
        bool groups = s.len <= 3 && next.len == 3 && next.data[0] >= '0' && next.data[0] <= '9';
        double thousand;
        if (groups && number_read_digits(next, &thousand) && str_find_char(next, ',', 0) == SIZE_MAX) {
            *value = *value * 1000 + thousand;
            ++*end;
        }
    } else {
        Str lower = str_make(buffer, number_lower(s, buffer, sizeof buffer));
        if (!lower.len || !strchr("zdvfsanehm", lower.data[0]))
            return false;
        bool one = str_equal(lower, STR("ein")) || str_equal(lower, STR("eine")) || str_equal(lower, STR("einer"));
        if (!number_read_word(str_equal(lower, STR("einer")) ? STR("eine") : lower, value))
            return false;
        if (one && multiplier(word(r, i + 1)) == 1)
            return false; /* an article */
    }
    double times = multiplier(word(r, *end));
    if (times > 1) {
        *value *= times;
        ++*end;
    }
    return true;
}

/* "Dutzende", "Hunderte", "Tausende", "Zehntausende": at least two of them. */
static bool read_round(const Reader *r, size_t i, double *value)
{
    static const Multiplier TABLE[] = {{STR_INIT("Dutzende"), 12},
                                       {STR_INIT("Hunderte"), 100},
                                       {STR_INIT("Tausende"), 1e3},
                                       {STR_INIT("Zehntausende"), 1e4},
                                       {STR_INIT("Hunderttausende"), 1e5}};
    Str s = word(r, i);
    if (s.len < 7 || !strchr("DHTZ", s.data[0]))
        return false;
    for (size_t k = 0; k < sizeof TABLE / sizeof *TABLE; k++)
        if (str_starts(s, TABLE[k].stem) && s.len <= TABLE[k].stem.len + 1) {
            *value = 2 * TABLE[k].value;
            return true;
        }
    return false;
}

/* Hedges and bounds before the number: moves *first over them. */
static void read_hedge(const Reader *r, size_t floor, size_t *first, Quantity *q)
{
    static const char *const ABOUT[] = {"rund",   "etwa", "circa", "ca.",    "ca",        "ungefähr",
                                        "knapp",  "gut",  "fast",  "nahezu", "annähernd", "schätzungsweise",
                                        "beinahe"};
    static const char *const LEAST[] = {"über", "mindestens", "wenigstens"};
    static const char *const MOST[] = {"unter", "höchstens", "maximal"};
    for (int step = 0; step < 2 && *first > floor; step++) {
        size_t k = *first - 1;
        if (k > floor && is(r, k, "als") && (is(r, k - 1, "mehr") || is(r, k - 1, "weniger"))) {
            *(is(r, k - 1, "mehr") ? &q->high : &q->low) = is(r, k - 1, "mehr") ? (double)INFINITY : 0;
            *first = k - 1;
            continue;
        }
        if (k > floor && is(r, k, "zu") && is(r, k - 1, "bis")) {
            q->low = 0;
            *first = k - 1;
            continue;
        }
        bool taken = false;
        for (size_t i = 0; !taken && i < sizeof ABOUT / sizeof *ABOUT; i++)
            taken = is(r, k, ABOUT[i]);
        q->approx |= taken;
        for (size_t i = 0; !taken && i < 3; i++) {
            bool least = is(r, k, LEAST[i]), most = is(r, k, MOST[i]);
            if (least)
                q->high = (double)INFINITY;
            if (most)
                q->low = 0;
            taken = least || most;
        }
        if (!taken)
            return;
        *first = k;
    }
}

/* The unit behind the number, attributes between them; moves *end. */
static void read_unit(const Reader *r, size_t *end, Quantity *q)
{
    static const struct {
        Str word, unit;
    } UNITS[] = {{STR_INIT("%"), STR_INIT("%")},          {STR_INIT("Prozent"), STR_INIT("%")},
                 {STR_INIT("€"), STR_INIT("EUR")},        {STR_INIT("Euro"), STR_INIT("EUR")},
                 {STR_INIT("EUR"), STR_INIT("EUR")},      {STR_INIT("$"), STR_INIT("USD")},
                 {STR_INIT("Dollar"), STR_INIT("USD")},   {STR_INIT("US-Dollar"), STR_INIT("USD")},
                 {STR_INIT("Franken"), STR_INIT("CHF")},  {STR_INIT("Pfund"), STR_INIT("GBP")},
                 {STR_INIT("km"), STR_INIT("Kilometer")}, {STR_INIT("Stunden"), STR_INIT("Stunde")},
                 {STR_INIT("Tagen"), STR_INIT("Tag")},    {STR_INIT("Monaten"), STR_INIT("Monat")},
                 {STR_INIT("Jahren"), STR_INIT("Jahr")}};
    size_t i = *end;
    for (size_t k = 0; k < sizeof UNITS / sizeof *UNITS; k++)
        if (str_equal(word(r, i), UNITS[k].word)) {
            q->unit = UNITS[k].unit;
            *end = i + 1;
            return;
        }
    while (i < r->end && i < *end + 3 && r->tokens[i].class == CLASS_ADJ)
        i++;
    if (i < r->end && r->tokens[i].class == CLASS_NOUN) {
        q->unit = r->tokens[i].lemma;
        *end = i + 1;
    }
}

static bool read_quantity(const Reader *r, size_t i, size_t floor, Quantity *q, size_t *end)
{
    double value, high;
    bool some = read_round(r, i, &value);
    *end = i + 1;
    if (!some && !read_number(r, i, &value, end))
        return false;
    *q = (Quantity){.low = value, .high = some ? (double)INFINITY : value, .approx = some};
    size_t number_end = *end, range_end, first = i;
    bool joined =
        is(r, number_end, "bis") || is(r, number_end, "oder") || is(r, number_end, "-") || is(r, number_end, "–");
    if (!some && joined && read_number(r, number_end + 1, &high, &range_end) && high > value) {
        double times = multiplier(word(r, range_end - 1)); /* "zwei bis drei Millionen" */
        q->low = times > 1 && value < high / times ? value * times : value;
        q->high = high;
        number_end = *end = range_end;
    }
    q->number = (Span){r->tokens[i].span.begin, r->tokens[number_end - 1].span.end};
    read_hedge(r, floor, &first, q);
    read_unit(r, end, q);
    q->span = (Span){r->tokens[first].span.begin, r->tokens[*end - 1].span.end};
    return true;
}

void quantities_find(const Article *article, Arena *arena, Analysis *a)
{
    VEC(Quantity) found = {0};
    size_t time = 0;
    for (size_t s = 0; s < a->n_sentences; s++) {
        const Sentence *sentence = &a->sentences[s];
        Reader r = {article->text, a->tokens, sentence->first, sentence->first + sentence->count};
        size_t floor = r.begin;
        for (size_t i = r.begin; i < r.end; i++) {
            Quantity q;
            size_t end;
            while (time < a->n_times && a->times[time].span.end <= a->tokens[i].span.begin)
                time++;
            bool in_time = time < a->n_times && span_overlaps(a->times[time].span, a->tokens[i].span) &&
                           a->times[time].type != TIME_DURATION;
            if (in_time || !read_quantity(&r, i, floor, &q, &end))
                continue;
            vec_push(&found, q);
            floor = end;
            i = end - 1;
        }
    }
    a->n_quantities = found.len;
    a->quantities = vec_to_arena(&found, arena);
}
