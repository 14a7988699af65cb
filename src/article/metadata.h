/* metadata.h: what a page's head says about its article, from each of the places where pages say it. */
#ifndef ARTICLE_METADATA_H
#define ARTICLE_METADATA_H

#include "article/html.h"
#include "article/jsonld.h"

typedef struct Metadata {
    JsonLd ld;
    Str title_tag, og_title, meta_title; /* as written, white space squeezed */
    Str description, og_description;
    Str published, modified, author, site, publisher, canonical, og_url, lang, og_type;
    bool published_is_weak; /* from a tag that many systems fill with the time of the last change ("date", Dublin Core)
                             */
    VEC(Str) authors;       /* several meta tags, one author each */
} Metadata;

/* Strings live in `arena` or in html's source. */
void metadata_read(const Html *html, Arena *arena, Metadata *out);
void metadata_release(Metadata *m);

/* The title without the outlet's name: "Titel - Bote" → "Titel" when one of `names` says so or what stands there looks
 * like an address. Returns a slice. */
Str title_without_outlet(Str title, const Str *names, size_t n_names);

/* Does `part` name the outlet? Blanks, dots and case aside: "Der Nordbote" and "nordbote.de" share "nordbote". */
bool names_outlet(Str part, Str outlet);

#endif
