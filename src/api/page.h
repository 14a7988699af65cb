/* page.h: the parts of one article as JSON, wherever the article comes from. */
#ifndef API_PAGE_H
#define API_PAGE_H

#include "statement/statement.h"

/* Appends one JSON object and a line end. `parts` are LAGEBILD_PART_ bits. Spans count code points of the page where `in_source`,
 * else of the article's text. `language` may be NULL when no part needs an analysis, which is then made in `arena`. */
void page_print_parts(StrBuf *out, const Article *article, bool in_source, unsigned parts, const Language *language,
                      Arena *arena);

#endif
