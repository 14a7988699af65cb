/* chain.c: matches of one pair to chains. Dynamic programming over the matches as in minimap2 (Li 2018, section 2.1),
 * with words for bases: a match may follow another when it lies behind it on both sides, and what lies between costs. A
 * gap of equal width is an edit; one side longer by a paragraph is other text, and starts a new chain. */
#include "copy/steps.h"

#define LOOK_BACK 40
#define WIDEST_GAP 14 /* words between two matches */
#define MOST_SHIFT 7  /* words that one side of a gap may have more */
#define UNIT 8        /* score of a matched word */
#define GAP_COST 2    /* of each word in the wider side of a gap */
#define SHIFT_COST 6  /* of each word that one side has more */

void copy_chainer_release(CopyChainer *c)
{
    vec_release(&c->anchors);
    vec_release(&c->chains);
    vec_release(&c->score);
    vec_release(&c->from);
    vec_release(&c->order);
}

static int32_t largest(int32_t a, int32_t b) { return a > b ? a : b; }

/* What match h adds behind match before; INT32_MIN where it cannot follow. */
static int32_t gain(const CopyHit *before, const CopyHit *h)
{
    int32_t gap_a = (int32_t)h->a - (int32_t)(before->a + before->len);
    int32_t gap_b = (int32_t)h->b - (int32_t)(before->b + before->len);
    if (h->b <= before->b || gap_a + (int32_t)h->len <= 0 || gap_b + (int32_t)h->len <= 0)
        return INT32_MIN;
    int32_t overlap = largest(0, largest(-gap_a, -gap_b));
    if (overlap >= (int32_t)h->len)
        return INT32_MIN;
    gap_a += overlap;
    gap_b += overlap;
    int32_t shift = gap_a > gap_b ? gap_a - gap_b : gap_b - gap_a, wide = largest(gap_a, gap_b);
    if (wide > WIDEST_GAP || shift > MOST_SHIFT)
        return INT32_MIN;
    return ((int32_t)h->len - overlap) * UNIT - (wide - shift) * GAP_COST - shift * SHIFT_COST;
}

static void score_hits(CopyChainer *c, const CopyHit *hits, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        int32_t best = (int32_t)hits[i].len * UNIT, from = -1;
        for (size_t j = i; j-- > 0 && i - j <= LOOK_BACK;) {
            int32_t g = gain(&hits[j], &hits[i]);
            if (g > 0 && c->score.data[j] + g > best) {
                best = c->score.data[j] + g;
                from = (int32_t)j;
            }
        }
        vec_push(&c->score, best);
        vec_push(&c->from, from);
    }
}

static bool is_interrupted(const CopyWords *w, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++)
        if (!w->data[i].id)
            return true;
    return false;
}

static void add_chain(CopyChainer *c, uint32_t first)
{
    CopyChain chain = {first, (uint32_t)c->anchors.len - first, 0, 0};
    for (uint32_t i = first; i < c->anchors.len; i++)
        chain.words += c->anchors.data[i].len;
    chain.score = (int32_t)chain.words;
    vec_push(&c->chains, chain);
}

/* Puts a chain's hits, last to first in `order` from `mark` on, into anchors without overlap. */
static void lay_out(CopyChainer *c, const CopyHit *hits, size_t mark, const CopyWords *words)
{
    uint32_t first = (uint32_t)c->anchors.len, end_a = 0, end_b = 0;
    for (size_t i = c->order.len; i-- > mark;) {
        CopyHit h = hits[c->order.data[i]];
        uint32_t cut = 0;
        if (end_a) {
            cut = h.a < end_a ? end_a - h.a : 0;
            cut = h.b + cut < end_b ? end_b - h.b : cut;
        }
        if (cut >= h.len)
            continue;
        h.a += cut, h.b += cut, h.len -= cut;
        if (end_a && (is_interrupted(words, end_a, h.a) || is_interrupted(words, end_b, h.b))) {
            add_chain(c, first);
            first = (uint32_t)c->anchors.len;
        }
        end_a = h.a + h.len, end_b = h.b + h.len;
        vec_push(&c->anchors, h);
    }
    if (c->anchors.len > first)
        add_chain(c, first);
}

typedef struct Ranked {
    int32_t score;
    uint32_t hit;
} Ranked;

static int by_score(const void *x, const void *y)
{
    const Ranked *a = x, *b = y;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    return a->hit < b->hit ? -1 : a->hit > b->hit;
}

static int by_words(const void *x, const void *y)
{
    const CopyChain *a = x, *b = y;
    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    return a->first < b->first ? -1 : a->first > b->first;
}

void copy_chain(CopyChainer *c, const CopyHit *hits, size_t n, const CopyWords *words)
{
    c->anchors.len = c->chains.len = c->score.len = c->from.len = c->order.len = 0;
    score_hits(c, hits, n);
    VEC(Ranked) ranked = {0};
    vec_reserve(&ranked, n);
    for (size_t i = 0; i < n; i++)
        vec_push(&ranked, (Ranked){c->score.data[i], (uint32_t)i});
    if (n)
        qsort(ranked.data, n, sizeof *ranked.data, by_score);
    for (size_t i = 0; i < n; i++) {
        size_t mark = c->order.len;
        for (int32_t h = (int32_t)ranked.data[i].hit; h >= 0 && c->score.data[h] >= 0; h = c->from.data[h]) {
            vec_push(&c->order, (uint32_t)h);
            c->score.data[h] = -1; /* used */
        }
        if (c->order.len > mark)
            lay_out(c, hits, mark, words);
        c->order.len = mark;
    }
    vec_release(&ranked);
    if (c->chains.len)
        qsort(c->chains.data, c->chains.len, sizeof *c->chains.data, by_words);
}
