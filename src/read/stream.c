#include "read/stream.h"

#include "read/reader.h"

#ifndef READ_STEP /* the fuzz targets make it small, so that everything comes to lie across an edge */
#define READ_STEP ((size_t)256 << 10)
#endif
#define RATIO_FREE ((uint64_t)1 << 20)   /* unpacked bytes of a member before READ_RATIO_MAX counts */
#define RESCAN_MAX ((uint64_t)1 << 30) /* packed and unpacked bytes that may be worked on twice in search of members */
#define WHOLE_PACKED ((size_t)256 << 10) /* a member that large is unpacked at once … */
#define WHOLE_ROOM ((size_t)4 << 20)     /* … into that much at most */
#define DICTIONARY_MAX ((size_t)16 << 20)

void stream_init(Stream *s, Reader *reader, StreamSource source)
{
    *s = (Stream){.reader = reader, .source = source};
    codec_init(&s->codec);
    s->packing = packing_of(stream_peek_packed(s));
}

void stream_release(Stream *s)
{
    codec_release(&s->codec);
    strbuf_release(&s->in);
    strbuf_release(&s->out);
    vec_release(&s->members);
}

/* ---- the packed side ---- */

/* Drops the packed bytes before in_begin, which nobody needs again. */
static void drop_packed(Stream *s)
{
    memmove(s->in.data, s->in.data + s->in_begin, s->in.len - s->in_begin);
    s->in.len -= s->in_begin;
    s->in_at -= s->in_begin;
    s->in_offset += s->in_begin;
    s->in_begin = 0;
}

/* Reads on; false at the end of the source. */
static bool read_packed(Stream *s)
{
    if (s->in_done)
        return false;
    bool over = !s->in_member && s->packing != PACKING_ZST;
    if (over || s->packing == PACKING_NONE || s->in_at - s->in_begin > STREAM_LOOKBACK)
        s->in_begin = s->in_at;
    if (s->in_begin > s->in.len / 2) /* not for every few bytes that come from a slow source */
        drop_packed(s);
    strbuf_reserve(&s->in, READ_STEP);
    const char *why = "cannot be read";
    ptrdiff_t got = s->source.read(s->source.ctx, s->in.data + s->in.len, READ_STEP, &why);
    if (got < 0 && s->reader->in_archive) /* the archive checks an entry only when all of it was read */
        reader_skip(s->reader, LAGEBILD_ERR_FORMAT, ERROR_NO_OFFSET, "%s", why);
    else if (got < 0)
        reader_skip(s->reader, LAGEBILD_ERR_IO, s->in_offset + s->in.len, "%s", why);
    s->in_done = got <= 0;
    s->in.len += got > 0 ? (size_t)got : 0;
    s->gap |= got < 0;
    return got > 0;
}

static Str packed_left(const Stream *s) { return str_slice(strbuf_str(&s->in), s->in_at, s->in.len); }

/* Makes at least n packed bytes available where the source has them. */
static Str want_packed(Stream *s, size_t n)
{
    while (packed_left(s).len < n && read_packed(s))
        ;
    return packed_left(s);
}

Str stream_peek_packed(Stream *s) { return want_packed(s, (size_t)64 << 10); }

/* ---- members ---- */

/* Ends the stretch; the member in work is to blame. */
static bool damaged(Stream *s, Status code, const char *why)
{
    reader_skip(s->reader, code, s->member_offset, "%s: %s", packing_name(s->packing), why);
    s->gap = true;
    return false;
}

/* .warc.zst keeps the dictionary of its frames in a skippable frame at the begin, packed itself or not
 * (https://iipc.github.io/warc-specifications/specifications/warc-zstd/). Without one: nothing is done. */
static bool take_dictionary(Stream *s)
{
    Str in = want_packed(s, 8);
    if (in.len < 8 || memcmp(in.data, "\x5D\x2A\x4D\x18", 4) != 0)
        return true;
    const unsigned char *p = (const unsigned char *)in.data + 4;
    size_t len = (size_t)p[0] | (size_t)p[1] << 8 | (size_t)p[2] << 16 | (size_t)p[3] << 24;
    if (len > DICTIONARY_MAX)
        return damaged(s, LAGEBILD_ERR_LIMIT, "the dictionary is larger than 16 MiB");
    in = want_packed(s, 8 + len);
    if (in.len < 8 + len)
        return damaged(s, LAGEBILD_ERR_FORMAT, "cut short");
    Str dictionary = str_slice(in, 8, 8 + len);
    StrBuf unpacked = STRBUF_INIT;
    const char *why;
    if (packing_of(dictionary) == PACKING_ZST && codec_unpack(PACKING_ZST, dictionary, DICTIONARY_MAX, &unpacked, &why))
        dictionary = strbuf_str(&unpacked);
    bool good = codec_set_dictionary(&s->codec, dictionary);
    strbuf_release(&unpacked);
    s->in_at += 8 + len;
    return good || damaged(s, LAGEBILD_ERR_FORMAT, "the dictionary is damaged");
}

/* Begins the next member; false at the end of the file or where no member begins. */
static bool begin_member(Stream *s)
{
    s->in_member = false;
    if (s->packing == PACKING_ZST && s->in_offset + s->in_at == 0 && !take_dictionary(s))
        return false;
    Str in = want_packed(s, 16);
    s->member_offset = s->in_offset + s->in_at;
    while (in.len && in.data[0] == '\0' && s->packing != PACKING_NONE) { /* tapes and xz pad with zeros */
        s->in_at++;
        in = want_packed(s, 16);
    }
    if (!in.len) {
        s->done = true;
        return false;
    }
    vec_push(&s->members, (StreamMember){s->out_offset + s->out.len, s->member_offset});
    if (packing_of(in) != s->packing && s->packing != PACKING_NONE) {
        if (s->packing != PACKING_ZST) /* its check sum is optional: the frame before may have taken in others */
            s->in_begin = s->in_at;
        return damaged(s, LAGEBILD_ERR_FORMAT, "bytes that are no member");
    }
    s->in_begin = s->in_at;
    s->member_offset = s->members.data[s->members.len - 1].packed = s->in_offset + s->in_begin;
    codec_begin(&s->codec, s->packing);
    s->in_member = true;
    s->member_out = 0;
    return true;
}

/* Unpacks all of the member that begins now; false where it must go step by step, as the long and the damaged must. */
static bool unpack_whole(Stream *s)
{
    Str in = want_packed(s, WHOLE_PACKED);
    size_t used, made;
    bool room_short = true;
    for (size_t least = WHOLE_ROOM / 8; room_short && least <= WHOLE_ROOM; least *= 8) {
        strbuf_reserve(&s->out, least);
        size_t room = s->out.cap - s->out.len - 1;
        if (codec_whole_gz(&s->codec, in, s->out.data + s->out.len, room, &used, &made, &room_short)) {
            s->in_at += used;
            s->out.len += made;
            s->in_member = false;
            return true;
        }
    }
    return false;
}

/* Unpacks some more of the member in work into the window; false where the stretch ends. */
static bool unpack_more(Stream *s)
{
    if (s->gap || s->done)
        return false;
    if (!s->in_member) {
        if (!begin_member(s))
            return false;
        if (s->packing == PACKING_GZ && unpack_whole(s))
            return true;
    }
    Str in = want_packed(s, 1);
    size_t made, before = in.len;
    CodecStep step = codec_step(&s->codec, &in, s->out.data + s->out.len, s->out.cap - s->out.len - 1, &made);
    s->in_at += before - in.len;
    s->out.len += made;
    s->member_out += made;
    if (step == CODEC_END) {
        s->in_member = false;
        return true;
    }
    if (step == CODEC_BAD)
        return damaged(s, LAGEBILD_ERR_FORMAT, s->codec.why);
    uint64_t packed = s->in_offset + s->in_at - s->member_offset;
    if (s->packing != PACKING_NONE && s->member_out > RATIO_FREE + READ_RATIO_MAX * packed)
        return damaged(s, LAGEBILD_ERR_LIMIT, "expands more than 2000 times");
    if (!before && !made && s->in_done) {
        s->done = s->packing == PACKING_NONE;
        return s->done || s->gap ? false : damaged(s, LAGEBILD_ERR_FORMAT, "cut short");
    }
    return true;
}

/* ---- the window ---- */

/* Room for unpacking: used bytes go when they are more than the window, so that each byte moves once on average. */
static void make_room(Stream *s)
{
    if (s->out_at > s->out.len - s->out_at) {
        memmove(s->out.data, s->out.data + s->out_at, s->out.len - s->out_at);
        s->out.len -= s->out_at;
        s->out_offset += s->out_at;
        s->out_at = 0;
    }
    strbuf_reserve(&s->out, READ_STEP);
}

bool stream_fill(Stream *s, size_t n)
{
    while (s->out.len - s->out_at < n) {
        make_room(s);
        if (!unpack_more(s))
            return s->out.len - s->out_at >= n;
    }
    return true;
}

void stream_skip(Stream *s, size_t n)
{
    s->out_at += n;
    while (s->members_at + 1 < s->members.len && s->members.data[s->members_at + 1].unpacked <= stream_offset(s))
        s->members_at++;
    if (s->members_at > s->members.len / 2) {
        s->members.len -= s->members_at;
        memmove(s->members.data, s->members.data + s->members_at, s->members.len * sizeof *s->members.data);
        s->members_at = 0;
    }
}

uint64_t stream_file_offset(const Stream *s)
{
    if (s->packing == PACKING_NONE)
        return stream_offset(s);
    return s->members.len ? s->members.data[s->members_at].packed : s->in_offset + s->in_at;
}

uint64_t stream_damaged_from(const Stream *s)
{
    return !s->gap ? UINT64_MAX : s->members.len ? s->members.data[s->members.len - 1].unpacked : 0;
}

bool stream_resume(Stream *s)
{
    stream_skip(s, s->out.len - s->out_at);
    if (!s->gap || s->packing == PACKING_NONE)
        return false;
    /* The damaged member's successor may begin before the place where unpacking failed: look from the member's second
     * byte on, unless an input made to cost us time has had us do so too often. */
    s->rescanned += s->in_at - s->in_begin + s->member_out;
    size_t from = s->rescanned > RESCAN_MAX && s->in_at > s->in_begin ? s->in_at : s->in_begin + 1;
    for (;;) {
        s->in_at = packing_find(s->packing, strbuf_str(&s->in), from);
        if (s->in_at != SIZE_MAX)
            break;
        s->in_at = s->in.len; /* a magic may lie across the end of what is there: it has at most 6 bytes */
        size_t behind = s->in.len > from + 5 ? s->in.len - 5 : from;
        s->in_begin = behind < s->in.len ? behind : s->in.len;
        s->in_member = true;
        uint64_t behind_offset = s->in_offset + behind;
        if (!read_packed(s)) {
            s->in_at = s->in.len;
            s->done = true;
            break;
        }
        from = (size_t)(behind_offset - s->in_offset);
    }
    s->in_begin = s->in_at;
    s->in_member = s->gap = false;
    return !s->done;
}
