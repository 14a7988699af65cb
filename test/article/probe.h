/* probe.h: what the tests of articles share: a page made into its article, and its blocks by their words. */
#ifndef TEST_ARTICLE_PROBE_H
#define TEST_ARTICLE_PROBE_H

#include "article/article.h"
#include "test.h"

static Arena arena;

static inline Article make_article(PageKind kind, Str bytes, const char *url)
{
    Article a;
    Page page = {.kind = kind, .bytes = bytes, .file = STR("probe"), .id = STR("probe"), .url = str_of(url)};
    Error err = {0};
    CHECK_INT(article_make(&page, &arena, &a, &err), LAGEBILD_OK);
    return a;
}

static inline Article make_html(Str html, const char *url) { return make_article(PAGE_HTML, html, url); }

static inline void repeat(StrBuf *b, const char *piece, size_t times)
{
    for (size_t i = 0; i < times; i++)
        strbuf_add_c(b, piece);
}

static inline const Block *block_with(const Article *a, const char *words)
{
    for (size_t i = 0; i < a->n_blocks; i++)
        if (str_find(str_span(a->text, a->blocks[i].span), str_of(words), 0) != SIZE_MAX)
            return &a->blocks[i];
    static const Block NONE = {{0, 0}, BLOCK_KINDS - 1, "missing"};
    printf("no block with \"%s\"\n", words);
    return &NONE;
}

#define CHECK_KIND(a, words, want) CHECK_STR(str_of(block_kind_name(block_with(a, words)->kind)), want)
#define CHECK_REASON(a, words, want) CHECK_STR(str_of(block_with(a, words)->reason), want)

#endif
