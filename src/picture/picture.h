/* picture.h: one story, side by side.
 *
 *     articles with statements ─┬─ entities of all articles merged ("Lawrow" of 1 = "Sergej Lawrow" of 0)
 *                               ├─ copied passages (copy/), spun words, share copied, independent texts
 *                               ├─ groups: statements that say the same
 *                               ├─ differences: where reports of the same thing differ
 *                               └─ timeline: what is dated
 */
#ifndef PICTURE_PICTURE_H
#define PICTURE_PICTURE_H

#include "copy/copy.h"
#include "statement/statement.h"

typedef struct PictureSource {
    const Article *article;
    const Analysis *analysis;
    const Statements *statements;
} PictureSource;

/* A place in one article. */
typedef struct PictureSpan {
    uint32_t article; /* index of the source */
    Span span;        /* bytes of its text */
    Str value;        /* for a difference: what it says, normalised ("PT1H30M", "100000"), or empty */
} PictureSpan;

typedef struct PictureEntity {
    EntityKind kind;
    Str name; /* the form most articles use, longest among equals */
    Str role;
    Str *forms; /* each different one, of all articles */
    size_t n_forms;
} PictureEntity;

typedef struct PictureArticle {
    uint32_t *entity_of; /* the article's entity → index in Picture.entities */
    Str published;       /* the article's own date, or derived from the other pages */
    DateBasis basis;
    double copied;       /* share (0 to 1) of the body's characters that stand in another article of the story, quotations aside */
    double quoted;       /* share in quotation marks */
    bool independent;    /* one of the independent texts */
    uint32_t taken_from; /* the article it shares most with and that may be its source, or UINT32_MAX */
    Str agency;          /* that both credit, so that both may have it from there; borrowed; empty when there is none */
} PictureArticle;

typedef struct PictureStatement {
    uint32_t article, index; /* sources[article].statements->data[index] */
    uint32_t *speakers;      /* in Picture.entities */
    size_t n_speakers;
    uint32_t group;          /* index in groups, or UINT32_MAX */
} PictureStatement;

typedef struct PictureGroup {
    uint32_t *members; /* indices in Picture.statements; at least two */
    size_t n_members;
} PictureGroup;

/* A passage that stands in two or more articles. */
typedef struct PicturePassage {
    CopyKind kind;
    bool quotation;
    PictureSpan *spans;
    size_t n_spans;
} PicturePassage;

typedef enum DifferenceClass {
    DIFFERENCE_CONFLICT, DIFFERENCE_WORDING, DIFFERENCE_PRECISION, DIFFERENCE_SPELLING, DIFFERENCE_SAME, DIFFERENCE_STATE,
    DIFFERENCE_SINGLE, DIFFERENCE_SPUN
} DifferenceClass;
const char *difference_class_name(DifferenceClass c); /* "conflict" … */

typedef struct PictureDifference {
    DifferenceClass class;
    PictureSpan *spans;
    size_t n_spans;
    const char *why; /* how it was found, in English */
} PictureDifference;

typedef struct SpunWord {
    PictureSpan at;
    Str stands_for;
    PictureSpan original; /* where the word it stands for was read; same article = UINT32_MAX when only deduced */
} SpunWord;

typedef struct TimelineEntry {
    Str value; /* TIMEX3, sorts by time */
    PictureSpan at;       /* the time expression */
    Span sentence;        /* bytes of the same article's text */
} TimelineEntry;

typedef struct Picture {
    const PictureSource *sources;
    PictureArticle *articles;
    size_t n_articles;
    PictureEntity *entities;
    size_t n_entities;
    PictureStatement *statements; /* by article, then position */
    size_t n_statements;
    PictureGroup *groups;
    size_t n_groups;
    PicturePassage *passages;
    size_t n_passages;
    PictureDifference *differences;
    size_t n_differences;
    SpunWord *spun;
    size_t n_spun;
    TimelineEntry *timeline;
    size_t n_timeline;
    size_t n_independent;
} Picture;

/* Makes the picture of a story's articles; `sources` is borrowed and must outlive it, the rest lives in `arena`.
 * The same articles in another order give the same picture but for indices. Errors: as copy_find. */
Status picture_make(const PictureSource *sources, size_t n, unsigned threads, Arena *arena, Picture *out, Error *err);

#endif
