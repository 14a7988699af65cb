/* published.c: which of two dates lies before the other, as far as both are known. */
#include "copy/steps.h"

/* True when s has the form of `pattern`, where 0 stands for any digit, as far as the pattern goes. */
static bool has_form(Str s, const char *pattern)
{
    for (size_t i = 0; pattern[i]; i++)
        if (i >= s.len || (pattern[i] == '0' ? s.data[i] < '0' || s.data[i] > '9' : s.data[i] != pattern[i]))
            return false;
    return true;
}

static int number_at(Str s, size_t at, size_t digits)
{
    int n = 0;
    for (size_t i = at; i < at + digits; i++)
        n = 10 * n + (s.data[i] - '0');
    return n;
}

/* Days since an arbitrary day; months count from March, so that the leap day is a year's last (H. Hinnant, "chrono-
 * Compatible Low-Level Date Algorithms"). */
static int64_t day_number(Str s)
{
    int year = number_at(s, 0, 4), month = number_at(s, 5, 2), day = number_at(s, 8, 2);
    year -= month <= 2;
    int from_march = (month + 9) % 12;
    return 365 * (int64_t)year + year / 4 - year / 100 + year / 400 + (153 * from_march + 2) / 5 + day;
}

static int64_t minutes_of(Str s) { return day_number(s) * 1440 + number_at(s, 11, 2) * 60 + number_at(s, 14, 2); }

/* Minutes that the time runs before UTC; false when it does not say so. */
static bool offset_of(Str s, int *minutes)
{
    size_t at = 16;
    while (at < s.len && s.data[at] != 'Z' && s.data[at] != '+' && s.data[at] != '-')
        at++;
    Str zone = str_slice(s, at, s.len);
    *minutes = 0;
    if (str_equal(zone, STR("Z")))
        return true;
    bool colon = has_form(str_slice(zone, 1, zone.len), "00:00");
    if (!colon && !has_form(str_slice(zone, 1, zone.len), "0000"))
        return false;
    *minutes = number_at(zone, 1, 2) * 60 + number_at(zone, colon ? 4 : 3, 2);
    *minutes = zone.data[0] == '-' ? -*minutes : *minutes;
    return true;
}

bool copy_has_time(Str published) { return has_form(published, "0000-00-00T00:00"); }

int copy_published_order(Str a, Str b)
{
    static const char DAY[] = "0000-00-00", MONTH[] = "0000-00", YEAR[] = "0000";
    if (copy_has_time(a) && copy_has_time(b)) {
        int before_a = 0, before_b = 0;
        bool both = offset_of(a, &before_a) && offset_of(b, &before_b);
        int64_t x = minutes_of(a) - (both ? before_a : 0), y = minutes_of(b) - (both ? before_b : 0);
        return (x > y) - (x < y);
    }
    size_t n = has_form(a, DAY) && has_form(b, DAY)       ? 10
               : has_form(a, MONTH) && has_form(b, MONTH) ? 7
               : has_form(a, YEAR) && has_form(b, YEAR)   ? 4
                                                          : 0;
    return n ? memcmp(a.data, b.data, n) : 0;
}
