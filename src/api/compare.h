/* compare.h: articles compared with each other and printed: what `copies` does with pages and with a story alike. */
#ifndef API_COMPARE_H
#define API_COMPARE_H

#include "view/view.h"

typedef struct Compare {
    const Article *const *articles; /* body, dates and credits are used; places lead back to the page */
    size_t n;
    const Str *ids;   /* each article's in a database, as users see them; NULL without one */
    Str story, title; /* the story's, as users see it; empty without a database */
    bool pairs;       /* every two instead of clusters */
    unsigned threads; /* 0 = all cores */
} Compare;

/* Errors: ERR_USAGE for HTML, NOT_FOUND when no two share anything, ERR_LIMIT as copy_find, ERR_IO. */
Status compare_articles(const Compare *what, const LagebildPrint *how, LagebildWriter out, Error *err);

/* Writes what was found, text or JSON. ERR_IO. */
Status compare_print(const ViewCopies *view, const LagebildPrint *how, LagebildWriter out, Error *err);

#endif
