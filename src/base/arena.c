#include "base/arena.h"

#include "base/vec.h"

#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>

#define ALIGN alignof(max_align_t)
#define FIRST_CHUNK ((size_t)16 << 10)
#define LARGEST_CHUNK ((size_t)4 << 20)

struct ArenaChunk {
    ArenaChunk *older;
    size_t size, used; /* of bytes */
    alignas(max_align_t) char bytes[];
};

void arena_init(Arena *a) { *a = (Arena)ARENA_INIT; }

static void free_chunks(ArenaChunk *c)
{
    while (c) {
        ArenaChunk *older = c->older;
        free(c);
        c = older;
    }
}

void arena_release(Arena *a)
{
    free_chunks(a->chunk);
    arena_init(a);
}

void arena_reset(Arena *a)
{
    if (a->chunk) {
        free_chunks(a->chunk->older);
        a->chunk->older = NULL;
        a->chunk->used = 0;
    }
    a->used = 0;
}

static void add_chunk(Arena *a, size_t at_least)
{
    size_t size = a->chunk ? a->chunk->size * 2 : FIRST_CHUNK;
    if (size > LARGEST_CHUNK)
        size = LARGEST_CHUNK;
    if (size < at_least)
        size = at_least;
    ArenaChunk *c = mem_alloc(sizeof *c + size);
    c->older = a->chunk;
    c->size = size;
    c->used = 0;
    a->chunk = c;
}

static void *take(Arena *a, size_t size)
{
    if (size > SIZE_MAX / 4)
        abort();
    size = (size + ALIGN - 1) / ALIGN * ALIGN;
    if (!a->chunk || a->chunk->size - a->chunk->used < size)
        add_chunk(a, size);
    void *p = a->chunk->bytes + a->chunk->used;
    a->chunk->used += size;
    a->used += size;
    return p;
}

void *arena_alloc(Arena *a, size_t size)
{
    void *p = take(a, size);
    memset(p, 0, size);
    return p;
}

void *arena_copy(Arena *a, const void *data, size_t size)
{
    void *p = take(a, size);
    if (size)
        memcpy(p, data, size);
    return p;
}

Str arena_str(Arena *a, Str s)
{
    char *p = take(a, s.len + 1);
    if (s.len)
        memcpy(p, s.data, s.len);
    p[s.len] = '\0';
    return (Str){p, s.len};
}

Str arena_format(Arena *a, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    size_t len = n > 0 ? (size_t)n : 0;
    char *p = take(a, len + 1);
    vsnprintf(p, len + 1, format, again);
    va_end(again);
    return (Str){p, len};
}

void *arena_array(Arena *a, size_t n, size_t size)
{
    if (size && n > SIZE_MAX / 4 / size)
        abort();
    return arena_alloc(a, n * size);
}
