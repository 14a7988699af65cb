#include "read/json_line.h"

#include "base/utf8.h"

typedef struct Scan {
    Str s;
    size_t at;
    StrBuf *scratch;
    const char *wrong;
} Scan;

static bool fail(Scan *c, const char *wrong)
{
    c->wrong = wrong;
    return false;
}

/* The next byte, or '\0' at the end. A NUL in the line is no JSON anyway. */
static char peek(const Scan *c) { return c->at < c->s.len ? c->s.data[c->at] : '\0'; }

static void skip_space(Scan *c)
{
    while (c->at < c->s.len && (c->s.data[c->at] == ' ' || (c->s.data[c->at] >= '\t' && c->s.data[c->at] <= '\r')))
        c->at++;
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* Four hexadecimal digits at `at`; UINT32_MAX when they are none. */
static uint32_t four_hex(Str s, size_t at)
{
    uint32_t code = 0;
    for (size_t i = at; i < at + 4; i++) {
        int digit = i < s.len ? hex_digit(s.data[i]) : -1;
        if (digit < 0)
            return UINT32_MAX;
        code = code << 4 | (uint32_t)digit;
    }
    return code;
}

/* "\u00e4" or a pair "\ud83d\ude00"; c->at is behind the 'u'. */
static bool unicode_escape(Scan *c, bool keep)
{
    uint32_t code = four_hex(c->s, c->at);
    if (code == UINT32_MAX)
        return fail(c, "a bad \\u escape");
    c->at += 4;
    if (code >= 0xD800 && code < 0xDC00 && str_starts(str_slice(c->s, c->at, c->s.len), STR("\\u"))) {
        uint32_t low = four_hex(c->s, c->at + 2);
        if (low >= 0xDC00 && low < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            c->at += 6;
        }
    }
    if (keep)
        utf8_append(c->scratch, code >= 0xD800 && code < 0xE000 ? UTF8_BAD : code);
    return true;
}

/* One escape; c->at is at the backslash. */
static bool escape(Scan *c, bool keep)
{
    static const char FROM[] = "\"\\/bfnrt", TO[] = "\"\\/\b\f\n\r\t";
    c->at++;
    char letter = peek(c);
    if (letter == 'u') {
        c->at++;
        return unicode_escape(c, keep);
    }
    const char *known = letter ? strchr(FROM, letter) : NULL;
    if (!known)
        return fail(c, "a bad escape");
    if (keep)
        strbuf_add_char(c->scratch, TO[known - FROM]);
    c->at++;
    return true;
}

/* Up to the next quotation mark, backslash or control character. */
static Str plain_run(Scan *c)
{
    size_t begin = c->at;
    while (c->at < c->s.len && c->s.data[c->at] != '"' && c->s.data[c->at] != '\\' &&
           (unsigned char)c->s.data[c->at] >= 0x20)
        c->at++;
    return str_slice(c->s, begin, c->at);
}

/* A string's text. Escapes are undone in the scratch, whose bytes move when it grows: so a place there, no slice. */
typedef struct Pending {
    Str plain;         /* the text, where it has no escapes */
    size_t begin, len; /* else its place in the scratch */
    bool escaped;
} Pending;

/* A string; with `value` its text too. */
static bool string(Scan *c, Pending *value)
{
    if (peek(c) != '"')
        return fail(c, "a string is missing");
    c->at++;
    Str run = plain_run(c);
    if (value)
        *value = (Pending){.plain = run, .begin = c->scratch->len};
    while (peek(c) == '\\') {
        if (value && !value->escaped)
            strbuf_add(c->scratch, run);
        if (value)
            value->escaped = true;
        if (!escape(c, value != NULL))
            return false;
        run = plain_run(c);
        if (value)
            strbuf_add(c->scratch, run);
    }
    if (peek(c) != '"')
        return fail(c, c->at == c->s.len ? "a string without an end" : "a control character in a string");
    if (value)
        value->len = c->scratch->len - value->begin;
    c->at++;
    return true;
}

static size_t digits(Scan *c)
{
    size_t begin = c->at;
    while (peek(c) >= '0' && peek(c) <= '9')
        c->at++;
    return c->at - begin;
}

static bool number(Scan *c)
{
    c->at += peek(c) == '-';
    bool zero = peek(c) == '0';
    size_t n = digits(c);
    bool good = n == 1 || (n > 1 && !zero);
    if (good && peek(c) == '.') {
        c->at++;
        good = digits(c) > 0;
    }
    if (good && (peek(c) | 32) == 'e') {
        c->at++;
        c->at += peek(c) == '+' || peek(c) == '-';
        good = digits(c) > 0;
    }
    return good || fail(c, "a bad number");
}

static bool word(Scan *c, Str want)
{
    if (!str_starts(str_slice(c->s, c->at, c->s.len), want))
        return fail(c, "an unexpected character");
    c->at += want.len;
    return true;
}

/* A value that is neither object nor array. */
static bool scalar(Scan *c)
{
    switch (peek(c)) {
    case '"':
        return string(c, NULL);
    case 't':
        return word(c, STR("true"));
    case 'f':
        return word(c, STR("false"));
    case 'n':
        return word(c, STR("null"));
    default:
        return number(c);
    }
}

static bool key(Scan *c)
{
    skip_space(c);
    if (!string(c, NULL))
        return false;
    skip_space(c);
    return word(c, STR(":"));
}

/* Passes over a value of any depth, checking it. */
static bool pass_value(Scan *c)
{
    char close[JSON_LINE_DEPTH_MAX]; /* of the objects and arrays that are open */
    size_t depth = 0;
    do {
        skip_space(c);
        char first = peek(c);
        if (first == '{' || first == '[') {
            if (depth == JSON_LINE_DEPTH_MAX)
                return fail(c, "nested too deep");
            close[depth++] = first == '{' ? '}' : ']';
            c->at++;
            skip_space(c);
            if (peek(c) != close[depth - 1]) {
                if (first == '{' && !key(c))
                    return false;
                continue;
            }
        } else if (!scalar(c)) {
            return false;
        }
        for (skip_space(c); depth && peek(c) == close[depth - 1]; skip_space(c)) {
            c->at++;
            depth--;
        }
        if (!depth)
            return true;
        if (!word(c, STR(",")) || (close[depth - 1] == '}' && !key(c)))
            return false;
    } while (true);
}

static Str text_of(const Pending *p, const StrBuf *scratch)
{
    return p->escaped ? str_slice(strbuf_str(scratch), p->begin, p->begin + p->len) : p->plain;
}

#define FIELDS_MAX 16

/* One "name": value of the outermost object. */
static bool member(Scan *c, JsonField *fields, Pending *pending, size_t n)
{
    Pending name;
    size_t mark = c->scratch->len;
    skip_space(c);
    if (!string(c, &name))
        return false;
    size_t field = 0;
    while (field < n && !str_equal(text_of(&name, c->scratch), str_of(fields[field].name)))
        field++;
    c->scratch->len = mark;
    skip_space(c);
    if (!word(c, STR(":")))
        return false;
    skip_space(c);
    if (field == n)
        return pass_value(c);
    char first = peek(c);
    size_t begin = c->at;
    fields[field].kind = JSON_STRING;
    if (first == '"')
        return string(c, &pending[field]);
    fields[field].kind = first == '-' || (first >= '0' && first <= '9') ? JSON_NUMBER : JSON_OTHER;
    bool good = pass_value(c);
    pending[field] =
        (Pending){.plain = fields[field].kind == JSON_NUMBER ? str_trim(str_slice(c->s, begin, c->at)) : STR_EMPTY};
    return good;
}

static bool object(Scan *c, JsonField *fields, Pending *pending, size_t n)
{
    skip_space(c);
    if (peek(c) != '{')
        return fail(c, "no object");
    c->at++;
    skip_space(c);
    if (peek(c) == '}') {
        c->at++;
    } else {
        for (;;) {
            if (!member(c, fields, pending, n))
                return false;
            skip_space(c);
            if (peek(c) == '}')
                break;
            if (!word(c, STR(",")))
                return false;
        }
        c->at++;
    }
    skip_space(c);
    return c->at == c->s.len || fail(c, "something behind the object");
}

const char *json_line_read(Str line, JsonField *fields, size_t n, StrBuf *scratch, size_t *at)
{
    Pending pending[FIELDS_MAX] = {0};
    Scan c = {.s = line, .scratch = scratch};
    strbuf_clear(scratch);
    n = n < FIELDS_MAX ? n : FIELDS_MAX;
    for (size_t i = 0; i < n; i++)
        fields[i] = (JsonField){.name = fields[i].name};
    *at = utf8_check(line);
    if (*at != line.len)
        return "not UTF-8";
    bool good = object(&c, fields, pending, n);
    *at = c.at;
    for (size_t i = 0; i < n && good; i++)
        fields[i].value = text_of(&pending[i], scratch);
    return good ? NULL : c.wrong;
}
