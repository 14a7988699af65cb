/* Segments: what is written is found, several merged are one, damage is told. */
#include "base/map.h"
#include "copy/archive.h"
#include "test.h"

static bool append(void *ctx, const char *data, size_t len)
{
    strbuf_add(ctx, str_make(data, len));
    return true;
}

static uint32_t draw(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

/* Texts first to end of a made-up world: each has `runs` runs, some of which many have. */
static void make(StrBuf *out, uint32_t first, uint32_t end, uint32_t runs)
{
    VEC(CopySegmentText) texts = {0};
    VEC(uint64_t) all = {0};
    for (uint32_t t = first; t < end; t++) {
        uint64_t state = t;
        for (uint32_t i = 0; i < runs; i++) {
            uint32_t word = draw(&state), hash = (word % 4 ? word * 2u : word % 64) * 0x9e3779b1u;
            vec_push(&all, (uint64_t)hash << 32 | (t - first));
        }
        vec_push(&texts, (CopySegmentText){1000 + t, t % 3, runs});
    }
    uint64_t hash;
    strbuf_clear(out);
    CHECK_INT(
        copy_segment_write(texts.data, end - first, all.data, all.len, (LagebildWriter){append, out}, &hash, NULL),
        LAGEBILD_OK);
    vec_release(&texts);
    vec_release(&all);
}

static CopySegment opened(const StrBuf *bytes)
{
    CopySegment s = {0};
    Error err = {0};
    CHECK_INT(copy_segment_open(strbuf_str(bytes), &s, &err), LAGEBILD_OK);
    return s;
}

/* The texts of a run, as the segment has them; -1 where it is damaged. */
static int look(const CopySegment *s, uint32_t hash, TextVec *out)
{
    CopyPostings found;
    bool damaged = false;
    out->len = 0;
    if (copy_segment_find(s, hash, &found, &damaged) && !copy_segment_read(s, found, UINT32_MAX, out))
        return -1;
    return damaged ? -1 : (int)out->len;
}

static void every_run_is_found_with_its_texts(void)
{
    StrBuf bytes = STRBUF_INIT;
    TextVec texts = {0};
    make(&bytes, 0, 300, 200);
    CopySegment s = opened(&bytes);
    CHECK(copy_segment_is_whole(&s));
    CHECK_INT(s.n_texts, 300);
    CHECK_INT(copy_segment_text(&s, 299).id, 1299);
    CHECK_INT(copy_segment_text(&s, 299).source, 299 % 3);
    for (uint32_t t = 0; t < 300; t++) {
        uint64_t state = t;
        for (uint32_t i = 0; i < 200; i++) {
            uint32_t word = draw(&state), hash = (word % 4 ? word * 2u : word % 64) * 0x9e3779b1u;
            bool has = false;
            CHECK(look(&s, hash, &texts) > 0);
            for (size_t k = 0; k < texts.len; k++) {
                has |= texts.data[k] == t;
                CHECK(k == 0 || texts.data[k] > texts.data[k - 1]);
            }
            CHECK(has);
        }
    }
    CHECK_INT(look(&s, 0x7fffffffu, &texts), 0);
    CHECK(bytes.len < 300 * 200 * 5);
    vec_release(&texts);
    strbuf_release(&bytes);
}

static void only_texts_before_a_number_are_read(void)
{
    StrBuf bytes = STRBUF_INIT;
    TextVec texts = {0};
    CopyPostings found;
    bool damaged = false;
    make(&bytes, 0, 300, 200);
    CopySegment s = opened(&bytes);
    CHECK(copy_segment_find(&s, 4 * 0x9e3779b1u, &found, &damaged) && found.n > 20);
    CHECK(copy_segment_read(&s, found, 100, &texts));
    CHECK(texts.len > 0 && texts.len < found.n && texts.data[texts.len - 1] < 100);
    vec_release(&texts);
    strbuf_release(&bytes);
}

/* Near and far apart, so that distances take few bits and more than a word has. */
static void lists_of_any_distance_are_read(void)
{
    enum { TEXTS = 3000 };
    CopySegmentText *texts = mem_zero(TEXTS, sizeof *texts);
    VEC(uint64_t) runs = {0};
    for (uint32_t t = 0; t < TEXTS; t++) {
        texts[t] = (CopySegmentText){t + 1, 1, 3};
        if (t < 100 || t == TEXTS - 1)
            vec_push(&runs, (uint64_t)7 << 32 | t);
        if (t % 31 == 30)
            vec_push(&runs, (uint64_t)8 << 32 | t);
        if (t < 2 || t > TEXTS - 3)
            vec_push(&runs, (uint64_t)9 << 32 | t);
    }
    StrBuf bytes = STRBUF_INIT;
    TextVec found = {0};
    uint64_t hash;
    CHECK_INT(copy_segment_write(texts, TEXTS, runs.data, runs.len, (LagebildWriter){append, &bytes}, &hash, NULL),
              LAGEBILD_OK);
    CopySegment s = opened(&bytes);
    CHECK_INT(look(&s, 7, &found), 101);
    CHECK(found.data[99] == 99 && found.data[100] == TEXTS - 1);
    CHECK_INT(look(&s, 8, &found), TEXTS / 31);
    for (size_t i = 0; i < found.len; i++)
        CHECK_INT(found.data[i], 31 * i + 30);
    CHECK_INT(look(&s, 9, &found), 4);
    CHECK(found.data[1] == 1 && found.data[2] == TEXTS - 2 && found.data[3] == TEXTS - 1);
    vec_release(&found);
    vec_release(&runs);
    vec_free(texts);
    strbuf_release(&bytes);
}

static void merged_is_the_same_as_made_at_once(void)
{
    StrBuf parts[3] = {{0}}, merged = STRBUF_INIT, whole = STRBUF_INIT;
    CopySegment segments[3];
    TextVec a = {0}, b = {0};
    make(&parts[0], 0, 120, 100);
    make(&parts[1], 120, 121, 100);
    make(&parts[2], 121, 300, 100);
    make(&whole, 0, 300, 100);
    for (int i = 0; i < 3; i++)
        segments[i] = opened(&parts[i]);
    uint64_t hash;
    CHECK_INT(copy_segment_merge(segments, 3, (LagebildWriter){append, &merged}, &hash, NULL), LAGEBILD_OK);
    CopySegment m = opened(&merged), w = opened(&whole);
    CHECK_INT(m.hash, hash);
    CHECK_INT(m.n_texts, 300);
    CHECK_INT(m.n_hashes, w.n_hashes);
    CHECK(copy_segment_is_whole(&m));
    for (uint32_t t = 0; t < 300; t++) {
        uint64_t state = t;
        for (uint32_t i = 0; i < 100; i++) {
            uint32_t word = draw(&state), run = (word % 4 ? word * 2u : word % 64) * 0x9e3779b1u;
            CHECK_INT(look(&m, run, &a), look(&w, run, &b));
            CHECK(a.len == b.len && memcmp(a.data, b.data, a.len * sizeof *a.data) == 0);
        }
    }
    vec_release(&a);
    vec_release(&b);
    for (int i = 0; i < 3; i++)
        strbuf_release(&parts[i]);
    strbuf_release(&merged);
    strbuf_release(&whole);
}

static void of_a_text_that_came_again_the_later_counts(void)
{
    StrBuf old = STRBUF_INIT, now = STRBUF_INIT, merged = STRBUF_INIT;
    CopySegmentText texts[] = {{7, 1, 1}, {8, 1, 1}};
    uint64_t old_runs[] = {UINT64_C(100) << 32 | 0, UINT64_C(200) << 32 | 1}, new_runs[] = {UINT64_C(300) << 32 | 0},
             hash;
    TextVec found = {0};
    copy_segment_write(texts, 2, old_runs, 2, (LagebildWriter){append, &old}, &hash, NULL);
    copy_segment_write(texts, 1, new_runs, 1, (LagebildWriter){append, &now}, &hash, NULL);
    CopySegment segments[] = {opened(&old), opened(&now)};
    CHECK_INT(copy_segment_merge(segments, 2, (LagebildWriter){append, &merged}, &hash, NULL), LAGEBILD_OK);
    CopySegment m = opened(&merged);
    CHECK_INT(m.n_texts, 2);
    CHECK_INT(look(&m, 100, &found), 0);
    CHECK_INT(look(&m, 200, &found), 1);
    CHECK_INT(look(&m, 300, &found), 1);
    CHECK(found.len == 1 && copy_segment_text(&m, found.data[0]).id == 7);
    vec_release(&found);
    strbuf_release(&old);
    strbuf_release(&now);
    strbuf_release(&merged);
}

static void an_empty_segment_holds_nothing(void)
{
    StrBuf bytes = STRBUF_INIT;
    TextVec found = {0};
    uint64_t hash;
    CHECK_INT(copy_segment_write(NULL, 0, NULL, 0, (LagebildWriter){append, &bytes}, &hash, NULL), LAGEBILD_OK);
    CopySegment s = opened(&bytes);
    CHECK_INT(look(&s, 1, &found), 0);
    vec_release(&found);
    strbuf_release(&bytes);
}

/* Asks for everything there may be; whatever the answer, nothing outside the bytes may be read. */
static int use(Str bytes)
{
    CopySegment s;
    Error err = {0};
    char *own = malloc(bytes.len ? bytes.len : 1); /* so that a sanitizer sees the end */
    memcpy(own, bytes.data, bytes.len);
    int damaged = 0;
    if (copy_segment_open(str_make(own, bytes.len), &s, &err) != LAGEBILD_OK) {
        CHECK(err.message[0]);
        damaged = 1;
    } else {
        TextVec texts = {0};
        StrBuf merged = STRBUF_INIT;
        uint64_t hash;
        damaged = !copy_segment_is_whole(&s);
        for (uint32_t i = 0; i < 64; i++)
            look(&s, i * 0x9e3779b1u, &texts);
        copy_segment_merge(&s, 1, (LagebildWriter){append, &merged}, &hash, &err);
        vec_release(&texts);
        strbuf_release(&merged);
    }
    free(own);
    return damaged;
}

static void every_damaged_byte_is_told(void)
{
    StrBuf bytes = STRBUF_INIT;
    make(&bytes, 0, 40, 12);
    CHECK_INT(use(strbuf_str(&bytes)), 0);
    for (size_t i = 0; i < bytes.len; i++)
        for (int bit = 0; bit < 8; bit += 3) {
            bytes.data[i] = (char)(bytes.data[i] ^ 1 << bit);
            CHECK_INT(use(strbuf_str(&bytes)), 1);
            bytes.data[i] = (char)(bytes.data[i] ^ 1 << bit);
        }
    strbuf_release(&bytes);
}

static void every_cut_is_told(void)
{
    StrBuf bytes = STRBUF_INIT;
    make(&bytes, 0, 20, 12);
    for (size_t len = 0; len < bytes.len; len++)
        CHECK_INT(use(str_slice(strbuf_str(&bytes), 0, len)), 1);
    strbuf_release(&bytes);
}

static uint64_t number_at(const unsigned char *p, size_t size)
{
    uint64_t n = 0;
    for (size_t i = size; i-- > 0;)
        n = n << 8 | p[i];
    return n;
}

static void put_number(unsigned char *p, uint64_t n, size_t size)
{
    for (size_t i = 0; i < size; i++, n >>= 8)
        p[i] = (unsigned char)n;
}

/* Makes all checks fit what is there, as an attacker would. */
static void forge(StrBuf *bytes)
{
    unsigned char *all = (unsigned char *)bytes->data, *footer = all + bytes->len - 64;
    uint64_t runs = number_at(footer + 24, 8), directory = (number_at(footer + 12, 4) & 31);
    directory = ((UINT64_C(1) << directory) + 1) * 4;
    if (runs + directory > bytes->len - 64)
        return;
    for (uint64_t i = 0; i + 8 <= directory; i += 4) {
        uint64_t begin = number_at(all + runs + i, 4), end = number_at(all + runs + i + 4, 4);
        if (begin + 4 < end && end <= runs)
            put_number(all + begin, hash_bytes(all + begin + 4, end - begin - 4), 4);
    }
    put_number(footer + 40, hash_bytes(all, runs), 8);
    put_number(footer + 48, hash_bytes(all + runs, bytes->len - 64 - runs), 8);
    put_number(footer + 56, hash_bytes(footer, 56), 8);
}

static void forged_segments_do_no_harm(void)
{
    StrBuf bytes = STRBUF_INIT;
    uint64_t state = 5;
    size_t opened_too = 0;
    make(&bytes, 0, 40, 12);
    for (int round = 0; round < 3000; round++) {
        StrBuf forged = STRBUF_INIT;
        strbuf_add(&forged, strbuf_str(&bytes));
        size_t from = round % 3 ? 0 : (size_t)opened(&bytes).runs_len;
        for (uint32_t i = draw(&state) % 6 + 1; i > 0; i--)
            forged.data[from + draw(&state) % (forged.len - from)] = (char)draw(&state);
        forge(&forged);
        opened_too += !use(strbuf_str(&forged));
        strbuf_release(&forged);
    }
    CHECK(opened_too > 1000);
    strbuf_release(&bytes);
}

int main(void)
{
    TEST(every_run_is_found_with_its_texts);
    TEST(only_texts_before_a_number_are_read);
    TEST(lists_of_any_distance_are_read);
    TEST(merged_is_the_same_as_made_at_once);
    TEST(of_a_text_that_came_again_the_later_counts);
    TEST(an_empty_segment_holds_nothing);
    TEST(every_damaged_byte_is_told);
    TEST(every_cut_is_told);
    TEST(forged_segments_do_no_harm);
    return TEST_END;
}
