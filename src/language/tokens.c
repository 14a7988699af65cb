/* tokens.c: one block's bytes into tokens. A token ends at white space and around punctuation, but for marks that belong
 * inside a word ("Journalist:innen", "9.000", "bildblog.de", "U-Bahn-", "z.B.") and stops that belong to it ("21. Januar"). */
#include "language/tokens.h"

#include "base/utf8.h"

typedef struct Lexer {
    Str text; /* cut at the block's end: text.len is where to stop */
    size_t at;
    Tokens *out;
    size_t first; /* tokens of this block begin here */
} Lexer;

enum { KIND_OTHER, KIND_SPACE, KIND_LETTER, KIND_DIGIT, KIND_NONE };

/* Kind of the character at `at`, its bytes in *len. */
static int kind_at(Str text, size_t at, size_t *len)
{
    *len = 1;
    if (at >= text.len)
        return KIND_NONE;
    unsigned char c = (unsigned char)text.data[at];
    if ((c | 32) >= 'a' && (c | 32) <= 'z')
        return KIND_LETTER;
    if (c >= '0' && c <= '9')
        return KIND_DIGIT;
    if (c < 0x80)
        return c <= ' ' || c == 0x7F ? KIND_SPACE : KIND_OTHER;
    size_t next = at;
    uint32_t code = utf8_next(text, &next);
    *len = next - at;
    if (code >= 0xC0 && code < 0x250)
        return code == 0xD7 || code == 0xF7 ? KIND_OTHER : KIND_LETTER;
    if (code == 0xB2 || code == 0xB3 || code == 0xB5 || code == 0xB9 ||
        (code >= 0x300 && code < 0x370)) /* ² ³ µ ¹, marks */
        return KIND_LETTER;
    if (utf8_is_space(code))
        return KIND_SPACE;
    if (utf8_is_digit(code))
        return KIND_DIGIT;
    return utf8_is_letter(code) ? KIND_LETTER : KIND_OTHER;
}

static bool is_word_kind(int kind) { return kind == KIND_LETTER || kind == KIND_DIGIT; }

static int kind_only(Str text, size_t at)
{
    size_t len;
    return kind_at(text, at, &len);
}

static bool is_upper_at(Str text, size_t at)
{
    if (at >= text.len)
        return false;
    unsigned char c = (unsigned char)text.data[at];
    if (c < 0x80)
        return c >= 'A' && c <= 'Z';
    size_t pos = at;
    return utf8_is_upper(utf8_next(text, &pos));
}

static bool is_lower_at(Str text, size_t at) { return kind_only(text, at) == KIND_LETTER && !is_upper_at(text, at); }

static bool has_at(Str text, size_t at, Str what)
{
    return at <= text.len && text.len - at >= what.len && memcmp(text.data + at, what.data, what.len) == 0;
}

static void emit(Lexer *lx, size_t begin, size_t end)
{
    Token t = {.span = {(uint32_t)begin, (uint32_t)end}};
    if (lx->out->len > lx->first && lx->out->data[lx->out->len - 1].span.end < begin)
        t.flags |= TOKEN_SPACE_BEFORE;
    if (is_upper_at(lx->text, begin))
        t.flags |= TOKEN_UPPER;
    vec_push(lx->out, t);
}

/* Gender forms: ":innen", "*in", "_innen", "/innen", "/-in" behind a noun, with nothing behind. Bytes to take, or 0. */
static size_t gender_ending(Str text, size_t at)
{
    if (at >= text.len || !strchr(":*_/", text.data[at]) || !text.data[at])
        return 0;
    size_t pos = at + 1;
    if (text.data[at] == '/' && pos < text.len && text.data[pos] == '-')
        pos++;
    if (!has_at(text, pos, STR("in")))
        return 0;
    pos += has_at(text, pos, STR("innen")) ? 5 : 2;
    return is_word_kind(kind_only(text, pos)) ? 0 : pos - at;
}

/* A mark at `at` that stands inside a word, letter or digit on both sides: bytes to take, or 0. `digits`: the word has been
 * digits so far; `begin` is the word's, `piece` the begin of the part behind its last stop. */
static size_t joiner(Str text, size_t at, size_t begin, size_t piece, bool digits)
{
    char c = text.data[at];
    size_t len = 1;
    int after;
    if (c == '.') {
        after = kind_only(text, at + 1);
        if (digits)
            return after == KIND_DIGIT;
        if (after != KIND_LETTER)
            return 0;
        return at - begin == 1 || at - piece <= 2 ||
               is_lower_at(text, at + 1); /* "z.B", "news.example.org", not "Ende.Anfang" */
    }
    if (c == ',' || c == ':') {
        if (kind_only(text, at - 1) == KIND_DIGIT && kind_only(text, at + 1) == KIND_DIGIT)
            return digits;
        return c == ':' && !digits ? gender_ending(text, at) : 0;
    }
    if (c == '-') {
        after = kind_only(text, at + 1);
        return is_word_kind(after) && !(digits && after == KIND_DIGIT);
    }
    if (c == '\'' || has_at(text, at, STR("’"))) {
        len = c == '\'' ? 1 : 3;
        return kind_only(text, at + len) == KIND_LETTER && !digits ? len : 0;
    }
    if (c == '&' || c == '@')
        return is_word_kind(kind_only(text, at + 1));
    if (has_at(text, at, STR("\xE2\x80\x90")) || has_at(text, at, STR("\xE2\x80\x91"))) /* hyphen, no-break hyphen */
        return is_word_kind(kind_only(text, at + 3)) ? 3 : 0;
    if (has_at(text, at, STR("–"))) /* "Berlin–Hamburg", not "1990–1995" or "sagt–auch" */
        return !digits && is_upper_at(text, begin) && is_upper_at(text, at + 3) ? 3 : 0;
    if (c == '_' && is_word_kind(kind_only(text, at + 1)) && !gender_ending(text, at))
        return 1;
    return digits ? 0 : gender_ending(text, at);
}

static size_t ascii_letters_end(Str text, size_t at)
{
    while (at < text.len && (text.data[at] | 32) >= 'a' && (text.data[at] | 32) <= 'z')
        at++;
    return at;
}

/* Byte behind the word that begins at `begin`. */
static size_t word_end(Str text, size_t begin)
{
    size_t at = begin, piece = begin, len;
    bool digits = true;
    for (;;) {
        size_t letters = ascii_letters_end(text, at); /* most words are nothing else */
        digits = digits && letters == at;
        at = letters;
        int kind = kind_at(text, at, &len);
        if (is_word_kind(kind)) {
            digits = digits && kind == KIND_DIGIT;
            at += len;
            continue;
        }
        if (kind != KIND_OTHER || at == begin)
            break;
        if ((len = joiner(text, at, begin, piece, digits)) == 0)
            break;
        digits = digits && text.data[at] != '-';
        if (text.data[at] == '.')
            piece = at + 1;
        at += len;
    }
    if (str_equal(str_slice(text, begin, at), STR("CDU")) && has_at(text, at, STR("/CSU")) &&
        !is_word_kind(kind_only(text, at + 4)))
        return at + 4;
    if (at > begin && has_at(text, at, STR("-")) && !has_at(text, at, STR("--")) &&
        !is_word_kind(kind_only(text, at + 1)))
        return at + 1; /* "Vor-" of "Vor- und Nachteile" */
    if (digits && has_at(text, at, STR(",-")))
        return at + 2 + (has_at(text, at + 2, STR("-")) ? 1 : 0); /* "500,-" */
    return at;
}

/* A web address: up to white space or a quotation mark, without the punctuation at its end. */
static size_t address_end(Str text, size_t begin)
{
    size_t at = begin, len;
    while (kind_at(text, at, &len) != KIND_SPACE && at < text.len && !strchr("\"<>|", text.data[at]) && text.data[at] &&
           !has_at(text, at, STR("“")) && !has_at(text, at, STR("„")))
        at += len;
    while (at > begin && strchr(".,;:!?)]'", text.data[at - 1]))
        at--;
    return at;
}

static bool is_address(Str text, size_t at)
{
    return has_at(text, at, STR("http://")) || has_at(text, at, STR("https://")) || has_at(text, at, STR("www."));
}

/* The word that starts at or behind `at`, over white space and opening marks; empty at the end. */
static Str word_behind(Str text, size_t at)
{
    size_t len;
    int kind;
    for (size_t marks = 0; (kind = kind_at(text, at, &len)) == KIND_SPACE || (kind == KIND_OTHER && marks++ < 2);)
        at += len;
    return is_word_kind(kind) ? str_slice(text, at, word_end(text, at)) : STR_EMPTY;
}

static bool is_month(Str word)
{
    static const char *const MONTHS[] = {"Januar", "Jänner", "Februar",   "März",    "April",    "Mai",     "Juni",
                                         "Juli",   "August", "September", "Oktober", "November", "Dezember"};
    for (size_t i = 0; i < sizeof MONTHS / sizeof MONTHS[0]; i++)
        if (str_equal(word, str_of(MONTHS[i])))
            return true;
    return false;
}

/* Nouns that a bare number closes: "auf Platz 19. Trainer Ott …" */
static bool takes_number(Str word)
{
    static const char *const NOUNS[] = {"Platz", "Rang",   "Nummer", "Artikel", "Paragraf",
                                        "Jahr",  "Jahre",  "Seite",  "Kapitel", "Punkt",
                                        "Stufe", "Gruppe", "Stand",  "Etappe",  "Position"};
    for (size_t i = 0; i < sizeof NOUNS / sizeof NOUNS[0]; i++)
        if (str_equal(word, str_of(NOUNS[i])))
            return true;
    return is_month(word);
}

static Str last_token(const Lexer *lx)
{
    return lx->out->len > lx->first ? str_span(lx->text, lx->out->data[lx->out->len - 1].span) : STR_EMPTY;
}

/* Is the stop behind a number an ordinal's ("am 21. Januar") and not the sentence's? */
static bool number_keeps_stop(const Lexer *lx, Str number, size_t behind)
{
    size_t len, next = behind;
    if (str_find_char(number, ',', 0) != SIZE_MAX || str_find_char(number, ':', 0) != SIZE_MAX)
        return false;
    while (kind_at(lx->text, next, &len) == KIND_SPACE)
        next += len;
    int kind = kind_only(lx->text, next);
    if (kind == KIND_NONE)
        return false;
    if (is_lower_at(lx->text, next) ||
        (next == behind && (has_at(lx->text, next, STR(")")) || has_at(lx->text, next, STR(",")))))
        return true;
    if (kind == KIND_OTHER && next == behind)
        return has_at(lx->text, next, STR("-")) || has_at(lx->text, next, STR("/"));
    Str word = word_behind(lx->text, next);
    bool dotted = str_find_char(number, '.', 0) != SIZE_MAX; /* "01.02." */
    if (is_month(word))
        return true;
    if (dotted && (number.len > 5 || (number.len == 5 && number.data[1] == '.'))) /* "5.000" is a quantity */
        return false;
    if (word_starts_sentence(word) || number.len > 3 + (dotted ? 2 : 0) || takes_number(last_token(lx)))
        return false;
    return true;
}

static bool is_roman(Str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!strchr("IVXL", word.data[i]) || !word.data[i])
            return false;
    return word.len > 0;
}

static bool names_a_letter(Str word)
{
    return str_equal(word, STR("Vitamin")) || str_equal(word, STR("Hepatitis")) || str_equal(word, STR("Plan")) ||
           str_equal(word, STR("Klasse")) || str_equal(word, STR("Gruppe")) || str_equal(word, STR("Typ"));
}

/* Does the stop at `stop` belong to the word before it? */
static bool word_keeps_stop(const Lexer *lx, Str word, size_t stop)
{
    size_t len, next = stop + 1;
    if (has_at(lx->text, next, STR(".")) && abbreviation_kind(word) == ABBREVIATION_NONE)
        return false; /* three dots */
    int first = kind_at(lx->text, word.data - lx->text.data, &len);
    bool upper = is_upper_at(lx->text, word.data - lx->text.data);
    bool spaced = kind_only(lx->text, next) == KIND_SPACE;
    while (kind_at(lx->text, next, &len) == KIND_SPACE)
        next += len;
    AbbreviationKind abbreviation = abbreviation_kind(word);
    if (abbreviation == ABBREVIATION_INSIDE && upper && word_starts_sentence(word_behind(lx->text, next)))
        return false; /* "in dieser Art. Im Mai": the noun */
    if (abbreviation != ABBREVIATION_NONE)
        return true;
    if (first == KIND_LETTER && word.len == (((unsigned char)word.data[0] < 0x80) ? 1u : 2u))
        return upper ? !names_a_letter(last_token(lx)) : kind_only(lx->text, next) != KIND_NONE;
    if (is_roman(word))
        return kind_only(lx->text, next) != KIND_NONE && !word_starts_sentence(word_behind(lx->text, next));
    if (has_at(lx->text, stop + 1, STR(",")) || (spaced && is_lower_at(lx->text, next)))
        return word.len <= 6;
    return false;
}

static void lex_word(Lexer *lx)
{
    size_t begin = lx->at, end = is_address(lx->text, begin) ? address_end(lx->text, begin) : word_end(lx->text, begin);
    if (has_at(lx->text, end, STR(".")) && !is_address(lx->text, begin)) {
        Str word = str_slice(lx->text, begin, end);
        bool digits = true;
        for (size_t i = 0; i < word.len && digits; i++)
            digits = (word.data[i] >= '0' && word.data[i] <= '9') || strchr(".,:", word.data[i]);
        bool keeps = digits ? !has_at(lx->text, end + 1, STR(".")) && number_keeps_stop(lx, word, end + 1)
                            : word_keeps_stop(lx, word, end);
        end += keeps;
    }
    emit(lx, begin, end);
    lx->at = end;
}

/* Punctuation and symbols: one character, but for runs of dots, of hyphens and two apostrophes. */
static void lex_mark(Lexer *lx, size_t len)
{
    Str text = lx->text;
    size_t begin = lx->at, end = begin + len;
    char c = text.data[begin];
    if ((c == '.' && has_at(text, end, STR("."))) || (c == '-' && has_at(text, end, STR("-")))) {
        while (end < text.len && text.data[end] == c)
            end++;
    } else if (c == '\'' && has_at(text, end, STR("'"))) {
        end++;
    } else if ((c == '-' || c == '#' || c == '@' || has_at(text, begin, STR("°"))) &&
               is_word_kind(kind_only(text, end)) && !(c == '-' && kind_only(text, end) == KIND_DIGIT)) {
        end = word_end(text, end); /* "-zuschauern", "#Wahl", "°C" */
    }
    emit(lx, begin, end);
    lx->at = end;
}

void tokens_lex(Str text, Span block, Tokens *out)
{
    Lexer lx = {.text = {text.data, block.end}, .at = block.begin, .out = out, .first = out->len};
    size_t len;
    while (lx.at < block.end) {
        int kind = kind_at(lx.text, lx.at, &len);
        if (kind == KIND_SPACE)
            lx.at += len;
        else if (is_word_kind(kind))
            lex_word(&lx);
        else
            lex_mark(&lx, len);
    }
}
