#include "article/article.h"

#include "base/vec.h"

bool block_is_body(BlockKind kind) { return (kind >= BLOCK_LEAD && kind <= BLOCK_TABLE); }

const char *block_kind_name(BlockKind kind)
{
    static const char *const NAMES[BLOCK_KINDS] = {"title", "kicker", "lead", "paragraph", "subhead", "list-item", "quotation",
                                                   "table", "caption", "credit", "byline", "boilerplate"};
    return NAMES[kind];
}

const char *date_basis_name(DateBasis basis)
{
    static const char *const NAMES[] = {"none", "given", "json-ld", "meta", "time", "url", "visible", "derived", "captured"};
    return NAMES[basis];
}

uint32_t article_source_at(const Article *a, uint32_t text_at)
{
    size_t low = 0, high = a->n_places; /* the last place at or before text_at */
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (a->places[middle].text_at <= text_at)
            low = middle;
        else
            high = middle;
    }
    if (!a->n_places || a->places[low].text_at > text_at)
        return 0;
    return a->places[low].source_at + (text_at - a->places[low].text_at);
}

Span article_source_span(const Article *a, Span text)
{
    if (text.begin >= text.end)
        return (Span){article_source_at(a, text.begin), article_source_at(a, text.begin)};
    return (Span){article_source_at(a, text.begin), article_source_at(a, text.end - 1) + 1};
}

const Block *article_block_at(const Article *a, uint32_t text_at)
{
    for (size_t i = 0; i < a->n_blocks; i++)
        if (a->blocks[i].span.begin <= text_at && text_at < a->blocks[i].span.end)
            return &a->blocks[i];
    return NULL;
}

/* STUB: every line is a paragraph. */
Status article_make(const Page *page, const Furniture *furniture, Arena *arena, Article *out, Error *err)
{
    (void)furniture, (void)err;
    VEC(Block) blocks = {0};
    VEC(Place) places = {0};
    StrBuf text = STRBUF_INIT;
    *out = (Article){.id = arena_str(arena, page->id), .title = arena_str(arena, page->title),
                     .published = arena_str(arena, page->published), .source = arena_str(arena, page->bytes),
                     .file = arena_str(arena, page->file), .lang = arena_str(arena, page->lang)};
    Str rest = out->source, line;
    while (str_split(&rest, '\n', &line)) {
        line = str_trim(line);
        if (!line.len)
            continue;
        if (text.len)
            strbuf_add_char(&text, '\n');
        vec_push(&places, (Place){(uint32_t)text.len, (uint32_t)(line.data - out->source.data)});
        vec_push(&blocks, (Block){{(uint32_t)text.len, (uint32_t)(text.len + line.len)}, BLOCK_PARAGRAPH, "clean text"});
        strbuf_add(&text, line);
    }
    out->text = arena_str(arena, strbuf_str(&text));
    out->n_blocks = blocks.len;
    out->blocks = vec_to_arena(&blocks, arena);
    out->n_places = places.len;
    out->places = vec_to_arena(&places, arena);
    strbuf_release(&text);
    return LAGEBILD_OK;
}
