/* index.c: where equal runs of RUN words stand. Every run is kept (no minimizers: a machine that swaps each fifth word
 * leaves half of the runs of three, and a sample of that half would be too thin), but runs that occur once are dropped,
 * which are most. A popular run is looked at again at a greater length: where its longer runs scatter, it is a turn of
 * the language ("in der Nacht zum") and falls apart into many small groups; where they stay together it is a popular
 * text, and stays as it is. So no text is lost because it was copied often. */
#include "base/pool.h"
#include "copy/steps.h"

#define SHARDS 256
#define POPULAR 24 /* entries of a group above which its longer runs are looked at */
#define LONG_RUN 6
#define FORMULA 32      /* places of a run that may be part of a turn of phrase, and alone show no copying */
#define MOST_RUNS 4     /* of one hash */
#define MOST_IN_TEXT 16 /* places of one run in one text; who stammers more is not asked for the rest */
#define AHEAD 16        /* keys; what they stand for lies all over the memory and is asked for early */

/* A run is known by 41 bits of its hash, as a word is by 32 of its own: those that tell its shard, and 33 in its key,
 * before the position. */
enum { POSITION_BITS = 31, SORT_BITS = 24 };
#define POSITION_OF(key) ((uint32_t)((key)&INT32_MAX))

typedef struct Shard {
    uint64_t *keys;     /* hash << POSITION_BITS | position; once in groups text << 32 | position. Part of one array */
    size_t n;           /* after sorting and dropping: those in groups */
    VEC(uint32_t) ends; /* of the groups */
    uint64_t repeats;   /* left out because their text has them too often */
} Shard;

struct CopyIndexing {
    CopyWords *words;
    CopyFurniture *furniture;
    uint8_t *standing; /* a bit for each position: its word is furniture */
    uint64_t *keys;
    Shard shard[SHARDS];
};
typedef CopyIndexing Build;

/* Zero where the n words go over an interruption. */
static uint64_t mix_run(const CopyWord *w, uint32_t n)
{
    uint64_t h = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (!w[i].id)
            return 0;
        h = (h ^ w[i].id) * 0x9e3779b97f4a7c15u;
        h ^= h >> 32;
    }
    h *= 0xd6e8feb86659fd93u;
    return h >> 32 ? h : h | UINT64_C(1) << 32;
}

uint32_t copy_hash_run(const CopyWord *w, uint32_t n) { return (uint32_t)(mix_run(w, n) >> 32); }

static void scatter(Build *b)
{
    const CopyWords *words = b->words;
    size_t count[SHARDS] = {0}, total = 0;
    uint32_t n = words->len >= RUN ? words->len - RUN + 1 : 0;
    for (uint32_t p = 0; p < n; p++)
        count[mix_run(words->data + p, RUN) >> 56]++;
    for (int s = 0; s < SHARDS; s++)
        total += count[s];
    b->keys = copy_big_alloc(total * sizeof *b->keys);
    uint64_t *next[SHARDS];
    for (size_t s = 0, at = 0; s < SHARDS; at += count[s++])
        next[s] = b->shard[s].keys = b->keys + at;
    for (uint32_t p = 0; p < n; p++) {
        uint64_t hash = mix_run(words->data + p, RUN);
        if (hash)
            *next[hash >> 56]++ = (hash << 8 >> POSITION_BITS) << POSITION_BITS | p;
    }
    for (int s = 0; s < SHARDS; s++)
        b->shard[s].n = (size_t)(next[s] - b->shard[s].keys);
}

/* By the highest bits of the keys. Positions are ascending already, and each pass keeps the order of equals. */
static void sort_keys(uint64_t *keys, uint64_t *spare, size_t n)
{
    uint64_t *from = keys, *to = spare;
    for (int shift = 64 - SORT_BITS; shift < 64; shift += 8) {
        size_t place[257] = {0};
        for (size_t i = 0; i < n; i++)
            place[(from[i] >> shift & 255) + 1]++;
        for (int i = 0; i < 256; i++)
            place[i + 1] += place[i];
        for (size_t i = 0; i < n; i++)
            to[place[from[i] >> shift & 255]++] = from[i];
        uint64_t *swap = from;
        from = to;
        to = swap;
    }
    memcpy(keys, spare, n * sizeof *keys);
}

/* Brings the keys of the first one's run to the front, in order, and returns how many they are. Mostly that is all: two
 * runs that are sorted alike are rare. */
static size_t gather(uint64_t *keys, size_t n)
{
    uint64_t run = keys[0] >> POSITION_BITS;
    size_t same = 1;
    while (same < n && keys[same] >> POSITION_BITS == run)
        same++;
    if (same == n)
        return n;
    uint64_t *others = mem_alloc((n - same) * sizeof *others);
    size_t n_others = 0;
    for (size_t i = same; i < n; i++) {
        if (keys[i] >> POSITION_BITS == run)
            keys[same++] = keys[i];
        else
            others[n_others++] = keys[i];
    }
    memcpy(keys + same, others, n_others * sizeof *others);
    vec_free(others);
    return same;
}

/* Other shards may have places in the same byte. */
static void mark_popular(CopyWords *w, const uint64_t *group, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint32_t p = (uint32_t)group[i];
        __atomic_fetch_or(&w->popular[p / 8], (uint8_t)(1u << p % 8), __ATOMIC_RELAXED);
    }
}

/* Keeps the keys that are sorted like others; most runs occur once. */
static size_t keep_repeated(uint64_t *keys, size_t n)
{
    size_t kept = 0;
    uint64_t before = UINT64_MAX;
    for (size_t i = 0; i < n; i++) {
        uint64_t key = keys[i], hash = key >> (64 - SORT_BITS);
        keys[kept] = key;
        kept += hash == before || (i + 1 < n && hash == keys[i + 1] >> (64 - SORT_BITS));
        before = hash;
    }
    return kept;
}

/* Copies a group's keys, each with its text for the hash. */
static void name_texts(const CopyWords *w, uint64_t *to, const uint64_t *from, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint32_t p = POSITION_OF(from[i]);
        to[i] = (uint64_t)copy_text_at(w, p) << 32 | p;
    }
}

static void group_shard(void *ctx, size_t number, unsigned worker)
{
    (void)worker;
    Build *b = ctx;
    Shard *s = &b->shard[number];
    uint64_t *spare = mem_alloc(s->n * sizeof *spare);
    sort_keys(s->keys, spare, s->n);
    vec_free(spare);
    s->n = keep_repeated(s->keys, s->n);
    size_t kept = 0;
    for (size_t i = 0, end; i < s->n; i = end) {
        uint64_t hash = s->keys[i] >> (64 - SORT_BITS);
        for (end = i; end < s->n && s->keys[end] >> (64 - SORT_BITS) == hash; end++)
            if (end + AHEAD < s->n)
                __builtin_prefetch(&b->words->text_of_block[POSITION_OF(s->keys[end + AHEAD]) / 32]);
        size_t n, at = i;
        for (int run = 0; run < MOST_RUNS && at < end; run++, at += n) {
            n = gather(s->keys + at, end - at);
            if (n < 2)
                continue;
            uint64_t *group = s->keys + kept;
            name_texts(b->words, group, s->keys + at, n);
            copy_furniture_see(b->furniture, group, n);
            if (n >= FORMULA)
                mark_popular(b->words, group, n);
            kept += n;
            vec_push(&s->ends, (uint32_t)kept);
        }
    }
    s->n = kept;
}

/* Lets the machine fetch the words of the run behind some more keys of groups. */
static void expect_run(const CopyWords *w, const uint64_t *keys, size_t i, size_t n)
{
    if (i + AHEAD < n) {
        uint32_t p = (uint32_t)keys[i + AHEAD];
        __builtin_prefetch(&w->data[p]);
        __builtin_prefetch(&w->data[p + RUN - 1]);
    }
}

static int by_key(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* Whether the bits of all words of the run at a position are set. */
static bool all_set(const uint8_t *bits, uint32_t position)
{
    for (uint32_t p = position; p < position + RUN; p++)
        if (!(bits[p / 8] >> p % 8 & 1))
            return false;
    return true;
}

/* Splits a popular group, sorted in place by longer run, where that scatters it. Appends the ends of what remains. */
static size_t split_group(const CopyWords *words, uint64_t *group, size_t n, size_t at, Shard *out)
{
    uint32_t biggest = 0;
    uint64_t *longer = mem_alloc(2 * n * sizeof *longer), *old = longer + n; /* hash << 32 | place in the group */
    for (size_t i = 0; i < n; i++) {
        uint32_t p = (uint32_t)group[i];
        expect_run(words, group, i, n);
        longer[i] = (uint64_t)(p + LONG_RUN <= words->len ? copy_hash_run(words->data + p, LONG_RUN) : 0) << 32 | i;
    }
    memcpy(old, group, n * sizeof *old);
    qsort(longer, n, sizeof *longer, by_key);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && longer[end] >> 32 == longer[i] >> 32; end++)
            ;
        if (longer[i] >> 32 && end - i > biggest)
            biggest = (uint32_t)(end - i);
    }
    size_t kept = n;
    if (biggest * 4 >= n) {
        vec_push(&out->ends, (uint32_t)(at + n));
    } else {
        kept = 0;
        for (size_t i = 0, end; i < n; i = end) {
            for (end = i + 1; end < n && longer[end] >> 32 == longer[i] >> 32; end++)
                ;
            if (end - i < 2 || !(longer[i] >> 32))
                continue;
            for (size_t k = i; k < end; k++)
                group[kept++] = old[(uint32_t)longer[k]];
            vec_push(&out->ends, (uint32_t)(at + kept));
        }
    }
    vec_free(longer);
    return kept;
}

/* Drops standing runs and what one text has too often, and splits popular groups. */
static void thin_shard(void *ctx, size_t number, unsigned worker)
{
    (void)worker;
    Build *b = ctx;
    Shard *s = &b->shard[number], thin = {.keys = s->keys};
    for (size_t g = 0, i = 0; g < s->ends.len; i = s->ends.data[g++]) {
        size_t n = 0;
        uint64_t *group = s->keys + thin.n;
        uint32_t text = UINT32_MAX, in_text = 0;
        for (size_t e = i; e < s->ends.data[g]; e++) {
            uint32_t p = (uint32_t)s->keys[e], t = (uint32_t)(s->keys[e] >> 32);
            if (e + AHEAD < s->n)
                __builtin_prefetch(&b->standing[(uint32_t)s->keys[e + AHEAD] / 8]);
            in_text = t == text ? in_text + 1 : 0;
            text = t;
            if (all_set(b->standing, p))
                continue;
            if (in_text < MOST_IN_TEXT)
                group[n++] = s->keys[e];
            else
                thin.repeats++;
        }
        if (n > POPULAR) {
            thin.n += split_group(b->words, group, n, thin.n, &thin);
        } else if (n >= 2) {
            thin.n += n;
            vec_push(&thin.ends, (uint32_t)thin.n);
        }
    }
    vec_release(&s->ends);
    *s = thin;
}

/* ---- entries, by the place where a group's run stands first: what follows each other in one text and is copied to
 * another lies side by side ------------------------------------------------------------------------------------------
 */

#define WINDOW_BITS                                                                                                    \
    16 /* of positions; what is written at one time for groups that begin in a window stays in the cache */
#define LAST_OF_GROUP (UINT32_C(1) << 31) /* beside the position in a key */

typedef struct Ordering {
    CopyIndex *index;
    uint64_t *keys;  /* by window; text << 32 | LAST_OF_GROUP or 0 | position */
    size_t *windows; /* the first key of each, and one more */
} Ordering;

static uint32_t window_of(uint64_t key) { return (uint32_t)key >> WINDOW_BITS; }

static void sort_into_windows(const Build *b, Ordering *o)
{
    size_t n = (b->words->len >> WINDOW_BITS) + 1;
    o->windows = mem_zero(n + 1, sizeof *o->windows);
    for (int k = 0; k < SHARDS; k++) {
        const Shard *s = &b->shard[k];
        for (size_t g = 0, i = 0; g < s->ends.len; i = s->ends.data[g++])
            o->windows[window_of(s->keys[i]) + 1] += s->ends.data[g] - i;
    }
    for (size_t i = 0; i < n; i++)
        o->windows[i + 1] += o->windows[i];
    size_t *next = mem_alloc(n * sizeof *next);
    memcpy(next, o->windows, n * sizeof *next);
    for (int k = 0; k < SHARDS; k++) {
        const Shard *s = &b->shard[k];
        for (size_t g = 0, i = 0; g < s->ends.len; i = s->ends.data[g++]) {
            size_t *at = &next[window_of(s->keys[i])], len = s->ends.data[g] - i;
            memcpy(o->keys + *at, s->keys + i, len * sizeof *o->keys);
            *at += len;
            o->keys[*at - 1] |= LAST_OF_GROUP;
        }
    }
    vec_free(next);
}

static void write_window(void *ctx, size_t number, unsigned worker)
{
    (void)worker;
    const Ordering *o = ctx;
    const uint64_t *keys = o->keys + o->windows[number];
    uint32_t n = (uint32_t)(o->windows[number + 1] - o->windows[number]), slot = (uint32_t)o->windows[number];
    if (!n)
        return;
    uint32_t *begins =
        mem_zero((size_t)1 << WINDOW_BITS, sizeof *begins); /* by first position: place among keys, + 1 */
    for (uint32_t i = 0; i < n; i++)
        if (i == 0 || keys[i - 1] & LAST_OF_GROUP)
            begins[keys[i] & ((1u << WINDOW_BITS) - 1)] = i + 1;
    for (uint32_t p = 0; p < UINT32_C(1) << WINDOW_BITS; p++)
        for (uint32_t i = begins[p]; i; i = keys[i - 1] & LAST_OF_GROUP ? 0 : i + 1) {
            uint32_t position = (uint32_t)keys[i - 1] & ~LAST_OF_GROUP, text = (uint32_t)(keys[i - 1] >> 32);
            bool last = keys[i - 1] & LAST_OF_GROUP;
            o->index->entries[slot] = (CopyEntry){position, NO_GROUP, last, NO_GROUP, text};
            o->index->slot_of[position] = slot++;
        }
    vec_free(begins);
}

/* A group is named by the slot in which it ends. */
static uint32_t name_of(const uint32_t *group_of, uint32_t slot) { return slot != NO_SLOT ? group_of[slot] : NO_GROUP; }

static void link_groups(CopyIndex *x)
{
    uint32_t *group_of = copy_big_alloc((size_t)x->len * sizeof *group_of);
    for (uint32_t i = x->len, name = 0; i-- > 0;) {
        if (x->entries[i].last)
            name = i;
        group_of[i] = name;
    }
    for (uint32_t i = 0; i < x->len; i++) {
        CopyEntry *e = &x->entries[i];
        if (i + 2 * AHEAD < x->len)
            __builtin_prefetch(&x->slot_of[e[2 * AHEAD].position]);
        if (i + AHEAD < x->len) {
            const uint32_t *slot = &x->slot_of[e[AHEAD].position];
            __builtin_prefetch(&group_of[slot[-1] != NO_SLOT ? slot[-1] : i]);
            __builtin_prefetch(&group_of[slot[1] != NO_SLOT ? slot[1] : i]);
        }
        const uint32_t *slot = &x->slot_of[e->position];
        e->previous = name_of(group_of, slot[-1]) & NO_GROUP;
        e->next = name_of(group_of, slot[1]);
    }
    vec_free(group_of);
}

/* Brings the groups that remain together and gives the rest of the memory back: most runs occur once. */
static void pack(Build *b)
{
    size_t at = 0;
    for (int s = 0; s < SHARDS; s++) {
        memmove(b->keys + at, b->shard[s].keys, b->shard[s].n * sizeof *b->keys);
        at += b->shard[s].n;
    }
    b->keys = mem_resize(b->keys, (at ? at : 1) * sizeof *b->keys);
    at = 0;
    for (int s = 0; s < SHARDS; s++) {
        b->shard[s].keys = b->keys + at;
        at += b->shard[s].n;
    }
}

CopyIndexing *copy_index_begin(CopyWords *words, unsigned threads)
{
    Build *b = mem_zero(1, sizeof *b);
    b->words = words;
    b->furniture = copy_furniture_new(words);
    words->popular = mem_zero(words->len / 8 + 1, 1);
    scatter(b);
    pool_run(threads, SHARDS, group_shard, b);
    b->standing = copy_furniture_mark(b->furniture, words);
    pool_run(threads, SHARDS, thin_shard, b);
    vec_free(b->standing);
    pack(b);
    return b;
}

void copy_index_tell(const CopyIndexing *x, CopyFollowing *following)
{
    for (int s = 0; s < SHARDS; s++) {
        const Shard *shard = &x->shard[s];
        for (size_t g = 0, i = 0; g < shard->ends.len; i = shard->ends.data[g++])
            copy_following_see(following, shard->keys + i, shard->ends.data[g] - i);
    }
}

typedef struct Dropping {
    CopyIndexing *x;
    const uint8_t *held;
} Dropping;

static void drop_from_shard(void *ctx, size_t number, unsigned worker)
{
    (void)worker;
    const Dropping *d = ctx;
    Shard *s = &d->x->shard[number];
    size_t kept = 0, groups = 0;
    for (size_t g = 0, i = 0; g < s->ends.len; g++) {
        size_t first = kept, end = s->ends.data[g];
        for (; i < end; i++) {
            uint32_t p = (uint32_t)s->keys[i];
            if (!all_set(d->held, p))
                s->keys[kept++] = s->keys[i];
        }
        if (kept - first < 2)
            kept = first;
        else
            s->ends.data[groups++] = (uint32_t)kept;
    }
    s->n = kept;
    s->ends.len = groups;
}

void copy_index_drop(CopyIndexing *x, const uint8_t *held, unsigned threads)
{
    Dropping d = {x, held};
    pool_run(threads, SHARDS, drop_from_shard, &d);
}

void copy_index_end(CopyIndexing *b, CopyIndex *index, unsigned threads)
{
    *index = (CopyIndex){0};
    for (int s = 0; s < SHARDS; s++) {
        index->repeats += b->shard[s].repeats;
        index->len += (uint32_t)b->shard[s].n;
    }
    Ordering o = {.index = index, .keys = copy_big_alloc((size_t)index->len * sizeof *o.keys)};
    sort_into_windows(b, &o);
    for (int s = 0; s < SHARDS; s++)
        vec_release(&b->shard[s].ends);
    vec_free(b->keys);
    index->entries = copy_big_alloc((size_t)index->len * sizeof *index->entries);
    index->slot_of = copy_big_alloc((size_t)b->words->len * sizeof *index->slot_of);
    memset(index->slot_of, 0xFF, (size_t)b->words->len * sizeof *index->slot_of);
    pool_run(threads, (b->words->len >> WINDOW_BITS) + 1, write_window, &o);
    vec_free(o.keys);
    vec_free(o.windows);
    link_groups(index);
    vec_free(b);
}

void copy_index_release(CopyIndex *index)
{
    vec_free(index->entries);
    vec_free(index->slot_of);
    *index = (CopyIndex){0};
}
