/* words.c: texts to folded words. Folding takes away what a copyist's editor changes without writing anything new:
 * case, umlaut spelling (ae, ä), hyphens and hyphenation, apostrophes. Quotation marks are no part of words, but each
 * word knows whether it stands inside them, and whether a sentence begins or ends with it. */
#include "base/map.h"
#include "base/pool.h"
#include "base/utf8.h"
#include "copy/steps.h"

#define LONGEST_WORD 250 /* bytes; what is longer is cut */
#define LONGEST_TEXT ((size_t)1 << 31)
#define MOST_WORDS ((uint32_t)INT32_MAX - 1)
#define TEXTS_A_JOB 32
#define JOBS 8 /* of a round, for each thread: their words are still in the cache when they are brought together */
#define MOST_OF_ONE_TOPIC 1000 /* texts */

/* Abbreviations before a capital letter that end no sentence, folded. */
static const char *const ABBREVIATIONS[] = {"dr",  "prof", "mio", "mrd", "bzw",  "st",  "ca",   "nr",
                                            "art", "abs",  "hr",  "fr",  "evtl", "ggf", "inkl", "jr",
                                            "sen", "sog",  "tel", "usw", "vgl",  "mr",  "mrs"};

enum { FOLDED = 8 };
typedef struct Reader {
    Str text;
    WordVec *out;
    size_t first;            /* of this text in out */
    uint64_t hash;           /* of the word being read */
    char folded[FOLDED + 1]; /* its beginning, for stems and numbers; the last is whichever was read last */
    size_t begin, n;         /* its first byte; folded letters, 0 = in no word */
    uint8_t flags;
    bool in_quotes, ended, new_line; /* since the last word: a full stop and the like, a line end */
} Reader;

#define HASH_BEGIN 0xcbf29ce484222325u

static uint64_t hash_letter(uint64_t hash, char folded)
{
    hash = (hash ^ (unsigned char)folded) * 0x100000001b3u;
    return hash ^ hash >> 47;
}

static void add_letter(Reader *r, char folded)
{
    r->folded[r->n < FOLDED ? r->n : FOLDED] = folded;
    r->n++;
    r->hash = hash_letter(r->hash, folded);
}

static void add_two(Reader *r, const char *folded)
{
    add_letter(r, folded[0]);
    add_letter(r, folded[1]);
}

static void add_wide_letter(Reader *r, uint32_t c)
{
    uint32_t small = utf8_lower(c);
    if (small == 0xE4) {
        add_two(r, "ae");
    } else if (small == 0xF6) {
        add_two(r, "oe");
    } else if (small == 0xFC) {
        add_two(r, "ue");
    } else if (small == 0xDF) {
        add_two(r, "ss");
    } else {
        char bytes[4];
        StrBuf folded = STRBUF_INIT;
        utf8_append_folded(&folded, str_make(bytes, utf8_put(bytes, c)));
        for (size_t i = 0; i < folded.len; i++)
            add_letter(r, folded.data[i]);
        strbuf_release(&folded);
    }
}

static bool is_abbreviation(const Reader *r, const CopyWord *w)
{
    if (w->len == 1 && !(w->flags & WORD_NUMBER))
        return true;
    if (w->flags & WORD_NUMBER && w->len <= 2)
        return true;
    for (size_t i = 0; i < sizeof ABBREVIATIONS / sizeof ABBREVIATIONS[0]; i++)
        if (str_equal_nocase(str_make(r->text.data + w->begin, w->len), str_of(ABBREVIATIONS[i])))
            return true;
    return false;
}

/* Decides, now that the next word is known, whether a sentence ended before it. */
static void close_sentence(Reader *r, uint8_t *flags)
{
    CopyWord *previous = r->out->len > r->first ? &r->out->data[r->out->len - 1] : NULL;
    if (!previous || previous->id == 0) {
        *flags |= WORD_SENTENCE;
    } else if ((r->ended || r->new_line) && *flags & (WORD_CAPITAL | WORD_NUMBER) &&
               (r->new_line || !is_abbreviation(r, previous))) {
        previous->flags |= WORD_LAST;
        *flags |= WORD_SENTENCE;
    }
    r->ended = r->new_line = false;
}

/* Long words are rare words; that needs no list and no counting. */
static bool is_telling(size_t letters, uint8_t flags)
{
    bool inside =
        (flags & (WORD_CAPITAL | WORD_SENTENCE)) == WORD_CAPITAL; /* capital, and not because it is the first */
    bool marked = (flags & WORD_NUMBER) | inside;
    return (letters >= 6) | (marked & (letters >= 3)); /* without branches: nothing tells which way they would go */
}

static void end_word(Reader *r, size_t end)
{
    if (!r->n)
        return;
    uint8_t flags = r->flags;
    bool digits = r->folded[0] >= '0' && r->folded[0] <= '9';
    flags |= digits ? WORD_NUMBER : 0;
    flags |= r->in_quotes ? WORD_QUOTED : 0;
    close_sentence(r, &flags);
    flags |= is_telling(r->n, flags) ? WORD_TELLING : 0;
    uint64_t mixed = r->hash * 0x9e3779b97f4a7c15u;
    uint32_t id = (uint32_t)(mixed >> 32), letters;
    memcpy(&letters, r->folded, sizeof letters);
    uint16_t stem = r->n < sizeof letters ? 0 : (uint16_t)(letters * 0x9e3779b1u >> 16 | 1);
    vec_push(r->out, (CopyWord){id ? id : 1, (uint32_t)r->begin, stem, (uint8_t)(end - r->begin), flags});
    r->n = 0;
}

static void interrupt(Reader *r, size_t at)
{
    if (r->out->len > r->first && r->out->data[r->out->len - 1].id != 0)
        r->out->data[r->out->len - 1].flags |= WORD_LAST;
    vec_push(r->out, (CopyWord){0, (uint32_t)at, 0, 0, 0});
    r->in_quotes = r->ended = r->new_line = false;
}

static bool is_quote(uint32_t c)
{
    return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201A && c <= 0x201F) || c == 0x2039 || c == 0x203A;
}

static bool is_space_at(const Reader *r, size_t pos)
{
    return pos >= r->text.len || (unsigned char)r->text.data[pos] <= ' ';
}

static void separator(Reader *r, uint32_t c, size_t at, size_t next)
{
    if (c == '\n') {
        r->new_line = true;
        r->in_quotes = false;
    } else if (is_quote(c)) {
        r->in_quotes = (at == 0 || is_space_at(r, at - 1) || r->text.data[at - 1] == '(') && !is_space_at(r, next);
    } else if (c == '!' || c == '?' || c == 0x2026 || c == '.') {
        r->ended = true;
    }
}

/* Whether c between two parts joins them to one word: a hyphen, an apostrophe, ":" and "*" as in "Leser:innen", the
 * point in a number. A hyphen at a line's end joins when a small letter follows. Gives the byte where the word goes on.
 */
static size_t joined(const Reader *r, uint32_t c, size_t next)
{
    if (c == 0xAD)
        return next;
    bool hyphen = c == '-' || c == 0x2010 || c == 0x2011;
    if (hyphen && next < r->text.len && r->text.data[next] == '\n') {
        size_t after = next + 1;
        return after < r->text.len && utf8_is_lower(utf8_next(r->text, &after)) ? next + 1 : 0;
    }
    if (next >= r->text.len)
        return 0;
    size_t after = next;
    uint32_t follows = utf8_next(r->text, &after);
    char last = r->folded[(r->n < FOLDED ? r->n : FOLDED) - 1];
    if (c == '.' || c == ',')
        return last >= '0' && last <= '9' && follows >= '0' && follows <= '9' ? next : 0;
    if (hyphen || c == '\'' || c == 0x2019 || c == ':' || c == '*')
        return utf8_is_letter(follows) || utf8_is_digit(follows) ? next : 0;
    return 0;
}

static void begin_word(Reader *r, size_t at, bool capital)
{
    r->begin = at;
    r->hash = HASH_BEGIN;
    r->flags = capital ? WORD_CAPITAL : 0;
}

/* The letters that German has besides those of ASCII are two bytes, the first of them this one. */
#define UMLAUT 0xC3u

/* By the second byte: what ä, ö, ü and ß are folded to; 0 for other letters. */
static const char *fold_umlaut(unsigned char second)
{
    switch (second) {
    case 0x84:
    case 0xA4: return "ae";
    case 0x96:
    case 0xB6: return "oe";
    case 0x9C:
    case 0xBC: return "ue";
    case 0x9F: return "ss";
    default: return NULL;
    }
}

static bool is_plain(unsigned char c) { return (unsigned)((c | 32) - 'a') < 26 || (unsigned)(c - '0') < 10; }

/* From one letter or digit of ASCII, the first of a word or not, to the next character that is none. */
static size_t read_plain(Reader *r, size_t at)
{
    const unsigned char *text = (const unsigned char *)r->text.data;
    size_t end = r->begin + LONGEST_WORD < r->text.len ? r->begin + LONGEST_WORD : r->text.len, n = r->n;
    uint64_t hash = r->hash;
    do {
        char folded = (char)(text[at++] | 32);
        r->folded[n < FOLDED ? n : FOLDED] = folded;
        hash = hash_letter(hash, folded);
        n++;
    } while (at < end && is_plain(text[at]));
    r->hash = hash;
    r->n = n;
    return at;
}

/* Reads on over letters and digits as German has them, nearly all of a text. Returns where the first other character
 * stands. */
static size_t read_letters(Reader *r, size_t at)
{
    const unsigned char *text = (const unsigned char *)r->text.data;
    while (at < r->text.len) {
        unsigned char c = text[at];
        if (is_plain(c)) {
            if (!r->n)
                begin_word(r, at, (unsigned)(c - 'A') < 26);
            at = read_plain(r, at);
        } else {
            const char *folded = c == UMLAUT && r->text.len - at > 1 ? fold_umlaut(text[at + 1]) : NULL;
            if (!folded)
                break;
            if (!r->n)
                begin_word(r, at, text[at + 1] < 0x9F);
            add_two(r, folded);
            at += 2;
        }
        if (at - r->begin >= LONGEST_WORD)
            end_word(r, at);
    }
    return at;
}

static bool is_of_word(uint32_t c)
{
    bool general_punctuation = c >= 0x2000 && c < 0x2070; /* dashes and quotation marks: most of what is no letter */
    return c != UTF8_BAD && !general_punctuation && (utf8_is_letter(c) || utf8_is_digit(c));
}

/* What is no letter or digit of German. */
static size_t read_char(Reader *r, size_t at)
{
    size_t next = at + 1;
    uint32_t c = (unsigned char)r->text.data[at];
    if (c == ' ') {
        end_word(r, at);
        return next;
    }
    if (c >= 0x80) {
        next = at;
        c = utf8_next(r->text, &next);
    }
    if (c >= 0x80 && is_of_word(c)) {
        if (!r->n)
            begin_word(r, at, utf8_is_upper(c));
        add_wide_letter(r, c);
        if (next - r->begin >= LONGEST_WORD)
            end_word(r, next);
        return next;
    }
    size_t on = r->n ? joined(r, c, next) : 0;
    if (on)
        return on;
    end_word(r, at);
    separator(r, c, at, next);
    return next;
}

static bool has_words(Str text, size_t begin, size_t end)
{
    for (size_t i = begin; i < end && i < text.len; i++)
        if ((unsigned char)text.data[i] > ' ')
            return true;
    return false;
}

void copy_words_of_text(const CopyText *text, WordVec *out)
{
    Reader r = {.text = text->text, .out = out, .first = out->len};
    Span all = {0, (uint32_t)text->text.len};
    const Span *body = text->body ? text->body : &all;
    size_t n_body = text->body ? text->n_body : 1, last = 0;
    for (size_t i = 0; i < n_body; i++) {
        size_t at = body[i].begin > last ? body[i].begin : last;
        size_t end = body[i].end < text->text.len ? body[i].end : text->text.len;
        if (i > 0 && has_words(text->text, last, at))
            interrupt(&r, at);
        else if (i > 0)
            r.new_line = true;
        r.text.len = end;
        while ((at = read_letters(&r, at)) < end)
            at = read_char(&r, at);
        end_word(&r, end);
        r.text.len = text->text.len;
        last = end > last ? end : last;
    }
    interrupt(&r, last);
}

typedef struct WordsJob {
    WordVec words;
    uint32_t n[TEXTS_A_JOB];
} WordsJob;

typedef struct WordsRun {
    const CopyText *texts;
    size_t n;
    size_t first; /* job of the round */
    size_t bytes; /* read so far */
    WordsJob *jobs;
} WordsRun;

static void run_job(void *ctx, size_t job, unsigned worker)
{
    (void)worker;
    WordsRun *run = ctx;
    WordsJob *j = &run->jobs[job];
    size_t begin = (run->first + job) * TEXTS_A_JOB;
    j->words.len = 0;
    for (size_t i = 0; i < TEXTS_A_JOB && begin + i < run->n; i++) {
        size_t before = j->words.len;
        copy_words_of_text(&run->texts[begin + i], &j->words);
        j->n[i] = (uint32_t)(j->words.len - before);
    }
}

static void fill_blocks(CopyWords *w)
{
    w->text_of_block = mem_alloc((w->len / 32 + 1) * sizeof *w->text_of_block);
    uint32_t t = 0;
    for (uint32_t i = 0; i <= w->len / 32; i++) {
        while (t + 1 < w->n_texts && w->first[t + 1] <= i * 32)
            t++;
        w->text_of_block[i] = t;
    }
}

/* In few texts, all on one thing, its names and titles are no evidence of copying. In many texts nothing capitalised is
 * everywhere. */
static void mark_topics(CopyWords *w)
{
    if (w->n_texts < 4 || w->n_texts > MOST_OF_ONE_TOPIC)
        return;
    U64Map texts = {0}; /* word → how many texts have it */
    for (size_t t = 0; t < w->n_texts; t++) {
        U64Map seen = {0};
        for (uint32_t p = w->first[t]; p < w->first[t + 1]; p++) {
            bool is_new;
            u64map_put(&seen, w->data[p].id, 0, &is_new);
            if (is_new)
                ++*u64map_put(&texts, w->data[p].id, 0, NULL);
        }
        u64map_release(&seen);
    }
    for (uint32_t p = 1; p < w->len; p++)
        if (w->data[p].id && w->data[p].flags & WORD_CAPITAL &&
            *u64map_get(&texts, w->data[p].id) * 10 > w->n_texts * 7)
            w->data[p].flags = (uint8_t)((w->data[p].flags | WORD_TOPIC) & ~WORD_TELLING);
    u64map_release(&texts);
}

/* Makes room for more words: as much as all texts will need, to go by those that were read. */
static void make_room(CopyWords *words, size_t *cap, size_t more, size_t bytes_read, size_t bytes)
{
    size_t needed = words->len + more;
    if (needed <= *cap)
        return;
    double all = (double)needed * ((double)bytes / (double)(bytes_read ? bytes_read : 1)) * 1.05;
    *cap = all > (double)needed && all < (double)MOST_WORDS ? (size_t)all : needed;
    CopyWord *data = copy_big_alloc(*cap * sizeof *data);
    memcpy(data, words->data, words->len * sizeof *data);
    vec_free(words->data);
    words->data = data;
}

/* Puts what the jobs of a round have read behind all others; false when that is too much. */
static bool add_round(CopyWords *words, size_t *cap, WordsRun *run, size_t n_jobs, size_t bytes)
{
    size_t more = 0, text = run->first * TEXTS_A_JOB;
    for (size_t j = 0; j < n_jobs; j++)
        more += run->jobs[j].words.len;
    for (size_t i = text; i < run->n && i < text + n_jobs * TEXTS_A_JOB; i++)
        run->bytes += run->texts[i].text.len;
    if (words->len + more > MOST_WORDS)
        return false;
    make_room(words, cap, more, run->bytes, bytes);
    for (size_t j = 0; j < n_jobs; j++) {
        const WordsJob *job = &run->jobs[j];
        if (job->words.len)
            memcpy(words->data + words->len, job->words.data, job->words.len * sizeof *words->data);
        for (size_t i = 0; i < TEXTS_A_JOB && text < run->n; i++, text++)
            words->first[text + 1] = words->len += job->n[i];
    }
    return true;
}

Status copy_words_make(CopyWords *words, const CopyText *texts, size_t n, unsigned threads, Error *err)
{
    *words = (CopyWords){.texts = texts, .n_texts = n};
    size_t bytes = 0, cap = 1;
    for (size_t i = 0; i < n; bytes += texts[i++].text.len)
        if (texts[i].text.len >= LONGEST_TEXT)
            return error_set(err, LAGEBILD_ERR_LIMIT, NULL, ERROR_NO_OFFSET, "text %zu has %zu bytes", i,
                             texts[i].text.len);
    words->data = mem_zero(1, sizeof *words->data);
    words->first = mem_zero(n + 1, sizeof *words->first);
    words->len = words->first[0] = 1;
    size_t n_jobs = (n + TEXTS_A_JOB - 1) / TEXTS_A_JOB, a_round = (threads ? threads : pool_cores()) * (size_t)JOBS;
    WordsRun run = {texts, n, 0, 0, mem_zero(a_round, sizeof *run.jobs)};
    Status status = LAGEBILD_OK;
    for (; run.first < n_jobs && status == LAGEBILD_OK; run.first += a_round) {
        size_t jobs = n_jobs - run.first < a_round ? n_jobs - run.first : a_round;
        pool_run(threads, jobs, run_job, &run);
        if (!add_round(words, &cap, &run, jobs, bytes))
            status = error_set(err, LAGEBILD_ERR_LIMIT, NULL, ERROR_NO_OFFSET,
                               "more than %u words are too many at once", MOST_WORDS);
    }
    for (size_t j = 0; j < a_round; j++)
        vec_release(&run.jobs[j].words);
    vec_free(run.jobs);
    if (status == LAGEBILD_OK && n)
        fill_blocks(words);
    if (status == LAGEBILD_OK)
        mark_topics(words);
    return status;
}

void copy_words_release(CopyWords *words)
{
    vec_free(words->data);
    vec_free(words->first);
    vec_free(words->text_of_block);
    vec_free(words->popular);
    *words = (CopyWords){0};
}
