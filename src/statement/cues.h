/* cues.h: verbs, nouns and phrases of saying, with what they can govern.
 *
 * The list is written for this project from the valency of German verbs; nothing in it is taken from annotated news. */
#ifndef STATEMENT_CUES_H
#define STATEMENT_CUES_H

#include "statement/statement.h"

/* What a cue can govern, as bits. */
enum {
    CUE_DIRECT = 1 << 0,  /* "…", sagte X; X sagte: "…" */
    CUE_THAT = 1 << 1,    /* dass …, ob …, wie … */
    CUE_MAIN = 1 << 2,    /* a main clause: X sagte, er komme */
    CUE_ZU = 1 << 3,      /* an infinitive: X forderte, die Lage zu beruhigen */
    CUE_AFTER = 1 << 4,   /* may follow what it says: …, sagte X */
    CUE_OBJECT = 1 << 5,  /* a noun phrase alone makes a reported act: X fordert Garantien */
    CUE_AS = 1 << 6,      /* needs "als", "für" or a second object: X nannte das "…"; bezeichnete es als … */
    CUE_REFL = 1 << 7,    /* only with "sich": sich äußern */
    CUE_DAT = 1 << 8,     /* the hearer stands in the dative */
    CUE_ACC = 1 << 9,     /* the hearer stands in the accusative: X warnte Y */
    CUE_THOUGHT = 1 << 10, /* an attitude, not an utterance: glauben, hoffen */
    CUE_IMPERSONAL = 1 << 11, /* es heißt, verlautet: the speaker hides in "aus …", "in …" */
    CUE_NOUN = 1 << 12,
    CUE_FACTIVE = 1 << 13, /* a dass-clause alone is not enough: needs Konjunktiv or a human subject */
    CUE_BARE = 1 << 14,    /* follows what it says only with a person for its subject and nothing besides: …, findet X */
    CUE_SPEECH = CUE_DIRECT | CUE_THAT | CUE_MAIN | CUE_AFTER
};

typedef struct Cue {
    const char *lemma;
    uint32_t governs;     /* CUE_ bits */
    Act act;
    const char *with;     /* words of which one must stand in the clause ("davon von"), or NULL */
    const char *object;   /* preposition of a reported act ("vor"), NULL for an accusative */
} Cue;

/* Entries for a verb's or a noun's lemma, *n of them, side by side; NULL when it is no cue. */
const Cue *cue_find(Str lemma, bool noun, size_t *n);

#endif
