/* warc.c: WARC 1.0 and 1.1 (ISO 28500), records one after another:
 *
 *     WARC/1.0 CRLF  Field: value CRLF …  CRLF  block (Content-Length bytes)  CRLF CRLF
 *
 * A record counts only when two line ends, another record or the end follow its block. Where that is not so its length is
 * not to be trusted, and reading goes on at the next "WARC/1." behind its first bytes. */
#include "read/http.h"
#include "read/reader.h"

#define HEADER_MAX ((size_t)64 << 10)
#define GAP_MAX 64 /* line ends between two records; the standard has four bytes */
#define BODIES_FREE ((uint64_t)1 << 20) /* bytes unpacked from HTTP bodies before READ_RATIO_MAX counts */
#define DOUBT_MAX ((uint64_t)256 << 20) /* bytes looked through for records inside records that proved to be wrong */

typedef struct Warc {
    Reader *reader;
    Stream *stream;
    StrBuf scratch;  /* HTTP bodies */
    StrBuf lower;    /* media type and charset */
    uint64_t bodies; /* bytes unpacked from HTTP bodies */
    uint64_t doubts; /* as for DOUBT_MAX */
} Warc;

#define VERSION_LINE 9 /* bytes of "WARC/1.0" and a line end */

static bool is_record(Str s)
{
    return s.len >= VERSION_LINE && memcmp(s.data, "WARC/", 5) == 0 && s.data[5] >= '0' && s.data[5] <= '9' &&
           s.data[6] == '.' && s.data[7] >= '0' && s.data[7] <= '9' && (s.data[8] == '\r' || s.data[8] == '\n');
}

/* The next place at or after `from` where a record begins. */
static size_t find_record(Str s, size_t from)
{
    for (size_t at = from; (at = str_find(s, STR("WARC/"), at)) != SIZE_MAX; at++)
        if (is_record(str_slice(s, at, s.len)))
            return at;
    return SIZE_MAX;
}

static void skip_record(Warc *w, Status code, const char *why)
{
    reader_skip(w->reader, code, stream_file_offset(w->stream), "%s", why);
}

/* Moves to the next record at or behind the window's byte `from`, or to the end of the stretch. */
static void seek_record(Stream *s, size_t from)
{
    for (;;) {
        Str window = stream_window(s);
        size_t at = find_record(window, from);
        if (at != SIZE_MAX) {
            stream_skip(s, at);
            return;
        }
        size_t keep = window.len < VERSION_LINE - 1 ? window.len : VERSION_LINE - 1;
        stream_skip(s, window.len - keep);
        from = 0;
        if (!stream_fill(s, keep + 1)) {
            stream_skip(s, keep);
            return;
        }
    }
}

/* Length of the record's header with its empty line, or SIZE_MAX. A header ends before the next record, so that a file of
 * nothing but beginnings is read in linear time. */
static size_t header_length(Stream *s)
{
    for (size_t want = 4096;; want *= 2) {
        bool more = stream_fill(s, want);
        Str near = str_slice(stream_window(s), 0, want);
        size_t next = find_record(near, 5);
        size_t end = http_headers_end(str_slice(near, 0, next));
        if (end != SIZE_MAX || next != SIZE_MAX || !more || want >= HEADER_MAX)
            return end;
    }
}

/* What follows a block. */
typedef enum After { AFTER_GOOD, AFTER_CUT, AFTER_RUBBISH } After;

/* Whether a record that lost a piece, but not its length, took in the ones behind it: then one of those ends where this
 * one does, or where yet another begins. (A page about WARC may hold records; they hardly end so.) */
static bool took_in_others(Warc *w, Str record)
{
    size_t next;
    if (w->doubts > DOUBT_MAX)
        return false;
    for (size_t at = find_record(record, 5); at != SIZE_MAX; at = next) {
        next = find_record(record, at + 5); /* a header ends before it */
        Str inner = str_slice(record, at, record.len);
        size_t header_len = http_headers_end(str_slice(record, at, next));
        uint64_t length;
        if (header_len == SIZE_MAX ||
            !str_to_u64(http_field(str_slice(inner, 0, header_len), STR("Content-Length")), &length) ||
            length > inner.len - header_len)
            continue;
        Str rest = str_slice(inner, header_len + (size_t)length, inner.len);
        if (rest.len <= 4 || str_starts(rest, STR("\r\n\r\nWARC/"))) {
            w->doubts += at;
            return true;
        }
    }
    return false;
}

/* Something else than a record follows: it is that which is damaged when the block has its two line ends, unless these
 * belong to a record that a wrong length took in. */
static After rubbish_follows(Stream *s, size_t end)
{
    Str window = stream_window(s);
    bool ended = window.len >= end + 4 && memcmp(window.data + end, "\r\n\r\n", 4) == 0;
    return ended && find_record(str_slice(window, 0, end), 5) == SIZE_MAX ? AFTER_GOOD : AFTER_RUBBISH;
}

/* Looks at what comes after the record's last byte, `end` bytes into the window. */
static After what_follows(Warc *w, size_t end)
{
    Stream *s = w->stream;
    if (!stream_fill(s, end))
        return AFTER_CUT;
    for (size_t at = end; at <= end + GAP_MAX; at++) {
        if (!stream_fill(s, at + 1))
            return at <= end + 4 && stream_offset(s) + end > stream_damaged_from(s) ? AFTER_CUT : AFTER_GOOD;
        char c = stream_window(s).data[at];
        if (c != '\r' && c != '\n') {
            stream_fill(s, at + VERSION_LINE);
            if (!is_record(str_slice(stream_window(s), at, SIZE_MAX)))
                return rubbish_follows(s, end);
            return took_in_others(w, str_slice(stream_window(s), 0, end)) ? AFTER_RUBBISH : AFTER_GOOD;
        }
    }
    return rubbish_follows(s, end);
}

static Str lower_copy(StrBuf *buf, Str s)
{
    size_t begin = buf->len;
    for (size_t i = 0; i < s.len; i++)
        strbuf_add_char(buf, s.data[i] >= 'A' && s.data[i] <= 'Z' ? (char)(s.data[i] + 32) : s.data[i]);
    return str_slice(strbuf_str(buf), begin, buf->len);
}

static Str without_brackets(Str s)
{
    return s.len > 1 && s.data[0] == '<' && s.data[s.len - 1] == '>' ? str_slice(s, 1, s.len - 1) : s;
}

/* ISO 639-3 as WET files have it, to the two letters we use; only languages we tell apart. */
static Str short_language(Str s)
{
    static const char *const CODES[][2] = {{"deu", "de"}, {"ger", "de"}, {"eng", "en"}, {"fra", "fr"}, {"fre", "fr"},
                                           {"ita", "it"}, {"spa", "es"}, {"nld", "nl"}, {"pol", "pl"}, {"rus", "ru"}};
    Str first = str_slice(s, 0, str_find_char(s, ',', 0));
    for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++)
        if (str_equal(first, str_of(CODES[i][0])))
            return str_of(CODES[i][1]);
    return STR_EMPTY;
}

static bool is_html(Str media_type)
{
    return str_equal_nocase(media_type, STR("text/html")) || str_equal_nocase(media_type, STR("application/xhtml+xml"));
}

/* Whether a body of this type may be a page. What a crawl has besides pages (pictures, scripts, notes to robots) is passed
 * over in silence: nobody wants it. */
static bool may_be_page(Str media_type, Str url)
{
    if (!media_type.len || is_html(media_type))
        return true;
    return str_equal_nocase(media_type, STR("text/plain")) && !str_ends(url, STR("/robots.txt")) &&
           !str_ends(url, STR("/ads.txt"));
}

/* Where the type leaves it open the bytes decide: servers send pages as plain text, and anything without a type. */
static bool page_kind(Str media_type, Str body, PageKind *kind)
{
    Looks looks = is_html(media_type) && body.len ? LOOKS_HTML : bytes_look(body);
    *kind = looks == LOOKS_HTML ? PAGE_HTML : PAGE_CRAWL;
    return body.len && (looks == LOOKS_HTML || (looks == LOOKS_TEXT && media_type.len));
}

/* Undoes the framing of a response: its page's body, type and charset. False when there is no page to be had. */
static bool take_response(Warc *w, Page *page)
{
    HttpResponse response;
    const char *why;
    if (!str_starts_nocase(page->url, STR("http")))
        return false;
    if (!http_parse(page->bytes, &response)) {
        if (is_html(page->media_type)) /* some programs store the page alone */
            return true;
        skip_record(w, LAGEBILD_ERR_FORMAT, "a response record without an HTTP response");
        return false;
    }
    if (response.status < 200 || response.status > 299 || !may_be_page(response.media_type, page->url))
        return false;
    uint64_t limit = BODIES_FREE + READ_RATIO_MAX * stream_used(w->stream);
    limit = limit > w->bodies ? limit - w->bodies : 0;
    limit = limit < READ_PAGE_MAX ? limit : READ_PAGE_MAX;
    bool good = http_unpack(&response, (size_t)limit, &w->scratch, &why);
    w->bodies += w->scratch.len;
    if (!good)
        skip_record(w, w->scratch.len > limit ? LAGEBILD_ERR_LIMIT : LAGEBILD_ERR_FORMAT, why);
    page->media_type = response.media_type;
    page->charset = response.charset;
    page->bytes = response.body;
    return good;
}

/* A good record of a kind that may hold a page. */
static void hand_over(Warc *w, Str header, Str block)
{
    Page page = {.file = str_of(w->reader->file), .offset = stream_offset(w->stream), .bytes = block,
                 .id = without_brackets(http_field(header, STR("WARC-Record-ID"))),
                 .url = without_brackets(http_field(header, STR("WARC-Target-URI"))),
                 .captured = http_field(header, STR("WARC-Date")),
                 .lang = short_language(http_field(header, STR("WARC-Identified-Content-Language")))};
    http_content_type(http_field(header, STR("Content-Type")), &page.media_type, &page.charset);
    if (str_equal(http_field(header, STR("WARC-Type")), STR("response")) ? !take_response(w, &page)
                                                                        : !may_be_page(page.media_type, page.url))
        return;
    strbuf_clear(&w->lower);
    strbuf_reserve(&w->lower, page.media_type.len + page.charset.len);
    page.media_type = lower_copy(&w->lower, page.media_type);
    page.charset = lower_copy(&w->lower, page.charset);
    if (page.bytes.len > READ_PAGE_MAX)
        skip_record(w, LAGEBILD_ERR_LIMIT, "a page of more than 32 MiB");
    else if (page_kind(page.media_type, page.bytes, &page.kind))
        reader_page(w->reader, &page);
}

/* What is wrong with a header, NULL when nothing is; *length becomes the block's. */
static const char *bad_header(Str header, bool ends, uint64_t *length)
{
    if (!ends)
        return "WARC header without an end";
    if (!http_field(header, STR("WARC-Type")).len)
        return "WARC record without a type";
    return str_to_u64(http_field(header, STR("Content-Length")), length) ? NULL : "WARC record without a length";
}

/* The record that begins the window. */
static void read_record(Warc *w)
{
    Stream *s = w->stream;
    size_t header_len = header_length(s);
    Str header = str_slice(stream_window(s), 0, header_len);
    uint64_t length = 0;
    const char *wrong = bad_header(header, header_len != SIZE_MAX, &length);
    if (wrong) {
        if (!s->gap)
            skip_record(w, LAGEBILD_ERR_FORMAT, wrong);
        seek_record(s, 5);
        return;
    }
    Str type = http_field(header, STR("WARC-Type"));
    bool wanted =
        str_equal(type, STR("response")) || str_equal(type, STR("resource")) || str_equal(type, STR("conversion"));
    if (length > READ_PAGE_MAX + HEADER_MAX) {
        if (wanted)
            skip_record(w, LAGEBILD_ERR_LIMIT, "a record of more than 32 MiB");
        seek_record(s, header_len); /* without keeping it */
        return;
    }
    size_t end = header_len + (size_t)length;
    After after = what_follows(w, end);
    if (after != AFTER_GOOD) {
        if (!s->gap || after == AFTER_RUBBISH)
            skip_record(w, LAGEBILD_ERR_FORMAT,
                        after == AFTER_CUT ? "WARC record cut short" : "WARC record whose length is wrong");
        seek_record(s, 5);
        return;
    }
    if (wanted) {
        Str window = stream_window(s);
        hand_over(w, str_slice(window, 0, header_len), str_slice(window, header_len, end));
    }
    stream_skip(s, end);
}

/* Past the ends of lines between records, a window at a time: a packed file may hold gigabytes of them. */
static void skip_line_ends(Stream *s)
{
    size_t ends = 1;
    for (size_t there = 1; ends == there && stream_fill(s, 1);) {
        Str window = stream_window(s);
        there = window.len;
        for (ends = 0; ends < there && (window.data[ends] == '\r' || window.data[ends] == '\n');)
            ends++;
        stream_skip(s, ends);
    }
}

void warc_read(Reader *r, Stream *s)
{
    Warc w = {.reader = r, .stream = s};
    for (;;) {
        skip_line_ends(s);
        if (!stream_fill(s, 1)) {
            if (!stream_resume(s))
                break;
            continue;
        }
        stream_fill(s, VERSION_LINE);
        if (is_record(stream_window(s))) {
            read_record(&w);
        } else {
            skip_record(&w, LAGEBILD_ERR_FORMAT, "bytes that are no WARC record");
            seek_record(s, 1);
        }
        if (r->status != LAGEBILD_OK)
            break;
    }
    strbuf_release(&w.scratch);
    strbuf_release(&w.lower);
}
