#include "article/dates.h"

#include "base/utf8.h"

typedef struct Day {
    int year, month, day; /* day 0: not known */
} Day;

static const struct {
    Str name; /* lower case; the first three letters, or all of a shorter or longer form */
    int month;
} MONTHS[] = {
    {STR_INIT("januar"), 1},    {STR_INIT("jänner"), 1},    {STR_INIT("january"), 1},   {STR_INIT("jan"), 1},
    {STR_INIT("jän"), 1},       {STR_INIT("februar"), 2},   {STR_INIT("feber"), 2},     {STR_INIT("february"), 2},
    {STR_INIT("feb"), 2},       {STR_INIT("märz"), 3},      {STR_INIT("maerz"), 3},     {STR_INIT("march"), 3},
    {STR_INIT("mär"), 3},       {STR_INIT("mar"), 3},       {STR_INIT("mrz"), 3},       {STR_INIT("april"), 4},
    {STR_INIT("apr"), 4},       {STR_INIT("mai"), 5},       {STR_INIT("may"), 5},       {STR_INIT("juni"), 6},
    {STR_INIT("june"), 6},      {STR_INIT("jun"), 6},       {STR_INIT("juli"), 7},      {STR_INIT("july"), 7},
    {STR_INIT("jul"), 7},       {STR_INIT("august"), 8},    {STR_INIT("aug"), 8},       {STR_INIT("september"), 9},
    {STR_INIT("sept"), 9},      {STR_INIT("sep"), 9},       {STR_INIT("oktober"), 10},  {STR_INIT("october"), 10},
    {STR_INIT("okt"), 10},      {STR_INIT("oct"), 10},      {STR_INIT("november"), 11}, {STR_INIT("nov"), 11},
    {STR_INIT("dezember"), 12}, {STR_INIT("december"), 12}, {STR_INIT("dez"), 12},      {STR_INIT("dec"), 12},
};

static bool digit_at(Str s, size_t i) { return i < s.len && s.data[i] >= '0' && s.data[i] <= '9'; }

/* Up to `most` digits at *i, moved behind them; -1, *i left, where there are fewer than `least` or more than `most`. */
static int number_at(Str s, size_t *i, int least, int most)
{
    int n = 0, value = 0;
    size_t at = *i;
    for (; digit_at(s, at) && n <= most; at++, n++)
        value = value * 10 + (s.data[at] - '0');
    if (n < least || n > most)
        return -1;
    *i = at;
    return value;
}

static bool is_day(Day d)
{
    return d.year >= 1990 && d.year <= 2100 && d.month >= 1 && d.month <= 12 && d.day >= 0 && d.day <= 31;
}

static size_t skip_blanks(Str s, size_t i)
{
    while (i < s.len && (s.data[i] == ' ' || s.data[i] == ',' || s.data[i] == '.'))
        i++;
    return i;
}

/* The month named at *i, or 0. */
static int month_at(Str s, size_t *i)
{
    char low[16];
    size_t n = 0, at = *i;
    while (at < s.len && n < sizeof low) {
        unsigned char b = (unsigned char)s.data[at];
        if (b < 0x80 && !((b | 32) >= 'a' && (b | 32) <= 'z'))
            break;
        low[n++] = (char)(b < 0x80 ? b | 32 : b);
        at++;
    }
    for (size_t m = 0; m < sizeof MONTHS / sizeof MONTHS[0]; m++) {
        if (str_equal((Str){low, n}, MONTHS[m].name)) {
            *i = at;
            return MONTHS[m].month;
        }
    }
    return 0;
}

/* "14:03", "14.03 Uhr", "14 Uhr" behind a date; *i moved behind it. -1 where there is none. Minutes of the day. */
static int clock_at(Str s, size_t *i)
{
    size_t at = *i;
    static const Str BETWEEN[] = {STR_INIT("um"), STR_INIT("at"), STR_INIT("-"),
                                  STR_INIT("–"),  STR_INIT("|"),  STR_INIT("T")};
    at = skip_blanks(s, at);
    for (size_t k = 0; k < sizeof BETWEEN / sizeof BETWEEN[0]; k++)
        if (str_starts(str_slice(s, at, s.len), BETWEEN[k])) {
            at = skip_blanks(s, at + BETWEEN[k].len);
            break;
        }
    int hour = number_at(s, &at, 1, 2), minute = 0;
    if (hour < 0 || hour > 23)
        return -1;
    bool colon = at < s.len && s.data[at] == ':';
    if (at < s.len && (colon || s.data[at] == '.')) {
        size_t behind = at + 1;
        minute = number_at(s, &behind, 2, 2);
        if (minute < 0 || minute > 59)
            return -1;
        at = behind;
    }
    size_t word = skip_blanks(s, at);
    if (str_starts_nocase(str_slice(s, word, s.len), STR("uhr")))
        at = word + 3;
    else if (!colon)
        return -1;
    *i = at;
    return hour * 60 + minute;
}

/* A date that begins at *i with a digit or a month's name. */
static bool day_at(Str s, size_t *i, Day *out)
{
    size_t at = *i;
    int first = number_at(s, &at, 1, 2), month;
    if (first < 0) {
        at = *i;
        int year = number_at(s, &at, 4, 4);
        if (year >= 0) { /* 2022-01-21 */
            if (at >= s.len || (s.data[at] != '-' && s.data[at] != '/'))
                return false;
            at++;
            month = number_at(s, &at, 1, 2);
            if (month < 0 || at >= s.len || (s.data[at] != '-' && s.data[at] != '/'))
                return false;
            at++;
            *out = (Day){year, month, number_at(s, &at, 1, 2)};
        } else { /* January 21, 2022 */
            month = month_at(s, &at);
            if (!month)
                return false;
            at = skip_blanks(s, at);
            int day = number_at(s, &at, 1, 2);
            if (day > 0 && at + 1 < s.len &&
                (str_starts(str_slice(s, at, s.len), STR("st")) || str_starts(str_slice(s, at, s.len), STR("nd")) ||
                 str_starts(str_slice(s, at, s.len), STR("rd")) || str_starts(str_slice(s, at, s.len), STR("th"))))
                at += 2;
            at = skip_blanks(s, at);
            year = number_at(s, &at, 4, 4);
            *out = (Day){year, month, day < 0 ? 32 : day};
        }
        *i = at;
        return is_day(*out);
    }
    bool dot = at < s.len && s.data[at] == '.', slash = at < s.len && s.data[at] == '/';
    size_t behind = dot || slash ? at + 1 : at;
    size_t number = slash ? behind : skip_blanks(s, behind);
    month = dot || slash ? number_at(s, &number, 1, 2) : -1;
    if (month >= 0) { /* 21.01.2022, 21.1.22, 21/01/2022 */
        if (number >= s.len || s.data[number] != (dot ? '.' : '/'))
            return false;
        number = dot ? skip_blanks(s, number + 1) : number + 1;
        size_t year_at = number;
        int year = number_at(s, &number, 4, 4);
        if (year < 0 && dot) {
            number = year_at;
            year = number_at(s, &number, 2, 2);
            year = year < 0 ? -1 : 2000 + year;
        }
        *out = (Day){year, month, first};
        if (slash && month > 12)
            *out = (Day){year, first, month};
        *i = number;
        return is_day(*out) && first > 0;
    }
    at = skip_blanks(s, behind); /* 21. Januar 2022 */
    month = month_at(s, &at);
    if (!month)
        return false;
    at = skip_blanks(s, at);
    *out = (Day){number_at(s, &at, 4, 4), month, first};
    *i = at;
    return is_day(*out) && first > 0;
}

static Str format_day(Arena *arena, Day d, int minutes)
{
    if (d.day == 0)
        return arena_format(arena, "%04d-%02d", d.year, d.month);
    if (minutes < 0)
        return arena_format(arena, "%04d-%02d-%02d", d.year, d.month, d.day);
    return arena_format(arena, "%04d-%02d-%02dT%02d:%02d", d.year, d.month, d.day, minutes / 60, minutes % 60);
}

Str date_visible(Str line, Arena *arena, Span *at)
{
    bool letter = false,
         digit = false; /* was the character before one? a date does not begin within a number or word */
    for (size_t i = 0; i < line.len; i++) {
        unsigned char b = (unsigned char)line.data[i];
        bool is_digit = b >= '0' && b <= '9', is_letter = (b | 32) >= 'a' && (b | 32) <= 'z';
        size_t end = i;
        Day day;
        if (((is_digit && !digit) || (is_letter && !letter && !digit)) && day_at(line, &end, &day)) {
            int minutes = clock_at(line, &end);
            if (at)
                *at = (Span){(uint32_t)i, (uint32_t)end};
            return format_day(arena, day, minutes);
        }
        letter = is_letter || b >= 0x80;
        digit = is_digit;
    }
    return STR_EMPTY;
}

Str date_machine(Str s, Arena *arena)
{
    s = str_trim(s);
    size_t at = 0;
    int year = number_at(s, &at, 4, 4);
    if (year >= 1990 && year <= 2100 && at < s.len && s.data[at] == '-') {
        at++;
        int month = number_at(s, &at, 1, 2), day = 0;
        if (at < s.len && s.data[at] == '-') {
            at++;
            day = number_at(s, &at, 1, 2);
        }
        if (!is_day((Day){year, month, day}))
            return STR_EMPTY;
        Str clock = str_slice(s, at, s.len);
        bool time = clock.len >= 6 && (clock.data[0] == 'T' || clock.data[0] == ' ') && digit_at(clock, 1) &&
                    digit_at(clock, 2) && clock.data[3] == ':';
        if (day == 0 || !time)
            return format_day(arena, (Day){year, month, day}, -1);
        size_t n = 1; /* "T14:03:00.123+01:00" up to what is no clock any more */
        while (n < clock.len && (digit_at(clock, n) || strchr(":.+-Z", clock.data[n])))
            n++;
        return arena_format(arena, "%04d-%02d-%02dT%.*s", year, month, day, (int)(n < 32 ? n - 1 : 31), clock.data + 1);
    }
    if (s.len >= 8 && s.len <= 14 && digit_at(s, 7)) {
        uint64_t number;
        if (str_to_u64(str_slice(s, 0, 8), &number)) {
            Day day = {(int)(number / 10000), (int)(number / 100 % 100), (int)(number % 100)};
            if (is_day(day) && day.day)
                return format_day(arena, day, -1);
        }
    }
    return date_visible(s, arena, NULL);
}

Str date_in_url(Str url, Arena *arena)
{
    size_t host = str_find(url, STR("://"), 0);
    size_t i = str_find_char(url, '/', host == SIZE_MAX ? 0 : host + 3);
    for (; i < url.len; i++) {
        if (!digit_at(url, i) || (i && digit_at(url, i - 1)))
            continue;
        size_t at = i, run = i;
        while (digit_at(url, run))
            run++;
        Day day = {0, 0, 0};
        if (run - i == 8) {
            day = (Day){(url.data[i] - '0') * 1000 + (url.data[i + 1] - '0') * 100 + (url.data[i + 2] - '0') * 10 +
                            url.data[i + 3] - '0',
                        (url.data[i + 4] - '0') * 10 + url.data[i + 5] - '0',
                        (url.data[i + 6] - '0') * 10 + url.data[i + 7] - '0'};
        } else if (run - i == 4) {
            day.year = number_at(url, &at, 4, 4);
            char sep = at < url.len ? url.data[at] : '\0';
            if (sep != '/' && sep != '-' && sep != '_')
                continue;
            at++;
            day.month = number_at(url, &at, 1, 2);
            if (at >= url.len || url.data[at] != sep)
                continue;
            at++;
            day.day = number_at(url, &at, 1, 2);
        } else if (run - i == 2) { /* 29-10-2021 */
            day.day = number_at(url, &at, 2, 2);
            if (at < url.len && url.data[at] == '-') {
                at++;
                day.month = number_at(url, &at, 2, 2);
                if (at < url.len && url.data[at] == '-') {
                    at++;
                    day.year = number_at(url, &at, 4, 4);
                }
            }
        }
        if (is_day(day) && day.day > 0)
            return format_day(arena, day, -1);
    }
    return STR_EMPTY;
}

static int days_in(int year, int month)
{
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return DAYS[month - 1] + (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

/* Day of the month of its last Sunday (Sakamoto's day of the week). */
static int last_sunday(int year, int month)
{
    static const int SHIFT[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    int last = days_in(year, month), y = month < 3 ? year - 1 : year;
    return last - (y + y / 4 - y / 100 + y / 400 + SHIFT[month - 1] + last) % 7;
}

/* Summer time of the European Union since 1996: last Sunday of March to last of October, 01:00 UTC. */
static bool is_summer(int year, int month, int day, int hour)
{
    if (month == 3 || month == 10) {
        int change = last_sunday(year, month);
        bool after = day > change || (day == change && hour >= 1);
        return month == 3 ? after : !after;
    }
    return month > 3 && month < 10;
}

/* Year, month, day, hour, minute of "2022-01-21T14:03…". */
static bool fields_of(Str iso, int field[5])
{
    static const uint8_t AT[] = {0, 5, 8, 11, 14};
    for (size_t i = 0; i < 5; i++) {
        size_t at = AT[i];
        field[i] = at < iso.len ? number_at(str_slice(iso, 0, i ? at + 2 : 4), &at, i ? 2 : 4, i ? 2 : 4) : -1;
        if (field[i] < 0)
            return false;
    }
    return field[1] >= 1 && field[1] <= 12;
}

int64_t date_minutes(Str iso)
{
    int field[5], days = 0;
    if (iso.len < 16 || !fields_of(iso, field))
        return 0;
    for (int month = 1; month < field[1]; month++)
        days += days_in(field[0], month);
    int before = field[0] - 1; /* whole years */
    days += before * 365 + before / 4 - before / 100 + before / 400 + field[2];
    return ((int64_t)days * 24 + field[3]) * 60 + field[4];
}

Str date_local(Str iso, bool central_european, Arena *arena)
{
    bool utc = str_ends(iso, STR("Z")) || str_ends(iso, STR("+00:00")) || str_ends(iso, STR("+0000"));
    if (!central_european || !utc || iso.len < 17 || iso.data[10] != 'T')
        return iso;
    int field[5];
    if (!fields_of(iso, field))
        return iso;
    int year = field[0], month = field[1], day = field[2], shift = is_summer(year, month, day, field[3]) ? 2 : 1,
        hour = field[3] + shift;
    Str seconds = iso.len > 19 && iso.data[16] == ':' ? str_slice(iso, 16, 19) : STR(":00");
    if (hour >= 24) {
        hour -= 24;
        if (++day > days_in(year, month)) {
            day = 1;
            if (++month > 12) {
                month = 1;
                year++;
            }
        }
    }
    return arena_format(arena, "%04d-%02d-%02dT%02d:%02d%.*s+%02d:00", year, month, day, hour, field[4],
                        STR_ARG(seconds), shift);
}
