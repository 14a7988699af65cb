/* evidence.h: what an element's name and attributes say about the text in it. General words of the trade only
 * ("teaser", "comment", "caption"), as they stand in class names everywhere; never one site's. */
#ifndef ARTICLE_EVIDENCE_H
#define ARTICLE_EVIDENCE_H

#include "article/html.h"
#include "base/map.h"

typedef uint32_t Evidence; /* bits */
enum {
    IS_SKIPPED = 1u << 0, /* never shown: script, style, template … */
    IS_HIDDEN = 1u << 1,
    IS_NAVIGATION = 1u << 2, /* nav, menus, breadcrumbs, pagers, tables of contents */
    IS_FOOTER = 1u << 3,
    IS_ASIDE = 1u << 4,
    IS_FIGURE = 1u << 6, /* pictures, galleries, players */
    IS_CAPTION = 1u << 7,
    IS_CREDIT = 1u << 8,
    IS_COMMENTS = 1u << 9,
    IS_RELATED = 1u << 10, /* teasers, recommendations, most read */
    IS_SHARE = 1u << 11,
    IS_NEWSLETTER = 1u << 12,
    IS_AUTHOR = 1u << 13, /* byline */
    IS_BIO = 1u << 14,    /* a box about the author */
    IS_DATE = 1u << 15,
    IS_AD = 1u << 16,
    IS_CONSENT = 1u << 17,
    IS_PAYWALL = 1u << 18,
    IS_TAGS = 1u << 19,
    IS_FORM = 1u << 20,
    IS_LEAD = 1u << 21,
    IS_KICKER = 1u << 22,
    IS_BODY = 1u << 24, /* named as an article's text */
    IS_QUOTE = 1u << 25,
    IS_LIST = 1u << 26,
    IS_TABLE = 1u << 27,
    IS_HEADING = 1u << 28, /* h1 … h6 */
    IS_ARTICLE = 1u << 29, /* article, main, and what is named so */
    IS_EMBED = 1u << 30    /* a post or player of another site */
};

/* Class attributes recur: what each says is looked up once a page. */
typedef struct EvidenceCache {
    StrMap seen;
} EvidenceCache;

Evidence evidence_of(const Html *html, const HtmlNode *node, EvidenceCache *cache);
void evidence_release(EvidenceCache *cache);

#endif
