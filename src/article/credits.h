/* credits.h: which agencies an article's text says it comes from, and which lines are a picture's.
 *
 *     "… gelassen. (mit Reuters/dpa)"   "Quelle: dpa/lno"   "Berlin (dpa) - Der …"      credits of the article
 *     "Foto: Eva Beispiel/dpa"          "© AFP"             "Quelle: dpa" under a photo     a picture's
 */
#ifndef ARTICLE_CREDITS_H
#define ARTICLE_CREDITS_H

#include "article/article.h"
#include "base/vec.h"

typedef struct Credits {
    VEC(Str) names; /* canonical, static, each once, in the order met */
} Credits;

/* Adds the agencies a list like "dpa/afp/red", "mit Material der dpa", "AP, Reuters; jka" names, when it is such a list
 * and nothing else: agencies, linking words, desks, writers' short signs. Returns whether it is (an agency at least).
 */
bool credits_from_list(Credits *c, Str list);
/* Adds what a body block's end in parentheses says: "(dpa/lno)". Returns the block's length without it, all of it where
 * there is none. */
size_t credits_from_end(Credits *c, Str block);
/* A line that is nothing but a credit of the text: "dpa", "(mit Reuters)", "Quelle: dpa", "– dpa/AFP". */
bool credits_from_line(Credits *c, Str line);

/* Adds the agencies that stand alone between the names of a byline: "Von Ada Falk, dpa", "Quelle: dpa/AFP". */
void credits_from_byline(Credits *c, Str line);
/* Adds the agencies that a note on a text's origin names: "Mit Material der Deutschen Presse-Agentur", "© dpa-infocom,
 * dpa:…", "… und der Nachrichtenagenturen dpa und AFP". Nothing where the line is no such note. */
void credits_from_note(Credits *c, Str line);

/* Length of the dateline at the begin of an article's first paragraph, 0 where there is none: "Genf (dpa) - ",
 * "BERLIN. ", "Wien – "; a city glued before the lead ("Genf Der Minister …") when `text`, the whole, speaks of "in
 * Genf". Adds the agencies it names. */
size_t credits_dateline(Credits *c, Str paragraph, Str text);

/* A line of words that belong to a picture: "© AP", "Foto: …", "… Quelle: dpa", "… picture alliance / dpa". */
bool is_picture_line(Str line);
/* Nothing but a picture's credit, without words on what is seen. */
bool is_picture_credit(Str line);

#endif
