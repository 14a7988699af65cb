/* zip.c: archives of pages (.zip) and of web captures (.wacz, a zip with WARC files in archive/), by libarchive. */
#include "read/reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>

#define ENTRIES_MAX 1000000

typedef struct ZipSource {
    StreamSource source;
    char *block;
} ZipSource;

#define BLOCK ((size_t)256 << 10)

static la_ssize_t read_block(struct archive *a, void *ctx, const void **block)
{
    ZipSource *z = ctx;
    const char *why = "cannot be read";
    ptrdiff_t got = z->source.read(z->source.ctx, z->block, BLOCK, &why);
    *block = z->block;
    if (got < 0)
        archive_set_error(a, EIO, "%s", why);
    return got;
}

static ptrdiff_t read_entry(void *ctx, char *buf, size_t cap, const char **why)
{
    struct archive *a = ctx;
    la_ssize_t got = archive_read_data(a, buf, cap);
    if (got >= 0)
        return got;
    *why = archive_error_string(a);
    if (!*why)
        *why = "a damaged entry";
    return -1;
}

/* What lies in a .wacz besides its captures is about them, and no page. */
static bool is_page_file(Str archive, Str entry)
{
    if (str_ends(archive, STR(".wacz")))
        return str_starts(entry, STR("archive/"));
    for (size_t i = 0; i < entry.len; i++) /* hidden files and folders, "__MACOSX/" */
        if (entry.data[i] == '.' && (i == 0 || entry.data[i - 1] == '/'))
            return false;
    return !str_starts(entry, STR("__MACOSX/"));
}

static void read_entries(Reader *r, struct archive *a, Str name)
{
    const char *outer = r->file;
    Arena arena = ARENA_INIT;
    struct archive_entry *entry;
    int ret = ARCHIVE_OK;
    for (size_t n = 0; r->status == LAGEBILD_OK; n++) {
        ret = archive_read_next_header(a, &entry);
        if (ret != ARCHIVE_OK && ret != ARCHIVE_WARN)
            break;
        const char *path = archive_entry_pathname(entry);
        if (n == ENTRIES_MAX) {
            reader_skip(r, LAGEBILD_ERR_LIMIT, ERROR_NO_OFFSET, "an archive of more than %d entries", ENTRIES_MAX);
            break;
        }
        if (!path || archive_entry_filetype(entry) != AE_IFREG || !is_page_file(name, str_of(path)))
            continue;
        const char *slash = strrchr(path, '/');
        Str inside = arena_str(&arena, str_of(slash ? slash + 1 : path));
        r->file = arena_format(&arena, "%s/%s", outer, path).data;
        source_read(r, (StreamSource){read_entry, a}, inside);
        r->file = outer;
        arena_reset(&arena);
    }
    if (r->status == LAGEBILD_OK && ret != ARCHIVE_EOF && ret != ARCHIVE_OK && ret != ARCHIVE_WARN) {
        const char *why = archive_error_string(a);
        reader_skip(r, LAGEBILD_ERR_FORMAT, ERROR_NO_OFFSET, "zip: %s", why ? why : "damaged");
    }
    arena_release(&arena);
}

void zip_read(Reader *r, StreamSource source, Str name)
{
    if (r->in_archive) { /* an archive that holds itself would never end */
        reader_skip(r, LAGEBILD_ERR_LIMIT, ERROR_NO_OFFSET, "an archive inside an archive");
        return;
    }
    r->in_archive = true;
    ZipSource z = {source, mem_alloc(BLOCK)};
    struct archive *a = archive_read_new();
    if (a && archive_read_support_format_zip(a) == ARCHIVE_OK &&
        archive_read_open(a, &z, NULL, read_block, NULL) == ARCHIVE_OK)
        read_entries(r, a, name);
    else
        reader_skip(r, LAGEBILD_ERR_FORMAT, ERROR_NO_OFFSET, "zip: damaged");
    archive_read_free(a);
    r->in_archive = false;
    vec_free(z.block);
}
