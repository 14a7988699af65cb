#include "store/pack.h"

#include <stdlib.h>
#include <zstd.h>

#define PACK_LEVEL 3
/* A page has at most READ_PAGE_MAX bytes; its source, text and spans together are a few times that. */
#define UNPACKED_MAX ((size_t)512 << 20)

static Str *entity_names(const Analysis *analysis, const uint32_t *entities, size_t n, Arena *arena, size_t *n_names)
{
    Str *names = ARENA_NEW(arena, Str, n);
    *n_names = 0;
    for (size_t i = 0; i < n; i++)
        if (entities[i] < analysis->n_entities && analysis->entities[entities[i]].name.len)
            names[(*n_names)++] = analysis->entities[entities[i]].name;
    return names;
}

Saids said_make(const Statements *statements, const Analysis *analysis, Arena *arena)
{
    Saids out = {ARENA_NEW(arena, Said, statements->len), statements->len};
    for (size_t i = 0; i < out.len; i++) {
        const Statement *s = &statements->data[i];
        Said *said = &out.data[i];
        said->statement = *s;
        said->speakers = entity_names(analysis, s->speakers, s->n_speakers, arena, &said->n_speakers);
        said->addressees = entity_names(analysis, s->addressees, s->n_addressees, arena, &said->n_addressees);
        said->statement.n_speakers = said->statement.n_addressees = 0;
        said->statement.speakers = said->statement.addressees = NULL;
    }
    return out;
}

/* ---- writing ------------------------------------------------------------------------------------------------- */

static void put_number(StrBuf *b, uint64_t n)
{
    for (; n >= 0x80; n >>= 7)
        strbuf_add_char(b, (char)(n | 0x80));
    strbuf_add_char(b, (char)n);
}

static void put_str(StrBuf *b, Str s)
{
    put_number(b, s.len);
    strbuf_add(b, s);
}

static void put_strs(StrBuf *b, const Str *strs, size_t n)
{
    put_number(b, n);
    for (size_t i = 0; i < n; i++)
        put_str(b, strs[i]);
}

static void put_span(StrBuf *b, Span span)
{
    put_number(b, span.begin);
    put_number(b, span.end);
}

static void put_spans(StrBuf *b, Spans spans)
{
    put_number(b, spans.len);
    for (size_t i = 0; i < spans.len; i++)
        put_span(b, spans.data[i]);
}

static void put_layout(StrBuf *b, const Article *a)
{
    put_number(b, a->n_blocks);
    for (size_t i = 0; i < a->n_blocks; i++) {
        put_span(b, a->blocks[i].span);
        put_number(b, a->blocks[i].kind);
        put_str(b, str_of(a->blocks[i].reason));
    }
    put_number(b, a->n_places);
    for (size_t i = 0; i < a->n_places; i++) {
        put_number(b, a->places[i].text_at);
        put_number(b, a->places[i].source_at);
    }
}

static void put_article(StrBuf *b, const Article *a)
{
    const Str fields[] = {a->source, a->text, a->id,    a->file,   a->url,       a->canonical,
                          a->outlet, a->lang, a->title, a->kicker, a->published, a->modified};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        put_str(b, fields[i]);
    put_number(b, a->offset);
    put_number(b, a->published_basis);
    put_number(b, a->modified_basis);
    put_number(b, a->type);
    put_strs(b, a->authors, a->n_authors);
    put_strs(b, a->credits, a->n_credits);
    put_layout(b, a);
}

enum { SAID_NEGATED = 1, SAID_CONDITIONAL = 2, SAID_BYTES = 15 /* of the shortest */ };

static void put_said(StrBuf *b, const Said *said)
{
    const Statement *s = &said->statement;
    put_number(b, s->type);
    put_number(b, s->act);
    put_number(b, s->plover);
    put_number(b, s->resolved);
    put_number(b, (s->negated ? SAID_NEGATED : 0u) | (s->conditional ? SAID_CONDITIONAL : 0u));
    put_number(b, s->parent == STATEMENT_NONE ? 0 : (uint64_t)s->parent + 1);
    const Spans spans[] = {s->quote, s->speaker, s->cue, s->addressee, s->frame};
    for (size_t i = 0; i < sizeof spans / sizeof spans[0]; i++)
        put_spans(b, spans[i]);
    put_strs(b, said->speakers, said->n_speakers);
    put_strs(b, said->addressees, said->n_addressees);
    put_str(b, str_of(s->why));
    put_str(b, str_of(s->act_why));
}

void pack_article(const Article *article, const Saids *saids, StrBuf *out)
{
    StrBuf b = STRBUF_INIT;
    put_article(&b, article);
    put_number(&b, saids->len);
    for (size_t i = 0; i < saids->len; i++)
        put_said(&b, &saids->data[i]);
    size_t bound = ZSTD_compressBound(b.len);
    strbuf_reserve(out, bound);
    ZSTD_CCtx *zstd = ZSTD_createCCtx();
    if (!zstd)
        abort(); /* no memory left: see lagebild.h */
    ZSTD_CCtx_setParameter(zstd, ZSTD_c_compressionLevel, PACK_LEVEL);
    ZSTD_CCtx_setParameter(zstd, ZSTD_c_checksumFlag, 1);
    size_t packed = ZSTD_compress2(zstd, out->data + out->len, bound, b.data, b.len);
    if (ZSTD_isError(packed))
        abort(); /* with room for compressBound it can only be memory */
    ZSTD_freeCCtx(zstd);
    out->len += packed;
    out->data[out->len] = '\0';
    strbuf_release(&b);
}

/* ---- reading ------------------------------------------------------------------------------------------------- */

typedef struct Reader {
    Str in;
    size_t pos;
    Arena *arena;
    size_t text_len; /* spans lie within */
    bool bad;        /* once set, everything read is empty */
} Reader;

static uint64_t get_number(Reader *r, uint64_t max)
{
    uint64_t n = 0;
    for (unsigned shift = 0; !r->bad && shift < 64 && r->pos < r->in.len; shift += 7) {
        uint64_t byte = (unsigned char)r->in.data[r->pos++];
        n |= (byte & 0x7F) << shift;
        if (byte < 0x80) {
            if (n > max)
                break;
            return n;
        }
    }
    r->bad = true;
    return 0;
}

/* How many things follow, each of at least `size` bytes, so that damage cannot ask for memory without end. */
static size_t get_count(Reader *r, size_t size) { return (size_t)get_number(r, (r->in.len - r->pos) / size); }

static Str get_str(Reader *r)
{
    size_t len = get_count(r, 1);
    if (len > r->in.len - r->pos)
        r->bad = true;
    if (r->bad)
        return STR_EMPTY;
    r->pos += len;
    return str_slice(r->in, r->pos - len, r->pos);
}

static const char *get_c_string(Reader *r) { return arena_str(r->arena, get_str(r)).data; }

static Str *get_strs(Reader *r, size_t *n)
{
    *n = get_count(r, 1);
    Str *strs = ARENA_NEW(r->arena, Str, *n);
    for (size_t i = 0; i < *n; i++)
        strs[i] = get_str(r);
    return strs;
}

static Span get_span(Reader *r)
{
    uint32_t begin = (uint32_t)get_number(r, r->text_len);
    uint32_t end = (uint32_t)get_number(r, r->text_len);
    if (begin > end)
        r->bad = true;
    return r->bad ? (Span){0, 0} : (Span){begin, end};
}

static Spans get_spans(Reader *r)
{
    size_t n = get_count(r, 2);
    Spans spans = {ARENA_NEW(r->arena, Span, n), n};
    for (size_t i = 0; i < n; i++)
        spans.data[i] = get_span(r);
    return spans;
}

static void get_layout(Reader *r, Article *a)
{
    a->n_blocks = get_count(r, 4);
    a->blocks = ARENA_NEW(r->arena, Block, a->n_blocks);
    for (size_t i = 0; i < a->n_blocks; i++) {
        Block *b = &a->blocks[i];
        b->span = get_span(r);
        b->kind = (BlockKind)get_number(r, BLOCK_KINDS - 1);
        b->reason = get_c_string(r);
    }
    a->n_places = get_count(r, 2);
    a->places = ARENA_NEW(r->arena, Place, a->n_places);
    for (size_t i = 0; i < a->n_places; i++) {
        a->places[i].text_at = (uint32_t)get_number(r, a->text.len);
        a->places[i].source_at = (uint32_t)get_number(r, a->source.len);
        if (i && a->places[i].text_at < a->places[i - 1].text_at)
            r->bad = true;
    }
}

static void get_article(Reader *r, Article *a)
{
    Str *const fields[] = {&a->source, &a->text, &a->id,    &a->file,   &a->url,       &a->canonical,
                           &a->outlet, &a->lang, &a->title, &a->kicker, &a->published, &a->modified};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        *fields[i] = get_str(r);
    if (a->source.len > UINT32_MAX || a->text.len > UINT32_MAX)
        r->bad = true;
    r->text_len = a->text.len;
    a->offset = get_number(r, UINT64_MAX);
    a->published_basis = (DateBasis)get_number(r, DATE_CAPTURED);
    a->modified_basis = (DateBasis)get_number(r, DATE_CAPTURED);
    a->type = (PageType)get_number(r, PAGE_TYPE_LISTING);
    a->authors = get_strs(r, &a->n_authors);
    a->credits = get_strs(r, &a->n_credits);
    get_layout(r, a);
}

static void get_said(Reader *r, size_t number, Said *said)
{
    Statement *s = &said->statement;
    s->type = (StatementType)get_number(r, STATEMENT_REPORTED);
    s->act = (Act)get_number(r, ACT_COUNT - 1);
    s->plover = (Plover)get_number(r, PLOVER_THREATEN);
    s->resolved = (Resolution)get_number(r, RESOLVED_CARRIED);
    uint64_t flags = get_number(r, SAID_NEGATED | SAID_CONDITIONAL);
    s->negated = flags & SAID_NEGATED;
    s->conditional = flags & SAID_CONDITIONAL;
    uint64_t parent = get_number(r, number); /* parents come first */
    s->parent = parent ? (uint32_t)(parent - 1) : STATEMENT_NONE;
    Spans *const spans[] = {&s->quote, &s->speaker, &s->cue, &s->addressee, &s->frame};
    for (size_t i = 0; i < sizeof spans / sizeof spans[0]; i++)
        *spans[i] = get_spans(r);
    said->speakers = get_strs(r, &said->n_speakers);
    said->addressees = get_strs(r, &said->n_addressees);
    s->why = get_c_string(r);
    s->act_why = get_c_string(r);
}

Status unpack_article(Str packed, Arena *arena, Article *article, Saids *saids, Error *err)
{
    *article = (Article){0};
    *saids = (Saids){0};
    unsigned long long size = ZSTD_getFrameContentSize(packed.data, packed.len);
    if (size > UNPACKED_MAX) /* the two codes for "unknown" and "no frame" are above it */
        return error_set(err, LAGEBILD_ERR_DATABASE, NULL, ERROR_NO_OFFSET, "a stored article is damaged");
    char *bytes = arena_alloc(arena, (size_t)size);
    Reader r = {.in = {bytes, (size_t)size}, .arena = arena};
    r.bad = ZSTD_decompress(bytes, (size_t)size, packed.data, packed.len) != size;
    get_article(&r, article);
    saids->len = get_count(&r, SAID_BYTES);
    saids->data = ARENA_NEW(arena, Said, saids->len);
    for (size_t i = 0; i < saids->len; i++)
        get_said(&r, i, &saids->data[i]);
    if (r.bad || r.pos != r.in.len)
        return error_set(err, LAGEBILD_ERR_DATABASE, NULL, ERROR_NO_OFFSET, "a stored article is damaged");
    return LAGEBILD_OK;
}
