/* segwrite.c: segments as they are written, and several merged to one. */
#define XXH_STATIC_LINKING_ONLY /* for a hash state that nobody has to free */
#include "copy/segbits.h"

#include <endian.h>
#include <xxhash.h>

#define BUCKET_LEAST 16 /* hashes in a bucket, to twice as many */
#define PIECE ((size_t)1 << 16)

struct CopySegmentWriter {
    LagebildWriter out;
    bool refused, too_long;
    StrBuf piece; /* not yet given to out */
    XXH3_state_t hash;
    CopySegmentText *texts;
    uint32_t n_texts;
    unsigned bucket_bits, rice;
    uint64_t written; /* bytes of buckets */
    uint64_t n_hashes;
    VEC(uint32_t) directory;
    BitWriter bucket; /* its hashes, without head */
    uint32_t in_bucket;
    uint64_t next; /* the least that the next hash can be */
    StrBuf whole;  /* a bucket with its head */
};

/* Distances between n hashes spread evenly are around 2^32/n; ln 2 of that is where Rice codes break even. */
static unsigned rice_of(uint64_t n_hashes)
{
    double distance = 4294967296.0 / (double)(n_hashes ? n_hashes : 1) * 0.69;
    unsigned k = 0;
    while (k < 31 && distance >= (double)(UINT64_C(2) << k))
        k++;
    return k;
}

CopySegmentWriter *copy_segment_writer_new(const CopySegmentText *texts, uint32_t n, uint64_t n_hashes,
                                           LagebildWriter out)
{
    CopySegmentWriter *w = mem_zero(1, sizeof *w);
    w->out = out;
    w->texts = mem_alloc((n ? n : 1) * sizeof *texts);
    if (n)
        memcpy(w->texts, texts, n * sizeof *texts);
    w->n_texts = n;
    w->rice = rice_of(n_hashes);
    while (w->bucket_bits < SEGMENT_MOST_BUCKET_BITS && n_hashes >> w->bucket_bits >= 2 * BUCKET_LEAST)
        w->bucket_bits++;
    XXH3_64bits_reset(&w->hash);
    vec_push(&w->directory, 0);
    return w;
}

static void flush(CopySegmentWriter *w)
{
    if (w->piece.len && !w->refused)
        w->refused = !w->out.write(w->out.ctx, w->piece.data, w->piece.len);
    strbuf_clear(&w->piece);
}

static void give(CopySegmentWriter *w, Str bytes)
{
    strbuf_add(&w->piece, bytes);
    if (w->piece.len >= PIECE)
        flush(w);
}

static void put_u32(StrBuf *b, uint32_t n)
{
    n = htole32(n);
    strbuf_add(b, str_make((const char *)&n, sizeof n));
}

static void put_u64(StrBuf *b, uint64_t n)
{
    n = htole64(n);
    strbuf_add(b, str_make((const char *)&n, sizeof n));
}

/* How many hashes, then they: the bits of the second run on where those of the first end. */
static void join_bits(BitWriter *head, const BitWriter *rest)
{
    for (size_t i = 0; i < rest->bytes.len; i++)
        bits_put(head, rest->bytes.data[i], 8);
    if (rest->n)
        bits_put(head, rest->word, rest->n);
    bits_fill(head);
}

static void end_bucket(CopySegmentWriter *w)
{
    if (w->in_bucket) {
        BitWriter all = {0};
        bits_put_gamma(&all, w->in_bucket);
        join_bits(&all, &w->bucket);
        strbuf_clear(&w->whole);
        put_u32(&w->whole, (uint32_t)hash_bytes(all.bytes.data, all.bytes.len));
        strbuf_add(&w->whole, str_make((const char *)all.bytes.data, all.bytes.len));
        XXH3_64bits_update(&w->hash, w->whole.data, w->whole.len);
        give(w, strbuf_str(&w->whole));
        w->written += w->whole.len;
        vec_release(&all.bytes);
    }
    w->too_long |= w->written > UINT32_MAX;
    vec_push(&w->directory, (uint32_t)w->written);
    w->bucket.bytes.len = 0;
    w->bucket.word = w->bucket.n = w->in_bucket = 0;
    w->next = w->bucket_bits ? (uint64_t)(w->directory.len - 1) << (32 - w->bucket_bits) : 0;
}

/* Bits of the distances in put_texts. */
static uint64_t count_bits(const uint32_t *texts, uint32_t n, unsigned k)
{
    uint64_t bits = 0, next = 0;
    for (uint32_t i = 0; i < n; i++) {
        bits += ((texts[i] - next) >> k) + 1 + k;
        next = (uint64_t)texts[i] + 1;
    }
    return bits;
}

static void put_texts(CopySegmentWriter *w, const uint32_t *texts, uint32_t n)
{
    bits_put_gamma(&w->bucket, n);
    if (n == 1) {
        bits_put(&w->bucket, texts[0], segment_plain_bits(w->n_texts));
        return;
    }
    unsigned k = segment_gap_rice(w->n_texts, n);
    if (n >= SEGMENT_LONG_LIST)
        bits_put_gamma(&w->bucket, (uint32_t)count_bits(texts, n, k));
    uint32_t next = 0;
    for (uint32_t i = 0; i < n; i++) {
        bits_put_rice(&w->bucket, texts[i] - next, k);
        next = texts[i] + 1;
    }
}

void copy_segment_put(CopySegmentWriter *w, uint32_t hash, const uint32_t *texts, uint32_t n)
{
    while (w->bucket_bits && hash >> (32 - w->bucket_bits) >= w->directory.len)
        end_bucket(w);
    bits_put_rice(&w->bucket, (uint32_t)(hash - w->next), w->rice);
    w->next = (uint64_t)hash + 1;
    put_texts(w, texts, n);
    w->in_bucket++;
    w->n_hashes++;
}

static void put_footer(CopySegmentWriter *w, uint64_t tables, uint64_t *hash)
{
    StrBuf f = STRBUF_INIT;
    strbuf_add(&f, STR(SEGMENT_MAGIC));
    put_u32(&f, SEGMENT_VERSION);
    put_u32(&f, w->bucket_bits);
    put_u32(&f, w->rice);
    put_u32(&f, w->n_texts);
    put_u64(&f, w->written);
    put_u64(&f, w->n_hashes);
    put_u64(&f, XXH3_64bits_digest(&w->hash));
    put_u64(&f, tables);
    *hash = hash_str(strbuf_str(&f));
    put_u64(&f, *hash);
    give(w, strbuf_str(&f));
    strbuf_release(&f);
}

Status copy_segment_finish(CopySegmentWriter *w, uint64_t *hash, Error *err)
{
    while (w->directory.len <= (size_t)1 << w->bucket_bits)
        end_bucket(w);
    StrBuf tables = STRBUF_INIT;
    for (size_t i = 0; i < w->directory.len; i++)
        put_u32(&tables, w->directory.data[i]);
    for (uint32_t i = 0; i < w->n_texts; i++) {
        put_u64(&tables, w->texts[i].id);
        put_u32(&tables, w->texts[i].source);
        put_u32(&tables, w->texts[i].runs);
    }
    give(w, strbuf_str(&tables));
    put_footer(w, hash_str(strbuf_str(&tables)), hash);
    flush(w);
    Status status = LAGEBILD_OK;
    if (w->too_long)
        status = error_set(err, LAGEBILD_ERR_LIMIT, NULL, ERROR_NO_OFFSET, "too many runs of words for one index");
    else if (w->refused)
        status = error_set(err, LAGEBILD_ERR_IO, NULL, ERROR_NO_OFFSET, "the index cannot be written");
    strbuf_release(&tables);
    strbuf_release(&w->piece);
    strbuf_release(&w->whole);
    vec_release(&w->directory);
    vec_release(&w->bucket.bytes);
    vec_free(w->texts);
    vec_free(w);
    return status;
}

/* ---- from runs ----------------------------------------------------------------------------------------------- */

/* By hash; each pass keeps the order of equals, so texts stay ascending. */
static void sort_runs(uint64_t *runs, size_t n)
{
    uint64_t *spare = mem_alloc((n ? n : 1) * sizeof *spare), *from = runs, *to = spare;
    for (unsigned shift = 32; shift < 64; shift += 16) {
        size_t *count = mem_zero(65537, sizeof *count);
        for (size_t i = 0; i < n; i++)
            count[(from[i] >> shift & 65535) + 1]++;
        for (size_t i = 0; i < 65536; i++)
            count[i + 1] += count[i];
        for (size_t i = 0; i < n; i++)
            to[count[from[i] >> shift & 65535]++] = from[i];
        vec_free(count);
        uint64_t *swap = from;
        from = to;
        to = swap;
    }
    vec_free(spare);
}

Status copy_segment_write(const CopySegmentText *texts, uint32_t n, uint64_t *runs, size_t n_runs, LagebildWriter out,
                          uint64_t *hash, Error *err)
{
    sort_runs(runs, n_runs);
    size_t n_hashes = 0;
    for (size_t i = 0; i < n_runs; i++)
        n_hashes += i == 0 || runs[i] >> 32 != runs[i - 1] >> 32;
    CopySegmentWriter *w = copy_segment_writer_new(texts, n, n_hashes, out);
    TextVec list = {0};
    for (size_t i = 0, end; i < n_runs; i = end) {
        list.len = 0;
        for (end = i; end < n_runs && runs[end] >> 32 == runs[i] >> 32; end++)
            if (end == i || runs[end] != runs[end - 1])
                vec_push(&list, (uint32_t)runs[end]);
        copy_segment_put(w, (uint32_t)(runs[i] >> 32), list.data, (uint32_t)list.len);
    }
    vec_release(&list);
    return copy_segment_finish(w, hash, err);
}

/* ---- from segments ------------------------------------------------------------------------------------------- */

typedef struct Input {
    SegmentCursor cursor;
    uint32_t *number; /* of each of its texts in the new one, or GONE */
    bool done, damaged;
} Input;
#define GONE UINT32_MAX

/* To the input's next hash. */
static void advance(Input *in)
{
    const CopySegment *s = in->cursor.segment;
    while (!in->cursor.left) {
        if (in->cursor.bucket + 1 == UINT32_C(1) << s->bucket_bits) {
            in->done = true;
            return;
        }
        if (!segment_bucket(s, in->cursor.bucket + 1, &in->cursor))
            in->damaged = in->done = true;
    }
    if (!in->done && !segment_next(&in->cursor))
        in->damaged = in->done = true;
}

static void merge_runs(Input *inputs, size_t n, CopySegmentWriter *w)
{
    TextVec list = {0}, read = {0};
    for (;;) {
        uint64_t least = UINT64_MAX;
        for (size_t i = 0; i < n; i++)
            if (!inputs[i].done && inputs[i].cursor.hash < least)
                least = inputs[i].cursor.hash;
        if (least == UINT64_MAX)
            break;
        list.len = 0;
        for (size_t i = 0; i < n; i++) {
            Input *in = &inputs[i];
            if (in->done || in->cursor.hash != least)
                continue;
            read.len = 0;
            in->damaged |= !copy_segment_read(in->cursor.segment, in->cursor.found, UINT32_MAX, &read);
            for (size_t k = 0; k < read.len; k++)
                if (in->number[read.data[k]] != GONE)
                    vec_push(&list, in->number[read.data[k]]);
            advance(in);
        }
        if (list.len)
            copy_segment_put(w, (uint32_t)least, list.data, (uint32_t)list.len);
    }
    vec_release(&list);
    vec_release(&read);
}

typedef VEC(CopySegmentText) Texts;

/* Gives the texts their new numbers; the last that has an id keeps it. */
static void number_texts(Input *inputs, const CopySegment *segments, size_t n, Texts *texts)
{
    U64Map last = {0}; /* id → place among all texts of all inputs */
    uint32_t place = 0;
    for (size_t i = 0; i < n; i++)
        for (uint32_t t = 0; t < segments[i].n_texts; t++, place++)
            *u64map_put(&last, copy_segment_text(&segments[i], t).id, place, NULL) = place;
    place = 0;
    for (size_t i = 0; i < n; i++) {
        inputs[i].number = mem_alloc((segments[i].n_texts + 1) * sizeof *inputs[i].number);
        for (uint32_t t = 0; t < segments[i].n_texts; t++, place++) {
            CopySegmentText text = copy_segment_text(&segments[i], t);
            bool kept = *u64map_get(&last, text.id) == place;
            inputs[i].number[t] = kept ? (uint32_t)texts->len : GONE;
            if (kept)
                vec_push(texts, text);
        }
    }
    u64map_release(&last);
}

Status copy_segment_merge(const CopySegment *segments, size_t n, LagebildWriter out, uint64_t *hash, Error *err)
{
    Input *inputs = mem_zero(n, sizeof *inputs);
    Texts texts = {0};
    uint64_t n_hashes = 0;
    bool is_damaged = false;
    number_texts(inputs, segments, n, &texts);
    CopySegmentWriter *w = NULL;
    for (size_t i = 0; i < n; i++) {
        n_hashes += segments[i].n_hashes;
        inputs[i].damaged = inputs[i].done = !segment_bucket(&segments[i], 0, &inputs[i].cursor);
        if (!inputs[i].done)
            advance(&inputs[i]);
    }
    w = copy_segment_writer_new(texts.data, (uint32_t)texts.len, n_hashes, out);
    merge_runs(inputs, n, w);
    Status status = copy_segment_finish(w, hash, err);
    for (size_t i = 0; i < n; i++) {
        is_damaged |= inputs[i].damaged;
        vec_free(inputs[i].number);
    }
    vec_free(inputs);
    vec_release(&texts);
    if (is_damaged)
        return error_set(err, LAGEBILD_ERR_FORMAT, NULL, ERROR_NO_OFFSET, "an index of copies is damaged");
    return status;
}
