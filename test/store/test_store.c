#include "test.h"

#include "store/sql.h"
#include "store/tokenizer.h"

#include <fcntl.h>
#include <unistd.h>

/* ---- words --------------------------------------------------------------------------------------------------- */

static bool same_word(Tokenizer *t, const char *a, const char *b)
{
    Span word;
    Str key;
    size_t pos = 0;
    char kept[256];
    if (!tokenizer_next(t, str_of(a), &pos, &word, &key) || key.len >= sizeof kept)
        return false;
    size_t len = key.len;
    memcpy(kept, key.data, len);
    pos = 0;
    return tokenizer_next(t, str_of(b), &pos, &word, &key) && str_equal(key, str_make(kept, len));
}

static void words_of_one_stem_are_alike(void)
{
    static const char *const ALIKE[][2] = {
        {"Straße", "Strasse"}, {"Straßen", "STRASSE"}, {"Haus", "Häuser"},  {"Häusern", "Haeuser"},
        {"Müller", "Mueller"}, {"Steuer", "Steuern"},  {"neue", "neuen"},   {"Größe", "Groessen"},
        {"Café", "Cafe"},      {"Bäume", "Baum"},      {"Goethe", "Göthe"},
    };
    static const char *const DIFFERENT[][2] = {{"neuen", "neun"}, {"Haus", "Hass"}, {"See", "Seele"}};
    Tokenizer *t = tokenizer_new();
    for (size_t i = 0; i < sizeof ALIKE / sizeof ALIKE[0]; i++)
        CHECK_STR(str_of(same_word(t, ALIKE[i][0], ALIKE[i][1]) ? ALIKE[i][0] : ALIKE[i][1]), ALIKE[i][0]);
    for (size_t i = 0; i < sizeof DIFFERENT / sizeof DIFFERENT[0]; i++)
        CHECK_STR(str_of(same_word(t, DIFFERENT[i][0], DIFFERENT[i][1]) ? DIFFERENT[i][1] : DIFFERENT[i][0]),
                  DIFFERENT[i][0]);
    tokenizer_free(t);
}

static void words_have_their_place(void)
{
    Tokenizer *t = tokenizer_new();
    Str text = STR("»Der US-Präsident«, 2.500 \xFF…"), key;
    Span word;
    size_t pos = 0, n = 0;
    static const char *const WORDS[] = {"Der", "US", "Präsident", "2", "500"};
    while (tokenizer_next(t, text, &pos, &word, &key) && n < 5)
        CHECK_STR(str_span(text, word), WORDS[n++]);
    CHECK_INT(n, 5);
    tokenizer_free(t);
}

static void endless_words_come_in_pieces(void)
{
    Tokenizer *t = tokenizer_new();
    StrBuf b = STRBUF_INIT;
    for (int i = 0; i < 1000; i++)
        strbuf_add(&b, STR("ä"));
    Span word;
    Str key;
    size_t pos = 0, covered = 0;
    while (tokenizer_next(t, strbuf_str(&b), &pos, &word, &key)) {
        CHECK(word.end - word.begin <= 200 && word.end > word.begin);
        covered += word.end - word.begin;
    }
    CHECK_INT(covered, 2000);
    strbuf_release(&b);
    tokenizer_free(t);
}

/* ---- packing ------------------------------------------------------------------------------------------------- */

static Block blocks[] = {{{0, 15}, BLOCK_TITLE, "first line"}, {{16, 43}, BLOCK_PARAGRAPH, "clean text"}};
static Place places[] = {{0, 2}, {16, 30}};
static Str authors[] = {STR_INIT("Ada Ohm"), STR_INIT("B. Lux")};
static Span quotes[] = {{16, 20}, {25, 30}}, speaker[] = {{31, 35}};

static Article sample(void)
{
    return (Article){
        .id = STR("a.txt"),
        .file = STR("ordner/a.txt"),
        .offset = 1u << 20,
        .title = STR("Ein Titel, kurz"),
        .outlet = STR("Bote"),
        .published = STR("2031-05-02"),
        .published_basis = DATE_META,
        .authors = authors,
        .n_authors = 2,
        .text = STR("Ein Titel, kurz\nOrla sagte, es sei Zeit. Ja"),
        .blocks = blocks,
        .n_blocks = 2,
        .places = places,
        .n_places = 2,
        .source = STR("  Ein Titel, kurz -- Anzeige -- Orla sagte, es sei Zeit. Ja"),
    };
}

static Str names[] = {STR_INIT("Orla Brandt")};
static Said said_sample = {
    .statement = {.type = STATEMENT_INDIRECT,
                  .act = ACT_HOPE,
                  .plover = PLOVER_AGREE,
                  .negated = true,
                  .quote = {quotes, 2},
                  .speaker = {speaker, 1},
                  .parent = STATEMENT_NONE,
                  .resolved = RESOLVED_TITLE,
                  .why = "weil",
                  .act_why = "hofft"},
    .speakers = names,
    .n_speakers = 1,
};

static void pack_sample(StrBuf *out)
{
    Article a = sample();
    Saids saids = {&said_sample, 1};
    pack_article(&a, &saids, out);
}

static void packed_articles_come_back(void)
{
    StrBuf packed = STRBUF_INIT;
    Arena arena = ARENA_INIT;
    Article a;
    Saids saids;
    pack_sample(&packed);
    CHECK_INT(unpack_article(strbuf_str(&packed), &arena, &a, &saids, NULL), LAGEBILD_OK);
    CHECK(str_equal(a.text, sample().text) && str_equal(a.source, sample().source) && str_equal(a.file, sample().file));
    CHECK(a.offset == 1u << 20 && a.published_basis == DATE_META && a.n_authors == 2 &&
          str_equal(a.authors[1], authors[1]));
    CHECK(a.n_blocks == 2 && a.blocks[1].kind == BLOCK_PARAGRAPH && strcmp(a.blocks[1].reason, "clean text") == 0);
    CHECK(a.n_places == 2 && a.places[1].source_at == 30);
    CHECK(saids.len == 1 && saids.data[0].n_speakers == 1);
    if (saids.len == 1) {
        Statement *s = &saids.data[0].statement;
        CHECK(s->act == ACT_HOPE && s->negated && !s->conditional && s->quote.len == 2 && s->quote.data[1].end == 30);
        CHECK(s->parent == STATEMENT_NONE && strcmp(s->act_why, "hofft") == 0 && s->cue.len == 0);
        CHECK_STR(saids.data[0].speakers[0], "Orla Brandt");
    }
    arena_release(&arena);
    strbuf_release(&packed);
}

static void damaged_articles_are_refused(void)
{
    StrBuf packed = STRBUF_INIT;
    Arena arena = ARENA_INIT;
    Article a;
    Saids saids;
    pack_sample(&packed);
    for (size_t cut = 0; cut < packed.len; cut++)
        CHECK_INT(unpack_article(str_slice(strbuf_str(&packed), 0, cut), &arena, &a, &saids, NULL),
                  LAGEBILD_ERR_DATABASE);
    for (size_t at = 0; at < packed.len; at++) {
        packed.data[at] = (char)(packed.data[at] ^ 0x11);
        unpack_article(strbuf_str(&packed), &arena, &a, &saids, NULL);
        packed.data[at] = (char)(packed.data[at] ^ 0x11);
        arena_reset(&arena);
    }
    arena_release(&arena);
    strbuf_release(&packed);
}

/* ---- the database -------------------------------------------------------------------------------------------- */

static void put(Store *s, const char *key, const char *title, const char *body, const char *by, Act act)
{
    StrBuf words = STRBUF_INIT, packed = STRBUF_INIT;
    store_speaker_words(&words, str_of(by));
    pack_sample(&packed);
    Str speakers[] = {strbuf_str(&words)};
    StoreArticle a = {.key = str_of(key),
                      .page = str_of(key),
                      .heading = str_of(title),
                      .packed = strbuf_str(&packed),
                      .vector = STR("v"),
                      .title = str_of(title),
                      .body = str_of(body),
                      .speakers = speakers,
                      .acts = &act,
                      .n_statements = 1};
    bool added = false;
    CHECK_INT(store_put(s, &a, &added, NULL), LAGEBILD_OK);
    CHECK(added);
    CHECK_INT(store_put(s, &a, &added, NULL), LAGEBILD_OK);
    CHECK(!added);
    strbuf_release(&words);
    strbuf_release(&packed);
}

#define KEY_A "aaaa0000000000000000000000000000"
#define KEY_B "aabb0000000000000000000000000000"

static Store *filled(void)
{
    Store *s = NULL;
    CHECK_INT(store_open(&s, ":memory:", NULL), LAGEBILD_OK);
    put(s, KEY_A, "Neue Brücke über die Ohle", "Die Häuser an der Straße bleiben stehen, sagte Bürgermeisterin Rühl.",
        "Käthe Rühl", ACT_PROMISE);
    put(s, KEY_B, "Streit um den Hafen", "Das Haus der Reederei wird versteigert.", "Tom Rühling", ACT_DEMAND);
    return s;
}

static size_t hits(Store *s, const char *words)
{
    Arena arena = ARENA_INIT;
    StoreHits out;
    Status status = store_search(s, str_of(words), 10, &arena, &out, NULL);
    size_t n = status == LAGEBILD_OK ? out.len : SIZE_MAX;
    arena_release(&arena);
    return n;
}

static void search_finds_forms(void)
{
    Store *s = filled();
    CHECK_INT(hits(s, "Haus"), 2);
    CHECK_INT(hits(s, "haeusern strassen"), 1);
    CHECK_INT(hits(s, "BRUECKEN"), 1);
    CHECK_INT(hits(s, "bru\xCC\x88"
                      "cke"),
              1); /* not NFC */
    CHECK_INT(hits(s, "\"Haus der Reederei\""), 1);
    CHECK_INT(hits(s, "\"Reederei Haus\""), 0);
    CHECK_INT(hits(s, "Bürgerm*"), 1);
    CHECK_INT(hits(s, "Haus AND OR (NEAR) \"-*^:"), 0); /* no operators: words that no article holds */
    CHECK_INT(hits(s, "\"\" . *"), SIZE_MAX);
    store_close(s);
}

static void said_knows_speakers_by_word(void)
{
    Store *s = filled();
    Arena arena = ARENA_INIT;
    StoreHits out;
    static const struct {
        const char *by, *act;
        size_t n;
    } CASES[] = {
        {"", "", 2},    {"Rühl", "", 1},   {"ruehl KÄTHE", "", 1}, {"Rühl Tom", "", 0},
        {"Rüh", "", 0}, {"", "demand", 1}, {"Rühl", "demand", 0},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        CHECK_INT(store_said(s, str_of(CASES[i].by), str_of(CASES[i].act), 0, &arena, &out, NULL), LAGEBILD_OK);
        CHECK_INT(out.len, CASES[i].n);
    }
    arena_release(&arena);
    store_close(s);
}

static void ids_may_be_cut_short(void)
{
    Store *s = filled();
    Arena arena = ARENA_INIT;
    StoreRow row;
    CHECK_INT(store_find_article(s, STR("AAb"), &arena, &row, NULL), LAGEBILD_OK);
    CHECK_STR(row.key, KEY_B);
    CHECK_INT(store_find_article(s, STR(KEY_A), &arena, &row, NULL), LAGEBILD_OK);
    CHECK_INT(store_find_article(s, STR("aa"), &arena, &row, NULL), LAGEBILD_ERR_USAGE);
    CHECK_INT(store_find_article(s, STR("b"), &arena, &row, NULL), LAGEBILD_NOT_FOUND);
    CHECK_INT(store_find_article(s, STR("x'"), &arena, &row, NULL), LAGEBILD_NOT_FOUND);
    CHECK_INT(store_find_article(s, STR(""), &arena, &row, NULL), LAGEBILD_NOT_FOUND);
    arena_release(&arena);
    store_close(s);
}

static char folder[] = "/tmp/lagebild-test-XXXXXX";
static const char *in_folder(const char *name)
{
    static char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void file_stays_and_is_tidy(void)
{
    Store *s = NULL, *other = NULL;
    Error err;
    bool known = false;
    CHECK_INT(store_open(&s, in_folder("a.db"), NULL), LAGEBILD_OK);
    CHECK_INT(store_lock(s, NULL), LAGEBILD_OK);
    CHECK_INT(store_open(&other, in_folder("a.db"), NULL), LAGEBILD_OK);
    CHECK_INT(store_lock(other, &err), LAGEBILD_ERR_DATABASE);
    store_begin(s, NULL);
    put(s, KEY_A, "Titel", "Text", "", ACT_REPORT);
    CHECK_INT(store_knows(other, KEY_A, &known, NULL), LAGEBILD_OK);
    CHECK(!known);
    CHECK_INT(store_commit(s, NULL), LAGEBILD_OK);
    CHECK_INT(store_knows(other, KEY_A, &known, NULL), LAGEBILD_OK);
    CHECK(known);
    store_begin(s, NULL);
    put(s, KEY_B, "Titel", "Text", "", ACT_REPORT);
    store_close(s); /* as if killed: without commit */
    CHECK_INT(store_knows(other, KEY_B, &known, NULL), LAGEBILD_OK);
    CHECK(!known);
    store_close(other);
    CHECK(access(in_folder("a.db"), F_OK) == 0 && access(in_folder("a.db-wal"), F_OK) != 0 &&
          access(in_folder("a.db-lock"), F_OK) != 0);
    unlink(in_folder("a.db"));
}

static void foreign_files_are_refused(void)
{
    Store *s = NULL;
    Error err;
    FILE *f = fopen(in_folder("text.db"), "w");
    for (int i = 0; i < 100; i++)
        fputs("Das ist keine Datenbank. ", f);
    fclose(f);
    CHECK_INT(store_open(&s, in_folder("text.db"), &err), LAGEBILD_ERR_FORMAT);
    CHECK(!s && strstr(err.where, "text.db"));
    unlink(in_folder("text.db"));
    sqlite3 *db = NULL;
    sqlite3_open(in_folder("other.db"), &db);
    sqlite3_exec(db, "CREATE TABLE t (x)", NULL, NULL, NULL);
    sqlite3_close(db);
    CHECK_INT(store_open(&s, in_folder("other.db"), &err), LAGEBILD_ERR_FORMAT);
    unlink(in_folder("other.db"));
    CHECK_INT(store_open(&s, in_folder("no/such/folder.db"), &err), LAGEBILD_ERR_IO);
}

static void pages_are_known_by_what_they_are(void)
{
    char a[STORE_KEY + 1], b[STORE_KEY + 1];
    Page page = {.kind = PAGE_CRAWL, .id = STR("x.txt"), .file = STR("a/x.txt"), .bytes = STR("Text")};
    store_page_key(&page, a);
    page.file = STR("b/x.txt");
    store_page_key(&page, b);
    CHECK(strcmp(a, b) == 0);
    page.id = STR("y.txt");
    store_page_key(&page, b);
    CHECK(strcmp(a, b) != 0);
    page.url = STR("https://bote.example/1");
    store_page_key(&page, a);
    page.id = STR("z.txt"); /* a page with an address is known by that */
    store_page_key(&page, b);
    CHECK(strcmp(a, b) == 0);
    page.bytes = STR("Text.");
    store_page_key(&page, b);
    CHECK(strcmp(a, b) != 0);
}

int main(void)
{
    if (!mkdtemp(folder))
        return 1;
    TEST(words_of_one_stem_are_alike);
    TEST(words_have_their_place);
    TEST(endless_words_come_in_pieces);
    TEST(packed_articles_come_back);
    TEST(damaged_articles_are_refused);
    TEST(search_finds_forms);
    TEST(said_knows_speakers_by_word);
    TEST(ids_may_be_cut_short);
    TEST(file_stays_and_is_tidy);
    TEST(foreign_files_are_refused);
    TEST(pages_are_known_by_what_they_are);
    rmdir(folder);
    return TEST_END;
}
