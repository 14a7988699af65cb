/* entitytitles.c: who is meant by a title ("der Minister", "die Regierung in Moskau"), by "beide Seiten", and what a
 * title tells of the name behind it. */
#include "language/resolver.h"

#include "language/numbers.h"

/* "us-außenministerin" → "außenminister": without the land in front, masculine. */
static Str core_of(const Resolver *r, const NameFound *m)
{
    Str lower = resolver_lower(r, resolver_word(r, m->noun));
    size_t hyphen = str_find_char(lower, '-', 0);
    if (hyphen != SIZE_MAX && lands_named(r->lands, str_slice(resolver_word(r, m->noun), 0, hyphen)))
        lower = str_slice(lower, hyphen + 1, lower.len);
    size_t at = str_find(lower, m->title.noun, 0);
    return at == SIZE_MAX ? lower : str_slice(lower, 0, at + m->title.noun.len);
}

/* "russischer Außenminister", "US-Außenminister": as it would stand before the name, in the nominative. */
static Str role_of(const Resolver *r, const NameFound *m)
{
    Str noun = resolver_word(r, m->noun);
    if (!m->land || m->noun == m->first)
        return noun;
    const Land *land = land_of_adjective(resolver_word(r, m->noun - 1));
    if (land)
        return arena_format(r->arena, "%.*s%s %.*s", STR_ARG(land->adjective), m->title.feminine ? "e" : "er",
                            STR_ARG(noun));
    return str_find_char(noun, '-', 0) != SIZE_MAX
               ? noun
               : arena_format(r->arena, "%.*s %.*s", STR_ARG(noun), STR_ARG(m->land->name));
}

void resolver_learn_role(Resolver *r, const NameFound *m, Str core_before)
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

/* Names of one office: "Der Staatschef" after "Präsident Holm". */
static bool is_same_office(Str a, Str b)
{
    static const char *const OFFICES[] = {
        "präsident staatschef staatspräsident staatsoberhaupt",
        "ministerpräsident regierungschef premierminister premier bundeskanzler kanzler", "außenminister chefdiplomat",
        "bürgermeister oberbürgermeister rathauschef"};
    for (size_t i = 0; i < sizeof OFFICES / sizeof OFFICES[0]; i++)
        if (str_in_words(a, OFFICES[i]) && str_in_words(b, OFFICES[i]))
            return true;
    return false;
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
    if (str_ends(k->core, core) && core.len < k->core.len)
        return score + 2;
    return is_same_office(core, k->core) ? score + 1 : 0;
}

uint32_t resolver_group(Resolver *r, const uint32_t *members, uint32_t n, Str name)
{
    Str key = STR("="), joined = STR_EMPTY;
    for (uint32_t i = 0; i < n; i++) {
        key = arena_format(r->arena, "%.*s%u,", STR_ARG(key), members[i]);
        joined = arena_format(r->arena, "%.*s%s%.*s", STR_ARG(joined), i ? " und " : "",
                              STR_ARG(r->known.data[members[i]].name));
    }
    uint32_t id = resolver_first(r, key);
    if (id == ENTITY_NONE) {
        id = resolver_new(r, ENTITY_GROUP, n ? joined : name, key);
        memcpy(r->known.data[id].members, members, n * sizeof *members);
        r->known.data[id].n_members = n;
    }
    return id;
}

bool resolver_leading_two(const Resolver *r, size_t at, EntityKind kind, uint32_t pair[2])
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

void resolver_weigh(Resolver *r, const NameFound *m, bool in_front)
{
    uint32_t e = m->entity, weight = m->subject ? 3 : m->locative ? 0 : 1;
    if (m->land && r->known.data[e].kind == ENTITY_PERSON) {
        e = resolver_first(r, resolver_lower(r, m->land->name));
        weight = 2;
    }
    if (e == ENTITY_NONE || (r->known.data[e].kind != ENTITY_PLACE && r->known.data[e].kind != ENTITY_ORGANISATION))
        return;
    r->known.data[e].weight += in_front ? 2 * weight : weight;
    uint32_t *p = r->parties;
    if (e == p[0] || e == p[1])
        return;
    bool first =
        p[0] == ENTITY_NONE || (p[1] != ENTITY_NONE && r->known.data[p[0]].weight < r->known.data[p[1]].weight);
    uint32_t *least = first ? &p[0] : &p[1];
    if (*least == ENTITY_NONE || r->known.data[e].weight > r->known.data[*least].weight)
        *least = e;
}

/* "Beide Seiten": who talks in this article, in the order in which they were named first. */
static uint32_t both_sides(Resolver *r, size_t at)
{
    uint32_t pair[2] = {r->parties[0], r->parties[1]};
    bool known = pair[0] != ENTITY_NONE && pair[1] != ENTITY_NONE && r->known.data[pair[0]].weight &&
                 r->known.data[pair[1]].weight;
    if (known && pair[0] > pair[1])
        pair[0] = r->parties[1], pair[1] = r->parties[0];
    return known || resolver_leading_two(r, at, ENTITY_PERSON, pair) ? resolver_group(r, pair, 2, STR_EMPTY)
                                                                     : ENTITY_NONE;
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
    if (m->both && n > 2 && resolver_leading_two(r, at, ENTITY_PERSON, members))
        n = 2;
    if (n >= 2)
        return resolver_group(r, members, n, STR_EMPTY);
    return m->both && resolver_leading_two(r, at, ENTITY_PERSON, members) ? resolver_group(r, members, 2, STR_EMPTY)
                                                                          : ENTITY_NONE;
}

/* "Als Jan Holm kam, lächelte er. Es sei gut, sagte der Regierungschef von Tarsien." What else would he be? */
static bool is_told_now(const Resolver *r, const NameFound *m)
{
    if (r->unexplained == ENTITY_NONE || !m->land || !m->definite || !m->subject || m->title.peer)
        return false;
    const Known *k = &r->known.data[r->unexplained];
    bool clash = m->gender && k->gender && m->gender != k->gender;
    return !clash && k->last != ENTITY_NONE && m->sentence - r->found->data[k->last].sentence <= 1;
}

/* What somebody or something without a name is called: the words from `first` on, their noun in the nominative. */
static Str called(const Resolver *r, const NameFound *m, uint32_t first)
{
    const Token *noun = &r->tokens[m->head_first];
    bool singular = (noun->features & (FEAT_SING | FEAT_PLUR)) == FEAT_SING;
    size_t same = 0, shorter = 0;
    Str form = resolver_word(r, m->head_first);
    shorter = noun->lemma.len < form.len ? noun->lemma.len : form.len;
    while (same < shorter && noun->lemma.data[same] == form.data[same])
        same++;
    if (!singular || m->plural || same == form.len || same + 3 < form.len || same < 4)
        return resolver_text(r, first, m->end); /* "Gerichte" are several; a lemma of another word is none */
    Str before = first < m->head_first ? str_slice(r->text, r->tokens[first].span.begin, noun->span.begin) : STR_EMPTY;
    Str behind = str_slice(r->text, noun->span.end, r->tokens[m->end - 1].span.end);
    return arena_format(r->arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(noun->lemma), STR_ARG(behind));
}

static uint32_t resolve_person(Resolver *r, size_t at, const NameFound *m, Str core)
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
    if (best == ENTITY_NONE && is_told_now(r, m)) {
        best = r->unexplained;
        Known *k = &r->known.data[best];
        k->core = core, k->role = role_of(r, m), k->land = m->land;
        r->unexplained = ENTITY_NONE;
        if (r->n_roles < MOST_ROLES)
            r->roles[r->n_roles++] = best;
    }
    if (best == ENTITY_NONE)
        best = resolver_person_before(r, at, m, core);
    if (best != ENTITY_NONE || m->title.peer || str_equal(m->title.noun, STR(TITLE_NATIONAL)))
        return best;
    Str key = arena_format(r->arena, "%.*s/%.*s", STR_ARG(core), m->land ? (int)m->land->name.len : 0,
                           m->land ? m->land->name.data : "");
    uint32_t id = resolver_first(r, key);
    if (id == ENTITY_NONE) {
        id = resolver_new(r, ENTITY_PERSON, called(r, m, m->noun > m->first && m->land ? m->noun : m->head_first), key);
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
    if (m->both && str_equal(core, STR("seite")))
        return both_sides(r, at);
    for (size_t i = 0; m->land && i < sizeof LAND_NOUNS / sizeof *LAND_NOUNS; i++)
        if (str_equal(core, LAND_NOUNS[i])) {
            uint32_t id = resolver_land(r, m->land);
            resolver_add_form(&r->known.data[id], resolver_text(r, m->first, m->end));
            return id;
        }
    for (size_t i = 0; !m->land && i < sizeof GENERAL / sizeof *GENERAL; i++)
        for (size_t back = 1; str_equal(core, GENERAL[i]) && back <= MOST_BACK && back <= at; back++) {
            const NameFound *other = &r->found->data[at - back];
            if (other->kind == MENTION_NAME && other->entity_kind == ENTITY_ORGANISATION &&
                m->sentence - other->sentence <= SENTENCES_BACK)
                return other->entity;
        }
    Str place = m->head_end > m->noun + 1 ? resolver_lower(r, resolver_text(r, m->noun + 1, m->head_end)) : STR_EMPTY;
    Str key = arena_format(r->arena, "%.*s/%.*s/%.*s", STR_ARG(core), m->land ? (int)m->land->name.len : 0,
                           m->land ? m->land->name.data : "", STR_ARG(place));
    uint32_t id = resolver_first(r, key);
    if (id == ENTITY_NONE && !place.len && (id = resolver_body_before(r, at, m, core)) != ENTITY_NONE)
        return id;
    if (id == ENTITY_NONE)
        id = resolver_new(r, ENTITY_ORGANISATION, called(r, m, m->head_first), key);
    resolver_add_form(&r->known.data[id], resolver_text(r, m->first, m->end));
    return id;
}

/* Whether an apposition may end at byte `end`: at a mark, or where a party in brackets follows. */
static bool is_closed(const Resolver *r, uint32_t end)
{
    Str rest = str_slice(r->text, end, r->text.len);
    return str_starts(rest, STR(" (")) || (rest.len && strchr(",.;:", rest.data[0]));
}

/* "Der Sprecher des Amtes, Jan Holm, sagte": the name behind the comma, with a title of its own or not, or ENTITY_NONE.
 */
static uint32_t named_behind(const Resolver *r, size_t at, const NameFound *m)
{
    for (size_t k = at + 1; k < r->found->len && k <= at + 3; k++) {
        const NameFound *other = &r->found->data[k];
        if (other->sentence != m->sentence || other->first > m->end + 8)
            break;
        if (other->kind != MENTION_NAME || other->entity_kind != ENTITY_PERSON)
            continue;
        for (uint32_t i = m->end; i + 1 < other->first; i++) /* nothing but a genitive or a place between */
            if (r->tokens[i].class == CLASS_VERB || r->tokens[i].class == CLASS_AUX ||
                str_equal(resolver_word(r, i), STR(",")))
                return ENTITY_NONE;
        uint32_t gender = r->known.data[other->entity].gender;
        bool clash = m->gender && gender && m->gender != gender;
        bool behind = other->first > m->end && str_equal(resolver_word(r, other->first - 1), STR(","));
        return behind && !clash && is_closed(r, r->tokens[other->end - 1].span.end) ? other->entity : ENTITY_NONE;
    }
    return ENTITY_NONE;
}

uint32_t resolver_title(Resolver *r, size_t at, const NameFound *m)
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
    return m->plural ? resolve_persons(r, at, m, core) : resolve_person(r, at, m, core);
}
