#include "language/namefeatures.h"

#include "base/map.h"
#include "language/numbers.h"
#include "language/titles.h"

enum { SHAPE_UPPER_INSIDE = 2, SHAPE_LOWER_LETTER = 4, SHAPE_DIGIT = 8, SHAPE_HYPHEN = 16 }; /* bits of `shape` */
enum {
    WORD_IS_CAPITAL = 1,
    WORD_IS_KNOWN = 2,
    WORD_IS_QUOTED = 4,
    WORD_IS_FIRST = 8,
    WORD_IS_LINK = 16,
    WORD_IS_BRACKET = 32
};

static uint32_t hash32(Str s) { return (uint32_t)hash_bytes(s.data, s.len); }

/* Of a word's beginning or ending: at most six characters, mostly less than eight bytes. */
static uint32_t hash_part(Str s)
{
    uint64_t first = s.len, last = 0;
    memcpy(&last, s.data + s.len - (s.len < 8 ? s.len : 8), s.len < 8 ? s.len : 8);
    for (size_t i = 8; i < s.len; i++)
        first = first << 8 ^ (unsigned char)s.data[i - 8];
    uint64_t hash = (last ^ first << 56 ^ first * 0xC2B2AE3D27D4EB4Fu) * 0x9E3779B97F4A7C15u;
    return (uint32_t)(hash >> 32);
}

/* The last (first) `n` characters of s. */
static Str ending(Str s, size_t n)
{
    size_t at = s.len;
    while (n && at > 0) {
        at--;
        n -= ((unsigned char)s.data[at] & 0xC0) != 0x80;
    }
    return str_slice(s, at, s.len);
}

static Str beginning(Str s, size_t n)
{
    size_t at = 0;
    while (at < s.len) {
        if (((unsigned char)s.data[at] & 0xC0) != 0x80 && n-- == 0)
            break;
        at++;
    }
    return str_slice(s, 0, at);
}

/* Capital first, all capitals, digits, hyphen, stop, capital inside, length up to four. */
static uint32_t shape_of(Str s, bool *capital)
{
    bool upper = false, lower = false, digit = false, hyphen = false, stop = false, inner = false;
    *capital = s.len && s.data[0] >= 'A' && s.data[0] <= 'Z';
    size_t begin = *capital; /* behind small letters, of which most words are nothing else */
    while (begin < s.len && s.data[begin] >= 'a' && s.data[begin] <= 'z')
        begin++;
    upper = *capital;
    lower = begin > *capital;
    for (size_t i = begin; i < s.len; i++) {
        unsigned char c = (unsigned char)s.data[i];
        bool is_upper = (c >= 'A' && c <= 'Z') || (c == 0xC3 && i + 1 < s.len && (unsigned char)s.data[i + 1] < 0x9F);
        if (is_upper && i == 0)
            *capital = true;
        inner |= is_upper && i > 0 && lower;
        upper |= is_upper;
        lower |= (c >= 'a' && c <= 'z') || (c >= 0x80 && !is_upper);
        digit |= c >= '0' && c <= '9';
        hyphen |= c == '-';
        stop |= c == '.';
    }
    uint32_t length = s.len < 4 ? (uint32_t)s.len : 4;
    return (uint32_t)*capital | (uint32_t)upper << 1 | (uint32_t)lower << 2 | (uint32_t)digit << 3 |
           (uint32_t)hyphen << 4 | (uint32_t)stop << 5 | (uint32_t)inner << 6 | length << 7;
}

/* Lower-case words that stand inside names: "von", "der", "für", "&". */
static bool is_link(Str s)
{
    static const Str LINKS[] = {STR_INIT("von"), STR_INIT("van"), STR_INIT("der"), STR_INIT("de"),  STR_INIT("für"),
                                STR_INIT("und"), STR_INIT("of"),  STR_INIT("the"), STR_INIT("al"),  STR_INIT("bin"),
                                STR_INIT("la"),  STR_INIT("du"),  STR_INIT("den"), STR_INIT("des"), STR_INIT("zu"),
                                STR_INIT("am"),  STR_INIT("an"),  STR_INIT("im"),  STR_INIT("-"),   STR_INIT("&"),
                                STR_INIT("."),   STR_INIT("/")};
    for (size_t i = 0; s.len <= 4 && i < sizeof LINKS / sizeof *LINKS; i++)
        if (s.len == LINKS[i].len && s.data[0] == LINKS[i].data[0] && str_equal(s, LINKS[i]))
            return true;
    return false;
}

static bool is_quote(Str s)
{
    if (s.len == 0 || s.len > 3 || (s.data[0] != '"' && (unsigned char)s.data[0] < 0xC2))
        return false;
    return str_equal(s, STR("\"")) || str_equal(s, STR("„")) || str_equal(s, STR("“")) || str_equal(s, STR("”")) ||
           str_equal(s, STR("»")) || str_equal(s, STR("«"));
}

/* What a plain word's neighbours ask of it. */
static NameWord name_word_short(Str text, const Token *token, size_t i, bool *capital)
{
    Str s = str_span(text, token->span);
    NameWord w = {.class = token->class,
                  .known = token->flags & TOKEN_KNOWN      ? 1
                           : token->flags & TOKEN_COMPOUND ? 2
                                                           : 0};
    w.shape = shape_of(s, capital);
    w.flags =
        (uint8_t)((*capital ? WORD_IS_CAPITAL : 0) | (w.known == 1 ? WORD_IS_KNOWN : 0) | (i == 0 ? WORD_IS_FIRST : 0) |
                  (!*capital && is_link(s) ? WORD_IS_LINK : 0) | (str_equal(s, STR("(")) ? WORD_IS_BRACKET : 0));
    return w;
}

static void name_word_context(Str lower, NameWord *w)
{
    w->lower = hash32(lower);
    w->suffix3 = hash_part(ending(lower, 3));
    w->suffix4 = hash_part(ending(lower, 4));
}

static void name_word_parts(const NameLists *lists, Str lower, NameWord *w)
{
    size_t hyphen = str_find_char(lower, '-', 0), last = lower.len - 1;
    if (hyphen == SIZE_MAX) /* beyond what is kept of a long word */
        return;
    while (lower.data[last] != '-')
        last--;
    Str first = str_slice(lower, 0, hyphen);
    w->first_part = hash32(first);
    w->last_part = hash_part(ending(lower, 5));
    w->first_lists = name_lists_flags(lists, first);
    w->last_lists = name_lists_flags(lists, str_slice(lower, last + 1, lower.len));
}

static void name_word_full(const NameLists *lists, Str s, Str lower, NameWord *w)
{
    w->word = hash32(s);
    w->suffix2 = hash_part(ending(lower, 2));
    w->suffix5 = hash_part(ending(lower, 5));
    w->suffix6 = hash_part(ending(lower, 6));
    w->prefix2 = hash_part(beginning(lower, 2));
    w->prefix3 = hash_part(beginning(lower, 3));
    w->prefix4 = hash_part(beginning(lower, 4));
    if (w->shape & SHAPE_HYPHEN)
        name_word_parts(lists, lower, w);
}

/* Never zero in its lower 24 bits. What one word is multiplied to serves all its features. */
static uint32_t feature_hash(uint32_t template, uint32_t a, uint32_t b)
{
    uint64_t h = a * 0x9E3779B97F4A7C15u + b * 0xC2B2AE3D27D4EB4Fu + (template + 1) * 0x165667B19E3779F9u;
    h ^= h >> 32;
    return (uint32_t)(h * 0xD6E8FEB86659FD93u >> 32) | 0x100;
}

static uint32_t class_of(const NameWord *w)
{
    return (uint32_t)w->class << 8 | (w->flags & (WORD_IS_KNOWN | WORD_IS_CAPITAL));
}

void name_features_at(const NameWord *w, NameFeatures *out)
{
    uint32_t *r = out->hashes, n = 0;
#define ADD(a, b) (r[n] = feature_hash(n, (a), (b)), n++)
    ADD(1, 0);
    ADD(w[0].word, 0);
    ADD(w[0].lower, w[0].flags & WORD_IS_FIRST);
    ADD(w[-1].lower, 0);
    ADD(w[1].lower, 0);
    ADD(w[-2].lower, w[0].shape);
    ADD(w[2].lower, w[0].shape);
    ADD(w[-1].lower, w[0].lower);
    ADD(w[0].lower, w[1].lower);
    ADD(w[-1].lower, w[1].lower);
    ADD(w[0].suffix2, w[0].shape);
    ADD(w[0].suffix3, w[0].shape);
    ADD(w[0].suffix4, 0);
    ADD(w[0].prefix3, 0);
    ADD(w[0].prefix3, w[0].suffix2);
    ADD(w[0].shape, w[0].flags);
    ADD(w[-1].shape, w[0].shape);
    ADD(w[0].shape, w[1].shape);
    ADD(w[-1].shape << 16 | w[0].shape, w[1].shape);
    ADD(w[0].lists, w[0].shape);
    ADD(w[-1].lists, w[0].shape);
    ADD(w[1].lists, w[0].shape);
    ADD(w[-1].lists, w[0].lists);
    ADD(w[0].lists, w[1].lists);
    ADD((uint32_t)w[-1].lists << 16 | w[0].lists, w[1].lists);
    ADD(class_of(&w[0]), w[0].shape);
    ADD(class_of(&w[-1]), class_of(&w[0]));
    ADD(class_of(&w[0]), class_of(&w[1]));
    ADD(class_of(&w[-1]) << 16 | class_of(&w[0]), class_of(&w[1]));
    ADD(class_of(&w[0]), w[0].lists);
    ADD(w[-1].suffix3, w[0].shape);
    ADD(w[1].suffix3, w[0].shape);
    ADD(w[-1].title, w[0].shape);
    ADD(w[0].title, w[1].shape);
    ADD((uint32_t)w[-2].title << 8 | w[-1].title, (uint32_t)w[0].lists << 8 | w[0].title);
    ADD(w[0].last_part, w[0].first_part != 0);
    ADD(w[0].first_part, w[0].last_part);
    ADD(w[-1].lower, w[0].shape);
    ADD(w[1].lower, w[0].shape);
    ADD(w[0].suffix3, w[-1].lower);
    ADD(w[-1].lower, class_of(&w[0]) << 8 | w[0].lists);
    ADD(class_of(&w[1]) << 16 | class_of(&w[2]), w[0].shape);
    ADD(w[-1].lower << 4 ^ w[-2].lower, w[0].shape);
    ADD(w[0].suffix3, w[0].lists);
    ADD(w[0].suffix5, 0);
    ADD(w[0].prefix4, w[0].shape);
    ADD(w[0].prefix2, w[0].suffix3);
    ADD(w[-2].lower, 0);
    ADD(w[2].lower, 0);
    ADD(w[0].suffix4, w[0].class);
    ADD(w[0].suffix3, class_of(&w[-1]));
    ADD((uint32_t)w[-2].class << 16 | (uint32_t)w[-1].class << 8 | w[0].class, (uint32_t)w[1].class << 8 | w[2].class);
    ADD(w[-1].suffix4, class_of(&w[0]));
    ADD(w[1].suffix4, class_of(&w[0]));
    ADD(w[0].suffix6, 0);
    ADD(w[0].noun, w[-1].shape);
    ADD(w[-1].noun, w[0].shape);
    ADD(w[0].verb, w[0].shape);
    ADD(w[-1].head, w[0].shape);
    ADD(w[-1].head, w[0].known);
    ADD(w[0].head, w[0].known);
    ADD(w[0].head, w[1].shape);
    ADD(w[1].head, w[0].shape);
    ADD(w[1].head, w[0].known);
    ADD((uint32_t)w[-2].head << 8 | w[-1].head, w[0].flags);
    ADD((uint32_t)w[1].head << 8 | w[2].head, w[0].flags);
    ADD(w[-1].head, w[0].lists);
    ADD(w[0].head, w[-1].lower);
    ADD((uint32_t)w[-1].head << 8 | w[0].head, w[1].head);
    ADD(w[-2].head, w[0].shape);
    const NameLetters *own = &w[0].letters;
    uint32_t look = (uint32_t)own->kinds << 8 | own->margin;
    ADD(own->kinds, 0);
    ADD(own->margin, 0);
    for (int k = 0; k < LETTER_KINDS; k++)
        ADD(own->near[k], 0);
    ADD(look, w[0].shape);
    ADD(own->kinds, w[0].known);
    ADD(look, w[0].flags);
    ADD(own->kinds, w[0].lists);
    ADD((uint32_t)w[-1].letters.kinds << 8 | own->kinds, w[0].flags);
    ADD((uint32_t)own->kinds << 8 | w[1].letters.kinds, w[0].flags);
    ADD(own->kinds, w[-1].lower);
    ADD(own->kinds, w[1].lower);
    ADD(own->kinds, (uint32_t)w[-1].class << 8 | w[1].class);
    ADD(w[0].common, w[0].shape);
    ADD(w[0].common, w[0].known);
    ADD(w[0].common, w[0].lists);
    ADD(w[0].foreign, w[0].shape);
    ADD(w[0].foreign, w[0].known);
    ADD(w[-1].foreign, w[0].foreign);
    ADD(w[0].foreign, w[1].foreign);
    ADD((uint32_t)w[0].first_lists << 8 | w[0].last_lists, w[0].shape);
    ADD(w[0].first_lists, w[0].last_part);
    ADD(w[0].last_lists, w[0].first_part);
#undef ADD
    out->len = n;
}

/* A noun of the lexicon that stands alone and is in no list: "der Vertrag". Most capitals of German are such. */
static bool is_common_noun(const NameWord *w)
{
    bool alone = !((w[-1].flags | w[1].flags) & (WORD_IS_CAPITAL | WORD_IS_BRACKET)) && !(w[0].flags & WORD_IS_QUOTED);
    return alone && w[0].known == 1 && w[0].class == CLASS_NOUN && !w[0].lists && !(w[0].shape & SHAPE_HYPHEN);
}

/* Far from any capital, and in no list: always outside. */
static bool is_plain(const NameWord *w)
{
    if (is_common_noun(w))
        return true;
    if (w[0].flags & WORD_IS_CAPITAL || w[0].shape & SHAPE_UPPER_INSIDE || w[0].lists || w[-1].flags & WORD_IS_BRACKET)
        return false;
    bool capital_near = (w[-1].flags | w[1].flags) & WORD_IS_CAPITAL;
    bool may_join = w[0].flags & WORD_IS_LINK || w[0].shape & SHAPE_DIGIT || !(w[0].shape & SHAPE_LOWER_LETTER);
    return !(capital_near && may_join);
}

/* What reaches further than two words: whether a quotation is open, and the verb before, or the first one behind. */
static void mark_quotes_and_verbs(Str text, const Token *tokens, size_t n, NameWord *words)
{
    uint32_t verb = 0;
    bool quoted = false;
    for (size_t i = 0; i < n; i++) {
        if (is_quote(str_span(text, tokens[i].span)))
            quoted = !quoted;
        else if (quoted)
            words[i].flags |= WORD_IS_QUOTED;
        if (tokens[i].class == CLASS_VERB) {
            for (size_t k = 0; !verb && k < i; k++)
                words[k].verb = hash32(tokens[i].lemma);
            verb = hash32(tokens[i].lemma);
        }
        words[i].verb = verb;
    }
}

/* A noun is asked by its lemma first: "Städte" is a head by "Stadt". */
static uint8_t head_of(const NameLists *lists, const Token *token, Str lower)
{
    char buffer[128];
    Str lemma = str_slice(token->lemma, 0, sizeof buffer);
    uint8_t head = 0;
    if (token->class == CLASS_NOUN)
        head = name_lists_head(lists, str_make(buffer, number_lower(lemma, buffer, sizeof buffer)));
    bool same = token->class == CLASS_NOUN && lemma.len == lower.len;
    return head || same ? head : name_lists_head(lists, lower);
}

NameWord *name_words(const NameLists *lists, Str text, const Token *tokens, size_t n, Arena *scratch, bool *plain)
{
    NameWord *words = ARENA_NEW(scratch, NameWord, n + 4);
    char buffer[128];
    words[0].word = words[0].lower = 1, words[1] = words[0];
    words[n + 2].word = words[n + 2].lower = 2, words[n + 3] = words[n + 2];
    for (size_t i = 0; i < n; i++) {
        Str s = str_span(text, tokens[i].span);
        bool capital;
        NameWord *w = &words[i + 2];
        *w = name_word_short(text, &tokens[i], i, &capital);
        Str lower = str_make(buffer, number_lower(str_slice(s, 0, sizeof buffer), buffer, sizeof buffer));
        name_word_context(lower, w);
        bool may_be_agency = s.len <= 4 && (w->class == CLASS_NOUN || w->class == CLASS_PROPN || w->class == CLASS_X);
        if (capital || may_be_agency) /* "dpa" */
            w->lists = name_lists_flags(lists, lower) & (capital ? 0xFF : LIST_ORGANISATION);
        if (tokens[i].class == CLASS_VERB)
            w->head = name_lists_verb(lists, tokens[i].lemma);
        if (capital) {
            uint8_t news = name_lists_news(lists, lower);
            w->common = news & NEWS_COMMONNESS;
            w->foreign = news & (NEWS_ENGLISH | NEWS_COMPANY);
            w->head = head_of(lists, &tokens[i], lower);
            Title title = title_of(s);
            w->title = (uint8_t)title.kind;
            w->noun = title.kind == TITLE_NONE ? 0 : hash32(title.noun);
        }
    }
    mark_quotes_and_verbs(text, tokens, n, words + 2);
    for (size_t i = 0; i < n; i++) {
        Str s = str_span(text, tokens[i].span);
        NameWord *w = &words[i + 2];
        plain[i] = is_plain(w);
        if (plain[i])
            continue;
        Str lower = str_make(buffer, number_lower(str_slice(s, 0, sizeof buffer), buffer, sizeof buffer));
        name_word_full(lists, s, lower, w);
        if (w->flags & WORD_IS_CAPITAL)
            w->letters = name_lists_letters(lists, lower);
    }
    return words;
}

void name_features(const NameLists *lists, Str text, const Token *tokens, size_t n, Arena *scratch, NameFeatures *out)
{
    bool *plain = ARENA_NEW(scratch, bool, n);
    const NameWord *words = name_words(lists, text, tokens, n, scratch, plain);
    for (size_t i = 0; i < n; i++) {
        out[i].plain = plain[i];
        if (!plain[i])
            name_features_at(words + i + 2, &out[i]);
    }
}
