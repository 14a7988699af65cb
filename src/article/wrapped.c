/* wrapped.c: paragraphs whose lines were broken at a width, as mail, old editors and some feeds break them.
 *
 *     lines ─ those that plainly go on in the next one ─▶ the width ─▶ lines that reach it go on as well */
#include "article/wrapped.h"

#include "article/lines.h"
#include "base/utf8.h"

#include <stdlib.h>

enum {
    BREAKS_MIN = 2,    /* plain breaks in a text whose lines are taken for broken ones */
    LINE_MIN = 30,     /* bytes: a shorter line is broken where its writer wanted it */
    LINE_MAX = 200,    /* and a longer one at no width */
    CRAWLED_SHARE = 5, /* a crawled page has buttons and teasers of two lines: one in so many of its lines is broken */
    OPEN_MAX = 12,     /* lines over which a quotation may stay open: then its mark was forgotten */
    WIDTHS_MAX = 4096  /* plain breaks that are looked at */
};

static uint32_t first_char(Str line)
{
    size_t at = 0;
    return line.len ? utf8_next(line, &at) : 0;
}

static bool starts_lower(Str line)
{
    uint32_t c = first_char(line);
    return utf8_is_letter(c) && utf8_lower(c) == c;
}

/* In the midst of a sentence: nothing ends it here, and what follows cannot begin one. */
static bool is_plain_break(Str line, Str next)
{
    return line.len >= LINE_MIN && line.len <= LINE_MAX && starts_lower(next) && !line_ends_sentence(line) &&
           !line_has_bullet(line);
}

static int by_size(const void *pa, const void *pb)
{
    uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;
    return a < b ? -1 : a > b;
}

size_t wrapped_width(Str text, bool crawled)
{
    uint32_t widths[WIDTHS_MAX];
    size_t n = 0, long_lines = 0;
    Str line = STR_EMPTY, next;
    while (n < WIDTHS_MAX && str_split(&text, '\n', &next)) {
        next = str_trim(next);
        if (is_plain_break(line, next))
            widths[n++] = (uint32_t)line.len;
        long_lines += next.len >= LINE_MIN;
        line = next;
    }
    if (crawled && n * CRAWLED_SHARE < long_lines)
        return 0;
    if (n < BREAKS_MIN)
        return crawled ? 0 : WRAPPED_PLAINLY;
    qsort(widths, n, sizeof *widths, by_size);
    return widths[n / 2];
}

/* Whether a quotation is open behind the line, when one was or was not before it. */
static bool is_quote_open(Str line, bool open)
{
    for (size_t at = 0; at < line.len;) {
        uint32_t c = utf8_next(line, &at);
        if (c == 0x201E)
            open = true;
        else if (c == 0x201C || c == 0x201D)
            open = false;
        else if (c == '"')
            open = !open;
    }
    return open;
}

static bool ends_in_function_word(Str line)
{
    static const char *const WORDS[] = {"der", "die",  "das",  "den",  "dem", "des", "ein", "eine", "einen", "einem",
                                        "und", "oder", "in",   "im",   "an",  "am",  "auf", "aus",  "bei",   "beim",
                                        "mit", "nach", "von",  "vom",  "vor", "zu",  "zum", "zur",  "für",   "über",
                                        "als", "wie",  "dass", "sich", "the", "of",  "and", "to",   "a"};
    size_t begin = line.len;
    while (begin > 0 && line.data[begin - 1] != ' ')
        begin--;
    Str last = str_slice(line, begin, line.len);
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++)
        if (str_equal(last, str_of(WORDS[i])))
            return true;
    return last.len > 0 && (last.data[last.len - 1] == ',' || last.data[last.len - 1] == '-');
}

/* A line of its own over a paragraph: short, from a capital letter, without a full stop in it. */
static bool may_be_headline(Str raw, size_t width)
{
    Str line = str_trim(raw);
    bool blank_behind = raw.len && raw.data[raw.len - 1] == ' '; /* where the next word stood */
    return !blank_behind && !starts_lower(line) && line.len * 4 < width * 3 && !ends_in_function_word(line) &&
           str_find(line, STR(". "), 0) == SIZE_MAX;
}

/* Does the paragraph, of which `raw` is the last line so far, go on in `next`? `first`: it is its only line; `open`: a
 * quotation is open behind it. */
static bool goes_on(Str raw, Str next, size_t width, bool first, bool open)
{
    Str line = str_trim(raw);
    if (!next.len || !line.len || line.len > LINE_MAX || line_has_bullet(next))
        return false;
    if (width <= WRAPPED_PLAINLY)
        return width && is_plain_break(line, next);
    if (line_ends_sentence(line))
        return starts_lower(next) || open;
    return is_plain_break(line, next) || !first || open || !may_be_headline(raw, width);
}

/* "Außenminis-" before "terium": the hyphen is the break's. "Vor-" before "und" keeps it. */
static bool is_hyphenated(Str line, Str next)
{
    static const char *const JOINING[] = {"und ", "oder ", "bis ", "sowie ", "bzw"};
    if (line.len < 3 || line.data[line.len - 1] != '-' || !starts_lower(next))
        return false;
    for (size_t i = 0; i < sizeof JOINING / sizeof JOINING[0]; i++)
        if (str_starts(next, str_of(JOINING[i])))
            return false;
    size_t at = line.len - 1;
    uint32_t before = utf8_previous(line, &at);
    return utf8_is_letter(before) && utf8_lower(before) == before; /* "EU-" is a word's part */
}

static Span span_in(const Draft *d, Str line)
{
    uint32_t begin = (uint32_t)(line.data - d->source.data);
    return (Span){begin, begin + (uint32_t)line.len};
}

bool wrapped_next(Draft *d, Str *rest, size_t width)
{
    Str line, next;
    if (!str_split(rest, '\n', &line))
        return false;
    draft_begin(d);
    bool open = false;
    for (size_t n = 0;; n++) {
        Str ahead = *rest, whole = str_trim(line);
        open = is_quote_open(whole, open);
        bool more =
            str_split(&ahead, '\n', &next) && goes_on(line, str_trim(next), width, n == 0, open && n < OPEN_MAX);
        bool hyphen = more && is_hyphenated(whole, str_trim(next));
        draft_run(d, span_in(d, hyphen ? str_slice(whole, 0, whole.len - 1) : line));
        if (!more)
            return true;
        if (!hyphen)
            draft_blank(d, span_in(d, line).end);
        line = hyphen ? str_trim(next) : next;
        *rest = ahead;
    }
}
