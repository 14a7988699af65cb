/* lexicon.c: finds a form's entries in the mapped file. Every index from the file is checked where it is used, so that a
 * damaged file gives wrong words, never a wrong access. */
#include "language/lexicon.h"

#include "base/map.h"
#include "base/vec.h"

/* Sets the sections' pointers; false when they do not add up to the file. */
static bool lay_out(Lexicon *lx)
{
    const char *at = lx->file.data;
    if (lx->file.len < sizeof lx->head)
        return false;
    memcpy(&lx->head, at, sizeof lx->head);
    const LexiconHeader *h = &lx->head;
    size_t want = sizeof *h + (size_t)h->n_slots * sizeof(LexiconSlot) + (size_t)h->n_entries * sizeof(uint32_t) +
                  (size_t)h->n_kinds * sizeof(LexiconKind) + ((size_t)h->n_lemmas + 1) * sizeof(uint32_t) +
                  h->lemma_bytes;
    if (memcmp(h->magic, LEXICON_MAGIC, 8) != 0 || want != lx->file.len || !h->n_slots ||
        h->n_kinds > 1u << LEXICON_KIND_BITS)
        return false;
    lx->slots = (const LexiconSlot *)(at += sizeof *h);
    lx->entries = (const uint32_t *)(at += (size_t)h->n_slots * sizeof(LexiconSlot));
    lx->kinds = (const LexiconKind *)(at += (size_t)h->n_entries * sizeof(uint32_t));
    lx->offsets = (const uint32_t *)(at += (size_t)h->n_kinds * sizeof(LexiconKind));
    lx->lemmas = at + ((size_t)h->n_lemmas + 1) * sizeof(uint32_t);
    return true;
}

/* Verb readings of a FEAT_ set. */
static uint32_t verb_readings(uint32_t features)
{
    static const struct { uint32_t feature, reading;
    } PAIRS[] = {
        {FEAT_IND, READING_IND},   {FEAT_SUB, READING_SUB},   {FEAT_SUB1, READING_SUB1}, {FEAT_SUB2, READING_SUB2},
        {FEAT_IMP, READING_IMP},   {FEAT_INF, READING_INF},   {FEAT_ZU, READING_ZU},     {FEAT_PART2, READING_PART2},
        {FEAT_PAST, READING_PAST}, {FEAT_SING, READING_SING}, {FEAT_PLUR, READING_PLUR},
    };
    uint32_t readings = 0;
    for (size_t i = 0; i < sizeof PAIRS / sizeof PAIRS[0]; i++)
        if (features & PAIRS[i].feature)
            readings |= PAIRS[i].reading;
    return features & FEAT_2 && !(features & (FEAT_1 | FEAT_3)) ? readings | READING_2 : readings;
}

static uint32_t kind_readings(LexiconKind kind)
{
    static const uint32_t CLASSES[CLASS_COUNT] = {
        [CLASS_X] = READING_X,         [CLASS_ADJ] = READING_ADJ,   [CLASS_ADP] = READING_ADP,
        [CLASS_ADV] = READING_ADV,     [CLASS_AUX] = READING_AUX,   [CLASS_CCONJ] = READING_CCONJ,
        [CLASS_DET] = READING_DET,     [CLASS_NOUN] = READING_NOUN, [CLASS_NUM] = READING_NUM,
        [CLASS_PART] = READING_PART,   [CLASS_PRON] = READING_PRON, [CLASS_PROPN] = READING_PROPN,
        [CLASS_SCONJ] = READING_SCONJ, [CLASS_VERB] = READING_VERB,
    };
    if (kind.class >= CLASS_COUNT)
        return READING_X;
    bool verb = kind.class == CLASS_VERB || kind.class == CLASS_AUX;
    return CLASSES[kind.class] | (verb ? verb_readings(kind.features) : 0);
}

Status lexicon_open(Lexicon *out, const char *path, Error *err)
{
    *out = (Lexicon){0};
    Status status = mapped_open(&out->file, path, err);
    if (status != LAGEBILD_OK)
        return status;
    if (lay_out(out)) {
        out->readings = mem_zero(out->head.n_kinds, sizeof *out->readings);
        for (uint32_t k = 0; k < out->head.n_kinds; k++)
            out->readings[k] = kind_readings(out->kinds[k]);
        return LAGEBILD_OK;
    }
    lexicon_close(out);
    return error_set(err, LAGEBILD_ERR_FORMAT, path, 0, "this is no lexicon of this version");
}

void lexicon_close(Lexicon *lexicon)
{
    vec_free(lexicon->readings);
    mapped_close(&lexicon->file);
    *lexicon = (Lexicon){0};
}

LexiconRange lexicon_find(const Lexicon *lx, Str form) { return lexicon_find_hash(lx, hash_str(form)); }

LexiconRange lexicon_find_hash(const Lexicon *lx, uint64_t hash)
{
    const LexiconHeader *h = &lx->head;
    uint32_t at = lexicon_first_slot(hash, h->n_slots);
    for (uint32_t tried = 0; tried < h->n_slots && lx->slots[at].place;
         tried++, at = at + 1 == h->n_slots ? 0 : at + 1) {
        if (lx->slots[at].check != (uint32_t)hash)
            continue;
        uint32_t first = lx->slots[at].place >> 4, count = lx->slots[at].place & LEXICON_MAX_ENTRIES;
        if (first <= h->n_entries && count <= h->n_entries - first)
            return (LexiconRange){first, count};
    }
    return (LexiconRange){0, 0};
}

LexiconEntry lexicon_entry(const Lexicon *lx, LexiconRange range, uint32_t i)
{
    uint32_t entry = lx->entries[range.first + i], kind = entry & ((1u << LEXICON_KIND_BITS) - 1);
    LexiconKind k = kind < lx->head.n_kinds ? lx->kinds[kind] : (LexiconKind){0};
    return (LexiconEntry){k.features, entry >> LEXICON_KIND_BITS, k.class < CLASS_COUNT ? (WordClass)k.class : CLASS_X};
}

uint32_t lexicon_readings(const Lexicon *lx, LexiconRange range)
{
    uint32_t readings = 0;
    for (uint32_t i = 0; i < range.count; i++) {
        uint32_t kind = lx->entries[range.first + i] & ((1u << LEXICON_KIND_BITS) - 1);
        readings |= kind < lx->head.n_kinds ? lx->readings[kind] : READING_X;
    }
    return readings;
}

Str lexicon_lemma(const Lexicon *lx, uint32_t lemma)
{
    if (lemma >= lx->head.n_lemmas)
        return STR_EMPTY;
    uint32_t begin = lx->offsets[lemma], end = lx->offsets[lemma + 1];
    return begin <= end && end <= lx->head.lemma_bytes ? str_make(lx->lemmas + begin, end - begin) : STR_EMPTY;
}
