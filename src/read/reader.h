/* reader.h: what the readers of the several formats share: where pages and reports go.
 *
 *     paths.c ─▶ Stream ─▶ warc_read | jsonl_read | a whole page ─▶ reader_page
 *           └──▶ zip_read ─▶ a Stream for each entry
 */
#ifndef READ_READER_H
#define READ_READER_H

#include "read/page.h"
#include "read/stream.h"

typedef struct Reader {
    const ReadHandler *handler;
    Error *err;
    Status status;      /* the handler's, once it is not OK */
    const char *file;   /* in work; NUL-ended, as the user would write it */
    bool in_archive;
    unsigned reports;   /* told of this file so far */
    uint64_t bytes_read, bytes_total, bytes_told;
} Reader;

/* Hands a page to the handler. False when the handler wants no more: every reader then returns at once. */
bool reader_page(Reader *r, const Page *page);

/* Tells that something of the file in work is left out. After READER_REPORTS_MAX reports for one file one last says that
 * no more are listed. */
#define READER_REPORTS_MAX 10000
void reader_skip(Reader *r, Status code, uint64_t offset, const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Counts bytes of the named files that were read, and tells the handler now and then. */
void reader_progress(Reader *r, uint64_t more);

/* Each reads all of the stream; damage is told to reader_skip. They return early when r->status is no longer OK. */
void warc_read(Reader *r, Stream *s);
void jsonl_read(Reader *r, Stream *s);

/* Reads the entries of a .zip or .wacz, whose packed bytes come from `source`. */
void zip_read(Reader *r, StreamSource source, Str name);

/* Finds out by content (the name only where content leaves it open) what a stream is, and reads it. `name` is the file's. */
void content_read(Reader *r, Stream *s, Str name);
/* As content_read, but first looks whether the packed bytes are an archive. */
void source_read(Reader *r, StreamSource source, Str name);

/* How the bytes look: bytes that are no text are binary. UTF-16 with its mark is text. */
typedef enum Looks { LOOKS_TEXT, LOOKS_HTML, LOOKS_XML, LOOKS_BINARY } Looks;
Looks bytes_look(Str bytes);

#endif
