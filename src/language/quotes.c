/* quotes.c: which quotation mark opens and which closes. The same mark means either in German, French and English, so the
 * white space around it is asked first, then the marks that are open. */
#include "language/tokens.h"

typedef enum Mark { MARK_NONE, MARK_OPEN, MARK_BOTH } Mark;

typedef struct MarkStyle {
    Str mark;
    uint8_t family; /* marks of one family pair with each other */
    Mark kind;
} MarkStyle;

static const MarkStyle STYLES[] = {
    {STR_INIT("„"), 1, MARK_OPEN},  {STR_INIT("“"), 1, MARK_BOTH}, {STR_INIT("”"), 1, MARK_BOTH},
    {STR_INIT("\""), 1, MARK_BOTH}, {STR_INIT("»"), 2, MARK_BOTH}, {STR_INIT("«"), 2, MARK_BOTH},
    {STR_INIT("‚"), 3, MARK_OPEN},  {STR_INIT("‘"), 3, MARK_BOTH}, {STR_INIT("’"), 3, MARK_BOTH},
    {STR_INIT("'"), 3, MARK_BOTH},  {STR_INIT("›"), 4, MARK_BOTH}, {STR_INIT("‹"), 4, MARK_BOTH},
    {STR_INIT("''"), 5, MARK_BOTH}, {STR_INIT("‟"), 1, MARK_BOTH}, {STR_INIT("‛"), 3, MARK_BOTH},
    {STR_INIT("`"), 3, MARK_BOTH},
};

static const MarkStyle *style_of(Str token)
{
    if (!token.len || token.len > 3 || !((unsigned char)token.data[0] >= 0x80 || strchr("\"'`", token.data[0])))
        return NULL;
    for (size_t i = 0; i < sizeof STYLES / sizeof STYLES[0]; i++)
        if (str_equal(token, STYLES[i].mark))
            return &STYLES[i];
    return NULL;
}

bool token_is_quote(Str token) { return style_of(token) != NULL; }

static bool opens_bracket(Str text, const Token *t)
{
    return strchr("([{/", text.data[t->span.begin]) && text.data[t->span.begin];
}

void tokens_pair_quotes(Str text, Token *tokens, size_t n)
{
    enum { DEPTH = 16 };
    uint8_t open[DEPTH];
    size_t depth = 0;
    for (size_t i = 0; i < n; i++) {
        const MarkStyle *style = style_of(str_span(text, tokens[i].span));
        if (!style)
            continue;
        bool left_free = i == 0 || tokens[i].flags & TOKEN_SPACE_BEFORE || opens_bracket(text, &tokens[i - 1]) ||
                         tokens[i - 1].flags & TOKEN_QUOTE_OPEN;
        bool right_free = i + 1 == n || tokens[i + 1].flags & TOKEN_SPACE_BEFORE;
        size_t level = depth; /* of the mark this one would close, + 1 */
        while (level > 0 && open[level - 1] != style->family)
            level--;
        bool opens;
        if (style->kind == MARK_OPEN)
            opens = true;
        else if (left_free != right_free)
            opens = left_free;
        else
            opens = level == 0 && i + 1 < n;
        if (style->family == 3 && !opens && level == 0)
            continue; /* an apostrophe */
        tokens[i].flags |= opens ? TOKEN_QUOTE_OPEN : TOKEN_QUOTE_CLOSE;
        if (!opens && level > 0)
            depth = level - 1;
        else if (opens && depth < DEPTH)
            open[depth++] = style->family;
    }
}
