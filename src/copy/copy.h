/* copy.h: what is copied from where, on words instead of bases (the way of minimap2).
 *
 *     texts ─ sketch ─▶ hashes of word runs ─ index ─ seed ─▶ matches ─ chain ─▶ chains ─ align ─▶ passages ─▶ clusters
 *
 * Knows nothing of articles: it compares texts. */
#ifndef COPY_COPY_H
#define COPY_COPY_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

/* One text to compare; slices are borrowed and must outlive the index. */
typedef struct CopyText {
    Str text;
    const Span *body; /* what of text counts, by position; NULL = all */
    size_t n_body;
    Str source; /* outlet: what many of its texts share is furniture; may be empty */
    /* Only clusters ask for these; each may be empty. */
    Str published;      /* ISO 8601 or a beginning of it */
    const Str *credits; /* agencies that the text names as its sources, each once */
    size_t n_credits;
} CopyText;

typedef enum CopyKind { COPY_VERBATIM, COPY_NEAR, COPY_REWORDED } CopyKind;
const char *copy_kind_name(CopyKind kind); /* "verbatim", "near", "reworded" */

/* A word of one side that stands at the place of a word of the other, inside an alignment. */
typedef struct CopySwap {
    Span a, b; /* either may be empty: a word dropped or added */
} CopySwap;

typedef struct CopyPassage {
    Span a, b; /* bytes of the two texts */
    CopyKind kind;
    bool quotation; /* a speaker's own words: in quotation marks on both sides, or short and in marks on one; shared,
                       not copied prose */
    bool doubtful; /* between the steps only: it stays if a third text has it too; never set in what callers get */
    uint32_t words_same; /* aligned alike */
    CopySwap *swaps;     /* by position */
    size_t n_swaps;
} CopyPassage;

typedef struct CopyPair {
    uint32_t a, b;         /* numbers of the texts, a < b */
    CopyPassage *passages; /* by position in a */
    size_t n_passages;
} CopyPair;

/* What was left out because a limit was hit; all zero when everything was compared. Only texts that repeat themselves,
 * and text that thousands share in passing, come near these limits. */
typedef struct CopyLimits {
    uint64_t
        repeats; /* places where a text has a run of words once more, after 16 others; in the other of two: after 8 */
    uint64_t places; /* where a run was not followed to all of more than 2,048 places in later texts */
    uint64_t texts;  /* that match so many others so often that the rest of them was not matched */
    uint64_t pairs;  /* of texts that match each other so often that not all of it was aligned or compared */
} CopyLimits;

typedef struct CopyPairs {
    CopyPair *data; /* by (a, b) */
    size_t len;
    CopyLimits limits;
} CopyPairs;

/* Compares every text with every other. Results live in `arena`. `threads` 0 = all cores; the result does not depend on
 * it. Errors: ERR_LIMIT when a text has 2^31 bytes or more. */
Status copy_find(const CopyText *texts, size_t n, unsigned threads, Arena *arena, CopyPairs *out, Error *err);

/* How much of a text stands in others, as shares of its counted characters (code points of its body). Each character is
 * counted once, however many texts have it: `copied` when it lies in a passage of prose with any of them, words in
 * quotation marks inside such a passage with it; `quoted` when it lies only in passages that are shared quotations;
 * `own` is the rest. The three make 1; a text without characters is all own. */
typedef struct CopyShare {
    double copied, quoted, own;
} CopyShare;
/* Of all n texts, into the caller's out[n]. */
void copy_shares(const CopyText *texts, size_t n, const CopyPairs *pairs, CopyShare *out);

/* ---- clusters: who belongs together, with one alignment for each member instead of one for each pair ---- */

typedef enum CopyMemberKind {
    COPY_ROOT,           /* holds most of what the cluster shares; of several such the earliest, then the first */
    COPY_DUPLICATE,      /* the same words as the text it stands beside */
    COPY_NEAR_DUPLICATE, /* nine tenths of both stand in the other */
    COPY_VERSION, /* of the same source as the one beside it, not the same words: half of both stand in the other, or
                     eight tenths of one */
    COPY_EXCERPT, /* most of it stands in the other */
    COPY_PARTIAL
} CopyMemberKind;
const char *
copy_member_kind_name(CopyMemberKind kind); /* "root", "duplicate", "near-duplicate", "version", "excerpt", "partial" */

/* Where the shared text may come from: what the clues say, never more. */
typedef enum CopyOrigin {
    COPY_OPEN,
    COPY_FROM_BESIDE, /* this text may have taken it from the one beside it */
    COPY_FROM_MEMBER, /* the one beside it from this text */
    COPY_UNSEEN,      /* neither from the other: both from a text that is not in the cluster */
    COPY_EARLIER,     /* both of one source, which takes nothing from itself: this text is the earlier one, ... */
    COPY_LATER        /* ... or the later one */
} CopyOrigin;
const char *copy_origin_name(CopyOrigin origin); /* "open", "beside", "member", "unseen", "earlier", "later" */

typedef enum CopyClue {
    COPY_CLUE_NONE,
    COPY_CLUE_CREDIT,     /* one names the other as its source, or both name an agency without a text in the cluster */
    COPY_CLUE_TIME,       /* one is older; unseen: both are of the same minute, and neither holds the other */
    COPY_CLUE_CONTAINMENT /* one holds the other, and more */
} CopyClue;
const char *copy_clue_name(CopyClue clue); /* NULL, "credit", "time", "containment" */

typedef struct CopyMember {
    uint32_t text;
    CopyMemberKind kind;
    uint32_t beside;       /* the text it is aligned with, of the same cluster; the root's is itself */
    double shared;         /* 0 to 1: how much of this text stands in the other */
    double shared_beside;  /* how much of the other stands in this */
    CopyPassage *passages; /* by position in this text, which is `a`; none of the root */
    size_t n_passages;
    CopyOrigin origin; /* the root's is open */
    CopyClue clue;
    Str agency; /* that both credit, where the origin is unseen by credit; borrowed; else empty */
} CopyMember;

typedef struct CopyCluster {
    CopyMember *members; /* root first, then by kind and number; two at least */
    size_t n_members;
} CopyCluster;

typedef struct CopyClusters {
    CopyCluster *data; /* most members first, then by number of the root */
    size_t len;
    CopyShare *shares; /* of every text, in a cluster or not */
    CopyLimits limits;
} CopyClusters;

/* Puts texts in clusters around those that hold most of others: a text goes where it shares most with the one at the
 * centre, half of one of the two at least; a text that shares less (15 in 100) goes beside the one it shares most with.
 * Each text is in one cluster at most. A speaker's words alone bring no texts together. Texts of the same folded words
 * are compared once, and near-duplicates with one of them only, but for what that one does not hold: n of them cost n.
 * Results live in `arena`; `threads` and errors as copy_find. */
Status copy_cluster(const CopyText *texts, size_t n, unsigned threads, Arena *arena, CopyClusters *out, Error *err);

/* <0 when the date a lies before b, >0 behind, 0 where that cannot be told: unknown, or the same as far as both go.
 * Times with their offsets to UTC are compared as such, others as they stand. */
int copy_published_order(Str a, Str b);

#endif
