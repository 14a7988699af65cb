/* flagged_names.h: reads the lists of names that name-lists.mjs and news-words.mjs write, for the programs that learn
 * from them. */
#ifndef MODELS_TOOLS_FLAGGED_NAMES_H
#define MODELS_TOOLS_FLAGGED_NAMES_H

#include "base/str.h"

/* Calls put(to, flags, name) for each line "flags<TAB>name" of the file at `path`; other lines are passed over. `name`
 * is valid during the call only. 0, or 1 when the file cannot be read, which is said on standard error. */
int flagged_names_read(const char *path, void (*put)(void *to, unsigned flags, Str name), void *to);

#endif
