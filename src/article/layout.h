/* layout.h: an HTML page as blocks of text with what speaks for and against each.
 *
 *     Html ─ flatten ─▶ blocks (draft) + the element each stands in ─ weigh ─▶ evidence, text and links of each element
 */
#ifndef ARTICLE_LAYOUT_H
#define ARTICLE_LAYOUT_H

#include "article/draft.h"
#include "article/evidence.h"

typedef struct HtmlBlock {
    uint32_t box;      /* the block element it stands in */
    uint32_t inner;    /* the innermost element that holds all of its text */
    uint32_t links;    /* bytes of its text in links */
    uint32_t prose;    /* its bytes when it reads like running text, else 0 */
    Evidence evidence; /* of inner and all around it, up to the article's container */
} HtmlBlock;

/* What an element and all in it amount to. */
typedef struct Weight {
    uint32_t text, links, prose, good; /* bytes; good: prose without evidence against it */
} Weight;

typedef struct Layout {
    const Html *html;
    Draft *draft;
    Evidence *own, *all;   /* by node; all: with the ancestors' */
    Weight *weights;       /* by node */
    VEC(HtmlBlock) blocks; /* as draft->blocks */
} Layout;

/* What of an element's evidence speaks against its text. */
#define IS_AGAINST                                                                                                     \
    (IS_SKIPPED | IS_HIDDEN | IS_NAVIGATION | IS_FOOTER | IS_ASIDE | IS_FIGURE | IS_CAPTION | IS_CREDIT |              \
     IS_COMMENTS | IS_RELATED | IS_SHARE | IS_NEWSLETTER | IS_BIO | IS_AD | IS_CONSENT | IS_TAGS | IS_FORM | IS_EMBED)

/* Fills the draft with the page's blocks (all paragraphs yet) and weighs the elements. Arrays are malloc's. */
void layout_make(const Html *html, Draft *draft, Layout *out);
void layout_release(Layout *l);

/* The element that holds the article: its index; 0 (the root) when nothing stands out. Evidence of the elements around
 * it is taken back: what holds the article cannot speak against it. */
uint32_t layout_find_article(Layout *l);

static inline bool layout_is_within(const Layout *l, uint32_t node, uint32_t ancestor)
{
    while (node > ancestor)
        node = l->html->nodes.data[node].parent;
    return node == ancestor;
}

#endif
