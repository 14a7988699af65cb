/* sentence.c: who copies, copies sentences. A passage whose end lies inside a sentence that is mostly shared is grown
 * to the sentence's end, and over sentences before and behind that are shared in most of their words. */
#include "copy/steps.h"

#define LONGEST_SENTENCE 80 /* words */

typedef struct Range {
    uint32_t begin, end;
} Range;

/* From `at` to the end of its sentence; empty at an interruption or where what stands there is the source's furniture.
 */
static uint32_t sentence_end(const CopyWords *w, uint32_t at)
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

static uint32_t sentence_begin(const CopyWords *w, uint32_t at)
{
    uint32_t limit = at > LONGEST_SENTENCE ? at - LONGEST_SENTENCE : 0;
    for (; at > limit; at--) {
        if (!w->data[at - 1].id || w->data[at - 1].flags & (WORD_LAST | WORD_STANDING))
            return at;
    }
    return at;
}

static uint32_t count_same(const CopyWords *w, const CopyColumn *c, size_t n, uint32_t from_a, uint32_t to_a,
                           uint32_t from_b, uint32_t to_b)
{
    uint32_t same = 0;
    for (size_t i = 0; i < n; i++)
        same += column_is_same(w, c[i]) && c[i].a >= from_a && c[i].a < to_a && c[i].b >= from_b && c[i].b < to_b;
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
    bool done = w->data[d->a_end - 1].flags & WORD_LAST && w->data[d->b_end - 1].flags & WORD_LAST;
    uint32_t a_from = done ? d->a_end : sentence_begin(w, d->a_end - 1),
             b_from = done ? d->b_end : sentence_begin(w, d->b_end - 1);
    bool a_open = done || !(w->data[d->a_end - 1].flags & WORD_LAST),
         b_open = done || !(w->data[d->b_end - 1].flags & WORD_LAST);
    uint32_t a_to = a_open ? sentence_end(w, d->a_end) : d->a_end, b_to = b_open ? sentence_end(w, d->b_end) : d->b_end;
    if (a_to == d->a_end && b_to == d->b_end)
        return false;
    size_t before = d->columns.len, look = before > 2 * LONGEST_SENTENCE ? before - 2 * LONGEST_SENTENCE : 0;
    uint32_t same = count_same(w, d->columns.data + look, before - look, a_from, a_to, b_from, b_to);
    uint32_t more = most_common(w, d->a_end, a_to, d->b_end, b_to);
    if (!is_mostly(same + more, a_to - a_from, b_to - b_from))
        return false;
    copy_align_words(d, w, d->a_end, a_to, d->b_end, b_to);
    same += count_same(w, d->columns.data + before, d->columns.len - before, a_from, a_to, b_from, b_to);
    if (!is_mostly(same, a_to - a_from, b_to - b_from)) {
        d->columns.len = before;
        return false;
    }
    d->a_end = a_to;
    d->b_end = b_to;
    return true;
}

static bool grow_left(CopyDraft *d, const CopyWords *w, CopyDraft *spare)
{
    bool a_done = sentence_begin(w, d->a) == d->a, b_done = sentence_begin(w, d->b) == d->b, done = a_done && b_done;
    uint32_t a_from = done && w->data[d->a - 1].id ? sentence_begin(w, d->a - 1) : sentence_begin(w, d->a);
    uint32_t b_from = done && w->data[d->b - 1].id ? sentence_begin(w, d->b - 1) : sentence_begin(w, d->b);
    if (done && (w->data[d->a - 1].flags | w->data[d->b - 1].flags) & WORD_STANDING)
        return false;
    if (a_from == d->a && b_from == d->b)
        return false;
    uint32_t a_to = done ? d->a : sentence_end(w, d->a), b_to = done ? d->b : sentence_end(w, d->b);
    size_t look = d->columns.len < 2 * LONGEST_SENTENCE ? d->columns.len : 2 * LONGEST_SENTENCE;
    uint32_t same = count_same(w, d->columns.data, look, a_from, a_to, b_from, b_to);
    if (!is_mostly(same + most_common(w, a_from, d->a, b_from, d->b), a_to - a_from, b_to - b_from))
        return false;
    spare->columns.len = 0;
    copy_align_words(spare, w, a_from, d->a, b_from, d->b);
    size_t n = spare->columns.len;
    same += count_same(w, spare->columns.data, n, a_from, a_to, b_from, b_to);
    if (!is_mostly(same, a_to - a_from, b_to - b_from))
        return false;
    for (size_t i = 0; i < n; i++)
        vec_push(&d->columns, (CopyColumn){0});
    memmove(d->columns.data + n, d->columns.data, (d->columns.len - n) * sizeof *d->columns.data);
    memcpy(d->columns.data, spare->columns.data, n * sizeof *d->columns.data);
    d->a = a_from;
    d->b = b_from;
    return true;
}

void copy_grow(CopyDraft *d, const CopyWords *words)
{
    while (grow_right(d, words))
        ;
    CopyDraft spare = {0};
    while (grow_left(d, words, &spare))
        ;
    copy_draft_release(&spare);
    copy_draft_measure(d, words);
}
