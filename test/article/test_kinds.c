/* Kinds of pages: articles, and what only looks like one. The event, its places and people are invented. */
#include "probe.h"

static const char PROSE[] =
    "<p>Die Kutter von Torsund bleiben nach dem Ende der Gespräche weiter im Hafen liegen, sagten "
    "die Fischer am Sonntag nach einer Sitzung im Rathaus der Stadt.</p>\n";

static StrBuf page;

static void begin(const char *head)
{
    strbuf_clear(&page);
    strbuf_add_c(&page, "<html lang=de><title>Die Kutter bleiben im Hafen</title>");
    strbuf_add_c(&page, head);
    strbuf_add_c(&page, "<h1>Die Kutter bleiben im Hafen</h1>\n");
}

static void add_prose(size_t times)
{
    for (size_t i = 0; i < times; i++)
        strbuf_add_c(&page, PROSE);
}

#define CHECK_TYPE(url, want) CHECK_INT(make_html(strbuf_str(&page), (url)).type, (want))

#define LD(TYPE, MORE)                                                                                                 \
    "<script type='application/ld+json'>{\"@type\":\"" TYPE "\",\"headline\":\"Die Kutter bleiben im Hafen\"" MORE     \
    "}</script>"

static void test_paywalls(void)
{
    begin(LD("NewsArticle", ",\"isAccessibleForFree\":\"False\""));
    add_prose(2);
    CHECK_TYPE("", PAGE_TYPE_PAYWALL);
    add_prose(20); /* says so and shows all */
    CHECK_TYPE("", PAGE_TYPE_ARTICLE);
    begin("");
    add_prose(2);
    strbuf_add_c(&page, "<div><h3>Möchten Sie weiterlesen?</h3><a href=/abo>Ja, ich bin Abonnentin</a></div>");
    CHECK_TYPE("", PAGE_TYPE_PAYWALL);
    begin(
        "<nav class=menu><a href=/a>Jetzt weiterlesen und alle Artikel frei lesen</a></nav>"); /* every page has that */
    add_prose(2);
    strbuf_add_c(&page, "<p class=login>Anmelden</p><div class=abo>Abo</div>");
    CHECK_TYPE("", PAGE_TYPE_ARTICLE);
    begin("");
    add_prose(2);
    strbuf_add_c(&page, "<div class=article-paywall><p>Lesen Sie alles mit unserem Zugang.</p></div>");
    CHECK_TYPE("", PAGE_TYPE_PAYWALL);
}

/* Entries, one an hour, the latest first or the earliest; or in no order, as dates in a calendar are. */
static void add_entries(size_t n, int step)
{
    for (size_t i = 0; i < n; i++) {
        strbuf_add_format(&page, "<h3>%02zu.%02zu Uhr: Neues aus Torsund</h3>\n", (size_t)(12 + (int)i * step) % 24,
                          i * 7 % 60);
        strbuf_add_c(&page, PROSE);
    }
}

static void test_live_blogs(void)
{
    begin(LD("LiveBlogPosting", ""));
    add_prose(3);
    CHECK_TYPE("", PAGE_TYPE_LIVE);
    begin("");
    add_entries(4, -1);
    CHECK_TYPE("https://nordbote.example/politik/liveblog-kutter", PAGE_TYPE_LIVE);
    CHECK_TYPE("https://nordbote.example/politik/kutter", PAGE_TYPE_ARTICLE);
    begin("");
    add_entries(9, 1);
    CHECK_TYPE("https://nordbote.example/politik/kutter", PAGE_TYPE_LIVE);
    begin("");
    add_entries(9, 7);
    CHECK_TYPE("https://nordbote.example/politik/kutter", PAGE_TYPE_ARTICLE);
    begin("");
    for (int i = 0; i < 12; i++) /* a timetable */
        strbuf_add_format(&page, "<table><tr><td>%02d:15 Torsund</td><td>Südholm</td></tr></table>", i + 6);
    add_prose(1);
    CHECK_TYPE("https://nordbote.example/politik/kutter", PAGE_TYPE_ARTICLE);
}

static void add_pictures(size_t n)
{
    for (size_t i = 0; i < n; i++)
        strbuf_add_format(&page,
                          "<figure><img src=%zu.jpg><figcaption>Bild %zu: Ein Kutter liegt an der Mole von Torsund, "
                          "daneben stehen Fischer und warten.</figcaption></figure>\n",
                          i, i);
}

static void test_galleries_and_videos(void)
{
    begin("");
    add_pictures(12);
    add_prose(1);
    CHECK_TYPE("https://nordbote.example/hafen/kutter", PAGE_TYPE_GALLERY);
    begin("");
    add_pictures(12);
    add_prose(20);
    CHECK_TYPE("https://nordbote.example/hafen/kutter", PAGE_TYPE_ARTICLE);
    begin("");
    add_prose(2);
    CHECK_TYPE("https://nordbote.example/fotostrecke/kutter", PAGE_TYPE_GALLERY);
    CHECK_TYPE("https://nordbote.example/video/kutter", PAGE_TYPE_VIDEO);
    begin("<meta property=og:type content=video.other>");
    add_prose(1);
    CHECK_TYPE("", PAGE_TYPE_VIDEO);
    begin(LD("VideoObject", ",\"name\":\"Kutter\""));
    add_prose(1);
    CHECK_TYPE("", PAGE_TYPE_VIDEO);
    begin(LD("VideoObject", "") LD("NewsArticle", "")); /* an article with a film */
    add_prose(6);
    CHECK_TYPE("", PAGE_TYPE_ARTICLE);
}

static void add_headlines(size_t n, const char *box)
{
    for (size_t i = 0; i < n; i++)
        strbuf_add_format(
            &page,
            "<%s><h3><a href=/a/%zu>Warum die Kutter am %zu. Tag bleiben</a></h3><p>Seit Wochen liegen die "
            "Boote fest, nun reden die Fischer von Torsund über ihre Lage im Winter.</p></%s>\n",
            box, i, i, box);
}

static void test_listings(void)
{
    begin("");
    add_headlines(12, "article");
    CHECK_TYPE("https://nordbote.example/politik/", PAGE_TYPE_LISTING);
    begin(LD("CollectionPage", ""));
    add_headlines(5, "div");
    CHECK_TYPE("https://nordbote.example/politik/", PAGE_TYPE_LISTING);
    begin("<meta property=og:type content=article>"); /* so many first pages say */
    add_headlines(5, "div");
    CHECK_TYPE("https://nordbote.example/", PAGE_TYPE_LISTING);
    begin("<meta property=og:type content=article>"); /* an article, and more of them below it */
    add_prose(3);
    add_headlines(12, "aside");
    CHECK_TYPE("https://nordbote.example/politik/kutter", PAGE_TYPE_ARTICLE);
    begin("");
    add_prose(6);
    add_headlines(12, "aside");
    CHECK_TYPE("https://nordbote.example/politik/kutter", PAGE_TYPE_ARTICLE);
}

int main(void)
{
    TEST(test_paywalls);
    TEST(test_live_blogs);
    TEST(test_galleries_and_videos);
    TEST(test_listings);
    strbuf_release(&page);
    arena_release(&arena);
    return TEST_END;
}
