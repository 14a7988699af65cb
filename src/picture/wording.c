/* wording.c: the same statement, or the same sentence, in other words.
 *
 *     quoted words    „offen und nützlich“  |  „konstruktiv und hilfreich“      wording; "offen" beside „offen und nützlich“: precision
 *     a statement     what is left of each wording when the words that others share are taken away
 *     a copied text   „… in einem Hotel am See …“ | „… in einem Gasthof am See …“: a word an editor changed */
#include "picture/build.h"

#include "base/utf8.h"

#include <stdlib.h>

#define FRAGMENT_MAX 8     /* words of a quoted fragment; longer quotations are statements of their own */
#define UNLIKE_MAX 12 /* tokens of a differing stretch: longer ones are another statement rather than another wording */
#define QUOTE_MAX 200      /* tokens of a statement that are compared */
#define MEMBERS_MAX 64     /* of a group that are looked at */

typedef struct Fragment {
    uint32_t article;
    Span span;         /* with the quotation marks */
    TokenRange words;  /* between them */
} Fragment;

static bool is_spun(const Build *b, uint32_t article, Span span)
{
    for (size_t i = 0; i < b->picture->n_spun; i++)
        if (b->picture->spun[i].at.article == article && span_overlaps(b->picture->spun[i].at.span, span))
            return true;
    return false;
}

/* The quoted fragments of a statement. */
static size_t find_fragments(const Build *b, const PictureStatement *ps, Fragment *out, size_t max)
{
    const PictureSource *s = &b->sources[ps->article];
    const Statement *statement = &s->statements->data[ps->index];
    size_t n = 0;
    for (size_t q = 0; q < statement->quote.len; q++) {
        TokenRange r = tokens_in(s->analysis, statement->quote.data[q]);
        uint32_t open = UINT32_MAX;
        for (uint32_t t = r.begin; t < r.end && n < max; t++) {
            if (s->analysis->tokens[t].flags & TOKEN_QUOTE_OPEN) {
                open = t;
            } else if (s->analysis->tokens[t].flags & TOKEN_QUOTE_CLOSE && open != UINT32_MAX) {
                Span span = {s->analysis->tokens[open].span.begin, s->analysis->tokens[t].span.end};
                if (t - open - 1 <= FRAGMENT_MAX && t - open > 1)
                    out[n++] = (Fragment){ps->article, span, {open + 1, t}};
                open = UINT32_MAX;
            }
        }
    }
    return n;
}

static Str text_between(const Build *b, const Fragment *f)
{
    const Token *tokens = b->sources[f->article].analysis->tokens;
    return str_span(b->sources[f->article].article->text,
                    (Span){tokens[f->words.begin].span.begin, tokens[f->words.end - 1].span.end});
}

/* How many content words of x stand in y too, and how many x has. */
static size_t shared_words(const Build *b, const Fragment *x, const Fragment *y, size_t *n)
{
    size_t shared = 0;
    *n = 0;
    for (uint32_t i = x->words.begin; i < x->words.end; i++) {
        bool found = is_spun(b, x->article, b->sources[x->article].analysis->tokens[i].span);
        if (!b->content[x->article][i].stem.len)
            continue;
        for (uint32_t k = y->words.begin; k < y->words.end; k++)
            found = found || stems_match(b->content[x->article][i].stem, b->content[y->article][k].stem);
        shared += found;
        ++*n;
    }
    return shared;
}

/* Whether some fragment of `article` is x's, word for word or in all its content words. */
static bool has_fragment(const Build *b, const Fragment *f, size_t n, uint32_t article, const Fragment *x)
{
    for (size_t i = 0; i < n; i++) {
        size_t ni, nx, si = shared_words(b, &f[i], x, &ni), sx = shared_words(b, x, &f[i], &nx);
        if (f[i].article == article &&
            ((si == ni && sx == nx) || str_equal_nocase(text_between(b, &f[i]), text_between(b, x))))
            return true;
    }
    return false;
}

/* Different words in quotation marks for one statement; a fragment that both articles have is no other wording of a second. */
static bool compare_fragments(Build *b, const PictureGroup *g)
{
    Fragment f[MEMBERS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < g->n_members && n < MEMBERS_MAX; i++)
        n += find_fragments(b, &b->picture->statements[g->members[i]], f + n, MEMBERS_MAX - n);
    bool differ = false, apart = false, differs[MEMBERS_MAX] = {false};
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i; k++) {
            size_t ni, nk, si = shared_words(b, &f[i], &f[k], &ni), sk = shared_words(b, &f[k], &f[i], &nk);
            if (f[i].article == f[k].article || has_fragment(b, f, n, f[k].article, &f[i]) ||
                has_fragment(b, f, n, f[i].article, &f[k]))
                continue;
            differ = differs[i] = differs[k] = true;
            apart = apart || (si < ni && sk < nk);
        }
    if (!differ)
        return false;
    PictureSpans spans = {0};
    for (size_t i = 0; i < n; i++) {
        bool known = !differs[i]; /* a statement told within another has the same fragment */
        for (size_t k = 0; k < spans.len; k++)
            known = known || (spans.data[k].article == f[i].article && span_overlaps(spans.data[k].span, f[i].span));
        if (!known)
            vec_push(&spans, (PictureSpan){f[i].article, f[i].span, text_between(b, &f[i])});
    }
    difference_add(b, apart ? DIFFERENCE_WORDING : DIFFERENCE_PRECISION, spans.data, spans.len,
                   apart ? "the same statement, other words in quotation marks"
                         : "the same words in quotation marks, more or fewer");
    vec_release(&spans);
    return true;
}

static TokenRange quote_range(const Build *b, const PictureStatement *ps)
{
    const PictureSource *s = &b->sources[ps->article];
    const Statement *statement = &s->statements->data[ps->index];
    TokenRange r = tokens_in(
        s->analysis, (Span){statement->quote.data[0].begin, statement->quote.data[statement->quote.len - 1].end});
    return r.end - r.begin <= QUOTE_MAX ? r : (TokenRange){r.begin, r.begin + QUOTE_MAX};
}

static bool has_word(const Build *b, const PictureStatement *ps, const ContentWord *word)
{
    TokenRange r = quote_range(b, ps);
    for (uint32_t t = r.begin; t < r.end; t++)
        if (stems_match(b->content[ps->article][t].stem, word->stem) ||
            (word->entity && b->content[ps->article][t].entity == word->entity))
            return true;
    return false;
}

/* Quantities and times are by position: the first that ends behind the span's begin is the one that may overlap it. */
static bool is_counted(const Analysis *a, Span span)
{
    size_t low = 0, high = a->n_quantities;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (a->quantities[middle].span.end <= span.begin)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < a->n_quantities && span_overlaps(a->quantities[low].span, span))
        return true;
    for (low = 0, high = a->n_times; low < high;) {
        size_t middle = (low + high) / 2;
        if (a->times[middle].span.end <= span.begin)
            low = middle + 1;
        else
            high = middle;
    }
    return low < a->n_times && span_overlaps(a->times[low].span, span);
}

/* Nouns, verbs and adjectives carry a wording; an adverb more or less is none, numbers and times are compared elsewhere. */
static bool carries(const Build *b, const PictureStatement *x, uint32_t token)
{
    const Token *t = &b->sources[x->article].analysis->tokens[token];
    const ContentWord *w = &b->content[x->article][token];
    return w->stem.len && !w->entity && (t->class == CLASS_NOUN || t->class == CLASS_VERB || t->class == CLASS_ADJ) &&
           !is_spun(b, x->article, t->span) && !is_counted(b->sources[x->article].analysis, t->span);
}

/* The stretch of x's words that y does not have: from the first to the last of them, when most of what lies between is new
 * as well. Empty when there is none, and where the new words lie scattered or are too many to be one wording. */
static TokenRange unlike(const Build *b, const PictureStatement *x, const PictureStatement *y)
{
    TokenRange r = quote_range(b, x), out = {0, 0};
    size_t own = 0, between = 0, shared_since = 0;
    for (uint32_t t = r.begin; t < r.end; t++) {
        if (!b->content[x->article][t].stem.len)
            continue;
        if (has_word(b, y, &b->content[x->article][t]) || !carries(b, x, t)) {
            shared_since++;
            continue;
        }
        if (out.begin == out.end)
            out.begin = t;
        else
            between += shared_since;
        shared_since = 0;
        out.end = t + 1;
        own++;
    }
    return own > between && out.end - out.begin <= UNLIKE_MAX ? out : (TokenRange){0, 0};
}

/* The content word next to a stretch within its statement, before (step -1) or behind it (1); NULL at the statement's end. */
static const ContentWord *beside(const Build *b, const PictureStatement *ps, TokenRange stretch, int step)
{
    TokenRange r = quote_range(b, ps);
    for (int64_t t = step < 0 ? (int64_t)stretch.begin - 1 : stretch.end; t >= r.begin && t < r.end; t += step)
        if (b->content[ps->article][t].stem.len)
            return &b->content[ps->article][t];
    return NULL;
}

/* Whether the two stretches stand in one place of the statement: the same word stands before them, or behind. */
static bool in_one_place(const Build *b, const PictureStatement *x, TokenRange mine, const PictureStatement *y,
                         TokenRange its)
{
    for (int step = -1; step <= 1; step += 2) {
        const ContentWord *wx = beside(b, x, mine, step), *wy = beside(b, y, its, step);
        if (wx && wy && (stems_match(wx->meaning, wy->meaning) || (wx->entity && wx->entity == wy->entity)))
            return true;
    }
    return false;
}

static PictureSpan span_of(const Build *b, uint32_t article, TokenRange r)
{
    const Token *tokens = b->sources[article].analysis->tokens;
    Span span = {tokens[r.begin].span.begin, tokens[r.end - 1].span.end};
    return (PictureSpan){article, span, str_span(b->sources[article].article->text, span)};
}

/* The first two members, of different articles, that put it differently, each with the stretch that is its own. */
static void compare_members(Build *b, const PictureGroup *g)
{
    size_t n = g->n_members < MEMBERS_MAX ? g->n_members : MEMBERS_MAX;
    PictureSpans spans = {0};
    const PictureStatement *first = &b->picture->statements[g->members[0]];
    for (size_t i = 1; i < n; i++) {
        const PictureStatement *other = &b->picture->statements[g->members[i]];
        if (other->article == first->article)
            continue;
        TokenRange mine = unlike(b, first, other), its = unlike(b, other, first);
        if (mine.begin == mine.end || its.begin == its.end || !in_one_place(b, first, mine, other, its))
            continue;
        if (!spans.len)
            vec_push(&spans, span_of(b, first->article, mine));
        PictureSpan next = span_of(b, other->article, its);
        const PictureSpan *last = &spans.data[spans.len - 1];
        if (last->article != next.article ||
            !span_overlaps(last->span, next.span)) /* told once more inside the last one */
            vec_push(&spans, next);
    }
    if (spans.len)
        difference_add(b, DIFFERENCE_WORDING, spans.data, spans.len, "the same statement in other words");
    vec_release(&spans);
}

/* The one content word a span of a swap is, or UINT32_MAX. */
static uint32_t single_word(const Build *b, uint32_t article, Span span)
{
    const Analysis *a = b->sources[article].analysis;
    if (span.begin >= span.end)
        return UINT32_MAX;
    size_t t = analysis_token_at(a, span.begin);
    if (t >= a->n_tokens || a->tokens[t].span.begin != span.begin || a->tokens[t].span.end != span.end ||
        !b->content[article][t].stem.len)
        return UINT32_MAX;
    return (uint32_t)t;
}

/* The places of one changed word. */
typedef struct Swap {
    PictureSpans spans;
} Swap;
typedef VEC(Swap) Swaps;

static bool holds_span(const Swap *s, const PictureSpan *span)
{
    for (size_t i = 0; i < s->spans.len; i++)
        if (s->spans.data[i].article == span->article && s->spans.data[i].span.begin == span->span.begin)
            return true;
    return false;
}

/* A noun for a noun, a verb for a verb, in a sentence that is otherwise copied. */
static void compare_swap(const Build *b, const CopyPair *pair, const CopySwap *swap, Swaps *swaps)
{
    uint32_t ta = single_word(b, pair->a, swap->a), tb = single_word(b, pair->b, swap->b);
    if (ta == UINT32_MAX || tb == UINT32_MAX || is_spun(b, pair->a, swap->a) || is_spun(b, pair->b, swap->b))
        return;
    const Token *xa = &b->sources[pair->a].analysis->tokens[ta], *xb = &b->sources[pair->b].analysis->tokens[tb];
    if (xa->class != xb->class || (xa->class != CLASS_NOUN && xa->class != CLASS_VERB && xa->class != CLASS_ADJ) ||
        stems_match(b->content[pair->a][ta].stem, b->content[pair->b][tb].stem) || b->content[pair->a][ta].entity ||
        b->content[pair->b][tb].entity)
        return;
    PictureSpan spans[] = {{pair->a, swap->a, token_text(&b->sources[pair->a], ta)},
                           {pair->b, swap->b, token_text(&b->sources[pair->b], tb)}};
    for (size_t i = 0; i < swaps->len; i++) { /* the same change against a third page belongs to it */
        Swap *known = &swaps->data[i];
        if (!holds_span(known, &spans[0]) && !holds_span(known, &spans[1]))
            continue;
        for (int k = 0; k < 2; k++)
            if (!holds_span(known, &spans[k]))
                vec_push(&known->spans, spans[k]);
        return;
    }
    vec_push(swaps, (Swap){0});
    for (int k = 0; k < 2; k++)
        vec_push(&swaps->data[swaps->len - 1].spans, spans[k]);
}

void find_wording(Build *b)
{
    for (size_t i = 0; i < b->picture->n_groups; i++)
        if (!compare_fragments(b, &b->picture->groups[i]))
            compare_members(b, &b->picture->groups[i]);
    Swaps swaps = {0};
    for (size_t i = 0; i < b->pairs.len; i++)
        for (size_t k = 0; k < b->pairs.data[i].n_passages; k++)
            for (size_t w = 0; w < b->pairs.data[i].passages[k].n_swaps; w++)
                compare_swap(b, &b->pairs.data[i], &b->pairs.data[i].passages[k].swaps[w], &swaps);
    for (size_t i = 0; i < swaps.len; i++) {
        difference_add(b, DIFFERENCE_WORDING, swaps.data[i].spans.data, swaps.data[i].spans.len,
                       "a word changed in a copied sentence");
        vec_release(&swaps.data[i].spans);
    }
    vec_release(&swaps);
}
