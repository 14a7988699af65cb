#include "name_field.h"

#include <math.h>
#include <stdlib.h>

enum { EPOCHS = 10, ORDERS = 3 };
/* AdaGrad's rate; how weights shrink; share of features left out at a time, so that no word's memory is leant on. */
static const float RATE = 0.006f, DECAY = 1e-4f, DROP = 0.4f;
/* What is added to starting a name of each kind, found on the folds: it evens precision and recall. */
static const float BONUS[NAME_KINDS] = {0.45f, 0.65f, 0.8f, 1.0f};

void weights_init(Weights *w, size_t n)
{
    *w = (Weights){.n = n,
                   .rows = mem_zero(n, sizeof *w->rows),
                   .row_squares = mem_zero(n, sizeof *w->rows),
                   .shared = mem_zero(n, sizeof *w->shared),
                   .shared_squares = mem_zero(n, sizeof *w->shared)};
}

void weights_release(Weights *w)
{
    free(w->rows);
    free(w->row_squares);
    free(w->shared);
    free(w->shared_squares);
}

/* Adds what labels share to each of them. */
static void share_out(const float *shared, float *labels)
{
    for (int l = 1; l < NAME_LABELS; l++)
        labels[l] += shared[0] + shared[1 + (l - 1) / 3] + shared[1 + NAME_KINDS + (l - 1) % 3];
}

/* The other way round: what the labels' gradients are for what they share. */
static void share_in(const float *labels, float *shared)
{
    for (int l = 1; l < NAME_LABELS; l++) {
        shared[0] += labels[l];
        shared[1 + (l - 1) / 3] += labels[l];
        shared[1 + NAME_KINDS + (l - 1) % 3] += labels[l];
    }
}

void field_decode(const Weights *w, const Sample *s, uint8_t *out)
{
    static float score[FIELD_LONGEST][NAME_ROW];
    static uint8_t from[FIELD_LONGEST][NAME_ROW];
    for (uint32_t i = 0; i < s->n; i++) {
        float emission[NAME_ROW] = {0};
        for (uint32_t k = 0; k < s->features[i].len; k++)
            for (int l = 0; l < NAME_LABELS; l++)
                emission[l] += w->rows[s->features[i].hashes[k]][l];
        for (int l = 0; l < NAME_LABELS; l++) {
            float best = -1e30f;
            from[i][l] = 0;
            for (int b = 0; b < NAME_LABELS; b++) {
                float before = i ? score[i - 1][b] : b ? -1e30f : 0;
                if (name_label_may_follow(b, l) && before + w->transitions[b][l] > best)
                    best = before + w->transitions[b][l], from[i][l] = (uint8_t)b;
            }
            score[i][l] = s->features[i].plain && l ? -1e30f : best + emission[l];
        }
    }
    int label = 0;
    for (int l = 1; s->n && l < NAME_LABELS; l++)
        if ((l - 1) % 3 != 0 && score[s->n - 1][l] > score[s->n - 1][label])
            label = l;
    for (uint32_t i = s->n; i-- > 0;) {
        out[i] = (uint8_t)label;
        label = from[i][label];
    }
}

/* One step along the gradient of one weight. */
static void ascend(float *weight, float *squares, float gradient)
{
    gradient -= DECAY * *weight;
    *squares += gradient * gradient;
    *weight += RATE * gradient / (sqrtf(*squares) + 1e-6f);
}

typedef struct Lattice {
    float psi[FIELD_LONGEST][NAME_ROW], alpha[FIELD_LONGEST][NAME_ROW], beta[FIELD_LONGEST][NAME_ROW];
    float transition[NAME_ROW][NAME_ROW];       /* exponentials; 0 where forbidden */
    float edges[NAME_ROW][NAME_ROW];            /* expected minus seen transitions */
    bool dropped[FIELD_LONGEST][NAME_FEATURES]; /* features left out this time */
} Lattice;

static void fill_lattice(const Weights *w, const Sample *s, Lattice *x, uint32_t *seed)
{
    for (int b = 0; b < NAME_LABELS; b++)
        for (int l = 0; l < NAME_LABELS; l++)
            x->transition[b][l] = name_label_may_follow(b, l) ? expf(w->transitions[b][l]) : 0;
    for (uint32_t i = 0; i < s->n; i++) {
        float emission[NAME_ROW] = {0}, shared[SHARED] = {0}, largest = -1e30f;
        for (uint32_t k = 0; k < s->features[i].len; k++) {
            *seed = *seed * 1664525u + 1013904223u;
            x->dropped[i][k] = (float)(*seed >> 8) < DROP * (float)(1 << 24);
            if (x->dropped[i][k])
                continue;
            for (int l = 0; l < NAME_LABELS; l++)
                emission[l] += w->rows[s->features[i].hashes[k]][l] / (1 - DROP);
            for (int l = 0; l < SHARED; l++)
                shared[l] += w->shared[s->features[i].hashes[k]][l] / (1 - DROP);
        }
        share_out(shared, emission);
        for (int l = 0; l < NAME_LABELS; l++)
            largest = emission[l] > largest ? emission[l] : largest;
        for (int l = 0; l < NAME_LABELS; l++)
            x->psi[i][l] = s->features[i].plain && l ? 0 : expf(emission[l] - largest);
    }
}

/* Forward and backward, each position scaled to sum 1. */
static void run_lattice(const Sample *s, Lattice *x)
{
    uint32_t n = s->n;
    for (uint32_t i = 0; i < n; i++) {
        float sum = 0;
        for (int l = 0; l < NAME_LABELS; l++) {
            float in = i ? 0 : x->transition[0][l];
            for (int b = 0; i && b < NAME_LABELS; b++)
                in += x->alpha[i - 1][b] * x->transition[b][l];
            sum += x->alpha[i][l] = in * x->psi[i][l];
        }
        for (int l = 0; l < NAME_LABELS; l++)
            x->alpha[i][l] /= sum > 0 ? sum : 1;
    }
    for (uint32_t i = n; i-- > 0;) {
        float sum = 0;
        for (int b = 0; b < NAME_LABELS; b++) {
            float out = i + 1 < n ? 0 : (b && (b - 1) % 3 == 0 ? 0 : 1); /* nothing may end in a begin */
            for (int l = 0; i + 1 < n && l < NAME_LABELS; l++)
                out += x->transition[b][l] * x->psi[i + 1][l] * x->beta[i + 1][l];
            sum += x->beta[i][b] = out;
        }
        for (int b = 0; b < NAME_LABELS; b++)
            x->beta[i][b] /= sum > 0 ? sum : 1;
    }
}

static void learn_feature(Weights *w, uint32_t feature, const float *gradients, const float *shared)
{
    for (int l = 0; l < NAME_LABELS; l++)
        ascend(&w->rows[feature][l], &w->row_squares[feature][l], gradients[l]);
    for (int l = 0; l < SHARED; l++)
        ascend(&w->shared[feature][l], &w->shared_squares[feature][l], shared[l]);
}

static void learn_sample(Weights *w, const Sample *s, Lattice *x, uint32_t *seed)
{
    fill_lattice(w, s, x, seed);
    run_lattice(s, x);
    memset(x->edges, 0, sizeof x->edges);
    for (uint32_t i = 0; i < s->n; i++) {
        float share[NAME_ROW], shared[SHARED] = {0}, sum = 0, pairs = 0;
        for (int l = 0; l < NAME_LABELS; l++)
            sum += share[l] = x->alpha[i][l] * x->beta[i][l];
        for (int b = 0; b < NAME_LABELS; b++)
            for (int l = 0; l < NAME_LABELS; l++)
                pairs += (i ? x->alpha[i - 1][b] : b == 0) * x->transition[b][l] * x->psi[i][l] * x->beta[i][l];
        for (int b = 0; pairs > 0 && b < NAME_LABELS; b++)
            for (int l = 0; l < NAME_LABELS; l++)
                x->edges[b][l] -=
                    (i ? x->alpha[i - 1][b] : b == 0) * x->transition[b][l] * x->psi[i][l] * x->beta[i][l] / pairs;
        x->edges[i ? s->labels[i - 1] : 0][s->labels[i]] += 1;
        if (s->features[i].plain || sum <= 0)
            continue;
        for (int l = 0; l < NAME_LABELS; l++)
            share[l] = (s->labels[i] == l) - share[l] / sum;
        share_in(share, shared);
        for (uint32_t k = 0; k < s->features[i].len; k++)
            if (!x->dropped[i][k])
                learn_feature(w, s->features[i].hashes[k], share, shared);
    }
    for (int b = 0; b < NAME_LABELS; b++)
        for (int l = 0; l < NAME_LABELS; l++)
            if (x->edges[b][l] != 0)
                ascend(&w->transitions[b][l], &w->transition_squares[b][l], x->edges[b][l]);
}

float weights_largest(const float *row)
{
    float largest = 0;
    for (int l = 0; l < NAME_LABELS; l++)
        largest = row[l] > largest ? row[l] : -row[l] > largest ? -row[l] : largest;
    return largest;
}

/* The smallest magnitude at which the rows kept have their room. */
static float threshold(const Weights *w, size_t room)
{
    float low = 0, high = 1e4f;
    for (int round = 0; round < 60; round++) {
        float middle = (low + high) / 2;
        size_t kept = 0;
        for (size_t r = 0; r < w->n; r++)
            kept += weights_largest(w->rows[r]) > middle;
        if (kept > room)
            low = middle;
        else
            high = middle;
    }
    return high;
}

/* Forgets the features of little weight that have no room in the table, so that what is scored is what is written. */
static void prune(Weights *w)
{
    float least = threshold(w, NAME_ROWS / 2);
    for (size_t r = 0; r < w->n; r++)
        if (weights_largest(w->rows[r]) <= least)
            memset(w->rows[r], 0, sizeof w->rows[r]);
}

static void train_once(Weights *w, const Samples *samples, size_t skip_begin, size_t skip_end, uint32_t seed)
{
    uint32_t *order = mem_alloc(samples->len * sizeof *order);
    Lattice *lattice = mem_zero(1, sizeof *lattice);
    for (uint32_t i = 0; i < samples->len; i++)
        order[i] = i;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        for (size_t i = samples->len; i-- > 1;) {
            seed = seed * 1664525u + 1013904223u;
            uint32_t k = (uint32_t)(((uint64_t)seed * (i + 1)) >> 32), swap = order[i];
            order[i] = order[k], order[k] = swap;
        }
        for (size_t i = 0; i < samples->len; i++)
            if (order[i] < skip_begin || order[i] >= skip_end)
                learn_sample(w, &samples->data[order[i]], lattice, &seed);
    }
    free(order);
    free(lattice);
}

void field_train(Weights *w, const Samples *samples, size_t skip_begin, size_t skip_end)
{
    for (uint32_t order = 1; order <= ORDERS; order++) {
        Weights once;
        weights_init(&once, w->n);
        train_once(&once, samples, skip_begin, skip_end, order);
        for (size_t r = 0; r < w->n; r++) {
            share_out(once.shared[r], once.rows[r]);
            for (int l = 0; l < NAME_LABELS; l++)
                w->rows[r][l] += once.rows[r][l] / ORDERS;
        }
        for (int b = 0; b < NAME_LABELS; b++)
            for (int l = 0; l < NAME_LABELS; l++)
                w->transitions[b][l] += once.transitions[b][l] / ORDERS;
        weights_release(&once);
    }
    for (int b = 0; b < NAME_LABELS; b++)
        for (int l = 1; l < NAME_LABELS; l++)
            w->transitions[b][l] += (l - 1) % 3 != 1 ? BONUS[(l - 1) / 3] : 0;
    prune(w);
}
