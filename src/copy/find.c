/* find.c: every text with every other, in parallel: words, index, then for each text its matches with later ones, chained,
 * aligned and judged. */
#include "base/pool.h"
#include "copy/steps.h"

#define SOLID_SAME 8    /* words alike that show, in a sentence with a verb, that two texts share text */
#define SOLID_LOWER 3   /* of them in lower case and no particles: a name or title has none */
#define MINOR_SAME 5    /* once that is known */
#define REWORDED 60     /* percent of columns alike below which a passage is called reworded */

const char *copy_kind_name(CopyKind kind)
{
    static const char *const NAMES[] = {"verbatim", "near", "reworded"};
    return NAMES[kind];
}

typedef struct Worker {
    CopySeeder seeder;
    CopyChainer chainer;
    CopyDraft draft;
    Arena arena;
    VEC(CopyPassage) passages;
} Worker;

typedef struct Found {
    CopyPair *pairs; /* in the worker's arena */
    size_t n;
} Found;

typedef struct Search {
    const CopyWords *words;
    const CopyIndex *index;
    Worker *workers;
    Found *found; /* by text */
} Search;

/* Words alike that say something: lower case, four letters or more. */
static uint32_t count_lower(const CopyDraft *d, const CopyWords *w)
{
    uint32_t n = 0;
    for (size_t i = 0; i < d->columns.len; i++) {
        CopyColumn c = d->columns.data[i];
        n += column_is_same(w, c) && w->data[c.a].len >= 4 && !(w->data[c.a].flags & (WORD_CAPITAL | WORD_NUMBER));
    }
    return n;
}

static bool is_closing(Str text, size_t at)
{
    static const char *const MARKS[] = {".", "!", "?", "\"", ")", "“", "”", "«", "…"};
    for (size_t i = 0; i < sizeof MARKS / sizeof MARKS[0]; i++)
        if (str_starts(str_make(text.data + at, text.len - at), str_of(MARKS[i])))
            return true;
    return false;
}

/* Bytes of words [begin, end), with the marks that close a sentence when `closing`. */
static Span bytes_of(const CopyWords *w, Str text, uint32_t begin, uint32_t end, bool closing)
{
    const CopyWord *last = &w->data[end - 1];
    Span s = {w->data[begin].begin, last->begin + last->len};
    uint32_t limit = w->data[end].begin < text.len ? w->data[end].begin : (uint32_t)text.len;
    while (closing && s.end < limit && is_closing(text, s.end)) {
        s.end++;
        while (s.end < limit && ((unsigned char)text.data[s.end] & 0xC0) == 0x80)
            s.end++;
    }
    return s;
}

static Span word_span(const CopyWords *w, uint32_t position)
{
    return (Span){w->data[position].begin, w->data[position].begin + w->data[position].len};
}

static CopyPassage make_passage(const CopyDraft *d, const CopyWords *w, Str text_a, Str text_b, Arena *arena)
{
    bool closing = w->data[d->a_end - 1].flags & w->data[d->b_end - 1].flags & WORD_LAST;
    CopyPassage p = {.words_same = d->same, .n_swaps = d->columns.len - d->same};
    p.a = bytes_of(w, text_a, d->a, d->a_end, closing);
    p.b = bytes_of(w, text_b, d->b, d->b_end, closing);
    p.kind = p.n_swaps == 0 ? COPY_VERBATIM : d->same * 100 >= d->columns.len * REWORDED ? COPY_NEAR : COPY_REWORDED;
    p.swaps = ARENA_NEW(arena, CopySwap, p.n_swaps);
    size_t n = 0, quoted = 0;
    uint32_t at_a = p.a.begin, at_b = p.b.begin; /* where an empty side stands */
    for (size_t i = 0; i < d->columns.len; i++) {
        CopyColumn c = d->columns.data[i];
        Span a = c.a != NO_WORD ? word_span(w, c.a) : (Span){at_a, at_a};
        Span b = c.b != NO_WORD ? word_span(w, c.b) : (Span){at_b, at_b};
        if (!column_is_same(w, c))
            p.swaps[n++] = (CopySwap){a, b};
        else
            quoted += (w->data[c.a].flags & w->data[c.b].flags & WORD_QUOTED) != 0;
        at_a = a.end, at_b = b.end;
    }
    p.quotation = quoted * 10 >= (size_t)d->same * 8;
    return p;
}

static bool is_covered(const Worker *k, Span a, Span b)
{
    for (size_t i = 0; i < k->passages.len; i++) {
        const CopyPassage *p = &k->passages.data[i];
        if (span_overlaps(p->a, a) && span_overlaps(p->b, b))
            return true;
    }
    return false;
}

static int by_place(const void *x, const void *y)
{
    const CopyPassage *p = x, *q = y;
    if (p->a.begin != q->a.begin)
        return p->a.begin < q->a.begin ? -1 : 1;
    return p->b.begin < q->b.begin ? -1 : p->b.begin > q->b.begin;
}

/* Passages of one pair from its hits, into k->passages. */
static void judge_pair(Worker *k, const CopyWords *w, const CopyHit *hits, size_t n, uint32_t a, uint32_t b)
{
    k->passages.len = 0;
    copy_chain(&k->chainer, hits, n, w);
    bool solid = false;
    for (size_t i = 0; i < k->chainer.chains.len; i++) {
        const CopyChain *c = &k->chainer.chains.data[i];
        if (c->words < MINOR_SAME || (!solid && c->words < SOLID_SAME))
            break;
        CopyDraft *d = &k->draft;
        copy_align_chain(d, w, k->chainer.anchors.data + c->first, c->n);
        if (d->same < MINOR_SAME || (!solid && d->same < SOLID_SAME))
            continue;
        uint32_t lower = count_lower(d, w);
        if (lower < (solid ? 1 : SOLID_LOWER))
            continue;
        copy_grow(d, w);
        CopyPassage p = make_passage(d, w, w->texts[a].text, w->texts[b].text, &k->arena);
        if (is_covered(k, p.a, p.b))
            continue;
        solid = true;
        vec_push(&k->passages, p);
    }
    if (k->passages.len)
        qsort(k->passages.data, k->passages.len, sizeof *k->passages.data, by_place);
}

static void search_text(void *ctx, size_t a, unsigned worker)
{
    Search *s = ctx;
    Worker *k = &s->workers[worker];
    copy_seed(&k->seeder, s->index, s->words, (uint32_t)a);
    const HitVec *hits = &k->seeder.hits;
    VEC(CopyPair) pairs = {0};
    for (size_t i = 0, end; i < hits->len; i = end) {
        uint32_t b = hits->data[i].text;
        for (end = i; end < hits->len && hits->data[end].text == b; end++)
            ;
        judge_pair(k, s->words, hits->data + i, end - i, (uint32_t)a, b);
        if (!k->passages.len)
            continue;
        CopyPassage *kept = arena_copy(&k->arena, k->passages.data, k->passages.len * sizeof *kept);
        vec_push(&pairs, (CopyPair){(uint32_t)a, b, kept, k->passages.len});
    }
    s->found[a] = (Found){NULL, pairs.len};
    s->found[a].pairs = arena_copy(&k->arena, pairs.data, pairs.len * sizeof *pairs.data);
    vec_release(&pairs);
}

static void collect(const Search *s, size_t n, Arena *arena, CopyPairs *out)
{
    size_t total = 0, at = 0;
    for (size_t i = 0; i < n; i++)
        total += s->found[i].n;
    *out = (CopyPairs){ARENA_NEW(arena, CopyPair, total), total};
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < s->found[i].n; j++) {
            CopyPair p = s->found[i].pairs[j];
            p.passages = arena_copy(arena, p.passages, p.n_passages * sizeof *p.passages);
            for (size_t k = 0; k < p.n_passages; k++)
                p.passages[k].swaps = arena_copy(arena, p.passages[k].swaps, p.passages[k].n_swaps * sizeof(CopySwap));
            out->data[at++] = p;
        }
}

Status copy_find(const CopyText *texts, size_t n, unsigned threads, Arena *arena, CopyPairs *out, Error *err)
{
    *out = (CopyPairs){0};
    CopyWords words;
    CopyIndex index;
    threads = threads ? threads : pool_cores();
    Status status = copy_words_make(&words, texts, n, threads, err);
    if (status != LAGEBILD_OK || n < 2) {
        copy_words_release(&words);
        return status;
    }
    copy_index_make(&index, &words, threads);
    Search s = {&words, &index, mem_zero(threads, sizeof *s.workers), mem_zero(n, sizeof *s.found)};
    for (unsigned i = 0; i < threads; i++)
        copy_seeder_init(&s.workers[i].seeder, n);
    pool_run(threads, n, search_text, &s);
    collect(&s, n, arena, out);
    for (unsigned i = 0; i < threads; i++) {
        Worker *k = &s.workers[i];
        copy_seeder_release(&k->seeder);
        copy_chainer_release(&k->chainer);
        copy_draft_release(&k->draft);
        vec_release(&k->passages);
        arena_release(&k->arena);
    }
    vec_free(s.workers);
    vec_free(s.found);
    copy_index_release(&index);
    copy_words_release(&words);
    return LAGEBILD_OK;
}
