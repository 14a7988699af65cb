/* timewords.h: an article's block cut into words as the grammar of time needs them, each with what it means for time.
 *
 *     am   Freitag   ,   21  .   Januar
 *     PREPOSITION WEEKDAY(5) PUNCT NUMBER(21) PUNCT MONTH(1)
 *
 * It has its own cut because a clock ("20.30"), a range ("2009-2011") and an ordinal before its stop matter here in a
 * way they do not for the rest of the language. */
#ifndef LANGUAGE_TIMEWORDS_H
#define LANGUAGE_TIMEWORDS_H

#include "base/vec.h"

typedef enum TimeWordKind {
    WORD_OTHER, WORD_PUNCT, WORD_NUMBER, WORD_NUMERAL, WORD_ORDINAL, WORD_UNIT, WORD_WEEKDAY, WORD_MONTH, WORD_SEASON,
    WORD_PART, WORD_MIDNIGHT, WORD_TOMORROW, WORD_DAY_SHIFT, WORD_DAY_ADJECTIVE, WORD_NEXT_DAY, WORD_SHIFTED,
    WORD_THIS_YEAR, WORD_REF, WORD_REF_NOUN, WORD_MOMENT, WORD_ERA, WORD_KURZEM, WORD_EDGE, WORD_EDGE_OF, WORD_OFTEN,
    WORD_CLOCK, WORD_HOLIDAY, WORD_EASTER, WORD_DECADE, WORD_LASTING, WORD_PORTION,
    /* from here on: what can only stand beside those above */
    WORD_RELATIVE, WORD_THIS, WORD_SAME, WORD_EVERY, WORD_PER, WORD_ALL, WORD_THE, WORD_PREPOSITION, WORD_HEDGE,
    WORD_FUZZY, WORD_ADJECTIVE, WORD_HALF, WORD_BOTH, WORD_ONE, WORD_AND, WORD_LONG, WORD_LATER, WORD_AGE, WORD_TENSE
} TimeWordKind;
typedef enum TimeUnit {
    UNIT_YEAR, UNIT_MONTH, UNIT_WEEK, UNIT_DAY, UNIT_HOUR, UNIT_MINUTE, UNIT_SECOND, UNIT_DECADE, UNIT_CENTURY,
    UNIT_MILLENNIUM, UNIT_QUARTER, UNIT_HALF, UNIT_WEEKEND
} TimeUnit;
enum { SEASON_SPRING = 1, SEASON_SUMMER, SEASON_AUTUMN, SEASON_WINTER };
enum { PART_NONE, PART_MORNING, PART_NOON, PART_AFTERNOON, PART_EVENING, PART_NIGHT };
enum { REF_PRESENT, REF_PAST, REF_FUTURE };
enum {
    WORD_ENDINGS = 1,   /* in the table only: takes the endings of adjectives */
    WORD_PLURAL = 2,
    WORD_ADVERB = 4,    /* "montags", "abends" */
    WORD_COMPOUND = 8,  /* "Arbeitsjahr": the unit is only its last part */
    WORD_UPPER = 16,    /* starts with a capital */
    WORD_GLUED = 32,    /* no space before it */
    WORD_PERIODIC = 64  /* on WORD_LASTING: "zweijährig", which may be somebody's age */
};

typedef struct TimeWord {
    uint32_t begin, end;
    int32_t value;  /* WORD_NUMBER: its first part; WORD_NUMERAL: ten times the number; WORD_PUNCT: its first byte */
    int16_t second, third; /* WORD_NUMBER: further parts, -1 where there are none; WORD_WEEKDAY: second = part of day */
    uint8_t kind, flags, part; /* part of day on WORD_WEEKDAY, else parts of a WORD_NUMBER */
    char separator; /* '.', ':' or ',' between the parts of a WORD_NUMBER; ' ' = none */
} TimeWord;
typedef VEC(TimeWord) TimeWords;

/* A word of the table in timelexicon.c: in lower case, a stem when it has WORD_ENDINGS. Holidays: month and day as MMDD, or
 * days from Easter Sunday. */
typedef struct TimeEntry {
    Str word;
    uint8_t kind;
    int16_t value;
    uint8_t flags;
} TimeEntry;
/* Where the words of the table are, by hash: made once for an article, as nearly every word of it is asked for twice. */
enum { TIME_INDEX_BITS = 10, TIME_INDEX_SLOTS = 1 << TIME_INDEX_BITS };
typedef struct TimeIndex {
    uint16_t slots[TIME_INDEX_SLOTS]; /* place in the table + 1; 0 = free */
} TimeIndex;
void time_index_init(TimeIndex *index);
/* NULL when the table has no such word. */
const TimeEntry *time_entry(const TimeIndex *index, Str lower);

/* Appends the words of text[begin, end) to *out, which stays the caller's. */
void timewords_cut(const TimeIndex *index, Str text, uint32_t begin, uint32_t end, TimeWords *out);

#endif
