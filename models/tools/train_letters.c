/* train_letters: learns what given names, surnames, places and common nouns look like by their letters.
 *
 *     train_letters LISTS.tsv OUT
 *
 * LISTS.tsv is what name-lists.mjs writes; OUT is NAME_LETTER_ROWS rows of LETTER_KINDS weights of one byte, for
 * train_names. A softmax regression over sequences of bytes, learned with AdaGrad; every tenth word is left out first
 * to print how many of each kind are taken for which. */
#include "base/vec.h"
#include "flagged_names.h"
#include "language/namelists.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { PASSES = 4, HELD = 10 };
static const float RATE = 0.05f, DECAY = 1e-4f;

typedef struct Example {
    Str word;
    uint8_t kind;
} Example;
typedef VEC(Example) Examples;

typedef struct Learner {
    float (*weights)[LETTER_KINDS], (*squares)[LETTER_KINDS]; /* of NAME_LETTER_ROWS rows */
    float worth[LETTER_KINDS];                                /* of an example of a kind: rare kinds count for more */
} Learner;

/* A word is an example of each kind it is listed as; those with anything but letters, hyphens and apostrophes are none.
 */
static void add_examples(void *examples, unsigned flags, Str name)
{
    Examples *all = examples;
    bool given = flags & (LIST_MALE | LIST_FEMALE), surname = flags & LIST_SURNAME || (flags & LIST_PERSON && !given);
    bool place = flags & (LIST_CITY | LIST_PLACE) && !(flags & LIST_LAND);
    bool is[LETTER_KINDS] = {flags & LIST_NOUN, given, surname, place};
    if (name.len < 3 || strpbrk(name.data, "0123456789 ./()&~="))
        return;
    for (int kind = 0; kind < LETTER_KINDS; kind++)
        if (is[kind])
            vec_push(all, (Example){str_make(strdup(name.data), name.len), (uint8_t)kind});
}

static size_t shares(const Learner *l, Str word, uint32_t *rows, float *share)
{
    size_t n = name_letter_rows(word, rows);
    float largest = -1e30f, sum = 0;
    for (int k = 0; k < LETTER_KINDS; k++) {
        share[k] = 0;
        for (size_t i = 0; i < n; i++)
            share[k] += l->weights[rows[i]][k];
        largest = share[k] > largest ? share[k] : largest;
    }
    for (int k = 0; k < LETTER_KINDS; k++)
        sum += share[k] = expf(share[k] - largest);
    for (int k = 0; k < LETTER_KINDS; k++)
        share[k] /= sum;
    return n;
}

static void learn_example(Learner *l, const Example *e)
{
    uint32_t rows[NAME_LETTER_FEATURES];
    float share[LETTER_KINDS];
    size_t n = shares(l, e->word, rows, share);
    for (int k = 0; k < LETTER_KINDS; k++)
        for (size_t i = 0; i < n; i++) {
            float *w = &l->weights[rows[i]][k], *squares = &l->squares[rows[i]][k];
            float gradient = l->worth[e->kind] * ((float)(e->kind == k) - share[k]) - DECAY * *w;
            *squares += gradient * gradient;
            *w += RATE * gradient / (sqrtf(*squares) + 1e-6f);
        }
}

static void learn(Learner *l, const Examples *all, bool hold)
{
    size_t counts[LETTER_KINDS] = {0};
    uint32_t seed = 1;
    memset(l->weights, 0, NAME_LETTER_ROWS * sizeof *l->weights);
    memset(l->squares, 0, NAME_LETTER_ROWS * sizeof *l->squares);
    for (size_t i = 0; i < all->len; i++)
        counts[all->data[i].kind]++;
    for (int k = 0; k < LETTER_KINDS; k++)
        l->worth[k] = powf((float)all->len / (float)(LETTER_KINDS * (counts[k] ? counts[k] : 1)), 0.7f);
    for (size_t round = 0; round < PASSES * all->len; round++) {
        seed = seed * 1664525u + 1013904223u;
        size_t i = (size_t)(((uint64_t)seed * all->len) >> 32);
        if (!hold || i % HELD != 0)
            learn_example(l, &all->data[i]);
    }
}

static void print_held(const Learner *l, const Examples *all)
{
    static const char *const KINDS[] = {"noun", "given", "surname", "place"};
    size_t seen[LETTER_KINDS][LETTER_KINDS] = {{0}};
    for (size_t i = 0; i < all->len; i += HELD) {
        uint32_t rows[NAME_LETTER_FEATURES];
        float share[LETTER_KINDS];
        int best = 0;
        shares(l, all->data[i].word, rows, share);
        for (int k = 1; k < LETTER_KINDS; k++)
            best = share[k] > share[best] ? k : best;
        seen[all->data[i].kind][best]++;
    }
    for (int is = 0; is < LETTER_KINDS; is++) {
        printf("%-8s taken for", KINDS[is]);
        for (int as = 0; as < LETTER_KINDS; as++)
            printf("  %s %zu", KINDS[as], seen[is][as]);
        printf("\n");
    }
}

static int write_weights(const Learner *l, const char *path)
{
    FILE *f = fopen(path, "wb");
    if (!f)
        return perror(path), 1;
    for (size_t r = 0; r < NAME_LETTER_ROWS; r++)
        for (int k = 0; k < LETTER_KINDS; k++) {
            float scaled = roundf(l->weights[r][k] * NAME_LETTER_UNIT);
            fputc((int8_t)(scaled > 127 ? 127 : scaled < -127 ? -127 : scaled), f);
        }
    return fclose(f) ? (perror(path), 1) : 0;
}

int main(int argc, char **argv)
{
    Examples all = {0};
    Learner l = {.weights = mem_zero(NAME_LETTER_ROWS, sizeof *l.weights),
                 .squares = mem_zero(NAME_LETTER_ROWS, sizeof *l.squares)};
    if (argc != 3)
        return fprintf(stderr, "usage: train_letters LISTS.tsv OUT\n"), 2;
    int failed = flagged_names_read(argv[1], add_examples, &all);
    if (!failed) {
        learn(&l, &all, true);
        print_held(&l, &all);
        learn(&l, &all, false);
        failed = write_weights(&l, argv[2]);
    }
    for (size_t i = 0; i < all.len; i++)
        free((char *)all.data[i].word.data);
    vec_release(&all);
    free(l.weights);
    free(l.squares);
    return failed;
}
