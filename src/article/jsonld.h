/* jsonld.h: what a page's schema.org data (script type="application/ld+json") says about its article. */
#ifndef ARTICLE_JSONLD_H
#define ARTICLE_JSONLD_H

#include "article/article.h"
#include "base/vec.h"

typedef struct JsonLd {
    Str headline, description, body, published, modified, publisher, lang; /* normalised text; empty where unknown */
    VEC(Str) authors;
    PageType type;
    bool paywalled; /* isAccessibleForFree is false */
    int rank;       /* of the object the fields are from; 0: none */
} JsonLd;

/* Reads one script's content (may hold anything) and takes over its article when it is a better one than *out has.
 * Strings live in `arena`. Nesting beyond 12 is not looked at. */
void jsonld_read(Str script, Arena *arena, JsonLd *out);
void jsonld_release(JsonLd *j);

#endif
