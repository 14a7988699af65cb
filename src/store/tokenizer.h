/* tokenizer.h: words as the search sees them, so that "Straße" finds "Strasse", "Haus" finds "Häuser", "Mueller" "Müller".
 *
 *     Häusern ─ fold ─▶ haeusern ─ umlauts back ─▶ häusern ─ stem (Snowball, German) ─▶ haus
 *
 * A word is a run of letters and digits of NFC text. Folding makes ä and ae one; ae, oe, ue become umlauts again where no vowel and no q
 * stands before them ("neue", "Steuer", "Quelle" stay), which is what the stemmer needs to know. */
#ifndef STORE_TOKENIZER_H
#define STORE_TOKENIZER_H

#include "base/str.h"

#include <sqlite3.h>

typedef struct Tokenizer Tokenizer;
Tokenizer *tokenizer_new(void);
void tokenizer_free(Tokenizer *t);

/* Finds the word at or after *pos and moves *pos behind it; false when there is none. *word is its span in `text` (which has
 * less than 2^32 bytes), *key what it is compared by, valid until the next call. Words longer than 200 bytes come in pieces. */
bool tokenizer_next(Tokenizer *t, Str text, size_t *pos, Span *word, Str *key);

/* Makes the tokenizer known to FTS5 as "lagebild". Returns SQLite's code. */
int tokenizer_register(sqlite3 *db);

#endif
