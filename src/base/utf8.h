/* utf8.h: UTF-8 text: decoding, classes, folding, NFC, and offsets in code points. Classes and NFC are utf8proc's. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/str.h"

#define UTF8_BAD 0xFFFDu

/* The code point at *pos (< s.len), moving *pos behind it. A byte that is not UTF-8 gives UTF8_BAD and moves by one. */
uint32_t utf8_next(Str s, size_t *pos);
/* The code point before *pos (> 0), moving *pos to its begin. */
uint32_t utf8_previous(Str s, size_t *pos);
size_t utf8_put(char out[4], uint32_t code_point); /* returns bytes written, 1 to 4 */
void utf8_append(StrBuf *b, uint32_t code_point);
/* s.len when all of s is UTF-8 (no surrogates, no overlong forms), else the offset of the first bad byte. */
size_t utf8_check(Str s);

bool utf8_is_letter(uint32_t c);
bool utf8_is_digit(uint32_t c); /* decimal digits of any script */
bool utf8_is_upper(uint32_t c);
bool utf8_is_lower(uint32_t c);
bool utf8_is_space(uint32_t c); /* white space, no-break and zero-width ones too */
bool utf8_is_punct(uint32_t c); /* punctuation and symbols */
uint32_t utf8_lower(uint32_t c);
uint32_t utf8_upper(uint32_t c);

/* Appends s lower-cased. */
void utf8_append_lower(StrBuf *b, Str s);
/* Appends s for comparing: lower case, ä→ae ö→oe ü→ue ß→ss, other diacritics dropped. */
void utf8_append_folded(StrBuf *b, Str s);
/* Appends s in NFC. s must be UTF-8. */
void utf8_append_nfc(StrBuf *b, Str s);

/* Bytes → code points of one text, in O(1) amortised: a count at every 64th byte. Owns its table, borrows the text. */
typedef struct Utf8Index {
    Str text;
    uint32_t *counts; /* code points before byte 64 * i */
} Utf8Index;
void utf8_index_init(Utf8Index *x, Str text); /* text.len < 2^32 */
void utf8_index_release(Utf8Index *x);
uint32_t utf8_index_at(const Utf8Index *x, size_t byte); /* byte ≤ text.len */
size_t utf8_count(Str s);

#endif
