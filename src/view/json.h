/* json.h: pieces of JSON that pictures and listings share; see docs/json.md. */
#ifndef VIEW_JSON_H
#define VIEW_JSON_H

#include "base/json.h"
#include "view/view.h"

/* "text", "page", "line", "column" and "words" of a place, into the open object. */
void view_place_fields(Json *j, const PlaceIndex *places, Span span);
/* An array of places. */
void view_places(Json *j, const char *key, const PlaceIndex *places, Spans spans);
void view_strings(Json *j, const char *key, const Str *strings, size_t n);
/* What a statement has without its article's entities, into the open object. */
void view_statement_fields(Json *j, const Statement *s, const PlaceIndex *places);

#endif
