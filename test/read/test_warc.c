#include "collect.h"

#include <zstd.h>

static const char FIELDS[] =
    "WARC-Target-URI: https://blatt.example/a\r\nContent-Type: application/http; msgtype=response\r\n";

static Collected collect_bytes(const char *name, Str bytes)
{
    folder_new();
    return collect(file_put(name, bytes));
}

static void records_become_pages(void)
{
    StrBuf warc = STRBUF_INIT;
    warc_add(&warc, "warcinfo", "Content-Type: application/warc-fields\r\n", STR("software: test\r\n"));
    warc_add(&warc, "request", FIELDS, STR("GET / HTTP/1.1\r\n\r\n"));
    uint64_t at = warc.len;
    warc_add_page(&warc, 7);
    warc_add(&warc, "resource",
             "WARC-Target-URI: https://blatt.example/b\r\nContent-Type: text/html; charset=\"ISO-8859-1\"\r\n",
             STR("<p>Gr\xFC\xDF"
                 "e</p>"));
    warc_add(&warc, "conversion", "WARC-Target-URI: https://blatt.example/c\r\nContent-Type: text/plain\r\n"
                                  "WARC-Identified-Content-Language: deu,eng\r\n", STR("Der Rat tagt.\n"));
    warc_add(&warc, "response", "WARC-Target-URI: https://blatt.example/d\r\nContent-Type: text/html\r\n",
             STR("<p>Ohne Kopf</p>"));
    warc_add(&warc, "response", FIELDS, STR("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Nichts</p>"));
    warc_add(&warc, "response", FIELDS, STR("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"));
    warc_add(&warc, "response", FIELDS,
             STR("HTTP/1.1 200 OK\r\nContent-Type: text/css\r\nContent-Encoding: br\r\n\r\n\x0B\x09"));
    Collected c = collect_bytes("a.warc", strbuf_str(&warc));
    CHECK_INT(c.skipped.len, 0);
    CHECK_INT(c.pages.len, 4);
    if (c.pages.len == 4) {
        const Got *p = c.pages.data;
        CHECK_INT(p[0].offset, at);
        CHECK_STR(p[0].id, "urn:uuid:00000007-0000-4000-8000-000000000000");
        CHECK_STR(p[0].url, "https://blatt.example/seite/7");
        CHECK_STR(p[0].captured, "2031-04-05T06:07:08Z");
        CHECK_STR(p[0].media_type, "text/html");
        CHECK_STR(p[0].charset, "utf-8");
        CHECK(str_starts(p[0].bytes, STR("<!DOCTYPE")));
        CHECK_STR(p[1].charset, "iso-8859-1");
        CHECK_INT(p[1].kind, PAGE_HTML);
        CHECK_INT(p[2].kind, PAGE_CRAWL);
        CHECK_STR(p[2].lang, "de");
        CHECK_STR(p[3].bytes, "<p>Ohne Kopf</p>");
    }
    collected_release(&c);
    strbuf_release(&warc);
}

static void one_body(const char *headers, Str body, const char *want)
{
    StrBuf warc = STRBUF_INIT, block = STRBUF_INIT;
    strbuf_add_format(&block, "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n%s\r\n", headers);
    strbuf_add(&block, body);
    warc_add(&warc, "response", FIELDS, strbuf_str(&block));
    Collected c = collect_bytes("a.warc", strbuf_str(&warc));
    CHECK_INT(c.pages.len, want ? 1 : 0);
    CHECK_INT(c.skipped.len, want ? 0 : 1);
    if (want && c.pages.len)
        CHECK_STR(c.pages.data[0].bytes, want);
    collected_release(&c);
    strbuf_release(&warc), strbuf_release(&block);
}

static void http_bodies_are_unpacked(void)
{
    const char *want = "<p>Der Rat tagt.</p>";
    StrBuf gz = STRBUF_INIT, chunked = STRBUF_INIT;
    gz_add(&gz, str_of(want));
    strbuf_add_format(&chunked, "%zx\r\n", gz.len - 5);
    strbuf_add(&chunked, str_slice(strbuf_str(&gz), 0, gz.len - 5));
    strbuf_add_format(&chunked, "\r\n5;name=wert\r\n");
    strbuf_add(&chunked, str_slice(strbuf_str(&gz), gz.len - 5, gz.len));
    strbuf_add_format(&chunked, "\r\n0\r\n\r\n");
    one_body("Content-Encoding: gzip\r\n", strbuf_str(&gz), want);
    one_body("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", strbuf_str(&chunked), want);
    one_body("Transfer-Encoding: chunked\r\n", STR("8\r\n<p>Der R\r\nc\r\nat tagt.</p>\r\n0\r\n\r\n"), want);
    one_body("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", str_of(want),
             want); /* undone by the crawler */
    one_body("Content-Encoding: br\r\n", STR("\x8F\x09\x80<p>Der Rat tagt.</p>\x03"), want);
    one_body("Content-Encoding: br\r\n", str_of(want), want); /* undone by the crawler */
    one_body("Content-Encoding: br\r\n", STR("\x8F\x09\x80<p>Der Rat"), NULL);
    one_body("Content-Encoding: br\r\n", STR("\xFF\xFF\xFF\xFF"), NULL);
    one_body("Content-Encoding: sdch\r\n", STR("\x0B\x09\x80Rat"), NULL);
    one_body("Content-Encoding: gzip\r\n", str_slice(strbuf_str(&gz), 0, gz.len - 6), NULL);
    uLongf len = 100;
    char zlib[100];
    compress((Bytef *)zlib, &len, (const Bytef *)want, strlen(want));
    one_body("Content-Encoding: deflate\r\n", str_make(zlib, len), want);
    one_body("Content-Encoding: deflate\r\n", str_make(zlib + 2, len - 6), want);
    strbuf_release(&gz), strbuf_release(&chunked);
}

static void packed_bodies_have_a_limit(void)
{
    StrBuf zeros = STRBUF_INIT, gz = STRBUF_INIT, block = STRBUF_INIT, warc = STRBUF_INIT, all = STRBUF_INIT;
    strbuf_add(&zeros, STR("<p>"));
    strbuf_reserve(&zeros, 8 << 20);
    memset(zeros.data + zeros.len, ' ', 8 << 20);
    zeros.len += 8 << 20;
    gz_add(&gz, strbuf_str(&zeros));
    strbuf_add(&block, STR("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"));
    strbuf_add(&block, strbuf_str(&gz));
    warc_add(&warc, "response", FIELDS, strbuf_str(&block));
    gz_add(&all, strbuf_str(&warc)); /* a page of 8 MB in a file of some hundred bytes */
    Collected c = collect_bytes("a.warc.gz", strbuf_str(&all));
    CHECK_INT(c.pages.len, 0);
    CHECK(c.skipped.len == 1 && c.skipped.data[0].code == LAGEBILD_ERR_LIMIT);
    collected_release(&c);
    strbuf_clear(&block), strbuf_clear(&warc);
    strbuf_add(&block, STR("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n"
                           "\x9F\xBF\xC6\x2D\xF8\x25\xC2\xE2\xB1\x40\x20\xCF\xB7\x05")); /* 3 MB of one letter */
    warc_add(&warc, "response", FIELDS, strbuf_str(&block));
    c = collect_bytes("a.warc", strbuf_str(&warc));
    CHECK_INT(c.pages.len, 0);
    CHECK(c.skipped.len == 1 && c.skipped.data[0].code == LAGEBILD_ERR_LIMIT);
    collected_release(&c);
    strbuf_release(&zeros), strbuf_release(&gz), strbuf_release(&block), strbuf_release(&warc), strbuf_release(&all);
}

/* Three pages; `spoil` harms the second. */
static Collected three(const char *name, bool packed, void (*spoil)(StrBuf *all, size_t begin, size_t end))
{
    StrBuf all = STRBUF_INIT, record = STRBUF_INIT;
    size_t begin[4] = {0};
    for (unsigned i = 0; i < 3; i++) {
        strbuf_clear(&record);
        warc_add_page(&record, i);
        if (packed)
            gz_add(&all, strbuf_str(&record));
        else
            strbuf_add(&all, strbuf_str(&record));
        begin[i + 1] = all.len;
    }
    spoil(&all, begin[1], begin[2]);
    Collected c = collect_bytes(name, strbuf_str(&all));
    CHECK_INT(c.pages.len, 2);
    if (c.pages.len == 2) {
        CHECK_STR(c.pages.data[0].url, "https://blatt.example/seite/0");
        CHECK_STR(c.pages.data[1].url, "https://blatt.example/seite/2");
    }
    char where[64];
    snprintf(where, sizeof where, "%s:%zu", name, begin[1]);
    CHECK(skipped_at(&c, where));
    CHECK_INT(c.skipped.len, 1);
    strbuf_release(&all), strbuf_release(&record);
    return c;
}

static void longer_length(StrBuf *all, size_t begin, size_t end)
{
    (void)end;
    all->data[str_find(strbuf_str(all), STR("Length: "), begin) + 8] = '9';
}

static void shorter_length(StrBuf *all, size_t begin, size_t end)
{
    (void)end;
    all->data[str_find(strbuf_str(all), STR("Length: "), begin) + 8] = '0';
}

static void no_length(StrBuf *all, size_t begin, size_t end)
{
    (void)end;
    all->data[str_find(strbuf_str(all), STR("Length: "), begin)] = 'X';
}

static void no_magic(StrBuf *all, size_t begin, size_t end)
{
    (void)end;
    all->data[begin] = '\0';
}

static void flip_last(StrBuf *all, size_t begin, size_t end)
{
    (void)begin;
    all->data[end - 1] ^= 0x10; /* gzip: the length; plain: the line end */
}

static void flip_check_sum(StrBuf *all, size_t begin, size_t end)
{
    (void)begin;
    all->data[end - 7] ^= 0x10;
}

static void flip_middle(StrBuf *all, size_t begin, size_t end)
{
    for (size_t i = begin + 12; i < end - 20; i += 9)
        all->data[i] ^= 0x5A;
}

static void cut_out(StrBuf *all, size_t begin, size_t end)
{
    memmove(all->data + begin + 40, all->data + end, all->len - end);
    all->len -= end - begin - 40;
}

static void damaged_records_are_told_and_the_next_ones_read(void)
{
    void (*const PLAIN[])(StrBuf *, size_t, size_t) = {longer_length, shorter_length, no_length,
                                                       no_magic,      flip_last,      cut_out};
    for (size_t i = 0; i < sizeof PLAIN / sizeof *PLAIN; i++) {
        Collected c = three("a.warc", false, PLAIN[i]);
        collected_release(&c);
    }
    void (*const PACKED[])(StrBuf *, size_t, size_t) = {no_magic, flip_last, flip_check_sum, flip_middle, cut_out};
    for (size_t i = 0; i < sizeof PACKED / sizeof *PACKED; i++) {
        Collected c = three("a.warc.gz", true, PACKED[i]);
        collected_release(&c);
    }
}

/* A skippable frame with the dictionary of all frames that follow, as the rules for .warc.zst have it. */
static void read_with_dictionary(bool packed)
{
    StrBuf record = STRBUF_INIT, all = STRBUF_INIT, dictionary = STRBUF_INIT;
    warc_add_page(&record, 1000000); /* what the records have in common */
    if (packed) {
        strbuf_reserve(&dictionary, ZSTD_compressBound(record.len));
        dictionary.len = ZSTD_compress(dictionary.data, dictionary.cap - 1, record.data, record.len, 3);
    } else {
        strbuf_add(&dictionary, strbuf_str(&record));
    }
    strbuf_add(&all, STR("\x5D\x2A\x4D\x18"));
    for (int i = 0; i < 4; i++)
        strbuf_add_char(&all, (char)(dictionary.len >> (8 * i)));
    strbuf_add(&all, strbuf_str(&dictionary));
    ZSTD_CCtx *zst = ZSTD_createCCtx();
    ZSTD_CCtx_loadDictionary(zst, record.data, record.len);
    for (unsigned i = 0; i < 3; i++) {
        strbuf_clear(&record);
        warc_add_page(&record, i);
        strbuf_reserve(&all, ZSTD_compressBound(record.len));
        all.len += ZSTD_compress2(zst, all.data + all.len, all.cap - all.len - 1, record.data, record.len);
    }
    ZSTD_freeCCtx(zst);
    Collected c = collect_bytes("a.warc.zst", strbuf_str(&all));
    CHECK_INT(c.pages.len, 3);
    CHECK_INT(c.skipped.len, 0);
    CHECK(c.pages.len == 3 && str_equal(c.pages.data[2].url, STR("https://blatt.example/seite/2")));
    collected_release(&c);
    strbuf_release(&record), strbuf_release(&all), strbuf_release(&dictionary);
}

static void dictionaries_are_used(void)
{
    read_with_dictionary(false);
    read_with_dictionary(true);
}

static void zeros_behind_the_last_member_are_padding(void)
{
    StrBuf record = STRBUF_INIT, all = STRBUF_INIT;
    warc_add_page(&record, 0);
    gz_add(&all, strbuf_str(&record));
    strbuf_add(&all, (Str){(char[512]){0}, 512});
    Collected c = collect_bytes("a.warc.gz", strbuf_str(&all));
    CHECK_INT(c.pages.len, 1);
    CHECK_INT(c.skipped.len, 0);
    collected_release(&c);
    strbuf_release(&record), strbuf_release(&all);
}

static void last_record_may_be_cut(void)
{
    StrBuf all = STRBUF_INIT;
    warc_add_page(&all, 0);
    size_t at = all.len;
    warc_add_page(&all, 1);
    Collected c = collect_bytes("a.warc", str_slice(strbuf_str(&all), 0, all.len - 30));
    CHECK_INT(c.pages.len, 1);
    char where[64];
    snprintf(where, sizeof where, "a.warc:%zu", at);
    CHECK(skipped_at(&c, where));
    collected_release(&c);
    strbuf_release(&all);
}

static void large_records_are_passed_over(void)
{
    StrBuf all = STRBUF_INIT, big = STRBUF_INIT;
    strbuf_add(&big, STR("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"));
    strbuf_reserve(&big, READ_PAGE_MAX + 200000);
    memset(big.data + big.len, 'x', READ_PAGE_MAX + 100000);
    big.len += READ_PAGE_MAX + 100000;
    warc_add(&all, "response", FIELDS, strbuf_str(&big));
    warc_add_page(&all, 1);
    Collected c = collect_bytes("a.warc", strbuf_str(&all));
    CHECK_INT(c.pages.len, 1);
    CHECK_INT(c.skipped.len, 1);
    CHECK(c.skipped.len && c.skipped.data[0].code == LAGEBILD_ERR_LIMIT);
    collected_release(&c);
    strbuf_release(&all), strbuf_release(&big);
}

int main(void)
{
    TEST(records_become_pages);
    TEST(http_bodies_are_unpacked);
    TEST(packed_bodies_have_a_limit);
    TEST(damaged_records_are_told_and_the_next_ones_read);
    TEST(dictionaries_are_used);
    TEST(zeros_behind_the_last_member_are_padding);
    TEST(last_record_may_be_cut);
    TEST(large_records_are_passed_over);
    folder_drop();
    return TEST_END;
}
