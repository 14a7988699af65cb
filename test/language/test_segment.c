/* Sentences and tokens: each example is a text and the same text cut up: " " between tokens, " | " between sentences. */
#include "test.h"

#include "base/utf8.h"
#include "language/analysis.h"

/* Segments `text` (blocks are lines) and checks the pieces; then the rules that hold for any text. */
static void check_pieces(int line, Str text, const char *want)
{
    Arena arena = ARENA_INIT;
    Block blocks[64];
    size_t n_blocks = 0;
    Str rest = text, piece;
    while (n_blocks < 64 && str_split(&rest, '\n', &piece))
        blocks[n_blocks++] = (Block){
            {(uint32_t)(piece.data - text.data), (uint32_t)(piece.data - text.data + piece.len)}, BLOCK_PARAGRAPH, ""};
    Article article = {.text = text, .blocks = blocks, .n_blocks = n_blocks, .lang = STR("de")};
    Analysis a = {0};
    segment_article(&article, &arena, &a);
    StrBuf got = STRBUF_INIT;
    for (size_t s = 0, next = 0; s < a.n_sentences; s++) {
        if (s)
            strbuf_add_c(&got, " |");
        CHECK_INT(a.sentences[s].first, next);
        next += a.sentences[s].count;
        for (size_t t = a.sentences[s].first; t < next; t++) {
            if (got.len)
                strbuf_add_char(&got, ' ');
            strbuf_add(&got, str_span(text, a.tokens[t].span));
        }
    }
    if (want && !str_equal(strbuf_str(&got), str_of(want))) {
        printf("line %d:\n  got  %s\n  want %s\n", line, got.data ? got.data : "", want);
        test_bad++;
    }
    for (size_t t = 1; t < a.n_tokens; t++)
        CHECK(a.tokens[t - 1].span.end <= a.tokens[t].span.begin && a.tokens[t].span.begin < a.tokens[t].span.end);
    strbuf_release(&got);
    arena_release(&arena);
}

#define PIECES(text, want) check_pieces(__LINE__, str_of(text), want)

static void ordinals_keep_their_stop(void)
{
    PIECES("Am 21. Januar beginnt der 3. Gipfel.", "Am 21. Januar beginnt der 3. Gipfel .");
    PIECES("Das war 2004. Der Minister blieb.", "Das war 2004 . | Der Minister blieb .");
    PIECES("Er kam auf Platz 19. Trainer Ott war froh.", "Er kam auf Platz 19 . | Trainer Ott war froh .");
    PIECES("Tore: Bolt (28.), Kern (65.).", "Tore : Bolt ( 28. ) , Kern ( 65. ) .");
    PIECES("Am 06.12. und am 01.02.2006 kam niemand.", "Am 06.12. und am 01.02.2006 kam niemand .");
}

static void numbers_stay_whole(void)
{
    PIECES("Rund 100.000 Soldaten, 66,56 Meter, 11.00 Uhr, 12:30 Uhr, 500,- Mark, 20%.",
           "Rund 100.000 Soldaten , 66,56 Meter , 11.00 Uhr , 12:30 Uhr , 500,- Mark , 20 % .");
    PIECES("Von 1990-1995 und 2005/06 beim 3:2-Sieg mit 35-Jährigen.",
           "Von 1990 - 1995 und 2005 / 06 beim 3:2-Sieg mit 35-Jährigen .");
    PIECES("Es wurden 7,5. Danach 8.", "Es wurden 7,5 . | Danach 8 .");
    PIECES("Jetzt sind es nur 5.000. Tarsiens Minister schweigt.",
           "Jetzt sind es nur 5.000 . | Tarsiens Minister schweigt .");
}

static void abbreviations_end_no_sentence(void)
{
    PIECES("Dr. Ott und Prof. Lund (z.B. aus St. Velm) kamen ca. 10 Uhr, d. h. früh.",
           "Dr. Ott und Prof. Lund ( z.B. aus St. Velm ) kamen ca. 10 Uhr , d. h. früh .");
    PIECES("Er kaufte Reis, Öl usw. Der Preis stieg.", "Er kaufte Reis , Öl usw. | Der Preis stieg .");
    PIECES("Anklage gegen Jonas K. wegen Betrugs.", "Anklage gegen Jonas K. wegen Betrugs .");
    PIECES("Papst Anselm XVI. will reden.", "Papst Anselm XVI. will reden .");
    PIECES("Sie nehmen Vitamin C. Das hilft.", "Sie nehmen Vitamin C . | Das hilft .");
    PIECES("Mr. Velm and Mrs. Ott left the U.S. embassy. They don't know.",
           "Mr. Velm and Mrs. Ott left the U.S. embassy . | They don't know .");
    PIECES("Laut Art. 5 gilt das nur für diese Art. In Velm nicht.",
           "Laut Art. 5 gilt das nur für diese Art . | In Velm nicht .");
    PIECES("Sie ist türk. Staatsbürgerin, er röm. Bürger.", "Sie ist türk. Staatsbürgerin , er röm. Bürger .");
}

static void words_keep_their_marks(void)
{
    PIECES("Journalist:innen, Lehrer*innen und Bürger_innen der CDU/CSU.",
           "Journalist:innen , Lehrer*innen und Bürger_innen der CDU/CSU .");
    PIECES("Vor- und Nachteile der U-Bahn-Linie", "Vor- und Nachteile der U-Bahn-Linie");
    PIECES("Mehr auf www.beispiel-zeitung.example/politik/gipfel.html.",
           "Mehr auf www.beispiel-zeitung.example/politik/gipfel.html .");
    PIECES("O’Dara sagt's bei beispiel.de und ver.di.", "O’Dara sagt's bei beispiel.de und ver.di .");
    PIECES("Das Ende.Danach kam nichts.", "Das Ende . | Danach kam nichts .");
    PIECES("Union/Grüne fahren 30 km pro Std. schnell", "Union / Grüne fahren 30 km pro Std. schnell");
}

static void quotations_belong_to_their_sentence(void)
{
    PIECES("„Das ist gut“, sagte Ott. „Wir bleiben.“ Sie ging.",
           "„ Das ist gut “ , sagte Ott . | „ Wir bleiben . “ | Sie ging .");
    PIECES("„Kommt ihr?“ fragte er.", "„ Kommt ihr ? “ fragte er .");
    PIECES("Ott sagte: „Das ist gut. Wir bleiben.“", "Ott sagte : „ Das ist gut . | Wir bleiben . “");
    PIECES("»Nein!«, rief sie. «Oui», dit-il.", "» Nein ! « , rief sie . | « Oui » , dit-il .");
    PIECES("Er sprach von „[…] Krieg“ und Frieden.", "Er sprach von „ [ … ] Krieg “ und Frieden .");
}

static void colons_and_semicolons(void)
{
    PIECES("Das Ergebnis der Wahl ist knapp: Die Partei verliert acht Sitze.",
           "Das Ergebnis der Wahl ist knapp : | Die Partei verliert acht Sitze .");
    PIECES("Dabei waren drei Länder: Velmland, Ostan und Kern.",
           "Dabei waren drei Länder : Velmland , Ostan und Kern .");
    PIECES("Ihre Bilanz der drei Tage fiel knapp aus: „Wir bleiben hier und warten.“",
           "Ihre Bilanz der drei Tage fiel knapp aus : „ Wir bleiben hier und warten . “");
    PIECES("Sie kam spät; er blieb aus.", "Sie kam spät ; | er blieb aus .");
}

static void blocks_end_sentences(void)
{
    PIECES("Gipfel endet ohne Ergebnis\nVelm (xyz) - Die Minister reisten ab.",
           "Gipfel endet ohne Ergebnis | Velm ( xyz ) - Die Minister reisten ab .");
}

/* Marks of `text` that open as "<", that close as ">". */
static void check_quotes(int line, Str text, const char *want)
{
    Arena arena = ARENA_INIT;
    Block block = {{0, (uint32_t)text.len}, BLOCK_PARAGRAPH, ""};
    Article article = {.text = text, .blocks = &block, .n_blocks = 1};
    Analysis a = {0};
    segment_article(&article, &arena, &a);
    StrBuf got = STRBUF_INIT;
    for (size_t t = 0; t < a.n_tokens; t++) {
        if (a.tokens[t].flags & TOKEN_QUOTE_OPEN)
            strbuf_add_char(&got, '<');
        if (a.tokens[t].flags & TOKEN_QUOTE_CLOSE)
            strbuf_add_char(&got, '>');
    }
    strbuf_add_c(&got, "");
    if (!str_equal(strbuf_str(&got), str_of(want))) {
        printf("line %d: got %.*s, want %s\n", line, STR_ARG(strbuf_str(&got)), want);
        test_bad++;
    }
    strbuf_release(&got);
    arena_release(&arena);
}

static void quotation_marks_are_paired(void)
{
    check_quotes(__LINE__, STR("„Er sagte ‚nie‘ und ging“, hieß es."), "<<>>");
    check_quotes(__LINE__, STR("»Ja«, «oui», “yes” und \"ok\"."), "<><><><>");
    check_quotes(__LINE__, STR("„Nie\", sagte er. \"Immer\"."), "<><>");
    check_quotes(__LINE__, STR("Lenz' Rede und O’Daras Wort"), "");
    check_quotes(__LINE__, STR("Die „Velm“-Zeitung („Bote“)"), "<><>");
    check_quotes(__LINE__, STR("geht es weiter.“"), ">");
}

static void any_bytes_are_fine(void)
{
    check_pieces(__LINE__, STR_EMPTY, "");
    check_pieces(__LINE__, STR("a\0b \xFF\xFE. \xE2\x80 . ..."), NULL);
    check_pieces(__LINE__, STR("'''''''''\"\"\"\"((((("), NULL);
    check_pieces(__LINE__, STR("- -- .1 :a /in @ #"), NULL);
    StrBuf long_line = STRBUF_INIT;
    for (int i = 0; i < 100000; i++)
        strbuf_add_c(&long_line, "a:1 „„.\" ");
    check_pieces(__LINE__, strbuf_str(&long_line), NULL);
    strbuf_clear(&long_line);
    for (int i = 0; i < 300000; i++)
        strbuf_add_c(&long_line, i < 150000 ? "!" : ")");
    strbuf_add_c(&long_line, " und");
    check_pieces(__LINE__, strbuf_str(&long_line), NULL); /* takes minutes if a stop looks at all marks behind it */
    strbuf_release(&long_line);
}

int main(void)
{
    TEST(ordinals_keep_their_stop);
    TEST(numbers_stay_whole);
    TEST(abbreviations_end_no_sentence);
    TEST(words_keep_their_marks);
    TEST(quotations_belong_to_their_sentence);
    TEST(colons_and_semicolons);
    TEST(blocks_end_sentences);
    TEST(quotation_marks_are_paired);
    TEST(any_bytes_are_fine);
    return TEST_END;
}
