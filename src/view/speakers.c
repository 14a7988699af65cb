/* speakers.c: who speaks in a picture, and what of it is shown once. */
#include "view/view.h"

#include "base/vec.h"

#include <stdlib.h>

enum { LOOK_BACK = 16 };

static bool same_entities(const ViewSpeaker *a, const PictureStatement *s)
{
    return a->n_entities == s->n_speakers &&
           (a->n_entities == 0 || memcmp(a->entities, s->speakers, a->n_entities * sizeof *a->entities) == 0);
}

static int most_first(const void *x, const void *y)
{
    const ViewSpeaker *a = x, *b = y;
    if ((a->n_entities == 0) != (b->n_entities == 0))
        return a->n_entities == 0 ? 1 : -1;
    if (a->n_statements != b->n_statements)
        return a->n_statements > b->n_statements ? -1 : 1;
    return a->statements[0] < b->statements[0] ? -1 : 1; /* no two share a statement */
}

ViewSpeakers view_speakers(const Picture *picture, Arena *arena)
{
    VEC(ViewSpeaker) speakers = {0};
    uint32_t *of = ARENA_NEW(arena, uint32_t, picture->n_statements);
    for (size_t i = 0; i < picture->n_statements; i++) {
        const PictureStatement *s = &picture->statements[i];
        while (of[i] < speakers.len && !same_entities(&speakers.data[of[i]], s))
            of[i]++;
        if (of[i] == speakers.len)
            vec_push(&speakers, (ViewSpeaker){.entities = s->speakers, .n_entities = s->n_speakers});
        speakers.data[of[i]].n_statements++;
    }
    for (size_t i = 0; i < speakers.len; i++) {
        speakers.data[i].statements = ARENA_NEW(arena, uint32_t, speakers.data[i].n_statements);
        speakers.data[i].n_statements = 0;
    }
    for (size_t i = 0; i < picture->n_statements; i++) {
        ViewSpeaker *speaker = &speakers.data[of[i]];
        speaker->statements[speaker->n_statements++] = (uint32_t)i;
    }
    if (speakers.len)
        qsort(speakers.data, speakers.len, sizeof *speakers.data, most_first);
    ViewSpeakers out = {.len = speakers.len};
    out.data = vec_to_arena(&speakers, arena);
    return out;
}

/* Each part of the one lies in a part of the other, which holds more. */
static bool is_inside(const Spans *inner, const Spans *outer)
{
    bool same = inner->len == outer->len && memcmp(inner->data, outer->data, inner->len * sizeof *inner->data) == 0;
    for (size_t i = 0, k = 0; i < inner->len; i++) {
        while (k < outer->len && outer->data[k].end < inner->data[i].end)
            k++;
        if (k == outer->len || inner->data[i].begin < outer->data[k].begin)
            return false;
    }
    return !same;
}

bool view_is_within(const Picture *picture, uint32_t number)
{
    const PictureStatement *s = &picture->statements[number];
    const Statement *all = picture->sources[s->article].statements->data, *inner = &all[s->index];
    ViewSpeaker speaker = {s->speakers, s->n_speakers, NULL, 0};
    for (uint32_t back = 1; s->n_speakers && back <= LOOK_BACK && back <= number; back++) {
        const PictureStatement *o = s - back; /* outer ones begin first */
        if (o->article != s->article)
            return false;
        bool tells_more = inner->type != STATEMENT_DIRECT && inner->act != all[o->index].act;
        if (!tells_more && (o->group == s->group || s->group == UINT32_MAX) && same_entities(&speaker, o) &&
            is_inside(&inner->quote, &all[o->index].quote))
            return true;
    }
    return false;
}

bool view_is_repeated(const Picture *picture, const ViewSpeaker *speaker, size_t index)
{
    uint32_t group = picture->statements[speaker->statements[index]].group;
    if (view_is_within(picture, speaker->statements[index]))
        return true;
    if (group == UINT32_MAX)
        return false;
    const PictureGroup *g = &picture->groups[group];
    for (size_t i = 0; i < g->n_members; i++) {
        uint32_t member = g->members[i];
        const PictureStatement *s = &picture->statements[member];
        if (member < speaker->statements[index] && same_entities(speaker, s))
            return true;
    }
    return false;
}

void view_speaker_names(StrBuf *out, const Picture *picture, const uint32_t *entities, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        strbuf_add_c(out, i ? ", " : "");
        if (entities[i] < picture->n_entities)
            strbuf_add(out, picture->entities[entities[i]].name);
    }
}
