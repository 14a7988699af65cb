/* differences.c: where reports of the same thing differ. Each kind is found by a file of its own; here they are gathered. */
#include "picture/build.h"

#include <stdlib.h>

static int by_place(const void *pa, const void *pb)
{
    const PictureSpan *a = pa, *b = pb;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    if (a->span.begin != b->span.begin)
        return a->span.begin < b->span.begin ? -1 : 1;
    return a->span.end < b->span.end ? -1 : a->span.end > b->span.end;
}

void difference_add(Build *b, DifferenceClass class, const PictureSpan *spans, size_t n, const char *why)
{
    PictureSpan *kept = arena_copy(b->arena, spans, n * sizeof *spans);
    qsort(kept, n, sizeof *kept, by_place);
    vec_push(&b->differences, (PictureDifference){class, kept, n, why});
}

/* The most telling classes first, then by place. */
static int by_class(const void *pa, const void *pb)
{
    const PictureDifference *a = pa, *b = pb;
    if (a->class != b->class)
        return a->class < b->class ? -1 : 1;
    return by_place(&a->spans[0], &b->spans[0]);
}

/* Swapped words whose original is known are a difference between two pages. */
static void add_spun(Build *b)
{
    for (size_t i = 0; i < b->picture->n_spun; i++) {
        const SpunWord *s = &b->picture->spun[i];
        if (s->original.article == UINT32_MAX || s->original.article == s->at.article)
            continue;
        PictureSpan pair[] = {s->at, s->original};
        for (int k = 0; k < 2; k++)
            pair[k].value = str_span(b->sources[pair[k].article].article->text, pair[k].span);
        difference_add(b, DIFFERENCE_SPUN, pair, 2, "a word of one page was swapped for another");
    }
}

void build_differences(Build *b)
{
    find_numbers(b);
    find_spelling(b);
    find_wording(b);
    find_state(b);
    find_single(b);
    add_spun(b);
    Picture *p = b->picture;
    if (b->differences.len)
        qsort(b->differences.data, b->differences.len, sizeof *b->differences.data, by_class);
    p->n_differences = b->differences.len;
    p->differences = vec_to_arena(&b->differences, b->arena);
}
