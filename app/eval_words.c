/* eval_words.c: the task words: classes, moods and names over given tokens. */
#include "eval.h"

#include <stdio.h>
#include <stdlib.h>

static int words_line(void *ctx, json_t *line)
{
    const LagebildModels *models = ctx;
    json_t *tokens = json_object_get(line, "tokens"), *value, *out = json_object(), *upos = json_array(),
           *mood = json_array(), *found = json_array();
    size_t n = json_array_size(tokens), i, n_names = 0;
    const char **words = calloc(n + 1, sizeof *words);
    LagebildWordTag *tags = calloc(n + 1, sizeof *tags);
    LagebildName *names = calloc(n + 1, sizeof *names);
    LagebildError err = {0};
    json_array_foreach(tokens, i, value) words[i] = json_string_value(value);
    int bad = lagebild_tag_words(models, words, n, tags, names, n, &n_names, &err) != LAGEBILD_OK;
    if (bad)
        fprintf(stderr, "%s: %s\n", err.where, err.message);
    for (i = 0; i < n; i++) {
        json_array_append_new(upos, json_string(tags[i].upos));
        json_array_append_new(mood, tags[i].mood[0] ? json_string(tags[i].mood) : json_null());
    }
    for (i = 0; i < n_names; i++)
        json_array_append_new(
            found, json_pack("[I,I,s]", (json_int_t)names[i].first, (json_int_t)names[i].end, names[i].kind));
    json_object_set(out, "id", json_object_get(line, "id"));
    json_object_set_new(out, "upos", upos);
    json_object_set_new(out, "mood", mood);
    json_object_set_new(out, "names", found);
    eval_write(out);
    free(names);
    free(tags);
    free(words);
    return bad;
}

static int run(const char *gold)
{
    LagebildModels *models = eval_models();
    int bad = models ? eval_each_line(gold, words_line, models) : 1;
    lagebild_models_close(models);
    return bad;
}

const EvalTask eval_words = {"words", "gold/language/words-dev.jsonl", run};
