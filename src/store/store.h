/* store.h: the database: pages read, their articles, statements, stories and words.
 *
 *     store_lock ─ { begin ─ store_put … ─ commit } per batch ─ store_give_stories ─ store_unlock
 *     store_stories, store_said, store_search … ─▶ rows ─ store_load ─▶ Article, Saids
 *
 * One process writes at a time (store_lock); readers are never kept waiting by it. A process that is killed leaves the last
 * committed batch; articles that have no story yet get one at the end of the next add. A Store is used by one thread. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "copy/archive.h"
#include "store/pack.h"

typedef struct Store Store;

/* Opens `path` (":memory:" keeps all in memory), making it where missing. Errors: ERR_IO where the file cannot be opened,
 * ERR_FORMAT where it is not ours or of a newer version, ERR_DATABASE. */
Status store_open(Store **out, const char *path, Error *err);
void store_close(Store *s); /* NULL is fine */
bool store_in_memory(const Store *s);

/* ---- identity ------------------------------------------------------------------------------------------------ */

#define STORE_KEY 32 /* hex digits of a key */
#define STORE_ID 10  /* as many of them are shown to users */

/* What makes a page the same page: its bytes, its kind, what the input says of it (url, outlet, title, date), and without
 * a url also its name. So a folder may be moved and a file be read again, or lie in two archives, and nothing is new; the
 * same text under two urls, or in two files of different names, is two pages. XXH3, 128 bits, as lower-case hex digits. */
void store_page_key(const Page *page, char key[STORE_KEY + 1]);

/* ---- writing ------------------------------------------------------------------------------------------------- */

/* Makes this the one process that writes; ERR_DATABASE at once when another is. Unlocking brings all into the main file. */
Status store_lock(Store *s, Error *err);
void store_unlock(Store *s);

Status store_begin(Store *s, Error *err);
Status store_commit(Store *s, Error *err); /* rolls back when it fails */
void store_rollback(Store *s);

Status store_knows(Store *s, const char *key, bool *known, Error *err);

typedef struct StoreArticle {
    Str key;
    Str page, outlet, published, heading; /* see schema.sql */
    Str packed, vector;
    Str title, body; /* for the search */
    Str *speakers;   /* one for each statement: store_speaker_words */
    Act *acts;
    size_t n_statements;
    bool has_lines;  /* its lines teach what the outlet's furniture is */
    uint64_t *lines; /* article_line_keys */
    size_t n_lines;
} StoreArticle;

/* Puts one article in, without a story; *added is false when its key is there already and nothing changed. */
Status store_put(Store *s, const StoreArticle *article, bool *added, Error *err);

/* Puts `now` in the place of a stored article of the same key, title, outlet, date and lines; its story stays. `old_body`:
 * as it was put in. */
Status store_replace(Store *s, int64_t article, Str old_body, const StoreArticle *now, Error *err);

/* What recurs on the pages of those outlets that have articles without a story. */
typedef struct StoreRecurring {
    U64Map lines;      /* keys of article_line_keys; to be released */
    int64_t *articles; /* whose blocks may have to change by it, in `arena`; by id */
    size_t n_articles;
} StoreRecurring;
/* Adds the keys of all lines that were found to recur so far. */
Status store_furniture(Store *s, U64Map *lines, Error *err);
/* Finds out, and notes that it is known from now on: within the transaction in which the articles are replaced. */
Status store_recurring(Store *s, Arena *arena, StoreRecurring *out, Error *err);

/* Appends `names` folded for store_said: " sergej lawrow ". */
void store_speaker_words(StrBuf *out, Str names);

/* Gives each article that has none its story, in one transaction of its own. */
Status store_give_stories(Store *s, Error *err);

/* ---- reading: results live in the arena given ---------------------------------------------------------------- */

typedef struct StoreRow {
    int64_t id, story; /* story 0: none yet */
    Str key, page, outlet, published, heading;
} StoreRow;
typedef struct StoreRows {
    StoreRow *data;
    size_t len;
} StoreRows;

typedef struct StoreStory {
    int64_t id;
    Str key;
    uint32_t pages, outlets; /* outlets: different ones that are known */
    Str first, last;         /* dates of its earliest and latest article, or empty */
    Str heading;             /* of its first article, of one with a title if there is any */
} StoreStory;
typedef struct StoreStories {
    StoreStory *data;
    size_t len;
} StoreStories;

/* All stories, largest first, then by date. */
Status store_stories(Store *s, Arena *arena, StoreStories *out, Error *err);
/* The story whose key starts with `id`, else the story of the article whose key does. NOT_FOUND; ERR_USAGE when several do. */
Status store_find_story(Store *s, Str id, Arena *arena, StoreStory *out, Error *err);
Status store_find_article(Store *s, Str id, Arena *arena, StoreRow *out, Error *err);
/* A story's articles by (published, page, key), those without a date last. */
Status store_story_articles(Store *s, int64_t story, Arena *arena, StoreRows *out, Error *err);
Status store_row(Store *s, int64_t article, Arena *arena, StoreRow *out, Error *err);

Status store_load(Store *s, int64_t article, Arena *arena, Article *out, Saids *saids, Error *err);

typedef struct StoreHit {
    int64_t article;
    uint32_t number; /* of the statement */
} StoreHit;
typedef struct StoreHits {
    StoreHit *data;
    size_t len;
} StoreHits;

/* Statements whose speaker's names hold each word of `by` (empty = all), with act `act` (empty = all), of one story
 * (0 = all); in the order of store_story_articles, all stories by their articles' dates. */
Status store_said(Store *s, Str by, Str act, int64_t story, Arena *arena, StoreHits *out, Error *err);

/* Articles that hold every word of `words`, in any form, best first, at most `max`. Words in "…" must follow each other;
 * a word's beginning with * at its end stands for all that start with it. ERR_USAGE when there is no word in it. */
Status store_search(Store *s, Str words, size_t max, Arena *arena, StoreHits *out, Error *err);

/* ---- the index of copies, in files beside the database ------------------------------------------------------- */

/* What is committed, opened; readers keep what they have opened while a writer replaces it. */
typedef struct StoreArchive StoreArchive;
/* ERR_FORMAT where a file is missing, cut off, damaged or another database's: *err names it. */
Status store_archive_open(Store *s, StoreArchive **out, Error *err);
void store_archive_close(StoreArchive *a); /* NULL is fine */
/* Older first; the archive's. Texts in them are known by their article's id. */
const CopySegment *store_archive_segments(const StoreArchive *a, size_t *n);

/* Articles that are not in the index yet, by (published, page, key), those without a date last; in `arena`. */
Status store_archive_waiting(Store *s, Arena *arena, int64_t **articles, size_t *n, Error *err);
/* Notes that an article is in the index: with its own runs (wording is itself), or as one that has nine tenths of another's, of
 * which the index has only those that the other lacks. */
Status store_set_wording(Store *s, int64_t article, int64_t wording, Error *err);
/* All that belong to one wording with an article, itself too, by (published, page, key); in `arena`. */
Status store_same_wording(Store *s, int64_t article, Arena *arena, int64_t **articles, size_t *n, Error *err);

/* Adds a segment to the index, merged with as many of the live ones as it is time for. In a transaction, with the lock. */
Status store_archive_write(Store *s, const StoreArchive *live, Str segment, Error *err);
/* Forgets the whole index, so that all articles wait for it anew. In a transaction. */
Status store_archive_forget(Store *s, Error *err);
/* Removes files that the committed index does not name. With the lock. */
void store_archive_sweep(Store *s);

#endif
