/* bits.h: numbers in as few bits as they need, lowest bit first. Private to src/copy.
 *
 *     plain   n bits                        gamma   how many bits, in unary, then the bits: 1 for 1, 3 for 2 and 3 …
 *     Rice    number >> k in unary, then the k low bits: for numbers around 2^k */
#ifndef COPY_BITS_H
#define COPY_BITS_H

#include "base/vec.h"

typedef struct BitReader {
    const unsigned char *bytes;
    uint64_t at, end; /* bits */
    bool bad;         /* read behind the end, or a number that nobody writes; then everything read is 0 */
} BitReader;

/* The next bits, 56 of them at least where there are so many; 0 behind the end. */
static inline uint64_t bits_look(const BitReader *r)
{
    uint64_t word = 0, byte = r->at / 8, left = (r->end + 7) / 8 - byte;
    if (r->at >= r->end)
        return 0;
    if (left >= sizeof word)
        memcpy(&word, r->bytes + byte, sizeof word);
    else
        memcpy(&word, r->bytes + byte, (size_t)left);
    return word >> (r->at % 8); /* little-endian: see segment.c */
}

static inline void bits_skip(BitReader *r, uint64_t n)
{
    r->at += n;
    r->bad |= r->at > r->end;
}

/* n ≤ 32. */
static inline uint32_t bits_plain(BitReader *r, unsigned n)
{
    uint64_t word = bits_look(r) & ((UINT64_C(1) << n) - 1);
    bits_skip(r, n);
    return r->bad ? 0 : (uint32_t)word;
}

/* Zeros before the next 1; bad when there are more than `most`. */
static inline uint32_t bits_unary(BitReader *r, uint32_t most)
{
    uint32_t zeros = 0;
    while (!r->bad) {
        uint64_t word = bits_look(r) & ((UINT64_C(1) << 56) - 1);
        unsigned n = word ? (unsigned)__builtin_ctzll(word) : 56;
        zeros += n;
        bits_skip(r, n + (word != 0));
        if (zeros > most)
            r->bad = true;
        else if (word)
            break;
    }
    return r->bad ? 0 : zeros;
}

static inline uint32_t bits_gamma(BitReader *r)
{
    uint64_t word = bits_look(r);
    unsigned n = word ? (unsigned)__builtin_ctzll(word) : 64;
    if (n <= 27) { /* all of it is in the word */
        bits_skip(r, 2 * n + 1);
        return r->bad ? 0 : (uint32_t)(word >> (n + 1) & ((UINT64_C(1) << n) - 1)) | UINT32_C(1) << n;
    }
    n = bits_unary(r, 31);
    return bits_plain(r, n) | UINT32_C(1) << n;
}

static inline uint32_t bits_rice(BitReader *r, unsigned k)
{
    uint64_t word = bits_look(r);
    unsigned n = word ? (unsigned)__builtin_ctzll(word) : 64;
    if (n + 1 + k <= 56 && n <= UINT32_MAX >> k) {
        bits_skip(r, n + 1 + k);
        return r->bad ? 0 : n << k | (uint32_t)(word >> (n + 1) & ((UINT64_C(1) << k) - 1));
    }
    uint32_t high = bits_unary(r, UINT32_MAX >> k);
    return high << k | bits_plain(r, k);
}

typedef struct BitWriter {
    VEC(unsigned char) bytes;
    uint64_t word;
    unsigned n; /* bits in word, less than 8 between calls */
} BitWriter;

/* n ≤ 32. */
static inline void bits_put(BitWriter *w, uint64_t value, unsigned n)
{
    w->word |= value << w->n;
    for (w->n += n; w->n >= 8; w->n -= 8, w->word >>= 8)
        vec_push(&w->bytes, (unsigned char)w->word);
}

static inline void bits_put_unary(BitWriter *w, uint32_t zeros)
{
    for (; zeros >= 32; zeros -= 32)
        bits_put(w, 0, 32);
    bits_put(w, UINT64_C(1) << zeros, zeros + 1);
}

static inline void bits_put_gamma(BitWriter *w, uint32_t value)
{
    unsigned n = 31 - (unsigned)__builtin_clz(value);
    bits_put_unary(w, n);
    bits_put(w, value & ((UINT64_C(1) << n) - 1), n);
}

static inline void bits_put_rice(BitWriter *w, uint32_t value, unsigned k)
{
    bits_put_unary(w, value >> k);
    bits_put(w, value & ((UINT64_C(1) << k) - 1), k);
}

/* To the end of the byte, with zeros. */
static inline void bits_fill(BitWriter *w)
{
    if (w->n)
        bits_put(w, 0, 8 - w->n);
}

#endif
