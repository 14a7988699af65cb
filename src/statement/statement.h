/* statement.h: who said what to whom, and how.
 *
 *     Blinken  habe  ihm  zugesichert,  dass der Westen … übergeben werde,  sagte  Lawrow.
 *     └ quote of 0 (Indirect): speaker Lawrow, cue "sagte" ───────────────┘  cue    speaker
 *     speaker        addr cue           └ quote of 1 (Indirect, parent 0) ┘
 */
#ifndef STATEMENT_STATEMENT_H
#define STATEMENT_STATEMENT_H

#include "language/analysis.h"

typedef enum StatementType {
    STATEMENT_DIRECT,
    STATEMENT_INDIRECT,
    STATEMENT_FREE_INDIRECT,
    STATEMENT_INDIRECT_FREE_INDIRECT,
    STATEMENT_REPORTED
} StatementType;
const char *statement_type_name(StatementType type); /* "Direct", "IndirectFreeIndirect" … */

typedef enum Act {
    ACT_ASSESS, ACT_EXPECT, ACT_HOPE, ACT_DOUBT, ACT_DENY, ACT_CLARIFY, ACT_PRINCIPLE, ACT_ANNOUNCE, ACT_CONFIRM, ACT_THANK,
    ACT_DEMAND, ACT_ACCUSE, ACT_REJECT, ACT_THREATEN, ACT_WARN, ACT_PROMISE, ACT_OFFER, ACT_SUPPORT, ACT_CONCERN, ACT_REPORT,
    ACT_COUNT
} Act;
const char *act_name(Act act);                 /* "assess" … */
bool act_from_name(Str name, Act *out);

typedef enum Plover {
    PLOVER_NONE, PLOVER_AGREE, PLOVER_CONSULT, PLOVER_SUPPORT, PLOVER_CONCEDE, PLOVER_REQUEST, PLOVER_ACCUSE, PLOVER_REJECT, PLOVER_THREATEN
} Plover;
const char *plover_name(Plover p); /* "AGREE" …; NULL for none */

typedef enum Resolution { RESOLVED_NOT, RESOLVED_NAME, RESOLVED_TITLE, RESOLVED_PRONOUN, RESOLVED_CARRIED } Resolution;
const char *resolution_name(Resolution r); /* "name", "title", "pronoun", "carried", "none" */

typedef struct Spans {
    Span *data; /* by position, not overlapping */
    size_t len;
} Spans;

#define STATEMENT_NONE UINT32_MAX

typedef struct Statement {
    StatementType type;
    Act act;
    Plover plover;
    bool negated, conditional;
    Spans quote;           /* never empty; without the mark that ends the sentence unless it stands inside the quotation marks */
    Spans speaker, cue, addressee, frame; /* empty where the text has none */
    uint32_t *speakers;    /* entities; several for "Lawrow und Blinken" */
    size_t n_speakers;
    Resolution resolved;
    uint32_t *addressees;  /* entities */
    size_t n_addressees;
    uint32_t parent;       /* the statement this one is told in, or STATEMENT_NONE */
    const char *why;       /* how it was found, in English, for `said --why`: static or in the arena */
    const char *act_why;   /* the words that led to the act */
} Statement;

typedef struct Statements {
    Statement *data; /* by begin of quote, parents first */
    size_t len;
} Statements;

/* Finds an article's statements; they live in `arena`. Never fails. */
void statement_find(const Article *article, const Analysis *analysis, Arena *arena, Statements *out);

#endif
