#include "base/str.h"

#include "base/vec.h"

#include <stdio.h>

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

Str str_trim(Str s)
{
    for (;;) {
        if (s.len && is_space(s.data[0]))
            s = str_slice(s, 1, s.len);
        else if (s.len >= 2 && s.data[0] == '\xC2' && s.data[1] == '\xA0')
            s = str_slice(s, 2, s.len);
        else
            break;
    }
    for (;;) {
        if (s.len && is_space(s.data[s.len - 1]))
            s.len--;
        else if (s.len >= 2 && s.data[s.len - 2] == '\xC2' && s.data[s.len - 1] == '\xA0')
            s.len -= 2;
        else
            return s;
    }
}

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

bool str_starts_nocase(Str s, Str prefix)
{
    if (s.len < prefix.len)
        return false;
    for (size_t i = 0; i < prefix.len; i++)
        if (lower(s.data[i]) != lower(prefix.data[i]))
            return false;
    return true;
}

bool str_in_words(Str s, const char *words)
{
    for (const char *w = words; s.len && *w; w += *w == ' ') {
        size_t n = 0;
        while (n < s.len && w[n] && lower(w[n]) == lower(s.data[n]))
            n++;
        if (n == s.len && (!w[n] || w[n] == ' ') && !memchr(s.data, ' ', n))
            return true;
        while (*w && *w != ' ')
            w++;
    }
    return false;
}

size_t str_find(Str s, Str needle, size_t from)
{
    if (from > s.len)
        return SIZE_MAX;
    if (needle.len == 0)
        return from;
    if (needle.len > s.len - from)
        return SIZE_MAX;
    const char *hit = memmem(s.data + from, s.len - from, needle.data, needle.len);
    return hit ? (size_t)(hit - s.data) : SIZE_MAX;
}

size_t str_find_nocase(Str s, Str needle, size_t from)
{
    for (size_t i = from; i + needle.len <= s.len; i++)
        if (str_starts_nocase(str_slice(s, i, s.len), needle))
            return i;
    return SIZE_MAX;
}

size_t str_find_char(Str s, char c, size_t from)
{
    const char *hit = from < s.len ? memchr(s.data + from, c, s.len - from) : NULL;
    return hit ? (size_t)(hit - s.data) : SIZE_MAX;
}

bool str_split(Str *rest, char separator, Str *piece)
{
    if (!rest->data)
        return false;
    size_t at = str_find_char(*rest, separator, 0);
    *piece = str_slice(*rest, 0, at);
    *rest = at == SIZE_MAX ? STR_EMPTY : str_slice(*rest, at + 1, rest->len);
    return true;
}

bool str_to_u64(Str s, uint64_t *out)
{
    uint64_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.data[i] < '0' || s.data[i] > '9')
            return false;
        uint64_t digit = (uint64_t)(s.data[i] - '0');
        if (n > (UINT64_MAX - digit) / 10)
            return false;
        n = n * 10 + digit;
    }
    *out = n;
    return s.len > 0;
}

void strbuf_init(StrBuf *b) { *b = (StrBuf)STRBUF_INIT; }

void strbuf_release(StrBuf *b)
{
    vec_free(b->data);
    strbuf_init(b);
}

void strbuf_clear(StrBuf *b)
{
    b->len = 0;
    if (b->data)
        b->data[0] = '\0';
}

void strbuf_reserve(StrBuf *b, size_t more)
{
    if (b->cap - b->len <= more)
        b->data = vec_grow(b->data, &b->cap, b->len + more + 1, 1);
}

void strbuf_add(StrBuf *b, Str s)
{
    strbuf_reserve(b, s.len);
    if (s.len)
        memcpy(b->data + b->len, s.data, s.len);
    b->len += s.len;
    b->data[b->len] = '\0';
}

void strbuf_add_c(StrBuf *b, const char *c_string) { strbuf_add(b, str_of(c_string)); }

void strbuf_add_char(StrBuf *b, char c) { strbuf_add(b, (Str){&c, 1}); }

void strbuf_add_format(StrBuf *b, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n > 0) {
        strbuf_reserve(b, (size_t)n);
        vsnprintf(b->data + b->len, (size_t)n + 1, format, again);
        b->len += (size_t)n;
    }
    va_end(again);
}
