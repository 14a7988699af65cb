/* jsonl.c: JSON lines. A line {"url", "html"} is a page as it was fetched, {"id", "source", "url", "published", "lang",
 * "title", "text"} an article's own text. */
#include "read/reader.h"

#include "read/json_line.h"

#include <stdio.h>

#define LINE_MAX_JSON (READ_PAGE_MAX + ((size_t)1 << 20)) /* a page and what is said about it */

enum { ID, URL, SOURCE, PUBLISHED, LANG, TITLE, CAPTURED, TEXT, HTML, FIELDS };

static Str text_of(const JsonField *f) { return f->kind == JSON_STRING ? f->value : STR_EMPTY; }

/* A number as an id is as good as a string; without any the address will do, else the place. */
static Str line_id(const JsonField *id, Str url, uint64_t offset, char *buf, size_t size)
{
    if (id->value.len)
        return id->value;
    if (url.len)
        return url;
    snprintf(buf, size, "line-at-%llu", (unsigned long long)offset);
    return str_of(buf);
}

static void read_object(Reader *r, const JsonField *f, uint64_t offset)
{
    char id[32];
    bool html = f[HTML].kind == JSON_STRING;
    Page page = {.file = str_of(r->file), .offset = offset, .url = text_of(&f[URL]), .outlet = text_of(&f[SOURCE]),
                 .published = text_of(&f[PUBLISHED]), .lang = text_of(&f[LANG]), .title = text_of(&f[TITLE]),
                 .captured = text_of(&f[CAPTURED]), .charset = STR("utf-8"), .kind = html ? PAGE_HTML : PAGE_CLEAN,
                 .media_type = html ? STR("text/html") : STR("text/plain"), .bytes = f[html ? HTML : TEXT].value};
    page.id = line_id(&f[ID], page.url, offset, id, sizeof id);
    if (!html && f[TEXT].kind != JSON_STRING)
        reader_skip(r, LAGEBILD_ERR_FORMAT, offset, "a JSON line without \"text\" or \"html\"");
    else if (str_trim(page.bytes).len == 0)
        reader_skip(r, LAGEBILD_ERR_FORMAT, offset, "a JSON line whose \"%s\" is empty", html ? "html" : "text");
    else if (page.bytes.len > READ_PAGE_MAX)
        reader_skip(r, LAGEBILD_ERR_LIMIT, offset, "a page of more than %zu MiB", READ_PAGE_MAX >> 20);
    else
        reader_page(r, &page);
}

static void read_line(Reader *r, Str line, uint64_t offset, StrBuf *scratch)
{
    JsonField fields[FIELDS] = {[ID] = {.name = "id"},
                                [URL] = {.name = "url"},
                                [SOURCE] = {.name = "source"},
                                [PUBLISHED] = {.name = "published"},
                                [LANG] = {.name = "lang"},
                                [TITLE] = {.name = "title"},
                                [CAPTURED] = {.name = "captured"},
                                [TEXT] = {.name = "text"},
                                [HTML] = {.name = "html"}};
    size_t at;
    if (offset == 0 && str_starts(line, STR("\xEF\xBB\xBF")))
        line = str_slice(line, 3, line.len);
    if (!str_trim(line).len)
        return;
    const char *wrong = json_line_read(line, fields, FIELDS, scratch, &at);
    if (wrong)
        reader_skip(r, LAGEBILD_ERR_FORMAT, offset, "a bad JSON line, at its byte %zu: %s", at, wrong);
    else
        read_object(r, fields, offset);
}

/* Length of the line that begins the window, without its line end; SIZE_MAX when it is longer than the limit. */
static size_t line_length(Stream *s)
{
    size_t searched = 0;
    while (searched <= LINE_MAX_JSON) {
        bool more = stream_fill(s, searched + 1);
        size_t end = str_find_char(stream_window(s), '\n', searched);
        searched = stream_window(s).len;
        if (end != SIZE_MAX || !more)
            return end != SIZE_MAX ? end : searched;
    }
    return SIZE_MAX;
}

static void pass_line(Stream *s)
{
    for (;;) {
        Str window = stream_window(s);
        size_t end = str_find_char(window, '\n', 0);
        stream_skip(s, end == SIZE_MAX ? window.len : end + 1);
        if (end != SIZE_MAX || !stream_fill(s, 1))
            return;
    }
}

void jsonl_read(Reader *r, Stream *s)
{
    StrBuf scratch = STRBUF_INIT;
    bool behind_damage = false; /* the line in which a new stretch begins has lost its begin */
    while (r->status == LAGEBILD_OK) {
        if (!stream_fill(s, 1)) {
            if (!stream_resume(s))
                break;
            behind_damage = true;
            continue;
        }
        size_t len = line_length(s);
        if (len == SIZE_MAX) {
            reader_skip(r, LAGEBILD_ERR_LIMIT, stream_offset(s), "a JSON line of more than %zu MiB",
                        LINE_MAX_JSON >> 20);
            pass_line(s);
            continue;
        }
        bool whole = len < stream_window(s).len || !s->gap; /* a line that damage cut is lost */
        Str line = str_slice(stream_window(s), 0, len);
        if (whole && !(behind_damage && !str_starts(line, STR("{"))))
            read_line(r, line, stream_offset(s), &scratch);
        behind_damage = false;
        stream_skip(s, len < stream_window(s).len ? len + 1 : len);
    }
    strbuf_release(&scratch);
}
