/* collect.h: what the tests of reading share: a folder of files made on the spot, and everything that reading it gives,
 * kept as text. */
#ifndef TEST_READ_COLLECT_H
#define TEST_READ_COLLECT_H

#include "test.h"

#include "base/arena.h"
#include "base/vec.h"
#include "read/page.h"

#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

typedef struct Got {
    PageKind kind;
    Str file, id, url, published, title, lang, captured, media_type, charset, bytes, outlet;
    uint64_t offset;
} Got;

typedef struct Collected {
    Arena arena;
    VEC(Got) pages;
    VEC(Error) skipped;
    uint64_t told, total;
} Collected;

static inline Status collect_page(void *ctx, const Page *p, Error *err)
{
    (void)err;
    Collected *c = ctx;
    Arena *a = &c->arena;
    vec_push(&c->pages, (Got){p->kind, arena_str(a, p->file), arena_str(a, p->id), arena_str(a, p->url), arena_str(a, p->published),
                              arena_str(a, p->title), arena_str(a, p->lang), arena_str(a, p->captured), arena_str(a, p->media_type),
                              arena_str(a, p->charset), arena_str(a, p->bytes), arena_str(a, p->outlet), p->offset});
    return LAGEBILD_OK;
}

static inline void collect_skipped(void *ctx, const Error *why)
{
    Collected *c = ctx;
    vec_push(&c->skipped, *why);
}

static inline void collect_progress(void *ctx, uint64_t bytes_read, uint64_t bytes_total)
{
    Collected *c = ctx;
    c->told = bytes_read;
    c->total = bytes_total;
}

static inline Collected collect(const char *path)
{
    Collected c = {0};
    ReadHandler handler = {collect_page, collect_skipped, collect_progress, &c};
    Error err;
    CHECK_INT(read_paths(&path, 1, &handler, &err), LAGEBILD_OK);
    return c;
}

static inline void collected_release(Collected *c)
{
    arena_release(&c->arena);
    vec_release(&c->pages);
    vec_release(&c->skipped);
}

/* The report whose place ends so; NULL when there is none. */
static inline const Error *skipped_at(const Collected *c, const char *end)
{
    for (size_t i = 0; i < c->skipped.len; i++)
        if (str_ends(str_of(c->skipped.data[i].where), str_of(end)))
            return &c->skipped.data[i];
    return NULL;
}

/* ---- files ---- */

static char folder[64];

static inline int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
    (void)st, (void)type, (void)ftw;
    return remove(path);
}

static inline void folder_drop(void)
{
    if (folder[0])
        nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    folder[0] = '\0';
}

static inline void folder_new(void)
{
    folder_drop();
    snprintf(folder, sizeof folder, "/tmp/lagebild-read-XXXXXX");
    if (!mkdtemp(folder))
        abort();
}

/* Path of a file in the folder; valid until the fourth call from here. */
static inline const char *file_path(const char *name)
{
    static char paths[4][4200];
    static unsigned next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static inline const char *file_put(const char *name, Str bytes)
{
    const char *path = file_path(name);
    FILE *f = fopen(path, "wb");
    if (!f || (bytes.len && fwrite(bytes.data, 1, bytes.len, f) != bytes.len) || fclose(f) != 0)
        abort();
    return path;
}

/* One gzip member. */
static inline void gz_add(StrBuf *out, Str bytes)
{
    z_stream z = {0};
    if (deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        abort();
    strbuf_reserve(out, deflateBound(&z, bytes.len) + 64);
    z.next_in = (Bytef *)(uintptr_t)bytes.data;
    z.avail_in = (uInt)bytes.len;
    z.next_out = (Bytef *)out->data + out->len;
    z.avail_out = (uInt)(out->cap - out->len - 1);
    if (deflate(&z, Z_FINISH) != Z_STREAM_END)
        abort();
    out->len += z.total_out;
    deflateEnd(&z);
}

/* One WARC record with whatever type, header lines ("Field: value\r\n" …) and block. */
static inline void warc_add(StrBuf *out, const char *type, const char *fields, Str block)
{
    strbuf_add_format(out, "WARC/1.0\r\nWARC-Type: %s\r\n%sContent-Length: %zu\r\n\r\n", type, fields, block.len);
    strbuf_add(out, block);
    strbuf_add(out, STR("\r\n\r\n"));
}

/* A response record, number n, with an HTML page that names n. */
static inline void warc_add_page(StrBuf *out, unsigned n)
{
    StrBuf block = STRBUF_INIT;
    char fields[256];
    snprintf(fields, sizeof fields,
             "WARC-Target-URI: https://blatt.example/seite/%u\r\nWARC-Date: 2031-04-05T06:07:08Z\r\n"
             "WARC-Record-ID: <urn:uuid:%08u-0000-4000-8000-000000000000>\r\nContent-Type: application/http; msgtype=response\r\n",
             n, n);
    strbuf_add_c(&block, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n");
    strbuf_add_format(&block, "<!DOCTYPE html><html><body><p>Seite %u: Der Rat von Velmark tagt.</p></body></html>", n);
    warc_add(out, "response", fields, strbuf_str(&block));
    strbuf_release(&block);
}

#endif
