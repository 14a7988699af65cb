/* dates.c: a page that says only "am Freitag", or only a month, gets its day from the other pages of its story.
 *
 *     page A  published 2022-01-21            page B  "am Freitag", no date
 *     the Friday nearest to A's day that B's own words allow ─▶ B 2022-01-21, derived */
#include "picture/build.h"

#include "story/vector.h"

#include <stdlib.h>

#define DAY 86400
/* A page may come this many days after the weekday it names ("am Freitag" is never last week's). */
#define WEEKDAY_REACH 6

/* Day number of a date with year, month and day; false for less. Day 0 is a Thursday (1970-01-01). */
static bool day_of(Str published, int64_t *day)
{
    int64_t seconds;
    if (!story_time(str_slice(published, 0, 10), &seconds))
        return false;
    *day = (seconds - (seconds % DAY + DAY) % DAY) / DAY;
    return true;
}

static int weekday_of(int64_t day) { return (int)(((day + 3) % 7 + 7) % 7) + 1; } /* Monday is 1 */

/* "XXXX-WXX-5" → 5, else 0. */
static int weekday_in(Str value)
{
    size_t n = value.len;
    if (n < 10 || !str_starts(value, STR("XXXX-W")) || value.data[8] != '-' || value.data[9] < '1' ||
        value.data[9] > '7')
        return 0;
    return value.data[9] - '0';
}

/* The calendar day of day number `day` as ISO 8601 (H. Hinnant's civil_from_days). */
static Str date_of(Arena *arena, int64_t day)
{
    int64_t z = day + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
    unsigned of_era = (unsigned)(z - era * 146097);
    unsigned year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    unsigned of_year = of_era - (365 * year + year / 4 - year / 100), shifted = (5 * of_year + 2) / 153;
    unsigned of_month = of_year - (153 * shifted + 2) / 5 + 1, month = shifted < 10 ? shifted + 3 : shifted - 9;
    return arena_format(arena, "%04lld-%02u-%02u", (long long)(year + era * 400 + (month <= 2)), month, of_month);
}

static bool is_body_at(const Article *a, uint32_t at)
{
    const Block *block = article_block_at(a, at);
    return block && block_is_body(block->kind);
}

/* Bits 1 to 7 of the weekdays the body names, and the first of them; 0 when it names none. */
static unsigned weekdays_named(const PictureSource *s, int *first)
{
    unsigned named = 0;
    *first = 0;
    for (size_t i = 0; i < s->analysis->n_times; i++) {
        const TimeExpression *t = &s->analysis->times[i];
        int weekday = weekday_in(t->value);
        if (!weekday || !is_body_at(s->article, t->span.begin))
            continue;
        named |= 1u << weekday;
        if (!*first)
            *first = weekday;
    }
    return named;
}

/* The day the story's dated pages agree on most, the earliest among equals; false when no page is dated. */
static bool story_day(const Build *b, int64_t *day)
{
    size_t best = 0;
    for (size_t i = 0; i < b->n; i++) {
        int64_t own, other;
        size_t votes = 0;
        if (!day_of(b->sources[i].article->published, &own))
            continue;
        for (size_t k = 0; k < b->n; k++)
            votes += day_of(b->sources[k].article->published, &other) && other == own;
        if (votes > best || (votes == best && own < *day)) {
            best = votes;
            *day = own;
        }
    }
    return best > 0;
}

void build_dates(Build *b)
{
    int64_t day = 0;
    bool dated = story_day(b, &day);
    for (size_t i = 0; i < b->n; i++) {
        const Article *a = b->sources[i].article;
        PictureArticle *p = &b->picture->articles[i];
        int64_t own;
        p->published = a->published;
        p->basis = a->published_basis;
        if (!dated || day_of(a->published, &own))
            continue;
        int first;
        unsigned named = weekdays_named(&b->sources[i], &first);
        /* The day of the others if the page names it as a weekday; else the first weekday it names, nearest to that day. */
        int64_t derived = day;
        if (named && !(named & 1u << weekday_of(day))) {
            int behind = (weekday_of(day) - first + 7) % 7;
            derived = behind <= WEEKDAY_REACH / 2 ? day - behind : day + 7 - behind;
        }
        Str date = date_of(b->arena, derived);
        /* What the page itself says of its date must hold; a page that says nothing at all of it is left undated. */
        if (!str_starts(date, a->published) || (!named && !a->published.len))
            continue;
        p->published = date;
        p->basis = DATE_DERIVED;
    }
}

/* The value of a weekday that only the story could date: the day of that name in the week up to the page's date. */
Str dates_resolve(const Build *b, uint32_t article, Str value)
{
    int64_t published;
    int weekday = weekday_in(value);
    if (!weekday || !day_of(b->picture->articles[article].published, &published))
        return value;
    return date_of(b->arena, published - (weekday_of(published) - weekday + 7) % 7);
}
