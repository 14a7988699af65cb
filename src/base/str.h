/* str.h: slices of bytes, and a buffer that grows.
 *
 * Str is a slice: it owns nothing, is not NUL-ended and lives as long as what it points into. StrBuf owns its bytes;
 * they are always followed by a NUL that `len` does not count. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct Str {
    const char *data; /* may be NULL when len is 0 */
    size_t len;
} Str;

/* A half-open range of bytes of some text. */
typedef struct Span {
    uint32_t begin, end;
} Span;

#define STR(literal) ((Str){(literal), sizeof(literal) - 1})
#define STR_INIT(literal) {(literal), sizeof(literal) - 1} /* for static tables */
#define STR_ARG(s) (int)(s).len, (s).data                  /* for "%.*s" */
#define STR_EMPTY ((Str){NULL, 0})

static inline Str str_make(const char *data, size_t len) { return (Str){data, len}; }
static inline Str str_of(const char *c_string) { return (Str){c_string, c_string ? strlen(c_string) : 0}; }
static inline Str str_span(Str s, Span span) { return (Str){s.data + span.begin, span.end - span.begin}; }
static inline bool str_equal(Str a, Str b) { return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0); }
static inline bool span_overlaps(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }
static inline bool span_holds(Span outer, Span inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

/* s[begin, end), both cut to s's length. */
static inline Str str_slice(Str s, size_t begin, size_t end)
{
    end = end < s.len ? end : s.len;
    begin = begin < end ? begin : end;
    return (Str){s.data ? s.data + begin : NULL, end - begin};
}
/* Without white space (ASCII, and U+00A0 as UTF-8) at both ends. */
Str str_trim(Str s);
/* <0, 0, >0 by bytes, shorter first. */
static inline int str_compare(Str a, Str b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    if (n && a.data[0] != b.data[0]) /* most are told apart without a call */
        return (unsigned char)a.data[0] - (unsigned char)b.data[0];
    int order = n ? memcmp(a.data, b.data, n) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}
/* str_compare(str_of(text), s), without measuring text: for tables of short words. */
static inline int str_compare_c(const char *text, Str s)
{
    size_t i = 0;
    while (i < s.len && text[i] && text[i] == s.data[i])
        i++;
    if (i == s.len || !text[i])
        return (i == s.len && text[i]) - (i < s.len);
    return (unsigned char)text[i] - (unsigned char)s.data[i];
}
/* Within the header, so that a comparison with a literal costs no call. */
static inline bool str_starts(Str s, Str prefix)
{
    return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.data, prefix.data, prefix.len) == 0);
}
static inline bool str_ends(Str s, Str suffix)
{
    return s.len >= suffix.len && (suffix.len == 0 || memcmp(s.data + s.len - suffix.len, suffix.data, suffix.len) == 0);
}
/* As str_equal and str_starts, ASCII letters' case aside. */
bool str_starts_nocase(Str s, Str prefix);
static inline bool str_equal_nocase(Str a, Str b) { return a.len == b.len && str_starts_nocase(a, b); }
/* Whether s is one of the words of a list, in which a space stands between them ("der die das"), ASCII letters' case
 * aside. */
bool str_in_words(Str s, const char *words);
/* Index of the first `needle` at or after `from`, or SIZE_MAX. An empty needle is found at `from`. */
size_t str_find(Str s, Str needle, size_t from);
size_t str_find_nocase(Str s, Str needle, size_t from);
size_t str_find_char(Str s, char c, size_t from);
/* Takes the next piece up to `separator` from *rest into *piece; false when *rest was used up (data == NULL). */
bool str_split(Str *rest, char separator, Str *piece);
/* Decimal digits only, at least one; false on anything else or overflow. */
bool str_to_u64(Str s, uint64_t *out);

typedef struct StrBuf {
    char *data;
    size_t len, cap;
} StrBuf;

#define STRBUF_INIT {NULL, 0, 0}

void strbuf_init(StrBuf *b);
void strbuf_release(StrBuf *b);
void strbuf_clear(StrBuf *b);                /* keeps the memory */
void strbuf_reserve(StrBuf *b, size_t more); /* room for `more` further bytes */
void strbuf_add(StrBuf *b, Str s);
void strbuf_add_c(StrBuf *b, const char *c_string);
void strbuf_add_char(StrBuf *b, char c);
void strbuf_add_format(StrBuf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
static inline Str strbuf_str(const StrBuf *b) { return (Str){b->data, b->len}; }

#endif
