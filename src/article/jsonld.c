#include "article/jsonld.h"

#include "article/dates.h"
#include "article/draft.h"

#include <jansson.h>

enum { DEEPEST = 12, MOST_AUTHORS = 12 };

typedef struct Reader {
    json_t *root;
    Arena *arena;
    JsonLd *out;
} Reader;

static Str string_of(const json_t *value)
{
    if (json_is_array(value) && json_array_size(value) > 0)
        value = json_array_get(value, 0);
    return json_is_string(value) ? (Str){json_string_value(value), json_string_length(value)} : STR_EMPTY;
}

static Str text_of(Reader *r, const json_t *object, const char *key)
{
    return draft_string(string_of(json_object_get(object, key)), true, r->arena);
}

static bool has_type(const json_t *object, const char *piece)
{
    const json_t *type = json_object_get(object, "@type");
    for (size_t i = 0; i < (json_is_array(type) ? json_array_size(type) : 1); i++) {
        const json_t *one = json_is_array(type) ? json_array_get(type, i) : type;
        if (json_is_string(one) && strstr(json_string_value(one), piece))
            return true;
    }
    return false;
}

static int rank_of(const json_t *object)
{
    if (has_type(object, "Article") || has_type(object, "BlogPosting") || has_type(object, "Report"))
        return json_object_get(object, "headline") ? 5 : 4;
    if (has_type(object, "Recipe") || has_type(object, "Review"))
        return 3;
    if (has_type(object, "VideoObject") || has_type(object, "ImageGallery"))
        return 2;
    return has_type(object, "WebPage") || has_type(object, "CollectionPage") || has_type(object, "SearchResults");
}

/* An object that is only named ({"@id": …}) is looked up among the others of its graph. */
static const json_t *resolve(const Reader *r, const json_t *object)
{
    Str id = string_of(json_object_get(object, "@id"));
    const json_t *graph = json_object_get(r->root, "@graph");
    if (!id.len || json_object_get(object, "name"))
        return object;
    for (size_t i = 0; i < json_array_size(graph) && i < 200; i++) {
        const json_t *other = json_array_get(graph, i);
        if (json_object_get(other, "name") && str_equal(string_of(json_object_get(other, "@id")), id))
            return other;
    }
    return object;
}

static void add_author(Reader *r, Str name)
{
    name = str_trim(draft_string(name, true, r->arena));
    if (name.len < 2 || name.len > 100 || r->out->authors.len >= MOST_AUTHORS ||
        str_find(name, STR("://"), 0) != SIZE_MAX)
        return;
    for (size_t i = 0; i < r->out->authors.len; i++)
        if (str_equal(r->out->authors.data[i], name))
            return;
    vec_push(&r->out->authors, name);
}

static void add_authors(Reader *r, const json_t *value, int depth)
{
    if (depth > 3)
        return;
    if (json_is_array(value)) {
        for (size_t i = 0; i < json_array_size(value); i++)
            add_authors(r, json_array_get(value, i), depth + 1);
    } else if (json_is_string(value)) {
        add_author(r, string_of(value));
    } else if (json_is_object(value)) {
        const json_t *person = resolve(r, value), *name = json_object_get(person, "name");
        if (json_is_array(name))
            add_authors(r, name, depth + 1);
        else
            add_author(r, string_of(name));
    }
}

static PageType type_of(const json_t *object)
{
    if (has_type(object, "LiveBlog"))
        return PAGE_TYPE_LIVE;
    if (has_type(object, "VideoObject"))
        return PAGE_TYPE_VIDEO;
    if (has_type(object, "ImageGallery"))
        return PAGE_TYPE_GALLERY;
    return has_type(object, "CollectionPage") || has_type(object, "SearchResults") ? PAGE_TYPE_LISTING
                                                                                   : PAGE_TYPE_ARTICLE;
}

static void take_article(Reader *r, const json_t *object, int rank)
{
    JsonLd *out = r->out;
    if (rank < out->rank || (rank == out->rank && out->published.len))
        return;
    jsonld_release(out);
    *out = (JsonLd){.rank = rank, .type = type_of(object)};
    out->headline = text_of(r, object, "headline");
    if (!out->headline.len && rank < 4)
        out->headline = text_of(r, object, "name");
    out->description = text_of(r, object, "description");
    out->body = text_of(r, object, "articleBody");
    out->lang = text_of(r, object, "inLanguage");
    out->published =
        date_machine(string_of(json_object_get(object, rank == 2 ? "uploadDate" : "datePublished")), r->arena);
    if (!out->published.len)
        out->published = date_machine(string_of(json_object_get(object, "dateCreated")), r->arena);
    out->modified = date_machine(string_of(json_object_get(object, "dateModified")), r->arena);
    const json_t *publisher = json_object_get(object, "publisher"),
                 *free_access = json_object_get(object, "isAccessibleForFree");
    if (json_is_object(publisher))
        out->publisher = text_of(r, resolve(r, publisher), "name");
    out->paywalled = json_is_false(free_access) || str_equal_nocase(string_of(free_access), STR("false"));
    add_authors(r, json_object_get(object, "author"), 0);
    if (!out->authors.len)
        add_authors(r, json_object_get(object, "creator"), 0);
}

static void visit(Reader *r, const json_t *value, int depth)
{
    if (depth > DEEPEST)
        return;
    if (json_is_array(value)) {
        for (size_t i = 0; i < json_array_size(value); i++)
            visit(r, json_array_get(value, i), depth + 1);
    } else if (json_is_object(value)) {
        int rank = rank_of(value);
        if (rank)
            take_article(r, value, rank);
        static const char *const INNER[] = {"@graph", "mainEntity", "mainEntityOfPage", "hasPart"};
        for (size_t i = 0; i < sizeof INNER / sizeof INNER[0] && !has_type(value, "ItemList"); i++)
            visit(r, json_object_get(value, INNER[i]), depth + 1);
    }
}

/* Pages write JSON that is none: raw line breaks in strings, comments around, a comma too many at the end. */
static Str repair(Str script, StrBuf *out)
{
    bool in_string = false;
    for (size_t i = 0; i < script.len; i++) {
        char c = script.data[i];
        if (in_string && c == '\\' && i + 1 < script.len) {
            strbuf_add(out, str_slice(script, i, i + 2));
            i++;
            continue;
        }
        if (c == '"')
            in_string = !in_string;
        if ((unsigned char)c < 0x20)
            c = ' ';
        if (!in_string && (c == '}' || c == ']')) {
            size_t end = out->len;
            while (end > 0 && out->data[end - 1] == ' ')
                end--;
            if (end > 0 && out->data[end - 1] == ',')
                out->len = end - 1;
        }
        strbuf_add_char(out, c);
    }
    return strbuf_str(out);
}

void jsonld_read(Str script, Arena *arena, JsonLd *out)
{
    size_t open = 0, close = script.len;
    while (open < script.len && script.data[open] != '{' && script.data[open] != '[')
        open++;
    while (close > open && script.data[close - 1] != '}' && script.data[close - 1] != ']')
        close--;
    script = str_slice(script, open, close);
    if (!script.len)
        return;
    json_t *root = json_loadb(script.data, script.len, JSON_DISABLE_EOF_CHECK, NULL);
    if (!root) {
        StrBuf fixed = STRBUF_INIT;
        Str text = repair(script, &fixed);
        root = json_loadb(text.data, text.len, JSON_DISABLE_EOF_CHECK, NULL);
        strbuf_release(&fixed);
    }
    Reader r = {.root = root, .arena = arena, .out = out};
    if (root)
        visit(&r, root, 0);
    json_decref(root);
}

void jsonld_release(JsonLd *j) { vec_release(&j->authors); }
