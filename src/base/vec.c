#include "base/vec.h"

#include <stdio.h>
#include <stdlib.h>

void *mem_alloc(size_t size)
{
    void *p = malloc(size ? size : 1);
    if (!p)
        abort();
    return p;
}

void *mem_zero(size_t n, size_t size)
{
    void *p = calloc(n ? n : 1, size ? size : 1);
    if (!p)
        abort();
    return p;
}

void *mem_resize(void *data, size_t size)
{
    void *p = realloc(data, size ? size : 1);
    if (!p)
        abort();
    return p;
}

void *vec_grow(void *data, size_t *cap, size_t at_least, size_t size)
{
    size_t new_cap = *cap + *cap / 2;
    if (new_cap < at_least)
        new_cap = at_least;
    if (new_cap < 8)
        new_cap = 8;
    if (new_cap > SIZE_MAX / 4 / size)
        abort();
    *cap = new_cap;
    return mem_resize(data, new_cap * size);
}

void vec_free(void *data) { free(data); }

void *vec_move(void *data, size_t bytes, Arena *arena, size_t *len, size_t *cap, void **slot)
{
    void *kept = arena_copy(arena, data, bytes);
    free(data);
    *slot = NULL;
    *len = *cap = 0;
    return kept;
}
