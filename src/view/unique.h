/* unique.h: which words of one wording no other has: what the eye should find first when wordings stand side by side. */
#ifndef VIEW_UNIQUE_H
#define VIEW_UNIQUE_H

#include "base/arena.h"
#include "statement/statement.h"

/* For each of n rows the spans of words (bytes of the row) that stand in no other row, case aside; neighbours joined to one
 * span. None where the rows are fewer than two, or where a row has more such words than others: then it is another
 * wording altogether, and marks would say nothing. Results live in `arena`. */
Spans *unique_words(const Str *rows, size_t n, Arena *arena);

#endif
