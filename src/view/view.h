/* view.h: a picture, and listings, as text, JSON and HTML. Everything here appends to a buffer; nothing can fail. */
#ifndef VIEW_VIEW_H
#define VIEW_VIEW_H

#include "picture/picture.h"
#include "store/store.h"
#include "view/place.h"

/* A picture with what the database knows of it. All is borrowed. */
typedef struct ViewPicture {
    Str id; /* the story's, as users see it */
    Str title;
    const Picture *picture;
    const Str *ids;           /* each article's, as users see them */
    const PlaceIndex *places; /* each article's */
} ViewPicture;

/* Statements with the same speakers: what one person, or several together, said. */
typedef struct ViewSpeaker {
    const uint32_t *entities; /* in Picture.entities; none where nobody was recognised */
    size_t n_entities;
    uint32_t *statements; /* in Picture.statements, in their order */
    size_t n_statements;
} ViewSpeaker;
typedef struct ViewSpeakers {
    ViewSpeaker *data;
    size_t len;
} ViewSpeakers;

/* Who speaks in a picture: most statements first, those without a recognised speaker last. */
ViewSpeakers view_speakers(const Picture *picture, Arena *arena);
/* True for a statement that tells no more than one of the same speakers within which it stands, and which is shown in its
 * place: quoted words, or the same act; of the same group, or where it is in none. Sixteen statements back are looked at. */
bool view_is_within(const Picture *picture, uint32_t number);
/* True when statements[index] need not be shown: it is within another, or an earlier statement of the same speaker is of the
 * same group, so that it says it already. */
bool view_is_repeated(const Picture *picture, const ViewSpeaker *speaker, size_t index);
/* How a row relates to others that are the same, as those of copies are. */
typedef struct ViewRepeat {
    bool repeats;  /* an earlier one says it already */
    uint32_t next; /* the next that repeats it, or UINT32_MAX */
} ViewRepeat;
/* One for each entry of the timeline; the same are those of one value whose sentence has the same words. In `arena`. */
ViewRepeat *view_timeline_repeats(const Picture *picture, Arena *arena);
/* One for each span of a difference; the same are those of the same value within the same words. In `arena`. */
ViewRepeat *view_difference_repeats(const Picture *picture, const PictureDifference *difference, Arena *arena);

/* The members of a group as rows, but for those that stand within another. The same are those with the same words, act and
 * speakers. */
typedef struct ViewRows {
    uint32_t *statements; /* in Picture.statements */
    size_t n;
    PictureSpan *places; /* where the words begin; without a value */
    Str *words;
    Spans *unique; /* words that no other wording beside it has; of rows that repeat none */
    ViewRepeat *repeats;
    uint32_t head; /* a statement whose speakers are those of every row that has any, by name; UINT32_MAX where they differ */
} ViewRows;
/* Whether it stands side by side: its members are of several pages. What one page says twice is no comparison. */
bool view_group_is_shown(const Picture *picture, const PictureGroup *group);
size_t view_groups_shown(const Picture *picture); /* how many */
/* All in `arena`. */
ViewRows view_group_rows(const Picture *picture, const PictureGroup *group, Arena *arena);

/* Days of the earliest and the latest article ("2022-01-21"; a month where no article has a day), or empty. */
void view_days(const Picture *picture, Str *first, Str *last);
/* Appends them as they are written: "21. Januar 2022", "21. Januar 2022 – 23. Januar 2022"; nothing where they are empty. */
void view_add_days(StrBuf *out, LagebildLanguage language, const Picture *picture);
/* Appends the names: "A", "A, B". */
void view_speaker_names(StrBuf *out, const Picture *picture, const uint32_t *entities, size_t n);

/* ---- one story ---- */
void view_picture_text(StrBuf *out, const ViewPicture *view, const LagebildPrint *how);
void view_picture_json(StrBuf *out, const ViewPicture *view); /* one object, without a line end */
void view_differences_text(StrBuf *out, const ViewPicture *view, const LagebildPrint *how);
void view_differences_json(StrBuf *out, const ViewPicture *view);

/* ---- HTML: begin, a picture for each story, end. `number` (from 1) keeps the anchors of several stories apart. ---- */
void view_html_begin(StrBuf *out, const StoreStories *stories, const LagebildPrint *how);
void view_html_picture(StrBuf *out, const ViewPicture *view, unsigned number, const LagebildPrint *how);
void view_html_end(StrBuf *out, const LagebildPrint *how);

/* ---- pages compared with each other, of whatever story: begin, each cluster or each pair, end ---- */

/* Either clusters or pairs. All is borrowed. */
typedef struct ViewCopies {
    const Article *const *articles; /* by number of the text */
    const PlaceIndex *places;       /* each article's */
    size_t n;
    const Str *ids;   /* each article's in a database, as users see them, or empty; NULL without one */
    Str story, title; /* of a database's story; empty without one */
    const CopyClusters *clusters; /* NULL where pairs are shown */
    const CopyPairs *pairs;
    const CopyShare *shares; /* each article's */
} ViewCopies;
void view_compared_begin(StrBuf *out, const ViewCopies *view, const LagebildPrint *how);
void view_compared_cluster(StrBuf *out, const ViewCopies *view, size_t number, const LagebildPrint *how);
void view_compared_pair(StrBuf *out, const ViewCopies *view, size_t number, const LagebildPrint *how);
void view_compared_end(StrBuf *out, const ViewCopies *view, const LagebildPrint *how);

/* ---- listings ---- */
void view_stories_text(StrBuf *out, const StoreStories *stories, const LagebildPrint *how);
void view_stories_json(StrBuf *out, const StoreStories *stories);

/* A stored statement on its own. */
typedef struct ViewSaid {
    const StoreRow *row;
    const PlaceIndex *places;
    const Said *said;
    uint32_t number;
} ViewSaid;
void view_said_text(StrBuf *out, const ViewSaid *said, bool why, const LagebildPrint *how);
void view_said_json(StrBuf *out, const ViewSaid *said, bool why); /* one object */

/* An article found by a search. The snippet is made here: the part of the text with most different words of the query. */
void view_hit_text(StrBuf *out, const StoreRow *row, const PlaceIndex *places, Str query, const LagebildPrint *how);
void view_hit_json(StrBuf *out, const StoreRow *row, const PlaceIndex *places, Str query);

void view_article_text(StrBuf *out, const StoreRow *row, const Article *article, const LagebildPrint *how);
/* Every block with its kind and the reason for it. */
void view_blocks_text(StrBuf *out, const StoreRow *row, const PlaceIndex *places, const LagebildPrint *how);
/* CoNLL-U; TokenRange, and what is said of names, times and statements, in MISC. */
void view_conllu(StrBuf *out, const StoreRow *row, const Article *article, const Analysis *analysis,
                 const Statements *statements);

#endif
