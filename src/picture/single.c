/* single.c: what only one page has, where another tells the same sentence without it; and one or several of a thing.
 *
 *     Die Delegationen hatten sich gegen 9.00 Uhr … begrüßt.   ┐ a passage both have, with a time
 *     Die Delegationen hatten sich zuvor … begrüßt.            ┘ or number in one alone               single
 *     einen schriftlichen Vorschlag | mehrere schriftliche Vorschläge, in the same statement             conflict
 *                                   | schriftliche Vorschläge                                          wording */
#include "picture/build.h"

#include <stdlib.h>

/* Adjective and noun of one or several are compared when they tell at least so much. */
#define PHRASE_WEIGHT 6.0f
#define PHRASES_MAX 2000

/* A clock time ("2022-01-21T11:00"), not a part of the day ("2022-01-21TMO"). */
static bool is_clock(const TimeExpression *t)
{
    size_t at = t->type == TIME_TIME ? str_find_char(t->value, 'T', 0) : SIZE_MAX;
    return at != SIZE_MAX && at + 2 < t->value.len && t->value.data[at + 1] >= '0' && t->value.data[at + 1] <= '9';
}

static Str clock_of(const TimeExpression *t)
{
    size_t at = str_find_char(t->value, 'T', 0);
    return str_slice(t->value, at, t->value.len);
}

/* The clock times of each span of a passage; *without is set where a span has none. */
static void collect_clocks(const Build *b, const PicturePassage *p, PictureSpans *out, bool *without)
{
    for (size_t i = 0; i < p->n_spans; i++) {
        const Analysis *a = b->sources[p->spans[i].article].analysis;
        size_t before = out->len;
        for (size_t k = 0; k < a->n_times; k++)
            if (is_clock(&a->times[k]) && span_holds(p->spans[i].span, a->times[k].span))
                vec_push(out, (PictureSpan){p->spans[i].article, a->times[k].span, clock_of(&a->times[k])});
        *without = *without || out->len == before;
    }
}

/* A clock time that some pages have in a passage that others tell without it, when no page gives another time there. */
static void compare_clocks(Build *b, const PicturePassage *p)
{
    PictureSpans clocks = {0};
    bool without = false, agree = true;
    collect_clocks(b, p, &clocks, &without);
    for (size_t i = 1; i < clocks.len; i++)
        agree = agree && str_equal(clocks.data[i].value, clocks.data[0].value);
    if (clocks.len && without && agree)
        difference_add(b, DIFFERENCE_SINGLE, clocks.data, clocks.len,
                       "a time in a passage that others have without it");
    vec_release(&clocks);
}

/* An adjective and the noun it stands before, inside a statement that several pages have. */
typedef struct Phrase {
    Str adjective, noun;
    uint32_t group, article;
    Span span;
    bool plural;
    bool counted; /* "einen", "mehrere", "drei" stand before it */
} Phrase;
typedef VEC(Phrase) Phrases;

/* Whether the word says how many: "einen schriftlichen Vorschlag" is one, "ohne triftigen Grund" speaks of any. */
static bool is_count(const PictureSource *s, uint32_t token)
{
    Str word = token_text(s, token);
    return (str_starts(word, STR("ein")) && word.len <= 6) || str_starts(word, STR("mehrere")) ||
           str_starts(word, STR("viele")) || s->analysis->tokens[token].class == CLASS_NUM;
}

static void collect_phrases(const Build *b, const PictureStatement *ps, Phrases *out)
{
    const PictureSource *s = &b->sources[ps->article];
    const Statement *statement = &s->statements->data[ps->index];
    for (size_t q = 0; q < statement->quote.len; q++) {
        TokenRange r = tokens_in(s->analysis, statement->quote.data[q]);
        for (uint32_t t = r.begin; t + 1 < r.end && out->len < PHRASES_MAX; t++) {
            const Token *adjective = &s->analysis->tokens[t], *noun = adjective + 1;
            const ContentWord *wa = &b->content[ps->article][t], *wn = wa + 1;
            uint32_t number = noun->features & (FEAT_SING | FEAT_PLUR);
            bool counted = t > r.begin && is_count(s, t - 1);
            if ((number == FEAT_SING && !counted) || adjective->class != CLASS_ADJ || noun->class != CLASS_NOUN ||
                !wa->stem.len || !wn->stem.len || wn->entity || wa->weight + wn->weight < PHRASE_WEIGHT ||
                (number != FEAT_SING && number != FEAT_PLUR))
                continue;
            vec_push(out, (Phrase){wa->stem,
                                   wn->stem,
                                   ps->group,
                                   ps->article,
                                   {adjective->span.begin, noun->span.end},
                                   number == FEAT_PLUR,
                                   counted});
        }
    }
}

static int by_words(const void *pa, const void *pb)
{
    const Phrase *a = pa, *b = pb;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    int c = str_compare(a->noun, b->noun);
    if (!c)
        c = str_compare(a->adjective, b->adjective);
    if (c)
        return c;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    return a->span.begin < b->span.begin ? -1 : a->span.begin > b->span.begin;
}

/* The same phrase: one place for each article and number, and a difference when articles do not agree. */
static void compare_phrases(Build *b, const Phrase *phrases, size_t n)
{
    PictureSpans spans = {0};
    bool one = false, several = false, counted = false;
    for (size_t i = 0; i < n; i++) {
        Str value = phrases[i].plural ? STR("several") : STR("one");
        bool known = false;
        for (size_t k = 0; k < spans.len; k++)
            known = known || (spans.data[k].article == phrases[i].article && str_equal(spans.data[k].value, value));
        one = one || !phrases[i].plural;
        several = several || phrases[i].plural;
        counted = counted || (phrases[i].plural && phrases[i].counted);
        if (!known)
            vec_push(&spans, (PictureSpan){phrases[i].article, phrases[i].span, value});
    }
    if (one && several && phrases[0].article != phrases[n - 1].article)
        difference_add(b, counted ? DIFFERENCE_CONFLICT : DIFFERENCE_WORDING, spans.data, spans.len,
                       "one in one report, several in another");
    vec_release(&spans);
}

void find_single(Build *b)
{
    for (size_t i = 0; i < b->picture->n_passages; i++)
        compare_clocks(b, &b->picture->passages[i]);
    Phrases phrases = {0};
    for (size_t i = 0; i < b->picture->n_statements; i++)
        if (b->picture->statements[i].group != UINT32_MAX)
            collect_phrases(b, &b->picture->statements[i], &phrases);
    if (phrases.len)
        qsort(phrases.data, phrases.len, sizeof *phrases.data, by_words);
    for (size_t i = 0, end; i < phrases.len; i = end) {
        for (end = i + 1; end < phrases.len && phrases.data[end].group == phrases.data[i].group &&
                          str_equal(phrases.data[end].noun, phrases.data[i].noun) &&
                          str_equal(phrases.data[end].adjective, phrases.data[i].adjective);)
            end++;
        compare_phrases(b, phrases.data + i, end - i);
    }
    vec_release(&phrases);
}
