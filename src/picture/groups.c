/* groups.c: statements that say the same.
 *
 *     quote ─ content words, weighted by how rare they are in news and in this story ─▶ pairs that share some
 *           ─ likeness: shared weight against both ─▶ same speaker? ─▶ edges ─ average link ─▶ groups
 *
 * A reader sees every wrong line of a group, so that a pair needs most of its words in common unless one person said both. */
#include "picture/build.h"

#include <math.h>
#include <stdlib.h>

#define SAME_SPEAKER 0.40f  /* least likeness of two statements of one speaker */
#define OTHER_SPEAKER 0.66f /* of two speakers, or where one is not known */
#define PHRASE_BONUS 1.2f   /* of a word's weight when the word before it is shared too */
#define PART_MIN 0.35f      /* with less in common, a short statement is not taken for a part of a long one */
#define ALONE_MAX 3       /* content words of statements that may be the same for a single word in common */
#define LINK_SHARE                                                                                                     \
    0.75f /* two groups join when the average likeness of their members is this share of what a pair needs */

#define WORDS_MAX 48     /* content words of a statement that are compared */
#define POSTINGS_MAX 256 /* statements looked at for one word */
#define GROUP_MAX 64     /* members compared when groups join */

typedef struct Said {
    const ContentWord *words[WORDS_MAX];
    float weight[WORDS_MAX];
    size_t n;
    float total;
} Said;

typedef struct Edge {
    uint32_t a, b;
    float likeness; /* over what this pair needs */
} Edge;

typedef struct Grouping {
    Build *b;
    Said *said;
    VEC(Edge) edges;
} Grouping;

static bool is_in(const Analysis *a, const Spans *spans, uint32_t token)
{
    for (size_t i = 0; i < spans->len; i++)
        if (span_overlaps(spans->data[i], a->tokens[token].span))
            return true;
    return false;
}

/* What is said: not who says it, whom a report's quote names as well. */
static void collect_words(Build *b, const PictureStatement *ps, Said *out)
{
    const PictureSource *source = &b->sources[ps->article];
    const Statement *s = &source->statements->data[ps->index];
    for (size_t q = 0; q < s->quote.len; q++) {
        TokenRange r = tokens_in(source->analysis, s->quote.data[q]);
        for (uint32_t t = r.begin; t < r.end && out->n < WORDS_MAX; t++)
            if (b->content[ps->article][t].stem.len && !is_in(source->analysis, &s->speaker, t))
                out->words[out->n++] = &b->content[ps->article][t];
    }
}

static Str key_of(Str stem) { return str_slice(stem, 0, 6); }

/* Weighs each word by its rareness in news and in the story's statements. */
static void weigh_words(Said *said, size_t n)
{
    StrMap places = {0};
    VEC(uint32_t) counts = {0};
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < n; i++)
            for (size_t k = 0; k < said[i].n; k++) {
                uint32_t place = *strmap_put(&places, key_of(said[i].words[k]->meaning), (uint32_t)counts.len, NULL);
                if (place == counts.len)
                    vec_push(&counts, 0);
                if (pass == 0) {
                    counts.data[place]++;
                    continue;
                }
                said[i].weight[k] =
                    said[i].words[k]->weight * logf(1 + (float)n / (float)counts.data[place]) / logf(1 + (float)n);
                said[i].total += said[i].weight[k];
            }
    strmap_release(&places);
    vec_release(&counts);
}

static bool words_match(const ContentWord *a, const ContentWord *b)
{
    return stems_match(a->meaning, b->meaning) || stems_match(a->stem, b->stem) ||
           (a->entity && a->entity == b->entity);
}

/* 2 * shared / (a + b); where the shorter is hardly more than a part of the longer, half of it counts as shared / shorter. */
static float likeness(const Said *a, const Said *b)
{
    bool used[WORDS_MAX] = {false};
    float shared = 0;
    size_t n_shared = 0, n_names = 0, last = SIZE_MAX;
    for (size_t i = 0; i < a->n; i++) {
        size_t k = 0;
        while (k < b->n && (used[k] || !words_match(a->words[i], b->words[k])))
            k++;
        if (k == b->n) {
            last = SIZE_MAX;
            continue;
        }
        used[k] = true;
        float weight = a->weight[i] < b->weight[k] ? a->weight[i] : b->weight[k];
        shared += weight;
        if (last != SIZE_MAX && k == last + 1)
            shared += PHRASE_BONUS *
                      weight; /* "schriftliche Antwort" on both sides is more than "schriftlich" and "Antwort" */
        n_shared++;
        n_names += a->words[i]->entity != 0;
        last = k;
    }
    float smaller = a->total < b->total ? a->total : b->total;
    if (n_shared == n_names || smaller <= 0)
        return 0; /* whom it is about is not what is said */
    if (n_shared == 1 && (a->n > ALONE_MAX || b->n > ALONE_MAX) && a->n > 1 && b->n > 1)
        return 0; /* "eine nationale Notlage" and "wie geschlossen in einer Notlage gehandelt wird" */
    float dice = fminf(1, 2 * shared / (a->total + b->total)), cover = fminf(1, shared / smaller);
    return n_shared == 1 || dice < PART_MIN ? dice : 0.5f * (dice + cover);
}

static bool share_speaker(const PictureStatement *a, const PictureStatement *b)
{
    for (size_t i = 0; i < a->n_speakers; i++)
        for (size_t k = 0; k < b->n_speakers; k++)
            if (a->speakers[i] == b->speakers[k])
                return true;
    return false;
}

static bool denies(const Build *b, const PictureStatement *ps)
{
    const Statement *s = &b->sources[ps->article].statements->data[ps->index];
    return s->negated || s->act == ACT_DENY || s->act == ACT_REJECT;
}

static Span quote_span(const Build *b, const PictureStatement *ps)
{
    const Statement *s = &b->sources[ps->article].statements->data[ps->index];
    return (Span){s->quote.data[0].begin, s->quote.data[s->quote.len - 1].end};
}

/* One is told inside the other: "A sagte, B habe zugesichert, dass …". */
static bool is_nested(const Build *b, const PictureStatement *x, const PictureStatement *y)
{
    return x->article == y->article && span_overlaps(quote_span(b, x), quote_span(b, y));
}

/* Likeness over what the pair needs: 1 and more is the same. */
static float edge_of(const Grouping *g, uint32_t a, uint32_t b)
{
    const PictureStatement *sa = &g->b->picture->statements[a], *sb = &g->b->picture->statements[b];
    bool same = share_speaker(sa, sb) || is_nested(g->b, sa, sb);
    if (!same && denies(g->b, sa) != denies(g->b, sb))
        return 0; /* one fears what the other denies: the same words about the opposite */
    return likeness(&g->said[a], &g->said[b]) / (same ? SAME_SPEAKER : OTHER_SPEAKER);
}

static void find_edges(Grouping *g, size_t n)
{
    StrMap heads = {0};
    VEC(uint32_t) last = {0}, previous = {0}, statement = {0}; /* postings as lists: newest first */
    uint32_t *seen = mem_zero(n + 1, sizeof *seen);
    for (uint32_t i = 0; i < n; i++)
        for (size_t k = 0; k < g->said[i].n; k++) {
            bool was_new;
            uint32_t head = *strmap_put(&heads, key_of(g->said[i].words[k]->meaning), (uint32_t)last.len, &was_new);
            if (was_new)
                vec_push(&last, UINT32_MAX);
            size_t looked = 0;
            for (uint32_t at = last.data[head]; at != UINT32_MAX && looked < POSTINGS_MAX;
                 at = previous.data[at], looked++) {
                uint32_t other = statement.data[at];
                if (other == i || seen[other] == i + 1)
                    continue;
                seen[other] = i + 1;
                float e = edge_of(g, other, i);
                if (e >= 1)
                    vec_push(&g->edges, (Edge){other, i, e});
            }
            vec_push(&previous, last.data[head]);
            vec_push(&statement, i);
            last.data[head] = (uint32_t)statement.len - 1;
        }
    vec_free(seen);
    vec_release(&last);
    vec_release(&previous);
    vec_release(&statement);
    strmap_release(&heads);
}

static int liker_first(const void *pa, const void *pb)
{
    const Edge *a = pa, *b = pb;
    if (a->likeness != b->likeness)
        return a->likeness > b->likeness ? -1 : 1;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

/* Members of each group as a ring: next[i] is the next member. */
static size_t ring_size(const uint32_t *next, uint32_t i)
{
    size_t n = 1;
    for (uint32_t k = next[i]; k != i && n <= GROUP_MAX; k = next[k])
        n++;
    return n;
}

static float average_link(const Grouping *g, const uint32_t *next, uint32_t a, uint32_t b)
{
    float sum = 0;
    size_t n = 0;
    uint32_t i = a;
    do {
        uint32_t k = b;
        do {
            sum += edge_of(g, i, k);
            n++;
        } while ((k = next[k]) != b);
    } while ((i = next[i]) != a);
    return sum / (float)n;
}

static void join_groups(Grouping *g, uint32_t *next, uint32_t *group)
{
    for (size_t e = 0; e < g->edges.len; e++) {
        uint32_t a = g->edges.data[e].a, b = g->edges.data[e].b;
        if (group[a] == group[b])
            continue;
        if (ring_size(next, a) + ring_size(next, b) > GROUP_MAX || average_link(g, next, a, b) < LINK_SHARE)
            continue;
        uint32_t keep = group[a] < group[b] ? group[a] : group[b], i = b;
        do {
            group[i] = keep;
        } while ((i = next[i]) != b);
        i = a;
        do {
            group[i] = keep;
        } while ((i = next[i]) != a);
        uint32_t swap = next[a];
        next[a] = next[b];
        next[b] = swap;
    }
}

/* A fragment quoted inside a statement is not a second one: two members must stand in different places. */
static bool says_twice(const Build *b, const uint32_t *next, uint32_t first)
{
    const PictureStatement *all = b->picture->statements;
    for (uint32_t i = next[first]; i != first; i = next[i])
        if (!is_nested(b, &all[first], &all[i]))
            return true;
    return false;
}

static int by_number(const void *pa, const void *pb)
{
    uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;
    return a < b ? -1 : a > b;
}

void build_groups(Build *b)
{
    Picture *p = b->picture;
    size_t n = p->n_statements;
    Grouping g = {.b = b, .said = mem_zero(n + 1, sizeof *g.said)};
    uint32_t *next = ARENA_NEW(b->arena, uint32_t, n), *group = ARENA_NEW(b->arena, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) {
        collect_words(b, &p->statements[i], &g.said[i]);
        next[i] = group[i] = i;
    }
    weigh_words(g.said, n);
    find_edges(&g, n);
    if (g.edges.len)
        qsort(g.edges.data, g.edges.len, sizeof *g.edges.data, liker_first);
    join_groups(&g, next, group);
    VEC(PictureGroup) groups = {0};
    for (uint32_t i = 0; i < n; i++) {
        if (group[i] != i || !says_twice(b, next, i))
            continue;
        VEC(uint32_t) members = {0};
        uint32_t k = i;
        do {
            p->statements[k].group = (uint32_t)groups.len;
            vec_push(&members, k);
        } while ((k = next[k]) != i);
        qsort(members.data, members.len, sizeof *members.data, by_number);
        size_t n_members = members.len;
        vec_push(&groups, (PictureGroup){vec_to_arena(&members, b->arena), n_members});
    }
    p->n_groups = groups.len;
    p->groups = vec_to_arena(&groups, b->arena);
    vec_release(&g.edges);
    vec_free(g.said);
}
