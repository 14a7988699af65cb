#include "article/page_facts.h"

#include "article/lines.h"

enum { SHORT_BODY = 1800, VIDEO_BODY = 900, LIVE_TIMES = 4 };

static bool says(Str s, const Str *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_find_nocase(s, words[i], 0) != SIZE_MAX)
            return true;
    return false;
}

/* "12.31 Uhr: …", "+++ 14:03 …": entries of a live blog. */
static bool begins_with_clock(Str text)
{
    size_t i = 0;
    while (i < text.len && i < 8 && !(text.data[i] >= '0' && text.data[i] <= '9'))
        i++;
    size_t digits = i;
    while (digits < text.len && digits < i + 2 && text.data[digits] >= '0' && text.data[digits] <= '9')
        digits++;
    return digits > i && digits + 2 < text.len && (text.data[digits] == ':' || text.data[digits] == '.') &&
           text.data[digits + 1] >= '0' && text.data[digits + 1] <= '5' && text.data[digits + 2] >= '0' &&
           text.data[digits + 2] <= '9' && (digits + 3 >= text.len || text.data[digits + 3] != '.');
}

PageType page_type(const PageFacts *f, const Article *a)
{
    static const Str LIVE[] = {STR_INIT("liveblog"),    STR_INIT("live-blog"),  STR_INIT("liveticker"),
                               STR_INIT("live-ticker"), STR_INIT("newsticker"), STR_INIT("news-ticker"),
                               STR_INIT("newsblog")};
    static const Str GALLERY[] = {STR_INIT("/fotostrecke"), STR_INIT("/bildergalerie"), STR_INIT("/bilderstrecke"),
                                  STR_INIT("/galerie/"),    STR_INIT("/gallery/"),      STR_INIT("/slideshow")};
    static const Str VIDEO[] = {STR_INIT("/video/"), STR_INIT("/videos/"), STR_INIT("/mediathek/"), STR_INIT("/tv/")};
    const Layout *l = f->layout;
    size_t body = 0, clocks = 0, paragraphs = 0;
    bool wall = f->meta->ld.paywalled;
    for (size_t b = 0; b < l->blocks.len; b++) {
        const Block *block = &l->draft->blocks.data[b];
        Str text = draft_text(l->draft, b);
        if (block_is_body(block->kind)) {
            body += text.len;
            paragraphs += block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_LEAD;
            clocks += text.len < 200 && begins_with_clock(text);
        } else if (l->blocks.data[b].evidence & IS_PAYWALL &&
                   layout_is_within(l, l->blocks.data[b].box, f->container)) {
            wall = true;
        }
    }
    Str url = a->canonical.len ? a->canonical : a->url;
    if (f->meta->ld.type == PAGE_TYPE_LIVE ||
        (clocks >= LIVE_TIMES &&
         (says(url, LIVE, sizeof LIVE / sizeof LIVE[0]) || says(a->title, LIVE, sizeof LIVE / sizeof LIVE[0]))))
        return PAGE_TYPE_LIVE;
    if (wall && body < SHORT_BODY)
        return PAGE_TYPE_PAYWALL;
    if (f->meta->ld.type == PAGE_TYPE_GALLERY || says(url, GALLERY, sizeof GALLERY / sizeof GALLERY[0]))
        return PAGE_TYPE_GALLERY;
    if (body < VIDEO_BODY && (f->meta->ld.type == PAGE_TYPE_VIDEO || str_starts(f->meta->og_type, STR("video")) ||
                              says(url, VIDEO, sizeof VIDEO / sizeof VIDEO[0])))
        return PAGE_TYPE_VIDEO;
    bool says_article = f->meta->ld.rank >= 3 || str_equal(f->meta->og_type, STR("article"));
    if (!says_article && (f->meta->ld.type == PAGE_TYPE_LISTING ||
                          (paragraphs <= 2 && l->weights[0].links > 4 * body && l->weights[0].links > 2000)))
        return PAGE_TYPE_LISTING;
    return PAGE_TYPE_ARTICLE;
}
