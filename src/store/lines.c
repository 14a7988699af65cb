/* lines.c: which lines recur on an outlet's pages, and on which pages. */
#include "base/vec.h"
#include "store/sql.h"

#include <stdlib.h>

typedef struct Line {
    uint64_t key;
    uint64_t titles;
} Line;

typedef struct Recurring {
    Store *store;
    StoreRecurring *out;
    VEC(int64_t) articles;
} Recurring;

Status sql_put_lines(Store *s, int64_t article, const StoreArticle *a, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = LAGEBILD_OK;
    for (size_t i = 0; status == LAGEBILD_OK && i < a->n_lines; i++) {
        status =
            sql_kept(s, SQL_PUT_LINE,
                     "INSERT OR IGNORE INTO line (outlet, line, article, title) VALUES (?1, ?2, ?3, ?4)", &stmt, err);
        if (status != LAGEBILD_OK)
            return status;
        sqlite3_bind_int64(stmt, 1, (int64_t)hash_str(a->outlet));
        sqlite3_bind_int64(stmt, 2, (int64_t)a->lines[i]);
        sqlite3_bind_int64(stmt, 3, article);
        sqlite3_bind_int64(stmt, 4, (int64_t)hash_str(a->title));
        status = sql_done(s, stmt, err);
    }
    return status;
}

/* The articles with a line: those that have a story already, too, or only the others. */
static Status line_articles(Recurring *r, int64_t outlet, uint64_t line, bool all, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_kept(r->store, SQL_LINE_ARTICLES,
                             "SELECT l.article FROM line l JOIN article a ON a.id = l.article"
                             " WHERE l.outlet = ?1 AND l.line = ?2 AND (?3 OR a.story IS NULL)",
                             &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sqlite3_bind_int64(stmt, 1, outlet);
    sqlite3_bind_int64(stmt, 2, (int64_t)line);
    sqlite3_bind_int(stmt, 3, all);
    int code;
    while ((code = sqlite3_step(stmt)) == SQLITE_ROW)
        vec_push(&r->articles, sqlite3_column_int64(stmt, 0));
    status = code == SQLITE_DONE ? LAGEBILD_OK : sql_error(r->store, err);
    sqlite3_reset(stmt);
    return status;
}

/* Lines with a number each. */
typedef VEC(Line) Lines;
static Status read_lines(Store *s, const char *sql, int64_t outlet, Lines *out, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s, sql, &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sqlite3_bind_int64(stmt, 1, outlet);
    int code;
    while ((code = sqlite3_step(stmt)) == SQLITE_ROW)
        vec_push(out, (Line){(uint64_t)sqlite3_column_int64(stmt, 0), (uint64_t)sqlite3_column_int64(stmt, 1)});
    return sql_end(s, stmt, code, err);
}

static Status note_line(Store *s, const char *sql, int64_t outlet, uint64_t line, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s, sql, &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sqlite3_bind_int64(stmt, 1, outlet);
    sqlite3_bind_int64(stmt, 2, (int64_t)line);
    return sql_end(s, stmt, sqlite3_step(stmt), err);
}

/* Where a line's standing has changed all its articles are concerned, else the new ones. */
static Status compare(Recurring *r, int64_t outlet, const Lines *before, const Lines *now, uint64_t pages, Error *err)
{
    Status status = LAGEBILD_OK;
    U64Map known = {0};
    for (size_t i = 0; i < before->len; i++)
        u64map_put(&known, before->data[i].key, 0, NULL);
    for (size_t i = 0; status == LAGEBILD_OK && i < now->len; i++) {
        uint64_t line = now->data[i].key;
        if (!article_line_recurs(now->data[i].titles, pages))
            continue;
        bool is_new = !u64map_get(&known, line);
        u64map_put(&r->out->lines, line, 0, NULL);
        status = line_articles(r, outlet, line, is_new, err);
        if (status == LAGEBILD_OK && is_new)
            status = note_line(r->store, "INSERT INTO furniture (outlet, line) VALUES (?1, ?2)", outlet, line, err);
    }
    for (size_t i = 0; status == LAGEBILD_OK && i < before->len; i++) {
        uint64_t line = before->data[i].key;
        if (u64map_get(&r->out->lines, line))
            continue;
        status = line_articles(r, outlet, line, true, err);
        if (status == LAGEBILD_OK)
            status = note_line(r->store, "DELETE FROM furniture WHERE outlet = ?1 AND line = ?2", outlet, line, err);
    }
    u64map_release(&known);
    return status;
}

static Status find_in_outlet(Recurring *r, Str name, uint64_t pages, Error *err)
{
    int64_t outlet = (int64_t)hash_str(name);
    Lines before = {0}, now = {0};
    Status status =
        read_lines(r->store, "SELECT line, 0 FROM furniture WHERE outlet = ?1 ORDER BY line", outlet, &before, err);
    if (status == LAGEBILD_OK)
        status = read_lines(r->store,
                            "SELECT line, count(DISTINCT title) FROM line WHERE outlet = ?1 GROUP BY line"
                            " HAVING count(*) > 1 ORDER BY line",
                            outlet, &now, err);
    if (status == LAGEBILD_OK)
        status = compare(r, outlet, &before, &now, pages, err);
    vec_release(&before);
    vec_release(&now);
    return status;
}

static int by_number(const void *pa, const void *pb)
{
    int64_t a = *(const int64_t *)pa, b = *(const int64_t *)pb;
    return (a > b) - (a < b);
}

Status store_recurring(Store *s, Arena *arena, StoreRecurring *out, Error *err)
{
    *out = (StoreRecurring){0};
    Recurring r = {.store = s, .out = out};
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s,
                                "SELECT outlet, count(*) FROM article WHERE lined AND outlet IN"
                                " (SELECT outlet FROM article WHERE story IS NULL AND lined AND outlet <> '')"
                                " GROUP BY outlet",
                                &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    int code = SQLITE_DONE;
    while (status == LAGEBILD_OK && (code = sqlite3_step(stmt)) == SQLITE_ROW)
        status = find_in_outlet(&r, sql_borrowed(stmt, 0), (uint64_t)sqlite3_column_int64(stmt, 1), err);
    if (status == LAGEBILD_OK)
        status = sql_end(s, stmt, code, err);
    else
        sqlite3_finalize(stmt);
    if (r.articles.len)
        qsort(r.articles.data, r.articles.len, sizeof *r.articles.data, by_number);
    for (size_t i = 0; i < r.articles.len; i++)
        if (!i || r.articles.data[i] != r.articles.data[i - 1])
            r.articles.data[out->n_articles++] = r.articles.data[i];
    r.articles.len = out->n_articles;
    out->articles = vec_to_arena(&r.articles, arena);
    return status;
}

Status store_furniture(Store *s, U64Map *lines, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s, "SELECT line FROM furniture", &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    int code;
    while ((code = sqlite3_step(stmt)) == SQLITE_ROW)
        u64map_put(lines, (uint64_t)sqlite3_column_int64(stmt, 0), 0, NULL);
    return sql_end(s, stmt, code, err);
}
