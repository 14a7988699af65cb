/* particles.h: the small words around names: articles, possessives, prepositions. Inside language/ only. */
#ifndef LANGUAGE_PARTICLES_H
#define LANGUAGE_PARTICLES_H

#include "base/str.h"

/* Whether s begins with a capital letter of German. */
static inline bool is_capital(Str s)
{
    unsigned char c = s.len ? (unsigned char)s.data[0] : 0, next = s.len > 1 ? (unsigned char)s.data[1] : 0;
    return (c >= 'A' && c <= 'Z') || (c == 0xC3 && next < 0x9F);
}

/* Each takes one word; case does not matter. */
bool is_article(Str s);     /* "der", "dieses" */
bool is_possessive(Str s);  /* "seine", "deren" */
bool is_indefinite(Str s);  /* "einem" */
bool is_preposition(Str s); /* "nach", "zum" */
bool is_locative(Str s);    /* a preposition behind which a place is one: "in", "aus" */

#endif
