/* lookup.h: what is known of a word before its sentence is looked at: the lexicon's readings, a compound's head, its shape. */
#ifndef LANGUAGE_LOOKUP_H
#define LANGUAGE_LOOKUP_H

#include "language/lexicon.h"

/* Readings a word may have, one bit each: what the tagger sees of the lexicon. */
enum {
    READING_ADJ = 1 << 0, READING_ADP = 1 << 1, READING_ADV = 1 << 2, READING_CCONJ = 1 << 3, READING_DET = 1 << 4,
    READING_NOUN = 1 << 5, READING_NUM = 1 << 6, READING_PART = 1 << 7, READING_PRON = 1 << 8, READING_SCONJ = 1 << 9,
    READING_X = 1 << 10, READING_AUX = 1 << 11, READING_VERB = 1 << 12, READING_IND = 1 << 13, READING_SUB = 1 << 14,
    READING_SUB1 = 1 << 15, READING_SUB2 = 1 << 16, READING_IMP = 1 << 17, READING_INF = 1 << 18, READING_ZU = 1 << 19,
    READING_PART2 = 1 << 20, READING_PAST = 1 << 21, READING_SING = 1 << 22, READING_PLUR = 1 << 23, READING_2 = 1 << 24,
    READING_PREFIX = 1 << 25, /* a separable verb's prefix */
    READING_GUESS = 1 << 26   /* not the lexicon's: a compound, a derived word */
};

typedef enum WordShape {
    SHAPE_LOWER, SHAPE_UPPER, SHAPE_ALL_UPPER, SHAPE_LETTER, SHAPE_MIXED, SHAPE_DIGITS, SHAPE_ORDINAL, SHAPE_DIGITS_MORE,
    SHAPE_ABBREVIATION, SHAPE_PUNCT, SHAPE_OTHER
} WordShape;

typedef struct WordInfo {
    Str word;
    uint32_t exact, lower;    /* hashes of the word as written and in lower case */
    uint32_t suffix[4];       /* hashes of the last 2, 3, 4, 5 bytes, in lower case */
    uint32_t prefix;          /* hash of the first 3 bytes, in lower case */
    uint32_t readings;        /* READING_ bits; 0 = nothing known */
    LexiconRange entries;     /* of the word or, for a guess, of what it was led back to */
    uint16_t head;            /* byte of the word where the part begins that `entries` are of; 0 for the whole word */
    uint8_t shape;            /* WordShape */
    bool hyphen, first;       /* has a hyphen inside; starts the sentence or a quotation in it */
} WordInfo;

/* Fills *out for a word of a sentence; `first` as in WordInfo. */
void word_look_up(const Lexicon *lexicon, Str word, bool first, WordInfo *out);

/* May a capital behind this word be a sentence's? True behind nothing, a quotation mark, a colon. */
bool word_opens(Str previous);

/* German prefixes that part from their verb ("kündigte … an"). */
bool word_is_separable_prefix(Str word);

#endif
