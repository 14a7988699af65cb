/* article.h: a page's article: blocks of one normalised text, and what the page says about itself.
 *
 *     page bytes ─ decode ─▶ source (UTF-8) ─ parse ─▶ raw blocks ─ decide ─▶ Article
 *                                                     title | lead | paragraph … | boilerplate(reason)
 *
 *     text:    "Title\nLead …\nParagraph …\nTeaser …"      blocks lie in page order, one "\n" between them
 *     blocks:  [  0 ][   1   ][     2      ][   3   ]      spans of `text`; boilerplate is kept and marked
 *     places:  text offset → source offset                 every span leads back to the page
 */
#ifndef ARTICLE_ARTICLE_H
#define ARTICLE_ARTICLE_H

#include "read/page.h"

typedef enum BlockKind {
    BLOCK_TITLE,
    BLOCK_KICKER, /* the short line over the title */
    BLOCK_LEAD,
    BLOCK_PARAGRAPH,
    BLOCK_SUBHEAD,
    BLOCK_LIST_ITEM,
    BLOCK_QUOTATION,
    BLOCK_TABLE, /* one row */
    BLOCK_CAPTION,
    BLOCK_CREDIT, /* of a picture or an agency, on a line of its own */
    BLOCK_BYLINE, /* author, outlet or date line */
    BLOCK_BOILERPLATE,
    BLOCK_KINDS
} BlockKind;

/* What makes it into "the article's text": lead, paragraphs, subheads, list items, quotations, table rows. */
bool block_is_body(BlockKind kind);
const char *block_kind_name(BlockKind kind); /* "paragraph" …, stable, used in JSON */

typedef struct Block {
    Span span; /* of Article.text; a body block's without dateline and agency credit: "(dpa)" */
    BlockKind kind;
    const char
        *reason; /* static; why it is what it is, in English: "link density 0.9", "caption repeats" … never NULL */
} Block;

/* From text[text_at] on (to the next entry) text and source run alike, byte for byte. Sorted by text_at. */
typedef struct Place {
    uint32_t text_at, source_at;
} Place;

typedef enum DateBasis {
    DATE_NONE,
    DATE_GIVEN, /* the input's own field (JSON line) */
    DATE_JSON_LD,
    DATE_META, /* Open Graph, meta, microdata */
    DATE_TIME_TAG,
    DATE_URL,
    DATE_VISIBLE, /* written on the page */
    DATE_DERIVED, /* a weekday only, from the other pages of the story */
    DATE_CAPTURED /* when the page was fetched */
} DateBasis;
const char *date_basis_name(DateBasis basis); /* "json-ld" …, stable, used in JSON */

typedef enum PageType {
    PAGE_TYPE_ARTICLE,
    PAGE_TYPE_PAYWALL,
    PAGE_TYPE_LIVE,
    PAGE_TYPE_GALLERY,
    PAGE_TYPE_VIDEO,
    PAGE_TYPE_LISTING
} PageType;

/* Everything lives in the arena given to article_make. Str fields are empty where unknown. */
typedef struct Article {
    Str id; /* as the page's */
    Str file;
    uint64_t offset;
    Str url, canonical;      /* canonical: as the page names itself, else url */
    Str outlet;              /* name where the page says it, else registrable domain of the url, else empty */
    Str lang;                /* ISO 639-1, "de" */
    Str title, kicker;       /* title: never with the outlet's name glued to it where that can be told */
    Str published, modified; /* ISO 8601 or a beginning of it: "2022-01", "2022-01-21", "2022-01-21T14:03:00+01:00" */
    DateBasis published_basis, modified_basis;
    Str *authors;
    size_t n_authors;
    Str *credits; /* agencies, canonical: "dpa", "AFP", "Reuters", "AP" … each once */
    size_t n_credits;
    PageType type;
    Str text; /* NFC, no NULs, bidi overrides, soft hyphens, zero-width marks; < 2^31 bytes */
    Block *blocks;
    size_t n_blocks;
    Place *places;
    size_t n_places;
    Str source; /* the page as UTF-8 (what places point into) */
} Article;

/* What an outlet's other pages teach: lines that recur on them are furniture. May be shared by threads for reading. To
 * have the same result for any order of pages, learn from all of them before the first article is made. */
typedef struct Furniture Furniture;
Furniture *furniture_new(void);
void furniture_free(Furniture *f); /* NULL is fine */
/* Notes the lines of one more article's page, by its outlet. Not to be called while another thread reads. At most 4
 * million lines are remembered. */
void furniture_learn(Furniture *f, const Article *a);
/* Did this line stand on four pages of the outlet at least, of different titles, and on one in twenty of all? Long
 * lines never do: an article's own text comes again when it is updated. */
bool furniture_knows(const Furniture *f, Str outlet, Str line);

/* Makes the article of a page. `furniture` may be NULL. Errors: ERR_FORMAT when there is no article's text on the page
 * at all (empty, binary), ERR_LIMIT. *out and all it holds live in `arena`. */
Status article_make(const Page *page, const Furniture *furniture, Arena *arena, Article *out, Error *err);

/* The place in the source of the byte at `text_at`; for the end of a span use article_source_span. */
uint32_t article_source_at(const Article *a, uint32_t text_at);
Span article_source_span(const Article *a, Span text);

/* The block that holds byte `text_at`, or NULL between blocks. */
const Block *article_block_at(const Article *a, uint32_t text_at);

#endif
