/* The index of copies and the articles it is of. */
#include "store/store.h"
#include "test.h"

#include <unistd.h>

#define STANDING "Die Chefredakteurin Jutta Wehling bittet alle Leser, Hinweise auf Fehler zu schicken."

static char folder[] = "/tmp/lagebild-test-XXXXXX";
static char pages[64], database[64];

static const char *const TITLES[] = {"Kutter bleiben im Hafen",    "Falk reist nach Torsund", "Hering wird knapper",
                                     "Rathaus bekommt neues Dach", "Brede sagt Treffen ab",   "Schule öffnet früher"};

/* Page `i` of an outlet that closes each with the same line. */
static void write_pages(int first, int end)
{
    FILE *f = fopen(pages, "w");
    for (int i = first; i < end; i++)
        fprintf(
            f,
            "{\"id\":\"n%d\",\"source\":\"Nordbote\",\"published\":\"2031-05-%02d\",\"html\":\"<html lang=de><head>"
            "<title>%s</title></head><body><article><h1>%s</h1><p>In der Stadt Torsund hat sich am Vormittag vieles "
            "geändert, und nicht alle sind damit zufrieden: Es ist der Fall %d.</p><p>" STANDING
            "</p><p>Der Rat berät darüber in der kommenden Woche ein weiteres Mal, Punkt "
            "%d.</p></article></body></html>\"}\n",
            i, i + 1, TITLES[i], TITLES[i], i, i);
    fclose(f);
}

static void add(Lagebild *lb)
{
    const char *paths[] = {pages};
    Error err = {0};
    CHECK_INT(lagebild_add(lb, paths, 1, NULL, NULL, &err), LAGEBILD_OK);
}

static size_t count_waiting(void)
{
    Arena arena = ARENA_INIT;
    Store *store;
    int64_t *articles;
    size_t n = 99;
    CHECK_INT(store_open(&store, database, NULL), LAGEBILD_OK);
    CHECK_INT(store_archive_waiting(store, &arena, &articles, &n, NULL), LAGEBILD_OK);
    store_close(store);
    arena_release(&arena);
    return n;
}

static bool collect(void *ctx, const char *data, size_t len)
{
    strbuf_add(ctx, str_make(data, len));
    return true;
}

static void a_database_in_memory_has_no_index(void)
{
    Lagebild *lb;
    Error err = {0};
    StrBuf out = STRBUF_INIT;
    LagebildWriter writer = {collect, &out};
    const char *paths[] = {pages};
    write_pages(0, 2);
    CHECK_INT(lagebild_open(&lb, ":memory:", NULL), LAGEBILD_OK);
    add(lb);
    CHECK_INT(lagebild_print_archive(lb, "a", NULL, writer, &err), LAGEBILD_ERR_USAGE);
    CHECK(err.message[0]);
    CHECK_INT(lagebild_print_archive_of(lb, paths, 1, NULL, NULL, writer, NULL, &err), LAGEBILD_ERR_USAGE);
    CHECK_INT(out.len, 0);
    lagebild_close(lb);
    strbuf_release(&out);
}

static void html_is_no_format_of_it(void)
{
    Lagebild *lb;
    Error err = {0};
    CHECK_INT(lagebild_open(&lb, database, NULL), LAGEBILD_OK);
    LagebildPrint how = {.format = LAGEBILD_HTML};
    CHECK_INT(lagebild_print_archive(lb, "a", &how, (LagebildWriter){collect, NULL}, &err), LAGEBILD_ERR_USAGE);
    lagebild_close(lb);
}

/* The second run teaches that the last line is the outlet's furniture: all articles are made anew, and indexed anew. */
static void articles_that_change_are_indexed_anew(void)
{
    Lagebild *lb;
    Arena arena = ARENA_INIT;
    CHECK_INT(lagebild_open(&lb, database, NULL), LAGEBILD_OK);
    write_pages(0, 3);
    add(lb);
    CHECK_INT(count_waiting(), 0);
    write_pages(3, 6);
    add(lb);
    CHECK_INT(count_waiting(), 0);
    lagebild_close(lb);
    Store *store;
    StoreArchive *files;
    size_t n, texts = 0;
    CHECK_INT(store_open(&store, database, NULL), LAGEBILD_OK);
    CHECK_INT(store_archive_open(store, &files, NULL), LAGEBILD_OK);
    const CopySegment *segments = store_archive_segments(files, &n);
    for (size_t i = 0; i < n; i++)
        texts += segments[i].n_texts;
    CHECK(texts >= 6);
    int64_t *same;
    size_t n_same;
    for (int64_t id = 1; id <= 6; id++) {
        CHECK_INT(store_same_wording(store, id, &arena, &same, &n_same, NULL), LAGEBILD_OK);
        CHECK(n_same >= 1);
    }
    store_archive_close(files);
    store_close(store);
    arena_release(&arena);
}

int main(void)
{
    if (!mkdtemp(folder))
        return 1;
    snprintf(pages, sizeof pages, "%s/p.jsonl", folder);
    snprintf(database, sizeof database, "%s/a.db", folder);
    TEST(a_database_in_memory_has_no_index);
    TEST(html_is_no_format_of_it);
    TEST(articles_that_change_are_indexed_anew);
    char command[96];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    CHECK(system(command) == 0);
    return TEST_END;
}
