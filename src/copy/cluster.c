/* cluster.c: pairs → clusters, each member beside its root or, where it shares nothing with that, beside the neighbour
 * it shares most with.
 *
 *     texts ─ same words ─▶ one for each wording ─ copy_search ─▶ pairs ─ gather ─▶ clusters ─ root ─▶ members
 *
 * Who follows a leader was compared with that one only, so far as it is the same: where another is the root, it is
 * aligned with that. What follows counts wordings until the members are written; a wording is known by the text that
 * stands for it. */
#include "base/pool.h"
#include "copy/steps.h"

#define EXCERPT 0.8  /* of a text in another */
#define NEAR 0.9     /* of both */
#define HALF 0.5     /* of both: as much as two versions of one source share */
#define AS_MUCH 0.98 /* of the most that any text holds: as good a root */
#define NONE UINT32_MAX

typedef struct Wording {
    uint32_t text;        /* that stands for it */
    uint32_t n;           /* texts of these words */
    uint32_t root;        /* of the cluster */
    const CopyPair *pair; /* its alignment; NULL */
    double size;          /* bytes that count */
    double held;          /* bytes of others that it shares, each text counted */
    double most;          /* shared so far in the pair that was chosen */
} Wording;

typedef struct Clustering {
    const CopyText *texts;
    Arena *arena;
    Wording *wordings;
    size_t n;
    CopySearch search;
    CopyPairs pairs;           /* of wordings */
    uint32_t *copies, *leader; /* by wording: how many there are; the one that leads its cluster */
} Clustering;

const char *copy_member_kind_name(CopyMemberKind kind)
{
    static const char *const NAMES[] = {"root", "duplicate", "near-duplicate", "version", "excerpt", "partial"};
    return NAMES[kind];
}

static double share(double part, double size) { return part >= size ? 1 : part / size; }

/* The share of the text that has more of itself in the other; 0 when they share a speaker's words only. */
static double closeness(const Clustering *c, const CopyPair *pair)
{
    bool prose = false;
    for (size_t i = 0; i < pair->n_passages; i++)
        prose |= !pair->passages[i].quotation;
    double a = share(copy_pair_shared(pair, true), c->wordings[pair->a].size);
    double b = share(copy_pair_shared(pair, false), c->wordings[pair->b].size);
    return !prose ? 0 : a > b ? a : b;
}

static void gather(Clustering *c)
{
    CopyTie *ties = ARENA_NEW(c->arena, CopyTie, c->pairs.len);
    c->copies = ARENA_NEW(c->arena, uint32_t, c->n);
    c->leader = ARENA_NEW(c->arena, uint32_t, c->n);
    for (size_t i = 0; i < c->pairs.len; i++) {
        const CopyPair *pair = &c->pairs.data[i];
        ties[i] = (CopyTie){pair->a, pair->b, closeness(c, pair), copy_pair_shared(pair, true),
                            copy_pair_shared(pair, false)};
    }
    for (size_t i = 0; i < c->n; i++)
        c->copies[i] = c->wordings[i].n;
    copy_gather(ties, c->pairs.len, c->copies, (uint32_t)c->n, c->arena, c->leader);
}

static bool is_better_root(const Clustering *c, uint32_t a, uint32_t b, double enough)
{
    const Wording *x = &c->wordings[a], *y = &c->wordings[b];
    if ((x->held >= enough) != (y->held >= enough))
        return x->held >= enough;
    int order = copy_published_order(c->texts[x->text].published, c->texts[y->text].published);
    return order ? order < 0 : x->text < y->text;
}

/* What each wording holds of its cluster's others. */
static void weigh(Clustering *c)
{
    double *held = ARENA_NEW(c->arena, double, c->n);
    for (size_t i = 0; i < c->pairs.len; i++) {
        const CopyPair *pair = &c->pairs.data[i];
        if (c->leader[pair->a] != c->leader[pair->b])
            continue;
        held[pair->a] += copy_pair_shared(pair, false) * c->copies[pair->b];
        held[pair->b] += copy_pair_shared(pair, true) * c->copies[pair->a];
    }
    copy_add_held(&c->pairs, c->search.leaders.leader, c->leader, c->copies, held);
    for (uint32_t i = 0; i < c->n; i++)
        c->wordings[i].held = held[i] + c->wordings[i].size * (c->wordings[i].n - 1);
}

/* Finds each cluster's root, told to all its wordings. */
static void find_roots(Clustering *c)
{
    Wording *w = c->wordings;
    double *most = ARENA_NEW(c->arena, double, c->n);
    for (uint32_t i = 0; i < c->n; i++) {
        uint32_t k = c->leader[i];
        w[i].root = NONE;
        most[k] = w[i].held > most[k] ? w[i].held : most[k];
    }
    for (uint32_t i = 0; i < c->n; i++) {
        uint32_t k = c->leader[i];
        if (w[k].root == NONE || is_better_root(c, i, w[k].root, AS_MUCH * most[k]))
            w[k].root = i;
    }
    for (uint32_t i = 0; i < c->n; i++)
        w[i].root = w[c->leader[i]].root;
}

/* For each wording the pair that aligns it: the one with its root, else the one that shares most. */
static void choose_pairs(Clustering *c)
{
    for (uint32_t i = 0; i < c->pairs.len; i++) {
        const CopyPair *pair = &c->pairs.data[i];
        if (c->wordings[pair->a].root != c->wordings[pair->b].root)
            continue;
        for (int side = 0; side < 2; side++) {
            Wording *mine = &c->wordings[side ? pair->b : pair->a];
            uint32_t other = side ? pair->a : pair->b;
            double shared = mine->root == other ? (double)UINT32_MAX : copy_pair_shared(pair, !side);
            if (mine->root != (side ? pair->b : pair->a) && shared > mine->most) {
                mine->most = shared;
                mine->pair = pair;
            }
        }
    }
}

/* Whether i and its root were not compared in full, because one of them follows another. */
static bool is_unaligned(const Clustering *c, uint32_t i)
{
    const uint32_t *leader = c->search.leaders.leader;
    uint32_t root = c->wordings[i].root;
    return root != i && leader[i] != root && leader[root] != i && (leader[i] != i || leader[root] != root);
}

typedef struct Aligning {
    Clustering *c;
    CopyPair *pairs; /* a: a wording, b: its root */
    size_t n;
} Aligning;

static void align_one(void *ctx, size_t number, unsigned worker)
{
    Aligning *x = ctx;
    CopyPair *p = &x->pairs[number];
    copy_search_two(&x->c->search, p->a, p->b, worker, p);
    copy_settle_pair(p);
}

static void align_with_roots(Clustering *c)
{
    Aligning x = {c, ARENA_NEW(c->arena, CopyPair, c->n), 0};
    for (uint32_t i = 0; i < c->n; i++)
        if (is_unaligned(c, i))
            x.pairs[x.n++] = (CopyPair){i, c->wordings[i].root, NULL, 0};
    pool_run(c->search.threads, x.n, align_one, &x);
    for (size_t i = 0; i < x.n; i++)
        if (x.pairs[i].n_passages) {
            x.pairs[i] = copy_pair_keep(&x.pairs[i], c->arena);
            c->wordings[x.pairs[i].a].pair = &x.pairs[i];
        }
}

/* ---- members ------------------------------------------------------------------------------------------------- */

CopyMemberKind copy_member_kind(const CopyMember *m, bool one_source)
{
    bool half = m->shared >= HALF && m->shared_beside >= HALF;
    if (one_source && (half || m->shared >= EXCERPT || m->shared_beside >= EXCERPT))
        return COPY_VERSION;
    if (m->shared >= NEAR && m->shared_beside >= NEAR)
        return COPY_NEAR_DUPLICATE;
    return m->shared >= EXCERPT ? COPY_EXCERPT : COPY_PARTIAL;
}

/* The text that stands for a wording. A pair aligns one of its two sides, or each of them in its own copy. */
static CopyMember first_member(Clustering *c, uint32_t number)
{
    const Wording *w = &c->wordings[number];
    if (w->root == number)
        return (CopyMember){.text = w->text, .kind = COPY_ROOT, .beside = w->text, .shared = 1, .shared_beside = 1};
    const CopyPair *pair = w->pair;
    bool is_a = pair->a == number;
    const Wording *other = &c->wordings[is_a ? pair->b : pair->a];
    CopyMember m = {.text = w->text, .beside = other->text, .n_passages = pair->n_passages};
    m.shared = share(copy_pair_shared(pair, is_a), w->size);
    m.shared_beside = share(copy_pair_shared(pair, !is_a), other->size);
    CopyPair mine = copy_pair_keep(pair, c->arena);
    if (!is_a)
        copy_pair_turn(&mine);
    m.passages = mine.passages;
    m.kind = copy_member_kind(&m, copy_is_one_source(&c->texts[w->text], &c->texts[other->text]));
    return m;
}

static CopyMember same_member(Clustering *c, uint32_t text, uint32_t beside)
{
    CopyMember m = {.text = text, .kind = COPY_DUPLICATE, .beside = beside, .shared = 1, .shared_beside = 1};
    m.passages = copy_align_same(&c->texts[text], &c->texts[beside], c->arena, &m.n_passages);
    return m;
}

static int by_kind(const void *pa, const void *pb)
{
    const CopyMember *a = pa, *b = pb;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return a->text < b->text ? -1 : 1;
}

void copy_sort_members(CopyMember *members, size_t n) { qsort(members, n, sizeof *members, by_kind); }

static int by_size(const void *pa, const void *pb)
{
    const CopyCluster *a = pa, *b = pb;
    if (a->n_members != b->n_members)
        return a->n_members > b->n_members ? -1 : 1;
    return a->members[0].text < b->members[0].text ? -1 : 1;
}

/* Writes the members of all clusters; `wording_of` is each text's. */
static void write_clusters(Clustering *c, const uint32_t *wording_of, size_t n_texts, CopyClusters *out)
{
    uint32_t *number = ARENA_NEW(c->arena, uint32_t, c->n); /* by root: of its cluster, from 1 */
    VEC(CopyCluster) clusters = {0};
    size_t *sizes = ARENA_NEW(c->arena, size_t, c->n);
    for (size_t i = 0; i < c->n; i++)
        sizes[c->wordings[i].root] += c->wordings[i].n;
    for (uint32_t i = 0; i < c->n; i++)
        if (sizes[i] > 1) {
            vec_push(&clusters, (CopyCluster){ARENA_NEW(c->arena, CopyMember, sizes[i]), 0});
            number[i] = (uint32_t)clusters.len;
        }
    for (uint32_t t = 0; t < n_texts; t++) {
        const Wording *w = &c->wordings[wording_of[t]];
        if (!number[w->root])
            continue;
        CopyCluster *k = &clusters.data[number[w->root] - 1];
        k->members[k->n_members++] = w->text == t ? first_member(c, wording_of[t]) : same_member(c, t, w->text);
    }
    for (size_t i = 0; i < clusters.len; i++) {
        copy_sort_members(clusters.data[i].members, clusters.data[i].n_members);
        copy_find_origins(c->texts, &clusters.data[i]);
    }
    if (clusters.len)
        qsort(clusters.data, clusters.len, sizeof *clusters.data, by_size);
    out->len = clusters.len;
    out->data = vec_to_arena(&clusters, c->arena);
}

/* Each text's share; what stands there twice in the same words is copied. */
static void find_shares(Clustering *c, const uint32_t *wording_of, size_t n_texts, const CopyText *kept,
                        CopyClusters *out)
{
    CopyShare *of_wording = ARENA_NEW(c->arena, CopyShare, c->n);
    copy_shares(kept, c->n, &c->pairs, of_wording);
    out->shares = ARENA_NEW(c->arena, CopyShare, n_texts);
    for (size_t t = 0; t < n_texts; t++)
        out->shares[t] = c->wordings[wording_of[t]].n > 1 ? (CopyShare){1, 0, 0} : of_wording[wording_of[t]];
}

Status copy_cluster(const CopyText *texts, size_t n, unsigned threads, Arena *arena, CopyClusters *out, Error *err)
{
    *out = (CopyClusters){0};
    const uint32_t *same_as = copy_same_words(texts, n, threads, arena);
    uint32_t *wording_of = ARENA_NEW(arena, uint32_t, n);
    CopyText *kept = ARENA_NEW(arena, CopyText, n);
    Clustering c = {.texts = texts, .arena = arena, .wordings = ARENA_NEW(arena, Wording, n)};
    for (uint32_t i = 0; i < n; i++)
        if (same_as[i] == i) {
            kept[c.n] = texts[i];
            c.wordings[c.n] = (Wording){.text = i, .size = copy_text_size(&texts[i])};
            wording_of[i] = (uint32_t)c.n++;
        }
    for (uint32_t i = 0; i < n; i++) {
        wording_of[i] = wording_of[same_as[i]];
        c.wordings[wording_of[i]].n++;
    }
    Status status = copy_search_init(&c.search, kept, c.n, threads, true, err);
    if (status == LAGEBILD_OK) {
        copy_search_all(&c.search, arena, &c.pairs);
        find_shares(&c, wording_of, n, kept, out);
        gather(&c);
        weigh(&c);
        find_roots(&c);
        choose_pairs(&c);
        align_with_roots(&c);
        write_clusters(&c, wording_of, n, out);
        out->limits = copy_search_limits(&c.search);
    }
    copy_search_release(&c.search);
    return status;
}
