/* put.c: a page's identity, and its article on the way in. */
#define XXH_STATIC_LINKING_ONLY /* for a hash state on the stack, where nothing has to be freed */
#include "store/sql.h"

#include "base/utf8.h"

#include <stdio.h>
#include <xxhash.h>

void store_page_key(const Page *page, char key[STORE_KEY + 1])
{
    const Str parts[] = {page->url,  page->url.len ? STR_EMPTY : page->id, page->outlet, page->title, page->published,
                         page->bytes};
    XXH3_state_t state;
    XXH3_128bits_reset(&state);
    unsigned char kind = (unsigned char)page->kind;
    XXH3_128bits_update(&state, &kind, 1);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        unsigned char len[8]; /* before each part, so that no two lists of parts run together to the same bytes */
        for (int k = 0; k < 8; k++)
            len[k] = (unsigned char)((uint64_t)parts[i].len >> (8 * k));
        XXH3_128bits_update(&state, len, sizeof len);
        XXH3_128bits_update(&state, parts[i].data ? parts[i].data : "", parts[i].len);
    }
    XXH128_hash_t hash = XXH3_128bits_digest(&state);
    snprintf(key, STORE_KEY + 1, "%016llx%016llx", (unsigned long long)hash.high64, (unsigned long long)hash.low64);
}

Status store_knows(Store *s, const char *key, bool *known, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_kept(s, SQL_KNOWS, "SELECT 1 FROM article WHERE key = ?1", &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sql_bind_str(stmt, 1, str_of(key));
    int code = sqlite3_step(stmt);
    *known = code == SQLITE_ROW;
    status = code == SQLITE_ROW || code == SQLITE_DONE ? LAGEBILD_OK : sql_error(s, err);
    sqlite3_reset(stmt);
    return status;
}

static Status put_article_row(Store *s, const StoreArticle *a, bool *added, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_kept(s, SQL_PUT_ARTICLE,
                             "INSERT OR IGNORE INTO article (key, page, outlet, published, heading, titled, lined)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                             &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    const Str values[] = {a->key, a->page, a->outlet, a->published, a->heading};
    for (int i = 0; i < 5; i++)
        sql_bind_str(stmt, i + 1, values[i]);
    sqlite3_bind_int(stmt, 6, a->title.len > 0);
    sqlite3_bind_int(stmt, 7, a->has_lines);
    status = sql_done(s, stmt, err);
    *added = status == LAGEBILD_OK && sqlite3_changes(s->db) > 0;
    return status;
}

static Status put_blob(Store *s, int slot, const char *sql, int64_t article, Str bytes, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_kept(s, slot, sql, &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sqlite3_bind_int64(stmt, 1, article);
    sql_bind_blob(stmt, 2, bytes);
    return sql_done(s, stmt, err);
}

static Status put_search(Store *s, int64_t article, const StoreArticle *a, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status =
        sql_kept(s, SQL_PUT_SEARCH, "INSERT INTO search (rowid, title, body) VALUES (?1, ?2, ?3)", &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sqlite3_bind_int64(stmt, 1, article);
    sql_bind_str(stmt, 2, a->title);
    sql_bind_str(stmt, 3, a->body);
    return sql_done(s, stmt, err);
}

static Status put_statement(Store *s, int64_t article, const StoreArticle *a, size_t number, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status =
        sql_kept(s, SQL_PUT_STATEMENT, "INSERT INTO statement (article, number, act, speaker) VALUES (?1, ?2, ?3, ?4)",
                 &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sqlite3_bind_int64(stmt, 1, article);
    sqlite3_bind_int64(stmt, 2, (int64_t)number);
    sql_bind_str(stmt, 3, str_of(act_name(a->acts[number])));
    sql_bind_str(stmt, 4, a->speakers[number]);
    return sql_done(s, stmt, err);
}

/* All that hangs on an article's row. */
static Status put_parts(Store *s, int64_t article, const StoreArticle *a, Error *err)
{
    Status status =
        put_blob(s, SQL_PUT_CONTENT, "INSERT INTO content (article, packed) VALUES (?1, ?2)", article, a->packed, err);
    if (status == LAGEBILD_OK)
        status =
            put_blob(s, SQL_PUT_VECTOR, "INSERT INTO vector (article, bytes) VALUES (?1, ?2)", article, a->vector, err);
    if (status == LAGEBILD_OK)
        status = put_search(s, article, a, err);
    for (size_t i = 0; status == LAGEBILD_OK && i < a->n_statements; i++)
        status = put_statement(s, article, a, i, err);
    return status;
}

Status store_put(Store *s, const StoreArticle *a, bool *added, Error *err)
{
    Status status = put_article_row(s, a, added, err);
    if (status != LAGEBILD_OK || !*added)
        return status;
    int64_t article = sqlite3_last_insert_rowid(s->db);
    status = put_parts(s, article, a, err);
    return status == LAGEBILD_OK ? sql_put_lines(s, article, a, err) : status;
}

/* Runs one statement about an article, with up to two texts. */
static Status change(Store *s, const char *sql, int64_t article, Str first, Str second, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s, sql, &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sqlite3_bind_int64(stmt, 1, article);
    sql_bind_str(stmt, 2, first);
    sql_bind_str(stmt, 3, second);
    return sql_end(s, stmt, sqlite3_step(stmt), err);
}

Status store_replace(Store *s, int64_t article, Str old_body, const StoreArticle *now, Error *err)
{
    static const char *const GONE[] = {"DELETE FROM content WHERE article = ?1",
                                       "DELETE FROM vector WHERE article = ?1",
                                       "DELETE FROM statement WHERE article = ?1",
                                       /* the index of copies has its old words, and lacks what others had of them */
                                       "UPDATE article SET wording = NULL WHERE id = ?1 OR wording = ?1"};
    Status status = change(s, "UPDATE article SET heading = ?2 WHERE id = ?1", article, now->heading, STR_EMPTY, err);
    for (size_t i = 0; status == LAGEBILD_OK && i < sizeof GONE / sizeof GONE[0]; i++)
        status = change(s, GONE[i], article, STR_EMPTY, STR_EMPTY, err);
    if (status == LAGEBILD_OK) /* an index without content is told what it is to forget */
        status = change(s, "INSERT INTO search (search, rowid, title, body) VALUES ('delete', ?1, ?2, ?3)", article,
                        now->title, old_body, err);
    return status == LAGEBILD_OK ? put_parts(s, article, now, err) : status;
}

void store_speaker_words(StrBuf *out, Str names)
{
    if (!out->len)
        strbuf_add_char(out, ' ');
    size_t begin = names.len;
    for (size_t pos = 0; pos <= names.len;) {
        size_t at = pos;
        uint32_t c = pos < names.len ? utf8_next(names, &pos) : ' ';
        bool inside = at < names.len && (utf8_is_letter(c) || utf8_is_digit(c));
        if (inside && begin == names.len)
            begin = at;
        if (!inside && begin < at) {
            utf8_append_folded(out, str_slice(names, begin, at));
            strbuf_add_char(out, ' ');
            begin = names.len;
        }
        if (at == names.len)
            break;
    }
}
