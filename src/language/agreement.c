/* agreement.c: case, number and gender of noun phrases. A form alone says little ("der" has four readings, "Minister" six);
 * preposition, article, adjectives and noun together mostly leave one or two.
 *
 *     mit    den      neuen     Ministern
 *     Dat  ∩ {Acc Sg M, Dat Pl} ∩ {Dat Pl M}  =  Dat Pl M
 *
 * A set of readings is 24 bits, one for each case (4) × number (2) × gender (3). */
#include "language/tagged.h"

#include <stdlib.h>

enum { SG = 0, PL = 1, M = 0, F = 1, N = 2 };
#define READING(case_bit, number, gender) ((uint32_t)(case_bit) << (4 * ((number) + 2 * (gender))))
#define NOM 1u
#define GEN 2u
#define DAT 4u
#define ACC 8u
#define PLURAL(cases) (READING(cases, PL, M) | READING(cases, PL, F) | READING(cases, PL, N))
#define CASES(cases) (0x111111u * (cases))

uint32_t agree_set(uint32_t features)
{
    static const uint32_t GENDERS[] = {FEAT_MASC, FEAT_FEM, FEAT_NEUT};
    uint32_t cases = features & 15, number = features & (FEAT_SING | FEAT_PLUR),
             gender = features & (FEAT_MASC | FEAT_FEM | FEAT_NEUT), set = 0;
    for (uint32_t g = 0; g < 3; g++) {
        if (gender && !(gender & GENDERS[g]))
            continue;
        if (!number || number & FEAT_SING)
            set |= READING(cases ? cases : 15, SG, g);
        if (!number || number & FEAT_PLUR)
            set |= READING(cases ? cases : 15, PL, g);
    }
    return set;
}

/* The FEAT_ bits of a set. */
static uint32_t set_features(uint32_t set)
{
    uint32_t features = 0;
    for (uint32_t g = 0; g < 3; g++)
        for (uint32_t number = 0; number < 2; number++) {
            uint32_t cases = set >> (4 * (number + 2 * g)) & 15;
            if (cases)
                features |= cases | (number ? FEAT_PLUR : FEAT_SING) | FEAT_MASC << g;
        }
    return features;
}

/* What strong endings say: of "dies-er", and of an adjective without an article. */
static uint32_t strong_ending(Str word)
{
    if (str_ends(word, STR("er")))
        return READING(NOM, SG, M) | READING(GEN | DAT, SG, F) | PLURAL(GEN);
    if (str_ends(word, STR("em")))
        return READING(DAT, SG, M) | READING(DAT, SG, N);
    if (str_ends(word, STR("en")))
        return READING(ACC | GEN, SG, M) | READING(GEN, SG, N) | PLURAL(DAT);
    if (str_ends(word, STR("es")))
        return READING(NOM | ACC, SG, N) | READING(GEN, SG, M) | READING(GEN, SG, N);
    if (str_ends(word, STR("e")))
        return READING(NOM | ACC, SG, F) | PLURAL(NOM | ACC);
    return AGREE_ALL;
}

/* "ein", "kein", "mein" …: masculine nominative or neuter, when they have no ending. */
static bool is_bare(Str word)
{
    static const Str BARE[] = {STR_INIT("ein"),   STR_INIT("kein"), STR_INIT("mein"),
                               STR_INIT("dein"),  STR_INIT("sein"), STR_INIT("ihr"),
                               STR_INIT("unser"), STR_INIT("euer"), STR_INIT("irgendein")};
    for (size_t i = 0; i < sizeof BARE / sizeof BARE[0]; i++)
        if (str_equal_nocase(word, BARE[i]))
            return true;
    return false;
}

static uint32_t article_set(Str word)
{
    if (str_equal_nocase(word, STR("die")))
        return READING(NOM | ACC, SG, F) | PLURAL(NOM | ACC);
    if (str_equal_nocase(word, STR("das")))
        return READING(NOM | ACC, SG, N);
    if (str_equal_nocase(word, STR("den")))
        return READING(ACC, SG, M) | PLURAL(DAT);
    if (str_equal_nocase(word, STR("des")))
        return READING(GEN, SG, M) | READING(GEN, SG, N);
    if (is_bare(word))
        return READING(NOM, SG, M) | READING(NOM | ACC, SG, N);
    return strong_ending(word); /* "der" and "dem" too */
}

typedef struct Government {
    Str word;
    uint32_t set;
} Government;

#define DATIVE CASES(DAT)
#define ACCUSATIVE CASES(ACC)
#define EITHER CASES(DAT | ACC)
#define GENITIVE CASES(GEN | DAT)
#define DEM (READING(DAT, SG, M) | READING(DAT, SG, N))
#define DAS READING(ACC, SG, N)

/* Prepositions with the cases they take, and those that hold an article. Sorted by bytes. */
static const Government GOVERNMENT[] = {
    {STR_INIT("ab"), DATIVE},
    {STR_INIT("am"), DEM},
    {STR_INIT("an"), EITHER},
    {STR_INIT("angesichts"), GENITIVE},
    {STR_INIT("anhand"), GENITIVE},
    {STR_INIT("anlässlich"), GENITIVE},
    {STR_INIT("ans"), DAS},
    {STR_INIT("anstatt"), GENITIVE},
    {STR_INIT("anstelle"), GENITIVE},
    {STR_INIT("auf"), EITHER},
    {STR_INIT("aufgrund"), GENITIVE},
    {STR_INIT("aufs"), DAS},
    {STR_INIT("aus"), DATIVE},
    {STR_INIT("außer"), DATIVE},
    {STR_INIT("außerhalb"), GENITIVE},
    {STR_INIT("bei"), DATIVE},
    {STR_INIT("beim"), DEM},
    {STR_INIT("bezüglich"), GENITIVE},
    {STR_INIT("binnen"), GENITIVE},
    {STR_INIT("bis"), ACCUSATIVE},
    {STR_INIT("dank"), GENITIVE},
    {STR_INIT("durch"), ACCUSATIVE},
    {STR_INIT("durchs"), DAS},
    {STR_INIT("entgegen"), DATIVE},
    {STR_INIT("für"), ACCUSATIVE},
    {STR_INIT("fürs"), DAS},
    {STR_INIT("gegen"), ACCUSATIVE},
    {STR_INIT("gegenüber"), DATIVE},
    {STR_INIT("gemäß"), DATIVE},
    {STR_INIT("hinsichtlich"), GENITIVE},
    {STR_INIT("hinter"), EITHER},
    {STR_INIT("im"), DEM},
    {STR_INIT("in"), EITHER},
    {STR_INIT("infolge"), GENITIVE},
    {STR_INIT("innerhalb"), GENITIVE},
    {STR_INIT("ins"), DAS},
    {STR_INIT("laut"), GENITIVE},
    {STR_INIT("mit"), DATIVE},
    {STR_INIT("mithilfe"), GENITIVE},
    {STR_INIT("nach"), DATIVE},
    {STR_INIT("neben"), EITHER},
    {STR_INIT("ohne"), ACCUSATIVE},
    {STR_INIT("pro"), ACCUSATIVE},
    {STR_INIT("samt"), DATIVE},
    {STR_INIT("seit"), DATIVE},
    {STR_INIT("seitens"), GENITIVE},
    {STR_INIT("statt"), GENITIVE},
    {STR_INIT("trotz"), GENITIVE},
    {STR_INIT("um"), ACCUSATIVE},
    {STR_INIT("ums"), DAS},
    {STR_INIT("unter"), EITHER},
    {STR_INIT("vom"), DEM},
    {STR_INIT("von"), DATIVE},
    {STR_INIT("vor"), EITHER},
    {STR_INIT("vorm"), DEM},
    {STR_INIT("wegen"), GENITIVE},
    {STR_INIT("während"), GENITIVE},
    {STR_INIT("zu"), DATIVE},
    {STR_INIT("zufolge"), DATIVE},
    {STR_INIT("zugunsten"), GENITIVE},
    {STR_INIT("zum"), DEM},
    {STR_INIT("zur"), READING(DAT, SG, F)},
    {STR_INIT("zwischen"), EITHER},
    {STR_INIT("über"), EITHER},
    {STR_INIT("übers"), DAS},
};

static int compare(const void *key, const void *entry)
{
    return str_compare(*(const Str *)key, ((const Government *)entry)->word);
}

static uint32_t preposition_set(Str word)
{
    char lower[16];
    if (word.len >= sizeof lower || !word.len)
        return AGREE_ALL;
    memcpy(lower, word.data, word.len);
    if (lower[0] >= 'A' && lower[0] <= 'Z')
        lower[0] = (char)(lower[0] | 32);
    Str key = {lower, word.len};
    const Government *g =
        bsearch(&key, GOVERNMENT, sizeof GOVERNMENT / sizeof GOVERNMENT[0], sizeof GOVERNMENT[0], compare);
    return g ? g->set : AGREE_ALL;
}

static Str word_at(const TaggedSentence *s, size_t i) { return str_span(s->text, s->tokens[i].span); }

/* May token i stand between an article and its noun? */
static bool is_inside(const TaggedSentence *s, size_t i)
{
    uint8_t class = s->tokens[i].class;
    return class == CLASS_ADJ || class == CLASS_NUM || (class == CLASS_PROPN && s->words[i].shape == SHAPE_UPPER) ||
           (class == CLASS_ADV && s->tokens[i + 1].class == CLASS_ADJ) ||
           ((class == CLASS_CCONJ || class == CLASS_PUNCT) && s->tokens[i + 1].class == CLASS_ADJ && i > 0 &&
            s->tokens[i - 1].class == CLASS_ADJ);
}

static bool is_article(const TaggedSentence *s, size_t i) { return s->tokens[i].class == CLASS_DET; }

typedef struct Phrase {
    size_t begin, article, noun; /* article: its token, or noun when there is none */
} Phrase;

/* The phrase whose noun is token i: "die sehr großen", "die „jüngsten", "all die". */
static Phrase phrase_of(const TaggedSentence *s, size_t i)
{
    enum { REACH = 8 };
    Phrase p = {i, i, i};
    while (p.begin > 0 && i - p.begin < REACH && is_inside(s, p.begin - 1))
        p.begin--;
    while (p.begin < i && s->tokens[p.begin].class != CLASS_ADJ && s->tokens[p.begin].class != CLASS_NUM)
        p.begin++; /* an adverb or name at the begin is none of the phrase */
    size_t before = p.begin;
    if (before > 1 && s->tokens[before - 1].flags & TOKEN_QUOTE_OPEN)
        before--;
    if (before == 0 || !is_article(s, before - 1))
        return p;
    p.article = p.begin = before - 1;
    if (p.begin > 0 && is_article(s, p.begin - 1)) { /* "die meisten", "all die" */
        p.begin--;
        if (!str_equal_nocase(word_at(s, p.begin), STR("all")))
            p.article--;
    }
    return p;
}

/* What the words before the noun leave open. */
static uint32_t words_before(const TaggedSentence *s, const Phrase *p)
{
    if (p->article < p->noun)
        return article_set(word_at(s, p->article));
    uint8_t before = p->begin > 0 ? s->tokens[p->begin - 1].class : CLASS_PUNCT;
    if (before == CLASS_NOUN || before == CLASS_PROPN || before == CLASS_ADV)
        return AGREE_ALL; /* "die auf der Donau fahrenden Schiffe": the ending may be weak */
    uint32_t set = AGREE_ALL;
    for (size_t i = p->begin; i < p->noun; i++)
        if (s->tokens[i].class == CLASS_ADJ)
            set &= strong_ending(word_at(s, i));
    return set;
}

/* A genitive hangs on a noun before it; where there can be none the phrase is no genitive. */
static bool may_be_genitive(const TaggedSentence *s, size_t begin)
{
    uint8_t before = begin > 0 ? s->tokens[begin - 1].class : CLASS_PUNCT;
    return before != CLASS_PUNCT && before != CLASS_VERB && before != CLASS_AUX && before != CLASS_SCONJ &&
           before != CLASS_ADV;
}

static void settle_phrase(TaggedSentence *s, const Phrase *p)
{
    size_t begin = p->begin, noun = p->noun;
    Token *t = &s->tokens[noun];
    uint32_t before = words_before(s, p), governed = AGREE_ALL;
    if (begin > 0 && s->tokens[begin - 1].class == CLASS_ADP) {
        governed = preposition_set(word_at(s, begin - 1));
        bool holds_article = governed == DEM || governed == DAS || governed == READING(DAT, SG, F);
        if (holds_article && p->article == noun)
            before = AGREE_ALL; /* "im neuen Haus": the adjective's ending is weak */
    }
    uint32_t around = before & governed ? before & governed : before;
    if (begin < noun && !may_be_genitive(s, begin) && around & ~CASES(GEN))
        around &= ~CASES(GEN);
    if (around == AGREE_ALL)
        return;
    if (s->words[noun].entries.count > 1 && t->class == CLASS_NOUN)
        reading_choose(s, noun, around);
    uint32_t own = agree_set(t->features), set = own & around ? own & around : own & before ? own & before : around;
    uint32_t all = FEAT_NOM | FEAT_GEN | FEAT_DAT | FEAT_ACC | FEAT_SING | FEAT_PLUR | FEAT_MASC | FEAT_FEM | FEAT_NEUT;
    for (size_t i = begin; i <= noun; i++)
        if (i == noun || s->tokens[i].class == CLASS_DET || s->tokens[i].class == CLASS_ADJ)
            s->tokens[i].features = (s->tokens[i].features & ~all) | set_features(set);
}

void agreement_settle(TaggedSentence *s)
{
    for (size_t i = 0; i < s->n; i++) {
        Token *t = &s->tokens[i];
        if (t->class == CLASS_NOUN || t->class == CLASS_PROPN) {
            Phrase p = phrase_of(s, i);
            settle_phrase(s, &p);
        } else if (t->class == CLASS_PRON && i > 0 && s->tokens[i - 1].class == CLASS_ADP) {
            uint32_t set = agree_set(t->features) & preposition_set(word_at(s, i - 1));
            if (set && t->features & 15)
                t->features = (t->features & ~15u) | (set_features(set) & 15u);
        }
    }
}
