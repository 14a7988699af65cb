#include "article/layout.h"

#include "article/lines.h"

enum { SHORT_TEXT = 20, DESCEND_SHARE = 85 };

typedef struct Flatten {
    Layout *l;
    const Html *html;
    uint32_t *box_of; /* nearest block element of each element */
    bool open, broken;
    unsigned breaks; /* <br> in a row */
    HtmlBlock block;
} Flatten;

static void close_block(Flatten *f)
{
    if (!f->open)
        return;
    f->open = false;
    if (draft_end(f->l->draft, BLOCK_PARAGRAPH, "text"))
        vec_push(&f->l->blocks, f->block);
}

/* The innermost element around both; parents stand before their children. */
static uint32_t common_ancestor(const Html *html, uint32_t a, uint32_t b)
{
    while (a != b) {
        if (a > b)
            a = html->nodes.data[a].parent;
        else
            b = html->nodes.data[b].parent;
    }
    return a;
}

static bool only_blanks(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!(s.data[i] == ' ' || (s.data[i] >= '\t' && s.data[i] <= '\r')))
            return false;
    return true;
}

static void add_text(Flatten *f, uint32_t i)
{
    const HtmlNode *node = &f->html->nodes.data[i];
    Draft *d = f->l->draft;
    if (only_blanks(str_span(f->html->source, node->source))) {
        if (f->open)
            draft_blank(d, node->source.begin);
        return;
    }
    uint32_t box = f->box_of[node->parent];
    bool sentence_over =
        f->breaks == 1 && f->open && line_ends_sentence(str_slice(strbuf_str(&d->text), d->begin, d->text.len));
    if (f->open && (f->broken || box != f->block.box || f->breaks > 1 || sentence_over))
        close_block(f);
    if (!f->open) {
        draft_begin(d);
        f->block = (HtmlBlock){.box = box, .inner = node->parent};
        f->open = true;
    } else if (f->breaks) {
        draft_blank(d, node->source.begin);
    }
    f->broken = false;
    f->breaks = 0;
    size_t before = d->text.len;
    draft_run(d, node->source);
    f->block.inner = common_ancestor(f->html, f->block.inner, node->parent);
    if (node->in_link)
        f->block.links += (uint32_t)(d->text.len - before);
}

static void flatten(Layout *l)
{
    const Html *html = l->html;
    Flatten f = {.l = l, .html = html, .box_of = mem_zero(html->nodes.len, sizeof(uint32_t))};
    EvidenceCache cache = {{0}};
    for (uint32_t i = 1; i < html->nodes.len; i++) {
        const HtmlNode *node = &html->nodes.data[i];
        l->own[i] |= l->own[node->parent] & IS_SKIPPED;
        if (node->tag == TAG_TEXT) {
            if (!(l->own[i] & IS_SKIPPED))
                add_text(&f, i);
            continue;
        }
        unsigned flags = html_tag_flags((HtmlTag)node->tag);
        f.box_of[i] = flags & HTML_B ? i : f.box_of[node->parent];
        if (flags & HTML_B)
            f.broken = true;
        if (node->tag == TAG_BR)
            f.breaks++;
        if (node->tag != TAG_BODY && node->tag != TAG_HTML)
            l->own[i] |= evidence_of(html, node, &cache);
        if (l->own[i] & IS_HIDDEN && !(flags & HTML_B)) /* "(opens a new window)" for those who listen */
            l->own[i] |= IS_SKIPPED;
    }
    close_block(&f);
    evidence_release(&cache);
    vec_free(f.box_of);
}

/* Class names are wrong about boxes now and then ("post tag-hafen" on a whole article): what a name may claim ends with
 * the share of the page's running text that the box holds. */
static void take_back_doubtful(Layout *l)
{
    static const struct {
        Evidence bits;
        uint32_t share, bytes; /* percent of the page's prose, and prose itself */
    } LIMITS[] = {
        {IS_NAVIGATION | IS_SHARE | IS_NEWSLETTER | IS_AD | IS_TAGS | IS_FORM | IS_AUTHOR | IS_DATE | IS_CREDIT |
             IS_KICKER,
         20, 1200},
        {IS_LEAD | IS_BIO, 40, 1500},
        {IS_HIDDEN | IS_FOOTER | IS_ASIDE | IS_FIGURE | IS_CAPTION | IS_RELATED | IS_CONSENT | IS_EMBED | IS_PAYWALL,
         45, UINT32_MAX},
        {IS_COMMENTS, 85, UINT32_MAX},
    };
    uint64_t all = l->weights[0].prose;
    for (size_t i = 1; i < l->html->nodes.len; i++) {
        uint64_t here = l->weights[i].prose;
        for (size_t k = 0; k < sizeof LIMITS / sizeof LIMITS[0] && here > 0; k++)
            if (here * 100 > all * LIMITS[k].share || here > LIMITS[k].bytes)
                l->own[i] &= ~LIMITS[k].bits;
    }
}

static void inherit(Layout *l)
{
    l->all[0] = 0;
    for (size_t i = 1; i < l->html->nodes.len; i++)
        l->all[i] = l->own[i] | l->all[l->html->nodes.data[i].parent];
    for (size_t b = 0; b < l->blocks.len; b++)
        l->blocks.data[b].evidence = l->all[l->blocks.data[b].inner];
}

static void add_up(Layout *l)
{
    for (size_t i = l->html->nodes.len - 1; i > 0; i--) {
        Weight *up = &l->weights[l->html->nodes.data[i].parent], here = l->weights[i];
        up->text += here.text, up->links += here.links, up->prose += here.prose, up->good += here.good;
    }
}

/* Running text with none of `bits` against it; where there is little of that, shorter lines count half. */
static void count_good(Layout *l, Evidence bits)
{
    for (size_t i = 0; i < l->html->nodes.len; i++)
        l->weights[i].good = 0;
    for (size_t b = 0; b < l->blocks.len; b++) {
        const HtmlBlock *block = &l->blocks.data[b];
        size_t len = draft_text(l->draft, b).len;
        if (block->evidence & bits)
            continue;
        if (block->prose)
            l->weights[block->inner].good += block->prose;
        else if (len >= SHORT_TEXT && block->links * 4 < len)
            l->weights[block->inner].good += (uint32_t)len / 3;
    }
    for (size_t i = l->html->nodes.len - 1; i > 0; i--)
        l->weights[l->html->nodes.data[i].parent].good += l->weights[i].good;
}

void layout_make(const Html *html, Draft *draft, Layout *out)
{
    size_t n = html->nodes.len;
    *out = (Layout){.html = html,
                    .draft = draft,
                    .own = mem_zero(n, sizeof(Evidence)),
                    .all = mem_zero(n, sizeof(Evidence)),
                    .weights = mem_zero(n, sizeof(Weight))};
    flatten(out);
    for (size_t b = 0; b < out->blocks.len; b++) {
        HtmlBlock *block = &out->blocks.data[b];
        Str text = draft_text(draft, b);
        if (block->links * 2 < text.len && (line_is_prose(text) || (text.len > 200 && line_words(text) > 25)))
            block->prose = (uint32_t)text.len;
        Weight *w = &out->weights[block->inner];
        w->text += (uint32_t)text.len, w->links += block->links, w->prose += block->prose;
    }
    add_up(out);
    take_back_doubtful(out);
    inherit(out);
    count_good(out, IS_AGAINST);
    if (out->weights[0].good == 0)
        count_good(out, IS_SKIPPED | IS_NAVIGATION | IS_COMMENTS | IS_CONSENT);
}

void layout_release(Layout *l)
{
    vec_free(l->own);
    vec_free(l->all);
    vec_free(l->weights);
    vec_release(&l->blocks);
}

/* The box named as an article's text, when it holds most of what boxes of that name hold. */
static uint32_t find_named_body(const Layout *l)
{
    uint32_t best = 0, sum = 0;
    for (uint32_t i = 1; i < l->html->nodes.len; i++) {
        if (!(l->own[i] & IS_BODY) || l->all[i] & IS_AGAINST)
            continue;
        if (!(l->all[l->html->nodes.data[i].parent] & IS_BODY))
            sum += l->weights[i].good;
        if (l->weights[i].good > l->weights[best].good || best == 0)
            best = i;
    }
    bool most = best && l->weights[best].good >= sum / 10 * 7 &&
                l->weights[best].good >= l->weights[0].good / 100 * 35 && l->weights[best].good > 0;
    return most ? best : 0;
}

/* From the root down as long as one child holds nearly all. */
static uint32_t descend(const Layout *l, uint32_t *best_child)
{
    for (uint32_t i = 1; i < l->html->nodes.len; i++) {
        uint32_t parent = l->html->nodes.data[i].parent;
        if (l->html->nodes.data[i].tag != TAG_TEXT &&
            (best_child[parent] == 0 || l->weights[i].good > l->weights[best_child[parent]].good))
            best_child[parent] = i;
    }
    uint32_t here = 0;
    while (best_child[here] && l->weights[best_child[here]].good >= l->weights[here].good / 100 * DESCEND_SHARE &&
           l->weights[best_child[here]].good > 0) {
        uint32_t child = best_child[here];
        HtmlTag tag = (HtmlTag)l->html->nodes.data[child].tag;
        if (tag == TAG_P || !(html_tag_flags(tag) & HTML_B) || tag == TAG_LI || tag == TAG_BLOCKQUOTE)
            break;
        here = child;
    }
    return here;
}

uint32_t layout_find_article(Layout *l)
{
    uint32_t *best_child = mem_zero(l->html->nodes.len, sizeof *best_child);
    uint32_t found = find_named_body(l);
    if (!found)
        found = descend(l, best_child);
    vec_free(best_child);
    for (uint32_t up = found; up > 0; up = l->html->nodes.data[up].parent)
        l->own[up] &= ~(Evidence)(IS_AGAINST & ~IS_SKIPPED);
    inherit(l);
    return found;
}
