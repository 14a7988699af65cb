/* eval_copies.c: copied passages among all documents of a folder; GOLD is a folder with docs.jsonl.xz. */
#include "eval.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Docs {
    LagebildText *texts;
    size_t n, cap;
    uint32_t **chars; /* code points before each 64th byte; made where a text has passages */
} Docs;

static char *keep(const json_t *object, const char *name)
{
    const char *s = eval_field(object, name);
    return s ? strdup(s) : NULL;
}

static int read_doc(void *ctx, json_t *line)
{
    Docs *d = ctx;
    if (d->n == d->cap) {
        d->cap = d->cap ? d->cap * 2 : 1024;
        d->texts = realloc(d->texts, d->cap * sizeof *d->texts);
        if (!d->texts)
            return 1;
    }
    LagebildText *t = &d->texts[d->n++];
    *t = (LagebildText){.id = keep(line, "id"),
                        .source = keep(line, "source"),
                        .published = keep(line, "published"),
                        .text = keep(line, "text")};
    if (!t->id || !t->text)
        return fprintf(stderr, "a line without id or text\n") != 0;
    t->len = strlen(t->text);
    return 0;
}

enum { STEP = 64 };

static size_t count_chars(const char *s, size_t begin, size_t end)
{
    size_t n = 0;
    for (size_t i = begin; i < end; i++)
        n += ((unsigned char)s[i] & 0xC0) != 0x80;
    return n;
}

static json_int_t char_at(Docs *d, size_t text, size_t byte)
{
    const LagebildText *t = &d->texts[text];
    if (!d->chars[text]) {
        d->chars[text] = calloc(t->len / STEP + 2, sizeof **d->chars);
        if (!d->chars[text])
            abort();
        for (size_t i = 0; (i + 1) * STEP <= t->len; i++)
            d->chars[text][i + 1] = d->chars[text][i] + (uint32_t)count_chars(t->text, i * STEP, (i + 1) * STEP);
    }
    return (json_int_t)(d->chars[text][byte / STEP] + count_chars(t->text, byte / STEP * STEP, byte));
}

static void write_pair(void *ctx, size_t a, size_t b, const LagebildPassage *passages, size_t n)
{
    Docs *d = ctx;
    json_t *list = json_array();
    for (size_t i = 0; i < n; i++) {
        const LagebildPassage *p = &passages[i];
        json_array_append_new(list,
                              json_pack("{s:[I,I],s:[I,I]}", "a", char_at(d, a, p->a_begin), char_at(d, a, p->a_end),
                                        "b", char_at(d, b, p->b_begin), char_at(d, b, p->b_end)));
    }
    eval_write(json_pack("{s:s,s:s,s:o}", "a", d->texts[a].id, "b", d->texts[b].id, "passages", list));
}

typedef LagebildStatus Find(const LagebildText *texts, size_t n, unsigned threads,
                            void (*found)(void *ctx, size_t a, size_t b, const LagebildPassage *passages,
                                          size_t n_passages),
                            void *ctx, LagebildError *err);

static int run(const char *gold, Find *find)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/docs.jsonl.xz", gold);
    Docs d = {0};
    int bad = eval_each_line(path, read_doc, &d);
    d.chars = calloc(d.n + 1, sizeof *d.chars);
    LagebildError err;
    if (!bad && find(d.texts, d.n, 0, write_pair, &d, &err) != LAGEBILD_OK)
        bad = fprintf(stderr, "%s\n", err.message) != 0;
    for (size_t i = 0; i < d.n; i++) {
        free((void *)d.texts[i].id);
        free((void *)d.texts[i].source);
        free((void *)d.texts[i].published);
        free((void *)d.texts[i].text);
        free(d.chars[i]);
    }
    free(d.texts);
    free(d.chars);
    return bad;
}

static int run_all(const char *gold) { return run(gold, lagebild_find_copies); }
static int run_in_order(const char *gold) { return run(gold, lagebild_find_copies_in_order); }

const EvalTask eval_copies = {"copies", "a folder with docs.jsonl.xz", run_all};
const EvalTask eval_copies_archive = {"copies-archive", "the same, by the index that a database keeps", run_in_order};
