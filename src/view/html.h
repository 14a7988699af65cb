/* html.h: pieces of HTML that the html files share. No script, no network: what is printed works as a file. */
#ifndef VIEW_HTML_H
#define VIEW_HTML_H

#include "view/strings.h"
#include "view/view.h"

typedef struct HtmlPage {
    StrBuf *out;
    const ViewPicture *view;
    const Picture *picture;
    LagebildLanguage language;
    unsigned story; /* from 1; part of every id but in the first */
} HtmlPage;

/* Appends text with what HTML reads as markup escaped, control characters as U+FFFD; good within attributes too. */
void html_text(StrBuf *out, Str text);
void html_c(StrBuf *out, const char *text);

/* Appends the id of an article's text: "a2", after the first story "s3a2". */
void html_article_id(HtmlPage *p, uint32_t article);

/* Appends the id of a span of an article's text: "a2-145-163", in code points. What links there and what stands there agree by it. */
void html_span_id(HtmlPage *p, uint32_t article, Span span);

/* A word of the page, a date as it is written, an article's outlet or else its page's name. */
void html_word(HtmlPage *p, Word w);
void html_date(HtmlPage *p, Str iso);
Str html_name(const Article *a);
/* The article's number, leading to its text. */
void html_article_link(HtmlPage *p, uint32_t article);
/* A section with its heading; `n`, unless 0, is how many things it lists. */
void html_section_begin(HtmlPage *p, const char *id, Word title, size_t n);
void html_section_end(HtmlPage *p);

/* The table of the story's pages. */
void html_overview(HtmlPage *p);

/* The articles' texts, with everything marked that some line of the picture links to. */
void html_texts(HtmlPage *p);

#endif
