/* furniture.h: the phrases by which page furniture gives itself away, German and English. */
#ifndef ARTICLE_FURNITURE_H
#define ARTICLE_FURNITURE_H

#include "base/arena.h"

typedef enum FurnitureKind {
    FURNITURE_NONE,
    FURNITURE_LINE,     /* this line is none of the article's */
    FURNITURE_SECTION,  /* so are the teasers under it */
    FURNITURE_COMMENTS  /* so is all that follows */
} FurnitureKind;

/* What a line of text is by its words, and why (*reason, static, set unless FURNITURE_NONE). `scratch` holds the folded
 * line; its content does not matter. Lines of 220 bytes and more are never furniture by their words. */
FurnitureKind furniture_of(Str line, StrBuf *scratch, const char **reason);

#endif
