/* query.c: what listings ask the database. */
#include "store/sql.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "store/tokenizer.h"

#define ROW_COLUMNS "a.id, coalesce(a.story, 0), a.key, a.page, a.outlet, a.published, a.heading"
#define STORY_ORDER "a.published = '', a.published, a.page, a.key"

static StoreRow read_row(sqlite3_stmt *stmt, Arena *arena)
{
    return (StoreRow){
        .id = sqlite3_column_int64(stmt, 0),
        .story = sqlite3_column_int64(stmt, 1),
        .key = sql_str(stmt, 2, arena),
        .page = sql_str(stmt, 3, arena),
        .outlet = sql_str(stmt, 4, arena),
        .published = sql_str(stmt, 5, arena),
        .heading = sql_str(stmt, 6, arena),
    };
}

static StoreStory read_story(sqlite3_stmt *stmt, Arena *arena)
{
    return (StoreStory){
        .id = sqlite3_column_int64(stmt, 0),
        .key = sql_str(stmt, 1, arena),
        .pages = (uint32_t)sqlite3_column_int64(stmt, 2),
        .outlets = (uint32_t)sqlite3_column_int64(stmt, 3),
        .first = sql_str(stmt, 4, arena),
        .last = sql_str(stmt, 5, arena),
        .heading = sql_str(stmt, 6, arena),
    };
}

#define STORY_SELECT                                                                                                   \
    "SELECT s.id, s.key, count(*), count(DISTINCT nullif(a.outlet, '')), coalesce(min(nullif(a.published, '')), ''),"  \
    " max(a.published), (SELECT heading FROM article a WHERE a.story = s.id ORDER BY a.titled DESC, " STORY_ORDER      \
    " LIMIT 1)"                                                                                                        \
    " FROM story s JOIN article a ON a.story = s.id"

Status store_stories(Store *s, Arena *arena, StoreStories *out, Error *err)
{
    *out = (StoreStories){0};
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s, STORY_SELECT " GROUP BY s.id ORDER BY 3 DESC, 5, 2", &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    VEC(StoreStory) stories = {0};
    int code;
    while ((code = sqlite3_step(stmt)) == SQLITE_ROW)
        vec_push(&stories, read_story(stmt, arena));
    out->len = stories.len;
    out->data = vec_to_arena(&stories, arena);
    return sql_end(s, stmt, code, err);
}

/* The row of `table` whose key starts with `prefix`. */
static Status find_key(Store *s, const char *sql, Str prefix, const char *what, int64_t *id, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    char low[STORE_KEY + 1], high[STORE_KEY + 2];
    Status missing = LAGEBILD_NOT_FOUND;
    bool hex = prefix.len > 0 && prefix.len <= STORE_KEY;
    for (size_t i = 0; hex && i < prefix.len; i++) {
        low[i] = prefix.data[i] >= 'A' && prefix.data[i] <= 'F' ? (char)(prefix.data[i] + 32) : prefix.data[i];
        hex = (low[i] >= '0' && low[i] <= '9') || (low[i] >= 'a' && low[i] <= 'f');
    }
    if (!hex)
        return error_set(err, missing, s->path, ERROR_NO_OFFSET, "no %s has the id \"%.*s\"", what,
                         STR_ARG(str_slice(prefix, 0, 64)));
    memcpy(high, low, prefix.len);
    high[prefix.len] = 'g'; /* behind all digits */
    Status status = sql_prepare(s, sql, &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sql_bind_str(stmt, 1, str_make(low, prefix.len));
    sql_bind_str(stmt, 2, str_make(high, prefix.len + 1));
    int code, found = 0;
    while ((code = sqlite3_step(stmt)) == SQLITE_ROW && ++found < 2)
        *id = sqlite3_column_int64(stmt, 0);
    status = sql_end(s, stmt, code == SQLITE_ROW ? SQLITE_DONE : code, err);
    if (status == LAGEBILD_OK && found == 0)
        status = error_set(err, missing, s->path, ERROR_NO_OFFSET, "no %s has the id \"%.*s\"", what, STR_ARG(prefix));
    if (status == LAGEBILD_OK && found > 1)
        status = error_set(err, LAGEBILD_ERR_USAGE, s->path, ERROR_NO_OFFSET, "several ids start with \"%.*s\"",
                           STR_ARG(prefix));
    return status;
}

Status store_find_article(Store *s, Str id, Arena *arena, StoreRow *out, Error *err)
{
    int64_t article = 0;
    Status status =
        find_key(s, "SELECT id FROM article WHERE key >= ?1 AND key < ?2 LIMIT 2", id, "article", &article, err);
    return status == LAGEBILD_OK ? store_row(s, article, arena, out, err) : status;
}

Status store_find_story(Store *s, Str id, Arena *arena, StoreStory *out, Error *err)
{
    int64_t story = 0;
    Status status = find_key(s, "SELECT id FROM story WHERE key >= ?1 AND key < ?2 LIMIT 2", id, "story", &story, err);
    if (status == LAGEBILD_NOT_FOUND) {
        StoreRow row = {0};
        status = store_find_article(s, id, arena, &row, NULL);
        story = row.story;
        if (status == LAGEBILD_NOT_FOUND || (status == LAGEBILD_OK && !story))
            return error_set(err, LAGEBILD_NOT_FOUND, s->path, ERROR_NO_OFFSET, "no story has the id \"%.*s\"",
                             STR_ARG(str_slice(id, 0, 64)));
        if (status != LAGEBILD_OK)
            return error_set(err, status, s->path, ERROR_NO_OFFSET, "several ids start with \"%.*s\"", STR_ARG(id));
    }
    sqlite3_stmt *stmt = NULL;
    if (status == LAGEBILD_OK)
        status = sql_prepare(s, STORY_SELECT " WHERE s.id = ?1 GROUP BY s.id", &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sqlite3_bind_int64(stmt, 1, story);
    int code = sqlite3_step(stmt);
    if (code == SQLITE_ROW) {
        *out = read_story(stmt, arena);
        code = SQLITE_DONE;
    }
    return sql_end(s, stmt, code, err);
}

static Status read_rows(Store *s, const char *sql, int64_t parameter, Arena *arena, StoreRows *out, Error *err)
{
    *out = (StoreRows){0};
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s, sql, &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sqlite3_bind_int64(stmt, 1, parameter);
    VEC(StoreRow) rows = {0};
    int code;
    while ((code = sqlite3_step(stmt)) == SQLITE_ROW)
        vec_push(&rows, read_row(stmt, arena));
    out->len = rows.len;
    out->data = vec_to_arena(&rows, arena);
    return sql_end(s, stmt, code, err);
}

Status store_story_articles(Store *s, int64_t story, Arena *arena, StoreRows *out, Error *err)
{
    return read_rows(s, "SELECT " ROW_COLUMNS " FROM article a WHERE a.story = ?1 ORDER BY " STORY_ORDER, story, arena,
                     out, err);
}

Status store_row(Store *s, int64_t article, Arena *arena, StoreRow *out, Error *err)
{
    StoreRows rows;
    Status status = read_rows(s, "SELECT " ROW_COLUMNS " FROM article a WHERE a.id = ?1", article, arena, &rows, err);
    if (status == LAGEBILD_OK && rows.len == 0)
        status = error_set(err, LAGEBILD_NOT_FOUND, s->path, ERROR_NO_OFFSET, "no such article");
    if (status == LAGEBILD_OK)
        *out = rows.data[0];
    return status;
}

Status store_load(Store *s, int64_t article, Arena *arena, Article *out, Saids *saids, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s, "SELECT packed FROM content WHERE article = ?1", &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sqlite3_bind_int64(stmt, 1, article);
    int code = sqlite3_step(stmt);
    if (code != SQLITE_ROW) {
        status = sql_end(s, stmt, code, err);
        return status == LAGEBILD_OK ? error_set(err, LAGEBILD_NOT_FOUND, s->path, ERROR_NO_OFFSET, "no such article")
                                     : status;
    }
    status = unpack_article(sql_borrowed(stmt, 0), arena, out, saids, err);
    sqlite3_finalize(stmt);
    return status;
}

static Status read_hits(Store *s, sqlite3_stmt *stmt, Arena *arena, StoreHits *out, Error *err)
{
    VEC(StoreHit) hits = {0};
    int code;
    while ((code = sqlite3_step(stmt)) == SQLITE_ROW)
        vec_push(&hits, (StoreHit){sqlite3_column_int64(stmt, 0), (uint32_t)sqlite3_column_int64(stmt, 1)});
    out->len = hits.len;
    out->data = vec_to_arena(&hits, arena);
    return sql_end(s, stmt, code, err);
}

#define BY_WORDS_MAX 16

Status store_said(Store *s, Str by, Str act, int64_t story, Arena *arena, StoreHits *out, Error *err)
{
    *out = (StoreHits){0};
    StrBuf words = STRBUF_INIT, sql = STRBUF_INIT;
    strbuf_add_c(&sql, "SELECT t.article, t.number FROM statement t JOIN article a ON a.id = t.article"
                       " WHERE (?1 = '' OR t.act = ?1) AND (?2 = 0 OR a.story = ?2)");
    store_speaker_words(&words, by);
    Str bound[BY_WORDS_MAX], rest = strbuf_str(&words), word;
    size_t n = 0;
    while (n < BY_WORDS_MAX && str_split(&rest, ' ', &word))
        if (word.len) {
            bound[n++] = str_make(word.data - 1, word.len + 2); /* with the spaces around it */
            strbuf_add_format(&sql, " AND instr(t.speaker, ?%zu)", n + 2);
        }
    strbuf_add_c(&sql, " ORDER BY " STORY_ORDER ", t.number");
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s, sql.data, &stmt, err);
    if (status == LAGEBILD_OK) {
        sql_bind_str(stmt, 1, act);
        sqlite3_bind_int64(stmt, 2, story);
        for (size_t i = 0; i < n; i++)
            sql_bind_str(stmt, (int)i + 3, bound[i]);
        status = read_hits(s, stmt, arena, out, err);
    }
    strbuf_release(&sql);
    strbuf_release(&words);
    return status;
}

/* Appends one word or phrase as FTS5 wants it, in quotation marks; false when there is no word in it. */
static bool add_term(StrBuf *out, Tokenizer *tokenizer, Str term, bool prefix)
{
    Span word;
    Str key;
    size_t pos = 0;
    if (!tokenizer_next(tokenizer, term, &pos, &word, &key))
        return false;
    strbuf_add_format(out, "%s\"%.*s\"%s", out->len ? " " : "", STR_ARG(term), prefix ? " *" : "");
    return true;
}

/* grüne "hohe Berge" See* → "grüne" "hohe Berge" "See*" * ; returns false when there is no word in it. */
static bool fts_query(StrBuf *out, Str words)
{
    bool any = false, quoted = false;
    Tokenizer *tokenizer = tokenizer_new();
    for (Str piece, term; str_split(&words, '"', &piece); quoted = !quoted) {
        if (quoted)
            any |= add_term(out, tokenizer, piece, false);
        while (!quoted && str_split(&piece, ' ', &term))
            any |= add_term(out, tokenizer, term, str_ends(term, STR("*")));
    }
    tokenizer_free(tokenizer);
    return any;
}

Status store_search(Store *s, Str words, size_t max, Arena *arena, StoreHits *out, Error *err)
{
    *out = (StoreHits){0};
    StrBuf query = STRBUF_INIT, nfc = STRBUF_INIT; /* what is stored is NFC */
    sqlite3_stmt *stmt = NULL;
    if (utf8_check(words) == words.len)
        utf8_append_nfc(&nfc, words);
    bool any = fts_query(&query, nfc.len ? strbuf_str(&nfc) : words);
    strbuf_release(&nfc);
    if (!any) {
        strbuf_release(&query);
        return error_set(err, LAGEBILD_ERR_USAGE, NULL, ERROR_NO_OFFSET, "there is no word to search for");
    }
    /* a hit in the title counts like three in the text */
    Status status = sql_prepare(s,
                                "SELECT f.rowid, 0 FROM search f JOIN article a ON a.id = f.rowid WHERE search MATCH ?1"
                                " ORDER BY bm25(search, 3.0, 1.0), a.published DESC, a.key LIMIT ?2",
                                &stmt, err);
    if (status == LAGEBILD_OK) {
        sql_bind_str(stmt, 1, strbuf_str(&query));
        sqlite3_bind_int64(stmt, 2, (int64_t)max);
        status = read_hits(s, stmt, arena, out, err);
    }
    strbuf_release(&query);
    return status;
}
