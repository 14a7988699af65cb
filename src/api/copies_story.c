/* copies_story.c: the articles of a story in a database compared with each other, as copies_of.c does with pages. */
#include "api/compare.h"
#include "api/database.h"

static Status compare_story(Lagebild *lb, const StoreStory *which, bool pairs, const LagebildPrint *how,
                            LagebildWriter out, Arena *arena, Error *err)
{
    StoreRows rows;
    Status status = store_story_articles(lb->store, which->id, arena, &rows, err);
    if (status != LAGEBILD_OK)
        return status;
    const Article **articles = ARENA_NEW(arena, const Article *, rows.len);
    Str *ids = ARENA_NEW(arena, Str, rows.len);
    for (size_t i = 0; status == LAGEBILD_OK && i < rows.len; i++) {
        Article *article = ARENA_NEW(arena, Article, 1);
        Saids saids;
        status = store_load(lb->store, rows.data[i].id, arena, article, &saids, err);
        articles[i] = article;
        ids[i] = str_slice(rows.data[i].key, 0, STORE_ID);
    }
    if (status != LAGEBILD_OK)
        return status;
    Compare what = {.articles = articles,
                    .n = rows.len,
                    .ids = ids,
                    .story = str_slice(which->key, 0, STORE_ID),
                    .title = which->heading,
                    .pairs = pairs};
    return compare_articles(&what, how, out, err);
}

LagebildStatus lagebild_print_copies(Lagebild *lb, const char *story, bool pairs, const LagebildPrint *how,
                                     LagebildWriter out, LagebildError *err)
{
    Arena arena = ARENA_INIT;
    StoreStory which;
    Status status = store_find_story(lb->store, str_of(story), &arena, &which, err);
    if (status == LAGEBILD_OK)
        status = compare_story(lb, &which, pairs, how, out, &arena, err);
    arena_release(&arena);
    return status;
}
