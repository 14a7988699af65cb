/* compare.c: articles ─▶ bodies ─▶ clusters or pairs ─▶ view */
#include "api/compare.h"

#include "api/stored.h"

static Status write_out(LagebildWriter out, StrBuf *text, Error *err)
{
    bool good = text->len == 0 || out.write(out.ctx, text->data, text->len);
    strbuf_clear(text);
    return good ? LAGEBILD_OK : error_set(err, LAGEBILD_ERR_IO, NULL, ERROR_NO_OFFSET, "the output cannot be written");
}

Status compare_print(const ViewCopies *view, const LagebildPrint *how, LagebildWriter out, Error *err)
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

static Status find(const Compare *what, Arena *arena, ViewCopies *view, Error *err)
{
    CopyText *texts = ARENA_NEW(arena, CopyText, what->n);
    CopyClusters *clusters = ARENA_NEW(arena, CopyClusters, 1);
    CopyPairs *pairs = ARENA_NEW(arena, CopyPairs, 1);
    for (size_t i = 0; i < what->n; i++)
        texts[i] = stored_copy_text(what->articles[i], arena);
    Status status = what->pairs ? copy_find(texts, what->n, what->threads, arena, pairs, err)
                                : copy_cluster(texts, what->n, what->threads, arena, clusters, err);
    if (status == LAGEBILD_OK && pairs->len == 0 && clusters->len == 0)
        return error_set(err, LAGEBILD_NOT_FOUND, NULL, ERROR_NO_OFFSET, "nothing found");
    if (status == LAGEBILD_OK && what->pairs) {
        clusters->shares = ARENA_NEW(arena, CopyShare, what->n);
        copy_shares(texts, what->n, pairs, clusters->shares);
    }
    view->pairs = pairs;
    view->clusters = what->pairs ? NULL : clusters;
    view->shares = clusters->shares;
    return status;
}

Status compare_articles(const Compare *what, const LagebildPrint *how, LagebildWriter out, Error *err)
{
    if (how->format == LAGEBILD_HTML)
        return error_set(err, LAGEBILD_ERR_USAGE, NULL, ERROR_NO_OFFSET, "copies are not printed as HTML");
    Arena arena = ARENA_INIT;
    ViewCopies view = {
        .articles = what->articles, .n = what->n, .ids = what->ids, .story = what->story, .title = what->title};
    Status status = find(what, &arena, &view, err);
    if (status == LAGEBILD_OK) {
        PlaceIndex *places = ARENA_NEW(&arena, PlaceIndex, what->n);
        for (size_t i = 0; i < what->n; i++)
            place_index_init(&places[i], what->articles[i]);
        view.places = places;
        status = compare_print(&view, how, out, err);
        for (size_t i = 0; i < what->n; i++)
            place_index_release(&places[i]);
    }
    arena_release(&arena);
    return status;
}
