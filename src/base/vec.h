/* vec.h: growing arrays. VEC(T) is a struct {T *data; size_t len, cap;}, all zero when empty, owned by whoever holds it.
 *
 *     VEC(Token) tokens = {0};
 *     vec_push(&tokens, token);
 *     analysis->tokens = vec_to_arena(&tokens, arena);   // copies into the arena and releases the vec
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/arena.h"

#define VEC(T)           \
    struct {             \
        T *data;         \
        size_t len, cap; \
    }

#define vec_push(v, ...)                                                                          \
    do {                                                                                          \
        if ((v)->len == (v)->cap)                                                                 \
            (v)->data = vec_grow((v)->data, &(v)->cap, (v)->len + 1, sizeof *(v)->data);          \
        (v)->data[(v)->len++] = (__VA_ARGS__);                                                    \
    } while (0)
#define vec_reserve(v, n)                                                                \
    do {                                                                                 \
        if ((n) > (v)->cap)                                                              \
            (v)->data = vec_grow((v)->data, &(v)->cap, (n), sizeof *(v)->data);          \
    } while (0)
#define vec_release(v) (vec_free((v)->data), (v)->data = NULL, (v)->len = (v)->cap = 0)
#define vec_to_arena(v, arena) vec_move((v)->data, (v)->len * sizeof *(v)->data, (arena), &(v)->len, &(v)->cap, (void **)&(v)->data)

void *vec_grow(void *data, size_t *cap, size_t at_least, size_t size);
void vec_free(void *data);
void *vec_move(void *data, size_t bytes, Arena *arena, size_t *len, size_t *cap, void **slot);

/* malloc, calloc and realloc that abort when the machine has no memory left; see lagebild.h. */
void *mem_alloc(size_t size);
void *mem_zero(size_t n, size_t size);
void *mem_resize(void *data, size_t size);

#endif
