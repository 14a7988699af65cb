/* From a page of HTML to its article: the article's text is UTF-8 without NULs, its blocks lie in order inside it, and
 * every place leads into the source. */
#include "article/article.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    Arena arena = ARENA_INIT;
    Article a = {0};
    Error err;
    Page page = {.kind = PAGE_HTML,
                 .file = STR("fuzz"),
                 .id = STR("fuzz"),
                 .url = STR("https://blatt.example/2031/04/05/rat.html"),
                 .media_type = STR("text/html"),
                 .bytes = {(const char *)data, len}};
    if (article_make(&page, &arena, &a, &err) == LAGEBILD_OK) {
        if (utf8_check(a.text) != a.text.len || (a.text.len && memchr(a.text.data, 0, a.text.len)))
            __builtin_trap();
        uint32_t end = 0;
        for (size_t i = 0; i < a.n_blocks; i++) {
            Span span = a.blocks[i].span;
            if (span.begin < end || span.end < span.begin || span.end > a.text.len || !a.blocks[i].reason)
                __builtin_trap();
            end = span.end;
            Span source = article_source_span(&a, span);
            if (source.begin > source.end || source.end > a.source.len)
                __builtin_trap();
        }
    }
    arena_release(&arena);
    return 0;
}
