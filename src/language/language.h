/* language.h: what a Language holds. Inside language/ only; others have analysis.h. */
#ifndef LANGUAGE_LANGUAGE_H
#define LANGUAGE_LANGUAGE_H

#include "language/lexicon.h"
#include "language/namemodel.h"
#include "language/tagger.h"

struct Language {
    Lexicon lexicon;
    Tagger tagger;
    NameModel *names; /* NULL where german.names is missing: then only titles and lands are known */
};

/* Classes for text in another language than German, by shape alone: numbers, punctuation, capitals; the rest is CLASS_X. */
void words_tag_plain(Str text, Token *tokens, size_t n);

#endif
