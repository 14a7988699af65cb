/* Where names begin and end, and what things are called by. */
#include "test.h"

#include "base/vec.h"
#include "language/analysis.h"
#include "language/language.h"

static Language *language;

/* Names of all entities of the text, apart by "|", in order of first mention. */
static void check_names(int line, const char *text, const char *want)
{
    Arena arena = ARENA_INIT;
    Analysis a;
    StrBuf got = STRBUF_INIT;
    Block block = {{0, (uint32_t)strlen(text)}, BLOCK_PARAGRAPH, "test"};
    Article article = {
        .text = str_of(text), .lang = STR("de"), .published = STR("2031-03-07"), .blocks = &block, .n_blocks = 1};
    language_analyse(language, &article, &arena, &a);
    for (size_t i = 0; i < a.n_entities; i++)
        strbuf_add_format(&got, "%s%.*s", i ? "|" : "", STR_ARG(a.entities[i].name));
    if (!str_equal(strbuf_str(&got), str_of(want))) {
        printf("line %d: got %.*s, want %s\n", line, STR_ARG(strbuf_str(&got)), want);
        test_bad++;
    }
    strbuf_release(&got);
    arena_release(&arena);
}
#define NAMES(text, want) check_names(__LINE__, text, want)

static void particles_belong_to_names(void)
{
    NAMES("Ministerin Ursula von der Linden sprach am Montag. Von der Linden reiste dann ab.", "Ursula von der Linden");
    NAMES("Ministerin Ursula von der Linden sprach am Montag. Danach reiste von der Linden ab.",
          "Ursula von der Linden");
    NAMES("Präsident Alexander Van der Bellmann sprach.", "Alexander Van der Bellmann");
    NAMES("Ministerin Anna zu Gutmark sprach.", "Anna zu Gutmark");
}

static void prepositions_do_not(void)
{
    NAMES("Ministerin Anna Brenner von der CDU sprach.", "Anna Brenner|CDU");
    NAMES("Anna riet zu Vorsicht.", "Anna");
}

static void double_given_names_belong_to_the_surname(void)
{
    NAMES("Klaus-Peter Hinrichs führt den Verband der Fischer. Hinrichs lebt allein.", "Klaus-Peter Hinrichs|Verband");
}

static void bodies_end_in_what_they_are(void)
{
    NAMES("Laut Robert Koch-Institut haben sich vier Menschen angesteckt.", "Robert Koch-Institut");
}

static void times_behind_names_are_no_names(void)
{
    NAMES("„Wir gehen“, schrieb Anna Brenner Freitagfrüh.", "Anna Brenner");
    NAMES("Darüber hinaus berichtet die „Welt am Sonntag“, schon jetzt gebe es Streit.",
          "Welt am Sonntag"); /* a day may end a name */
}

static void things_are_listed_in_the_nominative(void)
{
    NAMES("Sie trafen sich im Weißen Haus. Das Weiße Haus schwieg.", "Weißes Haus");
    NAMES("Die Minister der Europäischen Union tagten. Die Europäische Union zahlt.", "Europäische Union");
    NAMES("Er sprach im Deutschen Bundestag.", "Deutscher Bundestag");
}

static void a_surname_that_is_a_town_stays_a_person(void)
{
    NAMES("Minister Karl Lauterbach sprach am Montag. Lauterbach warnte vor dem Winter.", "Karl Lauterbach");
}

static void who_has_no_name_is_called_by_a_noun(void)
{
    NAMES("Das war der Wunsch des Präsidenten.", "Präsident");
    NAMES("Tarsiens Präsident Otto Brand kam an. Der Staatschef sprach lange.", "Otto Brand");
    NAMES("Es müsse gehandelt werden, sagte die Sprecherin der Werft, Anna Brenner.", "Anna Brenner");
}

int main(void)
{
    Error err;
    if (language_open(&language, NULL, &err) != LAGEBILD_OK) {
        printf("%s\n", err.message);
        test_bad++;
        return TEST_END;
    }
    TEST(particles_belong_to_names);
    TEST(prepositions_do_not);
    TEST(double_given_names_belong_to_the_surname);
    TEST(bodies_end_in_what_they_are);
    TEST(times_behind_names_are_no_names);
    TEST(things_are_listed_in_the_nominative);
    TEST(a_surname_that_is_a_town_stays_a_person);
    TEST(who_has_no_name_is_called_by_a_noun);
    language_close(language);
    return TEST_END;
}
