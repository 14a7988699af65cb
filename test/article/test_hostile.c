/* Pages made to hurt: what they cost grows with their length and no faster. */
#include "probe.h"

/* The arena's bytes for a page of one sentence, one piece many times, and another many times. */
static size_t work_of(const char *piece, size_t times, const char *after, size_t after_times)
{
    StrBuf page = STRBUF_INIT;
    Article a;
    strbuf_add_c(&page, "<p>Die Kutter von Torsund bleiben nach dem Ende der Gespräche weiter im Hafen liegen.</p>");
    repeat(&page, piece, times);
    repeat(&page, after, after_times);
    Page in = {.kind = PAGE_HTML, .bytes = strbuf_str(&page)};
    arena_reset(&arena);
    Status status = article_make(&in, &arena, &a, NULL);
    CHECK(status == LAGEBILD_OK || status == LAGEBILD_ERR_FORMAT || status == LAGEBILD_ERR_LIMIT);
    strbuf_release(&page);
    return arena.used;
}

/* A page made to hurt still gives its one sentence, or says that there is none, and twice as much of it costs at most
 * a little over twice as much: measured in the arena's bytes, which do not depend on the machine. */
static void test_hostile_pages(void)
{
    static const struct {
        const char *piece;
        size_t times;
        const char *after;
        size_t after_times;
    } PAGES[] = {
        {"<div>", 5000, "</b>", 5000},
        {"<b><i>", 3000, "</div>", 3000},
        {"<a href=x><div>", 2500, "</a>", 3000},
        {"<table><tr><td>", 3000, "</table>", 3000},
        {"<ul><li>", 5000, "</ol>", 5000},
        {"<x-a>", 2500, "</x-b>", 2500},
        {"<p class='", 1, "x ", 25000},
        {"<!--", 10000, "", 0},
        {"<script>", 5000, "</scrip", 5000},
        {"&#", 15000, "&amp", 5000},
        {"<", 45000, "", 0},
        {"<h2>x</h2>", 4000, "", 0},
        {"Ein Satz.<br>", 3000, "", 0},
        {"<p>Mehr zum Thema</p>", 2000, "", 0},
        {"<script type='application/ld+json'>", 1, "[{\"@graph\":", 4000},
        {"a\xCC\x81\xCC\x81\xCC\x81", 5000, "", 0},
        {"<meta name=author content='Ada Falk'>", 1250, "", 0},
    };
    for (size_t i = 0; i < sizeof PAGES / sizeof PAGES[0]; i++) {
        size_t once = work_of(PAGES[i].piece, PAGES[i].times, PAGES[i].after, PAGES[i].after_times);
        size_t twice = work_of(PAGES[i].piece, 2 * PAGES[i].times, PAGES[i].after, 2 * PAGES[i].after_times);
        if (twice > 5 * once / 2 + 65536)
            printf("page %zu: %zu bytes, then %zu\n", i, once, twice), test_bad++;
    }
    arena_reset(&arena);
}

/* The arena's bytes for a page of four parts, the second and the last so often that each takes half of `bytes`. */
static size_t work_of_parts(const char *const parts[4], size_t bytes)
{
    StrBuf page = STRBUF_INIT;
    Article a;
    strbuf_add_c(&page, parts[0]);
    repeat(&page, parts[1], bytes / 2 / strlen(parts[1]));
    strbuf_add_c(&page, parts[2]);
    repeat(&page, parts[3], bytes / 2 / strlen(parts[3]));
    Page in = {.kind = PAGE_HTML, .bytes = strbuf_str(&page)};
    arena_reset(&arena);
    article_make(&in, &arena, &a, NULL);
    strbuf_release(&page);
    return arena.used;
}

/* What could make a page's parts be compared with each other: long titles, names, addresses and texts in the head
 * beside many headings, bylines and paragraphs; one heading of many parts; one line of many dates. Where they are, this
 * does not end soon. */
static void test_parts(void)
{
    enum { BYTES = 60000 };
    static const char *const PAGES[][4] = {
        /* begin, many times, between, many times */
        {"<meta property=og:title content=\"", "Kutter im Hafen: ", "\">",
         "<h1><span>Kutter im</span><b>Hafen bleibt</b></h1>"},
        {"<meta property=og:title content=\"", "Kutter im Hafen ", "\">", "<h2>Kutter im Hafen Kutter im Hafen</h2>"},
        {"<title>", "Kutter - ", "</title>", "<h1>Kutter im Hafen</h1>"},
        {"<meta property=og:site_name content=\"", "Kutter im Hafen ", "\">",
         "<h2>Kutter im Hafen</h2><a rel=author>Ada Falk</a>"},
        {"<link rel=canonical href=\"http://", "kutter", ".example/\">",
         "<h1>Kutter im Hafen</h1><p class=author>Ada Falk</p>"},
        {"<meta name=description content=\"", "Kutter im Hafen ", "\">",
         "<p>Kutter im Hafen Kutter im Hafen Kutter</p>"},
        {"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"",
         "Die Kutter bleiben im Hafen. ", "\"}</script>", "<p>Die Kutter bleiben im Hafen von Torsund liegen.</p>"},
        {"<script type='application/ld+json'>{\"@graph\":[", "{\"@type\":\"NewsArticle\",\"author\":{\"@id\":\"#a\"}},",
         "]}</script>", "<p>x</p>"},
        {"<script>", "\"articleBody\":\"x\",", "</script>", "<p>x</p>"},
        {"<h1>", "<span>Kutter im</span>", "</h1>", "<p>x</p>"},
        {"<h1>", "<span>", "Kutter im Hafen", "<b>x</b>"},
        {"<p class=author>", "Ada Falk, ", "</p>", "<p class=author>Von Ada Falk und Jon Brede</p>"},
        {"<p>", "14.03.2021 ", "</p>", "<p class=date>14. März 2021</p>"},
        {"<p>", "(dpa/afp) ", "</p>", "<p>BERLIN (dpa) - Die Kutter bleiben.</p>"},
        {"<p class=\"", "teaser-box ", "\">Text</p>", "<p id=comment-text>Text</p>"},
        {"<blockquote>", "Wir haben Zeit. ", "</blockquote>",
         "<blockquote>Wir haben Zeit, sagte Brede, sehr viel.</blockquote>"},
        {"", "<h4>Autor</h4>", "", "<h3><a href=x>Warum die Kutter bleiben</a></h3>"},
        {"", "<h3>12.31 Uhr: Neues aus dem Hafen</h3>", "", "<time datetime=2021-03-14>14. März</time>"},
        {"", "a\xCC\x81\xCC\xA3\xCC\x81", "", "&#x301;"},
        {"", "\xE2\x80\x8B\xE2\x80\xAE", "", "a\xC2\xAD"},
        {"", "\xE2\x80\x9E", "", "<p>Lesen Sie auch</p>"},
        {"", "<table><tr><td><table><td><tr>", "", "<ul><li><ol><li></ul>"},
    };
    for (size_t i = 0; i < sizeof PAGES / sizeof PAGES[0]; i++) {
        size_t once = work_of_parts(PAGES[i], BYTES), twice = work_of_parts(PAGES[i], 2 * BYTES);
        if (twice > 5 * once / 2 + 65536)
            printf("page %zu: %zu bytes, then %zu\n", i, once, twice), test_bad++;
    }
    arena_reset(&arena);
}

int main(void)
{
    TEST(test_hostile_pages);
    TEST(test_parts);
    arena_release(&arena);
    return TEST_END;
}
