/* align.c: chains to word-by-word alignments. Between two anchors the words are aligned by edit distance, so that every
 * swapped, dropped and added word is known. */
#include "copy/steps.h"

#define SWAP_COST 3
#define KIN_COST 2     /* words of one stem: "zugesichert", "zusicherte" share their beginning at least */
#define MOST_SWAPPED 3 /* words side by side that may each stand for another */
#define LOOSE_COST 2   /* a word on one side only */

void copy_draft_release(CopyDraft *d) { vec_release(&d->columns); }

static bool are_kin(const CopyWord *x, const CopyWord *y) { return x->stem && x->stem == y->stem; }

static void put(CopyDraft *d, uint32_t a, uint32_t b) { vec_push(&d->columns, (CopyColumn){a, b}); }

static void put_loose(CopyDraft *d, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end)
{
    for (; a < a_end; a++)
        put(d, a, NO_WORD);
    for (; b < b_end; b++)
        put(d, NO_WORD, b);
}

/* Words stand for each other where a gap has as many on either side, and few, or where they are of one stem. Elsewhere
 * the text is another, and pairs that the cheapest alignment happens to make would tell of swaps that nobody made. */
static void settle_gap(CopyDraft *d, const CopyWords *w, size_t begin)
{
    uint32_t n = 0, m = 0;
    for (size_t i = begin; i < d->columns.len; i++) {
        n += d->columns.data[i].a != NO_WORD;
        m += d->columns.data[i].b != NO_WORD;
    }
    if ((n == m && n <= MOST_SWAPPED) || n == 0 || m == 0)
        return;
    for (size_t i = begin; i < d->columns.len; i++) {
        CopyColumn c = d->columns.data[i];
        if (c.a == NO_WORD || c.b == NO_WORD || are_kin(&w->data[c.a], &w->data[c.b]))
            continue;
        vec_push(&d->columns, (CopyColumn){0, 0});
        memmove(d->columns.data + i + 1, d->columns.data + i, (d->columns.len - i - 1) * sizeof *d->columns.data);
        d->columns.data[i].b = d->columns.data[i + 1].a = NO_WORD;
        i++;
    }
}

/* cost[i][j]: the cheapest way to align what is left from the i-th and j-th word on; swap[i][j]: to put these two side
 * by side. */
typedef struct Costs {
    uint16_t cost[WIDEST_ALIGNED + 1][WIDEST_ALIGNED + 1];
    uint8_t swap[WIDEST_ALIGNED][WIDEST_ALIGNED];
} Costs;

static void count_costs(Costs *c, const CopyWord *x, uint32_t n, const CopyWord *y, uint32_t m)
{
    uint32_t ids[WIDEST_ALIGNED];
    uint16_t stems[WIDEST_ALIGNED];
    for (uint32_t j = 0; j < m; j++) {
        ids[j] = y[j].id;
        stems[j] = y[j].stem;
    }
    for (uint32_t j = 0; j <= m; j++)
        c->cost[n][j] = (uint16_t)((m - j) * LOOSE_COST);
    for (uint32_t i = n; i-- > 0;) {
        const uint16_t *below = c->cost[i + 1];
        uint16_t *row = c->cost[i];
        uint32_t id = x[i].id, stem = x[i].stem ? x[i].stem : UINT32_MAX, right = (n - i) * LOOSE_COST;
        row[m] = (uint16_t)right;
        for (uint32_t j = m; j-- > 0;) {
            uint32_t swap = ids[j] == id ? 0 : stems[j] == stem ? KIN_COST : SWAP_COST;
            uint32_t best = below[j + 1] + swap, down = below[j] + LOOSE_COST;
            best = down < best ? down : best;
            right += LOOSE_COST;
            right = best < right ? best : right;
            c->swap[i][j] = (uint8_t)swap;
            row[j] = (uint16_t)right;
        }
    }
}

void copy_align_words(CopyDraft *d, const CopyWords *w, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end)
{
    while (a < a_end && b < b_end && w->data[a].id == w->data[b].id)
        put(d, a++, b++);
    uint32_t n = a_end - a, m = b_end - b;
    if (n == 1 && m == 1)
        put(d, a++, b++);
    if (a == a_end || b == b_end || n > WIDEST_ALIGNED || m > WIDEST_ALIGNED) {
        put_loose(d, a, a_end, b, b_end);
        return;
    }
    Costs costs;
    count_costs(&costs, w->data + a, n, w->data + b, m);
    uint32_t i = 0, j = 0;
    size_t gap = d->columns.len;
    while (i < n && j < m) {
        if (w->data[a + i].id == w->data[b + j].id && costs.cost[i][j] == costs.cost[i + 1][j + 1]) {
            settle_gap(d, w, gap);
            put(d, a + i++, b + j++);
            gap = d->columns.len;
        } else if (costs.cost[i][j] == costs.cost[i + 1][j + 1] + costs.swap[i][j])
            put(d, a + i++, b + j++);
        else if (costs.cost[i][j] == costs.cost[i + 1][j] + LOOSE_COST)
            put(d, a + i++, NO_WORD);
        else
            put(d, NO_WORD, b + j++);
    }
    put_loose(d, a + i, a_end, b + j, b_end);
    settle_gap(d, w, gap);
}

void copy_draft_measure(CopyDraft *d, const CopyWords *words)
{
    uint32_t same = 0, a = UINT32_MAX, b = UINT32_MAX, a_last = NO_WORD, b_last = NO_WORD;
    for (size_t i = 0; i < d->columns.len; i++) {
        CopyColumn c = d->columns.data[i];
        same += column_is_same(words, c);
        a = c.a != NO_WORD && c.a < a ? c.a : a;
        b = c.b != NO_WORD && c.b < b ? c.b : b;
        a_last = c.a != NO_WORD ? c.a : a_last;
        b_last = c.b != NO_WORD ? c.b : b_last;
    }
    d->same = same;
    d->a = a, d->b = b;
    d->a_end = a_last != NO_WORD ? a_last + 1 : 0;
    d->b_end = b_last != NO_WORD ? b_last + 1 : 0;
}

/* Keeps the stretch of columns where equal words outweigh others by the most (Kadane). */
static void trim(CopyDraft *d, const CopyWords *words)
{
    int32_t sum = 0, best = 0;
    size_t begin = 0, best_begin = 0, best_end = 0;
    for (size_t i = 0; i < d->columns.len; i++) {
        CopyColumn c = d->columns.data[i];
        bool same = column_is_same(words, c);
        bool standing = same && words->data[c.a].flags & words->data[c.b].flags & WORD_STANDING;
        sum += standing ? 0 : same ? 2 : -2;
        if (sum <= 0) {
            sum = 0;
            begin = i + 1;
        } else if (sum > best) {
            best = sum;
            best_begin = begin;
            best_end = i + 1;
        }
    }
    if (best_begin > 0)
        memmove(d->columns.data, d->columns.data + best_begin, (best_end - best_begin) * sizeof *d->columns.data);
    d->columns.len = best_end - best_begin;
}

void copy_align_chain(CopyDraft *d, const CopyWords *words, const CopyHit *anchors, size_t n)
{
    d->columns.len = 0;
    for (size_t i = 0; i < n; i++) {
        const CopyHit *h = &anchors[i];
        if (i > 0)
            copy_align_words(d, words, anchors[i - 1].a + anchors[i - 1].len, h->a,
                             anchors[i - 1].b + anchors[i - 1].len, h->b);
        vec_reserve(&d->columns, d->columns.len + h->len);
        for (uint32_t k = 0; k < h->len; k++)
            d->columns.data[d->columns.len++] = (CopyColumn){h->a + k, h->b + k};
    }
    trim(d, words);
    copy_draft_measure(d, words);
}
