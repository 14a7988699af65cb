/* beside.h: one text, held ready to be put beside others, one at a time. Private to src/copy. */
#ifndef COPY_BESIDE_H
#define COPY_BESIDE_H

#include "copy/steps.h"

/* A run of the text's own words. */
typedef struct BesideRun {
    uint32_t hash;      /* 0: the slot is free */
    uint32_t first;     /* word where it begins first */
    uint32_t furniture; /* hash of the source that repeats it from text to text, or 0 */
} BesideRun;

typedef struct CopyBeside {
    const CopyText *text;
    uint32_t source;
    WordVec words;          /* the text's own, then those of the one beside it */
    uint32_t own;           /* how many are its own */
    bool marked;            /* furniture among its own words is */
    VEC(uint32_t) sources;  /* that have furniture among its runs */
    VEC(uint32_t) next;     /* by own word: the next one where the same run begins, or 0 */
    VEC(BesideRun) runs;    /* by hash, open addressing; a power of two */
    VEC(uint8_t) starts;    /* by word: a furniture run begins here */
    VEC(uint32_t) of_block; /* see CopyWords; all 0 */
    HitVec hits;
    CopyJudge judge;
} CopyBeside;

/* Takes up a text; borrowed until the next one. */
void copy_beside_begin(CopyBeside *b, const CopyText *text, uint32_t source);
void copy_beside_release(CopyBeside *b);
/* The hash of the run that begins at an own word; 0 where none does, or where it began before. */
uint32_t copy_beside_run(const CopyBeside *b, uint32_t word);
/* Notes that a source repeats that run from text to text. */
void copy_beside_furniture(CopyBeside *b, uint32_t word, uint32_t source);
/* What the text taken up (a) and another (b) of the outlet `source` share; see copy_lookup_beside. */
CopyPassage *copy_beside(CopyBeside *b, const CopyText *other, uint32_t source, Arena *arena, size_t *n_passages);

#endif
