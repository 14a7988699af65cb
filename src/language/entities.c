/* entities.c: which mentions stand for the same person, organisation or place. Names come first, over the whole
 * article, so that a title can be led to a name that follows it; then titles and pronouns in the order of the text. */
#include "language/resolver.h"

#include "base/edits.h"
#include "base/utf8.h"
#include "language/nameedges.h"
#include "language/numbers.h"
#include "language/shortnames.h"

Str resolver_lower(const Resolver *r, Str s)
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
    const Land *land = lands_named(r->lands, bare);
    if (land && str_equal(land->name, bare))
        return bare;
    if (title_of(bare).kind == TITLE_BODY && str_find_char(s, '-', 0) != SIZE_MAX)
        return bare; /* "Koch-Instituts" */
    bool listed = name_model_lists(r->model, bare) & (LIST_CITY | LIST_LAND);
    return listed && !str_ends(bare, STR("i")) && !str_ends(bare, STR("u")) ? bare : s;
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
    return a.len >= 4 && b.len >= 4 && str_edits(a, b, 2) <= (a.len >= 6 && b.len >= 6 ? 2u : 1u);
}

uint32_t resolver_new(Resolver *r, EntityKind kind, Str name, Str key)
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

void resolver_add_form(Known *k, Str form)
{
    for (size_t i = 0; i < k->forms.len; i++)
        if (str_equal(k->forms.data[i], form))
            return;
    if (k->forms.len < MOST_BY_KEY)
        vec_push(&k->forms, form);
}

uint32_t resolver_first(const Resolver *r, Str key)
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
    for (uint32_t k = resolver_first(r, surname); k != ENTITY_NONE && tries < MOST_BY_KEY;
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
    return shared >= 5 && str_edits(other, surname, 2) <= 2 ? *same : ENTITY_NONE;
}

static uint32_t name_person(Resolver *r, const NameFound *m)
{
    uint32_t n = m->head_end - m->head_first;
    Str surname = base_of(r, resolver_word(r, m->head_end - 1)),
        given = n > 1 ? resolver_word(r, m->head_first) : STR_EMPTY;
    if (name_is_particle(given)) /* von der Leyen */
        given = STR_EMPTY;
    uint32_t gender = m->gender ? m->gender : given.len ? listed_gender(r, given) : 0;
    uint32_t id = find_person(r, surname, given, m->gender);
    Str name = resolver_text(r, m->head_first, m->head_end);
    name.len -= resolver_word(r, m->head_end - 1).len - surname.len;
    if (id == ENTITY_NONE) {
        id = resolver_new(r, ENTITY_PERSON, name, surname);
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
    resolver_add_form(k, name);
    resolver_add_form(k, resolver_text(r, m->head_first, m->head_end));
    return id;
}

uint32_t resolver_land(Resolver *r, const Land *land)
{
    Str key = resolver_lower(r, land->name);
    uint32_t id = resolver_first(r, key);
    return id != ENTITY_NONE ? id : resolver_new(r, ENTITY_PLACE, land->name, key);
}

/* "Landesamtes für Gesundheit" as one would list it: "Landesamt für Gesundheit". */
static Str without_first_genitive(const Resolver *r, const NameFound *m, Str name)
{
    const Token *noun = &r->tokens[m->head_first];
    Str form = resolver_word(r, m->head_first);
    bool genitive = m->head_end - m->head_first > 2 && noun->class == CLASS_NOUN && str_ends(form, STR("s")) &&
                    noun->lemma.len >= 4 && str_starts(form, noun->lemma) && form.len > noun->lemma.len;
    return genitive
               ? arena_format(r->arena, "%.*s%.*s", STR_ARG(noun->lemma), STR_ARG(str_slice(name, form.len, name.len)))
               : name;
}

/* "Europäischen Union", "Weißen Haus" as one would list them: "Europäische Union", "Weißes Haus"; as it stands where
 * gender or number cannot be told. */
static Str listed_name(const Resolver *r, const NameFound *m, Str name)
{
    uint32_t features = r->tokens[m->head_end - 1].features, gender = features & (FEAT_MASC | FEAT_FEM | FEAT_NEUT);
    bool plural = (features & (FEAT_SING | FEAT_PLUR)) == FEAT_PLUR,
         single = (features & (FEAT_SING | FEAT_PLUR)) == FEAT_SING;
    Str ending = plural || gender == FEAT_FEM ? STR("e")
                 : gender == FEAT_MASC        ? STR("er")
                 : gender == FEAT_NEUT        ? STR("es")
                                              : STR_EMPTY;
    if (!m->adjectives)
        return without_first_genitive(r, m, name);
    bool nominative = m->first < m->head_first && str_ends(resolver_word(r, m->head_first), STR("e"));
    if (nominative && str_equal_nocase(resolver_word(r, m->first), STR("der")))
        ending = STR("er"), single = true; /* "der Deutsche Städtetag" */
    else if (nominative && str_equal_nocase(resolver_word(r, m->first), STR("das")))
        ending = STR("es"), single = true;
    if (!ending.len || !(plural || single))
        return name;
    StrBuf out = STRBUF_INIT;
    for (uint32_t i = 0; i < m->adjectives; i++) {
        Str s = resolver_word(r, m->head_first + i);
        strbuf_add(&out, str_slice(s, 0, s.len - (s.data[s.len - 1] == 'e' ? 1 : 2)));
        strbuf_add(&out, ending);
        strbuf_add_char(&out, ' ');
    }
    size_t rest = r->tokens[m->head_first + m->adjectives].span.begin - r->tokens[m->head_first].span.begin;
    Str last = resolver_word(r, m->head_end - 1), lemma = r->tokens[m->head_end - 1].lemma;
    bool genitive = str_ends(name, last) && str_starts(last, lemma) && lemma.len >= 4 && lemma.len + 2 >= last.len;
    strbuf_add(&out, str_slice(name, rest, name.len - (genitive ? last.len - lemma.len : 0)));
    Str listed = arena_str(r->arena, strbuf_str(&out));
    strbuf_release(&out);
    return listed;
}

/* The key that a short form and its long one have in common: "#EU"; empty where the name has no letters of its own. */
static Str letters_key(const Resolver *r, Str name)
{
    char letters[INITIALS_BYTES];
    Str spelled = name_is_abbreviation(name) ? name : name_initials(name, letters);
    return spelled.len ? arena_format(r->arena, "#%.*s", STR_ARG(spelled)) : STR_EMPTY;
}

/* The entity of a short form, or of the long one: "(OWF)" behind its name, "EU" and "Europäische Union". */
static uint32_t find_short(Resolver *r, const NameFound *m, const NameFound *before, Str name)
{
    bool is_short = name_is_abbreviation(name),
         in_brackets = m->first && str_equal(resolver_word(r, m->first - 1), STR("("));
    if (is_short && in_brackets && before && before->end + 1 == m->first && before->entity != ENTITY_NONE &&
        before->entity_kind == ENTITY_ORGANISATION)
        return before->entity;
    Str key = letters_key(r, name);
    uint32_t id = key.len ? resolver_first(r, key) : ENTITY_NONE;
    return id != ENTITY_NONE && name_is_abbreviation(r->known.data[id].name) != is_short ? id : ENTITY_NONE;
}

static uint32_t name_thing(Resolver *r, const NameFound *m, const NameFound *before)
{
    Str last = resolver_word(r, m->head_end - 1), base = base_of(r, last),
        name = resolver_text(r, m->head_first, m->head_end);
    name.len -= last.len - base.len;
    name = listed_name(r, m, name);
    const Land *land = m->head_end - m->head_first == 1 ? lands_named(r->lands, name) : NULL;
    if (str_starts(name, STR("Vereinigte")) && str_ends(name, STR("Staaten")))
        land = land_of_name(STR("USA"));
    Str key = resolver_lower(r, land ? land->name : name_without_legal_form(name));
    if (m->entity_kind == ENTITY_GROUP) {
        name = resolver_text(r, m->head_first, m->end);
        key = arena_format(r->arena, "%.*s+", STR_ARG(key));
    }
    uint32_t id = resolver_first(r, key);
    if (id == ENTITY_NONE && m->entity_kind != ENTITY_GROUP && (id = find_short(r, m, before, name)) != ENTITY_NONE)
        *strmap_put(&r->keys, key, id, NULL) = id;
    if (id == ENTITY_NONE) {
        id = resolver_new(r, m->entity_kind, name, key);
        Str letters = m->entity_kind == ENTITY_ORGANISATION ? letters_key(r, name) : STR_EMPTY;
        if (letters.len)
            strmap_put(&r->keys, letters, id, NULL); /* from here on they lead to it */
    }
    if (name_is_abbreviation(r->known.data[id].name) && !name_is_abbreviation(name) && !land)
        r->known.data[id].name = name;
    resolver_add_form(&r->known.data[id], m->adjectives ? resolver_text(r, m->head_first, m->head_end) : name);
    if (m->entity_kind == ENTITY_GROUP)
        resolver_add_form(&r->known.data[id], resolver_text(r, m->first, m->end));
    return id;
}

/* ---- pronouns ---- */

/* Whether the finite verb next to a pronoun is in the plural: "sie wollen", "wollen sie". */
static bool verb_is_plural(const Resolver *r, const NameFound *m)
{
    for (uint32_t step = 1; step <= 12; step++) {
        uint32_t sides[2] = {m->first + step, m->first - step};
        for (int s = 0; s < 2; s++) {
            if (sides[s] >= r->n_tokens || (s == 1 && step > 2))
                continue;
            const Token *t = &r->tokens[sides[s]];
            if ((t->class == CLASS_VERB || t->class == CLASS_AUX) && t->features & FEAT_FIN)
                return (t->features & (FEAT_PLUR | FEAT_SING)) == FEAT_PLUR ||
                       (t->features & FEAT_PLUR && str_ends(resolver_word(r, sides[s]), STR("en")));
        }
    }
    return false;
}

int resolver_salience(const NameFound *m, const NameFound *other, size_t back)
{
    int score = 100 - 20 * (int)(m->sentence - other->sentence) - (int)back;
    score += other->subject ? 15 : 0;
    score -= other->preposition ? 10 : 0;
    return score;
}

static uint32_t resolve_pronoun(Resolver *r, size_t at, const NameFound *m)
{
    uint32_t pair[2], best = ENTITY_NONE, clause_subject = ENTITY_NONE;
    int best_score = 0;
    if (m->both)
        return resolver_leading_two(r, at, ENTITY_PERSON, pair) || resolver_leading_two(r, at, ENTITY_PLACE, pair)
                   ? resolver_group(r, pair, 2, STR_EMPTY)
                   : ENTITY_NONE;
    bool plural = m->gender == FEAT_FEM && verb_is_plural(r, m);
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
        int score = resolver_salience(m, other, back);
        if (fits && score > best_score)
            best = other->entity, best_score = score;
    }
    if (plural && best == ENTITY_NONE && resolver_leading_two(r, at, ENTITY_PERSON, pair))
        best = resolver_group(r, pair, 2, STR_EMPTY);
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
            strmap_put(&r->ends, resolver_word(r, m->head_end - 1), 0, NULL);
    }
    Str core = STR_EMPTY;
    for (size_t i = 0; i < r->found->len; i++) {
        NameFound *m = &r->found->data[i];
        if (m->kind != MENTION_NAME)
            continue;
        m->entity = m->entity_kind == ENTITY_PERSON ? name_person(r, m) : name_thing(r, m, i ? m - 1 : NULL);
        resolver_learn_role(r, m, core);
        if (m->entity_kind == ENTITY_PERSON && r->known.data[m->entity].core.len)
            core = r->known.data[m->entity].core;
    }
}

static uint32_t only_unexplained(const Resolver *r)
{
    uint32_t only = ENTITY_NONE;
    for (size_t i = 0; i < r->known.len; i++) {
        if (r->known.data[i].kind != ENTITY_PERSON || r->known.data[i].core.len)
            continue;
        if (only != ENTITY_NONE)
            return ENTITY_NONE;
        only = (uint32_t)i;
    }
    return only;
}

/* A capital stands for its land where something is done or asked of it, not where somebody is in it. */
static void capitals_to_lands(Resolver *r)
{
    for (size_t i = 0; i < r->found->len; i++) {
        NameFound *m = &r->found->data[i];
        if (m->kind != MENTION_NAME || m->entity_kind != ENTITY_PLACE || m->locative)
            continue;
        bool genitive = m->head_end - m->head_first == 1 &&
                        !str_equal(resolver_word(r, m->head_first), r->known.data[m->entity].name);
        const Land *land = genitive ? NULL : land_of_capital(r->known.data[m->entity].name);
        uint32_t id = land ? resolver_first(r, resolver_lower(r, land->name)) : ENTITY_NONE;
        if (id == ENTITY_NONE)
            continue;
        resolver_add_form(&r->known.data[id], resolver_text(r, m->head_first, m->head_end));
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

void entities_resolve(const NameModel *model, const Article *article, const Lands *lands, NamesFound *found,
                      Arena *arena, Analysis *a)
{
    Resolver r = {.model = model,
                  .text = article->text,
                  .tokens = a->tokens,
                  .n_tokens = a->n_tokens,
                  .lands = lands,
                  .found = found,
                  .arena = arena,
                  .parties = {ENTITY_NONE, ENTITY_NONE}};
    resolve_names(&r);
    capitals_to_lands(&r);
    r.unexplained = only_unexplained(&r);
    for (size_t i = 0; i < found->len; i++) {
        NameFound *m = &found->data[i];
        if (m->kind == MENTION_TITLE)
            m->entity = resolver_title(&r, i, m);
        else if (m->kind == MENTION_PRONOUN)
            m->entity = resolve_pronoun(&r, i, m);
        if (m->entity == ENTITY_NONE)
            continue;
        r.known.data[m->entity].last = (uint32_t)i;
        r.known.data[m->entity].count++;
        BlockKind block = article->blocks[a->sentences[m->sentence].block].kind;
        resolver_weigh(&r, m, block == BLOCK_TITLE || block == BLOCK_LEAD);
        if (m->kind == MENTION_PRONOUN)
            m->entity_kind = r.known.data[m->entity].kind;
    }
    write_entities(&r, a);
    vec_release(&r.known);
    strmap_release(&r.keys);
    strmap_release(&r.givens);
    strmap_release(&r.ends);
}
