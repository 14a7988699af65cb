/* draft.h: an article's text while it grows, block by block, with its way back to the source.
 *
 *     draft_begin ─ draft_run(source bytes) … ─ draft_end     one block; nothing remains of an empty one
 *
 * What comes in is normalised on the way: NFC, white space squeezed to single blanks and none at the ends; NULs, bidi
 * overrides, soft hyphens and zero-width marks gone; in HTML, character references resolved. */
#ifndef ARTICLE_DRAFT_H
#define ARTICLE_DRAFT_H

#include "article/article.h"
#include "base/vec.h"

typedef struct Draft {
    Str source; /* UTF-8; the caller's */
    bool html;  /* "&amp;" in the source is one character */
    StrBuf text;
    VEC(Place) places;
    VEC(Block) blocks;
    uint32_t begin;   /* of the block under way, in text */
    uint32_t expect;  /* source offset that the next byte of text has when both run alike */
    uint32_t blank;   /* source offset of a blank not yet written, or DRAFT_NO_BLANK */
    uint32_t starter; /* text offset of the last character that combining marks would join */
} Draft;

#define DRAFT_NO_BLANK UINT32_MAX

void draft_init(Draft *d, Str source, bool html);
void draft_release(Draft *d);

void draft_begin(Draft *d);
/* Appends source[run] to the block under way. */
void draft_run(Draft *d, Span run);
/* One character that the source writes its own way ("\u00fc" in a script). */
void draft_char(Draft *d, uint32_t c, Span source);
/* A blank between two runs, taken to stand at `source_at`. */
void draft_blank(Draft *d, uint32_t source_at);
/* Closes the block. False, and nothing added, when it is empty. `reason` is static. */
bool draft_end(Draft *d, BlockKind kind, const char *reason);

static inline Str draft_text(const Draft *d, size_t block)
{
    return str_slice(strbuf_str(&d->text), d->blocks.data[block].span.begin, d->blocks.data[block].span.end);
}

/* Moves text, blocks and places into *out, in `arena`. The draft is empty afterwards. */
void draft_finish(Draft *d, Arena *arena, Article *out);

/* The same normalising for a string of its own (a title, an attribute's value). Returns a string in `arena`. */
Str draft_string(Str s, bool html, Arena *arena);

/* The character behind a reference at s[*pos] == '&', *pos moved behind it; 0, *pos left, where it is none.
 * Named references as in HTML 4 (libxml2's table), numbers with windows-1252's for 128 to 159 as HTML wants. */
uint32_t html_reference(Str s, size_t *pos);

#endif
