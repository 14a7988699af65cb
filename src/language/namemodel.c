#include "language/namemodel.h"

#include "base/map.h"
#include "base/vec.h"
#include "language/mapped.h"
#include "language/numbers.h"
#include "language/titles.h"

struct NameModel {
    const NameFile *file;
    const uint32_t *lists;
    const int8_t *weights;
    const uint64_t *seen;
    Mapped mapped; /* nothing when the memory is borrowed */
};

enum {
    FILE_BYTES = sizeof(NameFile) + NAME_LIST_SLOTS * sizeof(uint32_t) + NAME_ROWS * NAME_ROW +
                 NAME_SEEN_WORDS * sizeof(uint64_t)
};

NameModel *name_model_of_memory(const void *bytes, size_t len)
{
    const NameFile *file = bytes;
    if (len != FILE_BYTES || memcmp(file->magic, "LBNAMES1", 8) != 0 || file->row_bits != NAME_ROW_BITS ||
        file->list_bits != NAME_LIST_BITS)
        return NULL;
    NameModel *m = mem_zero(1, sizeof *m);
    m->file = file;
    m->lists = (const uint32_t *)(file + 1);
    m->weights = (const int8_t *)(m->lists + NAME_LIST_SLOTS);
    m->seen = (const uint64_t *)(const void *)(m->weights + (size_t)NAME_ROWS * NAME_ROW);
    return m;
}

Status name_model_open(NameModel **out, const char *path, Error *err)
{
    Mapped mapped;
    *out = NULL;
    Status status = mapped_open(&mapped, path, err);
    if (status != LAGEBILD_OK)
        return status;
    *out = name_model_of_memory(mapped.data, mapped.len);
    if (!*out) {
        mapped_close(&mapped);
        return error_set(err, LAGEBILD_ERR_FORMAT, path, ERROR_NO_OFFSET, "not a model of names of this version");
    }
    (*out)->mapped = mapped;
    return LAGEBILD_OK;
}

void name_model_close(NameModel *model)
{
    if (!model)
        return;
    mapped_close(&model->mapped);
    vec_free(model);
}

/* ---- lists ---- */

static uint32_t list_fingerprint(uint64_t hash) { return (uint32_t)(hash >> 40) | 1u; }

void name_list_put(uint32_t *slots, Str name, uint8_t flags)
{
    uint64_t hash = hash_str(name);
    uint32_t print = list_fingerprint(hash);
    for (uint32_t i = (uint32_t)hash & (NAME_LIST_SLOTS - 1), tries = 0; tries < NAME_LIST_SLOTS;
         i = (i + 1) & (NAME_LIST_SLOTS - 1), tries++)
        if (!slots[i] || slots[i] >> 8 == print) {
            slots[i] = print << 8 | (slots[i] & 0xFF) | flags;
            return;
        }
}

static uint8_t list_get(const uint32_t *slots, Str name)
{
    uint64_t hash = hash_str(name);
    uint32_t print = list_fingerprint(hash);
    for (uint32_t i = (uint32_t)hash & (NAME_LIST_SLOTS - 1), tries = 0; tries < 64;
         i = (i + 1) & (NAME_LIST_SLOTS - 1), tries++) {
        if (!slots[i])
            return 0;
        if (slots[i] >> 8 == print)
            return (uint8_t)slots[i];
    }
    return 0;
}

static uint8_t lists_of_lower(const NameModel *m, Str lower)
{
    uint8_t flags = list_get(m->lists, lower);
    if (!flags && lower.len > 3 && lower.data[lower.len - 1] == 's')
        flags = list_get(m->lists, str_slice(lower, 0, lower.len - 1));
    return flags;
}

uint8_t name_model_lists(const NameModel *model, Str word)
{
    char buffer[64];
    Str lower = str_make(buffer, number_lower(word, buffer, sizeof buffer));
    return model && lower.len ? lists_of_lower(model, lower) : 0;
}

/* ---- features ---- */

/* What the features of a token and its neighbours are made of. */
typedef struct NameWord {
    uint32_t word, lower, suffix2, suffix3, suffix4, suffix5, suffix6, prefix2, prefix3, prefix4, last_part, first_part;
    uint32_t shape, noun, verb; /* hashes: the noun of its title; the verb's lemma that reaches it */
    uint8_t lists, class, title, flags, known;
} NameWord;
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
    *capital = false;
    for (size_t i = 0; i < s.len; i++) {
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
    w->suffix3 = hash32(ending(lower, 3));
    w->suffix4 = hash32(ending(lower, 4));
}

static void name_word_full(Str s, Str lower, NameWord *w)
{
    w->word = hash32(s);
    w->suffix2 = hash32(ending(lower, 2));
    w->suffix5 = hash32(ending(lower, 5));
    w->suffix6 = hash32(ending(lower, 6));
    w->prefix2 = hash32(beginning(lower, 2));
    w->prefix3 = hash32(beginning(lower, 3));
    w->prefix4 = hash32(beginning(lower, 4));
    size_t hyphen = w->shape & SHAPE_HYPHEN ? str_find_char(lower, '-', 0) : SIZE_MAX, last = hyphen;
    while (last != SIZE_MAX && str_find_char(lower, '-', last + 1) != SIZE_MAX)
        last = str_find_char(lower, '-', last + 1);
    w->first_part = hyphen == SIZE_MAX ? 0 : hash32(str_slice(lower, 0, hyphen));
    w->last_part = last == SIZE_MAX ? 0 : hash32(ending(lower, 5));
}

static uint32_t feature_hash(uint32_t template, uint32_t a, uint32_t b)
{
    uint64_t h = ((uint64_t)a << 32 | b) ^ (uint64_t) template * 0x9E3779B97F4A7C15u;
    h ^= h >> 32;
    h *= 0xD6E8FEB86659FD93u;
    h ^= h >> 32;
    return (uint32_t)(h * 0xD6E8FEB86659FD93u >> 32) | 0x100; /* never all zero in its upper 24 bits */
}

static uint32_t class_of(const NameWord *w)
{
    return (uint32_t)w->class << 8 | (w->flags & (WORD_IS_KNOWN | WORD_IS_CAPITAL));
}

static void features_at(const NameWord *w, NameFeatures *out) /* w[-2 … 2] are there */
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
    ADD((uint32_t)w[0].known << 8 | w[0].class, (uint32_t)w[-1].class << 8 | w[1].class);
    ADD((uint32_t)w[0].known << 8 | w[0].lists, w[0].shape);
    ADD((uint32_t)w[0].known << 8 | w[0].class, w[-1].lower);
    ADD((uint32_t)w[0].known << 8 | w[0].class, w[1].lower);
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
#undef ADD
    out->len = n;
}

/* Far from any capital, and in no list: always outside. */
static bool is_plain(const NameWord *w)
{
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

/* words[i + 2] is of token i; two empty ones stand at either end. plain[i] says which need no features of their own. */
static NameWord *words_of(const NameModel *m, Str text, const Token *tokens, size_t n, Arena *scratch, bool *plain)
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
        Str lower = str_make(
            buffer, number_lower(s.len > sizeof buffer ? str_slice(s, 0, sizeof buffer) : s, buffer, sizeof buffer));
        name_word_context(lower, w);
        if (capital || s.len <= 4)
            w->lists = lists_of_lower(m, lower) & (capital ? 0xFF : LIST_ORGANISATION);
        if (capital) {
            Title title = title_of(s);
            w->title = (uint8_t)title.kind;
            w->noun = title.kind == TITLE_NONE ? 0 : hash32(title.noun);
        }
    }
    mark_quotes_and_verbs(text, tokens, n, words + 2);
    for (size_t i = 0; i < n; i++) {
        Str s = str_span(text, tokens[i].span);
        plain[i] = is_plain(words + i + 2);
        if (!plain[i])
            name_word_full(s,
                           str_make(buffer, number_lower(s.len > sizeof buffer ? str_slice(s, 0, sizeof buffer) : s,
                                                         buffer, sizeof buffer)),
                           words + i + 2);
    }
    return words;
}

void name_features(const NameModel *lists, Str text, const Token *tokens, size_t n, Arena *scratch, NameFeatures *out)
{
    bool *plain = ARENA_NEW(scratch, bool, n);
    const NameWord *words = words_of(lists, text, tokens, n, scratch, plain);
    for (size_t i = 0; i < n; i++) {
        out[i].plain = plain[i];
        if (!plain[i])
            features_at(words + i + 2, &out[i]);
    }
}

/* ---- decoding ---- */

bool name_label_may_follow(int before, int label)
{
    int part_before = before ? (before - 1) % 3 : -1,
        part = label ? (label - 1) % 3 : -1; /* 0 begin, 1 inside, 2 single */
    bool inside = part == 1, open = part_before == 0;
    if (inside)
        return (part_before == 0 || part_before == 1) && (before - 1) / 3 == (label - 1) / 3;
    return !open; /* a begin must be followed by an inside */
}

typedef struct Step {
    int score[NAME_ROW];
    uint8_t from[NAME_ROW];
} Step;

static bool row_is(const int8_t *row, uint32_t hash)
{
    uint32_t last; /* the last label's weight, then the fingerprint */
    memcpy(&last, row + NAME_LABELS - 1, sizeof last);
    return last >> 8 == hash >> 8;
}

static bool is_seen(const uint64_t *seen, uint32_t hash)
{
    uint32_t bit = hash >> (32 - NAME_SEEN_BITS);
    return seen[bit >> 6] >> (bit & 63) & 1;
}

bool name_row_put(int8_t *rows, uint64_t *seen, uint32_t hash, const int8_t *weights)
{
    uint32_t bit = hash >> (32 - NAME_SEEN_BITS);
    seen[bit >> 6] |= (uint64_t)1 << (bit & 63);
    for (uint32_t i = hash & (NAME_ROWS - 1), tries = 0; tries < NAME_ROWS; i = (i + 1) & (NAME_ROWS - 1), tries++) {
        int8_t *row = rows + (size_t)i * NAME_ROW;
        if (!row_is(row, 0))
            continue;
        memcpy(row, weights, NAME_LABELS);
        for (int b = 0; b < 3; b++)
            row[NAME_LABELS + b] = (int8_t)(uint8_t)(hash >> (8 + 8 * b));
        return true;
    }
    return false;
}

typedef int8_t Row8 __attribute__((vector_size(NAME_ROW)));
typedef int16_t Row16 __attribute__((vector_size(2 * NAME_ROW)));

/* Sums the rows of the features that have one. */
static void emit(const NameModel *m, const NameFeatures *f, int *score)
{
    Row16 sum = {0};
    uint32_t hashes[NAME_FEATURES], n = 0;
    for (uint32_t k = 0; k < f->len; k++)
        if (is_seen(m->seen, f->hashes[k])) {
            __builtin_prefetch(m->weights + (size_t)(f->hashes[k] & (NAME_ROWS - 1)) * NAME_ROW);
            hashes[n++] = f->hashes[k];
        }
    for (uint32_t k = 0; k < n; k++)
        for (uint32_t i = hashes[k] & (NAME_ROWS - 1), tries = 0; tries < 64; i = (i + 1) & (NAME_ROWS - 1), tries++) {
            const int8_t *row = m->weights + (size_t)i * NAME_ROW;
            if (row_is(row, hashes[k])) {
                Row8 bytes;
                memcpy(&bytes, row, sizeof bytes);
                sum += __builtin_convertvector(bytes, Row16);
                break;
            }
            if (row_is(row, 0))
                break;
        }
    for (int l = 0; l < NAME_LABELS; l++)
        score[l] = sum[l];
}

enum { NEVER = -(1 << 28) };

/* The best label before `label` among those that leave no name open: outside, inside, single. */
static int best_closed(const NameModel *m, const Step *before, bool plain_before, int label, int *from)
{
    int best = before->score[0] + m->file->transitions[0][label];
    *from = 0;
    for (int kind = 0; !plain_before && kind < NAME_KINDS; kind++)
        for (int b = 2 + 3 * kind; b <= 3 + 3 * kind; b++) {
            int score = before->score[b] + m->file->transitions[b][label];
            if (score > best)
                best = score, *from = b;
        }
    return best;
}

/* One position of the Viterbi search; the transitions are those of name_label_may_follow. */
static void step(const NameModel *m, const Step *before, bool plain_before, const int *emission, bool plain, Step *out)
{
    for (int label = 0; label < NAME_LABELS; label++) {
        int best = NEVER, from = 0, kind = (label - 1) / 3;
        if (plain && label) {
            out->score[label] = NEVER;
        } else if (label && (label - 1) % 3 == 1) {
            int begin = before->score[1 + 3 * kind] + m->file->transitions[1 + 3 * kind][label];
            int inside = before->score[label] + m->file->transitions[label][label];
            best = begin > inside ? begin : inside;
            from = begin > inside ? 1 + 3 * kind : label;
        } else {
            best = best_closed(m, before, plain_before, label, &from);
        }
        if (!(plain && label))
            out->score[label] = best < NEVER ? NEVER : best + emission[label];
        out->from[label] = (uint8_t)from;
    }
}

size_t name_model_tag(const NameModel *m, Str text, const Token *tokens, size_t n, Arena *scratch, NameTag *out)
{
    bool *plain = ARENA_NEW(scratch, bool, n);
    const NameWord *words = words_of(m, text, tokens, n, scratch, plain);
    Step *steps = ARENA_NEW(scratch, Step, n + 1);
    uint8_t *labels = ARENA_NEW(scratch, uint8_t, n + 1);
    for (int l = 1; l < NAME_LABELS; l++)
        steps[0].score[l] = NEVER;
    for (size_t i = 0; i < n; i++) {
        int emission[NAME_ROW] = {0};
        NameFeatures f;
        if (!plain[i]) {
            features_at(words + i + 2, &f);
            emit(m, &f, emission);
        }
        step(m, &steps[i], i == 0 || plain[i - 1], emission, plain[i], &steps[i + 1]);
    }
    int label = 0;
    for (int l = 1; l < NAME_LABELS; l++)
        if ((l - 1) % 3 != 0 && steps[n].score[l] > steps[n].score[label])
            label = l;
    for (size_t i = n; i-- > 0;) {
        labels[i] = (uint8_t)label;
        label = steps[i + 1].from[label];
    }
    size_t found = 0;
    for (size_t i = 0; i < n; i++) {
        if (!labels[i])
            continue;
        NameTag tag = {(uint32_t)i, (uint32_t)i + 1, (NameKind)((labels[i] - 1) / 3)};
        while ((labels[i] - 1) % 3 == 0 && tag.end < n && labels[tag.end] == labels[i] + 1)
            tag.end++;
        out[found++] = tag;
        i = tag.end - 1;
    }
    return found;
}
