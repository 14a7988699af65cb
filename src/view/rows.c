/* rows.c: wordings side by side: rows that are the same to the letter are one row with several places. */
#include "view/view.h"

#include "base/map.h"
#include "view/unique.h"

static const Statement *statement_of(const Picture *picture, uint32_t number)
{
    const PictureStatement *ps = &picture->statements[number];
    return &picture->sources[ps->article].statements->data[ps->index];
}

static const Article *article_of(const Picture *picture, uint32_t number)
{
    return picture->sources[picture->statements[number].article].article;
}

/* By name: what readers cannot tell apart is the same to them. */
static Str speakers_in(const Picture *picture, uint32_t number, Arena *arena)
{
    StrBuf names = STRBUF_INIT;
    view_speaker_names(&names, picture, picture->statements[number].speakers, picture->statements[number].n_speakers);
    Str out = arena_str(arena, strbuf_str(&names));
    strbuf_release(&names);
    return out;
}

static ViewRepeat *find_repeats(const Str *rows, size_t n, Arena *arena)
{
    ViewRepeat *repeats = ARENA_NEW(arena, ViewRepeat, n);
    StrMap last_of = {0}; /* row → the latest like it */
    for (uint32_t i = 0; i < n; i++) {
        uint32_t *last = strmap_put(&last_of, rows[i], i, NULL);
        repeats[i] = (ViewRepeat){*last != i, UINT32_MAX};
        if (*last != i)
            repeats[*last].next = i;
        *last = i;
    }
    strmap_release(&last_of);
    return repeats;
}

/* All that is shown of a statement but its place. */
static Str statement_row(const Picture *picture, uint32_t number, Str words, Str speakers, Arena *arena)
{
    const Statement *s = statement_of(picture, number);
    Str unnamed =
        speakers.len ? STR_EMPTY : place_words_in(arena, article_of(picture, number), s->speaker.data, s->speaker.len);
    return arena_format(arena, "%.*s\n%d %d %d\n%.*s\n%.*s", STR_ARG(words), s->act, s->negated, s->conditional,
                        STR_ARG(speakers), STR_ARG(unnamed));
}

/* What is unique is asked of the rows that are shown. */
static void mark_unique(ViewRows *rows, size_t n, Arena *arena)
{
    Str *shown = ARENA_NEW(arena, Str, n);
    size_t n_shown = 0;
    for (size_t i = 0; i < n; i++)
        if (!rows->repeats[i].repeats)
            shown[n_shown++] = rows->words[i];
    Spans *unique = unique_words(shown, n_shown, arena);
    rows->unique = ARENA_NEW(arena, Spans, n);
    for (size_t i = 0, k = 0; i < n; i++)
        if (!rows->repeats[i].repeats)
            rows->unique[i] = unique[k++];
}

bool view_group_is_shown(const Picture *picture, const PictureGroup *group)
{
    for (size_t i = 1; i < group->n_members; i++)
        if (picture->statements[group->members[i]].article != picture->statements[group->members[0]].article)
            return true;
    return false;
}

size_t view_groups_shown(const Picture *picture)
{
    size_t n = 0;
    for (size_t i = 0; i < picture->n_groups; i++)
        n += view_group_is_shown(picture, &picture->groups[i]);
    return n;
}

ViewRows view_group_rows(const Picture *picture, const PictureGroup *group, Arena *arena)
{
    size_t n = 0;
    ViewRows out = {.statements = ARENA_NEW(arena, uint32_t, group->n_members), .head = UINT32_MAX};
    for (size_t i = 0; i < group->n_members; i++)
        if (!view_is_within(picture, group->members[i]))
            out.statements[n++] = group->members[i];
    out.n = n;
    out.places = ARENA_NEW(arena, PictureSpan, n);
    out.words = ARENA_NEW(arena, Str, n);
    Str *rows = ARENA_NEW(arena, Str, n), head = STR_EMPTY;
    bool differ = false;
    for (size_t i = 0; i < n; i++) {
        uint32_t number = out.statements[i];
        const Spans *quote = &statement_of(picture, number)->quote;
        Str speakers = speakers_in(picture, number, arena);
        out.places[i] = (PictureSpan){picture->statements[number].article, quote->data[0], STR_EMPTY};
        out.words[i] = place_words_in(arena, article_of(picture, number), quote->data, quote->len);
        if (speakers.len && !head.len)
            out.head = number, head = speakers;
        differ |= speakers.len && !str_equal(speakers, head);
        rows[i] = statement_row(picture, number, out.words[i], speakers, arena);
    }
    if (differ)
        out.head = UINT32_MAX;
    out.repeats = find_repeats(rows, n, arena);
    mark_unique(&out, n, arena);
    return out;
}

ViewRepeat *view_difference_repeats(const Picture *picture, const PictureDifference *difference, Arena *arena)
{
    Str *rows = ARENA_NEW(arena, Str, difference->n_spans);
    for (size_t i = 0; i < difference->n_spans; i++) {
        const PictureSpan *at = &difference->spans[i];
        const PictureSource *source = &picture->sources[at->article];
        PlaceContext c = place_context(source->article, source->analysis, at->span);
        rows[i] =
            arena_format(arena, "%.*s\n%.*s\n%.*s\n%.*s", STR_ARG(c.before),
                         STR_ARG(str_span(source->article->text, at->span)), STR_ARG(c.after), STR_ARG(at->value));
    }
    return find_repeats(rows, difference->n_spans, arena);
}
