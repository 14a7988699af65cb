/* third.c: what a third text says of two. A doubtful passage stays where a text of another source has the same words of
 * both, beyond doubt: then all three have them from somewhere. */
#include "copy/steps.h"

#define LEAST_SHARED 20   /* words alike that the third must share with each, beyond doubt */
#define MOST_SEEN 512     /* passages of a text that are looked at for a doubtful one ... */
#define MOST_WITNESSES 64 /* ... and kept */

/* One side of a passage beyond doubt. */
typedef struct Side {
    uint32_t text, other;
    Span here, there;
} Side;

typedef struct Third {
    VEC(Side) sides; /* by (text, begin) */
    size_t *first;   /* of each text, and one more */
} Third;

static bool is_sound(const CopyPassage *p) { return !p->doubtful && !p->quotation; }

static int by_place(const void *pa, const void *pb)
{
    const Side *a = pa, *b = pb;
    if (a->text != b->text)
        return a->text < b->text ? -1 : 1;
    if (a->here.begin != b->here.begin)
        return a->here.begin < b->here.begin ? -1 : 1;
    if (a->other != b->other)
        return a->other < b->other ? -1 : 1;
    return a->there.begin < b->there.begin ? -1 : a->there.begin > b->there.begin;
}

static void list_sides(Third *t, const CopyText *texts, size_t n, const CopyPairs *pairs)
{
    for (size_t i = 0; i < pairs->len; i++) {
        const CopyPair *pair = &pairs->data[i];
        uint32_t shared = 0;
        for (size_t k = 0; k < pair->n_passages; k++)
            shared += is_sound(&pair->passages[k]) ? pair->passages[k].words_same : 0;
        if (shared < LEAST_SHARED || copy_is_one_source(&texts[pair->a], &texts[pair->b]))
            continue;
        for (size_t k = 0; k < pair->n_passages; k++) {
            const CopyPassage *p = &pair->passages[k];
            if (!is_sound(p))
                continue;
            vec_push(&t->sides, (Side){pair->a, pair->b, p->a, p->b});
            vec_push(&t->sides, (Side){pair->b, pair->a, p->b, p->a});
        }
    }
    if (t->sides.len)
        qsort(t->sides.data, t->sides.len, sizeof *t->sides.data, by_place);
    t->first = mem_zero(n + 1, sizeof *t->first);
    for (size_t i = 0; i < t->sides.len; i++)
        t->first[t->sides.data[i].text + 1]++;
    for (size_t i = 0; i < n; i++)
        t->first[i + 1] += t->first[i];
}

/* The sides of `text` that hold half of a span at least; returns how many. */
static size_t find_holding(const Third *t, uint32_t text, Span s, const Side *out[MOST_WITNESSES])
{
    size_t low = t->first[text], high = t->first[text + 1], n = 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (t->sides.data[middle].here.begin < s.end)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low, seen = 0; i > t->first[text] && seen < MOST_SEEN && n < MOST_WITNESSES; seen++) {
        const Side *x = &t->sides.data[--i];
        uint32_t from = x->here.begin > s.begin ? x->here.begin : s.begin,
                 to = x->here.end < s.end ? x->here.end : s.end;
        if (to > from && (to - from) * 2 >= s.end - s.begin)
            out[n++] = x;
    }
    return n;
}

static bool is_borne_out(const Third *t, const CopyPair *pair, const CopyPassage *p)
{
    const Side *a[MOST_WITNESSES], *b[MOST_WITNESSES];
    size_t n = find_holding(t, pair->a, p->a, a), m = n ? find_holding(t, pair->b, p->b, b) : 0;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < m; k++)
            if (a[i]->other == b[k]->other && a[i]->there.begin < b[k]->there.end &&
                b[k]->there.begin < a[i]->there.end)
                return true;
    return false;
}

/* Keeps what is beyond doubt and, with a third at hand, what it bears out. */
static void settle_pair(const Third *t, CopyPair *pair)
{
    size_t kept = 0;
    for (size_t k = 0; k < pair->n_passages; k++) {
        CopyPassage p = pair->passages[k];
        if (p.doubtful && !(t && is_borne_out(t, pair, &p)))
            continue;
        p.doubtful = false;
        pair->passages[kept++] = p;
    }
    pair->n_passages = kept;
}

void copy_settle_pair(CopyPair *pair) { settle_pair(NULL, pair); }

void copy_settle(const CopyText *texts, size_t n, CopyPairs *pairs)
{
    Third t = {0};
    size_t kept = 0;
    list_sides(&t, texts, n, pairs);
    for (size_t i = 0; i < pairs->len; i++) {
        settle_pair(&t, &pairs->data[i]);
        if (pairs->data[i].n_passages)
            pairs->data[kept++] = pairs->data[i];
    }
    pairs->len = kept;
    vec_release(&t.sides);
    vec_free(t.first);
}
