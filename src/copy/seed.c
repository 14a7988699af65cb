/* seed.c: exact matches between one text and all later ones. A match is reported once, from its left end, and followed
 * word by word to its right end; so a copied page is a handful of matches, however long it is. */
#include "copy/steps.h"

#define LEAST_WEIGHT 6     /* matched words that make two texts worth chaining */
#define MOST_FOLLOWED 2048 /* later places of one run that are looked at */
#define MOST_IN_TEXT 8     /* matches of one place with one text */
#define MOST_WORK 512      /* matched words for each word of a text, over all others, ... */
#define LEAST_WORK                                                                                                     \
    (1 << 20)          /* ... and so many for any text; a text of ten words repeated would match with itself forever */
#define MOST_LOOKED 64 /* places of one run in the other of two texts */
#define AHEAD 16       /* words; what the index has of them lies all over the memory and is asked for early ... */
#define LAG 24         /* ... and so do the words of matches: they are measured so many matches later */
#define UNMEASURED 0   /* length of such a match */

void copy_seeder_init(CopySeeder *s, size_t n_texts)
{
    *s = (CopySeeder){0};
    s->weight = mem_zero(n_texts, sizeof *s->weight);
}

void copy_seeder_release(CopySeeder *s)
{
    vec_free(s->weight);
    vec_release(&s->raw);
    vec_release(&s->hits);
    vec_release(&s->touched);
    vec_release(&s->head);
    vec_release(&s->next);
}

static uint32_t match_length(const CopyWords *w, uint32_t a, uint32_t b)
{
    uint32_t n = RUN;
    while (w->data[a + n].id == w->data[b + n].id && w->data[a + n].id)
        n++;
    return n;
}

static void weigh_hit(CopySeeder *s, const CopyHit *hit)
{
    s->work += hit->len;
    if (!s->weight[hit->text])
        vec_push(&s->touched, hit->text);
    s->weight[hit->text] += hit->len;
}

/* Gives the next matches their length, up to the one numbered `end`. */
static void measure(CopySeeder *s, const CopyWords *w, size_t end)
{
    for (; s->measured < end; s->measured++) {
        CopyHit *hit = &s->raw.data[s->measured];
        if (hit->len == UNMEASURED)
            hit->len = match_length(w, hit->a, hit->b);
        weigh_hit(s, hit);
    }
}

static void seed_place(CopySeeder *s, const CopyIndex *x, const CopyWords *w, const uint32_t *leader, uint32_t a,
                       uint32_t p)
{
    uint32_t slot = x->slot_of[p];
    if (slot == NO_SLOT)
        return;
    uint32_t previous = x->entries[slot].previous, after = x->entries[slot].next, text = UINT32_MAX, in_text = 0;
    uint32_t end_of_text = w->first[a + 1],
             beside = leader && leader[a] != a ? UINT32_MAX : a; /* who follows as a does */
    uint32_t looked = 0;
    while (looked++ < MOST_FOLLOWED && !x->entries[slot].last) {
        CopyEntry e = x->entries[++slot];
        if (e.position < end_of_text || (e.previous == previous && previous != NO_GROUP))
            continue;
        uint32_t t = e.text;
        in_text = t == text ? in_text + 1 : 0;
        text = t;
        if (in_text >= MOST_IN_TEXT) {
            s->limits.repeats++;
            continue;
        }
        if (leader && leader[t] == leader[a]) {
            if (beside != t && (beside != UINT32_MAX || t == leader[a]))
                continue;
            beside = t;
        }
        /* Most matches are chance and end at once; the index knows, and the words need not be fetched. */
        bool longer = e.next == after;
        if (longer)
            __builtin_prefetch(&w->data[e.position + RUN]);
        vec_push(&s->raw, (CopyHit){t, p, e.position, longer ? UNMEASURED : RUN});
    }
    s->limits.places += !x->entries[slot].last;
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* Brings together what belongs to one text: weights become places, each hit goes to its text's next place. */
static void sort_hits(CopySeeder *s)
{
    size_t kept = 0;
    for (size_t i = 0; i < s->touched.len; i++) {
        uint32_t t = s->touched.data[i];
        if (s->weight[t] >= LEAST_WEIGHT)
            s->touched.data[kept++] = t;
        else
            s->weight[t] = 0;
    }
    s->touched.len = kept;
    if (kept)
        qsort(s->touched.data, kept, sizeof *s->touched.data, by_number);
    for (size_t i = 0; i < kept; i++)
        s->weight[s->touched.data[i]] = 1;
    for (size_t i = 0; i < s->raw.len; i++) {
        uint32_t *n = &s->weight[s->raw.data[i].text];
        *n += *n > 0;
    }
    uint32_t place = 1;
    for (size_t i = 0; i < kept; i++) {
        uint32_t n = s->weight[s->touched.data[i]] - 1;
        s->weight[s->touched.data[i]] = place;
        place += n;
    }
    vec_reserve(&s->hits, place);
    s->hits.len = place - 1;
    for (size_t i = 0; i < s->raw.len; i++) {
        uint32_t *next = &s->weight[s->raw.data[i].text];
        if (*next)
            s->hits.data[(*next)++ - 1] = s->raw.data[i];
    }
    for (size_t i = 0; i < kept; i++)
        s->weight[s->touched.data[i]] = 0;
}

static uint64_t most_work(const CopyWords *w, uint32_t text)
{
    return LEAST_WORK + (uint64_t)MOST_WORK * (w->first[text + 1] - w->first[text]);
}

void copy_seed(CopySeeder *s, const CopyIndex *index, const CopyWords *words, const uint32_t *leader, uint32_t a)
{
    s->raw.len = s->hits.len = s->touched.len = s->measured = 0;
    s->work = 0;
    uint64_t most = most_work(words, a);
    for (uint32_t p = words->first[a]; p < words->first[a + 1] && s->work < most; p++) {
        uint32_t ahead = p + AHEAD < words->len ? index->slot_of[p + AHEAD] : NO_SLOT;
        if (ahead != NO_SLOT)
            __builtin_prefetch(&index->entries[ahead]);
        seed_place(s, index, words, leader, a, p);
        if (s->raw.len > LAG)
            measure(s, words, s->raw.len - LAG);
    }
    measure(s, words, s->raw.len);
    s->limits.texts += s->work >= most;
    sort_hits(s);
}

/* Whether the index would have the run at p. */
static bool is_run(const CopyWord *p)
{
    return p[0].id && p[1].id && p[2].id && !(p[0].flags & p[1].flags & p[2].flags & WORD_STANDING);
}

static uint32_t slot_of_run(const CopyWord *p, size_t slots)
{
    uint32_t h = (p[0].id * 31 + p[1].id) * 31 + p[2].id;
    return (h * 0x9e3779b1u >> 7) & (uint32_t)(slots - 1);
}

static bool is_same_run(const CopyWord *p, const CopyWord *q)
{
    return p[0].id == q[0].id && p[1].id == q[1].id && p[2].id == q[2].id;
}

void copy_seed_two(CopySeeder *s, const CopyWords *words, uint32_t a, uint32_t b)
{
    const CopyWord *w = words->data;
    uint32_t from = words->first[b], end = words->first[b + 1];
    size_t slots = 64;
    while (slots < 2 * (size_t)(end - from))
        slots *= 2;
    vec_reserve(&s->head, slots);
    vec_reserve(&s->next, end - from + 1);
    memset(s->head.data, 0, slots * sizeof *s->head.data);
    for (uint32_t q = end; q-- > from;)
        if (is_run(w + q)) {
            uint32_t *head = &s->head.data[slot_of_run(w + q, slots)];
            s->next.data[q - from] = *head;
            *head = q;
        }
    s->raw.len = s->hits.len = s->touched.len = 0;
    s->work = 0;
    uint64_t most = most_work(words, a);
    for (uint32_t p = words->first[a]; p < words->first[a + 1] && s->work < most; p++) {
        uint32_t looked = 0, in_text = 0;
        for (uint32_t q = is_run(w + p) ? s->head.data[slot_of_run(w + p, slots)] : 0;
             q && in_text < MOST_IN_TEXT && looked++ < MOST_LOOKED; q = s->next.data[q - from]) {
            if (!is_same_run(w + p, w + q) || (w[p - 1].id == w[q - 1].id && is_run(w + p - 1) && is_run(w + q - 1)))
                continue;
            vec_push(&s->raw, (CopyHit){b, p, q, match_length(words, p, q)});
            weigh_hit(s, &s->raw.data[s->raw.len - 1]);
            in_text++;
        }
        s->limits.repeats += looked > MOST_LOOKED || in_text == MOST_IN_TEXT;
    }
    s->limits.texts += s->work >= most;
    sort_hits(s);
}
