/* Lines that were broken at a width are paragraphs again, and lead back to their places. */
#include "article/article.h"
#include "test.h"

static void check_blocks(int line, PageKind kind, Str text, const char *want)
{
    Arena arena = ARENA_INIT;
    Page page = {.file = STR("brief.txt"), .bytes = text, .charset = STR("utf-8"), .kind = kind};
    Article article;
    Error err;
    StrBuf got = STRBUF_INIT;
    if (article_make(&page, &arena, &article, &err) != LAGEBILD_OK) {
        printf("line %d: %s\n", line, err.message);
        test_bad++;
    }
    for (size_t i = 0; i < article.n_blocks; i++) {
        Str block = str_span(article.text, article.blocks[i].span);
        if (i)
            strbuf_add_c(&got, "|");
        strbuf_add(&got, block);
        Span source = article_source_span(&article, article.blocks[i].span);
        CHECK(text.data[source.begin] == block.data[0]);
        CHECK(text.data[source.end - 1] == block.data[block.len - 1]);
    }
    if (!str_equal(strbuf_str(&got), str_of(want))) {
        printf("line %d:\n  got  %.*s\n  want %s\n", line, STR_ARG(strbuf_str(&got)), want);
        test_bad++;
    }
    strbuf_release(&got);
    arena_release(&arena);
}

#define BLOCKS(text, want) check_blocks(__LINE__, PAGE_CLEAN, STR(text), want)

static void broken_lines_are_one_paragraph(void)
{
    BLOCKS("Die Regierung von Tarsien hat am Mittwoch beschlossen, dem\n"
           "Nachbarland Kelmark einen Teil des Wassers zu überlassen. Das\n"
           "Kabinett in Silberau stimmte nach langer Debatte dafür, wie die\n"
           "Ministerin sagte. In Kelmark wurde die Entscheidung begrüßt und\n"
           "gelobt.\n"
           "\n"
           "Sieben Jahre Streit\n"
           "\n"
           "Der Streit hatte vor sieben Jahren mit dem Bau des Damms im\n"
           "oberen Seetal begonnen.\n",
           "Die Regierung von Tarsien hat am Mittwoch beschlossen, dem Nachbarland Kelmark einen Teil des Wassers zu "
           "überlassen. Das Kabinett in Silberau stimmte nach langer Debatte dafür, wie die Ministerin sagte. In "
           "Kelmark wurde die Entscheidung begrüßt und gelobt.|Sieben Jahre Streit|Der Streit hatte vor sieben Jahren "
           "mit dem Bau des Damms im oberen Seetal begonnen.");
}

static void what_a_quotation_opens_goes_on(void)
{
    BLOCKS("Aus Silberau schrieb \n"
           "Ministerin Kolvat, der ganze Damm sei ein \n"
           "Werk des Friedens. Ihr Gegner sagte: \"Wir haben\n"
           "Zeit. Der See wartet nicht.\n"
           "Niemand wartet.\" Mehr sagte\n"
           "er nicht und fuhr noch am Abend nach Hause in\n"
           "die Berge, die im Schnee lagen und auf ihn\n"
           "warteten.\n"
           "Am Tag danach\n"
           "Es regnete.\n",
           "Aus Silberau schrieb Ministerin Kolvat, der ganze Damm sei ein Werk des Friedens. Ihr Gegner sagte: \"Wir "
           "haben Zeit. Der See wartet nicht. Niemand wartet.\" Mehr sagte er nicht und fuhr noch am Abend nach Hause "
           "in die Berge, die im Schnee lagen und auf ihn warteten.|Am Tag danach|Es regnete.");
}

static void a_hyphen_at_the_break_goes(void)
{
    BLOCKS("In Silberau sprach am Mittwochabend die tarsische Außenminis-\n"
           "terin mit den Gesandten aus Kelmark.\n",
           "In Silberau sprach am Mittwochabend die tarsische Außenministerin mit den Gesandten aus Kelmark.");
    BLOCKS("Die Delegationen wogen in Silberau lange und still die Vor-\n"
           "und Nachteile ab.\n",
           "Die Delegationen wogen in Silberau lange und still die Vor- und Nachteile ab.");
}

static void paragraphs_a_line_stay(void)
{
    BLOCKS(
        "Das Treffen am Arven-Staudamm endete ohne Ergebnis\n"
        "Tarsien und Kelmark verhandeln im Juni weiter.\n"
        "Noch kein Termin\n"
        "Ein Ort stehe noch nicht fest, sagte die Ministerin.\n",
        "Das Treffen am Arven-Staudamm endete ohne Ergebnis|Tarsien und Kelmark verhandeln im Juni weiter.|Noch kein "
        "Termin|Ein Ort stehe noch nicht fest, sagte die Ministerin.");
    BLOCKS("Mitgebracht haben die Delegationen aus den Seetälern:\n- Karten\n- Verträge\nund viel Zeit\n",
           "Mitgebracht haben die Delegationen aus den Seetälern:|- Karten|- Verträge|und viel Zeit");
}

static void a_crawled_page_is_put_together_too(void)
{
    check_blocks(__LINE__, PAGE_CRAWL,
                 STR("Tarsien und Kelmark verhandeln weiter\n"
                     "\n"
                     "Die Regierung von Tarsien hat am Mittwoch beschlossen, mit dem\n"
                     "Nachbarland Kelmark im Juni über das Wasser des Arven weiter\n"
                     "zu verhandeln. Das sagte die Außenministerin am Abend nach den\n"
                     "ersten Gesprächen in Silberau, die fünf Stunden gedauert und\n"
                     "keine Einigung gebracht hatten.\n"),
                 "Tarsien und Kelmark verhandeln weiter|Die Regierung von Tarsien hat am Mittwoch beschlossen, mit dem "
                 "Nachbarland Kelmark im Juni über das Wasser des Arven weiter zu verhandeln. Das sagte die "
                 "Außenministerin am Abend nach den ersten Gesprächen in Silberau, die fünf Stunden gedauert und keine "
                 "Einigung gebracht hatten.");
}

static void two_lines_of_a_box_make_no_wrapped_page(void)
{
    check_blocks(
        __LINE__, PAGE_CRAWL,
        STR("Tarsien und Kelmark verhandeln weiter\n"
            "Die Regierung von Tarsien hat am Mittwoch beschlossen, mit dem Nachbarland Kelmark weiter zu verhandeln.\n"
            "Das sagte die Außenministerin am Abend nach den ersten Gesprächen in Silberau, die fünf Stunden "
            "dauerten.\n"
            "Jetzt Stellen in der Nähe finden und gleich\n"
            "per Mail benachrichtigt werden.\n"
            "Eine Einigung gab es nach Angaben beider Seiten am ersten Tag der Gespräche in Silberau noch nicht.\n"
            "Die Delegationen wohnen in zwei Hotels am See und fahren am Freitag wieder nach Hause in ihre Länder.\n"),
        "Tarsien und Kelmark verhandeln weiter|Die Regierung von Tarsien hat am Mittwoch beschlossen, mit dem "
        "Nachbarland Kelmark weiter zu verhandeln.|Das sagte die Außenministerin am Abend nach den ersten "
        "Gesprächen in Silberau, die fünf Stunden dauerten.|Jetzt Stellen in der Nähe finden und gleich|per Mail "
        "benachrichtigt werden.|Eine Einigung gab es nach Angaben beider Seiten am ersten Tag der Gespräche in "
        "Silberau noch nicht.|Die Delegationen wohnen in zwei Hotels am See und fahren am Freitag wieder nach Hause "
        "in ihre Länder.");
}

int main(void)
{
    TEST(broken_lines_are_one_paragraph);
    TEST(what_a_quotation_opens_goes_on);
    TEST(a_hyphen_at_the_break_goes);
    TEST(paragraphs_a_line_stay);
    TEST(a_crawled_page_is_put_together_too);
    TEST(two_lines_of_a_box_make_no_wrapped_page);
    return TEST_END;
}
