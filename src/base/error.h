/* error.h: how a failing function tells what went wrong.
 *
 * A function that can fail returns a Status and fills the caller's Error:
 *
 *     Status thing_do(..., Error *err) { if (bad) return error_set(err, LAGEBILD_ERR_FORMAT, path, offset, "no %s", x); }
 *
 * err may be NULL everywhere. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "lagebild.h"

typedef LagebildStatus Status;
typedef LagebildError Error;

#define ERROR_NO_OFFSET UINT64_MAX

/* Fills *err (unless NULL) and returns `code`. `where` (may be NULL) is a file's name, `offset` the byte in it or
 * ERROR_NO_OFFSET. Too long texts are cut at a whole UTF-8 character. */
Status error_set(Error *err, Status code, const char *where, uint64_t offset, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

#endif
