#include "read/http.h"

#include "read/codec.h"

#define CODINGS_MAX 4 /* content encodings one over the other; more is no honest server */

size_t http_headers_end(Str message)
{
    for (size_t at = 0; (at = str_find_char(message, '\n', at)) != SIZE_MAX; at++) {
        if (at + 1 < message.len && message.data[at + 1] == '\n')
            return at + 2;
        if (at + 2 < message.len && message.data[at + 1] == '\r' && message.data[at + 2] == '\n')
            return at + 3;
    }
    return SIZE_MAX;
}

Str http_field(Str headers, Str name)
{
    Str line;
    while (str_split(&headers, '\n', &line)) {
        if (!str_starts_nocase(line, name))
            continue;
        Str rest = str_trim(str_slice(line, name.len, line.len));
        if (rest.len && rest.data[0] == ':')
            return str_trim(str_slice(rest, 1, rest.len));
    }
    return STR_EMPTY;
}

void http_content_type(Str value, Str *media_type, Str *charset)
{
    Str part;
    *media_type = *charset = STR_EMPTY;
    for (bool first = true; str_split(&value, ';', &part); first = false) {
        part = str_trim(part);
        if (first) {
            *media_type = part;
        } else if (str_starts_nocase(part, STR("charset=")) && !charset->len) {
            part = str_trim(str_slice(part, 8, part.len));
            while (part.len && (part.data[0] == '"' || part.data[0] == '\''))
                part = str_slice(part, 1, part.len);
            while (part.len && (part.data[part.len - 1] == '"' || part.data[part.len - 1] == '\''))
                part.len--;
            *charset = part;
        }
    }
}

static int hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* The size line of a chunk: "1a4;extension\r\n". SIZE_MAX when this is none; else *body is moved behind it. */
static size_t chunk_size(Str *body)
{
    size_t size = 0, at = 0;
    for (; at < body->len && at < 8 && hex(body->data[at]) >= 0; at++)
        size = size * 16 + (size_t)hex(body->data[at]);
    size_t end = str_find_char(str_slice(*body, 0, at + 256), '\n', at);
    bool clean = at > 0 && at < body->len && strchr(" \t;\r\n", body->data[at]);
    if (!clean || end == SIZE_MAX)
        return SIZE_MAX;
    *body = str_slice(*body, end + 1, body->len);
    return size;
}

/* Undoes "Transfer-Encoding: chunked". False when the body is not chunked from its first byte on (it was undone already);
 * a body whose last chunks are missing gives what is there. */
static bool unchunk(Str body, StrBuf *out)
{
    bool any = false;
    for (;;) {
        size_t size = chunk_size(&body);
        if (size == SIZE_MAX || (!any && size > body.len))
            return any;
        any = true;
        strbuf_add(out, str_slice(body, 0, size));
        body = str_slice(body, size, body.len);
        if (size == 0 || body.len == 0)
            return true;
        size_t eol = body.data[0] == '\r' && body.len > 1 ? 1 : 0;
        body = str_slice(body, body.data[eol] == '\n' ? eol + 1 : 0, body.len);
    }
}

/* What undoes a content encoding; PACKING_NONE when there is nothing to undo; false when we cannot. */
static bool coding_packing(Str coding, Str body, Packing *packing)
{
    *packing = packing_of(body);
    if (str_equal_nocase(coding, STR("gzip")) || str_equal_nocase(coding, STR("x-gzip"))) {
        *packing = *packing == PACKING_GZ ? PACKING_GZ : PACKING_NONE;
    } else if (str_equal_nocase(coding, STR("zstd"))) {
        *packing = *packing == PACKING_ZST ? PACKING_ZST : PACKING_NONE;
    } else if (str_equal_nocase(coding, STR("deflate"))) {
        const unsigned char *p = (const unsigned char *)body.data;
        bool zlib = body.len > 2 && (p[0] & 0x0F) == 8 && (p[0] << 8 | p[1]) % 31 == 0;
        *packing = zlib ? PACKING_ZLIB : PACKING_DEFLATE;
    } else if (str_equal_nocase(coding, STR("br"))) {
        *packing = PACKING_BR;
    } else {
        *packing = PACKING_NONE;
        return str_equal_nocase(coding, STR("identity")) || !coding.len;
    }
    return true;
}

/* Whether a body looks as if it were text already, whatever its headers say. */
static bool is_plain(Str body)
{
    Str s = str_trim(str_slice(body, 0, 256));
    return s.len && (s.data[0] == '<' || str_starts(s, STR("\xEF\xBB\xBF")));
}

/* Undoes one coding of *body, which may lie in *scratch. */
static bool undo_coding(Str coding, size_t limit, Str *body, StrBuf *scratch, const char **why)
{
    Packing packing;
    if (!coding_packing(coding, *body, &packing)) {
        *why = "a content encoding that is not supported";
        return is_plain(*body);
    }
    bool unmarked = packing == PACKING_DEFLATE || packing == PACKING_BR;
    if (packing == PACKING_NONE || (unmarked && is_plain(*body)))
        return true;
    StrBuf unpacked = STRBUF_INIT;
    bool good = codec_unpack(packing, *body, limit, &unpacked, why);
    strbuf_release(scratch);
    *scratch = unpacked;
    *body = strbuf_str(scratch);
    return good;
}

/* Codings are named in the order they were applied: the last is undone first. */
static bool undo_codings(Str codings, size_t limit, Str *body, StrBuf *scratch, const char **why)
{
    for (unsigned n = 0; codings.len; n++) {
        size_t comma = codings.len;
        while (comma > 0 && codings.data[comma - 1] != ',')
            comma--;
        Str last = str_trim(str_slice(codings, comma, codings.len));
        codings = str_slice(codings, 0, comma ? comma - 1 : 0);
        if (n == CODINGS_MAX) {
            *why = "too many content encodings";
            return false;
        }
        if (!undo_coding(last, limit, body, scratch, why))
            return false;
    }
    return true;
}

bool http_parse(Str message, HttpResponse *out)
{
    *out = (HttpResponse){0};
    size_t body_at = http_headers_end(message);
    if (!str_starts(message, STR("HTTP/")) || body_at == SIZE_MAX)
        return false;
    out->headers = str_slice(message, 0, body_at);
    out->body = str_slice(message, body_at, message.len);
    size_t space = str_find_char(out->headers, ' ', 0);
    uint64_t status;
    if (space == SIZE_MAX || !str_to_u64(str_slice(out->headers, space + 1, space + 4), &status))
        return false;
    out->status = (unsigned)status;
    http_content_type(http_field(out->headers, STR("Content-Type")), &out->media_type, &out->charset);
    return true;
}

bool http_unpack(HttpResponse *r, size_t limit, StrBuf *scratch, const char **why)
{
    strbuf_clear(scratch);
    if (str_find_nocase(http_field(r->headers, STR("Transfer-Encoding")), STR("chunked"), 0) != SIZE_MAX &&
        unchunk(r->body, scratch))
        r->body = strbuf_str(scratch);
    return undo_codings(http_field(r->headers, STR("Content-Encoding")), limit, &r->body, scratch, why);
}
