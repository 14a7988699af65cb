/* pack.h: an article with its statements as bytes, and back.
 *
 *     Article, Said[] ─ numbers as LEB128, strings with their length ─ zstd (checksummed) ─▶ packed
 *
 * The page's source comes first and the text behind it, so that zstd finds the text in the source: a page is kept at
 * little more than its packed size. Bytes mean the same on every machine. */
#ifndef STORE_PACK_H
#define STORE_PACK_H

#include "statement/statement.h"

/* A statement and the names it needs when the article's analysis is gone. Its `speakers` and `addressees` stay empty. */
typedef struct Said {
    Statement statement;
    Str *speakers; /* names of the entities that speak, or empty */
    size_t n_speakers;
    Str *addressees;
    size_t n_addressees;
} Said;

typedef struct Saids {
    Said *data;
    size_t len;
} Saids;

/* Statements with the names of their entities; names are borrowed from the analysis, the rest is in `arena`. */
Saids said_make(const Statements *statements, const Analysis *analysis, Arena *arena);

/* Appends the packed bytes to *out. */
void pack_article(const Article *article, const Saids *saids, StrBuf *out);

/* The inverse; all of *article and *saids lives in `arena`. Any bytes may come: ERR_DATABASE when they are no packed
 * article, with nothing read outside them, and every offset within its text. */
Status unpack_article(Str packed, Arena *arena, Article *article, Saids *saids, Error *err);

#endif
