/* own_copy.h: the text that many pages carry a second time, for machines (schema.org's articleBody), as the article
 * where readers are shown little or nothing of it: pages built by scripts, stubs before a paywall. */
#ifndef ARTICLE_OWN_COPY_H
#define ARTICLE_OWN_COPY_H

#include "article/draft.h"
#include "article/html.h"

/* When `body`, the page's articleBody, has 600 bytes at least and twice those of the draft's body blocks (markup left
 * aside): appends its paragraphs to the draft, with places in the script they come from, and makes boilerplate of what
 * stands in it already or is no lead. To be called when blocks have kinds. Linear in the page. */
void take_own_copy(Draft *d, const Html *html, Str body);

#endif
