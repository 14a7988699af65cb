/* find.h: what the files of statement/ share while they look for the statements of one article.
 *
 *     sentences ─ quotes.c ─▶ units (sentences glued where a quotation runs on) and quotations
 *       │
 *       ├─ clauses.c ─▶ pieces: runs of tokens between commas, each a main clause, subordinate clause, phrase …
 *       ├─ cues.c    ─▶ verbs, nouns and phrases of saying
 *       ├─ phrase.c, roles.c ─▶ noun phrases, who (subject)   addressee.c ─▶ to whom
 *       │
 *       ├─ interview.c X: …
 *       ├─ direct.c    „…“, sagte X          ├─ source.c    nach Angaben von X, laut X, so X
 *       ├─ indirect.c  X sagte, dass …       ├─ reported.c  X fordert …, X droht mit …
 *       └─ free.c      Das sei so. (carried on)
 *     act.c gives each its act, speaker.c the entity behind the speaker
 *
 * Tokens are numbered as in Analysis.tokens; [first, end) is half-open; NO_TOKEN is none. */
#ifndef STATEMENT_FIND_H
#define STATEMENT_FIND_H

#include "base/vec.h"
#include "statement/cues.h"
#include "statement/statement.h"

#define NO_TOKEN UINT32_MAX

/* Closed-class words and marks that clauses are built with. */
typedef enum Word {
    WORD_OTHER,
    WORD_COMMA, WORD_COLON, WORD_SEMICOLON, WORD_DASH, WORD_OPEN, WORD_CLOSE, WORD_STOP, WORD_QUOTE, WORD_MARK,
    WORD_DASS, WORD_OB, WORD_WIE, WORD_ALS, WORD_WENN, WORD_SUB, /* subordinators; SUB: weil, obwohl, damit … */
    WORD_WH,                                                     /* wer, was, warum, wo … */
    WORD_REL,                                                    /* der, die, das, deren, welche … */
    WORD_UND, WORD_ABER,                                         /* und, oder, sowie | aber, doch, sondern, denn */
    WORD_SO, WORD_ZU, WORD_UM, WORD_LAUT, WORD_NACH, WORD_ZUFOLGE, WORD_DEMNACH, WORD_SICH, WORD_ES, WORD_NOT,
    WORD_SUBJECT, /* er, wir, ich, man: can be nothing but a subject */
    WORD_OBJECT,  /* ihm, ihn, mir, uns …: can be no subject */
    WORD_SIE
} Word;

typedef enum PieceKind {
    PIECE_PHRASE, /* no finite verb: apposition, list item, adverbial */
    PIECE_MAIN,   /* finite verb in second place */
    PIECE_VERB_FIRST,
    PIECE_SUB,    /* opened by a subordinator */
    PIECE_REL,
    PIECE_INF,    /* zu and infinitive, no finite verb */
    PIECE_QUOTE   /* nothing but a quotation */
} PieceKind;

/* SUB2: "wäre", "hätten", "könnten"; SUB1: certainly Konjunktiv I. */
typedef enum Mood { MOOD_NONE, MOOD_IND, MOOD_SUB2, MOOD_SUB1 } Mood;

typedef struct Piece {
    uint32_t first, end; /* without the separators around it */
    uint32_t finite;     /* its finite verb */
    uint8_t kind, mood;
    uint8_t opener;      /* Word that opens it (after "und", "und zwar", "so"), WORD_OTHER when none */
    uint8_t before;      /* Word of the separator before it: WORD_COMMA …, WORD_UND for a conjunction, 0 at the begin */
    bool frame;          /* taken as the frame of a statement */
} Piece;
typedef VEC(Piece) Pieces;

typedef struct Quotation {
    uint32_t open, close; /* tokens of the two marks; what is said lies between them */
} Quotation;
typedef VEC(Quotation) Quotations;

/* One or more sentences that belong together. */
typedef struct Unit {
    uint32_t first, end;
    uint32_t body_end;              /* without the mark that ends it (a closing quotation mark stays) */
    uint32_t first_quote, n_quotes; /* in Finder.quotations */
    uint32_t block;
} Unit;

/* What a statement takes from its cue, in tokens; several statements may share one. */
typedef struct TokenSpan {
    uint32_t first, end;
} TokenSpan;
enum { MAX_SPANS = 4 };
typedef struct TokenSpans {
    TokenSpan at[MAX_SPANS];
    uint32_t len;
} TokenSpans;
typedef struct Attribution {
    TokenSpans speaker, cue, addressee, frame;
    const Cue *entry;    /* NULL when nothing is known of the cue */
    uint32_t verb;       /* token that carries the cue, or NO_TOKEN */
    const char *why;
    bool negated;
} Attribution;

typedef VEC(Statement) StatementVec;

/* What cue_find says of a token's lemma. */
typedef struct TokenCues {
    const Cue *cues;
    uint32_t n;
    bool asked;
} TokenCues;

typedef struct Finder {
    const Article *article;
    const Analysis *analysis;
    const Token *tokens;
    Str text;
    Arena *arena;
    uint8_t *words;        /* Word of each token */
    uint8_t *classes;      /* WordClass of each token */
    uint8_t *in_time;      /* 1 in an expression of time: "Ende Mai" is no subject */
    uint8_t *in_quote;     /* 1 between quotation marks (marks too) */
    TokenCues *cues;       /* of each token, as far as it was asked for: most are several times */
    Quotations quotations;
    Pieces pieces;         /* of the unit at hand */
    TokenSpan *turns;      /* of each block of an interview the label whose turn it is; NULL where the article is none */
    Unit unit;
    Unit before;           /* the unit before */
    StatementVec out;
    /* who speaks on */
    bool active;           /* a statement lies close before */
    uint32_t run;          /* index in `out` of the carried-on speech that may run on, or STATEMENT_NONE */
    bool run_grew;         /* it took in this unit */
    Attribution carried;
    Span carried_quote;    /* from begin to end; of a statement and one around it, the outer is carried on */
    uint32_t carried_entities[8];
    size_t carried_n;
    uint32_t silence;      /* units since without a statement */
    uint32_t used_from;    /* first statement of this unit */
} Finder;

static inline Str finder_word(const Finder *f, uint32_t token) { return str_span(f->text, f->tokens[token].span); }
static inline bool token_is(const Finder *f, uint32_t token, uint32_t features)
{
    return (f->tokens[token].features & features) != 0;
}
static inline void spans_add(TokenSpans *s, uint32_t first, uint32_t end)
{
    if (s->len < MAX_SPANS && first < end)
        s->at[s->len++] = (TokenSpan){first, end};
}

/* ---- quotes.c ---- */

/* Fills words, in_quote and quotations for the whole article. */
void quotes_pair(Finder *f);
/* The unit that begins with sentence *i; moves *i behind its sentences. */
Unit quotes_unit(const Finder *f, size_t *i);
/* Whether every word of [first, end) lies in quotation marks; false when there is no word. */
bool quotes_cover(const Finder *f, uint32_t first, uint32_t end);
/* Whether the quotation is words quoted for what they say, not a title, a nickname or a name. */
bool quotes_say_something(const Finder *f, const Quotation *q, bool inside);

/* ---- clauses.c ---- */

Word clause_word(Str word);
/* Splits f->unit into f->pieces. */
void clauses_split(Finder *f);
/* The piece that holds the token; pieces.len when none does. */
size_t clauses_at(const Finder *f, uint32_t token);
/* Token of the separable prefix of the verb, or NO_TOKEN. */
uint32_t clause_prefix(const Finder *f, uint32_t verb);
bool clause_is_finite(const Finder *f, uint32_t token);
Mood clause_mood(const Finder *f, uint32_t verb);

/* ---- phrase.c ---- */

/* Whether one of the words in `list` (apart by spaces) stands at `token`, ASCII letters' case aside. */
bool roles_word_in(const Finder *f, uint32_t token, const char *list);
static inline bool finder_is(const Finder *f, uint32_t token, Str word) { return str_equal_nocase(finder_word(f, token), word); }
/* Whether the token can be the noun of a phrase. */
bool phrase_is_nominal(const Finder *f, uint32_t token);
/* End of the noun phrase that begins at `first`, by its words alone. `within` lets every prepositional phrase in: right
 * for what stands before the finite verb, where all belongs to one phrase. */
uint32_t phrase_end(const Finder *f, uint32_t first, uint32_t end, bool within);
/* End of the noun phrase that begins at `first`, with genitives, names, "von …" and brackets; `first` when there is
 * none. */
uint32_t roles_phrase_end(const Finder *f, uint32_t first, uint32_t end);

/* ---- roles.c ---- */

/* Whether the phrase's determiner and noun allow the nominative. */
bool roles_can_be_subject(const Finder *f, uint32_t first, uint32_t end);
/* The subject of the clause whose finite verb is `finite`; len 0 when it has none that can be told. Appositions in the
 * following pieces are part of it. */
TokenSpans roles_subject(const Finder *f, size_t piece, uint32_t finite);
/* The subject of a clause in the passive, to whom it is done; len 0 when it cannot be told. */
TokenSpans roles_patient(const Finder *f, size_t piece);
/* Who speaks where a verb without a personal subject hides it: in der Erklärung heißt es, aus Kreisen verlautet. */
TokenSpans roles_hidden(const Finder *f, size_t piece);
bool roles_is_passive(const Finder *f, const Piece *p);
/* The words of a verbal cue: finite verb, participle, prefix, "sich", "darauf". */
TokenSpans roles_cue(const Finder *f, size_t piece, const Cue *cue, uint32_t verb);

/* ---- addressee.c ---- */

/* Whom the cue speaks to. */
TokenSpans roles_addressee(const Finder *f, size_t piece, const Cue *cue, const TokenSpans *speaker);
/* Whom a preposition in [first, end) names as hearer, whatever the verb: gegenüber X, im Gespräch mit X, vor
 * Journalisten. */
TokenSpans addressee_named(const Finder *f, uint32_t first, uint32_t end);

/* ---- indirect.c ---- */

/* The lemma a cue is looked up by. */
Str finder_lemma(const Finder *f, uint32_t token);
/* The entry of the cue at `token`, with the words it needs in its piece, among those that govern one of `wanted`; or
 * NULL. */
const Cue *finder_cue(const Finder *f, size_t piece, uint32_t token, uint32_t wanted);

/* Whether the verb is said of its subject as a fact: finite, or a participle with its auxiliary; not an attribute ("die
 * geforderte Reform"), not what somebody could or had to do. */
bool finder_is_fact(const Finder *f, const Piece *p, uint32_t verb);

/* ---- interview.c ---- */

/* Sets f->turns; after quotes_pair. */
void interview_open(Finder *f);
/* Adds the answer that begins with f->unit. */
void interview_find(Finder *f);

/* ---- the finders: each adds the statements it sees in f->unit ---- */

void direct_find(Finder *f);
void direct_find_rest(Finder *f); /* quotations that no other finder took */
void source_find(Finder *f);
/* Whether the word names a source: "Angaben", "Polizeiberichte", "RKI-Schätzungen". */
bool source_is_noun(const Finder *f, uint32_t token);
void indirect_find(Finder *f);
void reported_find(Finder *f);
void free_begin(Finder *f); /* a unit in Konjunktiv with statements of its own inside */
void free_find(Finder *f);
/* Who a sentence goes on from, Konjunktiv or a quotation alone, when the one before in its paragraph says nothing itself,
 * but has a person or body of the article for its subject: "Der Dekan sieht das gelassen. Man habe nichts gewusst." */
TokenSpans free_subject_before(Finder *f);
/* Adds the unit up to the colon before token `end` as carried-on speech, when somebody speaks on and no verb of saying
 * stands in it. False when not: the colon has a speaker of its own. */
bool free_before_colon(Finder *f, uint32_t end);

/* ---- statement.c ---- */

/* Adds a statement with these quotes; returns its index, or UINT32_MAX when it says nothing or is there already. */
uint32_t finder_add(Finder *f, StatementType type, TokenSpans quote, const Attribution *by);
/* The same words once more, as those of another speaker: who is quoted by the one of the statement before. */
void finder_add_second(Finder *f, TokenSpans quote, const Attribution *by);
/* Adds the quotations inside [first, end) as direct speech of the same speaker. */
void finder_add_quoted(Finder *f, uint32_t first, uint32_t end, const Attribution *by);

/* ---- act.c, speaker.c ---- */

void act_choose(Finder *f, Statement *s, const Attribution *by);
/* Whether the speaker is a person or body of the article. */
bool speaker_is_known(const Finder *f, const TokenSpans *speaker);
void speaker_resolve(Finder *f, Statement *s, const Attribution *by);

#endif
