#include "article/lines.h"

#include "base/utf8.h"

static bool closes(uint32_t c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019 ||
           c == 0xBB || c == 0xAB || c == 0x203A || c == 0x2039;
}

/* The line without a last remark in brackets: "… geführt. (dpa/red)" → "… geführt." */
static Str without_remark(Str line)
{
    if (!line.len || (line.data[line.len - 1] != ')' && line.data[line.len - 1] != ']'))
        return line;
    size_t open = line.len - 1, most = line.len > 120 ? line.len - 120 : 0;
    while (open > most && line.data[open] != '(' && line.data[open] != '[')
        open--;
    return open > most ? str_trim(str_slice(line, 0, open)) : line;
}

static bool ends_sentence(Str line)
{
    for (size_t at = line.len; at > 0;) {
        uint32_t c = utf8_previous(line, &at);
        if (c == '.' || c == '!' || c == '?' || c == 0x2026 || c == ':')
            return true;
        if (!closes(c))
            return false;
    }
    return false;
}

bool line_ends_sentence(Str line)
{
    line = str_trim(line);
    return ends_sentence(line) || ends_sentence(without_remark(line));
}

bool line_is_headline(Str line)
{
    line = str_trim(line);
    if (!line.len)
        return false;
    size_t at = 0;
    uint32_t c = utf8_next(line, &at);
    return utf8_is_upper(c) || utf8_is_digit(c) || c == '"' || c == '\'' || c == 0x201E || c == 0x201C || c == 0xBB ||
           c == 0xAB || c == 0x201A || c == 0x2026;
}

bool line_has_bullet(Str line)
{
    line = str_trim(line);
    if (!line.len)
        return false;
    size_t at = 0;
    uint32_t c = utf8_next(line, &at);
    return c == 0x2022 || c == 0xB7 || c == '*' || c == '>' || c == 0x25BA || c == 0x25B6 || c == 0x2192 ||
           c == 0x25A0 || c == 0x25CF || c == 0x25AA ||
           ((c == '-' || c == 0x2013) && at < line.len && line.data[at] == ' ');
}

size_t line_words(Str line)
{
    size_t n = 0;
    bool in = false;
    for (size_t i = 0; i < line.len; i++) {
        bool blank = line.data[i] == ' ' || line.data[i] == '\n';
        n += !blank && !in;
        in = !blank;
    }
    return n;
}

unsigned line_letters(Str line)
{
    size_t letters = 0, all = 0;
    for (size_t at = 0; at < line.len;) {
        uint32_t c = utf8_next(line, &at);
        if (c == ' ')
            continue;
        all++;
        letters += utf8_is_letter(c);
    }
    return all ? (unsigned)(100 * letters / all) : 0;
}

bool line_is_prose(Str line)
{
    return line.len >= 60 && line_words(line) >= 8 && line_ends_sentence(line) && line_letters(line) >= 55;
}

bool line_begins_alike(Str a, Str b)
{
    size_t i = 0, k = 0, same = 0;
    for (;;) {
        uint32_t x = 0, y = 0;
        while (i < a.len && !utf8_is_letter(x) && !utf8_is_digit(x))
            x = utf8_next(a, &i);
        while (k < b.len && !utf8_is_letter(y) && !utf8_is_digit(y))
            y = utf8_next(b, &k);
        bool x_word = utf8_is_letter(x) || utf8_is_digit(x);
        if (!x_word)
            return same > 0;
        if (utf8_lower(x) != utf8_lower(y))
            return false;
        same++;
    }
}
