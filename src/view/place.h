/* place.h: where a span of an article stands, in all the ways a reader may want to know it. */
#ifndef VIEW_PLACE_H
#define VIEW_PLACE_H

#include "base/utf8.h"
#include "statement/statement.h"

/* Counts code points and lines of one article's text and page. Owns its tables, borrows the article. */
typedef struct PlaceIndex {
    const Article *article;
    Utf8Index text, source;
    uint32_t *lines; /* byte of the source where each line begins */
    size_t n_lines;
} PlaceIndex;

void place_index_init(PlaceIndex *x, const Article *article);
void place_index_release(PlaceIndex *x);

typedef struct PlaceFound {
    Span text, page;       /* code points */
    uint32_t line, column; /* of its begin in the page; from 1, column in code points */
    Str words;             /* what stands there, borrowed */
} PlaceFound;

/* `span`: bytes of the article's text; cut to it where it is too long. */
PlaceFound place_find(const PlaceIndex *x, Span span);

/* What stands around a span in its sentence (or line, where no sentence is known), at most PLACE_AROUND bytes to each side and
 * cut at words. */
#define PLACE_AROUND 90
typedef struct PlaceContext {
    Str before, after;          /* borrowed from the text */
    bool cut_before, cut_after; /* the sentence goes on */
} PlaceContext;
PlaceContext place_context(const Article *article, const Analysis *analysis, Span span);

/* Spans without what lies between their blocks but is not the article's (teasers, captions): each is cut into runs of blocks
 * that follow each other. A span that lies in such furniture altogether stays as it is. Results live in `arena`. */
Spans place_runs(Arena *arena, const Article *article, const Span *spans, size_t n);

/* The text of several spans as one line: place_runs joined by " … ", line ends within as " ¶ ". Appends to *out. */
void place_words(StrBuf *out, const Article *article, const Span *spans, size_t n);
Str place_words_in(Arena *arena, const Article *article, const Span *spans, size_t n);

#endif
