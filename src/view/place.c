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

static bool is_furniture(const Block *b)
{
    return !block_is_body(b->kind) && b->kind != BLOCK_TITLE && b->kind != BLOCK_KICKER;
}

/* The first block that ends behind `at`. */
static size_t block_from(const Article *a, uint32_t at)
{
    size_t low = 0, high = a->n_blocks;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (a->blocks[middle].span.end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The sentence that `at` is in, else its line. */
static Span sentence_around(const Article *article, const Analysis *analysis, uint32_t at)
{
    size_t low = 0, high = analysis->n_sentences;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (analysis->sentences[middle].span.end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < analysis->n_sentences && analysis->sentences[low].span.begin <= at)
        return analysis->sentences[low].span;
    size_t k = block_from(article, at);
    return k < article->n_blocks && article->blocks[k].span.begin <= at ? article->blocks[k].span : (Span){at, at};
}

PlaceContext place_context(const Article *article, const Analysis *analysis, Span span)
{
    span = cut(span, article->text.len);
    Span sentence = sentence_around(article, analysis, span.begin);
    Str text = article->text;
    uint32_t begin = sentence.begin, end = sentence.end > span.end ? sentence.end : span.end;
    PlaceContext c = {.cut_before = span.begin - begin > PLACE_AROUND, .cut_after = end - span.end > PLACE_AROUND};
    if (c.cut_before)
        for (begin = span.begin - PLACE_AROUND; begin < span.begin && text.data[begin - 1] != ' ';)
            begin++;
    if (c.cut_after)
        for (end = span.end + PLACE_AROUND; end > span.end && text.data[end] != ' ';)
            end--;
    c.before = str_slice(text, begin, span.begin);
    c.after = str_slice(text, span.end, end);
    return c;
}

Spans place_runs(Arena *arena, const Article *article, const Span *spans, size_t n)
{
    VEC(Span) runs = {0};
    for (size_t i = 0; i < n; i++) {
        Span span = cut(spans[i], article->text.len);
        bool open = false, any = false; /* a run goes on; there was one */
        for (size_t k = block_from(article, span.begin);
             k < article->n_blocks && article->blocks[k].span.begin < span.end; k++) {
            const Block *b = &article->blocks[k];
            if (is_furniture(b)) {
                open = false;
                continue;
            }
            uint32_t end = b->span.end < span.end ? b->span.end : span.end;
            if (open)
                runs.data[runs.len - 1].end = end;
            else
                vec_push(&runs, (Span){b->span.begin > span.begin ? b->span.begin : span.begin, end});
            open = any = true;
        }
        if (!any)
            vec_push(&runs, span);
    }
    Spans out = {.len = runs.len};
    out.data = vec_to_arena(&runs, arena);
    return out;
}

void place_words(StrBuf *out, const Article *article, const Span *spans, size_t n)
{
    Arena arena = ARENA_INIT;
    Spans runs = place_runs(&arena, article, spans, n);
    for (size_t i = 0; i < runs.len; i++) {
        Str rest = str_span(article->text, runs.data[i]), line;
        strbuf_add_c(out, i ? " … " : "");
        for (bool first = true; str_split(&rest, '\n', &line); first = false) {
            strbuf_add_c(out, first ? "" : " ¶ ");
            strbuf_add(out, line);
        }
    }
    arena_release(&arena);
}

Str place_words_in(Arena *arena, const Article *article, const Span *spans, size_t n)
{
    StrBuf words = STRBUF_INIT;
    place_words(&words, article, spans, n);
    Str out = arena_str(arena, strbuf_str(&words));
    strbuf_release(&words);
    return out;
}
