/* Speed of the way from a .warc.gz to articles with metadata, whole and by stage, on one core:
 *
 *     build/bench/articles PATH…
 *
 * Reads the HTML pages under the paths, packs them into a temporary .warc.gz with a member for each record, and reads that
 * back. Megabytes are 10^6 bytes of HTML; time is the processor's. */
#include "article/article.h"
#include "article/html.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

typedef struct Pages {
    Arena arena;
    VEC(Page) pages;
    size_t bytes;
    FILE *warc; /* while packing */
} Pages;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void write_member(FILE *f, Str bytes)
{
    z_stream z = {0};
    if (deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        abort();
    uLong cap = deflateBound(&z, bytes.len) + 32;
    char *packed = mem_alloc(cap);
    z.next_in = (Bytef *)(uintptr_t)bytes.data;
    z.avail_in = (uInt)bytes.len;
    z.next_out = (Bytef *)packed;
    z.avail_out = (uInt)cap;
    if (deflate(&z, Z_FINISH) != Z_STREAM_END || fwrite(packed, 1, z.total_out, f) != z.total_out)
        abort();
    deflateEnd(&z);
    vec_free(packed);
}

static Status pack_page(void *ctx, const Page *page, Error *err)
{
    (void)err;
    Pages *p = ctx;
    if (page->kind != PAGE_HTML)
        return LAGEBILD_OK;
    StrBuf record = STRBUF_INIT, http = STRBUF_INIT;
    strbuf_add_format(&http, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %zu\r\n\r\n",
                      page->bytes.len);
    strbuf_add_format(&record,
                      "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:%zu>\r\nWARC-Target-URI: "
                      "https://page%zu.example/\r\n"
                      "WARC-Date: 2031-04-05T06:07:08Z\r\nContent-Type: application/http; "
                      "msgtype=response\r\nContent-Length: %zu\r\n\r\n",
                      p->bytes, p->bytes, http.len + page->bytes.len);
    strbuf_add(&record, strbuf_str(&http));
    strbuf_add(&record, page->bytes);
    strbuf_add(&record, STR("\r\n\r\n"));
    write_member(p->warc, strbuf_str(&record));
    p->bytes += page->bytes.len;
    strbuf_release(&record);
    strbuf_release(&http);
    return LAGEBILD_OK;
}

static Status pass_page(void *ctx, const Page *page, Error *err)
{
    (void)err;
    *(size_t *)ctx += page->bytes.len;
    return LAGEBILD_OK;
}

static Status keep_page(void *ctx, const Page *page, Error *err)
{
    (void)err;
    Pages *p = ctx;
    Page kept = *page;
    kept.bytes = arena_str(&p->arena, page->bytes);
    kept.url = arena_str(&p->arena, page->url);
    kept.id = kept.file = kept.captured = kept.charset = STR_EMPTY;
    kept.media_type = STR("text/html");
    vec_push(&p->pages, kept);
    p->bytes += page->bytes.len;
    return LAGEBILD_OK;
}

typedef struct Made {
    Arena arena;
    size_t pages, articles, text, dated;
} Made;

static Status make_article(void *ctx, const Page *page, Error *err)
{
    Made *m = ctx;
    Article a = {0};
    m->pages++;
    if (article_make(page, &m->arena, &a, err) == LAGEBILD_OK) {
        m->articles++;
        m->text += a.text.len;
        m->dated += a.published.len > 0;
    }
    arena_reset(&m->arena);
    return LAGEBILD_OK;
}

static void report(const char *stage, double seconds, const Pages *p)
{
    seconds = seconds > 0 ? seconds : 1e-9;
    printf("  %-34s %7.3f s %8.0f pages/s %8.1f MB/s\n", stage, seconds, (double)p->pages.len / seconds,
           (double)p->bytes * 1e-6 / seconds);
}

static void measure(const char *warc)
{
    Pages p = {0};
    Made m = {0};
    size_t passed = 0;
    ReadHandler pass = {.page = pass_page, .ctx = &passed}, keep = {.page = keep_page, .ctx = &p},
                make = {.page = make_article, .ctx = &m};
    read_paths(&warc, 1, &keep, NULL);
    printf("articles: %zu pages, %.1f MB of HTML\n", p.pages.len, (double)p.bytes * 1e-6);

    double start = now();
    read_paths(&warc, 1, &pass, NULL);
    double inflate = now() - start;

    VEC(Str) sources = {0};
    start = now();
    for (size_t i = 0; i < p.pages.len; i++) {
        StrBuf text = STRBUF_INIT;
        read_decode(&p.pages.data[i], &text, NULL, NULL);
        vec_push(&sources, strbuf_str(&text));
    }
    double decode = now() - start;

    start = now();
    for (size_t i = 0; i < sources.len; i++) {
        Html html = {0};
        html_parse(sources.data[i], &html, NULL);
        html_release(&html);
    }
    double parse = now() - start;
    for (size_t i = 0; i < sources.len; i++)
        vec_free((void *)(uintptr_t)sources.data[i].data);
    vec_release(&sources);

    start = now();
    read_paths(&warc, 1, &make, NULL);
    double all = now() - start;
    report("inflate, records, HTTP", inflate, &p);
    report("decode", decode, &p);
    report("parse", parse, &p);
    report("decide, dates, authors, text", all - inflate - decode - parse, &p);
    report("all, from .warc.gz to article", all, &p);
    struct rusage use;
    getrusage(RUSAGE_SELF, &use);
    printf("  %zu articles, %zu with a date, %.1f MB of text; peak %.0f MB with all pages kept\n", m.articles, m.dated,
           (double)m.text * 1e-6, (double)use.ru_maxrss / 1024);
    vec_release(&p.pages);
    arena_release(&p.arena);
    arena_release(&m.arena);
}

int main(int argc, char **argv)
{
    char path[] = "/tmp/lagebild-bench-XXXXXX.warc.gz";
    int fd = mkstemps(path, 8);
    Pages packed = {.warc = fd < 0 ? NULL : fdopen(fd, "wb")};
    if (!packed.warc || argc < 2)
        return fputs("usage: articles PATH…\n", stderr), 2;
    ReadHandler pack = {.page = pack_page, .ctx = &packed};
    Status status = read_paths((const char *const *)argv + 1, (size_t)argc - 1, &pack, NULL);
    if (fclose(packed.warc) == 0 && status == LAGEBILD_OK && packed.bytes)
        measure(path);
    else
        fputs("articles: no HTML pages there\n", stderr);
    unlink(path);
    return 0;
}
