#include "test.h"

#include "read/json_line.h"

/* What is wrong with a line, or "" when nothing is. */
static Str wrong(const char *line)
{
    StrBuf scratch = STRBUF_INIT;
    JsonField field = {.name = "a"};
    size_t at;
    Str why = str_of(json_line_read(str_of(line), &field, 1, &scratch, &at));
    CHECK(at <= strlen(line));
    strbuf_release(&scratch);
    return why;
}

static void good_lines_are_taken(void)
{
    const char *const GOOD[] = {"{}", " { } ", "{\"b\":1}", "{\"a\":null,\"b\":[],\"c\":{}}", "{\"b\":[[1,2],{\"c\":[true,false,null]}]}",
                                "{\"b\":-0.5e+10}", "{\"b\":0}", "{\"b\":\"\\u0000\\n\\/\\ud83d\"}", "{\"b\": [ 1 , 2 ] , \"c\" : { \"d\" : 3 } }"};
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++)
        CHECK_STR(wrong(GOOD[i]), "");
}

static void bad_lines_are_told(void)
{
    const char *const BAD[] = {"",          "[]",           "{",           "}",           "{\"a\"}",        "{\"a\":}",       "{\"a\":1,}",
                               "{\"b\":[1,]}", "{\"b\":[1 2]}", "{\"b\":[1}",  "{\"b\":{]}",  "{\"b\":01}",    "{\"b\":1.}",     "{\"b\":1e}",
                               "{\"b\":-}",   "{\"b\":tru}",   "{\"b\":\"x}", "{\"b\":\"\\x\"}", "{\"b\":\"\\u12\"}", "{\"b\":\"\t\"}", "{b:1}",
                               "{\"b\":1} x", "{\"b\":1}}",    "{\"a\":\"\xFC\"}", "{\"b\":nan}", "{,}",          "{\"b\" 1}",      "{\"b\":+1}"};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        if (!wrong(BAD[i]).len)
            printf("taken: %s\n", BAD[i]), test_bad++;
    CHECK_STR(wrong("{\"a\":\"\xFC\"}"), "not UTF-8");
    CHECK_STR(wrong("{\"a\":\"Rat"), "a string without an end");
}

static void fields_are_found_at_the_outermost_level(void)
{
    StrBuf scratch = STRBUF_INIT;
    JsonField f[] = {{.name = "id"}, {.name = "text"}, {.name = "title"}, {.name = "n"}, {.name = "o"}};
    size_t at;
    Str line = STR("{\"x\":{\"text\":\"innen\"},\"te\\u0078t\":\"Gr\\u00fc\\u00dfe \\ud83d\\ude00\\t\\\"Ja\\\"\",\"title\":\"Rat\",\"n\": -12 ,\"o\":[1],"
                   "\"title\":\"Rat tagt\"}");
    const char *why = json_line_read(line, f, 5, &scratch, &at);
    CHECK(!why);
    CHECK_INT(f[0].kind, JSON_MISSING);
    CHECK_STR(f[1].value, "Grüße 😀\t\"Ja\"");
    CHECK_STR(f[2].value, "Rat tagt");
    CHECK_INT(f[3].kind, JSON_NUMBER);
    CHECK_STR(f[3].value, "-12");
    CHECK_INT(f[4].kind, JSON_OTHER);
    strbuf_release(&scratch);
}

static void nesting_is_bounded(void)
{
    StrBuf line = STRBUF_INIT;
    for (int extra = 0; extra < 2; extra++) {
        strbuf_clear(&line);
        strbuf_add(&line, STR("{\"b\":"));
        for (int i = 0; i < JSON_LINE_DEPTH_MAX + extra; i++)
            strbuf_add_char(&line, '[');
        for (int i = 0; i < JSON_LINE_DEPTH_MAX + extra; i++)
            strbuf_add_char(&line, ']');
        strbuf_add_char(&line, '}');
        CHECK_STR(wrong(line.data), extra ? "nested too deep" : "");
    }
    strbuf_release(&line);
}

int main(void)
{
    TEST(good_lines_are_taken);
    TEST(bad_lines_are_told);
    TEST(fields_are_found_at_the_outermost_level);
    TEST(nesting_is_bounded);
    return TEST_END;
}
