/* names.h: from tagged names to mentions, and from mentions to the entities they stand for.
 *
 *     text       Der russische Außenminister Sergej Lawrow traf … US-Kollegen Blinken. Der Minister sagte … Er …
 *     names.c    [title          name         ]              [title      name  ]  [title     ]        [pronoun]
 *     entities.c   0 "Sergej Lawrow", russischer Außenminister    1 "Blinken"        0                   0
 *
 * Inside language/ only, but for names_tag and names_open. */
#ifndef LANGUAGE_NAMES_H
#define LANGUAGE_NAMES_H

#include "language/namemodel.h"
#include "base/vec.h"
#include "language/lands.h"

/* What a mention was made of. */
typedef struct NameFound {
    uint32_t first, end;           /* tokens of the whole mention */
    uint32_t head_first, head_end; /* the name, the noun or the pronoun */
    uint32_t sentence;
    uint32_t entity; /* set by entities_resolve */
    MentionKind kind;
    EntityKind entity_kind;
    Title title;              /* TITLE_NONE where there is none */
    uint32_t noun;            /* token of the title's noun */
    const Land *land, *land2; /* "russisch", "Russlands", "US-"; two in "der USA und Russlands" */
    uint32_t adjectives;      /* that the name of a thing begins with: one in "Weißen Haus" */
    uint32_t gender;          /* FEAT_MASC, FEAT_FEM or 0 */
    bool plural;
    bool definite;    /* with an article or possessive */
    bool both;        /* "beide" */
    bool subject;     /* stands where a subject stands: first, or behind a verb, without preposition */
    bool preposition; /* a preposition stands before it */
    bool locative;    /* "in Moskau", "nach Genf" */
} NameFound;
typedef VEC(NameFound) NamesFound;

/* Tags the names among the n tokens of one sentence (class and features set by words_tag), by the model alone: none
 * where german.names is missing. out[n] is the caller's; at most n tags, in order. */
size_t names_tag(const Language *language, Str text, const Token *tokens, size_t n, Arena *scratch, NameTag *out);

/* Gives each mention its entity and fills a->entities. */
void entities_resolve(const NameModel *model, const Article *article, const Lands *lands, NamesFound *found,
                      Arena *arena, Analysis *a);

/* "Lawrows" without its genitive -s when that leaves a word; the word itself otherwise. */
Str name_without_genitive(Str word);

#endif
