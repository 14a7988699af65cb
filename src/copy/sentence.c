/* sentence.c: who copies, copies sentences. A passage whose end lies inside a sentence that is mostly shared is grown
 * to the sentence's end, and over sentences before and behind that are shared in most of their words. */
#include "copy/steps.h"

#define LONGEST_SENTENCE 80 /* words */

uint32_t copy_sentence_end(const CopyWords *w, uint32_t at)
{
    uint32_t limit = at + LONGEST_SENTENCE;
    for (; at < w->len && at < limit; at++) {
        if (!w->data[at].id || w->data[at].flags & WORD_STANDING)
            return at;
        if (w->data[at].flags & WORD_LAST)
            return at + 1;
    }
    return at;
}

uint32_t copy_sentence_begin(const CopyWords *w, uint32_t at)
{
    uint32_t limit = at > LONGEST_SENTENCE ? at - LONGEST_SENTENCE : 0;
    for (; at > limit; at--) {
        if (!w->data[at - 1].id || w->data[at - 1].flags & (WORD_LAST | WORD_STANDING))
            return at;
    }
    return at;
}

/* Whether a column lies before one of the two positions, and then all columns before it. */
static bool is_before(CopyColumn c, uint32_t a, uint32_t b)
{
    return (c.a != NO_WORD && c.a < a) || (c.b != NO_WORD && c.b < b);
}

static bool is_behind(CopyColumn c, uint32_t a_end, uint32_t b_end)
{
    return (c.a != NO_WORD && c.a >= a_end) || (c.b != NO_WORD && c.b >= b_end);
}

/* Equal words among the last of n columns, from a and b on. */
static uint32_t count_last(const CopyWords *w, const CopyColumn *c, size_t n, uint32_t a, uint32_t b)
{
    uint32_t same = 0;
    while (n-- > 0 && !is_before(c[n], a, b))
        same += column_is_same(w, c[n]);
    return same;
}

/* Half of the words of both sentences together. */
static bool is_mostly(uint32_t same, uint32_t a_len, uint32_t b_len) { return same >= 2 && same * 4 >= a_len + b_len; }

/* No fewer than the words that both stretches have. */
static uint32_t most_common(const CopyWords *w, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end)
{
    uint64_t bits[4] = {0};
    uint32_t n = 0;
    for (; a < a_end; a++)
        bits[w->data[a].id >> 6 & 3] |= UINT64_C(1) << (w->data[a].id & 63);
    for (; b < b_end; b++)
        n += (uint32_t)(bits[w->data[b].id >> 6 & 3] >> (w->data[b].id & 63) & 1);
    return n;
}

/* One step to the right: to the sentence's end, or over the next sentence. False when it was not shared. */
static bool grow_right(CopyDraft *d, const CopyWords *w)
{
    bool a_last = w->data[d->a_end - 1].flags & WORD_LAST, b_last = w->data[d->b_end - 1].flags & WORD_LAST;
    bool done = a_last && b_last;
    uint32_t a_from = done ? d->a_end : copy_sentence_begin(w, d->a_end - 1);
    uint32_t b_from = done ? d->b_end : copy_sentence_begin(w, d->b_end - 1);
    uint32_t a_to = done || !a_last ? copy_sentence_end(w, d->a_end) : d->a_end;
    uint32_t b_to = done || !b_last ? copy_sentence_end(w, d->b_end) : d->b_end;
    if (a_to == d->a_end && b_to == d->b_end)
        return false;
    size_t before = d->columns.len;
    uint32_t same = count_last(w, d->columns.data, before, a_from, b_from);
    uint32_t more = most_common(w, d->a_end, a_to, d->b_end, b_to);
    if (!is_mostly(same + more, a_to - a_from, b_to - b_from))
        return false;
    copy_align_words(d, w, d->a_end, a_to, d->b_end, b_to);
    same += count_last(w, d->columns.data + before, d->columns.len - before, a_from, b_from);
    if (!is_mostly(same, a_to - a_from, b_to - b_from)) {
        d->columns.len = before;
        return false;
    }
    d->a_end = a_to;
    d->b_end = b_to;
    return true;
}

/* Equal words among the first columns of a draft that grows to the left, up to a_end and b_end; `left`: those that it
 * grew by, last first. */
static uint32_t count_first(const CopyWords *w, const CopyDraft *d, const CopyDraft *left, uint32_t a_end,
                            uint32_t b_end)
{
    uint32_t same = 0;
    for (size_t n = left->columns.len; n-- > 0;) {
        if (is_behind(left->columns.data[n], a_end, b_end))
            return same;
        same += column_is_same(w, left->columns.data[n]);
    }
    for (size_t i = 0; i < d->columns.len && !is_behind(d->columns.data[i], a_end, b_end); i++)
        same += column_is_same(w, d->columns.data[i]);
    return same;
}

/* The same to the left; columns go behind those of `left`, last first. */
static bool grow_left(CopyDraft *d, const CopyWords *w, CopyDraft *left, CopyDraft *spare)
{
    bool a_done = copy_sentence_begin(w, d->a) == d->a, b_done = copy_sentence_begin(w, d->b) == d->b,
         done = a_done && b_done;
    uint32_t a_from = done && w->data[d->a - 1].id ? copy_sentence_begin(w, d->a - 1) : copy_sentence_begin(w, d->a);
    uint32_t b_from = done && w->data[d->b - 1].id ? copy_sentence_begin(w, d->b - 1) : copy_sentence_begin(w, d->b);
    if (done && (w->data[d->a - 1].flags | w->data[d->b - 1].flags) & WORD_STANDING)
        return false;
    if (a_from == d->a && b_from == d->b)
        return false;
    uint32_t a_to = done ? d->a : copy_sentence_end(w, d->a), b_to = done ? d->b : copy_sentence_end(w, d->b);
    uint32_t same = count_first(w, d, left, a_to, b_to);
    if (!is_mostly(same + most_common(w, a_from, d->a, b_from, d->b), a_to - a_from, b_to - b_from))
        return false;
    spare->columns.len = 0;
    copy_align_words(spare, w, a_from, d->a, b_from, d->b);
    for (size_t i = 0; i < spare->columns.len; i++)
        same += column_is_same(w, spare->columns.data[i]);
    if (!is_mostly(same, a_to - a_from, b_to - b_from))
        return false;
    for (size_t i = spare->columns.len; i-- > 0;)
        vec_push(&left->columns, spare->columns.data[i]);
    d->a = a_from;
    d->b = b_from;
    return true;
}

/* Puts the columns of `left`, last first, before those of the draft. */
static void put_before(CopyDraft *d, const CopyDraft *left)
{
    size_t n = left->columns.len, old = d->columns.len;
    if (!n)
        return;
    vec_reserve(&d->columns, old + n);
    memmove(d->columns.data + n, d->columns.data, old * sizeof *d->columns.data);
    for (size_t i = 0; i < n; i++)
        d->columns.data[i] = left->columns.data[n - 1 - i];
    d->columns.len = old + n;
}

void copy_grow(CopyDraft *d, const CopyWords *words, CopyGrowing *g)
{
    uint32_t a = d->a, b = d->b, a_end = d->a_end, b_end = d->b_end;
    while (d->a_end - a_end + (d->b_end - b_end) < g->words && grow_right(d, words))
        ;
    g->left.columns.len = 0;
    uint32_t grown = d->a_end - a_end + (d->b_end - b_end);
    while (grown + a - d->a + (b - d->b) < g->words && grow_left(d, words, &g->left, &g->spare))
        ;
    grown += a - d->a + (b - d->b);
    g->words -= grown < g->words ? grown : g->words;
    put_before(d, &g->left);
    copy_draft_measure(d, words);
}
