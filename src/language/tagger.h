/* tagger.h: a linear model that gives each word of a sentence its label, left to right.
 *
 *     features of word i (itself, its neighbours, the labels before) ─ hash ─▶ rows of weights, one a label ─ sum ─▶ best label
 *
 * Averaged perceptron (Collins 2002), trained by models/tools/train_tagger.c; one signed byte a weight. */
#ifndef LANGUAGE_TAGGER_H
#define LANGUAGE_TAGGER_H

#include "language/lookup.h"

/* Labels: a class, and for verbs and separable prefixes the form. Their numbers are in the model file: append only. */
typedef enum TagForm { FORM_NONE, FORM_IND, FORM_SUB, FORM_IMP, FORM_INF, FORM_PART, FORM_PREFIX } TagForm;
typedef struct TagLabel {
    uint8_t class, form;
} TagLabel;
#define TAG_LABELS 27
#define TAG_PUNCT 12
#define TAG_WIDTH 32 /* weights of a row: labels, and room to keep rows aligned */
extern const TagLabel TAG_LABEL[TAG_LABELS];

#define TAGGER_MAGIC "LAGETAG1"
#define TAGGER_BITS 16 /* 2^17 rows */
#define TAGGER_ROWS ((size_t)1 << TAGGER_BITS)

typedef struct Tagger {
    Mapped file;
    const int8_t (*rows)[TAG_WIDTH];
} Tagger;

/* Maps the file at `path`. Errors: ERR_IO, ERR_FORMAT. */
Status tagger_open(Tagger *out, const char *path, Error *err);
void tagger_close(Tagger *tagger);

#define TAG_WORD_FEATURES 25 /* of a word, whatever stands before it */
#define TAG_FEATURES (TAG_WORD_FEATURES + 9)
/* What the labels before word i tell its features. */
typedef struct TagState {
    uint8_t last, before;  /* labels of words i - 1 and i - 2; TAG_LABELS at the sentence's begin */
    uint8_t verb;          /* last verb's label + 1 since the clause began, 0 = none yet */
    uint32_t opener;       /* hash of the conjunction or relative that opened the clause, 0 = none */
} TagState;
#define TAG_STATE_START ((TagState){TAG_LABELS, TAG_LABELS, 0, 0})
/* Rows of the features of word i. */
void tag_features(const WordInfo *words, size_t n, size_t i, const TagState *state, uint32_t rows[TAG_FEATURES]);
void tag_advance(TagState *state, const WordInfo *word, uint8_t label);
/* Labels that the lexicon does not rule out, as a bit set over label numbers; never 0. */
uint32_t tag_allowed(const WordInfo *word);

/* labels[n]: index in TAG_LABEL for each word. */
void tagger_run(const Tagger *tagger, const WordInfo *words, size_t n, uint8_t *labels);

#endif
