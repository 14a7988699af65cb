#include "test.h"

#include "base/arena.h"
#include "base/edits.h"
#include "base/error.h"
#include "base/map.h"
#include "base/pool.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <stdatomic.h>

static void str_trims_no_break_space(void)
{
    CHECK_STR(str_trim(STR(" \t\xC2\xA0 Wort \xC2\xA0\n")), "Wort");
    CHECK_STR(str_trim(STR("\xC2\xA0")), "");
}

static void str_split_keeps_empty_pieces(void)
{
    Str rest = STR("a,,b"), piece;
    CHECK(str_split(&rest, ',', &piece) && str_equal(piece, STR("a")));
    CHECK(str_split(&rest, ',', &piece) && piece.len == 0);
    CHECK(str_split(&rest, ',', &piece) && str_equal(piece, STR("b")));
    CHECK(!str_split(&rest, ',', &piece));
}

static void words_are_found_in_lists(void)
{
    CHECK(str_in_words(STR("Die"), "der die das") && str_in_words(STR("das"), "der die das"));
    CHECK(!str_in_words(STR("di"), "der die das") && !str_in_words(STR("dies"), "der die das"));
    CHECK(!str_in_words(STR(""), "der die das") && !str_in_words(STR("der"), "") &&
          !str_in_words(STR("der die"), "der die das"));
    CHECK(str_compare_c("ab", STR("ab")) == 0 && str_compare_c("", STR_EMPTY) == 0);
    CHECK(str_compare_c("ab", STR("abc")) < 0 && str_compare_c("abc", STR("ab")) > 0);
    CHECK(str_compare_c("z", STR("ä")) < 0 && str_compare_c("a", STR("a\0")) < 0);
}

static void str_numbers_are_bounded(void)
{
    uint64_t n = 0;
    CHECK(str_to_u64(STR("18446744073709551615"), &n) && n == UINT64_MAX);
    CHECK(!str_to_u64(STR("18446744073709551616"), &n));
    CHECK(!str_to_u64(STR(""), &n) && !str_to_u64(STR("-1"), &n));
}

static void utf8_says_where_it_is_bad(void)
{
    CHECK_INT(utf8_check(STR("Größe")), 7);
    CHECK_INT(utf8_check(STR("Gr\xF6\xDF" "e")), 2);
    CHECK_INT(utf8_check(STR("\xED\xA0\x80")), 0); /* surrogate */
    CHECK_INT(utf8_check(STR("\xC0\x80")), 0);     /* overlong */
    CHECK_INT(utf8_check(STR("ok\xEF\xBF\xBD")), 5); /* U+FFFD itself is fine */
}

static void utf8_steps_back(void)
{
    Str s = STR("aß€");
    size_t pos = s.len;
    CHECK_INT(utf8_previous(s, &pos), 0x20AC);
    CHECK_INT(utf8_previous(s, &pos), 0xDF);
    CHECK_INT(utf8_previous(s, &pos), 'a');
    CHECK_INT(pos, 0);
}

static void utf8_folds_german(void)
{
    StrBuf b = STRBUF_INIT;
    utf8_append_folded(&b, STR("Straße Ärger CAFÉ Ő"));
    CHECK_STR(strbuf_str(&b), "strasse aerger cafe o");
    strbuf_clear(&b);
    utf8_append_nfc(&b, STR("A\xCC\x88rger"));
    CHECK_STR(strbuf_str(&b), "Ärger");
    strbuf_release(&b);
}

static void utf8_index_counts_code_points(void)
{
    StrBuf b = STRBUF_INIT;
    for (int i = 0; i < 100; i++)
        strbuf_add(&b, STR("ä€x"));
    Utf8Index x;
    utf8_index_init(&x, strbuf_str(&b));
    for (size_t i = 0; i <= 100; i++)
        CHECK_INT(utf8_index_at(&x, i * 6), i * 3);
    utf8_index_release(&x);
    strbuf_release(&b);
}

static void maps_keep_what_they_are_given(void)
{
    Arena a = ARENA_INIT;
    StrMap m = {0};
    U64Map u = {0};
    for (uint32_t i = 0; i < 5000; i++) {
        strmap_put(&m, arena_format(&a, "wort%u", i), i, NULL);
        u64map_put(&u, (uint64_t)i << 40, i, NULL);
    }
    bool was_new = true;
    CHECK_INT(*strmap_put(&m, STR("wort77"), 1, &was_new), 77);
    CHECK(!was_new);
    for (uint32_t i = 0; i < 5000; i++) {
        uint32_t *v = u64map_get(&u, (uint64_t)i << 40);
        CHECK(v && *v == i);
    }
    CHECK(!strmap_get(&m, STR("Wort77")));
    strmap_release(&m);
    u64map_release(&u);
    arena_release(&a);
}

static void vec_moves_into_an_arena(void)
{
    Arena a = ARENA_INIT;
    VEC(int) v = {0};
    for (int i = 0; i < 100; i++)
        vec_push(&v, i);
    int *kept = vec_to_arena(&v, &a);
    CHECK(v.data == NULL && v.len == 0 && kept[99] == 99);
    arena_release(&a);
}

static void error_cuts_whole_characters(void)
{
    Error e;
    char path[700];
    memset(path, 'x', sizeof path - 1);
    path[sizeof path - 1] = '\0';
    memcpy(path + 510, "ä", 2);
    CHECK_INT(error_set(&e, LAGEBILD_ERR_IO, path, ERROR_NO_OFFSET, "kein %s", "Platz"), LAGEBILD_ERR_IO);
    CHECK_INT(utf8_check(str_of(e.where)), strlen(e.where));
    CHECK_STR(str_of(e.message), "kein Platz");
    error_set(&e, LAGEBILD_ERR_IO, "a.warc", 17, "x");
    CHECK_STR(str_of(e.where), "a.warc:17");
}

static void edits_are_counted_up_to_a_limit(void)
{
    CHECK_INT(str_edits(STR("sergej"), STR("sergei"), 2), 1);
    CHECK_INT(str_edits(STR("antony"), STR("anthony"), 2), 1);
    CHECK_INT(str_edits(STR("melania"), STR("donald"), 2), 3);
    CHECK_INT(str_edits(STR(""), STR("ab"), 2), 2);
    CHECK_INT(str_edits(STR("a"), STR("abcd"), 2), 3);
    CHECK_INT(str_edits(STR("einwortvonmehralszweiunddreissigbytes"), STR("einwortvonmehralszweiunddreissigbytes"), 1),
              2);
}

static atomic_int sum;
static void add_job(void *ctx, size_t job, unsigned worker)
{
    (void)ctx, (void)worker;
    atomic_fetch_add(&sum, (int)job);
}
static void pool_does_each_job_once(void)
{
    sum = 0;
    pool_run(4, 1000, add_job, NULL);
    CHECK_INT(sum, 499500);
    pool_run(4, 0, add_job, NULL);
    CHECK_INT(sum, 499500);
}

int main(void)
{
    TEST(str_trims_no_break_space);
    TEST(words_are_found_in_lists);
    TEST(str_split_keeps_empty_pieces);
    TEST(str_numbers_are_bounded);
    TEST(utf8_says_where_it_is_bad);
    TEST(utf8_steps_back);
    TEST(utf8_folds_german);
    TEST(utf8_index_counts_code_points);
    TEST(maps_keep_what_they_are_given);
    TEST(vec_moves_into_an_arena);
    TEST(error_cuts_whole_characters);
    TEST(edits_are_counted_up_to_a_limit);
    TEST(pool_does_each_job_once);
    return TEST_END;
}
