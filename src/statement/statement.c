#include "statement/statement.h"

const char *statement_type_name(StatementType type)
{
    static const char *const NAMES[] = {"Direct", "Indirect", "FreeIndirect", "IndirectFreeIndirect", "Reported"};
    return NAMES[type];
}

static const char *const ACTS[ACT_COUNT] = {"assess", "expect",  "hope",   "doubt",  "deny",     "clarify", "principle",
                                            "announce", "confirm", "thank",  "demand", "accuse",   "reject",  "threaten",
                                            "warn",   "promise", "offer",  "support", "concern", "report"};
const char *act_name(Act act) { return ACTS[act]; }

bool act_from_name(Str name, Act *out)
{
    for (int i = 0; i < ACT_COUNT; i++)
        if (str_equal(name, str_of(ACTS[i]))) {
            *out = (Act)i;
            return true;
        }
    return false;
}

const char *plover_name(Plover p)
{
    static const char *const NAMES[] = {NULL, "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"};
    return NAMES[p];
}

const char *resolution_name(Resolution r)
{
    static const char *const NAMES[] = {"none", "name", "title", "pronoun", "carried"};
    return NAMES[r];
}

/* STUB */
void statement_find(const Article *article, const Analysis *analysis, Arena *arena, Statements *out)
{
    (void)article, (void)analysis, (void)arena;
    *out = (Statements){0};
}
