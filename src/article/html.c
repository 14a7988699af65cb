#include "article/html.h"

static const struct {
    Str name;
    uint8_t flags;
} TAGS[HTML_TAG_COUNT] = {
    {STR_INIT(""), 0},
#define X(id, name, flags) {STR_INIT(name), flags},
    HTML_TAGS(X)
#undef X
        {STR_INIT(""), HTML_B},
    {STR_INIT(""), 0},
};

static const Str ATTRS[HTML_ATTR_COUNT] = {
#define X(id, name) STR_INIT(name),
    HTML_ATTRS(X)
#undef X
};

unsigned html_tag_flags(HtmlTag tag) { return TAGS[tag].flags; }

typedef struct Open {
    uint32_t node;
    uint8_t tag; /* TAG_TEXT: closed already, out of turn */
} Open;

typedef struct Parser {
    Html *html;
    const char *s;
    size_t len, at;
    Open stack[HTML_DEPTH_MAX];
    unsigned depth;
    uint64_t too_deep; /* start tags left out, whose end tags are still to come */
    uint32_t open_count[HTML_TAG_COUNT];
} Parser;

static inline bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
static inline bool is_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

/* Index in a table of sorted lower-case names, or -1. */
static int lookup(Str name, const Str *first, size_t stride, size_t n)
{
    char low[16];
    if (name.len >= sizeof low)
        return -1;
    for (size_t i = 0; i < name.len; i++)
        low[i] = (char)(name.data[i] >= 'A' && name.data[i] <= 'Z' ? name.data[i] | 32 : name.data[i]);
    size_t a = 0, b = n;
    while (a < b) {
        size_t middle = (a + b) / 2;
        const Str *have = (const Str *)(const void *)((const char *)first + middle * stride);
        size_t shorter = have->len < name.len ? have->len : name.len;
        int order = memcmp(have->data, low, shorter);
        if (order == 0)
            order = have->len < name.len ? -1 : have->len > name.len;
        if (order == 0)
            return (int)middle;
        if (order < 0)
            a = middle + 1;
        else
            b = middle;
    }
    return -1;
}

static HtmlTag tag_named(Str name)
{
    int i = lookup(name, &TAGS[1].name, sizeof TAGS[0], HTML_TAG_COUNT - 3);
    if (i >= 0)
        return (HtmlTag)(i + 1);
    return str_find_char(name, '-', 0) != SIZE_MAX ? TAG_CUSTOM : TAG_OTHER;
}

static uint32_t add_node(Parser *p, HtmlTag tag, size_t begin, size_t end)
{
    HtmlNode node = {.source = {(uint32_t)begin, (uint32_t)end},
                     .parent = p->depth ? p->stack[p->depth - 1].node : 0,
                     .attrs = (uint32_t)p->html->attrs.len,
                     .tag = (uint8_t)tag,
                     .in_link = p->open_count[TAG_A] > 0};
    vec_push(&p->html->nodes, node);
    return (uint32_t)p->html->nodes.len - 1;
}

static void push(Parser *p, uint32_t node, HtmlTag tag)
{
    if (p->depth == HTML_DEPTH_MAX) {
        p->too_deep++;
        return;
    }
    p->stack[p->depth++] = (Open){node, (uint8_t)tag};
    p->open_count[tag]++;
}

static void pop_to(Parser *p, unsigned depth)
{
    while (p->depth > depth)
        p->open_count[p->stack[--p->depth].tag]--;
}

/* The open element of this kind, its place in the stack + 1; the search ends, with 0, at one for which `stop` says so.
 */
static unsigned find_open(const Parser *p, HtmlTag tag, bool (*stop)(HtmlTag))
{
    if (!p->open_count[tag])
        return 0;
    for (unsigned i = p->depth; i > 0; i--) {
        HtmlTag open = (HtmlTag)p->stack[i - 1].tag;
        if (open == tag)
            return i;
        if (stop(open))
            return 0;
    }
    return 0;
}

static bool stop_scope(HtmlTag t)
{
    return t == TAG_TABLE || t == TAG_TD || t == TAG_TH || t == TAG_CAPTION || t == TAG_TEMPLATE || t == TAG_OBJECT ||
           t == TAG_HTML;
}
static bool stop_table(HtmlTag t) { return t == TAG_TABLE || t == TAG_TEMPLATE || t == TAG_HTML; }
static bool stop_paragraph(HtmlTag t) { return stop_scope(t) || t == TAG_BUTTON; }
static bool stop_list(HtmlTag t) { return stop_scope(t) || t == TAG_UL || t == TAG_OL || t == TAG_MENU; }
static bool stop_item(HtmlTag t) { return (TAGS[t].flags & HTML_S) && t != TAG_DIV && t != TAG_P && t != TAG_ADDRESS; }
static bool stop_special(HtmlTag t) { return (TAGS[t].flags & HTML_S) != 0; }
static bool is_heading(HtmlTag t) { return t >= TAG_H1 && t <= TAG_H6; }

static void close_open(Parser *p, HtmlTag tag, bool (*stop)(HtmlTag))
{
    unsigned i = find_open(p, tag, stop);
    if (i)
        pop_to(p, i - 1);
}

/* What the start of `tag` ends. */
static void close_implied(Parser *p, HtmlTag tag)
{
    HtmlTag top = p->depth ? (HtmlTag)p->stack[p->depth - 1].tag : TAG_OTHER;
    if (top == TAG_HEAD && (TAGS[tag].flags & HTML_C))
        pop_to(p, p->depth - 1);
    if (TAGS[tag].flags & HTML_C || tag == TAG_TABLE)
        close_open(p, TAG_P, stop_paragraph);
    switch (tag) {
    case TAG_BODY: close_open(p, TAG_HEAD, stop_scope); break;
    case TAG_LI: close_open(p, TAG_LI, stop_item); break;
    case TAG_DD:
    case TAG_DT:
        close_open(p, TAG_DD, stop_item);
        close_open(p, TAG_DT, stop_item);
        break;
    case TAG_TD:
    case TAG_TH:
        close_open(p, TAG_TD, stop_table);
        close_open(p, TAG_TH, stop_table);
        break;
    case TAG_TR: close_open(p, TAG_TR, stop_table); break;
    case TAG_TBODY:
    case TAG_THEAD:
    case TAG_TFOOT:
        close_open(p, TAG_TBODY, stop_table);
        close_open(p, TAG_THEAD, stop_table);
        close_open(p, TAG_TFOOT, stop_table);
        break;
    case TAG_OPTION: close_open(p, TAG_OPTION, stop_special); break;
    case TAG_BUTTON: close_open(p, TAG_BUTTON, stop_scope); break;
    default:
        if (is_heading(tag) && p->depth && is_heading((HtmlTag)p->stack[p->depth - 1].tag))
            pop_to(p, p->depth - 1);
    }
}

/* Ends a formatting element although blocks within it are still open: what follows is no longer in it. */
static void end_out_of_turn(Parser *p, HtmlTag tag)
{
    unsigned i = find_open(p, tag, stop_scope);
    if (!i)
        return;
    p->open_count[tag]--;
    p->stack[i - 1].tag = TAG_TEXT;
    p->open_count[TAG_TEXT]++;
}

static void end_custom(Parser *p, Str name)
{
    for (unsigned i = p->depth; i > 0 && p->open_count[TAG_CUSTOM]; i--) {
        const Open *open = &p->stack[i - 1];
        if (open->tag == TAG_CUSTOM &&
            str_starts_nocase(str_slice(p->html->source, p->html->nodes.data[open->node].source.begin + 1, p->len),
                              name)) {
            pop_to(p, i - 1);
            return;
        }
        if (stop_scope((HtmlTag)open->tag))
            return;
    }
}

static void end_tag(Parser *p, HtmlTag tag, Str name)
{
    if (p->too_deep) {
        p->too_deep--;
        return;
    }
    unsigned flags = TAGS[tag].flags;
    if (tag == TAG_HTML || tag == TAG_BODY || tag == TAG_OTHER || (flags & HTML_VOID))
        return;
    if (tag == TAG_CUSTOM) {
        end_custom(p, name);
    } else if (is_heading(tag)) {
        for (HtmlTag h = TAG_H1; h <= TAG_H6; h++)
            close_open(p, h, stop_scope);
    } else if (tag == TAG_TABLE || tag == TAG_TR || tag == TAG_TD || tag == TAG_TH || tag == TAG_TBODY ||
               tag == TAG_THEAD || tag == TAG_TFOOT) {
        unsigned i = find_open(p, tag, tag == TAG_TABLE ? stop_scope : stop_table);
        if (!i && tag == TAG_TABLE) /* cells left open within */
            for (unsigned k = p->depth; k > 0 && !i; k--)
                i = p->stack[k - 1].tag == TAG_TABLE ? k : 0;
        if (i)
            pop_to(p, i - 1);
    } else if (tag == TAG_LI) {
        close_open(p, tag, stop_list);
    } else if (tag == TAG_P) {
        close_open(p, tag, stop_paragraph);
    } else if (flags & HTML_S) {
        close_open(p, tag, stop_scope);
    } else {
        unsigned i = find_open(p, tag, stop_special);
        if (i)
            pop_to(p, i - 1);
        else if (flags & HTML_F)
            end_out_of_turn(p, tag);
    }
}

/* Takes the attributes of the start tag at p->at, up to its '>'; says whether it closes itself. */
static bool take_attributes(Parser *p, HtmlNode *node)
{
    const char *s = p->s;
    bool closed = false;
    while (p->at < p->len && s[p->at] != '>') {
        if (is_space(s[p->at]) || s[p->at] == '/') {
            closed = s[p->at] == '/';
            p->at++;
            continue;
        }
        closed = false;
        size_t name = p->at++;
        while (p->at < p->len && !is_space(s[p->at]) && s[p->at] != '=' && s[p->at] != '>' && s[p->at] != '/')
            p->at++;
        Str key = {s + name, p->at - name};
        size_t next = p->at;
        while (next < p->len && is_space(s[next]))
            next++;
        Span value = {(uint32_t)p->at, (uint32_t)p->at};
        if (next < p->len && s[next] == '=') {
            next++;
            while (next < p->len && is_space(s[next]))
                next++;
            char quote = next < p->len ? s[next] : '\0';
            if (quote == '"' || quote == '\'') {
                const char *end = memchr(s + next + 1, quote, p->len - next - 1);
                size_t stop = end ? (size_t)(end - s) : p->len;
                value = (Span){(uint32_t)next + 1, (uint32_t)stop};
                p->at = end ? stop + 1 : p->len;
            } else {
                p->at = next;
                while (p->at < p->len && !is_space(s[p->at]) && s[p->at] != '>')
                    p->at++;
                value = (Span){(uint32_t)next, (uint32_t)p->at};
            }
        }
        int id = key.len > 1 && key.len < 12 ? lookup(key, ATTRS, sizeof ATTRS[0], HTML_ATTR_COUNT) : -1;
        if (id >= 0 && node->n_attrs < UINT8_MAX) {
            vec_push(&p->html->attrs, (HtmlAttribute){value, (uint32_t)id});
            node->n_attrs++;
        }
    }
    if (p->at < p->len)
        p->at++;
    return closed;
}

/* The content of a raw text element, up to its end tag: one text node. */
static void take_raw(Parser *p, HtmlTag tag)
{
    Str name = TAGS[tag].name;
    size_t from = p->at;
    for (;;) {
        const char *found = memchr(p->s + p->at, '<', p->len - p->at);
        p->at = found ? (size_t)(found - p->s) : p->len;
        if (!found)
            break;
        Str rest = {p->s + p->at, p->len - p->at};
        if (rest.len >= name.len + 2 && rest.data[1] == '/' && str_starts_nocase(str_slice(rest, 2, rest.len), name))
            break;
        p->at++;
    }
    if (p->at > from)
        add_node(p, TAG_TEXT, from, p->at);
    const char *close = p->at < p->len ? memchr(p->s + p->at, '>', p->len - p->at) : NULL;
    p->at = close ? (size_t)(close - p->s) + 1 : p->len;
}

static Str tag_name(Parser *p)
{
    size_t from = p->at;
    while (p->at < p->len && !is_space(p->s[p->at]) && p->s[p->at] != '>' && p->s[p->at] != '/')
        p->at++;
    return (Str){p->s + from, p->at - from};
}

static void start_tag(Parser *p)
{
    size_t from = p->at++;
    HtmlTag tag = tag_named(tag_name(p));
    close_implied(p, tag);
    if (tag == TAG_A && p->open_count[TAG_A]) { /* links do not nest: the open one was left open */
        close_open(p, TAG_A, stop_special);
        end_out_of_turn(p, TAG_A);
    }
    uint32_t i = add_node(p, tag, from, from);
    HtmlNode node = p->html->nodes.data[i];
    bool closed = take_attributes(p, &node);
    node.source.end = (uint32_t)p->at;
    p->html->nodes.data[i] = node;
    unsigned flags = TAGS[tag].flags;
    if (tag == TAG_A) { /* an anchor is no link */
        bool link;
        html_attr(p->html, &p->html->nodes.data[i], ATTR_HREF, &link);
        if (!link)
            return;
    }
    if (flags & HTML_VOID || (closed && tag == TAG_OTHER) ||
        ((tag == TAG_HTML || tag == TAG_BODY) && p->open_count[tag]))
        return;
    if (tag == TAG_OTHER) /* what means nothing here is passed through: its text is its parent's */
        return;
    if (flags & HTML_RAW) {
        if (p->depth == HTML_DEPTH_MAX) {
            take_raw(p, tag);
            return;
        }
        push(p, i, tag);
        take_raw(p, tag);
        pop_to(p, p->depth - 1);
        return;
    }
    push(p, i, tag);
}

static void skip_to(Parser *p, Str end)
{
    size_t found = str_find((Str){p->s, p->len}, end, p->at);
    p->at = found == SIZE_MAX ? p->len : found + end.len;
}

static void take_markup(Parser *p)
{
    char next = p->at + 1 < p->len ? p->s[p->at + 1] : '\0';
    if (next == '!') {
        Str rest = {p->s + p->at, p->len - p->at};
        p->at += 2;
        if (str_starts(rest, STR("<!--"))) {
            p->at += 2;
            if (p->at < p->len && p->s[p->at] == '>')
                p->at++;
            else
                skip_to(p, STR("-->"));
        } else {
            skip_to(p, STR(">"));
        }
    } else if (next == '?') {
        skip_to(p, STR(">"));
    } else if (next == '/') {
        p->at += 2;
        Str name = tag_name(p);
        HtmlNode unused = {0};
        size_t attrs = p->html->attrs.len;
        take_attributes(p, &unused);
        p->html->attrs.len = attrs;
        end_tag(p, tag_named(name), name);
    } else {
        start_tag(p);
    }
}

Status html_parse(Str source, Html *out, Error *err)
{
    *out = (Html){.source = source};
    Parser parser = {.html = out, .s = source.data, .len = source.len}, *p = &parser;
    vec_reserve(&out->nodes, source.len / 40 + 16);
    vec_push(&out->nodes, (HtmlNode){.tag = TAG_OTHER});
    Status status = LAGEBILD_OK;
    while (p->at < p->len) {
        size_t from = p->at;
        while (p->at < p->len) { /* up to what is markup indeed: "a < b" is text */
            const char *found = memchr(p->s + p->at, '<', p->len - p->at);
            p->at = found ? (size_t)(found - p->s) : p->len;
            char next = p->at + 1 < p->len ? p->s[p->at + 1] : '\0';
            if (!found || is_letter(next) || next == '!' || next == '?' ||
                (next == '/' && p->at + 2 < p->len && is_letter(p->s[p->at + 2])))
                break;
            p->at++;
        }
        if (p->at > from)
            add_node(p, TAG_TEXT, from, p->at);
        if (p->at < p->len)
            take_markup(p);
        if (out->nodes.len > HTML_NODES_MAX) {
            status = error_set(err, LAGEBILD_ERR_LIMIT, NULL, ERROR_NO_OFFSET, "more than %u elements", HTML_NODES_MAX);
            break;
        }
        if (p->too_deep > HTML_NESTING_MAX) {
            status = error_set(err, LAGEBILD_ERR_LIMIT, NULL, ERROR_NO_OFFSET, "elements nested more than %u deep",
                               HTML_NESTING_MAX);
            break;
        }
    }
    return status;
}

void html_release(Html *h)
{
    vec_release(&h->nodes);
    vec_release(&h->attrs);
}

Str html_attr(const Html *h, const HtmlNode *node, HtmlAttr key, bool *there)
{
    for (size_t i = 0; i < node->n_attrs; i++) {
        const HtmlAttribute *a = &h->attrs.data[node->attrs + i];
        if (a->key == (uint32_t)key) {
            if (there)
                *there = true;
            return str_span(h->source, a->value);
        }
    }
    if (there)
        *there = false;
    return STR_EMPTY;
}
