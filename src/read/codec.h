/* codec.h: the packings we read, behind one step function.
 *
 *     member ─ codec_begin ─ codec_step … codec_step ─ CODEC_END ─ next member
 *
 * A member is one gzip member, zstd frame or xz stream; packed files are rows of members. The codec keeps no bytes: it
 * takes from the caller's input and puts into the caller's output. */
#ifndef READ_CODEC_H
#define READ_CODEC_H

#include "base/str.h"

#include <brotli/decode.h>
#include <libdeflate.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

typedef enum Packing {
    PACKING_NONE,
    PACKING_GZ,
    PACKING_ZST,
    PACKING_XZ,
    PACKING_ZLIB,    /* HTTP's "deflate" as the standard has it … */
    PACKING_DEFLATE, /* … and as many servers send it */
    PACKING_BR       /* brotli; like these two it bears no mark and stands only in HTTP bodies */
} Packing;

typedef enum CodecStep {
    CODEC_MORE, /* wants more input or more room */
    CODEC_END,  /* the member is complete, its check sum right */
    CODEC_BAD   /* `why` says what is wrong; the codec wants codec_begin next */
} CodecStep;

typedef struct Codec {
    Packing packing; /* of the member in work */
    const char *why; /* static; after CODEC_BAD */
    z_stream z;
    bool z_live;
    int z_bits;
    struct libdeflate_decompressor *whole;
    ZSTD_DCtx *zst;
    BrotliDecoderState *br;
    lzma_stream xz;
} Codec;

void codec_init(Codec *c);
void codec_release(Codec *c);
void codec_begin(Codec *c, Packing packing);
/* Unpacks from *in (moving it forward) into out[room]; *made says how many bytes came out. */
CodecStep codec_step(Codec *c, Str *in, char *out, size_t room, size_t *made);
/* Unpacks a whole gzip member that begins `in` at once, in about half of zlib's time. Where that cannot be done (`in` does
 * not hold all of it, it is damaged) false: take codec_step then, which tells why. *room_short says that out[room] was too
 * small. Else *used bytes of input are the member and *made came out, their check sum right. */
bool codec_whole_gz(Codec *c, Str in, char *out, size_t room, size_t *used, size_t *made, bool *room_short);
/* From now on zstd frames are unpacked with this dictionary (copied). False when it is none. */
bool codec_set_dictionary(Codec *c, Str dictionary);

/* What `begin`, the first bytes of a file or member, is packed with; PACKING_NONE when it is not. */
Packing packing_of(Str begin);
/* Where the next member of this packing may begin, at or after `from`; SIZE_MAX when nowhere. May be a false find. */
size_t packing_find(Packing packing, Str bytes, size_t from);
const char *packing_name(Packing packing); /* "gzip" … */

/* Unpacks a whole body of one or more members, as an HTTP body is; appends to *out. False (with *why, static) when it is
 * damaged, cut short or longer than `limit`; what was unpacked until then is in *out. */
bool codec_unpack(Packing packing, Str body, size_t limit, StrBuf *out, const char **why);

#endif
