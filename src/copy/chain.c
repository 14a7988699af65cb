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
#define FEW 16        /* hits */

void copy_chainer_release(CopyChainer *c)
{
    vec_release(&c->anchors);
    vec_release(&c->chains);
    vec_release(&c->scored);
    vec_release(&c->ranked);
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
    CopyScored *scored = c->scored.data;
    for (size_t i = 0; i < n; i++) {
        int32_t best = (int32_t)hits[i].len * UNIT, from = -1;
        for (size_t j = i; j-- > 0 && i - j <= LOOK_BACK;) {
            if (scored[j].reach + WIDEST_GAP < hits[i].a)
                break; /* all others lie too far before it */
            int32_t g = gain(&hits[j], &hits[i]);
            if (g > 0 && scored[j].score + g > best) {
                best = scored[j].score + g;
                from = (int32_t)j;
            }
        }
        uint32_t end = hits[i].a + hits[i].len, before = i ? scored[i - 1].reach : 0;
        scored[i] = (CopyScored){best, from, end > before ? end : before};
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

static bool is_before(CopyRanked a, CopyRanked b) { return a.score > b.score || (a.score == b.score && a.hit < b.hit); }

static int by_score(const void *x, const void *y)
{
    const CopyRanked *a = x, *b = y;
    return is_before(*b, *a) - is_before(*a, *b);
}

/* All hits, those that end the best chains first. Mostly they are few. */
static void rank_hits(CopyChainer *c, size_t n)
{
    CopyRanked *ranked = c->ranked.data;
    for (size_t i = 0; i < n; i++)
        ranked[i] = (CopyRanked){c->scored.data[i].score, (uint32_t)i};
    if (n > FEW)
        qsort(ranked, n, sizeof *ranked, by_score);
    for (size_t i = 1; i < n && n <= FEW; i++) {
        CopyRanked r = ranked[i];
        size_t at = i;
        for (; at > 0 && is_before(r, ranked[at - 1]); at--)
            ranked[at] = ranked[at - 1];
        ranked[at] = r;
    }
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
    c->anchors.len = c->chains.len = c->order.len = 0;
    vec_reserve(&c->scored, n);
    vec_reserve(&c->ranked, n);
    score_hits(c, hits, n);
    rank_hits(c, n);
    CopyScored *scored = c->scored.data;
    for (size_t i = 0; i < n; i++) {
        size_t mark = c->order.len;
        for (int32_t h = (int32_t)c->ranked.data[i].hit; h >= 0 && scored[h].score >= 0; h = scored[h].from) {
            vec_push(&c->order, (uint32_t)h);
            scored[h].score = -1; /* used */
        }
        if (c->order.len > mark)
            lay_out(c, hits, mark, words);
        c->order.len = mark;
    }
    if (c->chains.len > 1)
        qsort(c->chains.data, c->chains.len, sizeof *c->chains.data, by_words);
}
