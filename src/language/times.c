/* times.c: the time expressions of an article: cut each block, find by grammar, resolve in order. */
#include "language/timefind.h"

typedef VEC(TimeDraft) TimeDrafts;

/* Whether the word is a finite verb in the past (-1), of the future (1) or neither; the tagger's features where they
 * are there, else the auxiliaries. */
static int word_tense(const TimeWord *w, Str s)
{
    if (w->kind == WORD_TENSE)
        return w->value;
    bool weak_past = w->kind == WORD_OTHER && !(w->flags & WORD_UPPER) && s.len > 4 &&
                     (str_ends(s, STR("te")) || str_ends(s, STR("ten")));
    return weak_past ? -1 : 0;
}

static bool ends_clause(const TimeFinder *f, size_t i, bool comma_too)
{
    if (f->words[i].kind != WORD_PUNCT)
        return false;
    int c = f->words[i].value;
    if (c == '.')
        return !timefind_glued(f, i) || (i && f->words[i - 1].kind != WORD_NUMBER);
    return c == '!' || c == '?' || c == ';' || (comma_too && c == ',');
}

/* The tense of the nearest verb in the clause, then in the sentence. Looks at most 40 words each way. */
static int tense_around(const TimeFinder *f, size_t first, size_t end)
{
    for (int wide = 0; wide < 2; wide++) {
        bool left = true, right = true;
        for (size_t step = 1; step <= 40 && (left || right); step++) {
            left = left && first >= step && !ends_clause(f, first - step, !wide);
            right = right && end + step - 1 < f->n && !ends_clause(f, end + step - 1, !wide);
            int before = left ? word_tense(&f->words[first - step], timefind_word(f, first - step)) : 0;
            int after = right ? word_tense(&f->words[end + step - 1], timefind_word(f, end + step - 1)) : 0;
            if (before || after)
                return before ? before : after;
        }
    }
    return 0;
}

static void find_in_block(const TimeIndex *index, Str text, Span block, TimeWords *words, TimeDrafts *drafts)
{
    words->len = 0;
    timewords_cut(index, text, block.begin, block.end, words);
    TimeFinder f = {text, words->data, words->len, 0};
    for (size_t i = 0; i < f.n; i++) {
        TimeWordKind kind = timefind_kind(&f, i);
        TimeDraft draft;
        size_t first, end;
        if (kind == WORD_OTHER || kind == WORD_PUNCT || (kind >= WORD_RELATIVE && kind != WORD_HALF))
            continue;
        if (i < f.taken || !timefind_at(&f, i, &draft, &first, &end) || first < f.taken || end > f.n)
            continue;
        draft.span = (Span){f.words[first].begin, f.words[end - 1].end};
        draft.tense = tense_around(&f, first, end);
        f.taken = end;
        vec_push(drafts, draft);
    }
}

/* "heute" is a day in the news and the present age in an essay: it is a day where the article names other days near its
 * own, or no time long gone. */
static bool speaks_of_days(const TimeDrafts *drafts, int year)
{
    size_t days = 0, ages = 0;
    for (size_t i = 0; i < drafts->len; i++) {
        const TimeDraft *d = &drafts->data[i];
        days += d->kind == TIMEX_DAY || d->kind == TIMEX_WEEKDAY || d->kind == TIMEX_CLOCK || d->kind == TIMEX_PART;
        ages += (d->kind == TIMEX_REF && d->year == REF_PAST) || d->kind == TIMEX_DECADE || d->kind == TIMEX_CENTURY ||
                (d->kind == TIMEX_DATE && d->year > 0 && d->year < year - 3);
    }
    return 2 * days >= ages;
}

/* A year said as "vorigen Jahres" behind a month is known only with the article's. */
static void settle_year(TimeDraft *d, const TimeContext *c)
{
    if (d->year == -1) {
        d->year = c->year ? c->year + d->shift : 0;
        d->shifted = false;
    }
}

void times_find(const Article *article, Arena *arena, Analysis *inout)
{
    TimeIndex index;
    TimeWords words = {0};
    TimeDrafts drafts = {0};
    VEC(TimeExpression) found = {0};
    time_index_init(&index);
    for (size_t b = 0; b < article->n_blocks; b++)
        if (block_is_body(article->blocks[b].kind) || article->blocks[b].kind == BLOCK_TITLE)
            find_in_block(&index, article->text, article->blocks[b].span, &words, &drafts);
    TimeContext context = timex_context(article->published);
    context.today_is_day = speaks_of_days(&drafts, context.year);
    uint32_t told = 0; /* where the last date with year and month ended */
    for (size_t i = 0; i < drafts.len; i++) {
        TimeDraft *d = &drafts.data[i];
        context.last_near = context.last_month && told && d->span.begin - told < 300;
        settle_year(d, &context);
        if (d->kind == TIMEX_DATE && d->year > 0 && d->month)
            told = d->span.end;
        vec_push(&found, timex_resolve(&context, d, arena));
    }
    inout->n_times = found.len;
    inout->times = vec_to_arena(&found, arena);
    vec_release(&words);
    vec_release(&drafts);
}
