#include "test.h"

#include "base/vec.h"
#include "language/namelists.h"

typedef struct Tables {
    uint32_t *slots, *news, *heads;
    int8_t (*letters)[LETTER_KINDS];
    NameLists lists;
} Tables;

static Tables tables_new(void)
{
    Tables t = {.slots = mem_zero(NAME_LIST_SLOTS, sizeof *t.slots),
                .news = mem_zero(NAME_NEWS_SLOTS, sizeof *t.news),
                .heads = mem_zero(NAME_HEAD_SLOTS, sizeof *t.heads),
                .letters = mem_zero(NAME_LETTER_ROWS, sizeof *t.letters)};
    t.lists = (NameLists){t.slots, t.news, t.heads, (const int8_t(*)[LETTER_KINDS])t.letters};
    return t;
}

static void tables_release(Tables *t)
{
    vec_free(t->slots);
    vec_free(t->news);
    vec_free(t->heads);
    vec_free(t->letters);
}

static void lists_know_genitives(void)
{
    Tables t = tables_new();
    name_list_put(t.slots, STR("orlefelde"), LIST_CITY);
    name_list_put(t.slots, STR("orlefelde"), LIST_SURNAME);
    name_list_put(t.slots, STR("klas"), LIST_MALE);
    CHECK_INT(name_lists_flags(&t.lists, STR("orlefelde")), LIST_CITY | LIST_SURNAME);
    CHECK_INT(name_lists_flags(&t.lists, STR("orlefeldes")), LIST_CITY | LIST_SURNAME);
    CHECK_INT(name_lists_flags(&t.lists, STR("klas")), LIST_MALE);
    CHECK_INT(name_lists_flags(&t.lists, STR("kla")), 0);
    CHECK_INT(name_lists_flags(&t.lists, STR("")), 0);
    tables_release(&t);
}

static void news_are_asked_for_the_form_itself(void)
{
    Tables t = tables_new();
    name_news_put(t.news, STR("brackner"), 5);
    name_news_put(t.news, STR("brackner"), NEWS_COMPANY);
    CHECK_INT(name_lists_news(&t.lists, STR("brackner")), 5 | NEWS_COMPANY);
    CHECK_INT(name_lists_news(&t.lists, STR("brackners")), 0);
    CHECK_INT(name_lists_news(&t.lists, STR("")), 0);
    CHECK_INT(name_lists_flags(&t.lists, STR("brackner")), 0);
    tables_release(&t);
}

static void heads_end_compounds(void)
{
    Tables t = tables_new();
    name_head_put(t.heads, STR("see"), HEAD_PLACE);
    name_head_put(t.heads, STR("verein"), HEAD_BODY);
    name_head_put(t.heads, STR("ortsverein"), HEAD_WORK);
    name_head_put(t.heads, STR("sagen!"), HEAD_SAY);
    CHECK_INT(name_lists_head(&t.lists, STR("see")), HEAD_PLACE | HEAD_WHOLE);
    CHECK_INT(name_lists_head(&t.lists, STR("orle-see")), HEAD_PLACE);
    CHECK_INT(name_lists_head(&t.lists, STR("museesee")), 0); /* too short to end a compound without a hyphen */
    CHECK_INT(name_lists_head(&t.lists, STR("fischereiverein")), HEAD_BODY);
    CHECK_INT(name_lists_head(&t.lists, STR("nordortsverein")), HEAD_WORK); /* the longest one */
    CHECK_INT(name_lists_head(&t.lists, STR("vereinsheim")), 0);
    CHECK_INT(name_lists_verb(&t.lists, STR("sagen")), HEAD_SAY);
    CHECK_INT(name_lists_head(&t.lists, STR("sagen")), 0);
    CHECK_INT(name_lists_verb(&t.lists, STR("verein")), 0);
    CHECK_INT(name_lists_head(&t.lists, STR("")), 0);
    tables_release(&t);
}

static void letters_say_what_a_word_looks_like(void)
{
    Tables t = tables_new();
    uint32_t rows[NAME_LETTER_FEATURES];
    size_t n = name_letter_rows(STR("orlefelde"), rows);
    for (size_t i = 0; i < n; i++)
        t.letters[rows[i]][LETTERS_PLACE] = 10, t.letters[rows[i]][LETTERS_SURNAME] = 5;
    NameLetters own = name_lists_letters(&t.lists, STR("orlefelde"));
    CHECK_INT(own.kinds, 1 + LETTERS_PLACE * LETTER_KINDS + LETTERS_SURNAME);
    CHECK_INT(own.near[LETTERS_PLACE], 6);
    CHECK(own.near[LETTERS_NOUN] < own.near[LETTERS_SURNAME]);
    NameLetters none = name_lists_letters(&t.lists, STR("xyzzy"));
    CHECK_INT(none.margin, 1);
    CHECK_INT(none.near[LETTERS_NOUN], 6);
    tables_release(&t);
}

static void letters_of_any_length(void)
{
    Tables t = tables_new();
    char bytes[300];
    uint32_t rows[NAME_LETTER_FEATURES];
    memset(bytes, 0xC3, sizeof bytes);
    for (size_t len = 0; len <= sizeof bytes; len++) {
        size_t n = name_letter_rows(str_make(bytes, len), rows);
        CHECK(n <= NAME_LETTER_FEATURES);
        name_lists_letters(&t.lists, str_make(bytes, len));
        name_lists_head(&t.lists, str_make(bytes, len));
    }
    tables_release(&t);
}

int main(void)
{
    TEST(lists_know_genitives);
    TEST(news_are_asked_for_the_form_itself);
    TEST(heads_end_compounds);
    TEST(letters_say_what_a_word_looks_like);
    TEST(letters_of_any_length);
    return TEST_END;
}
