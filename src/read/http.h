/* http.h: an HTTP response as a crawler stored it. */
#ifndef READ_HTTP_H
#define READ_HTTP_H

#include "base/str.h"

typedef struct HttpResponse {
    unsigned status; /* 200 … */
    Str media_type;  /* as sent, without parameters and spaces; empty where not said */
    Str charset;     /* as sent, without quotation marks */
    Str headers;     /* one a line */
    Str body;        /* as sent */
} HttpResponse;

/* Takes apart a message; all slices are of it. False when it is no HTTP response. */
bool http_parse(Str message, HttpResponse *out);

/* Undoes chunks and content encodings of r->body. What has to be unpacked goes into *scratch (cleared first), at most `limit`
 * bytes; the body is then there. Many crawlers store the body unpacked but the headers as they came: a coding that the body
 * does not bear out is taken for undone. False, with *why (static), when the body is damaged or too long. */
bool http_unpack(HttpResponse *r, size_t limit, StrBuf *scratch, const char **why);

/* The value of a header field, trimmed; empty where it is missing. `headers` has one field a line. */
Str http_field(Str headers, Str name);
/* "text/html; charset=utf-8" into its two parts. */
void http_content_type(Str value, Str *media_type, Str *charset);
/* Length of the headers with the empty line that ends them; SIZE_MAX when there is no such line. */
size_t http_headers_end(Str message);

#endif
