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

typedef struct Shard {
    uint64_t *keys;     /* run's hash << 32 | position; part of one array */
    size_t n;           /* after sorting and dropping: those in groups */
    VEC(uint32_t) ends; /* of the groups */
    uint64_t repeats;   /* left out because their text has them too often */
} Shard;

struct CopyIndexing {
    CopyIndex *index;
    CopyWords *words;
    CopyFurniture *furniture;
    uint64_t *keys;
    Shard shard[SHARDS];
    uint32_t first_of_shard[SHARDS];
};
typedef CopyIndexing Build;

uint32_t copy_hash_run(const CopyWord *w, uint32_t n)
{
    uint64_t h = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (!w[i].id)
            return 0;
        h = (h ^ w[i].id) * 0x9e3779b97f4a7c15u;
        h ^= h >> 32;
    }
    h *= 0xd6e8feb86659fd93u;
    uint32_t key = (uint32_t)(h >> 32);
    return key ? key : 1;
}

static void scatter(Build *b)
{
    const CopyWords *words = b->words;
    size_t count[SHARDS] = {0};
    uint32_t *hashes = mem_alloc((size_t)words->len * sizeof *hashes);
    for (uint32_t p = 0; p < words->len; p++) {
        hashes[p] = p + RUN <= words->len ? copy_hash_run(words->data + p, RUN) : 0;
        if (hashes[p])
            count[hashes[p] >> 24]++;
    }
    size_t total = 0;
    for (int s = 0; s < SHARDS; s++)
        total += count[s];
    b->keys = mem_alloc(total * sizeof *b->keys);
    size_t at = 0;
    for (int s = 0; s < SHARDS; s++) {
        b->shard[s].keys = b->keys + at;
        at += count[s];
    }
    for (uint32_t p = 0; p < words->len; p++) {
        Shard *s = &b->shard[hashes[p] >> 24];
        if (hashes[p])
            s->keys[s->n++] = (uint64_t)hashes[p] << 32 | p;
    }
    vec_free(hashes);
}

/* By key; positions are ascending already and each pass keeps the order of equals. */
static void sort_keys(uint64_t *keys, uint64_t *spare, size_t n)
{
    for (int shift = 32; shift < 56; shift += 12) {
        uint32_t count[4097] = {0};
        for (size_t i = 0; i < n; i++)
            count[(keys[i] >> shift & 4095) + 1]++;
        for (int i = 0; i < 4096; i++)
            count[i + 1] += count[i];
        for (size_t i = 0; i < n; i++)
            spare[count[keys[i] >> shift & 4095]++] = keys[i];
        uint64_t *swap = keys;
        keys = spare;
        spare = swap;
    }
}

static bool is_same_run(const CopyWord *a, const CopyWord *b)
{
    for (int k = 0; k < RUN; k++)
        if (a[k].id != b[k].id)
            return false;
    return true;
}

/* Brings the places of the first one's run to the front, in order, and returns how many they are. Mostly that is all:
 * two runs of one hash are rare. */
static size_t gather(const CopyWords *w, uint64_t *places, size_t n)
{
    const CopyWord *first = w->data + (uint32_t)places[0];
    size_t same = 1;
    while (same < n && is_same_run(first, w->data + (uint32_t)places[same]))
        same++;
    if (same == n)
        return n;
    uint64_t *others = mem_alloc((n - same) * sizeof *others);
    size_t n_others = 0;
    for (size_t i = same; i < n; i++) {
        if (is_same_run(first, w->data + (uint32_t)places[i]))
            places[same++] = places[i];
        else
            others[n_others++] = places[i];
    }
    memcpy(places + same, others, n_others * sizeof *others);
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

static void group_shard(void *ctx, size_t number, unsigned worker)
{
    (void)worker;
    Build *b = ctx;
    Shard *s = &b->shard[number];
    uint64_t *spare = mem_alloc(s->n * sizeof *spare);
    sort_keys(s->keys, spare, s->n);
    vec_free(spare);
    size_t kept = 0;
    for (size_t i = 0, end; i < s->n; i = end) {
        for (end = i + 1; end < s->n && s->keys[end] >> 32 == s->keys[i] >> 32; end++)
            ;
        if (end - i < 2)
            continue;
        size_t n, at = i;
        for (int run = 0; run < MOST_RUNS && at < end; run++, at += n) {
            n = gather(b->words, s->keys + at, end - at);
            if (n < 2)
                continue;
            copy_furniture_see(b->furniture, s->keys + at, n);
            if (n >= FORMULA)
                mark_popular(b->words, s->keys + at, n);
            memmove(s->keys + kept, s->keys + at, n * sizeof *s->keys);
            kept += n;
            vec_push(&s->ends, (uint32_t)kept);
        }
    }
    s->n = kept;
}

static int by_key(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

static bool is_standing(const CopyWords *w, uint32_t position)
{
    for (int k = 0; k < RUN; k++)
        if (!(w->data[position + k].flags & WORD_STANDING))
            return false;
    return true;
}

/* Splits a popular group, sorted in place by longer run, where that scatters it. Appends the ends of what remains. */
static size_t split_group(const CopyWords *words, uint64_t *group, size_t n, size_t at, Shard *out)
{
    uint32_t biggest = 0;
    uint64_t *longer = mem_alloc(n * sizeof *longer);
    for (size_t i = 0; i < n; i++) {
        uint32_t p = (uint32_t)group[i];
        longer[i] = (uint64_t)(p + LONG_RUN <= words->len ? copy_hash_run(words->data + p, LONG_RUN) : 0) << 32 | p;
    }
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
            memcpy(group + kept, longer + i, (end - i) * sizeof *group);
            kept += end - i;
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
            uint32_t p = (uint32_t)s->keys[e], t = copy_text_at(b->words, p);
            in_text = t == text ? in_text + 1 : 0;
            text = t;
            if (is_standing(b->words, p))
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

static void write_shard(void *ctx, size_t number, unsigned worker)
{
    (void)worker;
    Build *b = ctx;
    Shard *s = &b->shard[number];
    uint32_t slot = b->first_of_shard[number];
    for (size_t g = 0, i = 0; g < s->ends.len; g++)
        for (; i < s->ends.data[g]; i++, slot++) {
            uint32_t p = (uint32_t)s->keys[i];
            b->index->entries[slot] = (CopyEntry){p, NO_GROUP, i + 1 == s->ends.data[g], NO_GROUP};
            b->index->slot_of[p] = slot;
        }
    vec_release(&s->ends);
}

/* A group is named by the slot in which it ends. */
static void link_groups(CopyIndex *x)
{
    uint32_t *group_of = mem_alloc((x->len ? x->len : 1) * sizeof *group_of);
    for (uint32_t i = x->len, name = 0; i-- > 0;) {
        if (x->entries[i].last)
            name = i;
        group_of[i] = name;
    }
    for (uint32_t i = 0; i < x->len; i++) {
        uint32_t before = x->slot_of[x->entries[i].position - 1], after = x->slot_of[x->entries[i].position + 1];
        x->entries[i].previous = before != NO_SLOT ? group_of[before] & NO_GROUP : NO_GROUP;
        x->entries[i].next = after != NO_SLOT ? group_of[after] : NO_GROUP;
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
    copy_furniture_mark(b->furniture, words);
    pool_run(threads, SHARDS, thin_shard, b);
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

static bool is_held(const uint8_t *held, uint32_t position)
{
    for (uint32_t p = position; p < position + RUN; p++)
        if (!(held[p / 8] >> p % 8 & 1))
            return false;
    return true;
}

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
            if (!is_held(d->held, p))
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
    b->index = index;
    *index = (CopyIndex){0};
    for (int s = 0; s < SHARDS; s++) {
        index->repeats += b->shard[s].repeats;
        b->first_of_shard[s] = index->len;
        index->len += (uint32_t)b->shard[s].n;
    }
    index->entries = mem_alloc((index->len ? index->len : 1) * sizeof *index->entries);
    index->slot_of = mem_alloc((size_t)b->words->len * sizeof *index->slot_of);
    memset(index->slot_of, 0xFF, (size_t)b->words->len * sizeof *index->slot_of);
    pool_run(threads, SHARDS, write_shard, b);
    vec_free(b->keys);
    link_groups(index);
    vec_free(b);
}

void copy_index_release(CopyIndex *index)
{
    vec_free(index->entries);
    vec_free(index->slot_of);
    *index = (CopyIndex){0};
}
