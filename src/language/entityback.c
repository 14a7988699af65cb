/* entityback.c: nouns that take up somebody or something just named by other words. German news writes "Der
 * SPD-Politiker", "die Behördenchefin", "der 61-Jährige", "die Norwegerin" instead of a name said twice. */
#include "language/resolver.h"

#include "language/particles.h"

enum {
    NEAR = 2,   /* sentences back in which somebody is "just named" */
    AROUND = 12 /* words on either side of a name that may say what somebody is */
};

/* A general noun, the nouns of those it may be said of, and whether it may be said of somebody named without a title.
 */
typedef struct Family {
    const char *general, *members;
    bool untitled;
} Family;

static const Family FAMILIES[] = {
    {"politiker",
     "politiker abgeordnete abgeordneter minister kanzler bürgermeister senator kandidat vorsitzende vorsitzenden "
     "vorsitzender gouverneur landrat oppositionsführer premier sekretär stadtrat beauftragte beauftragter",
     true},
    {"chef",
     "vorsitzende vorsitzenden vorsitzender präsident direktor leiter geschäftsführer sekretär vorstand rektor führer "
     "gründer inhaber manager",
     false},
    {"wissenschaftler forscher experte expertin mediziner",
     "wissenschaftler forscher experte expertin mediziner virologe virologin epidemiologe soziologe psychologe ökonom "
     "professor historiker analyst arzt ärztin",
     true},
    {"autor schriftsteller", "autor schriftsteller historiker journalist", true},
    {"anwalt anwältin verteidiger jurist", "anwalt anwältin verteidiger jurist", false},
};

/* "spd" of "spd-politiker" and of "spd-abgeordnete": they must not be two. */
static bool parties_agree(Str a, Str b)
{
    size_t end_a = str_find_char(a, '-', 0), end_b = str_find_char(b, '-', 0);
    return end_a == SIZE_MAX || end_b == SIZE_MAX || str_equal(str_slice(a, 0, end_a), str_slice(b, 0, end_b));
}

/* "der Verbandschef" after "Hinrichs führt den Verband der Fischer": the first part stands beside the name. */
static bool is_explained(const Resolver *r, const NameFound *other, Str core, Str noun)
{
    Str first = core.len > noun.len + 4 ? str_slice(core, 0, core.len - noun.len) : STR_EMPTY;
    if (str_ends(first, STR("s")) || str_ends(first, STR("-")))
        first.len--;
    uint32_t from = other->first > AROUND ? other->first - AROUND : 0;
    for (uint32_t i = from; first.len >= 4 && i < other->end + AROUND && i < r->n_tokens; i++)
        if (is_capital(resolver_word(r, i)) && str_ends(resolver_lower(r, resolver_word(r, i)), first))
            return true;
    return false;
}

/* Whether what the noun says of somebody follows from, or at least goes with, what is known of the person. */
static bool may_be_said(const Resolver *r, const NameFound *other, Str core, Str noun, const Known *k)
{
    if (!k->core.len && is_explained(r, other, core, noun))
        return true;
    for (size_t i = 0; i < sizeof FAMILIES / sizeof *FAMILIES; i++) {
        const Family *family = &FAMILIES[i];
        if (!str_in_words(noun, family->general))
            continue;
        if (k->core.len ? str_in_words(title_of(k->core).noun, family->members) && parties_agree(core, k->core)
                        : family->untitled)
            return true;
    }
    return false;
}

/* "der Chef der Bank" is said of somebody by what follows, not by what was said before. */
static bool is_complete(const Resolver *r, const NameFound *m)
{
    Str next = m->end < r->n_tokens ? resolver_word(r, m->end) : STR_EMPTY;
    return is_capital(next) || !str_in_words(next, "der des von vom für im in aus bei beim");
}

uint32_t resolver_person_before(const Resolver *r, size_t at, const NameFound *m, Str core)
{
    bool aged = str_equal(m->title.noun, STR(TITLE_AGED)), national = str_equal(m->title.noun, STR(TITLE_NATIONAL));
    uint32_t best = ENTITY_NONE, reach = national ? SENTENCES_BACK : NEAR;
    int best_score = 0;
    Str noun = resolver_word(r, m->noun);
    bool many =
        str_equal_nocase(resolver_word(r, m->first), STR("den")) && str_ends(noun, STR("n")); /* "den Experten" */
    if (!m->definite || many || !(aged || national || is_complete(r, m)))
        return ENTITY_NONE;
    for (size_t back = 1; back <= MOST_BACK && back <= at; back++) {
        const NameFound *other = &r->found->data[at - back];
        if (m->sentence - other->sentence > reach)
            break;
        const Known *k = other->entity == ENTITY_NONE || other->plural ? NULL : &r->known.data[other->entity];
        if (!k || k->kind != ENTITY_PERSON || (k->gender && k->gender != m->gender))
            continue;
        bool fits = aged       ? k->name.len > 0
                    : national ? k->land == m->land
                               : may_be_said(r, other, core, m->title.noun, k);
        int score = resolver_salience(m, other, back);
        if (fits && score > best_score)
            best = other->entity, best_score = score;
    }
    return best;
}

uint32_t resolver_body_before(const Resolver *r, size_t at, const NameFound *m, Str core)
{
    if (!m->definite || m->land || core.len < 3 || !is_complete(r, m))
        return ENTITY_NONE;
    for (size_t back = 1; back <= MOST_BACK && back <= at; back++) {
        const NameFound *other = &r->found->data[at - back];
        if (m->sentence - other->sentence > SENTENCES_BACK)
            break;
        const Known *k = other->entity == ENTITY_NONE ? NULL : &r->known.data[other->entity];
        if (!k || k->kind != ENTITY_ORGANISATION)
            continue;
        Str word = resolver_lower(r, resolver_word(r, other->head_first));
        if (str_ends(word, core))
            return other->entity;
    }
    return ENTITY_NONE;
}
