/* fields.h: what words are about, as far as acts of speech turn on it. Written for this project. */
#ifndef STATEMENT_FIELDS_H
#define STATEMENT_FIELDS_H

#include "base/str.h"

/* Semantic fields, as bits; a word may belong to several. */
enum {
    FIELD_HARM = 1 << 0,
    FIELD_THREAT = 1 << 1,
    FIELD_HELP = 1 << 2,
    FIELD_SUPPORT = 1 << 3,
    FIELD_TALK = 1 << 4,
    FIELD_GOOD = 1 << 5,
    FIELD_BAD = 1 << 6,
    FIELD_HOPE = 1 << 7,
    FIELD_EXPECT = 1 << 8,
    FIELD_CONCERN = 1 << 9,
    FIELD_THANK = 1 << 10,
    FIELD_DEMAND = 1 << 11,
    FIELD_OFFER = 1 << 12,
    FIELD_DOUBT = 1 << 13,
    FIELD_INTENT = 1 << 14,
    FIELD_PRINCIPLE = 1 << 15,
    FIELD_WARN = 1 << 16,
};

/* FIELD_ bits of a lemma, 0 when it is in none. */
uint32_t fields_of(Str lemma);

#endif
