#include "language/tagger.h"

const TagLabel TAG_LABEL[TAG_LABELS] = {
    {CLASS_X, FORM_NONE},     {CLASS_ADJ, FORM_NONE},  {CLASS_ADP, FORM_NONE},   {CLASS_ADV, FORM_NONE},   {CLASS_CCONJ, FORM_NONE},
    {CLASS_DET, FORM_NONE},   {CLASS_INTJ, FORM_NONE}, {CLASS_NOUN, FORM_NONE},  {CLASS_NUM, FORM_NONE},   {CLASS_PART, FORM_NONE},
    {CLASS_PRON, FORM_NONE},  {CLASS_PROPN, FORM_NONE}, {CLASS_PUNCT, FORM_NONE}, {CLASS_SCONJ, FORM_NONE}, {CLASS_SYM, FORM_NONE},
    {CLASS_AUX, FORM_IND},    {CLASS_AUX, FORM_SUB},   {CLASS_AUX, FORM_IMP},    {CLASS_AUX, FORM_INF},    {CLASS_AUX, FORM_PART},
    {CLASS_VERB, FORM_IND},   {CLASS_VERB, FORM_SUB},  {CLASS_VERB, FORM_IMP},   {CLASS_VERB, FORM_INF},   {CLASS_VERB, FORM_PART},
    {CLASS_ADP, FORM_PREFIX}, {CLASS_ADV, FORM_PREFIX},
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
    if (memcmp(h.magic, TAGGER_MAGIC, 8) == 0 && h.labels == TAG_LABELS && h.width == TAG_WIDTH && h.rows == TAGGER_ROWS)
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
    uint32_t keep = READING_ADJ | READING_ADP | READING_ADV | READING_CCONJ | READING_DET | READING_NOUN | READING_NUM | READING_PART | READING_PRON |
                    READING_PROPN | READING_SCONJ | READING_AUX | READING_VERB | READING_IND | READING_INF | READING_PART2;
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

size_t tag_features(const WordInfo *words, size_t n, size_t i, const TagState *state, uint32_t rows[TAG_FEATURES])
{
    static const WordInfo EDGE = {.shape = 31, .lower = 1};
    const WordInfo *w = &words[i], *left = i ? w - 1 : &EDGE, *left2 = i > 1 ? w - 2 : &EDGE;
    const WordInfo *right = i + 1 < n ? w + 1 : &EDGE, *right2 = i + 2 < n ? w + 2 : &EDGE;
    uint32_t shape = (uint32_t)w->shape | (uint32_t)w->first << 5 | (uint32_t)w->hyphen << 6 | (uint32_t)w->needs_i << 7, mask = w->readings * 31 + shape;
    uint32_t c = coarse(w), cl = coarse(left), cr = coarse(right), cr2 = coarse(right2);
    uint32_t t1 = state->last, t2 = (uint32_t)state->before << 8 | t1;
    size_t k = 0;
#define FEATURE(value) (rows[k] = row_of((uint32_t)k + 1, (value)), k++)
    FEATURE(0);
    FEATURE(w->lower);
    FEATURE(w->suffix[0]);
    FEATURE(w->suffix[1]);
    FEATURE(w->suffix[2]);
    FEATURE(w->prefix);
    FEATURE(shape);
    FEATURE(w->readings);
    FEATURE(mask);
    FEATURE(pair(w->suffix[1], shape));
    FEATURE(left->lower);
    FEATURE(right->lower);
    FEATURE(left2->lower);
    FEATURE(right2->lower);
    FEATURE(cl);
    FEATURE(pair(c, cr));
    FEATURE(pair(cl ^ (cr << 5), mask));
    FEATURE(pair(cr, cr2 ^ c * 31));
    FEATURE(pair(right->lower, mask));
    FEATURE(pair(left->lower, w->lower));
    FEATURE(pair(w->lower, right->lower));
    FEATURE(t2);
    FEATURE(pair(t1, w->lower));
    FEATURE(pair(t1, mask));
    FEATURE(pair(t2, mask));
    FEATURE(pair(t1, cr ^ mask * 31));
    FEATURE(pair(state->verb, mask));
    FEATURE(pair(state->opener, mask));
    FEATURE(pair(state->opener, w->lower));
    uint32_t end = clause_end(words, n, i);
    FEATURE(pair(end, w->lower));
    FEATURE(pair(end, mask ^ state->verb));
    FEATURE(pair(coarse(left2), cl ^ c * 31));
    FEATURE(pair(left->suffix[0], w->suffix[1]));
    FEATURE(pair(right->suffix[0], w->suffix[1]));
#undef FEATURE
    return k;
}

void tag_advance(TagState *state, const WordInfo *word, uint8_t label)
{
    TagLabel l = TAG_LABEL[label];
    state->before = state->last;
    state->last = label;
    if (l.class == CLASS_SCONJ || (l.class == CLASS_PUNCT && word->word.len == 1 && strchr(",;:-", word->word.data[0]))) {
        state->verb = 0;
        state->opener = l.class == CLASS_SCONJ ? word->lower : 0;
    } else if (l.class == CLASS_VERB || l.class == CLASS_AUX) {
        state->verb = (uint8_t)(label + 1);
    } else if (l.class == CLASS_PRON && !state->opener && !state->verb && state->before < TAG_LABELS && TAG_LABEL[state->before].class == CLASS_PUNCT) {
        state->opener = word->lower;
    }
}

uint32_t tag_allowed(const WordInfo *w)
{
    /* sets of labels, by their places in TAG_LABEL */
    enum { ALL = (1 << TAG_LABELS) - 1, AUX = 31 << 15, VERB = 31 << 20, IND = 1 << 15 | 1 << 20, SUB = 1 << 16 | 1 << 21, PREFIX = 3 << 25 };
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
static bool is_plain_mark(const WordInfo *w)
{
    return w->shape == SHAPE_PUNCT && w->word.len == 1 && w->word.data[0] && strchr(".,:;!?()\"", w->word.data[0]);
}

static void add_row(int16_t scores[TAG_WIDTH], const int8_t row[TAG_WIDTH])
{
    for (int l = 0; l < TAG_WIDTH; l++)
        scores[l] = (int16_t)(scores[l] + row[l]);
}

void tagger_run(const Tagger *tagger, const WordInfo *words, size_t n, uint8_t *labels)
{
    TagState state = TAG_STATE_START;
    for (size_t i = 0; i < n; i++) {
        if (is_plain_mark(&words[i])) {
            tag_advance(&state, &words[i], labels[i] = TAG_PUNCT);
            continue;
        }
        uint32_t rows[TAG_FEATURES];
        size_t k = tag_features(words, n, i, &state, rows);
        for (size_t f = 0; f < k; f++)
            __builtin_prefetch(tagger->rows[rows[f]]);
        int16_t scores[TAG_WIDTH] = {0};
        for (size_t f = 0; f < k; f++)
            add_row(scores, tagger->rows[rows[f]]);
        uint32_t allowed = tag_allowed(&words[i]);
        int best = -1;
        for (int l = 0; l < TAG_LABELS; l++)
            if (allowed >> l & 1 && (best < 0 || scores[l] > scores[best]))
                best = l;
        labels[i] = (uint8_t)best;
        tag_advance(&state, &words[i], labels[i]);
    }
}
