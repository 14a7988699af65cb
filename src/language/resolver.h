/* resolver.h: what entities.c (names, pronouns) and entitytitles.c (titles, "beide") share while the mentions of one
 * article are led to what they stand for. */
#ifndef LANGUAGE_RESOLVER_H
#define LANGUAGE_RESOLVER_H

#include "language/names.h"

#include "base/map.h"

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
    uint32_t last;   /* found that named it last, while the text is walked */
    uint32_t count;  /* how often it was named so far */
    uint32_t next;   /* next of the same key, ENTITY_NONE at the end */
    uint32_t weight; /* how much it acted so far */
    VEC(Str) forms;
    uint32_t members[4], n_members;
} Known;

typedef struct Resolver {
    const NameModel *model;
    Str text;
    const Token *tokens;
    size_t n_tokens;
    const Lands *lands;
    NamesFound *found;
    Arena *arena;
    VEC(Known) known;
    StrMap keys;   /* surname or name → first known */
    StrMap givens; /* given name → last known of that name */
    StrMap ends;   /* last words of names, to tell a genitive */
    uint32_t roles[MOST_ROLES];
    size_t n_roles;
    uint32_t unexplained; /* the only person of the article who is named without a title, if there is but one */
    uint32_t parties[2];  /* the two lands or organisations of most weight so far */
} Resolver;

static inline Str resolver_word(const Resolver *r, uint32_t i) { return str_span(r->text, r->tokens[i].span); }
static inline Str resolver_text(const Resolver *r, uint32_t first, uint32_t end)
{
    return str_slice(r->text, r->tokens[first].span.begin, r->tokens[end - 1].span.end);
}

/* entities.c */
Str resolver_lower(const Resolver *r, Str s); /* lower case, cut at KEY_BYTES; in the arena */
/* A new entity, found again by `key` unless that is empty. Returns its number. */
uint32_t resolver_new(Resolver *r, EntityKind kind, Str name, Str key);
uint32_t resolver_first(const Resolver *r,
                        Str key); /* the newest entity of that key, ENTITY_NONE where there is none */
void resolver_add_form(Known *k, Str form);
uint32_t resolver_land(Resolver *r, const Land *land); /* the land as an entity, made where missing */

/* How likely a mention is taken up again by one that comes `back` mentions later: nearness, and what it is in its sentence. */
int resolver_salience(const NameFound *m, const NameFound *other, size_t back);

/* entitytitles.c */
/* Gives the entity of a name what the title before it says; `core_before` is the last title's core. */
void resolver_learn_role(Resolver *r, const NameFound *m, Str core_before);
uint32_t resolver_title(Resolver *r, size_t at, const NameFound *m);
/* Entity of the group of these; `name` where there are none. */
uint32_t resolver_group(Resolver *r, const uint32_t *members, uint32_t n, Str name);
/* Of those of one kind named in the last sentences before `at` the two that were named most so far, in the order in
 * which they were named last; false when there are not two. */
bool resolver_leading_two(const Resolver *r, size_t at, EntityKind kind, uint32_t pair[2]);
/* A land, or an organisation, acts where it is a subject or one of its people speaks; more so in title and lead. */
void resolver_weigh(Resolver *r, const NameFound *m, bool in_front);


/* entityback.c: who was named just before by other words. `at` is the place of m in r->found. */
/* A person: "Der SPD-Politiker", "Die 61-Jährige", "Der Franzose". ENTITY_NONE where nobody fits. */
uint32_t resolver_person_before(const Resolver *r, size_t at, const NameFound *m, Str core);
/* A body by the end of its name: "das Ministerium" after "das Umweltministerium", "die Bank" after "Nordbank". */
uint32_t resolver_body_before(const Resolver *r, size_t at, const NameFound *m, Str core);

#endif
