/* crawl.c: plain text as a crawler leaves it. Markup is gone: what a line is shows in its words, its shape and its
 * neighbours.
 *
 *     lines ─ what each is by itself (prose, short, caption, phrase …) ─ what it is among its neighbours ─ blocks */
#include "article/dates.h"
#include "article/phrases.h"
#include "article/lines.h"
#include "article/steps.h"
#include "article/wrapped.h"

typedef enum Shape {
    SHAPE_PROSE,
    SHAPE_SHORT,
    SHAPE_AWAY,
    SHAPE_SETTLED
} Shape; /* away: prose, but far from the rest */

typedef struct Crawl {
    Draft *draft;
    Arena *arena;
    Article *out;
    Shape *shapes; /* of each block */
    bool *section; /* opens a list of teasers */
    bool *comments;
    size_t n;
    size_t first, last; /* blocks in which the article stands */
} Crawl;

enum { TOLL = 25, TITLE_LINES = 14, TITLE_LOOK = 1500 };

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
    Str rest = str_slice(d->source, from, d->source.len);
    for (size_t width = wrapped_width(rest, true); wrapped_next(d, &rest, width);)
        draft_end(d, BLOCK_PARAGRAPH, "text");
}

/* A line that is a date, perhaps with an outlet, an author or a time beside it. */
static bool is_date_line(Crawl *c, Str line)
{
    Span at;
    if (line.len > 90 || line_ends_sentence(line))
        return false;
    Str date = date_visible(line, c->arena, &at);
    size_t rest =
        line_words(str_slice(line, 0, at.begin)) + line_words(str_slice(line, date.len ? at.end : 0, line.len));
    if (!date.len || rest > 7)
        return false;
    if (!c->out->published.len) {
        c->out->published = date;
        c->out->published_basis = DATE_VISIBLE;
    }
    Str before = str_trim(str_slice(line, 0, at.begin));
    if (!c->out->outlet.len && before.len && at.begin == before.len &&
        at.begin > 2) /* glued: nothing between name and date */
        c->out->outlet = arena_str(c->arena, before);
    return true;
}

/* What a line is by itself. */
static void look_at_line(Crawl *c, size_t i, StrBuf *scratch)
{
    Str line = draft_text(c->draft, i);
    const char *reason = NULL;
    PhraseKind phrase = phrase_of(line, scratch, &reason);
    c->shapes[i] = line_is_prose(line) ? SHAPE_PROSE : SHAPE_SHORT;
    c->section[i] = phrase == PHRASE_SECTION;
    c->comments[i] = phrase == PHRASE_COMMENTS;
    if (c->draft->blocks.data[i].kind == BLOCK_BOILERPLATE)
        c->shapes[i] = SHAPE_SETTLED;
    else if (phrase != PHRASE_NONE)
        settle(c, i, BLOCK_BOILERPLATE, reason);
    else if (str_starts(line, STR(">>")) || str_starts(line, STR("»»")) || str_starts(line, STR("→")) ||
             str_starts(line, STR("►")))
        settle(c, i, BLOCK_BOILERPLATE, "points elsewhere with an arrow");
    else if (str_starts(line, STR("Mehr:")) || str_starts(line, STR("More:")))
        settle(c, i, BLOCK_BOILERPLATE, "phrase: points to other articles");
    else if (is_picture_credit(line))
        settle(c, i, BLOCK_CREDIT, "a picture's credit");
    else if (is_picture_line(line))
        settle(c, i, BLOCK_CAPTION, "ends with a picture's credit");
    else if (is_date_line(c, line))
        settle(c, i, BLOCK_BYLINE, "date line");
    else if (line_letters(line) < 40 && line_words(line) < 20)
        settle(c, i, BLOCK_BOILERPLATE, "hardly any letters");
}

/* The same words twice, one line under the other, the second with a credit: a picture's text and its caption. */
static void find_repeated_captions(Crawl *c)
{
    for (size_t i = 0; i + 1 < c->n; i++) {
        BlockKind next = c->draft->blocks.data[i + 1].kind;
        Str line = draft_text(c->draft, i), below = draft_text(c->draft, i + 1);
        if (c->shapes[i] == SHAPE_SETTLED || !line_begins_alike(line, below))
            continue;
        if (next == BLOCK_CAPTION || next == BLOCK_CREDIT)
            settle(c, i, BLOCK_CAPTION, "repeats in the line below");
        else if (line_begins_alike(below, line))
            settle(c, i, BLOCK_BOILERPLATE, "repeats in the line below");
    }
}

/* What is seen, and under it whose picture it is, on a line of its own. */
static void find_credited_captions(Crawl *c)
{
    for (size_t i = 0; i + 1 < c->n; i++) {
        Str line = draft_text(c->draft, i);
        bool credit =
            c->draft->blocks.data[i + 1].kind == BLOCK_CREDIT && is_picture_credit(draft_text(c->draft, i + 1));
        if (credit && c->shapes[i] != SHAPE_SETTLED && line.len < 200 && i > 0)
            settle(c, i, BLOCK_CAPTION, "stands over a picture's credit");
    }
}

/* Under "Das könnte Sie auch interessieren" stand headlines, each with a teaser or none, until a phrase of another kind
 * or text without a headline of its own shows that the article goes on. */
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

/* Where the running text is densest: the stretch with the most of it after a toll for each line that is none. */
static void find_core(Crawl *c)
{
    long best = 0, sum = 0;
    size_t start = 0;
    c->first = c->last = 0;
    for (size_t i = 0; i < c->n; i++) {
        BlockKind kind = c->draft->blocks.data[i].kind;
        bool beside =
            c->shapes[i] == SHAPE_SETTLED && kind != BLOCK_BOILERPLATE; /* captions and bylines stand in the text */
        sum += c->shapes[i] == SHAPE_PROSE ? (long)draft_text(c->draft, i).len : beside ? -TOLL / 3 : -TOLL;
        if (sum > best) {
            best = sum;
            c->first = start;
            c->last = i + 1;
        }
        if (sum < 0) {
            sum = 0;
            start = i + 1;
        }
    }
    for (size_t i = 0; i < c->n; i++)
        if ((i < c->first || i >= c->last) && c->shapes[i] == SHAPE_PROSE && c->last > c->first)
            c->shapes[i] = SHAPE_AWAY;
}

static void drop_away(Crawl *c)
{
    for (size_t i = 0; i < c->n; i++)
        if (c->shapes[i] == SHAPE_AWAY)
            settle(c, i, BLOCK_BOILERPLATE, "text away from the article's");
}

/* How many of a headline's longer words the first of the text says too. */
static unsigned words_in_text(Crawl *c, Str line)
{
    unsigned found = 0;
    Str text = str_slice(strbuf_str(&c->draft->text), c->draft->blocks.data[c->first].span.begin, c->draft->text.len),
        word;
    text = str_slice(text, 0, TITLE_LOOK);
    while (str_split(&line, ' ', &word))
        found += word.len >= 4 && str_find_nocase(text, str_slice(word, 0, word.len > 6 ? 6 : word.len), 0) != SIZE_MAX;
    return found;
}

/* The title: of the headlines shortly before the text the one that shares most words with it; the nearer wins. */
static void find_title(Crawl *c)
{
    size_t title = SIZE_MAX, text = c->first;
    unsigned most = 0;
    while (text < c->last && c->shapes[text] != SHAPE_PROSE)
        text++;
    for (size_t i = text > TITLE_LINES ? text - TITLE_LINES : 0; i < text; i++) {
        Str line = draft_text(c->draft, i);
        if (c->shapes[i] != SHAPE_SHORT || line.len > 200 || !line_is_headline(line) || line_words(line) < 2)
            continue;
        unsigned score = 2 * words_in_text(c, line) + (line_words(line) >= 4) + (i == 0);
        if (score > 0 && score >= most) {
            most = score;
            title = i;
        }
    }
    if (title == SIZE_MAX || text >= c->last)
        return;
    settle(c, title, BLOCK_TITLE, "headline over the text");
    if (!c->out->title.len)
        c->out->title = arena_str(c->arena, draft_text(c->draft, title));
    c->first = title + 1;
    for (size_t i = title + 1; i < text; i++) { /* a lead, parted from the text by bylines and buttons */
        if (c->shapes[i] == SHAPE_AWAY) {
            c->shapes[i] = SHAPE_PROSE;
            text = i;
        }
    }
    if (draft_text(c->draft, text).len < 500) {
        c->draft->blocks.data[text].kind = BLOCK_LEAD;
        c->draft->blocks.data[text].reason = "first text under the title";
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
        bool text_before = i > 0 && c->shapes[i - 1] == SHAPE_PROSE,
             text_after = end < c->n && c->shapes[end] == SHAPE_PROSE;
        for (size_t k = i; k < end; k++) {
            Str line = draft_text(c->draft, k);
            if (k < c->first || k >= c->last + 1)
                settle(c, k, BLOCK_BOILERPLATE, "away from the article's text");
            else if (credits_from_line(&ignored, line))
                settle(c, k, BLOCK_CREDIT, "names agencies only");
            else if (line_ends_sentence(line) && line_words(line) >= 4 && line_is_headline(line) &&
                     (end - i == 1 || text_before))
                settle(c, k, BLOCK_PARAGRAPH, "a short sentence");
            else if (line_has_bullet(line) && line_words(line) >= 4)
                settle(c, k, BLOCK_LIST_ITEM, "bullet");
            else if (end - i == 1 && next_open(c, end) < c->n && line_is_headline(line) && line_words(line) >= 2 &&
                     (text_after || text_before))
                settle(c, k, BLOCK_SUBHEAD, "short line alone between paragraphs");
            else
                settle(c, k, BLOCK_BOILERPLATE,
                       end - i == 1 ? "short line, no text under it" : "one of several short lines");
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
    find_credited_captions(&c);
    drop_comments(&c);
    drop_teasers(&c);
    find_core(&c);
    find_title(&c);
    drop_away(&c);
    judge_short_lines(&c);
}
