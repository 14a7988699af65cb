/* lookup.c: the lexicon asked for a word, then for its parts. A German text keeps making new words; most are known ones put
 * together ("Bundesaußenministerium", "Hilfs-Konvoi") or bent ("gefährlichste", "weiterverhandelte"). */
#include "language/lookup.h"

#include "base/map.h"
#include "base/utf8.h"
#include "language/numbers.h"
#include "language/tokens.h"

#include <stdlib.h>

enum { WORD_MAX = 96 }; /* bytes of a word that are looked at; longer ones by their end */

/* Lower case of German letters, bytes staying as many; other scripts stay as they are. */
static void lower_bytes(char to[WORD_MAX], Str word)
{
    number_lower(word, to, WORD_MAX);
    const char *first = word.len ? memchr(to, 0xC3, word.len - 1) : NULL; /* of a letter like "É" */
    for (size_t i = first ? (size_t)(first - to) + 1 : word.len; i < word.len; i++) {
        unsigned char c = (unsigned char)to[i];
        if ((unsigned char)to[i - 1] == 0xC3 && c >= 0x80 && c <= 0x9E && c != 0x97)
            to[i] = (char)(c | 32);
    }
}

static size_t letter_size(unsigned char c) { return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4; }

/* First letter in upper case, German letters only. */
static void capitalise(char *word)
{
    unsigned char *w = (unsigned char *)word;
    if (w[0] >= 'a' && w[0] <= 'z')
        w[0] = (unsigned char)(w[0] & ~32u);
    else if (w[0] == 0xC3 && w[1] >= 0xA0 && w[1] != 0xB7 && w[1] != 0x9F)
        w[1] = (unsigned char)(w[1] & ~32u);
}

/* Sorted by bytes. */
static const Str PREFIXES[] = {
    STR_INIT("ab"), STR_INIT("an"), STR_INIT("auf"), STR_INIT("aus"), STR_INIT("auseinander"), STR_INIT("bei"),
    STR_INIT("bekannt"), STR_INIT("bereit"), STR_INIT("bloß"), STR_INIT("da"), STR_INIT("dar"), STR_INIT("davon"),
    STR_INIT("dazu"), STR_INIT("durch"), STR_INIT("ein"), STR_INIT("empor"), STR_INIT("entgegen"), STR_INIT("entlang"),
    STR_INIT("fehl"), STR_INIT("fern"), STR_INIT("fest"), STR_INIT("fort"), STR_INIT("frei"), STR_INIT("gegenüber"),
    STR_INIT("gleich"), STR_INIT("heim"), STR_INIT("her"), STR_INIT("herab"), STR_INIT("heran"), STR_INIT("herauf"),
    STR_INIT("heraus"), STR_INIT("herbei"), STR_INIT("herein"), STR_INIT("herum"), STR_INIT("herunter"),
    STR_INIT("hervor"), STR_INIT("hin"), STR_INIT("hinauf"), STR_INIT("hinaus"), STR_INIT("hinein"),
    STR_INIT("hinter"), STR_INIT("hinterher"), STR_INIT("hinweg"), STR_INIT("hinzu"), STR_INIT("hoch"),
    STR_INIT("infrage"), STR_INIT("inne"), STR_INIT("kennen"), STR_INIT("klar"), STR_INIT("los"), STR_INIT("mit"),
    STR_INIT("nach"), STR_INIT("nahe"), STR_INIT("nieder"), STR_INIT("preis"), STR_INIT("richtig"), STR_INIT("sicher"),
    STR_INIT("stand"), STR_INIT("statt"), STR_INIT("still"), STR_INIT("teil"), STR_INIT("tot"), STR_INIT("um"),
    STR_INIT("umher"), STR_INIT("unter"), STR_INIT("voll"), STR_INIT("vor"), STR_INIT("voran"), STR_INIT("voraus"),
    STR_INIT("vorbei"), STR_INIT("vorher"), STR_INIT("vorweg"), STR_INIT("vorüber"), STR_INIT("wahr"), STR_INIT("weg"),
    STR_INIT("weiter"), STR_INIT("wett"), STR_INIT("wieder"), STR_INIT("zu"), STR_INIT("zufrieden"),
    STR_INIT("zugute"), STR_INIT("zunichte"), STR_INIT("zurecht"), STR_INIT("zurück"), STR_INIT("zusammen"),
    STR_INIT("zuvor"), STR_INIT("über"), STR_INIT("übrig"),
};

static int compare(const void *key, const void *entry) { return str_compare(*(const Str *)key, *(const Str *)entry); }

bool word_is_separable_prefix(Str word)
{
    return word.len <= 13 &&
           bsearch(&word, PREFIXES, sizeof PREFIXES / sizeof PREFIXES[0], sizeof PREFIXES[0], compare);
}

bool word_opens(Str previous) { return !previous.len || str_equal(previous, STR(":")) || token_is_quote(previous); }

/* Bytes a to z from `at` on. */
static size_t small_letters(Str word, size_t at)
{
    size_t i = at;
    while (i < word.len && word.data[i] >= 'a' && word.data[i] <= 'z')
        i++;
    return i - at;
}

static WordShape shape_of(Str word)
{
    bool upper = false, lower = false, digit = false, other = false, first_upper = false;
    size_t letters = 0, small = small_letters(word, 0);
    if (small > 1 && small == word.len)
        return SHAPE_LOWER;
    if (word.len > 1 && word.data[0] >= 'A' && word.data[0] <= 'Z' && small_letters(word, 1) == word.len - 1)
        return SHAPE_UPPER;
    for (size_t i = 0; i < word.len; i += letter_size((unsigned char)word.data[i])) {
        unsigned char c = (unsigned char)word.data[i];
        if (c >= '0' && c <= '9') {
            digit = true;
        } else if (c < 0x80 && !((c | 32) >= 'a' && (c | 32) <= 'z')) {
            other = true;
        } else {
            size_t pos = i;
            uint32_t code = c < 0x80 ? c : utf8_next(word, &pos);
            bool is_upper = c < 0x80 ? c < 'a' : utf8_is_upper(code);
            if (c >= 0x80 && !utf8_is_letter(code)) {
                other = true;
                continue;
            }
            letters++;
            first_upper |= i == 0 && is_upper;
            upper |= is_upper && i > 0;
            lower |= !is_upper;
        }
    }
    bool stop = word.len > 1 && word.data[word.len - 1] == '.';
    if (digit)
        return letters ? SHAPE_DIGITS_MORE : stop ? SHAPE_ORDINAL : SHAPE_DIGITS;
    if (!letters)
        return other ? SHAPE_PUNCT : SHAPE_OTHER;
    if (stop)
        return SHAPE_ABBREVIATION;
    if (letters == 1)
        return SHAPE_LETTER;
    if (first_upper)
        return !lower ? SHAPE_ALL_UPPER : upper ? SHAPE_MIXED : SHAPE_UPPER;
    return upper ? SHAPE_MIXED : SHAPE_LOWER;
}

static bool use(WordInfo *out, const Lexicon *lx, LexiconRange range, uint32_t keep, size_t head)
{
    uint32_t readings = lexicon_readings(lx, range) & keep;
    if (!readings)
        return false;
    out->entries = range;
    out->readings = readings | READING_GUESS;
    out->head = (uint16_t)head;
    return true;
}

/* Where the last part of a word may begin if it begins at byte `at`: behind the hyphen there; 0 inside a letter. */
static size_t part_begin(const char *lower, size_t at)
{
    return ((unsigned char)lower[at] & 0xC0) == 0x80 ? 0 : lower[at] == '-' ? at + 1 : at;
}

/* A capitalised word that ends in a known noun of at least four bytes: "Kabinetts-sitzung". Longest head first. All heads
 * are called from the lexicon before the first is asked for. */
static bool split_compound(const Lexicon *lx, const char *lower, size_t len, WordInfo *out)
{
    char head[WORD_MAX];
    uint64_t hashes[WORD_MAX];
    for (size_t at = 3; at + 4 <= len; at++) {
        size_t from = part_begin(lower, at);
        if (!from || len - from < 4)
            continue;
        memcpy(head, lower + from, len - from);
        capitalise(head);
        hashes[at] = hash_bytes(head, len - from);
        lexicon_call(lx, hashes[at]);
    }
    for (size_t at = 3; at + 4 <= len; at++) {
        size_t from = part_begin(lower, at);
        if (!from || len - from < 4)
            continue;
        LexiconRange range = lexicon_find_hash(lx, hashes[at]);
        if (range.count && use(out, lx, range, READING_NOUN, from))
            return true;
    }
    return false;
}

static bool is_verb_prefix(Str part)
{
    static const Str FIXED[] = {STR_INIT("be"),   STR_INIT("er"),    STR_INIT("ver"), STR_INIT("zer"), STR_INIT("ent"),
                                STR_INIT("miss"), STR_INIT("wider"), STR_INIT("re"),  STR_INIT("de")};
    for (size_t i = 0; i < sizeof FIXED / sizeof FIXED[0]; i++)
        if (str_equal(part, FIXED[i]))
            return true;
    return word_is_separable_prefix(part);
}

/* A lower-case word that ends in a known adjective ("un-bestätigte"), in a verb behind a verb's prefix
 * ("weiter-verhandelt"), or as verbs in -ieren do ("boykott-ierte"). */
static bool split_lower(const Lexicon *lx, const char *lower, size_t len, WordInfo *out)
{
    uint32_t verb = READING_VERB | READING_IND | READING_SUB | READING_SUB1 | READING_SUB2 | READING_INF | READING_ZU |
                    READING_PART2 | READING_PAST | READING_SING | READING_PLUR;
    uint64_t hashes[WORD_MAX];
    for (size_t at = 2; at + 3 <= len; at++) {
        size_t from = part_begin(lower, at);
        if (from)
            lexicon_call(lx, hashes[at] = hash_bytes(lower + from, len - from));
    }
    for (size_t at = 2; at + 3 <= len; at++) {
        size_t from = part_begin(lower, at);
        if (!from)
            continue;
        Str head = {lower + from, len - from};
        LexiconRange range = lexicon_find_hash(lx, hashes[at]);
        if (!range.count || (head.len < 4 && !str_starts(head, STR("ier"))))
            continue;
        bool may_be_verb = is_verb_prefix(str_make(lower, at)) || str_starts(head, STR("ier"));
        if (use(out, lx, range, may_be_verb ? verb | READING_ADJ : READING_ADJ, from))
            return true;
    }
    return false;
}

/* Comparative and superlative of a known adjective: "gefährlich-er-e", "gefährlich-st-en", "weit-est-e". */
static bool strip_degree(const Lexicon *lx, const char *lower, size_t len, WordInfo *out)
{
    static const Str ENDINGS[] = {STR_INIT("e"),  STR_INIT("en"), STR_INIT("em"),
                                  STR_INIT("er"), STR_INIT("es"), STR_INIT("")};
    static const Str DEGREES[] = {STR_INIT("er"), STR_INIT("est"), STR_INIT("st")};
    for (size_t e = 0; e < 6; e++) {
        if (!str_ends(str_make(lower, len), ENDINGS[e]))
            continue;
        Str stem = {lower, len - ENDINGS[e].len};
        for (size_t d = 0; d < 3; d++) {
            if (!str_ends(stem, DEGREES[d]) || stem.len < DEGREES[d].len + 3)
                continue;
            LexiconRange range = lexicon_find(lx, str_make(stem.data, stem.len - DEGREES[d].len));
            if (range.count && use(out, lx, range, READING_ADJ, 0))
                return true;
        }
    }
    return false;
}

/* The word in lower case: itself where it is, else in the buffer. */
static const char *lower_of(const WordInfo *w, char buffer[WORD_MAX])
{
    if (w->shape == SHAPE_LOWER)
        return w->word.data;
    lower_bytes(buffer, w->word);
    return buffer;
}

static bool is_written_upper(const WordInfo *w)
{
    return w->shape == SHAPE_UPPER || w->shape == SHAPE_MIXED || w->shape == SHAPE_ALL_UPPER;
}

void word_begin(const Lexicon *lx, Str word, bool first, WordInfo *out)
{
    char buffer[WORD_MAX];
    Str cut = word.len > WORD_MAX ? str_slice(word, word.len - WORD_MAX, word.len) : word;
    *out = (WordInfo){.word = cut, .first = first, .shape = (uint8_t)shape_of(cut)};
    const char *lower = lower_of(out, buffer);
    out->hash = hash_str(cut);
    lexicon_call(lx, out->hash);
    out->lower_hash = out->shape == SHAPE_LOWER ? out->hash : hash_bytes(lower, cut.len);
    if (first && out->lower_hash != out->hash)
        lexicon_call(lx, out->lower_hash);
    out->lower = (uint32_t)(out->lower_hash >> 32);
    for (size_t i = 0; i < 3; i++) {
        size_t n = i + 2 < cut.len ? i + 2 : cut.len;
        uint64_t bytes = 0;
        memcpy(&bytes, lower + cut.len - n, n);
        out->suffix[i] = (uint32_t)((bytes * 0x9E3779B97F4A7C15u) >> 32);
    }
    memcpy(&out->prefix, lower, cut.len < 3 ? cut.len : 3);
    out->hyphen = str_find_char(str_slice(cut, 1, cut.len), '-', 0) != SIZE_MAX;
}

void word_find(const Lexicon *lx, WordInfo *out)
{
    out->entries = lexicon_find_hash(lx, out->hash);
    if (out->entries.count)
        lexicon_call_entries(lx, out->entries);
    else
        lexicon_call(lx, out->lower_hash);
}

/* The readings of the word's forms; false when the lexicon has none. */
static bool read_forms(const Lexicon *lx, WordInfo *out)
{
    out->readings = lexicon_readings(lx, out->entries);
    if (is_written_upper(out) && (out->first || !out->entries.count)) {
        LexiconRange small = lexicon_find_hash(lx, out->lower_hash);
        uint32_t readings = lexicon_readings(lx, small);
        if (!out->entries.count)
            out->entries = small;
        out->readings |= readings | (out->first ? 0 : READING_GUESS);
    }
    if (out->readings & ~(uint32_t)READING_GUESS)
        return true;
    out->readings = 0;
    return false;
}

static void read_parts(const Lexicon *lx, const char *lower, size_t len, WordInfo *out)
{
    if (len < 5 || out->shape == SHAPE_PUNCT || out->shape == SHAPE_DIGITS || out->shape == SHAPE_ORDINAL ||
        out->shape == SHAPE_ABBREVIATION)
        return;
    if (out->shape == SHAPE_LOWER || out->first) {
        if (strip_degree(lx, lower, len, out) || split_lower(lx, lower, len, out))
            return;
    }
    if (is_written_upper(out) || out->hyphen)
        split_compound(lx, lower, len, out);
}

void word_finish(const Lexicon *lx, WordInfo *out)
{
    enum { LONGEST_PREFIX = 13 };
    char buffer[WORD_MAX];
    size_t len = out->word.len;
    if (!read_forms(lx, out))
        read_parts(lx, lower_of(out, buffer), len, out);
    lexicon_call_lemmas(lx, out->entries);
    bool may_be_prefix = out->readings & (READING_ADP | READING_ADV | READING_ADJ | READING_SCONJ | READING_PART |
                                          READING_NOUN | READING_VERB);
    if (may_be_prefix && len <= LONGEST_PREFIX && word_is_separable_prefix(str_make(lower_of(out, buffer), len)))
        out->readings |= READING_PREFIX;
}

static bool is_i(const WordInfo *w)
{
    return w->word.len == 3 && w->word.data[1] == 'c' && w->word.data[2] == 'h' && (w->word.data[0] | 32) == 'i';
}

void words_note_first_person(WordInfo *words, size_t n)
{
    enum { NEAR = 12 };
    size_t last = SIZE_MAX; /* last "ich" before or at i + NEAR */
    for (size_t k = 0; k < n && k < NEAR; k++)
        if (is_i(&words[k]))
            last = k;
    for (size_t i = 0; i < n; i++) {
        if (i + NEAR < n && is_i(&words[i + NEAR]))
            last = i + NEAR;
        bool only_i =
            words[i].readings & READING_SUB1 && words[i].readings & READING_IND && !(words[i].readings & READING_PLUR);
        words[i].needs_i = only_i && (last == SIZE_MAX || last + NEAR < i);
    }
}
