/* entities.c: which mentions stand for the same person, organisation or place. Names come first, over the whole
 * article, so that a title can be led to a name that follows it; then titles and pronouns in the order of the text. */
#include "language/names.h"

#include "base/map.h"
#include "base/utf8.h"
#include "language/numbers.h"

enum {
    MOST_BY_KEY = 16, /* people of one surname looked at */
    MOST_ROLES = 64,  /* people with a title looked at */
    MOST_BACK = 40,   /* mentions a pronoun looks back over */
    SENTENCES_BACK = 4,
    KEY_BYTES = 128
};

typedef struct Known {
    EntityKind kind;
    Str name, surname, given;
    Str core; /* of its title: "außenminister" */
    Str role;
    const Land *land; /* of its title */
    uint32_t gender;
    uint32_t last;  /* found that named it last, while the text is walked */
    uint32_t count; /* how often it was named so far */
    uint32_t next;  /* next of the same key, ENTITY_NONE at the end */
    VEC(Str) forms;
    uint32_t members[4], n_members;
} Known;

typedef struct Resolver {
    const NameModel *model;
    Str text;
    const Token *tokens;
    NamesFound *found;
    Arena *arena;
    VEC(Known) known;
    StrMap keys;   /* surname or name → first known */
    StrMap givens; /* given name → last known of that name */
    StrMap ends;   /* last words of names, to tell a genitive */
    uint32_t roles[MOST_ROLES];
    size_t n_roles;
} Resolver;

static Str word(const Resolver *r, uint32_t i) { return str_span(r->text, r->tokens[i].span); }
static Str span_text(const Resolver *r, uint32_t first, uint32_t end)
{
    return str_slice(r->text, r->tokens[first].span.begin, r->tokens[end - 1].span.end);
}

static Str lower_in(const Resolver *r, Str s)
{
    Str cut = s.len > KEY_BYTES ? str_slice(s, 0, KEY_BYTES) : s;
    char *out = arena_alloc(r->arena, cut.len + 1);
    return str_make(out, number_lower(cut, out, KEY_BYTES));
}

/* ---- names ---- */

/* "Lawrows" is "Lawrow" when that stands in the text as well, or when it is a land's or a list's name without -s. */
static Str base_of(const Resolver *r, Str s)
{
    Str bare = name_without_genitive(s);
    if (bare.len == s.len || strmap_get(&r->ends, bare))
        return bare;
    const Land *land = land_of_name(bare);
    if (land && str_equal(land->name, bare))
        return bare;
    bool listed = name_model_lists(r->model, bare) & (LIST_CITY | LIST_LAND);
    return listed && !str_ends(bare, STR("i")) && !str_ends(bare, STR("u")) ? bare : s;
}

/* Letters to change, at most `most` + 1; both short. */
static unsigned edits(Str a, Str b, unsigned most)
{
    unsigned row[33];
    if (a.len > 32 || b.len > 32 || a.len > b.len + most || b.len > a.len + most)
        return most + 1;
    for (unsigned k = 0; k <= b.len; k++)
        row[k] = k;
    for (unsigned i = 1; i <= a.len; i++) {
        unsigned diagonal = row[0];
        row[0] = i;
        for (unsigned k = 1; k <= b.len; k++) {
            unsigned change = diagonal + (a.data[i - 1] != b.data[k - 1]);
            diagonal = row[k];
            unsigned least = row[k] < row[k - 1] ? row[k] + 1 : row[k - 1] + 1;
            row[k] = change < least ? change : least;
        }
    }
    return row[b.len];
}

/* "Sergej" and "Sergei", "Antony" and "Anthony", "A." and "Anna", or one of them missing. */
static bool givens_agree(Str a, Str b)
{
    if (!a.len || !b.len || str_equal(a, b))
        return true;
    if (a.data[0] != b.data[0])
        return false;
    if ((a.len <= 2 && str_ends(a, STR("."))) || (b.len <= 2 && str_ends(b, STR("."))))
        return true;
    return a.len >= 4 && b.len >= 4 && edits(a, b, 2) <= (a.len >= 6 && b.len >= 6 ? 2u : 1u);
}

static uint32_t new_known(Resolver *r, EntityKind kind, Str name, Str key)
{
    Known k = {.kind = kind, .name = name, .last = ENTITY_NONE, .next = ENTITY_NONE};
    uint32_t id = (uint32_t)r->known.len;
    vec_push(&r->known, k);
    bool fresh = true;
    uint32_t *first = key.len ? strmap_put(&r->keys, key, id, &fresh) : NULL;
    if (first && !fresh) {
        r->known.data[id].next = *first;
        *first = id;
    }
    return id;
}

static void add_form(Known *k, Str form)
{
    for (size_t i = 0; i < k->forms.len; i++)
        if (str_equal(k->forms.data[i], form))
            return;
    if (k->forms.len < MOST_BY_KEY)
        vec_push(&k->forms, form);
}

static uint32_t first_of_key(const Resolver *r, Str key)
{
    const uint32_t *at = strmap_get(&r->keys, key);
    return at ? *at : ENTITY_NONE;
}

static uint32_t listed_gender(const Resolver *r, Str given)
{
    uint8_t lists = name_model_lists(r->model, given);
    if ((lists & (LIST_MALE | LIST_FEMALE)) == LIST_MALE)
        return FEAT_MASC;
    return (lists & (LIST_MALE | LIST_FEMALE)) == LIST_FEMALE ? FEAT_FEM : 0;
}

static uint32_t find_person(const Resolver *r, Str surname, Str given, uint32_t gender)
{
    unsigned tries = 0;
    for (uint32_t k = first_of_key(r, surname); k != ENTITY_NONE && tries < MOST_BY_KEY;
         k = r->known.data[k].next, tries++) {
        const Known *known = &r->known.data[k];
        bool clash = gender && known->gender && gender != known->gender;
        if (known->kind == ENTITY_PERSON && !clash && givens_agree(known->given, given))
            return k;
    }
    const uint32_t *same = given.len ? strmap_get(&r->givens, given) : strmap_get(&r->givens, surname);
    if (!same)
        return ENTITY_NONE;
    if (!given.len) /* "Angela" after "Angela Brenner" */
        return *same;
    Str other = r->known.data[*same].surname; /* "Selenski", "Selenskyj" after the same given name */
    size_t shared = 0;
    while (shared < other.len && shared < surname.len && other.data[shared] == surname.data[shared])
        shared++;
    return shared >= 5 && edits(other, surname, 2) <= 2 ? *same : ENTITY_NONE;
}

static uint32_t name_person(Resolver *r, const NameFound *m)
{
    uint32_t n = m->head_end - m->head_first;
    Str surname = base_of(r, word(r, m->head_end - 1)), given = n > 1 ? word(r, m->head_first) : STR_EMPTY;
    uint32_t gender = m->gender ? m->gender : given.len ? listed_gender(r, given) : 0;
    uint32_t id = find_person(r, surname, given, m->gender);
    Str name = span_text(r, m->head_first, m->head_end);
    name.len -= word(r, m->head_end - 1).len - surname.len;
    if (id == ENTITY_NONE) {
        id = new_known(r, ENTITY_PERSON, name, surname);
        r->known.data[id].surname = surname;
    }
    Known *k = &r->known.data[id];
    if (name.len > k->name.len)
        k->name = name;
    if (!k->given.len && given.len) {
        k->given = given;
        *strmap_put(&r->givens, given, id, NULL) = id;
    }
    k->gender = k->gender ? k->gender : gender;
    add_form(k, name);
    add_form(k, span_text(r, m->head_first, m->head_end));
    return id;
}

static uint32_t land_entity(Resolver *r, const Land *land)
{
    Str key = lower_in(r, land->name);
    uint32_t id = first_of_key(r, key);
    return id != ENTITY_NONE ? id : new_known(r, ENTITY_PLACE, land->name, key);
}

static uint32_t name_thing(Resolver *r, const NameFound *m)
{
    Str last = word(r, m->head_end - 1), base = base_of(r, last), name = span_text(r, m->head_first, m->head_end);
    name.len -= last.len - base.len;
    const Land *land = m->head_end - m->head_first == 1 ? land_of_name(name) : NULL;
    if (str_starts(name, STR("Vereinigte")) && str_ends(name, STR("Staaten")))
        land = land_of_name(STR("USA"));
    Str key = lower_in(r, land ? land->name : name);
    if (m->entity_kind == ENTITY_GROUP) {
        name = span_text(r, m->head_first, m->end);
        key = arena_format(r->arena, "%.*s+", STR_ARG(key));
    }
    uint32_t id = first_of_key(r, key);
    if (id == ENTITY_NONE)
        id = new_known(r, m->entity_kind, name, key);
    add_form(&r->known.data[id], name);
    if (m->entity_kind == ENTITY_GROUP)
        add_form(&r->known.data[id], span_text(r, m->first, m->end));
    return id;
}

/* ---- titles ---- */

/* "us-außenministerin" → "außenminister": without the land in front, masculine. */
static Str core_of(const Resolver *r, const NameFound *m)
{
    Str lower = lower_in(r, word(r, m->noun));
    size_t hyphen = str_find_char(lower, '-', 0);
    if (hyphen != SIZE_MAX && land_of_name(str_slice(word(r, m->noun), 0, hyphen)))
        lower = str_slice(lower, hyphen + 1, lower.len);
    size_t at = str_find(lower, m->title.noun, 0);
    return at == SIZE_MAX ? lower : str_slice(lower, 0, at + m->title.noun.len);
}

/* "russischer Außenminister", "US-Außenminister": as it would stand before the name, in the nominative. */
static Str role_of(const Resolver *r, const NameFound *m)
{
    Str noun = word(r, m->noun);
    if (!m->land || m->noun == m->first)
        return noun;
    const Land *land = land_of_adjective(word(r, m->noun - 1));
    if (land)
        return arena_format(r->arena, "%.*s%s %.*s", STR_ARG(land->adjective), m->title.feminine ? "e" : "er",
                            STR_ARG(noun));
    return str_find_char(noun, '-', 0) != SIZE_MAX
               ? noun
               : arena_format(r->arena, "%.*s %.*s", STR_ARG(noun), STR_ARG(m->land->name));
}

static void learn_role(Resolver *r, const NameFound *m, Str core_before)
{
    Known *k = &r->known.data[m->entity];
    if (m->title.kind != TITLE_PERSON || k->kind != ENTITY_PERSON)
        return;
    bool had = k->core.len != 0;
    if (m->title.peer && !k->core.len) {
        k->core = core_before; /* "seinem US-Kollegen": has the office of the one named before */
        k->land = m->land;
    } else if (!m->title.peer && (!k->core.len || (!k->land && m->land))) {
        k->core = core_of(r, m);
        k->role = role_of(r, m);
        k->land = m->land ? m->land : k->land;
    }
    if (!had && k->core.len && r->n_roles < MOST_ROLES)
        r->roles[r->n_roles++] = m->entity;
}

/* How well a title fits a known person: 0 not at all. */
static int title_fits(const NameFound *m, Str core, const Land *land, const Known *k)
{
    if (k->kind != ENTITY_PERSON || (m->gender && k->gender && m->gender != k->gender))
        return 0;
    if (land && k->land && land != k->land)
        return 0;
    int score = land && k->land == land ? 4 : 0;
    if (m->title.peer)
        return score;
    if (str_equal(core, k->core))
        return score + 3;
    return str_ends(k->core, core) && core.len < k->core.len ? score + 2 : 0;
}

static uint32_t group_of(Resolver *r, const uint32_t *members, uint32_t n, Str name)
{
    Str key = STR("="), joined = STR_EMPTY;
    for (uint32_t i = 0; i < n; i++) {
        key = arena_format(r->arena, "%.*s%u,", STR_ARG(key), members[i]);
        joined = arena_format(r->arena, "%.*s%s%.*s", STR_ARG(joined), i ? " und " : "",
                              STR_ARG(r->known.data[members[i]].name));
    }
    uint32_t id = first_of_key(r, key);
    if (id == ENTITY_NONE) {
        id = new_known(r, ENTITY_GROUP, n ? joined : name, key);
        memcpy(r->known.data[id].members, members, n * sizeof *members);
        r->known.data[id].n_members = n;
    }
    return id;
}

/* Of those of one kind named in the last sentences before `at` the two that were named most so far, in the order in
 * which they were named last; false when there are not two. */
static bool leading_two(const Resolver *r, size_t at, EntityKind kind, uint32_t pair[2])
{
    uint32_t best[2] = {ENTITY_NONE, ENTITY_NONE}, sentence = r->found->data[at].sentence;
    for (size_t back = 1; back <= MOST_BACK && back <= at; back++) {
        const NameFound *m = &r->found->data[at - back];
        uint32_t e = m->entity;
        if (sentence - m->sentence > 2 * SENTENCES_BACK)
            break;
        if (e == ENTITY_NONE || m->plural || m->locative || r->known.data[e].kind != kind || e == best[0] ||
            e == best[1])
            continue;
        if (best[0] == ENTITY_NONE || r->known.data[e].count > r->known.data[best[0]].count)
            best[1] = best[0], best[0] = e;
        else if (best[1] == ENTITY_NONE || r->known.data[e].count > r->known.data[best[1]].count)
            best[1] = e;
    }
    if (best[1] == ENTITY_NONE)
        return false;
    bool swap = r->known.data[best[0]].last > r->known.data[best[1]].last;
    pair[0] = best[swap], pair[1] = best[!swap];
    return true;
}

static uint32_t resolve_persons(Resolver *r, size_t at, const NameFound *m, Str core)
{
    uint32_t members[4], n = 0;
    for (size_t i = 0; i < r->n_roles && n < 4; i++) {
        const Known *k = &r->known.data[r->roles[i]];
        bool of_land = !m->land || k->land == m->land || (m->land2 && k->land == m->land2);
        if (of_land && title_fits(m, core, NULL, k))
            members[n++] = r->roles[i];
    }
    if (m->both && n > 2 && leading_two(r, at, ENTITY_PERSON, members))
        n = 2;
    if (n >= 2)
        return group_of(r, members, n, STR_EMPTY);
    return m->both && leading_two(r, at, ENTITY_PERSON, members) ? group_of(r, members, 2, STR_EMPTY) : ENTITY_NONE;
}

static uint32_t resolve_person(Resolver *r, const NameFound *m, Str core)
{
    uint32_t best = ENTITY_NONE;
    int best_score = 0;
    for (size_t i = 0; i < r->n_roles; i++) {
        const Known *k = &r->known.data[r->roles[i]];
        int score = 2 * title_fits(m, core, m->land, k);
        bool later = best != ENTITY_NONE && k->last != ENTITY_NONE &&
                     (r->known.data[best].last == ENTITY_NONE || k->last > r->known.data[best].last);
        if (score > best_score || (score && score == best_score && later))
            best = r->roles[i], best_score = score;
    }
    if (best != ENTITY_NONE || m->title.peer)
        return best;
    Str key = arena_format(r->arena, "%.*s/%.*s", STR_ARG(core), m->land ? (int)m->land->name.len : 0,
                           m->land ? m->land->name.data : "");
    uint32_t id = first_of_key(r, key);
    if (id == ENTITY_NONE) {
        id = new_known(r, ENTITY_PERSON, span_text(r, m->noun > m->first && m->land ? m->noun : m->head_first, m->end),
                       key);
        Known *k = &r->known.data[id];
        k->core = core, k->land = m->land, k->gender = m->gender, k->role = role_of(r, m);
    }
    return id;
}

/* "die russische Regierung", "die US-Seite" stand for the land; "das Unternehmen" for the organisation named last. */
static uint32_t resolve_body(Resolver *r, size_t at, const NameFound *m, Str core)
{
    static const Str LAND_NOUNS[] = {STR_INIT("regierung"), STR_INIT("seite"), STR_INIT("führung")};
    static const Str GENERAL[] = {STR_INIT("unternehmen"), STR_INIT("konzern"),      STR_INIT("partei"),
                                  STR_INIT("verein"),      STR_INIT("sender"),       STR_INIT("zeitung"),
                                  STR_INIT("agentur"),     STR_INIT("organisation"), STR_INIT("verband"),
                                  STR_INIT("bündnis"),     STR_INIT("allianz")};
    uint32_t pair[2];
    if (m->both && str_equal(core, STR("seite")))
        return leading_two(r, at, ENTITY_PLACE, pair) || leading_two(r, at, ENTITY_PERSON, pair)
                   ? group_of(r, pair, 2, STR_EMPTY)
                   : ENTITY_NONE;
    for (size_t i = 0; m->land && i < sizeof LAND_NOUNS / sizeof *LAND_NOUNS; i++)
        if (str_equal(core, LAND_NOUNS[i])) {
            uint32_t id = land_entity(r, m->land);
            add_form(&r->known.data[id], span_text(r, m->first, m->end));
            return id;
        }
    for (size_t i = 0; !m->land && i < sizeof GENERAL / sizeof *GENERAL; i++)
        for (size_t back = 1; str_equal(core, GENERAL[i]) && back <= MOST_BACK && back <= at; back++) {
            const NameFound *other = &r->found->data[at - back];
            if (other->kind == MENTION_NAME && other->entity_kind == ENTITY_ORGANISATION &&
                m->sentence - other->sentence <= SENTENCES_BACK)
                return other->entity;
        }
    Str key = arena_format(r->arena, "%.*s/%.*s", STR_ARG(core), m->land ? (int)m->land->name.len : 0,
                           m->land ? m->land->name.data : "");
    uint32_t id = first_of_key(r, key);
    if (id == ENTITY_NONE)
        id = new_known(r, ENTITY_ORGANISATION, span_text(r, m->head_first, m->end), key);
    add_form(&r->known.data[id], span_text(r, m->first, m->end));
    return id;
}

/* "Der Sprecher des Amtes, Jan Holm, sagte": the name behind the comma, or ENTITY_NONE. */
static uint32_t named_behind(const Resolver *r, size_t at, const NameFound *m)
{
    for (size_t k = at + 1; k < r->found->len && k <= at + 3; k++) {
        const NameFound *other = &r->found->data[k];
        if (other->sentence != m->sentence || other->first > m->end + 8)
            break;
        if (other->kind != MENTION_NAME || other->entity_kind != ENTITY_PERSON || other->first != other->head_first)
            continue;
        for (uint32_t i = m->end; i + 1 < other->first; i++) /* nothing but a genitive or a place between */
            if (r->tokens[i].class == CLASS_VERB || r->tokens[i].class == CLASS_AUX || str_equal(word(r, i), STR(",")))
                return ENTITY_NONE;
        bool comma_behind = str_equal(
            str_slice(r->text, r->tokens[other->end - 1].span.end, r->tokens[other->end - 1].span.end + 1), STR(","));
        return str_equal(word(r, other->first - 1), STR(",")) && comma_behind ? other->entity : ENTITY_NONE;
    }
    return ENTITY_NONE;
}

static uint32_t resolve_title(Resolver *r, size_t at, const NameFound *m)
{
    Str core = core_of(r, m);
    uint32_t named = m->title.kind == TITLE_PERSON && !m->plural ? named_behind(r, at, m) : ENTITY_NONE;
    if (named != ENTITY_NONE) {
        Known *k = &r->known.data[named];
        if (!k->core.len && r->n_roles < MOST_ROLES) {
            k->core = core, k->role = role_of(r, m), k->land = m->land;
            r->roles[r->n_roles++] = named;
        }
        k->gender = k->gender ? k->gender : m->gender;
        return named;
    }
    if (m->title.kind == TITLE_BODY)
        return resolve_body(r, at, m, core);
    return m->plural ? resolve_persons(r, at, m, core) : resolve_person(r, m, core);
}

/* ---- pronouns ---- */

/* Whether the finite verb next to a pronoun is in the plural: "sie wollen", "wollen sie". */
static bool verb_is_plural(const Resolver *r, const NameFound *m, size_t n_tokens)
{
    for (uint32_t step = 1; step <= 12; step++) {
        uint32_t sides[2] = {m->first + step, m->first - step};
        for (int s = 0; s < 2; s++) {
            if (sides[s] >= n_tokens || (s == 1 && step > 2))
                continue;
            const Token *t = &r->tokens[sides[s]];
            if ((t->class == CLASS_VERB || t->class == CLASS_AUX) && t->features & FEAT_FIN)
                return (t->features & (FEAT_PLUR | FEAT_SING)) == FEAT_PLUR ||
                       (t->features & FEAT_PLUR && str_ends(word(r, sides[s]), STR("en")));
        }
    }
    return false;
}

static int salience(const NameFound *m, const NameFound *other, size_t back)
{
    int score = 100 - 20 * (int)(m->sentence - other->sentence) - (int)back;
    score += other->subject ? 15 : 0;
    score -= other->preposition ? 10 : 0;
    return score;
}

static uint32_t resolve_pronoun(Resolver *r, size_t at, const NameFound *m, size_t n_tokens)
{
    uint32_t pair[2], best = ENTITY_NONE, clause_subject = ENTITY_NONE;
    int best_score = 0;
    if (m->both)
        return leading_two(r, at, ENTITY_PERSON, pair) || leading_two(r, at, ENTITY_PLACE, pair)
                   ? group_of(r, pair, 2, STR_EMPTY)
                   : ENTITY_NONE;
    bool plural = m->gender == FEAT_FEM && verb_is_plural(r, m, n_tokens);
    for (size_t back = 1; back <= MOST_BACK && back <= at; back++) {
        const NameFound *other = &r->found->data[at - back];
        if (m->sentence - other->sentence > SENTENCES_BACK)
            break;
        if (other->entity == ENTITY_NONE)
            continue;
        const Known *k = &r->known.data[other->entity];
        /* "Blinken habe ihm zugesichert": an object is not its own clause's subject. */
        if (!m->subject && other->sentence == m->sentence && other->subject && clause_subject == ENTITY_NONE)
            clause_subject = other->entity;
        bool fits = plural ? other->plural || k->kind == ENTITY_GROUP
                           : k->kind == ENTITY_PERSON && !other->plural && !(k->gender && k->gender != m->gender) &&
                                 other->entity != clause_subject;
        int score = salience(m, other, back);
        if (fits && score > best_score)
            best = other->entity, best_score = score;
    }
    if (plural && best == ENTITY_NONE && leading_two(r, at, ENTITY_PERSON, pair))
        best = group_of(r, pair, 2, STR_EMPTY);
    if (best != ENTITY_NONE && !plural && !r->known.data[best].gender)
        r->known.data[best].gender = m->gender;
    return best;
}

/* ---- all of it ---- */

static void resolve_names(Resolver *r)
{
    for (size_t i = 0; i < r->found->len; i++) {
        const NameFound *m = &r->found->data[i];
        if (m->kind == MENTION_NAME)
            strmap_put(&r->ends, word(r, m->head_end - 1), 0, NULL);
    }
    Str core = STR_EMPTY;
    for (size_t i = 0; i < r->found->len; i++) {
        NameFound *m = &r->found->data[i];
        if (m->kind != MENTION_NAME)
            continue;
        m->entity = m->entity_kind == ENTITY_PERSON ? name_person(r, m) : name_thing(r, m);
        learn_role(r, m, core);
        if (m->entity_kind == ENTITY_PERSON && r->known.data[m->entity].core.len)
            core = r->known.data[m->entity].core;
    }
}

/* A capital stands for its land where something is done or asked of it, not where somebody is in it. */
static void capitals_to_lands(Resolver *r)
{
    for (size_t i = 0; i < r->found->len; i++) {
        NameFound *m = &r->found->data[i];
        if (m->kind != MENTION_NAME || m->entity_kind != ENTITY_PLACE || m->locative)
            continue;
        bool genitive =
            m->head_end - m->head_first == 1 && !str_equal(word(r, m->head_first), r->known.data[m->entity].name);
        const Land *land = genitive ? NULL : land_of_capital(r->known.data[m->entity].name);
        uint32_t id = land ? first_of_key(r, lower_in(r, land->name)) : ENTITY_NONE;
        if (id == ENTITY_NONE)
            continue;
        add_form(&r->known.data[id], span_text(r, m->head_first, m->head_end));
        m->entity = id;
    }
}

static void write_entities(Resolver *r, Analysis *a)
{
    a->n_entities = r->known.len;
    a->entities = ARENA_NEW(r->arena, Entity, r->known.len);
    for (size_t i = 0; i < r->known.len; i++) {
        Known *k = &r->known.data[i];
        Entity *e = &a->entities[i];
        *e = (Entity){.kind = k->kind,
                      .name = k->name,
                      .role = k->role,
                      .gender = k->gender,
                      .n_forms = k->forms.len,
                      .n_members = k->n_members};
        e->members = arena_copy(r->arena, k->members, k->n_members * sizeof *k->members);
        e->forms = vec_to_arena(&k->forms, r->arena);
    }
}

void entities_resolve(const NameModel *model, Str text, NamesFound *found, Arena *arena, Analysis *a)
{
    Resolver r = {.model = model, .text = text, .tokens = a->tokens, .found = found, .arena = arena};
    resolve_names(&r);
    capitals_to_lands(&r);
    for (size_t i = 0; i < found->len; i++) {
        NameFound *m = &found->data[i];
        if (m->kind == MENTION_TITLE)
            m->entity = resolve_title(&r, i, m);
        else if (m->kind == MENTION_PRONOUN)
            m->entity = resolve_pronoun(&r, i, m, a->n_tokens);
        if (m->entity == ENTITY_NONE)
            continue;
        r.known.data[m->entity].last = (uint32_t)i;
        r.known.data[m->entity].count++;
        if (m->kind == MENTION_PRONOUN)
            m->entity_kind = r.known.data[m->entity].kind;
    }
    write_entities(&r, a);
    vec_release(&r.known);
    strmap_release(&r.keys);
    strmap_release(&r.givens);
    strmap_release(&r.ends);
}
