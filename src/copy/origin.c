/* origin.c: which of two texts that share much may have taken it from the other. Never says that it has: only which way
 * the clues point, the strongest clue first.
 *
 *     both are of one source                 nothing is taken, one is earlier
 *     one credits the other                  from that one
 *     both credit somebody who is not here   from a text that is not here
 *     one is older                           from the older one
 *     one holds the other, but more          from the one that holds more
 *     same minute, each has its own          from a text that is not here
 *     else                                   open */
#include "base/vec.h"
#include "copy/steps.h"

#define HELD 0.9         /* of a text in another, so that the other holds it */
#define MOST_AGENCIES 64 /* looked for in one cluster; far more than there are */

const char *copy_origin_name(CopyOrigin origin)
{
    static const char *const NAMES[] = {"open", "beside", "member", "unseen", "earlier", "later"};
    return NAMES[origin];
}

const char *copy_clue_name(CopyClue clue)
{
    static const char *const NAMES[] = {NULL, "credit", "time", "containment"};
    return NAMES[clue];
}

static bool is_name_part(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* "dpa" is the agency's text, "dpa.example" and "dpa-Regionaldienst" too. */
static bool is_of_agency(Str source, Str agency)
{
    return agency.len && str_starts_nocase(source, agency) &&
           (source.len == agency.len || !is_name_part(source.data[agency.len]));
}

static bool credits_source(const CopyText *t, Str source)
{
    for (size_t i = 0; i < t->n_credits; i++)
        if (is_of_agency(source, t->credits[i]))
            return true;
    return false;
}

static bool holds(const Str *list, size_t n, Str s)
{
    for (size_t i = 0; i < n; i++)
        if (str_equal_nocase(list[i], s))
            return true;
    return false;
}

/* Agencies credited by members of a cluster that have no text of their own in it. */
typedef VEC(Str) StrVec;
static StrVec agencies_not_here(const CopyText *texts, const CopyCluster *c)
{
    StrVec credited = {0};
    for (size_t i = 0; i < c->n_members; i++) {
        const CopyText *t = &texts[c->members[i].text];
        for (size_t k = 0; k < t->n_credits && credited.len < MOST_AGENCIES; k++)
            if (!holds(credited.data, credited.len, t->credits[k]))
                vec_push(&credited, t->credits[k]);
    }
    for (size_t i = 0; i < c->n_members; i++)
        for (size_t k = 0; k < credited.len; k++)
            if (is_of_agency(texts[c->members[i].text].source, credited.data[k]))
                credited.data[k] = credited.data[--credited.len];
    return credited;
}

static void by_credit(const CopyText *member, const CopyText *beside, const StrVec *not_here, CopyMember *m)
{
    bool from = credits_source(member, beside->source), to = credits_source(beside, member->source);
    if (from != to) {
        m->origin = from ? COPY_FROM_BESIDE : COPY_FROM_MEMBER;
        m->clue = COPY_CLUE_CREDIT;
        return;
    }
    for (size_t i = 0; i < member->n_credits && m->origin == COPY_OPEN; i++)
        if (holds(not_here->data, not_here->len, member->credits[i]) &&
            holds(beside->credits, beside->n_credits, member->credits[i])) {
            m->origin = COPY_UNSEEN;
            m->clue = COPY_CLUE_CREDIT;
            m->agency = member->credits[i];
        }
}

static void by_time_and_size(const CopyText *member, const CopyText *beside, CopyMember *m)
{
    int order = copy_published_order(member->published, beside->published);
    bool member_held = m->shared >= HELD, beside_held = m->shared_beside >= HELD;
    if (order) {
        m->origin = order > 0 ? COPY_FROM_BESIDE : COPY_FROM_MEMBER;
        m->clue = COPY_CLUE_TIME;
    } else if (member_held != beside_held) {
        m->origin = member_held ? COPY_FROM_BESIDE : COPY_FROM_MEMBER;
        m->clue = COPY_CLUE_CONTAINMENT;
    } else if (!member_held && copy_has_time(member->published) && copy_has_time(beside->published)) {
        m->origin = COPY_UNSEEN;
        m->clue = COPY_CLUE_TIME;
    }
}

/* Versions of one source: nobody takes from himself. */
static void by_version(const CopyText *member, const CopyText *beside, CopyMember *m)
{
    int order = copy_published_order(member->published, beside->published);
    if (!order)
        return;
    m->origin = order < 0 ? COPY_EARLIER : COPY_LATER;
    m->clue = COPY_CLUE_TIME;
}

bool copy_is_one_source(const CopyText *a, const CopyText *b)
{
    return a->source.len && str_equal_nocase(a->source, b->source);
}

void copy_find_origins(const CopyText *texts, CopyCluster *c)
{
    StrVec not_here = agencies_not_here(texts, c);
    for (size_t i = 0; i < c->n_members; i++) {
        CopyMember *m = &c->members[i];
        if (m->kind == COPY_ROOT)
            continue;
        const CopyText *member = &texts[m->text], *beside = &texts[m->beside];
        if (copy_is_one_source(member, beside)) {
            by_version(member, beside, m);
            continue;
        }
        by_credit(member, beside, &not_here, m);
        if (m->origin == COPY_OPEN)
            by_time_and_size(member, beside, m);
    }
    vec_release(&not_here);
}
