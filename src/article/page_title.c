/* page_title.c: the title: of the page's headings the one that agrees best with what the head calls the page. A heading
 * may hold more than the title, each in an element of its own: <h1><span>kicker</span><span>title</span></h1>. */
#include "article/page_facts.h"

#include "article/lines.h"

enum { N_SAID = 3, MOST_PARTS = 8, MOST_NODES = 200, MOST_HEADINGS = 400, LEAST_TITLE = 12, ALIKE = 90 };

typedef struct Titles {
    const PageFacts *f;
    Str said[N_SAID]; /* by the head: Open Graph, JSON-LD, the title tag; without the outlet's name */
    size_t n_h1;      /* that are shown, and are not the outlet's name */
} Titles;

/* A heading and the stretch of it that is the title. */
typedef struct Heading {
    Str whole, title, kicker;
    int score;
    bool exact; /* the head says the very same */
} Heading;

/* How many of a's words stand in b, in percent. */
static unsigned shared_words(Str a, Str b)
{
    unsigned all = 0, shared = 0;
    Str word;
    while (str_split(&a, ' ', &word)) {
        while (word.len && strchr(":,;.!?\"", word.data[word.len - 1]))
            word.len--;
        if (word.len < 3)
            continue;
        all++;
        shared += str_find_nocase(b, word, 0) != SIZE_MAX;
    }
    return all ? 100 * shared / all : 0;
}

/* How well a heading agrees with what the head says, in percent. */
static unsigned agreement(const Titles *t, Str text)
{
    unsigned best = 0;
    for (size_t i = 0; i < N_SAID; i++) {
        unsigned shared = (shared_words(text, t->said[i]) + shared_words(t->said[i], text)) / 2;
        best = shared > best ? shared : best;
    }
    return best;
}

static bool is_mark(char c) { return strchr(" :|-/", c) != NULL && c != '\0'; }

/* Cuts what stands before `headline` at the end of *title off as a kicker. */
static void split_kicker(Str *title, Str headline, Str *kicker)
{
    if (headline.len < 15 || title->len < headline.len + 4 || !str_ends(*title, headline))
        return;
    Str before = str_slice(*title, 0, title->len - headline.len);
    if (before.len > 80 || !is_mark(before.data[before.len - 1]))
        return;
    while (before.len && is_mark(before.data[before.len - 1]))
        before.len--;
    *kicker = before;
    *title = headline;
}

/* Does the head know this as a title, or as one beside a kicker: "Kicker: Titel", "Titel - Unterzeile"? */
static bool head_says(const Titles *t, Str part)
{
    if (part.len < LEAST_TITLE || line_words(part) < 2)
        return false;
    for (size_t i = 0; i < N_SAID; i++) {
        Str said = t->said[i];
        if (str_equal_nocase(said, part))
            return true;
        if (said.len < part.len + 3)
            continue;
        Str before = str_slice(said, 0, said.len - part.len), behind = str_slice(said, part.len, said.len);
        bool ends = str_ends(said, part) && (str_ends(before, STR(": ")) || str_ends(before, STR(" - ")) ||
                                             str_ends(before, STR(" – ")) || str_ends(before, STR(" | ")));
        bool begins = str_starts(said, part) && (str_starts(behind, STR(" - ")) || str_starts(behind, STR(" – ")) ||
                                                 str_starts(behind, STR(" | ")));
        if (ends || begins)
            return true;
    }
    return false;
}

typedef struct Part {
    uint32_t element; /* a child of the heading, or a text of its own */
    Evidence says;
    Str text;
} Part;

typedef struct Parts {
    Part all[MOST_PARTS];
    size_t n;
    StrBuf text; /* of the part under way */
} Parts;

/* A part without letters (a dash for those who listen) is none. False when there are too many. */
static bool close_part(const Titles *t, Parts *parts, uint32_t element, Evidence says)
{
    Str text = draft_string(strbuf_str(&parts->text), true, t->f->arena);
    strbuf_clear(&parts->text);
    if (line_letters(text) == 0 && !(says & IS_DATE))
        return true;
    if (parts->n == MOST_PARTS)
        return false;
    parts->all[parts->n++] = (Part){element, says, text};
    return true;
}

/* The heading's text by the elements that stand side by side in it; none when there are too many. */
static void split_heading(const Titles *t, const HtmlBlock *block, Parts *parts)
{
    const Layout *l = t->f->layout;
    uint32_t last = 0;
    Evidence said = 0;
    bool few = true;
    for (uint32_t i = block->inner + 1; i < l->html->nodes.len && layout_is_within(l, i, block->inner) && few; i++) {
        const HtmlNode *node = &l->html->nodes.data[i];
        few = i < block->inner + MOST_NODES;
        if (node->tag != TAG_TEXT || l->all[i] & IS_SKIPPED)
            continue;
        uint32_t top = i;
        Evidence says = 0;
        for (uint32_t up = i; up != block->inner; up = l->html->nodes.data[up].parent) {
            top = up;
            says |= l->own[up] | (l->html->nodes.data[up].tag == TAG_SMALL ? IS_LEAD : 0);
        }
        if (top != last && last)
            few = close_part(t, parts, last, said) && few;
        said = top == last ? said | says : says;
        last = top;
        strbuf_add_char(&parts->text, ' ');
        strbuf_add(&parts->text, str_span(l->html->source, node->source));
    }
    few = few && (!last || close_part(t, parts, last, said));
    parts->n = few ? parts->n : 0;
}

static Str join_parts(const Titles *t, const Parts *parts, size_t from, size_t to)
{
    StrBuf joined = STRBUF_INIT;
    for (size_t i = from; i < to; i++) {
        if (i > from)
            strbuf_add_char(&joined, ' ');
        strbuf_add(&joined, parts->all[i].text);
    }
    Str text = arena_str(t->f->arena, strbuf_str(&joined));
    strbuf_release(&joined);
    return text;
}

/* Which of the heading's parts are the title: those that the head knows by themselves; else what is left without those
 * that are named as kicker, date or subtitle. */
static void find_title_part(const Titles *t, const HtmlBlock *block, Heading *heading)
{
    Parts parts = {.n = 0};
    split_heading(t, block, &parts);
    size_t n = parts.n, from = 0, to = n;
    for (size_t cut = 1; cut < n && from == 0 && to == n; cut++) {
        if (head_says(t, join_parts(t, &parts, cut, n)))
            from = cut;
        else if (head_says(t, join_parts(t, &parts, 0, n - cut)))
            to = n - cut;
    }
    if (from == 0 && to == n) {
        while (from + 1 < n && parts.all[from].says & (IS_KICKER | IS_DATE | IS_LEAD))
            from++;
        while (to > from + 1 && parts.all[to - 1].says & (IS_LEAD | IS_DATE | IS_CREDIT))
            to--;
    }
    if (from > 0 && str_ends(parts.all[from - 1].text, STR(":"))) /* readers are shown "Kicker: Titel" */
        from = 0;
    if (from > 0 || to < n) {
        heading->title = join_parts(t, &parts, from, to);
        if (from > 0 && !(parts.all[0].says & IS_DATE))
            heading->kicker = join_parts(t, &parts, 0, from);
    }
    strbuf_release(&parts.text);
}

static bool names_only_outlet(const Titles *t, Str text)
{
    const PageFacts *f = t->f;
    for (size_t i = 0; i < N_SAID; i++)
        if (str_equal_nocase(text, t->said[i]))
            return false;
    for (size_t i = 0; i < f->n_outlets; i++)
        if (f->outlets[i].len && text.len <= f->outlets[i].len * 2 + 8 && names_outlet(text, f->outlets[i]))
            return true;
    return false;
}

/* Is the block a heading that could be the title? */
static bool may_be_title(const Titles *t, size_t b, Evidence not )
{
    const Layout *l = t->f->layout;
    const HtmlBlock *block = &l->blocks.data[b];
    HtmlTag tag = (HtmlTag)l->html->nodes.data[block->box].tag;
    size_t len = draft_text(l->draft, b).len;
    return tag >= TAG_H1 && tag <= TAG_H3 && !(block->evidence & not ) && len >= 5 && len <= 300;
}

enum { NOT_A_TITLE = IS_HIDDEN | IS_SKIPPED | IS_NAVIGATION | IS_FOOTER };

static Heading weigh_heading(const Titles *t, size_t b)
{
    const Layout *l = t->f->layout;
    const HtmlBlock *block = &l->blocks.data[b];
    HtmlTag tag = (HtmlTag)l->html->nodes.data[block->box].tag;
    Heading h = {.whole = draft_text(l->draft, b)};
    h.title = h.whole;
    find_title_part(t, block, &h);
    unsigned agrees = agreement(t, h.whole), part = agreement(t, h.title);
    agrees = part > agrees ? part : agrees;
    int score = tag == TAG_H1 ? 40 : tag == TAG_H2 ? 15 : 5;
    if (tag == TAG_H1 && t->n_h1 == 1)
        score += 20;
    if (layout_is_within(l, block->box, t->f->container))
        score += 10;
    if (block->evidence & (IS_RELATED | IS_ASIDE))
        score = score > 30 ? score - 30 : 0;
    score += (int)agrees;
    h.score = (agrees >= 25 || tag == TAG_H1) && score >= 55 ? score : 0;
    h.exact = head_says(t, h.title);
    h.score += h.score && h.exact ? 20 : 0;
    return h;
}

/* Some pages hide the h1 among the crumbs and show readers another heading. */
static Str title_among_crumbs(const Titles *t)
{
    const Layout *l = t->f->layout;
    for (size_t b = 0; b < l->blocks.len; b++) {
        Str text = draft_text(l->draft, b);
        if (may_be_title(t, b, IS_SKIPPED | IS_FOOTER) && l->html->nodes.data[l->blocks.data[b].box].tag == TAG_H1 &&
            agreement(t, text) >= ALIKE && !names_only_outlet(t, text))
            return text;
    }
    return STR_EMPTY;
}

/* The heading is "Falk bricht ab", and the head says everywhere "Fischereistreit: Falk bricht ab": that is its title.
 */
static void take_longer_title(const Titles *t, Heading *best)
{
    Str said = t->said[0];
    if (best->kicker.len || !best->title.len || !str_equal(said, t->said[1]) || !str_starts(t->said[2], said) ||
        said.len < best->title.len + 4 || !str_ends(said, best->title))
        return;
    if (str_ends(str_slice(said, 0, said.len - best->title.len), STR(": ")))
        best->title = said;
}

Str page_title(const PageFacts *f, Str *kicker, Str *heading)
{
    const Layout *l = f->layout;
    const Metadata *meta = f->meta;
    Titles t = {.f = f,
                .said = {title_without_outlet(meta->og_title, f->outlets, f->n_outlets),
                         title_without_outlet(meta->ld.headline, f->outlets, f->n_outlets),
                         title_without_outlet(meta->title_tag, f->outlets, f->n_outlets)}};
    Heading best = {.score = 0};
    for (size_t b = 0; b < l->blocks.len; b++)
        t.n_h1 += may_be_title(&t, b, NOT_A_TITLE) && l->html->nodes.data[l->blocks.data[b].box].tag == TAG_H1 &&
                  !names_only_outlet(&t, draft_text(l->draft, b));
    for (size_t b = 0, seen = 0; b < l->blocks.len && seen < MOST_HEADINGS; b++) {
        seen += may_be_title(&t, b, NOT_A_TITLE);
        if (!may_be_title(&t, b, NOT_A_TITLE) || names_only_outlet(&t, draft_text(l->draft, b)))
            continue;
        Heading h = weigh_heading(&t, b);
        if (h.score > best.score)
            best = h;
    }
    *heading = arena_str(f->arena, best.whole);
    Str crumb = best.exact || t.n_h1 ? STR_EMPTY : title_among_crumbs(&t);
    if (crumb.len)
        best = (Heading){.title = crumb};
    else
        take_longer_title(&t, &best);
    for (size_t i = 0; i < N_SAID && !best.title.len; i++)
        best.title = t.said[i];
    best.title = title_without_outlet(best.title, f->outlets, f->n_outlets);
    for (size_t i = 0; i < N_SAID; i++) /* and the other way around */
        split_kicker(&best.title, t.said[i], &best.kicker);
    *kicker = arena_str(f->arena, best.kicker);
    return arena_str(f->arena, best.title);
}
