/* evidence.c: what speaks for a passage being copied, where its length alone does not.
 *
 * Two who report on one event write a sentence or two alike without knowing of each other: the same names, figures and
 * set phrases, and nothing around. Who copies shares more. A passage must be worth as much as is asked, in percent:
 *
 *     10  for each word alike in lower case, up to ten: names, titles and official terms have few
 *    100  when the sentences it lies in are alike in all words, less as they are less so
 *     10  for each telling word before it in both texts, up to six, and for each behind it
 *      1  for each word alike in other passages of the two texts, up to sixty
 *   -100  when all of it is in quotation marks in one of the two, less as less of it is: then the words are a speaker's
 *
 * The more texts are searched, the more chance likenesses there are to be found, so more is asked, as a search for
 * sequences asks for a score that grows with the logarithm of what is searched (Karlin and Altschul 1990). A speaker's
 * words that two texts share are no copied prose, but they are shared: they stay, and are marked. */
#include "copy/steps.h"

#define ASKED_OF_TWO 70
#define ASKED_MORE 5      /* each time that the texts are twice as many */
#define SURE_SAME 20      /* words in a row that are alike, less those between them that are not: need nothing else */
#define SURE_SENTENCE 16  /* the same for sentences ... */
#define SENTENCE_ALIKE 80 /* ... that are alike in so much */
#define MOST_LOWER 10
#define AROUND 20 /* words before a passage, and behind it, that are looked at ... */
#define MOST_AROUND 6
#define MOST_BESIDE 60
#define FRAME 8       /* words alike outside of quotation marks: from so many on more than who said it and where */
#define LONG_QUOTE 40 /* words; who puts more in quotation marks may be quoting a whole text */

typedef struct Counts {
    uint32_t row;           /* the most words alike in a row, less those between them that are not (Kadane) */
    uint32_t lower;         /* plain words alike */
    uint32_t quoted;        /* words alike in quotation marks on both sides, ... */
    uint32_t quoted_on_one; /* ... or on one at least */
} Counts;

static Counts count(const CopyDraft *d, const CopyWords *w)
{
    Counts n = {0};
    uint32_t row = 0;
    for (size_t i = 0; i < d->columns.len; i++) {
        CopyColumn c = d->columns.data[i];
        if (!column_is_same(w, c)) {
            row -= row > 0;
            continue;
        }
        const CopyWord *a = &w->data[c.a], *b = &w->data[c.b];
        n.row = ++row > n.row ? row : n.row;
        n.lower += copy_is_plain(a);
        n.quoted += (a->flags & b->flags & WORD_QUOTED) != 0;
        n.quoted_on_one += ((a->flags | b->flags) & WORD_QUOTED) != 0;
    }
    return n;
}

static uint32_t smaller(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* Words of the sentences that one side of a passage lies in. */
static uint32_t sentence_words(const CopyWords *w, uint32_t begin, uint32_t end)
{
    uint32_t last = w->data[end - 1].flags & WORD_LAST ? end : copy_sentence_end(w, end);
    return last - copy_sentence_begin(w, begin);
}

/* Telling words that stand in both stretches, each once. */
static uint32_t count_common(const CopyWords *w, Span a, Span b)
{
    uint64_t bits = 0;
    uint32_t n = 0;
    for (uint32_t q = b.begin; q < b.end; q++)
        bits |= w->data[q].flags & WORD_TELLING ? UINT64_C(1) << (w->data[q].id & 63) : 0;
    for (uint32_t p = a.begin; p < a.end; p++) {
        uint32_t id = w->data[p].id, q = b.begin, earlier = a.begin;
        if (!(w->data[p].flags & WORD_TELLING) || !(bits >> (id & 63) & 1))
            continue;
        while (earlier < p && w->data[earlier].id != id)
            earlier++;
        while (q < b.end && w->data[q].id != id)
            q++;
        n += earlier == p && q < b.end;
    }
    return n;
}

static Span words_before(const CopyWords *w, uint32_t at)
{
    return (Span){at - smaller(AROUND, at - w->first[copy_text_at(w, at)]), at};
}

static Span words_behind(const CopyWords *w, uint32_t last)
{
    return (Span){last + 1, smaller(last + 1 + AROUND, w->first[copy_text_at(w, last) + 1])};
}

static bool is_worth(const CopyDraft *d, const CopyWords *w, const Counts *n, uint32_t beside, uint32_t asked)
{
    uint32_t sentences = sentence_words(w, d->a, d->a_end) + sentence_words(w, d->b, d->b_end);
    uint32_t alike = 200 * d->same / sentences;
    if (n->row >= SURE_SAME || (n->row >= SURE_SENTENCE && alike >= SENTENCE_ALIKE))
        return true;
    uint32_t before = count_common(w, words_before(w, d->a), words_before(w, d->b));
    uint32_t behind = count_common(w, words_behind(w, d->a_end - 1), words_behind(w, d->b_end - 1));
    uint32_t words = smaller(n->lower, MOST_LOWER) + smaller(before, MOST_AROUND) + smaller(behind, MOST_AROUND);
    return 10 * words + alike + smaller(beside, MOST_BESIDE) >= asked + 100 * n->quoted_on_one / d->same;
}

/* Half of the words alike at least in quotation marks on both sides and few others, or nearly all of them on one side,
 * where the other reports them without marks. */
static bool is_quotation(const CopyDraft *d, const Counts *n)
{
    return (n->quoted * 2 >= d->same && d->same - n->quoted < FRAME) ||
           (n->quoted_on_one * 5 >= d->same * 4 && d->same < LONG_QUOTE);
}

bool copy_is_quotation(const CopyDraft *d, const CopyWords *w)
{
    Counts n = count(d, w);
    return is_quotation(d, &n);
}

uint32_t copy_asked(size_t n_texts)
{
    uint32_t asked = ASKED_OF_TWO;
    for (; n_texts > 1; n_texts /= 2)
        asked += ASKED_MORE;
    return asked;
}

CopyVerdict copy_weigh(const CopyDraft *d, const CopyWords *w, uint32_t beside, uint32_t asked)
{
    Counts n = count(d, w);
    if (is_quotation(d, &n))
        return COPY_IS_QUOTATION;
    if (!d->same || is_worth(d, w, &n, beside, asked))
        return d->same ? COPY_IS_PROSE : COPY_IS_DOUBTFUL;
    return n.quoted_on_one * 2 >= d->same && d->same < LONG_QUOTE ? COPY_IS_QUOTATION : COPY_IS_DOUBTFUL;
}
