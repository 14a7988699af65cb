/* page.c: one page through the steps, printed as JSON. Offsets count code points of the page for plain text, of the
 * article's text for HTML, where the page's own bytes mean little to a reader. */
#include "api/page.h"

#include "api/models.h"
#include "base/json.h"
#include "base/utf8.h"

typedef struct Printer {
    Json json;
    const Article *article;
    bool in_source;
    Utf8Index index; /* of the source or of the article's text */
} Printer;

static void print_span(Printer *p, Span span)
{
    if (p->in_source)
        span = article_source_span(p->article, span);
    json_begin_array(&p->json);
    json_uint(&p->json, utf8_index_at(&p->index, span.begin));
    json_uint(&p->json, utf8_index_at(&p->index, span.end));
    json_end_array(&p->json);
}

static void print_spans(Printer *p, const char *key, Spans spans)
{
    json_key(&p->json, key);
    json_begin_array(&p->json);
    for (size_t i = 0; i < spans.len; i++)
        print_span(p, spans.data[i]);
    json_end_array(&p->json);
}

static void print_strings(Json *j, const char *key, const Str *strings, size_t n)
{
    json_key(j, key);
    json_begin_array(j);
    for (size_t i = 0; i < n; i++)
        json_str(j, strings[i]);
    json_end_array(j);
}

/* The text a reader would call the article: body blocks, one a line. */
static void print_text(Json *j, const Article *a)
{
    StrBuf text = STRBUF_INIT, lead = STRBUF_INIT;
    for (size_t i = 0; i < a->n_blocks; i++) {
        const Block *b = &a->blocks[i];
        if (!block_is_body(b->kind))
            continue;
        StrBuf *both[] = {&text, b->kind == BLOCK_LEAD ? &lead : NULL};
        for (int k = 0; k < 2 && both[k]; k++) {
            if (both[k]->len)
                strbuf_add_char(both[k], '\n');
            strbuf_add(both[k], str_span(a->text, b->span));
        }
    }
    json_field_str(j, "lead", strbuf_str(&lead));
    json_key(j, "text");
    json_str(j, strbuf_str(&text));
    strbuf_release(&text);
    strbuf_release(&lead);
}

static void print_article(Json *j, const Article *a)
{
    json_field_str(j, "id", a->id);
    json_field_str(j, "file", a->file);
    json_field_str(j, "url", a->url);
    json_field_str(j, "canonical", a->canonical);
    json_field_str(j, "outlet", a->outlet);
    json_field_str(j, "lang", a->lang);
    json_field_name(j, "type", page_type_name(a->type));
    json_field_str(j, "title", a->title);
    json_field_str(j, "kicker", a->kicker);
    json_field_str(j, "published", a->published);
    if (a->published_basis != DATE_NONE)
        json_field_name(j, "published_basis", date_basis_name(a->published_basis));
    json_field_str(j, "modified", a->modified);
    if (a->modified_basis != DATE_NONE)
        json_field_name(j, "modified_basis", date_basis_name(a->modified_basis));
    print_strings(j, "authors", a->authors, a->n_authors);
    print_strings(j, "credits", a->credits, a->n_credits);
    print_text(j, a);
}

static void print_blocks(Printer *p)
{
    Json *j = &p->json;
    json_key(j, "blocks");
    json_begin_array(j);
    for (size_t i = 0; i < p->article->n_blocks; i++) {
        const Block *b = &p->article->blocks[i];
        json_begin_object(j);
        json_field_name(j, "kind", block_kind_name(b->kind));
        json_field_name(j, "reason", b->reason);
        json_key(j, "span");
        print_span(p, b->span);
        json_field_str(j, "text", str_span(p->article->text, b->span));
        json_end_object(j);
    }
    json_end_array(j);
}

static void print_segments(Printer *p, const Analysis *an)
{
    json_key(&p->json, "sentences");
    json_begin_array(&p->json);
    for (size_t i = 0; i < an->n_sentences; i++)
        print_span(p, an->sentences[i].span);
    json_end_array(&p->json);
    json_key(&p->json, "tokens");
    json_begin_array(&p->json);
    for (size_t i = 0; i < an->n_tokens; i++)
        print_span(p, an->tokens[i].span);
    json_end_array(&p->json);
}

static void print_times(Printer *p, const Analysis *an)
{
    Json *j = &p->json;
    json_key(j, "times");
    json_begin_array(j);
    for (size_t i = 0; i < an->n_times; i++) {
        const TimeExpression *t = &an->times[i];
        json_begin_object(j);
        json_key(j, "span");
        print_span(p, t->span);
        json_field_name(j, "type", time_type_name(t->type));
        json_field_str(j, "value", t->value);
        json_field_bool(j, "approx", t->approx);
        json_end_object(j);
    }
    json_end_array(j);
}

static void print_entity_names(Json *j, const char *key, const Analysis *an, const uint32_t *entities, size_t n)
{
    json_key(j, key);
    json_begin_array(j);
    for (size_t i = 0; i < n; i++)
        if (entities[i] < an->n_entities)
            json_str(j, an->entities[entities[i]].name);
    json_end_array(j);
}

static void print_statements(Printer *p, const Analysis *an, const Statements *statements)
{
    Json *j = &p->json;
    json_key(j, "statements");
    json_begin_array(j);
    for (size_t i = 0; i < statements->len; i++) {
        const Statement *s = &statements->data[i];
        json_begin_object(j);
        json_field_name(j, "type", statement_type_name(s->type));
        json_field_name(j, "act", act_name(s->act));
        json_field_name(j, "plover", plover_name(s->plover));
        print_spans(p, "quote", s->quote);
        print_spans(p, "speaker", s->speaker);
        print_spans(p, "cue", s->cue);
        print_spans(p, "addressee", s->addressee);
        print_spans(p, "frame", s->frame);
        print_entity_names(j, "speakers", an, s->speakers, s->n_speakers);
        print_entity_names(j, "addressees", an, s->addressees, s->n_addressees);
        json_field_name(j, "resolved", resolution_name(s->resolved));
        if (s->parent != STATEMENT_NONE)
            json_field_uint(j, "parent", s->parent);
        json_field_name(j, "why", s->why);
        json_field_name(j, "act_why", s->act_why);
        json_end_object(j);
    }
    json_end_array(j);
}

static void print_mentions(Printer *p, const Analysis *an)
{
    static const char *const KINDS[] = {"name", "title", "pronoun"};
    Json *j = &p->json;
    json_key(j, "entities");
    json_begin_array(j);
    for (size_t i = 0; i < an->n_entities; i++) {
        const Entity *e = &an->entities[i];
        json_begin_object(j);
        json_field_name(j, "kind", entity_kind_name(e->kind));
        json_field_str(j, "name", e->name);
        json_field_str(j, "role", e->role);
        print_strings(j, "forms", e->forms, e->n_forms);
        if (e->n_members) {
            json_key(j, "members");
            json_begin_array(j);
            for (size_t k = 0; k < e->n_members; k++)
                json_uint(j, e->members[k]);
            json_end_array(j);
        }
        json_end_object(j);
    }
    json_end_array(j);
    json_key(j, "mentions");
    json_begin_array(j);
    for (size_t i = 0; i < an->n_mentions; i++) {
        const Mention *m = &an->mentions[i];
        json_begin_object(j);
        json_field_name(j, "kind", KINDS[m->kind]);
        json_key(j, "span");
        print_span(p, m->span);
        json_field_str(j, "text", str_span(p->article->text, m->span));
        json_field_name(j, "entity_kind", entity_kind_name(m->entity_kind));
        if (m->entity != ENTITY_NONE)
            json_field_uint(j, "entity", m->entity);
        json_end_object(j);
    }
    json_end_array(j);
}

static void print_parts(Printer *p, unsigned parts, const Language *language, Arena *arena)
{
    json_begin_object(&p->json);
    if (parts & LAGEBILD_PART_ARTICLE)
        print_article(&p->json, p->article);
    if (parts & LAGEBILD_PART_WHY)
        print_blocks(p);
    if (parts & (LAGEBILD_PART_SEGMENTS | LAGEBILD_PART_TIMES | LAGEBILD_PART_STATEMENTS | LAGEBILD_PART_ANALYSIS)) {
        Analysis an = {0};
        language_analyse(language, p->article, arena, &an);
        if (parts & LAGEBILD_PART_SEGMENTS)
            print_segments(p, &an);
        if (parts & LAGEBILD_PART_TIMES)
            print_times(p, &an);
        if (parts & LAGEBILD_PART_ANALYSIS)
            print_mentions(p, &an);
        if (parts & LAGEBILD_PART_STATEMENTS) {
            Statements statements = {0};
            statement_find(p->article, &an, arena, &statements);
            print_statements(p, &an, &statements);
        }
    }
    json_end_object(&p->json);
    strbuf_add_char(p->json.out, '\n');
}

void page_print_parts(StrBuf *out, const Article *article, bool in_source, unsigned parts, const Language *language,
                      Arena *arena)
{
    Printer p = {.json = json_start(out), .article = article, .in_source = in_source};
    utf8_index_init(&p.index, in_source ? article->source : article->text);
    print_parts(&p, parts, language, arena);
    utf8_index_release(&p.index);
}

LagebildStatus lagebild_print_page(const LagebildModels *models, const LagebildPage *page, unsigned parts,
                                   LagebildWriter out, LagebildError *err)
{
    static const PageKind KINDS[] = {PAGE_HTML, PAGE_CRAWL, PAGE_CLEAN};
    Arena arena = ARENA_INIT;
    Article article = {0};
    Page in = {
        .kind = KINDS[page->kind],
        .bytes = {page->bytes, page->len},
        .url = str_of(page->url),
        .published = str_of(page->published),
        .title = str_of(page->title),
        .outlet = str_of(page->source),
        .lang = str_of(page->lang),
        .media_type = page->kind == LAGEBILD_PAGE_HTML ? STR("text/html") : STR("text/plain"),
    };
    const Language *language = models_language(models);
    if (!language && (parts & ~(unsigned)(LAGEBILD_PART_ARTICLE | LAGEBILD_PART_WHY)))
        return error_set(err, LAGEBILD_ERR_USAGE, NULL, ERROR_NO_OFFSET, "nothing can be analysed without models");
    Status status = article_make(&in, &arena, &article, err);
    if (status == LAGEBILD_OK) {
        StrBuf text = STRBUF_INIT;
        page_print_parts(&text, &article, page->kind != LAGEBILD_PAGE_HTML, parts, language, &arena);
        if (!out.write(out.ctx, text.data, text.len))
            status = error_set(err, LAGEBILD_ERR_IO, NULL, ERROR_NO_OFFSET, "the output cannot be written");
        strbuf_release(&text);
    }
    arena_release(&arena);
    return status;
}
