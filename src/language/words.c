/* words.c: tags one sentence: look every word up, let the tagger choose among the readings, then write class, features and
 * lemma of the reading chosen, and put separated verbs together again ("kündigte … an" is ankündigen). */
#include "language/language.h"

enum { ON_STACK = 128 };

typedef struct Sentencing {
    const Lexicon *lexicon;
    Str text;
    Token *tokens;
    WordInfo *words;
    uint8_t *labels;
    size_t n;
    Arena *arena;
} Sentencing;

enum {
    FEATS_PERSON = FEAT_1 | FEAT_2 | FEAT_3 | FEAT_SING | FEAT_PLUR,
    FEATS_FINITE = FEATS_PERSON | FEAT_PRES | FEAT_PAST | FEAT_IND | FEAT_SUB | FEAT_IMP | FEAT_FIN | FEAT_SUB1 | FEAT_SUB2 | FEAT_SUB1_ONLY
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
    static const uint32_t NEED[] = {[FORM_IND] = FEAT_IND, [FORM_SUB] = FEAT_SUB, [FORM_IMP] = FEAT_IMP, [FORM_INF] = FEAT_INF, [FORM_PART] = FEAT_PART2};
    return form == FORM_NONE || form == FORM_PREFIX || e.features & NEED[form];
}

static int entry_fits(LexiconEntry e, TagLabel label)
{
    bool verbs = (label.class == CLASS_VERB || label.class == CLASS_AUX) && (e.class == CLASS_VERB || e.class == CLASS_AUX);
    if (e.class != label.class && !verbs && !(label.class == CLASS_PROPN && e.class == CLASS_NOUN))
        return 0;
    return 1 + (e.class == label.class) + 2 * entry_has_form(e, (TagForm)label.form);
}

/* The lemma of a guess: its first part as written, then its head's lemma, small unless a hyphen stands between. */
static Str guess_lemma(const Sentencing *s, const WordInfo *w, Str lemma)
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

static void choose_reading(const Sentencing *s, size_t i)
{
    const WordInfo *w = &s->words[i];
    Token *t = &s->tokens[i];
    TagLabel label = TAG_LABEL[s->labels[i]];
    bool verb = label.class == CLASS_VERB || label.class == CLASS_AUX;
    uint32_t features = 0;
    Str lemma = STR_EMPTY;
    int best = 0;
    for (uint32_t k = 0; k < w->entries.count; k++) {
        LexiconEntry e = lexicon_entry(s->lexicon, w->entries, k);
        Str e_lemma = lexicon_lemma(s->lexicon, e.lemma);
        int fit = 2 * entry_fits(e, label);
        fit += fit && is_own_lemma(w, e_lemma);
        if (fit > best) {
            best = fit;
            features = 0;
            lemma = e_lemma;
        }
        if (fit && fit == best)
            features |= e.features;
    }
    t->class = label.class;
    t->features = verb ? verb_features(features, (TagForm)label.form) : features;
    settle_first_person(w, t);
    if (w->entries.count && !(w->readings & READING_GUESS))
        t->flags |= TOKEN_KNOWN;
    t->lemma = label.class == CLASS_PROPN ? STR_EMPTY : guess_lemma(s, w, lemma);
    if (!t->lemma.len)
        t->lemma = str_span(s->text, t->span);
}

/* ---- separated verbs ---- */

/* The lemma of prefix and verb together when the lexicon has it ("an" + "kündigen"), else empty. */
static Str joined_lemma(const Sentencing *s, Str prefix, Str verb)
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

/* May token i be the prefix that a clause's verb left at its end? */
static bool may_be_prefix(const Sentencing *s, size_t i)
{
    if (!(s->words[i].readings & READING_PREFIX) || s->words[i].first)
        return false;
    if (TAG_LABEL[s->labels[i]].form == FORM_PREFIX)
        return true;
    uint8_t next = i + 1 < s->n ? s->tokens[i + 1].class : CLASS_PUNCT, class = s->tokens[i].class;
    return (class == CLASS_ADP || class == CLASS_ADV || class == CLASS_ADJ || class == CLASS_PART) &&
           (next == CLASS_PUNCT || next == CLASS_CCONJ || next == CLASS_SCONJ);
}

static void join_separated(Sentencing *s)
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
                break;
            }
        }
    }
}

void words_tag(const Language *language, Str text, Token *tokens, size_t n, Arena *arena)
{
    WordInfo words[ON_STACK];
    uint8_t labels[ON_STACK];
    if (!n)
        return;
    bool fits = n <= ON_STACK;
    Sentencing s = {
        .lexicon = &language->lexicon, .text = text, .tokens = tokens, .n = n, .arena = arena,
        .words = fits ? words : ARENA_NEW(arena, WordInfo, n), .labels = fits ? labels : ARENA_NEW(arena, uint8_t, n),
    };
    Str previous = STR_EMPTY;
    for (size_t i = 0; i < n; i++) {
        Str word = str_span(text, tokens[i].span);
        word_look_up(s.lexicon, word, word_opens(previous), &s.words[i]);
        previous = word;
    }
    words_note_first_person(s.words, n);
    tagger_run(&language->tagger, s.words, n, s.labels);
    for (size_t i = 0; i < n; i++)
        choose_reading(&s, i);
    join_separated(&s);
}

void words_tag_plain(Str text, Token *tokens, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        Token *t = &tokens[i];
        Str word = str_span(text, t->span);
        unsigned char c = word.len ? (unsigned char)word.data[0] : 0;
        bool letter = (c | 32) >= 'a' && (c | 32) <= 'z', digit = c >= '0' && c <= '9';
        t->lemma = word;
        if (digit)
            t->class = CLASS_NUM;
        else if (c < 0x80 && !letter)
            t->class = CLASS_PUNCT;
        else if (t->flags & (TOKEN_QUOTE_OPEN | TOKEN_QUOTE_CLOSE))
            t->class = CLASS_PUNCT;
        else
            t->class = t->flags & TOKEN_UPPER && i > 0 ? CLASS_PROPN : CLASS_X;
    }
}
