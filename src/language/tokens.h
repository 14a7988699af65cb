/* tokens.h: the lexer below segment_article, and what the two share about German stops.
 *
 *     "Am 21. Januar kam Dr. Ott um 11.00 Uhr."
 *      Am 21. Januar kam Dr. Ott um 11.00 Uhr .        a stop that belongs to its word stays with it
 *
 * Inside language/ only. */
#ifndef LANGUAGE_TOKENS_H
#define LANGUAGE_TOKENS_H

#include "base/vec.h"
#include "language/analysis.h"

typedef VEC(Token) Tokens;

/* Appends the tokens of text[block]: span and TOKEN_SPACE_BEFORE, TOKEN_UPPER. Any bytes are fine. */
void tokens_lex(Str text, Span block, Tokens *out);

/* Sets TOKEN_QUOTE_OPEN and TOKEN_QUOTE_CLOSE on the quotation marks among n tokens of one block. */
void tokens_pair_quotes(Str text, Token *tokens, size_t n);

/* What an abbreviation that ends in a stop says about the sentence's end. */
typedef enum AbbreviationKind {
    ABBREVIATION_NONE,
    ABBREVIATION_INSIDE, /* "Dr.", "z.B.": the sentence goes on */
    ABBREVIATION_MAY_END /* "usw.", "Corp.": ends it when a new one plainly starts behind */
} AbbreviationKind;
/* `word` without its last stop: "Dr", "z.B". */
AbbreviationKind abbreviation_kind(Str word);

/* True for words that, with a capital, show that a sentence starts: "Der", "Damit", "Nach". */
bool word_starts_sentence(Str word);

/* A quotation mark of any style, ASCII ones and doubled apostrophes too. */
bool token_is_quote(Str token);

#endif
