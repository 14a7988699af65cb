#include "test.h"

#include "view/out.h"
#include "view/strings.h"
#include "view/unique.h"
#include "view/view.h"

#include <jansson.h>

/* ---- a picture made by hand: two pages, one of them with a word swapped ---------------------------------------- */

#define TEXT_0 "Kanzlerin Üblacker sagte: „Wir öffnen den Hafen.“\nDas Treffen dauerte zwei Stunden."
#define TEXT_1 "Üblacker kündigte an, man wolle das Dock öffnen."

static Block blocks_0[] = {{{0, 55}, BLOCK_PARAGRAPH, "text"}, {{56, 89}, BLOCK_PARAGRAPH, "text"}};
static Block blocks_1[] = {{{0, 51}, BLOCK_PARAGRAPH, "text"}};
static Place places_0[] = {{0, 3}, {56, 64}}, places_1[] = {{0, 0}};
static Str credits[] = {STR_INIT("dpa")};
static Article articles[2] = {
    {.id = STR_INIT("a.txt"),
     .file = STR_INIT("x/a.txt"),
     .outlet = STR_INIT("Küstenbote <\"&'>"),
     .text = STR_INIT(TEXT_0),
     .blocks = blocks_0,
     .n_blocks = 2,
     .places = places_0,
     .n_places = 2,
     .source = STR_INIT("\n\nX"
                        "Kanzlerin Üblacker sagte: „Wir öffnen den Hafen.“\n\nAd\n\n"
                        "Das Treffen dauerte zwei Stunden.\n"),
     .credits = credits,
     .n_credits = 1,
     .title = STR_INIT("Hafen <b>auf</b>")},
    {.id = STR_INIT("b.txt"),
     .file = STR_INIT("x/b.txt"),
     .text = STR_INIT(TEXT_1),
     .blocks = blocks_1,
     .n_blocks = 1,
     .places = places_1,
     .n_places = 1,
     .source = STR_INIT(TEXT_1)},
};
static Entity entity[] = {{.kind = ENTITY_PERSON, .name = STR_INIT("Üblacker")}};
static Analysis analyses[2] = {{.entities = entity, .n_entities = 1}, {.entities = entity, .n_entities = 1}};

static Span quote_0[] = {{27, 55}}, quote_1[] = {{24, 50}}, speaker_0[] = {{0, 19}}, speaker_1[] = {{0, 9}},
            cue_0[] = {{20, 25}};
static uint32_t zero[] = {0};
static Statement statements_0[] = {{.type = STATEMENT_DIRECT,
                                    .act = ACT_ANNOUNCE,
                                    .quote = {quote_0, 1},
                                    .speaker = {speaker_0, 1},
                                    .cue = {cue_0, 1},
                                    .speakers = zero,
                                    .n_speakers = 1,
                                    .parent = STATEMENT_NONE,
                                    .why = "marks",
                                    .act_why = "öffnen"}};
static Statement statements_1[] = {{.type = STATEMENT_INDIRECT,
                                    .act = ACT_PROMISE,
                                    .quote = {quote_1, 1},
                                    .speaker = {speaker_1, 1},
                                    .speakers = zero,
                                    .n_speakers = 1,
                                    .parent = STATEMENT_NONE,
                                    .why = "verb",
                                    .act_why = "an"}};
static Statements all_statements[2] = {{statements_0, 1}, {statements_1, 1}};

static PictureSource sources[] = {{&articles[0], &analyses[0], &all_statements[0]},
                                  {&articles[1], &analyses[1], &all_statements[1]}};
static Str forms[] = {STR_INIT("Üblacker"), STR_INIT("Kanzlerin Üblacker")};
static PictureEntity entities[] = {{ENTITY_PERSON, STR_INIT("Üblacker"), STR_INIT("Kanzlerin"), forms, 2}};
static PictureArticle picture_articles[] = {
    {.entity_of = zero,
     .published = STR_INIT("2031-05-02"),
     .basis = DATE_VISIBLE,
     .independent = true,
     .taken_from = UINT32_MAX},
    {.entity_of = zero, .published = STR_INIT("2031-05-02"), .basis = DATE_DERIVED, .copied = 0.42, .taken_from = 0},
};
static PictureStatement picture_statements[] = {{0, 0, zero, 1, 0}, {1, 0, zero, 1, 0}};
static uint32_t members[] = {0, 1};
static PictureGroup groups[] = {{members, 2}};
static PictureSpan shared[] = {{0, {34, 51}, STR_INIT("")}, {1, {38, 50}, STR_INIT("")}};
static PicturePassage passages[] = {{COPY_NEAR, false, shared, 2}};
static PictureSpan differ[] = {{0, {46, 51}, STR_INIT("Hafen")}, {1, {38, 42}, STR_INIT("Dock")}};
static PictureDifference differences[] = {{DIFFERENCE_CONFLICT, differ, 2, "other words at the same place"}};
static SpunWord spun[] = {{{1, {38, 42}, STR_INIT("")}, STR_INIT("Hafen"), {0, {46, 51}, STR_INIT("")}}};
static TimelineEntry timeline[] = {{STR_INIT("PT2H"), {0, {76, 88}, STR_INIT("")}, {56, 89}}};
static Picture picture = {
    .sources = sources,
    .articles = picture_articles,
    .n_articles = 2,
    .entities = entities,
    .n_entities = 1,
    .statements = picture_statements,
    .n_statements = 2,
    .groups = groups,
    .n_groups = 1,
    .passages = passages,
    .n_passages = 1,
    .differences = differences,
    .n_differences = 1,
    .spun = spun,
    .n_spun = 1,
    .timeline = timeline,
    .n_timeline = 1,
    .n_independent = 1,
};
static Str ids[] = {STR_INIT("aaaaaaaaaa"), STR_INIT("bbbbbbbbbb")};
static PlaceIndex places[2];
static ViewPicture view = {.id = STR_INIT("aaaaaaaaaa"),
                           .title = STR_INIT("Hafen <b>auf</b>"),
                           .picture = &picture,
                           .ids = ids,
                           .places = places};

/* ---- places -------------------------------------------------------------------------------------------------- */

static void places_count_code_points(void)
{
    PlaceFound found = place_find(&places[0], (Span){46, 51});
    CHECK_STR(found.words, "Hafen");
    CHECK_INT(found.text.begin, 42);
    CHECK_INT(found.page.begin, 45);
    CHECK_INT(found.line, 3);
    CHECK_INT(found.column, 44);
    found = place_find(&places[0], (Span){56, 59});
    CHECK_INT(found.line, 7);
    CHECK_INT(found.column, 1);
    found = place_find(&places[0], (Span){80, 5000}); /* beyond the end */
    CHECK_INT(found.text.end, 83);
}

static void places_are_one_line(void)
{
    StrBuf b = STRBUF_INIT;
    Span spans[] = {{0, 9}, {48, 59}};
    place_words(&b, &articles[0], spans, 2);
    CHECK_STR(strbuf_str(&b), "Kanzlerin … fen.“ ¶ Das");
    strbuf_release(&b);
}

static void places_leave_furniture_out(void)
{
    Block blocks[] = {{{0, 4}, BLOCK_PARAGRAPH, ""},
                      {{5, 9}, BLOCK_PARAGRAPH, ""},
                      {{10, 17}, BLOCK_CAPTION, ""},
                      {{18, 22}, BLOCK_PARAGRAPH, ""}};
    Article a = {.text = STR("Eins\nZwei\nWerbung\nDrei"), .blocks = blocks, .n_blocks = 4};
    StrBuf b = STRBUF_INIT;
    Span spans[] = {{2, 20}, {11, 13}};
    place_words(&b, &a, spans, 2);
    CHECK_STR(strbuf_str(&b), "ns ¶ Zwei … Dr … er");
    strbuf_release(&b);
}

static void places_have_their_sentence(void)
{
    Sentence sentences[] = {{.span = {0, 5}}, {.span = {6, 230}}};
    Analysis an = {.sentences = sentences, .n_sentences = 2};
    StrBuf text = STRBUF_INIT;
    strbuf_add_c(&text, "Kurz. ");
    for (int i = 0; i < 32; i++)
        strbuf_add_c(&text, "äöü ");
    Article a = {.text = strbuf_str(&text)};
    PlaceContext c = place_context(&a, &an, (Span){111, 118});
    CHECK(c.cut_before && c.cut_after && str_starts(c.before, STR("äöü ")) && str_ends(c.after, STR("äöü")));
    CHECK(c.before.len <= PLACE_AROUND && c.after.len <= PLACE_AROUND);
    c = place_context(&a, &an, (Span){0, 4});
    CHECK(!c.cut_before && c.before.len == 0 && str_equal(c.after, STR(".")));
    strbuf_release(&text);
}

/* ---- text ---------------------------------------------------------------------------------------------------- */

static void dates_are_written_out(void)
{
    static const struct {
        const char *iso, *german, *english;
    } CASES[] = {
        {"2031-05-02", "2. Mai 2031", "2 May 2031"},
        {"2031-03", "März 2031", "March 2031"},
        {"2031-05-02T09:05:00+02:00", "2. Mai 2031, 09:05", "2 May 2031, 09:05"},
        {"2031", "2031", "2031"},
        {"PT2H", "PT2H", "PT2H"},
        {"2031-W04", "4. Woche 2031", "week 4 of 2031"},
        {"2031-05-02TEV", "2. Mai 2031, abends", "2 May 2031, evening"},
        {"2031-13-01", "2031-13-01", "2031-13-01"},
        {"2031-05-XX", "2031-05-XX", "2031-05-XX"},
        {"", "", ""},
    };
    StrBuf b = STRBUF_INIT;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        strbuf_clear(&b);
        view_date(&b, LAGEBILD_GERMAN, str_of(CASES[i].iso));
        CHECK_STR(strbuf_str(&b), CASES[i].german);
        strbuf_clear(&b);
        view_date(&b, LAGEBILD_ENGLISH, str_of(CASES[i].iso));
        CHECK_STR(strbuf_str(&b), CASES[i].english);
    }
    strbuf_release(&b);
}

static void values_are_written_out(void)
{
    static const struct {
        const char *value, *words, *german, *english;
    } CASES[] = {
        {"PT6H", "sechsstündigen", "6 Stunden", "6 hours"},
        {"~PT1H30M", "rund 90 Minuten", "etwa 1 Stunde 30 Minuten", "about 1 hour 30 minutes"},
        {"P1M", "einen Monat", "1 Monat", "1 month"},
        {"P1.5Y", "anderthalb Jahren", "1,5 Jahre", "1.5 years"},
        {"4000", "rund 4.000 Lachse", "", ""},
        {"3500000", "3,5 Millionen Kronen", "3.500.000", "3,500,000"},
        {">14000", "mehr als vierzehntausend", "mehr als 14.000", "more than 14,000"},
        {"2-3", "zwei bis drei Boote", "2 bis 3", "2 to 3"},
        {"0-100", "unter hundert Boote", "bis zu 100", "up to 100"},
        {"T09:00", "9.00 Uhr", "", ""},
        {"T09:00", "neun Uhr", "09:00 Uhr", "09:00"},
        {"several", "neue Boote", "", ""},
        {"announced", "kündigte an", "", ""},
        {"Jorin", "Jorin", "", ""},
        {"P", "x", "", ""},
        {"PT", "x", "", ""},
        {"PTH", "x", "", ""},
        {"PXD", "x", "", ""},
        {"P6", "x", "", ""},
        {"T9", "x", "", ""},
        {"2-", "x", "", ""},
        {"1e999", "x", "", ""},
    };
    StrBuf b = STRBUF_INIT;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        strbuf_clear(&b);
        view_value(&b, LAGEBILD_GERMAN, str_of(CASES[i].value), str_of(CASES[i].words));
        CHECK_STR(strbuf_str(&b), CASES[i].german);
        strbuf_clear(&b);
        view_value(&b, LAGEBILD_ENGLISH, str_of(CASES[i].value), str_of(CASES[i].words));
        CHECK_STR(strbuf_str(&b), CASES[i].english);
    }
    strbuf_release(&b);
}

static void every_word_has_both_languages(void)
{
    for (int i = 0; i < WORD_COUNT; i++)
        CHECK(view_word(LAGEBILD_GERMAN, (Word)i) && view_word(LAGEBILD_ENGLISH, (Word)i));
    for (int i = 0; i < ACT_COUNT; i++)
        CHECK(view_act(LAGEBILD_GERMAN, (Act)i) && view_act(LAGEBILD_ENGLISH, (Act)i));
    for (int i = 0; i < BLOCK_KINDS; i++)
        CHECK(view_block(LAGEBILD_GERMAN, (BlockKind)i) && view_block(LAGEBILD_ENGLISH, (BlockKind)i));
}

static void text_wraps_by_code_points(void)
{
    StrBuf b = STRBUF_INIT;
    LagebildPrint how = {.width = 12};
    Out o;
    out_init(&o, &b, &how);
    out_c(&o, STYLE_PLAIN, "öäüöäü öäüöä Wort ");
    o.indent = 2;
    out_c(&o, STYLE_PLAIN, "ein-sehr-langes-Wort und kurz");
    out_line(&o, 0);
    CHECK_STR(strbuf_str(&b), "öäüöäü öäüöä\nWort\n  ein-sehr-langes-Wort\n  und kurz\n");
    strbuf_release(&b);
}

static void terminal_gets_no_controls(void)
{
    StrBuf b = STRBUF_INIT;
    LagebildPrint how = {0};
    Out o;
    out_init(&o, &b, &how);
    out_text(&o, STYLE_PLAIN,
             STR("rot\x1b[31m\x07\xC2\x9B"
                 "1m \xFF"));
    CHECK_STR(strbuf_str(&b), "rot\uFFFD[31m\uFFFD\uFFFD"
                              "1m \uFFFD");
    strbuf_release(&b);
}

static void text_says_where(void)
{
    StrBuf b = STRBUF_INIT;
    LagebildPrint how = {0};
    view_picture_text(&b, &view, &how);
    static const char *const LINES[] = {
        "2 Seiten, 1 unabhängiger Text",
        "[1] Küstenbote",
        "2. Mai 2031 (steht auf der Seite)",
        "· dpa · unabhängig",
        "kann stammen\n      von [1] ·",
        "42 % auch anderswo",
        "Üblacker, Kanzlerin",
        "[1] 3:28    „Wir öffnen den Hafen.“ — kündigt an",
        "Widerspruch",
        "[2] 1:37    Üblacker kündigte an, man wolle das *Dock* öffnen.",
        "steht für Hafen [1] 3:44",
        "[1] 7:21    Das Treffen dauerte zwei Stunden.",
    };
    for (size_t i = 0; i < sizeof LINES / sizeof LINES[0]; i++)
        if (str_find(strbuf_str(&b), str_of(LINES[i]), 0) == SIZE_MAX)
            CHECK_STR(strbuf_str(&b), LINES[i]);
    CHECK(str_find_char(strbuf_str(&b), '\x1b', 0) == SIZE_MAX);
    strbuf_release(&b);
}

/* Words quoted within a statement of the same speaker stand in its row already; a demand told within it does not. */
static void words_within_are_one_row(void)
{
    Span inside[] = {{31, 50}};
    Statement said[] = {statements_0[0], statements_0[0]};
    said[0].type = STATEMENT_INDIRECT;
    said[1].quote = (Spans){inside, 1};
    Statements all[] = {{said, 2}, all_statements[1]};
    PictureSource told[] = {{&articles[0], &analyses[0], &all[0]}, {&articles[1], &analyses[1], &all[1]}};
    PictureStatement three[] = {picture.statements[0], picture.statements[0], picture.statements[1]};
    three[1].index = 1;
    Picture nested = picture;
    nested.sources = told;
    nested.statements = three;
    nested.n_statements = 3;
    CHECK(view_is_within(&nested, 1));
    CHECK(!view_is_within(&nested, 0) && !view_is_within(&nested, 2));
    said[1].type = STATEMENT_INDIRECT;
    CHECK(view_is_within(&nested, 1));
    said[1].act = ACT_DEMAND;
    CHECK(!view_is_within(&nested, 1));
    said[1].type = STATEMENT_DIRECT;
    CHECK(view_is_within(&nested, 1));
    three[1].n_speakers = 0;
    CHECK(!view_is_within(&nested, 1));
}

/* A statement that one page says and another copies is a row with two places; its speakers are named where they differ.
 */
static void same_rows_are_one(void)
{
    PictureStatement three[] = {picture.statements[0], picture.statements[0], picture.statements[1]};
    uint32_t all[] = {0, 1, 2};
    PictureGroup group[] = {{all, 3}};
    PictureSpan twice[] = {differ[0], differ[0], differ[1]};
    PictureDifference difference[] = {{DIFFERENCE_CONFLICT, twice, 3, ""}};
    Picture copied = picture;
    copied.statements = three;
    copied.n_statements = 3;
    copied.groups = group;
    copied.differences = difference;
    ViewPicture shown = view;
    shown.picture = &copied;
    LagebildPrint how = {.width = 100};
    StrBuf b = STRBUF_INIT;
    view_picture_text(&b, &shown, &how);
    CHECK(str_find(strbuf_str(&b),
                   STR("    [1] 3:28, [1] 3:28\n                „Wir öffnen den Hafen.“ — kündigt an\n"),
                   0) != SIZE_MAX);
    CHECK(str_find(strbuf_str(&b), STR("    [1] 3:44, [1] 3:44\n                Kanzlerin"), 0) != SIZE_MAX);
    CHECK(str_find(strbuf_str(&b), STR("mehrere Sprecher"), 0) == SIZE_MAX);
    three[0].n_speakers = three[1].n_speakers = 0;
    strbuf_clear(&b);
    view_picture_text(&b, &shown, &how);
    CHECK(str_find(strbuf_str(&b), STR("mehrere Sprecher"), 0) == SIZE_MAX); /* nobody known is no other speaker */
    CHECK(str_find(strbuf_str(&b), STR("— kündigt an (Kanzlerin Üblacker)\n"), 0) != SIZE_MAX);
    PictureEntity two[] = {picture.entities[0], {.kind = ENTITY_PERSON, .name = STR("Ostrander")}};
    uint32_t other[] = {1};
    copied.entities = two;
    copied.n_entities = 2;
    three[0].n_speakers = three[1].n_speakers = 1;
    three[0].speakers = three[1].speakers = other;
    strbuf_clear(&b);
    view_picture_text(&b, &shown, &how);
    CHECK(str_find(strbuf_str(&b), STR("  mehrere Sprecher\n"), 0) != SIZE_MAX);
    CHECK(str_find(strbuf_str(&b), STR("— kündigt an (Ostrander)\n"), 0) != SIZE_MAX);
    CHECK(str_find(strbuf_str(&b), STR("— sagt zu (Üblacker)\n"), 0) != SIZE_MAX);
    strbuf_release(&b);
}

/* What one page says twice stands side by side with nothing. */
static void groups_of_one_page_are_not_shown(void)
{
    PictureStatement three[] = {picture.statements[0], picture.statements[0], picture.statements[1]};
    uint32_t all[] = {0, 1, 2};
    PictureGroup one = {all, 2}, both = {all, 3};
    Picture copied = picture;
    copied.statements = three;
    CHECK(!view_group_is_shown(&copied, &one) && view_group_is_shown(&copied, &both));
}

static void unique_words_stand_out(void)
{
    Arena arena = ARENA_INIT;
    Str rows[] = {STR("Der Hafen wird ab 4.000 Euro saniert"), STR("der Hafen wird ab 5.000 Euro neu saniert,"),
                  STR("Ganz anders sagt es sie")};
    Spans *unique = unique_words(rows, 3, &arena);
    CHECK(unique[0].len == 1 && str_equal(str_span(rows[0], unique[0].data[0]), STR("4.000")));
    CHECK(unique[1].len == 2 && str_equal(str_span(rows[1], unique[1].data[1]), STR("neu")));
    CHECK_INT(unique[2].len, 0); /* another wording altogether */
    CHECK_INT(unique_words(rows, 1, &arena)[0].len, 0);
    arena_release(&arena);
}

/* ---- JSON ---------------------------------------------------------------------------------------------------- */

static long long number(json_t *object, const char *path)
{
    json_t *value = NULL;
    char copy[128], *state = NULL;
    snprintf(copy, sizeof copy, "%s", path);
    for (char *key = strtok_r(copy, ".", &state); key; key = strtok_r(NULL, ".", &state)) {
        object =
            key[0] >= '0' && key[0] <= '9' ? json_array_get(object, (size_t)atoi(key)) : json_object_get(object, key);
        value = object;
    }
    return json_is_integer(value) ? json_integer_value(value) : -1;
}

static void json_holds_the_picture(void)
{
    StrBuf b = STRBUF_INIT;
    view_picture_json(&b, &view);
    json_t *o = json_loadb(b.data, b.len, JSON_REJECT_DUPLICATES, NULL);
    CHECK(o != NULL);
    static const struct {
        const char *path;
        long long value;
    } FIELDS[] = {
        {"pages", 2},
        {"independent_texts", 1},
        {"articles.0.number", 1},
        {"articles.0.blocks.1.page.0", 58},
        {"articles.1.taken_from", 1},
        {"entities.0.number", 1},
        {"statements.0.article", 1},
        {"statements.0.quote.0.text.0", 26},
        {"statements.0.quote.0.page.0", 29},
        {"statements.0.speakers.0", 1},
        {"statements.1.group", 1},
        {"groups.0.statements.1", 2},
        {"passages.0.places.1.article", 2},
        {"differences.0.places.0.text.0", 42},
        {"spun.0.original.article", 1},
        {"spun.0.place.article", 2},
        {"timeline.0.sentence.line", 7},
    };
    for (size_t i = 0; i < sizeof FIELDS / sizeof FIELDS[0]; i++)
        if (number(o, FIELDS[i].path) != FIELDS[i].value) {
            printf("%s: ", FIELDS[i].path);
            CHECK_INT(number(o, FIELDS[i].path), FIELDS[i].value);
        }
    json_decref(o);
    strbuf_release(&b);
}

/* ---- CoNLL-U ------------------------------------------------------------------------------------------------- */

static void conllu_has_ten_columns(void)
{
    Token tokens[] = {
        {.span = {0, 9},
         .class = CLASS_PROPN,
         .features = FEAT_NOM | FEAT_SING | FEAT_FEM,
         .lemma = STR_INIT("Üblacker")},
        {.span = {10, 19},
         .class = CLASS_VERB,
         .features = FEAT_IND | FEAT_FIN | FEAT_PAST,
         .lemma = STR_INIT("ankündigen")},
        {.span = {20, 22}, .class = CLASS_PART, .lemma = STR_INIT("a n")},
        {.span = {22, 23}, .class = CLASS_PUNCT},
    };
    Sentence sentence = {.span = {0, 23}, .count = 4};
    Mention mention = {.span = {0, 9}, .entity_kind = ENTITY_PERSON};
    Analysis an = {.tokens = tokens,
                   .n_tokens = 4,
                   .sentences = &sentence,
                   .n_sentences = 1,
                   .mentions = &mention,
                   .n_mentions = 1};
    StrBuf b = STRBUF_INIT;
    view_conllu(&b, &(StoreRow){.key = STR("aa")}, &articles[1], &an, &all_statements[1]);
    static const char *const LINES[] = {
        "# newdoc id = aa\n# sent_id = 1\n# text = Üblacker kündigte an,\n",
        "1\tÜblacker\tÜblacker\tPROPN\t_\tCase=Nom|Gender=Fem|Number=Sing\t_\t_\t_\tTokenRange=0:8|",
        "|Entity=(e1-person)|Speaker=1\n",
        "\tVERB\t_\tMood=Ind|Tense=Past|VerbForm=Fin\t_\t_\t_\tTokenRange=9:17\n",
        "3\tan\ta_n\tPART\t_\t_\t_\t_\t_\tTokenRange=18:20|SpaceAfter=No\n",
        "4\t,\t_\tPUNCT\t_\t_\t_\t_\t_\tTokenRange=20:21\n\n",
    };
    for (size_t i = 0; i < sizeof LINES / sizeof LINES[0]; i++)
        if (str_find(strbuf_str(&b), str_of(LINES[i]), 0) == SIZE_MAX)
            CHECK_STR(strbuf_str(&b), LINES[i]);
    strbuf_release(&b);
}

/* ---- HTML ---------------------------------------------------------------------------------------------------- */

static void make_html(StrBuf *b)
{
    LagebildPrint how = {.format = LAGEBILD_HTML};
    StoreStory list[] = {{.heading = view.title, .pages = 2}, {.heading = view.title, .pages = 2}};
    view_html_begin(b, &(StoreStories){list, 2}, &how);
    view_html_picture(b, &view, 1, &how);
    view_html_picture(b, &view, 2, &how);
    view_html_end(b, &how);
}

/* Calls CHECK for each href="#…": there is exactly one element of that id. */
static void html_links_lead_somewhere(void)
{
    StrBuf b = STRBUF_INIT, id = STRBUF_INIT;
    make_html(&b);
    Str all = strbuf_str(&b);
    size_t links = 0;
    for (size_t at = 0; (at = str_find(all, STR(" href=\"#"), at)) != SIZE_MAX; links++) {
        at += 8;
        strbuf_clear(&id);
        strbuf_add_format(&id, " id=\"%.*s\"", STR_ARG(str_slice(all, at, str_find_char(all, '"', at))));
        size_t first = str_find(all, strbuf_str(&id), 0);
        if (first == SIZE_MAX || str_find(all, strbuf_str(&id), first + 1) != SIZE_MAX)
            CHECK_STR(strbuf_str(&id), "an id that is there once");
    }
    CHECK(links > 40);
    strbuf_release(&id);
    strbuf_release(&b);
}

static void html_escapes_everything(void)
{
    StrBuf b = STRBUF_INIT;
    make_html(&b);
    CHECK(str_find(strbuf_str(&b), STR("Hafen <b>auf"), 0) == SIZE_MAX);
    CHECK(str_find(strbuf_str(&b), STR("Hafen &lt;b&gt;auf&lt;/b&gt;"), 0) != SIZE_MAX);
    CHECK(str_find(strbuf_str(&b), STR("K\xC3\xBCstenbote &lt;&quot;&amp;&#39;&gt;"), 0) != SIZE_MAX);
    CHECK(str_find_nocase(strbuf_str(&b), STR("<script"), 0) == SIZE_MAX);
    CHECK(str_find(strbuf_str(&b), STR("default-src 'none'"), 0) != SIZE_MAX);
    strbuf_release(&b);
}

static void html_links_only_to_the_web(void)
{
    StrBuf b = STRBUF_INIT;
    articles[1].url = STR("javascript:alert(1)");
    make_html(&b);
    CHECK(str_find(strbuf_str(&b), STR("href=\"javascript"), 0) == SIZE_MAX);
    articles[1].url = STR("https://bote.example/?a=1&b=\"2\"");
    strbuf_clear(&b);
    make_html(&b);
    CHECK(str_find(strbuf_str(&b), STR("href=\"https://bote.example/?a=1&amp;b=&quot;2&quot;\""), 0) != SIZE_MAX);
    articles[1].url = STR_EMPTY;
    strbuf_release(&b);
}

/* "öffnen den Hafen" is copied, within a quotation, and "Hafen" differs and was swapped: three pieces. */
static void html_marks_overlap(void)
{
    StrBuf b = STRBUF_INIT;
    make_html(&b);
    CHECK(str_find(strbuf_str(&b),
                   STR("<span class=\"m q c x1-0 x1-1\">öffnen den </span><a id=\"a1-42-47\"></a>"
                       "<span class=\"m q c d s x1-0 x1-1 x1-2"),
                   0) != SIZE_MAX);
    CHECK(str_find(strbuf_str(&b), STR(":root:has(#a1-42-47:target) .x1-2"), 0) != SIZE_MAX);
    strbuf_release(&b);
}

int main(void)
{
    for (int i = 0; i < 2; i++)
        place_index_init(&places[i], &articles[i]);
    TEST(places_count_code_points);
    TEST(places_are_one_line);
    TEST(places_leave_furniture_out);
    TEST(places_have_their_sentence);
    TEST(dates_are_written_out);
    TEST(values_are_written_out);
    TEST(every_word_has_both_languages);
    TEST(text_wraps_by_code_points);
    TEST(terminal_gets_no_controls);
    TEST(text_says_where);
    TEST(words_within_are_one_row);
    TEST(same_rows_are_one);
    TEST(groups_of_one_page_are_not_shown);
    TEST(unique_words_stand_out);
    TEST(json_holds_the_picture);
    TEST(conllu_has_ten_columns);
    TEST(html_links_lead_somewhere);
    TEST(html_escapes_everything);
    TEST(html_links_only_to_the_web);
    TEST(html_marks_overlap);
    for (int i = 0; i < 2; i++)
        place_index_release(&places[i]);
    return TEST_END;
}
