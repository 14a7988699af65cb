/* namefeatures.h: what the model of names sees of the words of a sentence.
 *
 *     tokens ── name_words ──▶ NameWord of each ── name_features_at ──▶ hashes of its features
 *
 * Inside language/ only. */
#ifndef LANGUAGE_NAMEFEATURES_H
#define LANGUAGE_NAMEFEATURES_H

#include "language/namemodel.h"

/* What the features of a token and its neighbours are made of. */
typedef struct NameWord {
    uint32_t word, lower, suffix2, suffix3, suffix4, suffix5, suffix6, prefix2, prefix3, prefix4, last_part, first_part;
    uint32_t shape, noun, verb; /* hashes: the noun of its title; the verb's lemma that reaches it */
    uint8_t lists, class, title, flags, known, head;
    uint8_t common, foreign;         /* what news know of it: how common, whether English or a company */
    uint8_t first_lists, last_lists; /* lists of what is before its first hyphen and behind its last */
    NameLetters letters;
} NameWord;

/* words[i + 2] is of token i; two empty ones stand at either end. plain[i] is set for those that are never in a name
 * and need no features of their own. From `scratch`. */
NameWord *name_words(const NameLists *lists, Str text, const Token *tokens, size_t n, Arena *scratch, bool *plain);

/* The features of the word w[0]; w[-2] to w[2] are there. */
void name_features_at(const NameWord *w, NameFeatures *out);

#endif
