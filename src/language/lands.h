/* lands.h: the lands of one article: those everybody knows (titles.h), and those only its own text shows to be one:
 * in "Tarsiens Außenministerin Mira Kolvat", Tarsien is a land, and then wherever else it stands. */
#ifndef LANGUAGE_LANDS_H
#define LANGUAGE_LANDS_H

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "language/analysis.h"
#include "language/titles.h"

typedef struct Lands {
    Arena *arena; /* of the article; holds the lands noted */
    StrMap map;   /* name → index in noted */
    VEC(const Land *) noted;
} Lands;
void lands_release(Lands *lands);

/* The name of a land as token i of the n shows it ("Tarsien"), empty where it shows none: "Tarsiens Außenministerin",
 * "Regierungschef von Tarsien". The word itself is not judged: it may still be a person's ("Merkels Minister"). */
Str lands_shown(Str text, const Token *tokens, size_t n, size_t i);
/* From here on `name` is a land of this article. At most 64 are noted. */
void lands_note(Lands *lands, Str name);

/* As land_of_name and land_of_adjective, with those noted. */
const Land *lands_named(const Lands *lands, Str word);
const Land *lands_of_adjective(const Lands *lands, Str word);
/* Whether `word` is one of those noted. */
bool lands_has_noted(const Lands *lands, Str word);

#endif
