/* gather.c: who belongs together. Texts that hold most of others lead; each text goes to the leader it is closest to,
 * so that a text made of two others does not make one cluster of theirs.
 *
 *     1. by weight: who is not led yet, and has somebody to lead, leads all that are close
 *     2. who is left goes where the one is that it is closest to, even if less close
 *     3. who is left then: as 1, with those less close */
#include "copy/steps.h"

#define MUCH 0.5  /* of one of two texts: close */
#define SOME 0.15 /* of one of two texts: enough to stand beside the other */
#define NONE UINT32_MAX

typedef struct Gathering {
    const CopyTie *ties;
    size_t n_ties;
    const uint32_t *copies; /* by text: how many there are of it */
    uint32_t n;
    uint32_t *first, *tie; /* the ties of text t: tie[first[t]] up to tie[first[t + 1]] */
    double *close;         /* to its leader */
    uint32_t *leader;
    uint32_t *led; /* by leader: others it leads */
} Gathering;

static void list_ties(Gathering *g, Arena *arena)
{
    g->first = ARENA_NEW(arena, uint32_t, g->n + 2);
    g->tie = ARENA_NEW(arena, uint32_t, 2 * g->n_ties);
    uint32_t *end = g->first + 1; /* while filling: of text t, at t */
    for (size_t i = 0; i < g->n_ties; i++) {
        end[g->ties[i].a + 1]++;
        end[g->ties[i].b + 1]++;
    }
    for (uint32_t t = 0; t < g->n; t++)
        end[t + 1] += end[t];
    for (uint32_t i = 0; i < g->n_ties; i++) {
        g->tie[end[g->ties[i].a]++] = i;
        g->tie[end[g->ties[i].b]++] = i;
    }
}

typedef struct Weighed {
    uint32_t text;
    double weight;
} Weighed;

static int by_weight(const void *pa, const void *pb)
{
    const Weighed *a = pa, *b = pb;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return a->text < b->text ? -1 : 1;
}

static Weighed *weigh(const Gathering *g, Arena *arena)
{
    Weighed *order = ARENA_NEW(arena, Weighed, g->n);
    for (uint32_t t = 0; t < g->n; t++)
        order[t].text = t;
    for (size_t i = 0; i < g->n_ties; i++) {
        const CopyTie *tie = &g->ties[i];
        if (tie->close < MUCH)
            continue;
        order[tie->a].weight += tie->shared_b * g->copies[tie->b];
        order[tie->b].weight += tie->shared_a * g->copies[tie->a];
    }
    if (g->n)
        qsort(order, g->n, sizeof *order, by_weight);
    return order;
}

/* Makes t a leader when it has anybody to lead. */
static void lead(Gathering *g, uint32_t t, double enough)
{
    bool leads = g->copies[t] > 1;
    for (uint32_t i = g->first[t]; i < g->first[t + 1]; i++) {
        const CopyTie *tie = &g->ties[g->tie[i]];
        leads |= tie->close >= enough && g->leader[tie->a == t ? tie->b : tie->a] == NONE;
    }
    if (!leads)
        return;
    g->leader[t] = t;
    for (uint32_t i = g->first[t]; i < g->first[t + 1]; i++) {
        const CopyTie *tie = &g->ties[g->tie[i]];
        uint32_t other = tie->a == t ? tie->b : tie->a;
        if (tie->close < enough || g->leader[other] == other || tie->close <= g->close[other])
            continue;
        if (g->leader[other] != NONE)
            g->led[g->leader[other]]--;
        g->leader[other] = t;
        g->close[other] = tie->close;
        g->led[t]++;
    }
}

/* Those whom nobody leads, and leaders left alone, go where their closest is, if that is led. */
static void follow(Gathering *g, Arena *arena)
{
    uint32_t *to = ARENA_NEW(arena, uint32_t, g->n);
    for (uint32_t t = 0; t < g->n; t++) {
        double closest = 0;
        to[t] = NONE;
        if (g->leader[t] == t && !g->led[t] && g->copies[t] == 1)
            g->leader[t] = NONE;
        for (uint32_t i = g->first[t]; g->leader[t] == NONE && i < g->first[t + 1]; i++) {
            const CopyTie *tie = &g->ties[g->tie[i]];
            if (tie->close >= SOME && tie->close > closest) {
                closest = tie->close;
                to[t] = tie->a == t ? tie->b : tie->a;
            }
        }
    }
    for (uint32_t t = 0; t < g->n; t++)
        to[t] = to[t] == NONE ? NONE : g->leader[to[t]];
    for (uint32_t t = 0; t < g->n; t++)
        if (to[t] != NONE) {
            g->leader[t] = to[t];
            g->close[t] = 1; /* stays there */
        }
}

void copy_gather(const CopyTie *ties, size_t n_ties, const uint32_t *copies, uint32_t n, Arena *arena, uint32_t *leader)
{
    Gathering g = {.ties = ties, .n_ties = n_ties, .copies = copies, .n = n, .leader = leader};
    list_ties(&g, arena);
    g.close = ARENA_NEW(arena, double, n);
    g.led = ARENA_NEW(arena, uint32_t, n);
    Weighed *order = weigh(&g, arena);
    for (uint32_t t = 0; t < n; t++)
        leader[t] = NONE;
    for (uint32_t i = 0; i < n; i++)
        if (leader[order[i].text] == NONE)
            lead(&g, order[i].text, MUCH);
    follow(&g, arena);
    for (uint32_t t = 0; t < n; t++) /* the clusters so far stay as they are */
        g.close[t] = leader[t] == NONE ? 0 : 1;
    for (uint32_t i = 0; i < n; i++)
        if (leader[order[i].text] == NONE)
            lead(&g, order[i].text, SOME);
    for (uint32_t t = 0; t < n; t++)
        leader[t] = leader[t] == NONE ? t : leader[t];
}
