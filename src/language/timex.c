#include "language/timex.h"

#include <math.h>

const char *time_type_name(TimeType type)
{
    static const char *const NAMES[] = {"DATE", "TIME", "DURATION", "SET"};
    return NAMES[type];
}

typedef struct Day {
    int year, month, day;
} Day;

/* Days since 1970-01-01 of the Gregorian calendar and back: Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms". */
static long day_number(Day d)
{
    long y = d.year - (d.month <= 2);
    long era = (y >= 0 ? y : y - 399) / 400;
    long year_of_era = y - era * 400;
    long day_of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

static Day day_of_number(long z)
{
    z += 719468;
    long era = (z >= 0 ? z : z - 146096) / 146097;
    long day_of_era = z - era * 146097;
    long year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    long mp = (5 * day_of_year + 2) / 153;
    Day d = {(int)(year_of_era + era * 400), (int)(mp < 10 ? mp + 3 : mp - 9),
             (int)(day_of_year - (153 * mp + 2) / 5 + 1)};
    d.year += d.month <= 2;
    return d;
}

/* 1 = Monday. */
static int weekday_of(long number) { return (int)(((number + 3) % 7 + 7) % 7) + 1; }

/* ISO 8601: the week belongs to the year of its Thursday. */
static void iso_week(long number, int *year, int *week)
{
    long thursday = number - weekday_of(number) + 4;
    *year = day_of_number(thursday).year;
    *week = (int)((thursday - day_number((Day){*year, 1, 1})) / 7) + 1;
}

/* Easter Sunday: Meeus, Jones, Butcher. */
static Day easter(int year)
{
    int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451, month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
    return (Day){year, month, day};
}

static int read_number(Str s, size_t at, size_t n)
{
    int value = 0;
    if (at + n > s.len)
        return 0;
    for (size_t i = at; i < at + n; i++) {
        if (s.data[i] < '0' || s.data[i] > '9')
            return 0;
        value = value * 10 + (s.data[i] - '0');
    }
    return value;
}

TimeContext timex_context(Str published)
{
    TimeContext c = {.year = read_number(published, 0, 4)};
    if (c.year && published.len >= 7)
        c.month = read_number(published, 5, 2);
    if (c.month > 12)
        c.month = 0;
    if (c.month && published.len >= 10)
        c.day = read_number(published, 8, 2);
    if (c.day > 31)
        c.day = 0;
    return c;
}

static const char *const PART_NAMES[] = {"", "TMO", "TMI", "TAF", "TEV", "TNI"};
static const char *const SEASON_NAMES[] = {"", "SP", "SU", "FA", "WI"};

static void name_day(TimeContext *c, Day d) { c->last_year = d.year, c->last_month = d.month, c->last_day = d.day; }

/* The day last named, else the article's; false when neither is known. */
static bool reference_day(const TimeContext *c, Day *out)
{
    if (c->last_day)
        *out = (Day){c->last_year, c->last_month, c->last_day};
    else
        *out = (Day){c->year, c->month, c->day};
    return out->day != 0;
}

/* The number of the weekday meant. Without "kommenden" or the like it is the nearest one in the direction of the tense;
 * the article's own day counts as near. */
static long weekday_near(long today, const TimeDraft *d)
{
    int back = ((weekday_of(today) - d->day) % 7 + 7) % 7; /* days since the last one, 0 = today */
    int ahead = (7 - back) % 7;
    if (d->shifted && d->shift < 0)
        return today - (back ? back : 7);
    if (d->shifted && d->shift > 0)
        return today + (ahead ? ahead : 7);
    if (d->shifted)
        return d->tense < 0 ? today - back : today + ahead;
    return d->tense > 0 ? today + ahead : today - back;
}

/* The year of a month, day or season said without one: the article's own or a neighbour, by the tense. */
static int year_near(const TimeContext *c, const TimeDraft *d, int month)
{
    if (c->last_near && d->tense <= 0 && c->last_year != c->year)
        return c->last_year;
    if (!c->month)
        return c->year;
    int ahead = month - c->month;
    if (d->shifted && d->shift)
        return c->year + (d->shift > 0 ? ahead <= 0 : -(ahead >= 0));
    if (ahead > 0 && (d->tense < 0 || ahead > 8) && ahead > 1)
        return c->year - 1;
    if (ahead < 0 && (d->tense > 0 ? ahead < -2 : ahead < -9))
        return c->year + 1;
    return c->year;
}

static Str format_day(Arena *arena, Day d) { return arena_format(arena, "%04d-%02d-%02d", d.year, d.month, d.day); }

/* Adds the part of day or the clock that was said with a day. */
static Str with_hour(Arena *arena, Str day, const TimeDraft *d, TimeType *type)
{
    if (d->clock_said)
        *type = TIME_TIME, day = arena_format(arena, "%.*sT%02d:%02d", STR_ARG(day), d->hour, d->minute);
    else if (d->part)
        *type = TIME_TIME, day = arena_format(arena, "%.*s%s", STR_ARG(day), PART_NAMES[d->part]);
    return day;
}

static Str resolve_date(TimeContext *c, const TimeDraft *d, Arena *arena, TimeExpression *out)
{
    static const int SEASON_MONTH[] = {0, 4, 7, 10, 12};
    int year = d->year, month = d->month, quarter_month = d->quarter ? d->quarter * 3 : d->half ? d->half * 6 : 0;
    out->named = year != 0;
    if (!year && d->last_named && c->last_year)
        year = c->last_year;
    if (!year)
        year = year_near(c, d,
                         month           ? month
                         : d->season     ? SEASON_MONTH[d->season]
                         : quarter_month ? quarter_month
                                         : c->month);
    Str y = year ? arena_format(arena, "%04d", year) : STR("XXXX");
    if (year)
        c->last_year = year, c->last_month = month, c->last_day = d->day;
    if (d->season)
        return arena_format(arena, "%.*s-%s", STR_ARG(y), SEASON_NAMES[d->season]);
    if (d->quarter)
        return arena_format(arena, "%.*s-Q%d", STR_ARG(y), d->quarter);
    if (d->half)
        return arena_format(arena, "%.*s-H%d", STR_ARG(y), d->half);
    if (!month)
        return y;
    if (!d->day)
        return arena_format(arena, "%.*s-%02d", STR_ARG(y), month);
    return with_hour(arena, arena_format(arena, "%.*s-%02d-%02d", STR_ARG(y), month, d->day), d, &out->type);
}

static Str resolve_unit(TimeContext *c, const TimeDraft *d, Arena *arena)
{
    Day base = {c->year, c->month, c->day};
    if (d->last_named && c->last_year)
        base = (Day){c->last_year, c->last_month, c->last_day};
    switch (d->unit) {
    case UNIT_YEAR:
        if (!base.year)
            return STR("XXXX");
        c->last_year = base.year + d->shift, c->last_month = c->last_day = 0;
        return arena_format(arena, "%04d", base.year + d->shift);
    case UNIT_DECADE: return base.year ? arena_format(arena, "%03d", base.year / 10 + d->shift) : STR("XXX");
    case UNIT_CENTURY: return base.year ? arena_format(arena, "%02d", base.year / 100 + d->shift) : STR("XX");
    case UNIT_MONTH: {
        if (!base.month)
            return STR("XXXX-XX");
        int months = base.year * 12 + base.month - 1 + d->shift;
        c->last_year = months / 12, c->last_month = months % 12 + 1, c->last_day = 0;
        return arena_format(arena, "%04d-%02d", months / 12, months % 12 + 1);
    }
    case UNIT_QUARTER: {
        if (!base.month)
            return STR("XXXX-QX");
        int quarters = base.year * 4 + (base.month - 1) / 3 + d->shift;
        return arena_format(arena, "%04d-Q%d", quarters / 4, quarters % 4 + 1);
    }
    case UNIT_HALF: {
        if (!base.month)
            return STR("XXXX-HX");
        int halves = base.year * 2 + (base.month - 1) / 6 + d->shift;
        return arena_format(arena, "%04d-H%d", halves / 2, halves % 2 + 1);
    }
    case UNIT_WEEK:
    case UNIT_WEEKEND: {
        if (!base.day)
            return d->unit == UNIT_WEEK ? STR("XXXX-WXX") : STR("XXXX-WXX-WE");
        int year, week, shift = d->shift, weekday = weekday_of(day_number(base));
        /* "am Wochenende" on a Monday is the one just gone, "vergangenes" on a Saturday too. */
        if (d->unit == UNIT_WEEKEND && !(d->shifted && shift > 0))
            shift = d->tense > 0 || (weekday >= 6 && !d->shifted) ? 0 : -1;
        else if (d->unit == UNIT_WEEKEND)
            shift = weekday >= 6;
        iso_week(day_number(base) + 7L * shift, &year, &week);
        return arena_format(arena, d->unit == UNIT_WEEK ? "%04d-W%02d" : "%04d-W%02d-WE", year, week);
    }
    case UNIT_DAY:
    default: {
        Day day;
        if (d->last_named ? !reference_day(c, &day) : (day = base, !base.day))
            return STR("XXXX-XX-XX");
        day = day_of_number(day_number(day) + d->shift);
        name_day(c, day);
        return format_day(arena, day);
    }
    }
}

static Str amount_of(Arena *arena, double amount, TimeUnit unit)
{
    static const char *const LETTERS[] = {"Y", "M", "W", "D", "H", "M", "S", "DE", "CE", "ML", "Q", "H", "WE"};
    if (amount <= 0)
        return arena_format(arena, "X%s", LETTERS[unit]);
    if (amount == floor(amount))
        return arena_format(arena, "%.0f%s", amount, LETTERS[unit]);
    return arena_format(arena, "%.*g%s", 6, amount, LETTERS[unit]);
}

static bool is_clock_unit(TimeUnit unit) { return unit == UNIT_HOUR || unit == UNIT_MINUTE || unit == UNIT_SECOND; }

static Str duration_of(Arena *arena, const TimeDraft *d)
{
    double amount = d->amount, amount2 = d->amount2;
    TimeUnit unit2 = d->unit2;
    if (d->unit == UNIT_HOUR && amount > 0 && amount > floor(amount) && amount2 <= 0)
        amount2 = (amount - floor(amount)) * 60, amount = floor(amount), unit2 = UNIT_MINUTE;
    const char *p = is_clock_unit(d->unit) ? "PT" : "P";
    if (amount <= 0 && amount2 > 0)
        return arena_format(arena, "PT%.*s", STR_ARG(amount_of(arena, amount2, unit2)));
    Str first = amount_of(arena, amount, d->unit);
    if (amount2 <= 0)
        return arena_format(arena, "%s%.*s", p, STR_ARG(first));
    const char *t = is_clock_unit(unit2) && !is_clock_unit(d->unit) ? "T" : "";
    Str second = amount_of(arena, amount2, unit2);
    return arena_format(arena, "%s%.*s%s%.*s", p, STR_ARG(first), t, STR_ARG(second));
}

static Str resolve_set(Arena *arena, const TimeDraft *d)
{
    if (d->day)
        return arena_format(arena, "XXXX-WXX-%d%s", d->day, PART_NAMES[d->part]);
    if (d->month)
        return arena_format(arena, "XXXX-%02d", d->month);
    if (d->part)
        return arena_format(arena, "XXXX-XX-XX%s", PART_NAMES[d->part]);
    if (d->season)
        return arena_format(arena, "XXXX-%s", SEASON_NAMES[d->season]);
    return duration_of(arena, d);
}

static Str resolve_decade(const TimeContext *c, const TimeDraft *d, Arena *arena)
{
    if (d->year >= 100)
        return arena_format(arena, "%03d", d->year);
    int now = c->year ? c->year / 10 : 202;
    int year = now / 10 * 10 + d->year;
    return arena_format(arena, "%03d", year > now ? year - 10 : year);
}

/* A day `shift` days from `base`; XXXX-XX-XX where the base is not known. */
static Str resolve_shifted_day(TimeContext *c, bool known, Day base, const TimeDraft *d, Arena *arena,
                               TimeExpression *out)
{
    if (!known)
        return with_hour(arena, STR("XXXX-XX-XX"), d, &out->type);
    base = day_of_number(day_number(base) + d->shift);
    name_day(c, base);
    return with_hour(arena, format_day(arena, base), d, &out->type);
}

static Str resolve_weekday(TimeContext *c, const TimeDraft *d, Arena *arena, TimeExpression *out)
{
    if (!c->day)
        return with_hour(arena, arena_format(arena, "XXXX-WXX-%d", d->day), d, &out->type);
    Day day = day_of_number(weekday_near(day_number((Day){c->year, c->month, c->day}), d));
    name_day(c, day);
    return with_hour(arena, format_day(arena, day), d, &out->type);
}

static Str resolve(TimeContext *c, const TimeDraft *d, Arena *arena, TimeExpression *out)
{
    static const char *const REFS[] = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"};
    Day day = {c->year, c->month, c->day};
    switch (d->kind) {
    case TIMEX_DATE: return resolve_date(c, d, arena, out);
    case TIMEX_DECADE: return out->named = true, resolve_decade(c, d, arena);
    case TIMEX_CENTURY: return out->named = true, arena_format(arena, "%02d", d->year);
    case TIMEX_WEEKDAY: return resolve_weekday(c, d, arena, out);
    case TIMEX_TODAY:
        if (d->local || !(c->today_is_day || d->part || d->clock_said))
            return STR("PRESENT_REF");
        return resolve_shifted_day(c, c->day != 0, day, d, arena, out);
    case TIMEX_DAY: return resolve_shifted_day(c, c->day != 0, day, d, arena, out);
    case TIMEX_NEXT_DAY:
    case TIMEX_PART:
    case TIMEX_CLOCK: {
        bool known = reference_day(c, &day);
        return resolve_shifted_day(c, known, day, d, arena, out);
    }
    case TIMEX_UNIT: return resolve_unit(c, d, arena);
    case TIMEX_EASTER: {
        TimeDraft dated = *d;
        dated.year = d->year ? d->year : year_near(c, d, 4);
        if (!dated.year)
            return STR("XXXX-XX-XX");
        day = day_of_number(day_number(easter(dated.year)) + d->shift);
        name_day(c, day);
        return format_day(arena, day);
    }
    case TIMEX_DURATION: return out->type = TIME_DURATION, out->named = true, duration_of(arena, d);
    case TIMEX_SET: return out->type = TIME_SET, out->named = true, resolve_set(arena, d);
    case TIMEX_REF: return arena_format(arena, "%s", REFS[d->year]);
    }
    return STR_EMPTY;
}

TimeExpression timex_resolve(TimeContext *context, const TimeDraft *draft, Arena *arena)
{
    TimeExpression out = {.span = draft->span, .type = TIME_DATE, .approx = draft->approx};
    out.value = resolve(context, draft, arena, &out);
    return out;
}
