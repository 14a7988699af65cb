/* timeline.c: what the articles date, in order of time. */
#include "picture/build.h"

#include <stdlib.h>

/* "2022-01-21", "2022-01", "2022-W03", "2022-01-21T11:00": begins with a year. */
static bool is_dated(Str value)
{
    if (value.len < 4)
        return false;
    for (size_t i = 0; i < 4; i++)
        if (value.data[i] < '0' || value.data[i] > '9')
            return false;
    return value.len == 4 || value.data[4] == '-';
}

static int by_time(const void *pa, const void *pb)
{
    const TimelineEntry *a = pa, *b = pb;
    int c = str_compare(a->value, b->value);
    if (c)
        return c;
    if (a->at.article != b->at.article)
        return a->at.article < b->at.article ? -1 : 1;
    return a->at.span.begin < b->at.span.begin ? -1 : a->at.span.begin > b->at.span.begin;
}

/* The sentence that holds byte `at`, searched from *from on, which moves along. */
static const Sentence *sentence_at(const Analysis *a, uint32_t at, size_t *from)
{
    while (*from < a->n_sentences && a->sentences[*from].span.end <= at)
        ++*from;
    return *from < a->n_sentences && a->sentences[*from].span.begin <= at ? &a->sentences[*from] : NULL;
}

void build_timeline(Build *b)
{
    VEC(TimelineEntry) entries = {0};
    for (uint32_t i = 0; i < b->n; i++) {
        const PictureSource *s = &b->sources[i];
        size_t from = 0;
        for (size_t k = 0; k < s->analysis->n_times; k++) {
            const TimeExpression *t = &s->analysis->times[k];
            const Sentence *sentence = sentence_at(s->analysis, t->span.begin, &from);
            Str value = dates_resolve(b, i, t->value);
            if ((t->type != TIME_DATE && t->type != TIME_TIME) || !sentence || !is_dated(value))
                continue;
            vec_push(&entries, (TimelineEntry){value, {i, t->span, value}, sentence->span});
        }
    }
    if (entries.len)
        qsort(entries.data, entries.len, sizeof *entries.data, by_time);
    b->picture->n_timeline = entries.len;
    b->picture->timeline = vec_to_arena(&entries, b->arena);
}
