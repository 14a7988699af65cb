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
    /* cost[i][j]: the cheapest way to align what is left from a + i and b + j on. */
    uint16_t cost[WIDEST_ALIGNED + 1][WIDEST_ALIGNED + 1];
    uint8_t swap[WIDEST_ALIGNED][WIDEST_ALIGNED];
    for (uint32_t i = n + 1; i-- > 0;)
        for (uint32_t j = m + 1; j-- > 0;) {
            if (i == n || j == m) {
                cost[i][j] = (uint16_t)((n - i + m - j) * LOOSE_COST);
                continue;
            }
            bool same = w->data[a + i].id == w->data[b + j].id;
            swap[i][j] = same ? 0 : are_kin(&w->data[a + i], &w->data[b + j]) ? KIN_COST : SWAP_COST;
            uint16_t best = (uint16_t)(cost[i + 1][j + 1] + swap[i][j]);
            uint16_t loose =
                (uint16_t)((cost[i + 1][j] < cost[i][j + 1] ? cost[i + 1][j] : cost[i][j + 1]) + LOOSE_COST);
            cost[i][j] = best <= loose ? best : loose;
        }
    uint32_t i = 0, j = 0;
    size_t gap = d->columns.len;
    while (i < n && j < m) {
        if (w->data[a + i].id == w->data[b + j].id && cost[i][j] == cost[i + 1][j + 1]) {
            settle_gap(d, w, gap);
            put(d, a + i++, b + j++);
            gap = d->columns.len;
        } else if (cost[i][j] == cost[i + 1][j + 1] + swap[i][j])
            put(d, a + i++, b + j++);
        else if (cost[i][j] == cost[i + 1][j] + LOOSE_COST)
            put(d, a + i++, NO_WORD);
        else
            put(d, NO_WORD, b + j++);
    }
    put_loose(d, a + i, a_end, b + j, b_end);
    settle_gap(d, w, gap);
}

void copy_draft_measure(CopyDraft *d, const CopyWords *words)
{
    d->same = 0;
    d->a = d->b = UINT32_MAX;
    d->a_end = d->b_end = 0;
    for (size_t i = 0; i < d->columns.len; i++) {
        CopyColumn c = d->columns.data[i];
        d->same += column_is_same(words, c);
        if (c.a != NO_WORD) {
            d->a = c.a < d->a ? c.a : d->a;
            d->a_end = c.a + 1;
        }
        if (c.b != NO_WORD) {
            d->b = c.b < d->b ? c.b : d->b;
            d->b_end = c.b + 1;
        }
    }
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
        for (uint32_t k = 0; k < h->len; k++)
            put(d, h->a + k, h->b + k);
    }
    trim(d, words);
    copy_draft_measure(d, words);
}
