/* numbers.h: what a written number is worth. */
#ifndef LANGUAGE_NUMBERS_H
#define LANGUAGE_NUMBERS_H

#include "base/str.h"

/* Digits in German writing: "14.000" (dots before groups of three), "1,5", "2022", "100 000" is two words and not read
 * here. False on anything else, and on "3.10" or "20.30", which are no numbers. */
bool number_read_digits(Str s, double *out);

/* A German number word in lower case: "zwei", "eineinhalb", "anderthalb", "siebenundzwanzig", "zweihundert",
 * "dreitausendfünfhundert"; up to 999 999. False on anything else. */
bool number_read_word(Str s, double *out);

/* Lower case of ASCII letters and ÄÖÜ, for lookups in tables of German words: copies at most `size` bytes to `out` and
 * returns the length, 0 when s does not fit. */
size_t number_lower(Str s, char *out, size_t size);

#endif
