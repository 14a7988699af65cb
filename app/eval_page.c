/* eval_page.c: the tasks that look at one page: article, times, statements, segments. */
#include "eval.h"

#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* All of a .gz file; *len bytes, the caller's; NULL when it cannot be read. */
static char *read_gz(const char *path, size_t *len)
{
    gzFile f = gzopen(path, "rb");
    if (!f)
        return NULL;
    size_t cap = 1 << 20;
    char *data = malloc(cap);
    int got;
    for (*len = 0; data && (got = gzread(f, data + *len, (unsigned)(cap - *len))) > 0;)
        if ((*len += (size_t)got) == cap)
            data = realloc(data, cap *= 2);
    gzclose(f);
    return data;
}

static void copy_field(json_t *to, const char *name, const json_t *from)
{
    json_t *value = json_object_get(from, name);
    if (value)
        json_object_set(to, name, value);
}

static int article_line(void *ctx, json_t *line)
{
    const char *gold = ctx;
    char *copy = strdup(gold), path[4096];
    snprintf(path, sizeof path, "%s/%s", dirname(copy), eval_field(line, "page"));
    free(copy);
    size_t len = 0;
    char *html = read_gz(path, &len);
    if (!html) {
        perror(path);
        return 1;
    }
    LagebildPage page = {.kind = LAGEBILD_PAGE_HTML, .bytes = html, .len = len, .url = eval_field(line, "url")};
    json_t *got = eval_page(NULL, &page, LAGEBILD_PART_ARTICLE), *out = json_object();
    copy_field(out, "id", line);
    static const char *const FIELDS[] = {"title", "published", "authors", "lead", "text", "type"};
    for (size_t i = 0; got && i < sizeof FIELDS / sizeof FIELDS[0]; i++)
        copy_field(out, FIELDS[i], got);
    eval_write(out);
    json_decref(got);
    free(html);
    return 0;
}

static json_t *clean_page(const LagebildModels *models, json_t *line, unsigned parts)
{
    const char *text = eval_field(line, "text");
    LagebildPage page = {.kind = LAGEBILD_PAGE_CLEAN,
                         .bytes = text,
                         .len = strlen(text),
                         .published = eval_field(line, "published"),
                         .lang = "de"};
    return eval_page(models, &page, parts);
}

static int times_line(void *ctx, json_t *line)
{
    json_t *got = clean_page(ctx, line, LAGEBILD_PART_TIMES), *t;
    size_t i;
    json_array_foreach(json_object_get(got, "times"), i, t)
    {
        json_t *span = json_object_get(t, "span");
        json_object_set(t, "begin", json_array_get(span, 0));
        json_object_set(t, "end", json_array_get(span, 1));
        json_object_del(t, "span");
    }
    json_t *out = json_object();
    copy_field(out, "id", line);
    json_object_set_new(out, "times", got ? json_incref(json_object_get(got, "times")) : json_array());
    eval_write(out);
    json_decref(got);
    return 0;
}

static int statements_line(void *ctx, json_t *line)
{
    json_t *got = clean_page(ctx, line, LAGEBILD_PART_STATEMENTS), *out = json_object();
    copy_field(out, "id", line);
    json_object_set_new(out, "statements", got ? json_incref(json_object_get(got, "statements")) : json_array());
    eval_write(out);
    json_decref(got);
    return 0;
}

static int segments_line(void *ctx, json_t *line)
{
    json_t *got = clean_page(ctx, line, LAGEBILD_PART_SEGMENTS), *out = json_object();
    copy_field(out, "id", line);
    if (got) {
        copy_field(out, "sentences", got);
        copy_field(out, "tokens", got);
    }
    eval_write(out);
    json_decref(got);
    return 0;
}

static int run_article(const char *gold) { return eval_each_line(gold, article_line, (void *)gold); }
static int with_models(const char *gold, int (*each)(void *ctx, json_t *line))
{
    LagebildModels *models = eval_models();
    int bad = models ? eval_each_line(gold, each, models) : 1;
    lagebild_models_close(models);
    return bad;
}

static int run_times(const char *gold) { return with_models(gold, times_line); }
static int run_statements(const char *gold) { return with_models(gold, statements_line); }
static int run_segments(const char *gold) { return with_models(gold, segments_line); }

const EvalTask eval_article = {"article", "gold/articles/*/gold.jsonl", run_article};
const EvalTask eval_times = {"times", "gold/times/dev.jsonl", run_times};
const EvalTask eval_statements = {"statements", "gold/statements/dev.jsonl", run_statements};
const EvalTask eval_segments = {"segments", "gold/statements/dev.jsonl", run_segments};
