#include "language/analysis.h"
/* STUB */
void quantities_find(const Article *article, Arena *arena, Analysis *inout) { (void)article, (void)arena, (void)inout; }
