#include "article/metadata.h"

#include "article/dates.h"
#include "article/draft.h"
#include "base/utf8.h"

typedef enum Field {
    F_TITLE,
    F_OG_TITLE,
    F_DESCRIPTION,
    F_OG_DESCRIPTION,
    F_PUBLISHED,
    F_MODIFIED,
    F_AUTHOR,
    F_SITE,
    F_PUBLISHER,
    F_URL,
    F_LOCALE,
    F_TYPE
} Field;

/* Names of meta tags, lower case, sorted. A smaller weight is believed first. */
static const struct {
    const char *name;
    uint8_t field, weight;
} METAS[] = {
    {"article:author", F_AUTHOR, 3},
    {"article:modified_time", F_MODIFIED, 0},
    {"article:published", F_PUBLISHED, 2},
    {"article:published_time", F_PUBLISHED, 0},
    {"author", F_AUTHOR, 0},
    {"bt:pubdate", F_PUBLISHED, 3},
    {"byl", F_AUTHOR, 1},
    {"citation_author", F_AUTHOR, 1},
    {"citation_publication_date", F_PUBLISHED, 2},
    {"citation_title", F_TITLE, 1},
    {"cre", F_PUBLISHER, 3},
    {"creator", F_AUTHOR, 2},
    {"cxenseparse:author", F_AUTHOR, 1},
    {"date", F_PUBLISHED, 1},
    {"datemodified", F_MODIFIED, 1},
    {"datepublished", F_PUBLISHED, 0},
    {"dc.creator", F_AUTHOR, 1},
    {"dc.date", F_PUBLISHED, 2},
    {"dc.date.created", F_PUBLISHED, 2},
    {"dc.date.issued", F_PUBLISHED, 1},
    {"dc.description", F_DESCRIPTION, 2},
    {"dc.publisher", F_PUBLISHER, 1},
    {"dc.title", F_TITLE, 1},
    {"dcterms.created", F_PUBLISHED, 2},
    {"dcterms.creator", F_AUTHOR, 2},
    {"dcterms.date", F_PUBLISHED, 2},
    {"dcterms.issued", F_PUBLISHED, 1},
    {"dcterms.modified", F_MODIFIED, 2},
    {"description", F_DESCRIPTION, 0},
    {"last-modified", F_MODIFIED, 2},
    {"og:article:author", F_AUTHOR, 2},
    {"og:article:modified_time", F_MODIFIED, 1},
    {"og:article:published_time", F_PUBLISHED, 0},
    {"og:description", F_OG_DESCRIPTION, 0},
    {"og:locale", F_LOCALE, 0},
    {"og:site_name", F_SITE, 0},
    {"og:title", F_OG_TITLE, 0},
    {"og:type", F_TYPE, 0},
    {"og:updated_time", F_MODIFIED, 1},
    {"og:url", F_URL, 0},
    {"parsely-author", F_AUTHOR, 1},
    {"parsely-pub-date", F_PUBLISHED, 1},
    {"parsely-title", F_TITLE, 1},
    {"pubdate", F_PUBLISHED, 2},
    {"publish-date", F_PUBLISHED, 2},
    {"publish_date", F_PUBLISHED, 2},
    {"publishdate", F_PUBLISHED, 2},
    {"publisher", F_PUBLISHER, 0},
    {"sailthru.author", F_AUTHOR, 1},
    {"sailthru.date", F_PUBLISHED, 2},
    {"sailthru.title", F_TITLE, 1},
    {"shareaholic:article_author_name", F_AUTHOR, 1},
    {"title", F_TITLE, 2},
    {"twitter:creator", F_AUTHOR, 3},
    {"twitter:description", F_OG_DESCRIPTION, 1},
    {"twitter:title", F_OG_TITLE, 1},
};
enum { N_METAS = sizeof METAS / sizeof METAS[0], N_FIELDS = F_TYPE + 1 };

static int find_meta(Str name)
{
    char low[40];
    if (name.len >= sizeof low)
        return -1;
    for (size_t i = 0; i < name.len; i++)
        low[i] = (char)(name.data[i] >= 'A' && name.data[i] <= 'Z' ? name.data[i] | 32 : name.data[i]);
    low[name.len] = '\0';
    size_t a = 0, b = N_METAS;
    while (a < b) {
        size_t middle = (a + b) / 2;
        int order = strcmp(METAS[middle].name, low);
        if (order == 0)
            return (int)middle;
        if (order < 0)
            a = middle + 1;
        else
            b = middle;
    }
    return -1;
}

static void read_meta(const Html *html, const HtmlNode *node, Arena *arena, Str fields[N_FIELDS],
                      uint8_t weights[N_FIELDS], Metadata *out)
{
    static const HtmlAttr NAMES[] = {ATTR_PROPERTY, ATTR_NAME, ATTR_ITEMPROP};
    Str content = html_attr(html, node, ATTR_CONTENT, NULL);
    for (size_t k = 0; k < 3 && content.len; k++) {
        int found = find_meta(str_trim(html_attr(html, node, NAMES[k], NULL)));
        if (found < 0)
            continue;
        uint8_t field = METAS[found].field, weight = METAS[found].weight;
        if (field == F_AUTHOR && (content.data[0] == '@' || str_find(content, STR("://"), 0) != SIZE_MAX))
            return;
        if (field == F_AUTHOR && (!fields[field].len || weight <= weights[field])) {
            if (weight < weights[field])
                out->authors.len = 0;
            if (out->authors.len < 12)
                vec_push(&out->authors, draft_string(content, true, arena));
        }
        if (fields[field].len && weights[field] <= weight)
            continue;
        Str value = field == F_PUBLISHED || field == F_MODIFIED ? date_machine(content, arena)
                                                                : draft_string(content, true, arena);
        if (value.len) {
            fields[field] = value;
            weights[field] = weight;
        }
        return;
    }
}

/* No title, name or address of a page is longer: each is compared with many of its lines. */
enum { LONGEST_TITLE = 400, LONGEST_DESCRIPTION = 2000 };

static void clip(Str *s, size_t longest)
{
    if (s->len <= longest)
        return;
    while (longest > 0 && ((unsigned char)s->data[longest] & 0xC0) == 0x80)
        longest--;
    s->len = longest;
}

static void clip_all(Metadata *m)
{
    Str *const titles[] = {&m->title_tag, &m->og_title,     &m->meta_title, &m->ld.headline, &m->site,
                           &m->publisher, &m->ld.publisher, &m->author,     &m->lang,        &m->og_type};
    Str *const descriptions[] = {&m->description, &m->og_description, &m->ld.description, &m->canonical, &m->og_url};
    for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++)
        clip(titles[i], LONGEST_TITLE);
    for (size_t i = 0; i < sizeof descriptions / sizeof descriptions[0]; i++)
        clip(descriptions[i], LONGEST_DESCRIPTION);
    for (size_t i = 0; i < m->authors.len; i++)
        clip(&m->authors.data[i], LONGEST_TITLE);
}

static Str text_child(const Html *html, size_t i)
{
    const HtmlNode *next = i + 1 < html->nodes.len ? &html->nodes.data[i + 1] : NULL;
    return next && next->tag == TAG_TEXT && next->parent == i ? str_span(html->source, next->source) : STR_EMPTY;
}

void metadata_read(const Html *html, Arena *arena, Metadata *out)
{
    *out = (Metadata){0};
    Str fields[N_FIELDS] = {{0}};
    uint8_t weights[N_FIELDS] = {0};
    for (size_t i = 0; i < html->nodes.len; i++) {
        const HtmlNode *node = &html->nodes.data[i];
        switch ((HtmlTag)node->tag) {
        case TAG_META: read_meta(html, node, arena, fields, weights, out); break;
        case TAG_LINK:
            if (!out->canonical.len && str_equal_nocase(html_attr(html, node, ATTR_REL, NULL), STR("canonical")))
                out->canonical = draft_string(html_attr(html, node, ATTR_HREF, NULL), true, arena);
            break;
        case TAG_HTML:
            if (!out->lang.len)
                out->lang = str_trim(html_attr(html, node, ATTR_LANG, NULL));
            break;
        case TAG_TITLE:
            if (!out->title_tag.len)
                out->title_tag = draft_string(text_child(html, i), true, arena);
            break;
        case TAG_SCRIPT:
            if (str_starts_nocase(str_trim(html_attr(html, node, ATTR_TYPE, NULL)), STR("application/ld+json")))
                jsonld_read(text_child(html, i), arena, &out->ld);
            break;
        default: break;
        }
    }
    out->meta_title = fields[F_TITLE], out->og_title = fields[F_OG_TITLE];
    out->description = fields[F_DESCRIPTION], out->og_description = fields[F_OG_DESCRIPTION];
    out->published_is_weak = weights[F_PUBLISHED] > 0;
    out->published = fields[F_PUBLISHED], out->modified = fields[F_MODIFIED];
    out->author = fields[F_AUTHOR], out->site = fields[F_SITE], out->publisher = fields[F_PUBLISHER];
    out->og_url = fields[F_URL], out->og_type = fields[F_TYPE];
    if (!out->lang.len)
        out->lang = out->ld.lang.len ? out->ld.lang : fields[F_LOCALE];
    clip_all(out);
}

void metadata_release(Metadata *m)
{
    jsonld_release(&m->ld);
    vec_release(&m->authors);
}

bool names_outlet(Str part, Str outlet)
{
    StrBuf a = STRBUF_INIT, b = STRBUF_INIT;
    utf8_append_folded(&a, part);
    utf8_append_folded(&b, outlet);
    StrBuf *both[] = {&a, &b};
    for (int k = 0; k < 2; k++) {
        size_t to = 0;
        for (size_t i = 0; i < both[k]->len; i++)
            if (both[k]->data[i] != ' ' && both[k]->data[i] != '.' && both[k]->data[i] != '-' &&
                both[k]->data[i] != '_')
                both[k]->data[to++] = both[k]->data[i];
        both[k]->len = to;
    }
    Str x = strbuf_str(&a), y = strbuf_str(&b);
    bool same = x.len >= 2 && y.len >= 2 && (str_find(x, y, 0) != SIZE_MAX || str_find(y, x, 0) != SIZE_MAX);
    strbuf_release(&a);
    strbuf_release(&b);
    return same;
}

static bool is_address(Str part)
{
    size_t dot = str_find_char(part, '.', 0);
    return dot != SIZE_MAX && dot > 1 && dot + 2 < part.len && str_find_char(part, ' ', 0) == SIZE_MAX;
}

Str title_without_outlet(Str title, const Str *names, size_t n_names)
{
    static const Str SEPARATORS[] = {STR_INIT(" | "), STR_INIT(" - "),  STR_INIT(" – "),
                                     STR_INIT(" — "), STR_INIT(" :: "), STR_INIT(" » "),
                                     STR_INIT(" « "), STR_INIT(" · "),  STR_INIT(" • ")};
    for (bool again = true; again;) {
        again = false;
        size_t last = 0, behind = 0;
        for (size_t k = 0; k < sizeof SEPARATORS / sizeof SEPARATORS[0]; k++)
            for (size_t at = 0; (at = str_find(title, SEPARATORS[k], at)) != SIZE_MAX; at += SEPARATORS[k].len)
                if (at > last) {
                    last = at;
                    behind = at + SEPARATORS[k].len;
                }
        Str part = str_slice(title, behind, title.len);
        bool outlet = last > 0 && is_address(part);
        for (size_t k = 0; k < n_names && last > 0 && !outlet; k++)
            outlet = names[k].len && part.len <= names[k].len * 2 + 8 && names_outlet(part, names[k]);
        if (outlet) {
            title = str_trim(str_slice(title, 0, last));
            again = true;
        }
    }
    return title;
}
