/* nameedges.h: where a name begins and ends, where the model alone cuts it wrong. Inside language/ only. */
#ifndef LANGUAGE_NAMEEDGES_H
#define LANGUAGE_NAMEEDGES_H

#include "language/analysis.h"
#include "language/namemodel.h"

/* A label of a token: 0, or 1 + NameKind, with this bit on a name's first. */
enum { NAME_START = 0x80 };

/* Whether the word may stand before a surname and belong to it: "von", "van", "zu", "de". Case does not matter. */
bool name_is_particle(Str word);

/* Puts right the labels of an article's tokens (a->n_tokens of them): a time behind a name is none of it, "von der
 * Leyen" belongs to "Ursula" and stands for her elsewhere, a "Koch-Institut" is no person. Needs a->times. */
void name_edges_right(uint8_t *label, Str text, const Analysis *a, const NameModel *model);

#endif
