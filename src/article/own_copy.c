#include "article/own_copy.h"

#include "base/utf8.h"

enum { LEAST_COPY = 600, TIMES_MORE = 2, LONGEST_TAG = 300, MOST_SOUGHT = 60 };

static const char FROM_COPY[] = "only in the page's own copy of its text (JSON-LD articleBody)";

/* The string that is the value of "articleBody" in a script, without its quotes: the longest of several. */
static Span find_literal(Str source, Span script)
{
    Span best = {0, 0};
    Str upto = str_slice(source, 0, script.end), key = STR("\"articleBody\"");
    for (size_t at = script.begin; (at = str_find(upto, key, at)) != SIZE_MAX;) {
        at += key.len;
        while (at < upto.len && strchr(" \t\r\n:", upto.data[at]) && upto.data[at])
            at++;
        if (at >= upto.len || upto.data[at] != '"')
            continue;
        size_t begin = ++at;
        while (at < upto.len && upto.data[at] != '"')
            at += upto.data[at] == '\\' ? 2 : 1;
        if (at < upto.len && at - begin > best.end - best.begin)
            best = (Span){(uint32_t)begin, (uint32_t)at};
    }
    return best;
}

/* Four hexadecimal digits at `at`, or UTF8_BAD. */
static uint32_t hex4(Str s, size_t at, size_t end)
{
    uint32_t c = 0;
    for (size_t i = at; i < at + 4; i++) {
        char b = i < end ? s.data[i] : 'x', low = (char)(b | 32);
        if (b >= '0' && b <= '9')
            c = c * 16 + (uint32_t)(b - '0');
        else if (low >= 'a' && low <= 'f')
            c = c * 16 + (uint32_t)(low - 'a' + 10);
        else
            return UTF8_BAD;
    }
    return c;
}

/* The character behind the escape at *at ('\\'), *at moved behind it; '\n' for the end of a paragraph. */
static uint32_t read_escape(Str s, size_t *at, size_t end)
{
    char kind = *at + 1 < end ? s.data[*at + 1] : ' ';
    *at = *at + 2 < end ? *at + 2 : end;
    if (kind == 'n' || kind == 'r')
        return '\n';
    if (kind != 'u')
        return kind == 't' || kind == 'b' || kind == 'f' ? ' ' : (unsigned char)kind;
    uint32_t c = hex4(s, *at, end);
    *at = *at + 4 < end ? *at + 4 : end;
    if (c >= 0xD800 && c < 0xDC00 && *at + 1 < end && s.data[*at] == '\\' && s.data[*at + 1] == 'u') {
        uint32_t low = hex4(s, *at + 2, end);
        if (low < 0xDC00 || low > 0xDFFF)
            return UTF8_BAD;
        *at += 6;
        return 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    }
    return c >= 0xD800 && c < 0xE000 ? UTF8_BAD : c == '\r' ? '\n' : c;
}

/* Where the tag that begins at `at` ends; `at` where none does. */
static size_t tag_end(Str s, size_t at, size_t end)
{
    char next = at + 1 < end ? s.data[at + 1] : ' ', low = (char)(next | 32);
    if (next != '/' && next != '\\' && !(low >= 'a' && low <= 'z'))
        return at;
    for (size_t i = at; i < end && i < at + LONGEST_TAG; i++)
        if (s.data[i] == '>')
            return i + 1;
    return at;
}

/* Does the tag at `at` part paragraphs, or only set words in italics? */
static bool tag_parts(Str s, size_t at)
{
    static const Str INLINE[] = {STR_INIT("a"),  STR_INIT("b"),      STR_INIT("i"),   STR_INIT("u"),
                                 STR_INIT("em"), STR_INIT("strong"), STR_INIT("span")};
    for (at++; at < s.len && (s.data[at] == '/' || s.data[at] == '\\');)
        at++;
    size_t end = at;
    while (end < s.len && (s.data[end] | 32) >= 'a' && (s.data[end] | 32) <= 'z')
        end++;
    for (size_t k = 0; k < sizeof INLINE / sizeof INLINE[0]; k++)
        if (str_equal_nocase(str_slice(s, at, end), INLINE[k]))
            return false;
    return true;
}

/* Writes the literal's paragraphs behind the page's own blocks; every byte leads back into the script. */
static void write_copy(Draft *d, Span literal)
{
    Str s = d->source;
    draft_begin(d);
    for (size_t at = literal.begin, end = literal.end; at < end;) {
        size_t from = at;
        bool new_line = false;
        if (s.data[at] == '\\') {
            uint32_t c = read_escape(s, &at, end);
            new_line = c == '\n';
            if (!new_line)
                draft_char(d, c, (Span){(uint32_t)from, (uint32_t)at});
        } else if (s.data[at] == '<' && (at = tag_end(s, at, end)) > from) {
            new_line = tag_parts(s, from);
        } else {
            for (at = from + 1; at < end && s.data[at] != '\\' && s.data[at] != '<';)
                at++;
            draft_run(d, (Span){(uint32_t)from, (uint32_t)at});
        }
        if (new_line) {
            draft_end(d, BLOCK_PARAGRAPH, FROM_COPY);
            draft_begin(d);
        }
    }
    draft_end(d, BLOCK_PARAGRAPH, FROM_COPY);
}

/* Bytes of the copy that are text: markup and what its tags embed (players, teasers) do not make it longer. */
static size_t text_bytes(Str body)
{
    size_t n = 0;
    for (size_t at = 0; at < body.len;) {
        size_t behind = body.data[at] == '<' ? tag_end(body, at, body.len) : at;
        n += behind == at;
        at = behind == at ? at + 1 : behind;
    }
    return n;
}

void take_own_copy(Draft *d, const Html *html, Str body)
{
    size_t shown = 0, n = d->blocks.len;
    for (size_t b = 0; b < n; b++)
        shown += block_is_body(d->blocks.data[b].kind) ? draft_text(d, b).len : 0;
    size_t copied = text_bytes(body);
    if (copied < LEAST_COPY || shown * TIMES_MORE > copied)
        return;
    Span literal = {0, 0};
    for (size_t i = 1; i + 1 < html->nodes.len; i++) {
        const HtmlNode *text = &html->nodes.data[i + 1];
        if (html->nodes.data[i].tag != TAG_SCRIPT || text->tag != TAG_TEXT || text->parent != i)
            continue;
        Span found = find_literal(d->source, text->source);
        if (found.end - found.begin > literal.end - literal.begin)
            literal = found;
    }
    if (literal.end - literal.begin < body.len)
        return;
    for (size_t b = 0, sought = 0; b < n; b++) {
        Block *block = &d->blocks.data[b];
        bool is_body = block_is_body(block->kind);
        bool again = is_body && sought++ < MOST_SOUGHT && str_find(body, draft_text(d, b), 0) != SIZE_MAX;
        if (is_body && (again || block->kind != BLOCK_LEAD)) {
            block->kind = BLOCK_BOILERPLATE;
            block->reason = again ? "stands in the page's own copy of its text too"
                                  : "beside the page's own copy of its text, which is longer";
        }
    }
    write_copy(d, literal);
}
