#include "statement/find.h"

void act_choose(Finder *f, Statement *s, const Attribution *by)
{
    (void)f;
    s->act = by->entry ? by->entry->act : ACT_REPORT;
    s->act_why = by->entry ? by->entry->lemma : "no cue";
    s->plover = PLOVER_NONE;
}
