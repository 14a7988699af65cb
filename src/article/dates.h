/* dates.h: dates as pages write them, to ISO 8601. */
#ifndef ARTICLE_DATES_H
#define ARTICLE_DATES_H

#include "base/arena.h"

/* A machine's date ("2022-01-21T14:03:00+01:00", "2022-01", "Fri, 21 Jan 2022 14:03:00 GMT", "20220121", and what
 * date_visible reads) as ISO 8601 in `arena`; empty when it is none. */
Str date_machine(Str s, Arena *arena);

/* The first date written in a line of text: "21. Januar 2022", "21.01.2022, 14:03 Uhr", "January 21, 2022",
 * "2022-01-21". Without a year there is no date. *at (may be NULL) becomes the bytes it covers, time of day included.
 */
Str date_visible(Str line, Arena *arena, Span *at);

/* With `central_european`, a moment written in UTC ("…T23:30:00Z") in the time of Berlin, Vienna and Zurich, where it
 * may be the next day already; anything else as it is. Strings in `arena`. */
Str date_local(Str iso, bool central_european, Arena *arena);

/* Minutes on the clock since the year 0, zone left aside, of "2022-01-21T14:03…"; 0 when it is less than that. */
int64_t date_minutes(Str iso);

/* The date in an address's path: "/2022/01/21/", "-2022-01-21", "20220121"; empty where there is none, or only a year
 * and month (a folder of pictures says no more than that). */
Str date_in_url(Str url, Arena *arena);

#endif
