/* eval.h: what the tasks of lagebild-eval share. Uses lagebild.h and jansson only. */
#ifndef APP_EVAL_H
#define APP_EVAL_H

#include "lagebild.h"

#include <jansson.h>

typedef struct EvalTask {
    const char *name;
    const char *gold;            /* what GOLD is, for the usage text */
    int (*run)(const char *gold); /* writes to stdout; returns the exit code */
} EvalTask;

extern const EvalTask eval_article, eval_times, eval_statements, eval_segments, eval_words, eval_copies, eval_copies_archive, eval_stories, eval_picture;

/* Calls each(ctx, object) for every line of a .jsonl or .jsonl.xz file. Returns 0, or 1 after telling stderr what failed. */
int eval_each_line(const char *path, int (*each)(void *ctx, json_t *line), void *ctx);
/* What the library prints, in memory: a LagebildWriter's write and ctx. `data` is NUL-ended and the caller's to free. */
typedef struct EvalText {
    char *data;
    size_t len;
} EvalText;
bool eval_collect(void *text, const char *data, size_t len);

/* lagebild_print_page as a jansson object (the caller's), or NULL after telling stderr. */
json_t *eval_page(const LagebildModels *models, const LagebildPage *page, unsigned parts);
/* The models, to be closed by the caller, or NULL after telling stderr. */
LagebildModels *eval_models(void);
/* A string field, or NULL. Borrowed from the object. */
const char *eval_field(const json_t *object, const char *name);
/* One compact line on stdout; takes the reference. */
void eval_write(json_t *object);

#endif
