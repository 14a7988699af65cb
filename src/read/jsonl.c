/* jsonl.c: JSON lines. A line {"url", "html"} is a page as it was fetched, {"id", "source", "url", "published", "lang",
 * "title", "text"} an article's own text. */
#include "read/reader.h"

#include <jansson.h>

#define LINE_MAX_JSON (READ_PAGE_MAX + ((size_t)1 << 20)) /* a page and what is said about it */

static Str field(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    return json_is_string(value) ? str_make(json_string_value(value), json_string_length(value)) : STR_EMPTY;
}

/* A number as an id is as good as a string; without any the address will do, else the place. */
static Str line_id(const json_t *object, Str url, uint64_t offset, char *buf, size_t size)
{
    const json_t *id = json_object_get(object, "id");
    if (json_is_string(id) && json_string_length(id))
        return field(object, "id");
    if (!json_is_integer(id) && url.len)
        return url;
    if (json_is_integer(id))
        snprintf(buf, size, "%" JSON_INTEGER_FORMAT, json_integer_value(id));
    else
        snprintf(buf, size, "line-at-%llu", (unsigned long long)offset);
    return str_of(buf);
}

static void read_object(Reader *r, const json_t *object, uint64_t offset)
{
    char id[32];
    Page page = {.file = str_of(r->file), .offset = offset, .url = field(object, "url"), .outlet = field(object, "source"),
                 .published = field(object, "published"), .lang = field(object, "lang"), .title = field(object, "title"),
                 .captured = field(object, "captured"), .charset = STR("utf-8")};
    page.id = line_id(object, page.url, offset, id, sizeof id);
    bool html = json_is_string(json_object_get(object, "html"));
    page.kind = html ? PAGE_HTML : PAGE_CLEAN;
    page.media_type = html ? STR("text/html") : STR("text/plain");
    page.bytes = field(object, html ? "html" : "text");
    if (!html && !json_is_string(json_object_get(object, "text")))
        reader_skip(r, LAGEBILD_ERR_FORMAT, offset, "a JSON line without \"text\" or \"html\"");
    else if (str_trim(page.bytes).len == 0)
        reader_skip(r, LAGEBILD_ERR_FORMAT, offset, "a JSON line whose \"%s\" is empty", html ? "html" : "text");
    else if (page.bytes.len > READ_PAGE_MAX)
        reader_skip(r, LAGEBILD_ERR_LIMIT, offset, "a page of more than 32 MiB");
    else
        reader_page(r, &page);
}

static void read_line(Reader *r, Str line, uint64_t offset)
{
    if (offset == 0 && str_starts(line, STR("\xEF\xBB\xBF")))
        line = str_slice(line, 3, line.len);
    line = str_trim(line);
    if (!line.len)
        return;
    json_error_t e;
    json_t *object = json_loadb(line.data, line.len, JSON_ALLOW_NUL, &e);
    if (!object)
        reader_skip(r, LAGEBILD_ERR_FORMAT, offset, "a bad JSON line: %s", e.text);
    else if (!json_is_object(object))
        reader_skip(r, LAGEBILD_ERR_FORMAT, offset, "a JSON line that is no object");
    else
        read_object(r, object, offset);
    json_decref(object);
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
    bool behind_damage = false; /* the line in which a new stretch begins has lost its begin */
    while (r->status == LAGEBILD_OK) {
        if (!stream_fill(s, 1)) {
            if (!stream_resume(s))
                return;
            behind_damage = true;
            continue;
        }
        size_t len = line_length(s);
        if (len == SIZE_MAX) {
            reader_skip(r, LAGEBILD_ERR_LIMIT, stream_offset(s), "a JSON line of more than %zu MiB", LINE_MAX_JSON >> 20);
            pass_line(s);
            continue;
        }
        bool whole = len < stream_window(s).len || !s->gap; /* a line that damage cut is lost */
        Str line = str_slice(stream_window(s), 0, len);
        if (whole && !(behind_damage && !str_starts(line, STR("{"))))
            read_line(r, line, stream_offset(s));
        behind_damage = false;
        stream_skip(s, len < stream_window(s).len ? len + 1 : len);
    }
}
