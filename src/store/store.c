#include "store/sql.h"

#include "base/vec.h"
#include "store/tokenizer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define APPLICATION_ID 0x4C474244 /* "LGBD" */
#define SCHEMA_VERSION 3
#define BUSY_MS 10000

static const char SCHEMA[] =
#include "store/schema.sql.h"
    ;

/* ---- opening ------------------------------------------------------------------------------------------------- */

static Status read_number(Store *s, const char *sql, int64_t *out, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s, sql, &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    int code = sqlite3_step(stmt);
    if (code == SQLITE_ROW) {
        *out = sqlite3_column_int64(stmt, 0);
        code = SQLITE_DONE;
    }
    return sql_end(s, stmt, code, err);
}

/* Sees to it that the file holds our schema: *empty says that it holds nothing at all yet. */
static Status check_schema(Store *s, bool *empty, Error *err)
{
    int64_t application = 0, version = 0, tables = 0;
    Status status = read_number(s, "PRAGMA application_id", &application, err);
    if (status == LAGEBILD_OK)
        status = read_number(s, "PRAGMA user_version", &version, err);
    if (status == LAGEBILD_OK)
        status = read_number(s, "SELECT count(*) FROM sqlite_schema", &tables, err);
    if (status != LAGEBILD_OK)
        return status;
    *empty = application == 0 && version == 0 && tables == 0;
    if (!*empty && application != APPLICATION_ID)
        return error_set(err, LAGEBILD_ERR_FORMAT, s->path, ERROR_NO_OFFSET,
                         "this is a database, but none of Lagebild's");
    if (!*empty && version != SCHEMA_VERSION)
        return error_set(err, LAGEBILD_ERR_FORMAT, s->path, ERROR_NO_OFFSET,
                         "made by another version of Lagebild (schema %lld, this one reads %d)", (long long)version,
                         SCHEMA_VERSION);
    return LAGEBILD_OK;
}

static Status make_schema(Store *s, Error *err)
{
    char pragmas[96];
    snprintf(pragmas, sizeof pragmas, "PRAGMA application_id = %d; PRAGMA user_version = %d;", APPLICATION_ID,
             SCHEMA_VERSION);
    bool empty = true;
    Status status = store_begin(s, err);
    if (status != LAGEBILD_OK)
        return status;
    status = check_schema(s, &empty, err); /* another process may have been quicker */
    if (status == LAGEBILD_OK && empty)
        status = sql_run(s, SCHEMA, err);
    if (status == LAGEBILD_OK && empty)
        status = sql_run(s, pragmas, err);
    if (status != LAGEBILD_OK) {
        store_rollback(s);
        return status;
    }
    return store_commit(s, err);
}

/* Checkpoints are left to whoever holds the lock: SQLite before 3.51.3 can lose a WAL that two connections reset at once. */
static Status set_up(Store *s, Error *err)
{
    sqlite3_busy_timeout(s->db, BUSY_MS);
    sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(s->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    if (tokenizer_register(s->db) != SQLITE_OK)
        return sql_error(s, err);
    bool empty = false;
    Status status = check_schema(s, &empty, err);
    if (status == LAGEBILD_OK)
        status = sql_run(s,
                         "PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                         "PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;",
                         err);
    if (status == LAGEBILD_OK && empty) {
        status = sql_run(s, "PRAGMA journal_mode = WAL", err);
        if (status == LAGEBILD_OK)
            status = make_schema(s, err);
    }
    return status;
}

Status store_open(Store **out, const char *path, Error *err)
{
    Store *s = mem_zero(1, sizeof *s);
    *out = NULL;
    s->lock = -1;
    s->in_memory = strcmp(path, ":memory:") == 0;
    s->path = strdup(path);
    if (!s->path)
        abort();
    Status status = LAGEBILD_OK;
    if (sqlite3_open_v2(path, &s->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) !=
        SQLITE_OK)
        status = s->db ? sql_error(s, err) : error_set(err, LAGEBILD_ERR_IO, path, ERROR_NO_OFFSET, "cannot be opened");
    else
        status = set_up(s, err);
    if (status == LAGEBILD_OK)
        *out = s;
    else
        store_close(s);
    return status;
}

void store_close(Store *s)
{
    if (!s)
        return;
    for (int i = 0; i < SQL_KEPT; i++)
        sqlite3_finalize(s->kept[i]);
    /* The last to leave folds the WAL into the main file, if nobody writes. */
    if (s->db && store_lock(s, NULL) == LAGEBILD_OK)
        sqlite3_db_config(s->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
    sqlite3_close(s->db);
    s->db = NULL;
    store_unlock(s);
    free(s->path);
    vec_free(s);
}

bool store_in_memory(const Store *s) { return s->in_memory; }

/* ---- the writer's lock --------------------------------------------------------------------------------------- */

static void lock_path(const Store *s, char *out, size_t size) { snprintf(out, size, "%s-lock", s->path); }

/* The file is removed by whoever holds it, so a descriptor counts only while it is still the one at that path. */
static int take_lock(const char *path)
{
    for (;;) {
        int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        struct stat mine, there;
        if (fd < 0)
            return -1;
        if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
            close(fd);
            errno = EWOULDBLOCK;
            return -1;
        }
        if (fstat(fd, &mine) == 0 && stat(path, &there) == 0 && mine.st_ino == there.st_ino &&
            mine.st_dev == there.st_dev)
            return fd;
        close(fd);
    }
}

Status store_lock(Store *s, Error *err)
{
    if (s->locked)
        return LAGEBILD_OK;
    if (!s->in_memory) {
        char path[4096];
        lock_path(s, path, sizeof path);
        s->lock = take_lock(path);
        if (s->lock < 0 && errno == EWOULDBLOCK)
            return error_set(err, LAGEBILD_ERR_DATABASE, s->path, ERROR_NO_OFFSET, "another process is writing to it");
        if (s->lock < 0)
            return error_set(err, LAGEBILD_ERR_IO, path, ERROR_NO_OFFSET, "%s", strerror(errno));
    }
    s->locked = true;
    return LAGEBILD_OK;
}

void store_unlock(Store *s)
{
    if (!s->locked)
        return;
    if (s->db)
        sql_run(s, "PRAGMA wal_checkpoint(TRUNCATE)", NULL);
    if (s->lock >= 0) {
        char path[4096];
        lock_path(s, path, sizeof path);
        unlink(path);
        close(s->lock);
    }
    s->lock = -1;
    s->locked = false;
}

/* ---- transactions -------------------------------------------------------------------------------------------- */

Status store_begin(Store *s, Error *err) { return sql_run(s, "BEGIN IMMEDIATE", err); }

Status store_commit(Store *s, Error *err)
{
    Status status = sql_run(s, "COMMIT", err);
    if (status != LAGEBILD_OK)
        store_rollback(s);
    else if (s->locked && !s->in_memory)
        sql_run(s, "PRAGMA wal_checkpoint(PASSIVE)",
                NULL); /* keeps the WAL short; what readers hold back comes later */
    return status;
}

void store_rollback(Store *s)
{
    if (!sqlite3_get_autocommit(s->db))
        sql_run(s, "ROLLBACK", NULL);
}
