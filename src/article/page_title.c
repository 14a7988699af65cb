#include "article/page_facts.h"

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

/* Cuts what stands before `headline` at the end of *title off as a kicker. */
static void split_kicker(Str *title, Str headline, Str *kicker)
{
    if (headline.len < 15 || title->len < headline.len + 4 || !str_ends(*title, headline))
        return;
    Str before = str_slice(*title, 0, title->len - headline.len);
    if (before.len > 80 || !strchr(" :|-/", before.data[before.len - 1]))
        return;
    while (before.len && strchr(" :|-/", before.data[before.len - 1]))
        before.len--;
    *kicker = before;
    *title = headline;
}

Str page_title(const PageFacts *f, Str *kicker)
{
    const Layout *l = f->layout;
    *kicker = STR_EMPTY;
    const Metadata *meta = f->meta;
    const Str *outlets = f->outlets;
    size_t n_outlets = f->n_outlets;
    const Str said[] = {title_without_outlet(meta->og_title, outlets, n_outlets),
                        title_without_outlet(meta->ld.headline, outlets, n_outlets),
                        title_without_outlet(meta->title_tag, outlets, n_outlets)};
    Str best = STR_EMPTY;
    unsigned best_score = 0;
    for (size_t b = 0; b < l->blocks.len; b++) {
        const HtmlBlock *block = &l->blocks.data[b];
        HtmlTag tag = (HtmlTag)l->html->nodes.data[block->box].tag;
        Str text = draft_text(l->draft, b);
        if (!(tag >= TAG_H1 && tag <= TAG_H3) ||
            block->evidence & (IS_HIDDEN | IS_SKIPPED | IS_NAVIGATION | IS_FOOTER) || text.len < 5 || text.len > 300)
            continue;
        unsigned score = tag == TAG_H1 ? 40 : tag == TAG_H2 ? 15 : 5, agrees = 0;
        for (size_t i = 0; i < 3; i++) {
            unsigned shared = (shared_words(text, said[i]) + shared_words(said[i], text)) / 2;
            agrees = shared > agrees ? shared : agrees;
        }
        if (layout_is_within(l, block->box, f->container))
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
    best = title_without_outlet(best, outlets, n_outlets);
    for (size_t i = 0; i < 3; i++) /* "Fischereistreit: Falk bricht ab", where the head says "Falk bricht ab" */
        split_kicker(&best, said[i], kicker);
    *kicker = arena_str(f->arena, *kicker);
    return arena_str(f->arena, best);
}
