/* text.c: a picture as text for a terminal. */
#include "base/vec.h"
#include "view/out.h"
#include "view/strings.h"
#include "view/unique.h"
#include "view/view.h"

typedef struct TextPage {
    Out out;
    const ViewPicture *view;
    const Picture *picture;
    LagebildLanguage language;
    StrBuf line; /* for putting words together */
} TextPage;

static void count(TextPage *p, Style style, uint64_t n, Word one, Word many)
{
    out_format(&p->out, style, "%llu %s", (unsigned long long)n, view_word(p->language, n == 1 ? one : many));
}

static void dot(TextPage *p) { out_c(&p->out, STYLE_DIM, " · "); }

static void section(TextPage *p, Word title)
{
    out_line(&p->out, 0);
    out_c(&p->out, STYLE_HEAD, view_word(p->language, title));
    out_line(&p->out, 0);
    out_line(&p->out, 2);
}

/* "[2] 14:7" */
static void place(TextPage *p, uint32_t article, Span span)
{
    PlaceFound found = place_find(&p->view->places[article], span);
    out_format(&p->out, STYLE_PLACE, "[%u] %u:%u", article + 1, found.line, found.column);
}

static void gap(TextPage *p) { out_c(&p->out, STYLE_PLAIN, " "); }

static void words(TextPage *p, uint32_t article, const Span *spans, size_t n)
{
    strbuf_clear(&p->line);
    place_words(&p->line, p->picture->sources[article].article, spans, n);
    out_text(&p->out, STYLE_PLAIN, strbuf_str(&p->line));
}

/* "[2] 14:7  ", with room for what follows. */
static void place_column(TextPage *p, uint32_t article, Span at, unsigned indent)
{
    p->out.indent = indent;
    place(p, article, at);
    gap(p);
    p->out.indent = indent + 12;
}

static void line_at(TextPage *p, uint32_t article, Span at, const Span *spans, size_t n, unsigned indent)
{
    place_column(p, article, at, indent);
    words(p, article, spans, n);
}

/* The words at a place within their sentence. */
static void context(TextPage *p, const PictureSpan *at)
{
    const PictureSource *source = &p->picture->sources[at->article];
    PlaceContext c = place_context(source->article, source->analysis, at->span);
    out_c(&p->out, STYLE_DIM, c.cut_before ? "… " : "");
    out_text(&p->out, STYLE_DIM, c.before);
    strbuf_clear(&p->line);
    place_words(&p->line, source->article, &at->span, 1);
    out_mark(&p->out, strbuf_str(&p->line));
    out_text(&p->out, STYLE_DIM, c.after);
    out_c(&p->out, STYLE_DIM, c.cut_after ? " …" : "");
}

static void context_line(TextPage *p, const PictureSpan *at, unsigned indent)
{
    place_column(p, at->article, at->span, indent);
    context(p, at);
}

/* "[2] 14:7, [3] 5:11", and the words that follow on a line of their own. */
static void places_line(TextPage *p, const PictureSpan *places, size_t n, unsigned indent)
{
    p->out.indent = indent;
    for (size_t i = 0; i < n; i++) {
        place(p, places[i].article, places[i].span);
        out_c(&p->out, STYLE_PLACE, i + 1 < n ? ", " : "");
    }
    out_line(&p->out, indent + 12);
}

/* What a row and its repeats stand before. */
static void row_places(TextPage *p, const PictureSpan *places, const ViewRepeat *repeats, uint32_t row)
{
    VEC(PictureSpan) all = {0};
    for (uint32_t i = row; i != UINT32_MAX; i = repeats[i].next)
        vec_push(&all, places[i]);
    if (all.len == 1)
        place_column(p, places[row].article, places[row].span, 4);
    else
        places_line(p, all.data, all.len, 4);
    vec_release(&all);
}

/* A wording, with the words that no other beside it has. */
static void words_marked(TextPage *p, Str text, Spans unique)
{
    size_t pos = 0;
    for (size_t i = 0; i < unique.len; i++) {
        out_text(&p->out, STYLE_PLAIN, str_slice(text, pos, unique.data[i].begin));
        out_text(&p->out, STYLE_HEAD, str_span(text, unique.data[i]));
        pos = unique.data[i].end;
    }
    out_text(&p->out, STYLE_PLAIN, str_slice(text, pos, text.len));
}

static void strings(TextPage *p, const Str *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        out_text(&p->out, STYLE_PLAIN, list[i]);
        out_c(&p->out, STYLE_PLAIN, i + 1 < n ? ", " : "");
    }
}

static void percent(TextPage *p, double share, Word what)
{
    dot(p);
    out_format(&p->out, STYLE_PLAIN, "%.0f %% %s", 100 * share, view_word(p->language, what));
}

/* ---- sections ------------------------------------------------------------------------------------------------ */

static void head(TextPage *p)
{
    out_text(&p->out, STYLE_HEAD, p->view->title.len ? p->view->title : str_of(view_word(p->language, WORD_NO_TITLE)));
    out_line(&p->out, 0);
    count(p, STYLE_PLAIN, p->picture->n_articles, WORD_PAGE, WORD_PAGES);
    out_c(&p->out, STYLE_PLAIN, ", ");
    count(p, STYLE_PLAIN, p->picture->n_independent, WORD_INDEPENDENT_TEXT, WORD_INDEPENDENT_TEXTS);
    strbuf_clear(&p->line);
    view_add_days(&p->line, p->language, p->picture);
    if (p->line.len) {
        dot(p);
        out_text(&p->out, STYLE_PLAIN, strbuf_str(&p->line));
    }
    out_line(&p->out, 0);
    out_text(&p->out, STYLE_DIM, p->view->id);
    dot(p);
    out_c(&p->out, STYLE_DIM, view_word(p->language, WORD_HOW_TO_READ));
    out_line(&p->out, 0);
}

static void article_source(TextPage *p, uint32_t number)
{
    const PictureArticle *in = &p->picture->articles[number];
    bool any = false;
    if (in->independent) {
        dot(p);
        out_c(&p->out, STYLE_MARK, view_word(p->language, WORD_INDEPENDENT));
    }
    if (in->taken_from != UINT32_MAX) {
        dot(p);
        if (in->agency.len) {
            out_format(&p->out, STYLE_WARN, "%s ", view_word(p->language, WORD_TEXT_OF));
            out_text(&p->out, STYLE_WARN, in->agency);
            out_format(&p->out, STYLE_WARN, " %s ", view_word(p->language, WORD_AS));
        } else {
            out_format(&p->out, STYLE_WARN, "%s ", view_word(p->language, WORD_MAY_COME_FROM));
        }
        out_format(&p->out, STYLE_PLACE, "[%u]", in->taken_from + 1);
    }
    for (size_t i = 0; i < p->picture->n_articles; i++) {
        if (p->picture->articles[i].taken_from != number || p->picture->articles[i].agency.len)
            continue;
        if (!any) {
            dot(p);
            out_format(&p->out, STYLE_PLAIN, "%s ", view_word(p->language, WORD_SOURCE_OF));
        }
        out_format(&p->out, STYLE_PLACE, any ? ", [%zu]" : "[%zu]", i + 1);
        any = true;
    }
    if (in->copied >= 0.005)
        percent(p, in->copied, WORD_SHARED);
    if (in->quoted >= 0.005)
        percent(p, in->quoted, WORD_QUOTED);
}

static void article(TextPage *p, size_t number)
{
    const Article *a = p->picture->sources[number].article;
    const PictureArticle *in = &p->picture->articles[number];
    p->out.indent = 2;
    out_format(&p->out, STYLE_PLACE, "[%zu] ", number + 1);
    p->out.indent = number < 9 ? 6 : 7;
    out_text(&p->out, STYLE_NAME, a->outlet.len ? a->outlet : a->id);
    dot(p);
    if (in->published.len) {
        strbuf_clear(&p->line);
        view_date(&p->line, p->language, in->published);
        out_text(&p->out, STYLE_PLAIN, strbuf_str(&p->line));
        out_format(&p->out, STYLE_DIM, " (%s)", view_date_basis(p->language, in->basis));
    } else {
        out_c(&p->out, STYLE_DIM, view_word(p->language, WORD_NO_DATE));
    }
    if (a->n_credits) {
        dot(p);
        strings(p, a->credits, a->n_credits);
    }
    if (a->type != PAGE_TYPE_ARTICLE) {
        dot(p);
        out_c(&p->out, STYLE_PLAIN, view_page_type(p->language, a->type));
    }
    article_source(p, (uint32_t)number);
    out_line(&p->out, 6);
    out_text(&p->out, STYLE_PLAIN, a->title.len ? a->title : str_of(view_word(p->language, WORD_NO_TITLE)));
    out_line(&p->out, 6);
    out_text(&p->out, STYLE_DIM, a->canonical.len ? a->canonical : a->url.len ? a->url : a->file);
    dot(p);
    out_text(&p->out, STYLE_DIM, p->view->ids[number]);
    out_line(&p->out, 2);
}

static void articles(TextPage *p)
{
    section(p, WORD_SECTION_PAGES);
    for (size_t i = 0; i < p->picture->n_articles; i++)
        article(p, i);
}

static void passage_lines(TextPage *p, const PicturePassage *passage)
{
    Arena arena = ARENA_INIT;
    Str *rows = ARENA_NEW(&arena, Str, passage->n_spans);
    for (size_t i = 0; i < passage->n_spans; i++)
        rows[i] =
            place_words_in(&arena, p->picture->sources[passage->spans[i].article].article, &passage->spans[i].span, 1);
    Spans *unique = unique_words(rows, passage->n_spans, &arena);
    for (size_t i = 0; i < passage->n_spans; i++) {
        place_column(p, passage->spans[i].article, passage->spans[i].span, 4);
        if (i && passage->kind == COPY_VERBATIM)
            out_c(&p->out, STYLE_DIM, "″"); /* the same words again */
        else
            words_marked(p, rows[i], unique[i]);
        out_line(&p->out, 2);
    }
    arena_release(&arena);
}

static void passages(TextPage *p)
{
    if (!p->picture->n_passages)
        return;
    section(p, WORD_SECTION_PASSAGES);
    for (size_t i = 0; i < p->picture->n_passages; i++) {
        const PicturePassage *passage = &p->picture->passages[i];
        p->out.indent = 2;
        out_c(&p->out, STYLE_NAME, view_copy(p->language, passage->kind));
        if (passage->quotation)
            out_format(&p->out, STYLE_PLAIN, " (%s)", view_word(p->language, WORD_OWN_WORDS));
        out_line(&p->out, 4);
        passage_lines(p, passage);
    }
}

static const Statement *statement_of(const TextPage *p, uint32_t number)
{
    const PictureStatement *ps = &p->picture->statements[number];
    return &p->picture->sources[ps->article].statements->data[ps->index];
}

/* What stands behind a statement's words. */
static void statement_end(TextPage *p, uint32_t number)
{
    const Statement *s = statement_of(p, number);
    out_c(&p->out, STYLE_DIM, " — ");
    out_c(&p->out, STYLE_DIM, view_act(p->language, s->act));
    if (s->negated)
        out_format(&p->out, STYLE_DIM, ", %s", view_word(p->language, WORD_NEGATED));
    if (s->conditional)
        out_format(&p->out, STYLE_DIM, ", %s", view_word(p->language, WORD_CONDITIONAL));
    if (p->picture->statements[number].n_speakers == 0 && s->speaker.len) {
        out_c(&p->out, STYLE_DIM, " (");
        words(p, p->picture->statements[number].article, s->speaker.data, s->speaker.len);
        out_c(&p->out, STYLE_DIM, ")");
    }
}

/* Where the other members of the statement's group stand. */
static void also_at(TextPage *p, uint32_t number)
{
    uint32_t group = p->picture->statements[number].group;
    if (group == UINT32_MAX)
        return;
    const PictureGroup *g = &p->picture->groups[group];
    out_c(&p->out, STYLE_DIM, " = ");
    for (size_t i = 0; i < g->n_members; i++)
        if (g->members[i] != number && !view_is_within(p->picture, g->members[i])) {
            place(p, p->picture->statements[g->members[i]].article, statement_of(p, g->members[i])->quote.data[0]);
            gap(p);
        }
}

static void speaker_names(TextPage *p, Style style, const uint32_t *entities, size_t n)
{
    strbuf_clear(&p->line);
    view_speaker_names(&p->line, p->picture, entities, n);
    if (n == 0)
        strbuf_add_c(&p->line, view_word(p->language, WORD_NOBODY));
    out_text(&p->out, style, strbuf_str(&p->line));
}

static void speaker_head(TextPage *p, const uint32_t *entities, size_t n)
{
    speaker_names(p, STYLE_NAME, entities, n);
    if (n == 1 && p->picture->entities[entities[0]].role.len) {
        out_c(&p->out, STYLE_DIM, ", ");
        out_text(&p->out, STYLE_DIM, p->picture->entities[entities[0]].role);
    }
}

static void statements(TextPage *p)
{
    if (!p->picture->n_statements)
        return;
    section(p, WORD_SECTION_STATEMENTS);
    Arena arena = ARENA_INIT;
    ViewSpeakers speakers = view_speakers(p->picture, &arena);
    for (size_t i = 0; i < speakers.len; i++) {
        p->out.indent = 2;
        speaker_head(p, speakers.data[i].entities, speakers.data[i].n_entities);
        out_line(&p->out, 4);
        for (size_t k = 0; k < speakers.data[i].n_statements; k++) {
            if (view_is_repeated(p->picture, &speakers.data[i], k))
                continue;
            uint32_t number = speakers.data[i].statements[k];
            const Spans *quote = &statement_of(p, number)->quote;
            line_at(p, p->picture->statements[number].article, quote->data[0], quote->data, quote->len, 4);
            statement_end(p, number);
            also_at(p, number);
            out_line(&p->out, 4);
        }
    }
    arena_release(&arena);
}

/* A statement of several that say the same, with the places of those that say it to the letter. */
static void group_row(TextPage *p, const ViewRows *rows, uint32_t i)
{
    uint32_t number = rows->statements[i];
    const PictureStatement *ps = &p->picture->statements[number];
    row_places(p, rows->places, rows->repeats, i);
    words_marked(p, rows->words[i], rows->unique[i]);
    statement_end(p, number);
    bool unsaid = ps->n_speakers ? rows->head == UINT32_MAX : !statement_of(p, number)->speaker.len;
    if (unsaid) {
        out_c(&p->out, STYLE_DIM, " (");
        speaker_names(p, STYLE_DIM, ps->speakers, ps->n_speakers);
        out_c(&p->out, STYLE_DIM, ")");
    }
    out_line(&p->out, 4);
}

static void group(TextPage *p, const PictureGroup *g)
{
    Arena arena = ARENA_INIT;
    ViewRows rows = view_group_rows(p->picture, g, &arena);
    p->out.indent = 2;
    const PictureStatement *head = rows.head == UINT32_MAX ? NULL : &p->picture->statements[rows.head];
    if (head)
        speaker_head(p, head->speakers, head->n_speakers);
    else
        out_c(&p->out, STYLE_NAME, view_word(p->language, WORD_SEVERAL_SPEAKERS));
    out_line(&p->out, 4);
    for (uint32_t i = 0; i < rows.n; i++)
        if (!rows.repeats[i].repeats)
            group_row(p, &rows, i);
    arena_release(&arena);
}

static void groups(TextPage *p)
{
    if (!view_groups_shown(p->picture))
        return;
    section(p, WORD_SECTION_GROUPS);
    for (size_t i = 0; i < p->picture->n_groups; i++)
        if (view_group_is_shown(p->picture, &p->picture->groups[i]))
            group(p, &p->picture->groups[i]);
}

/* What is different, within its sentence, with the places of those that say it to the letter. */
static void difference_row(TextPage *p, const PictureDifference *d, const ViewRepeat *repeats, uint32_t i)
{
    const PictureSpan *at = &d->spans[i];
    row_places(p, d->spans, repeats, i);
    context(p, at);
    strbuf_clear(&p->line);
    view_value(&p->line, p->language, at->value, str_span(p->picture->sources[at->article].article->text, at->span));
    if (p->line.len) {
        out_c(&p->out, STYLE_DIM, " = ");
        out_text(&p->out, STYLE_DIM, strbuf_str(&p->line));
    }
    out_line(&p->out, 2);
}

static void differences(TextPage *p)
{
    if (!p->picture->n_differences)
        return;
    Arena arena = ARENA_INIT;
    section(p, WORD_SECTION_DIFFERENCES);
    for (size_t i = 0; i < p->picture->n_differences; i++) {
        const PictureDifference *d = &p->picture->differences[i];
        ViewRepeat *repeats = view_difference_repeats(p->picture, d, &arena);
        p->out.indent = 2;
        out_c(&p->out, d->class == DIFFERENCE_CONFLICT ? STYLE_WARN : STYLE_NAME,
              view_difference(p->language, d->class));
        out_line(&p->out, 4);
        for (uint32_t k = 0; k < d->n_spans; k++)
            if (!repeats[k].repeats)
                difference_row(p, d, repeats, k);
    }
    arena_release(&arena);
}

static void spun(TextPage *p)
{
    if (!p->picture->n_spun)
        return;
    section(p, WORD_SECTION_SPUN);
    for (size_t i = 0; i < p->picture->n_spun; i++) {
        const SpunWord *w = &p->picture->spun[i];
        context_line(p, &w->at, 2);
        out_line(&p->out, 14);
        out_format(&p->out, STYLE_DIM, "%s ",
                   view_word(p->language, w->stands_for.len ? WORD_STANDS_FOR : WORD_NO_ORIGINAL));
        out_text(&p->out, STYLE_NAME, w->stands_for);
        out_c(&p->out, STYLE_PLAIN, " ");
        if (w->original.article < p->picture->n_articles)
            place(p, w->original.article, w->original.span);
        else if (w->stands_for.len)
            out_format(&p->out, STYLE_DIM, "(%s)", view_word(p->language, WORD_DEDUCED));
        out_line(&p->out, 2);
    }
}

static void timeline(TextPage *p)
{
    if (!p->picture->n_timeline)
        return;
    Arena arena = ARENA_INIT;
    ViewRepeat *repeats = view_timeline_repeats(p->picture, &arena);
    section(p, WORD_SECTION_TIMELINE);
    for (uint32_t i = 0; i < p->picture->n_timeline; i++) {
        const TimelineEntry *t = &p->picture->timeline[i];
        if (i == 0 || !str_equal(t->value, t[-1].value)) {
            p->out.indent = 2;
            strbuf_clear(&p->line);
            view_date(&p->line, p->language, t->value);
            out_text(&p->out, STYLE_NAME, strbuf_str(&p->line));
            out_line(&p->out, 4);
        }
        if (repeats[i].repeats)
            continue;
        line_at(p, t->at.article, t->at.span, &t->sentence, 1, 4);
        out_c(&p->out, STYLE_PLAIN, " ");
        for (uint32_t k = repeats[i].next; k != UINT32_MAX; k = repeats[k].next) {
            place(p, p->picture->timeline[k].at.article, p->picture->timeline[k].at.span);
            gap(p);
        }
        out_line(&p->out, 4);
    }
    arena_release(&arena);
}

/* ---- what others call ---------------------------------------------------------------------------------------- */

static TextPage start(StrBuf *out, const ViewPicture *view, const LagebildPrint *how)
{
    TextPage p = {.view = view, .picture = view->picture, .language = how->language};
    out_init(&p.out, out, how);
    return p;
}

void view_picture_text(StrBuf *out, const ViewPicture *view, const LagebildPrint *how)
{
    TextPage p = start(out, view, how);
    head(&p);
    articles(&p);
    differences(&p);
    groups(&p);
    statements(&p);
    passages(&p);
    spun(&p);
    timeline(&p);
    strbuf_release(&p.line);
}

void view_differences_text(StrBuf *out, const ViewPicture *view, const LagebildPrint *how)
{
    TextPage p = start(out, view, how);
    head(&p);
    differences(&p);
    spun(&p);
    strbuf_release(&p.line);
}
