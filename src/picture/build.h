/* build.h: what the files of picture/ share while a picture is made. Internal to picture/.
 *
 *     picture.c    the order of the steps
 *     content.c    tokens → content words, comparable between articles; synonyms.c
 *     entities.c   entities of all articles merged            dates.c      dates from the other pages
 *     passages.c   copied text, shares, independent texts     spun.c       words a machine swapped
 *     groups.c     statements that say the same               timeline.c   what is dated
 *     differences.c  gathers them; numbers.c, spelling.c, wording.c, state.c, single.c find one kind each
 */
#ifndef PICTURE_BUILD_H
#define PICTURE_BUILD_H

#include "base/map.h"
#include "base/vec.h"
#include "picture/picture.h"

/* A token as a content word: what is compared when two places are asked whether they say the same. */
typedef struct ContentWord {
    Str stem;        /* folded, of the lemma; empty for a function word or a mark */
    Str meaning;     /* the stem, or that of the first of its synonyms */
    float weight;    /* 0 for an empty stem, else how much it tells: about the logarithm of its rareness */
    uint32_t entity; /* in Picture.entities + 1 where the token is part of a mention, else 0 */
} ContentWord;

typedef VEC(PictureSpan) PictureSpans;

typedef struct Build {
    Arena *arena;
    Picture *picture;
    const PictureSource *sources;
    size_t n;
    CopyPairs pairs;
    ContentWord **content; /* content[article][token] */
    VEC(PictureDifference) differences;
} Build;

/* Half-open range of tokens of an article. */
typedef struct TokenRange {
    uint32_t begin, end;
} TokenRange;

void build_content(Build *b);
/* Fills ContentWord.entity once the entities are merged. */
void build_content_entities(Build *b);
/* Tokens that begin inside a span. */
TokenRange tokens_in(const Analysis *a, Span span);
/* The two stems are one word, or one derived from the other ("Einmarsch", "einmarschieren"). */
bool stems_match(Str a, Str b);

void build_entities(Build *b);
/* Two folded first names can be one person's: one is missing, an initial, a beginning of the other, or a few letters apart. */
bool first_names_agree(Str a, Str b);
void build_dates(Build *b);
Status build_passages(Build *b, unsigned threads, Error *err);
void build_shares(Build *b); /* copied, quoted, independent, taken_from; after build_passages */
void build_spun(Build *b);
void build_statements(Build *b);
void build_groups(Build *b);
/* The date of a weekday that only the story could date; other values as they are. */
Str dates_resolve(const Build *b, uint32_t article, Str value);
void build_timeline(Build *b);
void build_differences(Build *b);

/* One kind of difference each; they add with difference_add. */
void find_numbers(Build *b);
void find_spelling(Build *b);
void find_wording(Build *b);
void find_state(Build *b);
void find_single(Build *b);

/* Adds a difference; spans are copied into the arena and put in order of article and place. */
void difference_add(Build *b, DifferenceClass class, const PictureSpan *spans, size_t n, const char *why);

static inline Str token_text(const PictureSource *s, size_t token) { return str_span(s->article->text, s->analysis->tokens[token].span); }

#endif
