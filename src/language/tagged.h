/* tagged.h: a sentence while words_tag works on it, and the steps in order:
 *
 *     look up ─▶ tagger ─▶ reading chosen (class, form) ─▶ agreement (case, number, gender) ─▶ separated verbs joined
 *
 * Inside language/ only. */
#ifndef LANGUAGE_TAGGED_H
#define LANGUAGE_TAGGED_H

#include "language/tagger.h"

typedef struct TaggedSentence {
    const Lexicon *lexicon;
    Str text;
    Token *tokens;         /* class, features, lemma are filled step by step */
    const WordInfo *words;
    const uint8_t *labels;
    size_t n;
    Arena *arena; /* for lemmas of compounds */
} TaggedSentence;

/* Writes class, features and lemma of word i. `agrees` says which case, number and gender its phrase leaves open, as an
 * AGREE_ set (agreement.c); AGREE_ALL when nothing is known. */
#define AGREE_ALL 0xFFFFFFu
void reading_choose(const TaggedSentence *s, size_t i, uint32_t agrees);

/* Narrows case, number and gender of noun phrases by article, adjectives, preposition and noun together. */
void agreement_settle(TaggedSentence *s);
/* The AGREE_ set of a word's features: every combination of the cases, numbers and genders it may have. */
uint32_t agree_set(uint32_t features);

/* Gives "kündigte … an" the lemma ankündigen and Token.separable. */
void separated_verbs_join(TaggedSentence *s);

#endif
