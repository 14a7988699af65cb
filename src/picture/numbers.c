/* numbers.c: the same thing counted or measured in several articles.
 *
 *     rund 100.000 russische Soldaten ┐ same unit, same number, one of them "rund"   precision
 *     100.000 russische Soldaten      ┘
 *     etwa anderthalb Stunden         ┐ same value in other words                    same
 *     nach rund eineinhalb Stunden    ┘
 *     2.500 Soldaten am Oberlauf        same unit, another number, same setting      conflict; on another day  state */
#include "picture/build.h"

#include <math.h>
#include <stdlib.h>

#define NEAR 0.1          /* numbers that differ by no more are the same, told more or less exactly */
#define SETTING 0.25f     /* share of the smaller sentence's words that makes two sentences one setting */
#define BOUND 1.1           /* how far "mehr als" reaches */
#define VAGUE 5             /* how far "Hunderte" does */
#define RATIO_MAX 2.5     /* numbers further apart count different things */
#define SPECIFIC 3.5f     /* weight of a unit that is a thing of its own ("Soldat"), not "Mensch" or "Jahr" */
#define TELLING 2.0f        /* weight of a word that says something about the surroundings */
#define MANY 10             /* smaller numbers of a thing are often parts of it */
#define WORDS_MAX 200       /* tokens of a setting that are compared */
#define TEXT_MAX 2000       /* tokens of an article that are searched for a bare number */
#define FACTS_MAX 400     /* of one unit in one story that are compared with each other */

typedef struct Fact {
    uint32_t article, sentence;
    Span span;
    double low, high;
    bool approx, duration;
    Str value;         /* of a duration: TIMEX3 */
    Str unit;          /* stem */
    float unit_weight;
    uint32_t root;     /* the first fact it is compared with */
} Fact;
typedef VEC(Fact) Facts;

/* Seconds of "PT1H30M" or "P3D"; negative when it is none of these. */
static double duration_seconds(Str value)
{
    static const struct {
        char letter;
        double day, time;
    } UNITS[] = {{'Y', 31556952, 0}, {'M', 2629746, 60}, {'W', 604800, 0},
                 {'D', 86400, 0},    {'H', 0, 3600},     {'S', 0, 1}};
    if (value.len < 3 || value.data[0] != 'P')
        return -1;
    bool time = false;
    double seconds = 0, number = -1, fraction = 0;
    for (size_t i = 1; i < value.len; i++) {
        char c = value.data[i];
        if (c == 'T') {
            time = true;
        } else if (c >= '0' && c <= '9') {
            number = fraction > 0 ? number + (c - '0') * fraction : (number < 0 ? 0 : number) * 10 + (c - '0');
            fraction /= 10;
        } else if (c == '.' && number >= 0) {
            fraction = 0.1;
        } else {
            double unit = 0;
            for (size_t k = 0; k < sizeof UNITS / sizeof UNITS[0]; k++)
                if (UNITS[k].letter == c)
                    unit = time ? UNITS[k].time : UNITS[k].day;
            if (number < 0 || unit <= 0)
                return -1;
            seconds += number * unit;
            number = -1;
            fraction = 0;
        }
    }
    return seconds;
}

static bool in_body(const PictureSource *s, uint32_t sentence)
{
    uint32_t block = s->analysis->sentences[sentence].block;
    return block < s->article->n_blocks && block_is_body(s->article->blocks[block].kind);
}

/* The sentence that holds byte `at`, searched from *from on, which moves along; UINT32_MAX when none does. */
static uint32_t sentence_of(const Analysis *a, uint32_t at, uint32_t *from)
{
    while (*from < a->n_sentences && a->sentences[*from].span.end <= at)
        ++*from;
    return *from < a->n_sentences && a->sentences[*from].span.begin <= at ? *from : UINT32_MAX;
}

/* The unit's stem and weight are those of its content word inside the span. */
static void find_unit(const Build *b, Fact *f, Str lemma)
{
    TokenRange r = tokens_in(b->sources[f->article].analysis, f->span);
    for (uint32_t t = r.begin; t < r.end; t++) {
        const ContentWord *w = &b->content[f->article][t];
        if (w->stem.len && str_equal(b->sources[f->article].analysis->tokens[t].lemma, lemma)) {
            f->unit = w->stem;
            f->unit_weight = w->weight;
        }
    }
    if (!f->unit.len)
        f->unit = lemma;
}

/* "anderthalb Stunden" is a quantity and a duration: it is taken as the latter. */
static bool is_time(const Analysis *a, Span span, size_t *from)
{
    while (*from < a->n_times && a->times[*from].span.end <= span.begin)
        ++*from;
    return *from < a->n_times && span_overlaps(a->times[*from].span, span);
}

static void collect_quantities(const Build *b, uint32_t article, Facts *facts)
{
    const PictureSource *s = &b->sources[article];
    uint32_t from = 0;
    size_t time = 0;
    for (size_t i = 0; i < s->analysis->n_quantities; i++) {
        const Quantity *q = &s->analysis->quantities[i];
        uint32_t sentence = sentence_of(s->analysis, q->span.begin, &from);
        if (sentence == UINT32_MAX || !q->unit.len || !in_body(s, sentence) || is_time(s->analysis, q->span, &time))
            continue;
        Fact f = {.article = article, .sentence = sentence, .span = q->span,
                  .low = q->low, .high = q->high, .approx = q->approx};
        find_unit(b, &f, q->unit);
        vec_push(facts, f);
    }
}

static void collect_durations(const Build *b, uint32_t article, Facts *facts)
{
    const PictureSource *s = &b->sources[article];
    uint32_t from = 0;
    for (size_t i = 0; i < s->analysis->n_times; i++) {
        const TimeExpression *t = &s->analysis->times[i];
        uint32_t sentence = t->type == TIME_DURATION ? sentence_of(s->analysis, t->span.begin, &from) : UINT32_MAX;
        double seconds = duration_seconds(t->value);
        if (sentence == UINT32_MAX || seconds <= 0 || !in_body(s, sentence))
            continue;
        /* Minutes and hours are compared with each other, days and more with days and more. */
        vec_push(facts, (Fact){.article = article,
                               .sentence = sentence,
                               .span = t->span,
                               .low = seconds,
                               .high = seconds,
                               .approx = t->approx,
                               .duration = true,
                               .value = t->value,
                               .unit = seconds < 86400 ? STR("PT") : STR("P")});
    }
}

static int by_unit(const void *pa, const void *pb)
{
    const Fact *a = pa, *b = pb;
    int c = (int)a->duration - (int)b->duration;
    if (!c)
        c = str_compare(a->unit, b->unit);
    if (c)
        return c;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    return a->span.begin < b->span.begin ? -1 : a->span.begin > b->span.begin;
}

static bool equal(const Fact *a, const Fact *b) { return a->low == b->low && a->high == b->high; }

/* Where "mehr als" ends: nobody writes "more than 100" of 200; but "Hunderte" (about 200 and more) may be 900. */
static double high_of(const Fact *f) { return isinf(f->high) ? f->low * (f->approx ? VAGUE : BOUND) : f->high; }

/* The ranges, widened by what "rund" leaves open, meet; "more than 100" and "less than 100" only touch. */
static bool near(const Fact *a, const Fact *b)
{
    double slack = a->approx || b->approx ? NEAR : 0, low_a = a->low * (1 - slack), low_b = b->low * (1 - slack);
    bool points = a->low == a->high || b->low == b->high || slack > 0;
    return points ? low_a <= high_of(b) && low_b <= high_of(a) : low_a < high_of(b) && low_b < high_of(a);
}

static bool ratio_fits(const Fact *a, const Fact *b)
{
    double x = a->low > 0 ? a->low : a->high, y = b->low > 0 ? b->low : b->high;
    return x > 0 && y > 0 && x <= y * RATIO_MAX && y <= x * RATIO_MAX;
}

/* The sentence's tokens; of a monster only its beginning. */
static TokenRange words_of(const Sentence *s)
{
    return (TokenRange){s->first, s->first + (s->count < WORDS_MAX ? s->count : WORDS_MAX)};
}

/* How much of the smaller sentence's words, number and unit aside, the two sentences share; *n counts them. */
static float shared_setting(const Build *b, const Fact *x, const Fact *y, size_t *n)
{
    TokenRange rx = words_of(&b->sources[x->article].analysis->sentences[x->sentence]);
    TokenRange ry = words_of(&b->sources[y->article].analysis->sentences[y->sentence]);
    float shared = 0, total_x = 0, total_y = 0;
    *n = 0;
    for (uint32_t k = ry.begin; k < ry.end; k++)
        total_y += b->content[y->article][k].weight;
    for (uint32_t i = rx.begin; i < rx.end; i++) {
        const ContentWord *w = &b->content[x->article][i];
        total_x += w->weight;
        if (!w->stem.len || stems_match(w->stem, x->unit) ||
            span_holds(x->span, b->sources[x->article].analysis->tokens[i].span))
            continue;
        for (uint32_t k = ry.begin; k < ry.end; k++)
            if (stems_match(w->stem, b->content[y->article][k].stem)) {
                shared += w->weight;
                ++*n;
                break;
            }
    }
    float smaller = total_x < total_y ? total_x : total_y;
    return smaller > 0 ? shared / smaller : 0;
}

static bool has_meaning(const Build *b, uint32_t article, uint32_t begin, uint32_t end, const ContentWord *w)
{
    for (uint32_t t = begin; t < end; t++)
        if (stems_match(w->meaning, b->content[article][t].meaning))
            return true;
    return false;
}

/* Words of the sentences around, unit and names aside, that both facts' surroundings share. */
static size_t shared_surroundings(const Build *b, const Fact *x, const Fact *y)
{
    TokenRange r[2];
    const Fact *facts[2] = {x, y};
    for (int i = 0; i < 2; i++) {
        const Analysis *a = b->sources[facts[i]->article].analysis;
        uint32_t first = facts[i]->sentence ? facts[i]->sentence - 1 : 0, last = facts[i]->sentence + 1;
        const Sentence *end = &a->sentences[last < a->n_sentences ? last : facts[i]->sentence];
        r[i] = (TokenRange){a->sentences[first].first, end->first + end->count};
        if (r[i].end - r[i].begin > WORDS_MAX)
            r[i] = words_of(&a->sentences[facts[i]->sentence]);
    }
    size_t n = 0;
    for (uint32_t t = r[0].begin; t < r[0].end; t++) {
        const ContentWord *w = &b->content[x->article][t];
        n += w->stem.len && !w->entity && w->weight >= TELLING && !stems_match(w->stem, x->unit) &&
             !has_meaning(b, x->article, r[0].begin, t, w) && has_meaning(b, y->article, r[1].begin, r[1].end, w);
    }
    return n;
}

static bool has_numbers(const Build *b, uint32_t entity)
{
    EntityKind kind = entity ? b->picture->entities[entity - 1].kind : ENTITY_OTHER;
    return kind == ENTITY_PLACE || kind == ENTITY_ORGANISATION;
}

/* Whose number it is: the last place or body before it in its sentence, behind another number if there is one, else the next
 * one behind it; 0 when there is none near. Persons are named as those who tell it. */
static uint32_t nearest_entity(const Build *b, const Fact *f)
{
    enum { BEFORE = 12, BEHIND = 6 };
    const Analysis *a = b->sources[f->article].analysis;
    TokenRange own = tokens_in(a, f->span), sentence = words_of(&a->sentences[f->sentence]);
    const ContentWord *words = b->content[f->article];
    for (uint32_t t = own.begin, n = 0; t-- > sentence.begin && n < BEFORE; n++) {
        if (has_numbers(b, words[t].entity))
            return words[t].entity;
        if (a->tokens[t].class == CLASS_NUM)
            break;
    }
    for (uint32_t t = own.begin; t < own.end + BEHIND && t < sentence.end; t++) {
        if (has_numbers(b, words[t].entity))
            return words[t].entity;
        if (t >= own.end && a->tokens[t].class == CLASS_NUM)
            break;
    }
    return 0;
}

/* "die zwölf Bezirke", "elf von zwölf Bezirken": all there are, not as many as something happened to. */
static bool is_all(const Build *b, const Fact *f)
{
    if (f->approx)
        return false; /* "die rund 4.000 Soldaten" are as many as somebody knows of */
    const Analysis *a = b->sources[f->article].analysis;
    uint32_t first = tokens_in(a, f->span).begin;
    Str before = first > a->sentences[f->sentence].first ? token_text(&b->sources[f->article], first - 1) : STR_EMPTY;
    static const char *const ALL[] = {"die", "der", "den", "alle", "allen", "aller", "sämtliche", "beide"};
    for (size_t i = 0; i < sizeof ALL / sizeof ALL[0]; i++)
        if (str_equal_nocase(before, str_of(ALL[i])))
            return true;
    return str_equal(before, STR("von")) && first > 1 && a->tokens[first - 2].class == CLASS_NUM;
}

/* Two shares in one sentence are of two things, and which is meant cannot be told. */
static bool is_one_of_shares(const Build *b, const Fact *f)
{
    const Analysis *a = b->sources[f->article].analysis;
    TokenRange r = words_of(&a->sentences[f->sentence]);
    size_t n = 0;
    for (uint32_t t = r.begin; str_equal(f->unit, STR("%")) && t < r.end; t++) {
        Str word = token_text(&b->sources[f->article], t);
        n += str_equal(word, STR("Prozent")) || str_equal(word, STR("%"));
    }
    return n > 1;
}

/* Whether the two facts count the same thing. */
static bool comparable(const Build *b, const Fact *x, const Fact *y)
{
    size_t n;
    float setting = shared_setting(b, x, y, &n);
    bool hours = str_equal(x->unit, STR("PT"));
    if (equal(x, y) && !hours && (x->duration || str_equal(x->unit, STR("%"))))
        return n >= 2 && setting >= SETTING; /* three months and 75 per cent are there of everything */
    if (equal(x, y))
        return hours || n >= 1 || x->unit_weight >= SPECIFIC;
    if (!ratio_fits(x, y) || (x->duration && !hours) ||
        (!near(x, y) && (is_one_of_shares(b, x) || is_one_of_shares(b, y))))
        return false;
    uint32_t whose_x = nearest_entity(b, x), whose_y = nearest_entity(b, y);
    if (!near(x, y) && ((whose_x && whose_y && whose_x != whose_y) || is_all(b, x) != is_all(b, y)))
        return false;
    if (n >= 2 && setting >= SETTING)
        return true;
    return x->unit_weight >= SPECIFIC && x->low >= MANY && y->low >= MANY && shared_surroundings(b, x, y) >= 2;
}

/* 5400 seconds as "PT1H30M", whatever words said it. */
static Str hours_value(Arena *arena, double seconds, const char *about)
{
    double hours = floor(seconds / 3600), minutes = floor((seconds - 3600 * hours) / 60),
           rest = seconds - 3600 * hours - 60 * minutes;
    StrBuf out = STRBUF_INIT;
    strbuf_add_format(&out, "%sPT", about);
    if (hours > 0)
        strbuf_add_format(&out, "%.0fH", hours);
    if (minutes > 0)
        strbuf_add_format(&out, "%.0fM", minutes);
    if (rest > 0)
        strbuf_add_format(&out, "%.10gS", rest);
    Str value = arena_str(arena, strbuf_str(&out));
    strbuf_release(&out);
    return value;
}

static Str value_of(Arena *arena, const Fact *f)
{
    const char *about = f->approx ? "~" : "";
    if (f->duration && str_equal(f->unit, STR("PT")))
        return hours_value(arena, f->low, about);
    if (f->duration)
        return arena_format(arena, "%s%.*s", about, STR_ARG(f->value));
    if (isinf(f->high))
        return arena_format(arena, ">%s%.10g", about, f->low);
    if (f->low != f->high)
        return arena_format(arena, "%s%.10g-%.10g", about, f->low, f->high);
    return arena_format(arena, "%s%.10g", about, f->low);
}

/* Whether the words of the number differ, not only its digits' dots and what stands around it: "eineinhalb" and "anderthalb". */
static bool other_words(const Build *b, const Fact *x, const Fact *y)
{
    TokenRange rx = tokens_in(b->sources[x->article].analysis, x->span),
               ry = tokens_in(b->sources[y->article].analysis, y->span);
    bool differ = false;
    for (uint32_t t = rx.begin; t < rx.end; t++) {
        const Token *token = &b->sources[x->article].analysis->tokens[t];
        Str word = token_text(&b->sources[x->article], t);
        bool numeral = token->class == CLASS_NUM ||
                       (str_equal(x->unit, STR("PT")) && (token->class == CLASS_ADJ || token->class == CLASS_NOUN));
        if (!numeral || (word.data[0] >= '0' && word.data[0] <= '9'))
            continue;
        bool found = false;
        for (uint32_t k = ry.begin; k < ry.end; k++) {
            Str other = token_text(&b->sources[y->article], k);
            found = found || str_equal_nocase(word, other) ||
                    stems_match(b->content[x->article][t].stem, b->content[y->article][k].stem) ||
                    (other.data[0] >= '0' && other.data[0] <= '9');
        }
        differ = differ || !found;
    }
    return differ;
}

/* The two pages are of different days: what changes from day to day does not contradict itself. */
static bool on_other_days(const Build *b, const Fact *x, const Fact *y)
{
    enum { DAY = 10 };
    Str a = b->picture->articles[x->article].published, c = b->picture->articles[y->article].published;
    return a.len >= DAY && c.len >= DAY && !str_equal(str_slice(a, 0, DAY), str_slice(c, 0, DAY));
}

/* One difference of the facts with one root: facts[members[i]]. */
static void add_difference(Build *b, const Fact *facts, const uint32_t *members, size_t n)
{
    bool conflict = false, later = false, hedge = false, words = false, articles = false;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i; k++) {
            const Fact *x = &facts[members[i]], *y = &facts[members[k]];
            if (x->article == y->article)
                continue;
            articles = true;
            conflict = conflict || (!near(x, y) && !on_other_days(b, x, y));
            later = later || (!near(x, y) && on_other_days(b, x, y));
            hedge = hedge || x->approx != y->approx || !equal(x, y);
            words = words || (other_words(b, x, y) && other_words(b, y, x));
        }
    if (!articles || (!conflict && !later && !hedge && !words))
        return;
    VEC(PictureSpan) spans = {0};
    for (size_t i = 0; i < n; i++) {
        const Fact *f = &facts[members[i]];
        Str value = value_of(b->arena, f);
        bool known = false;
        for (size_t k = 0; k < spans.len; k++)
            known = known || (spans.data[k].article == f->article && str_equal(spans.data[k].value, value));
        if (!known)
            vec_push(&spans, (PictureSpan){f->article, f->span, value});
    }
    static const struct { DifferenceClass class; const char *why; } KINDS[] = {
        {DIFFERENCE_CONFLICT, "the same thing in the same setting, another number"},
        {DIFFERENCE_STATE, "the same thing in the same setting, another number on another day"},
        {DIFFERENCE_PRECISION, "the same number, told more or less exactly"},
        {DIFFERENCE_SAME, "the same value in other words"}};
    int kind = conflict ? 0 : later ? 1 : hedge ? 2 : 3;
    difference_add(b, KINDS[kind].class, spans.data, spans.len, KINDS[kind].why);
    vec_release(&spans);
}

/* A number of three digits and more that stands in an article without a unit: "in Berlin (881)". */
static bool has_number(const Build *b, uint32_t article, const Fact *f)
{
    TokenRange own = tokens_in(b->sources[f->article].analysis, f->span);
    const Analysis *a = b->sources[article].analysis;
    for (uint32_t t = own.begin; t < own.end; t++) {
        Str number = token_text(&b->sources[f->article], t);
        if (number.len < 3 || number.data[0] < '0' || number.data[0] > '9')
            continue;
        for (size_t i = 0; i < a->n_tokens && i < TEXT_MAX; i++)
            if (str_equal(token_text(&b->sources[article], (uint32_t)i), number))
                return true;
    }
    return false;
}

/* An article that gives both numbers speaks of two things. */
static bool has_both(const Build *b, const Fact *facts, size_t n, const Fact *x, const Fact *y)
{
    if (near(x, y))
        return false;
    for (size_t i = 0; i < n; i++)
        if ((facts[i].article == x->article && near(&facts[i], y)) ||
            (facts[i].article == y->article && near(&facts[i], x)))
            return true;
    return has_number(b, y->article, x) || has_number(b, x->article, y);
}

/* Facts of one unit: joined where comparable, then each joined set is judged. */
static void compare_unit(Build *b, Fact *facts, size_t n)
{
    uint32_t *members = ARENA_NEW(b->arena, uint32_t, n);
    n = n < FACTS_MAX ? n : FACTS_MAX;
    for (uint32_t i = 0; i < n; i++) {
        facts[i].root = i;
        for (uint32_t k = 0; k < i && facts[i].root == i; k++)
            if (facts[k].article != facts[i].article
                    ? comparable(b, &facts[k], &facts[i]) && !has_both(b, facts, n, &facts[k], &facts[i])
                    : equal(&facts[k], &facts[i]))
                facts[i].root = facts[k].root;
    }
    for (uint32_t root = 0; root < n; root++) {
        size_t n_members = 0;
        for (uint32_t i = root; facts[root].root == root && i < n; i++)
            if (facts[i].root == root)
                members[n_members++] = i;
        if (n_members > 1)
            add_difference(b, facts, members, n_members);
    }
}

void find_numbers(Build *b)
{
    Facts facts = {0};
    for (uint32_t i = 0; i < b->n; i++) {
        collect_quantities(b, i, &facts);
        collect_durations(b, i, &facts);
    }
    if (facts.len)
        qsort(facts.data, facts.len, sizeof *facts.data, by_unit);
    for (size_t i = 0, end; i < facts.len; i = end) {
        for (end = i + 1; end < facts.len && facts.data[end].duration == facts.data[i].duration &&
                          str_equal(facts.data[end].unit, facts.data[i].unit);)
            end++;
        compare_unit(b, facts.data + i, end - i);
    }
    vec_release(&facts);
}
