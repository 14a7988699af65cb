#include "language/analysis.h"
/* STUB */
const char *entity_kind_name(EntityKind kind)
{
    static const char *const NAMES[] = {"person", "organisation", "place", "group", "other"};
    return NAMES[kind];
}
void names_find(const Language *language, const Article *article, Arena *arena, Analysis *inout) { (void)language, (void)article, (void)arena, (void)inout; }
