/* spun.c: words a machine swapped. Some sites take a German page, let a machine replace words by "synonyms" and publish it as
 * their own. The machine takes German words that are English too ("Partner", "gut", "positive") for English ones, and leaves
 * English words in their place ("Accomplice", "intestine", "optimistic"), which no editor does.
 *
 *     foreign words     English words that German news does not have, alone among German words    ─┐ two in one article, or one
 *     foreign swaps     the same at the place of a German word in an otherwise equal passage       ─┘ swap: the article is spun
 *     in a spun article also: rarer loan words where a German noun must stand, or at the place of a homograph
 */
#include "picture/build.h"
#include "picture/english.h"

#include "base/utf8.h"

#include <stdlib.h>

/* Fewer foreign words that stand by themselves are an author's own. */
#define FOREIGN_MIN 2
#define FOREIGN_REACH 250 /* tokens of the article for each of them */

/* A text that is English in disguise has no end of them; so many are enough to say so. */
#define FOUND_MAX 500

typedef struct Found {
    SpunWord word;
    uint32_t token;
    bool swap;
} Found;

typedef struct Finder {
    Build *b;
    VEC(Found) found;
    StrBuf lower;
    uint32_t *articles_with; /* in how many articles each entity is */
} Finder;

static EnglishWord english_at(Finder *f, uint32_t article, size_t token)
{
    strbuf_clear(&f->lower);
    utf8_append_lower(&f->lower, token_text(&f->b->sources[article], token));
    EnglishWord word = english_word(strbuf_str(&f->lower));
    if (word != ENGLISH_NOT || !str_ends(strbuf_str(&f->lower), STR("s")))
        return word;
    f->lower.len--; /* "warranties", "neighbors" */
    if (str_ends(strbuf_str(&f->lower), STR("ie"))) {
        f->lower.len -= 2;
        strbuf_add_char(&f->lower, 'y');
    }
    return english_word(strbuf_str(&f->lower));
}

/* A name of two words, or one that other articles know too; a swapped noun may look like a name to who has only its page. */
static bool is_name(const Finder *f, uint32_t article, size_t token)
{
    const Build *b = f->b;
    uint32_t entity = b->content[article][token].entity;
    size_t n = b->sources[article].analysis->n_tokens;
    if (!entity)
        return false;
    if ((token && b->content[article][token - 1].entity == entity) ||
        (token + 1 < n && b->content[article][token + 1].entity == entity))
        return true;
    return f->articles_with[entity - 1] > 1;
}

/* A German word or a mark: what must stand on both sides of a swapped word, so that English phrases are left alone. */
static bool is_german(Finder *f, uint32_t article, size_t token)
{
    const Token *t = &f->b->sources[article].analysis->tokens[token];
    if (t->class == CLASS_PUNCT || t->class == CLASS_NUM)
        return !(t->flags & (TOKEN_QUOTE_OPEN | TOKEN_QUOTE_CLOSE));
    EnglishWord e = english_at(f, article, token);
    return (t->flags & TOKEN_KNOWN) && e != ENGLISH_FOREIGN && e != ENGLISH_RARE;
}

static bool among_germans(Finder *f, uint32_t article, const Sentence *s, size_t token)
{
    bool left = token > s->first, right = token + 1 < s->first + s->count;
    return (left || right) && (!left || is_german(f, article, token - 1)) &&
           (!right || is_german(f, article, token + 1));
}

/* The lexicon knows most of the sentence's words, names aside: an English paragraph in a German page is no swapping. */
static bool is_german_sentence(const Finder *f, uint32_t article, const Sentence *s)
{
    const Analysis *a = f->b->sources[article].analysis;
    size_t words = 0, known = 0;
    for (uint32_t t = s->first; t < s->first + s->count; t++) {
        if (a->tokens[t].class == CLASS_PUNCT || a->tokens[t].class == CLASS_NUM || f->b->content[article][t].entity)
            continue;
        words++;
        known += (a->tokens[t].flags & TOKEN_KNOWN) != 0;
    }
    return known * 4 >= words * 3;
}

/* "die Place der": a determiner or adjective before, and behind it what follows a noun, no second part of a name. */
static bool stands_as_noun(const PictureSource *source, const Sentence *s, size_t token)
{
    if (token == s->first || token + 1 >= s->first + s->count)
        return false;
    const Token *before = &source->analysis->tokens[token - 1], *behind = &source->analysis->tokens[token + 1];
    bool led = before->class == CLASS_DET || (before->class == CLASS_ADJ && before->flags & TOKEN_KNOWN);
    bool followed = behind->class == CLASS_DET || behind->class == CLASS_ADP || behind->class == CLASS_CCONJ ||
                    behind->class == CLASS_AUX ||
                    (behind->class == CLASS_PUNCT && !(behind->flags & (TOKEN_QUOTE_OPEN | TOKEN_QUOTE_CLOSE)));
    return led && followed && (source->analysis->tokens[token].flags & TOKEN_UPPER);
}

static void add(Finder *f, uint32_t article, size_t token, bool swap, PictureSpan original)
{
    for (size_t i = 0; i < f->found.len; i++) {
        Found *known = &f->found.data[i];
        if (known->word.at.article != article || known->token != token)
            continue;
        known->swap = known->swap || swap;
        if (known->word.original.article == UINT32_MAX)
            known->word.original = original;
        return;
    }
    Span span = f->b->sources[article].analysis->tokens[token].span;
    if (f->found.len < FOUND_MAX)
        vec_push(&f->found, (Found){{.at = {article, span, STR_EMPTY}, .original = original}, (uint32_t)token, swap});
}

static const PictureSpan NOWHERE = {.article = UINT32_MAX};

/* Body words alone: level FOREIGN anywhere, or RARE where a noun must stand. */
static void find_alone(Finder *f, uint32_t article, EnglishWord level)
{
    const PictureSource *source = &f->b->sources[article];
    const Analysis *a = source->analysis;
    for (size_t i = 0; i < a->n_sentences; i++) {
        const Sentence *s = &a->sentences[i];
        if (s->block >= source->article->n_blocks || !block_is_body(source->article->blocks[s->block].kind) ||
            !is_german_sentence(f, article, s))
            continue;
        for (size_t t = s->first; t < s->first + s->count; t++) {
            if (a->tokens[t].flags & TOKEN_KNOWN || is_name(f, article, t) || english_at(f, article, t) != level)
                continue;
            if (str_ends(token_text(source, t), STR("ion")))
                continue; /* "Inversion": Latin has given it to both, whatever a lexicon knows */
            if (level == ENGLISH_FOREIGN ? among_germans(f, article, s, t) : stands_as_noun(source, s, t))
                add(f, article, t, false, NOWHERE);
        }
    }
}

/* The one token a span of a swap is, or SIZE_MAX. */
static size_t single_token(const Analysis *a, Span span)
{
    if (span.begin >= span.end)
        return SIZE_MAX;
    size_t t = analysis_token_at(a, span.begin);
    return t < a->n_tokens && a->tokens[t].span.begin == span.begin && a->tokens[t].span.end == span.end ? t : SIZE_MAX;
}

static bool is_ascii(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.data[i] >= 0x80)
            return false;
    return true;
}

/* Looks at one word swapped for another; `strict`: only a foreign word for a German one. In an article known to be spun also a
 * loan word for a homograph, and what is no German word at all for one that is. */
static void look_at_swap(Finder *f, uint32_t article, size_t token, uint32_t other, size_t original, bool strict)
{
    const Analysis *a = f->b->sources[article].analysis;
    EnglishWord here = english_at(f, article, token), there = english_at(f, other, original);
    PictureSpan from = {other, f->b->sources[other].analysis->tokens[original].span, STR_EMPTY};
    bool known = a->tokens[token].flags & TOKEN_KNOWN,
         known_there = f->b->sources[other].analysis->tokens[original].flags & TOKEN_KNOWN;
    bool loan = (here == ENGLISH_FOREIGN || here == ENGLISH_RARE) && there == ENGLISH_HOMOGRAPH;
    bool unknown = !known && known_there && is_ascii(token_text(&f->b->sources[article], token));
    if (is_name(f, article, token) || there == ENGLISH_FOREIGN)
        return;
    if (here == ENGLISH_FOREIGN && !known)
        add(f, article, token, true, from);
    else if (!strict && (loan || unknown))
        add(f, article, token, true, from);
}

static void find_swaps(Finder *f, const uint32_t *evidence, bool strict)
{
    const Build *b = f->b;
    for (size_t i = 0; i < b->pairs.len; i++) {
        const CopyPair *pair = &b->pairs.data[i];
        const Analysis *aa = b->sources[pair->a].analysis, *ab = b->sources[pair->b].analysis;
        for (size_t k = 0; k < pair->n_passages; k++)
            for (size_t w = 0; w < pair->passages[k].n_swaps; w++) {
                const CopySwap *swap = &pair->passages[k].swaps[w];
                size_t ta = single_token(aa, swap->a), tb = single_token(ab, swap->b);
                if (ta == SIZE_MAX || tb == SIZE_MAX)
                    continue;
                if (strict || (evidence[pair->a] && !evidence[pair->b]))
                    look_at_swap(f, pair->a, ta, pair->b, tb, strict);
                if (strict || (evidence[pair->b] && !evidence[pair->a]))
                    look_at_swap(f, pair->b, tb, pair->a, ta, strict);
            }
    }
}

static bool is_repeated(const Finder *f, size_t k)
{
    const Found *x = &f->found.data[k];
    for (size_t i = 0; i < k; i++)
        if (f->found.data[i].word.at.article == x->word.at.article &&
            stems_match(f->b->content[x->word.at.article][f->found.data[i].token].stem,
                        f->b->content[x->word.at.article][x->token].stem))
            return true;
    return false;
}

/* Evidence is 1 for each article that is spun; what is found in the others is dropped. An author's term of art comes again and
 * again, and a long study has a few of them: different words count, against the length of the text. */
static void weigh_evidence(Finder *f, uint32_t *evidence)
{
    for (uint32_t i = 0; i < f->b->n; i++) {
        size_t words = 0, swaps = 0;
        for (size_t k = 0; k < f->found.len; k++)
            if (f->found.data[k].word.at.article == i) {
                swaps += f->found.data[k].swap;
                words += !is_repeated(f, k);
            }
        evidence[i] =
            swaps > 0 || (words >= FOREIGN_MIN && words * FOREIGN_REACH >= f->b->sources[i].analysis->n_tokens);
    }
    size_t kept = 0;
    for (size_t k = 0; k < f->found.len; k++)
        if (evidence[f->found.data[k].word.at.article])
            f->found.data[kept++] = f->found.data[k];
    f->found.len = kept;
}

static bool same_word(const Build *b, uint32_t article, size_t t, uint32_t other, size_t o)
{
    return str_equal_nocase(token_text(&b->sources[article], t), token_text(&b->sources[other], o));
}

/* The word between the same two neighbours in another article, if all who have that place agree on it. */
static void find_original(Finder *f, Found *found)
{
    const Build *b = f->b;
    uint32_t article = found->word.at.article, t = found->token;
    const Analysis *a = b->sources[article].analysis;
    if (t == 0 || t + 1 >= a->n_tokens)
        return;
    for (uint32_t other = 0; other < b->n; other++) {
        const Analysis *oa = b->sources[other].analysis;
        for (uint32_t o = 1; other != article && o + 1 < oa->n_tokens; o++) {
            if (!same_word(b, article, t - 1, other, o - 1) || !same_word(b, article, t + 1, other, o + 1) ||
                english_at(f, other, o) != ENGLISH_HOMOGRAPH)
                continue;
            found->word.original = (PictureSpan){other, oa->tokens[o].span, STR_EMPTY};
            return;
        }
    }
}

static int by_place(const void *pa, const void *pb)
{
    const SpunWord *a = pa, *b = pb;
    if (a->at.article != b->at.article)
        return a->at.article < b->at.article ? -1 : 1;
    return a->at.span.begin < b->at.span.begin ? -1 : a->at.span.begin > b->at.span.begin;
}

void build_spun(Build *b)
{
    Finder f = {.b = b, .articles_with = ARENA_NEW(b->arena, uint32_t, b->picture->n_entities)};
    for (uint32_t i = 0; i < b->n; i++)
        for (size_t k = 0; k < b->sources[i].analysis->n_entities; k++)
            f.articles_with[b->picture->articles[i].entity_of[k]]++;
    uint32_t *evidence = ARENA_NEW(b->arena, uint32_t, b->n);
    for (uint32_t i = 0; i < b->n; i++)
        find_alone(&f, i, ENGLISH_FOREIGN);
    find_swaps(&f, evidence, true);
    weigh_evidence(&f, evidence);
    for (uint32_t i = 0; i < b->n; i++)
        if (evidence[i])
            find_alone(&f, i, ENGLISH_RARE);
    find_swaps(&f, evidence, false);
    Picture *p = b->picture;
    p->n_spun = f.found.len;
    p->spun = ARENA_NEW(b->arena, SpunWord, f.found.len);
    for (size_t i = 0; i < f.found.len; i++) {
        Found *found = &f.found.data[i];
        if (found->word.original.article == UINT32_MAX)
            find_original(&f, found);
        if (found->word.original.article != UINT32_MAX)
            found->word.stands_for =
                str_span(b->sources[found->word.original.article].article->text, found->word.original.span);
        p->spun[i] = found->word;
    }
    if (p->n_spun)
        qsort(p->spun, p->n_spun, sizeof *p->spun, by_place);
    vec_release(&f.found);
    strbuf_release(&f.lower);
}
