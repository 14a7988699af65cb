/* segbits.h: what reading and writing of segments share. Private to src/copy. */
#ifndef COPY_SEGBITS_H
#define COPY_SEGBITS_H

#include "base/map.h"
#include "copy/bits.h"
#include "copy/segment.h"

#define SEGMENT_MAGIC "LGBDRUNS"
enum {
    SEGMENT_VERSION = 1,
    SEGMENT_FOOTER = 64, /* magic, version, bucket bits, rice, texts; 64 bits: bytes of buckets, hashes, three checks */
    SEGMENT_TEXT = 16,
    SEGMENT_CHECK = 4,
    SEGMENT_MOST_BUCKET_BITS = 26,
    SEGMENT_LONG_LIST = 16 /* texts: before so many stands how many bits they take, so that they can be passed by */
};

uint32_t copy_segment_u32(const unsigned char *p);
uint64_t copy_segment_u64(const unsigned char *p);

/* Bits that a number below n needs. */
static inline unsigned segment_plain_bits(uint32_t n) { return n > 1 ? 32 - (unsigned)__builtin_clz(n - 1) : 0; }

/* For the distances of so many texts among all. */
static inline unsigned segment_gap_rice(uint32_t n_texts, uint32_t n)
{
    uint32_t gap = n ? n_texts / n : 0;
    return gap > 1 ? 31 - (unsigned)__builtin_clz(gap) : 0;
}

typedef struct SegmentCursor {
    const CopySegment *segment;
    BitReader bits;
    uint64_t next; /* the least that the next hash can be */
    uint32_t bucket, left;
    uint32_t hash;
    CopyPostings found;
} SegmentCursor;

/* Goes to the begin of a bucket. False when it is damaged. */
bool segment_bucket(const CopySegment *s, uint32_t bucket, SegmentCursor *c);
/* The next hash of the bucket; only while something is left. False when it is damaged. */
bool segment_next(SegmentCursor *c);

#endif
