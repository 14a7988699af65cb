/* content.c: what a file is, told by its bytes; its name only decides where they leave it open. */
#include "read/reader.h"

#define LOOK_AT ((size_t)64 << 10)
#define LINE_MAX_TEXT ((size_t)256 << 10) /* of a plain text; no article is one line this long */

static Str extension(Str name)
{
    for (size_t i = name.len; i > 1; i--)
        if (name.data[i - 1] == '.')
            return str_slice(name, i, name.len);
    return STR_EMPTY;
}

static bool is_one_of(Str s, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_equal_nocase(s, str_of(list[i])))
            return true;
    return false;
}
#define IS_ONE_OF(s, list) is_one_of((s), (list), sizeof(list) / sizeof *(list))

/* "a.html.gz" → "a.html": the name of what is inside. */
static Str without_packing(Str name)
{
    static const char *const PACKED[] = {"gz", "zst", "xz"};
    Str ext = extension(name);
    return IS_ONE_OF(ext, PACKED) ? str_slice(name, 0, name.len - ext.len - 1) : name;
}

static Str without_mark(Str s) { return str_starts(s, STR("\xEF\xBB\xBF")) ? str_slice(s, 3, s.len) : s; }

/* Text in UTF-16 with its mark: in any script a fair part of it, line ends and spaces at least, is ASCII. */
static bool is_utf16(Str s)
{
    bool little = str_starts(s, STR("\xFF\xFE")), big = str_starts(s, STR("\xFE\xFF"));
    size_t ascii = 0;
    for (size_t i = 2; (little || big) && i + 2 <= s.len; i += 2) {
        char high = s.data[little ? i + 1 : i], low = s.data[little ? i : i + 1];
        ascii += high == 0 && low >= '\t';
    }
    return (little || big) && ascii * 50 >= s.len / 2;
}

/* More than two control characters in a hundred, NULs among them, are no text. */
static bool is_binary(Str s)
{
    size_t controls = 0;
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.data[i];
        controls += (c < 0x20 && (c < '\t' || c > '\r') && c != 0x1B) || c == 0x7F;
    }
    return controls * 50 > s.len;
}

/* Past white space, comments and processing instructions. */
static Str to_first_tag(Str s)
{
    for (;;) {
        s = str_trim(without_mark(s));
        size_t end = SIZE_MAX;
        if (str_starts(s, STR("<!--")))
            end = str_find(s, STR("-->"), 4);
        else if (str_starts(s, STR("<?")))
            end = str_find_char(s, '>', 2);
        if (end == SIZE_MAX)
            return s;
        s = str_slice(s, str_find_char(s, '>', end) + 1, s.len);
    }
}

Looks bytes_look(Str bytes)
{
    static const char *const HTML[] = {"!doctype html", "html", "head", "body", "title", "meta", "div", "p", "article",
                                       "main", "section", "h1", "script", "link", "span", "table", "style", "header"};
    Str s = str_slice(bytes, 0, LOOK_AT);
    if (is_utf16(s))
        return LOOKS_TEXT;
    if (is_binary(s))
        return LOOKS_BINARY;
    bool xml = str_starts(str_trim(without_mark(s)), STR("<?xml"));
    s = to_first_tag(s);
    for (size_t i = 0; i < sizeof HTML / sizeof *HTML && s.len && s.data[0] == '<'; i++) {
        Str tag = str_of(HTML[i]), rest = str_slice(s, 1, s.len);
        char behind = rest.len > tag.len ? rest.data[tag.len] : ' ';
        if (str_starts_nocase(rest, tag) &&
            (behind == ' ' || behind == '>' || behind == '/' || (behind >= '\t' && behind <= '\r')))
            return LOOKS_HTML;
    }
    return xml ? LOOKS_XML : LOOKS_TEXT;
}

/* The longest line, in bytes. */
static size_t longest_line(Str s)
{
    size_t longest = 0, begin = 0;
    while (begin < s.len) {
        size_t end = str_find_char(s, '\n', begin);
        end = end == SIZE_MAX ? s.len : end;
        longest = end - begin > longest ? end - begin : longest;
        begin = end + 1;
    }
    return longest;
}

/* An object that has a key at once, or is empty. */
static bool begins_like_json(Str s)
{
    s = str_trim(without_mark(s));
    if (!s.len || s.data[0] != '{')
        return false;
    s = str_trim(str_slice(s, 1, s.len));
    return s.len && (s.data[0] == '"' || s.data[0] == '}');
}

/* JSON lines: the object ends in its line, as far as the line can be seen. */
static bool begins_like_jsonl(Str s)
{
    s = str_trim(without_mark(s));
    size_t end = str_find_char(s, '\n', 0);
    return begins_like_json(s) && (end == SIZE_MAX || str_ends(str_trim(str_slice(s, 0, end)), STR("}")));
}

static void text_page(Reader *r, Str bytes, Str name)
{
    static const char *const HTML[] = {"html", "htm", "xhtml", "shtml"};
    Looks looks = bytes_look(bytes);
    name = without_packing(name);
    bool html = looks == LOOKS_HTML || (looks != LOOKS_BINARY && IS_ONE_OF(extension(name), HTML));
    if (looks == LOOKS_BINARY) {
        reader_skip(r, LAGEBILD_ERR_FORMAT, ERROR_NO_OFFSET, "binary, no text");
    } else if (looks == LOOKS_XML && !html) {
        reader_skip(r, LAGEBILD_ERR_FORMAT, ERROR_NO_OFFSET, "XML that is no page");
    } else if (!html && begins_like_json(bytes)) {
        reader_skip(r, LAGEBILD_ERR_FORMAT, ERROR_NO_OFFSET, "JSON, but not one object a line");
    } else if (!html && longest_line(bytes) > LINE_MAX_TEXT) {
        reader_skip(r, LAGEBILD_ERR_LIMIT, ERROR_NO_OFFSET, "plain text with a line of %zu bytes; the limit is %zu",
                    longest_line(bytes), LINE_MAX_TEXT);
    } else {
        Page page = {.kind = html ? PAGE_HTML : PAGE_CRAWL, .file = str_of(r->file), .id = name, .bytes = bytes,
                     .media_type = html ? STR("text/html") : STR("text/plain")};
        reader_page(r, &page);
    }
}

static void text_read(Reader *r, Stream *s, Str name)
{
    if (stream_fill(s, READ_PAGE_MAX + 1)) {
        reader_skip(r, LAGEBILD_ERR_LIMIT, ERROR_NO_OFFSET, "a page of more than %zu MiB", READ_PAGE_MAX >> 20);
        return;
    }
    Str bytes = stream_window(s);
    if (s->gap) {
        while (stream_resume(s)) /* half a page is no page, but all of the damage is told */
            while (stream_fill(s, 1))
                stream_skip(s, stream_window(s).len);
    } else if (str_trim(bytes).len == 0) {
        reader_skip(r, LAGEBILD_ERR_FORMAT, ERROR_NO_OFFSET, "empty");
    } else {
        text_page(r, bytes, name);
    }
}

static bool begins_like_warc(Str s)
{
    return str_starts(s, STR("WARC/")) && s.len > 5 && s.data[5] >= '0' && s.data[5] <= '9';
}

void content_read(Reader *r, Stream *s, Str name)
{
    static const char *const JSONL[] = {"jsonl", "ndjson"}, *const WARC[] = {"warc", "wet"};
    stream_fill(s, LOOK_AT);
    Str begin = stream_window(s), ext = extension(without_packing(name));
    begin = str_slice(begin, 0, LOOK_AT);
    bool warc = begins_like_warc(begin) || IS_ONE_OF(ext, WARC);
    bool binary = !is_utf16(begin) && is_binary(begin);
    if (warc && begin.len)
        warc_read(r, s);
    else if (!binary && begin.len && (IS_ONE_OF(ext, JSONL) || begins_like_jsonl(begin)))
        jsonl_read(r, s);
    else
        text_read(r, s, name);
}

/* ---- archive or not ---- */

/* A source of which the first bytes were read already. */
typedef struct Replay {
    StreamSource source;
    char begin[4];
    size_t len, at;
} Replay;

static ptrdiff_t read_replay(void *ctx, char *buf, size_t cap, const char **why)
{
    Replay *p = ctx;
    if (p->at == p->len)
        return p->source.read(p->source.ctx, buf, cap, why);
    size_t n = p->len - p->at < cap ? p->len - p->at : cap;
    memcpy(buf, p->begin + p->at, n);
    p->at += n;
    return (ptrdiff_t)n;
}

void source_read(Reader *r, StreamSource source, Str name)
{
    Replay replay = {.source = source};
    const char *why = NULL;
    ptrdiff_t got = 1;
    while (replay.len < sizeof replay.begin && got > 0) {
        got = source.read(source.ctx, replay.begin + replay.len, sizeof replay.begin - replay.len, &why);
        replay.len += got > 0 ? (size_t)got : 0;
    }
    if (got < 0) {
        reader_skip(r, LAGEBILD_ERR_IO, ERROR_NO_OFFSET, "%s", why ? why : "cannot be read");
        return;
    }
    StreamSource again = {read_replay, &replay};
    Str begin = {replay.begin, replay.len};
    if (str_equal(begin, STR("PK\x03\x04")) || str_equal(begin, STR("PK\x05\x06"))) {
        zip_read(r, again, name);
    } else {
        Stream s;
        stream_init(&s, r, again);
        content_read(r, &s, name);
        stream_release(&s);
    }
}
