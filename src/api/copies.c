/* copies.c: copied passages among texts, without a database. */
#include "base/vec.h"
#include "copy/archive.h"

typedef void Found(void *ctx, size_t a, size_t b, const LagebildPassage *passages, size_t n_passages);
typedef Status Find(const CopyText *texts, size_t n, unsigned threads, Arena *arena, CopyPairs *out, Error *err);

static Status find(Find *how, const LagebildText *texts, size_t n, unsigned threads, Found *found, void *ctx,
                   Error *err)
{
    Arena arena = ARENA_INIT;
    CopyText *copies = ARENA_NEW(&arena, CopyText, n);
    for (size_t i = 0; i < n; i++)
        copies[i] = (CopyText){.text = str_make(texts[i].text, texts[i].len), .source = str_of(texts[i].source)};
    CopyPairs pairs;
    Status status = how(copies, n, threads, &arena, &pairs, err);
    VEC(LagebildPassage) passages = {0};
    for (size_t i = 0; i < pairs.len; i++) {
        const CopyPair *pair = &pairs.data[i];
        passages.len = 0;
        for (size_t k = 0; k < pair->n_passages; k++) {
            const CopyPassage *p = &pair->passages[k];
            vec_push(&passages, (LagebildPassage){p->a.begin, p->a.end, p->b.begin, p->b.end});
        }
        found(ctx, pair->a, pair->b, passages.data, passages.len);
    }
    vec_release(&passages);
    arena_release(&arena);
    return status;
}

LagebildStatus lagebild_find_copies(const LagebildText *texts, size_t n, unsigned threads, Found *found, void *ctx,
                                    LagebildError *err)
{
    return find(copy_find, texts, n, threads, found, ctx, err);
}

LagebildStatus lagebild_find_copies_in_order(const LagebildText *texts, size_t n, unsigned threads, Found *found,
                                             void *ctx, LagebildError *err)
{
    return find(copy_find_in_order, texts, n, threads, found, ctx, err);
}
