/* Lines that recur on an outlet's pages, learned as pages are added; through the public interface only. */
#include "test.h"

#include "lagebild.h"

#include <unistd.h>

#define STANDING "Die Chefredakteurin Jutta Wehling bittet alle Leser, Hinweise auf Fehler zu schicken."

static char folder[] = "/tmp/lagebild-test-XXXXXX";
static char path[64];

static const char *const TITLES[] = {"Kutter bleiben im Hafen",    "Falk reist nach Torsund", "Hering wird knapper",
                                     "Rathaus bekommt neues Dach", "Brede sagt Treffen ab",   "Schule öffnet früher",
                                     "Fähre fährt wieder",         "Markt zieht um"};

/* Page `i`, with the standing paragraph or without, as a JSON line. */
static void write_page(FILE *f, int i, bool standing)
{
    fprintf(
        f,
        "{\"id\":\"n%d\",\"source\":\"Nordbote\",\"published\":\"2031-05-%02d\",\"html\":\"<html "
        "lang=de><head><title>%s %d</title></head><body><article><h1>%s %d</h1><p>In der Stadt Torsund hat sich am "
        "Vormittag vieles geändert, und nicht alle sind damit zufrieden: Es ist der Fall %d.</p>"
        "<p>Bürgermeister Onno Brede kündigte an, dass die Arbeiten im Bezirk %d bald beginnen würden.</p>%s"
        "<p>Der Rat berät darüber in der kommenden Woche ein weiteres Mal, Punkt %d.</p></article></body></html>\"}\n",
        i, i % 28 + 1, TITLES[i % 8], i / 8, TITLES[i % 8], i / 8, i, i, standing ? "<p>" STANDING "</p>" : "", i);
}

static void write_pages(const int *numbers, int n, bool standing)
{
    FILE *f = fopen(path, "w");
    for (int i = 0; i < n; i++)
        write_page(f, numbers[i], standing);
    fclose(f);
}

static LagebildAddSummary add(Lagebild *lb, unsigned threads)
{
    const char *paths[] = {path};
    LagebildAddSummary sum = {0};
    LagebildError err = {0};
    LagebildAddOptions options = {.threads = threads};
    CHECK_INT(lagebild_add(lb, paths, 1, &options, &sum, &err), LAGEBILD_OK);
    return sum;
}

static bool collect(void *ctx, const char *data, size_t len)
{
    strbuf_add(ctx, str_make(data, len));
    return true;
}

static bool is_found(Lagebild *lb, const char *word)
{
    StrBuf out = STRBUF_INIT;
    LagebildPrint how = {.format = LAGEBILD_JSON};
    LagebildStatus status = lagebild_print_search(lb, word, &how, (LagebildWriter){collect, &out}, NULL);
    strbuf_release(&out);
    return status == LAGEBILD_OK;
}

static bool is_said(Lagebild *lb, const char *by)
{
    StrBuf out = STRBUF_INIT;
    LagebildPrint how = {.format = LAGEBILD_JSON};
    LagebildStatus status =
        lagebild_print_said(lb, &(LagebildSaidFilter){.by = by}, &how, (LagebildWriter){collect, &out}, NULL);
    strbuf_release(&out);
    return status == LAGEBILD_OK;
}

/* What everybody says: depends on blocks and statements of all articles, not on stories. */
static StrBuf all_said(Lagebild *lb)
{
    StrBuf out = STRBUF_INIT;
    LagebildPrint how = {.format = LAGEBILD_JSON};
    lagebild_print_said(lb, &(LagebildSaidFilter){.why = true}, &how, (LagebildWriter){collect, &out}, NULL);
    return out;
}

static Lagebild *opened(void)
{
    Lagebild *lb = NULL;
    CHECK_INT(lagebild_open(&lb, ":memory:", NULL), LAGEBILD_OK);
    return lb;
}

static const int FORTH[] = {0, 1, 2, 3, 4, 5, 6, 7}, BACK[] = {7, 6, 5, 4, 3, 2, 1, 0};

static void standing_paragraph_is_left_out(void)
{
    Lagebild *lb = opened();
    write_pages(FORTH, 3, true); /* three may tell the same */
    add(lb, 0);
    CHECK(is_found(lb, "Chefredakteurin") && is_said(lb, "Wehling") && is_said(lb, "Brede"));
    write_pages(FORTH, 8, true);
    CHECK_INT(add(lb, 0).added, 5);
    CHECK(!is_found(lb, "Chefredakteurin") && !is_said(lb, "Wehling") && is_said(lb, "Brede"));
    CHECK(is_found(lb, "Vormittag"));
    StrBuf before = all_said(lb);
    CHECK_INT(add(lb, 0).added, 0);
    StrBuf after = all_said(lb);
    CHECK(before.len && str_equal(strbuf_str(&before), strbuf_str(&after)));
    strbuf_release(&before);
    strbuf_release(&after);
    lagebild_close(lb);
}

static void order_and_threads_make_no_difference(void)
{
    StrBuf said[3];
    for (int i = 0; i < 3; i++) {
        Lagebild *lb = opened();
        const int *order = i ? BACK : FORTH;
        write_pages(order, 8, true);
        if (i == 2) { /* in two parts */
            write_pages(order, 5, true);
            add(lb, 1);
            write_pages(order + 5, 3, true);
        }
        add(lb, i ? 4 : 1);
        said[i] = all_said(lb);
        lagebild_close(lb);
    }
    CHECK(said[0].len && str_equal(strbuf_str(&said[0]), strbuf_str(&said[1])));
    CHECK(str_equal(strbuf_str(&said[0]), strbuf_str(&said[2])));
    for (int i = 0; i < 3; i++)
        strbuf_release(&said[i]);
}

/* Four pages of many have it: they share a text, the outlet has no such line. */
static void what_is_rare_comes_back(void)
{
    int numbers[40];
    for (int i = 0; i < 40; i++)
        numbers[i] = i + 8;
    Lagebild *lb = opened();
    write_pages(FORTH, 8, true);
    add(lb, 0);
    CHECK(!is_found(lb, "Chefredakteurin"));
    write_pages(numbers, 40, false);
    add(lb, 0);
    CHECK(is_found(lb, "Chefredakteurin") && is_said(lb, "Wehling"));
    lagebild_close(lb);
}

int main(void)
{
    if (!mkdtemp(folder))
        return 1;
    snprintf(path, sizeof path, "%s/a.jsonl", folder);
    TEST(standing_paragraph_is_left_out);
    TEST(order_and_threads_make_no_difference);
    TEST(what_is_rare_comes_back);
    unlink(path);
    rmdir(folder);
    return TEST_END;
}
