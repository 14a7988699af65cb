/* lagebild.h: the public interface of Lagebild, and the only public header.
 *
 *     files ── lagebild_add ──▶ database ── lagebild_print_* ──▶ text, JSON, HTML
 *
 * Besides that, each step can be asked alone: lagebild_print_page (page → article with its analysis),
 * lagebild_tag_words, lagebild_find_copies, lagebild_print_copies_of, lagebild_group_stories.
 *
 * Rules that hold for every function here:
 *   - Strings that go in are UTF-8 unless said otherwise; NULL where "may be NULL" is said and nowhere else.
 *   - A function that can fail returns a LagebildStatus and, on any status but LAGEBILD_OK, fills *err (err may be NULL).
 *   - The library never prints and never exits. It has no global state; one Lagebild is used by one thread at a time.
 *   - The same input gives the same output, whatever the number of threads and the order of the files.
 *   - Offsets count code points in JSON, bytes in C; spans are half-open.
 *   - Sizes that come from input are checked against limits before memory is asked for. If the machine has no memory
 *     left below those limits, the process is aborted.
 */
#ifndef LAGEBILD_H
#define LAGEBILD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define LAGEBILD_VERSION "0.1.0"

#if defined(__GNUC__)
#define LAGEBILD_API __attribute__((visibility("default")))
#else
#define LAGEBILD_API
#endif

typedef enum LagebildStatus {
    LAGEBILD_OK = 0,
    LAGEBILD_NOT_FOUND,    /* no such story, article, file … */
    LAGEBILD_ERR_USAGE,    /* an argument is out of its bounds */
    LAGEBILD_ERR_IO,       /* a file could not be opened, read or written */
    LAGEBILD_ERR_FORMAT,   /* bytes are not what they claim to be */
    LAGEBILD_ERR_LIMIT,    /* a limit on size, depth or expansion was hit */
    LAGEBILD_ERR_DATABASE  /* SQLite said no; message carries its words */
} LagebildStatus;

/* What went wrong, and where. `where` names a file, with ":OFFSET" (bytes) where that is known. Both are NUL-ended. */
typedef struct LagebildError {
    LagebildStatus code;
    char where[512];
    char message[256];
} LagebildError;

/* Where output goes. `write` gets each piece of output in order; it returns false to stop the printing, which then
 * ends with LAGEBILD_ERR_IO. */
typedef struct LagebildWriter {
    bool (*write)(void *ctx, const char *data, size_t len);
    void *ctx;
} LagebildWriter;

typedef enum LagebildFormat { LAGEBILD_TEXT, LAGEBILD_JSON, LAGEBILD_HTML } LagebildFormat;
typedef enum LagebildLanguage { LAGEBILD_GERMAN, LAGEBILD_ENGLISH } LagebildLanguage;

/* How to print. All zero is good: German text without colour, 80 columns. */
typedef struct LagebildPrint {
    LagebildFormat format;
    LagebildLanguage language;
    bool color;
    unsigned width; /* columns of text output; 0 = 80 */
} LagebildPrint;

/* ---- the database ------------------------------------------------------------------------------------------- */

typedef struct Lagebild Lagebild;

/* Opens the database file at `path`, creating it where missing; ":memory:" keeps it in memory.
 * *out is the caller's, to be given to lagebild_close. Errors: ERR_IO, ERR_DATABASE, ERR_FORMAT (not our database). */
LAGEBILD_API LagebildStatus lagebild_open(Lagebild **out, const char *path, LagebildError *err);
LAGEBILD_API void lagebild_close(Lagebild *lb); /* NULL is fine */

typedef struct LagebildProgress {
    uint64_t pages;       /* pages read so far */
    uint64_t bytes_read;  /* of the files named, as they lie on disk */
    uint64_t bytes_total; /* 0 where unknown (stdin) */
} LagebildProgress;

typedef struct LagebildAddOptions {
    unsigned threads; /* 0 = one for each core */
    void (*progress)(void *ctx, const LagebildProgress *now);   /* may be NULL; called now and then, from lagebild_add's thread */
    void (*skipped)(void *ctx, const LagebildError *why);       /* may be NULL; called for every page or file left out */
    void *ctx;
} LagebildAddOptions;

typedef struct LagebildAddSummary {
    uint64_t pages;      /* read */
    uint64_t added;      /* new articles */
    uint64_t known;      /* there already, nothing changed */
    uint64_t skipped;    /* left out, each told to `skipped` */
    uint64_t bytes;      /* of the pages, unpacked */
} LagebildAddSummary;

/* Reads files, folders and "-" (stdin) into the database: .txt .html .jsonl .warc, each also .gz .zst .xz. What cannot be
 * read is told to options->skipped and counted; its neighbours are still read. `options` and `summary` may be NULL. */
LAGEBILD_API LagebildStatus lagebild_add(Lagebild *lb, const char *const *paths, size_t n_paths,
                                         const LagebildAddOptions *options, LagebildAddSummary *summary, LagebildError *err);

/* ---- listings: each prints what it finds; LAGEBILD_NOT_FOUND when there is nothing to print ------------------- */

LAGEBILD_API LagebildStatus lagebild_print_stories(Lagebild *lb, const LagebildPrint *how, LagebildWriter out, LagebildError *err);
/* The picture of one story. `id` as lagebild_print_stories shows it. */
LAGEBILD_API LagebildStatus lagebild_print_story(Lagebild *lb, const char *id, const LagebildPrint *how, LagebildWriter out, LagebildError *err);
/* The pictures of all stories in the database, largest first. */
LAGEBILD_API LagebildStatus lagebild_print_report(Lagebild *lb, const LagebildPrint *how, LagebildWriter out, LagebildError *err);

typedef struct LagebildSaidFilter {
    const char *by;    /* words of the speaker's name, case and umlauts aside; NULL = all */
    const char *act;   /* as in the design's list: "demand", "threaten" …; NULL = all */
    const char *story; /* a story's id; NULL = all */
    bool why;          /* with the reasons of each decision */
} LagebildSaidFilter;
LAGEBILD_API LagebildStatus lagebild_print_said(Lagebild *lb, const LagebildSaidFilter *filter, const LagebildPrint *how, LagebildWriter out, LagebildError *err);

LAGEBILD_API LagebildStatus lagebild_print_differences(Lagebild *lb, const char *story, const LagebildPrint *how, LagebildWriter out, LagebildError *err);
/* Compares the pages of a story with each other, as lagebild_print_copies_of does: clusters, or with `pairs` every two. */
LAGEBILD_API LagebildStatus lagebild_print_copies(Lagebild *lb, const char *story, bool pairs, const LagebildPrint *how, LagebildWriter out, LagebildError *err);

/* What an article shares with all others of the database, of whatever story; `id` as listings show it. The index that tells is
 * kept up to date by lagebild_add, in a folder "PATH-copies" beside the database: ERR_FORMAT where a file of it is missing or
 * damaged, until the next lagebild_add makes it anew. ERR_USAGE for a database in memory, which has none. */
LAGEBILD_API LagebildStatus lagebild_print_archive(Lagebild *lb, const char *id, const LagebildPrint *how, LagebildWriter out, LagebildError *err);
/* The same for pages that lagebild_add would read from `paths`, each by itself, without adding them. `options` and `summary` as
 * lagebild_print_copies_of has them. */
LAGEBILD_API LagebildStatus lagebild_print_archive_of(Lagebild *lb, const char *const *paths, size_t n_paths,
                                                      const LagebildAddOptions *options, const LagebildPrint *how, LagebildWriter out,
                                                      LagebildAddSummary *summary, LagebildError *err);

typedef enum LagebildParts {
    LAGEBILD_PART_ARTICLE = 1,    /* title, date, authors, lead, text */
    LAGEBILD_PART_WHY = 2,        /* every block, dropped ones too, with the reason */
    LAGEBILD_PART_SEGMENTS = 4,   /* sentences and tokens */
    LAGEBILD_PART_TIMES = 8,
    LAGEBILD_PART_STATEMENTS = 16,
    LAGEBILD_PART_ANALYSIS = 32   /* words, names, entities */
} LagebildParts;
LAGEBILD_API LagebildStatus lagebild_print_article(Lagebild *lb, const char *id, unsigned parts, const LagebildPrint *how, LagebildWriter out, LagebildError *err);
LAGEBILD_API LagebildStatus lagebild_print_search(Lagebild *lb, const char *words, const LagebildPrint *how, LagebildWriter out, LagebildError *err);

/* ---- single steps, without a database ------------------------------------------------------------------------- */

/* The lexicon and the trained models; read-only, may be shared by threads. They lie beside the program or where installed.
 * *out is the caller's, to be given to lagebild_models_close. Errors: ERR_IO, ERR_FORMAT. */
typedef struct LagebildModels LagebildModels;
LAGEBILD_API LagebildStatus lagebild_models_open(LagebildModels **out, LagebildError *err);
LAGEBILD_API void lagebild_models_close(LagebildModels *models); /* NULL is fine */

typedef enum LagebildPageKind {
    LAGEBILD_PAGE_HTML,
    LAGEBILD_PAGE_CRAWL, /* plain text as a crawler leaves it, furniture and all */
    LAGEBILD_PAGE_CLEAN  /* an article's own text and nothing else */
} LagebildPageKind;

typedef struct LagebildPage {
    LagebildPageKind kind;
    const char *bytes; /* may hold anything */
    size_t len;
    const char *url, *published, *title, *source, *lang; /* each may be NULL; published: ISO 8601 or a beginning of it */
} LagebildPage;

/* Prints one JSON object with the parts asked for. `models` may be NULL when these are none but ARTICLE and WHY. With LAGEBILD_PAGE_CLEAN every offset counts code points of `bytes`. */
LAGEBILD_API LagebildStatus lagebild_print_page(const LagebildModels *models, const LagebildPage *page, unsigned parts, LagebildWriter out, LagebildError *err);

typedef struct LagebildWordTag {
    char upos[6]; /* Universal Dependencies' class: "NOUN", "PROPN" … */
    char mood[4]; /* "Ind", "Sub", "Imp", or "" where the word is no finite verb */
} LagebildWordTag;
typedef struct LagebildName {
    size_t first, end; /* tokens, half-open */
    char kind[4];      /* "PER", "LOC", "ORG", "OTH" */
} LagebildName;

/* Tags one sentence of n given tokens. tags[n] is the caller's; names[max_names] too, *n_names says how many were found. */
LAGEBILD_API LagebildStatus lagebild_tag_words(const LagebildModels *models, const char *const *tokens, size_t n, LagebildWordTag *tags,
                                               LagebildName *names, size_t max_names, size_t *n_names, LagebildError *err);

typedef struct LagebildText {
    const char *id, *source, *published, *lang, *title; /* each may be NULL */
    const char *text;
    size_t len; /* bytes */
} LagebildText;

typedef struct LagebildPassage {
    size_t a_begin, a_end, b_begin, b_end; /* bytes of the two texts */
} LagebildPassage;

/* Calls `found` once for each pair of texts that share copied passages, in the order of (a, b), a < b. */
LAGEBILD_API LagebildStatus lagebild_find_copies(const LagebildText *texts, size_t n, unsigned threads,
                                                 void (*found)(void *ctx, size_t a, size_t b, const LagebildPassage *passages, size_t n_passages),
                                                 void *ctx, LagebildError *err);
/* The same for texts that come one after the other: each is looked up in an index of all, as a database keeps it, and compared
 * with those before it that the index names. What lagebild_print_archive finds can so be measured against the above. */
LAGEBILD_API LagebildStatus lagebild_find_copies_in_order(const LagebildText *texts, size_t n, unsigned threads,
                                                          void (*found)(void *ctx, size_t a, size_t b, const LagebildPassage *passages, size_t n_passages),
                                                          void *ctx, LagebildError *err);

/* Compares all pages that lagebild_add would read from `paths`, without a database, and prints clusters of those that share
 * copied text, or with `pairs` every two that do. HTML is no format here. `options` and `summary` may be NULL; in the summary
 * `added` counts the pages compared, `known` those named twice. LAGEBILD_NOT_FOUND when no two pages share anything. */
LAGEBILD_API LagebildStatus lagebild_print_copies_of(const char *const *paths, size_t n_paths, bool pairs,
                                                     const LagebildAddOptions *options, const LagebildPrint *how, LagebildWriter out,
                                                     LagebildAddSummary *summary, LagebildError *err);

/* Groups articles that report one event: story_of[i] (caller's, n entries) becomes the number of the story of texts[i]. */
LAGEBILD_API LagebildStatus lagebild_group_stories(const LagebildText *texts, size_t n, uint32_t *story_of, LagebildError *err);

#ifdef __cplusplus
}
#endif
#endif
