/* From text to statements, through all of the language: every span lies inside the text, tokens and sentences in order. The
 * first byte says whether the text is an article's own or a crawler's. The lexicon is taken from models/ below the current
 * folder, where the target is run. */
#include "base/utf8.h"
#include "statement/statement.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

static void must(bool good)
{
    if (!good)
        __builtin_trap();
}

static void spans_lie_in(Spans spans, Str text)
{
    for (size_t i = 0; i < spans.len; i++)
        must(spans.data[i].begin <= spans.data[i].end && spans.data[i].end <= text.len);
}

static void check_analysis(const Analysis *an, Str text)
{
    uint32_t end = 0;
    for (size_t i = 0; i < an->n_tokens; i++) {
        Span s = an->tokens[i].span;
        must(s.begin >= end && s.begin < s.end && s.end <= text.len);
        end = s.end;
    }
    end = 0;
    for (size_t i = 0; i < an->n_sentences; i++) {
        Span s = an->sentences[i].span;
        must(s.begin >= end && s.begin <= s.end && s.end <= text.len);
        end = s.end;
    }
    for (size_t i = 0; i < an->n_mentions; i++)
        must(an->mentions[i].span.begin <= an->mentions[i].span.end && an->mentions[i].span.end <= text.len);
    for (size_t i = 0; i < an->n_times; i++)
        must(an->times[i].span.begin < an->times[i].span.end && an->times[i].span.end <= text.len);
    for (size_t i = 0; i < an->n_quantities; i++)
        must(an->quantities[i].span.begin < an->quantities[i].span.end && an->quantities[i].span.end <= text.len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    static Language *language; /* opened once: it is not what is tested */
    if (!language)
        must(language_open(&language, "models", NULL) == LAGEBILD_OK);
    if (!len)
        return 0;
    Arena arena = ARENA_INIT;
    Article a = {0};
    Analysis an = {0};
    Statements statements = {0};
    Page page = {.kind = data[0] & 1 ? PAGE_CRAWL : PAGE_CLEAN,
                 .id = STR("fuzz"),
                 .published = STR("2031-04-05"),
                 .media_type = STR("text/plain"),
                 .bytes = {(const char *)data + 1, len - 1}};
    if (article_make(&page, &arena, &a, NULL) == LAGEBILD_OK) {
        must(utf8_check(a.text) == a.text.len);
        language_analyse(language, &a, &arena, &an);
        check_analysis(&an, a.text);
        statement_find(&a, &an, &arena, &statements);
        for (size_t i = 0; i < statements.len; i++) {
            const Statement *s = &statements.data[i];
            must(s->quote.len > 0);
            spans_lie_in(s->quote, a.text);
            spans_lie_in(s->speaker, a.text);
            spans_lie_in(s->cue, a.text);
            spans_lie_in(s->addressee, a.text);
            spans_lie_in(s->frame, a.text);
        }
    }
    arena_release(&arena);
    return 0;
}
