/* furniture.c: what one source repeats from text to text: "Lesen Sie auch", the newsletter box, the editor's standing
 * sentence. It is learned from the texts themselves: a run that stands in many texts of one source and in few of others
 * is furniture. A wire text that a source took a few times is below the count, one that everybody took is not this
 * source's own, and a stretch of some length is no furniture but an article that the source published again and again.
 */
#include "base/map.h"
#include "copy/steps.h"

#include <stdatomic.h>

#define LEAST_TEXTS COPY_FURNITURE_TEXTS /* of a source that hold the run ... */
#define LEAST_SHARE 40                   /* ... and one in this many of its texts, or ... */
#define MANY_TEXTS 15                    /* ... so many of them */
#define SHORTEST_STRETCH 5               /* words; single furniture runs are chance */
#define LONGEST_STRETCH 200

struct CopyFurniture {
    uint32_t *source_of;     /* text → number of its source, 0 = unknown */
    uint32_t *n_texts;       /* of a source */
    uint32_t n_sources;      /* with the unknown one */
    _Atomic uint8_t *starts; /* position → a furniture run begins here */
    const CopyWords *words;
};

CopyFurniture *copy_furniture_new(const CopyWords *words)
{
    CopyFurniture *f = mem_zero(1, sizeof *f);
    f->words = words;
    f->source_of = mem_zero(words->n_texts, sizeof *f->source_of);
    f->starts = mem_zero(words->len, sizeof *f->starts);
    f->n_texts = mem_zero(words->n_texts + 1, sizeof *f->n_texts);
    StrMap sources = {0};
    f->n_sources = 1;
    for (size_t i = 0; i < words->n_texts; i++) {
        if (!words->texts[i].source.len)
            continue;
        bool is_new;
        f->source_of[i] = *strmap_put(&sources, words->texts[i].source, f->n_sources, &is_new);
        f->n_sources += is_new;
        f->n_texts[f->source_of[i]]++;
    }
    strmap_release(&sources);
    return f;
}

bool copy_is_furniture(uint32_t held, uint32_t texts, uint32_t of_source)
{
    bool often = held >= MANY_TEXTS || (held >= LEAST_TEXTS && held * LEAST_SHARE >= of_source);
    return often && held * 2 >= texts;
}

void copy_furniture_see(CopyFurniture *f, const uint64_t *group, size_t n)
{
    if (n < LEAST_TEXTS || f->n_sources == 1)
        return;
    /* Majority vote in one pass (Boyer and Moore): furniture's source has more than half of the group, if any has. */
    uint32_t source = 0, lead = 0, text = UINT32_MAX, texts = 0, held = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t s = f->source_of[group[i] >> 32];
        if (lead == 0)
            source = s;
        lead += s == source ? 1 : -1u;
    }
    for (size_t i = 0; i < n; i++) {
        uint32_t t = (uint32_t)(group[i] >> 32);
        texts += t != text;
        held += t != text && f->source_of[t] == source;
        text = t;
    }
    if (!source || !copy_is_furniture(held, texts, f->n_texts[source]))
        return;
    for (size_t i = 0; i < n; i++) {
        if (f->source_of[group[i] >> 32] == source)
            atomic_store_explicit(&f->starts[(uint32_t)group[i]], 1, memory_order_relaxed);
    }
}

void copy_mark_stretches(const uint8_t *starts, CopyWord *words, uint32_t len)
{
    for (uint32_t p = 0, end; p < len; p = end + 1) {
        for (end = p; end < len && starts[end]; end++)
            ;
        uint32_t n = end - p + RUN - 1;
        if (end > p && n >= SHORTEST_STRETCH && n <= LONGEST_STRETCH)
            for (uint32_t i = p; i < p + n; i++)
                words[i].flags |= WORD_STANDING;
    }
}

uint8_t *copy_furniture_mark(CopyFurniture *f, CopyWords *words)
{
    copy_mark_stretches((const uint8_t *)f->starts, words->data, words->len); /* all threads are done */
    uint8_t *standing = mem_zero(words->len / 8 + 1, 1);
    for (uint32_t p = 0; p < words->len; p++)
        standing[p / 8] |= (uint8_t)((words->data[p].flags & WORD_STANDING ? 1u : 0u) << p % 8);
    vec_free(f->source_of);
    vec_free(f->n_texts);
    vec_free((void *)f->starts);
    vec_free(f);
    return standing;
}
