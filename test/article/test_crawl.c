/* Plain text: as a crawler leaves it, and clean. The event, its countries and people are invented. */
#include "probe.h"

static Article make(PageKind kind, const char *text) { return make_article(kind, str_of(text), ""); }

static const char CRAWLED[] =
    "Ministerin Falk beendet Gespräche in Torsund\n"
    "\n"
    "Die Außenministerin von Nordland hat die Verhandlungen über den Fischfang früher als geplant verlassen.\n"
    "Die Ministerin Ada Falk und ihr Kollege Jon Brede vor dem Rathaus.\n"
    "Die Ministerin Ada Falk und ihr Kollege Jon Brede vor dem Rathaus.Foto: Ole Muster/Pool AP/dpa\n"
    "Nordbote14. März 2021\n"
    "\n"
    "Torsund (dpa) - Nach drei Stunden war Schluss: Ministerin Ada Falk verließ am Sonntag das Rathaus von Torsund, "
    "ohne ein Wort zu sagen.\n"
    "  • Teilen per:\n"
    "Ihr Kollege Jon Brede sprach später von einem offenen Gespräch, das die Lage aber nicht verändert habe.\n"
    "\n"
    "[Was sonst auf den Inseln geschieht, steht jeden Morgen in unserem kostenlosen Inselbrief.]\n"
    "Kein neuer Termin\n"
    "\n"
    "Ein weiteres Treffen ist nach Angaben beider Seiten bislang nicht vereinbart, auch über den Ort wird gestritten.\n"
    "Das könnte Sie auch interessieren\n"
    "Hafen Warum die Kutter in Torsund bleiben\n"
    "Seit Wochen liegen die Boote fest. Wir haben mit den Fischern gesprochen.\n"
    "Mehr zum Thema: Die Geschichte des Fischfangs\n"
    "Die Insel Südholm beansprucht die Gewässer seit dem vergangenen Jahrhundert für sich allein. (dpa/afp/red)\n"
    "© Nordbote GmbH – Alle Rechte vorbehalten.\n"
    "Kommentare\n"
    "Bitte bleiben Sie sachlich, wir geben jeden Kommentar erst nach einer Prüfung frei.\n";

static void test_crawled_page(void)
{
    Article a = make(PAGE_CRAWL, CRAWLED);
    CHECK_STR(a.title, "Ministerin Falk beendet Gespräche in Torsund");
    CHECK_STR(a.published, "2021-03-14");
    CHECK_STR(str_of(date_basis_name(a.published_basis)), "visible");
    CHECK_STR(a.outlet, "Nordbote");
    CHECK_INT(a.n_credits, 2);
    CHECK_STR(a.credits[0], "dpa");
    CHECK_STR(a.credits[1], "AFP");
    CHECK_KIND(&a, "Ministerin Falk beendet", "title");
    CHECK_KIND(&a, "früher als geplant", "lead");
    CHECK_KIND(&a, "vor dem Rathaus.", "caption");
    CHECK_REASON(&a, "vor dem Rathaus.", "repeats in the line below");
    CHECK_KIND(&a, "Nordbote14", "byline");
    CHECK_KIND(&a, "Nach drei Stunden", "paragraph");
    CHECK_KIND(&a, "Teilen per", "boilerplate");
    CHECK_REASON(&a, "Teilen per", "phrase: share buttons");
    CHECK_KIND(&a, "Kein neuer Termin", "subhead");
    CHECK_KIND(&a, "Warum die Kutter", "boilerplate");
    CHECK_REASON(&a, "mit den Fischern", "teaser under a phrase that points to other articles");
    CHECK_KIND(&a, "Südholm beansprucht", "paragraph");
    CHECK_REASON(&a, "kostenlosen Inselbrief", "a notice in square brackets");
    CHECK_KIND(&a, "Alle Rechte", "boilerplate");
    CHECK_REASON(&a, "bleiben Sie sachlich", "comment area");
}

static void test_dateline_and_credit_are_cut(void)
{
    Article a = make(PAGE_CRAWL, CRAWLED);
    Str first = str_span(a.text, block_with(&a, "Nach drei Stunden")->span),
        last = str_span(a.text, block_with(&a, "Südholm")->span);
    CHECK(str_starts(first, STR("Nach drei Stunden")));
    CHECK(str_ends(last, STR("für sich allein.")));
}

static void test_glued_city(void)
{
    Article a =
        make(PAGE_CRAWL, "Torsund Außenministerin Ada Falk hat ihren Kollegen Jon Brede vor Alleingängen im "
                         "Fischereistreit gewarnt, sagte sie in Torsund.\n"
                         "Der Streit um die Gewässer vor der Insel dauert inzwischen schon mehr als elf Jahre an.");
    CHECK(str_starts(str_span(a.text, a.blocks[0].span), STR("Außenministerin")));
    a = make(PAGE_CRAWL, "Außenministerin Ada Falk hat ihren Kollegen Jon Brede vor Alleingängen im Fischereistreit "
                         "gewarnt, sagte sie in Torsund.");
    CHECK(str_starts(str_span(a.text, a.blocks[0].span), STR("Außenministerin Ada")));
}

static void test_crawler_prefix(void)
{
    Article a =
        make(PAGE_CRAWL,
             " date 2021-03 Die Kutter von Torsund bleiben nach dem Ende der Gespräche weiterhin im Hafen liegen.");
    CHECK_STR(a.published, "2021-03");
    CHECK_STR(str_span(a.text, a.blocks[1].span),
              "Die Kutter von Torsund bleiben nach dem Ende der Gespräche weiterhin im Hafen liegen.");
}

static void test_clean_text_is_kept(void)
{
    Article a = make(
        PAGE_CLEAN,
        "Erste Zeile ohne Punkt\n\nEin Satz der Ministerin aus Nordland.\nZwischenzeile\nNoch ein Satz.\r\nKommentare");
    CHECK_INT(a.n_blocks, 5);
    for (size_t i = 0; i < a.n_blocks; i++)
        CHECK(block_is_body(a.blocks[i].kind));
    CHECK_STR(str_of(block_kind_name(a.blocks[2].kind)), "subhead");
}

/* Soft hyphens, zero-width marks, bidi overrides, NULs go; a with a combining diaeresis becomes one letter; the way
 * back stays. */
static void test_text_is_normalised(void)
{
    static const char BYTES[] = "Fisch\xC2\xAD"
                                "fang\xE2\x80\x8B \xC2\xA0 im  Ma\xCC\x88rz\xE2\x80\xAE"
                                " und\t\0"
                                "Mai";
    Page page = {.kind = PAGE_CLEAN, .bytes = {BYTES, sizeof BYTES - 1}};
    Article a;
    CHECK_INT(article_make(&page, &arena, &a, NULL), LAGEBILD_OK);
    CHECK_STR(a.text, "Fischfang im März und Mai");
    size_t und = str_find(a.text, STR("und"), 0);
    Span back = article_source_span(&a, (Span){(uint32_t)und, (uint32_t)und + 3});
    CHECK_STR(str_span(a.source, back), "und");
    for (uint32_t i = 1, before = 0; i < a.text.len; i++) {
        uint32_t at = article_source_at(&a, i);
        CHECK(at >= before && at <= a.source.len);
        before = at;
    }
}

static void test_nothing_there(void)
{
    static const char *const EMPTY[] = {"", "\n\n  \n", "\xC2\xAD"};
    for (size_t i = 0; i < 3; i++) {
        Page page = {.kind = PAGE_CRAWL, .bytes = str_of(EMPTY[i])};
        Article a;
        Error err = {0};
        CHECK_INT(article_make(&page, &arena, &a, &err), LAGEBILD_ERR_FORMAT);
    }
}

/* A line that recurs becomes boilerplate, and what it was when it recurs no more; an article of nothing else stays. */
static void test_recurring_lines(void)
{
    static const char HOURS[] = "Unsere Redaktion erreichen Sie werktags zwischen neun und siebzehn Uhr in Torsund.";
    static const char TEXT[] = "Kutter bleiben im Hafen\n"
                               "Der Hafen war am Morgen noch leer, erst gegen Mittag kamen die ersten Boote.\n"
                               "„Wir fahren erst am Montag wieder aus“, sagte Fischer Onno Brede am Abend in Torsund.\n"
                               "Unsere Redaktion erreichen Sie werktags zwischen neun und siebzehn Uhr in Torsund.";
    Page page = {.kind = PAGE_CRAWL, .bytes = STR(TEXT), .outlet = STR("Nordbote")};
    Article a, other;
    uint64_t lines[8];
    U64Map known = {0}, nothing = {0};
    CHECK_INT(article_make(&page, &arena, &a, NULL), LAGEBILD_OK);
    page.outlet = STR("Südblatt");
    CHECK_INT(article_make(&page, &arena, &other, NULL), LAGEBILD_OK);
    CHECK(!article_mark_recurring(&a, &nothing, &arena));
    CHECK_INT(article_line_keys(&a, lines), 2); /* a quotation is never one */
    u64map_put(&known, lines[1], 0, NULL);
    CHECK(!article_mark_recurring(&other, &known, &arena));
    for (int i = 0; i < 2; i++)
        CHECK_INT(article_mark_recurring(&a, &known, &arena), i == 0);
    CHECK_KIND(&a, HOURS, "boilerplate");
    CHECK_INT(article_line_keys(&a, lines), 2);
    CHECK(article_mark_recurring(&a, &nothing, &arena));
    CHECK_KIND(&a, HOURS, "paragraph");
    a.n_blocks = 2; /* title and first paragraph */
    u64map_put(&known, lines[0], 0, NULL);
    CHECK(!article_mark_recurring(&a, &known, &arena));
    u64map_release(&known);
    CHECK(article_line_recurs(4, 16) && !article_line_recurs(4, 17) && !article_line_recurs(3, 3));
}

int main(void)
{
    TEST(test_recurring_lines);
    TEST(test_crawled_page);
    TEST(test_dateline_and_credit_are_cut);
    TEST(test_glued_city);
    TEST(test_crawler_prefix);
    TEST(test_clean_text_is_kept);
    TEST(test_text_is_normalised);
    TEST(test_nothing_there);
    arena_release(&arena);
    return TEST_END;
}
