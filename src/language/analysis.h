/* analysis.h: an article's German, laid out for everything after it.
 *
 *     text       Der russische Außenminister Lawrow sagte am Freitag, das Treffen sei nützlich gewesen.
 *     tokens     0   1         2             3      4     5  6      7  8   9       10  11      12      13
 *     sentences  [first 0, count 14]
 *     mentions   [0 … 4) PERSON "Lawrow" with title           entity 0
 *     times      [5 … 7) DATE 2022-01-21
 *
 * Only body blocks and titles are analysed; a sentence never crosses a block. Spans are bytes of Article.text. */
#ifndef LANGUAGE_ANALYSIS_H
#define LANGUAGE_ANALYSIS_H

#include "article/article.h"

/* Universal Dependencies' classes. */
typedef enum WordClass {
    CLASS_X, CLASS_ADJ, CLASS_ADP, CLASS_ADV, CLASS_AUX, CLASS_CCONJ, CLASS_DET, CLASS_INTJ, CLASS_NOUN, CLASS_NUM,
    CLASS_PART, CLASS_PRON, CLASS_PROPN, CLASS_PUNCT, CLASS_SCONJ, CLASS_SYM, CLASS_VERB, CLASS_COUNT
} WordClass;
const char *word_class_name(WordClass c); /* "NOUN" … */

/* Features, as bits; several bits of one group = ambiguous, none = unknown or not fitting. */
enum {
    FEAT_NOM = 1 << 0, FEAT_GEN = 1 << 1, FEAT_DAT = 1 << 2, FEAT_ACC = 1 << 3,
    FEAT_SING = 1 << 4, FEAT_PLUR = 1 << 5,
    FEAT_MASC = 1 << 6, FEAT_FEM = 1 << 7, FEAT_NEUT = 1 << 8,
    FEAT_1 = 1 << 9, FEAT_2 = 1 << 10, FEAT_3 = 1 << 11,
    FEAT_PRES = 1 << 12, FEAT_PAST = 1 << 13,
    FEAT_IND = 1 << 14, FEAT_SUB = 1 << 15, FEAT_IMP = 1 << 16,  /* after tagging: one of the three on a finite verb */
    FEAT_FIN = 1 << 17, FEAT_INF = 1 << 18, FEAT_PART2 = 1 << 19, FEAT_PART1 = 1 << 20, FEAT_ZU = 1 << 21, /* "anzukündigen" */
    FEAT_SUB1 = 1 << 22, /* the form itself is Konjunktiv I ("sei", "habe", "werde", "komme") */
    FEAT_SUB2 = 1 << 23, /* the form itself is Konjunktiv II ("wäre", "hätte", "käme") */
    FEAT_SUB1_ONLY = 1 << 24 /* Konjunktiv I that can be no indicative ("sei", "habe" in 3rd person, "komme") */
};

typedef struct Token {
    Span span;
    uint32_t features; /* FEAT_ bits */
    uint8_t class;     /* WordClass */
    uint8_t flags;     /* TOKEN_ bits */
    uint16_t separable; /* separable prefix split off: index of its token in the sentence + 1 (on the verb); 0 = none */
    Str lemma;         /* lower case but for nouns; separable prefix included ("ankündigen"); the word itself when unknown */
} Token;
enum {
    TOKEN_SPACE_BEFORE = 1, TOKEN_SENTENCE_FIRST = 2, TOKEN_UPPER = 4,
    TOKEN_QUOTE_OPEN = 8, TOKEN_QUOTE_CLOSE = 16, /* a quotation mark, and which one of a pair it is */
    TOKEN_KNOWN = 32,                             /* the lexicon has the form */
    TOKEN_COMPOUND = 64                           /* it has the form's last part: "Stadt-polizei" */
};

typedef struct Sentence {
    Span span;
    uint32_t first, count; /* tokens */
    uint32_t block;        /* index in Article.blocks */
} Sentence;

typedef enum EntityKind { ENTITY_PERSON, ENTITY_ORGANISATION, ENTITY_PLACE, ENTITY_GROUP, ENTITY_OTHER } EntityKind;
const char *entity_kind_name(EntityKind kind); /* "person" … */
typedef enum MentionKind {
    MENTION_NAME,    /* with or without title: "Russlands Außenminister Sergej Lawrow", "Lawrow", "Moskau" */
    MENTION_TITLE,   /* "der US-Außenminister", "die Regierung in Moskau", "beide Seiten" */
    MENTION_PRONOUN  /* "er", "ihm", "sie" */
} MentionKind;
#define ENTITY_NONE UINT32_MAX

typedef struct Mention {
    Span span;             /* titles, articles and appositions in it */
    Span head;             /* the name proper ("Sergej Lawrow"), the noun ("Außenminister"), the pronoun */
    uint32_t first, count; /* tokens of span */
    MentionKind kind;
    EntityKind entity_kind;
    uint32_t entity;       /* index in Analysis.entities; ENTITY_NONE when not resolved */
    bool plural;           /* stands for several: "Lawrow und Blinken" is two mentions, "die USA und ihre Verbündeten", "beide" one */
} Mention;

typedef struct Entity {
    EntityKind kind;
    Str name;        /* longest form of the name without titles: "Sergej Lawrow" */
    Str role;        /* a title given in the text ("russischer Außenminister"), or empty */
    uint32_t gender; /* FEAT_MASC, FEAT_FEM or 0 */
    Str *forms;      /* each different surface form of name mentions, in order of appearance */
    size_t n_forms;
    uint32_t *members; /* of a group whose members are known ("beide", "die Außenminister der USA und Russlands"): entities */
    size_t n_members;
} Entity;

typedef enum TimeType { TIME_DATE, TIME_TIME, TIME_DURATION, TIME_SET } TimeType;
const char *time_type_name(TimeType type); /* "DATE" … as in TIMEX3 */
typedef struct TimeExpression {
    Span span;
    TimeType type;
    Str value;    /* TIMEX3: "2022-01-21", "PT1H30M", "2022-W04", "PRESENT_REF" */
    bool approx;  /* "rund", "etwa", "gegen" */
    bool named;   /* needs no other date to be resolved ("21. Januar 2022") */
} TimeExpression;

typedef struct Quantity {
    Span span;       /* hedge, number, attributes and unit: "rund 100.000 russischen Soldaten" */
    Span number;     /* "100.000" */
    double low, high; /* equal unless a range or bound ("zwei bis drei", "mehr als 14.000": high = INFINITY) */
    bool approx;
    Str unit;        /* lemma of the thing counted ("Soldat"), "EUR", "%", or empty */
} Quantity;

typedef struct Analysis {
    Token *tokens;
    size_t n_tokens;
    Sentence *sentences;
    size_t n_sentences;
    Mention *mentions; /* by position; name mentions may not overlap each other */
    size_t n_mentions;
    Entity *entities;
    size_t n_entities;
    TimeExpression *times; /* by position */
    size_t n_times;
    Quantity *quantities;  /* by position */
    size_t n_quantities;
} Analysis;

/* The lexicon and the models, mapped from files found beside the program or where installed; read-only, shared by threads. */
typedef struct Language Language;
/* `folder` may be NULL: the places built in (LAGEBILD_MODELS, then the source tree's models/). Errors: ERR_IO, ERR_FORMAT. */
Status language_open(Language **out, const char *folder, Error *err);
void language_close(Language *language);

/* Analyses an article; results live in `arena` and point into article->text, lemmas into the lexicon too: the language
 * must stay open as long as they are used. Never fails: text in another language than
 * German gets sentences, tokens and names only. */
void language_analyse(const Language *language, const Article *article, Arena *arena, Analysis *out);

/* ---- the steps, in order; language_analyse runs them all ---- */
void segment_article(const Article *article, Arena *arena, Analysis *out);                       /* segment.c: sentences, tokens' spans and quote flags */
void words_tag(const Language *language, Str text, Token *tokens, size_t n, Arena *arena);       /* words.c: one sentence: class, features, lemma */
void names_find(const Language *language, const Article *article, Arena *arena, Analysis *inout); /* names.c: mentions and entities */
void times_find(const Article *article, Arena *arena, Analysis *inout);                           /* times.c */
void quantities_find(const Article *article, Arena *arena, Analysis *inout);                      /* quantities.c */

/* Tokens of one sentence of the article's text, for a step that walks sentences. */
static inline Token *sentence_tokens(const Analysis *a, const Sentence *s) { return a->tokens + s->first; }
/* Index of the token at or after byte `at`, n_tokens when there is none. */
size_t analysis_token_at(const Analysis *a, uint32_t at);

#endif
