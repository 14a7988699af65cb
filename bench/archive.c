/* The index of copies as a database grows: build/bench/archive NEWS.jsonl[.xz]
 *
 * Puts all articles into a database without analysing their language, brings the index up to date after every thousand,
 * and at 5,000 and at the end asks for what three hundred of them share with all others. CPU time of one core. */
#include "api/archive.h"
#include "api/stored.h"
#include "base/vec.h"
#include "read/reader.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define STEP 1000
#define FIRST 5000
#define ASKED 300

typedef struct Bench {
    Lagebild *lb;
    char folder[64], path[80];
    Arena arena;
    uint64_t articles, text; /* bytes of bodies */
    double put, index;       /* seconds */
    double query_first, index_first;
} Bench;

static double now(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double cpu(void) { return now(CLOCK_PROCESS_CPUTIME_ID); }

/* Calls each file of the index; returns their bytes. Drops them from the machine's memory when asked to. */
static uint64_t index_files(const Bench *b, bool drop, unsigned *n)
{
    char folder[96], path[512];
    uint64_t bytes = 0;
    snprintf(folder, sizeof folder, "%s-copies", b->path);
    DIR *dir = opendir(folder);
    *n = 0;
    for (struct dirent *e; dir && (e = readdir(dir));) {
        struct stat st;
        snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
        if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
            continue;
        bytes += (uint64_t)st.st_size;
        ++*n;
        int fd = drop ? open(path, O_RDONLY) : -1;
        if (fd >= 0) {
            posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
            close(fd);
        }
    }
    if (dir)
        closedir(dir);
    return bytes;
}

/* ---- asking -------------------------------------------------------------------------------------------------- */

typedef struct Loader {
    Store *store;
    Arena arena; /* released with each question */
    size_t loads;
} Loader;

static Status load(void *ctx, uint64_t id, CopyText *text, Error *err)
{
    Loader *l = ctx;
    Article *article = ARENA_NEW(&l->arena, Article, 1);
    Saids saids;
    l->loads++;
    Status status = store_load(l->store, (int64_t)id, &l->arena, article, &saids, err);
    if (status == LAGEBILD_OK)
        *text = stored_copy_text(article, &l->arena);
    return status;
}

static int by_size(const void *pa, const void *pb)
{
    double a = *(const double *)pa, b = *(const double *)pb;
    return a < b ? -1 : a > b;
}

static CopyLookup *open_index(const Bench *b, StoreArchive **files, CopyArchive **archive)
{
    size_t n;
    Error err;
    if (store_archive_open(b->lb->store, files, &err) != LAGEBILD_OK) {
        fprintf(stderr, "%s: %s\n", err.where, err.message);
        exit(1);
    }
    const CopySegment *segments = store_archive_segments(*files, &n);
    *archive = copy_archive_new(segments, n);
    return copy_lookup_new(*archive);
}

static void ask(Bench *b)
{
    StoreArchive *files;
    CopyArchive *archive;
    Loader loader = {.store = b->lb->store};
    double times[ASKED], sum = 0, start = cpu();
    size_t found = 0;
    CopyLookup *lookup = open_index(b, &files, &archive);
    double opening = cpu() - start;
    for (uint64_t i = 0; i < ASKED; i++) {
        CopyText text;
        CopySharedTexts shared;
        uint64_t id = 1 + i * b->articles / ASKED;
        load(&loader, id, &text, NULL);
        loader.loads--;
        start = cpu();
        copy_lookup_all(lookup, &text, id, 0, (CopySource){load, &loader}, &loader.arena, &shared, NULL);
        sum += times[i] = cpu() - start;
        found += shared.len;
        arena_release(&loader.arena);
    }
    qsort(times, ASKED, sizeof *times, by_size);
    printf("  a new article against them   mean %.2f ms, median %.2f, 95 in 100 below %.2f; %.1f texts loaded, %.1f "
           "share something\n",
           sum / ASKED * 1e3, times[ASKED / 2] * 1e3, times[ASKED * 95 / 100] * 1e3, (double)loader.loads / ASKED,
           (double)found / ASKED);
    printf("  opening the index            %.2f ms\n", opening * 1e3);
    if (b->query_first > 0)
        printf("  a question's time is %.2f times that at 5,000, an article's in the index %.2f times\n",
               sum / ASKED / b->query_first, b->index / (double)b->articles / b->index_first);
    b->query_first = sum / ASKED;
    b->index_first = b->index / (double)b->articles;
    copy_lookup_free(lookup);
    copy_archive_free(archive);
    store_archive_close(files);
}

/* The index not in the machine's memory; wall time. */
static void ask_cold(Bench *b)
{
    unsigned n;
    StoreArchive *files;
    CopyArchive *archive;
    Loader loader = {.store = b->lb->store};
    CopyText text;
    CopySharedTexts shared;
    index_files(b, true, &n);
    load(&loader, b->articles / 2, &text, NULL);
    double start = now(CLOCK_MONOTONIC);
    CopyLookup *lookup = open_index(b, &files, &archive);
    double opened = now(CLOCK_MONOTONIC);
    copy_lookup_all(lookup, &text, b->articles / 2, 0, (CopySource){load, &loader}, &loader.arena, &shared, NULL);
    printf("  index not in memory          opened in %.1f ms, the first question %.1f ms (by the clock)\n",
           (opened - start) * 1e3, (now(CLOCK_MONOTONIC) - opened) * 1e3);
    copy_lookup_free(lookup);
    copy_archive_free(archive);
    store_archive_close(files);
    arena_release(&loader.arena);
}

static void report(Bench *b)
{
    struct rusage use;
    unsigned n;
    uint64_t bytes = index_files(b, false, &n);
    getrusage(RUSAGE_SELF, &use);
    printf("archive: %llu articles, %.1f MB of text\n", (unsigned long long)b->articles, (double)b->text * 1e-6);
    printf("  index on disk                %.1f MB in %u files: %.2f of the text\n", (double)bytes * 1e-6, n,
           (double)bytes / (double)b->text);
    printf("  into the index               %.2f ms an article (into the database, unanalysed: %.2f ms); peak memory "
           "%.0f MB\n",
           b->index / (double)b->articles * 1e3, b->put / (double)b->articles * 1e3, (double)use.ru_maxrss / 1024);
    ask(b);
    ask_cold(b);
}

/* ---- filling ------------------------------------------------------------------------------------------------- */

static Status bring_up(Bench *b, Error *err)
{
    Status status = store_commit(b->lb->store, err);
    double start = cpu();
    if (status == LAGEBILD_OK)
        status = archive_update(b->lb, 1, err);
    b->index += cpu() - start;
    if (b->articles == FIRST)
        report(b);
    return status == LAGEBILD_OK ? store_begin(b->lb->store, err) : status;
}

static Status take_page(void *ctx, const Page *page, Error *err)
{
    Bench *b = ctx;
    Article article;
    Analysis analysis = {0};
    Statements statements = {0};
    StoreArticle stored = {.page = page->id};
    char key[STORE_KEY + 1];
    bool added;
    double start = cpu();
    if (article_make(page, &b->arena, &article, NULL) != LAGEBILD_OK)
        return LAGEBILD_OK;
    store_page_key(page, key);
    stored_make(&article, &analysis, &statements, &b->arena, &b->arena, &stored);
    stored.key = str_of(key);
    Status status = store_put(b->lb->store, &stored, &added, err);
    b->text += added ? stored.body.len : 0;
    b->articles += added;
    arena_reset(&b->arena);
    b->put += cpu() - start;
    return status == LAGEBILD_OK && added && b->articles % STEP == 0 ? bring_up(b, err) : status;
}

int main(int argc, char **argv)
{
    Bench b = {.folder = "/tmp/lagebild-bench-XXXXXX"};
    Error err = {0};
    if (argc != 2 || !mkdtemp(b.folder))
        return 2;
    snprintf(b.path, sizeof b.path, "%s/a.db", b.folder);
    ReadHandler handler = {take_page, NULL, NULL, &b};
    const char *paths[] = {argv[1]};
    Status status = lagebild_open(&b.lb, b.path, &err);
    if (status == LAGEBILD_OK)
        status = store_lock(b.lb->store, &err);
    if (status == LAGEBILD_OK)
        status = store_begin(b.lb->store, &err);
    if (status == LAGEBILD_OK)
        status = read_paths(paths, 1, &handler, &err);
    if (status == LAGEBILD_OK)
        status = bring_up(&b, &err);
    if (status == LAGEBILD_OK && b.articles != FIRST)
        report(&b);
    if (status != LAGEBILD_OK)
        fprintf(stderr, "%s: %s\n", err.where, err.message);
    lagebild_close(b.lb);
    arena_release(&b.arena);
    char command[96];
    snprintf(command, sizeof command, "rm -rf '%s'", b.folder);
    return system(command) != 0 || status != LAGEBILD_OK;
}
