/* compared_json.c: pages compared with each other as JSON; see docs/json.md. */
#include "view/compared.h"
#include "view/json.h"

static void print_share(Json *j, const char *key, double share)
{
    json_key(j, key);
    json_number(j, share);
}

static void print_article(Json *j, const ViewCopies *view, size_t number)
{
    const Article *a = view->articles[number];
    const CopyShare *share = &view->shares[number];
    json_begin_object(j);
    json_field_uint(j, "number", number + 1);
    json_field_str(j, "id", view->ids ? view->ids[number] : STR_EMPTY);
    json_field_str(j, "file", a->file);
    json_field_uint(j, "offset", a->offset);
    json_field_str(j, "page", a->id);
    json_field_str(j, "url", a->url);
    json_field_str(j, "outlet", a->outlet);
    json_field_str(j, "published", a->published);
    json_field_name(j, "published_basis", date_basis_name(a->published_basis));
    json_field_str(j, "title", a->title);
    view_strings(j, "credits", a->credits, a->n_credits);
    print_share(j, "copied", share->copied);
    print_share(j, "shared_quotation", share->quoted);
    print_share(j, "own", share->own);
    json_end_object(j);
}

static void print_place(Json *j, const ViewCopies *view, uint32_t text, Span span)
{
    Span bytes = article_source_span(view->articles[text], span);
    json_begin_object(j);
    json_field_uint(j, "article", (uint64_t)text + 1);
    view_place_fields(j, &view->places[text], span);
    json_key(j, "bytes");
    json_begin_array(j);
    json_uint(j, bytes.begin);
    json_uint(j, bytes.end);
    json_end_array(j);
    json_end_object(j);
}

static void print_passages(Json *j, const ViewCopies *view, uint32_t a, uint32_t b, const CopyPassage *list, size_t n)
{
    json_key(j, "passages");
    json_begin_array(j);
    for (size_t i = 0; i < n; i++) {
        json_begin_object(j);
        json_field_name(j, "kind", copy_kind_name(list[i].kind));
        json_field_bool(j, "quotation", list[i].quotation);
        json_key(j, "places");
        json_begin_array(j);
        print_place(j, view, a, list[i].a);
        print_place(j, view, b, list[i].b);
        json_end_array(j);
        json_end_object(j);
    }
    json_end_array(j);
}

static void print_member(Json *j, const ViewCopies *view, const CopyMember *m)
{
    json_begin_object(j);
    json_field_uint(j, "article", (uint64_t)m->text + 1);
    json_field_name(j, "kind", copy_member_kind_name(m->kind));
    if (m->kind != COPY_ROOT) {
        json_field_uint(j, "beside", (uint64_t)m->beside + 1);
        print_share(j, "shared", m->shared);
        print_share(j, "shared_beside", m->shared_beside);
        json_field_name(j, "origin", copy_origin_name(m->origin));
        json_field_name(j, "origin_why", copy_clue_name(m->clue));
        json_field_str(j, "agency", m->agency);
        print_passages(j, view, m->text, m->beside, m->passages, m->n_passages);
    }
    json_end_object(j);
}

void compared_json_begin(StrBuf *out, const ViewCopies *view)
{
    Json j = json_start(out);
    json_begin_object(&j);
    json_field_str(&j, "id", view->story);
    json_field_str(&j, "title", view->title);
    json_key(&j, "articles");
    json_begin_array(&j);
    for (size_t i = 0; i < view->n; i++)
        print_article(&j, view, i);
    json_end_array(&j);
    json_key(&j, view->clusters ? "clusters" : "pairs");
    json_begin_array(&j);
}

void compared_json_cluster(StrBuf *out, const ViewCopies *view, size_t number)
{
    const CopyCluster *c = &view->clusters->data[number];
    Json j = {out, number > 0};
    json_begin_object(&j);
    json_field_uint(&j, "number", number + 1);
    json_key(&j, "members");
    json_begin_array(&j);
    for (size_t i = 0; i < c->n_members; i++)
        print_member(&j, view, &c->members[i]);
    json_end_array(&j);
    json_end_object(&j);
}

void compared_json_pair(StrBuf *out, const ViewCopies *view, size_t number)
{
    const CopyPair *pair = &view->pairs->data[number];
    Json j = {out, number > 0};
    json_begin_object(&j);
    json_field_uint(&j, "a", (uint64_t)pair->a + 1);
    json_field_uint(&j, "b", (uint64_t)pair->b + 1);
    print_passages(&j, view, pair->a, pair->b, pair->passages, pair->n_passages);
    json_end_object(&j);
}

void compared_json_end(StrBuf *out, const CopyLimits *limits)
{
    Json j = {out, true};
    json_end_array(&j);
    json_key(&j, "limits");
    json_begin_object(&j);
    json_field_uint(&j, "repeats", limits->repeats);
    json_field_uint(&j, "places", limits->places);
    json_field_uint(&j, "texts", limits->texts);
    json_field_uint(&j, "pairs", limits->pairs);
    json_end_object(&j);
    json_end_object(&j);
    strbuf_add_char(out, '\n');
}
