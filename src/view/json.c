/* json.c: a picture as JSON. docs/json.md is the contract. */
#include "view/json.h"

typedef struct Printer {
    Json json;
    const ViewPicture *view;
    uint32_t *first_statement; /* of each article, in Picture.statements; one more at the end */
} Printer;

static void print_pair(Json *j, const char *key, Span span)
{
    json_key(j, key);
    json_begin_array(j);
    json_uint(j, span.begin);
    json_uint(j, span.end);
    json_end_array(j);
}

void view_place_fields(Json *j, const PlaceIndex *places, Span span)
{
    PlaceFound found = place_find(places, span);
    print_pair(j, "text", found.text);
    print_pair(j, "page", found.page);
    json_field_uint(j, "line", found.line);
    json_field_uint(j, "column", found.column);
    json_key(j, "words");
    json_str(j, found.words);
}

void view_places(Json *j, const char *key, const PlaceIndex *places, Spans spans)
{
    Arena arena = ARENA_INIT;
    spans = place_runs(&arena, places->article, spans.data, spans.len);
    json_key(j, key);
    json_begin_array(j);
    for (size_t i = 0; i < spans.len; i++) {
        json_begin_object(j);
        view_place_fields(j, places, spans.data[i]);
        json_end_object(j);
    }
    json_end_array(j);
    arena_release(&arena);
}

static void print_picture_span(Printer *p, const PictureSpan *at, bool with_value)
{
    json_begin_object(&p->json);
    json_field_uint(&p->json, "article", (uint64_t)at->article + 1);
    view_place_fields(&p->json, &p->view->places[at->article], at->span);
    if (with_value)
        json_field_str(&p->json, "value", at->value);
    json_end_object(&p->json);
}

void view_strings(Json *j, const char *key, const Str *strings, size_t n)
{
    json_key(j, key);
    json_begin_array(j);
    for (size_t i = 0; i < n; i++)
        json_str(j, strings[i]);
    json_end_array(j);
}

static void print_numbers(Json *j, const char *key, const uint32_t *numbers, size_t n)
{
    json_key(j, key);
    json_begin_array(j);
    for (size_t i = 0; i < n; i++)
        json_uint(j, (uint64_t)numbers[i] + 1);
    json_end_array(j);
}

static void print_real(Json *j, const char *key, double value)
{
    json_key(j, key);
    json_number(j, value);
}

static void print_blocks(Json *j, const Article *a, const PlaceIndex *places)
{
    json_key(j, "blocks");
    json_begin_array(j);
    for (size_t i = 0; i < a->n_blocks; i++) {
        PlaceFound found = place_find(places, a->blocks[i].span);
        json_begin_object(j);
        json_field_name(j, "kind", block_kind_name(a->blocks[i].kind));
        json_field_bool(j, "body", block_is_body(a->blocks[i].kind));
        json_field_name(j, "reason", a->blocks[i].reason);
        print_pair(j, "text", found.text);
        print_pair(j, "page", found.page);
        json_end_object(j);
    }
    json_end_array(j);
}

static void print_article(Printer *p, size_t number)
{
    Json *j = &p->json;
    const Article *a = p->view->picture->sources[number].article;
    const PictureArticle *in = &p->view->picture->articles[number];
    json_begin_object(j);
    json_field_uint(j, "number", number + 1);
    json_field_str(j, "id", p->view->ids[number]);
    json_field_str(j, "file", a->file);
    json_field_uint(j, "offset", a->offset);
    json_field_str(j, "page", a->id);
    json_field_str(j, "url", a->canonical.len ? a->canonical : a->url);
    json_field_str(j, "outlet", a->outlet);
    json_field_str(j, "lang", a->lang);
    json_field_name(j, "type", page_type_name(a->type));
    json_field_str(j, "title", a->title);
    json_field_str(j, "kicker", a->kicker);
    json_field_str(j, "published", in->published);
    if (in->published.len)
        json_field_name(j, "published_basis", date_basis_name(in->basis));
    json_field_str(j, "modified", a->modified);
    view_strings(j, "authors", a->authors, a->n_authors);
    view_strings(j, "credits", a->credits, a->n_credits);
    json_field_bool(j, "independent", in->independent);
    if (in->taken_from != UINT32_MAX)
        json_field_uint(j, "taken_from", (uint64_t)in->taken_from + 1);
    json_field_str(j, "common_agency", in->agency);
    print_real(j, "copied", in->copied);
    print_real(j, "quoted", in->quoted);
    print_blocks(j, a, &p->view->places[number]);
    json_key(j, "text");
    json_str(j, a->text);
    json_end_object(j);
}

static void print_entities(Printer *p)
{
    Json *j = &p->json;
    json_key(j, "entities");
    json_begin_array(j);
    for (size_t i = 0; i < p->view->picture->n_entities; i++) {
        const PictureEntity *e = &p->view->picture->entities[i];
        json_begin_object(j);
        json_field_uint(j, "number", i + 1);
        json_field_name(j, "kind", entity_kind_name(e->kind));
        json_field_str(j, "name", e->name);
        json_field_str(j, "role", e->role);
        view_strings(j, "forms", e->forms, e->n_forms);
        json_end_object(j);
    }
    json_end_array(j);
}

/* The number in the picture of an article's statement; 0 when the picture leaves it out. */
static uint64_t statement_number(const Printer *p, uint32_t article, uint32_t index)
{
    for (uint32_t i = p->first_statement[article]; i < p->first_statement[article + 1]; i++)
        if (p->view->picture->statements[i].index == index)
            return (uint64_t)i + 1;
    return 0;
}

static void print_addressees(Printer *p, const PictureStatement *ps, const Statement *s)
{
    const uint32_t *entity_of = p->view->picture->articles[ps->article].entity_of;
    json_key(&p->json, "addressees");
    json_begin_array(&p->json);
    for (size_t i = 0; entity_of && i < s->n_addressees; i++)
        if (s->addressees[i] < p->view->picture->sources[ps->article].analysis->n_entities)
            json_uint(&p->json, (uint64_t)entity_of[s->addressees[i]] + 1);
    json_end_array(&p->json);
}

void view_statement_fields(Json *j, const Statement *s, const PlaceIndex *places)
{
    json_field_name(j, "type", statement_type_name(s->type));
    json_field_name(j, "act", act_name(s->act));
    json_field_name(j, "plover", plover_name(s->plover));
    json_field_bool(j, "negated", s->negated);
    json_field_bool(j, "conditional", s->conditional);
    view_places(j, "quote", places, s->quote);
    view_places(j, "speaker", places, s->speaker);
    view_places(j, "cue", places, s->cue);
    view_places(j, "addressee", places, s->addressee);
    view_places(j, "frame", places, s->frame);
    json_field_name(j, "resolved", resolution_name(s->resolved));
}

static void print_statement(Printer *p, size_t number)
{
    Json *j = &p->json;
    const PictureStatement *ps = &p->view->picture->statements[number];
    const Statement *s = &p->view->picture->sources[ps->article].statements->data[ps->index];
    json_begin_object(j);
    json_field_uint(j, "number", number + 1);
    json_field_uint(j, "article", (uint64_t)ps->article + 1);
    view_statement_fields(j, s, &p->view->places[ps->article]);
    print_numbers(j, "speakers", ps->speakers, ps->n_speakers);
    print_addressees(p, ps, s);
    uint64_t parent = s->parent == STATEMENT_NONE ? 0 : statement_number(p, ps->article, s->parent);
    if (parent)
        json_field_uint(j, "parent", parent);
    if (ps->group != UINT32_MAX)
        json_field_uint(j, "group", (uint64_t)ps->group + 1);
    json_field_name(j, "why", s->why);
    json_field_name(j, "act_why", s->act_why);
    json_end_object(j);
}

static void print_groups(Printer *p)
{
    json_key(&p->json, "groups");
    json_begin_array(&p->json);
    for (size_t i = 0; i < p->view->picture->n_groups; i++) {
        const PictureGroup *g = &p->view->picture->groups[i];
        json_begin_object(&p->json);
        json_field_uint(&p->json, "number", i + 1);
        print_numbers(&p->json, "statements", g->members, g->n_members);
        json_end_object(&p->json);
    }
    json_end_array(&p->json);
}

static void print_spans(Printer *p, const PictureSpan *spans, size_t n, bool with_value)
{
    json_key(&p->json, "places");
    json_begin_array(&p->json);
    for (size_t i = 0; i < n; i++)
        print_picture_span(p, &spans[i], with_value);
    json_end_array(&p->json);
}

static void print_passages(Printer *p)
{
    json_key(&p->json, "passages");
    json_begin_array(&p->json);
    for (size_t i = 0; i < p->view->picture->n_passages; i++) {
        const PicturePassage *passage = &p->view->picture->passages[i];
        json_begin_object(&p->json);
        json_field_name(&p->json, "kind", copy_kind_name(passage->kind));
        json_field_bool(&p->json, "quotation", passage->quotation);
        print_spans(p, passage->spans, passage->n_spans, false);
        json_end_object(&p->json);
    }
    json_end_array(&p->json);
}

static void print_differences(Printer *p)
{
    json_key(&p->json, "differences");
    json_begin_array(&p->json);
    for (size_t i = 0; i < p->view->picture->n_differences; i++) {
        const PictureDifference *d = &p->view->picture->differences[i];
        json_begin_object(&p->json);
        json_field_name(&p->json, "class", difference_class_name(d->class));
        print_spans(p, d->spans, d->n_spans, true);
        json_field_name(&p->json, "why", d->why);
        json_end_object(&p->json);
    }
    json_end_array(&p->json);
}

static void print_spun(Printer *p)
{
    json_key(&p->json, "spun");
    json_begin_array(&p->json);
    for (size_t i = 0; i < p->view->picture->n_spun; i++) {
        const SpunWord *w = &p->view->picture->spun[i];
        json_begin_object(&p->json);
        json_key(&p->json, "place");
        print_picture_span(p, &w->at, false);
        json_field_str(&p->json, "stands_for", w->stands_for);
        if (w->original.article < p->view->picture->n_articles) {
            json_key(&p->json, "original");
            print_picture_span(p, &w->original, false);
        }
        json_end_object(&p->json);
    }
    json_end_array(&p->json);
}

static void print_timeline(Printer *p)
{
    json_key(&p->json, "timeline");
    json_begin_array(&p->json);
    for (size_t i = 0; i < p->view->picture->n_timeline; i++) {
        const TimelineEntry *t = &p->view->picture->timeline[i];
        PictureSpan sentence = {t->at.article, t->sentence, STR_EMPTY};
        json_begin_object(&p->json);
        json_field_str(&p->json, "value", t->value);
        json_key(&p->json, "place");
        print_picture_span(p, &t->at, false);
        json_key(&p->json, "sentence");
        print_picture_span(p, &sentence, false);
        json_end_object(&p->json);
    }
    json_end_array(&p->json);
}

static void print_head(Printer *p)
{
    Str first, last;
    view_days(p->view->picture, &first, &last);
    json_field_str(&p->json, "id", p->view->id);
    json_field_str(&p->json, "title", p->view->title);
    json_field_str(&p->json, "first", first);
    json_field_str(&p->json, "last", last);
    json_field_uint(&p->json, "pages", p->view->picture->n_articles);
    json_field_uint(&p->json, "independent_texts", p->view->picture->n_independent);
}

static Printer start(StrBuf *out, const ViewPicture *view) { return (Printer){.json = json_start(out), .view = view}; }

void view_picture_json(StrBuf *out, const ViewPicture *view)
{
    Arena arena = ARENA_INIT;
    Printer p = start(out, view);
    const Picture *picture = view->picture;
    p.first_statement = ARENA_NEW(&arena, uint32_t, picture->n_articles + 1);
    for (size_t i = 0; i < picture->n_statements; i++)
        p.first_statement[picture->statements[i].article + 1] = (uint32_t)i + 1;
    for (size_t i = 0; i < picture->n_articles; i++)
        if (p.first_statement[i + 1] < p.first_statement[i])
            p.first_statement[i + 1] = p.first_statement[i];
    json_begin_object(&p.json);
    print_head(&p);
    json_key(&p.json, "articles");
    json_begin_array(&p.json);
    for (size_t i = 0; i < picture->n_articles; i++)
        print_article(&p, i);
    json_end_array(&p.json);
    print_entities(&p);
    json_key(&p.json, "statements");
    json_begin_array(&p.json);
    for (size_t i = 0; i < picture->n_statements; i++)
        print_statement(&p, i);
    json_end_array(&p.json);
    print_groups(&p);
    print_passages(&p);
    print_differences(&p);
    print_spun(&p);
    print_timeline(&p);
    json_end_object(&p.json);
    arena_release(&arena);
}

void view_differences_json(StrBuf *out, const ViewPicture *view)
{
    Printer p = start(out, view);
    json_begin_object(&p.json);
    print_head(&p);
    print_differences(&p);
    print_spun(&p);
    json_end_object(&p.json);
}
