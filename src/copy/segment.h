/* segment.h: which texts have a run of words. A segment is a file that is written once and never changed: all runs of
 * its texts by their hashes, ascending, each with the texts that have it. Small ones are merged to larger ones.
 *
 *     [buckets] [directory: where each begins] [texts] [footer: 64 bytes]        numbers little-endian
 *
 * A bucket holds the hashes that begin with the same bits: a check of 32 bits, then for each hash the distance from the
 * one before (Rice code) and its texts: how many (Elias's gamma), one plainly, several as distances (Rice code). So a
 * run costs three to four bytes, and a look-up reads one bucket of some two dozen hashes.
 *
 * Two runs may have the same hash: who asks learns candidates, and compares the texts themselves. Bytes of any kind may
 * come: nothing is read outside of them, damage is told. */
#ifndef COPY_SEGMENT_H
#define COPY_SEGMENT_H

#include "base/error.h"
#include "base/str.h"
#include "base/vec.h"

/* A text as segments know it; within a segment it has a number, from 0. */
typedef struct CopySegmentText {
    uint64_t id;     /* the caller's */
    uint32_t source; /* hash of its outlet, 0 = unknown */
    uint32_t runs;   /* different ones that it has, those kept out of the segment too */
} CopySegmentText;

typedef struct CopySegment {
    const unsigned char *bytes; /* borrowed: all of the file */
    size_t len;
    const unsigned char *directory, *texts;
    uint64_t runs_len;       /* bytes of all buckets */
    uint64_t n_hashes, hash; /* hash: of all that is in the file, by which it is told from others */
    uint32_t n_texts;
    unsigned bucket_bits, rice;
} CopySegment;

/* Takes `bytes` for a segment: footer, directory and texts are checked, buckets only when they are read.
 * ERR_FORMAT: cut off, damaged, or not a segment at all. */
Status copy_segment_open(Str bytes, CopySegment *out, Error *err);
/* Reads all of it: true when nothing is damaged. */
bool copy_segment_is_whole(const CopySegment *s);
CopySegmentText copy_segment_text(const CopySegment *s, uint32_t number);

/* Texts of one hash: a place in a segment. */
typedef struct CopyPostings {
    uint64_t at;  /* bit */
    uint64_t end; /* of the bucket */
    uint32_t n;   /* texts */
} CopyPostings;

/* False when the segment has no such hash. *damaged is set, never cleared, where the bucket is. */
bool copy_segment_find(const CopySegment *s, uint32_t hash, CopyPostings *out, bool *damaged);
/* Lets the machine fetch what a later copy_segment_find of that hash will read; where to find it can be fetched still
 * earlier. */
void copy_segment_expect_soon(const CopySegment *s, uint32_t hash);
void copy_segment_expect(const CopySegment *s, uint32_t hash);
typedef VEC(uint32_t) TextVec;
/* Appends the numbers of the texts of a hash, ascending, those below `before`. False where that place is damaged. */
bool copy_segment_read(const CopySegment *s, CopyPostings p, uint32_t before, TextVec *out);

/* ---- writing ---- */

typedef struct CopySegmentWriter CopySegmentWriter;
/* `n_hashes`: about how many will come. `texts` are copied. Bytes go to `out` as they are made. */
CopySegmentWriter *copy_segment_writer_new(const CopySegmentText *texts, uint32_t n, uint64_t n_hashes,
                                           LagebildWriter out);
/* Hashes come ascending, each once; texts of one ascending, n of them, one at least. */
void copy_segment_put(CopySegmentWriter *w, uint32_t hash, const uint32_t *texts, uint32_t n);
/* Writes what is left and gives everything back. *hash as CopySegment's. ERR_IO when `out` said no, ERR_LIMIT when the
 * buckets have 4 GB or more. */
Status copy_segment_finish(CopySegmentWriter *w, uint64_t *hash, Error *err);

/* Sorts `runs` (hash << 32 | number of the text; those of a text together, texts ascending) and writes them all. */
Status copy_segment_write(const CopySegmentText *texts, uint32_t n, uint64_t *runs, size_t n_runs, LagebildWriter out,
                          uint64_t *hash, Error *err);
/* Writes one segment of several, older first, reading each from begin to end. A text that is in two of them is taken
 * from the later one. As many texts as all of them have together must fit in 32 bits. ERR_FORMAT where one is damaged.
 */
Status copy_segment_merge(const CopySegment *segments, size_t n, LagebildWriter out, uint64_t *hash, Error *err);

#endif
