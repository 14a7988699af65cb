/* lookup.h: what is known of a word before its sentence is looked at: the lexicon's readings, a compound's head, its shape. */
#ifndef LANGUAGE_LOOKUP_H
#define LANGUAGE_LOOKUP_H

#include "language/lexicon.h"

typedef enum WordShape {
    SHAPE_LOWER, SHAPE_UPPER, SHAPE_ALL_UPPER, SHAPE_LETTER, SHAPE_MIXED, SHAPE_DIGITS, SHAPE_ORDINAL, SHAPE_DIGITS_MORE,
    SHAPE_ABBREVIATION, SHAPE_PUNCT, SHAPE_OTHER
} WordShape;

typedef struct WordInfo {
    Str word;
    uint64_t hash, lower_hash; /* of the word as written and in lower case */
    uint32_t lower;           /* the upper half of lower_hash */
    uint32_t suffix[3];       /* hashes of the last 2, 3, 4 bytes, in lower case */
    uint32_t prefix;          /* hash of the first 3 bytes, in lower case */
    uint32_t readings;        /* READING_ bits; 0 = nothing known */
    LexiconRange entries;     /* of the word or, for a guess, of what it was led back to */
    uint16_t head;            /* byte of the word where the part begins that `entries` are of; 0 for the whole word */
    uint8_t shape;            /* WordShape */
    bool hyphen, first;       /* has a hyphen inside; starts the sentence or a quotation in it */
    bool needs_i;             /* indicative only with "ich", and there is none near: "habe", "komme" are Konjunktiv I then */
} WordInfo;

/* Fills *out for a word of a sentence; `first` as in WordInfo. In three steps: for many words each step is made for all
 * of them before the next, so that what it needs of the lexicon is on its way from memory meanwhile. */
void word_begin(const Lexicon *lexicon, Str word, bool first, WordInfo *out); /* all but readings, entries, head */
void word_find(const Lexicon *lexicon, WordInfo *out);                        /* entries of the form as written */
void word_finish(const Lexicon *lexicon, WordInfo *out);                      /* readings; entries of other forms */
static inline void word_look_up(const Lexicon *lexicon, Str word, bool first, WordInfo *out)
{
    word_begin(lexicon, word, first, out);
    word_find(lexicon, out);
    word_finish(lexicon, out);
}

/* Sets needs_i in the n words of a sentence. */
void words_note_first_person(WordInfo *words, size_t n);

/* May a capital behind this word be a sentence's? True behind nothing, a quotation mark, a colon. */
bool word_opens(Str previous);

/* German prefixes that part from their verb ("kündigte … an"). */
bool word_is_separable_prefix(Str word);

#endif
