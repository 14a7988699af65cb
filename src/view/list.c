/* list.c: stories and stored statements as text and JSON. */
#include "view/json.h"
#include "view/out.h"
#include "view/strings.h"

static void date(Out *o, Style style, Str iso)
{
    StrBuf text = STRBUF_INIT;
    view_date(&text, o->how->language, iso);
    out_text(o, style, iso.len ? strbuf_str(&text) : str_of(view_word(o->how->language, WORD_NO_DATE)));
    strbuf_release(&text);
}

static Str day(Str iso) { return str_slice(iso, 0, 10); }

/* ---- stories ------------------------------------------------------------------------------------------------- */

void view_stories_text(StrBuf *out, const StoreStories *stories, const LagebildPrint *how)
{
    Out o;
    out_init(&o, out, how);
    for (size_t i = 0; i < stories->len; i++) {
        const StoreStory *s = &stories->data[i];
        out_text(&o, STYLE_PLACE, str_slice(s->key, 0, STORE_ID));
        out_format(&o, STYLE_PLAIN, " %4u ", s->pages);
        out_c(&o, STYLE_PLAIN, view_word(how->language, s->pages == 1 ? WORD_PAGE : WORD_PAGES));
        out_c(&o, STYLE_DIM, " · ");
        o.indent = STORE_ID + 2;
        date(&o, STYLE_PLAIN, day(s->first));
        if (!str_equal(day(s->first), day(s->last))) {
            out_c(&o, STYLE_PLAIN, " – ");
            date(&o, STYLE_PLAIN, day(s->last));
        }
        out_line(&o, STORE_ID + 2);
        out_text(&o, STYLE_HEAD, s->heading);
        out_line(&o, 0);
    }
}

void view_stories_json(StrBuf *out, const StoreStories *stories)
{
    Json j = json_start(out);
    json_begin_object(&j);
    json_key(&j, "stories");
    json_begin_array(&j);
    for (size_t i = 0; i < stories->len; i++) {
        const StoreStory *s = &stories->data[i];
        json_begin_object(&j);
        json_field_str(&j, "id", str_slice(s->key, 0, STORE_ID));
        json_field_str(&j, "title", s->heading);
        json_field_uint(&j, "pages", s->pages);
        json_field_uint(&j, "outlets", s->outlets);
        json_field_str(&j, "first", s->first);
        json_field_str(&j, "last", s->last);
        json_end_object(&j);
    }
    json_end_array(&j);
    json_end_object(&j);
    strbuf_add_char(out, '\n');
}

/* ---- statements ---------------------------------------------------------------------------------------------- */

/* Names of the speakers, else the words of the text that stand for one. */
static void speaker_names(StrBuf *out, const ViewSaid *said)
{
    for (size_t i = 0; i < said->said->n_speakers; i++) {
        strbuf_add_c(out, i ? ", " : "");
        strbuf_add(out, said->said->speakers[i]);
    }
    const Spans *speaker = &said->said->statement.speaker;
    if (!out->len)
        place_words(out, said->places->article, speaker->data, speaker->len);
}

static void why_line(Out *o, Word what, const char *why)
{
    if (!why || !*why)
        return;
    out_format(o, STYLE_DIM, "%s: ", view_word(o->how->language, what));
    out_c(o, STYLE_DIM, why);
    out_line(o, 2);
}

void view_said_text(StrBuf *out, const ViewSaid *said, bool why, const LagebildPrint *how)
{
    Out o;
    StrBuf words = STRBUF_INIT;
    const Statement *s = &said->said->statement;
    PlaceFound at = place_find(said->places, s->quote.len ? s->quote.data[0] : (Span){0, 0});
    out_init(&o, out, how);
    speaker_names(&words, said);
    out_text(&o, STYLE_NAME, words.len ? strbuf_str(&words) : str_of(view_word(how->language, WORD_NOBODY)));
    out_c(&o, STYLE_PLAIN, " ");
    o.indent = 2;
    out_c(&o, STYLE_MARK, view_act(how->language, s->act));
    out_c(&o, STYLE_DIM, s->negated ? " · " : "");
    out_c(&o, STYLE_DIM, s->negated ? view_word(how->language, WORD_NEGATED) : "");
    out_c(&o, STYLE_DIM, s->conditional ? " · " : "");
    out_c(&o, STYLE_DIM, s->conditional ? view_word(how->language, WORD_CONDITIONAL) : "");
    out_c(&o, STYLE_DIM, " · ");
    out_text(&o, STYLE_PLAIN, said->row->outlet.len ? said->row->outlet : said->row->page);
    out_c(&o, STYLE_DIM, " · ");
    date(&o, STYLE_PLAIN, said->row->published);
    out_c(&o, STYLE_DIM, " · ");
    out_format(&o, STYLE_PLACE, "%.*s %u:%u", STR_ARG(str_slice(said->row->key, 0, STORE_ID)), at.line, at.column);
    out_line(&o, 2);
    strbuf_clear(&words);
    place_words(&words, said->places->article, s->quote.data, s->quote.len);
    out_text(&o, STYLE_PLAIN, strbuf_str(&words));
    out_line(&o, 2);
    if (why) {
        out_format(&o, STYLE_DIM, "%s ", view_statement_type(how->language, s->type));
        why_line(&o, WORD_FOUND_BY, s->why);
        why_line(&o, WORD_ACT_BY, s->act_why);
    }
    strbuf_release(&words);
}

void view_said_json(StrBuf *out, const ViewSaid *said, bool why)
{
    Json j = json_start(out);
    json_begin_object(&j);
    json_field_str(&j, "article", str_slice(said->row->key, 0, STORE_ID));
    json_field_uint(&j, "number", (uint64_t)said->number + 1);
    json_field_str(&j, "outlet", said->row->outlet);
    json_field_str(&j, "page", said->row->page);
    json_field_str(&j, "published", said->row->published);
    view_statement_fields(&j, &said->said->statement, said->places);
    view_strings(&j, "speakers", said->said->speakers, said->said->n_speakers);
    view_strings(&j, "addressees", said->said->addressees, said->said->n_addressees);
    if (said->said->statement.parent != STATEMENT_NONE)
        json_field_uint(&j, "parent", (uint64_t)said->said->statement.parent + 1);
    if (why) {
        json_field_name(&j, "why", said->said->statement.why);
        json_field_name(&j, "act_why", said->said->statement.act_why);
    }
    json_end_object(&j);
}

/* ---- an article ---------------------------------------------------------------------------------------------- */

static void article_head(Out *o, const StoreRow *row, const Article *a)
{
    out_text(o, STYLE_HEAD, a->title.len ? a->title : str_of(view_word(o->how->language, WORD_NO_TITLE)));
    out_line(o, 0);
    out_text(o, STYLE_NAME, a->outlet.len ? a->outlet : a->id);
    out_c(o, STYLE_DIM, " · ");
    date(o, STYLE_PLAIN, a->published);
    for (size_t i = 0; i < a->n_authors; i++) {
        out_format(o, STYLE_PLAIN, i ? ", " : " · %s ", view_word(o->how->language, WORD_AUTHORS));
        out_text(o, STYLE_PLAIN, a->authors[i]);
    }
    for (size_t i = 0; i < a->n_credits; i++) {
        out_c(o, STYLE_DIM, i ? ", " : " · ");
        out_text(o, STYLE_PLAIN, a->credits[i]);
    }
    if (a->type != PAGE_TYPE_ARTICLE)
        out_format(o, STYLE_PLAIN, " · %s", view_page_type(o->how->language, a->type));
    out_line(o, 0);
    out_text(o, STYLE_DIM, a->canonical.len ? a->canonical : a->url.len ? a->url : a->file);
    out_c(o, STYLE_DIM, " · ");
    out_text(o, STYLE_DIM, str_slice(row->key, 0, STORE_ID));
    out_line(o, 0);
}

void view_article_text(StrBuf *out, const StoreRow *row, const Article *article, const LagebildPrint *how)
{
    Out o;
    out_init(&o, out, how);
    article_head(&o, row, article);
    for (size_t i = 0; i < article->n_blocks; i++) {
        const Block *b = &article->blocks[i];
        if (!block_is_body(b->kind))
            continue;
        out_line(&o, 0);
        if (b->kind == BLOCK_LIST_ITEM || b->kind == BLOCK_QUOTATION) {
            out_c(&o, STYLE_DIM, b->kind == BLOCK_LIST_ITEM ? "• " : "> ");
            o.indent = 2;
        }
        out_text(&o, b->kind == BLOCK_SUBHEAD || b->kind == BLOCK_LEAD ? STYLE_HEAD : STYLE_PLAIN,
                 str_span(article->text, b->span));
        out_line(&o, 0);
    }
}

void view_blocks_text(StrBuf *out, const StoreRow *row, const PlaceIndex *places, const LagebildPrint *how)
{
    Out o;
    const Article *a = places->article;
    out_init(&o, out, how);
    article_head(&o, row, a);
    for (size_t i = 0; i < a->n_blocks; i++) {
        const Block *b = &a->blocks[i];
        PlaceFound found = place_find(places, b->span);
        bool kept = block_is_body(b->kind) || b->kind == BLOCK_TITLE;
        out_line(&o, 2);
        out_c(&o, kept ? STYLE_MARK : STYLE_WARN, kept ? "+ " : "– ");
        out_format(&o, STYLE_PLACE, "%u:%u ", found.line, found.column);
        out_format(&o, STYLE_NAME, "%s", view_block(how->language, b->kind));
        out_format(&o, STYLE_DIM, " (%s)", b->reason);
        out_line(&o, 4);
        out_text(&o, kept ? STYLE_PLAIN : STYLE_DIM, found.words);
        out_line(&o, 2);
    }
}
