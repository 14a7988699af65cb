/* steps.h: what the steps of copy hand to each other. Private to src/copy.
 *
 *     words.c     texts → words                 index.c     words → groups of equal runs
 *     furniture.c what one source repeats       seed.c      groups → exact matches
 *     chain.c     matches → chains              align.c     chains → passages
 *     sentence.c  passages to whole sentences   reword.c    reworded sentences
 *     judge.c     what of it is copying         evidence.c  what speaks for a passage
 *     passage.c   as the caller gets it         third.c     what a third text says of two
 *     find.c      all of it, in parallel        leader.c    texts that nearly are another
 *     same.c      texts of the same words       gather.c    who belongs together
 *     cluster.c   pairs → clusters              published.c which of two texts is older
 *     origin.c    which may have taken from which
 *     share.c     how much of each text stands in others
 *     held.c      what texts that follow another hold
 *     around.c    what stands beside one text
 *     big.c       memory for long arrays
 *     segment.c   which texts have a run, on disk     archive.c   one text and all that were seen before
 *     beside.c    one text and another
 *
 * A position is the number of a word among the words of all texts. Before the first text, between texts and where a
 * text's body is interrupted stands a word with id 0, which matches nothing: a match never runs over such a place. */
#ifndef COPY_STEPS_H
#define COPY_STEPS_H

#include "base/vec.h"
#include "copy/copy.h"

#include <stdlib.h>

enum {
    WORD_SENTENCE = 1, /* first of a sentence */
    WORD_LAST = 2,     /* last of a sentence */
    WORD_QUOTED = 4,   /* in quotation marks */
    WORD_CAPITAL = 8,
    WORD_NUMBER = 16,
    WORD_STANDING = 32, /* part of what its source repeats from text to text */
    WORD_TOPIC = 64,    /* capitalised, and nearly all of few texts have it: the name of what they are about */
    WORD_TELLING = 128  /* long enough, or a noun, name or number, and no topic */
};

/* As mem_alloc, for arrays as long as all words of all texts. */
void *copy_big_alloc(size_t size);

typedef struct CopyWord {
    uint32_t id; /* hash of the folded word; 0 = an interruption */
    uint32_t begin;
    uint16_t stem; /* hash of its first four letters; 0 when it is shorter */
    uint8_t len;
    uint8_t flags;
} CopyWord;

typedef struct CopyWords {
    CopyWord *data;
    uint32_t len;
    uint32_t *first;         /* of each text; first[n] is one past the interruption after the last text */
    uint32_t *text_of_block; /* text of position 32 * i */
    const CopyText *texts;
    size_t n_texts;
    uint8_t *popular; /* a bit for each position: the run that begins there stands in many places; NULL = not known */
} CopyWords;

/* Folds all texts into words. Errors: ERR_LIMIT. */
Status copy_words_make(CopyWords *words, const CopyText *texts, size_t n, unsigned threads, Error *err);
void copy_words_release(CopyWords *words);
/* Words of one text alone, appended; body interruptions included. */
typedef VEC(CopyWord) WordVec;
void copy_words_of_text(const CopyText *text, WordVec *out);

static inline bool copy_is_popular(const CopyWords *w, uint32_t position)
{
    return w->popular && w->popular[position / 8] >> position % 8 & 1;
}

static inline uint32_t copy_text_at(const CopyWords *w, uint32_t position)
{
    uint32_t t = w->text_of_block[position / 32];
    while (w->first[t + 1] <= position)
        t++;
    return t;
}

/* The hash of n words, never 0; 0 where they go over an interruption. Segments keep it: another hash is another version
 * of theirs. */
uint32_t copy_hash_run(const CopyWord *w, uint32_t n);

/* Positions where an equal run of RUN words begins stand side by side, ascending, such groups by their first positions;
 * runs that occur once are left out. */
enum { RUN = 3 };
#define NO_SLOT UINT32_MAX

typedef struct CopyEntry {
    uint32_t position;
    uint32_t previous : 31; /* the group of the run one word earlier; NO_GROUP when that is in none */
    uint32_t last : 1;      /* of its group */
    uint32_t next;          /* as previous, one word later */
    uint32_t text;          /* that the position is in */
} CopyEntry;
#define NO_GROUP ((uint32_t)INT32_MAX)

typedef struct CopyIndex {
    CopyEntry *entries;
    uint32_t len;
    uint32_t *slot_of; /* position → entry, or NO_SLOT */
    uint64_t repeats;  /* as in CopyLimits */
} CopyIndex;

/* An index in the making: `begin` groups the runs and marks WORD_STANDING in `words`; `tell` and `drop` are for texts
 * that follow others; `end` gives back what `begin` made. `words` must outlive it. */
typedef struct CopyIndexing CopyIndexing;
typedef struct CopyFollowing CopyFollowing;
CopyIndexing *copy_index_begin(CopyWords *words, unsigned threads);
/* Calls copy_following_see for every group, in an order that is the same for all texts. */
void copy_index_tell(const CopyIndexing *x, CopyFollowing *following);
/* Leaves out runs all of whose words have their bit set. */
void copy_index_drop(CopyIndexing *x, const uint8_t *held, unsigned threads);
void copy_index_end(CopyIndexing *x, CopyIndex *index, unsigned threads);
void copy_index_release(CopyIndex *index);

/* Runs that one source repeats: see furniture.c. */
typedef struct CopyFurniture CopyFurniture;
CopyFurniture *copy_furniture_new(const CopyWords *words);
/* Told of one group of equal runs, each its text << 32 | position, by position. Groups may come from several threads at
 * once. */
void copy_furniture_see(CopyFurniture *f, const uint64_t *group, size_t n);
/* Marks the words and gives everything back. Returns a bit for each position, the caller's to free: its word is marked.
 */
uint8_t *copy_furniture_mark(CopyFurniture *f, CopyWords *words);

/* Is a run that `held` of the `of_source` texts of one source hold, among `texts` in all, that source's furniture?
 * Fewer than COPY_FURNITURE_TEXTS never are. */
enum { COPY_FURNITURE_TEXTS = 6 };
bool copy_is_furniture(uint32_t held, uint32_t texts, uint32_t of_source);
/* Marks WORD_STANDING in stretches of runs that are furniture: starts[i] says whether one begins at words[i]. The last
 * RUN - 1 words begin none. */
void copy_mark_stretches(const uint8_t *starts, CopyWord *words, uint32_t len);

/* Equal words at a.. and b.., `len` of them. */
typedef struct CopyHit {
    uint32_t text; /* that b is in */
    uint32_t a, b, len;
} CopyHit;
typedef VEC(CopyHit) HitVec;

/* What one thread keeps from text to text. */
typedef struct CopySeeder {
    uint32_t *weight; /* by text; zero between calls */
    HitVec raw, hits;
    size_t measured; /* of raw: these have their lengths */
    VEC(uint32_t) touched;
    uint64_t work;            /* matched words of the text at hand */
    VEC(uint32_t) head, next; /* of two texts: places of a run */
    CopyLimits limits;        /* hit so far */
} CopySeeder;
void copy_seeder_init(CopySeeder *s, size_t n_texts);
void copy_seeder_release(CopySeeder *s);
/* Fills s->hits with the longest exact matches between text a and all later texts, by (text, a, b). Of texts that have
 * the same leader (NULL: nobody follows) only the next is matched, and never with the leader itself. */
void copy_seed(CopySeeder *s, const CopyIndex *index, const CopyWords *words, const uint32_t *leader, uint32_t a);
/* The same for two texts alone, without an index; a may be the later one. */
void copy_seed_two(CopySeeder *s, const CopyWords *words, uint32_t a, uint32_t b);

typedef struct CopyChain {
    uint32_t first, n; /* in the chainer's anchors */
    uint32_t words;    /* matched */
    int32_t score;
} CopyChain;
typedef struct CopyScored { /* of the best chain that ends with a hit */
    int32_t score, from;    /* from: the hit before it, or -1 */
    uint32_t reach;         /* no hit up to this one ends behind it in a */
} CopyScored;
typedef struct CopyRanked {
    int32_t score;
    uint32_t hit;
} CopyRanked;
typedef struct CopyChainer {
    HitVec anchors;
    VEC(CopyChain) chains;
    VEC(CopyScored) scored; /* by hit */
    VEC(CopyRanked) ranked;
    VEC(uint32_t) order;
} CopyChainer;
void copy_chainer_release(CopyChainer *c);
/* Chains the hits of one pair (by a, b): anchors that follow each other on both sides with small gaps. Every hit ends
 * up in one chain. Best chain first; anchors of a chain in text order and without overlap. */
void copy_chain(CopyChainer *c, const CopyHit *hits, size_t n, const CopyWords *words);

/* An alignment: one column for each word of either side, in text order. */
typedef struct CopyColumn {
    uint32_t a, b; /* positions; NO_WORD where the other side has a word more */
} CopyColumn;
#define NO_WORD 0u /* position 0 is always an interruption */

typedef struct CopyDraft {
    VEC(CopyColumn) columns;
    uint32_t a, a_end, b, b_end; /* positions, half-open: what the columns cover */
    uint32_t same;               /* columns whose two words are equal */
    bool quotation, doubtful;    /* as in CopyPassage; the judge says it */
} CopyDraft;
void copy_draft_release(CopyDraft *d);

/* Words a.. to a_end against b.. to b_end, all of them, appended to the draft's columns. Where more than WIDEST_ALIGNED
 * words stand on a side, they are put side by side unaligned. */
enum { WIDEST_ALIGNED = 48 };
void copy_align_words(CopyDraft *d, const CopyWords *words, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end);
/* A chain's anchors and what lies between them; weakly shared ends are cut off. `d` is cleared first. */
void copy_align_chain(CopyDraft *d, const CopyWords *words, const CopyHit *anchors, size_t n);
/* Bounds and count anew from the columns. */
void copy_draft_measure(CopyDraft *d, const CopyWords *words);
/* Grows the draft to the ends of sentences that are mostly shared, and over following and preceding sentences that are.
 */
typedef struct CopyGrowing {
    uint32_t words; /* that may still be grown over, both sides together */
    CopyDraft left, spare;
} CopyGrowing;
void copy_grow(CopyDraft *d, const CopyWords *words, CopyGrowing *g);
/* From `at` to the begin or the end of the sentence there, 80 words at most. `at` itself, where a sentence begins or an
 * interruption or the source's furniture stands. */
uint32_t copy_sentence_begin(const CopyWords *words, uint32_t at);
uint32_t copy_sentence_end(const CopyWords *words, uint32_t at);

/* What a draft is, by its words and what stands around them: see evidence.c. `beside`: words alike in the other passages
 * of the two texts, a speaker's aside; `asked`: percent, of copy_asked for the number of texts that are searched. */
typedef enum CopyVerdict { COPY_IS_DOUBTFUL, COPY_IS_PROSE, COPY_IS_QUOTATION } CopyVerdict;
CopyVerdict copy_weigh(const CopyDraft *d, const CopyWords *words, uint32_t beside, uint32_t asked);
bool copy_is_quotation(const CopyDraft *d, const CopyWords *words);
uint32_t copy_asked(size_t n_texts);

/* The sentences of all texts, for comparing them as bags of words. */
typedef struct CopySentence {
    uint32_t begin, end; /* positions; at most WIDEST_ALIGNED words */
    uint32_t weight;     /* of its words: longer words are rarer and say more */
    uint32_t telling;    /* words */
    uint64_t bits;       /* a bit for each telling word */
} CopySentence;
typedef struct CopySentences {
    CopySentence *data;
    uint32_t *first;    /* of each text, and one more */
    uint32_t *of_block; /* the first one that ends behind position 32 * i */
} CopySentences;
void copy_sentences_make(CopySentences *s, const CopyWords *words, unsigned threads);
void copy_sentences_release(CopySentences *s);
/* The sentence of `text` at a position or, between sentences, the next one; may be one past the text's last. */
uint32_t copy_sentence_at(const CopySentences *s, uint32_t text, uint32_t position);

/* What two sentences have in common. */
typedef struct CopyReworded {
    uint32_t a, b;   /* numbers of sentences */
    uint32_t common; /* weight of the words that both have */
    uint32_t share;  /* percent of both sentences' weight */
    uint32_t lower;  /* common words that are long enough and neither names nor nouns */
} CopyReworded;
typedef VEC(CopyReworded) RewordedVec;
CopyReworded copy_reword(const CopySentences *s, const CopyWords *words, uint32_t a, uint32_t b);

/* Decides what two texts share. One for each thread. */
typedef struct CopyJudge {
    const CopyWords *words;
    const CopySentences *sentences;
    CopyChainer chainer;
    VEC(CopyDraft) drafts; /* those after n keep their memory for the next pair */
    size_t n;              /* passages of the last pair, by position in a */
    RewordedVec reworded;
    CopyGrowing growing;
    bool limited;   /* not all of the last pair was aligned or compared */
    uint64_t pairs; /* of which that was so */
} CopyJudge;
void copy_judge_release(CopyJudge *j);
void copy_judge_pair(CopyJudge *j, uint32_t a, uint32_t b, const CopyHit *hits, size_t n);

/* Who follows whom: see leader.c. */
typedef struct CopyLeaders {
    uint32_t *leader;    /* by text: itself, or the text that it nearly is; a leader follows nobody */
    uint8_t *held;       /* a bit for each position: its leader stands for it */
    VEC(CopyPair) pairs; /* a: who follows, b: its leader */
} CopyLeaders;
void copy_leaders_release(CopyLeaders *leaders);

/* A search among texts, and what it goes over. */
typedef struct CopyWorker CopyWorker;
typedef struct CopySearch {
    CopyWords words;
    CopySentences sentences;
    CopyIndex index;
    CopyLeaders leaders; /* all NULL where every text is compared with every other */
    CopyWorker *workers; /* one for each thread */
    unsigned threads;
} CopySearch;
/* Limits hit so far. */
CopyLimits copy_search_limits(const CopySearch *s);
/* With `follow` texts that nearly are another are compared with that one only, but for what it does not hold. Release
 * it even if it fails. Errors: as copy_find. */
Status copy_search_init(CopySearch *s, const CopyText *texts, size_t n, unsigned threads, bool follow, Error *err);
void copy_search_release(CopySearch *s);
/* All pairs, in `arena`; once. */
void copy_search_all(CopySearch *s, Arena *arena, CopyPairs *out);
/* Two texts alone; passages by position in a, which may be the later one, and none where they share nothing. They live
 * until the search is released. `worker` as pool_run gives it. */
void copy_search_two(CopySearch *s, uint32_t a, uint32_t b, unsigned worker, CopyPair *out);

CopyFollowing *copy_following_new(const CopyWords *words);
/* Told of one group of equal runs, as copy_furniture_see. */
void copy_following_see(CopyFollowing *f, const uint64_t *group, size_t n);
/* Fills *out and gives f back. */
void copy_following_end(CopyFollowing *f, CopySearch *search, CopyLeaders *out);

/* Bytes of a text's body. */
double copy_text_size(const CopyText *t);
/* Bytes of one side of a pair that stand on the other. */
double copy_pair_shared(const CopyPair *pair, bool is_a);
/* Exchanges a and b, in place. */
void copy_pair_turn(CopyPair *pair);
/* Takes out the doubtful passages that no third of the n texts bears out, and pairs that are left without any. */
void copy_settle(const CopyText *texts, size_t n, CopyPairs *pairs);
/* The same for a pair alone, where no third is at hand. */
void copy_settle_pair(CopyPair *pair);
/* A copy, all of it in `arena`. */
CopyPair copy_pair_keep(const CopyPair *pair, Arena *arena);

/* How close two texts are. */
typedef struct CopyTie {
    uint32_t a, b;
    double close;              /* 0 to 1: the share of the one that has more of itself in the other */
    double shared_a, shared_b; /* bytes of each that stand in the other */
} CopyTie;
/* Who belongs together: leader[t], n entries of the caller's, becomes the text that t's cluster is known by, itself
 * where it has none. A leader leads itself. `copies` counts how often each text is there. Scratch in `arena`. */
void copy_gather(const CopyTie *ties, size_t n_ties, const uint32_t *copies, uint32_t n, Arena *arena,
                 uint32_t *leader);

/* Adds to held[t] of each text that follows another the bytes of others that it holds as its leader does; `cluster` by
 * text: pairs between two of them do not count; `copies` as above. */
void copy_add_held(const CopyPairs *pairs, const uint32_t *leader, const uint32_t *cluster, const uint32_t *copies,
                   double *held);

/* For each text the one of the same folded words that stands for it, itself or the earliest of them: texts of a dozen
 * words at least; body interruptions aside. n entries, in `arena`. */
uint32_t *copy_same_words(const CopyText *texts, size_t n, unsigned threads, Arena *arena);
/* By the shares of a member that is no root and not of the same words; `one_source`: as the text beside it. */
CopyMemberKind copy_member_kind(const CopyMember *m, bool one_source);
/* Brings members into the order of a cluster: by kind, then by number; n may be 0 where members is not NULL. */
void copy_sort_members(CopyMember *members, size_t n);
/* True when a date says the minute too. */
bool copy_has_time(Str published);
/* True when both are known to come from the same source. */
bool copy_is_one_source(const CopyText *a, const CopyText *b);
/* Fills origin, clue and agency of all members. */
void copy_find_origins(const CopyText *texts, CopyCluster *cluster);
/* Two texts of the same words, aligned: passages as long as neither text's body is interrupted. *n_passages says how
 * many. */
CopyPassage *copy_align_same(const CopyText *a, const CopyText *b, Arena *arena, size_t *n_passages);

/* The draft as the caller gets it; swaps in `arena`. */
CopyPassage copy_passage(const CopyDraft *d, const CopyWords *words, Arena *arena);

/* Says something, and is no name, title or figure: lower case, four letters or more. */
static inline bool copy_is_plain(const CopyWord *w)
{
    return w->len >= 4 && !(w->flags & (WORD_CAPITAL | WORD_NUMBER));
}

static inline bool column_is_same(const CopyWords *w, CopyColumn c)
{
    return c.a != NO_WORD && c.b != NO_WORD && w->data[c.a].id == w->data[c.b].id;
}

#endif
