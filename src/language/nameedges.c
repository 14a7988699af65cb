#include "language/nameedges.h"

#include "base/map.h"
#include "language/lands.h"
#include "language/particles.h"

typedef struct Edges {
    uint8_t *label;
    Str text;
    const Analysis *a;
    const NameModel *model;
} Edges;

static Str word(const Edges *e, size_t i) { return str_span(e->text, e->a->tokens[i].span); }

/* A capital behind these is a surname, whatever else it means. */
static bool is_noble(Str s) { return str_in_words(s, "von van"); }

bool name_is_particle(Str s)
{
    return str_in_words(s, "von van vom zu zum zur de di da del della dos du ten ter af");
}

static size_t name_end(const Edges *e, size_t i)
{
    size_t end = i + 1;
    while (end < e->a->n_tokens && e->label[end] && !(e->label[end] & NAME_START))
        end++;
    return end;
}

static void label(const Edges *e, size_t first, size_t end, NameKind kind)
{
    for (size_t i = first; i < end; i++)
        e->label[i] = (uint8_t)(1 + kind) | (i == first ? NAME_START : 0);
}

static bool is_person(const Edges *e, size_t i) { return e->label[i] == ((1 + NAME_PER) | NAME_START); }

/* "schrieb Anna Brenner Freitagfrüh": what lies in an expression of time behind two words of a name goes. */
static void cut_times(const Edges *e)
{
    for (size_t t = 0; t < e->a->n_times; t++) {
        size_t i = analysis_token_at(e->a, e->a->times[t].span.begin);
        bool behind = i >= 2 && i < e->a->n_tokens && e->label[i] && !(e->label[i] & NAME_START);
        if (!behind || e->label[i - 1] & NAME_START || !is_capital(word(e, i - 1))) /* "Welt am Sonntag" */
            continue;
        for (size_t end = name_end(e, i - 1); i < end; i++)
            e->label[i] = 0;
    }
}

static bool is_body_compound(Str s) { return str_find_char(s, '-', 0) != SIZE_MAX && title_of(s).kind == TITLE_BODY; }

/* "Robert Koch-Institut": the last word says what it is, and belongs to the name where the model leaves it out. */
static void find_bodies(const Edges *e)
{
    for (size_t i = 0; i < e->a->n_tokens; i++) {
        if (!is_person(e, i))
            continue;
        size_t end = name_end(e, i);
        Str last = word(e, end - 1), next = end < e->a->n_tokens ? word(e, end) : STR_EMPTY;
        if (is_body_compound(last))
            label(e, i, end, NAME_ORG);
        else if (is_body_compound(next) && (!e->label[end] || name_end(e, end) == end + 1) &&
                 !(e->a->tokens[end].flags & TOKEN_SENTENCE_FIRST))
            label(e, i, end + 1, NAME_ORG);
    }
}

/* "Klaus-Peter": both parts are given names. */
static bool is_double_given(const Edges *e, Str s)
{
    enum { GIVEN = LIST_MALE | LIST_FEMALE | LIST_GIVEN };
    size_t hyphen = str_find_char(s, '-', 0);
    return hyphen != SIZE_MAX && name_model_lists(e->model, str_slice(s, 0, hyphen)) & GIVEN &&
           name_model_lists(e->model, str_slice(s, hyphen + 1, s.len)) & GIVEN;
}

/* "Klaus-Peter Brenner" where the model saw "Brenner" alone, or took the first for something else. */
static void join_double_givens(const Edges *e)
{
    for (size_t i = 0; i + 1 < e->a->n_tokens; i++) {
        bool free = !e->label[i] || (e->label[i] & NAME_START && name_end(e, i) == i + 1);
        if (free && is_person(e, i + 1) && !(e->a->tokens[i + 1].flags & TOKEN_SENTENCE_FIRST) &&
            is_double_given(e, word(e, i)))
            label(e, i, name_end(e, i + 1), NAME_PER);
    }
}

/* Given names only, so that a surname is still to come: "Karl-Theodor". */
static bool lacks_surname(const Edges *e, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        Str s = word(e, i);
        size_t hyphen = str_find_char(s, '-', 0);
        if (hyphen != SIZE_MAX)
            s = str_slice(s, 0, hyphen);
        bool given = name_model_lists(e->model, s) & (LIST_MALE | LIST_FEMALE | LIST_GIVEN);
        if (!given && !(i > first && i + 1 == end && is_noble(s)))
            return false;
    }
    return true;
}

/* The surname's word behind particles that begin at token i; 0 when there is none. */
static size_t surname_behind(const Edges *e, size_t i)
{
    const Token *tokens = e->a->tokens;
    size_t at = i;
    bool noble = is_noble(word(e, i - 1)) && is_capital(word(e, i - 1));
    if (at < e->a->n_tokens && name_is_particle(word(e, at))) {
        noble |= is_noble(word(e, at));
        at++;
    }
    if (at == i && !noble)
        return 0;
    if (at < e->a->n_tokens && noble && str_in_words(word(e, at), "der den dem la"))
        at++;
    if (at == i || at >= e->a->n_tokens)
        return 0;
    for (size_t k = i; k <= at; k++)
        if (tokens[k].flags & TOKEN_SENTENCE_FIRST)
            return 0;
    Str s = word(e, at);
    bool acronym = s.len > 1 && is_capital(str_slice(s, 1, s.len));
    bool common = tokens[at].flags & TOKEN_KNOWN && tokens[at].class == CLASS_NOUN && !e->label[at];
    if (!is_capital(s) || acronym || title_of(s).kind != TITLE_NONE || (common && !noble))
        return 0;
    return at;
}

/* Joins them, and notes how many particles each surname has. */
static void join_particles(const Edges *e, StrMap *surnames)
{
    for (size_t i = 0; i < e->a->n_tokens; i++) {
        size_t end = is_person(e, i) ? name_end(e, i) : 0;
        size_t at = end && end < e->a->n_tokens && lacks_surname(e, i, end) ? surname_behind(e, end) : 0;
        if (!at)
            continue;
        label(e, i, at + 1, NAME_PER);
        size_t first = end - (is_noble(word(e, end - 1)) ? 1 : 0);
        strmap_put(surnames, word(e, at), (uint32_t)(at - first), NULL);
    }
}

/* The same surname with its particles elsewhere: "Von der Leyen reiste ab". */
static void find_surnames(const Edges *e, const StrMap *surnames)
{
    for (size_t i = 1; i < e->a->n_tokens; i++) {
        const uint32_t *n = strmap_get(surnames, word(e, i));
        if (!n || *n > i || (e->label[i] && !(e->label[i] & NAME_START)) || !name_is_particle(word(e, i - *n)))
            continue;
        bool free = true;
        for (size_t k = i - *n; k < i; k++)
            free &= !e->label[k] || (k == i - *n && e->label[k] & NAME_START);
        if (free)
            label(e, i - *n, i + 1, NAME_PER);
    }
}

void name_edges_right(uint8_t *labels, Str text, const Analysis *a, const NameModel *model)
{
    Edges e = {labels, text, a, model};
    StrMap surnames = {0};
    cut_times(&e);
    find_bodies(&e);
    join_double_givens(&e);
    join_particles(&e, &surnames);
    find_surnames(&e, &surnames);
    strmap_release(&surnames);
}
