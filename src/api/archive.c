/* archive.c: new articles on their way into the index of copies.
 *
 *     waiting articles ─ batch: load ─ every core: runs ─ a segment of all, in memory ─ every core: who is like whom
 * before it ─ runs that the other one has are left out ─ segment ─▶ store_archive_write, wordings
 *
 * An article with nine tenths of an earlier one's runs, and the other way round, is of that one's wording: of two
 * hundred copies of one wire text the index has one, and what each of the others wrote itself. */
#include "api/archive.h"

#include "api/stored.h"
#include "base/pool.h"
#include "base/vec.h"

#define BATCH_ARTICLES 4096
#define BATCH_RUNS ((size_t)2 << 20)
#define LOADED 64 /* articles in memory at once */

/* One article of a batch. */
typedef struct Entry {
    int64_t article;
    uint32_t source;
    TextVec runs;
    uint32_t n_runs; /* of them at first */
    TextVec alike;   /* numbers of texts before it */
    uint32_t leader; /* number of the text whose wording it has; its own where it has its own */
} Entry;

typedef struct Batch {
    Lagebild *lb;
    unsigned threads;
    VEC(Entry) entries;
    size_t n_runs;
    const CopyArchive *all; /* what is on disk, and the batch */
    uint32_t first;         /* number of the batch's first text in it */
    CopyLookup **searches;  /* one for each thread */
    bool *damaged;          /* likewise */
} Batch;

/* ---- loading ------------------------------------------------------------------------------------------------- */

typedef struct Loading {
    Arena arenas[LOADED];
    CopyText texts[LOADED];
    Entry *entries;
} Loading;

static void take_runs(void *ctx, size_t number, unsigned worker)
{
    (void)worker;
    Loading *l = ctx;
    Entry *e = &l->entries[number];
    copy_runs_of(&l->texts[number], &e->runs);
    e->n_runs = (uint32_t)e->runs.len;
    e->source = copy_source_hash(l->texts[number].source);
    arena_release(&l->arenas[number]);
}

/* Up to LOADED articles more. */
static Status load_some(Batch *b, const int64_t *articles, size_t n, Error *err)
{
    Loading *l = mem_zero(1, sizeof *l);
    Status status = LAGEBILD_OK;
    size_t first = b->entries.len;
    for (size_t i = 0; status == LAGEBILD_OK && i < n; i++) {
        Article article;
        Saids saids;
        vec_push(&b->entries, (Entry){.article = articles[i]});
        status = store_load(b->lb->store, articles[i], &l->arenas[i], &article, &saids, err);
        if (status == LAGEBILD_OK)
            l->texts[i] = stored_copy_text(&article, &l->arenas[i]);
    }
    l->entries = b->entries.data + first;
    if (status == LAGEBILD_OK)
        pool_run(b->threads, n, take_runs, l);
    for (size_t i = 0; i < n; i++)
        arena_release(&l->arenas[i]);
    for (size_t i = first; i < b->entries.len; i++)
        b->n_runs += b->entries.data[i].n_runs;
    vec_free(l);
    return status;
}

/* Loads a batch; *taken says of how many articles. */
static Status load_batch(Batch *b, const int64_t *articles, size_t n, size_t *taken, Error *err)
{
    Status status = LAGEBILD_OK;
    *taken = 0;
    while (status == LAGEBILD_OK && *taken < n && *taken < BATCH_ARTICLES && b->n_runs < BATCH_RUNS) {
        size_t some = n - *taken < LOADED ? n - *taken : LOADED;
        status = load_some(b, articles + *taken, some, err);
        *taken += some;
    }
    return status;
}

/* ---- wordings ------------------------------------------------------------------------------------------------ */

static bool append(void *ctx, const char *data, size_t len)
{
    strbuf_add(ctx, str_make(data, len));
    return true;
}

static Status make_segment(const Batch *b, StrBuf *out, Error *err)
{
    CopySegmentText *texts = mem_zero(b->entries.len, sizeof *texts);
    VEC(uint64_t) runs = {0};
    vec_reserve(&runs, b->n_runs);
    for (size_t i = 0; i < b->entries.len; i++) {
        const Entry *e = &b->entries.data[i];
        texts[i] = (CopySegmentText){(uint64_t)e->article, e->source, e->n_runs};
        for (size_t k = 0; k < e->runs.len; k++)
            vec_push(&runs, (uint64_t)e->runs.data[k] << 32 | i);
    }
    uint64_t hash;
    strbuf_clear(out);
    Status status = copy_segment_write(texts, (uint32_t)b->entries.len, runs.data, runs.len,
                                       (LagebildWriter){append, out}, &hash, err);
    vec_release(&runs);
    vec_free(texts);
    return status;
}

static void find_alike(void *ctx, size_t number, unsigned worker)
{
    Batch *b = ctx;
    Entry *e = &b->entries.data[number];
    if (!copy_lookup_alike(b->searches[worker], e->runs.data, e->runs.len, b->first + (uint32_t)number, &e->alike))
        b->damaged[worker] = true;
}

static void leave_out(void *ctx, size_t number, unsigned worker)
{
    Batch *b = ctx;
    Entry *e = &b->entries.data[number];
    if (e->leader != b->first + number)
        e->runs.len = copy_lookup_without(b->searches[worker], e->runs.data, e->runs.len, e->leader);
}

/* The earliest of those that it is like and that have their own wording, else its own. Of those on the disk only these
 * can be found: the others have few runs there. */
static void choose_leaders(Batch *b)
{
    for (uint32_t i = 0; i < b->entries.len; i++) {
        Entry *e = &b->entries.data[i];
        e->leader = b->first + i;
        for (size_t k = 0; k < e->alike.len && e->leader == b->first + i; k++) {
            uint32_t t = e->alike.data[k];
            if (t < b->first || b->entries.data[t - b->first].leader == t)
                e->leader = t;
        }
    }
}

static void start_searches(Batch *b)
{
    b->searches = mem_zero(b->threads, sizeof *b->searches);
    b->damaged = mem_zero(b->threads, sizeof *b->damaged);
    for (unsigned i = 0; i < b->threads; i++)
        b->searches[i] = copy_lookup_new(b->all);
}

static Status end_searches(Batch *b, Error *err)
{
    bool damaged = false;
    for (unsigned i = 0; i < b->threads; i++) {
        copy_lookup_free(b->searches[i]);
        damaged |= b->damaged[i];
    }
    vec_free(b->searches);
    vec_free(b->damaged);
    return damaged ? error_set(err, LAGEBILD_ERR_FORMAT, NULL, ERROR_NO_OFFSET, "the index of copies is damaged")
                   : LAGEBILD_OK;
}

/* Finds each article's wording, told to the database, and takes out the runs that its leader has. */
static Status find_wordings(Batch *b, Error *err)
{
    start_searches(b);
    pool_run(b->threads, b->entries.len, find_alike, b);
    choose_leaders(b);
    pool_run(b->threads, b->entries.len, leave_out, b);
    Status status = end_searches(b, err);
    for (size_t i = 0; status == LAGEBILD_OK && i < b->entries.len; i++) {
        const Entry *e = &b->entries.data[i];
        status = store_set_wording(b->lb->store, e->article, (int64_t)copy_archive_id(b->all, e->leader), err);
    }
    return status;
}

/* The batch into the database, in a transaction. */
static Status put_batch(Batch *b, const StoreArchive *live, Error *err)
{
    size_t n;
    StrBuf bytes = STRBUF_INIT;
    const CopySegment *on_disk = store_archive_segments(live, &n);
    CopySegment *segments = mem_zero(n + 1, sizeof *segments);
    for (size_t i = 0; i < n; i++) {
        segments[i] = on_disk[i];
        b->first += on_disk[i].n_texts;
    }
    Status status = make_segment(b, &bytes, err);
    if (status == LAGEBILD_OK)
        status = copy_segment_open(strbuf_str(&bytes), &segments[n], err);
    if (status == LAGEBILD_OK) {
        CopyArchive *all = copy_archive_new(segments, n + 1);
        b->all = all;
        status = find_wordings(b, err);
        copy_archive_free(all);
    }
    if (status == LAGEBILD_OK)
        status = make_segment(b, &bytes, err);
    if (status == LAGEBILD_OK)
        status = store_archive_write(b->lb->store, live, strbuf_str(&bytes), err);
    vec_free(segments);
    strbuf_release(&bytes);
    return status;
}

static Status run_batch(Lagebild *lb, unsigned threads, const int64_t *articles, size_t n, size_t *taken, Error *err)
{
    Batch b = {.lb = lb, .threads = threads};
    StoreArchive *live = NULL;
    Status status = store_archive_open(lb->store, &live, err);
    if (status == LAGEBILD_OK)
        status = load_batch(&b, articles, n, taken, err);
    if (status == LAGEBILD_OK)
        status = store_begin(lb->store, err);
    if (status == LAGEBILD_OK) {
        status = put_batch(&b, live, err);
        if (status == LAGEBILD_OK)
            status = store_commit(lb->store, err);
        else
            store_rollback(lb->store);
    }
    for (size_t i = 0; i < b.entries.len; i++) {
        vec_release(&b.entries.data[i].runs);
        vec_release(&b.entries.data[i].alike);
    }
    vec_release(&b.entries);
    store_archive_close(live);
    store_archive_sweep(lb->store);
    return status;
}

/* Forgets an index that cannot be used. */
static Status check_index(Lagebild *lb, Error *err)
{
    StoreArchive *live = NULL;
    Status status = store_archive_open(lb->store, &live, err);
    size_t n = 0;
    const CopySegment *segments = status == LAGEBILD_OK ? store_archive_segments(live, &n) : NULL;
    for (size_t i = 0; i < n; i++)
        if (!copy_segment_is_whole(&segments[i]))
            status = LAGEBILD_ERR_FORMAT;
    store_archive_close(live);
    if (status != LAGEBILD_ERR_FORMAT)
        return status;
    status = store_begin(lb->store, err);
    if (status == LAGEBILD_OK)
        status = store_archive_forget(lb->store, err);
    if (status == LAGEBILD_OK)
        return store_commit(lb->store, err);
    store_rollback(lb->store);
    return status;
}

Status archive_update(Lagebild *lb, unsigned threads, Error *err)
{
    Arena arena = ARENA_INIT;
    int64_t *articles = NULL;
    size_t n = 0;
    if (store_in_memory(lb->store))
        return LAGEBILD_OK;
    Status status = check_index(lb, err);
    if (status == LAGEBILD_OK)
        status = store_archive_waiting(lb->store, &arena, &articles, &n, err);
    for (size_t i = 0, taken = 0; status == LAGEBILD_OK && i < n; i += taken)
        status = run_batch(lb, threads, articles + i, n - i, &taken, err);
    arena_release(&arena);
    return status;
}
