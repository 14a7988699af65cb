/* compared.c: pages compared with each other as text for a terminal. */
#include "view/compared.h"

#include "view/out.h"
#include "view/strings.h"
#include "view/unique.h"

typedef struct Compared {
    Out out;
    const ViewCopies *view;
    LagebildLanguage language;
} Compared;

static Compared start(StrBuf *out, const ViewCopies *view, const LagebildPrint *how)
{
    Compared p = {.view = view, .language = how->language};
    out_init(&p.out, out, how);
    return p;
}

static void dot(Compared *p) { out_c(&p->out, STYLE_DIM, " · "); }

static void count_pages(Compared *p, Style style, size_t n)
{
    out_format(&p->out, style, "%zu %s", n, view_word(p->language, n == 1 ? WORD_PAGE : WORD_PAGES));
}

/* "[2] Morgenbote · 11. Juni 2025 · dpa" */
static void article_head(Compared *p, uint32_t number)
{
    const Article *a = p->view->articles[number];
    StrBuf date = STRBUF_INIT;
    out_format(&p->out, STYLE_PLACE, "[%u] ", number + 1);
    p->out.indent = 6;
    out_text(&p->out, STYLE_NAME, a->outlet.len ? a->outlet : a->id);
    dot(p);
    view_date(&date, p->language, a->published);
    out_text(&p->out, STYLE_PLAIN, date.len ? strbuf_str(&date) : str_of(view_word(p->language, WORD_NO_DATE)));
    for (size_t i = 0; i < a->n_credits; i++) {
        out_c(&p->out, STYLE_DIM, i ? ", " : " · ");
        out_text(&p->out, STYLE_PLAIN, a->credits[i]);
    }
    strbuf_release(&date);
}

/* "87 % also elsewhere · 4 % shared quotations · 9 % only here" */
static void share_line(Compared *p, const CopyShare *s)
{
    out_format(&p->out, STYLE_DIM, "%.0f %% %s", 100 * s->copied, view_word(p->language, WORD_ALSO_ELSEWHERE));
    if (s->quoted > 0)
        out_format(&p->out, STYLE_DIM, " · %.0f %% %s", 100 * s->quoted,
                   view_word(p->language, WORD_SHARED_QUOTATIONS));
    out_format(&p->out, STYLE_DIM, " · %.0f %% %s", 100 * s->own, view_word(p->language, WORD_ONLY_HERE));
    out_line(&p->out, 6);
}

static void article_lines(Compared *p, uint32_t number)
{
    const Article *a = p->view->articles[number];
    out_line(&p->out, 6);
    if (a->title.len) {
        out_text(&p->out, STYLE_PLAIN, a->title);
        out_line(&p->out, 6);
    }
    share_line(p, &p->view->shares[number]);
    out_text(&p->out, STYLE_DIM, a->file);
    if (a->offset)
        out_format(&p->out, STYLE_DIM, ":%llu", (unsigned long long)a->offset);
    if (p->view->ids && p->view->ids[number].len) {
        dot(p);
        out_text(&p->out, STYLE_PLACE, p->view->ids[number]);
    }
    out_line(&p->out, 2);
}

/* The words at one place; those that the other side lacks stand out. */
static void side(Compared *p, uint32_t text, Span span, Str words, Spans unique)
{
    PlaceFound found = place_find(&p->view->places[text], span);
    p->out.indent = 6;
    out_format(&p->out, STYLE_PLACE, "[%u] %u:%u ", text + 1, found.line, found.column);
    p->out.indent = 18;
    size_t pos = 0;
    for (size_t i = 0; i < unique.len; i++) {
        out_text(&p->out, STYLE_PLAIN, str_slice(words, pos, unique.data[i].begin));
        out_text(&p->out, STYLE_HEAD, str_span(words, unique.data[i]));
        pos = unique.data[i].end;
    }
    out_text(&p->out, STYLE_PLAIN, str_slice(words, pos, words.len));
    out_line(&p->out, 6);
}

static void passage(Compared *p, uint32_t a, uint32_t b, const CopyPassage *in)
{
    Arena arena = ARENA_INIT;
    Str words[2] = {place_words_in(&arena, p->view->articles[a], &in->a, 1),
                    place_words_in(&arena, p->view->articles[b], &in->b, 1)};
    Spans *unique = unique_words(words, 2, &arena);
    p->out.indent = 6;
    out_c(&p->out, STYLE_DIM, view_copy(p->language, in->kind));
    if (in->quotation)
        out_format(&p->out, STYLE_DIM, " (%s)", view_word(p->language, WORD_OWN_WORDS));
    out_line(&p->out, 6);
    side(p, a, in->a, words[0], unique[0]);
    if (in->kind == COPY_VERBATIM) /* the same words again */
        side(p, b, in->b, STR("″"), (Spans){0});
    else
        side(p, b, in->b, words[1], unique[1]);
    arena_release(&arena);
}

static void passages(Compared *p, uint32_t a, uint32_t b, const CopyPassage *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        passage(p, a, b, &list[i]);
}

/* Which way the clues point: "may come from [1] (by time)" */
static void origin(Compared *p, const CopyMember *m)
{
    static const Word WORDS[] = {[COPY_OPEN] = WORD_OPEN,
                                 [COPY_FROM_BESIDE] = WORD_MAY_COME_FROM,
                                 [COPY_FROM_MEMBER] = WORD_MAY_BE_SOURCE_OF,
                                 [COPY_UNSEEN] = WORD_UNSEEN_SOURCE,
                                 [COPY_EARLIER] = WORD_EARLIER_THAN,
                                 [COPY_LATER] = WORD_LATER_THAN};
    dot(p);
    out_c(&p->out, STYLE_PLAIN, view_word(p->language, WORDS[m->origin]));
    if (m->origin != COPY_OPEN && m->origin != COPY_UNSEEN)
        out_format(&p->out, STYLE_PLACE, " [%u]", m->beside + 1);
    if (m->agency.len) {
        out_c(&p->out, STYLE_PLAIN, ": ");
        out_text(&p->out, STYLE_NAME, m->agency);
    }
    if (m->clue != COPY_CLUE_NONE)
        out_format(&p->out, STYLE_DIM, " (%s)", view_copy_clue(p->language, m->clue));
}

/* What a member is, and how much of it stands where. */
static void member(Compared *p, const CopyMember *m)
{
    p->out.indent = 2;
    article_head(p, m->text);
    dot(p);
    out_c(&p->out, m->kind == COPY_ROOT ? STYLE_MARK : STYLE_WARN, view_copy_member(p->language, m->kind));
    if (m->kind == COPY_DUPLICATE)
        out_format(&p->out, STYLE_PLACE, " [%u]", m->beside + 1);
    if (m->kind > COPY_DUPLICATE) {
        dot(p);
        out_format(&p->out, STYLE_PLAIN, "%.0f %% in", 100 * m->shared);
        out_format(&p->out, STYLE_PLACE, " [%u]", m->beside + 1);
        out_format(&p->out, STYLE_PLAIN, ", %.0f %% %s", 100 * m->shared_beside,
                   view_word(p->language, WORD_OTHER_WAY));
    }
    if (m->kind != COPY_ROOT && !(m->kind == COPY_VERSION && m->origin == COPY_OPEN))
        origin(p, m);
    article_lines(p, m->text);
    if (m->kind > COPY_DUPLICATE)
        passages(p, m->text, m->beside, m->passages, m->n_passages);
}

static size_t count_members(const ViewCopies *view)
{
    size_t n = 0;
    for (size_t i = 0; view->clusters && i < view->clusters->len; i++)
        n += view->clusters->data[i].n_members;
    return n;
}

void view_compared_begin(StrBuf *out, const ViewCopies *view, const LagebildPrint *how)
{
    if (how->format == LAGEBILD_JSON) {
        compared_json_begin(out, view);
        return;
    }
    Compared p = start(out, view, how);
    if (view->title.len) {
        out_text(&p.out, STYLE_HEAD, view->title);
        out_line(&p.out, 0);
    }
    if (view->story.len) {
        out_text(&p.out, STYLE_PLACE, view->story);
        dot(&p);
    }
    count_pages(&p, STYLE_PLAIN, view->n);
    if (view->clusters)
        out_format(&p.out, STYLE_PLAIN, ", %zu %s", count_members(view), view_word(p.language, WORD_WITH_SHARED));
    dot(&p);
    out_c(&p.out, STYLE_DIM, view_word(p.language, WORD_HOW_TO_READ));
    out_line(&p.out, 0);
}

void view_compared_cluster(StrBuf *out, const ViewCopies *view, size_t number, const LagebildPrint *how)
{
    if (how->format == LAGEBILD_JSON) {
        compared_json_cluster(out, view, number);
        return;
    }
    Compared p = start(out, view, how);
    const CopyCluster *c = &view->clusters->data[number];
    out_line(&p.out, 0);
    out_format(&p.out, STYLE_HEAD, "%s %zu", view_word(p.language, WORD_CLUSTER), number + 1);
    dot(&p);
    count_pages(&p, STYLE_PLAIN, c->n_members);
    out_line(&p.out, 2);
    for (size_t i = 0; i < c->n_members; i++)
        member(&p, &c->members[i]);
}

void view_compared_pair(StrBuf *out, const ViewCopies *view, size_t number, const LagebildPrint *how)
{
    if (how->format == LAGEBILD_JSON) {
        compared_json_pair(out, view, number);
        return;
    }
    Compared p = start(out, view, how);
    const CopyPair *pair = &view->pairs->data[number];
    out_line(&p.out, 2);
    for (int i = 0; i < 2; i++) {
        p.out.indent = 2;
        article_head(&p, i ? pair->b : pair->a);
        article_lines(&p, i ? pair->b : pair->a);
    }
    passages(&p, pair->a, pair->b, pair->passages, pair->n_passages);
}

void view_compared_end(StrBuf *out, const ViewCopies *view, const LagebildPrint *how)
{
    const CopyLimits *limits = view->clusters ? &view->clusters->limits : &view->pairs->limits;
    if (how->format == LAGEBILD_JSON) {
        compared_json_end(out, limits);
        return;
    }
    const struct {
        uint64_t n;
        Word word;
    } hit[] = {{limits->repeats, WORD_LEFT_REPEATS},
               {limits->places, WORD_LEFT_PLACES},
               {limits->texts, WORD_LEFT_TEXTS},
               {limits->pairs, WORD_LEFT_PAIRS}};
    Compared p = start(out, view, how);
    for (size_t i = 0; i < sizeof hit / sizeof hit[0]; i++)
        if (hit[i].n) {
            out_line(&p.out, 0);
            out_format(&p.out, STYLE_WARN, "%s (%llu)", view_word(p.language, hit[i].word),
                       (unsigned long long)hit[i].n);
            out_line(&p.out, 0);
        }
}
