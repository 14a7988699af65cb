/* copy.h: what is copied from where, on words instead of bases (the way of minimap2).
 *
 *     texts ─ sketch ─▶ hashes of word runs ─ index ─ seed ─▶ matches ─ chain ─▶ chains ─ align ─▶ passages
 *
 * Knows nothing of articles: it compares texts. */
#ifndef COPY_COPY_H
#define COPY_COPY_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

/* One text to compare; slices are borrowed and must outlive the index. */
typedef struct CopyText {
    Str text;
    const Span *body; /* what of text counts, by position; NULL = all */
    size_t n_body;
    Str source;       /* outlet: what many of its texts share is furniture; may be empty */
} CopyText;

typedef enum CopyKind { COPY_VERBATIM, COPY_NEAR, COPY_REWORDED } CopyKind;
const char *copy_kind_name(CopyKind kind); /* "verbatim", "near", "reworded" */

/* A word of one side that stands at the place of a word of the other, inside an alignment. */
typedef struct CopySwap {
    Span a, b; /* either may be empty: a word dropped or added */
} CopySwap;

typedef struct CopyPassage {
    Span a, b;          /* bytes of the two texts */
    CopyKind kind;
    bool quotation;     /* a speaker's own words in quotation marks on both sides: shared, not copied prose */
    uint32_t words_same; /* aligned alike */
    CopySwap *swaps;    /* by position */
    size_t n_swaps;
} CopyPassage;

typedef struct CopyPair {
    uint32_t a, b; /* numbers of the texts, a < b */
    CopyPassage *passages; /* by position in a */
    size_t n_passages;
} CopyPair;

typedef struct CopyPairs {
    CopyPair *data; /* by (a, b) */
    size_t len;
} CopyPairs;

/* Compares every text with every other. Results live in `arena`. `threads` 0 = all cores; the result does not depend on it.
 * Errors: ERR_LIMIT when a text has 2^31 bytes or more. */
Status copy_find(const CopyText *texts, size_t n, unsigned threads, Arena *arena, CopyPairs *out, Error *err);

#endif
