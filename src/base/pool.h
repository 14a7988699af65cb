/* pool.h: a parallel for. Jobs are numbered; who wants an order writes results into an array by job number. */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include <stddef.h>

/* One for each core the process may run on, at least 1. */
unsigned pool_cores(void);

/* Runs run(ctx, job, worker) for each job in [0, jobs), on up to `threads` threads (0 = pool_cores()), and returns when all
 * are done. `worker` is in [0, threads): the key to per-thread scratch. Where no thread can be made the caller's thread
 * does the work. */
void pool_run(unsigned threads, size_t jobs, void (*run)(void *ctx, size_t job, unsigned worker), void *ctx);

#endif
