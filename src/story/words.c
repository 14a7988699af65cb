/* words.c: text → terms. A term is a stemmed, folded word; what it counts depends on where and how it stands:
 *
 *     title            Kipping tritt ab                TITLE_WEIGHT each
 *     opening          first words of the text         OPENING_WEIGHT, falling to 1
 *     parts            Schleusenbau: its first and last letters, PART_WEIGHT of the word each (German)
 *     names            capital inside a sentence       NAME_WEIGHT (in German every noun: still the words that tell events apart)
 */
#include "story/words.h"

#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <libstemmer.h>
#include <math.h>
#include <stdlib.h>

#define TITLE_WEIGHT 8.0f
#define OPENING_WEIGHT 16.0f
#define OPENING_WORDS 40.0f /* after this many words what is left of the opening's extra weight is 1/e of it */
#define NAME_WEIGHT 1.5f

/* "Schleusentor" and "Schleusenbau" begin alike, "Hafengesellschaft" and "Werftgesellschaft" end alike: both ends of a long
 * stem are terms too, cut at a fixed length (bytes), which needs no list of words. Measured on judged days of German news. */
#define COMPOUND_LENGTH 10
#define PART_LENGTH 7
#define PART_WEIGHT 1.5f
#define FIRST_PART 0x5bd1e995u /* a part's hash is not the hash of the word spelt like it */
#define LAST_PART 0x7feb352du

/* Words of a text beyond these change nothing about what it reports, but cost time: 1 MB on one line is normal input. */
#define WORDS_MAX 4000

#define NO_TERM UINT32_MAX

/* Places in terms of a word's stem and of the stem's two ends, or NO_TERM. */
typedef struct WordTerms {
    uint32_t stem, first, last;
} WordTerms;

typedef struct Counter {
    struct sb_stemmer *stemmer; /* NULL for a language that has none */
    bool has_compounds;         /* German */
    StrBuf folded;
    StrMap known; /* folded word → place in words */
    VEC(WordTerms) words;
    Arena arena;  /* of the folded words */
    U64Map index; /* hash → place in terms */
    VEC(StoryTerm) terms;
} Counter;

/* The place of a term; a part is as common as the most common word it was seen in. */
static uint32_t place_of(Counter *c, uint32_t hash, uint8_t common)
{
    bool was_new;
    uint32_t at = *u64map_put(&c->index, hash, (uint32_t)c->terms.len, &was_new);
    if (was_new)
        vec_push(&c->terms, (StoryTerm){hash, 0, common});
    if (c->terms.data[at].common < common)
        c->terms.data[at].common = common;
    return at;
}

static WordTerms find_terms(Counter *c, Str stem)
{
    WordTerms w = {NO_TERM, NO_TERM, NO_TERM};
    if (c->stemmer && stem.len < 64) {
        const sb_symbol *s = sb_stemmer_stem(c->stemmer, (const sb_symbol *)stem.data, (int)stem.len);
        if (s)
            stem = str_make((const char *)s, (size_t)sb_stemmer_length(c->stemmer));
    }
    if (stem.len < 2)
        return w;
    uint32_t hash = (uint32_t)hash_str(stem);
    uint8_t common = story_commonness(hash);
    w.stem = place_of(c, hash, common);
    if (c->has_compounds && stem.len >= COMPOUND_LENGTH) {
        w.first = place_of(c, (uint32_t)hash_str(str_slice(stem, 0, PART_LENGTH)) ^ FIRST_PART, common);
        w.last = place_of(c, (uint32_t)hash_str(str_slice(stem, stem.len - PART_LENGTH, stem.len)) ^ LAST_PART, common);
    }
    return w;
}

static void count_word(Counter *c, Str word, float weight)
{
    strbuf_clear(&c->folded);
    utf8_append_folded(&c->folded, word);
    Str folded = strbuf_str(&c->folded);
    const uint32_t *known = strmap_get(&c->known, folded);
    uint32_t at = known ? *known : (uint32_t)c->words.len;
    if (!known) {
        strmap_put(&c->known, arena_str(&c->arena, folded), at, NULL);
        vec_push(&c->words, find_terms(c, folded));
    }
    WordTerms w = c->words.data[at];
    if (w.stem != NO_TERM)
        c->terms.data[w.stem].count += weight;
    if (w.first != NO_TERM) {
        c->terms.data[w.first].count += weight * PART_WEIGHT;
        c->terms.data[w.last].count += weight * PART_WEIGHT;
    }
}

/* Calls count_word for each run of letters or digits. */
static void count_words(Counter *c, Str text, bool is_title)
{
    size_t pos = 0, words = 0;
    bool sentence_first = true;
    while (pos < text.len && words < WORDS_MAX) {
        size_t begin = pos;
        uint32_t first = utf8_next(text, &pos), code = first;
        if (!utf8_is_letter(first) && !utf8_is_digit(first)) {
            sentence_first =
                sentence_first || first == '.' || first == '!' || first == '?' || first == '\n' || first == ':';
            continue;
        }
        size_t end = pos;
        while (pos < text.len) {
            code = utf8_next(text, &pos);
            if (!utf8_is_letter(code) && !utf8_is_digit(code))
                break;
            end = pos;
        }
        pos = end;
        float weight = is_title ? TITLE_WEIGHT : 1 + (OPENING_WEIGHT - 1) * expf(-(float)words / OPENING_WORDS);
        if (utf8_is_upper(first) && (!sentence_first || is_title))
            weight *= NAME_WEIGHT;
        count_word(c, str_slice(text, begin, end), weight);
        sentence_first = false;
        words++;
    }
}

static int heavier_first(const void *pa, const void *pb)
{
    const StoryTerm *a = pa, *b = pb;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return a->hash < b->hash ? -1 : a->hash > b->hash;
}

static int by_hash(const void *pa, const void *pb)
{
    const StoryTerm *a = pa, *b = pb;
    return a->hash < b->hash ? -1 : a->hash > b->hash;
}

size_t story_terms(const StoryText *text, Arena *arena, StoryTerm **out)
{
    Counter c = {0};
    if (str_equal(text->lang, STR("en")))
        c.stemmer = sb_stemmer_new("english", "UTF_8");
    c.has_compounds = !text->lang.len || str_starts(text->lang, STR("de"));
    if (c.has_compounds)
        c.stemmer = sb_stemmer_new("german", "UTF_8");
    count_words(&c, text->title, true);
    count_words(&c, text->text, false);
    if (c.terms.len > STORY_TERMS_MAX) {
        qsort(c.terms.data, c.terms.len, sizeof *c.terms.data, heavier_first);
        c.terms.len = STORY_TERMS_MAX;
    }
    if (c.terms.len)
        qsort(c.terms.data, c.terms.len, sizeof *c.terms.data, by_hash);
    size_t n = c.terms.len;
    *out = vec_to_arena(&c.terms, arena);
    if (c.stemmer)
        sb_stemmer_delete(c.stemmer);
    strbuf_release(&c.folded);
    strmap_release(&c.known);
    vec_release(&c.words);
    arena_release(&c.arena);
    u64map_release(&c.index);
    return n;
}
