#include "collect.h"

#include <lzma.h>
#include <zstd.h>

static const Str TEXT = STR_INIT("Der Rat von Velmark tagt.\nEr berät bis Freitag über die Brücke.\n");
static const Str HTML = STR_INIT("<!-- Kopf -->\n<!DOCTYPE html><html><body><p>Der Rat tagt.</p></body></html>");

static void zst_add(StrBuf *out, Str bytes)
{
    strbuf_reserve(out, ZSTD_compressBound(bytes.len));
    out->len += ZSTD_compress(out->data + out->len, out->cap - out->len - 1, bytes.data, bytes.len, 3);
}

static void xz_add(StrBuf *out, Str bytes)
{
    strbuf_reserve(out, lzma_stream_buffer_bound(bytes.len));
    lzma_easy_buffer_encode(1, LZMA_CHECK_CRC64, NULL, (const uint8_t *)bytes.data, bytes.len, (uint8_t *)out->data,
                            &out->len, out->cap - 1);
}

static void folder_is_read_in_the_order_of_names(void)
{
    folder_new();
    mkdir(file_path("b"), 0755);
    file_put("c.txt", TEXT);
    file_put("b/z.html", HTML);
    file_put("a.txt", TEXT);
    file_put(".versteckt.txt", TEXT);
    Collected c = collect(folder);
    CHECK_INT(c.pages.len, 3);
    CHECK_INT(c.skipped.len, 0);
    if (c.pages.len == 3) {
        CHECK_STR(c.pages.data[0].id, "a.txt");
        CHECK_STR(c.pages.data[1].id, "z.html");
        CHECK_INT(c.pages.data[1].kind, PAGE_HTML);
        CHECK(str_ends(c.pages.data[1].file, STR("/b/z.html")));
        CHECK_STR(c.pages.data[2].id, "c.txt");
        CHECK_INT(c.pages.data[2].kind, PAGE_CRAWL);
    }
    CHECK_INT(c.told, 2 * TEXT.len + HTML.len);
    CHECK_INT(c.total, 2 * TEXT.len + HTML.len);
    collected_release(&c);
}

static void packed_files_are_read_whatever_their_names(void)
{
    folder_new();
    StrBuf gz = STRBUF_INIT, zst = STRBUF_INIT, xz = STRBUF_INIT;
    gz_add(&gz, str_slice(TEXT, 0, 20));
    gz_add(&gz, str_slice(TEXT, 20, TEXT.len)); /* two members, one file */
    zst_add(&zst, TEXT);
    xz_add(&xz, TEXT);
    file_put("a.txt.gz", strbuf_str(&gz));
    file_put("b.txt.zst", strbuf_str(&zst));
    file_put("c.txt.xz", strbuf_str(&xz));
    file_put("d.txt", strbuf_str(&xz));
    Collected c = collect(folder);
    CHECK_INT(c.pages.len, 4);
    for (size_t i = 0; i < c.pages.len; i++) {
        char want[] = {(char)('a' + i), '.', 't', 'x', 't', '\0'};
        CHECK_STR(c.pages.data[i].id, want);
        CHECK(str_equal(c.pages.data[i].bytes, TEXT));
    }
    collected_release(&c);
    strbuf_release(&gz), strbuf_release(&zst), strbuf_release(&xz);
}

static void bad_files_are_named_and_their_neighbours_read(void)
{
    folder_new();
    StrBuf gz = STRBUF_INIT, random = STRBUF_INIT, line = STRBUF_INIT;
    gz_add(&gz, TEXT);
    uint64_t x = 42;
    for (int i = 0; i < 5000; i++) {
        x = x * 6364136223846793005u + 1442695040888963407u;
        strbuf_add_char(&random, (char)(x >> 40));
    }
    for (int i = 0; i < 1 << 18; i++)
        strbuf_add(&line, STR("Rat "));
    file_put("abgeschnitten.txt.gz", str_slice(strbuf_str(&gz), 0, gz.len - 9));
    file_put("gut.txt", TEXT);
    file_put("leer.txt", STR(""));
    file_put("nullen.txt", (Str){(char[4096]){0}, 4096});
    file_put("zeile.txt", strbuf_str(&line));
    file_put("zufall", strbuf_str(&random));
    file_put("zufall.html", strbuf_str(&random));
    file_put("zufall.jsonl", strbuf_str(&random));
    file_put("zufall.warc", strbuf_str(&random));
    const char *missing = file_path("fehlt.txt");
    Collected c = collect(folder), none = collect(missing);
    CHECK_INT(c.pages.len, 1);
    CHECK_INT(c.skipped.len, 8);
    const char *const BAD[] = {
        "abgeschnitten.txt.gz:0", "leer.txt",     "nullen.txt", "zeile.txt", "zufall", "zufall.html",
        "zufall.jsonl",           "zufall.warc:0"};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        if (!skipped_at(&c, BAD[i]))
            printf("not named: %s\n", BAD[i]), test_bad++;
    CHECK_INT(none.skipped.len, 1);
    CHECK(none.skipped.len && none.skipped.data[0].code == LAGEBILD_ERR_IO);
    collected_release(&c), collected_release(&none);
    strbuf_release(&gz), strbuf_release(&random), strbuf_release(&line);
}

static void marked_utf16_is_text(void)
{
    folder_new();
    StrBuf wide = STRBUF_INIT, noise = STRBUF_INIT;
    strbuf_add(&wide, STR("\xFF\xFE"));
    for (size_t i = 0; i < 40; i++)
        strbuf_add(&wide, str_make((char[]){"Rat \xFC"[i % 5], 0}, 2));
    strbuf_add(&noise, STR("\xFF\xFE"));
    for (unsigned i = 0; i < 2000; i++)
        strbuf_add_char(&noise, (char)(i * 2654435761u >> 13));
    file_put("gut.txt", strbuf_str(&wide));
    file_put("rauschen.txt", strbuf_str(&noise));
    Collected c = collect(folder);
    CHECK_INT(c.pages.len, 1);
    CHECK(c.pages.len && str_equal(c.pages.data[0].id, STR("gut.txt")));
    CHECK(skipped_at(&c, "rauschen.txt"));
    collected_release(&c);
    strbuf_release(&wide), strbuf_release(&noise);
}

static void links_in_circles_end(void)
{
    folder_new();
    mkdir(file_path("innen"), 0755);
    file_put("innen/a.txt", TEXT);
    CHECK_INT(symlink(folder, file_path("innen/zurueck")), 0);
    Collected c = collect(folder);
    CHECK_INT(c.pages.len, 1);
    CHECK(skipped_at(&c, "innen/zurueck"));
    collected_release(&c);
}

static void deep_folders_are_bounded(void)
{
    folder_new();
    char path[4096];
    snprintf(path, sizeof path, "%s", folder);
    for (int i = 0; i < READ_DEPTH_MAX + 3; i++) {
        strcat(path, "/t");
        mkdir(path, 0755);
    }
    Collected c = collect(folder);
    CHECK_INT(c.skipped.len, 1);
    CHECK(c.skipped.len && c.skipped.data[0].code == LAGEBILD_ERR_LIMIT);
    collected_release(&c);
}

static void pages_have_a_limit(void)
{
    folder_new();
    StrBuf zeros = STRBUF_INIT, gz = STRBUF_INIT, zst = STRBUF_INIT;
    strbuf_reserve(&zeros, READ_PAGE_MAX + 10);
    memset(zeros.data, '\n', READ_PAGE_MAX + 1);
    zeros.len = READ_PAGE_MAX + 1;
    gz_add(&gz, strbuf_str(&zeros));
    zst_add(&zst, strbuf_str(&zeros)); /* shrinks more than the ratio allows */
    file_put("a.txt.gz", strbuf_str(&gz));
    file_put("b.txt.zst", strbuf_str(&zst));
    Collected c = collect(folder);
    CHECK_INT(c.pages.len, 0);
    CHECK_INT(c.skipped.len, 2);
    for (size_t i = 0; i < c.skipped.len; i++)
        CHECK_INT(c.skipped.data[i].code, LAGEBILD_ERR_LIMIT);
    collected_release(&c);
    strbuf_release(&zeros), strbuf_release(&gz), strbuf_release(&zst);
}

static void json_lines_become_pages(void)
{
    folder_new();
    Str lines =
        STR("{\"id\":\"x1\",\"source\":\"Blatt\",\"url\":\"https://blatt.example/1\",\"published\":\"2031-04-05\","
            "\"lang\":\"de\",\"title\":\"Rat tagt\",\"text\":\"Der Rat tagt.\"}\n"
            "{\"url\": kaputt}\n"
            "\n"
            "{\"url\":\"https://blatt.example/2\",\"html\":\"<p>Zwei</p>\"}\n"
            "{\"id\":7,\"text\":\"Ohne Zeilenende\"}");
    Collected c = collect(file_put("a.jsonl", lines));
    CHECK_INT(c.pages.len, 3);
    if (c.pages.len == 3) {
        CHECK_STR(c.pages.data[0].id, "x1");
        CHECK_STR(c.pages.data[0].outlet, "Blatt");
        CHECK_STR(c.pages.data[0].published, "2031-04-05");
        CHECK_STR(c.pages.data[0].bytes, "Der Rat tagt.");
        CHECK_INT(c.pages.data[0].kind, PAGE_CLEAN);
        CHECK_INT(c.pages.data[1].kind, PAGE_HTML);
        CHECK_STR(c.pages.data[1].id, "https://blatt.example/2");
        CHECK_STR(c.pages.data[2].id, "7");
    }
    CHECK_INT(c.skipped.len, 1);
    char where[32];
    snprintf(where, sizeof where, "a.jsonl:%zu", str_find_char(lines, '\n', 0) + 1);
    CHECK(skipped_at(&c, where));
    collected_release(&c);
}

static void json_lines_behind_damage_are_read(void)
{
    folder_new();
    StrBuf gz = STRBUF_INIT;
    gz_add(&gz, STR("{\"text\":\"eins\"}\n{\"text\":\"zwei\"}\n"));
    size_t begin = gz.len;
    gz_add(&gz, STR("{\"text\":\"drei\"}\n{\"text\":\"vier\"}\n"));
    gz.data[begin + 12] ^= 0x55;
    gz_add(&gz, STR("{\"text\":\"fünf\"}\n"));
    Collected c = collect(file_put("a.jsonl.gz", strbuf_str(&gz)));
    CHECK(c.pages.len >= 3);
    CHECK(c.pages.len && str_equal(c.pages.data[c.pages.len - 1].bytes, STR("fünf")));
    char where[32];
    snprintf(where, sizeof where, "a.jsonl.gz:%zu", begin);
    CHECK(skipped_at(&c, where));
    collected_release(&c);
    strbuf_release(&gz);
}

static Status refuse(void *ctx, const Page *page, Error *err)
{
    ++*(int *)ctx;
    return error_set(err, LAGEBILD_ERR_DATABASE, page->file.data, ERROR_NO_OFFSET, "genug");
}

static void handler_ends_the_reading(void)
{
    folder_new();
    file_put("a.txt", TEXT);
    file_put("b.txt", TEXT);
    int calls = 0;
    const char *path = folder;
    Error err;
    CHECK_INT(read_paths(&path, 1, &(ReadHandler){.page = refuse, .ctx = &calls}, &err), LAGEBILD_ERR_DATABASE);
    CHECK_INT(calls, 1);
    CHECK_STR(str_of(err.message), "genug");
}

int main(void)
{
    TEST(folder_is_read_in_the_order_of_names);
    TEST(packed_files_are_read_whatever_their_names);
    TEST(bad_files_are_named_and_their_neighbours_read);
    TEST(marked_utf16_is_text);
    TEST(links_in_circles_end);
    TEST(deep_folders_are_bounded);
    TEST(pages_have_a_limit);
    TEST(json_lines_become_pages);
    TEST(json_lines_behind_damage_are_read);
    TEST(handler_ends_the_reading);
    folder_drop();
    return TEST_END;
}
