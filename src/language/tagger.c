#include "language/tagger.h"

#include "language/weights.h"

#include <limits.h>

const TagLabel TAG_LABEL[TAG_LABELS] = {
    {CLASS_X, FORM_NONE},     {CLASS_ADJ, FORM_NONE},   {CLASS_ADP, FORM_NONE},   {CLASS_ADV, FORM_NONE},
    {CLASS_CCONJ, FORM_NONE}, {CLASS_DET, FORM_NONE},   {CLASS_INTJ, FORM_NONE},  {CLASS_NOUN, FORM_NONE},
    {CLASS_NUM, FORM_NONE},   {CLASS_PART, FORM_NONE},  {CLASS_PRON, FORM_NONE},  {CLASS_PROPN, FORM_NONE},
    {CLASS_PUNCT, FORM_NONE}, {CLASS_SCONJ, FORM_NONE}, {CLASS_SYM, FORM_NONE},   {CLASS_AUX, FORM_IND},
    {CLASS_AUX, FORM_SUB},    {CLASS_AUX, FORM_IMP},    {CLASS_AUX, FORM_INF},    {CLASS_AUX, FORM_PART},
    {CLASS_VERB, FORM_IND},   {CLASS_VERB, FORM_SUB},   {CLASS_VERB, FORM_IMP},   {CLASS_VERB, FORM_INF},
    {CLASS_VERB, FORM_PART},  {CLASS_ADP, FORM_PREFIX}, {CLASS_ADV, FORM_PREFIX},
};

typedef struct TaggerHeader {
    char magic[8];
    uint32_t labels, width, rows, reserved;
    uint8_t space[8]; /* rows begin at byte 32 */
} TaggerHeader;

Status tagger_open(Tagger *out, const char *path, Error *err)
{
    *out = (Tagger){0};
    Status status = mapped_open(&out->file, path, err);
    if (status != LAGEBILD_OK)
        return status;
    TaggerHeader h = {0};
    if (out->file.len == sizeof h + TAGGER_ROWS * TAG_WIDTH)
        memcpy(&h, out->file.data, sizeof h);
    out->rows = (const int8_t(*)[TAG_WIDTH])((const char *)out->file.data + sizeof h);
    if (memcmp(h.magic, TAGGER_MAGIC, 8) == 0 && h.labels == TAG_LABELS && h.width == TAG_WIDTH &&
        h.rows == TAGGER_ROWS)
        return LAGEBILD_OK;
    tagger_close(out);
    return error_set(err, LAGEBILD_ERR_FORMAT, path, 0, "these are no weights of this version");
}

void tagger_close(Tagger *tagger)
{
    mapped_close(&tagger->file);
    *tagger = (Tagger){0};
}

/* ---- features ---- */

static uint32_t row_of(uint32_t template, uint64_t value)
{
    uint64_t h = (value ^ value >> 31) + template * 0xC2B2AE3D27D4EB4Fu;
    return (uint32_t)((h * 0x9E3779B97F4A7C15u) >> (64 - TAGGER_BITS));
}

static uint64_t pair(uint32_t a, uint32_t b) { return (uint64_t)a << 32 | b; }

/* The readings that matter to a neighbour. */
static uint32_t coarse(const WordInfo *w)
{
    uint32_t keep = READING_ADJ | READING_ADP | READING_ADV | READING_CCONJ | READING_DET | READING_NOUN | READING_NUM |
                    READING_PART | READING_PRON | READING_PROPN | READING_SCONJ | READING_AUX | READING_VERB |
                    READING_IND | READING_INF | READING_PART2;
    return (w->readings & keep) * 31 + w->shape;
}

/* The readings of the last word of the clause that word i stands in: an auxiliary's participle or infinitive is there, or
 * the prefix of a separated verb. Asked for words that can be verbs only. */
static uint32_t clause_end(const WordInfo *words, size_t n, size_t i)
{
    enum { REACH = 24 };
    uint32_t keep = READING_INF | READING_PART2 | READING_PREFIX | READING_IND | READING_ZU | READING_NOUN;
    if (!(words[i].readings & (READING_AUX | READING_VERB)))
        return 0;
    size_t end = i + 1, limit = n - i > REACH ? i + REACH : n;
    while (end < limit && words[end].shape != SHAPE_PUNCT)
        end++;
    return end == i + 1 ? 1 : words[end - 1].readings & keep;
}

static const WordInfo EDGE = {.shape = 31, .lower = 1};

static uint32_t shape_of(const WordInfo *w)
{
    return (uint32_t)w->shape | (uint32_t)w->first << 5 | (uint32_t)w->hyphen << 6 | (uint32_t)w->needs_i << 7;
}

static uint32_t mask_of(const WordInfo *w) { return w->readings * 31 + shape_of(w); }

#define FEATURE(template, value) (*rows++ = row_of((template), (value)))

/* The features that the words alone make: their rows can be called before the labels to the left are known. */
static void word_features(const WordInfo *words, size_t n, size_t i, uint32_t rows[TAG_WORD_FEATURES])
{
    const WordInfo *w = &words[i], *left = i ? w - 1 : &EDGE, *left2 = i > 1 ? w - 2 : &EDGE;
    const WordInfo *right = i + 1 < n ? w + 1 : &EDGE, *right2 = i + 2 < n ? w + 2 : &EDGE;
    uint32_t shape = shape_of(w), mask = mask_of(w), c = coarse(w), cl = coarse(left), cr = coarse(right);
    FEATURE(1, 0);
    FEATURE(2, w->lower);
    FEATURE(3, w->suffix[0]);
    FEATURE(4, w->suffix[1]);
    FEATURE(5, w->suffix[2]);
    FEATURE(6, w->prefix);
    FEATURE(7, shape);
    FEATURE(8, w->readings);
    FEATURE(9, mask);
    FEATURE(10, pair(w->suffix[1], shape));
    FEATURE(11, left->lower);
    FEATURE(12, right->lower);
    FEATURE(13, left2->lower);
    FEATURE(14, right2->lower);
    FEATURE(15, cl);
    FEATURE(16, pair(c, cr));
    FEATURE(17, pair(cl ^ (cr << 5), mask));
    FEATURE(18, pair(cr, coarse(right2) ^ c * 31));
    FEATURE(19, pair(right->lower, mask));
    FEATURE(20, pair(left->lower, w->lower));
    FEATURE(21, pair(w->lower, right->lower));
    FEATURE(30, pair(clause_end(words, n, i), w->lower));
    FEATURE(32, pair(coarse(left2), cl ^ c * 31));
    FEATURE(33, pair(left->suffix[0], w->suffix[1]));
    FEATURE(34, pair(right->suffix[0], w->suffix[1]));
}

/* Those that the labels before word i have a part in. */
static void label_features(const WordInfo *words, size_t n, size_t i, const TagState *state, uint32_t *rows)
{
    const WordInfo *w = &words[i];
    uint32_t mask = mask_of(w), t1 = state->last, t2 = (uint32_t)state->before << 8 | t1;
    FEATURE(22, t2);
    FEATURE(23, pair(t1, w->lower));
    FEATURE(24, pair(t1, mask));
    FEATURE(25, pair(t2, mask));
    FEATURE(26, pair(t1, coarse(i + 1 < n ? w + 1 : &EDGE) ^ mask * 31));
    FEATURE(27, pair(state->verb, mask));
    FEATURE(28, pair(state->opener, mask));
    FEATURE(29, pair(state->opener, w->lower));
    FEATURE(31, pair(clause_end(words, n, i), mask ^ state->verb));
}
#undef FEATURE

void tag_features(const WordInfo *words, size_t n, size_t i, const TagState *state, uint32_t rows[TAG_FEATURES])
{
    word_features(words, n, i, rows);
    label_features(words, n, i, state, rows + TAG_WORD_FEATURES);
}

void tag_advance(TagState *state, const WordInfo *word, uint8_t label)
{
    TagLabel l = TAG_LABEL[label];
    state->before = state->last;
    state->last = label;
    if (l.class == CLASS_SCONJ ||
        (l.class == CLASS_PUNCT && word->word.len == 1 && strchr(",;:-", word->word.data[0]))) {
        state->verb = 0;
        state->opener = l.class == CLASS_SCONJ ? word->lower : 0;
    } else if (l.class == CLASS_VERB || l.class == CLASS_AUX) {
        state->verb = (uint8_t)(label + 1);
    } else if (l.class == CLASS_PRON && !state->opener && !state->verb && state->before < TAG_LABELS &&
               TAG_LABEL[state->before].class == CLASS_PUNCT) {
        state->opener = word->lower;
    }
}

uint32_t tag_allowed(const WordInfo *w)
{
    /* sets of labels, by their places in TAG_LABEL */
    enum {
        ALL = (1 << TAG_LABELS) - 1,
        AUX = 31 << 15,
        VERB = 31 << 20,
        IND = 1 << 15 | 1 << 20,
        SUB = 1 << 16 | 1 << 21,
        PREFIX = 3 << 25
    };
    uint32_t ruled_out = w->readings & READING_PREFIX ? 0 : PREFIX;
    if (w->shape == SHAPE_PUNCT || w->shape == SHAPE_DIGITS || w->shape == SHAPE_ORDINAL)
        ruled_out |= AUX | VERB;
    if (w->readings && !(w->readings & (READING_AUX | READING_GUESS)))
        ruled_out |= AUX;
    if (w->readings & (READING_AUX | READING_VERB) && !(w->readings & READING_GUESS)) {
        if (!(w->readings & READING_SUB))
            ruled_out |= SUB;
        if (!(w->readings & READING_IND) || w->needs_i)
            ruled_out |= IND;
    }
    return ALL & ~ruled_out;
}

/* Marks that are nothing else than punctuation need no model. */
static inline bool is_plain_mark(const WordInfo *w)
{
    return w->shape == SHAPE_PUNCT && w->word.len == 1 && w->word.data[0] && strchr(".,:;!?()\"", w->word.data[0]);
}

/* The sum of a word's rows, all labels side by side. */
typedef struct LabelSum {
    WeightSum low, high;
} LabelSum;

static inline void add_rows(const Tagger *tagger, const uint32_t *rows, size_t n, LabelSum *sum)
{
    WeightSum low = sum->low, high = sum->high;
    for (size_t f = 0; f < n; f++) {
        weights_add(&low, tagger->rows[rows[f]]);
        weights_add(&high, tagger->rows[rows[f]] + WEIGHTS);
    }
    sum->low = low, sum->high = high;
}

/* The label of those allowed that has most, the first one of equals. */
static uint8_t best_label(const LabelSum *sum, uint32_t allowed)
{
    int16_t scores[TAG_WIDTH];
    weights_read(&sum->low, scores);
    weights_read(&sum->high, scores + WEIGHTS);
    int best = INT_MIN; /* score and label in one number: no branch that cannot be foretold */
    for (int l = 0; l < TAG_LABELS; l++) {
        int with_label = allowed >> l & 1 ? scores[l] * TAG_WIDTH + (TAG_WIDTH - 1 - l) : INT_MIN;
        best = with_label > best ? with_label : best;
    }
    return (uint8_t)(TAG_WIDTH - 1 - (best & (TAG_WIDTH - 1)));
}

/* Calls rows from memory. Always inlined: gcc drops calls of a function that does nothing else. */
static inline __attribute__((always_inline)) void call_rows(const Tagger *tagger, const uint32_t *rows, size_t n)
{
    for (size_t f = 0; f < n; f++)
        __builtin_prefetch(tagger->rows[rows[f]]);
}

/* Three words are in work at a time, so that no row is waited for: of word i the rows are called, of the one before they
 * are summed, and the one before that gets its label. */
void tagger_run(const Tagger *tagger, const WordInfo *words, size_t n, uint8_t *labels)
{
    enum { LABEL_FEATURES = TAG_FEATURES - TAG_WORD_FEATURES };
    TagState state = TAG_STATE_START;
    uint32_t rows[2][TAG_WORD_FEATURES], label_rows[LABEL_FEATURES];
    LabelSum sums[2];
    for (size_t i = 0; i < n + 2; i++) {
        const WordInfo *w = i >= 2 && !is_plain_mark(&words[i - 2]) ? &words[i - 2] : NULL;
        if (w) {
            label_features(words, n, i - 2, &state, label_rows);
            call_rows(tagger, label_rows, LABEL_FEATURES);
        }
        if (i < n && !is_plain_mark(&words[i])) {
            word_features(words, n, i, rows[i & 1]);
            call_rows(tagger, rows[i & 1], TAG_WORD_FEATURES);
        }
        if (i >= 1 && i <= n && !is_plain_mark(&words[i - 1])) {
            sums[(i - 1) & 1] = (LabelSum){0};
            add_rows(tagger, rows[(i - 1) & 1], TAG_WORD_FEATURES, &sums[(i - 1) & 1]);
        }
        if (w) {
            add_rows(tagger, label_rows, LABEL_FEATURES, &sums[i & 1]);
            labels[i - 2] = best_label(&sums[i & 1], tag_allowed(w));
        } else if (i >= 2) {
            labels[i - 2] = TAG_PUNCT;
        }
        if (i >= 2)
            tag_advance(&state, &words[i - 2], labels[i - 2]);
    }
}
