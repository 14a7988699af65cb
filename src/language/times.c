#include "language/analysis.h"
/* STUB */
const char *time_type_name(TimeType type)
{
    static const char *const NAMES[] = {"DATE", "TIME", "DURATION", "SET"};
    return NAMES[type];
}
void times_find(const Article *article, Arena *arena, Analysis *inout) { (void)article, (void)arena, (void)inout; }
