/* edits.h: how many letters two short words differ by. */
#ifndef BASE_EDITS_H
#define BASE_EDITS_H

#include "base/str.h"

/* Bytes that must be changed, added or dropped to make b of a (Levenshtein 1966); limit + 1 where that is more than
 * `limit`, or where a word has more than 32 bytes. */
size_t str_edits(Str a, Str b, size_t limit);

#endif
