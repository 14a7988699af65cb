/* reading.c: from the label that the tagger chose to a word's features and lemma, by the lexicon's entries. */
#include "language/tagged.h"

enum {
    FEATS_PERSON = FEAT_1 | FEAT_2 | FEAT_3 | FEAT_SING | FEAT_PLUR,
    FEATS_FINITE = FEATS_PERSON | FEAT_PRES | FEAT_PAST | FEAT_IND | FEAT_SUB | FEAT_IMP | FEAT_FIN | FEAT_SUB1 |
                   FEAT_SUB2 | FEAT_SUB1_ONLY
};

/* What a verb's features come to in the form that was chosen. */
static uint32_t verb_features(uint32_t features, TagForm form)
{
    static const uint32_t MOOD[] = {[FORM_IND] = FEAT_IND, [FORM_SUB] = FEAT_SUB, [FORM_IMP] = FEAT_IMP};
    uint32_t moods = FEAT_IND | FEAT_SUB | FEAT_IMP;
    switch (form) {
    case FORM_IND:
    case FORM_SUB:
    case FORM_IMP:
        return (features & FEATS_FINITE & ~moods) | MOOD[form] | FEAT_FIN;
    case FORM_INF:
        return FEAT_INF | (features & FEAT_ZU);
    default:
        return FEAT_PART2;
    }
}

/* Does the entry have the form that the tagger chose? */
static bool entry_has_form(LexiconEntry e, TagForm form)
{
    static const uint32_t NEED[] = {[FORM_IND] = FEAT_IND,
                                    [FORM_SUB] = FEAT_SUB,
                                    [FORM_IMP] = FEAT_IMP,
                                    [FORM_INF] = FEAT_INF,
                                    [FORM_PART] = FEAT_PART2};
    return form == FORM_NONE || form == FORM_PREFIX || e.features & NEED[form];
}

static int entry_fits(LexiconEntry e, TagLabel label)
{
    bool verbs =
        (label.class == CLASS_VERB || label.class == CLASS_AUX) && (e.class == CLASS_VERB || e.class == CLASS_AUX);
    if (e.class != label.class && !verbs && !(label.class == CLASS_PROPN && e.class == CLASS_NOUN))
        return 0;
    return 1 + (e.class == label.class) + 2 * entry_has_form(e, (TagForm)label.form);
}

/* The lemma of a guess: its first part as written, then its head's lemma, small unless a hyphen stands between. */
static Str guess_lemma(const TaggedSentence *s, const WordInfo *w, Str lemma)
{
    if (!w->head || !lemma.len)
        return lemma;
    char *out = arena_alloc(s->arena, w->head + lemma.len);
    memcpy(out, w->word.data, w->head);
    memcpy(out + w->head, lemma.data, lemma.len);
    unsigned char *first = (unsigned char *)out + w->head;
    if (first[-1] != '-') {
        if (*first >= 'A' && *first <= 'Z')
            *first |= 32;
        else if (*first == 0xC3 && lemma.len > 1 && first[1] <= 0x9E)
            first[1] |= 32;
    }
    return str_make(out, w->head + lemma.len);
}

/* Is a noun form its own lemma ("Abkommen") and no infinitive made a noun ("Flaggen")? Such a reading goes before that of
 * another lemma's plural ("Abkomme"). */
static bool is_own_lemma(const WordInfo *w, Str lemma)
{
    return str_ends(w->word, str_slice(lemma, 1, lemma.len));
}

/* "habe", "komme" without "ich" are Konjunktiv I and nothing else. */
static void settle_first_person(const WordInfo *w, Token *t)
{
    if (w->needs_i && t->features & FEAT_SUB && t->features & FEAT_SUB1)
        t->features = (t->features & ~(uint32_t)FEAT_1) | FEAT_SUB1_ONLY;
}

void reading_choose(const TaggedSentence *s, size_t i, uint32_t agrees)
{
    const WordInfo *w = &s->words[i];
    Token *t = &s->tokens[i];
    TagLabel label = TAG_LABEL[s->labels[i]];
    bool verb = label.class == CLASS_VERB || label.class == CLASS_AUX;
    uint32_t features = 0, lemma = UINT32_MAX;
    int best = 0;
    for (uint32_t k = 0; k < w->entries.count; k++) {
        LexiconEntry e = lexicon_entry(s->lexicon, w->entries, k);
        int fit = 2 * entry_fits(e, label);
        if (fit && e.class == CLASS_NOUN && w->entries.count > 1)
            fit += is_own_lemma(w, lexicon_lemma(s->lexicon, e.lemma));
        fit += fit && agrees != AGREE_ALL && agree_set(e.features) & agrees ? 2 : 0;
        if (fit > best) {
            best = fit;
            features = 0;
            lemma = e.lemma;
        }
        if (fit && fit == best)
            features |= e.features;
    }
    t->class = label.class;
    t->features = verb ? verb_features(features, (TagForm)label.form) : features;
    settle_first_person(w, t);
    if (w->entries.count)
        t->flags |= w->readings & READING_GUESS ? TOKEN_COMPOUND : TOKEN_KNOWN;
    bool other_name = label.class == CLASS_PROPN && !(w->readings & READING_PROPN);
    t->lemma = other_name || !best ? STR_EMPTY : guess_lemma(s, w, lexicon_lemma(s->lexicon, lemma));
    if (!t->lemma.len)
        t->lemma = str_span(s->text, t->span);
}
