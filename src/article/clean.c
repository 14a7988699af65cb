/* clean.c: a page that is an article's own text and nothing else: each line is a block of the body, unless a
 * program broke it; nothing is dropped. */
#include "article/lines.h"
#include "article/steps.h"
#include "article/wrapped.h"

void article_from_clean(Draft *d)
{
    Str rest = d->source;
    for (size_t width = wrapped_width(rest, false); wrapped_next(d, &rest, width);)
        draft_end(d, BLOCK_PARAGRAPH, "clean text");
    for (size_t i = 1; i + 1 < d->blocks.len; i++) {
        Str text = draft_text(d, i);
        if (text.len <= 100 && !line_ends_sentence(text) && line_is_headline(text) &&
            line_ends_sentence(draft_text(d, i + 1))) {
            d->blocks.data[i].kind = BLOCK_SUBHEAD;
            d->blocks.data[i].reason = "short line without a full stop between paragraphs";
        }
    }
}
