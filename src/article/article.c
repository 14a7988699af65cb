#include "article/article.h"
#include "article/lines.h"

#include "article/steps.h"
#include "article/tongue.h"
#include "base/utf8.h"

#include <libpsl.h>
#include <stdio.h>

enum { LANGUAGE_SAMPLE = 8000, LONGEST_NOTE = 250 };

bool block_is_body(BlockKind kind) { return (kind >= BLOCK_LEAD && kind <= BLOCK_TABLE); }

const char *block_kind_name(BlockKind kind)
{
    static const char *const NAMES[BLOCK_KINDS] = {"title",   "kicker",    "lead",      "paragraph",
                                                   "subhead", "list-item", "quotation", "table",
                                                   "caption", "credit",    "byline",    "boilerplate"};
    return NAMES[kind];
}

const char *page_type_name(PageType type)
{
    static const char *const NAMES[] = {"article", "paywall", "live", "gallery", "video", "listing"};
    return NAMES[type];
}

const char *date_basis_name(DateBasis basis)
{
    static const char *const NAMES[] = {"none", "given",   "json-ld", "meta",    "time",
                                        "url",  "visible", "derived", "captured"};
    return NAMES[basis];
}

uint32_t article_source_at(const Article *a, uint32_t text_at)
{
    size_t low = 0, high = a->n_places; /* the last place at or before text_at */
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (a->places[middle].text_at <= text_at)
            low = middle;
        else
            high = middle;
    }
    if (!a->n_places || a->places[low].text_at > text_at)
        return 0;
    /* a character written longer than in the source (a repaired byte) must not reach into what follows */
    uint32_t limit = low + 1 < a->n_places ? a->places[low + 1].source_at : (uint32_t)a->source.len;
    uint32_t at = a->places[low].source_at + (text_at - a->places[low].text_at);
    return at < limit ? at : limit;
}

Span article_source_span(const Article *a, Span text)
{
    uint32_t begin = article_source_at(a, text.begin);
    if (text.begin >= text.end)
        return (Span){begin, begin};
    uint32_t last = article_source_at(a, text.end - 1);
    return (Span){begin, last < a->source.len ? last + 1 : last};
}

const Block *article_block_at(const Article *a, uint32_t text_at)
{
    size_t low = 0, high = a->n_blocks;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (a->blocks[middle].span.end <= text_at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < a->n_blocks && a->blocks[low].span.begin <= text_at ? &a->blocks[low] : NULL;
}

static void take_given(const Page *page, Arena *arena, Article *out)
{
    *out = (Article){.id = arena_str(arena, page->id),
                     .file = arena_str(arena, page->file),
                     .offset = page->offset,
                     .url = arena_str(arena, page->url),
                     .outlet = draft_string(page->outlet, false, arena),
                     .lang = arena_str(arena, page->lang),
                     .title = draft_string(page->title, false, arena),
                     .published = arena_str(arena, page->published)};
    out->published_basis = page->published.len ? DATE_GIVEN : DATE_NONE;
}

/* A dateline stands before the first paragraph or the one behind the lead, a credit behind the last of a text or of a
 * part, in a byline, or in a note of its own under the text. */
void article_find_credits(Draft *d, bool cut, Credits *c)
{
    size_t first = SIZE_MAX, seen = 0;
    for (size_t i = 0; i < d->blocks.len; i++) {
        Block *b = &d->blocks.data[i];
        Str text = draft_text(d, i);
        if (b->kind == BLOCK_BYLINE)
            credits_from_byline(c, text);
        if (b->kind == BLOCK_CREDIT && seen && !is_picture_credit(text))
            credits_from_line(c, text);
        if (seen > 1 && text.len < LONGEST_NOTE && (b->kind == BLOCK_CREDIT || b->kind == BLOCK_PARAGRAPH))
            credits_from_note(c, text);
        if (b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_LEAD)
            continue;
        uint32_t end = b->span.begin + (uint32_t)credits_from_end(c, text);
        b->span.end = cut ? end : b->span.end;
        if (seen++ < 2 && (first == SIZE_MAX || d->blocks.data[first].kind == BLOCK_LEAD)) {
            first = i;
            uint32_t dateline = (uint32_t)credits_dateline(c, draft_text(d, i), strbuf_str(&d->text));
            b->span.begin += cut ? dateline : 0;
        }
    }
}

/* The name a reader would know the page's host by: "www.politik.bote.example/a" → "bote.example". */
static Str registrable_domain(Str url, Arena *arena)
{
    size_t at = str_find(url, STR("://"), 0);
    if (at == SIZE_MAX)
        return STR_EMPTY;
    Str host = str_slice(url, at + 3, url.len);
    size_t end = 0;
    while (end < host.len && !strchr("/:?#", host.data[end]))
        end++;
    StrBuf low = STRBUF_INIT;
    utf8_append_lower(&low, str_slice(host, 0, end));
    const char *domain = low.len ? psl_registrable_domain(psl_builtin(), low.data) : NULL;
    Str name = arena_str(arena, domain ? str_of(domain) : strbuf_str(&low));
    strbuf_release(&low);
    return name;
}

/* The language by the text's words, where the page has no label for it; and where they are German words, whatever the
 * label: pages made from a foreign template keep its label. */
static void find_language(Article *out)
{
    StrBuf sample = STRBUF_INIT;
    for (size_t i = 0; i < out->n_blocks && sample.len < LANGUAGE_SAMPLE; i++) {
        if (!block_is_body(out->blocks[i].kind))
            continue;
        strbuf_add(&sample, str_slice(str_span(out->text, out->blocks[i].span), 0, LANGUAGE_SAMPLE));
        strbuf_add_char(&sample, ' ');
    }
    const char *tongue = tongue_of(strbuf_str(&sample));
    strbuf_release(&sample);
    if (tongue && (!out->lang.len || strcmp(tongue, "de") == 0))
        out->lang = str_of(tongue);
}

/* The page as UTF-8 in the arena. */
static Str decode(const Page *page, Arena *arena)
{
    StrBuf text = STRBUF_INIT;
    read_decode(page, &text, NULL, NULL);
    Str kept = arena_str(arena, strbuf_str(&text));
    strbuf_release(&text);
    return kept;
}

/* Less than this is a button or a rest, whatever it stands in. */
#define LEAST_WORDS 3

static bool has_text(const Draft *d, size_t least)
{
    size_t words = 0;
    for (size_t i = 0; i < d->blocks.len && words < least; i++)
        if (block_is_body(d->blocks.data[i].kind))
            words += line_words(draft_text(d, i));
    return words >= least;
}

/* Puts the page's place to an error that knows only what is wrong. */
static void tell_where(const Page *page, Error *err)
{
    Error what = *err;
    char file[sizeof what.where];
    snprintf(file, sizeof file, "%.*s", STR_ARG(page->file));
    error_set(err, what.code, file, page->offset, "%s", what.message);
}

Status article_make(const Page *page, Arena *arena, Article *out, Error *err)
{
    take_given(page, arena, out);
    out->source = decode(page, arena);
    if (out->source.len > READ_PAGE_MAX * 2)
        return error_set(err, LAGEBILD_ERR_LIMIT, out->file.data, page->offset, "the page is larger than %zu MB",
                         READ_PAGE_MAX >> 20);
    Draft draft;
    Credits credits = {{0}};
    Status status = LAGEBILD_OK;
    draft_init(&draft, out->source, page->kind == PAGE_HTML);
    if (page->kind == PAGE_CLEAN)
        article_from_clean(&draft);
    else if (page->kind == PAGE_CRAWL)
        article_from_crawl(&draft, arena, out);
    else
        status = article_from_html(&draft, arena, out, err);
    if (!out->canonical.len)
        out->canonical = out->url;
    if (!out->outlet.len)
        out->outlet = registrable_domain(out->url.len ? out->url : out->canonical, arena);
    if (status == LAGEBILD_OK && !has_text(&draft, page->kind == PAGE_CLEAN ? 1 : LEAST_WORDS))
        status = error_set(err, LAGEBILD_ERR_FORMAT, NULL, ERROR_NO_OFFSET, "no article's text on this page");
    if (status != LAGEBILD_OK && err)
        tell_where(page, err);
    article_find_credits(&draft, page->kind == PAGE_CRAWL, &credits);
    for (size_t i = 0; i < out->n_authors; i++)
        credits_from_line(&credits, out->authors[i]);
    out->n_credits = credits.names.len;
    out->credits = vec_to_arena(&credits.names, arena);
    draft_finish(&draft, arena, out);
    draft_release(&draft);
    find_language(out);
    return status;
}
