/* Dates, credits, titles, languages: the small readers, each by itself. */
#include "article/credits.h"
#include "article/dates.h"
#include "article/metadata.h"
#include "article/phrases.h"
#include "article/tongue.h"
#include "test.h"

static Arena arena;

static void test_machine_dates(void)
{
    static const char *const CASES[][2] = {
        {"2021-03-14T17:05:00+01:00", "2021-03-14T17:05:00+01:00"},
        {"2021-03-14 17:05:00", "2021-03-14T17:05:00"},
        {"2021-03", "2021-03"},
        {"20210314", "2021-03-14"},
        {"Sun, 14 Mar 2021 17:05:00 GMT", "2021-03-14T17:05"},
        {"14.03.2021", "2021-03-14"},
        {"2021-13-14", ""},
        {"gestern", ""},
        {"", ""},
        {"99999999", ""},
        {"2021-03-14T", "2021-03-14"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++)
        CHECK_STR(date_machine(str_of(CASES[i][0]), &arena), CASES[i][1]);
}

static void test_visible_dates(void)
{
    static const char *const CASES[][2] = {
        {"Nordbote14. März 2021", "2021-03-14"},
        {"Stand: 14.03.2021, 17:05 Uhr", "2021-03-14T17:05"},
        {"Torsund, 1. Jänner 2021", "2021-01-01"},
        {"March 14, 2021", "2021-03-14"},
        {"14.3.21", "2021-03-14"},
        {"am 14. März", ""},
        {"Version 1.2.3", ""},
        {"Tel. 0123 45 67 89", ""},
        {"14. März 2021 um 8 Uhr", "2021-03-14T08:00"},
        {"32.01.2021", ""},
        {"mai 5", ""},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++)
        CHECK_STR(date_visible(str_of(CASES[i][0]), &arena, NULL), CASES[i][1]);
}

static void test_dates_in_addresses(void)
{
    CHECK_STR(date_in_url(STR("https://bote.example/2021/03/14/kutter"), &arena), "2021-03-14");
    CHECK_STR(date_in_url(STR("https://bote.example/a/kutter-2021-03-14.html"), &arena), "2021-03-14");
    CHECK_STR(date_in_url(STR("https://bote.example/meldung/14-03-2021"), &arena), "2021-03-14");
    CHECK_STR(date_in_url(STR("https://bote.example/bilder/2021/03/kutter"), &arena), "");
    CHECK_STR(date_in_url(STR("https://bote.example/artikel/123456789"), &arena), "");
}

static void test_local_time(void)
{
    CHECK_STR(date_local(STR("2021-12-31T23:30:00Z"), true, &arena), "2022-01-01T00:30:00+01:00");
    CHECK_STR(date_local(STR("2021-07-31T22:30:00+00:00"), true, &arena), "2021-08-01T00:30:00+02:00");
    CHECK_STR(date_local(STR("2021-03-28T00:59:00Z"), true, &arena), "2021-03-28T01:59:00+01:00");
    CHECK_STR(date_local(STR("2021-03-28T01:00:00Z"), true, &arena), "2021-03-28T03:00:00+02:00");
    CHECK_STR(date_local(STR("2020-02-28T23:30:00Z"), true, &arena), "2020-02-29T00:30:00+01:00");
    CHECK_STR(date_local(STR("2021-12-31T23:30:00+01:00"), true, &arena), "2021-12-31T23:30:00+01:00");
    CHECK_STR(date_local(STR("2021-12-31T23:30:00Z"), false, &arena), "2021-12-31T23:30:00Z");
}

static void check_credits(void (*read)(Credits *, Str), const char *line, const char *want)
{
    Credits c = {{0}};
    StrBuf got = STRBUF_INIT;
    read(&c, str_of(line));
    for (size_t i = 0; i < c.names.len; i++) {
        strbuf_add_c(&got, i ? " " : "");
        strbuf_add(&got, c.names.data[i]);
    }
    CHECK_STR(strbuf_str(&got), want);
    vec_release(&c.names);
    strbuf_release(&got);
}

static void read_end(Credits *c, Str s) { credits_from_end(c, s); }
static void read_line(Credits *c, Str s) { credits_from_line(c, s); }
static void read_dateline(Credits *c, Str s) { credits_dateline(c, s, s); }

static void test_credits(void)
{
    check_credits(read_end, "Das war alles. (dpa/afp/red)", "dpa AFP");
    check_credits(read_end, "Das war alles. (mit Reuters/dpa)", "Reuters dpa");
    check_credits(read_end, "Das war alles. (mit Material der dpa)", "dpa");
    check_credits(read_end, "Das war alles. [APA, Keystone-SDA]", "APA Keystone-SDA");
    check_credits(read_end, "Das war alles (wie die dpa in Torsund gestern meldete)", "");
    check_credits(read_end, "Das kostete viel (siehe Seite drei)", "");
    check_credits(read_line, "dpa/lno", "dpa");
    check_credits(read_line, "Quelle: dpa, jkr", "dpa");
    check_credits(read_line, "Die Ministerin sprach mit der dpa", "");
    check_credits(credits_from_byline, "Von Ada Falk und Jon Brede, AFP", "AFP");
    check_credits(credits_from_byline, "Von Ada Falk", "");
    check_credits(credits_from_note, "© dpa-infocom, dpa:210314-99-123456/2", "dpa");
    check_credits(credits_from_note, "Mit Informationen der Nachrichtenagenturen AFP und Reuters", "AFP Reuters");
    check_credits(credits_from_note, "Der Kapitän bekam AP und Reuters nie zu Gesicht.", "");
    check_credits(read_dateline, "Torsund (dpa/sh) - Die Kutter bleiben auch am Montag im Hafen liegen.", "dpa");
}

static void test_datelines(void)
{
    Credits c = {{0}};
    Str text = STR("Torsund. Die Kutter bleiben im Hafen, hieß es am Abend in Torsund.");
    CHECK_INT(credits_dateline(&c, text, text), 9);
    text = STR("Nordland/Torsund (dpa) – Die Kutter bleiben im Hafen, hieß es am Abend.");
    CHECK(str_starts(str_slice(text, credits_dateline(&c, text, text), text.len), STR("Die Kutter")));
    text = STR("Torsund liegt am Meer. Die Kutter bleiben im Hafen, hieß es am Abend in Torsund.");
    CHECK_INT(credits_dateline(&c, text, text), 0);
    text = STR("Ministerin Ada Falk lässt die Kutter im Hafen, hieß es am Abend in Torsund.");
    CHECK_INT(credits_dateline(&c, text, text), 0);
    vec_release(&c.names);
}

static void test_pictures(void)
{
    CHECK(is_picture_credit(STR("© AP")));
    CHECK(is_picture_credit(STR("Foto: Ole Beispiel/dpa")));
    CHECK(!is_picture_credit(STR("Ada Falk vor dem Rathaus. Foto: Ole Beispiel")));
    CHECK(is_picture_line(STR("Ada Falk vor dem Rathaus. Foto: Ole Beispiel")));
    CHECK(is_picture_line(STR("Ada Falk vor dem Rathaus (Archiv) Ole Beispiel/AFP")));
    CHECK(is_picture_line(STR("Ada Falk am Kai. IMAGO/Ole Beispiel")));
    CHECK(is_picture_credit(STR("Ole Beispiel / Pool via Reuters")));
    CHECK(is_picture_credit(STR("Ole Beispiel/Getty Images")));
    CHECK(!is_picture_credit(STR("Ada Falk steht am Kai, Ole Beispiel/Getty Images")));
    CHECK(!is_picture_line(STR("Die Fischer warten seit dem Winter auf neue Quoten. (dpa/afp)")));
    CHECK(!is_picture_line(STR("Die Quelle: ein Rathaus. Es steht seit langer Zeit am Hafen von Torsund, und dort "
                               "sitzt auch die Ministerin, die alles weiß.")));
}

static void test_titles(void)
{
    static const Str NAMES[] = {STR_INIT("Nordbote"), STR_INIT("")};
    CHECK_STR(title_without_outlet(STR("Falk bricht ab - Nordbote"), NAMES, 2), "Falk bricht ab");
    CHECK_STR(title_without_outlet(STR("Falk bricht ab | Politik | nordbote.example"), NAMES, 2),
              "Falk bricht ab | Politik");
    CHECK_STR(title_without_outlet(STR("Hafen - Fisch - Falk bricht ab"), NAMES, 2), "Hafen - Fisch - Falk bricht ab");
    CHECK_STR(title_without_outlet(STR("Nordbote"), NAMES, 2), "Nordbote");
}

static void test_phrases(void)
{
    StrBuf scratch = STRBUF_INIT;
    const char *reason = NULL;
    CHECK_INT(phrase_of(STR("Lesen Sie auch"), &scratch, &reason), PHRASE_SECTION);
    CHECK_INT(phrase_of(STR("LESEN SIE AUCH: Die lange Geschichte des Fischfangs in Nordland"), &scratch, &reason),
              PHRASE_LINE);
    CHECK_INT(phrase_of(STR("» Das könnte Sie auch interessieren:"), &scratch, &reason), PHRASE_SECTION);
    CHECK_INT(phrase_of(STR("Kommentare"), &scratch, &reason), PHRASE_COMMENTS);
    CHECK_INT(phrase_of(STR("Kommentare der Regierung zu dem Vorfall gab es am Sonntag nicht."), &scratch, &reason),
              PHRASE_NONE);
    CHECK_INT(phrase_of(STR("Die Kutter teilen sich den Hafen."), &scratch, &reason), PHRASE_NONE);
    strbuf_release(&scratch);
}

static void test_tongues(void)
{
    CHECK_STR(str_of(tongue_of(STR("Die Kutter bleiben nach dem Ende der Gespräche im Hafen, und das ist auch für die "
                                   "Fischer nicht leicht."))),
              "de");
    CHECK_STR(
        str_of(tongue_of(STR(
            "The boats have been in the harbour since the end of the talks, and that was not easy for the crews."))),
        "en");
    CHECK_STR(str_of(tongue_of(STR("Les bateaux sont dans le port depuis la fin des discussions, et ce n'est pas "
                                   "facile pour les pêcheurs avec leur équipage."))),
              "fr");
    CHECK(tongue_of(STR("Torsund Nordbote 2021")) == NULL);
}

int main(void)
{
    TEST(test_machine_dates);
    TEST(test_visible_dates);
    TEST(test_dates_in_addresses);
    TEST(test_local_time);
    TEST(test_credits);
    TEST(test_datelines);
    TEST(test_pictures);
    TEST(test_titles);
    TEST(test_phrases);
    TEST(test_tongues);
    arena_release(&arena);
    return TEST_END;
}
