/* find.c: every text with every other, in parallel: words, index, then for each text its matches with later ones,
 * judged. */
#include "base/pool.h"
#include "copy/steps.h"

struct CopyWorker {
    CopySeeder seeder;
    CopyJudge judge;
    Arena arena; /* of what it found, until the search is released */
};

typedef struct Found {
    CopyPair *pairs; /* in the worker's arena */
    size_t n;
} Found;

typedef struct Finding {
    CopySearch *search;
    Found *found; /* by text */
} Finding;

/* What the judge has decided, as a pair. */
static CopyPair keep_pair(const CopySearch *s, CopyWorker *k, uint32_t a, uint32_t b)
{
    CopyPair pair = {a, b, ARENA_NEW(&k->arena, CopyPassage, k->judge.n), k->judge.n};
    for (size_t p = 0; p < pair.n_passages; p++)
        pair.passages[p] = copy_passage(&k->judge.drafts.data[p], &s->words, &k->arena);
    return pair;
}

static void search_text(void *ctx, size_t a, unsigned worker)
{
    Finding *f = ctx;
    CopySearch *s = f->search;
    CopyWorker *k = &s->workers[worker];
    copy_seed(&k->seeder, &s->index, &s->words, s->leaders.leader, (uint32_t)a);
    const HitVec *hits = &k->seeder.hits;
    VEC(CopyPair) pairs = {0};
    for (size_t i = 0, end; i < hits->len; i = end) {
        uint32_t b = hits->data[i].text;
        for (end = i; end < hits->len && hits->data[end].text == b; end++)
            ;
        copy_judge_pair(&k->judge, (uint32_t)a, b, hits->data + i, end - i);
        if (k->judge.n)
            vec_push(&pairs, keep_pair(s, k, (uint32_t)a, b));
    }
    f->found[a] = (Found){NULL, pairs.len};
    f->found[a].pairs = arena_copy(&k->arena, pairs.data, pairs.len * sizeof *pairs.data);
    vec_release(&pairs);
}

void copy_search_two(CopySearch *s, uint32_t a, uint32_t b, unsigned worker, CopyPair *out)
{
    CopyWorker *k = &s->workers[worker];
    copy_seed_two(&k->seeder, &s->words, a, b);
    copy_judge_pair(&k->judge, a, b, k->seeder.hits.data, k->seeder.hits.len);
    *out = keep_pair(s, k, a, b);
}

Status copy_search_init(CopySearch *s, const CopyText *texts, size_t n, unsigned threads, bool follow, Error *err)
{
    *s = (CopySearch){.threads = threads ? threads : pool_cores()};
    Status status = copy_words_make(&s->words, texts, n, s->threads, err);
    if (status != LAGEBILD_OK)
        return status;
    s->workers = mem_zero(s->threads, sizeof *s->workers);
    for (unsigned i = 0; i < s->threads; i++) {
        copy_seeder_init(&s->workers[i].seeder, n);
        s->workers[i].judge.words = &s->words;
        s->workers[i].judge.sentences = &s->sentences;
    }
    CopyIndexing *indexing = copy_index_begin(&s->words, s->threads);
    copy_sentences_make(&s->sentences, &s->words, s->threads);
    if (follow) {
        CopyFollowing *following = copy_following_new(&s->words);
        copy_index_tell(indexing, following);
        copy_following_end(following, s, &s->leaders);
        copy_index_drop(indexing, s->leaders.held, s->threads);
    }
    copy_index_end(indexing, &s->index, s->threads);
    return LAGEBILD_OK;
}

void copy_search_release(CopySearch *s)
{
    for (unsigned i = 0; s->workers && i < s->threads; i++) {
        copy_seeder_release(&s->workers[i].seeder);
        copy_judge_release(&s->workers[i].judge);
        arena_release(&s->workers[i].arena);
    }
    vec_free(s->workers);
    copy_sentences_release(&s->sentences);
    copy_index_release(&s->index);
    copy_leaders_release(&s->leaders);
    copy_words_release(&s->words);
}

CopyLimits copy_search_limits(const CopySearch *s)
{
    CopyLimits sum = {.repeats = s->index.repeats};
    for (unsigned i = 0; i < s->threads; i++) {
        const CopyLimits *seeds = &s->workers[i].seeder.limits;
        sum.repeats += seeds->repeats;
        sum.places += seeds->places;
        sum.texts += seeds->texts;
        sum.pairs += s->workers[i].judge.pairs;
    }
    return sum;
}

CopyPair copy_pair_keep(const CopyPair *pair, Arena *arena)
{
    CopyPair p = *pair;
    p.passages = arena_copy(arena, p.passages, p.n_passages * sizeof *p.passages);
    for (size_t k = 0; k < p.n_passages; k++)
        p.passages[k].swaps = arena_copy(arena, p.passages[k].swaps, p.passages[k].n_swaps * sizeof(CopySwap));
    return p;
}

static int by_texts(const void *px, const void *py)
{
    const CopyPair *x = px, *y = py;
    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return x->b < y->b ? -1 : x->b > y->b;
}

/* What was found, and each follower with its leader. */
static void collect(const CopySearch *s, const Found *found, Arena *arena, CopyPairs *out)
{
    size_t n = s->words.n_texts, total = s->leaders.pairs.len, at = 0;
    for (size_t i = 0; i < n; i++)
        total += found[i].n;
    *out = (CopyPairs){.data = ARENA_NEW(arena, CopyPair, total), .len = total};
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < found[i].n; j++)
            out->data[at++] = copy_pair_keep(&found[i].pairs[j], arena);
    for (size_t i = 0; i < s->leaders.pairs.len; i++) {
        CopyPair *p = &out->data[at++];
        *p = copy_pair_keep(&s->leaders.pairs.data[i], arena);
        if (p->a > p->b)
            copy_pair_turn(p);
    }
    if (s->leaders.pairs.len)
        qsort(out->data, total, sizeof *out->data, by_texts);
}

void copy_search_all(CopySearch *s, Arena *arena, CopyPairs *out)
{
    Finding f = {s, mem_zero(s->words.n_texts, sizeof *f.found)};
    pool_run(s->threads, s->words.n_texts, search_text, &f);
    collect(s, f.found, arena, out);
    copy_settle(s->words.texts, s->words.n_texts, out);
    out->limits = copy_search_limits(s);
    vec_free(f.found);
}

Status copy_find(const CopyText *texts, size_t n, unsigned threads, Arena *arena, CopyPairs *out, Error *err)
{
    *out = (CopyPairs){0};
    CopySearch search;
    Status status = copy_search_init(&search, texts, n, threads, false, err);
    if (status == LAGEBILD_OK)
        copy_search_all(&search, arena, out);
    copy_search_release(&search);
    return status;
}
