#include "article/draft.h"

#include "base/utf8.h"

#include <libxml/HTMLparser.h>
#include <utf8proc.h>

void draft_init(Draft *d, Str source, bool html)
{
    *d = (Draft){.source = source, .html = html, .blank = DRAFT_NO_BLANK};
    strbuf_reserve(&d->text, source.len / (html ? 4 : 1) + 16);
}

void draft_release(Draft *d)
{
    strbuf_release(&d->text);
    vec_release(&d->places);
    vec_release(&d->blocks);
}

uint32_t html_reference(Str s, size_t *pos)
{
    static const uint16_t WINDOWS[32] = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                         0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                         0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                         0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    size_t at = *pos + 1;
    uint32_t c = 0;
    if (at < s.len && s.data[at] == '#') {
        at++;
        bool hex = at < s.len && (s.data[at] | 32) == 'x';
        size_t digits = at += hex;
        for (; at < s.len; at++) {
            char b = s.data[at], low = (char)(b | 32);
            if (b >= '0' && b <= '9')
                c = c * (hex ? 16 : 10) + (uint32_t)(b - '0');
            else if (hex && low >= 'a' && low <= 'f')
                c = c * 16 + (uint32_t)(low - 'a' + 10);
            else
                break;
            if (c > 0x10FFFF)
                c = 0x110000;
        }
        if (at == digits)
            return 0;
        if (c >= 128 && c < 160)
            c = WINDOWS[c - 128];
        if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
            c = UTF8_BAD;
    } else {
        char name[10];
        size_t n = 0;
        while (at < s.len && n < sizeof name - 1 &&
               (((s.data[at] | 32) >= 'a' && (s.data[at] | 32) <= 'z') || (s.data[at] >= '0' && s.data[at] <= '9')))
            name[n++] = s.data[at++];
        name[n] = '\0';
        const htmlEntityDesc *found = n ? htmlEntityLookup((const xmlChar *)name) : NULL;
        if (!found)
            return 0;
        c = found->value;
    }
    if (at < s.len && s.data[at] == ';')
        at++;
    *pos = at;
    return c;
}

/* Marks that no reader sees and that would break comparing: soft hyphen, zero-width marks, bidi overrides, controls. */
static bool is_invisible(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0 && c != 0x85) || c == 0xAD || c == 0x61C ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || (c >= 0xA0 && utf8_is_space(c));
}

static void mark_place(Draft *d, uint32_t source_at)
{
    if (source_at != d->expect || d->places.len == 0)
        vec_push(&d->places, (Place){(uint32_t)d->text.len, source_at});
}

static void flush_blank(Draft *d)
{
    if (d->blank == DRAFT_NO_BLANK)
        return;
    if (d->text.len > d->begin) {
        mark_place(d, d->blank);
        strbuf_add_char(&d->text, ' ');
        d->expect = d->blank + 1;
    }
    d->blank = DRAFT_NO_BLANK;
}

static void put_bytes(Draft *d, Str bytes, uint32_t source_at, uint32_t source_len)
{
    flush_blank(d);
    mark_place(d, source_at);
    strbuf_add(&d->text, bytes);
    d->expect = source_at + source_len;
}

/* Joins a combining mark to the character before it, in NFC; source runs on from the mark. */
static void put_combining(Draft *d, uint32_t c, uint32_t source_at, uint32_t source_len)
{
    if (d->blank != DRAFT_NO_BLANK || d->text.len <= d->begin || d->starter < d->begin ||
        d->text.len - d->starter > 64) {
        char bytes[4];
        d->starter = (uint32_t)d->text.len;
        put_bytes(d, (Str){bytes, utf8_put(bytes, c)}, source_at, source_len);
        return;
    }
    StrBuf cluster = STRBUF_INIT, composed = STRBUF_INIT;
    strbuf_add(&cluster, str_slice(strbuf_str(&d->text), d->starter, d->text.len));
    utf8_append(&cluster, c);
    utf8_append_nfc(&composed, strbuf_str(&cluster));
    d->text.len = d->starter;
    strbuf_add(&d->text, strbuf_str(&composed));
    d->expect = UINT32_MAX; /* lengths differ: the next character gets a place of its own */
    while (d->places.len > 1 && d->places.data[d->places.len - 1].text_at > d->starter)
        d->places.len--;
    strbuf_release(&cluster);
    strbuf_release(&composed);
}

static void put_char(Draft *d, uint32_t c, uint32_t source_at, uint32_t source_len)
{
    if (is_blank(c)) {
        if (d->blank == DRAFT_NO_BLANK)
            d->blank = source_at;
        return;
    }
    if (is_invisible(c))
        return;
    bool jamo = c >= 0x1160 && c <= 0x11FF;
    if (c >= 0x300 && (jamo || utf8proc_get_property((utf8proc_int32_t)c)->combining_class != 0)) {
        put_combining(d, c, source_at, source_len);
        return;
    }
    char bytes[4];
    Str one = {bytes, utf8_put(bytes, c)};
    flush_blank(d);
    d->starter = (uint32_t)d->text.len;
    if (c >= 0x300 && utf8proc_get_property((utf8proc_int32_t)c)->decomp_seqindex != UINT16_MAX) {
        StrBuf composed = STRBUF_INIT;
        utf8_append_nfc(&composed, one);
        bool same = str_equal(one, strbuf_str(&composed));
        put_bytes(d, strbuf_str(&composed), source_at, source_len);
        if (!same)
            d->expect = UINT32_MAX;
        strbuf_release(&composed);
        return;
    }
    put_bytes(d, one, source_at, source_len);
    if (one.len != source_len)
        d->expect = UINT32_MAX;
}

/* Length of what can be taken over as it is at `at`: ASCII without blanks, and Latin-1's letters. */
static size_t plain_bytes(const Draft *d, size_t at, size_t end)
{
    const char *s = d->source.data;
    size_t i = at;
    for (; i < end; i++) {
        unsigned char b = (unsigned char)s[i];
        if (b == 0xC3 && i + 1 < end && ((unsigned char)s[i + 1] & 0xC0) == 0x80)
            i++;
        else if (b <= ' ' || b >= 0x7F || (b == '&' && d->html))
            break;
    }
    return i - at;
}

void draft_begin(Draft *d)
{
    d->begin = (uint32_t)d->text.len + (d->text.len ? 1 : 0);
    if (d->text.len)
        strbuf_add_char(&d->text, '\n');
    d->expect = UINT32_MAX;
    d->blank = DRAFT_NO_BLANK;
}

void draft_run(Draft *d, Span run)
{
    size_t at = run.begin, end = run.end;
    while (at < end) {
        size_t n = plain_bytes(d, at, end);
        if (n) {
            put_bytes(d, (Str){d->source.data + at, n}, (uint32_t)at, (uint32_t)n);
            at += n;
            d->starter = (uint32_t)d->text.len - 1;
            while (d->starter > d->begin && ((unsigned char)d->text.data[d->starter] & 0xC0) == 0x80)
                d->starter--;
            continue;
        }
        size_t from = at;
        uint32_t c = 0;
        if (d->html && d->source.data[at] == '&' && !(c = html_reference(str_slice(d->source, 0, end), &at)))
            c = '&', at++;
        if (!c)
            c = utf8_next(str_slice(d->source, 0, end), &at);
        put_char(d, c, (uint32_t)from, (uint32_t)(at - from));
    }
}

void draft_char(Draft *d, uint32_t c, Span source) { put_char(d, c, source.begin, source.end - source.begin); }

void draft_blank(Draft *d, uint32_t source_at)
{
    if (d->blank == DRAFT_NO_BLANK)
        d->blank = source_at;
}

bool draft_end(Draft *d, BlockKind kind, const char *reason)
{
    if (d->text.len <= d->begin) {
        d->text.len = d->begin ? d->begin - 1 : 0;
        return false;
    }
    vec_push(&d->blocks, (Block){{d->begin, (uint32_t)d->text.len}, kind, reason});
    return true;
}

void draft_finish(Draft *d, Arena *arena, Article *out)
{
    out->text = arena_str(arena, strbuf_str(&d->text));
    out->n_blocks = d->blocks.len;
    out->blocks = vec_to_arena(&d->blocks, arena);
    out->n_places = d->places.len;
    out->places = vec_to_arena(&d->places, arena);
    strbuf_release(&d->text);
}

Str draft_string(Str s, bool html, Arena *arena)
{
    Draft d;
    draft_init(&d, s, html);
    draft_begin(&d);
    draft_run(&d, (Span){0, (uint32_t)s.len});
    Str out = arena_str(arena, strbuf_str(&d.text));
    draft_release(&d);
    return out;
}
