/* timefind.h: the grammar of German time expressions, over the words of one block.
 *
 * Every expression has a head: a unit ("Jahr"), a month, a weekday, a number. From its head it grows to the left
 * (article, hedge, number, adjectives) and to the right (year, clock). Extents follow the TIMEX3 guidelines as used for
 * German (Strötgen et al., KRAUTS, 2018): articles and hedges are in, prepositions and contractions ("am", "im") are
 * out. */
#ifndef LANGUAGE_TIMEFIND_H
#define LANGUAGE_TIMEFIND_H

#include "language/timex.h"

typedef struct TimeFinder {
    Str text;
    const TimeWord *words;
    size_t n;
    size_t taken; /* words before this one belong to expressions found already */
} TimeFinder;

/* Tries the word at `i` as a head. On true *draft is filled, *first and *end are its words (half-open). */
bool timefind_at(const TimeFinder *f, size_t i, TimeDraft *draft, size_t *first, size_t *end);

/* The same for heads that are units ("Jahr", "Wochen"): timeunits.c. */
bool timefind_unit(const TimeFinder *f, size_t i, TimeDraft *draft, size_t *first, size_t *end);

/* ---- helpers both share; an index out of range is a WORD_OTHER without letters ---- */
static inline TimeWordKind timefind_kind(const TimeFinder *f, size_t i)
{
    return i < f->n ? (TimeWordKind)f->words[i].kind : WORD_OTHER;
}
static inline bool timefind_free(const TimeFinder *f, size_t i) { return i < f->n && i >= f->taken; }
static inline bool timefind_punct(const TimeFinder *f, size_t i, char c)
{
    return timefind_kind(f, i) == WORD_PUNCT && f->words[i].value == (unsigned char)c;
}
static inline bool timefind_glued(const TimeFinder *f, size_t i)
{
    return i < f->n && (f->words[i].flags & WORD_GLUED);
}
static inline Str timefind_word(const TimeFinder *f, size_t i)
{
    return i < f->n ? str_slice(f->text, f->words[i].begin, f->words[i].end) : STR_EMPTY;
}
/* "2014", four digits that can be a year; 0 when it is none. */
int timefind_year(const TimeFinder *f, size_t i);
/* A year behind the words so far: "2014", "des Jahres 2005", "vorigen Jahres", "dieses Jahres". Moves *end. */
void timefind_year_behind(const TimeFinder *f, size_t *end, TimeDraft *draft);
/* Moves *first over an article and hedges before it. */
void timefind_article_before(const TimeFinder *f, size_t *first);
void timefind_hedge_before(const TimeFinder *f, size_t *first, TimeDraft *draft);
/* The number that ends at word i ("zwei", "14", "eine"); false when there is none. */
bool timefind_amount(const TimeFinder *f, size_t i, double *out);

#endif
