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

#include "base/map.h"
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
        *reason; /* why it is what it is, in English: "link density 0.9", "caption repeats" … never NULL */
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
    PAGE_TYPE_LISTING /* of articles; none itself: lagebild_add passes it over, with a word */
} PageType;
const char *page_type_name(PageType type); /* "paywall" …, stable, used in JSON */

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

/* ---- furniture: lines that recur on an outlet's pages. Who keeps pages counts them (the database). ---- */

/* The keys of the article's body lines that could be furniture, each once; *out has room for n_blocks. None of long ones
 * (an article's own text comes again when it is updated), of quotations, and of an unknown outlet. Blocks that
 * article_mark_recurring marked count as before. Returns how many. */
size_t article_line_keys(const Article *a, uint64_t *out);
/* Is a line furniture that stood under so many different titles, on an outlet of so many pages? */
bool article_line_recurs(uint64_t titles, uint64_t pages);
/* Makes body blocks whose key is in `known` boilerplate, and those that an earlier call marked and that are not in it what
 * they were: the result does not depend on earlier calls. An article of nothing else is left whole. Reasons live in
 * `arena`. True when a block has changed. */
bool article_mark_recurring(Article *a, const U64Map *known, Arena *arena);

/* Makes the article of a page. Errors: ERR_FORMAT when there is no article's text on the page at all (empty, binary),
 * ERR_LIMIT. *out and all it holds live in `arena`. */
Status article_make(const Page *page, Arena *arena, Article *out, Error *err);

/* The place in the source of the byte at `text_at`; for the end of a span use article_source_span. */
uint32_t article_source_at(const Article *a, uint32_t text_at);
Span article_source_span(const Article *a, Span text);

/* The block that holds byte `text_at`, or NULL between blocks. */
const Block *article_block_at(const Article *a, uint32_t text_at);

#endif
