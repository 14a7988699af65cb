/* lexicon.h: German word forms, mapped from one file.
 *
 *     form ─ hash ─▶ slot {check, first, count} ─▶ entries {lemma, kind} ─▶ kind {class, features}, lemma's bytes
 *
 * The file does not hold the forms themselves, only 32 further bits of their hash: one form in some 10^8 unknown ones is
 * taken for a known one. Made by models/tools/make_lexicon.c from what models/README names. Little-endian. */
#ifndef LANGUAGE_LEXICON_H
#define LANGUAGE_LEXICON_H

#include "language/analysis.h"
#include "language/mapped.h"

#define LEXICON_MAGIC "LAGELEX1"
#define LEXICON_MAX_ENTRIES 15 /* of one form */

typedef struct LexiconHeader {
    char magic[8];
    uint32_t n_slots, n_entries, n_kinds, n_lemmas, lemma_bytes, reserved;
} LexiconHeader; /* then: slots, entries, kinds, n_lemmas + 1 offsets, lemma bytes */
typedef struct LexiconSlot {
    uint32_t check;
    uint32_t place; /* first entry << 4 | count; 0 = free */
} LexiconSlot;
typedef struct LexiconKind {
    uint32_t features, class;
} LexiconKind;
#define LEXICON_KIND_BITS 12 /* an entry is lemma << LEXICON_KIND_BITS | kind */

/* Readings a word may have, one bit each: what the tagger sees of an entry. */
enum {
    READING_ADJ = 1 << 0, READING_ADP = 1 << 1, READING_ADV = 1 << 2, READING_CCONJ = 1 << 3, READING_DET = 1 << 4,
    READING_NOUN = 1 << 5, READING_NUM = 1 << 6, READING_PART = 1 << 7, READING_PRON = 1 << 8, READING_SCONJ = 1 << 9,
    READING_X = 1 << 10, READING_AUX = 1 << 11, READING_VERB = 1 << 12, READING_IND = 1 << 13, READING_SUB = 1 << 14,
    READING_SUB1 = 1 << 15, READING_SUB2 = 1 << 16, READING_IMP = 1 << 17, READING_INF = 1 << 18, READING_ZU = 1 << 19,
    READING_PART2 = 1 << 20, READING_PAST = 1 << 21, READING_SING = 1 << 22, READING_PLUR = 1 << 23, READING_2 = 1 << 24,
    READING_PREFIX = 1 << 25, /* a separable verb's prefix */
    READING_PROPN = 1 << 26,
    READING_GUESS = 1 << 27  /* not the lexicon's: a compound, a derived word */
};

typedef struct Lexicon {
    Mapped file;
    LexiconHeader head;
    const LexiconSlot *slots;
    const uint32_t *entries;
    const LexiconKind *kinds;
    const uint32_t *offsets;
    const char *lemmas;
    uint32_t *readings; /* READING_ bits of each kind; owned */
} Lexicon;

typedef struct LexiconEntry {
    uint32_t features; /* FEAT_ bits, ambiguous ones together */
    uint32_t lemma;    /* for lexicon_lemma */
    WordClass class;
} LexiconEntry;
/* The entries of one form; count 0 = unknown. */
typedef struct LexiconRange {
    uint32_t first, count;
} LexiconRange;

/* Maps the file at `path`. Errors: ERR_IO, ERR_FORMAT. close gives the map back. */
Status lexicon_open(Lexicon *out, const char *path, Error *err);
void lexicon_close(Lexicon *lexicon);

/* The entries of a form exactly as written; by its hash_str where the caller has that already. */
LexiconRange lexicon_find(const Lexicon *lexicon, Str form);
LexiconRange lexicon_find_hash(const Lexicon *lexicon, uint64_t hash);
/* Entry i (< count) of a range that lexicon_find gave; sorted by class. */
LexiconEntry lexicon_entry(const Lexicon *lexicon, LexiconRange range, uint32_t i);
/* READING_ bits of all its entries. */
uint32_t lexicon_readings(const Lexicon *lexicon, LexiconRange range);
/* Bytes in the map: they live as long as the lexicon. */
Str lexicon_lemma(const Lexicon *lexicon, uint32_t lemma);

/* First slot to look at for a hash; the next ones follow in order, wrapping around. */
static inline uint32_t lexicon_first_slot(uint64_t hash, uint32_t n_slots) { return (uint32_t)(((hash >> 32) * n_slots) >> 32); }

/* Each calls from memory what a question soon to be asked looks at first: of a form by its hash, of its entries, of their
 * lemmas. Always inlined, as gcc drops calls of a function that does nothing else. */
#define LEXICON_INLINE static inline __attribute__((always_inline))
LEXICON_INLINE void lexicon_call(const Lexicon *lx, uint64_t hash)
{
    __builtin_prefetch(&lx->slots[lexicon_first_slot(hash, lx->head.n_slots)]);
}
LEXICON_INLINE void lexicon_call_entries(const Lexicon *lx, LexiconRange range)
{
    __builtin_prefetch(lx->entries + range.first);
}
LEXICON_INLINE void lexicon_call_lemmas(const Lexicon *lx, LexiconRange range)
{
    for (uint32_t i = 0; i < range.count; i++)
        __builtin_prefetch(lx->offsets + (lx->entries[range.first + i] >> LEXICON_KIND_BITS));
}

#endif
