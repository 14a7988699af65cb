/* from_html.c: the way of an HTML page: parse, lay out, find the article, decide each block, say what it is about. */
#include "article/dates.h"
#include "article/decide.h"
#include "article/lines.h"
#include "article/steps.h"

/* How many of a's words stand in b, in percent. */
static unsigned shared_words(Str a, Str b)
{
    unsigned all = 0, shared = 0;
    Str word;
    while (str_split(&a, ' ', &word)) {
        if (word.len < 3)
            continue;
        all++;
        shared += str_find_nocase(b, word, 0) != SIZE_MAX;
    }
    return all ? 100 * shared / all : 0;
}

/* The heading that agrees best with what the head calls the page; else the page's own words for itself. */
static Str find_title(const Layout *l, uint32_t container, const Metadata *meta, const Str *outlets, size_t n_outlets)
{
    const Str said[] = {title_without_outlet(meta->og_title, outlets, n_outlets), title_without_outlet(meta->ld.headline, outlets, n_outlets),
                        title_without_outlet(meta->title_tag, outlets, n_outlets)};
    Str best = STR_EMPTY;
    unsigned best_score = 0;
    for (size_t b = 0; b < l->blocks.len; b++) {
        const HtmlBlock *block = &l->blocks.data[b];
        HtmlTag tag = (HtmlTag)l->html->nodes.data[block->box].tag;
        Str text = draft_text(l->draft, b);
        if (!(tag >= TAG_H1 && tag <= TAG_H3) || block->evidence & (IS_HIDDEN | IS_SKIPPED | IS_NAVIGATION | IS_FOOTER) || text.len < 5 || text.len > 300)
            continue;
        unsigned score = tag == TAG_H1 ? 40 : tag == TAG_H2 ? 15 : 5, agrees = 0;
        for (size_t i = 0; i < 3; i++) {
            unsigned shared = (shared_words(text, said[i]) + shared_words(said[i], text)) / 2;
            agrees = shared > agrees ? shared : agrees;
        }
        if (layout_is_within(l, block->box, container))
            score += 10;
        if (block->evidence & (IS_RELATED | IS_ASIDE))
            score = score > 30 ? score - 30 : 0;
        if (score + agrees > best_score && (agrees >= 25 || tag == TAG_H1) && agrees + score >= 55) {
            best_score = score + agrees;
            best = text;
        }
    }
    for (size_t i = 0; i < 3 && !best.len; i++)
        best = said[i];
    return title_without_outlet(best, outlets, n_outlets);
}

static void find_dates(const Layout *l, const Metadata *meta, Arena *arena, Article *out)
{
    if (!out->published.len && meta->ld.published.len)
        out->published = meta->ld.published, out->published_basis = DATE_JSON_LD;
    if (!out->published.len && meta->published.len)
        out->published = meta->published, out->published_basis = DATE_META;
    out->modified = meta->ld.modified.len ? meta->ld.modified : meta->modified;
    out->modified_basis = meta->ld.modified.len ? DATE_JSON_LD : meta->modified.len ? DATE_META : DATE_NONE;
    for (size_t i = 0; i < l->html->nodes.len && !out->published.len; i++) {
        const HtmlNode *node = &l->html->nodes.data[i];
        if (node->tag != TAG_TIME)
            continue;
        Str date = date_machine(html_attr(l->html, node, ATTR_DATETIME, NULL), arena);
        if (date.len >= 10)
            out->published = date, out->published_basis = DATE_TIME_TAG;
    }
    if (!out->published.len) {
        out->published = date_in_url(out->url, arena);
        out->published_basis = out->published.len ? DATE_URL : DATE_NONE;
    }
    for (size_t b = 0; b < l->blocks.len && !out->published.len; b++) {
        Str text = draft_text(l->draft, b);
        if (text.len < 160 && (out->published = date_visible(text, arena, NULL)).len)
            out->published_basis = DATE_VISIBLE;
    }
}

static void find_authors(const Layout *l, const Metadata *meta, Arena *arena, Article *out)
{
    Strs names = {0};
    for (size_t i = 0; i < meta->ld.authors.len; i++)
        authors_from_text(meta->ld.authors.data[i], arena, &names);
    for (size_t i = 0; i < meta->authors.len && !meta->ld.authors.len; i++)
        authors_from_text(meta->authors.data[i], arena, &names);
    for (size_t b = 0; b < l->blocks.len && names.len == 0; b++) {
        const HtmlBlock *block = &l->blocks.data[b];
        Str text = draft_text(l->draft, b);
        if (block->evidence & IS_AUTHOR && text.len < 100)
            authors_from_text(text, arena, &names);
    }
    out->n_authors = names.len;
    out->authors = vec_to_arena(&names, arena);
}

Status article_from_html(Draft *d, Arena *arena, Article *out, Error *err)
{
    Html html;
    Status status = html_parse(d->source, &html, err);
    if (status == LAGEBILD_OK) {
        Metadata meta;
        Layout layout;
        metadata_read(&html, arena, &meta);
        layout_make(&html, d, &layout);
        uint32_t container = layout_find_article(&layout);
        if (!out->outlet.len)
            out->outlet = meta.site.len ? meta.site : meta.ld.publisher;
        const Str outlets[] = {meta.site, meta.ld.publisher, meta.publisher, out->outlet};
        if (!out->title.len)
            out->title = arena_str(arena, find_title(&layout, container, &meta, outlets, 4));
        out->canonical = meta.canonical;
        if (!out->lang.len && meta.lang.len >= 2)
            out->lang = str_slice(meta.lang, 0, 2);
        if (!out->url.len)
            out->url = meta.canonical;
        decide_blocks(&layout, container, out->title, &meta);
        find_dates(&layout, &meta, arena, out);
        find_authors(&layout, &meta, arena, out);
        layout_release(&layout);
        metadata_release(&meta);
    }
    html_release(&html);
    return status;
}
