/* name_field.h: the conditional random field (Lafferty, McCallum and Pereira 2001) that models/german.names is learned
 * with.
 *
 *     samples ── field_train ──▶ Weights of numbered features ── field_decode ──▶ labels
 *
 * For train_names only. */
#ifndef MODELS_TOOLS_NAME_FIELD_H
#define MODELS_TOOLS_NAME_FIELD_H

#include "base/vec.h"
#include "language/namemodel.h"

enum { FIELD_LONGEST = 1024 }; /* tokens of a sample, at most */

/* A sentence. `features` hold numbers of features below Weights.n; labels are those of namemodel.h. */
typedef struct Sample {
    uint32_t n;
    uint8_t *gold, *labels; /* labels: gold without what the tagger cannot say */
    NameFeatures *features;
    bool scored; /* of those that cross-validation is counted on */
} Sample;
typedef VEC(Sample) Samples;

/* What labels have in common is learned as weights of its own, and added to each label's in the end: one for any name,
 * one for each kind, one each for begin, inside and single. A surname seen alone then says something of one behind a
 * given name as well. */
enum { SHARED = 1 + NAME_KINDS + 3 };

/* Weights and, for AdaGrad (Duchi et al. 2011), the sums of their squared gradients. */
typedef struct Weights {
    size_t n;
    float (*rows)[NAME_ROW], (*row_squares)[NAME_ROW];
    float (*shared)[SHARED], (*shared_squares)[SHARED];
    float transitions[NAME_ROW][NAME_ROW], transition_squares[NAME_ROW][NAME_ROW];
} Weights;

/* Zero weights of n features; the caller releases them. */
void weights_init(Weights *w, size_t n);
void weights_release(Weights *w);
/* The largest magnitude in a row of weights. */
float weights_largest(const float *row);

/* Learns w (zeroed) from all samples but those from skip_begin to skip_end. It is the mean over a few orders of the
 * samples, which is steadier than any one of them. Features of little weight that have no room in the file's table are
 * zero afterwards, so that what is scored is what is written. */
void field_train(Weights *w, const Samples *samples, size_t skip_begin, size_t skip_end);
/* The likeliest labels of a sample, written to out[s->n]. */
void field_decode(const Weights *w, const Sample *s, uint8_t *out);

#endif
