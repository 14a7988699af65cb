/* furniture.c: lines that recur on an outlet's pages are none of an article's. Counted are the different titles a line
 * stands under, so that the versions of one article do not make its lines furniture. */
#include "article/article.h"
#include "base/utf8.h"

enum { LONGEST_LINE = 300, LEAST_TITLES = 4, ONE_IN = 4 };

/* What a marked block's reason begins with; its former kind and reason follow: "…paragraph: a sentence". */
static const char RECURS[] = "recurs on the outlet's pages; else ";

/* A line of the outlet, in any case of its letters; 0 when it can be no furniture. */
static uint64_t line_key(Str outlet, Str line)
{
    static const char *const QUOTES[] = {"„", "“", "»", "«", "\""};
    if (!outlet.len || !line.len || line.len > LONGEST_LINE)
        return 0;
    for (size_t i = 0; i < sizeof QUOTES / sizeof QUOTES[0]; i++)
        if (str_find(line, str_of(QUOTES[i]), 0) != SIZE_MAX)
            return 0;
    StrBuf lower = STRBUF_INIT;
    utf8_append_lower(&lower, line);
    uint64_t key = hash_str(strbuf_str(&lower)) ^ (hash_str(outlet) * 0x9E3779B97F4A7C15u);
    strbuf_release(&lower);
    return key;
}

/* What the block was before it was marked. */
static Block unmarked(const Block *b)
{
    size_t begin = sizeof RECURS - 1;
    if (b->kind != BLOCK_BOILERPLATE || strncmp(b->reason, RECURS, begin) != 0)
        return *b;
    for (BlockKind k = 0; k < BLOCK_KINDS; k++) {
        size_t len = strlen(block_kind_name(k));
        if (strncmp(b->reason + begin, block_kind_name(k), len) == 0 && strncmp(b->reason + begin + len, ": ", 2) == 0)
            return (Block){b->span, k, b->reason + begin + len + 2};
    }
    return *b;
}

size_t article_line_keys(const Article *a, uint64_t *out)
{
    U64Map seen = {0};
    size_t n = 0;
    for (size_t i = 0; i < a->n_blocks; i++) {
        uint64_t key =
            block_is_body(unmarked(&a->blocks[i]).kind) ? line_key(a->outlet, str_span(a->text, a->blocks[i].span)) : 0;
        bool is_new = false;
        if (key)
            u64map_put(&seen, key, 0, &is_new);
        if (is_new)
            out[n++] = key;
    }
    u64map_release(&seen);
    return n;
}

bool article_line_recurs(uint64_t titles, uint64_t pages) { return titles >= LEAST_TITLES && titles * ONE_IN >= pages; }

static bool is_furniture(const Article *a, const Block *was, const U64Map *known)
{
    uint64_t key = block_is_body(was->kind) ? line_key(a->outlet, str_span(a->text, was->span)) : 0;
    return key && u64map_get(known, key);
}

bool article_mark_recurring(Article *a, const U64Map *known, Arena *arena)
{
    size_t left = 0;
    bool changed = false;
    for (size_t i = 0; i < a->n_blocks; i++) {
        Block was = unmarked(&a->blocks[i]);
        left += block_is_body(was.kind) && !is_furniture(a, &was, known);
    }
    for (size_t i = 0; i < a->n_blocks; i++) {
        Block *b = &a->blocks[i], was = unmarked(b);
        BlockKind before = b->kind;
        *b = was;
        if (left && is_furniture(a, &was, known))
            *b = (Block){b->span, BLOCK_BOILERPLATE,
                         arena_format(arena, "%s%s: %s", RECURS, block_kind_name(was.kind), was.reason).data};
        changed |= b->kind != before;
    }
    return changed;
}
