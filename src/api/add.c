/* add.c: pages on their way into the database.
 *
 *     read_paths ─ copy ─▶ batch ─ every core: article, language, statements, vector, packed ─ one writer, in page
 * order at the end: lines that recur on an outlet's pages (recurring.c), the index of copies (archive.c), stories
 *
 * A batch is one transaction and bounds the memory: whoever is stopped in between has lost that batch and nothing else.
 */
#include "api/archive.h"
#include "api/database.h"
#include "api/recurring.h"
#include "api/stored.h"

#include "base/pool.h"
#include "base/vec.h"

#define BATCH_PAGES 256
#define BATCH_BYTES ((size_t)32 << 20)
#define THREADS_MAX 256

/* One page and what became of it. */
typedef struct Job {
    Page page;
    char key[STORE_KEY + 1];
    Arena arena; /* page and results */
    Status status;
    Error error;
    StoreArticle article;
} Job;

typedef struct Adding {
    Lagebild *lb;
    const LagebildAddOptions *options;
    LagebildAddSummary summary;
    Job jobs[BATCH_PAGES];
    size_t n_jobs, bytes;
    U64Map furniture; /* lines that earlier pages of their outlets taught */
    Arena *scratch;   /* one for each thread */
    unsigned threads;
} Adding;

/* ---- one page: runs on any thread ---------------------------------------------------------------------------- */

static void run_job(void *ctx, size_t number, unsigned worker)
{
    Adding *adding = ctx;
    Job *job = &adding->jobs[number];
    Arena *scratch = &adding->scratch[worker];
    Article article = {0};
    Error error = {0};
    job->status = article_make(&job->page, scratch, &article, &error);
    if (job->status == LAGEBILD_OK && article.type == PAGE_TYPE_LISTING) /* its headlines tell of many events */
        job->status =
            error_set(&error, LAGEBILD_ERR_FORMAT, NULL, ERROR_NO_OFFSET, "a list of articles, not an article");
    if (job->status == LAGEBILD_OK) {
        Analysis analysis = {0};
        Statements statements = {0};
        if (job->page.kind != PAGE_CLEAN)
            article_mark_recurring(&article, &adding->furniture, scratch);
        language_analyse(adding->lb->language, &article, scratch, &analysis);
        statement_find(&article, &analysis, scratch, &statements);
        job->article.page = job->page.id;
        job->article.key = str_make(job->key, STORE_KEY);
        stored_make(&article, &analysis, &statements, scratch, &job->arena, &job->article);
        if (job->page.kind != PAGE_CLEAN)
            stored_lines(&article, &job->arena, &job->article);
    } else {
        const char *file = arena_str(&job->arena, job->page.file).data;
        error_set(&job->error, job->status, file, job->page.offset ? job->page.offset : ERROR_NO_OFFSET, "%s",
                  error.message);
    }
    arena_reset(scratch);
}

/* ---- batches: the caller's thread ---------------------------------------------------------------------------- */

static void tell_skipped(void *ctx, const Error *why)
{
    Adding *adding = ctx;
    adding->summary.skipped++;
    if (adding->options->skipped)
        adding->options->skipped(adding->options->ctx, why);
}

static Status write_batch(Adding *adding, Error *err)
{
    Status status = store_begin(adding->lb->store, err);
    for (size_t i = 0; status == LAGEBILD_OK && i < adding->n_jobs; i++) {
        bool added = false;
        if (adding->jobs[i].status != LAGEBILD_OK)
            continue;
        status = store_put(adding->lb->store, &adding->jobs[i].article, &added, err);
        adding->summary.added += added;
        adding->summary.known += !added;
    }
    if (status == LAGEBILD_OK)
        return store_commit(adding->lb->store, err);
    store_rollback(adding->lb->store);
    return status;
}

static void clear_batch(Adding *adding)
{
    for (size_t i = 0; i < adding->n_jobs; i++)
        arena_release(&adding->jobs[i].arena);
    adding->n_jobs = adding->bytes = 0;
}

static Status finish_batch(Adding *adding, Error *err)
{
    if (adding->n_jobs == 0)
        return LAGEBILD_OK;
    Status status = database_language(adding->lb, err);
    if (status == LAGEBILD_OK) {
        pool_run(adding->threads, adding->n_jobs, run_job, adding);
        status = write_batch(adding, err);
    }
    for (size_t i = 0; status == LAGEBILD_OK && i < adding->n_jobs; i++)
        if (adding->jobs[i].status != LAGEBILD_OK)
            tell_skipped(adding, &adding->jobs[i].error);
    clear_batch(adding);
    return status;
}

/* The reader's slices end with the handler; the batch keeps its own. */
static Page copy_page(const Page *page, Arena *arena)
{
    Page copy = *page;
    Str *const fields[] = {&copy.file,  &copy.id,       &copy.url,        &copy.outlet,  &copy.published, &copy.lang,
                           &copy.title, &copy.captured, &copy.media_type, &copy.charset, &copy.bytes};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        *fields[i] = arena_str(arena, *fields[i]);
    return copy;
}

static Status take_page(void *ctx, const Page *page, Error *err)
{
    Adding *adding = ctx;
    adding->summary.pages++;
    adding->summary.bytes += page->bytes.len;
    char key[STORE_KEY + 1];
    bool known = false;
    store_page_key(page, key);
    Status status = store_knows(adding->lb->store, key, &known, err);
    if (status != LAGEBILD_OK || known) {
        adding->summary.known += known;
        return status;
    }
    Job *job = &adding->jobs[adding->n_jobs++];
    *job = (Job){.arena = ARENA_INIT};
    job->page = copy_page(page, &job->arena);
    memcpy(job->key, key, sizeof key);
    adding->bytes += page->bytes.len;
    return adding->n_jobs == BATCH_PAGES || adding->bytes >= BATCH_BYTES ? finish_batch(adding, err) : LAGEBILD_OK;
}

static void tell_progress(void *ctx, uint64_t bytes_read, uint64_t bytes_total)
{
    Adding *adding = ctx;
    LagebildProgress now = {adding->summary.pages, bytes_read, bytes_total};
    if (adding->options->progress)
        adding->options->progress(adding->options->ctx, &now);
}

LagebildStatus lagebild_add(Lagebild *lb, const char *const *paths, size_t n_paths, const LagebildAddOptions *options,
                            LagebildAddSummary *summary, LagebildError *err)
{
    static const LagebildAddOptions DEFAULTS = {0};
    Adding *adding = mem_zero(1, sizeof *adding);
    adding->lb = lb;
    adding->options = options ? options : &DEFAULTS;
    adding->threads = adding->options->threads ? adding->options->threads : pool_cores();
    if (adding->threads > THREADS_MAX)
        adding->threads = THREADS_MAX;
    adding->scratch = mem_zero(adding->threads, sizeof *adding->scratch);
    Status status = store_lock(lb->store, err);
    if (status == LAGEBILD_OK) {
        status = store_furniture(lb->store, &adding->furniture, err);
        ReadHandler handler = {take_page, tell_skipped, tell_progress, adding};
        if (status == LAGEBILD_OK)
            status = read_paths(paths, n_paths, &handler, err);
        if (status == LAGEBILD_OK)
            status = finish_batch(adding, err);
        if (status == LAGEBILD_OK)
            status = recurring_apply(lb, adding->threads, err);
        if (status == LAGEBILD_OK)
            status = archive_update(lb, adding->threads, err);
        if (status == LAGEBILD_OK)
            status = store_give_stories(lb->store, err);
        clear_batch(adding);
        store_unlock(lb->store);
    }
    for (unsigned i = 0; i < adding->threads; i++)
        arena_release(&adding->scratch[i]);
    vec_free(adding->scratch);
    u64map_release(&adding->furniture);
    if (summary)
        *summary = adding->summary;
    vec_free(adding);
    return status;
}
