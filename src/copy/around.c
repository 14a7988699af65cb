/* around.c: one text and what stands beside it, as a cluster that has the text for its root. */
#include "copy/archive.h"
#include "copy/steps.h"

static double share(double part, double size) { return part >= size ? 1 : part / size; }

/* The same words from begin to end. */
static bool is_same(const CopyText *a, const CopyText *b)
{
    Arena arena = ARENA_INIT;
    CopyText both[2] = {*a, *b};
    const uint32_t *same_as = copy_same_words(both, 2, 1, &arena);
    bool same = same_as[0] == same_as[1];
    arena_release(&arena);
    return same;
}

static CopyMember member_of(const CopyText *texts, uint32_t number, const CopyShared *shared, Arena *arena)
{
    CopyPair shown = {0, number, shared->passages, shared->n_passages}, pair = copy_pair_keep(&shown, arena);
    copy_pair_turn(&pair);
    CopyMember m = {.text = number, .passages = pair.passages, .n_passages = pair.n_passages};
    m.shared = share(copy_pair_shared(&pair, true), copy_text_size(&texts[number]));
    m.shared_beside = share(copy_pair_shared(&pair, false), copy_text_size(&texts[0]));
    m.kind = copy_member_kind(&m, copy_is_one_source(&texts[number], &texts[0]));
    if (m.kind <= COPY_VERSION && is_same(&texts[number], &texts[0]))
        m.kind = COPY_DUPLICATE;
    return m;
}

void copy_around(const CopyText *texts, const CopyShared *shared, size_t n, Arena *arena, CopyClusters *out)
{
    CopyCluster *c = ARENA_NEW(arena, CopyCluster, 1);
    CopyPairs pairs = {.data = ARENA_NEW(arena, CopyPair, n), .len = n};
    c->members = ARENA_NEW(arena, CopyMember, n + 1);
    c->n_members = n + 1;
    c->members[0] = (CopyMember){.kind = COPY_ROOT, .shared = 1, .shared_beside = 1};
    for (size_t i = 0; i < n; i++) {
        c->members[i + 1] = member_of(texts, (uint32_t)i + 1, &shared[i], arena);
        pairs.data[i] = (CopyPair){0, (uint32_t)i + 1, shared[i].passages, shared[i].n_passages};
    }
    copy_sort_members(c->members + 1, n);
    copy_find_origins(texts, c);
    *out = (CopyClusters){.data = c, .len = n > 0, .shares = ARENA_NEW(arena, CopyShare, n + 1)};
    copy_shares(texts, n + 1, &pairs, out->shares);
}
