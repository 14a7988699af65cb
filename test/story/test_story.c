/* Stories: what belongs together, what does not, and bytes that are no vector. */
#include "story/vector.h"
#include "test.h"

static const char BRIDGE_A[] =
    "In Tannfurt ist am Montag die Olmbrücke gesperrt worden. Prüfer hatten Risse in den Pfeilern gefunden, teilte "
    "Bürgermeisterin Wencke Harmstorf mit. Der Verkehr wird über Niederhagen umgeleitet.";
static const char BRIDGE_B[] =
    "Risse in den Pfeilern: Die Olmbrücke in Tannfurt bleibt vorerst gesperrt. Bürgermeisterin Harmstorf rechnet mit "
    "Monaten, bis der Verkehr wieder rollt. Pendler aus Niederhagen ärgern sich über die Umleitung.";
static const char GOALS[] = "Der SV Brakelund hat im Pokal überraschend gegen den Favoriten aus Ostermark gewonnen. "
                            "Zwei Tore von Stürmer Mirko "
                            "Tellmann entschieden das Spiel vor 9.000 Zuschauern in der zweiten Halbzeit.";

static uint32_t add(StoryIndex *x, const char *title, const char *text, const char *published)
{
    StrBuf v = STRBUF_INIT;
    story_vector(&(StoryText){str_of(title), str_of(text), STR("de"), str_of(published)}, &v);
    uint32_t story = story_index_add(x, strbuf_str(&v), STORY_NONE);
    strbuf_release(&v);
    return story;
}

static void same_event_without_dates(void)
{
    StoryIndex *x = story_index_new();
    CHECK_INT(add(x, "Olmbrücke gesperrt", BRIDGE_A, ""), 0);
    CHECK_INT(add(x, "Brakelund wirft Ostermark aus dem Pokal", GOALS, ""), 1);
    CHECK_INT(add(x, "Olmbrücke: Pendler brauchen Geduld", BRIDGE_B, ""), 0);
    story_index_free(x);
}

static void time_parts_stories(void)
{
    StoryIndex *x = story_index_new();
    CHECK_INT(add(x, "Olmbrücke gesperrt", BRIDGE_A, "2031-03-03T08:00:00+01:00"), 0);
    CHECK_INT(add(x, "Olmbrücke: Pendler brauchen Geduld", BRIDGE_B, "2031-03-03T17:30"), 0);
    CHECK_INT(add(x, "Olmbrücke: Pendler brauchen Geduld", BRIDGE_B, "2031-03-24"), 1);
    CHECK_INT(add(x, "Olmbrücke gesperrt", BRIDGE_A, "2031-03"),
              0); /* a month is no day: judged by the text, the oldest wins */
    story_index_free(x);
}

static void known_stories_are_kept(void)
{
    StoryIndex *x = story_index_new();
    StrBuf v = STRBUF_INIT;
    story_vector(&(StoryText){STR("Olmbrücke gesperrt"), str_of(BRIDGE_A), STR("de"), STR("2031-03-03")}, &v);
    CHECK_INT(story_index_add(x, strbuf_str(&v), 7), 7);
    CHECK_INT(add(x, "Olmbrücke: Pendler brauchen Geduld", BRIDGE_B, "2031-03-03"), 7);
    CHECK_INT(add(x, "Brakelund wirft Ostermark aus dem Pokal", GOALS, "2031-03-03"), 8);
    CHECK_INT(story_index_add(x, strbuf_str(&v), UINT32_MAX - 1), 7); /* no number a run before can have given */
    strbuf_release(&v);
    story_index_free(x);
}

static void damaged_vectors_stand_alone(void)
{
    StoryIndex *x = story_index_new();
    StrBuf v = STRBUF_INIT;
    story_vector(&(StoryText){STR("Olmbrücke gesperrt"), str_of(BRIDGE_A), STR("de"), STR("2031-03-03")}, &v);
    CHECK_INT(story_index_add(x, strbuf_str(&v), STORY_NONE), 0);
    uint32_t next = 1;
    for (size_t len = 0; len < v.len; len += 5)
        CHECK_INT(story_index_add(x, str_make(v.data, len), STORY_NONE), next++);
    StoryDocument d;
    for (size_t i = 0; i < v.len; i++) /* any byte may be anything: read or refused, never out of bounds */
        for (int flip = 1; flip < 256; flip += 85) {
            v.data[i] = (char)(v.data[i] ^ flip);
            story_unpack(strbuf_str(&v), &d);
            story_index_add(x, strbuf_str(&v), STORY_NONE);
            v.data[i] = (char)(v.data[i] ^ flip);
        }
    strbuf_release(&v);
    story_index_free(x);
}

static void empty_texts_stand_alone(void)
{
    StoryIndex *x = story_index_new();
    CHECK_INT(add(x, "", "", ""), 0);
    CHECK_INT(add(x, "", "", ""), 1);
    CHECK_INT(add(x, "", "\xff\xfe\x80 ... !", "2031-03-03"), 2);
    story_index_free(x);
}

static size_t shared_terms(const char *a, const char *b, const char *lang)
{
    Arena arena = ARENA_INIT;
    StoryTerm *x, *y;
    size_t n = story_terms(&(StoryText){.text = str_of(a), .lang = str_of(lang)}, &arena, &x), shared = 0;
    size_t m = story_terms(&(StoryText){.text = str_of(b), .lang = str_of(lang)}, &arena, &y);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < m; k++)
            shared += x[i].hash == y[k].hash;
    arena_release(&arena);
    return shared;
}

static void compounds_share_their_parts(void)
{
    CHECK_INT(shared_terms("Schleusentor", "Schleusenbau", "de"), 1);
    CHECK_INT(shared_terms("Hafengesellschaft", "Werftgesellschaft", "de"), 1);
    CHECK_INT(shared_terms("Schleusenbau", "Brückenschleuse", "de"), 0); /* a first part is no last part */
    CHECK_INT(shared_terms("counterculture", "counterclaimant", "en"), 0);
}

static void english_small_words_join_nothing(void)
{
    static const char *const TEXTS[] = {"The mayor of Tannfurt said on Monday that there would be no more of the old "
                                        "trams in the city after this summer, because "
                                        "new rails have been laid.",
                                        "After the first half there was nothing in it, and the coach of Brakelund said "
                                        "he would have taken a draw before the match "
                                        "against the favourites.",
                                        "On Tuesday the price of grain was up for the first time in the year, and that "
                                        "would have been of no use to most farmers, "
                                        "traders in Ostermark said."};
    StoryIndex *x = story_index_new();
    StrBuf v = STRBUF_INIT;
    for (uint32_t i = 0; i < 3; i++) {
        strbuf_clear(&v);
        story_vector(&(StoryText){.text = str_of(TEXTS[i]), .lang = STR("en")}, &v);
        CHECK_INT(story_index_add(x, strbuf_str(&v), STORY_NONE), i);
    }
    strbuf_release(&v);
    story_index_free(x);
}

static void one_long_line(void)
{
    StrBuf text = STRBUF_INIT;
    for (int i = 0; i < 200000; i++)
        strbuf_add_format(&text, "wort%d ", i);
    StrBuf v = STRBUF_INIT;
    story_vector(&(StoryText){.text = strbuf_str(&text), .lang = STR("de")}, &v);
    CHECK_INT(v.len, STORY_VECTOR_HEAD + STORY_TERMS_MAX * STORY_VECTOR_TERM);
    strbuf_release(&text);
    strbuf_release(&v);
}

static void times_are_read(void)
{
    int64_t t;
    CHECK(story_time(STR("1970-01-02"), &t) && t == 86400 + 43200);
    CHECK(story_time(STR("2000-03-01T00:01:00Z"), &t) && t == 951868860);
    CHECK(!story_time(STR("2000-03"), &t) && !story_time(STR("2000-13-01"), &t) && !story_time(STR("gestern!!!"), &t));
}

static void all_at_once_is_one_after_the_other(void)
{
    const char *texts[] = {BRIDGE_A, GOALS, BRIDGE_B};
    StrBuf v[3] = {STRBUF_INIT, STRBUF_INIT, STRBUF_INIT};
    Str vectors[3];
    uint32_t story_of[3];
    for (int i = 0; i < 3; i++) {
        story_vector(&(StoryText){.text = str_of(texts[i]), .lang = STR("de"), .published = STR("2031-03-03")}, &v[i]);
        vectors[i] = strbuf_str(&v[i]);
    }
    story_group(vectors, 3, story_of);
    CHECK(story_of[0] == 0 && story_of[1] == 1 && story_of[2] == 0);
    for (int i = 0; i < 3; i++)
        strbuf_release(&v[i]);
}

int main(void)
{
    TEST(same_event_without_dates);
    TEST(time_parts_stories);
    TEST(known_stories_are_kept);
    TEST(damaged_vectors_stand_alone);
    TEST(empty_texts_stand_alone);
    TEST(compounds_share_their_parts);
    TEST(english_small_words_join_nothing);
    TEST(one_long_line);
    TEST(times_are_read);
    TEST(all_at_once_is_one_after_the_other);
    return TEST_END;
}
