/* memory.h: what the fuzz targets of reading share: a file that is an array of bytes, and a handler that looks at all of
 * every page. */
#ifndef TEST_FUZZ_MEMORY_H
#define TEST_FUZZ_MEMORY_H

#include "read/reader.h"

typedef struct Memory {
    Str left;
} Memory;

static inline ptrdiff_t memory_read(void *ctx, char *buf, size_t cap, const char **why)
{
    (void)why;
    Memory *m = ctx;
    size_t n = m->left.len < cap ? m->left.len : cap;
    if (n)
        memcpy(buf, m->left.data, n);
    m->left = str_slice(m->left, n, m->left.len);
    return (ptrdiff_t)n;
}

static volatile uint64_t looked_at;

/* Every byte of every slice must be there to be read; what was read is a page that has something on it. */
static inline Status look_at_page(void *ctx, const Page *p, Error *err)
{
    (void)ctx, (void)err;
    const Str slices[] = {p->file, p->id, p->url, p->outlet, p->published, p->lang, p->title, p->captured, p->media_type, p->charset, p->bytes};
    uint64_t sum = 0;
    for (size_t i = 0; i < sizeof slices / sizeof *slices; i++)
        for (size_t k = 0; k < slices[i].len; k++)
            sum += (unsigned char)slices[i].data[k];
    looked_at += sum;
    if (!p->bytes.len || p->bytes.len > READ_PAGE_MAX)
        __builtin_trap();
    return LAGEBILD_OK;
}

static inline void read_memory(const uint8_t *data, size_t len, Str name)
{
    Memory memory = {{(const char *)data, len}};
    ReadHandler handler = {.page = look_at_page};
    Reader reader = {.handler = &handler, .file = "fuzz"};
    source_read(&reader, (StreamSource){memory_read, &memory}, name);
    if (reader.status != LAGEBILD_OK)
        __builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

#endif
