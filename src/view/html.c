/* html.c: a report as one self-contained page: the frame, and each story's overview. */
#include "view/html.h"

#include "base/utf8.h"
#include "view/unique.h"

static const char CSS[] =
#include "view/picture.css.h"
    ;

/* ---- pieces -------------------------------------------------------------------------------------------------- */

void html_text(StrBuf *out, Str text)
{
    for (size_t pos = 0; pos < text.len;) {
        uint32_t c = utf8_next(text, &pos);
        switch (c) {
        case '&': strbuf_add_c(out, "&amp;"); break;
        case '<': strbuf_add_c(out, "&lt;"); break;
        case '>': strbuf_add_c(out, "&gt;"); break;
        case '"': strbuf_add_c(out, "&quot;"); break;
        case '\'': strbuf_add_c(out, "&#39;"); break;
        default: utf8_append(out, (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) ? UTF8_BAD : c);
        }
    }
}

void html_c(StrBuf *out, const char *text) { html_text(out, str_of(text)); }

void html_word(HtmlPage *p, Word w) { html_c(p->out, view_word(p->language, w)); }

static void story_prefix(HtmlPage *p)
{
    if (p->story > 1)
        strbuf_add_format(p->out, "s%u", p->story);
}

void html_article_id(HtmlPage *p, uint32_t article)
{
    story_prefix(p);
    strbuf_add_format(p->out, "a%u", article + 1);
}

void html_span_id(HtmlPage *p, uint32_t article, Span span)
{
    PlaceFound found = place_find(&p->view->places[article], span);
    html_article_id(p, article);
    strbuf_add_format(p->out, "-%u-%u", found.text.begin, found.text.end);
}

Str html_name(const Article *a) { return a->outlet.len ? a->outlet : a->id; }

/* "[2] 14:7", leading to the marked passage. */
static void place_link(HtmlPage *p, uint32_t article, Span span)
{
    PlaceFound found = place_find(&p->view->places[article], span);
    strbuf_add_c(p->out, "<a class=\"at\" href=\"#");
    html_span_id(p, article, span);
    strbuf_add_format(p->out, "\"><b>%u</b> %u:%u</a>", article + 1, found.line, found.column);
}

void html_article_link(HtmlPage *p, uint32_t article)
{
    strbuf_add_c(p->out, "<a class=\"nr\" href=\"#");
    html_article_id(p, article);
    strbuf_add_format(p->out, "\">%u</a>", article + 1);
}

static void words(HtmlPage *p, uint32_t article, const Span *spans, size_t n)
{
    StrBuf text = STRBUF_INIT;
    place_words(&text, p->picture->sources[article].article, spans, n);
    html_text(p->out, strbuf_str(&text));
    strbuf_release(&text);
}

/* A wording, with the words that no other beside it has. */
static void words_marked(HtmlPage *p, Str text, Spans unique)
{
    size_t pos = 0;
    for (size_t i = 0; i < unique.len; i++) {
        html_text(p->out, str_slice(text, pos, unique.data[i].begin));
        strbuf_add_c(p->out, "<em>");
        html_text(p->out, str_span(text, unique.data[i]));
        strbuf_add_c(p->out, "</em>");
        pos = unique.data[i].end;
    }
    html_text(p->out, str_slice(text, pos, text.len));
}

void html_date(HtmlPage *p, Str iso)
{
    StrBuf text = STRBUF_INIT;
    view_date(&text, p->language, iso);
    html_text(p->out, strbuf_str(&text));
    strbuf_release(&text);
}

static void count(HtmlPage *p, size_t n, Word one, Word many)
{
    strbuf_add_format(p->out, "%zu ", n);
    html_word(p, n == 1 ? one : many);
}

void html_section_begin(HtmlPage *p, const char *id, Word title, size_t n)
{
    strbuf_add_c(p->out, "<section id=\"");
    story_prefix(p);
    strbuf_add_format(p->out, "%s\">\n<h2>", id);
    html_word(p, title);
    if (n)
        strbuf_add_format(p->out, " <span class=\"n\">%zu</span>", n);
    strbuf_add_c(p->out, "</h2>\n");
}

void html_section_end(HtmlPage *p) { strbuf_add_c(p->out, "</section>\n"); }

/* A row of a comparison: place, outlet, words; the caller writes the words, what follows them, and ends the row. */
static void row_begin(HtmlPage *p, uint32_t article, Span at)
{
    strbuf_add_c(p->out, "<li>");
    place_link(p, article, at);
    strbuf_add_c(p->out, " <span class=\"who\">");
    html_text(p->out, html_name(p->picture->sources[article].article));
    strbuf_add_c(p->out, "</span> <span class=\"words\">");
}

static void row(HtmlPage *p, uint32_t article, Span at, const Span *spans, size_t n)
{
    row_begin(p, article, at);
    words(p, article, spans, n);
    strbuf_add_c(p->out, "</span>");
}

/* ---- statements ---------------------------------------------------------------------------------------------- */

static const Statement *statement_of(const HtmlPage *p, uint32_t number)
{
    const PictureStatement *ps = &p->picture->statements[number];
    return &p->picture->sources[ps->article].statements->data[ps->index];
}

/* What stands under a statement's words. Leaves the row's last cell open. */
static void statement_more(HtmlPage *p, uint32_t number)
{
    const Statement *s = statement_of(p, number);
    uint32_t article = p->picture->statements[number].article;
    strbuf_add_format(p->out, "<span class=\"more\"><span class=\"act act-%s\">", act_name(s->act));
    html_c(p->out, view_act(p->language, s->act));
    strbuf_add_c(p->out, "</span>");
    if (s->negated || s->conditional) {
        strbuf_add_c(p->out, "<span>");
        html_word(p, s->negated ? WORD_NEGATED : WORD_CONDITIONAL);
        strbuf_add_c(p->out, "</span>");
    }
    if (p->picture->statements[number].n_speakers == 0 && s->speaker.len) {
        strbuf_add_c(p->out, "<span>");
        words(p, article, s->speaker.data, s->speaker.len);
        strbuf_add_c(p->out, "</span>");
    }
}

static void speaker_names(HtmlPage *p, const uint32_t *entities, size_t n)
{
    StrBuf names = STRBUF_INIT;
    view_speaker_names(&names, p->picture, entities, n);
    if (n)
        html_text(p->out, strbuf_str(&names));
    else
        html_word(p, WORD_NOBODY);
    strbuf_release(&names);
}

static void speaker_head(HtmlPage *p, const uint32_t *entities, size_t n)
{
    strbuf_add_c(p->out, "<h3>");
    speaker_names(p, entities, n);
    if (n == 1 && p->picture->entities[entities[0]].role.len) {
        strbuf_add_c(p->out, " <small>");
        html_text(p->out, p->picture->entities[entities[0]].role);
        strbuf_add_c(p->out, "</small>");
    }
    strbuf_add_c(p->out, "</h3>\n");
}

/* A statement of several that say the same, with the places of those that say it to the letter. */
static void group_row(HtmlPage *p, const ViewRows *rows, uint32_t i)
{
    uint32_t number = rows->statements[i];
    const PictureStatement *ps = &p->picture->statements[number];
    row_begin(p, rows->places[i].article, rows->places[i].span);
    words_marked(p, rows->words[i], rows->unique[i]);
    strbuf_add_c(p->out, "</span>");
    statement_more(p, number);
    bool unsaid = ps->n_speakers ? rows->head == UINT32_MAX : !statement_of(p, number)->speaker.len;
    if (unsaid) {
        strbuf_add_c(p->out, "<span>");
        speaker_names(p, ps->speakers, ps->n_speakers);
        strbuf_add_c(p->out, "</span>");
    }
    for (uint32_t k = rows->repeats[i].next; k != UINT32_MAX; k = rows->repeats[k].next)
        place_link(p, rows->places[k].article, rows->places[k].span);
    strbuf_add_c(p->out, "</span></li>\n");
}

static void group(HtmlPage *p, const PictureGroup *g)
{
    Arena arena = ARENA_INIT;
    ViewRows rows = view_group_rows(p->picture, g, &arena);
    strbuf_add_c(p->out, "<div class=\"card\">\n");
    const PictureStatement *head = rows.head == UINT32_MAX ? NULL : &p->picture->statements[rows.head];
    if (head) {
        speaker_head(p, head->speakers, head->n_speakers);
    } else {
        strbuf_add_c(p->out, "<h3>");
        html_word(p, WORD_SEVERAL_SPEAKERS);
        strbuf_add_c(p->out, "</h3>\n");
    }
    strbuf_add_c(p->out, "<ul class=\"rows\">\n");
    for (uint32_t i = 0; i < rows.n; i++)
        if (!rows.repeats[i].repeats)
            group_row(p, &rows, i);
    strbuf_add_c(p->out, "</ul></div>\n");
    arena_release(&arena);
}

static void groups(HtmlPage *p)
{
    if (!view_groups_shown(p->picture))
        return;
    html_section_begin(p, "gleich", WORD_SECTION_GROUPS, view_groups_shown(p->picture));
    for (size_t i = 0; i < p->picture->n_groups; i++)
        if (view_group_is_shown(p->picture, &p->picture->groups[i]))
            group(p, &p->picture->groups[i]);
    html_section_end(p);
}

/* Where the other members of the statement's group stand. */
static void also_at(HtmlPage *p, uint32_t number)
{
    uint32_t group = p->picture->statements[number].group;
    if (group == UINT32_MAX)
        return;
    const PictureGroup *g = &p->picture->groups[group];
    for (size_t i = 0; i < g->n_members; i++) {
        if (g->members[i] == number || view_is_within(p->picture, g->members[i]))
            continue;
        place_link(p, p->picture->statements[g->members[i]].article, statement_of(p, g->members[i])->quote.data[0]);
    }
}

static void statements(HtmlPage *p)
{
    if (!p->picture->n_statements)
        return;
    Arena arena = ARENA_INIT;
    ViewSpeakers speakers = view_speakers(p->picture, &arena);
    html_section_begin(p, "aussagen", WORD_SECTION_STATEMENTS, p->picture->n_statements);
    for (size_t i = 0; i < speakers.len; i++) {
        speaker_head(p, speakers.data[i].entities, speakers.data[i].n_entities);
        strbuf_add_c(p->out, "<ul class=\"rows\">\n");
        for (size_t k = 0; k < speakers.data[i].n_statements; k++) {
            if (view_is_repeated(p->picture, &speakers.data[i], k))
                continue;
            uint32_t number = speakers.data[i].statements[k];
            const Spans *quote = &statement_of(p, number)->quote;
            row(p, p->picture->statements[number].article, quote->data[0], quote->data, quote->len);
            statement_more(p, number);
            also_at(p, number);
            strbuf_add_c(p->out, "</span></li>\n");
        }
        strbuf_add_c(p->out, "</ul>\n");
    }
    html_section_end(p);
    arena_release(&arena);
}

/* ---- differences, passages, spun words, time ----------------------------------------------------------------- */

/* A row whose words stand within their sentence. */
static void context_row(HtmlPage *p, const PictureSpan *at)
{
    const PictureSource *source = &p->picture->sources[at->article];
    PlaceContext c = place_context(source->article, source->analysis, at->span);
    row_begin(p, at->article, at->span);
    strbuf_add_c(p->out, "<span class=\"around\">");
    strbuf_add_c(p->out, c.cut_before ? "… " : "");
    html_text(p->out, c.before);
    strbuf_add_c(p->out, "<em>");
    words(p, at->article, &at->span, 1);
    strbuf_add_c(p->out, "</em>");
    html_text(p->out, c.after);
    strbuf_add_c(p->out, c.cut_after ? " …" : "");
    strbuf_add_c(p->out, "</span></span>");
}

/* What is different, within its sentence, with the places of those that say it to the letter. */
static void difference_row(HtmlPage *p, const PictureDifference *d, const ViewRepeat *repeats, uint32_t i)
{
    const PictureSpan *at = &d->spans[i];
    StrBuf value = STRBUF_INIT;
    context_row(p, at);
    view_value(&value, p->language, at->value, str_span(p->picture->sources[at->article].article->text, at->span));
    strbuf_add_c(p->out, "<span class=\"more\">");
    if (value.len) {
        strbuf_add_c(p->out, "<span>= ");
        html_text(p->out, strbuf_str(&value));
        strbuf_add_c(p->out, "</span>");
    }
    for (uint32_t k = repeats[i].next; k != UINT32_MAX; k = repeats[k].next)
        place_link(p, d->spans[k].article, d->spans[k].span);
    strbuf_add_c(p->out, "</span></li>\n");
    strbuf_release(&value);
}

static void differences(HtmlPage *p)
{
    if (!p->picture->n_differences)
        return;
    Arena arena = ARENA_INIT;
    html_section_begin(p, "unterschiede", WORD_SECTION_DIFFERENCES, p->picture->n_differences);
    for (size_t i = 0; i < p->picture->n_differences; i++) {
        const PictureDifference *d = &p->picture->differences[i];
        strbuf_add_format(p->out, "<div class=\"card\">\n<h3><span class=\"badge d-%s\">",
                          difference_class_name(d->class));
        html_c(p->out, view_difference(p->language, d->class));
        strbuf_add_c(p->out, "</span> <small>");
        html_c(p->out, view_difference_means(p->language, d->class));
        strbuf_add_c(p->out, "</small></h3>\n<ul class=\"rows\">\n");
        ViewRepeat *repeats = view_difference_repeats(p->picture, d, &arena);
        for (uint32_t k = 0; k < d->n_spans; k++)
            if (!repeats[k].repeats)
                difference_row(p, d, repeats, k);
        strbuf_add_c(p->out, "</ul></div>\n");
    }
    html_section_end(p);
    arena_release(&arena);
}

static void passage_rows(HtmlPage *p, const PicturePassage *passage)
{
    Arena arena = ARENA_INIT;
    Str *rows = ARENA_NEW(&arena, Str, passage->n_spans);
    for (size_t i = 0; i < passage->n_spans; i++)
        rows[i] =
            place_words_in(&arena, p->picture->sources[passage->spans[i].article].article, &passage->spans[i].span, 1);
    Spans *unique = unique_words(rows, passage->n_spans, &arena);
    for (size_t i = 0; i < passage->n_spans; i++) {
        row_begin(p, passage->spans[i].article, passage->spans[i].span);
        if (i && passage->kind == COPY_VERBATIM)
            strbuf_add_c(p->out, "<small>″</small>"); /* the same words again */
        else
            words_marked(p, rows[i], unique[i]);
        strbuf_add_c(p->out, "</span></li>\n");
    }
    arena_release(&arena);
}

static void passages(HtmlPage *p)
{
    if (!p->picture->n_passages)
        return;
    html_section_begin(p, "gemeinsam", WORD_SECTION_PASSAGES, p->picture->n_passages);
    for (size_t i = 0; i < p->picture->n_passages; i++) {
        const PicturePassage *passage = &p->picture->passages[i];
        strbuf_add_format(p->out, "<div class=\"card\">\n<h3><span class=\"badge\">%s</span>",
                          view_copy(p->language, passage->kind));
        if (passage->quotation) {
            strbuf_add_c(p->out, " <small>");
            html_word(p, WORD_OWN_WORDS);
            strbuf_add_c(p->out, "</small>");
        }
        strbuf_add_c(p->out, "</h3>\n<ul class=\"rows\">\n");
        passage_rows(p, passage);
        strbuf_add_c(p->out, "</ul></div>\n");
    }
    html_section_end(p);
}

static void spun(HtmlPage *p)
{
    if (!p->picture->n_spun)
        return;
    html_section_begin(p, "getauscht", WORD_SECTION_SPUN, p->picture->n_spun);
    strbuf_add_c(p->out, "<ul class=\"rows\">\n");
    for (size_t i = 0; i < p->picture->n_spun; i++) {
        const SpunWord *w = &p->picture->spun[i];
        context_row(p, &w->at);
        strbuf_add_c(p->out, "<span class=\"more\">");
        html_word(p, w->stands_for.len ? WORD_STANDS_FOR : WORD_NO_ORIGINAL);
        strbuf_add_c(p->out, " <span class=\"words\">");
        html_text(p->out, w->stands_for);
        strbuf_add_c(p->out, "</span> ");
        if (w->original.article < p->picture->n_articles) {
            place_link(p, w->original.article, w->original.span);
        } else if (w->stands_for.len) {
            html_word(p, WORD_DEDUCED);
        }
        strbuf_add_c(p->out, "</span></li>\n");
    }
    strbuf_add_c(p->out, "</ul>\n");
    html_section_end(p);
}

static void timeline(HtmlPage *p)
{
    if (!p->picture->n_timeline)
        return;
    Arena arena = ARENA_INIT;
    ViewRepeat *repeats = view_timeline_repeats(p->picture, &arena);
    html_section_begin(p, "zeit", WORD_SECTION_TIMELINE, 0);
    strbuf_add_c(p->out, "<dl class=\"time\">\n");
    for (uint32_t i = 0; i < p->picture->n_timeline; i++) {
        const TimelineEntry *t = &p->picture->timeline[i];
        if (i == 0 || !str_equal(t->value, t[-1].value)) {
            strbuf_add_c(p->out, i ? "</ul></dd>\n<dt>" : "<dt>");
            html_date(p, t->value);
            strbuf_add_c(p->out, "</dt><dd><ul class=\"rows\">\n");
        }
        if (repeats[i].repeats)
            continue;
        row(p, t->at.article, t->at.span, &t->sentence, 1);
        strbuf_add_c(p->out, "<span class=\"more\">");
        for (uint32_t k = repeats[i].next; k != UINT32_MAX; k = repeats[k].next)
            place_link(p, p->picture->timeline[k].at.article, p->picture->timeline[k].at.span);
        strbuf_add_c(p->out, "</span></li>\n");
    }
    strbuf_add_c(p->out, "</ul></dd></dl>\n");
    html_section_end(p);
    arena_release(&arena);
}

/* ---- the frame ----------------------------------------------------------------------------------------------- */

static void contents_link(HtmlPage *p, bool there, const char *id, Word title)
{
    if (!there)
        return;
    strbuf_add_c(p->out, "<a href=\"#");
    story_prefix(p);
    strbuf_add_format(p->out, "%s\">", id);
    html_word(p, title);
    strbuf_add_c(p->out, "</a> ");
}

static void story_head(HtmlPage *p)
{
    const Picture *picture = p->picture;
    strbuf_add_format(p->out, "<article class=\"story\" id=\"s%u\">\n<header>\n<h1>", p->story);
    html_text(p->out, p->view->title);
    strbuf_add_c(p->out, "</h1>\n<p class=\"sum\"><b>");
    count(p, picture->n_articles, WORD_PAGE, WORD_PAGES);
    strbuf_add_c(p->out, "</b>, <b>");
    count(p, picture->n_independent, WORD_INDEPENDENT_TEXT, WORD_INDEPENDENT_TEXTS);
    strbuf_add_c(p->out, "</b><span class=\"days\">");
    StrBuf days = STRBUF_INIT;
    view_add_days(&days, p->language, picture);
    html_text(p->out, strbuf_str(&days));
    strbuf_release(&days);
    strbuf_add_c(p->out, "</span> <span class=\"id\">");
    html_text(p->out, p->view->id);
    strbuf_add_c(p->out, "</span></p>\n<nav>");
    contents_link(p, picture->n_differences, "unterschiede", WORD_SECTION_DIFFERENCES);
    contents_link(p, view_groups_shown(picture), "gleich", WORD_SECTION_GROUPS);
    contents_link(p, picture->n_statements, "aussagen", WORD_SECTION_STATEMENTS);
    contents_link(p, picture->n_passages, "gemeinsam", WORD_SECTION_PASSAGES);
    contents_link(p, picture->n_spun, "getauscht", WORD_SECTION_SPUN);
    contents_link(p, picture->n_timeline, "zeit", WORD_SECTION_TIMELINE);
    contents_link(p, true, "texte", WORD_SECTION_TEXTS);
    strbuf_add_c(p->out, "</nav>\n</header>\n");
}

void view_html_picture(StrBuf *out, const ViewPicture *view, unsigned number, const LagebildPrint *how)
{
    HtmlPage p = {.out = out, .view = view, .picture = view->picture, .language = how->language, .story = number};
    story_head(&p);
    html_overview(&p);
    differences(&p);
    groups(&p);
    statements(&p);
    passages(&p);
    spun(&p);
    timeline(&p);
    html_section_begin(&p, "texte", WORD_SECTION_TEXTS, 0);
    html_texts(&p);
    html_section_end(&p);
    strbuf_add_c(out, "</article>\n");
}

static void stories_list(StrBuf *out, const StoreStories *stories, LagebildLanguage language)
{
    strbuf_add_c(out, "<nav class=\"stories\">\n<h1>");
    html_c(out, view_word(language, WORD_REPORT_TITLE));
    strbuf_add_c(out, "</h1>\n<ol>\n");
    for (size_t i = 0; i < stories->len; i++) {
        strbuf_add_format(out, "<li><a href=\"#s%zu\">", i + 1);
        html_text(out, stories->data[i].heading);
        strbuf_add_format(out, "</a> <small>%u ", stories->data[i].pages);
        html_c(out, view_word(language, stories->data[i].pages == 1 ? WORD_PAGE : WORD_PAGES));
        strbuf_add_c(out, "</small></li>\n");
    }
    strbuf_add_c(out, "</ol>\n</nav>\n");
}

void view_html_begin(StrBuf *out, const StoreStories *stories, const LagebildPrint *how)
{
    strbuf_add_format(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                      how->language == LAGEBILD_GERMAN ? "de" : "en");
    strbuf_add_c(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                      "'unsafe-inline'; base-uri 'none'; "
                      "form-action 'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                      "<meta name=\"generator\" content=\"Lagebild " LAGEBILD_VERSION "\">\n<title>");
    if (stories->len == 1) {
        html_text(out, stories->data[0].heading);
        strbuf_add_c(out, " · ");
    }
    html_c(out, view_word(how->language, WORD_REPORT_TITLE));
    strbuf_add_c(out, "</title>\n<style>\n");
    strbuf_add_c(out, CSS);
    strbuf_add_c(out, "</style>\n</head>\n<body>\n");
    if (stories->len > 1)
        stories_list(out, stories, how->language);
}

void view_html_end(StrBuf *out, const LagebildPrint *how)
{
    strbuf_add_c(out, "<footer><p>");
    html_c(out, view_word(how->language, WORD_MADE_BY));
    strbuf_add_c(out, "</p></footer>\n</body>\n</html>\n");
}
