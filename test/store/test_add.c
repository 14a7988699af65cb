/* Adding pages and asking for them through the public interface only. */
#include "test.h"

#include "lagebild.h"

#include <unistd.h>

static char folder[] = "/tmp/lagebild-test-XXXXXX";

static const char *in_folder(const char *name)
{
    static char paths[4][256];
    static int next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static void write_file(const char *name, const char *text)
{
    FILE *f = fopen(in_folder(name), "w");
    fputs(text, f);
    fclose(f);
}

static bool collect(void *ctx, const char *data, size_t len)
{
    strbuf_add(ctx, str_make(data, len));
    return true;
}

static const char *const TOPICS[] = {"Hafen", "Brücke", "Schule", "Bahnhof"};

/* Lines like those of a newsroom's export: `n` articles on four events. */
static void write_lines(const char *name, int n)
{
    FILE *f = fopen(in_folder(name), "w");
    for (int i = 0; i < n; i++)
        fprintf(f,
                "{\"id\":\"n%d\",\"source\":\"Bote "
                "%d\",\"lang\":\"de\",\"published\":\"2031-05-%02d\",\"title\":\"Streit um den Umbau: %s %d\","
                "\"text\":\"Der Umbau beginnt im Mai, sagte Bürgermeisterin Käthe Rühl am Montag. Für das Vorhaben %s "
                "sei Geld da.\\nDie Häuser an "
                "der Straße %d bleiben stehen.\"}\n",
                i, i % 3, i % 28 + 1, TOPICS[i % 4], i, TOPICS[i % 4], i);
    fclose(f);
}

static void count_skipped(void *ctx, const LagebildError *why)
{
    CHECK(why->where[0] && why->message[0]);
    ++*(int *)ctx;
}

static LagebildAddSummary add(Lagebild *lb, const char *path, unsigned threads, int *skipped)
{
    LagebildAddSummary sum = {0};
    LagebildError err = {0};
    LagebildAddOptions options = {.threads = threads, .skipped = skipped ? count_skipped : NULL, .ctx = skipped};
    LagebildStatus status = lagebild_add(lb, &path, 1, &options, &sum, &err);
    if (status != LAGEBILD_OK)
        printf("%s: %s\n", err.where, err.message);
    CHECK_INT(status, LAGEBILD_OK);
    return sum;
}

static Lagebild *opened(const char *path)
{
    Lagebild *lb = NULL;
    CHECK_INT(lagebild_open(&lb, path, NULL), LAGEBILD_OK);
    return lb;
}

static void same_page_twice_changes_nothing(void)
{
    write_lines("a.jsonl", 300);
    Lagebild *lb = opened(in_folder("a.db"));
    StrBuf before = STRBUF_INIT, after = STRBUF_INIT;
    LagebildPrint how = {.format = LAGEBILD_JSON};
    LagebildAddSummary sum = add(lb, in_folder("a.jsonl"), 0, NULL);
    CHECK_INT(sum.pages, 300);
    CHECK_INT(sum.added, 300);
    lagebild_print_stories(lb, &how, (LagebildWriter){collect, &before}, NULL);
    lagebild_close(lb);
    lb = opened(in_folder("a.db"));
    sum = add(lb, in_folder("a.jsonl"), 0, NULL);
    CHECK_INT(sum.added, 0);
    CHECK_INT(sum.known, 300);
    lagebild_print_stories(lb, &how, (LagebildWriter){collect, &after}, NULL);
    CHECK(str_equal(strbuf_str(&before), strbuf_str(&after)));
    lagebild_close(lb);
    unlink(in_folder("a.db"));
    strbuf_release(&before);
    strbuf_release(&after);
}

static void threads_make_no_difference(void)
{
    StrBuf out[2] = {STRBUF_INIT, STRBUF_INIT};
    LagebildPrint how = {.format = LAGEBILD_JSON};
    write_lines("b.jsonl", 40);
    for (int i = 0; i < 2; i++) {
        Lagebild *lb = opened(":memory:");
        add(lb, in_folder("b.jsonl"), i ? 4 : 1, NULL);
        LagebildError err = {0};
        CHECK_INT(lagebild_print_report(lb, &how, (LagebildWriter){collect, &out[i]}, &err), LAGEBILD_OK);
        CHECK_INT(
            lagebild_print_said(lb, &(LagebildSaidFilter){.why = true}, &how, (LagebildWriter){collect, &out[i]}, &err),
            LAGEBILD_OK);
        lagebild_close(lb);
    }
    CHECK(out[0].len > 1000 && str_equal(strbuf_str(&out[0]), strbuf_str(&out[1])));
    strbuf_release(&out[0]);
    strbuf_release(&out[1]);
}

static void bad_pages_leave_the_good(void)
{
    int skipped = 0;
    write_file("c.jsonl",
               "{\"id\":\"gut\",\"text\":\"Der Umbau beginnt im Mai, sagte Bürgermeisterin Käthe Rühl am Montag.\"}\n"
               "{\"id\":\"kaputt\",\"text\":\n{\"id\":\"leer\",\"text\":\"  \"}\n");
    Lagebild *lb = opened(":memory:");
    LagebildAddSummary sum = add(lb, in_folder("c.jsonl"), 0, &skipped);
    CHECK_INT(sum.added, 1);
    CHECK_INT(sum.skipped, 2);
    CHECK_INT(skipped, 2);
    lagebild_close(lb);
}

static LagebildStatus asked(Lagebild *lb, const char *what, StrBuf *out)
{
    LagebildPrint how = {0};
    LagebildError err = {0};
    LagebildWriter to = {collect, out};
    strbuf_clear(out);
    if (strcmp(what, "stories") == 0)
        return lagebild_print_stories(lb, &how, to, &err);
    if (strcmp(what, "report") == 0)
        return lagebild_print_report(lb, &how, to, &err);
    if (strcmp(what, "said") == 0)
        return lagebild_print_said(lb, &(LagebildSaidFilter){.by = "ruehl"}, &how, to, &err);
    if (strcmp(what, "act") == 0)
        return lagebild_print_said(lb, &(LagebildSaidFilter){.act = "sing"}, &how, to, &err);
    if (strncmp(what, "search ", 7) == 0)
        return lagebild_print_search(lb, what + 7, &how, to, &err);
    return lagebild_print_article(lb, what, LAGEBILD_PART_ARTICLE | LAGEBILD_PART_ANALYSIS, &how, to, &err);
}

static void listings_say_when_there_is_nothing(void)
{
    StrBuf out = STRBUF_INIT;
    Lagebild *lb = opened(":memory:");
    static const char *const ALL[] = {"stories", "report", "said", "search Hafen", "abc"};
    for (size_t i = 0; i < sizeof ALL / sizeof ALL[0]; i++)
        CHECK_INT(asked(lb, ALL[i], &out), LAGEBILD_NOT_FOUND);
    CHECK_INT(out.len, 0);
    CHECK_INT(asked(lb, "act", &out), LAGEBILD_ERR_USAGE);
    lagebild_close(lb);
    strbuf_release(&out);
}

static void listings_find_what_is_there(void)
{
    StrBuf out = STRBUF_INIT;
    write_lines("d.jsonl", 8);
    Lagebild *lb = opened(":memory:");
    add(lb, in_folder("d.jsonl"), 0, NULL);
    CHECK_INT(asked(lb, "said", &out), LAGEBILD_OK);
    CHECK_INT(asked(lb, "search haus strasse bruecken", &out), LAGEBILD_OK);
    CHECK(str_find(strbuf_str(&out), STR("Die *Häuser* an der *Straße*"), 0) != SIZE_MAX);
    CHECK_INT(asked(lb, "stories", &out), LAGEBILD_OK);
    char id[11] = "";
    memcpy(id, out.data, 10);
    CHECK_INT(asked(lb, id, &out), LAGEBILD_OK); /* a story's id is that of its first article */
    CHECK(str_find(strbuf_str(&out), STR("# sent_id = 1\n# text = "), 0) != SIZE_MAX);
    lagebild_close(lb);
    strbuf_release(&out);
}

int main(void)
{
    if (!mkdtemp(folder))
        return 1;
    TEST(same_page_twice_changes_nothing);
    TEST(threads_make_no_difference);
    TEST(bad_pages_leave_the_good);
    TEST(listings_say_when_there_is_nothing);
    TEST(listings_find_what_is_there);
    for (const char *name = "abcd"; *name; name++)
        unlink(in_folder((char[]){*name, '.', 'j', 's', 'o', 'n', 'l', 0}));
    rmdir(folder);
    return TEST_END;
}
