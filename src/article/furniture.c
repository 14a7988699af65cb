/* furniture.c: lines that recur on an outlet's pages. A line is a hash of outlet and words; counted are the pages with
 * different titles it stood on, so that the versions of one article do not make its lines furniture. */
#include "article/article.h"
#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"

enum { LONGEST_LINE = 300, LEAST_PAGES = 4, ONE_IN = 20, MOST_LINES = 4000000 };

struct Furniture {
    U64Map lines; /* outlet and line → title's mark << 16 | pages */
    U64Map pages; /* outlet → pages */
};

Furniture *furniture_new(void) { return mem_zero(1, sizeof(Furniture)); }

void furniture_free(Furniture *f)
{
    if (!f)
        return;
    u64map_release(&f->lines);
    u64map_release(&f->pages);
    vec_free(f);
}

static uint64_t line_key(Str outlet, Str line, StrBuf *scratch)
{
    strbuf_clear(scratch);
    utf8_append_lower(scratch, line);
    return hash_str(strbuf_str(scratch)) ^ (hash_str(outlet) * 0x9E3779B97F4A7C15u);
}

void furniture_learn(Furniture *f, const Article *a)
{
    uint32_t mark = (uint32_t)(hash_str(a->title) >> 48);
    StrBuf scratch = STRBUF_INIT;
    ++*u64map_put(&f->pages, hash_str(a->outlet), 0, NULL);
    for (size_t i = 0; i < a->n_blocks && f->lines.len < MOST_LINES; i++) {
        Str line = str_span(a->text, a->blocks[i].span);
        if (line.len == 0 || line.len > LONGEST_LINE)
            continue;
        bool is_new;
        uint32_t *seen = u64map_put(&f->lines, line_key(a->outlet, line, &scratch), mark << 16 | 1, &is_new);
        uint32_t pages = *seen & 0xFFFF;
        if (!is_new && *seen >> 16 != mark && pages < 0xFFFF)
            *seen = mark << 16 | (pages + 1);
    }
    strbuf_release(&scratch);
}

bool furniture_knows(const Furniture *f, Str outlet, Str line)
{
    if (!f || line.len == 0 || line.len > LONGEST_LINE || !outlet.len)
        return false;
    StrBuf scratch = STRBUF_INIT;
    const uint32_t *seen = u64map_get(&f->lines, line_key(outlet, line, &scratch)),
                   *pages = u64map_get(&f->pages, hash_str(outlet));
    strbuf_release(&scratch);
    return seen && pages && (*seen & 0xFFFF) >= LEAST_PAGES && (*seen & 0xFFFF) * ONE_IN >= *pages;
}
