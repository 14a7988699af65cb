#include "command.h"

#include <time.h>
#include <unistd.h>

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void progress_begin(Progress *p)
{
    *p = (Progress){.shown = isatty(STDERR_FILENO), .began = seconds()};
}

static void clear_line(Progress *p)
{
    if (p->line_open)
        fputs("\r\033[K", stderr);
    p->line_open = false;
}

void progress_show(void *progress, const LagebildProgress *now)
{
    Progress *p = progress;
    double t = seconds(), elapsed = t - p->began;
    if (!p->shown || t - p->last < 0.1 || elapsed <= 0)
        return;
    p->last = t;
    clear_line(p);
    double speed = (double)now->bytes_read / elapsed;
    fprintf(stderr, message(MSG_PROGRESS), (unsigned long long)now->pages, speed / 1e6);
    if (now->bytes_total > now->bytes_read && speed > 0) {
        unsigned left = (unsigned)((double)(now->bytes_total - now->bytes_read) / speed);
        fprintf(stderr, message(MSG_PROGRESS_LEFT), left / 60, left % 60);
    }
    p->line_open = true;
    fflush(stderr);
}

void progress_skipped(void *progress, const LagebildError *why)
{
    clear_line(progress);
    fprintf(stderr, message(MSG_SKIPPED), why->where, why->message);
}

void progress_end(Progress *p, const LagebildAddSummary *summary)
{
    clear_line(p);
    fprintf(stderr, message(MSG_SUMMARY), (unsigned long long)summary->pages, (unsigned long long)summary->added,
            (unsigned long long)summary->known);
    fprintf(stderr, message(MSG_SUMMARY_SKIPPED), (unsigned long long)summary->skipped);
}
