/* segment.c: reading segments. */
#include "copy/segbits.h"

#include <endian.h>

uint32_t copy_segment_u32(const unsigned char *p)
{
    uint32_t n;
    memcpy(&n, p, sizeof n);
    return le32toh(n);
}

uint64_t copy_segment_u64(const unsigned char *p)
{
    uint64_t n;
    memcpy(&n, p, sizeof n);
    return le64toh(n);
}

static Status damaged(Error *err, const char *what)
{
    return error_set(err, LAGEBILD_ERR_FORMAT, NULL, ERROR_NO_OFFSET, "an index of copies is damaged: %s", what);
}

Status copy_segment_open(Str bytes, CopySegment *out, Error *err)
{
    *out = (CopySegment){.bytes = (const unsigned char *)bytes.data, .len = bytes.len};
    if (bytes.len < SEGMENT_FOOTER)
        return damaged(err, "it is cut off");
    const unsigned char *f = out->bytes + bytes.len - SEGMENT_FOOTER;
    if (memcmp(f, SEGMENT_MAGIC, 8) != 0)
        return damaged(err, "its end is not one");
    if (copy_segment_u32(f + 8) != SEGMENT_VERSION)
        return error_set(err, LAGEBILD_ERR_FORMAT, NULL, ERROR_NO_OFFSET,
                         "an index of copies was made by another version of Lagebild");
    out->hash = copy_segment_u64(f + 56);
    if (out->hash != hash_bytes(f, 56))
        return damaged(err, "its end has changed");
    out->bucket_bits = copy_segment_u32(f + 12);
    out->rice = copy_segment_u32(f + 16);
    out->n_texts = copy_segment_u32(f + 20);
    out->runs_len = copy_segment_u64(f + 24);
    out->n_hashes = copy_segment_u64(f + 32);
    if (out->bucket_bits > SEGMENT_MOST_BUCKET_BITS || out->rice > 31 || out->n_hashes / 4 > out->runs_len)
        return damaged(err, "its end makes no sense");
    uint64_t directory = ((UINT64_C(1) << out->bucket_bits) + 1) * 4, texts = (uint64_t)out->n_texts * SEGMENT_TEXT;
    if (out->runs_len > UINT32_MAX || out->runs_len + directory + texts + SEGMENT_FOOTER != bytes.len)
        return damaged(err, "its length is another");
    out->directory = out->bytes + out->runs_len;
    out->texts = out->directory + directory;
    if (copy_segment_u64(f + 48) != hash_bytes(out->directory, (size_t)(directory + texts)))
        return damaged(err, "its directory has changed");
    return LAGEBILD_OK;
}

bool copy_segment_is_whole(const CopySegment *s)
{
    const unsigned char *f = s->bytes + s->len - SEGMENT_FOOTER;
    return copy_segment_u64(f + 40) == hash_bytes(s->bytes, (size_t)s->runs_len);
}

CopySegmentText copy_segment_text(const CopySegment *s, uint32_t number)
{
    const unsigned char *p = s->texts + (size_t)number * SEGMENT_TEXT;
    return (CopySegmentText){copy_segment_u64(p), copy_segment_u32(p + 8), copy_segment_u32(p + 12)};
}

/* ---- a bucket, hash by hash ---------------------------------------------------------------------------------- */

bool segment_bucket(const CopySegment *s, uint32_t bucket, SegmentCursor *c)
{
    uint32_t begin = copy_segment_u32(s->directory + (size_t)bucket * 4);
    uint32_t end = copy_segment_u32(s->directory + (size_t)bucket * 4 + 4);
    *c = (SegmentCursor){.segment = s, .bucket = bucket};
    if (begin > end || end > s->runs_len)
        return false;
    if (begin == end)
        return true;
    if (end - begin < SEGMENT_CHECK + 2 ||
        copy_segment_u32(s->bytes + begin) !=
            (uint32_t)hash_bytes(s->bytes + begin + SEGMENT_CHECK, end - begin - SEGMENT_CHECK))
        return false;
    c->bits = (BitReader){s->bytes, (uint64_t)(begin + SEGMENT_CHECK) * 8, (uint64_t)end * 8, false};
    c->left = bits_gamma(&c->bits);
    c->next = s->bucket_bits ? (uint64_t)bucket << (32 - s->bucket_bits) : 0;
    return !c->bits.bad;
}

/* The most frequent case, a hash that one text has, out of one word of bits. False where it is another, and nothing is
 * read. */
static bool next_of_one(SegmentCursor *c)
{
    const CopySegment *s = c->segment;
    unsigned rice = s->rice, plain = segment_plain_bits(s->n_texts);
    uint64_t word = bits_look(&c->bits), at = c->bits.at;
    unsigned high = word ? (unsigned)__builtin_ctzll(word) : 64, n = high + 1 + rice; /* bits of the hash */
    if (n + 1 + plain > 56 || high > UINT32_MAX >> rice || at + n + 1 + plain > c->bits.end || !(word >> n & 1))
        return false;
    uint64_t hash = c->next + ((uint64_t)high << rice | (word >> (high + 1) & ((UINT64_C(1) << rice) - 1)));
    if (hash > UINT32_MAX)
        return false;
    c->hash = (uint32_t)hash;
    c->next = hash + 1;
    c->found = (CopyPostings){at + n + 1, c->bits.end, 1};
    c->bits.at = at + n + 1 + plain;
    return true;
}

bool segment_next(SegmentCursor *c)
{
    const CopySegment *s = c->segment;
    if (!c->left)
        return false;
    c->left--;
    if (next_of_one(c))
        return true;
    uint64_t hash = c->next + bits_rice(&c->bits, s->rice);
    c->hash = (uint32_t)hash;
    c->next = hash + 1;
    c->found.n = bits_gamma(&c->bits);
    uint64_t len = c->found.n == 1                   ? segment_plain_bits(s->n_texts)
                   : c->found.n >= SEGMENT_LONG_LIST ? bits_gamma(&c->bits)
                                                     : 0;
    c->found.at = c->bits.at;
    c->found.end = c->bits.end;
    if (hash > UINT32_MAX || c->found.n > s->n_texts)
        c->bits.bad = true;
    if (len) {
        bits_skip(&c->bits, len);
    } else if (c->found.n > 1) {
        unsigned k = segment_gap_rice(s->n_texts, c->found.n);
        for (uint32_t i = 0; i < c->found.n && !c->bits.bad; i++)
            bits_rice(&c->bits, k);
    }
    return !c->bits.bad;
}

static uint32_t bucket_of(const CopySegment *s, uint32_t hash)
{
    return s->bucket_bits ? hash >> (32 - s->bucket_bits) : 0;
}

void copy_segment_expect_soon(const CopySegment *s, uint32_t hash)
{
    __builtin_prefetch(s->directory + (size_t)bucket_of(s, hash) * 4);
}

void copy_segment_expect(const CopySegment *s, uint32_t hash)
{
    const unsigned char *entry = s->directory + (size_t)bucket_of(s, hash) * 4;
    uint32_t begin = copy_segment_u32(entry), end = copy_segment_u32(entry + 4);
    if (begin >= end || end > s->runs_len)
        return;
    __builtin_prefetch(s->bytes + begin); /* most buckets lie in two or three lines of the cache */
    __builtin_prefetch(s->bytes + begin + (end - begin) / 2);
    __builtin_prefetch(s->bytes + end - 1);
}

bool copy_segment_find(const CopySegment *s, uint32_t hash, CopyPostings *out, bool *damage)
{
    SegmentCursor c;
    bool good = segment_bucket(s, bucket_of(s, hash), &c);
    while (good && c.left) {
        good = segment_next(&c);
        if (good && c.hash >= hash) {
            *out = c.found;
            return c.hash == hash;
        }
    }
    *damage |= !good;
    return false;
}

/* Texts as distances: up to `n` of them from one word of bits, those that lie in it whole. Returns how many; *text is
 * the next one that may come. */
static uint32_t read_word(BitReader *r, unsigned k, uint32_t n, uint32_t limit, uint64_t *text, TextVec *out)
{
    uint64_t word = bits_look(r), left = r->end > r->at ? r->end - r->at : 0;
    uint32_t i = 0;
    left = left < 56 ? left : 56;
    for (; i < n && *text < limit; i++) {
        unsigned high = word ? (unsigned)__builtin_ctzll(word) : 64, bits = high + 1 + k;
        if (bits > left)
            break;
        *text += (uint64_t)high << k | (word >> (high + 1) & ((UINT64_C(1) << k) - 1));
        word >>= bits;
        left -= bits;
        r->at += bits;
        if (*text < limit)
            vec_push(out, (uint32_t)*text);
        ++*text;
    }
    return i;
}

bool copy_segment_read(const CopySegment *s, CopyPostings p, uint32_t before, TextVec *out)
{
    BitReader r = {s->bytes, p.at, p.end, false};
    unsigned k = p.n == 1 ? 0 : segment_gap_rice(s->n_texts, p.n);
    uint32_t limit = before < s->n_texts ? before : s->n_texts;
    uint64_t text = 0;
    if (p.n == 1) {
        text = bits_plain(&r, segment_plain_bits(s->n_texts));
        if (!r.bad && text < limit)
            vec_push(out, (uint32_t)text);
        return !r.bad && text < s->n_texts;
    }
    for (uint32_t i = 0; i < p.n && text < limit;) {
        uint32_t read = read_word(&r, k, p.n - i, limit, &text, out);
        i += read;
        if (read)
            continue;
        text += bits_rice(&r, k); /* longer than a word */
        if (r.bad)
            return false;
        if (text < limit)
            vec_push(out, (uint32_t)text);
        text++;
        i++;
    }
    return text <= s->n_texts;
}
