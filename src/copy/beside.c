/* beside.c: what one text shares with another: the steps of find.c for two texts alone. What these learn from all texts
 * at once, the archive's index says: whether one outlet repeats a run. */
#include "copy/beside.h"

#define MOST_PLACES 16   /* of one run in the text */
#define MOST_WORK 512    /* matched words for each word of the other text, ... */
#define LEAST_WORK 65536 /* ... and so many for any */

static BesideRun *slot_of(const CopyBeside *b, uint32_t hash)
{
    size_t mask = b->runs.cap - 1, i = hash & mask;
    while (b->runs.data[i].hash && b->runs.data[i].hash != hash)
        i = (i + 1) & mask;
    return &b->runs.data[i];
}

/* Room for n runs, half of it free. */
static void clear_runs(CopyBeside *b, uint32_t n)
{
    size_t cap = 64;
    while (cap < 2 * (size_t)n)
        cap *= 2;
    if (cap > b->runs.cap || cap * 8 < b->runs.cap) {
        vec_release(&b->runs);
        b->runs.data = mem_zero(cap, sizeof *b->runs.data);
        b->runs.cap = cap;
    } else {
        memset(b->runs.data, 0, b->runs.cap * sizeof *b->runs.data);
    }
}

void copy_beside_begin(CopyBeside *b, const CopyText *text, uint32_t source)
{
    b->text = text;
    b->source = source;
    b->words.len = b->next.len = b->sources.len = 0;
    b->marked = false;
    vec_push(&b->words, (CopyWord){0});
    if (text->text.len < INT32_MAX)
        copy_words_of_text(text, &b->words);
    b->own = (uint32_t)b->words.len;
    clear_runs(b, b->own);
    vec_reserve(&b->next, b->own);
    for (uint32_t p = 0; p < b->own; p++)
        vec_push(&b->next, 0);
    for (uint32_t p = b->own; p-- > 0;) {
        uint32_t hash = p + RUN <= b->own ? copy_hash_run(b->words.data + p, RUN) : 0;
        if (!hash)
            continue;
        BesideRun *run = slot_of(b, hash);
        if (run->hash)
            b->next.data[p] = run->first;
        *run = (BesideRun){hash, p, 0};
    }
}

void copy_beside_release(CopyBeside *b)
{
    vec_release(&b->words);
    vec_release(&b->sources);
    vec_release(&b->next);
    vec_release(&b->runs);
    vec_release(&b->starts);
    vec_release(&b->of_block);
    vec_release(&b->hits);
    copy_judge_release(&b->judge);
}

uint32_t copy_beside_run(const CopyBeside *b, uint32_t word)
{
    uint32_t hash = word + RUN <= b->own ? copy_hash_run(b->words.data + word, RUN) : 0;
    return hash && slot_of(b, hash)->first == word ? hash : 0;
}

static bool has_furniture(const CopyBeside *b, uint32_t source)
{
    for (size_t i = 0; i < b->sources.len; i++)
        if (b->sources.data[i] == source)
            return true;
    return false;
}

void copy_beside_furniture(CopyBeside *b, uint32_t word, uint32_t source)
{
    slot_of(b, copy_hash_run(b->words.data + word, RUN))->furniture = source;
    if (!has_furniture(b, source))
        vec_push(&b->sources, source);
}

/* ---- matches ------------------------------------------------------------------------------------------------- */

/* Marks what `source` repeats from text to text among the words [begin, end). */
static void mark_standing(CopyBeside *b, uint32_t begin, uint32_t end, uint32_t source)
{
    if (!has_furniture(b, source))
        return;
    b->starts.len = 0;
    vec_reserve(&b->starts, (size_t)end - begin);
    for (uint32_t p = begin; p < end; p++) {
        uint32_t hash = p + RUN <= end ? copy_hash_run(b->words.data + p, RUN) : 0;
        const BesideRun *run = hash ? slot_of(b, hash) : NULL;
        vec_push(&b->starts, run && run->furniture == source);
    }
    copy_mark_stretches(b->starts.data, b->words.data + begin, end - begin);
}

static bool is_same_run(const CopyWord *a, const CopyWord *b)
{
    for (int k = 0; k < RUN; k++)
        if (a[k].id != b[k].id)
            return false;
    return true;
}

static bool is_standing(const CopyWord *w)
{
    for (int k = 0; k < RUN; k++)
        if (!(w[k].flags & WORD_STANDING))
            return false;
    return true;
}

/* Adds the matches that begin at word p of the other text; `work` counts words. */
static void match_at(CopyBeside *b, uint32_t p, uint64_t *work)
{
    const CopyWord *w = b->words.data;
    uint32_t hash = p + RUN <= b->words.len ? copy_hash_run(w + p, RUN) : 0;
    const BesideRun *run = hash ? slot_of(b, hash) : NULL;
    if (!run || !run->hash || is_standing(w + p))
        return;
    uint32_t a = run->first;
    for (int places = 0; a && places < MOST_PLACES; places++, a = b->next.data[a]) {
        if (!is_same_run(w + a, w + p) || is_standing(w + a))
            continue;
        if (w[a - 1].id && w[a - 1].id == w[p - 1].id && !(is_standing(w + a - 1) || is_standing(w + p - 1)))
            continue;
        uint32_t len = RUN;
        while (w[a + len].id && w[a + len].id == w[p + len].id)
            len++;
        *work += len;
        vec_push(&b->hits, (CopyHit){1, a, p, len});
    }
}

static int by_place(const void *pa, const void *pb)
{
    const CopyHit *a = pa, *b = pb;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

static void find_hits(CopyBeside *b)
{
    uint64_t work = 0, most = LEAST_WORK + (uint64_t)MOST_WORK * (b->words.len - b->own);
    b->hits.len = 0;
    for (uint32_t p = b->own; p < b->words.len && work < most; p++)
        match_at(b, p, &work);
    if (b->hits.len)
        qsort(b->hits.data, b->hits.len, sizeof *b->hits.data, by_place);
}

CopyPassage *copy_beside(CopyBeside *b, const CopyText *other, uint32_t source, Arena *arena, size_t *n_passages)
{
    *n_passages = 0;
    b->words.len = b->own;
    if (other->text.len >= INT32_MAX)
        return NULL;
    copy_words_of_text(other, &b->words);
    if (!b->marked)
        mark_standing(b, 0, b->own, b->source);
    b->marked = true;
    mark_standing(b, b->own, (uint32_t)b->words.len, source);
    find_hits(b);
    if (!b->hits.len)
        return NULL;
    uint32_t first[3] = {1, b->own, (uint32_t)b->words.len};
    while (b->of_block.len <= b->words.len / 32)
        vec_push(&b->of_block, 0);
    CopyText texts[2] = {*b->text, *other};
    CopyWords words = {b->words.data, (uint32_t)b->words.len, first, b->of_block.data, texts, 2, NULL};
    CopySentences sentences;
    copy_sentences_make(&sentences, &words, 1);
    b->judge.words = &words;
    b->judge.sentences = &sentences;
    copy_judge_pair(&b->judge, 0, 1, b->hits.data, b->hits.len);
    CopyPassage *passages = ARENA_NEW(arena, CopyPassage, b->judge.n);
    for (size_t i = 0; i < b->judge.n; i++)
        if (!b->judge.drafts.data[i].doubtful) /* no third text is at hand */
            passages[(*n_passages)++] = copy_passage(&b->judge.drafts.data[i], &words, arena);
    copy_sentences_release(&sentences);
    return passages;
}
