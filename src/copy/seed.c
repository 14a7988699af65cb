/* seed.c: exact matches between one text and all later ones. A match is reported once, from its left end, and followed
 * word by word to its right end; so a copied page is a handful of matches, however long it is. */
#include "copy/steps.h"

#define LEAST_WEIGHT 6     /* matched words that make two texts worth chaining */
#define MOST_FOLLOWED 2048 /* later places of one run that are looked at */
#define MOST_IN_TEXT 8     /* matches of one place with one text */
#define MOST_WORK 512      /* matched words for each word of a text, over all others, ... */
#define LEAST_WORK                                                                                                     \
    (1 << 20)    /* ... and so many for any text; a text of ten words repeated would match with itself forever */
#define AHEAD 12 /* words; entries lie all over the memory and are asked for early */

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
}

static uint32_t match_length(const CopyWords *w, uint32_t a, uint32_t b)
{
    uint32_t n = RUN;
    while (w->data[a + n].id == w->data[b + n].id && w->data[a + n].id)
        n++;
    return n;
}

static void seed_place(CopySeeder *s, const CopyIndex *x, const CopyWords *w, uint32_t p, uint32_t end_of_text)
{
    uint32_t slot = x->slot_of[p];
    if (slot == NO_SLOT)
        return;
    uint32_t previous = x->entries[slot].previous, after = x->entries[slot].next, text = UINT32_MAX, in_text = 0;
    for (uint32_t i = 0; i < MOST_FOLLOWED && !x->entries[slot].last; i++) {
        CopyEntry e = x->entries[++slot];
        if (e.position < end_of_text || (e.previous == previous && previous != NO_GROUP))
            continue;
        uint32_t t = copy_text_at(w, e.position);
        in_text = t == text ? in_text + 1 : 0;
        text = t;
        if (in_text >= MOST_IN_TEXT)
            continue;
        /* Most matches are chance and end at once; the index knows, and the words need not be fetched. */
        CopyHit hit = {t, p, e.position, e.next == after ? match_length(w, p, e.position) : RUN};
        s->work += hit.len;
        if (!s->weight[t])
            vec_push(&s->touched, t);
        s->weight[t] += hit.len;
        vec_push(&s->raw, hit);
    }
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

void copy_seed(CopySeeder *s, const CopyIndex *index, const CopyWords *words, uint32_t a)
{
    s->raw.len = s->hits.len = s->touched.len = 0;
    s->work = 0;
    uint64_t most = LEAST_WORK + (uint64_t)MOST_WORK * (words->first[a + 1] - words->first[a]);
    for (uint32_t p = words->first[a]; p < words->first[a + 1] && s->work < most; p++) {
        uint32_t ahead = p + AHEAD < words->len ? index->slot_of[p + AHEAD] : NO_SLOT;
        if (ahead != NO_SLOT)
            __builtin_prefetch(&index->entries[ahead]);
        seed_place(s, index, words, p, words->first[a + 1]);
    }

    /* Bring together what belongs to one text: weights become places, each hit goes to its text's next place. */
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
