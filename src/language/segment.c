#include "language/analysis.h"
/* STUB */
void segment_article(const Article *article, Arena *arena, Analysis *out) { (void)article, (void)arena, (void)out; }
