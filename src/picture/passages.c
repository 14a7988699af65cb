/* passages.c: what copy/ finds between two articles → passages that stand in two or more, and what follows from them: how
 * much of an article is copied, which texts are independent, what was taken from where.
 *
 *     pair 0-1  [====a====]          passage  0 [====]  1 [====]  4 [====]
 *     pair 1-4       [====b====]     (a and b cover mostly the same words of 1)                       */
#include "picture/build.h"

#include <stdlib.h>

/* Two spans of one article are the same place when what they share is this much of the longer one. */
#define SAME_PLACE 0.6
/* An article with no more of its prose in another article than this is an independent text: a shared sentence is no copy. */
#define INDEPENDENT_SHARE 0.08
/* An article is taken from another when that one has at least this share of its prose. */
#define TAKEN_SHARE 0.15

/* One side of a pairwise passage. */
typedef struct Side {
    uint32_t article;
    Span span;
    uint32_t passage; /* index of the pairwise passage */
} Side;

static uint32_t root_of(uint32_t *parent, uint32_t i)
{
    while (parent[i] != i)
        i = parent[i] = parent[parent[i]];
    return i;
}

static int by_place(const void *pa, const void *pb)
{
    const Side *a = pa, *b = pb;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    if (a->span.begin != b->span.begin)
        return a->span.begin < b->span.begin ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end < b->span.end ? -1 : 1;
    return a->passage < b->passage ? -1 : a->passage > b->passage;
}

static bool same_place(Span a, Span b)
{
    uint32_t begin = a.begin > b.begin ? a.begin : b.begin, end = a.end < b.end ? a.end : b.end;
    uint32_t longer = a.end - a.begin > b.end - b.begin ? a.end - a.begin : b.end - b.begin;
    return end > begin && end - begin >= SAME_PLACE * longer;
}

/* Joins pairwise passages whose sides are the same place of an article. Sides are sorted; each is compared with a few
 * before it, as passages of one pair do not overlap. */
static void join_sides(const Side *sides, size_t n, uint32_t *parent, size_t n_articles)
{
    for (size_t i = 1; i < n; i++)
        for (size_t k = i, looked = 0; k > 0 && looked < 4 * n_articles && sides[k - 1].article == sides[i].article;
             k--, looked++)
            if (same_place(sides[k - 1].span, sides[i].span)) {
                uint32_t a = root_of(parent, sides[k - 1].passage), b = root_of(parent, sides[i].passage);
                parent[a > b ? a : b] = a > b ? b : a;
            }
}

/* The spans of a joined passage: one for each article, two only where they lie apart. */
static void gather_spans(Build *b, const Side *sides, size_t n, uint32_t *parent, uint32_t root, PicturePassage *out)
{
    VEC(PictureSpan) spans = {0};
    for (size_t i = 0; i < n; i++) {
        if (root_of(parent, sides[i].passage) != root)
            continue;
        PictureSpan *last = spans.len ? &spans.data[spans.len - 1] : NULL;
        if (last && last->article == sides[i].article && sides[i].span.begin <= last->span.end) {
            if (sides[i].span.end > last->span.end)
                last->span.end = sides[i].span.end;
            continue;
        }
        vec_push(&spans, (PictureSpan){sides[i].article, sides[i].span, STR_EMPTY});
    }
    out->n_spans = spans.len;
    out->spans = vec_to_arena(&spans, b->arena);
}

static int by_first_span(const void *pa, const void *pb)
{
    const PicturePassage *a = pa, *b = pb;
    const PictureSpan *x = &a->spans[0], *y = &b->spans[0];
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    if (x->span.begin != y->span.begin)
        return x->span.begin < y->span.begin ? -1 : 1;
    return x->span.end < y->span.end ? -1 : x->span.end > y->span.end;
}

/* Sides by their passage's root, so that each joined passage is a run. */
typedef struct RootedSide {
    uint32_t root;
    Side side;
} RootedSide;

static int by_root(const void *pa, const void *pb)
{
    const RootedSide *a = pa, *b = pb;
    if (a->root != b->root)
        return a->root < b->root ? -1 : 1;
    return by_place(&a->side, &b->side);
}

static void merge_passages(Build *b)
{
    VEC(Side) sides = {0};
    VEC(const CopyPassage *) pairwise = {0};
    for (size_t i = 0; i < b->pairs.len; i++)
        for (size_t k = 0; k < b->pairs.data[i].n_passages; k++) {
            const CopyPair *pair = &b->pairs.data[i];
            vec_push(&sides, (Side){pair->a, pair->passages[k].a, (uint32_t)pairwise.len});
            vec_push(&sides, (Side){pair->b, pair->passages[k].b, (uint32_t)pairwise.len});
            vec_push(&pairwise, &pair->passages[k]);
        }
    if (!sides.len)
        return;
    qsort(sides.data, sides.len, sizeof *sides.data, by_place);
    uint32_t *parent = ARENA_NEW(b->arena, uint32_t, pairwise.len);
    for (uint32_t i = 0; i < pairwise.len; i++)
        parent[i] = i;
    join_sides(sides.data, sides.len, parent, b->n);
    RootedSide *rooted = mem_zero(sides.len, sizeof *rooted);
    for (size_t i = 0; i < sides.len; i++)
        rooted[i] = (RootedSide){root_of(parent, sides.data[i].passage), sides.data[i]};
    qsort(rooted, sides.len, sizeof *rooted, by_root);
    for (size_t i = 0; i < sides.len; i++)
        sides.data[i] = rooted[i].side;
    VEC(PicturePassage) passages = {0};
    for (size_t i = 0, end; i < sides.len; i = end) {
        PicturePassage passage = {.kind = COPY_VERBATIM, .quotation = true};
        for (end = i; end < sides.len && rooted[end].root == rooted[i].root; end++) {
            const CopyPassage *from = pairwise.data[sides.data[end].passage];
            passage.kind = from->kind > passage.kind ? from->kind : passage.kind;
            passage.quotation = passage.quotation && from->quotation;
        }
        gather_spans(b, sides.data + i, end - i, parent, rooted[i].root, &passage);
        vec_push(&passages, passage);
    }
    vec_free(rooted);
    qsort(passages.data, passages.len, sizeof *passages.data, by_first_span);
    b->picture->n_passages = passages.len;
    b->picture->passages = vec_to_arena(&passages, b->arena);
    vec_release(&pairwise);
    vec_release(&sides);
}

Status build_passages(Build *b, unsigned threads, Error *err)
{
    CopyText *texts = ARENA_NEW(b->arena, CopyText, b->n);
    for (size_t i = 0; i < b->n; i++) {
        const Article *a = b->sources[i].article;
        Span *body = ARENA_NEW(b->arena, Span, a->n_blocks);
        size_t n = 0;
        for (size_t k = 0; k < a->n_blocks; k++)
            if (block_is_body(a->blocks[k].kind))
                body[n++] = a->blocks[k].span;
        texts[i] = (CopyText){.text = a->text, .body = body, .n_body = n, .source = a->outlet};
    }
    Status status = copy_find(texts, b->n, threads, b->arena, &b->pairs, err);
    if (status == LAGEBILD_OK)
        merge_passages(b);
    return status;
}

/* Marks what of the article lies in passages of `pair` that are prose, not a speaker's words. */
static void mark_pair(const CopyPair *pair, bool is_a, uint8_t *marks)
{
    for (size_t k = 0; k < pair->n_passages; k++) {
        Span s = is_a ? pair->passages[k].a : pair->passages[k].b;
        if (!pair->passages[k].quotation)
            memset(marks + s.begin, 1, s.end - s.begin);
    }
}

/* Share of the body's bytes that are marked. */
static double body_share(const Article *a, const uint8_t *marks)
{
    size_t body = 0, marked = 0;
    for (size_t i = 0; i < a->n_blocks; i++)
        if (block_is_body(a->blocks[i].kind))
            for (uint32_t at = a->blocks[i].span.begin; at < a->blocks[i].span.end; at++) {
                body++;
                marked += marks[at];
            }
    return body ? (double)marked / (double)body : 0;
}

static void mark_quotations(const PictureSource *s, uint8_t *marks)
{
    const Analysis *a = s->analysis;
    for (size_t i = 0; i < a->n_sentences; i++) {
        uint32_t open = UINT32_MAX;
        for (uint32_t t = a->sentences[i].first; t < a->sentences[i].first + a->sentences[i].count; t++) {
            if (a->tokens[t].flags & TOKEN_QUOTE_OPEN && open == UINT32_MAX)
                open = a->tokens[t].span.end;
            else if (a->tokens[t].flags & TOKEN_QUOTE_CLOSE && open != UINT32_MAX) {
                memset(marks + open, 1, a->tokens[t].span.begin - open);
                open = UINT32_MAX;
            }
        }
        if (open != UINT32_MAX) /* goes on in the next sentence, where its end is met without a beginning */
            memset(marks + open, 1, a->sentences[i].span.end > open ? a->sentences[i].span.end - open : 0);
    }
}

static bool is_spun(const Picture *p, uint32_t article)
{
    for (size_t i = 0; i < p->n_spun; i++)
        if (p->spun[i].at.article == article)
            return true;
    return false;
}

/* Whether `other` may be what `article` was taken from: not a page whose words a machine swapped, not the later one of two
 * pages; where neither tells, the page that has less of its own is the copy. */
static bool may_be_source(const Build *b, uint32_t article, uint32_t other, bool has_less)
{
    const Picture *p = b->picture;
    bool spun = is_spun(p, article), other_spun = is_spun(p, other);
    if (spun != other_spun)
        return spun;
    int order = copy_published_order(p->articles[other].published, p->articles[article].published);
    return order ? order < 0 : has_less;
}

/* The agency that both name as their source; empty when there is none, or one of them is the agency. */
static Str shared_agency(const Article *a, const Article *b)
{
    for (size_t i = 0; i < a->n_credits; i++)
        for (size_t k = 0; k < b->n_credits; k++)
            if (str_equal(a->credits[i], b->credits[k]) && !str_equal_nocase(a->outlet, a->credits[i]) &&
                !str_equal_nocase(b->outlet, b->credits[k]))
                return a->credits[i];
    return STR_EMPTY;
}

/* Share of an article's body that lies in a pair's passages; these do not overlap. */
static double pair_share(const CopyPair *pair, bool is_a, size_t body)
{
    size_t copied = 0;
    for (size_t k = 0; k < pair->n_passages; k++) {
        Span s = is_a ? pair->passages[k].a : pair->passages[k].b;
        copied += pair->passages[k].quotation ? 0 : s.end - s.begin;
    }
    return body ? (double)copied / (double)body : 0;
}

static size_t body_size(const Article *a)
{
    size_t size = 0;
    for (size_t i = 0; i < a->n_blocks; i++)
        if (block_is_body(a->blocks[i].kind))
            size += a->blocks[i].span.end - a->blocks[i].span.begin;
    return size;
}

/* Finds for each article the one it shares most of itself with that may be its source. */
static void find_sources(Build *b)
{
    double *best = ARENA_NEW(b->arena, double, b->n);
    for (uint32_t i = 0; i < b->n; i++) {
        best[i] = TAKEN_SHARE;
        b->picture->articles[i].taken_from = UINT32_MAX;
    }
    for (size_t k = 0; k < b->pairs.len; k++) {
        const CopyPair *pair = &b->pairs.data[k];
        double of_a = pair_share(pair, true, body_size(b->sources[pair->a].article));
        double of_b = pair_share(pair, false, body_size(b->sources[pair->b].article));
        for (int side = 0; side < 2; side++) {
            uint32_t mine = side ? pair->b : pair->a, other = side ? pair->a : pair->b;
            double share = side ? of_b : of_a, its = side ? of_a : of_b;
            if (share > best[mine] && may_be_source(b, mine, other, share >= its)) {
                best[mine] = share;
                b->picture->articles[mine].taken_from = other;
                b->picture->articles[mine].agency = shared_agency(b->sources[mine].article, b->sources[other].article);
            }
        }
    }
}

void build_shares(Build *b)
{
    uint8_t **marks = ARENA_NEW(b->arena, uint8_t *, b->n);
    for (size_t i = 0; i < b->n; i++)
        marks[i] = mem_zero(b->sources[i].article->text.len + 1, 1);
    for (size_t i = 0; i < b->pairs.len; i++)
        for (int side = 0; side < 2; side++)
            mark_pair(&b->pairs.data[i], !side, marks[side ? b->pairs.data[i].b : b->pairs.data[i].a]);
    for (uint32_t i = 0; i < b->n; i++) {
        PictureArticle *p = &b->picture->articles[i];
        p->copied = body_share(b->sources[i].article, marks[i]);
        p->independent = p->copied <= INDEPENDENT_SHARE;
        b->picture->n_independent += p->independent;
        memset(marks[i], 0, b->sources[i].article->text.len);
        mark_quotations(&b->sources[i], marks[i]);
        p->quoted = body_share(b->sources[i].article, marks[i]);
        vec_free(marks[i]);
    }
    find_sources(b);
}
