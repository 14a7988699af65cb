/* held.c: what a text holds of others, where it was not compared with them because it follows another: its leader was,
 * and what of the leader stands in it holds there too.
 *
 *     leader     |=====|==========|======|      each stretch weighs what others have of it: edges, and their integral
 *     follower   |==|     |=========|           the stretches of the leader that it has: their part of the integral */
#include "base/vec.h"
#include "copy/steps.h"

/* Where the weight of a leader's bytes changes. */
typedef struct Edge {
    uint32_t text, at;
    double slope;  /* weight of a byte from here on; while filling: the change */
    double before; /* weight of all bytes up to here */
} Edge;
typedef VEC(Edge) EdgeVec;

static void add_edges(EdgeVec *edges, uint32_t text, Span leader, Span other, uint32_t copies)
{
    if (leader.begin >= leader.end)
        return;
    double slope = (double)(other.end - other.begin) * copies / (leader.end - leader.begin);
    vec_push(edges, (Edge){text, leader.begin, slope, 0});
    vec_push(edges, (Edge){text, leader.end, -slope, 0});
}

static int by_place(const void *pa, const void *pb)
{
    const Edge *a = pa, *b = pb;
    if (a->text != b->text)
        return a->text < b->text ? -1 : 1;
    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    return a->slope < b->slope ? -1 : a->slope > b->slope;
}

static void integrate(EdgeVec *edges)
{
    if (edges->len)
        qsort(edges->data, edges->len, sizeof *edges->data, by_place);
    for (size_t i = 1; i < edges->len; i++) {
        Edge *e = &edges->data[i], *last = e - 1;
        if (e->text != last->text)
            continue;
        e->before = last->before + last->slope * (e->at - last->at);
        e->slope += last->slope;
    }
}

/* Weight of the leader's bytes before `at`. */
static double weight_before(const EdgeVec *edges, uint32_t text, uint32_t at)
{
    size_t low = 0, high = edges->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const Edge *e = &edges->data[middle];
        if (e->text < text || (e->text == text && e->at <= at))
            low = middle + 1;
        else
            high = middle;
    }
    const Edge *last = low ? &edges->data[low - 1] : NULL;
    return last && last->text == text ? last->before + last->slope * (at - last->at) : 0;
}

void copy_add_held(const CopyPairs *pairs, const uint32_t *leader, const uint32_t *cluster, const uint32_t *copies,
                   double *held)
{
    EdgeVec edges = {0};
    for (size_t i = 0; i < pairs->len; i++) {
        const CopyPair *p = &pairs->data[i];
        if (cluster[p->a] != cluster[p->b])
            continue;
        for (size_t k = 0; k < p->n_passages; k++) {
            if (leader[p->a] == p->a)
                add_edges(&edges, p->a, p->passages[k].a, p->passages[k].b, copies[p->b]);
            if (leader[p->b] == p->b)
                add_edges(&edges, p->b, p->passages[k].b, p->passages[k].a, copies[p->a]);
        }
    }
    integrate(&edges);
    for (size_t i = 0; i < pairs->len; i++) {
        const CopyPair *p = &pairs->data[i];
        bool follows = leader[p->a] == p->b;
        if (cluster[p->a] != cluster[p->b] || (!follows && leader[p->b] != p->a))
            continue;
        uint32_t follower = follows ? p->a : p->b, first = follows ? p->b : p->a;
        for (size_t k = 0; k < p->n_passages; k++) {
            Span s = follows ? p->passages[k].b : p->passages[k].a;
            held[follower] += weight_before(&edges, first, s.end) - weight_before(&edges, first, s.begin);
        }
        held[follower] -= copy_pair_shared(p, follows) * copies[follower]; /* nobody holds himself */
    }
    vec_release(&edges);
}
