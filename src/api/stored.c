#include "api/stored.h"

#include "base/utf8.h"
#include "story/story.h"

#define HEADING_MAX 100 /* code points */

/* The title, or the beginning of the text at a word's end. */
static Str heading_of(const Article *a, Str body, Arena *arena)
{
    if (a->title.len)
        return a->title;
    Str line = str_slice(body, 0, str_find_char(body, '\n', 0));
    size_t pos = 0, word_end = 0, n = 0;
    for (; pos < line.len && n < HEADING_MAX; n++) {
        size_t at = pos;
        if (utf8_next(line, &pos) == ' ')
            word_end = at;
    }
    if (pos == line.len)
        return line;
    return arena_format(arena, "%.*s …", STR_ARG(str_slice(line, 0, word_end ? word_end : pos)));
}

Str stored_body(const Article *a, Arena *arena)
{
    StrBuf body = STRBUF_INIT;
    for (size_t i = 0; i < a->n_blocks; i++)
        if (block_is_body(a->blocks[i].kind)) {
            strbuf_add(&body, str_span(a->text, a->blocks[i].span));
            strbuf_add_char(&body, '\n');
        }
    Str out = arena_str(arena, str_trim(strbuf_str(&body)));
    strbuf_release(&body);
    return out;
}

CopyText stored_copy_text(const Article *a, Arena *arena)
{
    Span *body = ARENA_NEW(arena, Span, a->n_blocks);
    size_t n = 0;
    for (size_t i = 0; i < a->n_blocks; i++)
        if (block_is_body(a->blocks[i].kind))
            body[n++] = a->blocks[i].span;
    return (CopyText){.text = a->text,
                      .body = body,
                      .n_body = n,
                      .source = a->outlet,
                      .published = a->published,
                      .credits = a->credits,
                      .n_credits = a->n_credits};
}

/* Every form of the name of everybody who speaks, else the words that name the speaker. */
static Str speakers_of(const Statement *s, const Article *a, const Analysis *analysis, Arena *arena)
{
    StrBuf words = STRBUF_INIT;
    store_speaker_words(&words, STR_EMPTY);
    for (size_t i = 0; i < s->n_speakers; i++) {
        if (s->speakers[i] >= analysis->n_entities)
            continue;
        const Entity *e = &analysis->entities[s->speakers[i]];
        store_speaker_words(&words, e->name);
        for (size_t k = 0; k < e->n_forms; k++)
            store_speaker_words(&words, e->forms[k]);
    }
    for (size_t i = 0; i < s->speaker.len; i++)
        store_speaker_words(&words, str_span(a->text, s->speaker.data[i]));
    Str out = arena_str(arena, strbuf_str(&words));
    strbuf_release(&words);
    return out;
}

void stored_make(const Article *a, const Analysis *analysis, const Statements *statements, Arena *scratch, Arena *arena,
                 StoreArticle *out)
{
    StrBuf bytes = STRBUF_INIT;
    Saids saids = said_make(statements, analysis, scratch);
    out->body = stored_body(a, arena);
    out->title = arena_str(arena, a->title);
    out->heading = arena_str(arena, heading_of(a, out->body, scratch));
    out->outlet = arena_str(arena, a->outlet);
    out->published = arena_str(arena, a->published);
    pack_article(a, &saids, &bytes);
    out->packed = arena_str(arena, strbuf_str(&bytes));
    strbuf_clear(&bytes);
    story_vector(&(StoryText){.title = a->title, .text = out->body, .lang = a->lang, .published = a->published},
                 &bytes);
    out->vector = arena_str(arena, strbuf_str(&bytes));
    strbuf_release(&bytes);
    out->n_statements = statements->len;
    out->speakers = ARENA_NEW(arena, Str, statements->len);
    out->acts = ARENA_NEW(arena, Act, statements->len);
    for (size_t i = 0; i < statements->len; i++) {
        out->speakers[i] = speakers_of(&statements->data[i], a, analysis, arena);
        out->acts[i] = statements->data[i].act;
    }
}

void stored_lines(const Article *a, Arena *arena, StoreArticle *out)
{
    out->has_lines = true;
    out->lines = ARENA_NEW(arena, uint64_t, a->n_blocks);
    out->n_lines = article_line_keys(a, out->lines);
}
