/* synonyms.h: words that reports of one event put for each other. Internal to picture/. */
#ifndef PICTURE_SYNONYMS_H
#define PICTURE_SYNONYMS_H

#include "base/str.h"

/* Sets of German lemmas, separated by spaces; each is taken for its first word where statements are compared. Ends with NULL. */
extern const char *const SYNONYM_SETS[];

#endif
