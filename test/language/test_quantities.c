#include "test.h"

#include "language/analysis.h"

#include <math.h>

static Language *language;

typedef struct Case {
    const char *text, *span;
    double low, high;
    bool approx;
    const char *unit;
} Case;

static void check(const Case *c)
{
    Arena arena = ARENA_INIT;
    Block block = {{0, (uint32_t)strlen(c->text)}, BLOCK_PARAGRAPH, "test"};
    Article article = {.text = str_of(c->text), .lang = STR("de"), .blocks = &block, .n_blocks = 1};
    Analysis a;
    language_analyse(language, &article, &arena, &a);
    if (!c->span) {
        CHECK_INT(a.n_quantities, 0);
    } else {
        CHECK_INT(a.n_quantities, 1);
        const Quantity *q = a.quantities;
        CHECK_STR(a.n_quantities ? str_span(article.text, q->span) : STR_EMPTY, c->span);
        CHECK(a.n_quantities && q->low == c->low && q->high == c->high && q->approx == c->approx);
        CHECK_STR(a.n_quantities ? q->unit : STR_EMPTY, c->unit);
    }
    arena_release(&arena);
}

static void quantities_are_read(void)
{
    static const Case CASES[] = {
        {"An der Grenze stehen rund 100.000 russische Soldaten.", "rund 100.000 russische Soldaten", 100000, 100000,
         true, "Soldat"},
        {"Das Gespräch dauerte anderthalb Stunden.", "anderthalb Stunden", 1.5, 1.5, false, "Stunde"},
        {"Es kamen mehr als 14.000 Menschen.", "mehr als 14.000 Menschen", 14000, INFINITY, false, "Mensch"},
        {"Die Preise stiegen um zwei bis drei Prozent.", "zwei bis drei Prozent", 2, 3, false, "%"},
        {"Das kostet 1,5 Millionen Euro.", "1,5 Millionen Euro", 1.5e6, 1.5e6, false, "EUR"},
        {"Bis zu 40 Häuser brannten.", "Bis zu 40 Häuser", 0, 40, false, "Haus"},
        {"Hunderte Menschen flohen.", "Hunderte Menschen", 200, INFINITY, true, "Mensch"},
        {"Zwei bis drei Millionen Euro fehlen.", "Zwei bis drei Millionen Euro", 2e6, 3e6, false, "EUR"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        check(&CASES[i]);
}

static void what_counts_nothing_is_left_alone(void)
{
    static const Case CASES[] = {
        {"Ein Mann kam am 21. Januar 2022.", NULL, 0, 0, false, ""},
        {"Um 11.00 Uhr war Schluss.", NULL, 0, 0, false, ""},
        {"", NULL, 0, 0, false, ""},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        check(&CASES[i]);
}

int main(void)
{
    Error err;
    if (language_open(&language, NULL, &err) != LAGEBILD_OK) {
        printf("%s: %s\n", err.where, err.message);
        return 1;
    }
    TEST(quantities_are_read);
    TEST(what_counts_nothing_is_left_alone);
    language_close(language);
    return TEST_END;
}
