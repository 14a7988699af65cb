/* page_type.c: what kind of page it is.
 *
 *     what the page says of itself (JSON-LD, Open Graph, address, title)
 *     what its blocks came to (how much running text, entries with a time, captions, headlines that lead elsewhere)
 *
 * Both must speak for a kind that is no article, except where the page says it in so many words (LiveBlogPosting). */
#include "article/page_facts.h"

#include "article/lines.h"

enum {
    SHORT_BODY = 1800, /* bytes: a wall lets less through */
    VIDEO_BODY = 900,  /* bytes: a film's description */
    STRETCH = 700,     /* bytes of running text without a headline between: an article's */
    LIVE_NAMED = 4,    /* entries of a page that calls itself a live blog */
    LIVE_UNNAMED = 7,  /* and of one that does not */
    GALLERY_PICTURES = 6,
    LISTED = 8 /* headlines that lead elsewhere */
};

typedef struct Shape {
    size_t body, paragraphs;  /* bytes, blocks of the article */
    size_t entries, in_order; /* that begin with a time of day and have text; whose time follows the one before */
    size_t captions;          /* bytes */
    size_t pictures;          /* captions */
    size_t listed;            /* headlines that are links, menus aside */
    size_t inside;            /* of these, in the article's own box */
    size_t stretch;           /* bytes of the longest running text without such a headline in between */
} Shape;

static bool says_one(Str s, const Str *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_find_nocase(s, words[i], 0) != SIZE_MAX)
            return true;
    return false;
}

#define SAYS(s, words) says_one((s), (words), sizeof(words) / sizeof *(words))

static bool is_digit(Str s, size_t at) { return at < s.len && s.data[at] >= '0' && s.data[at] <= '9'; }

/* "12.31 Uhr: …", "+++ 14:03 …": the time of day at the begin of a live blog's entry, in minutes; -1 where none is. */
static int clock_at_begin(Str text)
{
    size_t i = 0;
    while (i < text.len && i < 8 && !is_digit(text, i))
        i++;
    size_t digits = i;
    while (is_digit(text, digits) && digits < i + 2)
        digits++;
    if (digits == i || digits + 2 >= text.len || (text.data[digits] != ':' && text.data[digits] != '.') ||
        !is_digit(text, digits + 1) || text.data[digits + 1] > '5' || !is_digit(text, digits + 2) ||
        is_digit(text, digits + 3) || (digits + 3 < text.len && text.data[digits + 3] == '.'))
        return -1;
    int hour = 0;
    for (size_t k = i; k < digits; k++)
        hour = hour * 10 + (text.data[k] - '0');
    return hour > 24 ? -1 : hour * 60 + (text.data[digits + 1] - '0') * 10 + (text.data[digits + 2] - '0');
}

/* Entries of a live blog: a line that begins with a time, and prose in it or next to it. They run in one direction. */
static void count_entries(const Layout *l, Shape *s)
{
    int before = -1;
    size_t falls = 0, rises = 0;
    for (size_t b = 0; b < l->blocks.len; b++) {
        BlockKind kind = l->draft->blocks.data[b].kind;
        if (kind == BLOCK_TABLE || (!block_is_body(kind) && kind != BLOCK_BYLINE))
            continue;
        int clock = clock_at_begin(draft_text(l->draft, b));
        bool text = l->blocks.data[b].prose > 0;
        for (size_t k = 1; k <= 2 && b + k < l->blocks.len && !text; k++)
            text = l->blocks.data[b + k].prose > 0;
        if (clock < 0 || !text)
            continue;
        s->entries++;
        falls += before >= 0 && clock <= before;
        rises += before >= 0 && clock >= before;
        before = clock;
    }
    s->in_order = falls > rises ? falls : rises;
}

/* Headlines that are links, and the running text between them. */
static void count_listed(const PageFacts *f, Shape *s)
{
    const Layout *l = f->layout;
    size_t here = 0;
    for (size_t b = 0; b < l->blocks.len; b++) {
        const HtmlBlock *block = &l->blocks.data[b];
        size_t len = draft_text(l->draft, b).len;
        HtmlTag tag = (HtmlTag)l->html->nodes.data[block->box].tag;
        if (block->evidence & (IS_HIDDEN | IS_NAVIGATION | IS_FOOTER | IS_CONSENT | IS_SKIPPED))
            continue;
        if (tag >= TAG_H1 && tag <= TAG_H6 && block->links * 10 >= len * 6 && len >= 15) {
            s->listed++;
            s->inside += layout_is_within(l, block->box, f->container);
            here = 0;
        } else {
            here += block->links * 2 < len && !(block->evidence & (IS_CAPTION | IS_FIGURE)) ? block->prose : 0;
        }
        s->stretch = here > s->stretch ? here : s->stretch;
    }
}

/* "Möchten Sie weiterlesen?", "Ja, ich bin Abonnent": only walls speak so. */
static bool is_wall_notice(Str text)
{
    static const Str WORDS[] = {
        STR_INIT("jetzt weiterlesen"),     STR_INIT("sie weiterlesen?"),     STR_INIT("weiterlesen mit "),
        STR_INIT("um weiterzulesen"),      STR_INIT("um weiter zu lesen"),   STR_INIT("um diesen artikel"),
        STR_INIT("um den artikel"),        STR_INIT("nur für abonnent"),     STR_INIT("exklusiv für abonnent"),
        STR_INIT("bereits ein abo"),       STR_INIT("schon ein abo"),        STR_INIT("bereits abonnent"),
        STR_INIT("schon abonnent"),        STR_INIT("ich bin abonnent"),     STR_INIT("artikel freischalten"),
        STR_INIT("diesen artikel kaufen"), STR_INIT("alle artikel frei"),    STR_INIT("ist kostenpflichtig"),
        STR_INIT("subscribe to continue"), STR_INIT("already a subscriber"), STR_INIT("for subscribers only")};
    return text.len < 250 && SAYS(text, WORDS);
}

static bool has_wall(const Layout *l)
{
    const Evidence NOT = IS_NAVIGATION | IS_FOOTER | IS_HIDDEN | IS_SKIPPED | IS_COMMENTS;
    for (size_t b = 0; b < l->blocks.len; b++) {
        Evidence says = l->blocks.data[b].evidence;
        if (!(says & NOT) && (says & IS_PAYWALL || is_wall_notice(draft_text(l->draft, b))))
            return true;
    }
    return false;
}

static Shape shape_of(const PageFacts *f)
{
    const Layout *l = f->layout;
    Shape s = {0};
    for (size_t b = 0; b < l->blocks.len; b++) {
        const Block *block = &l->draft->blocks.data[b];
        size_t len = draft_text(l->draft, b).len;
        if (block_is_body(block->kind)) {
            s.body += len;
            s.paragraphs += block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_LEAD;
        }
        s.pictures += block->kind == BLOCK_CAPTION;
        s.captions += block->kind == BLOCK_CAPTION ? len : 0;
    }
    count_entries(l, &s);
    count_listed(f, &s);
    return s;
}

static bool is_live(const PageFacts *f, const Article *a, Str url, const Shape *s)
{
    static const Str WORDS[] = {STR_INIT("liveblog"),    STR_INIT("live-blog"),  STR_INIT("liveticker"),
                                STR_INIT("live-ticker"), STR_INIT("newsticker"), STR_INIT("news-ticker"),
                                STR_INIT("newsblog"),    STR_INIT("-ticker:")};
    if (f->meta->ld.type == PAGE_TYPE_LIVE)
        return true;
    bool named = SAYS(url, WORDS) || SAYS(a->title, WORDS);
    return s->entries >= (named ? LIVE_NAMED : LIVE_UNNAMED) && s->in_order * 10 >= s->entries * 7;
}

static bool is_gallery(const PageFacts *f, const Article *a, Str url, const Shape *s)
{
    static const Str ADDRESS[] = {STR_INIT("/fotostrecke"), STR_INIT("/bildergalerie"), STR_INIT("/bilderstrecke"),
                                  STR_INIT("/galerie/"),    STR_INIT("/gallery/"),      STR_INIT("/slideshow"),
                                  STR_INIT("/bilder/")};
    static const Str TITLE[] = {STR_INIT("bildergalerie:"), STR_INIT("fotostrecke:"), STR_INIT("bilderstrecke:"),
                                STR_INIT("fotogalerie:"), STR_INIT("die bilder des ")};
    bool named = f->meta->ld.type == PAGE_TYPE_GALLERY || SAYS(url, ADDRESS) || SAYS(a->title, TITLE);
    bool pictures = s->pictures >= GALLERY_PICTURES && s->captions > s->body;
    return named ? s->stretch < SHORT_BODY : pictures && s->stretch < STRETCH;
}

static bool is_video(const PageFacts *f, const Article *a, Str url, const Shape *s)
{
    static const Str ADDRESS[] = {STR_INIT("/video/"), STR_INIT("/videos/"), STR_INIT("/mediathek/"), STR_INIT("/tv/")};
    bool named = f->meta->ld.type == PAGE_TYPE_VIDEO || str_starts(f->meta->og_type, STR("video")) ||
                 SAYS(url, ADDRESS) || str_starts_nocase(a->title, STR("video:"));
    return named && s->body < VIDEO_BODY;
}

/* "https://bote.example/": an outlet's first page. */
static bool is_root(Str url)
{
    size_t host = str_find(url, STR("://"), 0);
    if (host == SIZE_MAX)
        return false;
    size_t path = str_find_char(url, '/', host + 3);
    return path == SIZE_MAX || path + 1 == url.len || str_equal(str_slice(url, path, url.len), STR("/index.html"));
}

static bool is_listing(const PageFacts *f, Str url, const Shape *s)
{
    bool article = f->meta->ld.rank >= 3 || str_equal(f->meta->og_type, STR("article"));
    bool list = f->meta->ld.type == PAGE_TYPE_LISTING || is_root(url);
    if (article && !is_root(url))
        return false;
    bool teasers =
        s->inside >= (list ? LISTED / 2 : 2 * LISTED) && s->paragraphs <= 2 * s->inside && s->stretch * 3 < s->body;
    return teasers || (s->stretch < STRETCH && s->listed >= (list ? LISTED / 2 : LISTED));
}

PageType page_type(const PageFacts *f, const Article *a)
{
    Str url = a->canonical.len ? a->canonical : a->url;
    Shape s = shape_of(f);
    if (is_live(f, a, url, &s))
        return PAGE_TYPE_LIVE;
    if (is_listing(f, url, &s))
        return PAGE_TYPE_LISTING;
    if (is_gallery(f, a, url, &s))
        return PAGE_TYPE_GALLERY;
    if (is_video(f, a, url, &s))
        return PAGE_TYPE_VIDEO;
    if (s.body < SHORT_BODY && (f->meta->ld.paywalled || has_wall(f->layout)))
        return PAGE_TYPE_PAYWALL;
    return PAGE_TYPE_ARTICLE;
}
