/* vector.h: a StoryVector's bytes, read back. */
#ifndef STORY_VECTOR_H
#define STORY_VECTOR_H

#include "story/words.h"

#define STORY_VECTOR_HEAD 12
#define STORY_VECTOR_TERM 7
#define STORY_SECONDS_MAX ((int64_t)1 << 40) /* some 34,000 years: keeps differences far from overflow */

typedef struct StoryDocument {
    bool timed;
    int64_t seconds; /* since 1970, where timed */
    size_t n;
    uint32_t hash[STORY_TERMS_MAX]; /* ascending */
    float weight[STORY_TERMS_MAX];
    uint8_t common[STORY_TERMS_MAX]; /* as story_commonness */
} StoryDocument;

/* False when the bytes are no vector. */
bool story_unpack(Str bytes, StoryDocument *out);

/* Seconds since 1970 of an ISO 8601 date with at least year, month and day; false for anything else. */
bool story_time(Str published, int64_t *seconds);

#endif
