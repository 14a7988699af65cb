/* days.c: what a picture dates. */
#include "view/strings.h"
#include "view/view.h"

#include "base/map.h"

void view_days(const Picture *picture, Str *first, Str *last)
{
    bool any_day = false;
    *first = *last = STR_EMPTY;
    for (size_t i = 0; i < picture->n_articles; i++)
        any_day |= picture->articles[i].published.len >= 10;
    for (size_t i = 0; i < picture->n_articles; i++) {
        Str day = str_slice(picture->articles[i].published, 0, 10);
        if (!day.len || (any_day && day.len < 10))
            continue;
        if (!first->len || str_compare(day, *first) < 0)
            *first = day;
        if (!last->len || str_compare(day, *last) > 0)
            *last = day;
    }
}

void view_add_days(StrBuf *out, LagebildLanguage language, const Picture *picture)
{
    Str first, last;
    view_days(picture, &first, &last);
    view_date(out, language, first);
    if (!str_equal(first, last)) {
        strbuf_add_c(out, " – ");
        view_date(out, language, last);
    }
}

ViewRepeat *view_timeline_repeats(const Picture *picture, Arena *arena)
{
    ViewRepeat *repeats = ARENA_NEW(arena, ViewRepeat, picture->n_timeline);
    StrMap last_of = {0}; /* words of a sentence → the latest entry with them, for entries of one value */
    for (uint32_t i = 0; i < picture->n_timeline; i++) {
        const TimelineEntry *t = &picture->timeline[i];
        if (i && !str_equal(t->value, t[-1].value))
            strmap_release(&last_of);
        uint32_t *last =
            strmap_put(&last_of, str_span(picture->sources[t->at.article].article->text, t->sentence), i, NULL);
        repeats[i] = (ViewRepeat){*last != i, UINT32_MAX};
        if (*last != i)
            repeats[*last].next = i;
        *last = i;
    }
    strmap_release(&last_of);
    return repeats;
}
