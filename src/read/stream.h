/* stream.h: a file's unpacked bytes through a window that moves forward.
 *
 *     packed:    [ member ][ member ][ dam##ed ]....[ member ]
 *     unpacked:  ──────── stretch ──────────── gap ─ stretch ─▶
 *                            [ window ]
 *
 * Damage ends a stretch: it is told to the reader's `skipped`, and stream_resume goes on at the next member. A file that
 * is not packed is one stretch. Memory: the window, as wide as its user asked for, and packed bytes of one member (at
 * most STREAM_LOOKBACK), for a damaged member's successor may begin before the place where the damage shows. */
#ifndef READ_STREAM_H
#define READ_STREAM_H

#include "base/vec.h"
#include "read/codec.h"

#define STREAM_LOOKBACK ((size_t)8 << 20)

struct Reader;

/* Where packed bytes come from. `read` puts up to `cap` bytes into buf and returns how many; 0 at the end, -1 when it
 * failed, with *why a text that lives until the next call. */
typedef struct StreamSource {
    ptrdiff_t (*read)(void *ctx, char *buf, size_t cap, const char **why);
    void *ctx;
} StreamSource;

typedef struct StreamMember {
    uint64_t unpacked, packed; /* offsets of its first byte */
} StreamMember;

typedef struct Stream {
    struct Reader *reader;
    StreamSource source;
    /* packed bytes: in.data[in_begin ..] is the member in work, in.data[in_at ..] still to be unpacked */
    StrBuf in;
    size_t in_begin, in_at;
    uint64_t in_offset; /* in the file, of in.data[0] */
    bool in_done;
    Packing packing;
    Codec codec;
    bool in_member, gap, done;
    uint64_t member_offset; /* of the member in work, in the file */
    uint64_t member_out;    /* unpacked from it so far */
    uint64_t rescanned;
    VEC(StreamMember) members; /* from members_at on: those that reach into the window */
    size_t members_at;
    /* unpacked bytes: out.data[out_at ..] is the window */
    StrBuf out;
    size_t out_at;
    uint64_t out_offset; /* of out.data[0] */
} Stream;

/* Opens a stream on a source whose packing is told by its first bytes. */
void stream_init(Stream *s, struct Reader *reader, StreamSource source);
void stream_release(Stream *s);

/* Makes the window at least n bytes wide; false where the stretch ends before that. */
bool stream_fill(Stream *s, size_t n);
/* The window: bytes there already. Valid until the next stream_ call. */
static inline Str stream_window(const Stream *s) { return (Str){s->out.data + s->out_at, s->out.len - s->out_at}; }
/* Moves the window's begin forward by n bytes, which must be there. */
void stream_skip(Stream *s, size_t n);
/* After the end of a stretch: drops what is left of the window and goes on behind the damage. False at the end of the
 * file; the window is then empty. */
bool stream_resume(Stream *s);

/* Offsets of the window's begin: of the unpacked bytes, and of the packed file (there: of the member that holds it). */
static inline uint64_t stream_offset(const Stream *s) { return s->out_offset + s->out_at; }
uint64_t stream_file_offset(const Stream *s);
/* Where, in unpacked bytes, the damaged member begins that ends this stretch; UINT64_MAX as long as there is none. Bytes
 * from there on passed no check sum. */
uint64_t stream_damaged_from(const Stream *s);

/* Packed bytes unpacked so far. */
static inline uint64_t stream_used(const Stream *s) { return s->in_offset + s->in_at; }

/* The packed bytes at the begin of the file, before anything is unpacked: up to 64 KiB. */
Str stream_peek_packed(Stream *s);

#endif
