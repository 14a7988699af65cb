#include "eval.h"

#include <lzma.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reads a whole .xz file into memory; *len bytes, the caller's. NULL when it cannot. */
static char *unpack_xz(FILE *f, size_t *len)
{
    lzma_stream stream = LZMA_STREAM_INIT;
    if (lzma_stream_decoder(&stream, UINT64_MAX, LZMA_CONCATENATED) != LZMA_OK)
        return NULL;
    static uint8_t in[1 << 16];
    size_t cap = 1 << 20;
    char *out = malloc(cap);
    lzma_ret ret = LZMA_OK;
    for (*len = 0; out && ret == LZMA_OK; *len = stream.total_out) {
        if (stream.avail_in == 0) {
            stream.avail_in = fread(in, 1, sizeof in, f);
            stream.next_in = in;
        }
        if (*len == cap)
            out = realloc(out, cap *= 2);
        if (!out)
            break;
        stream.next_out = (uint8_t *)out + *len;
        stream.avail_out = cap - *len;
        ret = lzma_code(&stream, feof(f) ? LZMA_FINISH : LZMA_RUN);
    }
    lzma_end(&stream);
    if (ret == LZMA_STREAM_END)
        return out;
    free(out);
    return NULL;
}

int eval_each_line(const char *path, int (*each)(void *ctx, json_t *line), void *ctx)
{
    FILE *f = fopen(path, "rb");
    if (!f) {
        perror(path);
        return 1;
    }
    size_t n = strlen(path), len = 0;
    char *unpacked = NULL;
    if (n > 3 && strcmp(path + n - 3, ".xz") == 0) {
        unpacked = unpack_xz(f, &len);
        fclose(f);
        f = unpacked ? fmemopen(unpacked, len, "rb") : NULL;
        if (!f) {
            fprintf(stderr, "%s: cannot be unpacked\n", path);
            free(unpacked);
            return 1;
        }
    }
    char *line = NULL;
    size_t cap = 0;
    ssize_t got;
    int bad = 0;
    while (!bad && (got = getline(&line, &cap, f)) > 0) {
        json_error_t e;
        json_t *object = json_loadb(line, (size_t)got, 0, &e);
        if (object)
            bad = each(ctx, object);
        else
            bad = fprintf(stderr, "%s: %s\n", path, e.text) != 0;
        json_decref(object);
    }
    free(line);
    fclose(f);
    free(unpacked);
    return bad;
}

bool eval_collect(void *ctx, const char *data, size_t len)
{
    EvalText *t = ctx;
    char *bigger = realloc(t->data, t->len + len + 1);
    if (!bigger)
        return false;
    t->data = bigger;
    memcpy(t->data + t->len, data, len);
    t->len += len;
    t->data[t->len] = '\0';
    return true;
}

LagebildModels *eval_models(void)
{
    LagebildModels *models;
    LagebildError err;
    if (lagebild_models_open(&models, &err) != LAGEBILD_OK)
        fprintf(stderr, "%s: %s\n", err.where, err.message);
    return models;
}

json_t *eval_page(const LagebildModels *models, const LagebildPage *page, unsigned parts)
{
    EvalText text = {0};
    LagebildError err;
    json_t *object = NULL;
    if (lagebild_print_page(models, page, parts, (LagebildWriter){eval_collect, &text}, &err) != LAGEBILD_OK)
        fprintf(stderr, "%s: %s\n", err.where, err.message);
    else
        object = json_loadb(text.data, text.len, 0, NULL);
    free(text.data);
    return object;
}

const char *eval_field(const json_t *object, const char *name)
{
    return json_string_value(json_object_get(object, name));
}

void eval_write(json_t *object)
{
    json_dumpf(object, stdout, JSON_COMPACT);
    putchar('\n');
    json_decref(object);
}
