/* print.c: the listings: what the database has, loaded, laid out by view/, written to the caller. */
#include "api/database.h"
#include "api/page.h"
#include "base/json.h"
#include "base/pool.h"
#include "view/view.h"

#define SEARCH_MAX 50

static Status write_out(LagebildWriter out, StrBuf *text, Error *err)
{
    bool good = text->len == 0 || out.write(out.ctx, text->data, text->len);
    strbuf_clear(text);
    return good ? LAGEBILD_OK : error_set(err, LAGEBILD_ERR_IO, NULL, ERROR_NO_OFFSET, "the output cannot be written");
}

static Status not_found(Error *err)
{
    return error_set(err, LAGEBILD_NOT_FOUND, NULL, ERROR_NO_OFFSET, "nothing found");
}

/* ---- a story's picture --------------------------------------------------------------------------------------- */

/* One article of a story, analysed anew. */
typedef struct Loaded {
    Arena arena;
    Article article;
    Saids saids;
    Analysis analysis;
    Statements statements;
} Loaded;

typedef struct LoadedStory {
    Lagebild *lb;
    Arena arena; /* rows, sources, the picture */
    Loaded *articles;
    PlaceIndex *places;
    size_t n;
    Picture picture;
    ViewPicture view;
} LoadedStory;

static void analyse_one(void *ctx, size_t job, unsigned worker)
{
    (void)worker;
    LoadedStory *story = ctx;
    Loaded *a = &story->articles[job];
    language_analyse(story->lb->language, &a->article, &a->arena, &a->analysis);
    statement_find(&a->article, &a->analysis, &a->arena, &a->statements);
    place_index_init(&story->places[job], &a->article);
}

static Status load_articles(LoadedStory *story, const StoreStory *which, Error *err)
{
    StoreRows rows;
    Status status = store_story_articles(story->lb->store, which->id, &story->arena, &rows, err);
    if (status != LAGEBILD_OK)
        return status;
    story->articles = ARENA_NEW(&story->arena, Loaded, rows.len);
    story->places = ARENA_NEW(&story->arena, PlaceIndex, rows.len);
    Str *ids = ARENA_NEW(&story->arena, Str, rows.len);
    for (; story->n < rows.len; story->n++) {
        Loaded *a = &story->articles[story->n];
        ids[story->n] = str_slice(rows.data[story->n].key, 0, STORE_ID);
        status = store_load(story->lb->store, rows.data[story->n].id, &a->arena, &a->article, &a->saids, err);
        if (status != LAGEBILD_OK)
            return status;
    }
    story->view = (ViewPicture){.id = str_slice(which->key, 0, STORE_ID),
                                .title = which->heading,
                                .picture = &story->picture,
                                .ids = ids,
                                .places = story->places};
    pool_run(0, story->n, analyse_one, story);
    return LAGEBILD_OK;
}

static Status load_story(LoadedStory *story, Lagebild *lb, const StoreStory *which, Error *err)
{
    *story = (LoadedStory){.lb = lb};
    Status status = database_language(lb, err);
    if (status == LAGEBILD_OK)
        status = load_articles(story, which, err);
    if (status != LAGEBILD_OK)
        return status;
    PictureSource *sources = ARENA_NEW(&story->arena, PictureSource, story->n);
    for (size_t i = 0; i < story->n; i++)
        sources[i] =
            (PictureSource){&story->articles[i].article, &story->articles[i].analysis, &story->articles[i].statements};
    return picture_make(sources, story->n, 0, &story->arena, &story->picture, err);
}

static void release_story(LoadedStory *story)
{
    for (size_t i = 0; i < story->n; i++) {
        place_index_release(&story->places[i]);
        arena_release(&story->articles[i].arena);
    }
    arena_release(&story->arena);
}

typedef enum Part { PART_PICTURE, PART_DIFFERENCES } Part;

static bool part_is_empty(const Picture *picture, Part part)
{
    return part == PART_DIFFERENCES && !picture->n_differences && !picture->n_spun;
}

static void print_part(StrBuf *text, const ViewPicture *view, Part part, const LagebildPrint *how)
{
    static void (*const TEXT[])(StrBuf *, const ViewPicture *,
                                const LagebildPrint *) = {view_picture_text, view_differences_text};
    static void (*const JSON[])(StrBuf *, const ViewPicture *) = {view_picture_json, view_differences_json};
    if (how->format == LAGEBILD_JSON)
        JSON[part](text, view);
    else
        TEXT[part](text, view, how);
}

/* The whole of one story's output, HTML's head and foot aside. */
static Status print_one(Lagebild *lb, const StoreStory *which, Part part, unsigned number, const LagebildPrint *how,
                        StrBuf *text, Error *err)
{
    LoadedStory story;
    Status status = load_story(&story, lb, which, err);
    if (status == LAGEBILD_OK && part_is_empty(&story.picture, part))
        status = not_found(err);
    if (status == LAGEBILD_OK && how->format == LAGEBILD_HTML)
        view_html_picture(text, &story.view, number, how);
    else if (status == LAGEBILD_OK)
        print_part(text, &story.view, part, how);
    release_story(&story);
    return status;
}

static Status print_story(Lagebild *lb, const char *id, Part part, const LagebildPrint *how, LagebildWriter out,
                          Error *err)
{
    Arena arena = ARENA_INIT;
    StrBuf text = STRBUF_INIT;
    StoreStory which;
    Status status = store_find_story(lb->store, str_of(id), &arena, &which, err);
    StoreStories one = {&which, 1};
    if (status == LAGEBILD_OK && how->format == LAGEBILD_HTML)
        view_html_begin(&text, &one, how);
    if (status == LAGEBILD_OK)
        status = print_one(lb, &which, part, 1, how, &text, err);
    if (status == LAGEBILD_OK && how->format == LAGEBILD_HTML)
        view_html_end(&text, how);
    if (status == LAGEBILD_OK && how->format == LAGEBILD_JSON)
        strbuf_add_char(&text, '\n');
    if (status == LAGEBILD_OK)
        status = write_out(out, &text, err);
    strbuf_release(&text);
    arena_release(&arena);
    return status;
}

LagebildStatus lagebild_print_story(Lagebild *lb, const char *id, const LagebildPrint *how, LagebildWriter out,
                                    LagebildError *err)
{
    return print_story(lb, id, PART_PICTURE, how, out, err);
}

LagebildStatus lagebild_print_differences(Lagebild *lb, const char *story, const LagebildPrint *how, LagebildWriter out,
                                          LagebildError *err)
{
    return print_story(lb, story, PART_DIFFERENCES, how, out, err);
}

static void report_begin(StrBuf *text, const StoreStories *stories, const LagebildPrint *how)
{
    if (how->format == LAGEBILD_JSON)
        strbuf_add_c(text, "{\"stories\":[");
    if (how->format == LAGEBILD_HTML)
        view_html_begin(text, stories, how);
}

static void report_end(StrBuf *text, const LagebildPrint *how)
{
    if (how->format == LAGEBILD_JSON)
        strbuf_add_c(text, "]}\n");
    if (how->format == LAGEBILD_HTML)
        view_html_end(text, how);
}

/* Story by story, each written before the next is loaded: a report of any length needs the memory of its largest story. */
LagebildStatus lagebild_print_report(Lagebild *lb, const LagebildPrint *how, LagebildWriter out, LagebildError *err)
{
    Arena arena = ARENA_INIT;
    StrBuf text = STRBUF_INIT;
    StoreStories stories;
    Status status = store_stories(lb->store, &arena, &stories, err);
    if (status == LAGEBILD_OK && stories.len == 0)
        status = not_found(err);
    if (status == LAGEBILD_OK)
        report_begin(&text, &stories, how);
    for (size_t i = 0; status == LAGEBILD_OK && i < stories.len; i++) {
        strbuf_add_c(&text, i == 0                         ? ""
                            : how->format == LAGEBILD_JSON ? ","
                            : how->format == LAGEBILD_TEXT ? "\n\n"
                                                           : "");
        status = print_one(lb, &stories.data[i], PART_PICTURE, (unsigned)i + 1, how, &text, err);
        if (status == LAGEBILD_OK)
            status = write_out(out, &text, err);
    }
    if (status == LAGEBILD_OK) {
        report_end(&text, how);
        status = write_out(out, &text, err);
    }
    strbuf_release(&text);
    arena_release(&arena);
    return status;
}

/* ---- listings ------------------------------------------------------------------------------------------------ */

static Status no_html(const LagebildPrint *how, Error *err)
{
    return how->format != LAGEBILD_HTML
               ? LAGEBILD_OK
               : error_set(err, LAGEBILD_ERR_USAGE, NULL, ERROR_NO_OFFSET, "this listing is not made as HTML");
}

LagebildStatus lagebild_print_stories(Lagebild *lb, const LagebildPrint *how, LagebildWriter out, LagebildError *err)
{
    Arena arena = ARENA_INIT;
    StrBuf text = STRBUF_INIT;
    StoreStories stories;
    Status status = no_html(how, err);
    if (status == LAGEBILD_OK)
        status = store_stories(lb->store, &arena, &stories, err);
    if (status == LAGEBILD_OK && stories.len == 0)
        status = not_found(err);
    if (status == LAGEBILD_OK) {
        if (how->format == LAGEBILD_JSON)
            view_stories_json(&text, &stories);
        else
            view_stories_text(&text, &stories, how);
        status = write_out(out, &text, err);
    }
    strbuf_release(&text);
    arena_release(&arena);
    return status;
}

/* The article that a run of hits is in, kept while the next is in it too. */
typedef struct Current {
    Lagebild *lb;
    Arena arena;
    StoreRow row;
    Article article;
    Saids saids;
    PlaceIndex places;
} Current;

static void release_current(Current *c)
{
    if (c->row.id)
        place_index_release(&c->places);
    arena_release(&c->arena);
    c->row.id = 0;
}

static Status make_current(Current *c, int64_t article, Error *err)
{
    if (c->row.id == article)
        return LAGEBILD_OK;
    release_current(c);
    Status status = store_load(c->lb->store, article, &c->arena, &c->article, &c->saids, err);
    if (status == LAGEBILD_OK)
        status = store_row(c->lb->store, article, &c->arena, &c->row, err);
    if (status == LAGEBILD_OK)
        place_index_init(&c->places, &c->article);
    return status;
}

static Status print_said_hits(Lagebild *lb, const StoreHits *hits, bool why, const LagebildPrint *how,
                              LagebildWriter out, Error *err)
{
    Current c = {.lb = lb};
    StrBuf text = STRBUF_INIT;
    Status status = LAGEBILD_OK;
    bool json = how->format == LAGEBILD_JSON;
    strbuf_add_c(&text, json ? "{\"statements\":[" : "");
    for (size_t i = 0; status == LAGEBILD_OK && i < hits->len; i++) {
        status = make_current(&c, hits->data[i].article, err);
        if (status != LAGEBILD_OK)
            break;
        if (hits->data[i].number >= c.saids.len) {
            status = error_set(err, LAGEBILD_ERR_DATABASE, NULL, ERROR_NO_OFFSET,
                               "the list of statements and an article differ");
            break;
        }
        ViewSaid said = {&c.row, &c.places, &c.saids.data[hits->data[i].number], hits->data[i].number};
        strbuf_add_c(&text, json && i ? "," : "");
        if (json)
            view_said_json(&text, &said, why);
        else
            view_said_text(&text, &said, why, how);
        status = write_out(out, &text, err);
    }
    strbuf_add_c(&text, json ? "]}\n" : "");
    if (status == LAGEBILD_OK)
        status = write_out(out, &text, err);
    release_current(&c);
    strbuf_release(&text);
    return status;
}

LagebildStatus lagebild_print_said(Lagebild *lb, const LagebildSaidFilter *filter, const LagebildPrint *how,
                                   LagebildWriter out, LagebildError *err)
{
    Arena arena = ARENA_INIT;
    StoreStory story = {0};
    StoreHits hits = {0};
    Act act;
    Status status = no_html(how, err);
    if (status == LAGEBILD_OK && filter->act && !act_from_name(str_of(filter->act), &act))
        status = error_set(err, LAGEBILD_ERR_USAGE, NULL, ERROR_NO_OFFSET, "there is no act \"%.64s\"", filter->act);
    if (status == LAGEBILD_OK && filter->story)
        status = store_find_story(lb->store, str_of(filter->story), &arena, &story, err);
    if (status == LAGEBILD_OK)
        status = store_said(lb->store, str_of(filter->by), str_of(filter->act), story.id, &arena, &hits, err);
    if (status == LAGEBILD_OK && hits.len == 0)
        status = not_found(err);
    if (status == LAGEBILD_OK)
        status = print_said_hits(lb, &hits, filter->why, how, out, err);
    arena_release(&arena);
    return status;
}

static Status print_search_hits(Lagebild *lb, const StoreHits *hits, Str words, const LagebildPrint *how, StrBuf *text,
                                Error *err)
{
    Current c = {.lb = lb};
    Status status = LAGEBILD_OK;
    bool json = how->format == LAGEBILD_JSON;
    strbuf_add_c(text, json ? "{\"articles\":[" : "");
    for (size_t i = 0; status == LAGEBILD_OK && i < hits->len; i++) {
        status = make_current(&c, hits->data[i].article, err);
        if (status != LAGEBILD_OK)
            break;
        strbuf_add_c(text, i == 0 ? "" : json ? "," : "\n");
        if (json)
            view_hit_json(text, &c.row, &c.places, words);
        else
            view_hit_text(text, &c.row, &c.places, words, how);
    }
    strbuf_add_c(text, json ? "]}\n" : "");
    release_current(&c);
    return status;
}

LagebildStatus lagebild_print_search(Lagebild *lb, const char *words, const LagebildPrint *how, LagebildWriter out,
                                     LagebildError *err)
{
    Arena arena = ARENA_INIT;
    StrBuf text = STRBUF_INIT;
    StoreHits hits = {0};
    Status status = no_html(how, err);
    if (status == LAGEBILD_OK)
        status = store_search(lb->store, str_of(words), SEARCH_MAX, &arena, &hits, err);
    if (status == LAGEBILD_OK && hits.len == 0)
        status = not_found(err);
    if (status == LAGEBILD_OK)
        status = print_search_hits(lb, &hits, str_of(words), how, &text, err);
    if (status == LAGEBILD_OK)
        status = write_out(out, &text, err);
    strbuf_release(&text);
    arena_release(&arena);
    return status;
}

#define PARTS_ANALYSED                                                                                                 \
    (LAGEBILD_PART_SEGMENTS | LAGEBILD_PART_TIMES | LAGEBILD_PART_STATEMENTS | LAGEBILD_PART_ANALYSIS)

static Status print_article_parts(Current *c, unsigned parts, const LagebildPrint *how, StrBuf *text, Error *err)
{
    Status status = parts & PARTS_ANALYSED ? database_language(c->lb, err) : LAGEBILD_OK;
    if (status != LAGEBILD_OK)
        return status;
    if (how->format == LAGEBILD_JSON) {
        c->article.id = str_slice(c->row.key, 0, STORE_ID); /* as everywhere else; the page's own name is in "file" */
        page_print_parts(text, &c->article, false, parts, c->lb->language, &c->arena);
        return LAGEBILD_OK;
    }
    if (parts & LAGEBILD_PART_WHY)
        view_blocks_text(text, &c->row, &c->places, how);
    else if (parts & LAGEBILD_PART_ARTICLE)
        view_article_text(text, &c->row, &c->article, how);
    if (parts & PARTS_ANALYSED) {
        Analysis analysis = {0};
        Statements statements = {0};
        language_analyse(c->lb->language, &c->article, &c->arena, &analysis);
        statement_find(&c->article, &analysis, &c->arena, &statements);
        view_conllu(text, &c->row, &c->article, &analysis, &statements);
    }
    return LAGEBILD_OK;
}

LagebildStatus lagebild_print_article(Lagebild *lb, const char *id, unsigned parts, const LagebildPrint *how,
                                      LagebildWriter out, LagebildError *err)
{
    Arena arena = ARENA_INIT;
    StrBuf text = STRBUF_INIT;
    StoreRow row = {0};
    Current c = {.lb = lb};
    Status status = no_html(how, err);
    if (status == LAGEBILD_OK)
        status = store_find_article(lb->store, str_of(id), &arena, &row, err);
    if (status == LAGEBILD_OK)
        status = make_current(&c, row.id, err);
    if (status == LAGEBILD_OK)
        status = print_article_parts(&c, parts, how, &text, err);
    if (status == LAGEBILD_OK)
        status = write_out(out, &text, err);
    release_current(&c);
    strbuf_release(&text);
    arena_release(&arena);
    return status;
}
