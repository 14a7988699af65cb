#include "view/unique.h"

#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"

#define SEVERAL UINT32_MAX

/* The word at or after *pos, lower-cased; false when there is none. Numbers like "4.000" are one word. */
static bool next_word(Str row, size_t *pos, Span *span, Arena *arena, Str *word)
{
    size_t begin = SIZE_MAX, end = 0, at = *pos;
    while (at < row.len) {
        size_t before = at;
        uint32_t c = utf8_next(row, &at);
        if (utf8_is_letter(c) || utf8_is_digit(c)) {
            begin = begin == SIZE_MAX ? before : begin;
            end = at;
        } else if (begin != SIZE_MAX &&
                   !((c == '.' || c == ',') && at < row.len && row.data[at] >= '0' && row.data[at] <= '9')) {
            break;
        }
    }
    *pos = at;
    if (begin == SIZE_MAX)
        return false;
    StrBuf lower = STRBUF_INIT;
    utf8_append_lower(&lower, str_slice(row, begin, end));
    *span = (Span){(uint32_t)begin, (uint32_t)end};
    *word = arena_str(arena, strbuf_str(&lower));
    strbuf_release(&lower);
    return true;
}

static Spans unique_of_row(Str row, uint32_t number, const StrMap *row_of, Arena *arena)
{
    VEC(Span) spans = {0};
    size_t words = 0, unique = 0;
    bool joined = false;
    Span span;
    Str word;
    for (size_t pos = 0; next_word(row, &pos, &span, arena, &word); words++) {
        bool is_unique = *strmap_get(row_of, word) == number;
        unique += is_unique;
        if (is_unique && joined)
            spans.data[spans.len - 1].end = span.end;
        else if (is_unique)
            vec_push(&spans, span);
        joined = is_unique;
    }
    Spans out = {.len = 2 * unique > words ? 0 : spans.len};
    out.data = vec_to_arena(&spans, arena);
    return out;
}

Spans *unique_words(const Str *rows, size_t n, Arena *arena)
{
    Spans *out = ARENA_NEW(arena, Spans, n);
    StrMap row_of = {0}; /* word → the one row that has it, or SEVERAL */
    Span span;
    Str word;
    for (uint32_t i = 0; i < n; i++)
        for (size_t pos = 0; next_word(rows[i], &pos, &span, arena, &word);) {
            uint32_t *row = strmap_put(&row_of, word, i, NULL);
            if (*row != i)
                *row = SEVERAL;
        }
    for (uint32_t i = 0; n > 1 && i < n; i++)
        out[i] = unique_of_row(rows[i], i, &row_of, arena);
    strmap_release(&row_of);
    return out;
}
