/* names.c: the mentions of an article: names as the model tags them, made even over the whole text, grown by titles and
 * articles before them; titles without a name; pronouns. */
#include "language/names.h"

#include "base/map.h"
#include "base/vec.h"
#include "language/language.h"
#include "language/nameedges.h"
#include "language/numbers.h"
#include "language/particles.h"

size_t names_tag(const Language *language, Str text, const Token *tokens, size_t n, Arena *scratch, NameTag *out)
{
    return language->names ? name_model_tag(language->names, text, tokens, n, scratch, out) : 0;
}

const char *entity_kind_name(EntityKind kind)
{
    static const char *const NAMES[] = {"person", "organisation", "place", "group", "other"};
    return NAMES[kind];
}

Str name_without_genitive(Str word)
{
    if (word.len > 3 && word.data[word.len - 1] == 's' && word.data[word.len - 2] != 's')
        return str_slice(word, 0, word.len - 1);
    if (word.len > 4 && str_ends(word, STR("’")))
        return str_slice(word, 0, word.len - 3);
    return word;
}

typedef struct Finder {
    Str text;
    const Token *tokens;
    size_t n;
    const Sentence *sentence;
    uint32_t sentence_index;
    uint8_t *label; /* of each token of the article: 0, or 1 + NameKind, with START on a name's first */
    NamesFound *found;
    Lands *lands;
    const Lexicon *lexicon;
} Finder;
enum { START = NAME_START };

static Str word(const Finder *f, size_t i) { return i < f->n ? str_span(f->text, f->tokens[i].span) : STR_EMPTY; }
static bool in_sentence(const Finder *f, size_t i)
{
    return i >= f->sentence->first && i < f->sentence->first + f->sentence->count;
}
static bool is(const Finder *f, size_t i, const char *s)
{
    return in_sentence(f, i) && str_equal_nocase(word(f, i), str_of(s));
}

/* A lower-case word with an adjective's ending that is none of the words above. */
static bool is_adjective(const Finder *f, size_t i)
{
    Str s = word(f, i);
    if (!in_sentence(f, i) || s.len < 4 || is_article(s) || is_possessive(s) || is_indefinite(s) || is_preposition(s))
        return false;
    if (f->tokens[i].class != CLASS_X && f->tokens[i].class != CLASS_ADJ && !lands_of_adjective(f->lands, s))
        return false;
    char last = s.data[s.len - 1], before = s.data[s.len - 2];
    bool ends = last == 'e' || (before == 'e' && (last == 'n' || last == 'r' || last == 's' || last == 'm'));
    return ends && (!is_capital(s) || lands_of_adjective(f->lands, s) || i == f->sentence->first);
}

/* ---- labels of the whole article ---- */

static void label(uint8_t *labels, size_t first, size_t end, NameKind kind)
{
    for (size_t i = first; i < end; i++)
        labels[i] = (uint8_t)(1 + kind) | (i == first ? START : 0);
}

static size_t name_end(const Finder *f, size_t i)
{
    size_t end = i + 1;
    while (end < f->n && f->label[end] && !(f->label[end] & START))
        end++;
    return end;
}

static void tag_sentences(const Language *language, const Analysis *a, Str text, uint8_t *labels)
{
    Arena scratch = ARENA_INIT;
    for (size_t s = 0; s < a->n_sentences; s++) {
        const Sentence *sentence = &a->sentences[s];
        NameTag *tags = ARENA_NEW(&scratch, NameTag, sentence->count + 1);
        size_t n = names_tag(language, text, a->tokens + sentence->first, sentence->count, &scratch, tags);
        for (size_t i = 0; i < n; i++)
            label(labels, sentence->first + tags[i].first, sentence->first + tags[i].end, tags[i].kind);
        arena_reset(&scratch);
    }
    arena_release(&scratch);
}

/* What a word is called elsewhere in the article: how often it is a name of each kind, and whether it ended or began a
 * person's name of several words. */
typedef struct Vote {
    uint16_t count[NAME_KINDS];
    bool surname, given;
} Vote;
typedef VEC(Vote) Votes;

static Vote *vote_of(StrMap *map, Votes *votes, Str key)
{
    bool fresh;
    uint32_t at = *strmap_put(map, key, (uint32_t)votes->len, &fresh);
    if (fresh)
        vec_push(votes, (Vote){{0}, false, false});
    return &votes->data[at];
}

static void collect_votes(const Finder *f, StrMap *map, Votes *votes)
{
    for (size_t i = 0; i < f->n; i++) {
        if (!(f->label[i] & START))
            continue;
        size_t end = name_end(f, i);
        int kind = (f->label[i] & ~START) - 1;
        if (end - i == 1) {
            Vote *v = vote_of(map, votes, name_without_genitive(word(f, i)));
            v->count[kind] = (uint16_t)(v->count[kind] < 1000 ? v->count[kind] + 1 : 1000);
        } else if (kind == NAME_PER) {
            vote_of(map, votes, name_without_genitive(word(f, end - 1)))->surname = true;
            if (title_of(word(f, i + 1)).kind == TITLE_NONE) /* not "Velms Botschafter Otto Brand" */
                vote_of(map, votes, name_without_genitive(word(f, i)))->given = true;
        }
    }
}

static const Vote *find_vote(const StrMap *map, const Votes *votes, Str s)
{
    const uint32_t *at = strmap_get(map, name_without_genitive(s));
    if (!at)
        at = strmap_get(map, s);
    return at ? &votes->data[*at] : NULL;
}

/* A given name and the capital behind it are one name, as are two persons' names side by side: "Anna" "Brenner". */
static void join_persons(Finder *f, const NameModel *model)
{
    for (size_t i = 0; i + 1 < f->n; i++) {
        if (f->label[i] != ((1 + NAME_PER) | START))
            continue;
        size_t end = name_end(f, i);
        if (end >= f->n || !(f->tokens[end].flags & TOKEN_SPACE_BEFORE) ||
            (f->tokens[end].flags & TOKEN_SENTENCE_FIRST) || !is_capital(word(f, end)))
            continue;
        bool given = end - i == 1 && name_model_lists(model, word(f, i)) & (LIST_MALE | LIST_FEMALE);
        bool person = f->label[end] == ((1 + NAME_PER) | START);
        bool free = !f->label[end] && title_of(word(f, end)).kind == TITLE_NONE;
        if (given && (person || free || (f->label[end] & START && f->tokens[end].class == CLASS_PROPN)))
            label(f->label, i, person ? name_end(f, end) : end + 1, NAME_PER);
    }
}

/* Notes the lands that the text itself shows, unless the word is a person's name in it or in a list of such names. */
static void learn_lands(Finder *f, const NameModel *model, const StrMap *map, const Votes *votes)
{
    enum { PERSONS = LIST_MALE | LIST_FEMALE | LIST_GIVEN | LIST_SURNAME };
    for (size_t i = 0; i < f->n; i++) {
        if (f->label[i] && !(f->label[i] & START))
            continue;
        Str name = lands_shown(f->text, f->tokens, f->n, i);
        const Vote *v = name.len ? find_vote(map, votes, name) : NULL;
        if (name.len && !(v && (v->surname || v->given)) && !(name_model_lists(model, name) & PERSONS) && !land_of_name(name))
            lands_note(f->lands, name);
    }
}

/* "Tarsiens Regierung" as one name, "Velms Botschafter Otto Brand" as one: the land's genitive and the title are none.
 */
static void cut_owners(Finder *f)
{
    for (size_t i = 0; i + 1 < f->n; i++) {
        size_t end = f->label[i] & START ? name_end(f, i) : 0;
        const Land *land = end > i + 1 ? lands_named(f->lands, word(f, i)) : NULL;
        if (!land || str_equal(word(f, i), land->name))
            continue;
        TitleKind kind = title_of(word(f, i + 1)).kind;
        if (kind != TITLE_PERSON && !(kind == TITLE_BODY && end == i + 2))
            continue;
        label(f->label, i, i + 1, NAME_LOC);
        f->label[i + 1] = 0;
        label(f->label, i + 2, end, NAME_PER);
    }
}

/* One word is of one kind through an article, and a surname is a person wherever it stands. */
static void even_out(Finder *f, const NameModel *model)
{
    StrMap map = {0};
    Votes votes = {0};
    collect_votes(f, &map, &votes);
    learn_lands(f, model, &map, &votes);
    cut_owners(f);
    for (size_t i = 0; i < f->n; i++) {
        Str s = word(f, i);
        bool start = f->label[i] & START;
        if ((!start && f->label[i]) || !is_capital(s) || (start && name_end(f, i) != i + 1))
            continue;
        const Vote *v = find_vote(&map, &votes, s);
        int best = start ? (f->label[i] & ~START) - 1 : -1;
        for (int k = 0; v && k < NAME_KINDS; k++)
            if (v->count[k] > (best >= 0 ? v->count[best] : 0))
                best = k;
        bool in_place = i > 0 && is_locative(word(f, i - 1));
        if (v && v->surname && (best != NAME_LOC || !in_place)) /* "Lauterbach" is a town as well */
            best = NAME_PER;
        bool common = f->tokens[i].flags & TOKEN_KNOWN && f->tokens[i].class == CLASS_NOUN;
        if (lands_has_noted(f->lands, s) || (best < 0 && land_of_name(s)))
            best = NAME_LOC;
        else if (!start && common && !(v && v->surname))
            best = -1;
        if (best >= 0)
            label(f->label, i, i + 1, (NameKind)best);
    }
    strmap_release(&map);
    vec_release(&votes);
}

/* ---- growing ---- */

/* The first part of "US-Außenminister", "Kreml-Sprecher" as a land. */
static const Land *land_of_compound(const Finder *f, Str s)
{
    size_t hyphen = str_find_char(s, '-', 0);
    if (hyphen == SIZE_MAX || hyphen == 0)
        return NULL;
    return lands_named(f->lands, str_slice(s, 0, hyphen));
}

static uint32_t gender_of(const Title *t)
{
    if (t->kind != TITLE_PERSON && t->kind != TITLE_ADDRESS)
        return 0;
    if (str_starts(t->noun, STR("dr")) || str_starts(t->noun, STR("prof")))
        return 0;
    return t->feminine ? FEAT_FEM : FEAT_MASC;
}

/* "Russlands" before "Außenminister", "Brenners" before "Sprecher Jan Holm": part of what follows. */
static bool owns_title(const Finder *f, size_t i)
{
    size_t end = name_end(f, i), noun = end;
    Str s = word(f, end - 1);
    const Land *land = end == i + 1 ? lands_named(f->lands, s) : NULL;
    if (name_without_genitive(s).len == s.len || (land && str_equal(s, land->name)))
        return false;
    while (is_adjective(f, noun) && !is_capital(word(f, noun)) && noun < end + 2)
        noun++;
    if (!in_sentence(f, noun) || !is_capital(word(f, noun)) || f->label[noun])
        return false;
    TitleKind kind = title_of(word(f, noun)).kind;
    bool person = noun + 1 < f->n && f->label[noun + 1] == (uint8_t)((1 + NAME_PER) | START);
    return land ? kind != TITLE_NONE : kind == TITLE_PERSON && person && in_sentence(f, noun + 1);
}

/* Takes adjectives, then an article, a possessive, a land's or another name's genitive before `first`. */
static size_t grow_left(const Finder *f, size_t first, size_t floor, NameFound *m)
{
    size_t i = first;
    while (i > floor && is_adjective(f, i - 1) && first - i < 4) {
        i--;
        if (!m->land)
            m->land = lands_of_adjective(f->lands, word(f, i));
    }
    if (i > floor && in_sentence(f, i - 1)) {
        Str s = word(f, i - 1);
        if (is_article(s) || is_possessive(s)) {
            m->definite = true;
            return i - 1;
        }
        if (str_equal_nocase(s, STR("beide")) || str_equal_nocase(s, STR("beiden")) ||
            str_equal_nocase(s, STR("beider"))) {
            m->both = m->plural = m->definite = true;
            return i > floor + 1 && is_article(word(f, i - 2)) ? i - 2 : i - 1;
        }
        if (is_indefinite(s))
            return i - 1;
        const Land *land = lands_named(f->lands, s);
        if (land && str_ends(s, STR("s")) && !str_equal(s, land->name)) {
            m->land = land;
            m->definite = true;
            return i - 1;
        }
        size_t owner = f->label[i - 1] ? i - 1 : i;
        while (owner > floor && owner < i && !(f->label[owner] & START))
            owner--;
        if (owner < i && owns_title(f, owner))
            return owner;
    }
    return i;
}

/* "und" or a comma behind a capital that is not the sentence's first word. */
static bool is_joint(const Finder *f, size_t i)
{
    Str s = word(f, i);
    bool joins = str_equal(s, STR("und")) || str_equal(s, STR("oder")) || str_equal(s, STR(","));
    return joins && i >= f->sentence->first + 2 && is_capital(word(f, i - 1));
}

/* Whether the finite verb stands right before, or the sentence begins here: where German has its subject. */
static void set_position(const Finder *f, NameFound *m)
{
    size_t before = m->first - 1;
    Str s = m->first > f->sentence->first ? word(f, before) : STR_EMPTY;
    m->preposition = is_preposition(s);
    m->locative = is_locative(s);
    for (int step = 0; step < 4 && !m->locative && is_joint(f, before); step++) { /* "in Frankfurt, Mainz und Berlin" */
        before -= 2;
        m->locative = is_locative(word(f, before));
    }
    Str own = word(f, m->first);
    bool oblique = str_equal_nocase(own, STR("dem")) || str_equal_nocase(own, STR("den")) ||
                   str_equal_nocase(own, STR("des")) || str_equal_nocase(own, STR("seinem")) ||
                   str_equal_nocase(own, STR("seinen")) || str_equal_nocase(own, STR("ihrem")) ||
                   str_equal_nocase(own, STR("ihren"));
    m->subject = !m->preposition && !oblique;
}

static void push(Finder *f, NameFound m)
{
    m.sentence = f->sentence_index;
    m.entity = ENTITY_NONE;
    set_position(f, &m);
    vec_push(f->found, m);
}

static EntityKind kind_of_name(NameKind kind)
{
    static const EntityKind KINDS[NAME_KINDS] = {ENTITY_PERSON, ENTITY_PLACE, ENTITY_ORGANISATION, ENTITY_OTHER};
    return KINDS[kind];
}

/* "und ihre (westlichen) Verbündeten" behind a name: the whole is a group. Returns the end, or 0. */
static size_t allies_behind(const Finder *f, size_t end)
{
    if (!is(f, end, "und") || !in_sentence(f, end + 1) || !is_possessive(word(f, end + 1)))
        return 0;
    size_t i = end + 2;
    while (is_adjective(f, i) && !is_capital(word(f, i)) && i < end + 5)
        i++;
    Str s = word(f, i);
    bool plural = str_starts(s, STR("Verbündete")) || str_starts(s, STR("Partner")) ||
                  str_starts(s, STR("Alliierte")) || str_starts(s, STR("Unterstützer"));
    return in_sentence(f, i) && plural ? i + 1 : 0;
}

/* "Karin Lindqvist, norwegische Außenministerin, …": what the person is stands behind the name. */
static void title_behind(const Finder *f, size_t end, NameFound *m)
{
    size_t i = end + 1;
    if (m->title.kind != TITLE_NONE || !is(f, end, ","))
        return;
    if (is_article(word(f, i)))
        i++;
    const Land *land = NULL;
    while (is_adjective(f, i) && !is_capital(word(f, i)) && i < end + 4) {
        land = land ? land : lands_of_adjective(f->lands, word(f, i));
        i++;
    }
    bool name_next = in_sentence(f, i + 1) && f->label[i + 1] == (uint8_t)((1 + NAME_PER) | START);
    Title t = in_sentence(f, i) && is_capital(word(f, i)) && !f->label[i] && !name_next
                  ? title_of(word(f, i))
                  : (Title){TITLE_NONE, false, false, false, STR_EMPTY};
    if (t.kind != TITLE_PERSON || t.plural || t.peer)
        return;
    m->title = t;
    m->noun = (uint32_t)i;
    m->land = land ? land : land_of_compound(f, word(f, i));
    m->gender = gender_of(&t);
    if (!m->land && in_sentence(f, i + 1) && str_ends(word(f, i + 1), STR("s")))
        m->land = lands_named(f->lands, word(f, i + 1));
}

/* Capital adjectives before a noun, with an ending that changes with the case: "Weiße", "Weißen", not "Bremer". */
static uint32_t count_adjectives(const Finder *f, size_t i, size_t end)
{
    char lower[64];
    uint32_t n = 0;
    for (; i + n + 1 < end; n++) {
        Str s = word(f, i + n);
        bool bends = s.len > 4 && s.len <= sizeof lower && (str_ends(s, STR("e")) || str_ends(s, STR("en")) || str_ends(s, STR("em")) || str_ends(s, STR("es")));
        if (!bends || !(lexicon_readings(f->lexicon, lexicon_find(f->lexicon, str_make(lower, number_lower(s, lower, sizeof lower)))) & READING_ADJ))
            break;
    }
    return n;
}

static size_t push_name(Finder *f, size_t i, size_t floor)
{
    size_t end = name_end(f, i);
    NameKind kind = (NameKind)((f->label[i] & ~START) - 1);
    NameFound m = {.first = (uint32_t)i,
                   .end = (uint32_t)end,
                   .head_first = (uint32_t)i,
                   .head_end = (uint32_t)end,
                   .kind = MENTION_NAME,
                   .entity_kind = kind_of_name(kind)};
    if (kind == NAME_PER) {
        size_t first = i;
        while (first > floor && in_sentence(f, first - 1) && is_capital(word(f, first - 1)) && !f->label[first - 1]) {
            Title t = title_of(word(f, first - 1));
            if (t.kind != TITLE_PERSON && t.kind != TITLE_ADDRESS)
                break;
            first--;
            if (m.title.kind != TITLE_PERSON) {
                m.title = t;
                m.noun = (uint32_t)first;
                m.land = land_of_compound(f, word(f, first));
            }
            m.gender = m.gender ? m.gender : gender_of(&t);
        }
        if (first < i)
            first = grow_left(f, first, floor, &m);
        m.first = (uint32_t)first;
        title_behind(f, end, &m);
    } else if (i > floor && in_sentence(f, i - 1) && is_article(word(f, i - 1))) {
        m.first--; /* "die USA", "der Nato" */
        m.definite = true;
    } else if (i > floor && kind == NAME_ORG && title_of(word(f, i - 1)).kind == TITLE_BODY) {
        m.title = title_of(word(f, i - 1));
        m.noun = (uint32_t)i - 1;
        m.first = (uint32_t)grow_left(f, i - 1, floor, &m);
    }
    if (kind != NAME_PER)
        m.adjectives = count_adjectives(f, i, end);
    size_t group = kind == NAME_PER ? 0 : allies_behind(f, end);
    if (group) {
        m.end = (uint32_t)group;
        m.entity_kind = ENTITY_GROUP;
        m.plural = true;
        end = group;
    }
    push(f, m);
    return end;
}

/* Behind a title: a land's genitive ("der USA und Russlands"), or "in Moskau". */
static size_t grow_right(const Finder *f, size_t end, NameFound *m)
{
    const Land *land = lands_named(f->lands, word(f, end));
    size_t i = end;
    if (in_sentence(f, end) && land && str_ends(word(f, end), STR("s")) && !str_equal(word(f, end), land->name)) {
        i = end + 1;
    } else if ((is(f, end, "der") || is(f, end, "von")) && in_sentence(f, end + 1) &&
               (land = lands_named(f->lands, word(f, end + 1)))) {
        i = end + 2;
    } else if (is(f, end, "in") && in_sentence(f, end + 1) && (land = land_of_capital(word(f, end + 1))) &&
               m->title.kind == TITLE_BODY) {
        m->land = m->land ? m->land : land;
        return end + 2;
    } else {
        return end;
    }
    m->land = m->land ? m->land : land;
    if (is(f, i, "und") && in_sentence(f, i + 1)) {
        size_t second = is_article(word(f, i + 1)) ? i + 2 : i + 1;
        if (in_sentence(f, second) && (m->land2 = lands_named(f->lands, word(f, second))))
            i = second + 1;
    }
    return i;
}

/* A title without a name: "der US-Außenminister", "Der Minister", "die Regierung in Moskau". Returns its end, or 0. */
static size_t push_title(Finder *f, size_t i, size_t floor)
{
    Title t = title_of(word(f, i));
    if (t.kind != TITLE_PERSON && t.kind != TITLE_BODY)
        return 0;
    NameFound m = {
        .head_first = (uint32_t)i, .head_end = (uint32_t)i + 1, .noun = (uint32_t)i, .kind = MENTION_TITLE, .title = t};
    m.entity_kind = t.kind == TITLE_PERSON ? ENTITY_PERSON : ENTITY_ORGANISATION;
    m.gender = gender_of(&t);
    m.land = land_of_compound(f, word(f, i));
    m.first = (uint32_t)grow_left(f, i, floor, &m);
    m.end = (uint32_t)grow_right(f, i + 1, &m);
    Str article = word(f, m.first);
    bool die = str_equal_nocase(article, STR("die")), den = str_equal_nocase(article, STR("den"));
    if (m.both || m.land2 || (t.kind == TITLE_PERSON && !t.feminine && die))
        m.plural = true;
    else if (t.plural && (!m.definite || (t.feminine && die)))
        m.plural = true;
    else if (den && t.plural && !t.peer && !str_ends(t.noun, STR("t")) && !str_ends(t.noun, STR("e")))
        m.plural = true;
    bool side = str_equal(t.noun, STR("seite"));
    if (is_indefinite(article) || (side && !m.land && !m.both) || (!m.definite && !m.land))
        return 0;
    if (m.plural && !m.both && !m.land2 && !m.definite && t.kind != TITLE_BODY)
        return 0;
    push(f, m);
    return m.end;
}

static bool push_pronoun(Finder *f, size_t i)
{
    static const struct {
        const char *word;
        uint32_t gender;
        bool subject, both;
    } PRONOUNS[] = {{"er", FEAT_MASC, true, false}, {"ihm", FEAT_MASC, false, false}, {"ihn", FEAT_MASC, false, false},
                    {"sie", FEAT_FEM, true, false}, {"beide", 0, true, true},         {"beiden", 0, false, true}};
    Str s = word(f, i);
    char first = s.len ? (char)(s.data[0] | 32) : ' ';
    if (s.len > 6 || (first != 'e' && first != 'i' && first != 's' && first != 'b'))
        return false;
    for (size_t k = 0; k < sizeof PRONOUNS / sizeof *PRONOUNS; k++) {
        if (!str_equal_nocase(s, str_of(PRONOUNS[k].word)))
            continue;
        bool polite = is_capital(s) && i > f->sentence->first &&
                      !(f->tokens[i - 1].flags & (TOKEN_QUOTE_OPEN | TOKEN_QUOTE_CLOSE)) && !is(f, i - 1, ":");
        if (polite || (PRONOUNS[k].both && in_sentence(f, i + 1) && is_capital(word(f, i + 1))))
            return false;
        NameFound m = {.first = (uint32_t)i,
                       .end = (uint32_t)i + 1,
                       .head_first = (uint32_t)i,
                       .head_end = (uint32_t)i + 1,
                       .kind = MENTION_PRONOUN,
                       .entity_kind = ENTITY_PERSON,
                       .gender = PRONOUNS[k].gender,
                       .both = PRONOUNS[k].both,
                       .plural = PRONOUNS[k].both};
        push(f, m);
        f->found->data[f->found->len - 1].subject = PRONOUNS[k].subject;
        return true;
    }
    return false;
}

/* "Der Westen" as one who acts, not as a direction. */
static bool push_west(Finder *f, size_t i)
{
    if (!str_equal(word(f, i), STR("Westen")) && !str_equal(word(f, i), STR("Westens")))
        return false;
    if (i == f->sentence->first || !is_article(word(f, i - 1)) || is(f, i + 1, "des") || is(f, i + 1, "der") ||
        is(f, i + 1, "von"))
        return false;
    NameFound m = {.first = (uint32_t)i - 1,
                   .end = (uint32_t)i + 1,
                   .head_first = (uint32_t)i,
                   .head_end = (uint32_t)i + 1,
                   .kind = MENTION_NAME,
                   .entity_kind = ENTITY_ORGANISATION,
                   .definite = true};
    push(f, m);
    return true;
}

static void find_in_sentence(Finder *f)
{
    size_t floor = f->sentence->first, end = floor + f->sentence->count;
    for (size_t i = floor; i < end;) {
        if (f->label[i] & START && !owns_title(f, i)) {
            i = floor = push_name(f, i, floor);
            continue;
        }
        Str s = word(f, i);
        if (push_west(f, i)) {
            floor = ++i;
            continue;
        }
        NameKind next =
            i + 1 < end && f->label[i + 1] & START ? (NameKind)((f->label[i + 1] & ~START) - 1) : NAME_KINDS;
        bool before_name = next == NAME_PER || (next == NAME_ORG && title_of(s).kind == TITLE_BODY);
        size_t behind = is_capital(s) && !before_name && s.len > 3 ? push_title(f, i, floor) : 0;
        if (behind)
            floor = i = behind;
        else
            i += 1, floor = push_pronoun(f, i - 1) ? i : floor;
    }
}

void names_find(const Language *language, const Article *article, Arena *arena, Analysis *a)
{
    const NameModel *model = language->names;
    NamesFound found = {0};
    Lands lands = {.arena = arena};
    Finder f = {.text = article->text,
                .tokens = a->tokens,
                .n = a->n_tokens,
                .label = mem_zero(a->n_tokens + 1, 1),
                .found = &found,
                .lands = &lands,
                .lexicon = &language->lexicon};
    tag_sentences(language, a, article->text, f.label);
    name_edges_right(f.label, article->text, a, model);
    join_persons(&f, model);
    even_out(&f, model);
    join_persons(&f, model);
    for (size_t s = 0; s < a->n_sentences; s++) {
        f.sentence = &a->sentences[s];
        f.sentence_index = (uint32_t)s;
        find_in_sentence(&f);
    }
    entities_resolve(model, article, &lands, &found, arena, a);
    a->mentions = ARENA_NEW(arena, Mention, found.len);
    a->n_mentions = found.len;
    for (size_t i = 0; i < found.len; i++) {
        const NameFound *m = &found.data[i];
        a->mentions[i] = (Mention){.span = {a->tokens[m->first].span.begin, a->tokens[m->end - 1].span.end},
                                   .head = {a->tokens[m->head_first].span.begin, a->tokens[m->head_end - 1].span.end},
                                   .first = m->first,
                                   .count = m->end - m->first,
                                   .kind = m->kind,
                                   .entity_kind = m->entity_kind,
                                   .entity = m->entity,
                                   .plural = m->plural};
    }
    vec_free(f.label);
    vec_release(&found);
    lands_release(&lands);
}
