/* same.c: texts of the same words: one hash a text finds them, and one walk over two of them aligns them. */
#include "base/map.h"
#include "base/pool.h"
#include "copy/steps.h"

#define FEWEST_WORDS 12 /* fewer may be the same by chance, or a form that everybody fills in */
#define NO_HASH 0

typedef struct Hashing {
    const CopyText *texts;
    WordVec *words; /* one for each worker */
    uint64_t *hash; /* by text */
} Hashing;

static void hash_text(void *ctx, size_t t, unsigned worker)
{
    Hashing *h = ctx;
    WordVec *words = &h->words[worker];
    VEC(uint32_t) ids = {0};
    words->len = 0;
    if (h->texts[t].text.len < INT32_MAX)
        copy_words_of_text(&h->texts[t], words);
    vec_reserve(&ids, words->len);
    for (size_t i = 0; i < words->len; i++)
        if (words->data[i].id)
            vec_push(&ids, words->data[i].id);
    uint64_t hash = ids.len < FEWEST_WORDS ? NO_HASH : hash_bytes(ids.data, ids.len * sizeof *ids.data);
    h->hash[t] = hash;
    vec_release(&ids);
}

uint32_t *copy_same_words(const CopyText *texts, size_t n, unsigned threads, Arena *arena)
{
    threads = threads ? threads : pool_cores();
    Hashing h = {texts, mem_zero(threads, sizeof *h.words), mem_zero(n, sizeof *h.hash)};
    pool_run(threads, n, hash_text, &h);
    uint32_t *same_as = ARENA_NEW(arena, uint32_t, n);
    U64Map first = {0}; /* hash → the text that stands for all */
    for (uint32_t i = 0; i < n; i++) {
        uint32_t *stands = h.hash[i] == NO_HASH ? NULL : u64map_put(&first, h.hash[i], i, NULL);
        if (stands && copy_published_order(texts[i].published, texts[*stands].published) < 0)
            *stands = i;
    }
    for (uint32_t i = 0; i < n; i++)
        same_as[i] = h.hash[i] == NO_HASH ? i : *u64map_get(&first, h.hash[i]);
    u64map_release(&first);
    for (unsigned i = 0; i < threads; i++)
        vec_release(&h.words[i]);
    vec_free(h.words);
    vec_free(h.hash);
    return same_as;
}

static Span run_of(const WordVec *words, size_t first, size_t last)
{
    return (Span){words->data[first].begin, words->data[last].begin + words->data[last].len};
}

CopyPassage *copy_align_same(const CopyText *a, const CopyText *b, Arena *arena, size_t *n_passages)
{
    WordVec of_a = {0}, of_b = {0};
    VEC(CopyPassage) passages = {0};
    copy_words_of_text(a, &of_a);
    copy_words_of_text(b, &of_b);
    for (size_t i = 0, j = 0;;) {
        while (i < of_a.len && !of_a.data[i].id)
            i++;
        while (j < of_b.len && !of_b.data[j].id)
            j++;
        size_t begin = i, begin_b = j;
        for (; i < of_a.len && j < of_b.len && of_a.data[i].id && of_a.data[i].id == of_b.data[j].id; i++)
            j++;
        if (i == begin)
            break;
        CopyPassage p = {.kind = COPY_VERBATIM, .words_same = (uint32_t)(i - begin)};
        p.a = run_of(&of_a, begin, i - 1);
        p.b = run_of(&of_b, begin_b, j - 1);
        vec_push(&passages, p);
    }
    vec_release(&of_a);
    vec_release(&of_b);
    *n_passages = passages.len;
    return vec_to_arena(&passages, arena);
}
