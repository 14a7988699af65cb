/* add.c: pages on their way into the database.
 *
 *     read_paths ─ copy ─▶ batch ─ every core: article, language, statements, vector, packed ─ one writer, in page order
 *
 * A batch is one transaction and bounds the memory: whoever is stopped in between has lost that batch and nothing else. */
#include "api/database.h"

#include "base/pool.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "story/story.h"

#define BATCH_PAGES 256
#define BATCH_BYTES ((size_t)32 << 20)
#define HEADING_MAX 100 /* code points */
#define THREADS_MAX 256

/* One page and what became of it. */
typedef struct Job {
    Page page;
    char key[STORE_KEY + 1];
    Arena arena; /* page and results */
    Status status;
    Error error;
    StoreArticle article;
} Job;

typedef struct Adding {
    Lagebild *lb;
    const LagebildAddOptions *options;
    LagebildAddSummary summary;
    Job jobs[BATCH_PAGES];
    size_t n_jobs, bytes;
    Arena *scratch; /* one for each thread */
    unsigned threads;
} Adding;

/* ---- one page: runs on any thread ---------------------------------------------------------------------------- */

/* The title, or the beginning of the text at a word's end. */
static Str heading_of(const Article *a, Str body, Arena *arena)
{
    if (a->title.len)
        return a->title;
    Str line = str_slice(body, 0, str_find_char(body, '\n', 0));
    size_t pos = 0, word_end = 0, n = 0;
    for (; pos < line.len && n < HEADING_MAX; n++) {
        size_t at = pos;
        if (utf8_next(line, &pos) == ' ')
            word_end = at;
    }
    if (pos == line.len)
        return line;
    return arena_format(arena, "%.*s …", STR_ARG(str_slice(line, 0, word_end ? word_end : pos)));
}

static Str body_of(const Article *a, Arena *arena)
{
    StrBuf body = STRBUF_INIT;
    for (size_t i = 0; i < a->n_blocks; i++)
        if (block_is_body(a->blocks[i].kind)) {
            strbuf_add(&body, str_span(a->text, a->blocks[i].span));
            strbuf_add_char(&body, '\n');
        }
    Str out = arena_str(arena, str_trim(strbuf_str(&body)));
    strbuf_release(&body);
    return out;
}

/* Every form of the name of everybody who speaks, else the words that name the speaker. */
static Str speakers_of(const Statement *s, const Article *a, const Analysis *analysis, Arena *arena)
{
    StrBuf words = STRBUF_INIT;
    store_speaker_words(&words, STR_EMPTY);
    for (size_t i = 0; i < s->n_speakers; i++) {
        if (s->speakers[i] >= analysis->n_entities)
            continue;
        const Entity *e = &analysis->entities[s->speakers[i]];
        store_speaker_words(&words, e->name);
        for (size_t k = 0; k < e->n_forms; k++)
            store_speaker_words(&words, e->forms[k]);
    }
    for (size_t i = 0; i < s->speaker.len; i++)
        store_speaker_words(&words, str_span(a->text, s->speaker.data[i]));
    Str out = arena_str(arena, strbuf_str(&words));
    strbuf_release(&words);
    return out;
}

static void fill_article(Job *job, const Article *a, const Analysis *analysis, const Statements *statements,
                         Arena *scratch)
{
    StrBuf bytes = STRBUF_INIT;
    Saids saids = said_make(statements, analysis, scratch);
    StoreArticle *out = &job->article;
    out->body = body_of(a, &job->arena);
    out->title = arena_str(&job->arena, a->title);
    out->heading = arena_str(&job->arena, heading_of(a, out->body, scratch));
    out->page = job->page.id;
    out->key = str_make(job->key, STORE_KEY);
    out->outlet = arena_str(&job->arena, a->outlet);
    out->published = arena_str(&job->arena, a->published);
    pack_article(a, &saids, &bytes);
    out->packed = arena_str(&job->arena, strbuf_str(&bytes));
    strbuf_clear(&bytes);
    story_vector(&(StoryText){.title = a->title, .text = out->body, .lang = a->lang, .published = a->published},
                 &bytes);
    out->vector = arena_str(&job->arena, strbuf_str(&bytes));
    strbuf_release(&bytes);
    out->n_statements = statements->len;
    out->speakers = ARENA_NEW(&job->arena, Str, statements->len);
    out->acts = ARENA_NEW(&job->arena, Act, statements->len);
    for (size_t i = 0; i < statements->len; i++) {
        out->speakers[i] = speakers_of(&statements->data[i], a, analysis, &job->arena);
        out->acts[i] = statements->data[i].act;
    }
}

static void run_job(void *ctx, size_t number, unsigned worker)
{
    Adding *adding = ctx;
    Job *job = &adding->jobs[number];
    Arena *scratch = &adding->scratch[worker];
    Article article = {0};
    Error error = {0};
    job->status = article_make(&job->page, NULL, scratch, &article, &error);
    if (job->status == LAGEBILD_OK) {
        Analysis analysis = {0};
        Statements statements = {0};
        language_analyse(adding->lb->language, &article, scratch, &analysis);
        statement_find(&article, &analysis, scratch, &statements);
        fill_article(job, &article, &analysis, &statements, scratch);
    } else {
        const char *file = arena_str(&job->arena, job->page.file).data;
        error_set(&job->error, job->status, file, job->page.offset ? job->page.offset : ERROR_NO_OFFSET, "%s",
                  error.message);
    }
    arena_reset(scratch);
}

/* ---- batches: the caller's thread ---------------------------------------------------------------------------- */

static void tell_skipped(void *ctx, const Error *why)
{
    Adding *adding = ctx;
    adding->summary.skipped++;
    if (adding->options->skipped)
        adding->options->skipped(adding->options->ctx, why);
}

static Status write_batch(Adding *adding, Error *err)
{
    Status status = store_begin(adding->lb->store, err);
    for (size_t i = 0; status == LAGEBILD_OK && i < adding->n_jobs; i++) {
        bool added = false;
        if (adding->jobs[i].status != LAGEBILD_OK)
            continue;
        status = store_put(adding->lb->store, &adding->jobs[i].article, &added, err);
        adding->summary.added += added;
        adding->summary.known += !added;
    }
    if (status == LAGEBILD_OK)
        return store_commit(adding->lb->store, err);
    store_rollback(adding->lb->store);
    return status;
}

static void clear_batch(Adding *adding)
{
    for (size_t i = 0; i < adding->n_jobs; i++)
        arena_release(&adding->jobs[i].arena);
    adding->n_jobs = adding->bytes = 0;
}

static Status finish_batch(Adding *adding, Error *err)
{
    if (adding->n_jobs == 0)
        return LAGEBILD_OK;
    Status status = database_language(adding->lb, err);
    if (status == LAGEBILD_OK) {
        pool_run(adding->threads, adding->n_jobs, run_job, adding);
        status = write_batch(adding, err);
    }
    for (size_t i = 0; status == LAGEBILD_OK && i < adding->n_jobs; i++)
        if (adding->jobs[i].status != LAGEBILD_OK)
            tell_skipped(adding, &adding->jobs[i].error);
    clear_batch(adding);
    return status;
}

/* The reader's slices end with the handler; the batch keeps its own. */
static Page copy_page(const Page *page, Arena *arena)
{
    Page copy = *page;
    Str *const fields[] = {&copy.file,  &copy.id,       &copy.url,        &copy.outlet,  &copy.published, &copy.lang,
                           &copy.title, &copy.captured, &copy.media_type, &copy.charset, &copy.bytes};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        *fields[i] = arena_str(arena, *fields[i]);
    return copy;
}

static Status take_page(void *ctx, const Page *page, Error *err)
{
    Adding *adding = ctx;
    adding->summary.pages++;
    adding->summary.bytes += page->bytes.len;
    char key[STORE_KEY + 1];
    bool known = false;
    store_page_key(page, key);
    Status status = store_knows(adding->lb->store, key, &known, err);
    if (status != LAGEBILD_OK || known) {
        adding->summary.known += known;
        return status;
    }
    Job *job = &adding->jobs[adding->n_jobs++];
    *job = (Job){.arena = ARENA_INIT};
    job->page = copy_page(page, &job->arena);
    memcpy(job->key, key, sizeof key);
    adding->bytes += page->bytes.len;
    return adding->n_jobs == BATCH_PAGES || adding->bytes >= BATCH_BYTES ? finish_batch(adding, err) : LAGEBILD_OK;
}

static void tell_progress(void *ctx, uint64_t bytes_read, uint64_t bytes_total)
{
    Adding *adding = ctx;
    LagebildProgress now = {adding->summary.pages, bytes_read, bytes_total};
    if (adding->options->progress)
        adding->options->progress(adding->options->ctx, &now);
}

LagebildStatus lagebild_add(Lagebild *lb, const char *const *paths, size_t n_paths, const LagebildAddOptions *options,
                            LagebildAddSummary *summary, LagebildError *err)
{
    static const LagebildAddOptions DEFAULTS = {0};
    Adding *adding = mem_zero(1, sizeof *adding);
    adding->lb = lb;
    adding->options = options ? options : &DEFAULTS;
    adding->threads = adding->options->threads ? adding->options->threads : pool_cores();
    if (adding->threads > THREADS_MAX)
        adding->threads = THREADS_MAX;
    adding->scratch = mem_zero(adding->threads, sizeof *adding->scratch);
    Status status = store_lock(lb->store, err);
    if (status == LAGEBILD_OK) {
        ReadHandler handler = {take_page, tell_skipped, tell_progress, adding};
        status = read_paths(paths, n_paths, &handler, err);
        if (status == LAGEBILD_OK)
            status = finish_batch(adding, err);
        if (status == LAGEBILD_OK)
            status = store_give_stories(lb->store, err);
        clear_batch(adding);
        store_unlock(lb->store);
    }
    for (unsigned i = 0; i < adding->threads; i++)
        arena_release(&adding->scratch[i]);
    vec_free(adding->scratch);
    if (summary)
        *summary = adding->summary;
    vec_free(adding);
    return status;
}
