/* eval_stories.c: the task stories: articles, a line each, in the order of the file → {id, story}. */
#include "eval.h"

#include <stdlib.h>
#include <string.h>


static int collect(void *ctx, json_t *line) { return json_array_append(ctx, line); }

static LagebildText text_of(const json_t *line)
{
    const char *text = eval_field(line, "text");
    return (LagebildText){.id = eval_field(line, "id"), .source = eval_field(line, "source"),
                          .published = eval_field(line, "published"), .lang = eval_field(line, "lang"),
                          .title = eval_field(line, "title"), .text = text ? text : "", .len = text ? strlen(text) : 0};
}

static int run(const char *gold)
{
    json_t *lines = json_array();
    int bad = eval_each_line(gold, collect, lines);
    size_t n = json_array_size(lines);
    LagebildText *texts = calloc(n + 1, sizeof *texts);
    uint32_t *story_of = calloc(n + 1, sizeof *story_of);
    for (size_t i = 0; texts && i < n; i++)
        texts[i] = text_of(json_array_get(lines, i));
    LagebildError err;
    if (!bad && texts && story_of && lagebild_group_stories(texts, n, story_of, &err) == LAGEBILD_OK)
        for (size_t i = 0; i < n; i++)
            eval_write(json_pack("{s:O, s:I}", "id", json_object_get(json_array_get(lines, i), "id"), "story",
                                 (json_int_t)story_of[i]));
    else
        bad = 1;
    free(texts);
    free(story_of);
    json_decref(lines);
    return bad;
}

const EvalTask eval_stories = {"stories", "gold/stories/*-dev.jsonl", run};
