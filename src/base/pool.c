#include "base/pool.h"

#include "base/vec.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

typedef struct Run {
    atomic_size_t next;
    size_t jobs;
    void (*run)(void *ctx, size_t job, unsigned worker);
    void *ctx;
} Run;

typedef struct Worker {
    Run *run;
    unsigned number;
    pthread_t thread;
} Worker;

unsigned pool_cores(void)
{
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return 1;
    int n = CPU_COUNT(&set);
    return n > 0 ? (unsigned)n : 1;
}

static void *work(void *arg)
{
    Worker *w = arg;
    for (size_t job; (job = atomic_fetch_add(&w->run->next, 1)) < w->run->jobs;)
        w->run->run(w->run->ctx, job, w->number);
    return NULL;
}

void pool_run(unsigned threads, size_t jobs, void (*run)(void *ctx, size_t job, unsigned worker), void *ctx)
{
    if (!threads)
        threads = pool_cores();
    if (threads > jobs)
        threads = jobs ? (unsigned)jobs : 1;
    Run all = {.jobs = jobs, .run = run, .ctx = ctx};
    Worker *workers = mem_zero(threads, sizeof *workers);
    unsigned started = 1; /* worker 0 is this thread */
    for (unsigned i = 0; i < threads; i++)
        workers[i] = (Worker){.run = &all, .number = i};
    while (started < threads && pthread_create(&workers[started].thread, NULL, work, &workers[started]) == 0)
        started++;
    work(&workers[0]);
    for (unsigned i = 1; i < started; i++)
        pthread_join(workers[i].thread, NULL);
    vec_free(workers);
}
