/* copies_of.c: pages read and compared with each other, without a database.
 *
 *     read_paths ─▶ articles ─ sorted by file and place in it ─▶ bodies ─▶ clusters or pairs ─▶ view */
#include "base/vec.h"
#include "view/view.h"

#include <stdlib.h>

typedef struct Comparing {
    const LagebildAddOptions *options;
    LagebildAddSummary summary;
    Arena arena;
    VEC(Article *) articles;
} Comparing;

static void tell_skipped(void *ctx, const Error *why)
{
    Comparing *c = ctx;
    c->summary.skipped++;
    if (c->options->skipped)
        c->options->skipped(c->options->ctx, why);
}

static void tell_progress(void *ctx, uint64_t bytes_read, uint64_t bytes_total)
{
    Comparing *c = ctx;
    LagebildProgress now = {c->summary.pages, bytes_read, bytes_total};
    if (c->options->progress)
        c->options->progress(c->options->ctx, &now);
}

static Status take_page(void *ctx, const Page *page, Error *err)
{
    (void)err;
    Comparing *c = ctx;
    Article *article = ARENA_NEW(&c->arena, Article, 1);
    Error error;
    c->summary.pages++;
    c->summary.bytes += page->bytes.len;
    Status status = article_make(page, &c->arena, article, &error);
    if (status == LAGEBILD_OK) {
        vec_push(&c->articles, article);
        return LAGEBILD_OK;
    }
    Error why;
    const char *file = arena_str(&c->arena, page->file).data;
    error_set(&why, status, file, page->offset ? page->offset : ERROR_NO_OFFSET, "%s", error.message);
    tell_skipped(c, &why);
    return LAGEBILD_OK;
}

static int by_file(const void *pa, const void *pb)
{
    const Article *a = *(Article *const *)pa, *b = *(Article *const *)pb;
    int c = str_compare(a->file, b->file);
    return c ? c : a->offset < b->offset ? -1 : a->offset > b->offset;
}

/* In an order that does not depend on that of the paths; what was named twice is kept once. */
static void sort_articles(Comparing *c)
{
    size_t n = 0;
    if (c->articles.len)
        qsort(c->articles.data, c->articles.len, sizeof *c->articles.data, by_file);
    for (size_t i = 0; i < c->articles.len; i++)
        if (n == 0 || by_file(&c->articles.data[n - 1], &c->articles.data[i]) != 0)
            c->articles.data[n++] = c->articles.data[i];
    c->summary.added = n;
    c->summary.known = c->articles.len - n;
    c->articles.len = n;
}

static CopyText text_of(const Article *a, Arena *arena)
{
    Span *body = ARENA_NEW(arena, Span, a->n_blocks);
    size_t n = 0;
    for (size_t i = 0; i < a->n_blocks; i++)
        if (block_is_body(a->blocks[i].kind))
            body[n++] = a->blocks[i].span;
    return (CopyText){.text = a->text,
                      .body = body,
                      .n_body = n,
                      .source = a->outlet,
                      .published = a->published,
                      .credits = a->credits,
                      .n_credits = a->n_credits};
}

static Status write_out(LagebildWriter out, StrBuf *text, Error *err)
{
    bool good = text->len == 0 || out.write(out.ctx, text->data, text->len);
    strbuf_clear(text);
    return good ? LAGEBILD_OK : error_set(err, LAGEBILD_ERR_IO, NULL, ERROR_NO_OFFSET, "the output cannot be written");
}

static Status print(const ViewCopies *view, const LagebildPrint *how, LagebildWriter out, Error *err)
{
    StrBuf text = STRBUF_INIT;
    size_t n = view->clusters ? view->clusters->len : view->pairs->len;
    view_compared_begin(&text, view, how);
    Status status = write_out(out, &text, err);
    for (size_t i = 0; status == LAGEBILD_OK && i < n; i++) {
        (view->clusters ? view_compared_cluster : view_compared_pair)(&text, view, i, how);
        status = write_out(out, &text, err);
    }
    view_compared_end(&text, view, how);
    if (status == LAGEBILD_OK)
        status = write_out(out, &text, err);
    strbuf_release(&text);
    return status;
}

static Status compare(Comparing *c, bool pairs, const LagebildPrint *how, LagebildWriter out, Error *err)
{
    size_t n = c->articles.len;
    CopyText *texts = ARENA_NEW(&c->arena, CopyText, n);
    for (size_t i = 0; i < n; i++)
        texts[i] = text_of(c->articles.data[i], &c->arena);
    CopyClusters clusters = {0};
    CopyPairs all = {0};
    CopyShare *shares = ARENA_NEW(&c->arena, CopyShare, n);
    Status status = pairs ? copy_find(texts, n, c->options->threads, &c->arena, &all, err)
                          : copy_cluster(texts, n, c->options->threads, &c->arena, &clusters, err);
    if (status == LAGEBILD_OK && all.len == 0 && clusters.len == 0)
        return error_set(err, LAGEBILD_NOT_FOUND, NULL, ERROR_NO_OFFSET, "nothing found");
    if (status != LAGEBILD_OK)
        return status;
    if (pairs)
        copy_shares(texts, n, &all, shares);
    PlaceIndex *places = ARENA_NEW(&c->arena, PlaceIndex, n);
    for (size_t i = 0; i < n; i++)
        place_index_init(&places[i], c->articles.data[i]);
    ViewCopies view = {.articles = (const Article *const *)c->articles.data, .places = places, .n = n, .pairs = &all};
    view.clusters = pairs ? NULL : &clusters;
    view.shares = pairs ? shares : clusters.shares;
    status = print(&view, how, out, err);
    for (size_t i = 0; i < n; i++)
        place_index_release(&places[i]);
    return status;
}

LagebildStatus lagebild_print_copies_of(const char *const *paths, size_t n_paths, bool pairs,
                                        const LagebildAddOptions *options, const LagebildPrint *how, LagebildWriter out,
                                        LagebildAddSummary *summary, LagebildError *err)
{
    static const LagebildAddOptions DEFAULTS = {0};
    static const LagebildPrint PLAIN = {0};
    Comparing c = {.options = options ? options : &DEFAULTS, .arena = ARENA_INIT};
    how = how ? how : &PLAIN;
    if (how->format == LAGEBILD_HTML)
        return error_set(err, LAGEBILD_ERR_USAGE, NULL, ERROR_NO_OFFSET, "copies are not printed as HTML");
    ReadHandler handler = {take_page, tell_skipped, tell_progress, &c};
    Status status = read_paths(paths, n_paths, &handler, err);
    if (status == LAGEBILD_OK) {
        sort_articles(&c);
        status = compare(&c, pairs, how, out, err);
    }
    if (summary)
        *summary = c.summary;
    vec_release(&c.articles);
    arena_release(&c.arena);
    return status;
}
