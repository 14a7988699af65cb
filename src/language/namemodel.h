/* namemodel.h: which words of a sentence are names, and of what: a linear model over labels in sequence.
 *
 *     words ── features (hashed) ──▶ scores of 13 labels ── Viterbi ──▶ [first, end) PER | LOC | ORG | OTH
 *
 * Weights are learned by models/tools/train_names.c with a conditional random field; features are
 * looked up by their hash. The same file holds lists of given names, surnames and places as
 * flags; see models/README.md for the origin of all of it. */
#ifndef LANGUAGE_NAMEMODEL_H
#define LANGUAGE_NAMEMODEL_H

#include "language/analysis.h"
#include "language/namelists.h"

typedef enum NameKind { NAME_PER, NAME_LOC, NAME_ORG, NAME_OTH, NAME_KINDS } NameKind;
/* Labels: 0 outside; for each kind 1 + 3k begin of several words, 2 + 3k inside, 3 + 3k a name of one word. */
enum { NAME_LABELS = 1 + 3 * NAME_KINDS, NAME_ROW = 16, NAME_FEATURES = 95 };

typedef struct NameModel NameModel;
/* Maps `path`. Errors: ERR_IO, ERR_FORMAT. */
Status name_model_open(NameModel **out, const char *path, Error *err);
void name_model_close(NameModel *model);

/* LIST_ flags of a word (a genitive's -s aside), 0 when it is in no list. */
uint8_t name_model_lists(const NameModel *model, Str word);

typedef struct NameTag {
    uint32_t first, end; /* tokens, half-open */
    NameKind kind;
} NameTag;

/* Names among the n tagged tokens of one sentence, in order, not overlapping: at most n, written to out[n] (the
 * caller's). Returns how many. `arena` is scratch. */
size_t name_model_tag(const NameModel *model, Str text, const Token *tokens, size_t n, Arena *scratch, NameTag *out);

/* ---- for the trainer ---- */

typedef struct NameFeatures {
    uint32_t hashes[NAME_FEATURES];
    uint32_t len;
    bool plain; /* far from any capital: always outside */
} NameFeatures;
enum { NAME_ROW_BITS = 18, NAME_ROWS = 1 << NAME_ROW_BITS };
/* Features of the n tokens of a sentence. */
void name_features(const NameLists *lists, Str text, const Token *tokens, size_t n, Arena *scratch, NameFeatures *out);
bool name_label_may_follow(int before, int label);

/* The file: this header; the slots of lists, of news and of heads and the letter weights (namelists.h); then rows of
 * int8_t [NAME_ROW], an open-addressed table of features: a weight for each label, then three bytes that are the lower
 * 24 bits of the feature's hash, all zero in a free row. Rows begin at a multiple of 64 bytes: four fill a line of the
 * processor's cache, and a feature's further places are in the line of its first one. Little-endian. */
typedef struct NameFile {
    char magic[8]; /* NAME_MAGIC */
    uint32_t row_bits, reserved;
    int16_t transitions[NAME_ROW][NAME_ROW]; /* [before][label], in the scale of the weights */
    uint8_t space[48];
} NameFile;
#define NAME_MAGIC "LBNAMES4"
NameModel *name_model_of_memory(const void *bytes, size_t len); /* borrows; NULL when it is no model */
/* Puts a feature's weights into rows; for building the file. False when rows are full. */
bool name_row_put(int8_t *rows, uint32_t hash, const int8_t *weights);

#endif
