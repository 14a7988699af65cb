/* mentions.h: what names.c (which words are names) hands to mentions.c (what belongs to each mention). Inside language/
 * only. */
#ifndef LANGUAGE_MENTIONS_H
#define LANGUAGE_MENTIONS_H

#include "language/lexicon.h"
#include "language/nameedges.h"
#include "language/names.h"

typedef struct Finder {
    Str text;
    const Token *tokens;
    size_t n;
    const Sentence *sentence;
    uint32_t sentence_index;
    uint8_t *label; /* of each token of the article: 0, or 1 + NameKind, with NAME_START on a name's first */
    NamesFound *found;
    Lands *lands;
    const Lexicon *lexicon;
} Finder;

static inline Str finder_word(const Finder *f, size_t i)
{
    return i < f->n ? str_span(f->text, f->tokens[i].span) : STR_EMPTY;
}

/* The end of the name that begins at token i. */
static inline size_t finder_name_end(const Finder *f, size_t i)
{
    size_t end = i + 1;
    while (end < f->n && f->label[end] && !(f->label[end] & NAME_START))
        end++;
    return end;
}

/* Adds the mentions of f->sentence to f->found, in order: names with what stands before them, titles without a name,
 * persons called by age or people, pronouns. */
void mentions_find(Finder *f);

#endif
