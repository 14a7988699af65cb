/* Ten thousand damaged records, each between two good ones: the good ones must all be read, whatever happened between. */
#include "collect.h"

#include <libdeflate.h>
#include <zstd.h>

#define DAMAGED 10000

static uint64_t state;

static uint32_t pick(uint32_t below)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((state >> 33) % below);
}

static struct libdeflate_compressor *gz_packer;
static ZSTD_CCtx *zst_packer;

static void pack_plain(StrBuf *out, Str record) { strbuf_add(out, record); }

static void pack_gz(StrBuf *out, Str record)
{
    strbuf_reserve(out, libdeflate_gzip_compress_bound(gz_packer, record.len));
    out->len +=
        libdeflate_gzip_compress(gz_packer, record.data, record.len, out->data + out->len, out->cap - out->len - 1);
}

static void pack_zst(StrBuf *out, Str record)
{
    strbuf_reserve(out, ZSTD_compressBound(record.len));
    out->len += ZSTD_compress2(zst_packer, out->data + out->len, out->cap - out->len - 1, record.data, record.len);
}

/* Harms bytes in one of the ways that disks, lines and programs do. */
static void harm(StrBuf *b)
{
    uint32_t len = (uint32_t)b->len, at = pick(len), run = 1 + pick(len - at < 200 ? len - at : 200);
    switch (pick(6)) {
    case 0: /* one bit */
        b->data[at] ^= (char)(1 << pick(8));
        break;
    case 1: /* some bytes */
        for (uint32_t i = 0, n = 1 + pick(20); i < n; i++)
            b->data[pick(len)] = (char)pick(256);
        break;
    case 2: /* a hole */
        memset(b->data + at, 0, run);
        break;
    case 3: /* the rest missing */
        b->len = at;
        break;
    case 4: /* a piece missing */
        memmove(b->data + at, b->data + at + run, len - at - run);
        b->len -= run;
        break;
    default: /* a piece twice */
        strbuf_reserve(b, run);
        memmove(b->data + at + run, b->data + at, len - at);
        b->len += run;
    }
}

/* A page whose length varies as pages' lengths do. */
static void make_record(StrBuf *out, unsigned n)
{
    StrBuf block = STRBUF_INIT;
    char fields[200];
    snprintf(fields, sizeof fields,
             "WARC-Target-URI: https://blatt.example/%u\r\nContent-Type: application/http; msgtype=response\r\n", n);
    strbuf_add_format(&block, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n<html><p>");
    for (uint32_t i = 0, words = pick(60); i < words; i++)
        strbuf_add(&block, str_slice(STR("Brückenbauverordnung"), pick(8), 12 + pick(8)));
    strbuf_add_format(&block, "Ende %u</p>", n);
    strbuf_clear(out);
    warc_add(out, "response", fields, strbuf_str(&block));
    strbuf_release(&block);
}

typedef struct Neighbours {
    bool seen[DAMAGED + 1];
    size_t skipped;
} Neighbours;

static Status note_page(void *ctx, const Page *page, Error *err)
{
    (void)err;
    Neighbours *n = ctx;
    uint64_t number = 1;
    Str begin = STR("https://blatt.example/");
    if (str_starts(page->url, begin) && str_to_u64(str_slice(page->url, begin.len, page->url.len), &number) &&
        number % 2 == 0 && number / 2 <= DAMAGED) {
        char end[32];
        snprintf(end, sizeof end, "Ende %u</p>", (unsigned)number);
        n->seen[number / 2] |= str_ends(page->bytes, str_of(end));
    }
    return LAGEBILD_OK;
}

static void note_skipped(void *ctx, const Error *why)
{
    (void)why;
    ((Neighbours *)ctx)->skipped++;
}

static void neighbours_survive(const char *name, void (*pack)(StrBuf *out, Str record))
{
    static Neighbours n;
    memset(&n, 0, sizeof n);
    StrBuf all = STRBUF_INIT, record = STRBUF_INIT, one = STRBUF_INIT;
    state = 2031;
    for (unsigned i = 0; i <= 2 * DAMAGED; i++) {
        make_record(&record, i);
        strbuf_clear(&one);
        pack(&one, strbuf_str(&record));
        if (i % 2)
            harm(&one);
        strbuf_add(&all, strbuf_str(&one));
    }
    folder_new();
    const char *path = file_put(name, strbuf_str(&all));
    ReadHandler handler = {.page = note_page, .skipped = note_skipped, .ctx = &n};
    CHECK_INT(read_paths(&path, 1, &handler, NULL), LAGEBILD_OK);
    size_t lost = 0;
    for (size_t i = 0; i <= DAMAGED; i++)
        lost += !n.seen[i];
    CHECK_INT(lost, 0);
    CHECK(n.skipped > DAMAGED / 3);
    strbuf_release(&all), strbuf_release(&record), strbuf_release(&one);
}

static void plain(void) { neighbours_survive("a.warc", pack_plain); }
static void gz(void) { neighbours_survive("a.warc.gz", pack_gz); }
static void zst(void) { neighbours_survive("a.warc.zst", pack_zst); }

int main(void)
{
    gz_packer = libdeflate_alloc_compressor(1);
    zst_packer = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(zst_packer, ZSTD_c_compressionLevel, 1);
    ZSTD_CCtx_setParameter(zst_packer, ZSTD_c_checksumFlag, 1);
    TEST(plain);
    TEST(gz);
    TEST(zst);
    libdeflate_free_compressor(gz_packer);
    ZSTD_freeCCtx(zst_packer);
    folder_drop();
    return TEST_END;
}
