#include "collect.h"

#include <fcntl.h>

static const Str TEXT = STR_INIT("Der Rat von Velmark tagt.\nEr berät bis Freitag über die Brücke.\n");

static void put_number(StrBuf *b, uint64_t n, int bytes)
{
    for (int i = 0; i < bytes; i++)
        strbuf_add_char(b, (char)(n >> (8 * i)));
}

typedef struct ZipFile {
    StrBuf bytes, directory;
    unsigned entries;
} ZipFile;

/* A stored entry. With `streamed` its length and check sum stand behind it, as programs write that cannot seek. */
static void zip_add(ZipFile *z, const char *name, Str bytes, bool streamed)
{
    uint64_t crc = crc32(0, (const Bytef *)bytes.data, (uInt)bytes.len), at = z->bytes.len;
    put_number(&z->bytes, 0x04034B50, 4), put_number(&z->bytes, 20, 2), put_number(&z->bytes, streamed ? 8 : 0, 2);
    put_number(&z->bytes, 0, 6);
    put_number(&z->bytes, streamed ? 0 : crc, 4);
    put_number(&z->bytes, streamed ? 0 : bytes.len, 4), put_number(&z->bytes, streamed ? 0 : bytes.len, 4);
    put_number(&z->bytes, strlen(name), 2), put_number(&z->bytes, 0, 2);
    strbuf_add_c(&z->bytes, name);
    strbuf_add(&z->bytes, bytes);
    if (streamed) {
        put_number(&z->bytes, 0x08074B50, 4), put_number(&z->bytes, crc, 4);
        put_number(&z->bytes, bytes.len, 4), put_number(&z->bytes, bytes.len, 4);
    }
    put_number(&z->directory, 0x02014B50, 4), put_number(&z->directory, 0x0314, 2), put_number(&z->directory, 20, 2);
    put_number(&z->directory, streamed ? 8 : 0, 2), put_number(&z->directory, 0, 6);
    put_number(&z->directory, crc, 4), put_number(&z->directory, bytes.len, 4), put_number(&z->directory, bytes.len, 4);
    put_number(&z->directory, strlen(name), 2), put_number(&z->directory, 0, 8);
    put_number(&z->directory, 0x81A40000, 4), put_number(&z->directory, at, 4);
    strbuf_add_c(&z->directory, name);
    z->entries++;
}

static const char *zip_put(ZipFile *z, const char *name)
{
    uint64_t at = z->bytes.len;
    strbuf_add(&z->bytes, strbuf_str(&z->directory));
    put_number(&z->bytes, 0x06054B50, 4), put_number(&z->bytes, 0, 4);
    put_number(&z->bytes, z->entries, 2), put_number(&z->bytes, z->entries, 2);
    put_number(&z->bytes, z->directory.len, 4), put_number(&z->bytes, at, 4), put_number(&z->bytes, 0, 2);
    folder_new();
    const char *path = file_put(name, strbuf_str(&z->bytes));
    strbuf_release(&z->bytes), strbuf_release(&z->directory);
    return path;
}

static void entries_become_pages(void)
{
    ZipFile z = {0};
    StrBuf gz = STRBUF_INIT;
    gz_add(&gz, TEXT);
    zip_add(&z, "seiten/a.txt", TEXT, false);
    zip_add(&z, "seiten/.versteckt", TEXT, false);
    zip_add(&z, "leer.txt", STR(""), false);
    zip_add(&z, "b.txt.gz", strbuf_str(&gz), true);
    zip_add(&z, "innen.zip", STR("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), false);
    Collected c = collect(zip_put(&z, "a.zip"));
    CHECK_INT(c.pages.len, 2);
    if (c.pages.len == 2) {
        CHECK_STR(c.pages.data[0].id, "a.txt");
        CHECK(str_ends(c.pages.data[0].file, STR("a.zip/seiten/a.txt")));
        CHECK_STR(c.pages.data[1].id, "b.txt");
        CHECK(str_equal(c.pages.data[1].bytes, TEXT));
    }
    CHECK_INT(c.skipped.len, 2);
    CHECK(skipped_at(&c, "a.zip/leer.txt") && skipped_at(&c, "a.zip/innen.zip"));
    collected_release(&c);
    strbuf_release(&gz);
}

static void captures_in_a_wacz_become_pages(void)
{
    ZipFile z = {0};
    StrBuf record = STRBUF_INIT, warc = STRBUF_INIT;
    for (unsigned i = 0; i < 2; i++) {
        strbuf_clear(&record);
        warc_add_page(&record, i);
        gz_add(&warc, strbuf_str(&record));
    }
    zip_add(&z, "pages/pages.jsonl",
            STR("{\"format\":\"json-pages-1.0\"}\n{\"url\":\"https://blatt.example/seite/0\"}\n"), true);
    zip_add(&z, "archive/data.warc.gz", strbuf_str(&warc), true);
    zip_add(&z, "indexes/index.cdx", STR("example,blatt)/seite/0 20310405\n"), true);
    zip_add(&z, "datapackage.json", STR("{}"), false);
    Collected c = collect(zip_put(&z, "a.wacz"));
    CHECK_INT(c.pages.len, 2);
    CHECK_INT(c.skipped.len, 0);
    CHECK(c.pages.len && str_ends(c.pages.data[0].file, STR("a.wacz/archive/data.warc.gz")));
    collected_release(&c);
    strbuf_release(&record), strbuf_release(&warc);
}

static void damaged_entries_are_told(void)
{
    ZipFile z = {0};
    zip_add(&z, "a.txt", TEXT, false);
    zip_add(&z, "b.txt", TEXT, false);
    z.bytes.data[50] ^= 0x20; /* in a.txt: its check sum no longer fits */
    Collected c = collect(zip_put(&z, "a.zip"));
    CHECK_INT(c.pages.len, 1);
    CHECK(c.pages.len && str_equal(c.pages.data[0].id, STR("b.txt")));
    CHECK(skipped_at(&c, "a.zip/a.txt"));
    collected_release(&c);
}

static void cut_archives_are_told(void)
{
    folder_new();
    Collected c = collect(file_put("a.zip", STR("PK\x03\x04\x14\0\0\0")));
    CHECK_INT(c.pages.len, 0);
    CHECK(skipped_at(&c, "a.zip"));
    collected_release(&c);
}

/* Reads with the file as stdin. */
static Collected collect_stdin(const char *path)
{
    int saved = dup(STDIN_FILENO), file = open(path, O_RDONLY);
    dup2(file, STDIN_FILENO);
    Collected c = collect("-");
    dup2(saved, STDIN_FILENO);
    close(saved);
    close(file);
    return c;
}

static void stdin_is_told_by_its_content(void)
{
    ZipFile z = {0};
    zip_add(&z, "a.txt", TEXT, false);
    StrBuf record = STRBUF_INIT, warc = STRBUF_INIT;
    warc_add_page(&record, 0);
    gz_add(&warc, strbuf_str(&record));
    Collected zip = collect_stdin(zip_put(&z, "a.zip")), gz = collect_stdin(file_put("x", strbuf_str(&warc))),
              jsonl = collect_stdin(file_put("x", STR("{\"id\":\"a\",\"text\":\"Rat\"}\n"))),
              html = collect_stdin(file_put("x", STR("\n<html><p>Rat</p></html>"))),
              text = collect_stdin(file_put("x", TEXT));
    CHECK_INT(zip.pages.len, 1);
    CHECK_INT(gz.pages.len, 1);
    CHECK(jsonl.pages.len == 1 && jsonl.pages.data[0].kind == PAGE_CLEAN);
    CHECK(html.pages.len == 1 && html.pages.data[0].kind == PAGE_HTML);
    CHECK(text.pages.len == 1 && text.pages.data[0].kind == PAGE_CRAWL && str_equal(text.pages.data[0].file, STR("-")));
    CHECK_INT(text.total, 0);
    collected_release(&zip), collected_release(&gz), collected_release(&jsonl), collected_release(&html),
        collected_release(&text);
    strbuf_release(&record), strbuf_release(&warc);
}

int main(void)
{
    TEST(entries_become_pages);
    TEST(captures_in_a_wacz_become_pages);
    TEST(damaged_entries_are_told);
    TEST(cut_archives_are_told);
    TEST(stdin_is_told_by_its_content);
    folder_drop();
    return TEST_END;
}
