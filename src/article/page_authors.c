#include "article/page_facts.h"

#include "article/credits.h"
#include "article/dates.h"
#include "article/lines.h"
#include "base/utf8.h"

typedef VEC(Str) Strs;

enum { MOST_AUTHORS = 12, LONGEST_NAME = 60, MOST_NODES = 80, LEAST_INTRODUCTION = 10 };

static bool starts_upper(Str s)
{
    size_t at = 0;
    return s.len && utf8_is_upper(utf8_next(s, &at));
}

/* What stands before a name in bylines. */
static Str without_introduction(Str name)
{
    static const Str BEFORE[] = {STR_INIT("von:"),
                                 STR_INIT("von"),
                                 STR_INIT("by:"),
                                 STR_INIT("by"),
                                 STR_INIT("autor:"),
                                 STR_INIT("autorin:"),
                                 STR_INIT("autoren:"),
                                 STR_INIT("autor"),
                                 STR_INIT("autorin"),
                                 STR_INIT("auteur"),
                                 STR_INIT("por"),
                                 STR_INIT("author:"),
                                 STR_INIT("author"),
                                 STR_INIT("text:"),
                                 STR_INIT("text"),
                                 STR_INIT("interview:"),
                                 STR_INIT("geschrieben von"),
                                 STR_INIT("erstellt von"),
                                 STR_INIT("veröffentlicht von"),
                                 STR_INIT("artikel von"),
                                 STR_INIT("beitrag von"),
                                 STR_INIT("ein beitrag von"),
                                 STR_INIT("ein artikel von"),
                                 STR_INIT("blogbeitrag von"),
                                 STR_INIT("eingestellt von"),
                                 STR_INIT("gespeichert von"),
                                 STR_INIT("text von"),
                                 STR_INIT("autoren"),
                                 STR_INIT("ein gastbeitrag von"),
                                 STR_INIT("gastbeitrag von"),
                                 STR_INIT("eine analyse von"),
                                 STR_INIT("analyse von"),
                                 STR_INIT("ein kommentar von"),
                                 STR_INIT("kommentar von"),
                                 STR_INIT("eine kolumne von"),
                                 STR_INIT("kolumne von"),
                                 STR_INIT("ein interview von"),
                                 STR_INIT("interview von"),
                                 STR_INIT("eine reportage von"),
                                 STR_INIT("rezept von"),
                                 STR_INIT("verfasst von"),
                                 STR_INIT("posted by"),
                                 STR_INIT("written by"),
                                 STR_INIT("published by"),
                                 STR_INIT("redaktion:"),
                                 STR_INIT("aus"),
                                 STR_INIT("über")};
    for (bool again = true; again;) {
        again = false;
        for (size_t k = 0; k < sizeof BEFORE / sizeof BEFORE[0]; k++) {
            if (!str_starts_nocase(name, BEFORE[k]))
                continue;
            Str rest = str_slice(name, BEFORE[k].len, name.len);
            bool apart =
                rest.len == 0 || rest.data[0] == ' ' || rest.data[0] == ':' || BEFORE[k].data[BEFORE[k].len - 1] == ':';
            bool glued = !apart && BEFORE[k].len > 8 && starts_upper(rest); /* "Geschrieben vonEva" */
            if (apart || glued) {
                rest = str_trim(rest);
                name = str_trim(str_slice(rest, rest.len && rest.data[0] == ':', rest.len));
                again = true;
            }
        }
    }
    return name;
}

static void push_name(Str name, Arena *arena, Strs *authors)
{
    for (size_t i = 0; i < authors->len; i++)
        if (str_starts_nocase(name, authors->data[i]))
            return;
    if (authors->len < MOST_AUTHORS)
        vec_push(authors, arena_str(arena, name));
}

/* A name as it stands, of a desk or an outlet: "nordbote.example Redaktion", "Küste24". */
static void add_desk(Str name, Arena *arena, Strs *authors)
{
    name = without_introduction(str_trim(name));
    if (name.len >= 2 && name.len <= LONGEST_NAME && str_find(name, STR("://"), 0) == SIZE_MAX)
        push_name(name, arena, authors);
}

/* A person's name, if it reads like one. `marked`: the element says that it is one, and it may be "die alte Fischerin".
 */
static void add_name(Str name, bool marked, Arena *arena, Strs *authors)
{
    Span date;
    if (date_visible(name, arena, &date).len)
        name = str_slice(name, 0, date.begin);
    Str bare = without_introduction(str_trim(name));
    marked = marked || name.len - bare.len > LEAST_INTRODUCTION;
    name = bare;
    size_t paren = str_find(name, STR(" ("), 0);
    if (paren != SIZE_MAX && paren > 0)
        name = str_trim(str_slice(name, 0, paren));
    while (name.len && strchr(",;:|-/*", name.data[name.len - 1]))
        name = str_trim(str_slice(name, 0, name.len - 1));
    if (name.len < 2 || name.len > LONGEST_NAME || str_find(name, STR("://"), 0) != SIZE_MAX ||
        str_find_char(name, '@', 0) != SIZE_MAX || str_find(name, STR("[at]"), 0) != SIZE_MAX)
        return;
    static const Str BEHIND[] = {STR_INIT(" am"),           STR_INIT(" on"),           STR_INIT(" vor"),
                                 STR_INIT(" in"),           STR_INIT(" um"),           STR_INIT(" –"),
                                 STR_INIT(" Alle Artikel"), STR_INIT(" Alle Beiträge")};
    static const Str WORKS[] = {STR_INIT(" Illustration"), STR_INIT(" Foto"), STR_INIT(" Bild"), STR_INIT(" Grafik")};
    for (size_t k = 0; k < sizeof WORKS / sizeof WORKS[0]; k++) /* "Ada Falk Fotos: Jon Brede" */
        name = str_slice(name, 0, str_find(name, WORKS[k], 0));
    for (size_t k = 0; k < sizeof BEHIND / sizeof BEHIND[0]; k++)
        if (str_ends(name, BEHIND[k]))
            name = str_trim(str_slice(name, 0, name.len - BEHIND[k].len));
    static const Str LINKS[] = {STR_INIT("Alle "),    STR_INIT("Mehr "),          STR_INIT("Zeige "),
                                STR_INIT("View "),    STR_INIT("Zum "),           STR_INIT("Zur "),
                                STR_INIT("Name"),     STR_INIT("Veröffentlicht"), STR_INIT("Montag"),
                                STR_INIT("Dienstag"), STR_INIT("Mittwoch"),       STR_INIT("Donnerstag"),
                                STR_INIT("Freitag"),  STR_INIT("Samstag"),        STR_INIT("Sonntag")};
    for (size_t k = 0; k < sizeof LINKS / sizeof LINKS[0]; k++)
        if (str_starts(name, LINKS[k]))
            return;
    static const Str DEGREES[] = {STR_INIT("PhD"),  STR_INIT("Ph.D."), STR_INIT("Ph.D"), STR_INIT("MD"),
                                  STR_INIT("M.D."), STR_INIT("MBA"),   STR_INIT("MSc"),  STR_INIT("M.Sc.")};
    for (size_t k = 0; k < sizeof DEGREES / sizeof DEGREES[0]; k++)
        if (str_equal(name, DEGREES[k])) /* "Ada Falk, PhD" */
            return;
    size_t words = line_words(name), digits = 0, colon = str_find_char(name, ':', 0);
    for (size_t i = 0; i < name.len; i++)
        digits += name.data[i] >= '0' && name.data[i] <= '9';
    if (digits && (words > 1 || colon != SIZE_MAX || digits == name.len))
        return;
    bool lower = words > 1 && !starts_upper(name) && !str_starts(name, STR("von ")) && !str_starts(name, STR("de "));
    if (words <= 5 && !(lower && (words > 3 || !marked)))
        push_name(name, arena, authors);
}

/* Splits "Von Ada Falk und Jon Brede" into names. */
static void add_names(Str text, bool marked, Arena *arena, Strs *authors)
{
    static const Str PARTS[] = {STR_INIT(" und "),   STR_INIT(" and "), STR_INIT(", "),  STR_INIT(" & "),
                                STR_INIT(";"),       STR_INIT(" / "),   STR_INIT("/"),   STR_INIT(" | "),
                                STR_INIT(" sowie "), STR_INIT(" mit "), STR_INIT(" • "), STR_INIT(" · "),
                                STR_INIT(" – "),     STR_INIT(" - ")};
    while (text.len) {
        size_t cut = text.len, behind = text.len;
        for (size_t k = 0; k < sizeof PARTS / sizeof PARTS[0]; k++) {
            size_t at = str_find(text, PARTS[k], 0);
            if (at != SIZE_MAX && at < cut) {
                cut = at;
                behind = at + PARTS[k].len;
            }
        }
        add_name(str_slice(text, 0, cut), marked, arena, authors);
        text = str_slice(text, behind, text.len);
    }
}

static bool is_outlet(const PageFacts *f, Str name)
{
    for (size_t i = 0; i < f->n_outlets; i++)
        if (f->outlets[i].len && names_outlet(name, f->outlets[i]))
            return true;
    return str_find_nocase(name, STR("redaktion"), 0) != SIZE_MAX ||
           str_find_nocase(name, STR("editor"), 0) != SIZE_MAX || str_equal_nocase(name, STR("admin"));
}

/* Sorts the names in `text` into people and others: the outlet, its desks. A text without a single name that is the
 * outlet's is one whole. */
static void sort_names_of(const PageFacts *f, Str text, bool marked, Strs *people, Strs *others)
{
    static const Str NOBODY[] = {STR_INIT("red"), STR_INIT("agenturen"), STR_INIT("agentur"),
                                 STR_INIT("mit agenturen")};
    Strs names = {0};
    add_names(text, marked, f->arena, &names);
    for (size_t i = 0; i < names.len; i++) {
        bool nobody = false;
        for (size_t k = 0; k < sizeof NOBODY / sizeof NOBODY[0]; k++)
            nobody = nobody || str_equal_nocase(names.data[i], NOBODY[k]);
        if (!nobody)
            push_name(names.data[i], f->arena, is_outlet(f, names.data[i]) ? others : people);
    }
    if (!names.len && is_outlet(f, text))
        add_desk(text, f->arena, others);
    vec_release(&names);
}

/* Takes those of `said` that are people's names into *people, the rest into *others. */
static void sort_names(const PageFacts *f, const Str *said, size_t n, Strs *people, Strs *others)
{
    for (size_t i = 0; i < n; i++) {
        if (line_words(said[i]) > 1 && line_words(said[i]) <= 4 && str_find(said[i], STR(", "), 0) == SIZE_MAX &&
            is_outlet(f, said[i]))
            add_desk(said[i], f->arena, others);
        else
            sort_names_of(f, said[i], false, people, others);
    }
}

/* The text of an element; short elements only. Elements side by side that hold two words and more each are parted by a
 * bar: <span>Ada Falk</span><span>Jon Brede</span>. */
static Str element_text(const PageFacts *f, uint32_t node, StrBuf *out)
{
    const Html *html = f->layout->html;
    uint32_t before = 0;
    size_t words = 0;
    Evidence not_name =
        IS_SKIPPED | IS_HIDDEN | (IS_DATE & ~f->layout->all[node]); /* a date within it, not around it */
    strbuf_clear(out);
    for (uint32_t i = node + 1; i < html->nodes.len && i < node + MOST_NODES && layout_is_within(f->layout, i, node);
         i++) {
        if (html->nodes.data[i].tag != TAG_TEXT || f->layout->all[i] & not_name)
            continue;
        if (out->len > 400)
            return STR_EMPTY;
        Str text = str_trim(str_span(html->source, html->nodes.data[i].source));
        uint32_t parent = html->nodes.data[i].parent;
        size_t here = line_words(text);
        bool beside = words > 1 && here > 1 && before != node && parent != node && parent != before;
        strbuf_add_c(out, beside ? " | " : " ");
        strbuf_add(out, text);
        before = here ? parent : before;
        words = here ? here : words;
    }
    return draft_string(strbuf_str(out), true, f->arena);
}

/* The element named as a byline that stands best; *score says how well. */
static Str marked_byline(const PageFacts *f, Evidence not, int *best_score)
{
    const Layout *l = f->layout;
    StrBuf scratch = STRBUF_INIT;
    Str best = STR_EMPTY;
    for (uint32_t i = 1; i < l->html->nodes.len; i++) {
        const HtmlNode *node = &l->html->nodes.data[i];
        if (node->tag == TAG_TEXT || !(l->own[i] & IS_AUTHOR) || l->all[i] & not )
            continue;
        Str text = element_text(f, i, &scratch);
        if (text.len < 3 || text.len > 120 || line_words(text) > 14)
            continue;
        Str rel = html_attr(l->html, node, ATTR_REL, NULL), prop = html_attr(l->html, node, ATTR_ITEMPROP, NULL);
        int score = 5 + 3 * (rel.len > 0) + 3 * (prop.len > 0) + 2 * (line_words(text) <= 5) +
                    (l->all[i] & (IS_BIO | IS_RELATED) ? -4 : 0) + (l->all[i] & (IS_FOOTER | IS_ASIDE) ? -2 : 0) +
                    (l->all[i] & IS_ARTICLE ? 1 : 0);
        Strs probe = {0};
        add_names(text, rel.len || prop.len, f->arena, &probe);
        if ((probe.len || is_outlet(f, text)) && score > *best_score) {
            best = text;
            *best_score = score;
        }
        vec_release(&probe);
    }
    strbuf_release(&scratch);
    return best;
}

/* A label above or before a name: "Autorin/Autor", "Autor:". */
static bool is_author_label(Str text)
{
    static const Str LABELS[] = {STR_INIT("autor"),    STR_INIT("autorin"),       STR_INIT("autoren"),
                                 STR_INIT("autor/in"), STR_INIT("autorin/autor"), STR_INIT("autor:in"),
                                 STR_INIT("autor*in"), STR_INIT("autorinnen"),    STR_INIT("verfasser"),
                                 STR_INIT("author"),   STR_INIT("authors")};
    text = str_trim(str_slice(text, 0, text.len - (text.len && text.data[text.len - 1] == ':')));
    for (size_t k = 0; k < sizeof LABELS / sizeof LABELS[0]; k++)
        if (str_equal_nocase(text, LABELS[k]))
            return true;
    return false;
}

/* The begin of a byline in a line: "Von …", "Autor: …", "Ein Reisebericht von …", "14.03.2021 | Von …". The line from
 * there on, or empty. */
static Str byline_in(Str line)
{
    static const Str BEGINS[] = {STR_INIT("Von "),    STR_INIT("von "),      STR_INIT("VON "),
                                 STR_INIT("Autor: "), STR_INIT("Autorin: "), STR_INIT("Autorin/Autor "),
                                 STR_INIT("Text: "),  STR_INIT("Text von "), STR_INIT("Autoren ")};
    static const Str BARS[] = {STR_INIT(" | Von "), STR_INIT(" • Von "), STR_INIT(" · Von ")};
    static const Str KINDS[] = {STR_INIT("beitrag"), STR_INIT("artikel"), STR_INIT("bericht"), STR_INIT("interview"),
                                STR_INIT("essay")};
    for (size_t k = 0; k < sizeof BEGINS / sizeof BEGINS[0]; k++)
        if (str_starts(line, BEGINS[k]))
            return line;
    for (size_t k = 0; k < sizeof BARS / sizeof BARS[0]; k++) {
        size_t at = str_find(line, BARS[k], 0);
        if (at != SIZE_MAX)
            return str_slice(line, at + BARS[k].len - 4, line.len);
    }
    size_t von = str_find(line, STR(" von "), 0);
    Str before = str_slice(line, 0, von);
    for (size_t k = 0; k < sizeof KINDS / sizeof KINDS[0] && von != SIZE_MAX && line_words(before) <= 3; k++)
        if (before.len >= KINDS[k].len &&
            str_equal_nocase(str_slice(before, before.len - KINDS[k].len, before.len), KINDS[k]))
            return str_slice(line, von + 1, line.len);
    return STR_EMPTY;
}

/* "14.03.2021 - Ada Falk", which is nothing but a date and a name. */
static Str name_behind_date(Str line, Arena *arena)
{
    Span at;
    if (line.len > 60 || !date_visible(line, arena, &at).len || at.begin > 0)
        return STR_EMPTY;
    Str rest = str_slice(line, at.end, line.len), word;
    if (!str_starts(rest, STR(" - ")) && !str_starts(rest, STR(" | ")) && !str_starts(rest, STR(" – ")))
        return STR_EMPTY;
    Str name = rest = str_trim(str_slice(rest, str_starts(rest, STR(" – ")) ? 5 : 3, rest.len));
    size_t words = 0;
    while (str_split(&rest, ' ', &word))
        words += starts_upper(word) ? 1 : 9;
    return words == 2 || words == 3 ? name : STR_EMPTY;
}

static bool is_below_title(const Layout *l, size_t b)
{
    for (size_t i = 1; i <= 3 && i <= b; i++)
        if (l->draft->blocks.data[b - i].kind == BLOCK_TITLE)
            return true;
    return false;
}

/* A line that reads like a byline, whatever its element is called. */
static Str written_byline(const PageFacts *f, Evidence not )
{
    const Layout *l = f->layout;
    for (size_t b = 0; b < l->blocks.len; b++) {
        Str text = draft_text(l->draft, b);
        if (text.len >= 90 || line_words(text) > 12 || line_ends_sentence(text))
            continue;
        bool labelled = b > 0 && line_words(text) <= 8 && is_author_label(draft_text(l->draft, b - 1));
        Str byline = labelled ? text : byline_in(text);
        if (!byline.len && is_below_title(l, b))
            byline = name_behind_date(text, f->arena);
        Evidence against = str_starts(text, STR("Text: ")) ? not &~(Evidence)IS_CREDIT : not ;
        if (byline.len && !(l->blocks.data[b].evidence & against))
            return byline;
    }
    return STR_EMPTY;
}

/* Names that are logins ("adafalk") where a byline may say more. */
static bool only_logins(const Strs *people)
{
    for (size_t i = 0; i < people->len; i++)
        if (str_find_char(people->data[i], ' ', 0) != SIZE_MAX || starts_upper(people->data[i]))
            return false;
    return true;
}

/* The byline a reader sees: the element named so that stands best, else a line that reads like one. */
static void add_visible(const PageFacts *f, Strs *people, Strs *others)
{
    const Evidence NOT =
        IS_SKIPPED | IS_HIDDEN | IS_COMMENTS | IS_FORM | IS_NAVIGATION | IS_CAPTION | IS_FIGURE | IS_CREDIT;
    int score = 0;
    Strs written = {0};
    Str best = marked_byline(f, NOT, &score);
    if (score >= 6)
        sort_names_of(f, best, true, people, others);
    if (only_logins(people))
        sort_names_of(f, written_byline(f, NOT), false, &written, others);
    if (written.len) {
        vec_release(people);
        *people = written;
    } else if (score < 6) {
        sort_names_of(f, best, true, people, others);
    }
}

/* Agencies among people are the text's origin, not its authors. */
static void drop_agencies(Strs *people)
{
    Credits unused = {{0}};
    size_t kept = 0;
    for (size_t i = 0; i < people->len; i++)
        if (!credits_from_line(&unused, people->data[i]))
            people->data[kept++] = people->data[i];
    people->len = kept ? kept : people->len;
    vec_release(&unused.names);
}

/* Where JSON-LD lists people and their desk: both, in its order. A desk named beside a person ("Ada Falk, Nordbote") or
 * by the outlet's address is none. */
static void add_people_and_desks(const PageFacts *f, Strs *all)
{
    for (size_t i = 0; i < f->meta->ld.authors.len; i++) {
        Strs people = {0}, others = {0};
        sort_names(f, &f->meta->ld.authors.data[i], 1, &people, &others);
        const Strs *one = people.len ? &people : &others;
        for (size_t k = 0; k < one->len; k++) {
            size_t dot = str_find_char(one->data[k], '.', 0);
            if (people.len || dot == SIZE_MAX || str_find_char(one->data[k], ' ', 0) != SIZE_MAX)
                push_name(one->data[k], f->arena, all);
        }
        vec_release(&people);
        vec_release(&others);
    }
}

void page_authors(const PageFacts *f, Article *out)
{
    Strs people = {0}, others = {0}, seen = {0}, seen_others = {0}, all = {0};
    sort_names(f, f->meta->ld.authors.data, f->meta->ld.authors.len, &people, &others);
    if (people.len && others.len)
        add_people_and_desks(f, &all);
    if (!people.len && !others.len)
        sort_names(f, f->meta->authors.data, f->meta->authors.len, &people, &others);
    bool logins = only_logins(&people); /* or none */
    if (logins) {
        add_visible(f, &seen, &seen_others);
        drop_agencies(&seen);
    }
    bool better = !only_logins(&seen) || (!people.len && !others.len);
    Strs *best = logins && seen.len && better ? &seen
                 : all.len                    ? &all
                 : people.len                 ? &people
                 : others.len                 ? &others
                                              : &seen_others;
    out->n_authors = best->len;
    out->authors = arena_copy(f->arena, best->data, best->len * sizeof(Str));
    vec_release(&people);
    vec_release(&others);
    vec_release(&seen);
    vec_release(&seen_others);
    vec_release(&all);
}
