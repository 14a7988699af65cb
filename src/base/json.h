/* json.h: writes JSON into a StrBuf. Commas come by themselves; the caller keeps begins and ends paired.
 *
 *     Json j = json_start(&buf);
 *     json_begin_object(&j); json_key(&j, "id"); json_str(&j, id); json_end_object(&j);
 *
 * No name here is one of jansson's, so that a program may use both. Reading JSON is jansson's, but for JSON lines, which src/read
 * takes apart itself. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/str.h"

typedef struct Json {
    StrBuf *out;
    bool comma; /* the next value or key needs one before it */
} Json;

static inline Json json_start(StrBuf *out) { return (Json){out, false}; }
void json_begin_object(Json *j);
void json_end_object(Json *j);
void json_begin_array(Json *j);
void json_end_array(Json *j);
void json_key(Json *j, const char *key);
void json_str(Json *j, Str value); /* bytes that are not UTF-8 become U+FFFD */
void json_uint(Json *j, uint64_t value);
void json_number(Json *j, double value); /* 6 significant digits; null unless finite */
void json_bool(Json *j, bool value);
void json_nothing(Json *j);
/* key and value in one; json_field_str leaves the field out when the value is empty. */
void json_field_str(Json *j, const char *key, Str value);
void json_field_uint(Json *j, const char *key, uint64_t value);
void json_field_bool(Json *j, const char *key, bool value);
void json_field_name(Json *j, const char *key, const char *value); /* NULL gives null */

#endif
