/* words.h: the terms of a text: stems of its words, counted, with a name's and a title's greater say. */
#ifndef STORY_WORDS_H
#define STORY_WORDS_H

#include "story/story.h"

typedef struct StoryTerm {
    uint32_t hash;   /* of the folded stem */
    float count;     /* how often, words of the title and the opening and names counted more than once */
    uint8_t common;  /* how common the stem is in German news: see story_commonness */
} StoryTerm;

/* The terms of title and text, by hash, each once; at most STORY_TERMS_MAX, the heaviest. *out is the arena's. */
#define STORY_TERMS_MAX 400
size_t story_terms(const StoryText *text, Arena *arena, StoryTerm **out);

/* 0 for a stem that is rare or unknown, else 1 to 15: it stands in about one of 2^((15 - level) / 2) articles.
 * Counted beforehand, so that the first five articles of an empty database are already judged well. */
uint8_t story_commonness(uint32_t hash);

#endif
