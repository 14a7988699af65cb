/* Words of invented sentences: classes, moods, lemmas, separated verbs. Needs models/, as the program does. */
#include "test.h"

#include "language/lookup.h"
#include "language/language.h"

static Language *language;

typedef struct Tagged {
    Arena arena;
    Analysis a;
    Str text;
} Tagged;

static Tagged tag(const char *text)
{
    Tagged t = {.text = str_of(text)};
    Block block = {{0, (uint32_t)t.text.len}, BLOCK_PARAGRAPH, ""};
    Article article = {.text = t.text, .blocks = &block, .n_blocks = 1, .lang = STR("de")};
    segment_article(&article, &t.arena, &t.a);
    for (size_t i = 0; i < t.a.n_sentences; i++)
        words_tag(language, t.text, sentence_tokens(&t.a, &t.a.sentences[i]), t.a.sentences[i].count, &t.arena);
    return t;
}

/* The first token that reads `word`. */
static const Token *token(const Tagged *t, const char *word)
{
    for (size_t i = 0; i < t->a.n_tokens; i++)
        if (str_equal(str_span(t->text, t->a.tokens[i].span), str_of(word)))
            return &t->a.tokens[i];
    printf("no token %s\n", word);
    abort();
}

static void check_word(int line, const char *text, const char *word, WordClass class, const char *lemma, uint32_t has,
                       uint32_t lacks)
{
    Tagged t = tag(text);
    const Token *w = token(&t, word);
    if (w->class != class || !str_equal(w->lemma, str_of(lemma)) || (w->features & has) != has || w->features & lacks) {
        printf("line %d: %s is %s, lemma %.*s, features %x\n", line, word, word_class_name((WordClass)w->class),
               STR_ARG(w->lemma), w->features);
        test_bad++;
    }
    arena_release(&t.arena);
}

#define WORD(text, word, class, lemma, has, lacks) check_word(__LINE__, text, word, class, lemma, has, lacks)

static void moods_are_told_apart(void)
{
    WORD("Das Treffen sei nützlich gewesen.", "sei", CLASS_AUX, "sein",
         FEAT_FIN | FEAT_SUB | FEAT_SUB1 | FEAT_SUB1_ONLY, FEAT_IND | FEAT_IMP);
    WORD("Die Ministerin habe das nicht gewusst.", "habe", CLASS_AUX, "haben", FEAT_SUB | FEAT_SUB1_ONLY, FEAT_IND);
    WORD("Ich habe das nicht gewusst.", "habe", CLASS_AUX, "haben", FEAT_FIN, FEAT_SUB1_ONLY);
    WORD("Er wäre gern gekommen.", "wäre", CLASS_AUX, "sein", FEAT_SUB | FEAT_SUB2, FEAT_IND | FEAT_SUB1);
    WORD("Sie sagte nichts dazu.", "sagte", CLASS_VERB, "sagen", FEAT_IND | FEAT_PAST | FEAT_FIN | FEAT_SING,
         FEAT_SUB | FEAT_SUB2);
    WORD("Velmland werde den Vertrag kündigen.", "werde", CLASS_AUX, "werden", FEAT_SUB | FEAT_SUB1, FEAT_IND);
    WORD("Die Soldaten haben das Lager nicht gesehen.", "haben", CLASS_AUX, "haben", FEAT_IND | FEAT_PLUR,
         FEAT_SUB1 | FEAT_SUB);
}

static void verb_forms_without_mood(void)
{
    WORD("Sie wollen den Vertrag kündigen.", "kündigen", CLASS_VERB, "kündigen", FEAT_INF, FEAT_FIN | FEAT_IND);
    WORD("Der Vertrag wurde gestern gekündigt.", "gekündigt", CLASS_VERB, "kündigen", FEAT_PART2, FEAT_FIN | FEAT_INF);
    WORD("Er versprach, den Rückzug anzukündigen.", "anzukündigen", CLASS_VERB, "ankündigen", FEAT_INF | FEAT_ZU,
         FEAT_FIN);
    WORD("Die Opposition, die den Rücktritt ankündigte, schwieg.", "ankündigte", CLASS_VERB, "ankündigen",
         FEAT_FIN | FEAT_PAST, FEAT_INF);
    WORD("Die Partei boykottierte die Wahl.", "boykottierte", CLASS_VERB, "boykottieren", FEAT_FIN | FEAT_PAST,
         FEAT_INF);
    WORD("Er schloss das aus.", "schloss", CLASS_VERB, "ausschließen", FEAT_FIN | FEAT_PAST, FEAT_INF);
    WORD("Ott handele nicht.", "handele", CLASS_VERB, "handeln", FEAT_SUB1_ONLY | FEAT_SUB, FEAT_IND);
    WORD("Sie musste gehen.", "musste", CLASS_AUX, "müssen", FEAT_FIN | FEAT_PAST, FEAT_INF);
}

static void separated_verbs_are_joined(void)
{
    Tagged t = tag("Der Minister kündigte am Freitag neue Gespräche an. Sie ging.");
    CHECK_STR(token(&t, "kündigte")->lemma, "ankündigen");
    CHECK_INT(token(&t, "kündigte")->separable, 8);
    CHECK_INT(token(&t, "ging")->separable, 0);
    arena_release(&t.arena);
    t = tag("Sie wies die Vorwürfe, die er erhob, zurück.");
    CHECK_STR(token(&t, "wies")->lemma, "zurückweisen");
    CHECK_STR(token(&t, "erhob")->lemma, "erheben");
    arena_release(&t.arena);
    t = tag("Er fuhr an die Grenze.");
    CHECK_STR(token(&t, "fuhr")->lemma, "fahren");
    arena_release(&t.arena);
}

static void nouns_have_lemma_and_gender(void)
{
    WORD("Die Außenministerinnen trafen sich.", "Außenministerinnen", CLASS_NOUN, "Außenministerin",
         FEAT_FEM | FEAT_PLUR, FEAT_SING);
    WORD("Er sprach mit dem Vizeaußenminister.", "Vizeaußenminister", CLASS_NOUN, "Vizeaußenminister",
         FEAT_MASC | FEAT_SING, FEAT_FEM);
    WORD("Sie lobte die Grenzschutzabkommen.", "Grenzschutzabkommen", CLASS_NOUN, "Grenzschutzabkommen", FEAT_NEUT,
         FEAT_FEM);
    WORD("Das ist Sache von UN-Beobachtern.", "UN-Beobachtern", CLASS_NOUN, "UN-Beobachter", FEAT_DAT | FEAT_PLUR,
         FEAT_SING);
    WORD("Im Hause herrscht Ruhe.", "Hause", CLASS_NOUN, "Haus", FEAT_DAT | FEAT_SING, FEAT_PLUR);
}

static void phrases_agree(void)
{
    uint32_t cases = FEAT_NOM | FEAT_GEN | FEAT_DAT | FEAT_ACC;
    WORD("Er sprach mit den neuen Ministern.", "Ministern", CLASS_NOUN, "Minister", FEAT_DAT | FEAT_PLUR,
         (cases & ~FEAT_DAT) | FEAT_SING);
    WORD("Er sprach mit den neuen Ministern.", "den", CLASS_DET, "der", FEAT_DAT | FEAT_PLUR, FEAT_ACC | FEAT_SING);
    WORD("Der Minister schwieg.", "Minister", CLASS_NOUN, "Minister", FEAT_NOM | FEAT_SING,
         FEAT_DAT | FEAT_ACC | FEAT_PLUR | FEAT_GEN);
    WORD("Das Haus der Ministerin brannte.", "Ministerin", CLASS_NOUN, "Ministerin", FEAT_FEM | FEAT_SING,
         FEAT_NOM | FEAT_ACC);
    WORD("Sie hissten die Flaggen.", "Flaggen", CLASS_NOUN, "Flagge", FEAT_PLUR | FEAT_FEM, FEAT_DAT | FEAT_SING);
    WORD("Im neuen Rahmen gilt das.", "Rahmen", CLASS_NOUN, "Rahmen", FEAT_DAT | FEAT_SING, FEAT_NOM);
    WORD("Er wartet auf ihn.", "ihn", CLASS_PRON, "er", FEAT_ACC | FEAT_MASC, FEAT_NOM | FEAT_DAT);
}

static void little_words(void)
{
    WORD("Der Gipfel der Staaten endete.", "Der", CLASS_DET, "der", 0, FEAT_FIN);
    WORD("Sie hofft, dass er kommt.", "dass", CLASS_SCONJ, "dass", 0, 0);
    WORD("Das war der gefährlichste Moment.", "gefährlichste", CLASS_ADJ, "gefährlich", 0, 0);
    WORD("Rund 100.000 Soldaten stehen dort.", "100.000", CLASS_NUM, "100.000", 0, 0);
    WORD("Er kam nicht.", ".", CLASS_PUNCT, ".", 0, 0);
}

static void finite_verbs_have_one_mood(void)
{
    Tagged t = tag("Geht nach Hause! Wenn das so wäre, käme niemand, sagt Ott, der meinte, man wolle und solle warten, "
                   "und sie werden reden können.");
    size_t finite = 0;
    for (size_t i = 0; i < t.a.n_tokens; i++) {
        uint32_t mood = t.a.tokens[i].features & (FEAT_IND | FEAT_SUB | FEAT_IMP);
        bool is_finite = t.a.tokens[i].features & FEAT_FIN;
        finite += is_finite;
        CHECK(is_finite ? mood && !(mood & (mood - 1)) : true);
    }
    CHECK(finite >= 7);
    arena_release(&t.arena);
}

static void hostile_words_are_fine(void)
{
    StrBuf b = STRBUF_INIT;
    for (int i = 0; i < 20000; i++)
        strbuf_add_c(&b, i % 3 ? "Ärgerärgerärger\xFF-" : "a\xC3 und ");
    Tagged t = {.text = strbuf_str(&b)};
    Block block = {{0, (uint32_t)b.len}, BLOCK_PARAGRAPH, ""};
    Article article = {.text = t.text, .blocks = &block, .n_blocks = 1};
    language_analyse(language, &article, &t.arena, &t.a);
    CHECK(t.a.n_tokens > 0);
    arena_release(&t.arena);
    Token empty = {0};
    words_tag(language, STR_EMPTY, &empty, 1, &t.arena);
    words_tag(language, STR_EMPTY, NULL, 0, &t.arena);
    arena_release(&t.arena);
    strbuf_release(&b);
}

static void missing_models_are_told(void)
{
    Language *none = NULL;
    Error err = {0};
    CHECK_INT(language_open(&none, "/nowhere", &err), LAGEBILD_ERR_IO);
    CHECK(!none && str_find(str_of(err.where), STR("/nowhere/"), 0) == 0);
    FILE *f = fopen("/proc/self/exe", "rb");
    Lexicon lexicon;
    CHECK(f && lexicon_open(&lexicon, "/proc/self/exe", &err) == LAGEBILD_ERR_FORMAT);
    if (f)
        fclose(f);
}

static void sentence_tagging_is_public(void)
{
    const char *words[] = {"Velm", "habe", "zugestimmt", "."};
    LagebildWordTag tags[4];
    LagebildName names[4];
    size_t n_names;
    LagebildModels *models;
    CHECK_INT(lagebild_models_open(&models, NULL), LAGEBILD_OK);
    CHECK_INT(lagebild_tag_words(models, words, 4, tags, names, 4, &n_names, NULL), LAGEBILD_OK);
    CHECK_STR(str_of(tags[1].upos), "AUX");
    CHECK_STR(str_of(tags[1].mood), "Sub");
    CHECK_STR(str_of(tags[3].upos), "PUNCT");
    CHECK_STR(str_of(tags[3].mood), "");
    CHECK_INT(lagebild_tag_words(NULL, words, 4, tags, names, 4, &n_names, NULL), LAGEBILD_ERR_USAGE);
    lagebild_models_close(models);
}

int main(void)
{
    Error err;
    if (language_open(&language, NULL, &err) != LAGEBILD_OK) {
        printf("%s: %s\n0 passed, 1 failed\n", err.where, err.message);
        return 1;
    }
    TEST(moods_are_told_apart);
    TEST(verb_forms_without_mood);
    TEST(separated_verbs_are_joined);
    TEST(nouns_have_lemma_and_gender);
    TEST(phrases_agree);
    TEST(little_words);
    TEST(finite_verbs_have_one_mood);
    TEST(hostile_words_are_fine);
    TEST(missing_models_are_told);
    TEST(sentence_tagging_is_public);
    language_close(language);
    return TEST_END;
}
