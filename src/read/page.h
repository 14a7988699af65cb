/* page.h: what reading gives: one page at a time.
 *
 *     path ─ open (file, folder, stdin) ─ unpack (gz, zst, xz) ─ split (records, lines) ─ Page ─▶ handler
 *
 * Bytes become pages; nothing here knows what an article is. */
#ifndef READ_PAGE_H
#define READ_PAGE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

typedef enum PageKind {
    PAGE_HTML,
    PAGE_CRAWL, /* plain text as a crawler leaves it */
    PAGE_CLEAN  /* an article's own text (JSON lines with "text") */
} PageKind;

/* All slices belong to the reader and live until the handler returns. Empty where unknown. */
typedef struct Page {
    PageKind kind;
    Str file;        /* path as the user would write it: "a.warc.gz", "folder/x.html" */
    uint64_t offset; /* of the record or line, in bytes of the unpacked file; 0 for a file that is one page */
    Str id;          /* "id" of a JSON line (else its url), WARC-Record-ID, else the file's name without folders and packing */
    Str url, outlet, published, lang, title; /* as the input says; outlet: "source" of a JSON line */
    Str captured;    /* WARC-Date or the like, ISO 8601 */
    Str media_type;  /* "text/html", lower case, without parameters */
    Str charset;     /* of the HTTP header, lower case; empty where there is none */
    Str bytes;       /* the body: HTTP framing and content encodings undone, charset not */
} Page;

typedef struct ReadHandler {
    /* Called for each page, in the order of the input. Anything but LAGEBILD_OK ends the reading with that status. */
    Status (*page)(void *ctx, const Page *page, Error *err);
    /* Called for what cannot be read: a file, record or line is left out, reading goes on. May be NULL. */
    void (*skipped)(void *ctx, const Error *why);
    /* Called now and then with bytes of input used so far. May be NULL. */
    void (*progress)(void *ctx, uint64_t bytes_read, uint64_t bytes_total);
    void *ctx;
} ReadHandler;

/* Limits; a limit that is hit is reported through `skipped`. */
#define READ_PAGE_MAX ((size_t)32 << 20)     /* bytes of one page, unpacked */
#define READ_RATIO_MAX 2000                  /* unpacked : packed, beyond the first MiB (bombs) */
#define READ_DEPTH_MAX 32                    /* folders in folders */

/* Reads each path in turn (folders by sorted name, in them no hidden files and none whose ending says that they are no pages:
 * .md .css .js .json .xml, pictures, databases …; "-" is stdin). A path that does not exist is told to `skipped`.
 * Fails only when the handler does. */
Status read_paths(const char *const *paths, size_t n_paths, const ReadHandler *handler, Error *err);

/* The text of a page as UTF-8 without NULs: BOM, HTTP charset, meta/XML declaration, else detection (uchardet); windows-1252
 * behind a latin-1 label. Appends to *out; *charset (may be NULL) becomes a static name of the charset used. Never fails:
 * undecodable bytes become U+FFFD, which are counted in *bad (may be NULL). */
void read_decode(const Page *page, StrBuf *out, const char **charset, size_t *bad);

#endif
