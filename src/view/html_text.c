/* html_text.c: the articles' texts in the report, with marked passages.
 *
 *     text     Blinken habe ihm zugesichert, dass der Westen antworten werde, sagte Lawrow.
 *     targets          [------------------- 1 -------------------]          what some line links to; they may overlap
 *                                       [--------- 2 ---------]
 *     pieces   |       |                |                       |           cut where any begins or ends; each names its targets
 *
 * Spans of HTML cannot overlap, so that a target is a class on all its pieces and an empty element with its id at its begin;
 * one rule of style at the end of each story lights up the pieces of the target that the address names. */
#include "view/html.h"

#include "base/map.h"
#include "base/vec.h"

#include <stdlib.h>

enum { MARK_QUOTE = 1, MARK_COPIED = 2, MARK_DIFFERENCE = 4, MARK_SPUN = 8, MARK_TIME = 16 };

typedef struct Target {
    uint32_t article;
    Span span;       /* the id's: the first of its spans */
    uint32_t anchor; /* where the id stands: span.begin, unless that is not the article's own text */
} Target;

typedef struct Part {
    Span span;
    uint32_t target;
    unsigned marks;
} Part;

typedef struct Texts {
    HtmlPage *page;
    VEC(Target) targets; /* of all articles of the story */
    VEC(Part) parts;     /* of the article at hand */
    U64Map target_of;    /* span → target, of the article at hand */
    Arena arena;         /* of the article at hand */
} Texts;

/* ---- what is linked to --------------------------------------------------------------------------------------- */

static uint32_t target_at(Texts *t, uint32_t article, Span span)
{
    bool was_new = false;
    uint64_t key = (uint64_t)span.begin << 32 | span.end;
    uint32_t target = *u64map_put(&t->target_of, key, (uint32_t)t->targets.len, &was_new);
    if (was_new)
        vec_push(&t->targets, (Target){article, span, span.begin});
    return target;
}

static void add_parts(Texts *t, uint32_t article, const Span *spans, size_t n, unsigned marks)
{
    if (n == 0)
        return;
    uint32_t target = target_at(t, article, spans[0]);
    Spans runs = place_runs(&t->arena, t->page->picture->sources[article].article, spans, n);
    t->targets.data[target].anchor = runs.data[0].begin;
    for (size_t i = 0; i < runs.len; i++)
        if (runs.data[i].begin < runs.data[i].end)
            vec_push(&t->parts, (Part){runs.data[i], target, marks});
}

static int by_begin(const void *x, const void *y)
{
    const Part *a = x, *b = y;
    if (a->span.begin != b->span.begin)
        return a->span.begin < b->span.begin ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end > b->span.end ? -1 : 1;
    return a->target != b->target ? (a->target < b->target ? -1 : 1) : (a->marks > b->marks) - (a->marks < b->marks);
}

static void collect(Texts *t, uint32_t article)
{
    const Picture *picture = t->page->picture;
    t->parts.len = 0;
    u64map_release(&t->target_of);
    arena_reset(&t->arena);
    for (size_t i = 0; i < picture->n_statements; i++)
        if (picture->statements[i].article == article) {
            const Spans *quote = &picture->sources[article].statements->data[picture->statements[i].index].quote;
            add_parts(t, article, quote->data, quote->len, MARK_QUOTE);
        }
    for (size_t i = 0; i < picture->n_passages; i++)
        for (size_t k = 0; k < picture->passages[i].n_spans; k++)
            if (picture->passages[i].spans[k].article == article)
                add_parts(t, article, &picture->passages[i].spans[k].span, 1, MARK_COPIED);
    for (size_t i = 0; i < picture->n_differences; i++)
        for (size_t k = 0; k < picture->differences[i].n_spans; k++)
            if (picture->differences[i].spans[k].article == article)
                add_parts(t, article, &picture->differences[i].spans[k].span, 1, MARK_DIFFERENCE);
    for (size_t i = 0; i < picture->n_spun; i++) {
        if (picture->spun[i].at.article == article)
            add_parts(t, article, &picture->spun[i].at.span, 1, MARK_SPUN);
        if (picture->spun[i].original.article == article)
            add_parts(t, article, &picture->spun[i].original.span, 1, MARK_SPUN);
    }
    for (size_t i = 0; i < picture->n_timeline; i++)
        if (picture->timeline[i].at.article == article)
            add_parts(t, article, &picture->timeline[i].at.span, 1, MARK_TIME);
    if (t->parts.len)
        qsort(t->parts.data, t->parts.len, sizeof *t->parts.data, by_begin);
}

/* ---- one block ----------------------------------------------------------------------------------------------- */

typedef struct Sweep {
    VEC(Part) active;
    size_t next; /* the first part that has not begun */
} Sweep;

static void add_anchor(Texts *t, const Part *part)
{
    Target *target = &t->targets.data[part->target];
    if (target->anchor != part->span.begin)
        return; /* a further part of a statement: the id stands at the first */
    strbuf_add_c(t->page->out, "<a id=\"");
    html_span_id(t->page, target->article, target->span);
    strbuf_add_c(t->page->out, "\"></a>");
}

static void piece_begin(Texts *t, const Sweep *sweep)
{
    static const struct {
        unsigned mark;
        const char *class;
    } CLASSES[] = {
        {MARK_QUOTE, "q"}, {MARK_COPIED, "c"}, {MARK_DIFFERENCE, "d"}, {MARK_SPUN, "s"}, {MARK_TIME, "t"},
    };
    unsigned marks = 0;
    for (size_t i = 0; i < sweep->active.len; i++)
        marks |= sweep->active.data[i].marks;
    strbuf_add_c(t->page->out, "<span class=\"m");
    for (size_t i = 0; i < sizeof CLASSES / sizeof CLASSES[0]; i++)
        if (marks & CLASSES[i].mark)
            strbuf_add_format(t->page->out, " %s", CLASSES[i].class);
    for (size_t i = 0; i < sweep->active.len; i++)
        strbuf_add_format(t->page->out, " x%u-%u", t->page->story, sweep->active.data[i].target);
    strbuf_add_c(t->page->out, "\">");
}

/* Takes in what begins at or before `at` and lets go what has ended; ids are set where their span begins. */
static void advance(Texts *t, Sweep *sweep, uint32_t at)
{
    size_t kept = 0;
    for (; sweep->next < t->parts.len && t->parts.data[sweep->next].span.begin <= at; sweep->next++) {
        const Part *part = &t->parts.data[sweep->next];
        bool again = sweep->next && part[-1].target == part->target && part[-1].span.begin == part->span.begin;
        if (!again)
            add_anchor(t, part);
        vec_push(&sweep->active, *part);
    }
    for (size_t i = 0; i < sweep->active.len; i++)
        if (sweep->active.data[i].span.end > at)
            sweep->active.data[kept++] = sweep->active.data[i];
    sweep->active.len = kept;
}

static void block_words(Texts *t, Sweep *sweep, Str text, Span block)
{
    for (uint32_t at = block.begin, end; at < block.end; at = end) {
        advance(t, sweep, at);
        end = block.end;
        if (sweep->next < t->parts.len && t->parts.data[sweep->next].span.begin < end)
            end = t->parts.data[sweep->next].span.begin;
        for (size_t i = 0; i < sweep->active.len; i++)
            if (sweep->active.data[i].span.end < end)
                end = sweep->active.data[i].span.end;
        if (sweep->active.len)
            piece_begin(t, sweep);
        html_text(t->page->out, str_span(text, (Span){at, end}));
        strbuf_add_c(t->page->out, sweep->active.len ? "</span>" : "");
    }
}

static bool is_kept(BlockKind kind) { return block_is_body(kind) || kind == BLOCK_TITLE || kind == BLOCK_KICKER; }

static const char *block_tag(BlockKind kind)
{
    return kind == BLOCK_TITLE ? "h4" : kind == BLOCK_SUBHEAD ? "h5" : kind == BLOCK_QUOTATION ? "blockquote" : "p";
}

/* Lines that are not the article's stay where they were on the page, folded away with their reasons. */
static void folded_begin(HtmlPage *p, const Article *a, size_t first)
{
    size_t n = 0;
    while (first + n < a->n_blocks && !is_kept(a->blocks[first + n].kind))
        n++;
    strbuf_add_c(p->out, "<details class=\"off\"><summary>");
    html_c(p->out, view_word(p->language, WORD_LEFT_OUT));
    strbuf_add_format(p->out, " (%zu)</summary>\n", n);
}

static void blocks(Texts *t, const Article *a)
{
    Sweep sweep = {0};
    HtmlPage *p = t->page;
    bool folded = false;
    for (size_t i = 0; i < a->n_blocks; i++) {
        const Block *b = &a->blocks[i];
        bool fold = !is_kept(b->kind);
        if (folded && !fold)
            strbuf_add_c(p->out, "</details>\n");
        if (fold && !folded)
            folded_begin(p, a, i);
        folded = fold;
        strbuf_add_format(p->out, "<%s class=\"b-%s\">", block_tag(b->kind), block_kind_name(b->kind));
        if (fold) {
            strbuf_add_format(p->out, "<small>%s · ", view_block(p->language, b->kind));
            html_c(p->out, b->reason);
            strbuf_add_c(p->out, "</small> ");
        }
        block_words(t, &sweep, a->text, b->span);
        strbuf_add_format(p->out, "</%s>\n", block_tag(b->kind));
    }
    strbuf_add_c(p->out, folded ? "</details>\n" : "");
    vec_release(&sweep.active);
}

/* ---- all of them --------------------------------------------------------------------------------------------- */

static void text_head(HtmlPage *p, const Article *a, uint32_t number)
{
    Str address = a->canonical.len ? a->canonical : a->url;
    bool web = str_starts_nocase(address, STR("https://")) || str_starts_nocase(address, STR("http://"));
    strbuf_add_format(p->out, "<header><h3><span class=\"nr\">%u</span> ", number + 1);
    html_text(p->out, a->outlet.len ? a->outlet : a->id);
    strbuf_add_c(p->out, "</h3>\n<p class=\"source\">");
    if (web) { /* anything else might be a script */
        strbuf_add_c(p->out, "<a rel=\"noreferrer\" href=\"");
        html_text(p->out, address);
        strbuf_add_c(p->out, "\">");
    }
    html_text(p->out, address.len ? address : a->file);
    strbuf_add_c(p->out, web ? "</a>" : "");
    strbuf_add_c(p->out, " <span class=\"id\">");
    html_text(p->out, p->view->ids[number]);
    strbuf_add_c(p->out, "</span></p></header>\n");
}

static void legend(HtmlPage *p)
{
    static const struct {
        const char *class;
        Word what;
    } KEYS[] = {
        {"q", WORD_STATEMENT},    {"c", WORD_SECTION_PASSAGES}, {"d", WORD_SECTION_DIFFERENCES},
        {"s", WORD_SECTION_SPUN}, {"t", WORD_SECTION_TIMELINE},
    };
    strbuf_add_c(p->out, "<p class=\"legend\">");
    for (size_t i = 0; i < sizeof KEYS / sizeof KEYS[0]; i++)
        strbuf_add_format(p->out, "<span class=\"m %s\">%s</span> ", KEYS[i].class,
                          view_word(p->language, KEYS[i].what));
    strbuf_add_c(p->out, "</p>\n");
}

static void target_rules(Texts *t)
{
    HtmlPage *p = t->page;
    if (!t->targets.len)
        return;
    strbuf_add_c(p->out, "<style>");
    for (size_t i = 0; i < t->targets.len; i++) {
        strbuf_add_c(p->out, i ? ",\n:root:has(#" : ":root:has(#");
        html_span_id(p, t->targets.data[i].article, t->targets.data[i].span);
        strbuf_add_format(p->out, ":target) .x%u-%zu", p->story, i);
    }
    strbuf_add_c(p->out, "{background:var(--hit);color:var(--hit-ink);box-shadow:0 0 0 .12em var(--hit)}</style>\n");
}

void html_texts(HtmlPage *p)
{
    Texts t = {.page = p};
    legend(p);
    for (uint32_t i = 0; i < p->picture->n_articles; i++) {
        const Article *a = p->picture->sources[i].article;
        strbuf_add_c(p->out, "<article class=\"text\" id=\"");
        html_article_id(p, i);
        strbuf_add_c(p->out, "\" lang=\"");
        html_text(p->out, a->lang.len ? a->lang : STR("de"));
        strbuf_add_c(p->out, "\">\n");
        collect(&t, i);
        text_head(p, a, i);
        blocks(&t, a);
        strbuf_add_c(p->out, "</article>\n");
    }
    target_rules(&t);
    vec_release(&t.targets);
    vec_release(&t.parts);
    u64map_release(&t.target_of);
    arena_release(&t.arena);
}
