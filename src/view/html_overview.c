/* html_overview.c: the table of a story's pages: outlet, date, agency, and how its text stands to the others. */
#include "view/html.h"

static void bar(HtmlPage *p, const char *class, double share, Word what)
{
    if (share < 0.005)
        return;
    double percent = share > 1 ? 100 : 100 * share;
    strbuf_add_format(
        p->out, "<span class=\"share %s\"><i style=\"width:%.0f%%\"></i></span><span class=\"label\">%.0f&nbsp;%% ",
        class, percent, percent);
    html_word(p, what);
    strbuf_add_c(p->out, "</span>");
}

static void sources_of(HtmlPage *p, uint32_t number)
{
    bool any = false;
    for (uint32_t i = 0; i < p->picture->n_articles; i++) {
        if (p->picture->articles[i].taken_from != number || p->picture->articles[i].agency.len)
            continue;
        if (!any) {
            strbuf_add_c(p->out, "<span class=\"badge\">");
            html_word(p, WORD_SOURCE_OF);
            strbuf_add_c(p->out, "</span>");
        }
        strbuf_add_char(p->out, ' ');
        html_article_link(p, i);
        any = true;
    }
}

static void overview_standing(HtmlPage *p, uint32_t number)
{
    const PictureArticle *in = &p->picture->articles[number];
    strbuf_add_c(p->out, "<td class=\"standing\">");
    if (in->independent) {
        strbuf_add_c(p->out, "<span class=\"badge good\">");
        html_word(p, WORD_INDEPENDENT);
        strbuf_add_c(p->out, "</span> ");
    }
    if (in->taken_from != UINT32_MAX) {
        strbuf_add_c(p->out, "<span class=\"badge\">");
        html_word(p, in->agency.len ? WORD_TEXT_OF : WORD_MAY_COME_FROM);
        if (in->agency.len) {
            strbuf_add_char(p->out, ' ');
            html_text(p->out, in->agency);
            strbuf_add_char(p->out, ' ');
            html_word(p, WORD_AS);
        }
        strbuf_add_c(p->out, "</span> ");
        html_article_link(p, in->taken_from);
    }
    sources_of(p, number);
    bar(p, "copied", in->copied, WORD_SHARED);
    bar(p, "quoted", in->quoted, WORD_QUOTED);
    strbuf_add_c(p->out, "</td>");
}

static void overview_row(HtmlPage *p, uint32_t number)
{
    const Article *a = p->picture->sources[number].article;
    const PictureArticle *in = &p->picture->articles[number];
    strbuf_add_c(p->out, "<tr><td>");
    html_article_link(p, number);
    strbuf_add_c(p->out, "</td><td><b>");
    html_text(p->out, html_name(a));
    strbuf_add_c(p->out, "</b><br>");
    if (a->title.len)
        html_text(p->out, a->title);
    else
        html_word(p, WORD_NO_TITLE);
    strbuf_add_c(p->out, "</td><td>");
    if (in->published.len) {
        html_date(p, in->published);
        strbuf_add_c(p->out, "<br><small>");
        html_c(p->out, view_date_basis(p->language, in->basis));
        strbuf_add_c(p->out, "</small>");
    } else {
        strbuf_add_c(p->out, "<small>");
        html_word(p, WORD_NO_DATE);
        strbuf_add_c(p->out, "</small>");
    }
    strbuf_add_c(p->out, "</td><td>");
    for (size_t i = 0; i < a->n_credits; i++) {
        strbuf_add_c(p->out, i ? ", " : "");
        html_text(p->out, a->credits[i]);
    }
    strbuf_add_c(p->out, "</td>");
    overview_standing(p, number);
    strbuf_add_c(p->out, "</tr>\n");
}

void html_overview(HtmlPage *p)
{
    html_section_begin(p, "seiten", WORD_SECTION_PAGES, 0);
    strbuf_add_c(p->out, "<div class=\"wide\"><table class=\"pages\">\n<tbody>\n");
    for (uint32_t i = 0; i < p->picture->n_articles; i++)
        overview_row(p, i);
    strbuf_add_c(p->out, "</tbody></table></div>\n");
    html_section_end(p);
}
