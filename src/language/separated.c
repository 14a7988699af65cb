/* separated.c: verbs that part in a main clause are put together again. */
#include "language/tagged.h"

/* The lemma of prefix and verb together when the lexicon has it ("an" + "kündigen"), else empty. */
static Str joined_lemma(const TaggedSentence *s, Str prefix, Str verb)
{
    char joined[128];
    if (prefix.len + verb.len > sizeof joined)
        return STR_EMPTY;
    memcpy(joined, prefix.data, prefix.len);
    memcpy(joined + prefix.len, verb.data, verb.len);
    LexiconRange range = lexicon_find(s->lexicon, str_make(joined, prefix.len + verb.len));
    for (uint32_t k = 0; k < range.count; k++) {
        LexiconEntry e = lexicon_entry(s->lexicon, range, k);
        if (e.class == CLASS_VERB && e.features & FEAT_INF)
            return lexicon_lemma(s->lexicon, e.lemma);
    }
    return STR_EMPTY;
}

/* "räumte die Ministerin ein.": an article has a word behind it. */
static bool is_stranded_ein(const TaggedSentence *s, size_t i)
{
    return str_equal(s->words[i].word, STR("ein")) && (i + 1 == s->n || s->tokens[i + 1].class == CLASS_PUNCT);
}

/* May token i be the prefix that a clause's verb left at its end? */
static bool may_be_prefix(const TaggedSentence *s, size_t i)
{
    if (is_stranded_ein(s, i))
        return true;
    if (!(s->words[i].readings & READING_PREFIX) || s->words[i].first)
        return false;
    if (TAG_LABEL[s->labels[i]].form == FORM_PREFIX)
        return true;
    uint8_t next = i + 1 < s->n ? s->tokens[i + 1].class : CLASS_PUNCT, class = s->tokens[i].class;
    return (class == CLASS_ADP || class == CLASS_ADV || class == CLASS_ADJ || class == CLASS_PART) &&
           (next == CLASS_PUNCT || next == CLASS_CCONJ || next == CLASS_SCONJ);
}

void separated_verbs_join(TaggedSentence *s)
{
    enum { REACH = 48 }; /* tokens between verb and prefix */
    for (size_t i = 1; i < s->n; i++) {
        if (!may_be_prefix(s, i))
            continue;
        for (size_t k = i; k-- > 0 && i - k <= REACH;) {
            Token *verb = &s->tokens[k];
            if (verb->class != CLASS_VERB || !(verb->features & FEAT_FIN) || verb->separable)
                continue;
            Str lemma = joined_lemma(s, s->words[i].word, verb->lemma);
            if (lemma.len && i + 1 <= UINT16_MAX) {
                verb->lemma = lemma;
                verb->separable = (uint16_t)(i + 1);
                if (s->tokens[i].class == CLASS_DET) {
                    s->tokens[i].class = CLASS_ADV;
                    s->tokens[i].features = 0;
                }
                break;
            }
        }
    }
}
