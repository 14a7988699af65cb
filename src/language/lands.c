#include "language/lands.h"

#include "language/names.h"
#include "language/numbers.h"
#include "language/particles.h"

enum { MOST_NOTED = 64, LONGEST_ENDING = 4 };

void lands_release(Lands *lands)
{
    strmap_release(&lands->map);
    vec_release(&lands->noted);
}

/* Offices that only a land, or a part of one, has. A person may have a speaker or a lawyer, a club a president. */
static bool is_office_of_land(Str word)
{
    static const Str NOUNS[] = {STR_INIT("minister"),    STR_INIT("kanzler"),      STR_INIT("premier"),
                                STR_INIT("botschafter"), STR_INIT("staatschef"),   STR_INIT("könig"),
                                STR_INIT("machthaber"),  STR_INIT("außenamtschef")};
    static const Str WORDS[] = {STR_INIT("Präsident"),         STR_INIT("Präsidentin"),
                                STR_INIT("Staatspräsident"),   STR_INIT("Staatspräsidentin"),
                                STR_INIT("Ministerpräsident"), STR_INIT("Ministerpräsidentin"),
                                STR_INIT("Regierungschef"),    STR_INIT("Regierungschefin"),
                                STR_INIT("Staatsoberhaupt"),   STR_INIT("Streitkräfte")};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_equal(word, WORDS[i]))
            return true;
    Title t = title_of(word);
    for (size_t i = 0; t.kind == TITLE_PERSON && i < sizeof NOUNS / sizeof *NOUNS; i++)
        if (str_equal(t.noun, NOUNS[i]))
            return true;
    return false;
}

static bool is_unknown_capital(const Token *t, Str s)
{
    bool common = t->flags & TOKEN_KNOWN && t->class != CLASS_PROPN;
    return s.len > 3 && is_capital(s) && !common && title_of(s).kind == TITLE_NONE;
}

Str lands_shown(Str text, const Token *tokens, size_t n, size_t i)
{
    Str s = str_span(text, tokens[i].span), bare = name_without_genitive(s);
    bool von =
        i > 1 && str_equal(str_span(text, tokens[i - 1].span), STR("von")) && !(tokens[i].flags & TOKEN_SENTENCE_FIRST);
    if ((!von && bare.len == s.len) || !is_unknown_capital(&tokens[i], s))
        return STR_EMPTY;
    if (von)
        return is_office_of_land(str_span(text, tokens[i - 2].span)) ? s : STR_EMPTY;
    for (size_t k = i + 1; k < n && k <= i + 3 && !(tokens[k].flags & TOKEN_SENTENCE_FIRST); k++) {
        Str next = str_span(text, tokens[k].span);
        if (is_capital(next))
            return is_office_of_land(next) ? bare : STR_EMPTY;
        if (tokens[k].class != CLASS_ADJ)
            break;
    }
    return STR_EMPTY;
}

void lands_note(Lands *lands, Str name)
{
    bool fresh;
    if (lands->noted.len >= MOST_NOTED)
        return;
    strmap_put(&lands->map, name, (uint32_t)lands->noted.len, &fresh);
    if (!fresh)
        return;
    Land *land = ARENA_NEW(lands->arena, Land, 1);
    *land = (Land){name, STR_EMPTY, STR_EMPTY, STR_EMPTY};
    vec_push(&lands->noted, land);
}

static const Land *noted(const Lands *lands, Str word)
{
    if (!lands->noted.len)
        return NULL;
    const uint32_t *at = strmap_get(&lands->map, word);
    if (!at)
        at = strmap_get(&lands->map, name_without_genitive(word));
    return at ? lands->noted.data[*at] : NULL;
}

bool lands_has_noted(const Lands *lands, Str word) { return noted(lands, word) != NULL; }

const Land *lands_named(const Lands *lands, Str word)
{
    const Land *land = land_of_name(word);
    return land ? land : noted(lands, word);
}

/* "tarsische": the beginning of a land's name, "isch" and an adjective's ending. */
const Land *lands_of_adjective(const Lands *lands, Str word)
{
    const Land *land = land_of_adjective(word);
    char buffer[64], name[64];
    if (land || !lands->noted.len || word.len > sizeof buffer)
        return land;
    Str lower = str_make(buffer, number_lower(word, buffer, sizeof buffer));
    size_t at = str_find(lower, STR("isch"), 0);
    if (at == SIZE_MAX || at < 4 || lower.len < at + 5 || lower.len > at + 6 || lower.data[at + 4] != 'e')
        return NULL;
    for (size_t i = 0; i < lands->noted.len; i++) {
        Str full = lands->noted.data[i]->name;
        if (full.len > sizeof name || full.len > at + LONGEST_ENDING)
            continue;
        if (str_starts(str_make(name, number_lower(full, name, sizeof name)), str_slice(lower, 0, at)))
            return lands->noted.data[i];
    }
    return NULL;
}
