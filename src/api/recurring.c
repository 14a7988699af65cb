/* recurring.c: articles made anew when lines of theirs recur on their outlet's pages.
 *
 *     store_recurring ─▶ lines, articles ─ batch: load ─ every core: mark, language, statements ─ one writer */
#include "api/recurring.h"

#include "api/stored.h"
#include "base/pool.h"
#include "base/vec.h"

#define BATCH 128

typedef struct Remake {
    int64_t id;
    Arena arena;
    Article article;
    Str old_body;
    bool changed;
    StoreArticle now;
} Remake;

typedef struct Remaking {
    Lagebild *lb;
    const StoreRecurring *recurring;
    Remake jobs[BATCH];
    size_t n_jobs;
} Remaking;

static void run_remake(void *ctx, size_t number, unsigned worker)
{
    (void)worker;
    Remaking *r = ctx;
    Remake *job = &r->jobs[number];
    job->old_body = stored_body(&job->article, &job->arena);
    job->changed = article_mark_recurring(&job->article, &r->recurring->lines, &job->arena);
    if (!job->changed)
        return;
    Analysis analysis = {0};
    Statements statements = {0};
    language_analyse(r->lb->language, &job->article, &job->arena, &analysis);
    statement_find(&job->article, &analysis, &job->arena, &statements);
    stored_make(&job->article, &analysis, &statements, &job->arena, &job->arena, &job->now);
}

static Status remake_batch(Remaking *r, const int64_t *articles, size_t n, unsigned threads, Error *err)
{
    Status status = LAGEBILD_OK;
    for (r->n_jobs = 0; status == LAGEBILD_OK && r->n_jobs < n; r->n_jobs++) {
        Remake *job = &r->jobs[r->n_jobs];
        Saids saids;
        *job = (Remake){.id = articles[r->n_jobs], .arena = ARENA_INIT};
        status = store_load(r->lb->store, job->id, &job->arena, &job->article, &saids, err);
    }
    if (status == LAGEBILD_OK)
        pool_run(threads, r->n_jobs, run_remake, r);
    for (size_t i = 0; i < r->n_jobs; i++) {
        Remake *job = &r->jobs[i];
        if (status == LAGEBILD_OK && job->changed)
            status = store_replace(r->lb->store, job->id, job->old_body, &job->now, err);
        arena_release(&job->arena);
    }
    return status;
}

static Status remake_all(Lagebild *lb, const StoreRecurring *recurring, unsigned threads, Error *err)
{
    Remaking *r = mem_zero(1, sizeof *r);
    r->lb = lb;
    r->recurring = recurring;
    Status status = recurring->n_articles ? database_language(lb, err) : LAGEBILD_OK;
    for (size_t i = 0; status == LAGEBILD_OK && i < recurring->n_articles; i += BATCH) {
        size_t left = recurring->n_articles - i;
        status = remake_batch(r, recurring->articles + i, left < BATCH ? left : BATCH, threads, err);
    }
    vec_free(r);
    return status;
}

Status recurring_apply(Lagebild *lb, unsigned threads, Error *err)
{
    StoreRecurring recurring;
    Arena arena = ARENA_INIT;
    Status status = store_begin(lb->store, err);
    if (status != LAGEBILD_OK)
        return status;
    status = store_recurring(lb->store, &arena, &recurring, err);
    if (status == LAGEBILD_OK)
        status = remake_all(lb, &recurring, threads, err);
    u64map_release(&recurring.lines);
    arena_release(&arena);
    if (status == LAGEBILD_OK)
        return store_commit(lb->store, err);
    store_rollback(lb->store);
    return status;
}
