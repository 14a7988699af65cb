/* archive.c: the index of copies: segments (copy/segment.h) as files in a folder beside the database, the list of them
 * in the database.
 *
 * A segment's file is whole on the disk before the transaction that names it commits, and never changes; files that no
 * committed list names are removed by whoever writes next. So whoever is killed leaves the last committed index. */
#include "base/vec.h"
#include "language/mapped.h"
#include "store/sql.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER "%s-copies"
#define OF_ONE_SIZE 4 /* segments that are merged when they are of one size */
#define SMALLEST_SIZE ((uint64_t)1 << 16)
#define LARGEST_MERGED ((uint64_t)1 << 31) /* bytes */
#define OPEN_TRIES 3

typedef struct Row {
    int64_t id;
    uint64_t hash;
} Row;

struct StoreArchive {
    VEC(Row) rows;
    Mapped *files;
    CopySegment *segments;
    size_t n; /* opened */
};

static char *segment_path(const Store *s, int64_t id, const char *end)
{
    StrBuf b = STRBUF_INIT;
    strbuf_add_format(&b, FOLDER "/%lld%s", s->path, (long long)id, end);
    return b.data;
}

static Status read_rows(Store *s, StoreArchive *a, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s, "SELECT id, hash FROM segment ORDER BY id", &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    int code;
    a->rows.len = 0;
    while ((code = sqlite3_step(stmt)) == SQLITE_ROW)
        vec_push(&a->rows, (Row){sqlite3_column_int64(stmt, 0), (uint64_t)sqlite3_column_int64(stmt, 1)});
    return sql_end(s, stmt, code, err);
}

static void close_files(StoreArchive *a)
{
    for (size_t i = 0; i < a->n; i++)
        mapped_close(&a->files[i]);
    vec_free(a->files);
    vec_free(a->segments);
    a->files = NULL;
    a->segments = NULL;
    a->n = 0;
}

static Status open_file(Store *s, StoreArchive *a, Row row, Error *err)
{
    char *path = segment_path(s, row.id, "");
    Error why;
    Status status = mapped_open(&a->files[a->n], path, &why);
    if (status == LAGEBILD_OK) {
        const Mapped *file = &a->files[a->n];
        status = copy_segment_open(str_make(file->data, file->len), &a->segments[a->n], &why);
        a->n++;
    }
    if (status == LAGEBILD_OK && a->segments[a->n - 1].hash != row.hash)
        status = error_set(&why, LAGEBILD_ERR_FORMAT, NULL, ERROR_NO_OFFSET, "it belongs to another database");
    if (status != LAGEBILD_OK)
        error_set(err, LAGEBILD_ERR_FORMAT, path, ERROR_NO_OFFSET,
                  "the index of copies cannot be used (%s); the next add makes it anew", why.message);
    free(path);
    return status == LAGEBILD_OK ? LAGEBILD_OK : LAGEBILD_ERR_FORMAT;
}

/* A writer may have replaced files between the look at the list and the opening: then the list is another by now. */
Status store_archive_open(Store *s, StoreArchive **out, Error *err)
{
    StoreArchive *a = mem_zero(1, sizeof *a);
    Status status = LAGEBILD_ERR_FORMAT;
    for (int tries = 0; tries < OPEN_TRIES && status == LAGEBILD_ERR_FORMAT; tries++) {
        close_files(a);
        status = read_rows(s, a, err);
        if (status != LAGEBILD_OK)
            break;
        a->files = mem_zero(a->rows.len + 1, sizeof *a->files);
        a->segments = mem_zero(a->rows.len + 1, sizeof *a->segments);
        for (size_t i = 0; status == LAGEBILD_OK && i < a->rows.len; i++)
            status = open_file(s, a, a->rows.data[i], err);
    }
    *out = status == LAGEBILD_OK ? a : NULL;
    if (status != LAGEBILD_OK)
        store_archive_close(a);
    return status;
}

void store_archive_close(StoreArchive *a)
{
    if (!a)
        return;
    close_files(a);
    vec_release(&a->rows);
    vec_free(a);
}

const CopySegment *store_archive_segments(const StoreArchive *a, size_t *n)
{
    *n = a->n;
    return a->segments;
}

Status store_archive_forget(Store *s, Error *err)
{
    return sql_run(s, "DELETE FROM segment; UPDATE article SET wording = NULL WHERE wording IS NOT NULL", err);
}

Status store_archive_waiting(Store *s, Arena *arena, int64_t **articles, size_t *n, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(
        s, "SELECT id FROM article WHERE wording IS NULL ORDER BY published = '', published, page, key", &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    VEC(int64_t) ids = {0};
    int code;
    while ((code = sqlite3_step(stmt)) == SQLITE_ROW)
        vec_push(&ids, sqlite3_column_int64(stmt, 0));
    *n = ids.len;
    *articles = vec_to_arena(&ids, arena);
    return sql_end(s, stmt, code, err);
}

Status store_set_wording(Store *s, int64_t article, int64_t wording, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_kept(s, SQL_SET_WORDING, "UPDATE article SET wording = ?2 WHERE id = ?1", &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sqlite3_bind_int64(stmt, 1, article);
    sqlite3_bind_int64(stmt, 2, wording);
    return sql_done(s, stmt, err);
}

Status store_same_wording(Store *s, int64_t article, Arena *arena, int64_t **articles, size_t *n, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s,
                                "SELECT b.id FROM article a JOIN article b ON b.wording = a.wording WHERE a.id = ?1"
                                " ORDER BY b.published = '', b.published, b.page, b.key",
                                &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sqlite3_bind_int64(stmt, 1, article);
    VEC(int64_t) ids = {0};
    int code;
    while ((code = sqlite3_step(stmt)) == SQLITE_ROW)
        vec_push(&ids, sqlite3_column_int64(stmt, 0));
    *n = ids.len;
    *articles = vec_to_arena(&ids, arena);
    return sql_end(s, stmt, code, err);
}

/* ---- writing ------------------------------------------------------------------------------------------------- */

static unsigned size_class(uint64_t bytes)
{
    unsigned c = 0;
    for (uint64_t limit = SMALLEST_SIZE; bytes > limit && c < 32; limit *= OF_ONE_SIZE)
        c++;
    return c;
}

/* How many of the newest segments are to be merged with `bytes` of new ones: when there are OF_ONE_SIZE together that
 * are no larger than the new one, they become one, and so on. Each article is so written again about as often as its
 * archive has grown fourfold since. */
static size_t merged_with(const StoreArchive *a, uint64_t bytes)
{
    size_t taken = 0;
    for (;;) {
        size_t more = taken;
        uint64_t sum = bytes;
        while (more < a->n && size_class(a->segments[a->n - 1 - more].len) <= size_class(bytes) &&
               sum + a->segments[a->n - 1 - more].len < LARGEST_MERGED)
            sum += a->segments[a->n - 1 - more++].len;
        if (more - taken + 1 < OF_ONE_SIZE)
            return taken;
        taken = more;
        bytes = sum;
    }
}

static bool write_to_file(void *ctx, const char *data, size_t len) { return fwrite(data, 1, len, ctx) == len; }

static Status no_file(const char *path, Error *err)
{
    return error_set(err, LAGEBILD_ERR_IO, path, ERROR_NO_OFFSET, "%s", strerror(errno));
}

static Status sync_folder(const Store *s, Error *err)
{
    StrBuf path = STRBUF_INIT;
    strbuf_add_format(&path, FOLDER, s->path);
    int fd = open(path.data, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    Status status = fd >= 0 && fsync(fd) == 0 ? LAGEBILD_OK : no_file(path.data, err);
    if (fd >= 0)
        close(fd);
    strbuf_release(&path);
    return status;
}

/* One file of several segments, or of one. */
static Status write_file(Store *s, int64_t id, const CopySegment *segments, size_t n, uint64_t *hash, Error *err)
{
    char *path = segment_path(s, id, ""), *draft = segment_path(s, id, ".new");
    FILE *f = fopen(draft, "wbe");
    Status status = f ? LAGEBILD_OK : no_file(draft, err);
    if (f) {
        status = copy_segment_merge(segments, n, (LagebildWriter){write_to_file, f}, hash, err);
        if (status == LAGEBILD_OK && (fflush(f) != 0 || fsync(fileno(f)) != 0))
            status = no_file(draft, err);
        if (fclose(f) != 0 && status == LAGEBILD_OK)
            status = no_file(draft, err);
        if (status == LAGEBILD_OK && rename(draft, path) != 0)
            status = no_file(path, err);
        if (status == LAGEBILD_OK)
            status = sync_folder(s, err);
    }
    free(path);
    free(draft);
    return status;
}

static Status make_folder(const Store *s, Error *err)
{
    StrBuf path = STRBUF_INIT;
    strbuf_add_format(&path, FOLDER, s->path);
    Status status = mkdir(path.data, 0777) == 0 || errno == EEXIST ? LAGEBILD_OK : no_file(path.data, err);
    strbuf_release(&path);
    return status;
}

static Status put_row(Store *s, int64_t id, uint64_t hash, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s, "INSERT INTO segment (id, hash) VALUES (?1, ?2)", &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sqlite3_bind_int64(stmt, 1, id);
    sqlite3_bind_int64(stmt, 2, (int64_t)hash);
    return sql_end(s, stmt, sqlite3_step(stmt), err);
}

static Status delete_rows(Store *s, int64_t from, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s, "DELETE FROM segment WHERE id >= ?1", &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sqlite3_bind_int64(stmt, 1, from);
    return sql_end(s, stmt, sqlite3_step(stmt), err);
}

Status store_archive_write(Store *s, const StoreArchive *live, Str bytes, Error *err)
{
    CopySegment own;
    Status status = copy_segment_open(bytes, &own, err);
    if (status == LAGEBILD_OK)
        status = make_folder(s, err);
    if (status != LAGEBILD_OK)
        return status;
    size_t merged = merged_with(live, bytes.len), first = live->n - merged;
    int64_t id = live->n ? live->rows.data[live->n - 1].id + 1 : 1; /* ids ascend, so that later is larger */
    CopySegment *segments = mem_alloc((merged + 1) * sizeof *segments);
    for (size_t i = 0; i < merged; i++)
        segments[i] = live->segments[first + i];
    segments[merged] = own;
    uint64_t hash = 0;
    status = write_file(s, id, segments, merged + 1, &hash, err);
    vec_free(segments);
    if (status == LAGEBILD_OK && merged)
        status = delete_rows(s, live->rows.data[first].id, err);
    return status == LAGEBILD_OK ? put_row(s, id, hash, err) : status;
}

void store_archive_sweep(Store *s)
{
    StoreArchive live = {0};
    StrBuf folder = STRBUF_INIT;
    strbuf_add_format(&folder, FOLDER, s->path);
    DIR *dir = s->in_memory || read_rows(s, &live, NULL) != LAGEBILD_OK ? NULL : opendir(folder.data);
    for (struct dirent *e; dir && (e = readdir(dir));) {
        char *end;
        long long id = strtoll(e->d_name, &end, 10);
        bool ours = end > e->d_name && (!*end || strcmp(end, ".new") == 0), named = false;
        for (size_t i = 0; i < live.rows.len; i++)
            named |= live.rows.data[i].id == id && !*end;
        if (ours && !named)
            unlinkat(dirfd(dir), e->d_name, 0);
    }
    if (dir)
        closedir(dir);
    strbuf_release(&folder);
    vec_release(&live.rows);
}
