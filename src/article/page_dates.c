#include "article/page_facts.h"

#include "article/dates.h"
#include "article/lines.h"

/* Words beside a date that say what it is the date of. */
static int words_beside(Str text)
{
    static const struct {
        Str word;
        int score;
    } WORDS[] = {
        {STR_INIT("veröffentlicht"), 3}, {STR_INIT("erschienen"), 3},    {STR_INIT("erstellt"), 3},
        {STR_INIT("publiziert"), 3},     {STR_INIT("published"), 3},     {STR_INIT("posted"), 3},
        {STR_INIT("geschrieben"), 2},    {STR_INIT("datum"), 2},         {STR_INIT(" uhr"), 1},
        {STR_INIT("stand:"), 1},         {STR_INIT("aktualisiert"), -2}, {STR_INIT("änderung"), -2},
        {STR_INIT("geändert"), -2},      {STR_INIT("updated"), -2},      {STR_INIT("update"), -2},
        {STR_INIT("modified"), -2},      {STR_INIT("zuletzt"), -1},      {STR_INIT("termin"), -3},
        {STR_INIT("beginn"), -3},        {STR_INIT("copyright"), -3},    {STR_INIT("©"), -3},
    };
    int score = 0;
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++)
        if (str_find_nocase(text, WORDS[i].word, 0) != SIZE_MAX)
            score += WORDS[i].score;
    return score;
}

/* How well a place in the page suits the article's date; below 0 not at all. */
static int place_score(const PageFacts *f, uint32_t node, uint32_t title_node)
{
    Evidence e = f->layout->all[node];
    if (e & (IS_SKIPPED | IS_COMMENTS))
        return -1;
    int score = 4 - 4 * ((e & (IS_NAVIGATION | IS_RELATED | IS_FORM)) != 0) + 3 * ((e & IS_DATE) != 0) -
                3 * ((e & (IS_ASIDE | IS_FOOTER | IS_HIDDEN)) != 0) - 5 * ((e & (IS_CAPTION | IS_FIGURE)) != 0);
    uint32_t away = node > title_node ? node - title_node : title_node - node;
    score += title_node == 0 ? 0 : away < 60 ? 4 : away < 200 ? 2 : 0;
    return score + layout_is_within(f->layout, node, f->container);
}

/* The block of the title, or one that reads as it does; SIZE_MAX where the page shows none. */
static size_t title_block(const PageFacts *f, Str title)
{
    const Draft *d = f->layout->draft;
    size_t alike = SIZE_MAX;
    for (size_t b = 0; b < f->layout->blocks.len; b++) {
        if (d->blocks.data[b].kind == BLOCK_TITLE)
            return b;
        if (alike == SIZE_MAX && str_equal_nocase(draft_text(d, b), title) &&
            f->layout->blocks.data[b].evidence & IS_HEADING)
            alike = b;
    }
    return alike;
}

typedef struct Found {
    Str date;
    int score;
} Found;

enum { TIME_TAG_LEAST = 3, SURE = 9 };

/* Of `time` elements, and of others that carry a date as an attribute: <span itemprop="datePublished" content="…">. */
static Found date_of_time_tag(const PageFacts *f, uint32_t title)
{
    const Html *html = f->layout->html;
    Found best = {.score = TIME_TAG_LEAST};
    for (uint32_t i = 1; i < html->nodes.len; i++) {
        const HtmlNode *node = &html->nodes.data[i];
        bool marked = node->tag != TAG_META && f->layout->own[i] & IS_DATE;
        if (node->tag != TAG_TIME && !marked)
            continue;
        Str date = date_machine(html_attr(html, node, node->tag == TAG_TIME ? ATTR_DATETIME : ATTR_CONTENT, NULL),
                                f->arena),
            prop = html_attr(html, node, ATTR_ITEMPROP, NULL), class = html_attr(html, node, ATTR_CLASS, NULL);
        int place = place_score(f, i, title);
        int score =
            place + 4 * (str_find(prop, STR("Published"), 0) != SIZE_MAX) -
            4 * (str_find(prop, STR("Modified"), 0) != SIZE_MAX) -
            4 * (str_find(class, STR("updated"), 0) != SIZE_MAX && str_find(class, STR("published"), 0) == SIZE_MAX);
        if (date.len >= 10 && place >= 0 && score > best.score)
            best = (Found){date, score};
    }
    return best;
}

/* "Datum 14.03.2021", "Veröffentlicht am: 14. März 2021": a label and its value. (What is "erschienen" may be a book.)
 */
static bool is_labelled(Str before)
{
    static const Str LABELS[] = {
        STR_INIT("datum"),         STR_INIT("veröffentlicht"), STR_INIT("veröffentlicht am"), STR_INIT("publiziert"),
        STR_INIT("publiziert am"), STR_INIT("published"),      STR_INIT("published on"),      STR_INIT("date")};
    before = str_trim(before);
    before = str_trim(str_slice(before, 0, before.len - str_ends(before, STR(":"))));
    for (size_t k = 0; k < sizeof LABELS / sizeof LABELS[0]; k++)
        if (str_equal_nocase(before, LABELS[k]))
            return true;
    return false;
}

/* Weighs each date in a line by its place and the words around it. */
static void weigh_line(const PageFacts *f, Str text, int place, Found *best)
{
    Span at;
    size_t words = line_words(text);
    for (size_t from = 0; from < text.len;) {
        Str rest = str_slice(text, from, text.len), date = date_visible(rest, f->arena, &at);
        if (!date.len)
            return;
        size_t begin = from + at.begin, end = from + at.end, others = words - line_words(str_span(rest, at));
        Str near = str_slice(text, begin > 40 && begin - 40 > from ? begin - 40 : from, end + 5);
        int score = place + words_beside(near) +
                    (others <= 3   ? 2
                     : others <= 8 ? 0
                                   : -2) -
                    2 * (line_ends_sentence(text) && others > 3) +
                    4 * (from == 0 && is_labelled(str_slice(text, 0, begin)));
        if (date.len >= 10 && score > best->score)
            *best = (Found){date, score};
        from = end;
    }
}

/* A short line with a date just below the title is its date line, whatever its element is called. */
enum { DATE_LINES = 3, DATE_LINE_SCORE = 7, DATELINE_SCORE = 8 };

static Found visible_date(const PageFacts *f, size_t title)
{
    const Layout *l = f->layout;
    Found best = {.score = 0};
    bool begun = false; /* the article's running text */
    for (size_t b = 0; b < l->blocks.len; b++) {
        Str text = draft_text(l->draft, b);
        const HtmlBlock *block = &l->blocks.data[b];
        int place = text.len <= 160 && !block->prose
                        ? place_score(f, block->inner, title == SIZE_MAX ? 0 : l->blocks.data[title].box)
                        : -1;
        if (b > title && b - title <= DATE_LINES && text.len <= 60 && !block->prose && !begun &&
            !(block->evidence & (IS_SKIPPED | IS_COMMENTS | IS_FORM)) && place < DATE_LINE_SCORE)
            place = DATE_LINE_SCORE;
        if (place >= 0)
            weigh_line(f, text, place, &best);
        if (!block->prose || begun || !layout_is_within(l, block->inner, f->container))
            continue;
        begun = true; /* "(14. März 2021) Die Kutter …", "Torsund, (14.3.2021). Die Kutter …" */
        Span at = {0, 0};
        Str date = date_visible(str_slice(text, 0, 40), f->arena, &at);
        int score = at.begin > 0 && text.data[at.begin - 1] == '(' ? DATELINE_SCORE : at.begin == 0;
        if (date.len >= 10 && best.score < score)
            best = (Found){date, score};
    }
    return best;
}

static void take(Article *out, Str date, DateBasis basis)
{
    if (out->published.len || !date.len)
        return;
    out->published = date;
    out->published_basis = basis;
}

/* Do two dates lie less than a day apart, and yet on different days? Then they are one moment in two time zones. */
static bool zones_apart(Str head, Str shown)
{
    if (head.len < 16 || shown.len < 16 || str_equal(str_slice(head, 0, 10), str_slice(shown, 0, 10)))
        return false;
    bool utc = str_ends(head, STR("Z")) || str_ends(head, STR("+00:00")) || str_ends(head, STR("+0000"));
    int64_t apart = date_minutes(head) - date_minutes(shown);
    return utc && apart <= 14 * 60 && apart >= -14 * 60 && apart % 15 == 0;
}

static bool same_day(Str a, Str b) { return a.len >= 10 && b.len >= 10 && memcmp(a.data, b.data, 10) == 0; }

/* A date of the head, in the light of what readers are shown: the day beside the title is the day it was published,
 * wherever the server keeps its clock, and a head that says a later one means the last change. */
static Str head_date(const PageFacts *f, Str head, const Found *tag, const Found *visible, bool german)
{
    bool earlier = head.len >= 10 && tag->date.len >= 10 && memcmp(tag->date.data, head.data, 10) < 0;
    if (tag->score >= SURE && (earlier || zones_apart(head, tag->date)))
        head = tag->date;
    Str local = date_local(head, german, f->arena);
    bool midnight = str_equal(str_slice(local, 10, 16), STR("T00:00")); /* a day without a time, turned into UTC */
    bool shown = visible->score >= SURE && same_day(visible->date, head);
    return shown && !midnight && !same_day(head, local) ? head : local;
}

void page_dates(const PageFacts *f, Article *out)
{
    const Metadata *meta = f->meta;
    size_t title = title_block(f, out->title);
    bool german = str_equal(out->lang, STR("de"));
    Found tag = date_of_time_tag(f, title == SIZE_MAX ? 0 : f->layout->blocks.data[title].box),
          visible = visible_date(f, title);
    Str linked = head_date(f, meta->ld.published, &tag, &visible, german),
        said = head_date(f, meta->published, &tag, &visible, german);
    bool shows_said =
        (tag.score >= SURE && same_day(tag.date, said)) || (visible.score >= SURE && same_day(visible.date, said));
    if (!meta->published_is_weak && !same_day(linked, said) && shows_said)
        take(out, said, DATE_META);
    take(out, linked, DATE_JSON_LD);
    if (meta->published_is_weak && tag.score >= SURE)
        take(out, date_local(tag.date, german, f->arena), DATE_TIME_TAG);
    if (meta->published_is_weak && visible.score >= SURE)
        take(out, visible.date, DATE_VISIBLE);
    take(out, said, DATE_META);
    if (visible.score >= SURE && visible.score > tag.score + 2)
        take(out, visible.date, DATE_VISIBLE);
    take(out, head_date(f, tag.date, &tag, &visible, german), DATE_TIME_TAG);
    take(out, date_in_url(out->url, f->arena), DATE_URL);
    take(out, visible.date, DATE_VISIBLE);
    out->modified = date_local(meta->ld.modified.len ? meta->ld.modified : meta->modified, german, f->arena);
    out->modified_basis = meta->ld.modified.len ? DATE_JSON_LD : meta->modified.len ? DATE_META : DATE_NONE;
}
