#include "language/analysis.h"
/* STUB */
void words_tag(const Language *language, Str text, Token *tokens, size_t n, Arena *arena) { (void)language, (void)text, (void)tokens, (void)n, (void)arena; }
