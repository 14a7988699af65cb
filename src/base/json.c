#include "base/json.h"

#include "base/utf8.h"

#include <inttypes.h>
#include <math.h>

static void before_value(Json *j)
{
    if (j->comma)
        strbuf_add_char(j->out, ',');
    j->comma = true;
}

static void open_with(Json *j, char c)
{
    before_value(j);
    strbuf_add_char(j->out, c);
    j->comma = false;
}

static void close_with(Json *j, char c)
{
    strbuf_add_char(j->out, c);
    j->comma = true;
}

void json_begin_object(Json *j) { open_with(j, '{'); }
void json_end_object(Json *j) { close_with(j, '}'); }
void json_begin_array(Json *j) { open_with(j, '['); }
void json_end_array(Json *j) { close_with(j, ']'); }

static void add_quoted(StrBuf *out, Str s)
{
    strbuf_reserve(out, s.len + 2);
    strbuf_add_char(out, '"');
    size_t plain = 0, pos = 0;
    while (pos < s.len) {
        size_t at = pos;
        uint32_t c = utf8_next(s, &pos);
        bool bad = c == UTF8_BAD && pos - at != 3;
        /* U+2028 and U+2029 end a line in JavaScript; "<" would let "</script>" through when JSON stands in a page */
        if (c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != 0x7F && c != 0x2028 && c != 0x2029 && !bad)
            continue;
        strbuf_add(out, str_slice(s, plain, at));
        plain = pos;
        if (c == '"' || c == '\\')
            strbuf_add_format(out, "\\%c", (char)c);
        else if (c == '\n')
            strbuf_add(out, STR("\\n"));
        else
            strbuf_add_format(out, "\\u%04x", (unsigned)c);
    }
    strbuf_add(out, str_slice(s, plain, s.len));
    strbuf_add_char(out, '"');
}

void json_key(Json *j, const char *key)
{
    before_value(j);
    add_quoted(j->out, str_of(key));
    strbuf_add_char(j->out, ':');
    j->comma = false;
}

void json_str(Json *j, Str value)
{
    before_value(j);
    add_quoted(j->out, value);
}

void json_uint(Json *j, uint64_t value)
{
    before_value(j);
    strbuf_add_format(j->out, "%" PRIu64, value);
}

void json_number(Json *j, double value)
{
    before_value(j);
    if (isfinite(value))
        strbuf_add_format(j->out, "%.6g", value);
    else
        strbuf_add(j->out, STR("null"));
}

void json_bool(Json *j, bool value)
{
    before_value(j);
    strbuf_add_c(j->out, value ? "true" : "false");
}

void json_nothing(Json *j)
{
    before_value(j);
    strbuf_add(j->out, STR("null"));
}

void json_field_str(Json *j, const char *key, Str value)
{
    if (!value.len)
        return;
    json_key(j, key);
    json_str(j, value);
}

void json_field_uint(Json *j, const char *key, uint64_t value)
{
    json_key(j, key);
    json_uint(j, value);
}

void json_field_bool(Json *j, const char *key, bool value)
{
    json_key(j, key);
    json_bool(j, value);
}

void json_field_name(Json *j, const char *key, const char *value)
{
    json_key(j, key);
    if (value)
        json_str(j, str_of(value));
    else
        json_nothing(j);
}
