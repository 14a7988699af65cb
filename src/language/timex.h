/* timex.h: from what an expression says ("Freitag", "21. Januar", "vor zwei Jahren") to its TIMEX3 value, given the day
 * the article appeared and the times named before.
 *
 * Values follow TIMEX3 as used for German news: 2022-01-21, 2022-W03, 2022-01-21TEV, 2022-01-21T11:00, 199 (a decade),
 * 19 (the years 1900 to 1999), 2014-SU, 2014-Q3, P2Y, PT1H30M, PXD (some days), XXXX-WXX-5 (a Friday), PRESENT_REF. */
#ifndef LANGUAGE_TIMEX_H
#define LANGUAGE_TIMEX_H

#include "language/analysis.h"
#include "language/timewords.h"

typedef enum TimexKind {
    TIMEX_DATE,     /* year, month, day; 0 where not said; perhaps season, quarter or half */
    TIMEX_DECADE,   /* year: 196 or, where the century is not said, 6 */
    TIMEX_CENTURY,  /* year: 19 for the 20th */
    TIMEX_WEEKDAY,  /* day 1 to 7; shift -1, 0, 1 as "vergangenen", nothing, "kommenden" */
    TIMEX_DAY,      /* shift days from the article's day */
    TIMEX_NEXT_DAY, /* shift days from the day last named */
    TIMEX_TODAY,    /* "heute": the day, or these days */
    TIMEX_UNIT,     /* shift units from the article's: "nächste Woche" */
    TIMEX_EASTER,   /* shift days from Easter Sunday */
    TIMEX_PART,     /* a part of the day last named: "am Abend" */
    TIMEX_CLOCK,    /* hour and minute of the day last named */
    TIMEX_DURATION, /* amount of unit, then amount2 of unit2 */
    TIMEX_SET,      /* each unit, weekday or part */
    TIMEX_REF       /* REF_PRESENT … in year */
} TimexKind;

typedef struct TimeDraft {
    Span span;
    TimexKind kind;
    int year, month, day, hour, minute;
    int season, quarter, half; /* 0 = none */
    int part;                  /* PART_ of the day */
    int shift;
    TimeUnit unit, unit2;
    double amount, amount2; /* 0 = not known: "Jahre" */
    bool approx;
    bool last_named; /* "an diesem Tag", "Ende des Jahres": of the date last named, not of the article's */
    bool shifted;    /* shift was said in words: "vergangenen", "diesen" */
    bool local;      /* "bis heute", "noch heute": TIMEX_TODAY that is no single day */
    int tense;       /* of the sentence: -1 past, 1 future, 0 unknown */
    bool clock_said; /* a clock time stands with it */
} TimeDraft;

/* What is known while an article's expressions are resolved in order. */
typedef struct TimeContext {
    int year, month, day;       /* of publication; 0 unknown, from the left: year only, year and month, all */
    int last_year, last_month, last_day; /* of the date last named */
    bool last_near; /* it was named a sentence or two ago, with its month: a tale told in order */
    bool today_is_day;          /* the article speaks of single days: "heute" is one of them */
} TimeContext;

/* `published`: ISO 8601 or a beginning of it, or empty. */
TimeContext timex_context(Str published);
/* The TIMEX3 value in `arena`; moves the context on to the date named. */
TimeExpression timex_resolve(TimeContext *context, const TimeDraft *draft, Arena *arena);

#endif
