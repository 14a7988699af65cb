/* passage.c: alignments as the caller gets them: bytes instead of words, each swapped word, what kind of copy it is. */
#include "base/utf8.h"
#include "copy/steps.h"

#define REWORDED 60 /* percent of columns alike below which a passage is called reworded */
#define FRAME                                                                                                          \
    8 /* shared words outside of quotation marks: from so many on they are more than who said it and where             \
       */
#define LONG_QUOTE 40 /* words; who puts more in quotation marks may be quoting a whole text */

const char *copy_kind_name(CopyKind kind)
{
    static const char *const NAMES[] = {"verbatim", "near", "reworded"};
    return NAMES[kind];
}

/* Bytes of the mark that closes a sentence at `at`; 0 where none stands. */
static uint32_t closing_mark(Str text, size_t at)
{
    size_t next = at;
    uint32_t c = utf8_next(text, &next);
    bool closes = c == '.' || c == '!' || c == '?' || c == '"' || c == ')' || c == 0x201C || c == 0x201D || c == 0xAB ||
                  c == 0x2026;
    return closes ? (uint32_t)(next - at) : 0;
}

/* Bytes of words [begin, end), with the marks that close a sentence when `closing`. */
static Span bytes_of(const CopyWords *w, Str text, uint32_t begin, uint32_t end, bool closing)
{
    const CopyWord *last = &w->data[end - 1];
    Span s = {w->data[begin].begin, last->begin + last->len};
    uint32_t limit = w->data[end].begin < text.len ? w->data[end].begin : (uint32_t)text.len;
    for (uint32_t mark = 1; closing && mark && s.end < limit; s.end += mark)
        mark = closing_mark(text, s.end);
    return s;
}

static Span word_span(const CopyWords *w, uint32_t position)
{
    return (Span){w->data[position].begin, w->data[position].begin + w->data[position].len};
}

CopyPassage copy_passage(const CopyDraft *d, const CopyWords *w, Arena *arena)
{
    Str text_a = w->texts[copy_text_at(w, d->a)].text, text_b = w->texts[copy_text_at(w, d->b)].text;
    bool closing = w->data[d->a_end - 1].flags & w->data[d->b_end - 1].flags & WORD_LAST;
    CopyPassage p = {.words_same = d->same, .n_swaps = d->columns.len - d->same};
    p.quotation = d->quotation;
    p.doubtful = d->doubtful;
    p.a = bytes_of(w, text_a, d->a, d->a_end, closing);
    p.b = bytes_of(w, text_b, d->b, d->b_end, closing);
    p.kind = p.n_swaps == 0 ? COPY_VERBATIM : d->same * 100 >= d->columns.len * REWORDED ? COPY_NEAR : COPY_REWORDED;
    p.swaps = ARENA_NEW(arena, CopySwap, p.n_swaps);
    uint32_t n = 0;
    uint32_t at_a = p.a.begin, at_b = p.b.begin; /* where an empty side stands */
    for (size_t i = 0; i < d->columns.len; i++) {
        CopyColumn c = d->columns.data[i];
        Span a = c.a != NO_WORD ? word_span(w, c.a) : (Span){at_a, at_a};
        Span b = c.b != NO_WORD ? word_span(w, c.b) : (Span){at_b, at_b};
        if (!column_is_same(w, c))
            p.swaps[n++] = (CopySwap){a, b};
        at_a = a.end, at_b = b.end;
    }
    return p;
}

double copy_text_size(const CopyText *t)
{
    if (!t->body)
        return (double)t->text.len;
    double size = 0;
    for (size_t i = 0; i < t->n_body; i++)
        size += t->body[i].end - t->body[i].begin;
    return size;
}

double copy_pair_shared(const CopyPair *pair, bool is_a)
{
    double shared = 0;
    for (size_t i = 0; i < pair->n_passages; i++) {
        Span s = is_a ? pair->passages[i].a : pair->passages[i].b;
        shared += s.end - s.begin;
    }
    return shared;
}

static int by_a(const void *px, const void *py)
{
    const CopyPassage *x = px, *y = py;
    if (x->a.begin != y->a.begin)
        return x->a.begin < y->a.begin ? -1 : 1;
    return x->b.begin < y->b.begin ? -1 : x->b.begin > y->b.begin;
}

void copy_pair_turn(CopyPair *pair)
{
    uint32_t text = pair->a;
    pair->a = pair->b;
    pair->b = text;
    for (size_t i = 0; i < pair->n_passages; i++) {
        CopyPassage *p = &pair->passages[i];
        Span a = p->a;
        p->a = p->b;
        p->b = a;
        for (size_t k = 0; k < p->n_swaps; k++)
            p->swaps[k] = (CopySwap){p->swaps[k].b, p->swaps[k].a};
    }
    if (pair->n_passages)
        qsort(pair->passages, pair->n_passages, sizeof *pair->passages, by_a);
}
