/* archived.c: what a page shares with all pages of the database, of whatever story.
 *
 *     page ─ index of copies ─▶ candidates ─ loaded, put beside it ─▶ pages that share ─ and those of their wordings ─▶
 * view */
#include "api/compare.h"
#include "api/database.h"
#include "api/stored.h"
#include "base/vec.h"

#include <stdlib.h>

#define MOST_FOUND 1000 /* pages beside one; who has more is told the likeliest */

/* An article of the database, held while it may be printed. */
typedef struct Loaded {
    int64_t id;
    Arena arena;
    Article article;
    StoreRow row;
    CopyText text;
} Loaded;

typedef struct Asking {
    Lagebild *lb;
    StoreArchive *files;
    CopyArchive *archive;
    CopyLookup *search;
    Arena arena;
    VEC(Loaded *) loaded; /* for the page at hand */
    /* What is printed, all pages asked about together. */
    VEC(const Article *) articles;
    VEC(Str) ids;
    VEC(CopyCluster) clusters;
    VEC(CopyShare) shares;
    VEC(Loaded *) kept;
} Asking;

static Status begin(Asking *x, Lagebild *lb, Error *err)
{
    *x = (Asking){.lb = lb};
    if (store_in_memory(lb->store))
        return error_set(err, LAGEBILD_ERR_USAGE, NULL, ERROR_NO_OFFSET, "a database in memory has no index of copies");
    Status status = store_archive_open(lb->store, &x->files, err);
    if (status != LAGEBILD_OK)
        return status;
    size_t n;
    const CopySegment *segments = store_archive_segments(x->files, &n);
    x->archive = copy_archive_new(segments, n);
    x->search = copy_lookup_new(x->archive);
    return LAGEBILD_OK;
}

static void release_loaded(Loaded *l)
{
    arena_release(&l->arena);
    vec_free(l);
}

static void end(Asking *x)
{
    for (size_t i = 0; i < x->kept.len; i++)
        release_loaded(x->kept.data[i]);
    for (size_t i = 0; i < x->loaded.len; i++)
        release_loaded(x->loaded.data[i]);
    vec_release(&x->kept);
    vec_release(&x->loaded);
    vec_release(&x->articles);
    vec_release(&x->ids);
    vec_release(&x->clusters);
    vec_release(&x->shares);
    copy_lookup_free(x->search);
    copy_archive_free(x->archive);
    store_archive_close(x->files);
    arena_release(&x->arena);
}

/* ---- one page ------------------------------------------------------------------------------------------------ */

static Status load(void *ctx, uint64_t id, CopyText *text, Error *err)
{
    Asking *x = ctx;
    Loaded *l = mem_zero(1, sizeof *l);
    Saids saids;
    l->id = (int64_t)id;
    vec_push(&x->loaded, l);
    Status status = store_load(x->lb->store, l->id, &l->arena, &l->article, &saids, err);
    if (status == LAGEBILD_OK)
        *text = l->text = stored_copy_text(&l->article, &l->arena);
    return status;
}

static Loaded *find_loaded(const Asking *x, uint64_t id)
{
    for (size_t i = 0; i < x->loaded.len; i++)
        if (x->loaded.data[i]->id == (int64_t)id)
            return x->loaded.data[i];
    return NULL;
}

typedef VEC(CopyShared) Shared;

/* Adds the articles of the same wording, each put beside the page by itself: the index knows little of them. */
static Status add_wording(Asking *x, int64_t article, int64_t except, Shared *shared, Error *err)
{
    int64_t *others;
    size_t n;
    Status status = store_same_wording(x->lb->store, article, &x->arena, &others, &n, err);
    for (size_t i = 0; status == LAGEBILD_OK && i < n && shared->len < MOST_FOUND; i++) {
        CopyText text;
        if (others[i] == except || find_loaded(x, (uint64_t)others[i]))
            continue;
        status = load(x, (uint64_t)others[i], &text, err);
        if (status != LAGEBILD_OK)
            break;
        CopyShared s = {.id = (uint64_t)others[i]};
        s.passages = copy_lookup_beside(x->search, &text, &x->arena, &s.n_passages);
        if (s.n_passages)
            vec_push(shared, s);
    }
    return status;
}

/* A shared text with its article, for sorting. */
typedef struct Beside {
    CopyShared shared;
    Loaded *loaded;
} Beside;

/* As store_story_articles has it. */
static int by_date(const void *pa, const void *pb)
{
    const StoreRow *a = &((const Beside *)pa)->loaded->row, *b = &((const Beside *)pb)->loaded->row;
    if ((a->published.len == 0) != (b->published.len == 0))
        return a->published.len == 0 ? 1 : -1;
    int c = str_compare(a->published, b->published);
    c = c ? c : str_compare(a->page, b->page);
    return c ? c : str_compare(a->key, b->key);
}

/* The page and what it shares, behind what will be printed already. */
static Status take_cluster(Asking *x, const Article *page, Str id, const CopyText *text, const Shared *shared,
                           Error *err)
{
    Status status = LAGEBILD_OK;
    size_t n = shared->len;
    Beside *beside = ARENA_NEW(&x->arena, Beside, n);
    CopyText *texts = ARENA_NEW(&x->arena, CopyText, n + 1);
    CopyShared *sorted = ARENA_NEW(&x->arena, CopyShared, n);
    for (size_t i = 0; status == LAGEBILD_OK && i < n; i++) {
        beside[i] = (Beside){shared->data[i], find_loaded(x, shared->data[i].id)};
        status = store_row(x->lb->store, beside[i].loaded->id, &x->arena, &beside[i].loaded->row, err);
    }
    if (status != LAGEBILD_OK || !n)
        return status;
    qsort(beside, n, sizeof *beside, by_date);
    uint32_t first = (uint32_t)x->articles.len;
    texts[0] = *text;
    vec_push(&x->articles, page);
    vec_push(&x->ids, id);
    for (size_t i = 0; i < n; i++) {
        texts[i + 1] = beside[i].loaded->text;
        sorted[i] = beside[i].shared;
        vec_push(&x->articles, &beside[i].loaded->article);
        vec_push(&x->ids, str_slice(beside[i].loaded->row.key, 0, STORE_ID));
    }
    CopyClusters clusters;
    copy_around(texts, sorted, n, &x->arena, &clusters);
    for (size_t i = 0; i < clusters.data[0].n_members; i++) {
        clusters.data[0].members[i].text += first;
        clusters.data[0].members[i].beside += first;
    }
    vec_push(&x->clusters, clusters.data[0]);
    for (size_t i = 0; i <= n; i++)
        vec_push(&x->shares, clusters.shares[i]);
    return LAGEBILD_OK;
}

/* `id`: of the article in the database, 0 where it is not there; `key` likewise. */
static Status ask(Asking *x, const Article *page, int64_t id, Str key, Error *err)
{
    CopyText text = stored_copy_text(page, &x->arena);
    CopySharedTexts found;
    Shared shared = {0};
    Status status =
        copy_lookup_all(x->search, &text, (uint64_t)id, MOST_FOUND, (CopySource){load, x}, &x->arena, &found, err);
    if (status == LAGEBILD_OK && found.damaged)
        status = error_set(err, LAGEBILD_ERR_FORMAT, NULL, ERROR_NO_OFFSET,
                           "the index of copies is damaged; the next add makes it anew");
    for (size_t i = 0; status == LAGEBILD_OK && i < found.len; i++)
        vec_push(&shared, found.data[i]);
    if (status == LAGEBILD_OK && id)
        status = add_wording(x, id, id, &shared, err);
    for (size_t i = 0; status == LAGEBILD_OK && i < found.len; i++)
        status = add_wording(x, (int64_t)found.data[i].id, id, &shared, err);
    if (status == LAGEBILD_OK)
        status = take_cluster(x, page, key, &text, &shared, err);
    for (size_t i = 0; i < x->loaded.len; i++) {
        bool is_kept = false;
        for (size_t k = 0; k < shared.len && !is_kept; k++)
            is_kept = (int64_t)shared.data[k].id == x->loaded.data[i]->id;
        if (is_kept)
            vec_push(&x->kept, x->loaded.data[i]);
        else
            release_loaded(x->loaded.data[i]);
    }
    x->loaded.len = 0;
    vec_release(&shared);
    return status;
}

/* ---- printing ------------------------------------------------------------------------------------------------ */

static Status print(Asking *x, const LagebildPrint *how, LagebildWriter out, Error *err)
{
    size_t n = x->articles.len;
    if (!x->clusters.len)
        return error_set(err, LAGEBILD_NOT_FOUND, NULL, ERROR_NO_OFFSET, "nothing found");
    PlaceIndex *places = ARENA_NEW(&x->arena, PlaceIndex, n);
    for (size_t i = 0; i < n; i++)
        place_index_init(&places[i], x->articles.data[i]);
    CopyClusters clusters = {.data = x->clusters.data, .len = x->clusters.len, .shares = x->shares.data};
    ViewCopies view = {.articles = x->articles.data,
                       .ids = x->ids.data,
                       .places = places,
                       .n = n,
                       .clusters = &clusters,
                       .shares = x->shares.data};
    Status status = compare_print(&view, how, out, err);
    for (size_t i = 0; i < n; i++)
        place_index_release(&places[i]);
    return status;
}

static Status check_format(const LagebildPrint *how, Error *err)
{
    if (how->format == LAGEBILD_HTML)
        return error_set(err, LAGEBILD_ERR_USAGE, NULL, ERROR_NO_OFFSET, "copies are not printed as HTML");
    return LAGEBILD_OK;
}

LagebildStatus lagebild_print_archive(Lagebild *lb, const char *id, const LagebildPrint *how, LagebildWriter out,
                                      LagebildError *err)
{
    static const LagebildPrint PLAIN = {0};
    Asking x;
    how = how ? how : &PLAIN;
    Status status = check_format(how, err);
    if (status != LAGEBILD_OK)
        return status;
    status = begin(&x, lb, err);
    StoreRow row;
    Article *article = ARENA_NEW(&x.arena, Article, 1);
    Saids saids;
    if (status == LAGEBILD_OK)
        status = store_find_article(lb->store, str_of(id), &x.arena, &row, err);
    if (status == LAGEBILD_OK)
        status = store_load(lb->store, row.id, &x.arena, article, &saids, err);
    if (status == LAGEBILD_OK)
        status = ask(&x, article, row.id, str_slice(row.key, 0, STORE_ID), err);
    if (status == LAGEBILD_OK)
        status = print(&x, how, out, err);
    end(&x);
    return status;
}

/* ---- pages that are not in the database ---------------------------------------------------------------------- */

typedef struct ReadPage {
    Article *article;
    char key[STORE_KEY + 1];
} ReadPage;

typedef struct Reading {
    Asking asking;
    const LagebildAddOptions *options;
    LagebildAddSummary summary;
    VEC(ReadPage) pages;
} Reading;

static void tell_skipped(void *ctx, const Error *why)
{
    Reading *r = ctx;
    r->summary.skipped++;
    if (r->options->skipped)
        r->options->skipped(r->options->ctx, why);
}

static void tell_progress(void *ctx, uint64_t bytes_read, uint64_t bytes_total)
{
    Reading *r = ctx;
    LagebildProgress now = {r->summary.pages, bytes_read, bytes_total};
    if (r->options->progress)
        r->options->progress(r->options->ctx, &now);
}

static Status take_page(void *ctx, const Page *page, Error *err)
{
    (void)err;
    Reading *r = ctx;
    Arena *arena = &r->asking.arena;
    ReadPage read = {.article = ARENA_NEW(arena, Article, 1)};
    Error error, why;
    r->summary.pages++;
    r->summary.bytes += page->bytes.len;
    store_page_key(page, read.key);
    Status status = article_make(page, arena, read.article, &error);
    if (status == LAGEBILD_OK) {
        vec_push(&r->pages, read);
        return LAGEBILD_OK;
    }
    const char *file = arena_str(arena, page->file).data;
    error_set(&why, status, file, page->offset ? page->offset : ERROR_NO_OFFSET, "%s", error.message);
    tell_skipped(r, &why);
    return LAGEBILD_OK;
}

static int by_file(const void *pa, const void *pb)
{
    const Article *a = ((const ReadPage *)pa)->article, *b = ((const ReadPage *)pb)->article;
    int c = str_compare(a->file, b->file);
    return c ? c : a->offset < b->offset ? -1 : a->offset > b->offset;
}

/* In an order that does not depend on that of the paths. A page that is in the database too is no copy of itself. */
static Status ask_all(Reading *r, Error *err)
{
    Status status = LAGEBILD_OK;
    Store *store = r->asking.lb->store;
    if (r->pages.len)
        qsort(r->pages.data, r->pages.len, sizeof *r->pages.data, by_file);
    for (size_t i = 0; status == LAGEBILD_OK && i < r->pages.len; i++) {
        StoreRow row = {0};
        bool known = false;
        if (i && by_file(&r->pages.data[i - 1], &r->pages.data[i]) == 0) {
            r->summary.known++;
            continue;
        }
        r->summary.added++;
        status = store_knows(store, r->pages.data[i].key, &known, err);
        if (status == LAGEBILD_OK && known)
            status = store_find_article(store, str_of(r->pages.data[i].key), &r->asking.arena, &row, err);
        if (status == LAGEBILD_OK)
            status = ask(&r->asking, r->pages.data[i].article, row.id, str_slice(row.key, 0, STORE_ID), err);
    }
    return status;
}

LagebildStatus lagebild_print_archive_of(Lagebild *lb, const char *const *paths, size_t n_paths,
                                         const LagebildAddOptions *options, const LagebildPrint *how,
                                         LagebildWriter out, LagebildAddSummary *summary, LagebildError *err)
{
    static const LagebildAddOptions DEFAULTS = {0};
    static const LagebildPrint PLAIN = {0};
    Reading r = {.options = options ? options : &DEFAULTS};
    how = how ? how : &PLAIN;
    Status status = check_format(how, err);
    if (status != LAGEBILD_OK)
        return status;
    status = begin(&r.asking, lb, err);
    ReadHandler handler = {take_page, tell_skipped, tell_progress, &r};
    if (status == LAGEBILD_OK)
        status = read_paths(paths, n_paths, &handler, err);
    if (status == LAGEBILD_OK)
        status = ask_all(&r, err);
    if (status == LAGEBILD_OK)
        status = print(&r.asking, how, out, err);
    if (summary)
        *summary = r.summary;
    vec_release(&r.pages);
    end(&r.asking);
    return status;
}
