/* decode.c: a page's bytes as UTF-8.
 *
 *     BOM ─ else HTTP header ─ else the page's own declaration ─ else UTF-8 where it fits ─ else detection
 *
 * A label is believed as far as the bytes bear it out: text that is UTF-8 with letters beyond ASCII is UTF-8 whatever its
 * label says (no other charset gives that by chance), and a label of UTF-8 on bytes that mostly are not is passed over.
 * What was wrong already when the page was written stays as it is: nothing is guessed back. */
#include "read/charset.h"
#include "read/page.h"

#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>

/* windows-1252's 0x80 to 0x9F; 0 where it has no character. */
static const uint16_t WINDOWS_1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                          0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                          0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/* Length of the plain ASCII that begins s, NULs not counted in. */
static size_t ascii_run(Str s)
{
    size_t i = 0;
    for (; i + 8 <= s.len; i += 8) {
        uint64_t word;
        memcpy(&word, s.data + i, 8);
        if (((word - 0x0101010101010101u) | word) & 0x8080808080808080u)
            break;
    }
    while (i < s.len && s.data[i] > 0)
        i++;
    return i;
}

/* Characters beyond ASCII, good and bad, that reading s as UTF-8 gives. */
static void count_utf8(Str s, size_t *good, size_t *bad)
{
    *good = *bad = 0;
    for (size_t pos = 0; pos < s.len;) {
        pos += ascii_run(str_slice(s, pos, s.len));
        if (pos >= s.len)
            break;
        size_t at = pos;
        uint32_t c = utf8_next(s, &pos);
        if (c == UTF8_BAD && pos - at == 1)
            ++*bad;
        else
            *good += c != 0;
    }
}

static void bad_character(StrBuf *out, size_t *bad)
{
    strbuf_add(out, STR("\xEF\xBF\xBD"));
    ++*bad;
}

/* Good stretches, mostly the whole page, are copied at once. */
static void decode_utf8(Str s, StrBuf *out, size_t *bad)
{
    size_t good = 0; /* where the stretch begins that is still to be copied */
    strbuf_reserve(out, s.len);
    for (size_t pos = 0; pos < s.len;) {
        pos += ascii_run(str_slice(s, pos, s.len));
        if (pos >= s.len)
            break;
        size_t at = pos;
        uint32_t c = utf8_next(s, &pos);
        bool is_bad = c == UTF8_BAD && pos - at == 1;
        if (c != 0 && !is_bad)
            continue;
        strbuf_add(out, str_slice(s, good, at));
        good = pos;
        if (is_bad)
            bad_character(out, bad);
    }
    strbuf_add(out, str_slice(s, good, s.len));
}

static void decode_windows_1252(Str s, StrBuf *out, size_t *bad)
{
    strbuf_reserve(out, s.len + s.len / 8);
    for (size_t pos = 0; pos < s.len;) {
        size_t run = ascii_run(str_slice(s, pos, s.len));
        strbuf_add(out, str_slice(s, pos, pos + run));
        pos += run;
        if (pos >= s.len)
            break;
        unsigned char c = (unsigned char)s.data[pos++];
        uint32_t code = c >= 0x80 && c < 0xA0 ? WINDOWS_1252[c - 0x80] : c;
        if (code)
            utf8_append(out, code);
        else if (c)
            bad_character(out, bad);
    }
}

/* False when the machine's iconv lacks the charset. NULs that come out are dropped by the caller. */
static bool decode_iconv(const char *from, Str s, StrBuf *out, size_t *bad)
{
    iconv_t cd = iconv_open("UTF-8", from);
    if (cd == (iconv_t)-1)
        return false;
    strbuf_reserve(out, s.len);
    char *in = (char *)(uintptr_t)s.data;
    size_t left = s.len;
    while (left) {
        strbuf_reserve(out, left + left / 2 + 64);
        char *to = out->data + out->len;
        size_t room = out->cap - out->len - 1;
        size_t ret = iconv(cd, &in, &left, &to, &room);
        out->len = (size_t)(to - out->data);
        if (ret != (size_t)-1 || errno == E2BIG)
            continue;
        bad_character(out, bad);
        if (errno == EINVAL) /* the text ends in half a character */
            break;
        size_t step = left > 1 && str_starts(str_of(from), STR("UTF-16")) ? 2 : 1;
        in += step;
        left -= step;
    }
    out->data[out->len] = '\0';
    iconv_close(cd);
    return true;
}

static void drop_nuls(StrBuf *b, size_t from)
{
    size_t to = from;
    for (size_t i = from; i < b->len; i++)
        if (b->data[i])
            b->data[to++] = b->data[i];
    b->len = to;
    b->data[to] = '\0';
}

/* The mark that begins the bytes, and what it says; NULL when there is none. *len becomes its length. */
static const Charset *marked(Str s, size_t *len)
{
    static const struct {
        Str mark;
        const char *label;
    } MARKS[] = {
        {STR_INIT("\xEF\xBB\xBF"), "utf-8"}, {STR_INIT("\xFF\xFE"), "utf-16le"}, {STR_INIT("\xFE\xFF"), "utf-16be"}};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (str_starts(s, MARKS[i].mark)) {
            *len = MARKS[i].mark.len;
            return charset_of(str_of(MARKS[i].label));
        }
    return NULL;
}

/* A label that can be true of bytes which are, or are not, UTF-8 and may have NULs. */
static const Charset *believed(Str label, Str bytes, bool is_utf8)
{
    const Charset *charset = charset_of(label);
    if (!charset || charset == &charset_utf8)
        return is_utf8 ? &charset_utf8 : NULL;
    bool wide = charset->iconv && str_starts(str_of(charset->iconv), STR("UTF-16"));
    return wide && !memchr(bytes.data, 0, bytes.len) ? NULL : charset;
}

static const Charset *choose(const Page *page, Str bytes)
{
    size_t good, bad;
    count_utf8(bytes, &good, &bad);
    if (good > 0 && bad == 0)
        return &charset_utf8;
    /* One slip in a page of umlauts makes it no other charset; text in another one has hardly a good character. */
    bool is_utf8 = bad == 0 || good >= 4 * bad;
    const Charset *charset = believed(page->charset, bytes, is_utf8);
    if (!charset && page->kind != PAGE_CLEAN)
        charset = believed(charset_declared(bytes), bytes, is_utf8);
    if (!charset)
        charset = is_utf8 ? &charset_utf8 : charset_guess(bytes);
    if (is_utf8 && good > 0) /* a latin label on what is UTF-8 but for a slip */
        charset = &charset_utf8;
    return charset;
}

void read_decode(const Page *page, StrBuf *out, const char **charset, size_t *bad)
{
    Str bytes = page->bytes;
    size_t from = out->len, mark = 0, bad_here = 0;
    const Charset *chosen = bytes.len ? marked(bytes, &mark) : &charset_utf8;
    bytes = str_slice(bytes, mark, bytes.len);
    if (!chosen && page->kind == PAGE_CLEAN)
        chosen = &charset_utf8; /* JSON says so */
    if (!chosen)
        chosen = choose(page, bytes);
    if (chosen->iconv) {
        if (decode_iconv(chosen->iconv, bytes, out, &bad_here))
            drop_nuls(out, from);
        else
            chosen = &charset_windows_1252;
    }
    if (chosen == &charset_utf8)
        decode_utf8(bytes, out, &bad_here);
    else if (chosen == &charset_windows_1252)
        decode_windows_1252(bytes, out, &bad_here);
    if (charset)
        *charset = chosen->name;
    if (bad)
        *bad = bad_here;
}
