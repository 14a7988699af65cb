#include "read/codec.h"

#define XZ_MEMORY_MAX ((uint64_t)256 << 20)

void codec_init(Codec *c)
{
    memset(c, 0, sizeof *c);
    c->xz = (lzma_stream)LZMA_STREAM_INIT;
}

void codec_release(Codec *c)
{
    if (c->z_live)
        inflateEnd(&c->z);
    libdeflate_free_decompressor(c->whole);
    ZSTD_freeDCtx(c->zst);
    lzma_end(&c->xz);
    BrotliDecoderDestroyInstance(c->br);
    codec_init(c);
}

/* zlib's windowBits: +16 expects gzip's frame, negative none at all. */
static int window_bits(Packing packing)
{
    return packing == PACKING_GZ ? 15 + 16 : packing == PACKING_ZLIB ? 15 : -15;
}

void codec_begin(Codec *c, Packing packing)
{
    c->packing = packing;
    c->why = NULL;
    switch (packing) {
    case PACKING_NONE:
        break;
    case PACKING_GZ:
    case PACKING_ZLIB:
    case PACKING_DEFLATE:
        c->z_bits = window_bits(packing);
        if (c->z_live)
            inflateReset2(&c->z, c->z_bits);
        else
            c->z_live = inflateInit2(&c->z, c->z_bits) == Z_OK;
        break;
    case PACKING_ZST:
        if (c->zst)
            ZSTD_DCtx_reset(c->zst, ZSTD_reset_session_only);
        else
            c->zst = ZSTD_createDCtx();
        break;
    case PACKING_XZ:
        if (lzma_stream_decoder(&c->xz, XZ_MEMORY_MAX, 0) != LZMA_OK)
            lzma_end(&c->xz);
        break;
    case PACKING_BR:
        BrotliDecoderDestroyInstance(c->br);
        c->br = BrotliDecoderCreateInstance(NULL, NULL, NULL);
        break;
    }
}

static CodecStep bad(Codec *c, const char *why)
{
    c->why = why ? why : "damaged data";
    return CODEC_BAD;
}

static CodecStep step_none(Str *in, char *out, size_t room, size_t *made)
{
    *made = in->len < room ? in->len : room;
    if (*made)
        memcpy(out, in->data, *made);
    *in = str_slice(*in, *made, in->len);
    return CODEC_MORE;
}

static CodecStep step_zlib(Codec *c, Str *in, char *out, size_t room, size_t *made)
{
    if (!c->z_live)
        return bad(c, "no memory");
    uInt in_len = in->len > UINT32_MAX ? UINT32_MAX : (uInt)in->len;
    uInt out_len = room > UINT32_MAX ? UINT32_MAX : (uInt)room;
    c->z.next_in = (Bytef *)(uintptr_t)in->data;
    c->z.avail_in = in_len;
    c->z.next_out = (Bytef *)out;
    c->z.avail_out = out_len;
    int ret = inflate(&c->z, Z_NO_FLUSH);
    *in = str_slice(*in, in_len - c->z.avail_in, in->len);
    *made = out_len - c->z.avail_out;
    if (ret == Z_STREAM_END)
        return CODEC_END;
    if (ret == Z_OK || ret == Z_BUF_ERROR)
        return CODEC_MORE;
    return bad(c, ret == Z_NEED_DICT ? "needs a dictionary" : c->z.msg);
}

static CodecStep step_zst(Codec *c, Str *in, char *out, size_t room, size_t *made)
{
    if (!c->zst)
        return bad(c, "no memory");
    ZSTD_inBuffer from = {in->data, in->len, 0};
    ZSTD_outBuffer to = {out, room, 0};
    size_t ret = ZSTD_decompressStream(c->zst, &to, &from);
    *in = str_slice(*in, from.pos, in->len);
    *made = to.pos;
    if (ZSTD_isError(ret))
        return bad(c, ZSTD_getErrorName(ret));
    return ret == 0 ? CODEC_END : CODEC_MORE;
}

static CodecStep step_xz(Codec *c, Str *in, char *out, size_t room, size_t *made)
{
    c->xz.next_in = (const uint8_t *)in->data;
    c->xz.avail_in = in->len;
    c->xz.next_out = (uint8_t *)out;
    c->xz.avail_out = room;
    lzma_ret ret = c->xz.internal ? lzma_code(&c->xz, LZMA_RUN) : LZMA_MEM_ERROR;
    *in = str_slice(*in, in->len - c->xz.avail_in, in->len);
    *made = room - c->xz.avail_out;
    switch (ret) {
    case LZMA_OK:
    case LZMA_BUF_ERROR:
        return CODEC_MORE;
    case LZMA_STREAM_END:
        return CODEC_END;
    case LZMA_MEM_ERROR:
    case LZMA_MEMLIMIT_ERROR:
        return bad(c, "needs more than 256 MiB to unpack");
    default:
        return bad(c, "damaged data");
    }
}

static CodecStep step_br(Codec *c, Str *in, char *out, size_t room, size_t *made)
{
    if (!c->br)
        return bad(c, "no memory");
    size_t in_left = in->len, out_left = room;
    const uint8_t *from = (const uint8_t *)in->data;
    uint8_t *to = (uint8_t *)out;
    BrotliDecoderResult ret = BrotliDecoderDecompressStream(c->br, &in_left, &from, &out_left, &to, NULL);
    *in = str_slice(*in, in->len - in_left, in->len);
    *made = room - out_left;
    if (ret == BROTLI_DECODER_RESULT_ERROR)
        return bad(c, "damaged data");
    return ret == BROTLI_DECODER_RESULT_SUCCESS ? CODEC_END : CODEC_MORE;
}

CodecStep codec_step(Codec *c, Str *in, char *out, size_t room, size_t *made)
{
    *made = 0;
    switch (c->packing) {
    case PACKING_NONE:
        return step_none(in, out, room, made);
    case PACKING_ZST:
        return step_zst(c, in, out, room, made);
    case PACKING_XZ:
        return step_xz(c, in, out, room, made);
    case PACKING_BR:
        return step_br(c, in, out, room, made);
    default:
        return step_zlib(c, in, out, room, made);
    }
}

bool codec_whole_gz(Codec *c, Str in, char *out, size_t room, size_t *used, size_t *made, bool *room_short)
{
    if (!c->whole)
        c->whole = libdeflate_alloc_decompressor();
    enum libdeflate_result ret = LIBDEFLATE_BAD_DATA;
    if (c->whole)
        ret = libdeflate_gzip_decompress_ex(c->whole, in.data, in.len, out, room, used, made);
    *room_short = ret == LIBDEFLATE_INSUFFICIENT_SPACE;
    return ret == LIBDEFLATE_SUCCESS;
}

bool codec_set_dictionary(Codec *c, Str dictionary)
{
    if (!c->zst)
        c->zst = ZSTD_createDCtx();
    return c->zst && !ZSTD_isError(ZSTD_DCtx_loadDictionary(c->zst, dictionary.data, dictionary.len));
}

/* Magic and what can be told of the next bytes: gzip's method is always 8 and its three high flags are never set. */
static bool is_gz(Str s)
{
    return str_starts(s, STR("\x1F\x8B\x08")) && (s.len < 4 || ((unsigned char)s.data[3] & 0xE0) == 0);
}

static bool is_zst(Str s)
{
    return str_starts(s, STR("\x28\xB5\x2F\xFD")) ||
           (s.len >= 4 && ((unsigned char)s.data[0] & 0xF0) == 0x50 && memcmp(s.data + 1, "\x2A\x4D\x18", 3) == 0);
}

static bool is_xz(Str s) { return str_starts(s, (Str){"\xFD" "7zXZ\0", 6}); }

Packing packing_of(Str begin)
{
    return is_gz(begin) ? PACKING_GZ : is_zst(begin) ? PACKING_ZST : is_xz(begin) ? PACKING_XZ : PACKING_NONE;
}

size_t packing_find(Packing packing, Str bytes, size_t from)
{
    char first = packing == PACKING_GZ ? '\x1F' : packing == PACKING_ZST ? '\x28' : '\xFD';
    for (size_t at = from; (at = str_find_char(bytes, first, at)) != SIZE_MAX; at++)
        if (packing_of(str_slice(bytes, at, bytes.len)) == packing)
            return at;
    return SIZE_MAX;
}

const char *packing_name(Packing packing)
{
    static const char *const NAMES[] = {"plain", "gzip", "zstd", "xz", "deflate", "deflate", "brotli"};
    return NAMES[packing];
}

bool codec_unpack(Packing packing, Str body, size_t limit, StrBuf *out, const char **why)
{
    Codec c;
    codec_init(&c);
    codec_begin(&c, packing);
    size_t start = out->len;
    bool good = false;
    *why = "cut short";
    for (;;) {
        strbuf_reserve(out, 64 << 10);
        size_t before = body.len, made;
        CodecStep step = codec_step(&c, &body, out->data + out->len, out->cap - out->len - 1, &made);
        out->len += made;
        if (step == CODEC_BAD) {
            *why = c.why;
            break;
        }
        if (out->len - start > limit) {
            *why = "larger than the limit when unpacked";
            break;
        }
        if (step == CODEC_END) {
            good = packing_of(body) != packing; /* what follows the last member is no matter of ours */
            if (good)
                break;
            codec_begin(&c, packing);
        } else if (made == 0 && before == body.len) {
            break;
        }
    }
    if (out->data)
        out->data[out->len] = '\0';
    codec_release(&c);
    return good;
}
