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
                3 * ((e & (IS_ASIDE | IS_FOOTER | IS_HIDDEN | IS_CAPTION | IS_FIGURE)) != 0);
    uint32_t away = node > title_node ? node - title_node : title_node - node;
    score += title_node == 0 ? 0 : away < 60 ? 4 : away < 200 ? 2 : 0;
    return score + layout_is_within(f->layout, node, f->container);
}

static uint32_t title_node(const PageFacts *f)
{
    for (size_t b = 0; b < f->layout->blocks.len; b++)
        if (f->layout->draft->blocks.data[b].kind == BLOCK_TITLE)
            return f->layout->blocks.data[b].box;
    return 0;
}

typedef struct Found {
    Str date;
    int score;
} Found;

enum { TIME_TAG_LEAST = 3, SURE = 9 };

static Found date_of_time_tag(const PageFacts *f, uint32_t title)
{
    const Html *html = f->layout->html;
    Found best = {.score = TIME_TAG_LEAST};
    for (uint32_t i = 1; i < html->nodes.len; i++) {
        const HtmlNode *node = &html->nodes.data[i];
        if (node->tag != TAG_TIME)
            continue;
        Str date = date_machine(html_attr(html, node, ATTR_DATETIME, NULL), f->arena),
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
                    2 * (line_ends_sentence(text) && others > 3);
        if (date.len >= 10 && score > best->score)
            *best = (Found){date, score};
        from = end;
    }
}

static Found visible_date(const PageFacts *f, uint32_t title)
{
    const Layout *l = f->layout;
    Found best = {.score = 0};
    for (size_t b = 0; b < l->blocks.len; b++) {
        Str text = draft_text(l->draft, b);
        int place = text.len <= 160 && !l->blocks.data[b].prose ? place_score(f, l->blocks.data[b].inner, title) : -1;
        if (place >= 0)
            weigh_line(f, text, place, &best);
    }
    for (size_t b = 0; b < l->blocks.len && !best.date.len; b++) { /* "(14. März 2021) Die Kutter …" */
        Span at;
        Str date = date_visible(str_slice(draft_text(l->draft, b), 0, 40), f->arena, &at);
        if (date.len >= 10 && at.begin <= 1 && layout_is_within(l, l->blocks.data[b].inner, f->container))
            best = (Found){date, 1};
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

void page_dates(const PageFacts *f, Article *out)
{
    const Metadata *meta = f->meta;
    uint32_t title = title_node(f);
    bool german = str_equal(out->lang, STR("de"));
    take(out, date_local(meta->ld.published, german, f->arena), DATE_JSON_LD);
    Found tag = date_of_time_tag(f, title), visible = visible_date(f, title);
    if (meta->published_is_weak && tag.score >= SURE)
        take(out, date_local(tag.date, german, f->arena), DATE_TIME_TAG);
    if (meta->published_is_weak && visible.score >= SURE)
        take(out, visible.date, DATE_VISIBLE);
    take(out, date_local(meta->published, german, f->arena), DATE_META);
    if (visible.score >= SURE && visible.score > tag.score + 2)
        take(out, visible.date, DATE_VISIBLE);
    take(out, date_local(tag.date, german, f->arena), DATE_TIME_TAG);
    take(out, date_in_url(out->url, f->arena), DATE_URL);
    take(out, visible.date, DATE_VISIBLE);
    out->modified = date_local(meta->ld.modified.len ? meta->ld.modified : meta->modified, german, f->arena);
    out->modified_basis = meta->ld.modified.len ? DATE_JSON_LD : meta->modified.len ? DATE_META : DATE_NONE;
}
