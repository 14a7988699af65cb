/* leader.c: copies of copies. A text that stands nine tenths in another, and the other in it, follows that one: the two
 * are aligned once, and only what its leader does not hold goes into the search of all with all. So a wire text in 200
 * outlets costs 200 alignments instead of 19,900.
 *
 *     groups of runs ─ the first few of each text ─▶ sketch ─ most in common ─▶ a leader to try ─ align ─▶ followers
 *
 * A sketch is a bottom-k MinHash (Broder 1997) over those runs that stand in more than one text: the index has them in
 * the order of their hashes already, and what an editor changed is in none of them. A leader that is missed costs time
 * and no passage: who follows nobody is compared with all. */
#include "base/pool.h"
#include "copy/steps.h"

#define SKETCH 24
#define FEWEST_RUNS 4   /* of a sketch that tells anything */
#define LIKE 3          /* one run in so many of the smaller sketch in common: worth an alignment */
#define MOST_LEADERS 64 /* of one run that are looked at */
#define ROUNDS 3        /* leaders that are tried for a text */
#define NEARLY_ALL 0.9  /* of both texts */
#define LEAST_OWN 4     /* words in a row that a follower has and its leader has not */
#define NO_ENTRY UINT32_MAX

typedef struct Sketch {
    uint32_t n, run[SKETCH]; /* numbers of groups, ascending */
} Sketch;

/* Leaders by run: a list for each run that is in the sketch of any. */
typedef struct Entry {
    uint32_t leader, next;
} Entry;

struct CopyFollowing {
    const CopyWords *words;
    Sketch *sketches; /* by text */
    uint32_t n_groups;
    uint32_t *first_of_run; /* in entries */
    VEC(Entry) entries;
    uint32_t *common; /* by leader: runs in common with the text at hand; zero between texts */
    VEC(uint32_t) touched;
    uint32_t *tried; /* by text: leader of the last round */
    VEC(uint32_t) open;
    VEC(CopyPair) proposals;
    CopySearch *search;
};

CopyFollowing *copy_following_new(const CopyWords *words)
{
    CopyFollowing *f = mem_zero(1, sizeof *f);
    f->words = words;
    f->sketches = mem_zero(words->n_texts, sizeof *f->sketches);
    return f;
}

void copy_following_see(CopyFollowing *f, const uint64_t *group, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        Sketch *s = &f->sketches[group[i] >> 32];
        if (s->n < SKETCH && !(s->n && s->run[s->n - 1] == f->n_groups))
            s->run[s->n++] = f->n_groups;
    }
    f->n_groups++;
}

/* The leader that has most runs of the text's sketch, but for the one that was tried; the text itself where none has
 * enough. */
static uint32_t best_leader(CopyFollowing *f, uint32_t text)
{
    const Sketch *s = &f->sketches[text];
    uint32_t best = text, most = 0;
    f->touched.len = 0;
    for (uint32_t i = 0; i < s->n; i++) {
        uint32_t left = MOST_LEADERS;
        for (uint32_t e = f->first_of_run[s->run[i]]; e != NO_ENTRY && left--; e = f->entries.data[e].next) {
            uint32_t leader = f->entries.data[e].leader;
            if (!f->common[leader]++)
                vec_push(&f->touched, leader);
        }
    }
    for (size_t i = 0; i < f->touched.len; i++) {
        uint32_t leader = f->touched.data[i], common = f->common[leader], its = f->sketches[leader].n;
        bool enough = common * LIKE >= (its < s->n ? its : s->n) && leader != f->tried[text];
        if (enough && (common > most || (common == most && leader < best))) {
            best = leader;
            most = common;
        }
        f->common[leader] = 0;
    }
    return best;
}

static void add_leader(CopyFollowing *f, uint32_t text)
{
    const Sketch *s = &f->sketches[text];
    for (uint32_t i = 0; i < s->n; i++) {
        uint32_t *first = &f->first_of_run[s->run[i]];
        vec_push(&f->entries, (Entry){text, *first});
        *first = (uint32_t)f->entries.len - 1;
    }
}

/* In order: each open text is proposed to a leader or becomes one. */
static void propose(CopyFollowing *f)
{
    f->proposals.len = 0;
    for (size_t i = 0; i < f->open.len; i++) {
        uint32_t text = f->open.data[i], leader = best_leader(f, text);
        if (leader == text)
            add_leader(f, text);
        else
            vec_push(&f->proposals, (CopyPair){text, leader, NULL, 0});
    }
}

static void align_proposal(void *ctx, size_t number, unsigned worker)
{
    CopyFollowing *f = ctx;
    CopyPair *p = &f->proposals.data[number];
    const CopyText *texts = f->words->texts;
    copy_search_two(f->search, p->a, p->b, worker, p);
    bool prose = false;
    for (size_t i = 0; i < p->n_passages; i++)
        prose |= !p->passages[i].quotation;
    if (!prose || copy_pair_shared(p, true) < NEARLY_ALL * copy_text_size(&texts[p->a]) ||
        copy_pair_shared(p, false) < NEARLY_ALL * copy_text_size(&texts[p->b]))
        p->n_passages = 0;
}

static void mark(uint8_t *held, uint32_t from, uint32_t to)
{
    for (; from < to; from++)
        held[from / 8] |= (uint8_t)(1u << from % 8);
}

/* Marks the words of a follower that stand in a passage with its leader, but not where it has LEAST_OWN other words in
 * a row: a word changed here and there brings no text closer to a third. */
static void mark_held(const CopyWords *w, const CopyPair *pair, uint8_t *held)
{
    uint32_t at = w->first[pair->a], end = w->first[pair->a + 1];
    for (size_t i = 0; i < pair->n_passages; i++) {
        const CopyPassage *p = &pair->passages[i];
        size_t swap = 0;
        while (at < end && w->data[at].begin < p->a.begin)
            at++;
        uint32_t from = at; /* of other words */
        for (; at < end && w->data[at].begin < p->a.end; at++) {
            bool swapped = false;
            for (; swap < p->n_swaps && p->swaps[swap].a.begin <= w->data[at].begin; swap++)
                swapped |= p->swaps[swap].a.begin == w->data[at].begin && p->swaps[swap].a.end > p->swaps[swap].a.begin;
            if (swapped)
                continue;
            if (at - from < LEAST_OWN)
                mark(held, from, at);
            mark(held, at, at + 1);
            from = at + 1;
        }
        if (at - from < LEAST_OWN)
            mark(held, from, at);
    }
}

/* Who follows is noted; who does not stays open. */
static void settle(CopyFollowing *f, CopyLeaders *out)
{
    f->open.len = 0;
    for (size_t i = 0; i < f->proposals.len; i++) {
        const CopyPair *p = &f->proposals.data[i];
        f->tried[p->a] = p->b;
        if (p->n_passages) {
            out->leader[p->a] = p->b;
            mark_held(f->words, p, out->held);
            vec_push(&out->pairs, *p);
        } else {
            vec_push(&f->open, p->a);
        }
    }
}

typedef struct Sized {
    uint32_t text, words;
} Sized;

static int by_size(const void *pa, const void *pb)
{
    const Sized *a = pa, *b = pb;
    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    return a->text < b->text ? -1 : 1;
}

/* All texts whose sketch tells anything, the longest first: it holds most of what the others have. */
static void open_all(CopyFollowing *f)
{
    VEC(Sized) sized = {0};
    for (uint32_t t = 0; t < f->words->n_texts; t++)
        if (f->sketches[t].n >= FEWEST_RUNS)
            vec_push(&sized, (Sized){t, f->words->first[t + 1] - f->words->first[t]});
    if (sized.len)
        qsort(sized.data, sized.len, sizeof *sized.data, by_size);
    for (size_t i = 0; i < sized.len; i++)
        vec_push(&f->open, sized.data[i].text);
    vec_release(&sized);
}

void copy_following_end(CopyFollowing *f, CopySearch *search, CopyLeaders *out)
{
    size_t n = f->words->n_texts;
    f->search = search;
    f->first_of_run = mem_alloc((f->n_groups + 1) * sizeof *f->first_of_run);
    memset(f->first_of_run, 0xFF, f->n_groups * sizeof *f->first_of_run);
    f->common = mem_zero(n, sizeof *f->common);
    f->tried = mem_alloc(n * sizeof *f->tried);
    *out = (CopyLeaders){.leader = mem_alloc(n * sizeof *out->leader), .held = mem_zero(f->words->len / 8 + 1, 1)};
    for (uint32_t t = 0; t < n; t++)
        out->leader[t] = f->tried[t] = t;
    open_all(f);
    for (int round = 0; round < ROUNDS && f->open.len; round++) {
        propose(f);
        pool_run(search->threads, f->proposals.len, align_proposal, f);
        settle(f, out);
    }
    vec_free(f->sketches);
    vec_free(f->first_of_run);
    vec_release(&f->entries);
    vec_free(f->common);
    vec_release(&f->touched);
    vec_free(f->tried);
    vec_release(&f->open);
    vec_release(&f->proposals);
    vec_free(f);
}

void copy_leaders_release(CopyLeaders *leaders)
{
    vec_free(leaders->leader);
    vec_free(leaders->held);
    vec_release(&leaders->pairs);
    *leaders = (CopyLeaders){0};
}
