/* judge.c: what of two texts' likeness is copying. A pair must show it once beyond doubt: by a run of words that is
 * more than a name or a formula, or by sentences that share most of their words. Then the standard for the rest of the
 * pair sinks. */
#include "copy/steps.h"

#define SOLID_SAME 8       /* words alike, in whole sentences, that show that two texts share text */
#define SOLID_LONG 14      /* or outside of sentences */
#define SOLID_LOWER 3      /* of them in lower case and no particles: a name or title has none */
#define SOLID_RARE 3       /* runs of them that are no turn of phrase, unless they are so many */
#define MINOR_SAME 5       /* once that is known, in whole sentences */
#define MINOR_LONG 12      /* or outside of sentences: the begin of a daily report's standing sentence has up to ten */
#define MOST_CHAINS 512    /* of a pair; the best */
#define TWICE_SAME 16      /* for a stretch to count that one of the texts has twice */
#define MOST_GROWN 4       /* words that passages grow over, for each word of both texts */
#define BESIDE 2           /* sentences on either end of a passage that are compared with each other */
#define MOST_COMPARED 1024 /* matches of a pair whose sentences are compared */
#define LEFT_OUT 12        /* words that one text may leave out inside a passage */
#define LIKE_SENTENCE 45   /* percent of two sentences' weight in common */
#define LIKE_LOWER 2       /* words in common that are no names: titles alone make no sentence */
#define LIKE_BESIDE 40     /* the same for sentences near a passage on both sides */
#define LIKE_BESIDE_LOWER 1
#define SOLID_COMMON 70 /* weight in common, in such sentences, that shows it without any long run ... */
#define SOLID_HITS 3    /* ... of so many short ones */

void copy_judge_release(CopyJudge *j)
{
    for (size_t i = 0; i < j->drafts.len; i++)
        copy_draft_release(&j->drafts.data[i]);
    vec_release(&j->drafts);
    copy_chainer_release(&j->chainer);
    vec_release(&j->reworded);
    copy_draft_release(&j->growing.left);
    copy_draft_release(&j->growing.spare);
}

/* The draft behind the kept ones, empty. */
static CopyDraft *spare_draft(CopyJudge *j)
{
    if (j->n == j->drafts.len)
        vec_push(&j->drafts, (CopyDraft){0});
    CopyDraft *d = &j->drafts.data[j->n];
    d->columns.len = 0;
    return d;
}

static void swap_drafts(CopyDraft *x, CopyDraft *y)
{
    CopyDraft z = *x;
    *x = *y;
    *y = z;
}

static uint32_t count_lower(const CopyDraft *d, const CopyWords *w)
{
    uint32_t n = 0;
    for (size_t i = 0; i < d->columns.len; i++) {
        CopyColumn c = d->columns.data[i];
        n += column_is_same(w, c) && copy_is_plain(&w->data[c.a]);
    }
    return n;
}

/* Runs of equal words that do not stand in many places. */
static uint32_t count_rare(const CopyDraft *d, const CopyWords *w)
{
    uint32_t n = 0, row = 0;
    for (size_t i = 0; i < d->columns.len; i++) {
        row = column_is_same(w, d->columns.data[i]) ? row + 1 : 0;
        n += row >= RUN && !copy_is_popular(w, d->columns.data[i].a - (RUN - 1));
    }
    return n;
}

static uint32_t overlap(uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end)
{
    uint32_t from = a > b ? a : b, to = a_end < b_end ? a_end : b_end;
    return to > from ? to - from : 0;
}

/* Whether better passages explain the draft already: half of both sides, or of one, when it is short. A long stretch
 * may be there twice; a short one has one origin in the other text. */
static bool is_explained(const CopyJudge *j, const CopyDraft *d)
{
    uint32_t in_a = 0, in_b = 0;
    for (size_t i = 0; i < j->n; i++) {
        const CopyDraft *k = &j->drafts.data[i];
        in_a += overlap(k->a, k->a_end, d->a, d->a_end);
        in_b += overlap(k->b, k->b_end, d->b, d->b_end);
    }
    bool a_is = in_a * 2 >= d->a_end - d->a, b_is = in_b * 2 >= d->b_end - d->b;
    return (a_is && b_is) || ((a_is || b_is) && d->same < TWICE_SAME);
}

static bool begins_sentence(const CopyWords *w, uint32_t at)
{
    return w->data[at].flags & WORD_SENTENCE || !w->data[at - 1].id ||
           w->data[at - 1].flags & (WORD_LAST | WORD_STANDING);
}

static bool ends_sentence(const CopyWords *w, uint32_t end)
{
    return w->data[end - 1].flags & WORD_LAST || !w->data[end].id || w->data[end].flags & WORD_STANDING;
}

/* Whole sentences on both sides, or so long that it cannot be a formula. */
static bool is_enough(const CopyDraft *d, const CopyWords *w, uint32_t least)
{
    return d->same >= least || (begins_sentence(w, d->a) && begins_sentence(w, d->b) && ends_sentence(w, d->a_end) &&
                                ends_sentence(w, d->b_end));
}

/* Chains to passages, best first, as long as they are good enough. */
static void judge_chains(CopyJudge *j)
{
    for (size_t i = 0; i < j->chainer.chains.len; i++) {
        const CopyChain *c = &j->chainer.chains.data[i];
        uint32_t least = j->n ? MINOR_SAME : SOLID_SAME;
        if (c->words < least)
            break;
        if (i == MOST_CHAINS) {
            j->limited = true;
            break;
        }
        CopyDraft *d = spare_draft(j);
        copy_align_chain(d, j->words, j->chainer.anchors.data + c->first, c->n);
        if (d->same < least || count_lower(d, j->words) < (j->n ? 1 : SOLID_LOWER) || is_explained(j, d))
            continue;
        if (!j->n && d->same < SOLID_LONG && count_rare(d, j->words) < SOLID_RARE)
            continue;
        copy_grow(d, j->words, &j->growing);
        j->n += is_enough(d, j->words, j->n ? MINOR_LONG : SOLID_LONG) && !is_explained(j, d);
    }
}

/* Whether less than half of a sentence's words are in passages. */
static bool is_free(const CopyJudge *j, uint32_t sentence, bool is_b)
{
    const CopySentence *x = &j->sentences->data[sentence];
    uint32_t taken = 0;
    for (size_t k = 0; k < j->n; k++) {
        const CopyDraft *d = &j->drafts.data[k];
        taken += overlap(is_b ? d->b : d->a, is_b ? d->b_end : d->a_end, x->begin, x->end);
    }
    return taken * 2 < x->end - x->begin;
}

/* Notes two sentences when they are like each other; of several partners of one sentence the best. */
static void compare(CopyJudge *j, uint32_t sentence_a, uint32_t sentence_b, uint32_t least, uint32_t least_lower)
{
    if (!is_free(j, sentence_a, false) || !is_free(j, sentence_b, true))
        return;
    CopyReworded r = copy_reword(j->sentences, j->words, sentence_a, sentence_b);
    if (r.share < least || r.lower < least_lower)
        return;
    for (size_t i = 0; i < j->reworded.len; i++) {
        CopyReworded *known = &j->reworded.data[i];
        if (known->a == r.a || known->b == r.b) {
            if (r.share > known->share)
                *known = r;
            return;
        }
    }
    vec_push(&j->reworded, r);
}

/* Sentences in which a match lies that was too short for a passage; two matches in the same two are compared once. */
static void compare_by_hits(CopyJudge *j, uint32_t a, uint32_t b, const CopyHit *hits, size_t n)
{
    const CopySentences *s = j->sentences;
    uint32_t x = s->first[a], last_y = UINT32_MAX;
    size_t compared = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t last_x = x, y = copy_sentence_at(s, b, hits[i].b);
        while (x < s->first[a + 1] && s->data[x].end <= hits[i].a)
            x++;
        if (x >= s->first[a + 1] || y >= s->first[b + 1] || (i && x == last_x && y == last_y))
            continue;
        last_y = y;
        if (compared++ == MOST_COMPARED) {
            j->limited = true;
            return;
        }
        compare(j, x, y, LIKE_SENTENCE, LIKE_LOWER);
    }
}

/* Sentences near a passage on both sides. */
static void compare_beside(CopyJudge *j, uint32_t a, uint32_t b, const CopyDraft *d)
{
    const CopySentences *s = j->sentences;
    uint32_t x = copy_sentence_at(s, a, d->a), x_end = copy_sentence_at(s, a, d->a_end) + BESIDE;
    uint32_t y = copy_sentence_at(s, b, d->b), y_end = copy_sentence_at(s, b, d->b_end) + BESIDE;
    x = x > s->first[a] + BESIDE ? x - BESIDE : s->first[a];
    y = y > s->first[b] + BESIDE ? y - BESIDE : s->first[b];
    for (; x < x_end && x < s->first[a + 1]; x++)
        if (is_free(j, x, false))
            for (uint32_t k = y; k < y_end && k < s->first[b + 1]; k++)
                compare(j, x, k, LIKE_BESIDE, LIKE_BESIDE_LOWER);
}

/* Takes away the passages that lie inside the draft behind them, which then takes their place. */
static void take_reworded(CopyJudge *j)
{
    CopyDraft *d = &j->drafts.data[j->n];
    for (size_t i = j->n; i-- > 0;) {
        CopyDraft *k = &j->drafts.data[i];
        if (k->a >= d->a && k->a_end <= d->a_end && k->b >= d->b && k->b_end <= d->b_end) {
            swap_drafts(k, &j->drafts.data[j->n - 1]);
            swap_drafts(&j->drafts.data[j->n - 1], d);
            d = &j->drafts.data[--j->n];
        }
    }
    j->n++;
}

static void judge_sentences(CopyJudge *j, uint32_t a, uint32_t b, const CopyHit *hits, size_t n)
{
    const CopySentences *s = j->sentences;
    j->reworded.len = 0;
    if (!j->n && n < SOLID_HITS)
        return;
    compare_by_hits(j, a, b, hits, n);
    uint32_t common = 0;
    for (size_t i = 0; i < j->reworded.len; i++)
        common += j->reworded.data[i].common;
    if (!j->n && common < SOLID_COMMON)
        return;
    for (size_t i = 0; i < j->n; i++)
        compare_beside(j, a, b, &j->drafts.data[i]);
    for (size_t i = 0; i < j->reworded.len; i++) {
        const CopySentence *x = &s->data[j->reworded.data[i].a], *y = &s->data[j->reworded.data[i].b];
        CopyDraft *d = spare_draft(j);
        copy_align_words(d, j->words, x->begin, x->end, y->begin, y->end);
        copy_draft_measure(d, j->words);
        take_reworded(j);
    }
}

static int by_place(const void *x, const void *y)
{
    const CopyDraft *p = x, *q = y;
    if (p->a != q->a)
        return p->a < q->a ? -1 : 1;
    return p->b < q->b ? -1 : p->b > q->b;
}

/* Whether the second passage goes on where the first ends, at most for a left-out sentence on one side. */
static bool follows(const CopyWords *w, const CopyDraft *first, const CopyDraft *second)
{
    if (second->a < first->a_end || second->b < first->b_end)
        return false;
    uint32_t gap_a = second->a - first->a_end, gap_b = second->b - first->b_end;
    if (gap_a > LEFT_OUT || gap_b > LEFT_OUT || (gap_a && gap_b))
        return false;
    for (uint32_t i = 0; i < gap_a + gap_b; i++) {
        const CopyWord *between = gap_a ? &w->data[first->a_end + i] : &w->data[first->b_end + i];
        if (!between->id || between->flags & WORD_STANDING)
            return false;
    }
    return true;
}

/* Makes one of passages that follow each other. */
static void join(CopyJudge *j)
{
    size_t kept = 0;
    for (size_t i = 0; i < j->n; i++) {
        CopyDraft *last = kept ? &j->drafts.data[kept - 1] : NULL, *d = &j->drafts.data[i];
        if (last && follows(j->words, last, d)) {
            copy_align_words(last, j->words, last->a_end, d->a, last->b_end, d->b);
            for (size_t k = 0; k < d->columns.len; k++)
                vec_push(&last->columns, d->columns.data[k]);
            copy_draft_measure(last, j->words);
        } else {
            if (kept != i)
                swap_drafts(&j->drafts.data[kept], d);
            kept++;
        }
    }
    j->n = kept;
}

/* Tells a speaker's words from prose, and what may be chance from what is not. */
static void weigh(CopyJudge *j)
{
    uint32_t prose = 0, asked = copy_asked(j->words->n_texts);
    for (size_t i = 0; i < j->n; i++) {
        CopyDraft *d = &j->drafts.data[i];
        d->quotation = copy_is_quotation(d, j->words);
        prose += d->quotation ? 0 : d->same;
    }
    for (size_t i = 0; i < j->n; i++) {
        CopyDraft *d = &j->drafts.data[i];
        CopyVerdict v = d->quotation ? COPY_IS_QUOTATION : copy_weigh(d, j->words, prose - d->same, asked);
        d->quotation = v == COPY_IS_QUOTATION;
        d->doubtful = v == COPY_IS_DOUBTFUL;
    }
}

void copy_judge_pair(CopyJudge *j, uint32_t a, uint32_t b, const CopyHit *hits, size_t n)
{
    uint32_t words = j->words->first[a + 1] - j->words->first[a] + (j->words->first[b + 1] - j->words->first[b]);
    j->n = 0;
    j->limited = false;
    j->growing.words = MOST_GROWN * words;
    copy_chain(&j->chainer, hits, n, j->words);
    judge_chains(j);
    j->limited |= !j->growing.words;
    judge_sentences(j, a, b, hits, n);
    if (j->n)
        qsort(j->drafts.data, j->n, sizeof *j->drafts.data, by_place);
    join(j);
    weigh(j);
    j->pairs += j->limited;
}
