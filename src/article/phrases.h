/* phrases.h: the phrases by which page furniture gives itself away, German and English. */
#ifndef ARTICLE_PHRASE_H
#define ARTICLE_PHRASE_H

#include "base/arena.h"

typedef enum PhraseKind {
    PHRASE_NONE,
    PHRASE_LINE,    /* this line is none of the article's */
    PHRASE_SECTION, /* so are the teasers under it */
    PHRASE_COMMENTS /* so is all that follows */
} PhraseKind;

/* What a line of text is by its words, and why (*reason, static, set unless PHRASE_NONE). `scratch` holds the folded
 * line; its content does not matter. Lines of 220 bytes and more are never furniture by their words. */
PhraseKind phrase_of(Str line, StrBuf *scratch, const char **reason);

#endif
