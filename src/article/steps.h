/* steps.h: the three ways from a page to an article's blocks, and what all share. */
#ifndef ARTICLE_STEPS_H
#define ARTICLE_STEPS_H

#include "article/credits.h"
#include "article/draft.h"

/* Each fills the draft's blocks from its source, and what it learns about the article into *out (its strings in
 * `arena`). Fields that are set already were given by the input and stay. */
void article_from_clean(Draft *d);
void article_from_crawl(Draft *d, Arena *arena, Article *out);
Status article_from_html(Draft *d, Arena *arena, Article *out, Error *err);

/* Agency credits of the text into *c: from its dateline, from paragraphs' ends and from credit lines. With `cut`,
 * dateline and credit are left out of their paragraphs' spans. */
void article_find_credits(Draft *d, bool cut, Credits *c);

#endif
