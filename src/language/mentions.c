/* mentions.c: from labelled words to mentions: names grown by titles and articles before them; titles without a name;
 * pronouns. */
#include "language/mentions.h"

#include "language/numbers.h"
#include "language/particles.h"

enum { START = NAME_START };

static Str word(const Finder *f, size_t i) { return finder_word(f, i); }
static size_t name_end(const Finder *f, size_t i) { return finder_name_end(f, i); }
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

/* The first part of "US-Außenminister", "Kreml-Sprecher" as a land. */
static const Land *land_of_compound(const Finder *f, Str s)
{
    size_t hyphen = str_find_char(s, '-', 0);
    if (hyphen == SIZE_MAX || hyphen == 0)
        return NULL;
    return lands_named(f->lands, str_slice(s, 0, hyphen));
}

/* "die Vorsitzende", "der Beauftragte": bent like an adjective, so that the article tells the gender. */
static bool is_bent(Str noun)
{
    return str_ends(noun, STR("nde")) || str_ends(noun, STR("nete")) || str_ends(noun, STR("gte")) ||
           str_ends(noun, STR("ndte"));
}

static uint32_t gender_of(const Title *t)
{
    if (t->kind != TITLE_PERSON && t->kind != TITLE_ADDRESS)
        return 0;
    if (str_starts(t->noun, STR("dr")) || str_starts(t->noun, STR("prof")))
        return 0;
    if (is_bent(t->noun))
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
        bool bends =
            s.len > 4 && s.len <= sizeof lower &&
            (str_ends(s, STR("e")) || str_ends(s, STR("en")) || str_ends(s, STR("em")) || str_ends(s, STR("es")));
        if (!bends ||
            !(lexicon_readings(f->lexicon,
                               lexicon_find(f->lexicon, str_make(lower, number_lower(s, lower, sizeof lower)))) &
              READING_ADJ))
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

/* "Der 61-Jährige", "die Norwegerin": one person by age or people, behind an article that tells the gender. */
static bool push_described(Finder *f, size_t i)
{
    Str s = word(f, i), article = i > f->sentence->first ? word(f, i - 1) : STR_EMPTY;
    bool der = str_equal_nocase(article, STR("der")), die = str_equal_nocase(article, STR("die")),
         other = str_equal_nocase(article, STR("dem")) || str_equal_nocase(article, STR("des"));
    if (!der && !die && !other)
        return false;
    bool aged = s.len && s.data[0] >= '0' && s.data[0] <= '9' && str_find(s, STR("-Jährige"), 0) != SIZE_MAX;
    bool weak = str_ends(s, STR("n")), feminine = (der && weak) || (die && !weak);
    const Land *land = aged || !is_capital(s) ? NULL : land_of_people(s, &feminine);
    bool single = aged ? !(die && weak) : feminine ? !other : other || (der && !weak);
    if (!(aged || land) || !single)
        return false;
    NameFound m = {.first = (uint32_t)i - 1,
                   .end = (uint32_t)i + 1,
                   .head_first = (uint32_t)i,
                   .head_end = (uint32_t)i + 1,
                   .noun = (uint32_t)i,
                   .kind = MENTION_TITLE,
                   .entity_kind = ENTITY_PERSON,
                   .title = {TITLE_PERSON, feminine, false, false, aged ? STR(TITLE_AGED) : STR(TITLE_NATIONAL)},
                   .land = land,
                   .gender = feminine ? FEAT_FEM : FEAT_MASC,
                   .definite = true};
    push(f, m);
    return true;
}

/* "das Landgericht Kiel", "der Landkreis Berchtesgadener Land": the end of the names from token i on. */
static size_t placed_end(const Finder *f, size_t i)
{
    while (in_sentence(f, i) && is_capital(word(f, i)) && !str_equal(word(f, i), STR("Uhr"))) {
        uint8_t kind = f->label[i] & (uint8_t)~START;
        if (kind ? kind != 1 + NAME_LOC && kind != 1 + NAME_ORG : f->tokens[i].class != CLASS_PROPN)
            break;
        i = kind ? name_end(f, i) : i + 1;
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
    if (t.kind == TITLE_BODY && m.end == i + 1)
        m.end = m.head_end = (uint32_t)placed_end(f, i + 1);
    Str article = word(f, m.first);
    bool die = str_equal_nocase(article, STR("die")), den = str_equal_nocase(article, STR("den"));
    bool bent_woman = is_bent(t.noun) && !t.plural &&
                      (die || (str_equal_nocase(article, STR("der")) && str_ends(word(f, i), STR("n"))));
    if (bent_woman)
        m.gender = FEAT_FEM;
    if (m.both || m.land2 || (t.kind == TITLE_PERSON && !t.feminine && die && !bent_woman))
        m.plural = true;
    else if (t.plural && (!m.definite || (t.feminine && die)))
        m.plural = true;
    else if (den && t.plural && !t.peer && !str_ends(t.noun, STR("t")) && !str_ends(t.noun, STR("e")))
        m.plural = true;
    bool side = str_equal(t.noun, STR("seite"));
    if (t.kind == TITLE_BODY && m.first == i && ((i > 0 && is(f, i - 1, "laut")) || is(f, m.end, "zufolge")))
        m.definite = true; /* "laut Polizei" */
    if (is_indefinite(article) || (side && !m.land && !m.both) || (!m.definite && !m.land))
        return 0;
    if (m.plural && !m.both && !m.land2 && !m.definite && t.kind != TITLE_BODY)
        return 0;
    push(f, m);
    return m.end;
}

/* "dankte ihr.", "mit ihr gesprochen", not "ihr Anwalt": no noun can follow. */
static bool stands_alone(const Finder *f, size_t i)
{
    if (!in_sentence(f, i + 1))
        return true;
    const Token *next = &f->tokens[i + 1];
    return !is_capital(word(f, i + 1)) &&
           (next->class == CLASS_PUNCT || next->class == CLASS_VERB || next->class == CLASS_AUX ||
            next->class == CLASS_ADP || next->class == CLASS_DET || next->class == CLASS_SCONJ);
}

static bool push_pronoun(Finder *f, size_t i)
{
    static const struct {
        const char *word;
        uint32_t gender;
        bool subject, both;
    } PRONOUNS[] = {{"er", FEAT_MASC, true, false}, {"ihm", FEAT_MASC, false, false}, {"ihn", FEAT_MASC, false, false},
                    {"sie", FEAT_FEM, true, false}, {"ihr", FEAT_FEM, false, false},  {"beide", 0, true, true},
                    {"beiden", 0, false, true}};
    Str s = word(f, i);
    char first = s.len ? (char)(s.data[0] | 32) : ' ';
    if (s.len > 6 || (first != 'e' && first != 'i' && first != 's' && first != 'b'))
        return false;
    for (size_t k = 0; k < sizeof PRONOUNS / sizeof *PRONOUNS; k++) {
        if (!str_equal_nocase(s, str_of(PRONOUNS[k].word)))
            continue;
        bool polite = is_capital(s) && i > f->sentence->first &&
                      !(f->tokens[i - 1].flags & (TOKEN_QUOTE_OPEN | TOKEN_QUOTE_CLOSE)) && !is(f, i - 1, ":");
        if (polite || (str_equal_nocase(s, STR("ihr")) && !stands_alone(f, i)) ||
            (PRONOUNS[k].both && in_sentence(f, i + 1) && is_capital(word(f, i + 1))))
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

void mentions_find(Finder *f)
{
    size_t floor = f->sentence->first, end = floor + f->sentence->count;
    for (size_t i = floor; i < end;) {
        if (f->label[i] & START && !owns_title(f, i)) {
            i = floor = push_name(f, i, floor);
            continue;
        }
        Str s = word(f, i);
        if (push_west(f, i) || push_described(f, i)) {
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
