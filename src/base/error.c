#include "base/error.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Cuts a character that snprintf cut in two. */
static void trim_half_character(char *s)
{
    size_t n = strlen(s), lead = n;
    while (lead > 0 && ((unsigned char)s[lead - 1] & 0xC0) == 0x80)
        lead--;
    if (lead == 0)
        return;
    unsigned char c = (unsigned char)s[lead - 1];
    size_t want = c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
    if (n - (lead - 1) < want)
        s[lead - 1] = '\0';
}

Status error_set(Error *err, Status code, const char *where, uint64_t offset, const char *format, ...)
{
    if (!err)
        return code;
    err->code = code;
    if (!where)
        err->where[0] = '\0';
    else if (offset == ERROR_NO_OFFSET)
        snprintf(err->where, sizeof err->where, "%s", where);
    else
        snprintf(err->where, sizeof err->where, "%.480s:%" PRIu64, where, offset);
    va_list args;
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    trim_half_character(err->where);
    trim_half_character(err->message);
    return code;
}
