#include "view/place.h"

#include "base/vec.h"

void place_index_init(PlaceIndex *x, const Article *article)
{
    VEC(uint32_t) lines = {0};
    x->article = article;
    utf8_index_init(&x->text, article->text);
    utf8_index_init(&x->source, article->source);
    vec_push(&lines, 0);
    for (size_t at = 0; (at = str_find_char(article->source, '\n', at)) != SIZE_MAX;)
        vec_push(&lines, (uint32_t)++at);
    x->lines = lines.data;
    x->n_lines = lines.len;
}

void place_index_release(PlaceIndex *x)
{
    utf8_index_release(&x->text);
    utf8_index_release(&x->source);
    vec_free(x->lines);
    *x = (PlaceIndex){0};
}

static Span cut(Span span, size_t len)
{
    uint32_t max = (uint32_t)len;
    span.end = span.end > max ? max : span.end;
    span.begin = span.begin > span.end ? span.end : span.begin;
    return span;
}

static Span in_code_points(const Utf8Index *x, Span span)
{
    return (Span){utf8_index_at(x, span.begin), utf8_index_at(x, span.end)};
}

/* The last line that begins at or before `at`. */
static size_t line_of(const PlaceIndex *x, uint32_t at)
{
    size_t low = 0, high = x->n_lines;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (x->lines[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

PlaceFound place_find(const PlaceIndex *x, Span span)
{
    Span text = cut(span, x->article->text.len);
    Span page = cut(article_source_span(x->article, text), x->article->source.len);
    size_t line = line_of(x, page.begin);
    PlaceFound found = {.text = in_code_points(&x->text, text), .page = in_code_points(&x->source, page)};
    found.line = (uint32_t)line + 1;
    found.column = found.page.begin - utf8_index_at(&x->source, x->lines[line]) + 1;
    found.words = str_span(x->article->text, text);
    return found;
}

void place_words(StrBuf *out, const Article *article, const Span *spans, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        Str rest = str_span(article->text, cut(spans[i], article->text.len)), line;
        strbuf_add_c(out, i ? " … " : "");
        for (bool first = true; str_split(&rest, '\n', &line); first = false) {
            strbuf_add_c(out, first ? "" : " ¶ ");
            strbuf_add(out, line);
        }
    }
}

Str place_words_in(Arena *arena, const Article *article, const Span *spans, size_t n)
{
    StrBuf words = STRBUF_INIT;
    place_words(&words, article, spans, n);
    Str out = arena_str(arena, strbuf_str(&words));
    strbuf_release(&words);
    return out;
}
