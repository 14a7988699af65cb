/* find.c: every text with every other, in parallel: words, index, then for each text its matches with later ones,
 * judged. */
#include "base/pool.h"
#include "copy/steps.h"

typedef struct Worker {
    CopySeeder seeder;
    CopyJudge judge;
    Arena arena;
} Worker;

typedef struct Found {
    CopyPair *pairs; /* in the worker's arena */
    size_t n;
} Found;

typedef struct Search {
    const CopyWords *words;
    const CopyIndex *index;
    Worker *workers;
    Found *found; /* by text */
} Search;

static void start_worker(Worker *k, const CopyWords *words, const CopySentences *sentences)
{
    copy_seeder_init(&k->seeder, words->n_texts);
    k->judge.words = words;
    k->judge.sentences = sentences;
}

static void search_text(void *ctx, size_t a, unsigned worker)
{
    Search *s = ctx;
    Worker *k = &s->workers[worker];
    copy_seed(&k->seeder, s->index, s->words, (uint32_t)a);
    const HitVec *hits = &k->seeder.hits;
    VEC(CopyPair) pairs = {0};
    for (size_t i = 0, end; i < hits->len; i = end) {
        uint32_t b = hits->data[i].text;
        for (end = i; end < hits->len && hits->data[end].text == b; end++)
            ;
        copy_judge_pair(&k->judge, (uint32_t)a, b, hits->data + i, end - i);
        if (!k->judge.n)
            continue;
        CopyPair pair = {(uint32_t)a, b, ARENA_NEW(&k->arena, CopyPassage, k->judge.n), k->judge.n};
        for (size_t p = 0; p < pair.n_passages; p++)
            pair.passages[p] = copy_passage(&k->judge.drafts.data[p], s->words, &k->arena);
        vec_push(&pairs, pair);
    }
    s->found[a] = (Found){NULL, pairs.len};
    s->found[a].pairs = arena_copy(&k->arena, pairs.data, pairs.len * sizeof *pairs.data);
    vec_release(&pairs);
}

static void collect(const Search *s, size_t n, Arena *arena, CopyPairs *out)
{
    size_t total = 0, at = 0;
    for (size_t i = 0; i < n; i++)
        total += s->found[i].n;
    *out = (CopyPairs){ARENA_NEW(arena, CopyPair, total), total};
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < s->found[i].n; j++) {
            CopyPair p = s->found[i].pairs[j];
            p.passages = arena_copy(arena, p.passages, p.n_passages * sizeof *p.passages);
            for (size_t k = 0; k < p.n_passages; k++)
                p.passages[k].swaps = arena_copy(arena, p.passages[k].swaps, p.passages[k].n_swaps * sizeof(CopySwap));
            out->data[at++] = p;
        }
}

Status copy_find(const CopyText *texts, size_t n, unsigned threads, Arena *arena, CopyPairs *out, Error *err)
{
    *out = (CopyPairs){0};
    CopyWords words;
    CopyIndex index;
    CopySentences sentences;
    threads = threads ? threads : pool_cores();
    Status status = copy_words_make(&words, texts, n, threads, err);
    if (status != LAGEBILD_OK || n < 2) {
        copy_words_release(&words);
        return status;
    }
    copy_index_make(&index, &words, threads);
    copy_sentences_make(&sentences, &words, threads);
    Search s = {&words, &index, mem_zero(threads, sizeof *s.workers), mem_zero(n, sizeof *s.found)};
    for (unsigned i = 0; i < threads; i++)
        start_worker(&s.workers[i], &words, &sentences);
    pool_run(threads, n, search_text, &s);
    collect(&s, n, arena, out);
    for (unsigned i = 0; i < threads; i++) {
        copy_seeder_release(&s.workers[i].seeder);
        copy_judge_release(&s.workers[i].judge);
        arena_release(&s.workers[i].arena);
    }
    vec_free(s.workers);
    vec_free(s.found);
    copy_sentences_release(&sentences);
    copy_index_release(&index);
    copy_words_release(&words);
    return LAGEBILD_OK;
}
