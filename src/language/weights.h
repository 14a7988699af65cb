/* weights.h: rows of weights, a signed byte each, summed sixteen at a time; plain C that compilers make vectors of.
 *
 * A lane of 16 bits is loaded with two weights, the even one below, the odd one above, and each is summed by itself:
 * the sums stay in registers, and nothing has to be shuffled. Files are little-endian, as is the machine. Inside
 * language/ only. */
#ifndef LANGUAGE_WEIGHTS_H
#define LANGUAGE_WEIGHTS_H

#include <stdint.h>
#include <string.h>

enum { WEIGHTS = 16 }; /* of one sum */
typedef int16_t WeightLanes __attribute__((vector_size(WEIGHTS)));
typedef uint16_t WeightPairs __attribute__((vector_size(WEIGHTS)));

typedef struct WeightSum {
    WeightLanes even, odd;
} WeightSum;

/* Adds row[0] to row[15]. The sum of a weight must stay within 16 bits: at most 256 rows. */
static inline void weights_add(WeightSum *sum, const int8_t *row)
{
    WeightPairs pairs;
    memcpy(&pairs, row, sizeof pairs);
    sum->even += (WeightLanes)(pairs << 8) >> 8;
    sum->odd += (WeightLanes)pairs >> 8;
}

/* The sums in the order of the weights. */
static inline void weights_read(const WeightSum *sum, int16_t out[WEIGHTS])
{
    for (int i = 0; i < WEIGHTS / 2; i++) {
        out[2 * i] = sum->even[i];
        out[2 * i + 1] = sum->odd[i];
    }
}

#endif
