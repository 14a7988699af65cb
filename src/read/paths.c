/* paths.c: what the user named, as a list of files, each opened and handed on. */
#include "read/reader.h"

#include "base/vec.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define TELL_STEP ((uint64_t)1 << 20) /* bytes between two calls of progress */

typedef struct FileList {
    Reader *reader;
    Arena *arena;
    VEC(Str) files; /* paths, NUL-ended */
    bool size_unknown;
} FileList;

/* A folder on the way down, so that a link back up is noticed. */
typedef struct Folder {
    const struct Folder *parent;
    dev_t device;
    ino_t inode;
    unsigned depth;
} Folder;

static void skip_path(Reader *r, const char *path, Status code, const char *why)
{
    r->file = path;
    r->reports = 0;
    reader_skip(r, code, ERROR_NO_OFFSET, "%s", why);
}

static int compare_names(const void *a, const void *b) { return str_compare(*(const Str *)a, *(const Str *)b); }

static void list_path(FileList *list, Str path, const Folder *parent);

/* Does a file that nobody named, but that lies in a folder, say by its name that it is no page? What a saved page brings
 * along (pictures, styles, scripts), notes and databases are left alone; all else is looked at, and named if unreadable. */
static bool is_no_page(Str path)
{
    static const Str ENDINGS[] = {STR_INIT(".md"),   STR_INIT(".css"),    STR_INIT(".js"),    STR_INIT(".json"),
                                  STR_INIT(".xml"),  STR_INIT(".jpg"),    STR_INIT(".jpeg"),  STR_INIT(".png"),
                                  STR_INIT(".gif"),  STR_INIT(".svg"),    STR_INIT(".webp"),  STR_INIT(".ico"),
                                  STR_INIT(".woff"), STR_INIT(".woff2"),  STR_INIT(".pdf"),   STR_INIT(".mp3"),
                                  STR_INIT(".mp4"),  STR_INIT(".cdx"),    STR_INIT(".cdxj"),  STR_INIT(".idx"),
                                  STR_INIT(".db"),   STR_INIT(".db-wal"), STR_INIT(".db-shm")};
    for (size_t i = 0; i < sizeof ENDINGS / sizeof ENDINGS[0]; i++)
        if (path.len > ENDINGS[i].len &&
            str_equal_nocase(str_slice(path, path.len - ENDINGS[i].len, path.len), ENDINGS[i]))
            return true;
    return false;
}

/* The files of a folder, sorted by their names' bytes; hidden ones are left out. */
static void list_folder(FileList *list, Str path, const Folder *folder)
{
    DIR *dir = opendir(path.data);
    if (!dir) {
        skip_path(list->reader, path.data, LAGEBILD_ERR_IO, strerror(errno));
        return;
    }
    VEC(Str) names = {0};
    struct dirent *entry;
    while ((entry = readdir(dir)))
        if (entry->d_name[0] != '.')
            vec_push(&names, arena_str(list->arena, str_of(entry->d_name)));
    closedir(dir);
    if (names.len)
        qsort(names.data, names.len, sizeof *names.data, compare_names);
    for (size_t i = 0; i < names.len; i++) {
        const char *slash = path.len && path.data[path.len - 1] == '/' ? "" : "/";
        list_path(list, arena_format(list->arena, "%s%s%s", path.data, slash, names.data[i].data), folder);
    }
    vec_release(&names);
}

static void list_path(FileList *list, Str path, const Folder *parent)
{
    struct stat st;
    if (stat(path.data, &st) != 0) {
        skip_path(list->reader, path.data, LAGEBILD_ERR_IO, strerror(errno));
        return;
    }
    if (S_ISDIR(st.st_mode)) {
        Folder folder = {parent, st.st_dev, st.st_ino, parent ? parent->depth + 1 : 1};
        for (const Folder *f = parent; f; f = f->parent)
            if (f->device == folder.device && f->inode == folder.inode) {
                skip_path(list->reader, path.data, LAGEBILD_ERR_LIMIT, "a link back to a folder above it");
                return;
            }
        if (folder.depth > READ_DEPTH_MAX)
            skip_path(list->reader, path.data, LAGEBILD_ERR_LIMIT, "more than 32 folders deep");
        else
            list_folder(list, path, &folder);
        return;
    }
    if (parent && is_no_page(path))
        return;
    if (!S_ISREG(st.st_mode)) {
        if (parent) { /* a pipe is read where it was named, not where it lies about */
            skip_path(list->reader, path.data, LAGEBILD_ERR_FORMAT, "no regular file");
            return;
        }
        list->size_unknown = true;
    }
    list->reader->bytes_total += S_ISREG(st.st_mode) ? (uint64_t)st.st_size : 0;
    vec_push(&list->files, path);
}

/* ---- reading one file ---- */

typedef struct FileSource {
    Reader *reader;
    int fd;
} FileSource;

static ptrdiff_t read_file(void *ctx, char *buf, size_t cap, const char **why)
{
    FileSource *f = ctx;
    ssize_t got;
    do
        got = read(f->fd, buf, cap);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        *why = strerror(errno);
    else
        reader_progress(f->reader, (uint64_t)got);
    return got;
}

static Str name_of(Str path)
{
    for (size_t i = path.len; i > 0; i--)
        if (path.data[i - 1] == '/')
            return str_slice(path, i, path.len);
    return path;
}

static void read_one(Reader *r, Str path)
{
    bool is_stdin = str_equal(path, STR("-"));
    FileSource file = {r, is_stdin ? STDIN_FILENO : open(path.data, O_RDONLY | O_CLOEXEC)};
    if (file.fd < 0) {
        skip_path(r, path.data, LAGEBILD_ERR_IO, strerror(errno));
        return;
    }
    r->file = path.data;
    r->reports = 0;
    source_read(r, (StreamSource){read_file, &file}, name_of(path));
    if (!is_stdin)
        close(file.fd);
}

Status read_paths(const char *const *paths, size_t n_paths, const ReadHandler *handler, Error *err)
{
    Arena arena = ARENA_INIT;
    Reader reader = {.handler = handler, .err = err};
    FileList list = {.reader = &reader, .arena = &arena};
    for (size_t i = 0; i < n_paths; i++) {
        Str path = arena_str(&arena, str_of(paths[i]));
        if (str_equal(path, STR("-"))) {
            list.size_unknown = true;
            vec_push(&list.files, path);
        } else {
            list_path(&list, path, NULL);
        }
    }
    if (list.size_unknown)
        reader.bytes_total = 0;
    for (size_t i = 0; i < list.files.len && reader.status == LAGEBILD_OK; i++)
        read_one(&reader, list.files.data[i]);
    if (handler->progress && reader.status == LAGEBILD_OK)
        handler->progress(handler->ctx, reader.bytes_read, reader.bytes_total);
    vec_release(&list.files);
    arena_release(&arena);
    return reader.status;
}

/* ---- what all readers share ---- */

bool reader_page(Reader *r, const Page *page)
{
    r->status = r->handler->page(r->handler->ctx, page, r->err);
    return r->status == LAGEBILD_OK;
}

void reader_skip(Reader *r, Status code, uint64_t offset, const char *format, ...)
{
    if (!r->handler->skipped || r->reports > READER_REPORTS_MAX)
        return;
    Error why;
    if (r->reports++ == READER_REPORTS_MAX) {
        error_set(&why, LAGEBILD_ERR_LIMIT, r->file, offset, "more than %d reports; no more are listed",
                  READER_REPORTS_MAX);
    } else {
        char message[sizeof why.message];
        va_list args;
        va_start(args, format);
        vsnprintf(message, sizeof message, format, args);
        va_end(args);
        error_set(&why, code, r->file, offset, "%s", message);
    }
    r->handler->skipped(r->handler->ctx, &why);
}

void reader_progress(Reader *r, uint64_t more)
{
    r->bytes_read += more;
    if (r->handler->progress && r->bytes_read - r->bytes_told >= TELL_STEP) {
        r->bytes_told = r->bytes_read;
        r->handler->progress(r->handler->ctx, r->bytes_read, r->bytes_total);
    }
}
