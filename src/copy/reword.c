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

#define TEXTS_A_JOB 32

typedef VEC(CopySentence) SentenceVec;
typedef struct Making {
    CopySentences *out;
    const CopyWords *words;
    SentenceVec *jobs;
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
static void split_text(const CopyWords *w, size_t text, SentenceVec *out)
{
    uint32_t end = w->first[text + 1];
    for (uint32_t p = w->first[text], from = p; p < end; p++) {
        bool none = !w->data[p].id || w->data[p].flags & WORD_STANDING;
        if (!none && !(w->data[p].flags & WORD_LAST) && p + 1 - from < WIDEST_ALIGNED)
            continue;
        uint32_t to = none ? p : p + 1;
        if (to > from)
            vec_push(out, make_sentence(w, from, to));
        from = p + 1;
    }
}

static void split_texts(void *ctx, size_t job, unsigned worker)
{
    (void)worker;
    Making *m = ctx;
    for (size_t t = job * TEXTS_A_JOB; t < (job + 1) * TEXTS_A_JOB && t < m->words->n_texts; t++) {
        split_text(m->words, t, &m->jobs[job]);
        m->out->first[t + 1] = (uint32_t)m->jobs[job].len; /* in the job, as yet */
    }
}

/* Brings the jobs' sentences together. */
static void gather_jobs(const Making *m, size_t n_jobs)
{
    CopySentences *s = m->out;
    size_t total = 0;
    for (size_t j = 0; j < n_jobs; j++)
        total += m->jobs[j].len;
    s->data = copy_big_alloc(total * sizeof *s->data);
    uint32_t at = 0;
    for (size_t j = 0; j < n_jobs; j++) {
        SentenceVec *job = &m->jobs[j];
        if (job->len)
            memcpy(s->data + at, job->data, job->len * sizeof *s->data);
        for (size_t t = j * TEXTS_A_JOB; t < (j + 1) * TEXTS_A_JOB && t < m->words->n_texts; t++)
            s->first[t + 1] += at;
        at += (uint32_t)job->len;
        vec_release(job);
    }
}

static void fill_blocks(CopySentences *s, const CopyWords *words)
{
    s->of_block = mem_alloc((words->len / 32 + 1) * sizeof *s->of_block);
    uint32_t x = 0, n = s->first[words->n_texts];
    for (uint32_t i = 0; i <= words->len / 32; i++) {
        while (x < n && s->data[x].end <= i * 32)
            x++;
        s->of_block[i] = x;
    }
}

void copy_sentences_make(CopySentences *s, const CopyWords *words, unsigned threads)
{
    size_t n_jobs = (words->n_texts + TEXTS_A_JOB - 1) / TEXTS_A_JOB;
    *s = (CopySentences){.first = mem_zero(words->n_texts + 1, sizeof *s->first)};
    Making m = {s, words, mem_zero(n_jobs, sizeof *m.jobs)};
    pool_run(threads, n_jobs, split_texts, &m);
    gather_jobs(&m, n_jobs);
    vec_free(m.jobs);
    fill_blocks(s, words);
}

void copy_sentences_release(CopySentences *s)
{
    vec_free(s->data);
    vec_free(s->first);
    vec_free(s->of_block);
    *s = (CopySentences){0};
}

uint32_t copy_sentence_at(const CopySentences *s, uint32_t text, uint32_t position)
{
    uint32_t x = s->of_block[position / 32];
    x = x > s->first[text] ? x : s->first[text];
    while (x < s->first[text + 1] && s->data[x].end <= position)
        x++;
    return x < s->first[text + 1] ? x : s->first[text + 1];
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
