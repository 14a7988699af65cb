/* sql.h: the little of SQLite's interface that store.c and query.c share. */
#ifndef STORE_SQL_H
#define STORE_SQL_H

#include "store/store.h"

#include <sqlite3.h>

enum { SQL_KNOWS, SQL_PUT_ARTICLE, SQL_PUT_CONTENT, SQL_PUT_VECTOR, SQL_PUT_STATEMENT, SQL_PUT_SEARCH, SQL_PUT_LINE, SQL_LINE_ARTICLES,
       SQL_SET_WORDING, SQL_KEPT };

struct Store {
    sqlite3 *db;
    char *path;
    sqlite3_stmt *kept[SQL_KEPT]; /* prepared at first use */
    int lock;                     /* descriptor of the lock file, or -1 */
    bool locked;
    bool in_memory;
};

/* SQLite's last words as an error of ours. */
Status sql_error(Store *s, Error *err);
Status sql_run(Store *s, const char *sql, Error *err);
Status sql_prepare(Store *s, const char *sql, sqlite3_stmt **out, Error *err);
/* The statement at `slot`, reset and without bindings. */
Status sql_kept(Store *s, int slot, const char *sql, sqlite3_stmt **out, Error *err);
/* Puts the article's lines in; lines.c. */
Status sql_put_lines(Store *s, int64_t article, const StoreArticle *a, Error *err);
/* Runs a statement that gives no rows. */
Status sql_done(Store *s, sqlite3_stmt *stmt, Error *err);
/* Finalizes a statement that was stepped until `code`; an error unless that was SQLITE_DONE. */
Status sql_end(Store *s, sqlite3_stmt *stmt, int code, Error *err);
void sql_bind_str(sqlite3_stmt *stmt, int parameter, Str value); /* borrowed until the statement is reset */
void sql_bind_blob(sqlite3_stmt *stmt, int parameter, Str value);
Str sql_str(sqlite3_stmt *stmt, int column, Arena *arena);
Str sql_borrowed(sqlite3_stmt *stmt, int column); /* valid until the next step */

#endif
