/* inorder.c: texts as if they came one after the other: each is compared with those before it through the archive's
 * index. */
#include "base/pool.h"
#include "copy/archive.h"
#include "copy/steps.h"

#include <stdlib.h>

typedef struct Found {
    CopyPair *pairs; /* in the worker's arena */
    size_t n;
} Found;

typedef struct InOrder {
    const CopyText *texts;
    CopyLookup **searches; /* one for each worker */
    Arena *arenas;
    Found *found; /* by text */
} InOrder;

/* Texts are known by their numbers. */
typedef struct Earlier {
    const CopyText *texts;
    uint64_t before;
} Earlier;

static Status load_earlier(void *ctx, uint64_t id, CopyText *text, Error *err)
{
    (void)err;
    const Earlier *e = ctx;
    if (id >= e->before)
        return LAGEBILD_NOT_FOUND;
    *text = e->texts[id];
    return LAGEBILD_OK;
}

static void search_text(void *ctx, size_t number, unsigned worker)
{
    InOrder *x = ctx;
    Arena *arena = &x->arenas[worker];
    Earlier earlier = {x->texts, number};
    CopySharedTexts shared;
    copy_lookup_all(x->searches[worker], &x->texts[number], number, 0, (CopySource){load_earlier, &earlier}, arena,
                    &shared, NULL);
    Found *f = &x->found[number];
    f->pairs = ARENA_NEW(arena, CopyPair, shared.len);
    for (; f->n < shared.len; f->n++) {
        const CopyShared *s = &shared.data[f->n];
        f->pairs[f->n] = (CopyPair){(uint32_t)number, (uint32_t)s->id, s->passages, s->n_passages};
        copy_pair_turn(&f->pairs[f->n]);
    }
}

static bool append(void *ctx, const char *data, size_t len)
{
    strbuf_add(ctx, str_make(data, len));
    return true;
}

/* One segment of all texts. */
static Status make_segment(const CopyText *texts, size_t n, StrBuf *out, Error *err)
{
    CopySegmentText *known = mem_zero(n + 1, sizeof *known);
    VEC(uint64_t) runs = {0};
    TextVec hashes = {0};
    for (size_t t = 0; t < n; t++) {
        hashes.len = 0;
        copy_runs_of(&texts[t], &hashes);
        known[t] = (CopySegmentText){t, copy_source_hash(texts[t].source), (uint32_t)hashes.len};
        for (size_t i = 0; i < hashes.len; i++)
            vec_push(&runs, (uint64_t)hashes.data[i] << 32 | t);
    }
    uint64_t hash;
    Status status =
        copy_segment_write(known, (uint32_t)n, runs.data, runs.len, (LagebildWriter){append, out}, &hash, err);
    vec_release(&runs);
    vec_release(&hashes);
    vec_free(known);
    return status;
}

static int by_texts(const void *pa, const void *pb)
{
    const CopyPair *a = pa, *b = pb;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

static void collect(const InOrder *x, size_t n, Arena *arena, CopyPairs *out)
{
    VEC(CopyPair) pairs = {0};
    for (size_t t = 0; t < n; t++)
        for (size_t i = 0; i < x->found[t].n; i++)
            vec_push(&pairs, copy_pair_keep(&x->found[t].pairs[i], arena));
    if (pairs.len)
        qsort(pairs.data, pairs.len, sizeof *pairs.data, by_texts);
    out->len = pairs.len;
    out->data = vec_to_arena(&pairs, arena);
}

Status copy_find_in_order(const CopyText *texts, size_t n, unsigned threads, Arena *arena, CopyPairs *out, Error *err)
{
    *out = (CopyPairs){0};
    StrBuf bytes = STRBUF_INIT;
    CopySegment segment;
    Status status = make_segment(texts, n, &bytes, err);
    if (status == LAGEBILD_OK)
        status = copy_segment_open(strbuf_str(&bytes), &segment, err);
    if (status != LAGEBILD_OK) {
        strbuf_release(&bytes);
        return status;
    }
    threads = threads ? threads : pool_cores();
    CopyArchive *archive = copy_archive_new(&segment, 1);
    InOrder x = {texts, mem_zero(threads, sizeof *x.searches), mem_zero(threads, sizeof *x.arenas),
                 mem_zero(n + 1, sizeof *x.found)};
    for (unsigned i = 0; i < threads; i++)
        x.searches[i] = copy_lookup_new(archive);
    pool_run(threads, n, search_text, &x);
    collect(&x, n, arena, out);
    for (unsigned i = 0; i < threads; i++) {
        copy_lookup_free(x.searches[i]);
        arena_release(&x.arenas[i]);
    }
    vec_free(x.searches);
    vec_free(x.arenas);
    vec_free(x.found);
    copy_archive_free(archive);
    strbuf_release(&bytes);
    return LAGEBILD_OK;
}
