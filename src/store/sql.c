#include "store/sql.h"

Status sql_error(Store *s, Error *err)
{
    int code = sqlite3_errcode(s->db);
    Status status = code == SQLITE_CANTOPEN ? LAGEBILD_ERR_IO
                    : code == SQLITE_NOTADB ? LAGEBILD_ERR_FORMAT
                                            : LAGEBILD_ERR_DATABASE;
    return error_set(err, status, s->path, ERROR_NO_OFFSET, "%s", sqlite3_errmsg(s->db));
}

Status sql_run(Store *s, const char *sql, Error *err)
{
    return sqlite3_exec(s->db, sql, NULL, NULL, NULL) == SQLITE_OK ? LAGEBILD_OK : sql_error(s, err);
}

Status sql_prepare(Store *s, const char *sql, sqlite3_stmt **out, Error *err)
{
    return sqlite3_prepare_v2(s->db, sql, -1, out, NULL) == SQLITE_OK ? LAGEBILD_OK : sql_error(s, err);
}

Status sql_kept(Store *s, int slot, const char *sql, sqlite3_stmt **out, Error *err)
{
    if (!s->kept[slot] &&
        sqlite3_prepare_v3(s->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &s->kept[slot], NULL) != SQLITE_OK)
        return sql_error(s, err);
    *out = s->kept[slot];
    sqlite3_reset(*out);
    sqlite3_clear_bindings(*out);
    return LAGEBILD_OK;
}

Status sql_done(Store *s, sqlite3_stmt *stmt, Error *err)
{
    int code = sqlite3_step(stmt);
    Status status = code == SQLITE_DONE || code == SQLITE_ROW ? LAGEBILD_OK : sql_error(s, err);
    sqlite3_reset(stmt);
    return status;
}

Status sql_end(Store *s, sqlite3_stmt *stmt, int code, Error *err)
{
    Status status = code == SQLITE_DONE ? LAGEBILD_OK : sql_error(s, err);
    sqlite3_finalize(stmt);
    return status;
}

void sql_bind_str(sqlite3_stmt *stmt, int parameter, Str value)
{
    sqlite3_bind_text64(stmt, parameter, value.data ? value.data : "", value.len, SQLITE_STATIC, SQLITE_UTF8);
}

void sql_bind_blob(sqlite3_stmt *stmt, int parameter, Str value)
{
    sqlite3_bind_blob64(stmt, parameter, value.data ? value.data : "", value.len, SQLITE_STATIC);
}

Str sql_borrowed(sqlite3_stmt *stmt, int column)
{
    const char *data = sqlite3_column_blob(stmt, column);
    return str_make(data, (size_t)sqlite3_column_bytes(stmt, column));
}

Str sql_str(sqlite3_stmt *stmt, int column, Arena *arena) { return arena_str(arena, sql_borrowed(stmt, column)); }
