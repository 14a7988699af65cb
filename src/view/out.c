#include "view/out.h"

#include "base/utf8.h"

#include <stdio.h>

void out_init(Out *o, StrBuf *to, const LagebildPrint *how)
{
    *o = (Out){.to = to, .how = how, .width = how->width ? how->width : 80};
}

static const char *style_code(Style style)
{
    static const char *const CODES[] = {"", "\x1b[1m", "\x1b[2m", "\x1b[1;36m", "\x1b[33m", "\x1b[1;31m", "\x1b[1;32m"};
    return CODES[style];
}

static void break_line(Out *o)
{
    strbuf_add_char(o->to, '\n');
    o->column = 0;
    o->space = false;
}

static void start_word(Out *o, unsigned len)
{
    if (o->column > o->indent && o->column + o->space + len > o->width && o->space)
        break_line(o);
    for (; o->column < o->indent; o->column++)
        strbuf_add_char(o->to, ' ');
    if (o->space && o->column > o->indent) {
        strbuf_add_char(o->to, ' ');
        o->column++;
    }
    o->space = false;
}

/* Adds a word without white space. What could move the cursor becomes U+FFFD. */
static void add_word(Out *o, Style style, Str word)
{
    unsigned len = (unsigned)utf8_count(word);
    start_word(o, len);
    bool colored = o->how->color && style != STYLE_PLAIN;
    if (colored)
        strbuf_add_c(o->to, style_code(style));
    for (size_t pos = 0; pos < word.len;) {
        uint32_t c = utf8_next(word, &pos);
        utf8_append(o->to, c < 0x20 || (c >= 0x7F && c < 0xA0) ? UTF8_BAD : c);
    }
    if (colored)
        strbuf_add_c(o->to, "\x1b[0m");
    o->column += len;
}

static bool is_gap(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

void out_text(Out *o, Style style, Str text)
{
    for (size_t begin = 0; begin < text.len;) {
        size_t end = begin;
        while (end < text.len && !is_gap(text.data[end]))
            end++;
        if (end > begin)
            add_word(o, style, str_slice(text, begin, end));
        for (; end < text.len && is_gap(text.data[end]); end++)
            o->space = true;
        begin = end;
    }
}

void out_c(Out *o, Style style, const char *text) { out_text(o, style, str_of(text)); }

void out_format(Out *o, Style style, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    out_text(o, style, str_of(text));
}

void out_mark(Out *o, Str text)
{
    StrBuf marked = STRBUF_INIT;
    strbuf_add_c(&marked, o->how->color ? "" : "*");
    strbuf_add(&marked, text);
    strbuf_add_c(&marked, o->how->color ? "" : "*");
    out_text(o, STYLE_MARK, strbuf_str(&marked));
    strbuf_release(&marked);
}

void out_line(Out *o, unsigned indent)
{
    break_line(o);
    o->indent = indent;
}
