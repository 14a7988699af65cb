/* HTML pages: what is kept, what is dropped and why, what the page says of itself; and pages made to hurt. The event,
 * its countries, people and outlets are invented. */
#include "probe.h"

static const char NEWS[] =
    "<!DOCTYPE html><html lang=\"de-DE\"><head><title>Falk bricht Gespr&auml;che ab - Nordbote</title>\n"
    "<meta property=\"og:title\" content=\"Falk bricht Gespr&auml;che ab - Nordbote\"><meta property=\"og:site_name\" "
    "content=\"Nordbote\">\n"
    "<meta name=\"description\" content=\"Nach drei Stunden war Schluss: Die Verhandlungen \xC3\xBC"
    "ber den Fischfang &hellip;\">\n"
    "<link rel=\"canonical\" href=\"https://www.nordbote.example/politik/falk-1\">\n"
    "<script "
    "type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"NewsArticle\",\n"
    "\"headline\":\"Falk bricht Gespr\\u00e4che "
    "ab\",\"datePublished\":\"2021-03-14T17:05:00+01:00\",\"dateModified\":\"2021-03-15T08:00:00+01:00\",\n"
    "\"author\":[{\"@type\":\"Person\",\"name\":\"Ida "
    "Probst\"},{\"@id\":\"#jon\"}],\"publisher\":{\"@type\":\"Organization\",\"name\":\"Nordbote\"},},\n"
    "{\"@type\":\"Person\",\"@id\":\"#jon\",\"name\":\"Jon Muster\"}]}</script></head>\n"
    "<body class=\"has-sidebar newsletter-on\"><nav class=\"main-nav\"><ul><li><a href=\"/\">Startseite</a><li><a "
    "href=\"/politik\">Politik</a></ul></nav>\n"
    "<main><article class=\"post tag-fischfang\"><header><span "
    "class=\"article__kicker\">Fischereistreit</span><h1>Falk bricht Gespr&auml;che ab</h1>\n"
    "<p class=\"article__teaser\">Nach drei Stunden war Schluss: Die Verhandlungen \xC3\xBC"
    "ber den Fischfang sind vorerst gescheitert.</p>\n"
    "<div class=\"byline\">Von <a rel=\"author\" href=\"/ida\">Ida Probst</a> und Jon Muster</div><time "
    "datetime=\"2021-03-14\">14. M\xC3\xA4rz 2021</time></header>\n"
    "<figure><img src=\"a.jpg\"><figcaption>Ada Falk vor dem Rathaus. Foto: Ole Beispiel/dpa</figcaption></figure>\n"
    "<div class=\"article-body\"><p>Torsund (dpa) - Ministerin Ada Falk verlie\xC3\x9F das Rathaus von Torsund am "
    "Sonntag ohne ein Wort, ihr Kollege Jon Brede blieb zur\xC3\xBC"
    "ck.<p>\n"
    "Der Streit um die Gew\xC3\xA4sser vor der Insel S\xC3\xBC"
    "dholm dauert inzwischen elf Jahre, eine L\xC3\xB6sung ist nicht in Sicht.</p>\n"
    "<div class=\"teaser-box\"><h3><a href=\"/b\">Warum die Kutter bleiben</a></h3><p><a href=\"/b\">Seit Wochen "
    "liegen die Boote fest, nun reden die Fischer.</a></p></div>\n"
    "<h2>Kein neuer Termin</h2><p>Ein weiteres Treffen ist nach Angaben beider Seiten <b>bislang nicht</b> vereinbart, "
    "auch \xC3\xBC"
    "ber den Ort wird gestritten.</p>\n"
    "<p>Lesen Sie auch: <a href=\"/c\">Die Geschichte des Fischfangs</a></p>\n"
    "<ul><li>Nordland fordert die alten Grenzen zur\xC3\xBC"
    "ck.</li><li>S\xC3\xBC"
    "dholm will ein Schiedsgericht.</li></ul>\n"
    "<blockquote>Wir haben Zeit, sagte Brede, wir haben sehr viel Zeit, und wir werden sie uns auch "
    "nehmen.</blockquote>\n"
    "<p>Die Fischer beider L\xC3\xA4nder warten seit dem Winter auf neue Fangquoten f\xC3\xBCr Hering und Dorsch. "
    "(dpa/afp)</p></div>\n"
    "<div class=\"newsletter\"><p>Jeden Morgen das Wichtigste: Bestellen Sie unsere Post aus Torsund, kostenlos und "
    "k\xC3\xBCndbar.</p></div></article></main>\n"
    "<section id=\"comments\"><p>Ein Leser schreibt, dass er den Hering schon lange nicht mehr esse, er sei ihm zu "
    "teuer geworden.</p></section>\n"
    "<footer><p>Nordbote Verlag, alle Angaben ohne Gew\xC3\xA4hr, Torsund, Hafenstra\xC3\x9F"
    "e neun, Telefon im Impressum.</p></footer></body></html>";

static void test_news_page(void)
{
    Article a = make_html(STR(NEWS), "https://www.nordbote.example/politik/falk-1?utm=x");
    CHECK_STR(a.title, "Falk bricht Gespräche ab");
    CHECK_STR(a.kicker, "Fischereistreit");
    CHECK_STR(a.outlet, "Nordbote");
    CHECK_STR(a.lang, "de");
    CHECK_STR(a.canonical, "https://www.nordbote.example/politik/falk-1");
    CHECK_STR(a.published, "2021-03-14T17:05:00+01:00");
    CHECK_STR(str_of(date_basis_name(a.published_basis)), "json-ld");
    CHECK_STR(a.modified, "2021-03-15T08:00:00+01:00");
    CHECK_INT(a.n_authors, 2);
    CHECK_STR(a.authors[0], "Ida Probst");
    CHECK_STR(a.authors[1], "Jon Muster");
    CHECK_INT(a.n_credits, 2);
    if (a.n_credits == 2) {
        CHECK_STR(a.credits[0], "dpa");
        CHECK_STR(a.credits[1], "AFP");
    }
    CHECK_KIND(&a, "Startseite", "boilerplate");
    CHECK_KIND(&a, "Fischereistreit", "kicker");
    CHECK_KIND(&a, "Falk bricht", "title");
    CHECK_KIND(&a, "Nach drei Stunden", "lead");
    CHECK_REASON(&a, "Nach drei Stunden", "before the text, as in the page's description");
    CHECK_KIND(&a, "Von Ida", "byline");
    CHECK_KIND(&a, "vor dem Rathaus.", "caption");
    CHECK_KIND(&a, "ohne ein Wort", "paragraph");
    CHECK_KIND(&a, "dauert inzwischen elf Jahre", "paragraph");
    CHECK_REASON(&a, "Warum die Kutter", "box of teasers");
    CHECK_REASON(&a, "Seit Wochen", "box of teasers");
    CHECK_KIND(&a, "Kein neuer Termin", "subhead");
    CHECK_KIND(&a, "bislang nicht", "paragraph");
    CHECK_REASON(&a, "Lesen Sie auch", "phrase: points to other articles");
    CHECK_KIND(&a, "alten Grenzen", "list-item");
    CHECK_KIND(&a, "Wir haben Zeit", "quotation");
    CHECK_KIND(&a, "Fangquoten", "paragraph");
    CHECK_KIND(&a, "Bestellen Sie", "boilerplate");
    CHECK_KIND(&a, "Ein Leser schreibt", "boilerplate");
    CHECK_KIND(&a, "ohne Gew", "boilerplate");
}

/* Each word of the article's text stands in the source where its place says. */
static void test_places_lead_back(void)
{
    Article a = make_html(STR(NEWS), "");
    uint32_t before = 0;
    for (size_t i = 0; i < a.n_places; i++) {
        CHECK(i == 0 || a.places[i].text_at > a.places[i - 1].text_at);
        CHECK(a.places[i].source_at >= before && a.places[i].source_at <= a.source.len);
        before = a.places[i].source_at;
    }
    static const char *const WORDS[] = {"Rathaus von Torsund", "bislang nicht", "Wir haben Zeit", "Falk bricht"};
    for (size_t i = 0; i < 4; i++) {
        Str word = str_of(WORDS[i]);
        size_t at = str_find(a.text, word, 0);
        Span back = article_source_span(&a, (Span){(uint32_t)at, (uint32_t)(at + word.len)});
        CHECK_STR(str_span(a.source, back), WORDS[i]);
    }
}

/* No markup that says anything: text in a div, parted by breaks. */
static void test_bare_page(void)
{
    Article a =
        make_html(STR("<title>Die Kutter bleiben</title><div>Torsund, 14.03.2021<br><br>Die Kutter von Torsund "
                      "bleiben nach dem Ende der Gespr&#228;che "
                      "weiter im Hafen liegen, sagten die Fischer.<br><br>&#132;Wir warten&#147;, hie&szlig; es am "
                      "Abend aus dem Rathaus der kleinen Stadt am Meer.</div>"),
                  "");
    CHECK_STR(a.title, "Die Kutter bleiben");
    CHECK_STR(a.published, "2021-03-14");
    CHECK_STR(str_of(date_basis_name(a.published_basis)), "visible");
    CHECK_KIND(&a, "Gespräche", "paragraph");
    CHECK_KIND(&a, "„Wir warten“, hieß es", "paragraph");
}

static void test_dates_by_basis(void)
{
    static const char BODY[] = "<h1>Die Kutter bleiben im Hafen</h1><p>Die Kutter von Torsund bleiben nach dem Ende "
                               "der Gespräche weiter im Hafen liegen, sagten die Fischer.</p>";
    StrBuf page = STRBUF_INIT;
    strbuf_add_format(
        &page, "<html lang=de><meta property=\"article:published_time\" content=\"2021-03-14T23:30:00Z\">%s", BODY);
    Article a = make_html(strbuf_str(&page), "https://nordbote.example/2020/01/02/kutter");
    CHECK_STR(a.published, "2021-03-15T00:30:00+01:00"); /* in Berlin it was the next day */
    CHECK_STR(str_of(date_basis_name(a.published_basis)), "meta");
    a = make_html(
        STR("<h1>Die Kutter bleiben im Hafen</h1><time datetime=2021-03-14T09:00>gestern</time><p>Die Kutter von "
            "Torsund bleiben nach dem Ende der Gespräche weiter im Hafen liegen.</p>"),
        "https://nordbote.example/2020/01/02/kutter");
    CHECK_STR(a.published, "2021-03-14T09:00");
    CHECK_STR(str_of(date_basis_name(a.published_basis)), "time");
    const char *TAIL = "<p>Die Kutter von Torsund bleiben nach dem Ende der Gespräche weiter im Hafen liegen.</p>";
    static const char *const CASES[][2] = {
        /* a date line is one whatever its box is called, and a list of other articles is none */
        {"<ul class=teaser><li>Fangquoten 2.2.2021</li></ul><h1>Die Kutter bleiben im Hafen</h1>"
         "<p class=teaser__caption>14. März 2021 | Küste, Fischerei</p>",
         "2021-03-14"},
        {"<ul class=teaser><li>Fangquoten 2.2.2021</li></ul><h1>Die Kutter bleiben im Hafen</h1><p>Torsund, "
         "(14.3.2021). "
         "Der Verband der Fischer hat die Gespräche mit der Regierung am Sonntag verlassen.</p>",
         "2021-03-14"},
        /* a moment after midnight here, the evening before on the server's clock and on the page */
        {"<html lang=de><meta property=article:published_time content=2021-03-14T23:07:00Z>"
         "<h1>Die Kutter bleiben im Hafen</h1><p class=date>14.03.2021</p>",
         "2021-03-14T23:07:00Z"},
        {"<html lang=de><meta property=article:published_time content=2021-03-14T23:07:00Z>"
         "<h1>Die Kutter bleiben im Hafen</h1>",
         "2021-03-15T00:07:00+01:00"},
        {"<html lang=en><meta property=article:published_time content=2021-03-15T05:07:00Z>"
         "<h1>Die Kutter bleiben im Hafen</h1><time class=date datetime='2021-03-14 23:07:00'>March 14</time>",
         "2021-03-14T23:07:00"},
        /* the head calls the last change the publication; readers see the day */
        {"<meta property=article:published_time content=2022-11-17T10:33:13Z><h1>Die Kutter bleiben im Hafen</h1>"
         "<time class=date datetime=2021-03-14>14.03.2021</time>",
         "2021-03-14"},
        /* two sources in the head, one of them shown */
        {"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"datePublished\":"
         "\"2021-03-11\"}</script><meta property=article:published_time content=2021-03-14><h1>Die Kutter bleiben im "
         "Hafen</h1>"
         "<time class=date datetime=2021-03-14>14.03.2021</time>",
         "2021-03-14"},
        {"<h1>Die Kutter bleiben im Hafen</h1><span itemprop=datePublished content=2021-03-14></span>", "2021-03-14"},
        /* a label and its value, far from the title, and a picture's date beside it */
        {"<h1>Die Kutter bleiben im Hafen</h1><figure><figcaption>Der Hafen, 2. Februar 2021</figcaption></figure>"
         "<p>Der Verband der Fischer hat die Gespräche mit der Regierung am Sonntag verlassen.</p>"
         "<ul class=related><li><strong>Datum</strong> 14.03.2021</li></ul>",
         "2021-03-14"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        strbuf_clear(&page);
        strbuf_add_c(&page, "<title>Die Kutter bleiben im Hafen</title>");
        strbuf_add_c(&page, CASES[i][0]);
        strbuf_add_c(&page, TAIL);
        CHECK_STR(make_html(strbuf_str(&page), "https://nordbote.example/kutter").published, CASES[i][1]);
    }
    a = make_html(str_of(BODY), "https://nordbote.example/2020/01/02/kutter");
    CHECK_STR(a.published, "2020-01-02");
    CHECK_STR(str_of(date_basis_name(a.published_basis)), "url");
    strbuf_release(&page);
}

static const char SENTENCE[] =
    "<p>Die Kutter von Torsund bleiben nach dem Ende der Gespräche weiter im Hafen liegen.</p>";

/* What the heading holds beside the title, and which of several headings is the title. */
static void test_titles(void)
{
    static const struct {
        const char *head, *body, *title, *kicker;
    } CASES[] = {
        /* a kicker in an element of its own, whatever the head puts between */
        {"<title>Fangquoten: Falk bricht Gespräche ab | Nordbote</title>",
         "<h1><span>Fangquoten</span><span aria-hidden=true> – </span><span>Falk bricht Gespräche ab</span></h1>",
         "Falk bricht Gespräche ab", "Fangquoten"},
        {"<title>Falk bricht Gespräche ab - Streit um die Fangquoten</title>",
         "<h1><span>Streit um die Fangquoten</span> <span>Falk bricht Gespräche ab</span></h1>",
         "Falk bricht Gespräche ab", "Streit um die Fangquoten"},
        /* the head knows neither; the element's name does */
        {"<title>Ende der Gespräche in Torsund</title>",
         "<h1><span class=dachzeile>Torsund</span> <span>Falk bricht die Gespräche ab</span></h1>",
         "Falk bricht die Gespräche ab", "Torsund"},
        {"<title>Falk bricht Gespräche ab</title>",
         "<h1>Falk bricht Gespräche ab <small>Warum in Torsund niemand mehr redet</small></h1>",
         "Falk bricht Gespräche ab", ""},
        {"<title>Torsund - Falk bricht Gespräche ab</title>",
         "<h1><span><span class=date>14.03.2021</span></span>Falk bricht Gespräche ab</h1>", "Falk bricht Gespräche ab",
         ""},
        /* readers are shown the colon, or the head has it everywhere */
        {"<title>Fangquoten: Falk bricht Gespräche ab</title>",
         "<h1><span>Fangquoten:</span> <span>Falk bricht Gespräche ab</span></h1>",
         "Fangquoten: Falk bricht Gespräche ab", ""},
        {"<title>Fangquoten: Falk bricht Gespräche ab, Nordbote</title><meta property=og:title "
         "content='Fangquoten: Falk bricht Gespräche ab'><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
         "\"headline\":\"Fangquoten: Falk bricht Gespräche ab\"}</script>",
         "<h1>Falk bricht Gespräche ab</h1>", "Fangquoten: Falk bricht Gespräche ab", ""},
        /* emphasis is no part of its own */
        {"<title>Falk bricht Gespräche ab</title>", "<h1>Falk <em>bricht</em> Gespräche ab</h1>",
         "Falk bricht Gespräche ab", ""},
        /* an h1 among the crumbs, and the heading that is shown */
        {"<title>Falk bricht Gespräche in Torsund ab</title>",
         "<nav><ol><li>Politik<li><h1>Falk bricht Gespräche in Torsund ab</h1></ol></nav><h2>Das Meer und die "
         "Fischer</h2>",
         "Falk bricht Gespräche in Torsund ab", ""},
        {"<title>Falk bricht Gespräche in Torsund ab</title><meta property=og:title content='Drei Stunden, dann war "
         "Schluss'>",
         "<nav><ol><li>Politik<li><h1>Falk bricht Gespräche in Torsund ab</h1></ol></nav>"
         "<h2>Drei Stunden, dann war Schluss</h2>",
         "Drei Stunden, dann war Schluss", ""},
        /* the outlet's name is no title, though it stands in every title tag */
        {"<title>Der Nordbote » Archiv » Falk bricht Gespräche ab</title>",
         "<h1>Der Nordbote</h1><h2>Falk bricht Gespräche ab</h2>", "Falk bricht Gespräche ab", ""},
        {"<title>Willkommen</title>", "<h1>Falk bricht Gespräche ab</h1>", "Falk bricht Gespräche ab", ""},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        StrBuf page = STRBUF_INIT;
        strbuf_add_c(&page, CASES[i].head);
        strbuf_add_c(&page, CASES[i].body);
        strbuf_add_c(&page, SENTENCE);
        Article a = make_html(strbuf_str(&page), "https://nordbote.example/falk");
        CHECK_STR(a.title, CASES[i].title);
        CHECK_STR(a.kicker, CASES[i].kicker);
        strbuf_release(&page);
    }
}

/* "with-ads" says what the box holds, not what it is. */
static void test_names_of_boxes(void)
{
    StrBuf page = STRBUF_INIT;
    strbuf_add_c(
        &page,
        "<h1>Die Kutter bleiben im Hafen</h1><div class='content content--with-ads has-teaser'><p>Der Verband "
        "der Fischer hat die Gespräche mit der Regierung am Sonntag verlassen.</p></div><div class=ads><p>Kaufen "
        "Sie jetzt die besten Netze von Torsund, nur in dieser Woche.</p></div>");
    repeat(&page, SENTENCE, 6);
    Article a = make_html(strbuf_str(&page), "");
    CHECK_KIND(&a, "Der Verband", "paragraph");
    CHECK_REASON(&a, "Kaufen Sie", "advertisement");
    strbuf_release(&page);
}

static void test_bylines(void)
{
    static const char *const CASES[][2] = {
        {"<p class=author>Artikel von: Ada Falk</p>", "Ada Falk"},
        {"<p class=author>Auteur : Ada Falk</p>", "Ada Falk"},
        {"<p class=author>Ada Falk, PhD</p>", "Ada Falk"},
        {"<section class=credits><p>Text: Ada Falk</p></section>", "Ada Falk"},
        {"<p>14.03.21 | 14:07 Uhr | Von Ada Falk</p>", "Ada Falk"},
        {"<p>14.03.2021 - Ada Falk</p>", "Ada Falk"},
        {"<p>Ein Reisebericht von Ada Falk</p>", "Ada Falk"},
        {"<p><em>Text von Ada Falk Illustration von Jon Brede</em></p>", "Ada Falk"},
        {"<h4>Autor</h4><p>Ada Falk</p>", "Ada Falk"},
        {"<ul><li><b>Autorin/Autor</b> Ada Falk</li></ul>", "Ada Falk"},
        {"<p class=author>Eingestellt von die Fischerin</p>", "die Fischerin"},
        {"<p class=author>nordbote.example Redaktion</p>", "nordbote.example Redaktion"},
        {"<meta name=author content=admin7><p class=author>Gespeichert von admin7</p><p>Beitrag von Ada Falk</p>",
         "Ada Falk"},
        {"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"author\":[{\"name\":"
         "\"nordbote.example\"},{\"name\":\"Ada Falk, Nordbote\"}]}</script>",
         "Ada Falk"},
        {"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"author\":{\"name\":"
         "\"Nordbote24\"}}</script><p class=author>afk</p>",
         "Nordbote24"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        StrBuf page = STRBUF_INIT;
        strbuf_add_c(&page, "<title>Die Kutter bleiben im Hafen</title><h1>Die Kutter bleiben im Hafen</h1>");
        strbuf_add_c(&page, CASES[i][0]);
        strbuf_add_c(&page, SENTENCE);
        Article a = make_html(strbuf_str(&page), "https://www.nordbote.example/kutter");
        CHECK_INT(a.n_authors, 1);
        CHECK_STR(a.n_authors ? a.authors[0] : STR_EMPTY, CASES[i][1]);
        strbuf_release(&page);
    }
    Article a = make_html(
        STR("<h1>Die Kutter bleiben im Hafen</h1><div class=byline><span>Ada Falk</span><span>Jon Brede</span>"
            "</div><p>Die Kutter von Torsund bleiben nach dem Ende der Gespräche weiter im Hafen liegen.</p>"),
        "");
    CHECK_INT(a.n_authors, 2);
    CHECK_STR(a.n_authors == 2 ? a.authors[1] : STR_EMPTY, "Jon Brede");
}

/* A page that shows its first sentence and keeps the rest in its head. */
static void test_own_copy(void)
{
    StrBuf page = STRBUF_INIT;
    strbuf_add_c(&page,
                 "<title>Die Kutter bleiben im Hafen</title><script type='application/ld+json'>{\"@type\":"
                 "\"NewsArticle\",\"headline\":\"Die Kutter\",\"articleBody\":\"Die Kutter von Torsund bleiben "
                 "im Hafen.\\n\\nDas hat die \\u201eFischerei\\u201c in S\\u00fcdholm <b>am Montag<\\/b> gesagt.\\n");
    repeat(&page, "Der Verband will am Dienstag weiter verhandeln. ", 20);
    strbuf_add_c(&page,
                 "\"}</script><h1>Die Kutter bleiben im Hafen</h1><p>Die Kutter von Torsund bleiben im Hafen.</p>"
                 "<p>Bitte melden Sie sich an, wenn Sie hier weiterlesen wollen.</p>");
    Article a = make_html(strbuf_str(&page), "");
    Str last = STR_EMPTY, second = STR_EMPTY;
    size_t body = 0;
    for (size_t i = 0; i < a.n_blocks; i++) {
        if (!block_is_body(a.blocks[i].kind))
            continue;
        last = str_span(a.text, a.blocks[i].span);
        if (body++ == 1) {
            second = last;
            Span there = article_source_span(&a, a.blocks[i].span);
            CHECK(str_starts(str_span(a.source, there), STR("Das hat die \\u201eFischerei\\u201c in S\\u00fcdholm")));
        }
    }
    CHECK_STR(second, "Das hat die „Fischerei“ in Südholm am Montag gesagt.");
    CHECK(str_starts(last, STR("Der Verband will am Dienstag")));
    CHECK_INT(body, 3);
    strbuf_release(&page);
}

static void test_nuls_and_halves(void)
{
    Article a = make_html(
        STR("<meta charset=utf-8><p>Die Kutter\0 von Tor\0sund bleiben nach dem Ende der Gespräche weiter im Hafen "
            "liegen, hieß es. „Äußerst schöne Grüße“ übermittelte für Südholm später Müller.</p>\xC3<a href=\"/"),
        "");
    CHECK(str_starts(str_span(a.text, a.blocks[0].span),
                     STR("Die Kutter von Torsund bleiben nach dem Ende der Gespräche weiter")));
    for (size_t i = 0; i < sizeof NEWS; i += 37) { /* cut anywhere */
        Page page = {.kind = PAGE_HTML, .bytes = {NEWS, i}};
        article_make(&page, &arena, &a, NULL);
    }
}

int main(void)
{
    TEST(test_news_page);
    TEST(test_places_lead_back);
    TEST(test_bare_page);
    TEST(test_dates_by_basis);
    TEST(test_titles);
    TEST(test_names_of_boxes);
    TEST(test_bylines);
    TEST(test_own_copy);
    TEST(test_nuls_and_halves);
    arena_release(&arena);
    return TEST_END;
}
