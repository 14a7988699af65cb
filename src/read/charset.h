/* charset.h: names of charsets: what pages write, what we show, what iconv wants. */
#ifndef READ_CHARSET_H
#define READ_CHARSET_H

#include "base/str.h"

typedef struct Charset {
    const char *name;  /* as shown: "windows-1252" */
    const char *iconv; /* NULL: decoded here (UTF-8, windows-1252) */
} Charset;

extern const Charset charset_utf8, charset_windows_1252;

/* The charset that a label means to a browser (WHATWG Encoding: "latin1" and "us-ascii" are windows-1252); NULL when the
 * label is unknown. */
const Charset *charset_of(Str label);

/* The label a page declares for itself in its first 4 KiB: XML declaration, <meta charset>, <meta http-equiv …>; empty
 * when there is none. */
Str charset_declared(Str bytes);

/* The charset the bytes look like, by statistics; windows-1252 where these say nothing. */
const Charset *charset_guess(Str bytes);

#endif
