/* archive.c: which texts of the archive may share something with a new one. */
#include "copy/archive.h"

#include "base/map.h"
#include "copy/beside.h"

#include <math.h>

#define GAP 24              /* words between two common runs of one stretch */
#define LEAST_EVIDENCE 22.0 /* bits */
#define FEWEST_TEXTS 16384  /* that an archive is taken to have: in a few texts no run is known to be common */
#define LEAST_BUDGET 32768  /* texts read from lists, for one text ... */
#define BUDGET 64           /* ... and so many for each of its runs */
#define MISSES 8            /* candidates in a row that share nothing: those behind them are less likely still */
#define ALIKE 0.9           /* of the runs of two texts */
#define SAMPLE 48           /* runs of a text that is looked for near-duplicates of ... */
#define SAMPLE_ALIKE 0.7    /* ... and how many of them one must have to be worth a closer look */
#define AHEAD 8
#define ALIKE_LEAST 12 /* runs */

struct CopyArchive {
    CopySegment *segments;
    size_t n;
    uint32_t *first;   /* by segment: number of its first text; and one more: of all */
    uint32_t *sources; /* by number */
    float *length;     /* by number: bits that a common run tells less because the text is longer than others */
    bool *hidden;      /* by number: a later segment has it again */
    U64Map n_of_source;
};

uint32_t copy_source_hash(Str source)
{
    uint32_t h = (uint32_t)hash_str(source);
    return source.len == 0 ? 0 : h ? h : 1;
}

/* Marks the texts whose id a later segment has again. Ids that ascend all the way are each there once. */
static void hide_replaced(CopyArchive *x)
{
    uint64_t before = 0;
    bool ascending = true;
    for (size_t i = 0; i < x->n && ascending; i++)
        for (uint32_t t = 0; t < x->segments[i].n_texts && ascending; t++) {
            uint64_t id = copy_segment_text(&x->segments[i], t).id;
            ascending = (i == 0 && t == 0) || id > before;
            before = id;
        }
    if (ascending)
        return;
    U64Map seen = {0};
    for (size_t i = x->n; i-- > 0;)
        for (uint32_t t = x->segments[i].n_texts; t-- > 0;) {
            bool is_new;
            u64map_put(&seen, copy_segment_text(&x->segments[i], t).id, 0, &is_new);
            x->hidden[x->first[i] + t] = !is_new;
        }
    u64map_release(&seen);
}

CopyArchive *copy_archive_new(const CopySegment *segments, size_t n)
{
    CopyArchive *x = mem_zero(1, sizeof *x);
    x->n = n;
    x->segments = mem_zero(n + 1, sizeof *x->segments);
    x->first = mem_zero(n + 1, sizeof *x->first);
    for (size_t i = 0; i < n; i++) {
        x->segments[i] = segments[i];
        x->first[i + 1] = x->first[i] + segments[i].n_texts;
    }
    x->sources = mem_zero(x->first[n] + (size_t)1, sizeof *x->sources);
    x->length = mem_zero(x->first[n] + (size_t)1, sizeof *x->length);
    x->hidden = mem_zero(x->first[n] + (size_t)1, sizeof *x->hidden);
    hide_replaced(x);
    uint64_t runs = 0;
    for (size_t i = 0; i < n; i++)
        for (uint32_t t = 0; t < segments[i].n_texts; t++)
            runs += copy_segment_text(&segments[i], t).runs;
    float mean = (float)runs / (float)(x->first[n] ? x->first[n] : 1) + 1;
    for (size_t i = 0; i < n; i++)
        for (uint32_t t = 0; t < segments[i].n_texts; t++) {
            CopySegmentText text = copy_segment_text(&segments[i], t);
            uint32_t number = x->first[i] + t;
            x->sources[number] = text.source;
            if ((float)text.runs > mean)
                x->length[number] = log2f((float)text.runs / mean);
            if (!x->hidden[number] && text.source)
                ++*u64map_put(&x->n_of_source, text.source, 0, NULL);
        }
    return x;
}

void copy_archive_free(CopyArchive *x)
{
    if (!x)
        return;
    vec_free(x->segments);
    vec_free(x->first);
    vec_free(x->sources);
    vec_free(x->hidden);
    vec_free(x->length);
    u64map_release(&x->n_of_source);
    vec_free(x);
}

/* By number among all. */
static CopySegmentText text_at(const CopyArchive *x, uint32_t number)
{
    size_t low = 0, high = x->n;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (x->first[middle] <= number)
            low = middle;
        else
            high = middle;
    }
    return copy_segment_text(&x->segments[low], number - x->first[low]);
}

uint64_t copy_archive_id(const CopyArchive *archive, uint32_t number) { return text_at(archive, number).id; }

static int by_number(const void *pa, const void *pb)
{
    uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;
    return a < b ? -1 : a > b;
}

void copy_runs_of(const CopyText *text, TextVec *out)
{
    WordVec words = {0};
    size_t begin = out->len, kept = begin;
    if (text->text.len < INT32_MAX)
        copy_words_of_text(text, &words);
    for (size_t p = 0; p + RUN <= words.len; p++) {
        uint32_t hash = copy_hash_run(words.data + p, RUN);
        if (hash)
            vec_push(out, hash);
    }
    vec_release(&words);
    if (out->len > begin)
        qsort(out->data + begin, out->len - begin, sizeof *out->data, by_number);
    for (size_t i = begin; i < out->len; i++)
        if (kept == begin || out->data[i] != out->data[kept - 1])
            out->data[kept++] = out->data[i];
    out->len = kept;
}

/* ---- looking up ---------------------------------------------------------------------------------------------- */

/* One run of the new text. */
typedef struct Wanted {
    uint32_t hash, word; /* word: its place among the text's words */
} Wanted;

/* A run that is in a segment. */
typedef struct Looked {
    uint32_t word;            /* its place among the text's words */
    uint32_t texts;           /* that have it, over all segments */
    uint32_t first, postings; /* by segment: the first one and how many */
} Looked;

typedef struct Posting {
    uint32_t segment;
    CopyPostings postings;
} Posting;

/* What is known of a text of the archive while a new one is looked up. */
typedef struct Tally {
    float stretch, best; /* bits: of the stretch at hand, of the best one */
    uint32_t last;       /* word of the last common run */
    uint32_t common;
} Tally;

struct CopyLookup {
    const CopyArchive *archive;
    Tally *tally; /* by number; zero between calls */
    VEC(Wanted) wanted;
    VEC(Looked) looked;
    VEC(Posting) postings;
    TextVec list, touched;
    VEC(CopyCandidate) candidates;
    uint32_t runs, runs_read; /* different ones of the text; those of them whose lists were read */
    bool damaged;
    CopyBeside beside;
};

CopyLookup *copy_lookup_new(const CopyArchive *archive)
{
    CopyLookup *s = mem_zero(1, sizeof *s);
    s->archive = archive;
    s->tally = mem_zero(archive->first[archive->n] + (size_t)1, sizeof *s->tally);
    return s;
}

void copy_lookup_free(CopyLookup *s)
{
    if (!s)
        return;
    vec_free(s->tally);
    vec_release(&s->wanted);
    vec_release(&s->looked);
    vec_release(&s->postings);
    vec_release(&s->list);
    vec_release(&s->touched);
    vec_release(&s->candidates);
    copy_beside_release(&s->beside);
    vec_free(s);
}

/* Finds one of the runs in every segment. */
static void look_up(CopyLookup *s, Wanted run)
{
    const CopyArchive *x = s->archive;
    Looked l = {run.word, 0, (uint32_t)s->postings.len, 0};
    for (uint32_t i = 0; i < x->n; i++) {
        CopyPostings found;
        if (!copy_segment_find(&x->segments[i], run.hash, &found, &s->damaged))
            continue;
        l.texts += found.n;
        l.postings++;
        vec_push(&s->postings, (Posting){i, found});
    }
    if (l.texts)
        vec_push(&s->looked, l);
}

/* Looks up all that is wanted. Buckets lie all over the memory and are asked for early. */
static void look_up_all(CopyLookup *s)
{
    const CopyArchive *x = s->archive;
    s->damaged = false;
    s->looked.len = s->postings.len = 0;
    s->runs = (uint32_t)s->wanted.len;
    for (size_t i = 0; i < s->wanted.len; i++) {
        for (size_t k = 0; i + 2 * AHEAD < s->wanted.len && k < x->n; k++)
            copy_segment_expect_soon(&x->segments[k], s->wanted.data[i + 2 * AHEAD].hash);
        for (size_t k = 0; i + AHEAD < s->wanted.len && k < x->n; k++)
            copy_segment_expect(&x->segments[k], s->wanted.data[i + AHEAD].hash);
        look_up(s, s->wanted.data[i]);
    }
}

/* How many texts a run may be in to be read: rare ones first, as far as the budget goes. Of the rarest that do not fit
 * all together the first *more may be read too. */
static uint32_t most_texts(const CopyLookup *s, uint32_t *more)
{
    uint64_t budget = LEAST_BUDGET + (uint64_t)BUDGET * s->looked.len, used = 0;
    uint32_t below = 1;
    uint64_t sums[33] = {0}; /* by bits of the number of texts */
    for (size_t i = 0; i < s->looked.len; i++)
        sums[32 - __builtin_clz(s->looked.data[i].texts)] += s->looked.data[i].texts;
    for (int k = 1; k <= 32; k++) {
        if (used + sums[k] > budget) {
            *more = (uint32_t)((budget - used) >> (k - 1));
            return below;
        }
        used += sums[k];
        below = k < 32 ? UINT32_C(1) << k : UINT32_MAX;
    }
    *more = 0;
    return UINT32_MAX;
}

/* Lets the machine fetch a list that will be read. */
static void expect_list(const CopyLookup *s, const Looked *l)
{
    for (uint32_t i = l->first; i < l->first + l->postings; i++) {
        const Posting *p = &s->postings.data[i];
        __builtin_prefetch(s->archive->segments[p->segment].bytes + p->postings.at / 8);
    }
}

/* The texts before number `before` that have a run, by number. */
static void read_list(CopyLookup *s, const Looked *l, uint32_t before)
{
    const CopyArchive *x = s->archive;
    s->list.len = 0;
    for (uint32_t i = l->first; i < l->first + l->postings; i++) {
        const Posting *p = &s->postings.data[i];
        size_t from = s->list.len;
        uint32_t first = x->first[p->segment];
        if (before > first)
            s->damaged |= !copy_segment_read(&x->segments[p->segment], p->postings, before - first, &s->list);
        for (size_t k = from; k < s->list.len; k++) {
            s->list.data[k] += first;
            __builtin_prefetch(&s->tally[s->list.data[k]], 1);
        }
    }
}

/* The outlet that repeats this run from text to text, or 0: as furniture.c has it. */
static uint32_t furniture_of(const CopyLookup *s)
{
    const CopyArchive *x = s->archive;
    uint32_t source = 0, lead = 0, held = 0;
    if (s->list.len < COPY_FURNITURE_TEXTS)
        return 0;
    for (size_t i = 0; i < s->list.len; i++) {
        uint32_t own = x->sources[s->list.data[i]];
        if (!lead)
            source = own;
        lead += own == source ? 1 : -1u;
    }
    for (size_t i = 0; i < s->list.len; i++)
        held += x->sources[s->list.data[i]] == source;
    const uint32_t *all = source ? u64map_get(&x->n_of_source, source) : NULL;
    return all && copy_is_furniture(held, (uint32_t)s->list.len, *all) ? source : 0;
}

static void count_list(CopyLookup *s, const Looked *l, uint32_t furniture)
{
    const CopyArchive *x = s->archive;
    uint32_t all = x->first[x->n] > FEWEST_TEXTS ? x->first[x->n] : FEWEST_TEXTS;
    float bits = log2f((float)all) - log2f((float)(l->texts < all ? l->texts : all));
    for (size_t i = 0; i < s->list.len; i++) {
        uint32_t t = s->list.data[i];
        Tally *y = &s->tally[t];
        if (!y->common++)
            vec_push(&s->touched, t);
        if (furniture && (x->sources[t] == furniture || s->beside.source == furniture))
            continue;
        float here = bits > x->length[t] ? bits - x->length[t] : 0;
        y->stretch = l->word - y->last <= GAP ? y->stretch + here : here;
        y->last = l->word;
        if (y->stretch > y->best)
            y->best = y->stretch;
    }
}

/* With the text taken up, or only its runs; only texts before a number count. */
static void read_lists(CopyLookup *s, bool has_text, uint32_t before)
{
    uint32_t more, most = most_texts(s, &more);
    s->touched.len = 0;
    s->runs_read = s->runs - (uint32_t)s->looked.len; /* those that no text has */
    for (size_t i = 0; i < s->looked.len; i++) {
        const Looked *l = &s->looked.data[i];
        bool rare = l->texts < most, some = !rare && more && l->texts / 2 < most;
        if (i + AHEAD < s->looked.len)
            expect_list(s, l + AHEAD);
        if (!rare && !some)
            continue;
        more -= some;
        read_list(s, l, before);
        uint32_t furniture = has_text ? furniture_of(s) : 0;
        if (furniture)
            copy_beside_furniture(&s->beside, l->word, furniture);
        count_list(s, l, furniture);
        s->runs_read++;
    }
}

/* Nine tenths of both, as far as lists were read: those that were not are supposed to be like them. */
static bool is_alike(const CopyLookup *s, const Tally *t, uint32_t runs)
{
    double common = t->common, read = s->runs_read, own = s->runs;
    return read >= ALIKE_LEAST && common >= ALIKE * read && common * own >= ALIKE * runs * read && runs >= ALIKE * own;
}

static int by_evidence(const void *pa, const void *pb)
{
    const CopyCandidate *a = pa, *b = pb;
    if (a->evidence != b->evidence)
        return a->evidence > b->evidence ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

static void take_candidates(CopyLookup *s, uint64_t except)
{
    const CopyArchive *x = s->archive;
    s->candidates.len = 0;
    for (size_t i = 0; i < s->touched.len; i++) {
        uint32_t t = s->touched.data[i];
        Tally tally = s->tally[t];
        s->tally[t] = (Tally){0};
        if (x->hidden[t] || (tally.best < LEAST_EVIDENCE && tally.common < s->runs_read / 2))
            continue;
        CopySegmentText text = text_at(x, t);
        bool alike = is_alike(s, &tally, text.runs);
        if (text.id != except && (alike || tally.best >= LEAST_EVIDENCE))
            vec_push(&s->candidates, (CopyCandidate){text.id, (double)tally.best, t, tally.common, alike});
    }
    if (s->candidates.len)
        qsort(s->candidates.data, s->candidates.len, sizeof *s->candidates.data, by_evidence);
}

bool copy_lookup_begin(CopyLookup *s, const CopyText *text, uint64_t except, const CopyCandidate **out, size_t *n)
{
    copy_beside_begin(&s->beside, text, copy_source_hash(text->source));
    s->wanted.len = 0;
    for (uint32_t p = 0; p < s->beside.own; p++) {
        uint32_t hash = copy_beside_run(&s->beside, p);
        if (hash)
            vec_push(&s->wanted, (Wanted){hash, p});
    }
    look_up_all(s);
    read_lists(s, true, UINT32_MAX);
    take_candidates(s, except);
    *out = s->candidates.data;
    *n = s->candidates.len;
    return !s->damaged;
}

CopyPassage *copy_lookup_beside(CopyLookup *s, const CopyText *other, Arena *arena, size_t *n_passages)
{
    return copy_beside(&s->beside, other, copy_source_hash(other->source), arena, n_passages);
}

/* Counts how many of the first n runs each text before a number has. */
static void count_runs(CopyLookup *s, const uint32_t *runs, size_t n, uint32_t before)
{
    s->wanted.len = 0;
    for (size_t i = 0; i < n; i++)
        vec_push(&s->wanted, (Wanted){runs[i], (uint32_t)i});
    look_up_all(s);
    read_lists(s, false, before);
}

/* The runs with the smallest hashes are as good a sample as any: most texts are like no other, and that is soon seen.
 */
static bool may_be_alike(CopyLookup *s, const uint32_t *runs, size_t n, uint32_t before)
{
    bool may_be = false;
    if (n < 2 * SAMPLE)
        return true;
    count_runs(s, runs, SAMPLE, before);
    for (size_t i = 0; i < s->touched.len; i++) {
        Tally *t = &s->tally[s->touched.data[i]];
        may_be |= t->common >= SAMPLE_ALIKE * s->runs_read;
        *t = (Tally){0};
    }
    return may_be;
}

bool copy_lookup_alike(CopyLookup *s, const uint32_t *runs, size_t n, uint32_t before, TextVec *out)
{
    const CopyArchive *x = s->archive;
    size_t begin = out->len;
    if (!may_be_alike(s, runs, n, before))
        return !s->damaged;
    count_runs(s, runs, n, before);
    for (size_t i = 0; i < s->touched.len; i++) {
        uint32_t t = s->touched.data[i];
        if (!x->hidden[t] && is_alike(s, &s->tally[t], text_at(x, t).runs))
            vec_push(out, t);
        s->tally[t] = (Tally){0};
    }
    if (out->len > begin)
        qsort(out->data + begin, out->len - begin, sizeof *out->data, by_number);
    return !s->damaged;
}

size_t copy_lookup_without(CopyLookup *s, uint32_t *runs, size_t n, uint32_t number)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        s->looked.len = s->postings.len = s->list.len = 0;
        look_up(s, (Wanted){runs[i], 0});
        if (s->looked.len)
            read_list(s, &s->looked.data[0], number + 1);
        if (!s->list.len || s->list.data[s->list.len - 1] != number)
            runs[kept++] = runs[i];
    }
    return kept;
}

Status copy_lookup_all(CopyLookup *s, const CopyText *text, uint64_t except, size_t most, CopySource source,
                       Arena *arena, CopySharedTexts *out, Error *err)
{
    const CopyCandidate *candidates;
    size_t n, misses = 0;
    VEC(CopyShared) found = {0};
    Status status = LAGEBILD_OK;
    *out = (CopySharedTexts){.damaged = !copy_lookup_begin(s, text, except, &candidates, &n)};
    for (size_t i = 0; i < n && misses < MISSES; i++) {
        CopyText other;
        if (most && found.len == most) {
            out->more = true;
            break;
        }
        status = source.load(source.ctx, candidates[i].id, &other, err);
        if (status == LAGEBILD_NOT_FOUND) {
            status = LAGEBILD_OK;
            continue;
        }
        if (status != LAGEBILD_OK)
            break;
        CopyShared shared = {.id = candidates[i].id};
        shared.passages = copy_lookup_beside(s, &other, arena, &shared.n_passages);
        misses = shared.n_passages ? 0 : misses + 1;
        if (shared.n_passages)
            vec_push(&found, shared);
    }
    out->len = found.len;
    out->data = vec_to_arena(&found, arena);
    return status;
}
