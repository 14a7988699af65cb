/* copies_of.c: pages read and compared with each other, without a database.
 *
 *     read_paths ─ copy ─▶ batch ─ every core: article, what is needed of it kept ─ sorted by file and place in it ─▶
 * compare */
#include "api/compare.h"
#include "base/pool.h"
#include "base/vec.h"

#include <stdlib.h>

#define BATCH_PAGES 256
#define BATCH_BYTES ((size_t)32 << 20)
#define THREADS_MAX 256

/* One page and what became of it. */
typedef struct Job {
    Page page;
    Article *article; /* NULL where it is none */
    Error error;
} Job;

/* What one thread keeps. */
typedef struct Keeper {
    Arena scratch, articles;
} Keeper;

typedef struct Comparing {
    const LagebildAddOptions *options;
    LagebildAddSummary summary;
    Job jobs[BATCH_PAGES];
    size_t n_jobs, bytes;
    Arena pages; /* of the batch */
    Keeper *keepers;
    unsigned threads;
    VEC(const Article *) articles;
} Comparing;

/* ---- one page: runs on any thread ---------------------------------------------------------------------------- */

/* A copy without what only the making needed. */
static Article *keep_article(const Article *a, Arena *arena)
{
    Article *kept = ARENA_NEW(arena, Article, 1);
    *kept = (Article){.offset = a->offset,
                      .published_basis = a->published_basis,
                      .type = a->type,
                      .n_credits = a->n_credits,
                      .n_blocks = a->n_blocks,
                      .n_places = a->n_places};
    const Str *const from[] = {&a->id, &a->file, &a->url, &a->outlet, &a->title, &a->published, &a->text, &a->source};
    Str *const to[] = {&kept->id,    &kept->file,      &kept->url,  &kept->outlet,
                       &kept->title, &kept->published, &kept->text, &kept->source};
    for (size_t i = 0; i < sizeof to / sizeof to[0]; i++)
        *to[i] = arena_str(arena, *from[i]);
    kept->credits = ARENA_NEW(arena, Str, a->n_credits);
    for (size_t i = 0; i < a->n_credits; i++)
        kept->credits[i] = arena_str(arena, a->credits[i]);
    kept->blocks = arena_copy(arena, a->blocks, a->n_blocks * sizeof *a->blocks);
    for (size_t i = 0; i < a->n_blocks; i++)
        kept->blocks[i].reason = NULL; /* nobody asks */
    kept->places = arena_copy(arena, a->places, a->n_places * sizeof *a->places);
    return kept;
}

static void run_job(void *ctx, size_t number, unsigned worker)
{
    Comparing *c = ctx;
    Job *job = &c->jobs[number];
    Keeper *keeper = &c->keepers[worker];
    Article article = {0};
    Error error;
    Status status = article_make(&job->page, &keeper->scratch, &article, &error);
    if (status == LAGEBILD_OK) {
        job->article = keep_article(&article, &keeper->articles);
    } else {
        const char *file = arena_str(&keeper->scratch, job->page.file).data;
        error_set(&job->error, status, file, job->page.offset ? job->page.offset : ERROR_NO_OFFSET, "%s",
                  error.message);
    }
    arena_reset(&keeper->scratch);
}

/* ---- batches: the caller's thread ---------------------------------------------------------------------------- */

static void tell_skipped(void *ctx, const Error *why)
{
    Comparing *c = ctx;
    c->summary.skipped++;
    if (c->options->skipped)
        c->options->skipped(c->options->ctx, why);
}

static void tell_progress(void *ctx, uint64_t bytes_read, uint64_t bytes_total)
{
    Comparing *c = ctx;
    LagebildProgress now = {c->summary.pages, bytes_read, bytes_total};
    if (c->options->progress)
        c->options->progress(c->options->ctx, &now);
}

static void finish_batch(Comparing *c)
{
    pool_run(c->threads, c->n_jobs, run_job, c);
    for (size_t i = 0; i < c->n_jobs; i++) {
        if (c->jobs[i].article)
            vec_push(&c->articles, c->jobs[i].article);
        else
            tell_skipped(c, &c->jobs[i].error);
    }
    arena_reset(&c->pages);
    c->n_jobs = c->bytes = 0;
}

static Status take_page(void *ctx, const Page *page, Error *err)
{
    (void)err;
    Comparing *c = ctx;
    c->summary.pages++;
    c->summary.bytes += page->bytes.len;
    Job *job = &c->jobs[c->n_jobs++];
    *job = (Job){.page = *page};
    Page *copy = &job->page;
    Str *const fields[] = {&copy->file,       &copy->id,      &copy->url,   &copy->outlet,
                           &copy->published,  &copy->lang,    &copy->title, &copy->captured,
                           &copy->media_type, &copy->charset, &copy->bytes};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        *fields[i] = arena_str(&c->pages, *fields[i]);
    c->bytes += page->bytes.len;
    if (c->n_jobs == BATCH_PAGES || c->bytes >= BATCH_BYTES)
        finish_batch(c);
    return LAGEBILD_OK;
}

static int by_file(const void *pa, const void *pb)
{
    const Article *a = *(const Article *const *)pa, *b = *(const Article *const *)pb;
    int c = str_compare(a->file, b->file);
    return c ? c : a->offset < b->offset ? -1 : a->offset > b->offset;
}

/* In an order that does not depend on that of the paths; what was named twice is kept once. */
static void sort_articles(Comparing *c)
{
    size_t n = 0;
    if (c->articles.len)
        qsort(c->articles.data, c->articles.len, sizeof *c->articles.data, by_file);
    for (size_t i = 0; i < c->articles.len; i++)
        if (n == 0 || by_file(&c->articles.data[n - 1], &c->articles.data[i]) != 0)
            c->articles.data[n++] = c->articles.data[i];
    c->summary.added = n;
    c->summary.known = c->articles.len - n;
    c->articles.len = n;
}

static void release(Comparing *c)
{
    for (unsigned i = 0; i < c->threads; i++) {
        arena_release(&c->keepers[i].scratch);
        arena_release(&c->keepers[i].articles);
    }
    vec_free(c->keepers);
    arena_release(&c->pages);
    vec_release(&c->articles);
    vec_free(c);
}

LagebildStatus lagebild_print_copies_of(const char *const *paths, size_t n_paths, bool pairs,
                                        const LagebildAddOptions *options, const LagebildPrint *how, LagebildWriter out,
                                        LagebildAddSummary *summary, LagebildError *err)
{
    static const LagebildAddOptions DEFAULTS = {0};
    static const LagebildPrint PLAIN = {0};
    Comparing *c = mem_zero(1, sizeof *c);
    c->options = options ? options : &DEFAULTS;
    c->threads = c->options->threads ? c->options->threads : pool_cores();
    c->threads = c->threads > THREADS_MAX ? THREADS_MAX : c->threads;
    c->keepers = mem_zero(c->threads, sizeof *c->keepers);
    ReadHandler handler = {take_page, tell_skipped, tell_progress, c};
    Status status = read_paths(paths, n_paths, &handler, err);
    if (status == LAGEBILD_OK) {
        finish_batch(c);
        sort_articles(c);
        Compare what = {.articles = c->articles.data, .n = c->articles.len, .pairs = pairs, .threads = c->threads};
        status = compare_articles(&what, how ? how : &PLAIN, out, err);
    }
    if (summary)
        *summary = c->summary;
    release(c);
    return status;
}
