#include "copy/copy.h"
#include "test.h"

/* An invented wire text, and what others made of it. */
static const char WIRE[] =
    "Der Inselrat von Norderbrück hat am Montag beschlossen, die alte Fährlinie nach Süderholm bis zum Herbst "
    "einzustellen. "
    "Ratsherrin Wiebke Tönnsen sagte, die Schiffe seien zu teuer geworden und führen meistens leer. "
    "Künftig sollen zwei kleinere Boote nach Bedarf verkehren und im Winter ganz im Hafen bleiben. "
    "Die Fischer der Nachbarinsel kündigten Widerstand an und wollen am Mittwoch vor dem Rathaus protestieren.";

static CopyText text_of(const char *s) { return (CopyText){.text = str_of(s)}; }

static CopyPairs find(const CopyText *texts, size_t n, Arena *arena)
{
    CopyPairs pairs;
    Error err;
    CHECK_INT(copy_find(texts, n, 1, arena, &pairs, &err), LAGEBILD_OK);
    return pairs;
}

static void a_verbatim_copy_is_one_passage(void)
{
    Arena arena = ARENA_INIT;
    char copy[1024];
    snprintf(copy, sizeof copy, "Heute aus unserer Gegend.\n%s\nMehr dazu morgen früh an dieser Stelle.", WIRE);
    CopyText texts[] = {text_of(WIRE), text_of(copy)};
    CopyPairs pairs = find(texts, 2, &arena);
    CHECK_INT(pairs.len, 1);
    if (pairs.len == 1) {
        const CopyPassage *p = pairs.data[0].passages;
        CHECK_INT(pairs.data[0].n_passages, 1);
        CHECK_INT(p->kind, COPY_VERBATIM);
        CHECK_STR(str_span(texts[0].text, p->a), WIRE);
        CHECK_STR(str_span(texts[1].text, p->b), WIRE);
        CHECK_INT(p->n_swaps, 0);
    }
    arena_release(&arena);
}

static void swapped_words_are_told_one_by_one(void)
{
    Arena arena = ARENA_INIT;
    CopyText texts[] = {
        text_of(WIRE),
        text_of("Der Inselrat von Norderbrück hat am Montag decided, die alte Fährlinie nach Süderholm bis zum "
                "Fall einzustellen. Ratsherrin Wiebke Toennsen sagte, die Schiffe seien viel zu teuer geworden "
                "und führen leer.")};
    CopyPairs pairs = find(texts, 2, &arena);
    CHECK_INT(pairs.len, 1);
    if (pairs.len == 1) {
        const CopyPassage *p = pairs.data[0].passages;
        CHECK_INT(p->kind, COPY_NEAR);
        CHECK_INT(p->n_swaps, 4);
        CHECK_STR(str_span(texts[0].text, p->swaps[0].a), "beschlossen");
        CHECK_STR(str_span(texts[1].text, p->swaps[0].b), "decided");
        CHECK_STR(str_span(texts[1].text, p->swaps[1].b), "Fall");
        CHECK_STR(str_span(texts[1].text, p->swaps[2].b), "viel");
        CHECK_INT(p->swaps[2].a.begin, p->swaps[2].a.end);
        CHECK_STR(str_span(texts[0].text, p->swaps[3].a), "meistens");
        CHECK_INT(p->swaps[3].b.begin, p->swaps[3].b.end);
    }
    arena_release(&arena);
}

static void folding_hides_spelling(void)
{
    Arena arena = ARENA_INIT;
    CopyText texts[] = {
        text_of("Die „große“ Überfahrt der Insel-Fähre dauere zu lange, sagte die empörte Ratsherrin."),
        text_of("die \"grosse\" Ueberfahrt der Insel-\nfähre dauere zu lange, SAGTE die empoerte Ratsherrin.")};
    CopyPairs pairs = find(texts, 2, &arena);
    CHECK_INT(pairs.len, 1);
    if (pairs.len == 1)
        CHECK_INT(pairs.data[0].passages[0].kind, COPY_VERBATIM);
    arena_release(&arena);
}

static void names_and_formulas_are_not_copies(void)
{
    Arena arena = ARENA_INIT;
    CopyText texts[] = {
        text_of(
            "Die Vereinigung für Küstenschutz und Seefahrt in Norderbrück (VKSN) tagt erst im Mai wieder öffentlich."),
        text_of("Gegner hat auch die Vereinigung für Küstenschutz und Seefahrt in Norderbrück (VKSN), heißt es dort."),
        text_of("Es liegt auf der Hand, dass der Hafen an der Grenze zum Watt wachsen muss."),
        text_of("Wer dort wohnt, sieht auf der Hand liegende Schäden an der Grenze zum Watt.")};
    CHECK_INT(find(texts, 4, &arena).len, 0);
    arena_release(&arena);
}

static void what_one_source_repeats_is_furniture(void)
{
    Arena arena = ARENA_INIT;
    static char bodies[40][512];
    CopyText texts[40];
    for (int i = 0; i < 40; i++) {
        snprintf(bodies[i], sizeof bodies[i],
                 "Meldung%d Wort%d aus%d Hafen%d.\nWenn Sie diese kurze Nachricht hilfreich fanden, dann bestellen Sie "
                 "doch gleich unser "
                 "kostenloses tägliches Rundschreiben mit allen wichtigen Neuigkeiten.\nEnde%d gut%d.",
                 i, i, i, i, i, i);
        texts[i] = text_of(bodies[i]);
        texts[i].source = i < 20 ? STR("Inselbote") : STR("Hafenblatt");
    }
    CHECK_INT(find(texts, 20, &arena).len, 0);
    for (int i = 0; i < 20; i++)
        texts[i].source = STR_EMPTY;
    CHECK_INT(find(texts, 20, &arena).len, 190);
    arena_release(&arena);
}

static void reordered_text_gives_a_passage_for_each_part(void)
{
    Arena arena = ARENA_INIT;
    CopyText texts[] = {
        text_of(WIRE),
        text_of("Die Fischer der Nachbarinsel kündigten Widerstand an und wollen am Mittwoch vor dem Rathaus "
                "protestieren. Der Inselrat von Norderbrück hat am Montag beschlossen, die alte Fährlinie nach "
                "Süderholm bis zum Herbst einzustellen.")};
    CopyPairs pairs = find(texts, 2, &arena);
    CHECK_INT(pairs.len, 1);
    if (pairs.len == 1) {
        CHECK_INT(pairs.data[0].n_passages, 2);
        CHECK(pairs.data[0].passages[0].a.begin == 0 && pairs.data[0].passages[0].b.begin > 0);
    }
    arena_release(&arena);
}

static void reworded_sentences_beside_a_copy_are_found(void)
{
    Arena arena = ARENA_INIT;
    CopyText texts[] = {
        text_of(WIRE),
        text_of("Am Montag hat der Inselrat von Norderbrück beschlossen, bis zum Herbst die alte Fährlinie "
                "einzustellen. Ratsherrin Wiebke Tönnsen sagte, die Schiffe seien zu teuer geworden und führen "
                "meistens leer. Nach Bedarf sollen künftig zwei kleinere Boote verkehren.")};
    CopyPairs pairs = find(texts, 2, &arena);
    CHECK_INT(pairs.len, 1);
    if (pairs.len == 1) {
        const CopyPassage *last = &pairs.data[0].passages[pairs.data[0].n_passages - 1];
        CHECK_INT(pairs.data[0].passages[0].b.begin, 0);
        CHECK_INT(last->b.end, texts[1].text.len);
    }
    arena_release(&arena);
}

static void a_short_repetition_has_one_origin(void)
{
    Arena arena = ARENA_INIT;
    char twice[1024];
    snprintf(twice, sizeof twice, "%s\nBilder:\nRatsherrin Wiebke Tönnsen sagte, die Schiffe seien zu teuer geworden.",
             WIRE);
    CopyText texts[] = {text_of(WIRE), text_of(twice)};
    CopyPairs pairs = find(texts, 2, &arena);
    CHECK_INT(pairs.len, 1);
    if (pairs.len == 1)
        CHECK_INT(pairs.data[0].n_passages, 1);
    arena_release(&arena);
}

static void a_left_out_sentence_stays_inside_one_passage(void)
{
    Arena arena = ARENA_INIT;
    static const char LEFT_OUT[] = "Das kostet die Gemeinde künftig jedes Jahr sehr viel Geld. ";
    char longer[1024];
    size_t at = str_find(str_of(WIRE), STR("Künftig"), 0);
    snprintf(longer, sizeof longer, "%.*s%s%s", (int)at, WIRE, LEFT_OUT, WIRE + at);
    CopyText texts[] = {text_of(WIRE), text_of(longer)};
    CopyPairs pairs = find(texts, 2, &arena);
    CHECK_INT(pairs.len, 1);
    if (pairs.len == 1) {
        CHECK_INT(pairs.data[0].n_passages, 1);
        CHECK_INT(pairs.data[0].passages[0].n_swaps, 10);
        CHECK_INT(pairs.data[0].passages[0].swaps[0].a.begin, pairs.data[0].passages[0].swaps[0].a.end);
    }
    arena_release(&arena);
}

static void a_text_taken_by_hundreds_is_not_lost(void)
{
    Arena arena = ARENA_INIT;
    enum { N = 300 };
    static char taken[N][1024];
    static CopyText texts[N];
    for (int i = 0; i < N; i++) {
        snprintf(taken[i], sizeof taken[i], "Blatt%d Ort%d eigene%d Worte%d. %s", i, i, i, i, WIRE);
        texts[i] = text_of(taken[i]);
    }
    CopyPairs pairs = find(texts, N, &arena);
    CHECK_INT(pairs.len, N * (N - 1) / 2);
    arena_release(&arena);
}

static void passages_stay_in_the_body(void)
{
    Arena arena = ARENA_INIT;
    char broken[1024];
    size_t half = str_find(str_of(WIRE), STR("Künftig"), 0);
    snprintf(broken, sizeof broken, "%.*sAnzeige: Jetzt Urlaub buchen!\n%s", (int)half, WIRE, WIRE + half);
    size_t ad = str_find(str_of(broken), STR("Anzeige"), 0), after = str_find(str_of(broken), STR("Künftig"), 0);
    Span body[] = {{0, (uint32_t)ad}, {(uint32_t)after, (uint32_t)strlen(broken)}};
    CopyText texts[] = {text_of(WIRE), text_of(broken)};
    texts[1].body = body;
    texts[1].n_body = 2;
    CopyPairs pairs = find(texts, 2, &arena);
    CHECK_INT(pairs.len, 1);
    if (pairs.len == 1) {
        CHECK_INT(pairs.data[0].n_passages, 2);
        CHECK(pairs.data[0].passages[0].b.end <= ad);
    }
    arena_release(&arena);
}

static void quoted_words_are_kept_apart(void)
{
    Arena arena = ARENA_INIT;
    CopyText texts[] = {
        text_of(
            "Tönnsen sagte: „Wir werden die Boote nicht verkaufen, solange auch nur ein Kind damit zur Schule fährt.“"),
        text_of("»Wir werden die Boote nicht verkaufen, solange auch nur ein Kind damit zur Schule fährt«, so die "
                "Ratsherrin auf Nachfrage.")};
    CopyPairs pairs = find(texts, 2, &arena);
    CHECK_INT(pairs.len, 1);
    if (pairs.len == 1)
        CHECK(pairs.data[0].passages[0].quotation);
    arena_release(&arena);
}

/* Words in marks on one side that the other reports without, and a whole text that somebody puts in marks. */
static void words_quoted_once_are_a_quotation_when_short(void)
{
    Arena arena = ARENA_INIT;
    char quoted[1024];
    snprintf(quoted, sizeof quoted, "Wir geben hier das Schreiben des Rates wieder: „%s“", WIRE);
    CopyText texts[] = {
        text_of(
            "Tönnsen sagte: „Wir werden die Boote nicht verkaufen, solange auch nur ein Kind damit zur Schule fährt.“"),
        text_of(
            "Der Rat beriet lange. Wir werden die Boote nicht verkaufen, solange auch nur ein Kind damit zur Schule "
            "fährt, so die Ratsherrin."),
        text_of(quoted), text_of(WIRE)};
    CopyPairs pairs = find(texts, 4, &arena);
    CHECK_INT(pairs.len, 2);
    for (size_t i = 0; i < pairs.len; i++)
        CHECK(pairs.data[i].passages[0].quotation == (pairs.data[i].a == 0));
    arena_release(&arena);
}

/* Beside a copied sentence the begin of a report's standing sentence is no copy: it breaks off where the figures
 * differ. */
static void a_short_piece_of_a_sentence_is_no_passage(void)
{
    Arena arena = ARENA_INIT;
#define COPIED "Ratsherrin Wiebke Tönnsen sagte, die Schiffe seien zu teuer geworden und führen meistens leer.\n"
#define BEGIN "Die Zahl der im Hafen am Abend gezählten Boote "
    CopyText texts[] = {
        text_of(COPIED BEGIN "stieg trotz des angekündigten Sturms und weil kaum ein Segler bei solchem Wind "
                             "ausliefe nach langem Zögern bis weit über alles bisher Bekannte."),
        text_of(BEGIN "liegt nun so niedrig wie vorher nur in jenem kalten Sommer vor dem Bau der neuen Mole, "
                      "hieß es gestern aus dem Rathaus dazu.\n" COPIED)};
    CopyPairs pairs = find(texts, 2, &arena);
    CHECK_INT(pairs.len, 1);
    CHECK_INT(pairs.len ? pairs.data[0].n_passages : 0, 1);
    arena_release(&arena);
}

/* What forty texts say in passing is a turn of phrase, and two texts that share nothing else share nothing. */
static void a_turn_of_phrase_is_no_copy(void)
{
    enum { N = 40 };
    Arena arena = ARENA_INIT;
    CopyText texts[N];
    for (unsigned i = 0; i < N; i++) {
        Str text = arena_format(&arena,
                                "Hafen%u Ort%u. Dergleichen%u hat es in der Geschichte der Insel noch niemals "
                                "gegeben. Turm%u Moor%u.",
                                i, i, i, i, i);
        texts[i] = (CopyText){.text = text};
    }
    CHECK_INT(find(texts, N, &arena).len, 0);
    CHECK_INT(find(texts, 2, &arena).len, 1); /* of two alone that cannot be known */
    arena_release(&arena);
}

/* One sentence; two that share its middle, the one with its beginning, the other with its end. */
static const char DECISION[] =
    "Der Inselrat von Norderbrück hat am Montagabend nach langem Streit beschlossen, die alte Fährlinie nach Süderholm "
    "bis zum Herbst einzustellen, weil ihre Schiffe meistens leer und überdies viel zu teuer fahren.";
static const char ITS_BEGIN[] =
    "Der Inselrat von Norderbrück hat am Montagabend nach langem Streit beschlossen, die alte Fährlinie nach Süderholm "
    "bis zum Herbst einzustellen, weil ihre Schiffe meistens leer geblieben waren und keiner in dieser Stadt noch "
    "dafür "
    "bürgen wollte.";
static const char ITS_END[] =
    "Nur zwei von elf Mitgliedern stimmten jetzt dagegen, was kaum einen Fischer gewundert hat, die alte Fährlinie "
    "nach "
    "Süderholm bis zum Herbst einzustellen, weil ihre Schiffe meistens leer und überdies viel zu teuer fahren.";

enum { OTHERS = 2100 };

/* How many pairs there are between the first n of ITS_BEGIN, ITS_END and DECISION, among so many other texts. */
static size_t count_pairs(size_t n, size_t n_others, const char *source_of_third)
{
    static char other[OTHERS][128];
    static CopyText texts[OTHERS + 3];
    Arena arena = ARENA_INIT;
    texts[0] = text_of(ITS_BEGIN);
    texts[1] = text_of(ITS_END);
    texts[2] = text_of(DECISION);
    texts[0].source = STR("Inselbote");
    texts[2].source = str_of(source_of_third);
    for (size_t i = 0; i < n_others; i++) {
        snprintf(other[i], sizeof other[i], "Boot%zu Kahn%zu Prahm%zu Jolle%zu.", i, i, i, i);
        texts[n + i] = text_of(other[i]);
    }
    size_t found = find(texts, n + n_others, &arena).len;
    arena_release(&arena);
    return found;
}

static void more_is_asked_among_many_texts(void)
{
    CHECK_INT(count_pairs(2, 0, ""), 1);
    CHECK_INT(count_pairs(2, OTHERS, ""), 0);
}

static void a_third_text_bears_out_what_two_share(void)
{
    CHECK_INT(count_pairs(3, OTHERS, "Hafenblatt"), 3);
    CHECK_INT(count_pairs(3, OTHERS, "Inselbote"), 2); /* one's own text is no third */
}

/* Farther from each other than the index writes at one time, and words longer than any are cut alike on both sides. */
static void far_apart_is_found_too(void)
{
    Arena arena = ARENA_INIT;
    StrBuf far = STRBUF_INIT, beside = STRBUF_INIT;
    for (int i = 0; i < 80000; i++)
        strbuf_add_format(&far, "w%d ", i);
    for (int i = 0; i < 200; i++)
        strbuf_add_c(&beside, i % 3 ? "ä" : "Öl");
    strbuf_add_format(&beside, ". %s", WIRE);
    CopyText texts[] = {{.text = strbuf_str(&beside)}, {.text = strbuf_str(&far)}, {.text = strbuf_str(&beside)}};
    CopyPairs pairs = find(texts, 3, &arena);
    CHECK_INT(pairs.len, 1);
    if (pairs.len == 1) {
        CHECK(pairs.data[0].a == 0 && pairs.data[0].b == 2);
        CHECK_INT(pairs.data[0].n_passages, 1);
        CHECK_INT(pairs.data[0].passages[0].a.end, beside.len);
        CHECK_INT(pairs.data[0].passages[0].n_swaps, 0);
    }
    strbuf_release(&far);
    strbuf_release(&beside);
    arena_release(&arena);
}

static void threads_change_nothing(void)
{
    Arena arena = ARENA_INIT;
    CopyText texts[30];
    for (int i = 0; i < 30; i++)
        texts[i] = text_of(WIRE + i % 3 * 100);
    CopyPairs one, three;
    CHECK_INT(copy_find(texts, 30, 1, &arena, &one, NULL), LAGEBILD_OK);
    CHECK_INT(copy_find(texts, 30, 3, &arena, &three, NULL), LAGEBILD_OK);
    CHECK_INT(one.len, 435);
    CHECK_INT(one.len, three.len);
    for (size_t i = 0; i < one.len && i < three.len; i++) {
        const CopyPair *p = &one.data[i], *q = &three.data[i];
        CHECK(p->a == q->a && p->b == q->b && p->n_passages == q->n_passages);
        CHECK(memcmp(&p->passages[0].a, &q->passages[0].a, sizeof(Span)) == 0);
    }
    arena_release(&arena);
}

static void hostile_input_is_endured(void)
{
    Arena arena = ARENA_INIT;
    size_t n = 200000;
    char *same = malloc(n), *noise = malloc(n);
    for (size_t i = 0; i < n; i++) {
        same[i] = i % 2 ? ' ' : 'a';
        noise[i] = (char)(i * 2654435761u >> 13);
    }
    CopyText texts[] = {{.text = str_make(same, n)}, {.text = str_make(noise, n)}, {.text = str_make(same, n)},
                        {.text = STR_EMPTY},         {.text = str_make(noise, n)}, {.text = STR("\0\0\xff\xc3")}};
    find(texts, 6, &arena);
    CHECK_INT(find(texts, 0, &arena).len, 0);
    CHECK_INT(find(texts, 1, &arena).len, 0);
    free(same);
    free(noise);
    arena_release(&arena);
}

int main(void)
{
    TEST(a_verbatim_copy_is_one_passage);
    TEST(swapped_words_are_told_one_by_one);
    TEST(folding_hides_spelling);
    TEST(names_and_formulas_are_not_copies);
    TEST(what_one_source_repeats_is_furniture);
    TEST(reordered_text_gives_a_passage_for_each_part);
    TEST(reworded_sentences_beside_a_copy_are_found);
    TEST(a_short_repetition_has_one_origin);
    TEST(a_left_out_sentence_stays_inside_one_passage);
    TEST(a_text_taken_by_hundreds_is_not_lost);
    TEST(passages_stay_in_the_body);
    TEST(quoted_words_are_kept_apart);
    TEST(words_quoted_once_are_a_quotation_when_short);
    TEST(a_short_piece_of_a_sentence_is_no_passage);
    TEST(a_turn_of_phrase_is_no_copy);
    TEST(more_is_asked_among_many_texts);
    TEST(a_third_text_bears_out_what_two_share);
    TEST(far_apart_is_found_too);
    TEST(threads_change_nothing);
    TEST(hostile_input_is_endured);
    return TEST_END;
}
