/* json_line.h: one JSON object taken apart without a tree: the fields asked for, of its outermost level.
 *
 * Beside a library that builds the whole tree this needs no memory of its own (a line of 32 MB of brackets cost jansson
 * 1.2 GB) and a fifth of the time. All of the line is checked against RFC 8259 all the same. */
#ifndef READ_JSON_LINE_H
#define READ_JSON_LINE_H

#include "base/str.h"

#define JSON_LINE_DEPTH_MAX 256

typedef enum JsonKind { JSON_MISSING, JSON_STRING, JSON_NUMBER, JSON_OTHER } JsonKind;

typedef struct JsonField {
    const char *name; /* asked for */
    JsonKind kind;    /* found; the last one where a name comes twice */
    Str value;        /* a string's text, a number's digits; else empty */
} JsonField;

/* Fills fields[n] from the object that is the line. Values are slices of `line`, or of *scratch (cleared first) where escapes
 * had to be undone. NULL when all is well, else what is wrong (static), and *at its place in the line. Half a surrogate pair
 * becomes U+FFFD. */
const char *json_line_read(Str line, JsonField *fields, size_t n, StrBuf *scratch, size_t *at);

#endif
