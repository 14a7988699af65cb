/* story.h: articles about the same event. A StoryIndex takes articles one after the other and says to which story each
 * belongs; what it knows of an article is its StoryVector, which can be stored and loaded again. */
#ifndef STORY_STORY_H
#define STORY_STORY_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

typedef struct StoryText {
    Str title, text; /* text: the body only */
    Str lang;        /* "de", "en" … */
    Str published;   /* ISO 8601 or a beginning of it; may be empty */
} StoryText;

/* What is kept of an article: bytes that mean the same on every machine, made by story_vector. */
void story_vector(const StoryText *text, StrBuf *out);

#define STORY_NONE UINT32_MAX
typedef struct StoryIndex StoryIndex;
StoryIndex *story_index_new(void);
void story_index_free(StoryIndex *index);
/* Takes the next article: its number is 0, 1, 2 … `known_story` is its story where that was decided in an earlier run, else
 * STORY_NONE. Returns the article's story: an existing number, or a new one (numbers grow by one). Articles should come
 * sorted by (published, id). A damaged vector makes a story of its own. */
uint32_t story_index_add(StoryIndex *index, Str vector, uint32_t known_story);

/* All at once: vectors in the order of (published, id); story_of[n] is the caller's. */
void story_group(const Str *vectors, size_t n, uint32_t *story_of);

#endif
