#include "language/namemodel.h"

#include "base/vec.h"
#include "language/mapped.h"
#include "language/namefeatures.h"
#include "language/numbers.h"
#include "language/weights.h"

enum { NEVER = -(1 << 28) };

struct NameModel {
    const NameFile *file;
    /* What each label loses by the one before it, NEVER where it may not follow: by one that leaves no name open, and
     * by the begin of its own name, which is the label one below. */
    int32_t closed[NAME_LABELS][NAME_ROW], opened[NAME_ROW];
    NameLists lists;
    const int8_t *rows;
    Mapped mapped; /* nothing when the memory is borrowed */
};

enum {
    LETTER_BYTES = NAME_LETTER_ROWS * LETTER_KINDS,
    SLOTS = NAME_LIST_SLOTS + NAME_NEWS_SLOTS + NAME_HEAD_SLOTS,
    FILE_BYTES = sizeof(NameFile) + SLOTS * sizeof(uint32_t) + LETTER_BYTES + NAME_ROWS * NAME_ROW
};

bool name_label_may_follow(int before, int label)
{
    int part_before = before ? (before - 1) % 3 : -1,
        part = label ? (label - 1) % 3 : -1; /* 0 begin, 1 inside, 2 single */
    bool inside = part == 1, open = part_before == 0;
    if (inside)
        return (part_before == 0 || part_before == 1) && (before - 1) / 3 == (label - 1) / 3;
    return !open; /* a begin must be followed by an inside */
}

static void load_transitions(NameModel *m)
{
    for (int label = 0; label < NAME_ROW; label++) {
        bool inside = label && label < NAME_LABELS && (label - 1) % 3 == 1;
        m->opened[label] = inside ? m->file->transitions[label - 1][label] : NEVER;
        for (int before = 0; before < NAME_LABELS; before++) {
            bool open = before && (before - 1) % 3 == 0;
            bool may = label < NAME_LABELS && !open && name_label_may_follow(before, label);
            m->closed[before][label] = may ? m->file->transitions[before][label] : NEVER;
        }
    }
}

NameModel *name_model_of_memory(const void *bytes, size_t len)
{
    const NameFile *file = bytes;
    if (len != FILE_BYTES || memcmp(file->magic, NAME_MAGIC, 8) != 0 || file->row_bits != NAME_ROW_BITS)
        return NULL;
    NameModel *m = mem_zero(1, sizeof *m);
    m->file = file;
    m->lists.slots = (const uint32_t *)(file + 1);
    m->lists.news = m->lists.slots + NAME_LIST_SLOTS;
    m->lists.heads = m->lists.news + NAME_NEWS_SLOTS;
    const int8_t *letters = (const int8_t *)(m->lists.heads + NAME_HEAD_SLOTS);
    m->lists.letters = (const int8_t(*)[LETTER_KINDS])letters;
    m->rows = letters + LETTER_BYTES;
    load_transitions(m);
    return m;
}

Status name_model_open(NameModel **out, const char *path, Error *err)
{
    Mapped mapped;
    *out = NULL;
    Status status = mapped_open(&mapped, path, err);
    if (status != LAGEBILD_OK)
        return status;
    *out = name_model_of_memory(mapped.data, mapped.len);
    if (!*out) {
        mapped_close(&mapped);
        return error_set(err, LAGEBILD_ERR_FORMAT, path, ERROR_NO_OFFSET, "not a model of names of this version");
    }
    (*out)->mapped = mapped;
    return LAGEBILD_OK;
}

void name_model_close(NameModel *model)
{
    if (!model)
        return;
    mapped_close(&model->mapped);
    vec_free(model);
}

uint8_t name_model_lists(const NameModel *model, Str word)
{
    char buffer[64];
    Str lower = str_make(buffer, number_lower(word, buffer, sizeof buffer));
    return model && lower.len ? name_lists_flags(&model->lists, lower) : 0;
}

/* ---- rows ---- */

enum { LINE_ROWS = 64 / NAME_ROW, PRINT_BITS = 24 };

/* A feature's first place is the upper bits of its hash; its fingerprint is the lower ones. */
static size_t home_of(uint32_t hash) { return hash >> (32 - NAME_ROW_BITS); }

/* The place to look at after so many others: all rows of a line first, then those of the next. */
static size_t place_after(uint32_t hash, uint32_t tries)
{
    size_t home = home_of(hash), line = home / LINE_ROWS + tries / LINE_ROWS;
    return (line * LINE_ROWS + (home + tries) % LINE_ROWS) & (NAME_ROWS - 1);
}

/* The fingerprint of a row, 0 for a free one, and that of a feature. */
static uint32_t print_in(const int8_t *row)
{
    uint32_t last; /* the last label's weight, then the fingerprint */
    memcpy(&last, row + NAME_LABELS - 1, sizeof last);
    return last >> (32 - PRINT_BITS);
}
static uint32_t print_of(uint32_t hash) { return hash & ((1u << PRINT_BITS) - 1); }

bool name_row_put(int8_t *rows, uint32_t hash, const int8_t *weights)
{
    for (uint32_t tries = 0; tries < NAME_ROWS; tries++) {
        int8_t *row = rows + place_after(hash, tries) * NAME_ROW;
        if (print_in(row))
            continue;
        memcpy(row, weights, NAME_LABELS);
        for (int b = 0; b < PRINT_BITS / 8; b++)
            row[NAME_LABELS + b] = (int8_t)(uint8_t)(hash >> (8 * b));
        return true;
    }
    return false;
}

/* The row of a feature whose first place is another's, NULL when it has none. */
static const int8_t *row_elsewhere(const int8_t *rows, uint32_t hash)
{
    enum { MOST_TRIES = 64 };
    for (uint32_t tries = 1; tries < MOST_TRIES; tries++) {
        const int8_t *row = rows + place_after(hash, tries) * NAME_ROW;
        if (print_in(row) == print_of(hash))
            return row;
        if (!print_in(row))
            return NULL;
    }
    return NULL;
}

/* Calls a feature's row from memory. */
static inline __attribute__((always_inline)) void call_row(const NameModel *m, uint32_t hash)
{
    __builtin_prefetch(m->rows + home_of(hash) * NAME_ROW);
}

/* Sums the rows of the features that have one to the score of each label; what is beyond the labels means nothing.
 * Calls the rows of the next token's features by the way: all at once they would have to wait for each other. */
static void emit(const NameModel *m, const NameFeatures *f, const NameFeatures *next, int16_t score[NAME_ROW])
{
    WeightSum sum = {0};
    for (uint32_t k = 0; k < f->len; k++) {
        if (k < next->len)
            call_row(m, next->hashes[k]);
        const int8_t *row = m->rows + home_of(f->hashes[k]) * NAME_ROW;
        uint32_t print = print_in(row);
        if (print && print != print_of(f->hashes[k]))
            row = row_elsewhere(m->rows, f->hashes[k]);
        if (print && row)
            weights_add(&sum, row);
    }
    weights_read(&sum, score);
}

/* ---- decoding ---- */

/* Scores of the labels of one token, from [1] on: [0] is room for a label below the first. */
typedef struct Step {
    int32_t score[1 + NAME_ROW];
} Step;

/* One position of the Viterbi search. A token that is outside whatever stands there ("plain") has a score for that
 * only.
 */
static void step(const NameModel *m, const Step *before, bool plain_before, const NameFeatures *f,
                 const NameFeatures *next, Step *out)
{
    int32_t best[NAME_ROW];
    int16_t emission[NAME_ROW];
    emit(m, f, next, emission);
    for (int label = 0; label < NAME_ROW; label++)
        best[label] = before->score[1] + m->closed[0][label];
    for (int b = 2; !plain_before && b < NAME_LABELS; b++)
        for (int label = 0; (b - 1) % 3 != 0 && label < NAME_ROW; label++) {
            int32_t score = before->score[1 + b] + m->closed[b][label];
            best[label] = score > best[label] ? score : best[label];
        }
    for (int label = 0; !plain_before && label < NAME_ROW; label++) {
        int32_t score = before->score[label] + m->opened[label];
        best[label] = score > best[label] ? score : best[label];
    }
    for (int label = 0; label < NAME_ROW; label++)
        out->score[1 + label] = best[label] + emission[label];
}

/* The label before `label` on the best way to it. */
static int label_before(const NameModel *m, const Step *before, bool plain_before, int label)
{
    int best = 0;
    if (plain_before)
        return 0;
    if (label && (label - 1) % 3 == 1) {
        int begin = before->score[label] + m->opened[label],
            inside = before->score[1 + label] + m->closed[label][label];
        return begin > inside ? label - 1 : label;
    }
    for (int b = 1; b < NAME_LABELS; b++)
        if (before->score[1 + b] + m->closed[b][label] > before->score[1 + best] + m->closed[best][label])
            best = b;
    return best;
}

static void step_plain(const NameModel *m, const Step *before, bool plain_before, Step *out)
{
    int from = label_before(m, before, plain_before, 0);
    out->score[1] = before->score[1 + from] + m->closed[from][0];
}

/* The labels of the best way through all n steps. */
static void read_labels(const NameModel *m, const Step *steps, const bool *plain, size_t n, uint8_t *labels)
{
    int label = 0;
    for (int l = 1; n && !plain[n - 1] && l < NAME_LABELS; l++)
        if ((l - 1) % 3 != 0 && steps[n].score[1 + l] > steps[n].score[1 + label])
            label = l;
    for (size_t i = n; i-- > 0;) {
        labels[i] = (uint8_t)label;
        label = label_before(m, &steps[i], i == 0 || plain[i - 1], label);
    }
}

size_t name_model_tag(const NameModel *m, Str text, const Token *tokens, size_t n, Arena *scratch, NameTag *out)
{
    bool *plain = ARENA_NEW(scratch, bool, n);
    const NameWord *words = name_words(&m->lists, text, tokens, n, scratch, plain);
    Step *steps = ARENA_NEW(scratch, Step, n + 1);
    uint8_t *labels = ARENA_NEW(scratch, uint8_t, n + 1);
    NameFeatures features[2]; /* of this token and the next: by the time they are summed their rows have come */
    for (size_t i = 0; i <= n; i++) {
        NameFeatures *next = &features[i & 1];
        bool has_own = i > 0 && !plain[i - 1];
        next->len = 0;
        if (i < n && !plain[i])
            name_features_at(words + i + 2, next);
        for (uint32_t k = 0; !has_own && k < next->len; k++)
            call_row(m, next->hashes[k]);
        if (i == 0)
            continue;
        bool plain_before = i == 1 || plain[i - 2];
        if (has_own)
            step(m, &steps[i - 1], plain_before, &features[(i - 1) & 1], next, &steps[i]);
        else
            step_plain(m, &steps[i - 1], plain_before, &steps[i]);
    }
    read_labels(m, steps, plain, n, labels);
    size_t found = 0;
    for (size_t i = 0; i < n; i++) {
        if (!labels[i])
            continue;
        NameTag tag = {(uint32_t)i, (uint32_t)i + 1, (NameKind)((labels[i] - 1) / 3)};
        while ((labels[i] - 1) % 3 == 0 && tag.end < n && labels[tag.end] == labels[i] + 1)
            tag.end++;
        out[found++] = tag;
        i = tag.end - 1;
    }
    return found;
}
