#include "statement/find.h"

/* Mentions whose head lies in one of the spans. */
void speaker_resolve(Finder *f, Statement *s, const Attribution *by)
{
    (void)by;
    const Analysis *an = f->analysis;
    uint32_t found[8];
    size_t n = 0;
    Resolution how = RESOLVED_NOT;
    for (size_t i = 0; i < s->speaker.len; i++) {
        size_t low = 0, high = an->n_mentions;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (an->mentions[middle].head.begin < s->speaker.data[i].begin)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < an->n_mentions && an->mentions[low].head.end <= s->speaker.data[i].end && n < 8; low++) {
            const Mention *m = &an->mentions[low];
            if (m->entity == ENTITY_NONE)
                continue;
            if (!n)
                how = m->kind == MENTION_NAME ? RESOLVED_NAME : m->kind == MENTION_TITLE ? RESOLVED_TITLE : RESOLVED_PRONOUN;
            found[n++] = m->entity;
        }
    }
    if (s->type == STATEMENT_INDIRECT_FREE_INDIRECT || s->type == STATEMENT_FREE_INDIRECT)
        how = n ? RESOLVED_CARRIED : how;
    s->speakers = arena_copy(f->arena, found, n * sizeof found[0]);
    s->n_speakers = n;
    s->resolved = how;
}
