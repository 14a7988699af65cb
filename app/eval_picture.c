/* eval_picture.c: the task picture: a folder of files → the picture of its stories, in the form of score/picture.py. Spans count code
 * points of each file. What lagebild_print_report gives is put together from all stories, so that a story torn apart shows. */
#include "eval.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void tell_skipped(void *ctx, const LagebildError *why)
{
    (void)ctx;
    fprintf(stderr, "%s: %s\n", why->where, why->message);
}

/* The report on a folder as the library prints it; NULL after telling stderr. */
static json_t *report(const char *folder)
{
    Lagebild *lb = NULL;
    LagebildError err;
    EvalText text = {0};
    json_t *object = NULL;
    LagebildAddOptions options = {.skipped = tell_skipped};
    LagebildPrint how = {.format = LAGEBILD_JSON};
    if (lagebild_open(&lb, ":memory:", &err) == LAGEBILD_OK &&
        lagebild_add(lb, &folder, 1, &options, NULL, &err) == LAGEBILD_OK &&
        lagebild_print_report(lb, &how, (LagebildWriter){eval_collect, &text}, &err) == LAGEBILD_OK)
        object = json_loadb(text.data, text.len, 0, NULL);
    else
        fprintf(stderr, "%s: %s\n", err.where, err.message);
    lagebild_close(lb);
    free(text.data);
    return object;
}

/* Numbers of a picture's articles, entities and statements start anew in each story: "2.14" is number 14 of story 2. */
static json_t *number_of(size_t story, const json_t *number)
{
    return json_sprintf("%zu.%lld", story, (long long)json_integer_value(number));
}

static json_t *page_of(const json_t *place) { return json_incref(json_object_get(place, "page")); }

static json_t *pages_of(const json_t *places)
{
    json_t *out = json_array(), *place;
    size_t i;
    json_array_foreach(places, i, place) json_array_append_new(out, page_of(place));
    return out;
}

/* {"doc", "begin", "end"} with the value, if any. */
static json_t *span_of(size_t story, const json_t *place)
{
    const json_t *page = json_object_get(place, "page");
    json_t *out = json_pack("{s:o, s:O, s:O}", "doc", number_of(story, json_object_get(place, "article")), "begin",
                            json_array_get(page, 0), "end", json_array_get(page, 1));
    json_object_set(out, "value", json_object_get(place, "value"));
    return out;
}

static json_t *spans_of(size_t story, const json_t *places)
{
    json_t *out = json_array(), *place;
    size_t i;
    json_array_foreach(places, i, place) json_array_append_new(out, span_of(story, place));
    return out;
}

static void copy_fields(json_t *to, const json_t *from, const char *const *names)
{
    for (; *names; names++)
        json_object_set(to, *names, json_object_get(from, *names));
}

static void add_articles(json_t *out, size_t story, const json_t *picture)
{
    static const char *const FIELDS[] = {"title", "published", "credits", NULL};
    json_t *article, *block;
    size_t i, k;
    json_array_foreach(json_object_get(picture, "articles"), i, article)
    {
        json_t *d = json_object(), *body = json_array();
        const char *file = eval_field(article, "file"), *slash = file ? strrchr(file, '/') : NULL;
        json_array_foreach(json_object_get(article, "blocks"), k, block)
            if (json_is_true(json_object_get(block, "body")))
                json_array_append_new(body, page_of(block));
        json_object_set_new(d, "id", number_of(story, json_object_get(article, "number")));
        json_object_set_new(d, "file", json_string(slash ? slash + 1 : file));
        json_object_set_new(d, "body", body);
        copy_fields(d, article, FIELDS);
        json_array_append_new(json_object_get(out, "documents"), d);
        if (json_is_true(json_object_get(article, "independent")))
            json_array_append(json_object_get(out, "independent"), json_object_get(d, "id"));
    }
}

static void add_entities(json_t *out, size_t story, const json_t *picture)
{
    json_t *entity;
    size_t i;
    json_array_foreach(json_object_get(picture, "entities"), i, entity)
    {
        json_t *key = number_of(story, json_object_get(entity, "number"));
        json_t *forms = json_deep_copy(json_object_get(entity, "forms"));
        json_array_append(forms, json_object_get(entity, "name"));
        json_object_set_new(json_object_get(out, "entities"), json_string_value(key),
                            json_pack("{s:o}", "forms", forms));
        json_decref(key);
    }
}

static void add_statements(json_t *out, size_t story, const json_t *picture)
{
    static const char *const FIELDS[] = {"type", "act", NULL}, *const PLACES[] = {"quote", "speaker", "cue",
                                                                                  "addressee", NULL};
    json_t *statement, *speaker;
    size_t i, k;
    json_array_foreach(json_object_get(picture, "statements"), i, statement)
    {
        json_t *s = json_object(), *keys = json_array();
        json_object_set_new(s, "id", number_of(story, json_object_get(statement, "number")));
        json_object_set_new(s, "doc", number_of(story, json_object_get(statement, "article")));
        copy_fields(s, statement, FIELDS);
        for (const char *const *p = PLACES; *p; p++)
            json_object_set_new(s, *p, pages_of(json_object_get(statement, *p)));
        json_array_foreach(json_object_get(statement, "speakers"), k, speaker)
            json_array_append_new(keys, number_of(story, speaker));
        json_object_set_new(s, "speaker_key", keys);
        json_array_append_new(json_object_get(out, "statements"), s);
    }
}

static void add_groups(json_t *out, size_t story, const json_t *picture)
{
    json_t *group, *member;
    size_t i, k;
    json_array_foreach(json_object_get(picture, "groups"), i, group)
    {
        json_t *members = json_array();
        json_array_foreach(json_object_get(group, "statements"), k, member)
            json_array_append_new(members, number_of(story, member));
        json_array_append_new(
            json_object_get(out, "groups"),
            json_pack("{s:o, s:o}", "id", number_of(story, json_object_get(group, "number")), "members", members));
    }
}

/* Passages and differences: a field that says what they are, and their places. */
static void add_placed(json_t *out, size_t story, const json_t *picture, const char *list, const char *field)
{
    json_t *item;
    size_t i;
    json_array_foreach(json_object_get(picture, list), i, item) json_array_append_new(
        json_object_get(out, list), json_pack("{s:O, s:o}", field, json_object_get(item, field), "spans",
                                              spans_of(story, json_object_get(item, "places"))));
}

static void add_spun(json_t *out, size_t story, const json_t *picture)
{
    json_t *spun;
    size_t i;
    json_array_foreach(json_object_get(picture, "spun"), i, spun)
    {
        json_t *s = span_of(story, json_object_get(spun, "place"));
        json_object_set(s, "stands_for", json_object_get(spun, "stands_for"));
        json_array_append_new(json_object_get(out, "spun"), s);
    }
}

static int run(const char *folder)
{
    json_t *got = report(folder), *out, *picture;
    size_t i;
    if (!got)
        return 1;
    out = json_pack("{s:[], s:{}, s:[], s:[], s:[], s:[], s:[], s:[]}", "documents", "entities", "statements", "groups",
                    "passages", "differences", "spun", "independent");
    json_array_foreach(json_object_get(got, "stories"), i, picture)
    {
        add_articles(out, i, picture);
        add_entities(out, i, picture);
        add_statements(out, i, picture);
        add_groups(out, i, picture);
        add_placed(out, i, picture, "passages", "kind");
        add_placed(out, i, picture, "differences", "class");
        add_spun(out, i, picture);
    }
    eval_write(out);
    json_decref(got);
    return 0;
}

const EvalTask eval_picture = {"picture", "a folder: seeds/", run};
