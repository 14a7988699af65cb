/* share.c: how much of each text stands in others: all its passages with all partners laid over each other. */
#include "base/vec.h"
#include "copy/steps.h"

typedef VEC(Span) SpanVec;

/* One side of a passage. */
typedef struct Side {
    Span span;
    bool quotation;
} Side;

static int by_place(const void *pa, const void *pb)
{
    const Side *a = pa, *b = pb;
    if (a->span.begin != b->span.begin)
        return a->span.begin < b->span.begin ? -1 : 1;
    return a->span.end < b->span.end ? -1 : a->span.end > b->span.end;
}

/* The union of sides in order, of those of prose only or of all. */
static void unite(const Side *sides, size_t n, bool prose_only, SpanVec *out)
{
    out->len = 0;
    for (size_t i = 0; i < n; i++) {
        Span *last = out->len ? &out->data[out->len - 1] : NULL, s = sides[i].span;
        if (prose_only && sides[i].quotation)
            continue;
        if (last && s.begin <= last->end)
            last->end = s.end > last->end ? s.end : last->end;
        else
            vec_push(out, s);
    }
}

/* Code points of `text` that lie in both lists, each in order and without overlap. */
static size_t count_common(Str text, const Span *x, size_t n, const Span *y, size_t m)
{
    size_t count = 0;
    for (size_t i = 0, k = 0; i < n && k < m;) {
        size_t begin = x[i].begin > y[k].begin ? x[i].begin : y[k].begin;
        size_t end = x[i].end < y[k].end ? x[i].end : y[k].end;
        for (; begin < end && begin < text.len; begin++)
            count += ((unsigned char)text.data[begin] & 0xC0) != 0x80;
        if (x[i].end < y[k].end)
            i++;
        else
            k++;
    }
    return count;
}

static CopyShare share_of(const CopyText *t, Side *sides, size_t n, SpanVec *spans)
{
    Span all = {0, (uint32_t)t->text.len};
    const Span *body = t->body ? t->body : &all;
    size_t n_body = t->body ? t->n_body : 1, size = count_common(t->text, body, n_body, &all, 1);
    CopyShare share = {0, 0, 1};
    if (!size || !n)
        return share;
    qsort(sides, n, sizeof *sides, by_place);
    unite(sides, n, true, spans);
    size_t copied = count_common(t->text, body, n_body, spans->data, spans->len);
    unite(sides, n, false, spans);
    size_t any = count_common(t->text, body, n_body, spans->data, spans->len);
    share.copied = (double)copied / (double)size;
    share.quoted = (double)(any - copied) / (double)size;
    share.own = (double)(size - any) / (double)size;
    return share;
}

void copy_shares(const CopyText *texts, size_t n, const CopyPairs *pairs, CopyShare *out)
{
    size_t *end = mem_zero(n + 2, sizeof *end); /* of text t's sides at t + 1; while filling at t + 2 */
    for (size_t i = 0; i < pairs->len; i++) {
        end[pairs->data[i].a + 2] += pairs->data[i].n_passages;
        end[pairs->data[i].b + 2] += pairs->data[i].n_passages;
    }
    for (size_t t = 0; t < n; t++)
        end[t + 2] += end[t + 1];
    Side *sides = mem_alloc((end[n + 1] + 1) * sizeof *sides);
    for (size_t i = 0; i < pairs->len; i++) {
        const CopyPair *pair = &pairs->data[i];
        for (size_t k = 0; k < pair->n_passages; k++) {
            const CopyPassage *p = &pair->passages[k];
            sides[end[pair->a + 1]++] = (Side){p->a, p->quotation};
            sides[end[pair->b + 1]++] = (Side){p->b, p->quotation};
        }
    }
    SpanVec spans = {0};
    for (size_t t = 0; t < n; t++)
        out[t] = share_of(&texts[t], sides + end[t], end[t + 1] - end[t], &spans);
    vec_release(&spans);
    vec_free(sides);
    vec_free(end);
}
