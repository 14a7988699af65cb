/* agree.h: the page's own copy of its text (schema.org articleBody) held against its blocks. */
#ifndef ARTICLE_AGREE_H
#define ARTICLE_AGREE_H

#include "article/layout.h"

/* Words of each block that run as in `body`: shares[block] in percent of the block's runs of three words, 0 for shorter
 * ones. Returns whether `body` is fit to judge by: that it has most of the running text that is body so far, and is no
 * beginning only. Linear in text and body. */
bool agree_with_body(const Layout *l, Str body, uint8_t *shares);

#endif
