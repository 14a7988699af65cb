/* crawl.c: plain text as a crawler leaves it. Markup is gone: what a line is shows in its words, its shape and its
 * neighbours.
 *
 *     lines ─ what each is by itself (prose, short, caption, phrase …) ─ what it is among its neighbours ─ blocks */
#include "article/dates.h"
#include "article/furniture.h"
#include "article/lines.h"
#include "article/steps.h"

typedef enum Shape { SHAPE_PROSE, SHAPE_SHORT, SHAPE_SETTLED } Shape;

typedef struct Crawl {
    Draft *draft;
    Arena *arena;
    Article *out;
    Shape *shapes; /* of each block */
    bool *section; /* opens a list of teasers */
    bool *comments;
    size_t n;
} Crawl;

static void settle(Crawl *c, size_t i, BlockKind kind, const char *reason)
{
    c->draft->blocks.data[i].kind = kind;
    c->draft->blocks.data[i].reason = reason;
    c->shapes[i] = SHAPE_SETTLED;
}

/* A crawler's own mark before the text: "date 2022-01 Nach dem …". Returns its length in the source. */
static size_t crawler_prefix(Crawl *c)
{
    Str s = c->draft->source;
    size_t at = 0;
    while (at < s.len && (s.data[at] == ' ' || s.data[at] == '\n' || s.data[at] == '\t'))
        at++;
    if (!str_starts(str_slice(s, at, s.len), STR("date ")))
        return 0;
    size_t end = at + 5;
    while (end < s.len && (s.data[end] == '-' || (s.data[end] >= '0' && s.data[end] <= '9')))
        end++;
    Str date = date_machine(str_slice(s, at + 5, end), c->arena);
    if (!date.len || end >= s.len || s.data[end] != ' ')
        return 0;
    if (!c->out->published.len) {
        c->out->published = date;
        c->out->published_basis = DATE_CAPTURED;
    }
    return end + 1;
}

static void split_lines(Crawl *c, size_t from)
{
    Draft *d = c->draft;
    if (from) {
        draft_begin(d);
        draft_run(d, (Span){0, (uint32_t)from});
        draft_end(d, BLOCK_BOILERPLATE, "a crawler's date");
    }
    Str rest = str_slice(d->source, from, d->source.len), line;
    while (str_split(&rest, '\n', &line)) {
        uint32_t begin = (uint32_t)(line.data - d->source.data);
        draft_begin(d);
        draft_run(d, (Span){begin, begin + (uint32_t)line.len});
        draft_end(d, BLOCK_PARAGRAPH, "text");
    }
}

/* A line that is a date, perhaps with an outlet, an author or a time beside it. */
static bool is_date_line(Crawl *c, Str line)
{
    Span at;
    if (line.len > 90 || line_ends_sentence(line))
        return false;
    Str date = date_visible(line, c->arena, &at);
    size_t rest = line_words(str_slice(line, 0, at.begin)) + line_words(str_slice(line, date.len ? at.end : 0, line.len));
    if (!date.len || rest > 7)
        return false;
    if (!c->out->published.len) {
        c->out->published = date;
        c->out->published_basis = DATE_VISIBLE;
    }
    Str before = str_trim(str_slice(line, 0, at.begin));
    if (!c->out->outlet.len && before.len && at.begin == before.len && at.begin > 2) /* glued: nothing between name and date */
        c->out->outlet = arena_str(c->arena, before);
    return true;
}

/* What a line is by itself. */
static void look_at_line(Crawl *c, size_t i, StrBuf *scratch)
{
    Str line = draft_text(c->draft, i);
    const char *reason = NULL;
    FurnitureKind furniture = furniture_of(line, scratch, &reason);
    c->shapes[i] = line_is_prose(line) ? SHAPE_PROSE : SHAPE_SHORT;
    c->section[i] = furniture == FURNITURE_SECTION;
    c->comments[i] = furniture == FURNITURE_COMMENTS;
    if (c->draft->blocks.data[i].kind == BLOCK_BOILERPLATE)
        c->shapes[i] = SHAPE_SETTLED;
    else if (furniture != FURNITURE_NONE)
        settle(c, i, BLOCK_BOILERPLATE, reason);
    else if (str_starts(line, STR(">>")) || str_starts(line, STR("»»")) || str_starts(line, STR("→")) || str_starts(line, STR("►")))
        settle(c, i, BLOCK_BOILERPLATE, "points elsewhere with an arrow");
    else if (str_starts(line, STR("Mehr:")) || str_starts(line, STR("More:")))
        settle(c, i, BLOCK_BOILERPLATE, "phrase: points to other articles");
    else if (line_letters(line) < 40 && line_words(line) < 20)
        settle(c, i, BLOCK_BOILERPLATE, "hardly any letters");
    else if (is_picture_credit(line))
        settle(c, i, BLOCK_CREDIT, "a picture's credit");
    else if (is_picture_line(line))
        settle(c, i, BLOCK_CAPTION, "ends with a picture's credit");
    else if (is_date_line(c, line))
        settle(c, i, BLOCK_BYLINE, "date line");
}

/* The same words twice, one line under the other, the second with a credit: a picture's text and its caption. */
static void find_repeated_captions(Crawl *c)
{
    for (size_t i = 0; i + 1 < c->n; i++) {
        BlockKind next = c->draft->blocks.data[i + 1].kind;
        if (c->shapes[i] == SHAPE_SETTLED || !line_begins_alike(draft_text(c->draft, i), draft_text(c->draft, i + 1)))
            continue;
        settle(c, i, next == BLOCK_CAPTION || next == BLOCK_CREDIT ? BLOCK_CAPTION : BLOCK_BOILERPLATE, "repeats in the line below");
    }
}

/* Under "Das könnte Sie auch interessieren" stand headlines, each with a teaser or none, until a phrase of another kind or
 * text without a headline of its own shows that the article goes on. */
static void drop_teasers(Crawl *c)
{
    for (size_t i = 0; i < c->n; i++) {
        if (!c->section[i])
            continue;
        bool headline = false;
        size_t k = i + 1;
        for (; k < c->n && !c->comments[k]; k++) {
            if (c->shapes[k] == SHAPE_SETTLED && c->draft->blocks.data[k].kind == BLOCK_BOILERPLATE) {
                headline = false;
            } else if (c->shapes[k] == SHAPE_PROSE) {
                if (!headline || draft_text(c->draft, k).len > 360)
                    break;
                settle(c, k, BLOCK_BOILERPLATE, "teaser under a phrase that points to other articles");
                headline = false;
            } else {
                headline = c->shapes[k] == SHAPE_SHORT;
                settle(c, k, BLOCK_BOILERPLATE, "headline under a phrase that points to other articles");
            }
        }
        i = k - 1;
    }
}

static void drop_comments(Crawl *c)
{
    size_t prose = 0; /* a comment heading before any text is a button */
    for (size_t i = 0; i < c->n; i++) {
        prose += c->shapes[i] == SHAPE_PROSE;
        if (!c->comments[i] || prose < 2)
            continue;
        for (; i < c->n; i++)
            settle(c, i, BLOCK_BOILERPLATE, "comment area");
    }
}

static size_t next_open(const Crawl *c, size_t i)
{
    while (i < c->n && c->shapes[i] == SHAPE_SETTLED)
        i++;
    return i;
}

/* The title: a headline over the first text, before anything else but furniture. */
static void find_title(Crawl *c)
{
    size_t i = next_open(c, 0);
    if (i >= c->n)
        return;
    Str line = draft_text(c->draft, i);
    size_t after = next_open(c, i + 1);
    if (c->shapes[i] == SHAPE_SHORT && line.len <= 200 && line_is_headline(line) && line_words(line) >= 2 && after < c->n) {
        settle(c, i, BLOCK_TITLE, "headline over the text");
        if (!c->out->title.len)
            c->out->title = arena_str(c->arena, line);
        if (c->shapes[after] == SHAPE_PROSE && draft_text(c->draft, after).len < 500) {
            c->draft->blocks.data[after].kind = BLOCK_LEAD;
            c->draft->blocks.data[after].reason = "first text under the title";
        }
    }
}

/* Short lines: a subhead stands alone between paragraphs; several in a row are a box, unless they are a list. */
static void judge_short_lines(Crawl *c)
{
    Credits ignored = {{0}};
    for (size_t i = 0; i < c->n;) {
        if (c->shapes[i] != SHAPE_SHORT) {
            i++;
            continue;
        }
        size_t end = i;
        while (end < c->n && c->shapes[end] == SHAPE_SHORT)
            end++;
        bool text_before = i > 0 && c->shapes[i - 1] == SHAPE_PROSE, text_after = end < c->n && c->shapes[end] == SHAPE_PROSE;
        for (size_t k = i; k < end; k++) {
            Str line = draft_text(c->draft, k);
            if (credits_from_line(&ignored, line))
                settle(c, k, BLOCK_CREDIT, "names agencies only");
            else if (line_ends_sentence(line) && line_words(line) >= 4 && line_is_headline(line) && (end - i == 1 || text_before))
                settle(c, k, BLOCK_PARAGRAPH, "a short sentence");
            else if (line_has_bullet(line) && line_words(line) >= 4)
                settle(c, k, BLOCK_LIST_ITEM, "bullet");
            else if (end - i == 1 && next_open(c, end) < c->n && line_is_headline(line) && line_words(line) >= 2 && (text_after || text_before))
                settle(c, k, BLOCK_SUBHEAD, "short line alone between paragraphs");
            else
                settle(c, k, BLOCK_BOILERPLATE, end - i == 1 ? "short line, no text under it" : "one of several short lines");
        }
        i = end;
    }
    vec_release(&ignored.names);
}

void article_from_crawl(Draft *d, Arena *arena, Article *out)
{
    Crawl c = {.draft = d, .arena = arena, .out = out};
    split_lines(&c, crawler_prefix(&c));
    c.n = d->blocks.len;
    c.shapes = ARENA_NEW(arena, Shape, c.n);
    c.section = ARENA_NEW(arena, bool, c.n);
    c.comments = ARENA_NEW(arena, bool, c.n);
    StrBuf scratch = STRBUF_INIT;
    for (size_t i = 0; i < c.n; i++)
        look_at_line(&c, i, &scratch);
    strbuf_release(&scratch);
    find_repeated_captions(&c);
    drop_comments(&c);
    drop_teasers(&c);
    find_title(&c);
    judge_short_lines(&c);
}
