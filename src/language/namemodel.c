#include "language/namemodel.h"

#include "base/vec.h"
#include "language/mapped.h"
#include "language/namefeatures.h"
#include "language/numbers.h"

struct NameModel {
    const NameFile *file;
    NameLists lists;
    const int8_t *weights;
    const uint64_t *seen;
    Mapped mapped; /* nothing when the memory is borrowed */
};

enum {
    LETTER_BYTES = NAME_LETTER_ROWS * LETTER_KINDS,
    FILE_BYTES = sizeof(NameFile) + (NAME_LIST_SLOTS + NAME_HEAD_SLOTS) * sizeof(uint32_t) + LETTER_BYTES +
                 NAME_ROWS * NAME_ROW + NAME_SEEN_WORDS * sizeof(uint64_t)
};

NameModel *name_model_of_memory(const void *bytes, size_t len)
{
    const NameFile *file = bytes;
    if (len != FILE_BYTES || memcmp(file->magic, NAME_MAGIC, 8) != 0 || file->row_bits != NAME_ROW_BITS)
        return NULL;
    NameModel *m = mem_zero(1, sizeof *m);
    m->file = file;
    m->lists.slots = (const uint32_t *)(file + 1);
    m->lists.heads = m->lists.slots + NAME_LIST_SLOTS;
    const int8_t *letters = (const int8_t *)(m->lists.heads + NAME_HEAD_SLOTS);
    m->lists.letters = (const int8_t(*)[LETTER_KINDS])letters;
    m->weights = letters + LETTER_BYTES;
    m->seen = (const uint64_t *)(const void *)(m->weights + (size_t)NAME_ROWS * NAME_ROW);
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

/* ---- decoding ---- */

bool name_label_may_follow(int before, int label)
{
    int part_before = before ? (before - 1) % 3 : -1,
        part = label ? (label - 1) % 3 : -1; /* 0 begin, 1 inside, 2 single */
    bool inside = part == 1, open = part_before == 0;
    if (inside)
        return (part_before == 0 || part_before == 1) && (before - 1) / 3 == (label - 1) / 3;
    return !open; /* a begin must be followed by an inside */
}

typedef struct Step {
    int score[NAME_ROW];
    uint8_t from[NAME_ROW];
} Step;

static bool row_is(const int8_t *row, uint32_t hash)
{
    uint32_t last; /* the last label's weight, then the fingerprint */
    memcpy(&last, row + NAME_LABELS - 1, sizeof last);
    return last >> 8 == hash >> 8;
}

static bool is_seen(const uint64_t *seen, uint32_t hash)
{
    uint32_t bit = hash >> (32 - NAME_SEEN_BITS);
    return seen[bit >> 6] >> (bit & 63) & 1;
}

bool name_row_put(int8_t *rows, uint64_t *seen, uint32_t hash, const int8_t *weights)
{
    uint32_t bit = hash >> (32 - NAME_SEEN_BITS);
    seen[bit >> 6] |= (uint64_t)1 << (bit & 63);
    for (uint32_t i = hash & (NAME_ROWS - 1), tries = 0; tries < NAME_ROWS; i = (i + 1) & (NAME_ROWS - 1), tries++) {
        int8_t *row = rows + (size_t)i * NAME_ROW;
        if (!row_is(row, 0))
            continue;
        memcpy(row, weights, NAME_LABELS);
        for (int b = 0; b < 3; b++)
            row[NAME_LABELS + b] = (int8_t)(uint8_t)(hash >> (8 + 8 * b));
        return true;
    }
    return false;
}

typedef int8_t Row8 __attribute__((vector_size(NAME_ROW)));
typedef int16_t Row16 __attribute__((vector_size(2 * NAME_ROW)));

/* Features of a token that may have a row; their rows are on the way from memory. */
typedef struct Pending {
    uint32_t hashes[NAME_FEATURES], n;
} Pending;

static void fetch(const NameModel *m, const NameFeatures *f, Pending *p)
{
    p->n = 0;
    for (uint32_t k = 0; k < f->len; k++)
        if (is_seen(m->seen, f->hashes[k])) {
            __builtin_prefetch(m->weights + (size_t)(f->hashes[k] & (NAME_ROWS - 1)) * NAME_ROW);
            p->hashes[p->n++] = f->hashes[k];
        }
}

/* Sums the rows of the features that have one. */
static void emit(const NameModel *m, const Pending *p, int *score)
{
    Row16 sum = {0};
    for (uint32_t k = 0; k < p->n; k++)
        for (uint32_t i = p->hashes[k] & (NAME_ROWS - 1), tries = 0; tries < 64;
             i = (i + 1) & (NAME_ROWS - 1), tries++) {
            const int8_t *row = m->weights + (size_t)i * NAME_ROW;
            if (row_is(row, p->hashes[k])) {
                Row8 bytes;
                memcpy(&bytes, row, sizeof bytes);
                sum += __builtin_convertvector(bytes, Row16);
                break;
            }
            if (row_is(row, 0))
                break;
        }
    for (int l = 0; l < NAME_LABELS; l++)
        score[l] = sum[l];
}

enum { NEVER = -(1 << 28) };

/* The best label before `label` among those that leave no name open: outside, inside, single. */
static int best_closed(const NameModel *m, const Step *before, bool plain_before, int label, int *from)
{
    int best = before->score[0] + m->file->transitions[0][label];
    *from = 0;
    for (int kind = 0; !plain_before && kind < NAME_KINDS; kind++)
        for (int b = 2 + 3 * kind; b <= 3 + 3 * kind; b++) {
            int score = before->score[b] + m->file->transitions[b][label];
            if (score > best)
                best = score, *from = b;
        }
    return best;
}

/* A position that is outside whatever stands there. */
static void step_plain(const NameModel *m, const Step *before, bool plain_before, Step *out)
{
    int from;
    out->score[0] = best_closed(m, before, plain_before, 0, &from);
    out->from[0] = (uint8_t)from;
    for (int label = 1; label < NAME_ROW; label++)
        out->score[label] = NEVER;
}

/* One position of the Viterbi search; the transitions are those of name_label_may_follow. */
static void step(const NameModel *m, const Step *before, bool plain_before, const int *emission, Step *out)
{
    for (int label = 0; label < NAME_LABELS; label++) {
        int best = NEVER, from = 0, kind = (label - 1) / 3;
        if (label && (label - 1) % 3 == 1) {
            int begin = before->score[1 + 3 * kind] + m->file->transitions[1 + 3 * kind][label];
            int inside = before->score[label] + m->file->transitions[label][label];
            best = begin > inside ? begin : inside;
            from = begin > inside ? 1 + 3 * kind : label;
        } else {
            best = best_closed(m, before, plain_before, label, &from);
        }
        out->score[label] = best < NEVER ? NEVER : best + emission[label];
        out->from[label] = (uint8_t)from;
    }
}

size_t name_model_tag(const NameModel *m, Str text, const Token *tokens, size_t n, Arena *scratch, NameTag *out)
{
    bool *plain = ARENA_NEW(scratch, bool, n);
    const NameWord *words = name_words(&m->lists, text, tokens, n, scratch, plain);
    Step *steps = ARENA_NEW(scratch, Step, n + 1);
    uint8_t *labels = ARENA_NEW(scratch, uint8_t, n + 1);
    for (int l = 1; l < NAME_LABELS; l++)
        steps[0].score[l] = NEVER;
    Pending pending[2] = {{.n = 0}, {.n = 0}};
    for (size_t i = 0; i <= n; i++) { /* each token is summed one turn late, when its rows have come */
        if (i < n && !plain[i]) {
            NameFeatures f;
            name_features_at(words + i + 2, &f);
            fetch(m, &f, &pending[i & 1]);
        }
        if (i == 0)
            continue;
        size_t at = i - 1;
        bool plain_before = at == 0 || plain[at - 1];
        if (plain[at]) {
            step_plain(m, &steps[at], plain_before, &steps[i]);
            continue;
        }
        int emission[NAME_ROW] = {0};
        emit(m, &pending[at & 1], emission);
        step(m, &steps[at], plain_before, emission, &steps[i]);
    }
    int label = 0;
    for (int l = 1; l < NAME_LABELS; l++)
        if ((l - 1) % 3 != 0 && steps[n].score[l] > steps[n].score[label])
            label = l;
    for (size_t i = n; i-- > 0;) {
        labels[i] = (uint8_t)label;
        label = steps[i + 1].from[label];
    }
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
