/* map.h: two hash tables (open addressing, xxhash): Str → uint32_t and uint64_t → uint32_t. A table owns its slots but
 * not its keys' bytes, which must outlive it. All zero is an empty table. Order of slots is not to be relied on:
 * walk your own array of values instead. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/str.h"

typedef struct StrMapSlot {
    Str key;
    uint64_t hash; /* 0 = free */
    uint32_t value;
} StrMapSlot;
typedef struct StrMap {
    StrMapSlot *slots;
    size_t len, cap;
} StrMap;

void strmap_release(StrMap *m);
/* The place of key's value, put in with `value` where it was missing. Valid until the next put. *was_new may be NULL. */
uint32_t *strmap_put(StrMap *m, Str key, uint32_t value, bool *was_new);
/* NULL when missing. */
uint32_t *strmap_get(const StrMap *m, Str key);

typedef struct U64MapSlot {
    uint64_t key;
    uint32_t value;
    uint32_t used;
} U64MapSlot;
typedef struct U64Map {
    U64MapSlot *slots;
    size_t len, cap;
} U64Map;

void u64map_release(U64Map *m);
uint32_t *u64map_put(U64Map *m, uint64_t key, uint32_t value, bool *was_new);
uint32_t *u64map_get(const U64Map *m, uint64_t key);

/* XXH3, 64 bits; the same on every machine. */
uint64_t hash_bytes(const void *data, size_t len);
static inline uint64_t hash_str(Str s) { return hash_bytes(s.data, s.len); }

#endif
