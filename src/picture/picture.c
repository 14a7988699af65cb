/* picture.c: a story's articles → one picture; the steps in their order. */
#include "picture/build.h"

const char *difference_class_name(DifferenceClass c)
{
    static const char *const NAMES[] = {"conflict", "wording", "precision", "spelling",
                                        "same",     "state",   "single",    "spun"};
    return NAMES[c];
}

void build_statements(Build *b)
{
    Picture *p = b->picture;
    VEC(PictureStatement) all = {0};
    for (uint32_t i = 0; i < b->n; i++)
        for (uint32_t k = 0; k < b->sources[i].statements->len; k++) {
            const Statement *s = &b->sources[i].statements->data[k];
            PictureStatement out = {i, k, ARENA_NEW(b->arena, uint32_t, s->n_speakers), 0, UINT32_MAX};
            for (size_t w = 0; w < s->n_speakers; w++)
                if (s->speakers[w] < b->sources[i].analysis->n_entities)
                    out.speakers[out.n_speakers++] = p->articles[i].entity_of[s->speakers[w]];
            vec_push(&all, out);
        }
    p->n_statements = all.len;
    p->statements = vec_to_arena(&all, b->arena);
}

Status picture_make(const PictureSource *sources, size_t n, unsigned threads, Arena *arena, Picture *out, Error *err)
{
    *out = (Picture){.sources = sources, .n_articles = n, .articles = ARENA_NEW(arena, PictureArticle, n)};
    Build b = {.arena = arena, .picture = out, .sources = sources, .n = n};
    build_content(&b);
    build_entities(&b);
    build_content_entities(&b);
    build_dates(&b);
    Status status = build_passages(&b, threads, err);
    if (status != LAGEBILD_OK)
        return status;
    build_spun(&b);
    build_shares(&b);
    build_statements(&b);
    build_groups(&b);
    build_differences(&b);
    build_timeline(&b);
    return LAGEBILD_OK;
}
