/* lines.h: what a line of text looks like, whatever it says. */
#ifndef ARTICLE_LINES_H
#define ARTICLE_LINES_H

#include "base/str.h"

/* Closes with a full stop, question or exclamation mark, ellipsis or colon; closing quotes and brackets behind it
 * aside. */
bool line_ends_sentence(Str line);
/* Begins as a headline may: capital letter, digit or opening quote. */
bool line_is_headline(Str line);
/* Begins with a bullet, an arrow or the like. */
bool line_has_bullet(Str line);
size_t line_words(Str line);
/* Letters of all its characters, blanks aside, in percent. */
unsigned line_letters(Str line);
/* Runs of text: a sentence at least, of some length. */
bool line_is_prose(Str line);
/* Is a what b begins with, case and punctuation aside? Empty a is not. */
bool line_begins_alike(Str a, Str b);

#endif
