/* stories.c: a story for each article that has none yet. */
#include "store/sql.h"

#include "base/map.h"
#include "base/vec.h"
#include "story/story.h"

/* Stories as the index numbers them, and as the database does. */
typedef struct Numbers {
    U64Map number_of;   /* story's id → number */
    VEC(int64_t) story; /* number → id */
} Numbers;

/* Shows the index what earlier runs decided. Numbers are given in the order in which stories are met. */
static Status add_known(Store *s, StoryIndex *index, Numbers *numbers, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s,
                                "SELECT a.story, v.bytes FROM article a JOIN vector v ON v.article = a.id"
                                " WHERE a.story IS NOT NULL ORDER BY a.published, a.page, a.key",
                                &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    int code;
    while ((code = sqlite3_step(stmt)) == SQLITE_ROW) {
        int64_t story = sqlite3_column_int64(stmt, 0);
        bool was_new = false;
        uint32_t number = *u64map_put(&numbers->number_of, (uint64_t)story, (uint32_t)numbers->story.len, &was_new);
        if (was_new)
            vec_push(&numbers->story, story);
        story_index_add(index, sql_borrowed(stmt, 1), number);
    }
    return sql_end(s, stmt, code, err);
}

static Status found_story(Store *s, Numbers *numbers, Str key, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s, "INSERT INTO story (key) VALUES (?1)", &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sql_bind_str(stmt, 1, key);
    status = sql_end(s, stmt, sqlite3_step(stmt), err);
    int64_t story = sqlite3_last_insert_rowid(s->db);
    if (status == LAGEBILD_OK) {
        u64map_put(&numbers->number_of, (uint64_t)story, (uint32_t)numbers->story.len, NULL);
        vec_push(&numbers->story, story);
    }
    return status;
}

static Status join_story(Store *s, int64_t article, int64_t story, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s, "UPDATE article SET story = ?2 WHERE id = ?1", &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    sqlite3_bind_int64(stmt, 1, article);
    sqlite3_bind_int64(stmt, 2, story);
    return sql_end(s, stmt, sqlite3_step(stmt), err);
}

/* The sorter has read all rows before the first is given, so that the loop may change what it reads. */
static Status add_new(Store *s, StoryIndex *index, Numbers *numbers, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s,
                                "SELECT a.id, a.key, v.bytes FROM article a JOIN vector v ON v.article = a.id"
                                " WHERE a.story IS NULL ORDER BY a.published, a.page, a.key",
                                &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    int code = SQLITE_DONE;
    while (status == LAGEBILD_OK && (code = sqlite3_step(stmt)) == SQLITE_ROW) {
        uint32_t number = story_index_add(index, sql_borrowed(stmt, 2), STORY_NONE);
        if (number >= numbers->story.len) {
            number = (uint32_t)numbers->story.len;
            status = found_story(s, numbers, sql_borrowed(stmt, 1), err);
        }
        if (status == LAGEBILD_OK)
            status = join_story(s, sqlite3_column_int64(stmt, 0), numbers->story.data[number], err);
    }
    if (status == LAGEBILD_OK)
        return sql_end(s, stmt, code, err);
    sqlite3_finalize(stmt);
    return status;
}

static Status none_waiting(Store *s, bool *none, Error *err)
{
    sqlite3_stmt *stmt = NULL;
    Status status = sql_prepare(s, "SELECT 1 FROM article WHERE story IS NULL LIMIT 1", &stmt, err);
    if (status != LAGEBILD_OK)
        return status;
    int code = sqlite3_step(stmt);
    *none = code == SQLITE_DONE;
    return sql_end(s, stmt, code == SQLITE_ROW ? SQLITE_DONE : code, err);
}

Status store_give_stories(Store *s, Error *err)
{
    bool none = false;
    Status status = none_waiting(s, &none, err);
    if (status != LAGEBILD_OK || none)
        return status;
    status = store_begin(s, err);
    if (status != LAGEBILD_OK)
        return status;
    StoryIndex *index = story_index_new();
    Numbers numbers = {0};
    status = add_known(s, index, &numbers, err);
    if (status == LAGEBILD_OK)
        status = add_new(s, index, &numbers, err);
    story_index_free(index);
    u64map_release(&numbers.number_of);
    vec_release(&numbers.story);
    if (status == LAGEBILD_OK)
        return store_commit(s, err);
    store_rollback(s);
    return status;
}
