/* namelists.h: what is known of a word by itself when names are looked for.
 *
 *     "Brackfelde" ── lists ───▶ in no list of given names, surnames, places, organisations
 *                  ── heads ───▶ ends in no noun that goes with names
 *                  ── news ────▶ in three to four articles of 41,242, never in lower case
 *                  ── letters ─▶ has the letters of a town, perhaps of a surname
 *     "Stauseen"   ── heads ───▶ a compound of "See": a place
 *
 * All four lie in the file of the model of names (namemodel.h). Inside language/ and for the programs in models/tools.
 */
#ifndef LANGUAGE_NAMELISTS_H
#define LANGUAGE_NAMELISTS_H

#include "base/str.h"

enum { /* flags of the lists; those above the lowest byte are for the learner of letters only and not kept */
       LIST_MALE = 1,
       LIST_FEMALE = 2,
       LIST_GIVEN = 4, /* given name in German lists */
       LIST_SURNAME = 8,
       LIST_CITY = 16,
       LIST_LAND = 32,
       LIST_PART = 64, /* word of a place's name of several words */
       LIST_ORGANISATION = 128,
       LIST_NOUN = 256,   /* a common noun */
       LIST_PERSON = 512, /* given name or surname */
       LIST_PLACE = 1024  /* a place of any size */
};
enum { /* what a noun says of the name beside it; HEAD_WHOLE: the word itself, no compound of it */
       HEAD_WHOLE = 1,
       HEAD_PERSON = 2,
       HEAD_PLACE = 4,
       HEAD_BODY = 8,
       HEAD_WORK = 16,
       HEAD_SAY = 32 /* a verb that persons do */
};
enum { /* what is known of a capitalised word: how common it is in news, see name_lists_news */
       NEWS_COMMONNESS =
           31,            /* 0 unseen, else 1 + 4 * level of its document frequency + how much of it is in lower case */
       NEWS_ENGLISH = 32, /* a word of English */
       NEWS_COMPANY = 64  /* the name of a company or a brand */
};
typedef enum LetterKind { LETTERS_NOUN, LETTERS_GIVEN, LETTERS_SURNAME, LETTERS_PLACE, LETTER_KINDS } LetterKind;

enum {
    NAME_LIST_BITS = 18,
    NAME_LIST_SLOTS = 1 << NAME_LIST_BITS,
    NAME_NEWS_BITS = 18,
    NAME_NEWS_SLOTS = 1 << NAME_NEWS_BITS,
    NAME_HEAD_BITS = 13,
    NAME_HEAD_SLOTS = 1 << NAME_HEAD_BITS,
    NAME_LETTER_BITS = 17,
    NAME_LETTER_ROWS = 1 << NAME_LETTER_BITS,
    NAME_LETTER_UNIT = 32,     /* a letter weight of 1 as kept */
    NAME_LETTER_BYTES = 40,    /* of a word that are looked at */
    NAME_LETTER_FEATURES = 110 /* at most, of a word */
};

/* Slots hold a fingerprint in their upper 24 bits and flags in the lowest byte; 0 is free. Borrowed. */
typedef struct NameLists {
    const uint32_t *slots, *news, *heads;
    const int8_t (*letters)[LETTER_KINDS];
} NameLists;

/* LIST_ flags of a word in lower case (a genitive's -s aside), 0 when it is in no list. */
uint8_t name_lists_flags(const NameLists *lists, Str lower);
/* HEAD_ flags of the longest head that a noun in lower case ends in; a part of less than four bytes must stand behind a
 * hyphen. 0 when there is none. */
uint8_t name_lists_head(const NameLists *lists, Str lower);
/* HEAD_SAY when this is the lemma of a verb that persons do, 0 otherwise. */
uint8_t name_lists_verb(const NameLists *lists, Str lemma);

/* NEWS_ flags of a capitalised word, given in lower case; 0 when nothing is known of it. */
uint8_t name_lists_news(const NameLists *lists, Str lower);

/* What a word's letters look like: the two likeliest kinds as one number, how far they are apart (1 to 8), and for each
 * kind how near it comes to the likeliest (1 to 6). */
typedef struct NameLetters {
    uint8_t kinds, margin, near[LETTER_KINDS];
} NameLetters;
NameLetters name_lists_letters(const NameLists *lists, Str lower);

/* ---- for building the file ---- */

/* Rows of the letter weights that a word in lower case has: sequences of two to five bytes, the short and the long ones
 * at its ends only. Returns how many were written to `rows`. */
size_t name_letter_rows(Str lower, uint32_t rows[NAME_LETTER_FEATURES]);
/* Put a word with its flags into zeroed slots; flags of the same word add up. Words without room are left out. Verbs
 * among the heads have a "!" behind them. */
void name_list_put(uint32_t *slots, Str lower, uint8_t flags);
void name_head_put(uint32_t *heads, Str lower, uint8_t flags);
void name_news_put(uint32_t *news, Str lower, uint8_t flags);

#endif
