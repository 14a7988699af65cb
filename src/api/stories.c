/* stories.c: texts → stories, without a database. */
#include "base/vec.h"
#include "story/story.h"

#include <stdlib.h>

typedef struct Entry {
    const LagebildText *text;
    size_t number;
} Entry;

/* By time, then id, then bytes: the order of the input must not matter. */
static int earlier_first(const void *pa, const void *pb)
{
    const Entry *a = pa, *b = pb;
    int c = str_compare(str_of(a->text->published), str_of(b->text->published));
    if (!c)
        c = str_compare(str_of(a->text->id), str_of(b->text->id));
    if (!c)
        c = str_compare(str_make(a->text->text, a->text->len), str_make(b->text->text, b->text->len));
    return c ? c : a->number < b->number ? -1 : a->number > b->number;
}

LagebildStatus lagebild_group_stories(const LagebildText *texts, size_t n, uint32_t *story_of, LagebildError *err)
{
    if (n >= UINT32_MAX)
        return error_set(err, LAGEBILD_ERR_LIMIT, NULL, ERROR_NO_OFFSET, "too many texts");
    Entry *order = mem_zero(n + 1, sizeof *order);
    for (size_t i = 0; i < n; i++)
        order[i] = (Entry){&texts[i], i};
    qsort(order, n, sizeof *order, earlier_first);
    StoryIndex *index = story_index_new();
    StrBuf vector = STRBUF_INIT;
    for (size_t i = 0; i < n; i++) {
        const LagebildText *t = order[i].text;
        strbuf_clear(&vector);
        story_vector(&(StoryText){.title = str_of(t->title), .text = str_make(t->text, t->len), .lang = str_of(t->lang),
                                  .published = str_of(t->published)}, &vector);
        story_of[order[i].number] = story_index_add(index, strbuf_str(&vector), STORY_NONE);
    }
    strbuf_release(&vector);
    story_index_free(index);
    vec_free(order);
    return LAGEBILD_OK;
}
