/* stored.h: an article as the database keeps it. */
#ifndef API_STORED_H
#define API_STORED_H

#include "store/store.h"

/* The text of the article's body, as it is searched and compared. In `arena`. */
Str stored_body(const Article *a, Arena *arena);

/* An article as it is compared with others; borrowed from it, and in `arena`. */
CopyText stored_copy_text(const Article *a, Arena *arena);

/* Fills all of *out but its key, page and lines; it lives in `arena`. */
void stored_make(const Article *a, const Analysis *analysis, const Statements *statements, Arena *scratch, Arena *arena,
                 StoreArticle *out);

/* Adds the lines that an outlet's furniture is learned from. */
void stored_lines(const Article *a, Arena *arena, StoreArticle *out);

#endif
