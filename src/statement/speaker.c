#include "statement/find.h"

enum { MAX_SPEAKERS = 8 };

typedef struct Found {
    uint32_t entity[MAX_SPEAKERS];
    size_t n;
    Resolution how;
} Found;

static void add_entity(Found *found, uint32_t entity)
{
    for (size_t i = 0; i < found->n; i++)
        if (found->entity[i] == entity)
            return;
    if (found->n < MAX_SPEAKERS)
        found->entity[found->n++] = entity;
}

/* A pair is one entity named "A und B"; its members are what can be asked for. */
static bool add_members(const Analysis *an, Found *found, uint32_t pair)
{
    Str name = an->entities[pair].name, joint = STR(" und ");
    size_t at = str_find(name, joint, 0);
    if (at == SIZE_MAX)
        return false;
    Str parts[2] = {str_slice(name, 0, at), str_slice(name, at + joint.len, name.len)};
    uint32_t members[2] = {ENTITY_NONE, ENTITY_NONE};
    for (uint32_t e = 0; e < an->n_entities; e++)
        for (int k = 0; k < 2; k++)
            if (e != pair && str_equal(an->entities[e].name, parts[k]))
                members[k] = e;
    if (members[0] == ENTITY_NONE || members[1] == ENTITY_NONE)
        return false;
    add_entity(found, members[0]);
    add_entity(found, members[1]);
    return true;
}

/* Whether the mention is the phrase from token `first` on, not one inside it: "40 Kinder der Schule Isen" are not Isen. */
static bool is_its_head(const Finder *f, const Mention *m, uint32_t first)
{
    for (uint32_t i = first; i < m->first; i++)
        if (f->classes[i] == CLASS_NOUN || f->classes[i] == CLASS_PROPN)
            return false;
    return true;
}

/* The first mention whose head begins at byte `at` or behind it. */
static size_t first_mention(const Analysis *an, uint32_t at)
{
    size_t low = 0, high = an->n_mentions;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (an->mentions[middle].head.begin < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Entities of the mentions whose head lies in one of the spans. Only mentions of the phrase itself count: in "der
 * Sprecher der Werft" it is the speaker, so the first decides, and others only when joined to it by "und". */
static Found find_entities(const Finder *f, Spans spans)
{
    const Analysis *an = f->analysis;
    Found found = {.how = RESOLVED_NOT};
    for (size_t i = 0; i < spans.len; i++) {
        for (size_t low = first_mention(an, spans.data[i].begin); low < an->n_mentions && an->mentions[low].head.begin < spans.data[i].end;
             low++) {
            const Mention *m = &an->mentions[low];
            if (m->head.end > spans.data[i].end || m->entity == ENTITY_NONE)
                continue;
            bool joined = m->first > 0 && f->words[m->first - 1] == WORD_UND;
            if (found.n && !joined)
                continue;
            if (!found.n && m->entity_kind == ENTITY_PLACE &&
                !is_its_head(f, m, (uint32_t)analysis_token_at(an, spans.data[i].begin)))
                continue; /* people of a place are not the place */
            if (!found.n)
                found.how = m->kind == MENTION_NAME    ? RESOLVED_NAME
                            : m->kind == MENTION_TITLE ? RESOLVED_TITLE
                                                       : RESOLVED_PRONOUN;
            if (!add_members(an, &found, m->entity))
                add_entity(&found, m->entity);
        }
    }
    return found;
}

bool speaker_is_known(const Finder *f, const TokenSpans *speaker)
{
    Span s = {f->tokens[speaker->at[0].first].span.begin, f->tokens[speaker->at[0].end - 1].span.end};
    const Analysis *an = f->analysis;
    size_t low = first_mention(an, s.begin);
    return low < an->n_mentions && an->mentions[low].head.end <= s.end && an->mentions[low].entity != ENTITY_NONE &&
           an->mentions[low].entity_kind != ENTITY_OTHER &&
           (an->mentions[low].entity_kind != ENTITY_PLACE ||
            is_its_head(f, &an->mentions[low], speaker->at[0].first));
}

/* Who a relative pronoun that speaks stands for: the mention that ends before its comma. */
static Found before_relative(const Finder *f, const Attribution *by)
{
    Found found = {.how = RESOLVED_NOT};
    const TokenSpans *s = &by->speaker;
    uint32_t first = s->len ? s->at[0].first : 0;
    if (s->len != 1 || s->at[0].end != first + 1 || first < 2 || f->words[first - 1] != WORD_COMMA ||
        !roles_word_in(f, first, "der die das welcher welche welches"))
        return found;
    const Analysis *an = f->analysis;
    for (uint32_t back = 2; back <= 12 && back <= first && first - back >= f->unit.first; back++) {
        uint32_t at = f->tokens[first - back].span.begin;
        Spans one = {.data = &(Span){at, f->tokens[first - 2].span.end}, .len = 1};
        found = find_entities(f, one);
        if (found.n && an->entities[found.entity[0]].kind != ENTITY_PLACE) {
            found.how = RESOLVED_PRONOUN;
            return found;
        }
    }
    found.n = 0;
    return found;
}

/* Whether the words for the speaker lead back to who spoke before: demnach; seinen Worten, den Angaben (zufolge); man. */
static bool refers_back(const Finder *f, const Attribution *by)
{
    if (by->cue.len && f->words[by->cue.at[0].first] == WORD_DEMNACH)
        return true;
    if (by->speaker.len != 1)
        return false;
    uint32_t first = by->speaker.at[0].first, n = by->speaker.at[0].end - first;
    if (n == 1)
        return roles_word_in(f, first, "man");
    bool source = by->verb == NO_TOKEN && by->cue.len && n == 2; /* nach, laut, zufolge */
    return source && roles_word_in(f, first, "seinen seiner ihren ihrer den diesen dieser dem diesem");
}

/* Nach eigenen Angaben hat X …: it is the subject of that clause who says it. */
static Found named_by_own(Finder *f, const Attribution *by)
{
    Found found = {.how = RESOLVED_NOT};
    if (by->speaker.len != 1 || !roles_word_in(f, by->speaker.at[0].first, "eigenen eigener eigenem"))
        return found;
    size_t p = clauses_at(f, by->speaker.at[0].first);
    while (p < f->pieces.len && f->pieces.data[p].finite == NO_TOKEN)
        p++;
    if (p == f->pieces.len)
        return found;
    TokenSpans subject = roles_subject(f, p, f->pieces.data[p].finite);
    if (!subject.len)
        return found;
    Span span = {f->tokens[subject.at[0].first].span.begin, f->tokens[subject.at[subject.len - 1].end - 1].span.end};
    return find_entities(f, (Spans){&span, 1});
}

/* "nach RKI-Schätzungen", "einer Ifo-Umfrage zufolge": the first part of a compound names whose they are. */
static Found named_in_compound(const Finder *f, const Attribution *by)
{
    Found found = {.how = RESOLVED_NOT};
    const Analysis *an = f->analysis;
    for (uint32_t i = by->speaker.len ? by->speaker.at[0].first : 0; by->speaker.len && i < by->speaker.at[0].end;
         i++) {
        Str word = finder_word(f, i);
        size_t hyphen = str_find_char(word, '-', 0);
        Str first = hyphen == SIZE_MAX || !source_is_noun(f, i) ? STR_EMPTY : str_slice(word, 0, hyphen);
        for (uint32_t e = 0; first.len >= 2 && e < an->n_entities; e++)
            for (size_t k = 0; k < an->entities[e].n_forms && an->entities[e].kind == ENTITY_ORGANISATION; k++)
                if (str_equal(an->entities[e].forms[k], first)) {
                    add_entity(&found, e);
                    found.how = RESOLVED_NAME;
                    return found;
                }
    }
    return found;
}

void speaker_resolve(Finder *f, Statement *s, const Attribution *by)
{
    Found found = find_entities(f, s->speaker);
    if (!found.n)
        found = named_by_own(f, by);
    if (!found.n && by->verb == NO_TOKEN)
        found = named_in_compound(f, by);
    bool carried = s->type == STATEMENT_INDIRECT_FREE_INDIRECT || s->type == STATEMENT_FREE_INDIRECT;
    if (!found.n)
        found = before_relative(f, by);
    bool refers = refers_back(f, by);
    if (!found.n && (carried || refers) && f->active) {
        found.n = f->carried_n;
        memcpy(found.entity, f->carried_entities, found.n * sizeof found.entity[0]);
        carried = true;
    }
    s->speakers = arena_copy(f->arena, found.entity, found.n * sizeof found.entity[0]);
    s->n_speakers = found.n;
    s->resolved = !found.n ? RESOLVED_NOT : carried ? RESOLVED_CARRIED : found.how;
    Found addressed = find_entities(f, s->addressee);
    s->addressees = arena_copy(f->arena, addressed.entity, addressed.n * sizeof addressed.entity[0]);
    s->n_addressees = addressed.n;
}
