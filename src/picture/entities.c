/* entities.c: entities of all articles → entities of the story. "Lawrow" of one page is "Sergej Lawrow" of the other, and
 * "Sergei" is how a third one writes him.
 *
 *     longer names first ─ by surname (persons) or whole name (the rest) ─ compatible first name? ─▶ same entity */
#include "picture/build.h"

#include "base/edits.h"
#include "base/utf8.h"
#include "language/shortnames.h"

#include <stdlib.h>

/* An article's entity on its way into the story's. */
typedef struct Candidate {
    uint32_t article, number;
    const Entity *entity;
    Str name;     /* without a genitive's -s */
    Str folded;   /* the same, folded */
    Str surname;  /* its last word */
    Str first;    /* what stands before the last word */
} Candidate;

typedef struct Merged {
    Candidate lead; /* the one with the longest name */
    uint32_t articles;
    Str role;
    VEC(Str) names; /* the name each article uses, for the vote */
    VEC(Str) forms;
    VEC(Str) firsts; /* folded first names seen */
} Merged;
typedef VEC(Merged) MergedList;

/* What stands before it may be a title: "commander sean" ends with "sean". */
static bool is_last_word(Str word, Str of)
{
    return of.len > word.len && str_ends(of, word) && of.data[of.len - word.len - 1] == ' ';
}

/* "sergej" and "sergei", "jorin" and "yorin", "a." and "antony", "" and anything; "melania" and "donald" not. */
bool first_names_agree(Str a, Str b)
{
    if (!a.len || !b.len || str_starts(a, b) || str_starts(b, a) || is_last_word(a, b) || is_last_word(b, a))
        return true;
    bool a_initial = a.len == 1 || (a.len == 2 && a.data[1] == '.'),
         b_initial = b.len == 1 || (b.len == 2 && b.data[1] == '.');
    if (a_initial || b_initial)
        return a.data[0] == b.data[0];
    size_t limit = a.data[0] == b.data[0] && a.len >= 5 && b.len >= 5 ? 2 : 1;
    return (a.data[0] == b.data[0] || (a.len >= 5 && a.len == b.len)) && str_edits(a, b, limit) <= limit;
}

static bool surnames_agree(Str a, Str b)
{
    if (str_equal(a, b))
        return true;
    return a.len >= 6 && b.len >= 6 && a.data[0] == b.data[0] && str_edits(a, b, 1) <= 1;
}

static bool fits(const Merged *m, const Candidate *c)
{
    if (m->lead.entity->kind != c->entity->kind)
        return false;
    if (c->entity->kind != ENTITY_PERSON)
        return str_equal(m->lead.folded, c->folded);
    /* Surnames that differ by a letter are one person's only where the full first name stands by. */
    if (!str_equal(m->lead.surname, c->surname) &&
        !(surnames_agree(m->lead.surname, c->surname) && c->first.len && m->lead.first.len))
        return false;
    if (c->entity->gender && m->lead.entity->gender && c->entity->gender != m->lead.entity->gender)
        return false;
    for (size_t i = 0; i < m->firsts.len; i++)
        if (!first_names_agree(m->firsts.data[i], c->first))
            return false;
    return true;
}

static Candidate candidate_of(Build *b, uint32_t article, uint32_t number)
{
    const Entity *e = &b->sources[article].analysis->entities[number];
    StrBuf folded = STRBUF_INIT;
    utf8_append_folded(&folded, str_trim(e->name.len ? e->name : e->role));
    for (size_t i = 0; e->kind != ENTITY_PERSON && i < folded.len; i++)
        if (folded.data[i] == '-') /* "Robert-Koch-Institut", "Robert Koch-Institut" */
            folded.data[i] = ' ';
    Candidate c = {article, number, e, e->name, arena_str(b->arena, strbuf_str(&folded)), STR_EMPTY, STR_EMPTY};
    strbuf_release(&folded);
    size_t space = c.folded.len;
    while (space && c.folded.data[space - 1] != ' ')
        space--;
    c.surname = str_slice(c.folded, space, c.folded.len);
    c.first = str_trim(str_slice(c.folded, 0, space));
    return c;
}

/* "Merkels" of one page is "Merkel" of another: where the name without its -s is one too, it is meant. */
static void drop_genitives(Candidate *candidates, size_t n)
{
    StrMap names = {0};
    for (size_t i = 0; i < n; i++)
        strmap_put(&names, candidates[i].entity->kind == ENTITY_PERSON ? candidates[i].surname : candidates[i].folded,
                   0, NULL);
    for (size_t i = 0; i < n; i++) {
        Candidate *c = &candidates[i];
        bool person = c->entity->kind == ENTITY_PERSON;
        Str name = person ? c->surname : c->folded;
        if (name.len < 4 || name.data[name.len - 1] != 's' || !strmap_get(&names, str_slice(name, 0, name.len - 1)))
            continue;
        c->folded.len--;
        c->name.len -= c->name.len > 0;
        c->surname.len -= c->surname.len > 0;
    }
    strmap_release(&names);
}

/* Full names come first, so that a bare surname finds the person it belongs to; then the order of the articles' own
 * names, which does not depend on that of the articles. */
static int fuller_first(const void *pa, const void *pb)
{
    const Candidate *a = pa, *b = pb;
    if ((a->first.len > 0) != (b->first.len > 0))
        return a->first.len ? -1 : 1;
    if (a->folded.len != b->folded.len)
        return a->folded.len > b->folded.len ? -1 : 1;
    int c = str_compare(a->folded, b->folded);
    if (!c)
        c = a->article < b->article ? -1 : a->article > b->article;
    return c ? c : a->number < b->number ? -1 : a->number > b->number;
}

static void add_once(Str **data, size_t *len, size_t *cap, Str s)
{
    for (size_t i = 0; i < *len; i++)
        if (str_equal((*data)[i], s))
            return;
    if (*len == *cap)
        *data = vec_grow(*data, cap, *len + 1, sizeof **data);
    (*data)[(*len)++] = s;
}
#define vec_add_once(v, s) add_once(&(v)->data, &(v)->len, &(v)->cap, (s))

static void merge_into(Merged *m, const Candidate *c)
{
    m->articles++;
    if (!m->role.len)
        m->role = c->entity->role;
    vec_push(&m->names, c->name);
    if (c->first.len)
        vec_add_once(&m->firsts, c->first);
    for (size_t i = 0; i < c->entity->n_forms; i++)
        vec_add_once(&m->forms, c->entity->forms[i]);
}

/* The form most articles use among the longest kind: full names outvote surnames; longest among equals. */
static Str voted_name(const Merged *m)
{
    Str best = m->lead.name;
    size_t best_votes = 0;
    bool full = str_find_char(best, ' ', 0) != SIZE_MAX;
    for (size_t i = 0; i < m->names.len; i++) {
        Str name = m->names.data[i];
        if (full && m->lead.entity->kind == ENTITY_PERSON && str_find_char(name, ' ', 0) == SIZE_MAX)
            continue;
        size_t votes = 0;
        for (size_t k = 0; k < m->names.len; k++)
            votes += str_equal(m->names.data[k], name);
        bool better =
            votes > best_votes ||
            (votes == best_votes && (name.len > best.len || (name.len == best.len && str_compare(name, best) < 0)));
        if (better) {
            best = name;
            best_votes = votes;
        }
    }
    return best;
}

static void finish(Build *b, MergedList *list)
{
    Picture *p = b->picture;
    p->n_entities = list->len;
    p->entities = ARENA_NEW(b->arena, PictureEntity, list->len);
    for (size_t i = 0; i < list->len; i++) {
        Merged *m = &list->data[i];
        PictureEntity *e = &p->entities[i];
        e->kind = m->lead.entity->kind;
        e->name = voted_name(m);
        e->role = m->role;
        e->n_forms = m->forms.len;
        e->forms = vec_to_arena(&m->forms, b->arena);
        vec_release(&m->names);
        vec_release(&m->firsts);
    }
    vec_release(list);
}

/* "RKI" of a page that says no more is the "Robert Koch-Institut" of another: by its letters, or as that page has both. */
static void keep_shorts(const Build *b, StrMap *shorts, const Candidate *c, uint32_t merged)
{
    char letters[INITIALS_BYTES];
    if (c->entity->kind != ENTITY_ORGANISATION || name_is_abbreviation(c->name))
        return;
    Str initials = name_initials(c->name, letters);
    if (initials.len)
        strmap_put(shorts, arena_str(b->arena, initials), merged, NULL);
    for (size_t i = 0; i < c->entity->n_forms; i++)
        if (name_is_abbreviation(c->entity->forms[i]))
            strmap_put(shorts, c->entity->forms[i], merged, NULL);
}

void build_entities(Build *b)
{
    VEC(Candidate) candidates = {0};
    for (uint32_t i = 0; i < b->n; i++) {
        const Analysis *a = b->sources[i].analysis;
        b->picture->articles[i].entity_of = ARENA_NEW(b->arena, uint32_t, a->n_entities);
        for (uint32_t k = 0; k < a->n_entities; k++)
            vec_push(&candidates, candidate_of(b, i, k));
    }
    drop_genitives(candidates.data, candidates.len);
    if (candidates.len)
        qsort(candidates.data, candidates.len, sizeof *candidates.data, fuller_first);
    MergedList list = {0};
    /* Merged entities by two letters of the surname, or by the name: only these need a look. */
    StrMap heads = {0}, shorts = {0};
    VEC(uint32_t) next = {0};
    for (size_t i = 0; i < candidates.len; i++) {
        Candidate *c = &candidates.data[i];
        Str key = str_slice(c->entity->kind == ENTITY_PERSON ? c->surname : c->folded, 0,
                            c->entity->kind == ENTITY_PERSON ? 2 : c->folded.len);
        uint32_t *head = strmap_put(&heads, key, UINT32_MAX, NULL), at = *head, best = UINT32_MAX;
        for (; at != UINT32_MAX; at = next.data[at])
            if (fits(&list.data[at], c) && (best == UINT32_MAX || list.data[at].articles > list.data[best].articles ||
                                            (list.data[at].articles == list.data[best].articles && at < best)))
                best = at;
        if (best == UINT32_MAX && c->entity->kind == ENTITY_ORGANISATION && name_is_abbreviation(c->name)) {
            const uint32_t *spelled = strmap_get(&shorts, c->name);
            best = spelled ? *spelled : best;
        }
        if (best == UINT32_MAX) {
            best = (uint32_t)list.len;
            vec_push(&list, (Merged){.lead = *c});
            vec_push(&next, *head);
            *head = best;
        }
        merge_into(&list.data[best], c);
        keep_shorts(b, &shorts, c, best);
        b->picture->articles[c->article].entity_of[c->number] = best;
    }
    finish(b, &list);
    vec_release(&next);
    strmap_release(&heads);
    strmap_release(&shorts);
    vec_release(&candidates);
}
