/* decide.h: what each block of an HTML page is, and why. */
#ifndef ARTICLE_DECIDE_H
#define ARTICLE_DECIDE_H

#include "article/layout.h"
#include "article/metadata.h"

/* Sets kind and reason of every block of l->draft. `title` is the article's, `container` the element that holds it;
 * what goes into `scratch` is of no use afterwards. */
void decide_blocks(Layout *l, uint32_t container, Str title, const Metadata *meta, Arena *scratch);

#endif
