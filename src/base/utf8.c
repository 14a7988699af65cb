#include "base/utf8.h"

#include "base/vec.h"

#include <stdlib.h>
#include <utf8proc.h>

uint32_t utf8_next(Str s, size_t *pos)
{
    const unsigned char *p = (const unsigned char *)s.data + *pos;
    size_t left = s.len - *pos;
    unsigned char c = p[0];
    if (c < 0x80) {
        *pos += 1;
        return c;
    }
    uint32_t code = UTF8_BAD;
    size_t n = 1;
    if (c >= 0xC2 && c <= 0xDF && left >= 2 && (p[1] & 0xC0) == 0x80) {
        code = (c & 0x1Fu) << 6 | (p[1] & 0x3Fu);
        n = 2;
    } else if ((c & 0xF0) == 0xE0 && left >= 3 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
        uint32_t got = (c & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
        if (got >= 0x800 && (got < 0xD800 || got > 0xDFFF)) {
            code = got;
            n = 3;
        }
    } else if (c >= 0xF0 && c <= 0xF4 && left >= 4 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80 &&
               (p[3] & 0xC0) == 0x80) {
        uint32_t got = (c & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
        if (got >= 0x10000 && got <= 0x10FFFF) {
            code = got;
            n = 4;
        }
    }
    *pos += n;
    return code;
}

uint32_t utf8_previous(Str s, size_t *pos)
{
    size_t begin = *pos - 1;
    while (begin > 0 && *pos - begin < 4 && ((unsigned char)s.data[begin] & 0xC0) == 0x80)
        begin--;
    size_t at = begin;
    uint32_t code = utf8_next(str_slice(s, 0, *pos), &at);
    if (at != *pos) { /* not one whole character: step one byte */
        *pos -= 1;
        return UTF8_BAD;
    }
    *pos = begin;
    return code;
}

size_t utf8_put(char out[4], uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

void utf8_append(StrBuf *b, uint32_t code_point)
{
    char bytes[4];
    strbuf_add(b, (Str){bytes, utf8_put(bytes, code_point)});
}

size_t utf8_check(Str s)
{
    size_t pos = 0;
    while (pos < s.len) {
        size_t at = pos;
        if (utf8_next(s, &pos) == UTF8_BAD && pos - at != 3)
            return at;
    }
    return s.len;
}

bool utf8_is_letter(uint32_t c)
{
    if (c < 0x80)
        return (c | 32) >= 'a' && (c | 32) <= 'z';
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
}

bool utf8_is_digit(uint32_t c)
{
    return c < 0x80 ? c >= '0' && c <= '9' : utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_ND;
}

bool utf8_is_upper(uint32_t c)
{
    return c < 0x80 ? c >= 'A' && c <= 'Z' : utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LU;
}

bool utf8_is_lower(uint32_t c)
{
    return c < 0x80 ? c >= 'a' && c <= 'z' : utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LL;
}

bool utf8_is_space(uint32_t c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

bool utf8_is_punct(uint32_t c)
{
    if (c < 0x80)
        return c > ' ' && c < 0x7F && !utf8_is_letter(c) && !utf8_is_digit(c);
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    return k >= UTF8PROC_CATEGORY_PC && k <= UTF8PROC_CATEGORY_SO;
}

uint32_t utf8_lower(uint32_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

uint32_t utf8_upper(uint32_t c)
{
    if (c < 0x80)
        return c >= 'a' && c <= 'z' ? c - 32 : c;
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

void utf8_append_lower(StrBuf *b, Str s)
{
    strbuf_reserve(b, s.len);
    for (size_t pos = 0; pos < s.len;)
        utf8_append(b, utf8_lower(utf8_next(s, &pos)));
}

/* The base letter of an accented one ("é" → "e"); other code points as they are. */
static uint32_t without_accent(uint32_t c)
{
    utf8proc_int32_t parts[8];
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, parts, 8, UTF8PROC_DECOMPOSE, NULL);
    return n > 1 && n <= 8 ? (uint32_t)parts[0] : c;
}

void utf8_append_folded(StrBuf *b, Str s)
{
    strbuf_reserve(b, s.len);
    for (size_t pos = 0; pos < s.len;) {
        uint32_t c = utf8_lower(utf8_next(s, &pos));
        if (c < 0x80)
            strbuf_add_char(b, (char)c);
        else if (c == 0xE4)
            strbuf_add(b, STR("ae"));
        else if (c == 0xF6)
            strbuf_add(b, STR("oe"));
        else if (c == 0xFC)
            strbuf_add(b, STR("ue"));
        else if (c == 0xDF)
            strbuf_add(b, STR("ss"));
        else
            utf8_append(b, without_accent(c));
    }
}

void utf8_append_nfc(StrBuf *b, Str s)
{
    bool ascii_or_latin = true; /* below U+0300 everything is NFC already */
    for (size_t i = 0; i < s.len && ascii_or_latin; i++)
        ascii_or_latin = (unsigned char)s.data[i] < 0xCC;
    utf8proc_uint8_t *composed = NULL;
    if (!ascii_or_latin) {
        utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)s.data, (utf8proc_ssize_t)s.len, &composed,
                                          UTF8PROC_STABLE | UTF8PROC_COMPOSE);
        if (n >= 0) {
            strbuf_add(b, (Str){(const char *)composed, (size_t)n});
            free(composed);
            return;
        }
    }
    strbuf_add(b, s);
}

#define INDEX_STEP 64

void utf8_index_init(Utf8Index *x, Str text)
{
    x->text = text;
    x->counts = mem_zero(text.len / INDEX_STEP + 1, sizeof *x->counts);
    uint32_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (i % INDEX_STEP == 0)
            x->counts[i / INDEX_STEP] = n;
        n += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    }
    if (text.len % INDEX_STEP == 0)
        x->counts[text.len / INDEX_STEP] = n;
}

void utf8_index_release(Utf8Index *x)
{
    vec_free(x->counts);
    x->counts = NULL;
}

uint32_t utf8_index_at(const Utf8Index *x, size_t byte)
{
    uint32_t n = x->counts[byte / INDEX_STEP];
    for (size_t i = byte / INDEX_STEP * INDEX_STEP; i < byte; i++)
        n += ((unsigned char)x->text.data[i] & 0xC0) != 0x80;
    return n;
}

size_t utf8_count(Str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.data[i] & 0xC0) != 0x80;
    return n;
}
