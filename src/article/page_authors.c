#include "article/page_facts.h"

#include "article/credits.h"
#include "article/dates.h"
#include "article/lines.h"
#include "base/utf8.h"

typedef VEC(Str) Strs;

enum { MOST_AUTHORS = 12, LONGEST_NAME = 60, MOST_NODES = 80 };

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

static void add_name(Str name, Arena *arena, Strs *authors)
{
    Span date;
    if (date_visible(name, arena, &date).len)
        name = str_slice(name, 0, date.begin);
    name = without_introduction(str_trim(name));
    size_t paren = str_find(name, STR(" ("), 0);
    if (paren != SIZE_MAX && paren > 0)
        name = str_trim(str_slice(name, 0, paren));
    while (name.len && strchr(",;:|-/*", name.data[name.len - 1]))
        name = str_trim(str_slice(name, 0, name.len - 1));
    if (name.len < 2 || name.len > LONGEST_NAME || str_find(name, STR("://"), 0) != SIZE_MAX ||
        str_find_char(name, '@', 0) != SIZE_MAX)
        return;
    static const Str BEHIND[] = {STR_INIT(" am"),           STR_INIT(" on"),           STR_INIT(" vor"),
                                 STR_INIT(" in"),           STR_INIT(" um"),           STR_INIT(" –"),
                                 STR_INIT(" Alle Artikel"), STR_INIT(" Alle Beiträge")};
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
    if (words > 5 ||
        (words > 1 && !starts_upper(name) && !str_starts(name, STR("von ")) && !str_starts(name, STR("de "))))
        return;
    for (size_t i = 0; i < authors->len; i++)
        if (str_starts_nocase(name, authors->data[i]))
            return;
    if (authors->len < MOST_AUTHORS)
        vec_push(authors, arena_str(arena, name));
}

/* Splits "Von Ada Falk und Jon Brede" into names. */
static void add_names(Str text, Arena *arena, Strs *authors)
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
        add_name(str_slice(text, 0, cut), arena, authors);
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

/* Takes those of `said` that are people's names into *people, the rest into *others. */
static void sort_names(const PageFacts *f, const Str *said, size_t n, Strs *people, Strs *others)
{
    for (size_t i = 0; i < n; i++) {
        if (is_outlet(f, said[i]))
            add_name(said[i], f->arena, others);
        else
            add_names(said[i], f->arena, people);
    }
}

/* The text of an element, parted by blanks; short elements only. */
static Str element_text(const PageFacts *f, uint32_t node, StrBuf *out)
{
    const Html *html = f->layout->html;
    Evidence not_name =
        IS_SKIPPED | IS_HIDDEN | (IS_DATE & ~f->layout->all[node]); /* a date within it, not around it */
    strbuf_clear(out);
    for (uint32_t i = node + 1; i < html->nodes.len && i < node + MOST_NODES && layout_is_within(f->layout, i, node);
         i++) {
        if (html->nodes.data[i].tag != TAG_TEXT || f->layout->all[i] & not_name)
            continue;
        if (out->len > 400)
            return STR_EMPTY;
        strbuf_add_char(out, ' ');
        strbuf_add(out, str_span(html->source, html->nodes.data[i].source));
    }
    return draft_string(strbuf_str(out), true, f->arena);
}

/* The byline a reader sees: the element named so that stands best, else a line that begins with "Von". */
static void add_visible(const PageFacts *f, Strs *people, Strs *others)
{
    const Layout *l = f->layout;
    const Evidence NOT =
        IS_SKIPPED | IS_HIDDEN | IS_COMMENTS | IS_FORM | IS_NAVIGATION | IS_CAPTION | IS_FIGURE | IS_CREDIT;
    StrBuf scratch = STRBUF_INIT;
    Str best = STR_EMPTY;
    int best_score = 0;
    for (uint32_t i = 1; i < l->html->nodes.len; i++) {
        const HtmlNode *node = &l->html->nodes.data[i];
        if (node->tag == TAG_TEXT || !(l->own[i] & IS_AUTHOR) || l->all[i] & NOT)
            continue;
        Str text = element_text(f, i, &scratch);
        if (text.len < 3 || text.len > 120 || line_words(text) > 14)
            continue;
        Str rel = html_attr(l->html, node, ATTR_REL, NULL), prop = html_attr(l->html, node, ATTR_ITEMPROP, NULL);
        int score = 5 + 3 * (rel.len > 0) + 3 * (prop.len > 0) + 2 * (line_words(text) <= 4) +
                    (l->all[i] & (IS_BIO | IS_RELATED) ? -4 : 0) + (l->all[i] & (IS_FOOTER | IS_ASIDE) ? -2 : 0) +
                    (l->all[i] & IS_ARTICLE ? 1 : 0);
        Strs probe = {0};
        add_names(text, f->arena, &probe);
        if (probe.len && score > best_score) {
            best = text;
            best_score = score;
        }
        vec_release(&probe);
    }
    strbuf_release(&scratch);
    for (size_t b = 0; b < l->blocks.len && best_score < 6; b++) {
        Str text = draft_text(l->draft, b);
        bool says_von = str_starts(text, STR("Von ")) || str_starts(text, STR("von ")) ||
                        str_starts(text, STR("VON ")) || str_starts(text, STR("Autor: ")) ||
                        str_starts(text, STR("Autorin: ")) || str_starts(text, STR("Text: ")) ||
                        str_starts(text, STR("Text von ")) || str_starts(text, STR("Ein Artikel von ")) ||
                        str_starts(text, STR("Autoren "));
        if (says_von && text.len < 90 && line_words(text) <= 12 && !line_ends_sentence(text) &&
            !(l->blocks.data[b].evidence & NOT & ~(str_starts(text, STR("Text: ")) ? IS_CREDIT : 0))) {
            best = text;
            best_score = 6;
        }
    }
    if (best.len)
        add_names(best, f->arena, is_outlet(f, best) ? others : people);
}

/* Names that are logins ("adafalk") where a byline may say more. */
static bool only_logins(const Strs *people)
{
    for (size_t i = 0; i < people->len; i++)
        if (str_find_char(people->data[i], ' ', 0) != SIZE_MAX || starts_upper(people->data[i]))
            return false;
    return true;
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

void page_authors(const PageFacts *f, Article *out)
{
    Strs people = {0}, others = {0}, all = {0};
    const Str *said = f->meta->ld.authors.data;
    sort_names(f, said, f->meta->ld.authors.len, &people, &others);
    if (people.len && others.len) /* the page lists its people and their desk: both, in its order */
        for (size_t i = 0; i < f->meta->ld.authors.len; i++)
            add_names(said[i], f->arena, &all);
    if (!people.len)
        sort_names(f, f->meta->authors.data, f->meta->authors.len, &people, &others);
    if (only_logins(&people)) { /* or none */
        Strs seen = {0};
        add_visible(f, &seen, &others);
        drop_agencies(&seen);
        if (seen.len) {
            vec_release(&people);
            people = seen;
        }
    }
    Strs *best = all.len ? &all : people.len ? &people : &others;
    out->n_authors = best->len;
    out->authors = arena_copy(f->arena, best->data, best->len * sizeof(Str));
    vec_release(&people);
    vec_release(&others);
    vec_release(&all);
}
