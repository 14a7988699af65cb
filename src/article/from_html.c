/* from_html.c: the way of an HTML page: parse, lay out, find the article, decide each block, say what it is about. */
#include "article/decide.h"
#include "article/own_copy.h"
#include "article/page_facts.h"
#include "article/steps.h"

enum { LONGEST_HOST = 255 };

/* "https://www.bote.example/a/b" → "bote". */
static Str host_of(Str url)
{
    size_t at = str_find(url, STR("://"), 0);
    Str host = str_slice(url, at == SIZE_MAX ? 0 : at + 3, url.len);
    host = str_slice(host, 0, str_find_char(host, '/', 0));
    if (str_starts(host, STR("www.")))
        host = str_slice(host, 4, host.len);
    if (host.len > LONGEST_HOST) /* none, and each heading would be compared with it */
        return STR_EMPTY;
    size_t last = host.len;
    while (last > 0 && host.data[last - 1] != '.')
        last--;
    return last > 1 ? str_slice(host, 0, last - 1) : host;
}

Status article_from_html(Draft *d, Arena *arena, Article *out, Error *err)
{
    Html html;
    Status status = html_parse(d->source, &html, err);
    if (status == LAGEBILD_OK) {
        Metadata meta;
        Layout layout;
        metadata_read(&html, arena, &meta);
        layout_make(&html, d, &layout);
        uint32_t container = layout_find_article(&layout);
        if (!out->outlet.len)
            out->outlet = meta.site.len ? meta.site : meta.ld.publisher;
        const Str outlets[] = {meta.site, meta.ld.publisher, meta.publisher, out->outlet,
                               host_of(out->url.len ? out->url : meta.canonical)};
        PageFacts facts = {&layout, &meta, arena, container, outlets, sizeof outlets / sizeof outlets[0]};
        Str heading, title = page_title(&facts, &out->kicker, &heading);
        out->title = out->title.len ? out->title : title;
        out->canonical = meta.canonical;
        if (!out->lang.len && meta.lang.len >= 2)
            out->lang = str_slice(meta.lang, 0, 2);
        if (!out->url.len)
            out->url = meta.canonical;
        decide_blocks(&layout, container, heading.len ? heading : out->title, &meta, arena);
        for (size_t b = 0; b < d->blocks.len && !out->kicker.len; b++)
            if (d->blocks.data[b].kind == BLOCK_KICKER)
                out->kicker = arena_str(arena, draft_text(d, b));
        page_dates(&facts, out);
        page_authors(&facts, out);
        out->type = page_type(&facts, out);
        take_own_copy(d, &html, meta.ld.body);
        layout_release(&layout);
        metadata_release(&meta);
    }
    html_release(&html);
    return status;
}
