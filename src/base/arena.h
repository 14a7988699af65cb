/* arena.h: memory that is given back all at once. An article has one arena, a thread has one for scratch; what is in
 * an arena is never freed by hand. Not safe for two threads at once. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/str.h"

typedef struct ArenaChunk ArenaChunk;
typedef struct Arena {
    ArenaChunk *chunk; /* the one in use; older ones hang behind it */
    size_t used;       /* bytes handed out, all chunks */
} Arena;

#define ARENA_INIT {NULL, 0}

void arena_init(Arena *a);
void arena_release(Arena *a); /* gives all memory back; usable again afterwards */
void arena_reset(Arena *a);   /* as release, but keeps the largest chunk for the next use */

/* `size` zeroed bytes, aligned for any type; size 0 gives a valid pointer. */
void *arena_alloc(Arena *a, size_t size);
void *arena_copy(Arena *a, const void *data, size_t size);
/* A copy of s, followed by a NUL that the length does not count. */
Str arena_str(Arena *a, Str s);
Str arena_format(Arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* n zeroed elements of a type; checks n * size for overflow. */
#define ARENA_NEW(a, type, n) ((type *)arena_array((a), (n), sizeof(type)))
void *arena_array(Arena *a, size_t n, size_t size);

#endif
