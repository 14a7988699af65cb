/* reword.c: sentences that say the same in other words or another order. Where runs of equal words are too short to be
 * found, the sentence as a bag of words still tells: half of the weight of both sentences in common words is far above what
 * two sentences on one subject share. Words weigh by their length, which needs no list and no counting: the long ones are the
 * rare ones. */
#include "base/pool.h"
#include "copy/steps.h"

#define SHORTEST 4    /* words of a sentence worth comparing */
#define LEAST_LOWER 2 /* common words that are no names: titles alone make no sentence */

/* 1 to 6, two more for names, nouns and numbers inside a sentence. */
static uint32_t weight_of(const CopyWord *w)
{
    if (w->flags & WORD_TOPIC)
        return 1;
    uint32_t by_length = w->len <= 3 ? 1 : w->len >= 8 ? 6 : w->len - 2u;
    bool marked = w->flags & WORD_NUMBER || (w->flags & WORD_CAPITAL && !(w->flags & WORD_SENTENCE));
    return by_length + (marked ? 2 : 0);
}

static uint32_t bag_bit(uint32_t id) { return id * 0x9e3779b1u >> 20; } /* 4096 = 64 * BAG_WORDS */

typedef struct Making {
    CopySentences *out;
    const CopyWords *words;
    uint32_t *telling; /* how many each text has, then where they begin */
    bool counting;
} Making;

static void fill_sentence(const Making *m, CopySentence *x, uint32_t begin, uint32_t end, uint32_t *telling)
{
    *x = (CopySentence){begin, end, 0, *telling, 0};
    for (uint32_t i = begin; i < end; i++) {
        const CopyWord *w = &m->words->data[i];
        x->weight += weight_of(w);
        if (w->flags & WORD_TELLING) {
            x->bits |= UINT64_C(1) << (w->id & 63);
            m->out->telling[(*telling)++] = (uint16_t)bag_bit(w->id);
        }
    }
}

/* Sentences of one text; furniture and interruptions are in none. */
static void split_text(const Making *m, uint32_t text)
{
    const CopyWords *w = m->words;
    uint32_t n = m->counting ? 0 : m->out->first[text], end = w->first[text + 1], telling = m->counting ? 0 : m->telling[text];
    for (uint32_t p = w->first[text], from = p; p < end; p++) {
        bool none = !w->data[p].id || w->data[p].flags & WORD_STANDING;
        if (m->counting)
            telling += !none && w->data[p].flags & WORD_TELLING;
        if (!none && !(w->data[p].flags & WORD_LAST) && p + 1 - from < WIDEST_ALIGNED && p + 1 < end)
            continue;
        uint32_t to = none ? p : p + 1;
        if (to > from && !m->counting)
            fill_sentence(m, &m->out->data[n], from, to, &telling);
        n += to > from;
        from = p + 1;
    }
    if (m->counting) {
        m->out->first[text + 1] = n + 1;
        m->telling[text + 1] = telling;
    } else {
        m->out->data[n] = (CopySentence){end, end, 0, telling, 0};
    }
}

static void make_text(void *ctx, size_t text, unsigned worker)
{
    (void)worker;
    Making *m = ctx;
    split_text(m, (uint32_t)text);
    if (m->counting)
        return;
    for (uint32_t i = m->telling[text]; i < m->telling[text + 1]; i++) {
        uint32_t bit = m->out->telling[i];
        m->out->bag[text][bit / 64] |= UINT64_C(1) << (bit & 63);
    }
}

void copy_sentences_make(CopySentences *s, const CopyWords *words, unsigned threads)
{
    size_t n = words->n_texts;
    *s = (CopySentences){.first = mem_zero(n + 1, sizeof *s->first)};
    s->bag = mem_zero(n, sizeof *s->bag);
    Making m = {s, words, mem_zero(n + 1, sizeof *m.telling), true};
    pool_run(threads, n, make_text, &m);
    for (size_t i = 0; i < n; i++) {
        s->first[i + 1] += s->first[i];
        m.telling[i + 1] += m.telling[i];
    }
    s->data = mem_alloc(s->first[n] * sizeof *s->data);
    s->telling = mem_alloc(m.telling[n] * sizeof *s->telling);
    m.counting = false;
    pool_run(threads, n, make_text, &m);
    vec_free(m.telling);
}

void copy_sentences_release(CopySentences *s)
{
    vec_free(s->data);
    vec_free(s->telling);
    vec_free(s->first);
    vec_free(s->bag);
    *s = (CopySentences){0};
}

/* Whether enough of a sentence's telling words stand in the other text, somewhere. */
static bool may_be_in(const CopySentences *s, const CopySentence *x, const uint64_t *bag)
{
    uint32_t telling = x[1].telling - x->telling, there = 0;
    for (uint32_t i = x->telling; i < x[1].telling; i++)
        there += bag[s->telling[i] / 64] >> (s->telling[i] & 63) & 1;
    return there >= 2 && there * 5 >= telling * 2;
}

/* Whether enough of their telling words may be the same. */
static bool may_be_like(const CopySentence *x, const CopySentence *y)
{
    uint32_t n_x = x[1].telling - x->telling, n_y = y[1].telling - y->telling;
    uint32_t same = (uint32_t)__builtin_popcountll(x->bits & y->bits);
    return same >= 2 && same * 6 >= n_x + n_y;
}

/* Weight of the words that both sentences have, each used once; *lower counts the telling ones that are no names or nouns. */
static uint32_t common_weight(const CopyWords *w, const CopySentence *x, const CopySentence *y, uint32_t *lower)
{
    uint64_t used = 0;
    uint32_t common = 0;
    *lower = 0;
    for (uint32_t p = x->begin; p < x->end; p++)
        for (uint32_t q = y->begin; q < y->end; q++)
            if (w->data[p].id == w->data[q].id && !(used >> (q - y->begin) & 1)) {
                uint32_t weight_p = weight_of(&w->data[p]), weight_q = weight_of(&w->data[q]);
                used |= UINT64_C(1) << (q - y->begin);
                common += weight_p < weight_q ? weight_p : weight_q;
                *lower += !(w->data[p].flags & (WORD_CAPITAL | WORD_NUMBER | WORD_TOPIC)) && w->data[p].len >= 5;
                break;
            }
    return common;
}

void copy_reword(const CopySentences *s, const CopyWords *words, uint32_t a, uint32_t b, const bool *free_a, const bool *free_b,
                 uint32_t least, RewordedVec *out)
{
    out->len = 0;
    for (uint32_t i = s->first[a]; i + 1 < s->first[a + 1]; i++) {
        const CopySentence *x = &s->data[i];
        if (!free_a[i - s->first[a]] || x->end - x->begin < SHORTEST || !may_be_in(s, x, s->bag[b]))
            continue;
        CopyReworded best = {i, 0, 0, 0};
        for (uint32_t j = s->first[b]; j + 1 < s->first[b + 1]; j++) {
            const CopySentence *y = &s->data[j];
            if (!free_b[j - s->first[b]] || y->end - y->begin < SHORTEST || !may_be_like(x, y))
                continue;
            uint32_t lower, common = common_weight(words, x, y, &lower), share = 200 * common / (x->weight + y->weight);
            if (share > best.share && lower >= LEAST_LOWER)
                best = (CopyReworded){i, j, common, share};
        }
        if (best.share >= least)
            vec_push(out, best);
    }
}
