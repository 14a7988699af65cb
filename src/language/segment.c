/* segment.c: an article's text into tokens and sentences.
 *
 * Where a sentence ends: at . ! ? … and the quotation marks and brackets that close behind it, when what follows can start
 * one; at a semicolon; at a colon before a full clause that no word of saying announces; always at a block's end. */
#include "language/tokens.h"

#include "base/utf8.h"

enum {
    SENTENCE_MAX = 1024, /* tokens: what is longer is no sentence, and is cut */
    MARKS_MAX = 16       /* stops and closing marks in a row that are looked at together */
};

typedef struct Segmenter {
    Str text;
    const Token *tokens; /* of one block */
    size_t n;
} Segmenter;

static Str token_str(const Segmenter *s, size_t i) { return str_span(s->text, s->tokens[i].span); }

static bool token_is(const Segmenter *s, size_t i, Str what) { return i < s->n && str_equal(token_str(s, i), what); }

static bool spaced(const Segmenter *s, size_t i) { return i >= s->n || s->tokens[i].flags & TOKEN_SPACE_BEFORE; }

static bool starts_with_letter(const Segmenter *s, size_t i)
{
    size_t pos = s->tokens[i].span.begin;
    return utf8_is_letter(utf8_next(s->text, &pos));
}

static bool starts_lower(const Segmenter *s, size_t i)
{
    return i < s->n && starts_with_letter(s, i) && !(s->tokens[i].flags & TOKEN_UPPER);
}

static bool is_closer(const Segmenter *s, size_t i)
{
    if (i >= s->n)
        return false;
    char c = s->text.data[s->tokens[i].span.begin];
    return s->tokens[i].flags & TOKEN_QUOTE_CLOSE || c == ')' || c == ']' || c == '}';
}

static bool is_opener(const Segmenter *s, size_t i)
{
    if (i >= s->n)
        return false;
    char c = s->text.data[s->tokens[i].span.begin];
    return s->tokens[i].flags & TOKEN_QUOTE_OPEN || c == '(' || c == '[' || c == '{';
}

typedef enum Stop { STOP_NONE, STOP_FULL, STOP_DOTS, STOP_COLON, STOP_SEMICOLON, STOP_ABBREVIATION } Stop;

static Stop stop_kind(const Segmenter *s, size_t i)
{
    Str t = token_str(s, i);
    char last = t.data[t.len - 1];
    if (t.len == 1)
        return last == '.' || last == '!' || last == '?' ? STOP_FULL
               : last == ':'                             ? STOP_COLON
               : last == ';'                             ? STOP_SEMICOLON
                                                         : STOP_NONE;
    if (last == '.')
        return t.data[0] == '.' ? STOP_DOTS : STOP_ABBREVIATION;
    return str_equal(t, STR("…")) ? STOP_DOTS : STOP_NONE;
}

/* Behind a full stop: can a sentence start at token i? `closed`: quotation marks or brackets closed between. */
static bool can_start(const Segmenter *s, size_t i, bool closed)
{
    char c = s->text.data[s->tokens[i].span.begin];
    if (starts_lower(s, i))
        return false;
    if (is_opener(s, i))
        return spaced(s, i) && !(closed && c == '(') && !(starts_lower(s, i + 1) && closed);
    if (starts_with_letter(s, i))
        return true;
    if (c >= '0' && c <= '9')
        return spaced(s, i);
    return !strchr(",;:-)]/", c) && !token_is(s, i, STR("–")) && !token_is(s, i, STR("—")) && spaced(s, i);
}

/* Tokens from i up to the next stop, at most `limit`. */
static size_t clause_length(const Segmenter *s, size_t i, size_t limit)
{
    size_t n = 0;
    while (i + n < s->n && n < limit && stop_kind(s, i + n) != STOP_FULL)
        n++;
    return n;
}

/* Stems of the words that announce what somebody says behind a colon. */
static bool announces_speech(Str word)
{
    static const char *const STEMS[] = {
        "sag",   "erklär", "äußer",  "zitier", "heiß",    "hieß",  "beton", "schr",    "mein",    "teilt", "wörtl",
        "Wort",  "so",     "fügt",   "forder", "komm",    "antw",  "laut",  "bericht", "ergänz",  "frag",  "rief",
        "ruf",   "sprach", "sprich", "gesagt", "geheiß",  "nannt", "nenn",  "warn",    "versich", "Zitat", "verkünd",
        "Motto", "Titel",  "kurz",   "etwa",   "gefragt", "meld",  "says",  "said",    "told"};
    for (size_t i = 0; i < sizeof STEMS / sizeof STEMS[0]; i++)
        if (str_starts(word, str_of(STEMS[i])))
            return true;
    return false;
}

/* Behind a colon: does a sentence of its own start at token i? `first`: first token of the sentence up to the colon. */
static bool colon_splits(const Segmenter *s, size_t first, size_t i)
{
    enum { CLAUSE = 5 }; /* tokens that a clause has at least */
    if (!spaced(s, i) || s->tokens[i].flags & TOKEN_QUOTE_OPEN || i - first <= CLAUSE ||
        clause_length(s, i, CLAUSE) < CLAUSE)
        return false; /* a quotation stays with what announces it */
    size_t from = i - first > 40 ? i - 40 : first;
    for (size_t k = from; k < i; k++)
        if (announces_speech(token_str(s, k)))
            return false;
    return word_starts_sentence(token_str(s, i));
}

/* Index behind the sentence's last token when it ends with the stop at i, else 0. `first`: the sentence's first token. */
static size_t sentence_end(const Segmenter *s, size_t first, size_t i)
{
    Stop stop = stop_kind(s, i);
    if (stop == STOP_NONE)
        return 0;
    size_t next = i + 1;
    if (stop == STOP_COLON)
        return next < s->n && colon_splits(s, first, next) ? next : 0;
    if (stop == STOP_SEMICOLON)
        return next < s->n && spaced(s, next) ? next : 0;
    if (stop == STOP_DOTS && i > first && is_opener(s, i - 1) && !(s->tokens[i - 1].flags & TOKEN_QUOTE_OPEN))
        return 0; /* "[…]" */
    size_t limit = i + MARKS_MAX;
    while (next < s->n && next < limit && stop == STOP_FULL && stop_kind(s, next) == STOP_FULL)
        next++;
    bool closed = false;
    for (; next < limit && is_closer(s, next); next++)
        closed = true;
    if (next >= s->n)
        return next;
    if (stop == STOP_ABBREVIATION) {
        Str word = token_str(s, i);
        bool inside = abbreviation_kind(str_slice(word, 0, word.len - 1)) == ABBREVIATION_INSIDE;
        return !inside && word_starts_sentence(token_str(s, next)) ? next : 0;
    }
    return can_start(s, next, closed) ? next : 0;
}

typedef VEC(Sentence) Sentences;

/* Sentences of the tokens [from, to) of one block. */
static void split_block(Str text, Tokens *tokens, size_t from, uint32_t block, Sentences *out)
{
    Segmenter s = {text, tokens->data + from, tokens->len - from};
    for (size_t first = 0, i = 0; i < s.n; i++) {
        size_t end = i + 1 == s.n ? s.n : sentence_end(&s, first, i);
        if (!end && i + 1 - first == SENTENCE_MAX)
            end = i + 1;
        if (!end)
            continue;
        tokens->data[from + first].flags |= TOKEN_SENTENCE_FIRST;
        Span span = {s.tokens[first].span.begin, s.tokens[end - 1].span.end};
        vec_push(out, (Sentence){span, (uint32_t)(from + first), (uint32_t)(end - first), block});
        first = end;
        i = end - 1;
    }
}

void segment_article(const Article *article, Arena *arena, Analysis *out)
{
    Tokens tokens = {0};
    Sentences sentences = {0};
    for (size_t b = 0; b < article->n_blocks; b++) {
        const Block *block = &article->blocks[b];
        if (block->kind != BLOCK_TITLE && !block_is_body(block->kind))
            continue;
        size_t from = tokens.len;
        tokens_lex(article->text, block->span, &tokens);
        tokens_pair_quotes(article->text, tokens.data + from, tokens.len - from);
        split_block(article->text, &tokens, from, (uint32_t)b, &sentences);
    }
    out->n_tokens = tokens.len;
    out->tokens = vec_to_arena(&tokens, arena);
    out->n_sentences = sentences.len;
    out->sentences = vec_to_arena(&sentences, arena);
}
