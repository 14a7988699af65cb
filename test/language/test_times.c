#include "test.h"

#include "base/vec.h"
#include "language/analysis.h"
#include "language/numbers.h"
#include "language/timewords.h"

typedef struct Case {
    const char *text, *want; /* want: "span=value|span=value", in order */
} Case;

/* Friday, 21 January 2022. */
static const char *const PUBLISHED = "2022-01-21";

static void check_published(const Case *c, const char *published)
{
    Arena arena = ARENA_INIT;
    Block block = {{0, (uint32_t)strlen(c->text)}, BLOCK_PARAGRAPH, "test"};
    Article article = {.text = str_of(c->text), .published = str_of(published), .blocks = &block, .n_blocks = 1};
    Analysis a = {0};
    times_find(&article, &arena, &a);
    StrBuf got = STRBUF_INIT;
    for (size_t i = 0; i < a.n_times; i++) {
        Str span = str_span(article.text, a.times[i].span);
        strbuf_add_format(&got, "%s%.*s=%.*s%s", i ? "|" : "", STR_ARG(span), STR_ARG(a.times[i].value),
                          a.times[i].approx ? "~" : "");
    }
    CHECK_STR(strbuf_str(&got), c->want);
    strbuf_release(&got);
    arena_release(&arena);
}

static void check_all(const Case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        check_published(&cases[i], PUBLISHED);
}
#define CHECK_ALL(cases) check_all((cases), sizeof(cases) / sizeof *(cases))

static void days_are_found_and_resolved(void)
{
    static const Case CASES[] = {
        {"Die Gesandten trafen sich am Freitag in Morava.", "Freitag=2022-01-21"},
        {"Vor dem Treffen am Donnerstag wurde verhandelt.", "Donnerstag=2022-01-20"},
        {"Das Parlament wird am Montag abstimmen.", "Montag=2022-01-24"},
        {"Am kommenden Dienstag beginnt die Messe.", "kommenden Dienstag=2022-01-25"},
        {"Am vergangenen Freitag war Ruhe.", "vergangenen Freitag=2022-01-14"},
        {"Der Vertrag vom 21. Januar 2022 gilt.", "21. Januar 2022=2022-01-21"},
        {"Am 3., 4. und 5. März wird gespielt.", "3.=2022-03-03|4.=2022-03-04|5. März=2022-03-05"},
        {"Er kam am 30. Dezember an.", "30. Dezember=2021-12-30"},
        {"Geboren am 7.2.1961 in Orsk.", "7.2.1961=1961-02-07"},
        {"Gestern und heute regnete es, morgen scheint die Sonne.",
         "Gestern=2022-01-20|heute=2022-01-21|morgen=2022-01-22"},
        {"Am Montagabend sprach sie.", "Montagabend=2022-01-17TEV"},
        {"Sie kam Montagfrüh an.", "Montagfrüh=2022-01-17TMO"},
        {"Sie landet heute Abend.", "heute Abend=2022-01-21TEV"},
        {"Am Freitag, den 28. Januar 2022, wird gewählt.", "Freitag, den 28. Januar 2022=2022-01-28"},
        {"An Heiligabend 2021 schneite es, zu Ostern 2022 nicht.",
         "Heiligabend 2021=2021-12-24|Ostern 2022=2022-04-17"},
    };
    CHECK_ALL(CASES);
}

static void longer_times_are_found(void)
{
    static const Case CASES[] = {
        {"Kommende Woche geht es weiter.", "Kommende Woche=2022-W04"},
        {"In der nächsten Woche und im nächsten Jahr.", "der nächsten Woche=2022-W04|nächsten Jahr=2023"},
        {"Bis 1997 lebte er dort, 2014 zog er fort.", "1997=1997|2014=2014"},
        {"Seit Anfang Februar 2021 ist zu.", "Anfang Februar 2021=2021-02"},
        {"Im Herbst 2020 und im dritten Quartal 2021.", "Herbst 2020=2020-FA|dritten Quartal 2021=2021-Q3"},
        {"In den neunziger Jahren, den 60er Jahren und im 19. Jahrhundert.",
         "den neunziger Jahren=199|den 60er Jahren=196|19. Jahrhundert=18"},
        {"Ende des Jahres war es ruhig, Mitte nächsten Jahres nicht.",
         "Ende des Jahres=2022|Mitte nächsten Jahres=2023"},
        {"In den kommenden Wochen wird entschieden.", "den kommenden Wochen=FUTURE_REF"},
        {"Damals war es so, derzeit nicht.", "Damals=PAST_REF|derzeit=PRESENT_REF"},
        {"Sie blieben übers Wochenende, am Wochenende flogen sie.", "Wochenende=2022-W02-WE"},
    };
    CHECK_ALL(CASES);
}

static void durations_clocks_and_sets(void)
{
    static const Case CASES[] = {
        {"Das Gespräch dauerte rund eineinhalb Stunden.", "rund eineinhalb Stunden=PT1H30M~"},
        {"Sie redeten anderthalb Stunden.", "anderthalb Stunden=PT1H30M"},
        {"Seit Wochen wird verhandelt.", "Wochen=PXW"},
        {"Drei Jahre und vier Monate saß er.", "Drei Jahre und vier Monate=P3Y4M"},
        {"In den vergangenen zwei Jahren stieg es.", "den vergangenen zwei Jahren=P2Y"},
        {"Es dauert sechs bis acht Monate.", "sechs=P6M|acht Monate=P8M"},
        {"Gegen 11.00 Uhr kam er.", "11.00 Uhr=2022-01-21T11:00~"},
        {"Geöffnet von 14 bis 18 Uhr.", "14=2022-01-21T14:00|18 Uhr=2022-01-21T18:00"},
        {"Sie kommt um halb neun.", "halb neun=2022-01-21T08:30"},
        {"Er läuft täglich, jeden Montag und alle vier Jahre.",
         "täglich=P1D|jeden Montag=XXXX-WXX-1|alle vier Jahre=P4Y"},
        {"Der jahrelange Streit, ein zweitägiges Treffen.", "jahrelange=PXY|zweitägiges=P2D"},
        {"Es kamen 30 Leute pro Stunde.", "pro Stunde=PT1H"},
    };
    CHECK_ALL(CASES);
}

static void what_is_no_time_is_left_alone(void)
{
    static const Case CASES[] = {
        {"Der 16 Jahre alte Schüler.", ""},
        {"Sie ist drei Jahre älter.", ""},
        {"Es kamen 1500 Menschen.", ""},
        {"Die Etage, die Montage und die Reportage.", ""},
        {"August Brenner und Maja Sommer sprachen.", ""},
        {"Es kostet 2014 Euro.", ""},
    };
    CHECK_ALL(CASES);
}

static void without_a_date_days_stay_open(void)
{
    static const Case CASES[] = {
        {"Sie trafen sich am Freitag um 9 Uhr.", "Freitag=XXXX-WXX-5|9 Uhr=XXXX-XX-XXT09:00"},
        {"Am 17. Juli und am 17. Juli 2019.", "17. Juli=XXXX-07-17|17. Juli 2019=2019-07-17"},
        {"Nächste Woche, kommendes Jahr.", "Nächste Woche=XXXX-WXX|kommendes Jahr=XXXX"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        check_published(&CASES[i], "");
}

static void any_bytes_will_do(void)
{
    static const Case CASES[] = {
        {"", ""},
        {"\xC3", ""},
        {"\xE2\x80", ""},
        {"1.,,,,,,,,,,,,,,,,1.1.1.1.9999999999999999999999.", ""},
        {"bis bis bis 12", ""},
        {"Jahr", ""},
        {"der der der Ende", ""},
    };
    CHECK_ALL(CASES);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        check_published(&CASES[i], "9999-99-99");
    unsigned seed = 7;
    static const char *const PIECES[] = {"Jahr ", "am ",  "31",    ". ",   "Februar ",  "2000 ",
                                         "bis ",  "-",    "zwei ", "Uhr ", "nächsten ", "der ",
                                         "Ende ", "\xC3", "halb ", "er",   "und ",      "Jahren "};
    for (int round = 0; round < 2000; round++) {
        char text[256] = "";
        for (int k = 0; k < 12; k++) {
            seed = seed * 1103515245u + 12345u;
            strcat(text, PIECES[(seed >> 16) % (sizeof PIECES / sizeof *PIECES)]);
        }
        Arena arena = ARENA_INIT;
        Block block = {{0, (uint32_t)strlen(text)}, BLOCK_PARAGRAPH, "test"};
        Article article = {
            .text = str_of(text), .published = str_of(round % 2 ? PUBLISHED : "20"), .blocks = &block, .n_blocks = 1};
        Analysis a = {0};
        times_find(&article, &arena, &a);
        for (size_t i = 0; i < a.n_times; i++)
            CHECK(a.times[i].span.begin < a.times[i].span.end && a.times[i].span.end <= block.span.end &&
                  a.times[i].value.len > 0 && (i == 0 || a.times[i - 1].span.end <= a.times[i].span.begin));
        arena_release(&arena);
    }
}

static void number_words_are_read(void)
{
    static const struct {
        const char *word;
        double value;
    } WORDS[] = {
        {"zwei", 2},         {"siebenundzwanzig", 27}, {"zweihundertdrei", 203}, {"dreitausendfünfhundert", 3500},
        {"anderthalb", 1.5}, {"zweieinhalb", 2.5}};
    double got = 0;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        CHECK(number_read_word(str_of(WORDS[i].word), &got) && got == WORDS[i].value);
    CHECK(!number_read_word(STR("einsam"), &got) && !number_read_word(STR("hund"), &got));
    CHECK(number_read_digits(STR("100.000"), &got) && got == 100000);
    CHECK(number_read_digits(STR("1,5"), &got) && got == 1.5);
    CHECK(!number_read_digits(STR("3.10"), &got) && !number_read_digits(STR("1."), &got) &&
          !number_read_digits(STR("1,"), &got));
}

static void words_are_made_small_at_any_length(void)
{
    static const Str WORDS[][2] = {
        {STR_INIT(""), STR_INIT("")},
        {STR_INIT("Ö"), STR_INIT("ö")},
        {STR_INIT("ÄÖÜ"), STR_INIT("äöü")},
        {STR_INIT("AZ@[`"), STR_INIT("az@[`")},
        {STR_INIT("Élysée"), STR_INIT("Élysée")},
        {STR_INIT("ABCDEFGH"), STR_INIT("abcdefgh")},
        {STR_INIT("GroßeÜbung9"), STR_INIT("großeübung9")},
        {STR_INIT("XYZabcdefghijklmnopÜ"), STR_INIT("xyzabcdefghijklmnopü")},
    };
    char out[24];
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        CHECK(str_equal(str_make(out, number_lower(WORDS[i][0], out, sizeof out)), WORDS[i][1]));
    CHECK(number_lower(STR("passt nicht"), out, 4) == 0);
}

int main(void)
{
    TEST(days_are_found_and_resolved);
    TEST(longer_times_are_found);
    TEST(durations_clocks_and_sets);
    TEST(what_is_no_time_is_left_alone);
    TEST(without_a_date_days_stay_open);
    TEST(any_bytes_will_do);
    TEST(number_words_are_read);
    TEST(words_are_made_small_at_any_length);
    return TEST_END;
}
