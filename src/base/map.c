#include "base/map.h"

#include "base/vec.h"

#define XXH_INLINE_ALL /* most keys are short, and told by a few instructions */
#include <xxhash.h>

uint64_t hash_bytes(const void *data, size_t len) { return XXH3_64bits(data, len); }

static size_t next_cap(size_t cap) { return cap ? cap * 2 : 16; }
static bool is_full(size_t len, size_t cap) { return (len + 1) * 4 > cap * 3; }

void strmap_release(StrMap *m)
{
    vec_free(m->slots);
    *m = (StrMap){0};
}

static StrMapSlot *str_slot(const StrMap *m, Str key, uint64_t hash)
{
    size_t i = hash & (m->cap - 1);
    while (m->slots[i].hash && !(m->slots[i].hash == hash && str_equal(m->slots[i].key, key)))
        i = (i + 1) & (m->cap - 1);
    return &m->slots[i];
}

static void str_grow(StrMap *m)
{
    StrMap bigger = {.cap = next_cap(m->cap), .len = m->len};
    bigger.slots = mem_zero(bigger.cap, sizeof *bigger.slots);
    for (size_t i = 0; i < m->cap; i++)
        if (m->slots[i].hash)
            *str_slot(&bigger, m->slots[i].key, m->slots[i].hash) = m->slots[i];
    vec_free(m->slots);
    *m = bigger;
}

uint32_t *strmap_put(StrMap *m, Str key, uint32_t value, bool *was_new)
{
    if (is_full(m->len, m->cap))
        str_grow(m);
    uint64_t hash = hash_str(key) | 1;
    StrMapSlot *slot = str_slot(m, key, hash);
    if (was_new)
        *was_new = !slot->hash;
    if (!slot->hash) {
        *slot = (StrMapSlot){key, hash, value};
        m->len++;
    }
    return &slot->value;
}

uint32_t *strmap_get(const StrMap *m, Str key)
{
    if (!m->len)
        return NULL;
    StrMapSlot *slot = str_slot(m, key, hash_str(key) | 1);
    return slot->hash ? &slot->value : NULL;
}

void u64map_release(U64Map *m)
{
    vec_free(m->slots);
    *m = (U64Map){0};
}

static U64MapSlot *u64_slot(const U64Map *m, uint64_t key)
{
    /* Fibonacci hashing: keys are often hashes already, but must not have to be. */
    size_t i = (key * 0x9E3779B97F4A7C15u >> 20) & (m->cap - 1);
    while (m->slots[i].used && m->slots[i].key != key)
        i = (i + 1) & (m->cap - 1);
    return &m->slots[i];
}

static void u64_grow(U64Map *m)
{
    U64Map bigger = {.cap = next_cap(m->cap), .len = m->len};
    bigger.slots = mem_zero(bigger.cap, sizeof *bigger.slots);
    for (size_t i = 0; i < m->cap; i++)
        if (m->slots[i].used)
            *u64_slot(&bigger, m->slots[i].key) = m->slots[i];
    vec_free(m->slots);
    *m = bigger;
}

uint32_t *u64map_put(U64Map *m, uint64_t key, uint32_t value, bool *was_new)
{
    if (is_full(m->len, m->cap))
        u64_grow(m);
    U64MapSlot *slot = u64_slot(m, key);
    if (was_new)
        *was_new = !slot->used;
    if (!slot->used) {
        *slot = (U64MapSlot){key, value, 1};
        m->len++;
    }
    return &slot->value;
}

uint32_t *u64map_get(const U64Map *m, uint64_t key)
{
    if (!m->len)
        return NULL;
    U64MapSlot *slot = u64_slot(m, key);
    return slot->used ? &slot->value : NULL;
}
