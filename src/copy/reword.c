/* reword.c: sentences that say the same in other words or another order. Where runs of equal words are too short to be
 * found, the sentence as a bag of words still tells: half of the weight of both sentences in common words is far above
 * what two sentences on one subject share. Words weigh by their length, which needs no list and no counting: the long
 * ones are the rare ones. */
#include "base/pool.h"
#include "copy/steps.h"

#define SHORTEST 4 /* words of a sentence worth comparing */

/* 1 to 6, two more for names, nouns and numbers inside a sentence. */
static uint32_t weight_of(const CopyWord *w)
{
    if (w->flags & WORD_TOPIC)
        return 1;
    uint32_t by_length = w->len <= 3 ? 1 : w->len >= 8 ? 6 : w->len - 2u;
    bool marked = w->flags & WORD_NUMBER || (w->flags & WORD_CAPITAL && !(w->flags & WORD_SENTENCE));
    return by_length + (marked ? 2 : 0);
}

typedef struct Making {
    CopySentences *out;
    const CopyWords *words;
    bool counting;
} Making;

static CopySentence make_sentence(const CopyWords *words, uint32_t begin, uint32_t end)
{
    CopySentence x = {begin, end, 0, 0, 0};
    for (uint32_t i = begin; i < end; i++) {
        const CopyWord *w = &words->data[i];
        x.weight += weight_of(w);
        if (w->flags & WORD_TELLING) {
            x.bits |= UINT64_C(1) << (w->id & 63);
            x.telling++;
        }
    }
    return x;
}

/* Sentences of one text; furniture and interruptions are in none. */
static void split_text(void *ctx, size_t text, unsigned worker)
{
    (void)worker;
    Making *m = ctx;
    const CopyWords *w = m->words;
    uint32_t n = 0, end = w->first[text + 1];
    for (uint32_t p = w->first[text], from = p; p < end; p++) {
        bool none = !w->data[p].id || w->data[p].flags & WORD_STANDING;
        if (!none && !(w->data[p].flags & WORD_LAST) && p + 1 - from < WIDEST_ALIGNED)
            continue;
        uint32_t to = none ? p : p + 1;
        if (to > from && !m->counting)
            m->out->data[m->out->first[text] + n] = make_sentence(w, from, to);
        n += to > from;
        from = p + 1;
    }
    if (m->counting)
        m->out->first[text + 1] = n;
}

void copy_sentences_make(CopySentences *s, const CopyWords *words, unsigned threads)
{
    size_t n = words->n_texts;
    *s = (CopySentences){.first = mem_zero(n + 1, sizeof *s->first)};
    Making m = {s, words, true};
    pool_run(threads, n, split_text, &m);
    for (size_t i = 0; i < n; i++)
        s->first[i + 1] += s->first[i];
    s->data = mem_alloc(s->first[n] * sizeof *s->data);
    m.counting = false;
    pool_run(threads, n, split_text, &m);
}

void copy_sentences_release(CopySentences *s)
{
    vec_free(s->data);
    vec_free(s->first);
    *s = (CopySentences){0};
}

uint32_t copy_sentence_at(const CopySentences *s, uint32_t text, uint32_t position)
{
    uint32_t low = s->first[text], high = s->first[text + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (s->data[middle].end <= position)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether enough of their telling words may be the same. */
static bool may_be_like(const CopySentence *x, const CopySentence *y)
{
    uint32_t same = (uint32_t)__builtin_popcountll(x->bits & y->bits);
    return same >= 2 && same * 6 >= x->telling + y->telling;
}

CopyReworded copy_reword(const CopySentences *s, const CopyWords *words, uint32_t a, uint32_t b)
{
    const CopySentence *x = &s->data[a], *y = &s->data[b];
    CopyReworded r = {a, b, 0, 0, 0};
    if (x->end - x->begin < SHORTEST || y->end - y->begin < SHORTEST || !may_be_like(x, y))
        return r;
    /* Words of y by the low bits of their ids: the first of each kind and its next, counted from 1; 0 = no more. */
    uint8_t first[64] = {0}, next[WIDEST_ALIGNED + 1];
    for (uint32_t q = y->end - y->begin; q > 0; q--) {
        uint8_t *slot = &first[words->data[y->begin + q - 1].id & 63];
        next[q] = *slot;
        *slot = (uint8_t)q;
    }
    uint64_t used = 0; /* words of y; each stands for one of x */
    for (uint32_t p = x->begin; p < x->end; p++) {
        const CopyWord *v = &words->data[p];
        for (uint32_t q = first[v->id & 63]; q; q = next[q]) {
            const CopyWord *w = &words->data[y->begin + q - 1];
            uint64_t bit = UINT64_C(1) << q;
            if (v->id != w->id || used & bit)
                continue;
            used |= bit;
            r.common += weight_of(v) < weight_of(w) ? weight_of(v) : weight_of(w);
            r.lower += !(v->flags & (WORD_CAPITAL | WORD_NUMBER | WORD_TOPIC)) && v->len >= 5;
            break;
        }
    }
    r.share = 200 * r.common / (x->weight + y->weight);
    return r;
}
