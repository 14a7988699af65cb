/* archive.h: one text beside very many that were seen before, without reading these again.
 *
 *     text ─ runs ─ look-up in all segments ─▶ candidates, most telling first ─ the caller loads them ─ beside ─▶
 * passages
 *
 * The segments (segment.h) say which texts have a run, not where. What tells a copy from chance is that rare runs stand
 * close together in the new text: a candidate's evidence is the most that its runs amount to, each weighed by how few
 * texts have it, in one stretch of the new text. What is copied is then found in the two texts themselves, by the same
 * steps as copy_find. */
#ifndef COPY_ARCHIVE_H
#define COPY_ARCHIVE_H

#include "copy/copy.h"
#include "copy/segment.h"

typedef struct CopyArchive CopyArchive;
/* Of segments, older first; they are copied, their bytes borrowed. Where two of them have a text of one id the later
 * one's counts. */
CopyArchive *copy_archive_new(const CopySegment *segments, size_t n);
void copy_archive_free(CopyArchive *archive); /* NULL is fine */

/* What segments know a text's outlet by; 0 for an unknown one. */
uint32_t copy_source_hash(Str source);
/* Appends the hashes of the text's runs to *out, ascending, each once. */
void copy_runs_of(const CopyText *text, TextVec *out);

typedef struct CopyCandidate {
    uint64_t id;
    double evidence; /* bits: how unlikely the closest stretch of common runs is */
    uint32_t number; /* of the text among all, in the order of segments and of texts in them */
    uint32_t common; /* runs */
    bool alike;      /* nine tenths of the runs of both */
} CopyCandidate;

/* Looks a text up and puts it beside others. Keeps its memory from text to text; one for each thread. */
typedef struct CopyLookup CopyLookup;
CopyLookup *copy_lookup_new(const CopyArchive *archive);
void copy_lookup_free(CopyLookup *s); /* NULL is fine */

/* Takes up a text (borrowed until the next one) and finds its candidates, best first, those with equal evidence in the
 * order of their numbers; they are the search's until the next text. The text of id `except` is left out (the new text
 * itself, where it is in the archive already). False where a segment was found damaged: candidates may be missing. */
bool copy_lookup_begin(CopyLookup *s, const CopyText *text, uint64_t except, const CopyCandidate **out, size_t *n);
/* What the text taken up (a) and another (b) share: passages by position in a, in `arena`. */
CopyPassage *copy_lookup_beside(CopyLookup *s, const CopyText *other, Arena *arena, size_t *n_passages);

/* By its runs alone (copy_runs_of): appends the numbers, ascending, of those texts before number `before` that are
 * alike. False as above. */
bool copy_lookup_alike(CopyLookup *s, const uint32_t *runs, size_t n, uint32_t before, TextVec *out);
/* Takes those runs out that the segments say text `number` has; returns how many are left. */
size_t copy_lookup_without(CopyLookup *s, uint32_t *runs, size_t n, uint32_t number);
/* The id of text `number`. */
uint64_t copy_archive_id(const CopyArchive *archive, uint32_t number);

/* A text of the archive that shares something with the new one. */
typedef struct CopyShared {
    uint64_t id;
    CopyPassage *passages; /* a: the new text */
    size_t n_passages;
} CopyShared;
typedef struct CopySharedTexts {
    CopyShared *data; /* in the order of their evidence */
    size_t len;
    bool damaged; /* a segment was: some may be missing */
    bool more;    /* the limit was reached: there may be others */
} CopySharedTexts;

typedef struct CopySource {
    /* Fills *text, valid until the next call. An error ends the search; NOT_FOUND passes over this text. */
    Status (*load)(void *ctx, uint64_t id, CopyText *text, Error *err);
    void *ctx;
} CopySource;

/* All of it: candidates, each loaded and put beside the text, until a number of them in a row share nothing, or `most`
 * (0 = no limit) share something. Results live in `arena`. */
Status copy_lookup_all(CopyLookup *s, const CopyText *text, uint64_t except, size_t most, CopySource source,
                       Arena *arena, CopySharedTexts *out, Error *err);

/* What was found, as one cluster around the new text, texts[0]; shared[i] is texts[i + 1]'s, n of them. No cluster when
 * n is 0. Shares are those of what stands here. Results live in `arena`. */
void copy_around(const CopyText *texts, const CopyShared *shared, size_t n, Arena *arena, CopyClusters *out);

/* As copy_find, by the way above: each text is looked up in an index of all and put beside those of its candidates that
 * come before it. */
Status copy_find_in_order(const CopyText *texts, size_t n, unsigned threads, Arena *arena, CopyPairs *out, Error *err);

#endif
