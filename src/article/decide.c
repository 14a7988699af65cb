#include "article/decide.h"

#include "article/agree.h"
#include "article/credits.h"
#include "article/dates.h"
#include "article/phrases.h"
#include "article/lines.h"

enum { TAIL_WORDS = 14, MOST_QUOTES = 20, AGREES = 60, DISAGREES = 20 };

typedef struct Decide {
    Layout *l;
    uint32_t container;
    Str title;
    const Metadata *meta;
    StrBuf scratch;
    size_t n, first, last; /* blocks of the container, [first, last) */
    size_t prose;          /* the first running text in it */
} Decide;

static void settle(Decide *d, size_t b, BlockKind kind, const char *reason)
{
    d->l->draft->blocks.data[b].kind = kind;
    d->l->draft->blocks.data[b].reason = reason;
}

static BlockKind kind_of(const Decide *d, size_t b) { return d->l->draft->blocks.data[b].kind; }
static Str text_of(const Decide *d, size_t b) { return draft_text(d->l->draft, b); }

/* What an element's evidence makes of the text in it; NULL when it makes nothing of it. */
static const char *against(Evidence e)
{
    static const struct {
        Evidence bit;
        const char *reason;
    } REASONS[] = {
        {IS_HIDDEN, "hidden"},
        {IS_NAVIGATION, "navigation"},
        {IS_COMMENTS, "comment area"},
        {IS_RELATED, "box of teasers"},
        {IS_SHARE, "share buttons"},
        {IS_NEWSLETTER, "newsletter or donation box"},
        {IS_BIO, "box about the author"},
        {IS_AD, "advertisement"},
        {IS_CONSENT, "notice or dialogue"},
        {IS_TAGS, "list of topics"},
        {IS_FORM, "form or button"},
        {IS_FOOTER, "footer"},
        {IS_ASIDE, "aside"},
        {IS_EMBED, "embedded post"},
    };
    for (size_t i = 0; i < sizeof REASONS / sizeof REASONS[0]; i++)
        if (e & REASONS[i].bit)
            return REASONS[i].reason;
    return NULL;
}

static bool is_linky(const Decide *d, const HtmlBlock *block, Str text)
{
    if (block->links * 10 >= text.len * 6 && !(text.len > 150 && block->links * 10 < text.len * 9))
        return true;
    for (uint32_t up = block->box; up > d->container; up = d->l->html->nodes.data[up].parent) {
        const Weight *w = &d->l->weights[up];
        if (w->text > 40 && w->links * 10 >= w->text * 7)
            return true;
    }
    return false;
}

static bool same_words(Str a, Str b) { return line_begins_alike(a, b) && line_begins_alike(b, a); }

/* The title's words; in a heading above the running text, a kicker may stand before them. */
static bool is_title(const Decide *d, const HtmlBlock *block, Str text)
{
    bool above = block->evidence & IS_HEADING && (size_t)(block - d->l->blocks.data) < d->prose;
    return same_words(text, d->title) ||
           (above && d->title.len > 15 && text.len < d->title.len + 84 && str_ends(text, d->title));
}

static BlockKind body_kind(Evidence e, Str text)
{
    if (e & IS_HEADING && !(line_is_prose(text) && text.len > 100))
        return BLOCK_SUBHEAD;
    if (e & IS_TABLE)
        return BLOCK_TABLE;
    if (e & IS_LIST)
        return BLOCK_LIST_ITEM;
    return e & IS_QUOTE ? BLOCK_QUOTATION : BLOCK_PARAGRAPH;
}

/* A paragraph all in bold is a subhead in all but name. */
static bool is_bold(const Decide *d, const HtmlBlock *block)
{
    for (uint32_t up = block->inner; up > block->box; up = d->l->html->nodes.data[up].parent) {
        HtmlTag tag = (HtmlTag)d->l->html->nodes.data[up].tag;
        if (tag == TAG_B || tag == TAG_STRONG)
            return true;
    }
    return false;
}

static bool is_byline(Str text, Evidence e)
{
    if (text.len > 120 || line_ends_sentence(text) || e & IS_HEADING)
        return false;
    return (e & (IS_AUTHOR | IS_DATE)) || str_starts(text, STR("Stand: ")) ||
           (str_starts(text, STR("von ")) && line_words(text) <= 8) ||
           ((str_starts(text, STR("Von ")) || str_starts(text, STR("By "))) && line_words(text) <= 8);
}

static bool points_elsewhere(Str text)
{
    static const Str ARROWS[] = {STR_INIT(">>"), STR_INIT("»»"),   STR_INIT("→"),  STR_INIT("►"), STR_INIT("▶"),
                                 STR_INIT("➤"),  STR_INIT("+++ "), STR_INIT("» "), STR_INIT("> ")};
    for (size_t k = 0; k < sizeof ARROWS / sizeof ARROWS[0]; k++)
        if (str_starts(text, ARROWS[k]))
            return true;
    return false;
}

/* "Abb. 3: …", "Abbildung: …", "Beitragsbild: …" */
static bool is_figure_line(Str text)
{
    static const Str WORDS[] = {STR_INIT("Abbildung"), STR_INIT("Abb."),   STR_INIT("Beitragsbild"),
                                STR_INIT("Titelbild"), STR_INIT("Bild:"),  STR_INIT("Bild "),
                                STR_INIT("Fig."),      STR_INIT("Figure ")};
    for (size_t k = 0; k < sizeof WORDS / sizeof WORDS[0]; k++) {
        if (!str_starts(text, WORDS[k]))
            continue;
        size_t colon = str_find_char(text, ':', 0);
        return colon != SIZE_MAX && colon < WORDS[k].len + 4;
    }
    return false;
}

/* A block by itself, within the container. */
static void judge(Decide *d, size_t b)
{
    const HtmlBlock *block = &d->l->blocks.data[b];
    Str text = text_of(d, b);
    Evidence e = block->evidence;
    const char *reason = against(e);
    if (reason)
        settle(d, b, BLOCK_BOILERPLATE, reason);
    else if (is_title(d, block, text))
        settle(d, b, BLOCK_TITLE, "the title");
    else if (e & IS_CREDIT && text.len < 160)
        settle(d, b, BLOCK_CREDIT, "credit element");
    else if (e & IS_CAPTION || (e & IS_FIGURE && !(e & IS_TABLE)))
        settle(d, b, is_picture_credit(text) ? BLOCK_CREDIT : BLOCK_CAPTION, "caption element");
    else if (is_picture_credit(text) || (text.len < 90 && str_starts(text, STR("©"))))
        settle(d, b, BLOCK_CREDIT, "a picture's or a text's credit");
    else if (block->links && points_elsewhere(text))
        settle(d, b, BLOCK_BOILERPLATE, "points elsewhere with an arrow");
    else if (block->links && text.len < 300 && str_find_nocase(text, STR("newsletter"), 0) != SIZE_MAX)
        settle(d, b, BLOCK_BOILERPLATE, "links to a newsletter");
    else if (text.len < 250 && is_picture_line(text))
        settle(d, b, BLOCK_CAPTION, "ends with a picture's credit");
    else if (phrase_of(text, &d->scratch, &reason) != PHRASE_NONE)
        settle(d, b, BLOCK_BOILERPLATE, reason);
    else if (e & IS_KICKER && text.len < 80)
        settle(d, b, BLOCK_KICKER, "kicker element");
    else if (is_linky(d, block, text))
        settle(d, b, BLOCK_BOILERPLATE, "mostly links");
    else if (is_byline(text, e))
        settle(d, b, BLOCK_BYLINE, "author or date line");
    else if (is_figure_line(text))
        settle(d, b, BLOCK_CAPTION, "numbered or named figure");
    else if (line_letters(text) < 30 && text.len < 40)
        settle(d, b, BLOCK_BOILERPLATE, "hardly any letters");
    else if (!(e & (IS_HEADING | IS_LIST | IS_TABLE)) && is_bold(d, block) && text.len < 120 &&
             !line_ends_sentence(text))
        settle(d, b, BLOCK_SUBHEAD, "bold line");
    else
        settle(d, b, body_kind(e, text), "in the article's box");
}

/* Under a phrase like "Mehr zum Thema" the rest of its box, or what follows up to running text, belongs to it. */
static void drop_sections(Decide *d)
{
    const char *reason;
    size_t prose = 0;
    for (size_t b = d->first; b < d->last; b++) {
        prose += kind_of(d, b) != BLOCK_BOILERPLATE ? d->l->blocks.data[b].prose : 0;
        PhraseKind kind = phrase_of(text_of(d, b), &d->scratch, &reason);
        if (kind == PHRASE_COMMENTS && prose > 300) {
            for (; b < d->last; b++)
                settle(d, b, BLOCK_BOILERPLATE, "comment area");
        } else if (kind == PHRASE_SECTION) {
            while (b + 1 < d->last && block_is_body(kind_of(d, b + 1)) && !d->l->blocks.data[b + 1].prose)
                settle(d, ++b, BLOCK_BOILERPLATE, "under a phrase that points to other articles");
        }
    }
}

/* Before the first and behind the last running text, a line that is little more than a date. */
static void find_date_lines(Decide *d, Arena *arena)
{
    size_t begin = d->first, end = d->last;
    while (begin < d->last && !(block_is_body(kind_of(d, begin)) && d->l->blocks.data[begin].prose))
        begin++;
    while (end > begin && !(block_is_body(kind_of(d, end - 1)) && d->l->blocks.data[end - 1].prose))
        end--;
    for (size_t b = d->first, seen = 0; b < d->last && seen < 4; b++) { /* a lead may stand before it */
        seen += block_is_body(kind_of(d, b));
        begin = b > begin ? b : begin;
    }
    for (size_t b = d->first; b < d->last; b++) {
        Str text = text_of(d, b);
        Span at;
        if ((b >= begin && b < end) || !block_is_body(kind_of(d, b)) || kind_of(d, b) == BLOCK_SUBHEAD ||
            kind_of(d, b) == BLOCK_TABLE || text.len > 110)
            continue;
        if (date_visible(text, arena, &at).len >= 10 && line_words(text) <= line_words(str_span(text, at)) + 6)
            settle(d, b, BLOCK_BYLINE, "date line");
    }
}

/* A pulled quote says again what the text says. */
static void drop_pulled_quotes(Decide *d)
{
    size_t looked = 0;
    for (size_t b = d->first; b < d->last && looked < MOST_QUOTES; b++) {
        Str quote = text_of(d, b);
        if (kind_of(d, b) != BLOCK_QUOTATION || quote.len > 300)
            continue;
        looked++;
        while (quote.len &&
               ((unsigned char)quote.data[0] >= 0x80 || strchr("\"'", quote.data[0]))) /* its own quotation marks */
            quote = str_slice(quote, 1, quote.len);
        while (quote.len &&
               ((unsigned char)quote.data[quote.len - 1] >= 0x80 || strchr("\"'.,!?", quote.data[quote.len - 1])))
            quote.len--;
        for (size_t k = d->first; k < d->last && quote.len > 25; k++) {
            if (k != b && block_is_body(kind_of(d, k)) && text_of(d, k).len > quote.len &&
                str_find(text_of(d, k), quote, 0) != SIZE_MAX) {
                settle(d, b, BLOCK_BOILERPLATE, "quotation pulled from the text");
                break;
            }
        }
    }
}

/* Above the first running text, headings that the head of the page names too are its title in pieces. */
static void find_title_pieces(Decide *d)
{
    for (size_t b = d->first; b < d->last && !(block_is_body(kind_of(d, b)) && kind_of(d, b) != BLOCK_SUBHEAD); b++) {
        Str text = text_of(d, b);
        if (kind_of(d, b) == BLOCK_SUBHEAD && text.len > 12 &&
            (str_find(d->meta->og_title, text, 0) != SIZE_MAX || str_find(d->meta->ld.headline, text, 0) != SIZE_MAX))
            settle(d, b, BLOCK_TITLE, "part of the title");
    }
}

/* A heading goes with what is under it: nothing, or nothing but what was dropped before the next heading. */
static void drop_empty_headings(Decide *d)
{
    BlockKind below = BLOCK_BOILERPLATE; /* of the next block that stays; BOILERPLATE: none does */
    bool dropped = false;                /* something between here and there */
    for (size_t b = d->last; b-- > d->first;) {
        BlockKind kind = kind_of(d, b);
        if (kind == BLOCK_SUBHEAD && (below == BLOCK_BOILERPLATE || (below == BLOCK_SUBHEAD && dropped)))
            settle(d, b, BLOCK_BOILERPLATE, "heading without text under it");
        else if (block_is_body(kind))
            below = kind;
        dropped = kind == BLOCK_BOILERPLATE || (dropped && !block_is_body(kind));
    }
}

/* Subheads without text under them, and what is left behind the last running text. */
static void trim_tail(Decide *d)
{
    size_t end = d->last;
    while (end > d->first && !(block_is_body(kind_of(d, end - 1)) &&
                               (d->l->blocks.data[end - 1].prose || line_ends_sentence(text_of(d, end - 1)) ||
                                kind_of(d, end - 1) == BLOCK_LIST_ITEM || kind_of(d, end - 1) == BLOCK_TABLE)))
        end--;
    for (size_t b = end; b < d->last; b++)
        if (block_is_body(kind_of(d, b)) && end > d->first &&
            (kind_of(d, b) == BLOCK_SUBHEAD || line_words(text_of(d, b)) <= TAIL_WORDS))
            settle(d, b, BLOCK_BOILERPLATE, "short line behind the text");
    drop_empty_headings(d);
}

static bool is_description(const Decide *d, Str text)
{
    const Str says[] = {d->meta->og_description, d->meta->description, d->meta->ld.description};
    for (size_t i = 0; i < 3; i++) {
        Str s = says[i];
        while (s.len &&
               (s.data[s.len - 1] == '.' || (unsigned char)s.data[s.len - 1] >= 0x80)) /* cut off with an ellipsis */
            s.len--;
        if (s.len >= 30 && (line_begins_alike(s, text) || line_begins_alike(text, s)))
            return true;
    }
    return false;
}

static bool may_be_lead(Decide *d, size_t b)
{
    const HtmlBlock *block = &d->l->blocks.data[b];
    Str text = text_of(d, b);
    const char *reason;
    if (text.len < 40 ||
        block->evidence & (IS_SKIPPED | IS_CAPTION | IS_CREDIT | IS_FIGURE | IS_COMMENTS | IS_FORM | IS_CONSENT |
                           IS_AD | IS_FOOTER) ||
        is_title(d, block, text) || is_picture_line(text) || phrase_of(text, &d->scratch, &reason) != PHRASE_NONE)
        return false;
    if (block->links * 2 > text.len && !(is_description(d, text)))
        return false;
    bool reads_well = line_is_prose(text) && (!(block->evidence & IS_HEADING) || text.len > 100);
    bool named_teaser = block->prose && block->links == 0; /* many pages call their leads teasers */
    return is_description(d, text) || ((block->evidence & IS_LEAD || reads_well) &&
                                       !(block->evidence & (named_teaser ? IS_AGAINST & ~IS_RELATED : IS_AGAINST)));
}

/* The heading over the text: the one that is the title, else the last h1 before the text. */
static size_t find_heading(const Decide *d)
{
    size_t title = SIZE_MAX, last_h1 = SIZE_MAX;
    for (size_t b = 0; b < d->last; b++) {
        const HtmlBlock *block = &d->l->blocks.data[b];
        if (!(block->evidence & IS_HEADING) || block->evidence & (IS_HIDDEN | IS_NAVIGATION))
            continue;
        if (b < d->first && d->l->html->nodes.data[block->box].tag == TAG_H1)
            last_h1 = b;
        if (is_title(d, block, text_of(d, b)) && (title == SIZE_MAX || b <= d->first))
            title = b;
    }
    return title != SIZE_MAX ? title : last_h1;
}

/* The lead stands between title and text, often outside the text's box. */
static void find_lead(Decide *d)
{
    size_t title = find_heading(d), from = 0;
    if (title != SIZE_MAX && title < d->first) {
        settle(d, title, BLOCK_TITLE, "the title");
        for (size_t b = title > 3 ? title - 3 : 0; b < title; b++)
            if (d->l->blocks.data[b].evidence & IS_KICKER && text_of(d, b).len < 80 &&
                !(d->l->blocks.data[b].evidence & IS_NAVIGATION))
                settle(d, b, BLOCK_KICKER, "kicker element over the title");
        from = title + 1;
    } else {
        from = d->first > 12 ? d->first - 12 : 0;
    }
    bool found = false;
    for (size_t b = from; b < d->first; b++) {
        Str text = text_of(d, b);
        if (may_be_lead(d, b) && (title != SIZE_MAX || is_description(d, text))) {
            settle(d, b, BLOCK_LEAD,
                   is_description(d, text) ? "before the text, as in the page's description"
                                           : "between title and text");
            found = true;
        } else if (is_picture_line(text) || d->l->blocks.data[b].evidence & IS_CAPTION) {
            settle(d, b, BLOCK_CAPTION, "caption before the text");
        } else if (is_byline(text, d->l->blocks.data[b].evidence)) {
            settle(d, b, BLOCK_BYLINE, "author or date line");
        }
    }
    for (size_t b = d->first, seen = 0; b < d->last && seen < 3; b++) {
        if (kind_of(d, b) == BLOCK_BOILERPLATE && seen == 0 && title != SIZE_MAX && b > title && b < title + 8 &&
            d->l->blocks.data[b].evidence & IS_RELATED && may_be_lead(d, b)) {
            settle(d, b, BLOCK_LEAD, "first text under the title");
            found = true;
        }
        if (!block_is_body(kind_of(d, b)))
            continue;
        seen++;
        if (found)
            continue;
        if (d->l->blocks.data[b].evidence & IS_LEAD || is_description(d, text_of(d, b))) {
            settle(d, b, BLOCK_LEAD, "first text, named or described as lead");
            found = true;
        }
    }
}

/* Where the page carries its text a second time, for machines, and that copy agrees with what was found so far,
 * paragraphs it lacks are none of the article's. (What it has beyond them is no gain: it often holds captions and
 * teasers too.) */
static void ask_own_copy(Decide *d)
{
    uint8_t *shares = mem_zero(d->n, 1);
    bool fit = agree_with_body(d->l, d->meta->ld.body, shares);
    size_t begin = d->n, end = 0;
    for (size_t b = 0; b < d->n && fit; b++) {
        if (d->l->blocks.data[b].prose && shares[b] >= AGREES) {
            begin = b < begin ? b : begin;
            end = b + 1;
        }
    }
    for (size_t b = begin; b < end; b++) {
        BlockKind kind = kind_of(d, b);
        size_t words = line_words(text_of(d, b));
        if ((kind == BLOCK_PARAGRAPH || kind == BLOCK_QUOTATION) && shares[b] < DISAGREES && words >= 6)
            settle(d, b, BLOCK_BOILERPLATE, "not in the page's own copy of its text");
    }
    for (size_t b = end; b < d->last && end > begin; b++)
        if (block_is_body(kind_of(d, b)) && shares[b] < DISAGREES)
            settle(d, b, BLOCK_BOILERPLATE, "behind the end of the page's own copy of its text");
    vec_free(shares);
}

/* A page whose every box has something against it still says something: its running text. */
static void take_what_is_left(Decide *d)
{
    for (size_t b = d->first; b < d->last; b++)
        if (block_is_body(kind_of(d, b)))
            return;
    for (size_t b = d->first; b < d->last; b++)
        if (d->l->blocks.data[b].prose && !(d->l->blocks.data[b].evidence & (IS_SKIPPED | IS_COMMENTS | IS_CONSENT)))
            settle(d, b, BLOCK_PARAGRAPH, "the only running text");
}

void decide_blocks(Layout *l, uint32_t container, Str title, const Metadata *meta, Arena *scratch)
{
    Decide d = {
        .l = l, .container = container, .title = title, .meta = meta, .n = l->blocks.len, .first = l->blocks.len};
    d.prose = d.n;
    for (size_t b = d.n; b-- > 0;)
        if (l->blocks.data[b].prose && layout_is_within(l, l->blocks.data[b].inner, container))
            d.prose = b;
    for (size_t b = 0; b < d.n; b++) {
        if (!layout_is_within(l, l->blocks.data[b].inner, container)) {
            settle(&d, b, BLOCK_BOILERPLATE, "outside the article's box");
            continue;
        }
        d.first = b < d.first ? b : d.first;
        d.last = b + 1;
        judge(&d, b);
    }
    drop_sections(&d);
    find_title_pieces(&d);
    find_date_lines(&d, scratch);
    drop_pulled_quotes(&d);
    trim_tail(&d);
    take_what_is_left(&d);
    find_lead(&d);
    ask_own_copy(&d);
    strbuf_release(&d.scratch);
}
