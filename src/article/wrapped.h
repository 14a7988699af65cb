/* wrapped.h: lines that a program broke at a width, put together again. */
#ifndef ARTICLE_WRAPPED_H
#define ARTICLE_WRAPPED_H

#include "article/draft.h"

/* A width that joins lines only where one breaks off in the midst of a sentence and the next goes on in lower case. */
enum { WRAPPED_PLAINLY = 1 };

/* The median width in bytes of lines that break off in the midst of a sentence; where too few do, WRAPPED_PLAINLY, or 0 for a
 * `crawled` page, whose lines then stay as they are. */
size_t wrapped_width(Str text, bool crawled);

/* Takes the next line from *rest, which lies in d->source, and those in which it goes on, into a block of their own, to be
 * closed by draft_end; a hyphen at a break inside a word goes. False when *rest has no more lines. */
bool wrapped_next(Draft *d, Str *rest, size_t width);

#endif
