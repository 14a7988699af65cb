/* shortnames.h: the short forms of an organisation's name: "OWF" for "Organisation für Wasser und Frieden", "Nordwerft"
 * for "Nordwerft AG". Inside language/ only. */
#ifndef LANGUAGE_SHORTNAMES_H
#define LANGUAGE_SHORTNAMES_H

#include "language/analysis.h"

enum { INITIALS_BYTES = 12 };

/* Whether the word is written like an abbreviation: two to eight capitals and nothing else. */
bool name_is_abbreviation(Str word);

/* The first letters of the capital words of a name of several, those behind a hyphen too: "OWF", "RKI" of "Robert
 * Koch-Institut"; empty where there are fewer than two or more than eight. In `out`, which is the caller's. */
Str name_initials(Str name, char out[static INITIALS_BYTES]);

/* The name without "AG", "GmbH" and their like at its end. */
Str name_without_legal_form(Str name);

/* Labels "Organisation für Wasser und Frieden" before "(OWF)" as one organisation, and "OWF" as well, where the
 * letters are those of the words (the idea of Schwartz and Hearst 2003). `label` as in nameedges.h. */
void short_names_label(uint8_t *label, Str text, const Analysis *a);

#endif
