#include "test.h"

#include "base/vec.h"
#include "language/analysis.h"
#include "language/namemodel.h"
#include "language/titles.h"

static Language *language;

typedef struct Reading {
    Arena arena;
    Article article;
    Block block;
    Analysis a;
} Reading;

static void reading_init(Reading *r, const char *text)
{
    *r = (Reading){.block = {{0, (uint32_t)strlen(text)}, BLOCK_PARAGRAPH, "test"}};
    r->article = (Article){
        .text = str_of(text), .lang = STR("de"), .published = STR("2022-01-21"), .blocks = &r->block, .n_blocks = 1};
    language_analyse(language, &r->article, &r->arena, &r->a);
}
static void reading_release(Reading *r) { arena_release(&r->arena); }

/* The mention whose text is `text`, the `nth` of them from 0. */
static const Mention *mention(const Reading *r, const char *text, size_t nth)
{
    for (size_t i = 0; i < r->a.n_mentions; i++)
        if (str_equal(str_span(r->article.text, r->a.mentions[i].span), str_of(text)) && nth-- == 0)
            return &r->a.mentions[i];
    printf("no mention \"%s\"\n", text);
    return NULL;
}

/* The name of the entity the mention stands for; empty when there is none. */
static Str stands_for(const Reading *r, const char *text, size_t nth)
{
    const Mention *m = mention(r, text, nth);
    return m && m->entity != ENTITY_NONE ? r->a.entities[m->entity].name : STR_EMPTY;
}

static void titles_belong_to_names(void)
{
    Reading r;
    reading_init(
        &r, "Norwegens Außenministerin Karin Lindqvist traf ihren dänischen Amtskollegen Mads Hvidberg in Oslo. "
            "Lindqvist sagte, Hvidbergs Vorschlag sei gut. Der dänische Außenminister schwieg. Die Ministerin ging.");
    const Mention *m = mention(&r, "Norwegens Außenministerin Karin Lindqvist", 0);
    CHECK(m && m->kind == MENTION_NAME && m->entity_kind == ENTITY_PERSON);
    if (m) {
        CHECK_STR(str_span(r.article.text, m->head), "Karin Lindqvist");
        CHECK_INT(r.a.entities[m->entity].gender, FEAT_FEM);
    }
    CHECK_STR(stands_for(&r, "ihren dänischen Amtskollegen Mads Hvidberg", 0), "Mads Hvidberg");
    CHECK_STR(stands_for(&r, "Lindqvist", 0), "Karin Lindqvist");
    CHECK_STR(stands_for(&r, "Hvidbergs", 0), "Mads Hvidberg");
    CHECK_STR(stands_for(&r, "Der dänische Außenminister", 0), "Mads Hvidberg");
    CHECK_STR(stands_for(&r, "Die Ministerin", 0), "Karin Lindqvist");
    reading_release(&r);
}

static void pronouns_look_back(void)
{
    Reading r;
    reading_init(&r, "Der Bürgermeister Jonas Brandtner eröffnete den Markt. Er lobte die Händler. "
                     "Später kam die Sprecherin Maria Feldhoff. Sie widersprach ihm.");
    CHECK_STR(stands_for(&r, "Er", 0), "Jonas Brandtner");
    CHECK_STR(stands_for(&r, "Sie", 0), "Maria Feldhoff");
    CHECK_STR(stands_for(&r, "ihm", 0), "Jonas Brandtner");
    reading_release(&r);
}

static void spellings_of_a_name_are_one_person(void)
{
    Reading r;
    reading_init(&r, "Präsident Sergej Wolkonin sprach. Später sagte Sergei Wolkonin nichts mehr. Antony Hallwick "
                     "hörte zu, Anthony Hallwick ging.");
    const Mention *a = mention(&r, "Präsident Sergej Wolkonin", 0), *b = mention(&r, "Sergei Wolkonin", 0);
    CHECK(a && b && a->entity == b->entity);
    a = mention(&r, "Antony Hallwick", 0), b = mention(&r, "Anthony Hallwick", 0);
    CHECK(a && b && a->entity == b->entity);
    reading_release(&r);
}

static void two_people_of_one_name_stay_two(void)
{
    Reading r;
    reading_init(&r, "Die Ärztin Anna Brandtner und der Lehrer Peter Brandtner kamen aus Graz.");
    const Mention *a = NULL, *b = NULL;
    for (size_t i = 0; i < r.a.n_mentions; i++) {
        Str head = str_span(r.article.text, r.a.mentions[i].head);
        if (str_equal(head, STR("Anna Brandtner")))
            a = &r.a.mentions[i];
        if (str_equal(head, STR("Peter Brandtner")))
            b = &r.a.mentions[i];
    }
    CHECK(a && b && a->entity != b->entity);
    reading_release(&r);
}

static void groups_are_one_mention(void)
{
    Reading r;
    reading_init(&r, "Die USA und ihre europäischen Verbündeten drohten. Beide Außenminister trafen sich. "
                     "US-Außenminister Paul Hartwell und Kanadas Außenminister Luc Fontaine redeten. Die Außenminister "
                     "der USA und Kanadas gingen.");
    const Mention *m = mention(&r, "Die USA und ihre europäischen Verbündeten", 0);
    CHECK(m && m->plural && m->entity_kind == ENTITY_GROUP);
    m = mention(&r, "Die Außenminister der USA und Kanadas", 0);
    CHECK(m && m->plural && m->entity != ENTITY_NONE && r.a.entities[m->entity].n_members == 2);
    reading_release(&r);
}

static void lands_show_themselves(void)
{
    Reading r;
    reading_init(&r,
                 "Zwischen Orlenien und Velm herrscht Streit. Orleniens neue Botschafterin Tilda Vask widersprach. "
                 "Velms Ministerpräsident Otto Brand sagte nichts. Orlenien bedrohe niemanden, sagte Vasks Sprecher "
                 "Jan Holm. Die orlenische Regierung schwieg, Velms Regierung auch. Der velmische Regierungschef "
                 "ging. Beide Seiten wollten reden.");
    const Mention *m = mention(&r, "Orleniens neue Botschafterin Tilda Vask", 0);
    CHECK(m && m->entity_kind == ENTITY_PERSON);
    if (m) {
        CHECK_STR(str_span(r.article.text, m->head), "Tilda Vask");
        CHECK_STR(r.a.entities[m->entity].role, "Botschafterin Orlenien");
    }
    for (size_t i = 0; i < 2; i++) {
        m = mention(&r, "Orlenien", i);
        CHECK(m && m->entity_kind == ENTITY_PLACE && r.a.entities[m->entity].kind == ENTITY_PLACE);
        CHECK_STR(stands_for(&r, "Orlenien", i), "Orlenien");
    }
    CHECK_STR(stands_for(&r, "Velms Ministerpräsident Otto Brand", 0), "Otto Brand");
    CHECK_STR(stands_for(&r, "Vasks Sprecher Jan Holm", 0), "Jan Holm");
    CHECK_STR(stands_for(&r, "Die orlenische Regierung", 0), "Orlenien");
    CHECK_STR(stands_for(&r, "Velms Regierung", 0), "Velm");
    CHECK_STR(stands_for(&r, "Beide Seiten", 0), "Orlenien und Velm");
    reading_release(&r);
}

/* A person may have ministers too, and "von" may stand in a person's name. */
static void not_every_owner_is_a_land(void)
{
    Reading r;
    reading_init(&r, "Olga Brandtner trat zurück. Brandtners Minister Ulf Berg blieb. Die Wähler mögen Brandtner.");
    CHECK_STR(stands_for(&r, "Brandtners Minister Ulf Berg", 0), "Ulf Berg");
    CHECK_STR(stands_for(&r, "Brandtner", 0), "Olga Brandtner");
    reading_release(&r);
    reading_init(&r, "Tavros Hallwick trat zurück. Zu Tavros Minister sagte er nichts. Die Wähler mögen Tavros.");
    CHECK_STR(stands_for(&r, "Tavros", 1), "Tavros Hallwick");
    reading_release(&r);
}

static void a_title_explains_the_only_person_without_one(void)
{
    Reading r;
    reading_init(&r, "Als Jorin Brandtner kam, lächelte er. Es sei gut gewesen, sagte der Regierungschef von Velm. "
                     "Velm liegt am Meer.");
    CHECK_STR(stands_for(&r, "der Regierungschef von Velm", 0), "Jorin Brandtner");
    CHECK_STR(stands_for(&r, "Velm", 0), "Velm");
    reading_release(&r);
}

static void governments_stand_for_lands(void)
{
    Reading r;
    reading_init(&r, "Polen warnte. Die polnische Regierung forderte Ruhe. Das Außenministerium in Warschau schwieg. "
                     "In Warschau regnete es.");
    const Mention *land = mention(&r, "Polen", 0), *government = mention(&r, "Die polnische Regierung", 0);
    CHECK(land && government && land->entity == government->entity);
    const Mention *ministry = mention(&r, "Das Außenministerium in Warschau", 0);
    CHECK(ministry && ministry->kind == MENTION_TITLE && ministry->entity_kind == ENTITY_ORGANISATION &&
          ministry->entity != land->entity);
    reading_release(&r);
}

static void titles_stand_behind_names_too(void)
{
    Reading r;
    reading_init(
        &r, "Karin Lindqvist, norwegische Außenministerin, reiste ab. Der Sprecher des Amtes, Jan Holmberg, lobte sie. "
            "Die Außenministerin schwieg. Der Sprecher lachte. Polen und Dänemark kamen aus Oslo und Wien.");
    CHECK_STR(stands_for(&r, "Die Außenministerin", 0), "Karin Lindqvist");
    CHECK_STR(stands_for(&r, "Der Sprecher", 1), "Jan Holmberg");
    reading_release(&r);
}

static void places_are_no_governments(void)
{
    Reading r;
    reading_init(&r, "Dänemark warnte. Sie flogen nach Bergen und Kopenhagen. Kopenhagens Hafen ist groß. Kopenhagen "
                     "drohte mit Zöllen.");
    const Mention *land = mention(&r, "Dänemark", 0), *city = mention(&r, "Kopenhagen", 0),
                  *government = mention(&r, "Kopenhagen", 1);
    CHECK(land && city && government && city->entity != land->entity && government->entity == land->entity);
    reading_release(&r);
}

static void titles_are_told_by_their_endings(void)
{
    CHECK(title_of(STR("US-Außenministerin")).kind == TITLE_PERSON && title_of(STR("US-Außenministerin")).feminine);
    CHECK(title_of(STR("Amtskollegen")).peer && !title_of(STR("Amtskollegen")).plural);
    CHECK(title_of(STR("Verteidigungsministerium")).kind == TITLE_BODY);
    CHECK(title_of(STR("Sprecherinnen")).plural);
    CHECK(title_of(STR("Tisch")).kind == TITLE_NONE && title_of(STR("")).kind == TITLE_NONE);
    static const Str ENDS[] = {STR_INIT("Dr."),          STR_INIT("Königs"),     STR_INIT("Vizes"),
                               STR_INIT("Stadtrat"),     STR_INIT("Prinzessin"), STR_INIT("Allianzen"),
                               STR_INIT("Botschafterin")};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) /* the list is asked by the last three bytes */
        CHECK(title_of(ENDS[i]).kind != TITLE_NONE);
    CHECK(land_of_adjective(STR("russischen")) == land_of_name(STR("Russlands")) &&
          land_of_name(STR("Russland")) != NULL);
    CHECK(land_of_capital(STR("Wien")) == land_of_name(STR("Österreich")));
    CHECK(land_of_capital(STR("London")) == land_of_name(STR("Großbritanniens")) && land_of_name(STR("Englands")));
    CHECK(land_of_name(STR("Afghanistan")) && land_of_name(STR("Äthiopiens")) && land_of_name(STR("Belarus")));
    CHECK(!land_of_name(STR("Russ")) && !land_of_adjective(STR("russ")));
}

static void any_text_will_do(void)
{
    static const char *const TEXTS[] = {"",
                                        "\xC3",
                                        "Er",
                                        "und ihre Verbündeten",
                                        "Anna",
                                        "Die Die Die Minister Minister Minister",
                                        "sie sie sie sie",
                                        "US-",
                                        "-",
                                        "Der der USA und",
                                        "beide beide Beide",
                                        "Minister der USA und",
                                        "Russlands",
                                        "Russlands Russlands Minister"};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        Reading r;
        reading_init(&r, TEXTS[i]);
        for (size_t k = 0; k < r.a.n_mentions; k++)
            CHECK(r.a.mentions[k].span.end <= r.block.span.end &&
                  r.a.mentions[k].first + r.a.mentions[k].count <= r.a.n_tokens &&
                  (r.a.mentions[k].entity == ENTITY_NONE || r.a.mentions[k].entity < r.a.n_entities));
        reading_release(&r);
    }
}

static void models_are_checked(void)
{
    static char bytes[4096];
    CHECK(!name_model_of_memory(bytes, sizeof bytes));
    NameModel *model;
    Error err;
    CHECK(name_model_open(&model, "/nowhere/german.names", &err) == LAGEBILD_ERR_IO && !model);
}

int main(void)
{
    Error err;
    if (language_open(&language, NULL, &err) != LAGEBILD_OK) {
        printf("%s: %s\n", err.where, err.message);
        return 1;
    }
    TEST(titles_belong_to_names);
    TEST(pronouns_look_back);
    TEST(spellings_of_a_name_are_one_person);
    TEST(two_people_of_one_name_stay_two);
    TEST(groups_are_one_mention);
    TEST(lands_show_themselves);
    TEST(not_every_owner_is_a_land);
    TEST(a_title_explains_the_only_person_without_one);
    TEST(governments_stand_for_lands);
    TEST(titles_stand_behind_names_too);
    TEST(places_are_no_governments);
    TEST(titles_are_told_by_their_endings);
    TEST(any_text_will_do);
    TEST(models_are_checked);
    language_close(language);
    return TEST_END;
}
