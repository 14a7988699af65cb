/* page_facts.h: title, authors and dates of an HTML page: what its head says, weighed against what a reader sees. */
#ifndef ARTICLE_PAGE_FACTS_H
#define ARTICLE_PAGE_FACTS_H

#include "article/layout.h"
#include "article/metadata.h"

typedef struct PageFacts {
    const Layout *layout;
    const Metadata *meta;
    Arena *arena;       /* of all that is found */
    uint32_t container; /* the element that holds the article */
    const Str *outlets; /* names the outlet goes by; some may be empty */
    size_t n_outlets;
} PageFacts;

/* The heading that agrees best with what the head calls the page; else the page's own words for itself. *kicker becomes
 * what was glued before it, or empty; *heading all of the heading that readers are shown, or empty. */
Str page_title(const PageFacts *f, Str *kicker, Str *heading);
/* Fills published and modified with their basis; `out->published` that is there stays. To be asked when blocks have
 * kinds. */
void page_dates(const PageFacts *f, Article *out);
void page_authors(const PageFacts *f, Article *out);

/* Article, live blog, gallery …: by what the page says, its address, and what its blocks came to. A page behind a
 * paywall is one that says so and shows little. */
PageType page_type(const PageFacts *f, const Article *a);

#endif
