/* snippet.c: what of an article a search shows. */
#include "view/json.h"
#include "view/out.h"
#include "view/strings.h"

#include "base/vec.h"
#include "store/tokenizer.h"

#define SNIPPET_BYTES 240 /* about three lines */
#define BEFORE_BYTES 60   /* of them before the first hit */
#define TERMS_MAX 32

typedef struct Term {
    Str key;
    bool prefix;
} Term;

typedef struct TermHit {
    Span word;
    uint32_t term;
} TermHit;

typedef struct Snippet {
    Span span;     /* bytes of the article's text */
    TermHit *hits; /* those within it */
    size_t n_hits;
} Snippet;

static size_t read_terms(Tokenizer *tokenizer, Str query, Arena *arena, Term terms[TERMS_MAX])
{
    size_t n = 0, pos = 0;
    Span word;
    Str key;
    while (n < TERMS_MAX && tokenizer_next(tokenizer, query, &pos, &word, &key))
        terms[n++] = (Term){arena_str(arena, key), word.end < query.len && query.data[word.end] == '*'};
    return n;
}

static bool fits(const Term *term, Str key)
{
    return term->prefix ? str_starts(key, term->key) : str_equal(key, term->key);
}

/* The part of one block, from hits[first] on, that a snippet can show. */
static Span window_at(Str text, Span block, uint32_t first_hit)
{
    Span window = {first_hit > block.begin + BEFORE_BYTES ? first_hit - BEFORE_BYTES : block.begin, block.end};
    while (window.begin > block.begin && window.begin < first_hit && text.data[window.begin - 1] != ' ')
        window.begin++;
    if (window.end - window.begin > SNIPPET_BYTES) {
        window.end = window.begin + SNIPPET_BYTES;
        while (window.end > first_hit && text.data[window.end] != ' ')
            window.end--;
        if (window.end == first_hit) /* no space in all of it: to the end of a character */
            for (window.end = window.begin + SNIPPET_BYTES; (text.data[window.end] & 0xC0) == 0x80;)
                window.end--;
    }
    return window;
}

/* Different terms among the hits in `window`, from `first` on. */
static size_t worth(const TermHit *hits, size_t n, size_t first, Span window)
{
    uint32_t seen = 0;
    for (size_t i = first; i < n && hits[i].word.end <= window.end; i++)
        seen |= 1u << hits[i].term;
    return (size_t)__builtin_popcount(seen);
}

static Snippet find_snippet(const Article *a, Str query, Arena *arena)
{
    Tokenizer *tokenizer = tokenizer_new();
    Term terms[TERMS_MAX];
    size_t n_terms = read_terms(tokenizer, query, arena, terms), best = 0;
    Snippet out = {0};
    for (size_t b = 0; b < a->n_blocks; b++) {
        const Block *block = &a->blocks[b];
        if (!block_is_body(block->kind) && block->kind != BLOCK_TITLE)
            continue;
        if (!out.span.end && block_is_body(block->kind)) /* hits in the title only: the text's beginning */
            out.span = window_at(a->text, block->span, block->span.begin);
        VEC(TermHit) hits = {0};
        Str key;
        Span word;
        for (size_t pos = block->span.begin;
             tokenizer_next(tokenizer, str_slice(a->text, 0, block->span.end), &pos, &word, &key);)
            for (uint32_t t = 0; t < n_terms; t++)
                if (fits(&terms[t], key)) {
                    vec_push(&hits, (TermHit){word, t});
                    break;
                }
        for (size_t i = 0; i < hits.len && block_is_body(block->kind); i++) {
            Span window = window_at(a->text, block->span, hits.data[i].word.begin);
            size_t value = worth(hits.data, hits.len, i, window);
            if (value <= best)
                continue;
            best = value;
            size_t n = i;
            while (n < hits.len && hits.data[n].word.end <= window.end)
                n++;
            out = (Snippet){window, arena_copy(arena, hits.data + i, (n - i) * sizeof *hits.data), n - i};
        }
        vec_release(&hits);
    }
    tokenizer_free(tokenizer);
    return out;
}

void view_hit_text(StrBuf *out, const StoreRow *row, const PlaceIndex *places, Str query, const LagebildPrint *how)
{
    Out o;
    Arena arena = ARENA_INIT;
    Str text = places->article->text;
    Snippet s = find_snippet(places->article, query, &arena);
    PlaceFound at = place_find(places, s.span);
    StrBuf date = STRBUF_INIT;
    out_init(&o, out, how);
    out_text(&o, STYLE_HEAD, row->heading);
    out_line(&o, 2);
    out_format(&o, STYLE_PLACE, "%.*s %u:%u", STR_ARG(str_slice(row->key, 0, STORE_ID)), at.line, at.column);
    out_c(&o, STYLE_DIM, " · ");
    out_text(&o, STYLE_PLAIN, row->outlet.len ? row->outlet : row->page);
    out_c(&o, STYLE_DIM, " · ");
    view_date(&date, how->language, row->published);
    out_text(&o, STYLE_PLAIN, date.len ? strbuf_str(&date) : str_of(view_word(how->language, WORD_NO_DATE)));
    out_line(&o, 2);
    const Block *block = article_block_at(places->article, s.span.begin);
    out_c(&o, STYLE_DIM, block && block->span.begin < s.span.begin ? "… " : "");
    uint32_t pos = s.span.begin;
    for (size_t i = 0; i < s.n_hits; i++) {
        out_text(&o, STYLE_PLAIN, str_slice(text, pos, s.hits[i].word.begin));
        out_mark(&o, str_span(text, s.hits[i].word));
        pos = s.hits[i].word.end;
    }
    out_text(&o, STYLE_PLAIN, str_slice(text, pos, s.span.end));
    out_c(&o, STYLE_DIM, block && block->span.end > s.span.end ? " …" : "");
    out_line(&o, 0);
    strbuf_release(&date);
    arena_release(&arena);
}

void view_hit_json(StrBuf *out, const StoreRow *row, const PlaceIndex *places, Str query)
{
    Arena arena = ARENA_INIT;
    Snippet s = find_snippet(places->article, query, &arena);
    Spans hits = {ARENA_NEW(&arena, Span, s.n_hits), s.n_hits};
    for (size_t i = 0; i < s.n_hits; i++)
        hits.data[i] = s.hits[i].word;
    Json j = json_start(out);
    json_begin_object(&j);
    json_field_str(&j, "id", str_slice(row->key, 0, STORE_ID));
    json_field_str(&j, "title", row->heading);
    json_field_str(&j, "outlet", row->outlet);
    json_field_str(&j, "page", row->page);
    json_field_str(&j, "published", row->published);
    json_key(&j, "snippet");
    json_begin_object(&j);
    view_place_fields(&j, places, s.span);
    json_end_object(&j);
    view_places(&j, "hits", places, hits);
    json_end_object(&j);
    arena_release(&arena);
}
