#include "test.h"

#include "read/page.h"

/* Decodes and says with which charset and how many bad characters: "windows-1252 0 Grüße". */
static void check(Page page, const char *want)
{
    StrBuf out = STRBUF_INIT, text = STRBUF_INIT;
    const char *charset;
    size_t bad;
    read_decode(&page, &text, &charset, &bad);
    strbuf_add_format(&out, "%s %zu ", charset, bad);
    strbuf_add(&out, strbuf_str(&text));
    CHECK_STR(strbuf_str(&out), want);
    strbuf_release(&out), strbuf_release(&text);
}

static Page html(const char *http, Str bytes)
{
    return (Page){.kind = PAGE_HTML, .charset = str_of(http), .bytes = bytes};
}

static void marks_win(void)
{
    check(html("iso-8859-1", STR("\xEF\xBB\xBF" "Größe")), "utf-8 0 Größe");
    check(html("utf-8", STR("\xFF\xFEG\0r\0\xF6\0")), "utf-16le 0 Grö");
    check(html("", STR("\xFE\xFF\0G\0r\0\xF6")), "utf-16be 0 Grö");
    check(html("", STR("\xFE\xFF")), "utf-16be 0 ");
    check(html("", STR("\xFF\xFEG\0\0\xD8r\0")), "utf-16le 1 G\xEF\xBF\xBDr"); /* half a pair */
}

static void false_latin_1_is_windows_1252(void)
{
    check(html("iso-8859-1", STR("\x84Gr\xFC\xDF" "e\x93 \x96 5 \x80")), "windows-1252 0 „Grüße“ – 5 €");
    check(html("us-ascii", STR("Gr\xFC\xDF" "e")), "windows-1252 0 Grüße");
    check(html("", STR("<meta charset=latin1><p>\x84Ja\x93")), "windows-1252 0 <meta charset=latin1><p>„Ja“");
    check(html("latin1", STR("\x81")), "windows-1252 1 \xEF\xBF\xBD");
}

static void utf8_is_utf8_whatever_the_label(void)
{
    check(html("iso-8859-1", STR("Größe")), "utf-8 0 Größe");
    check(html("", STR("<meta charset='windows-1252'>Größe")), "utf-8 0 <meta charset='windows-1252'>Größe");
    check(html("", STR("Größe")), "utf-8 0 Größe");
}

static void false_utf8_is_not_believed(void)
{
    check(html("utf-8", STR("<meta charset=iso-8859-2>\xB3\xF3"
                            "d\xBC")),
          "iso-8859-2 0 <meta charset=iso-8859-2>łódź");
    check(html("utf-8", STR("Der Rat f\xFCr \xD6konomie pr\xFC" "fte die Gr\xF6\xDF" "e der Br\xFC" "cke.")),
          "windows-1252 0 Der Rat für Ökonomie prüfte die Größe der Brücke.");
}

static void one_slip_is_no_other_charset(void)
{
    check(html("utf-8", STR("Größe, Übermut, Ärger, süß \x96 ach")),
          "utf-8 1 Größe, Übermut, Ärger, süß \xEF\xBF\xBD ach");
    check(html("iso-8859-1", STR("Größe, Übermut, Ärger, süß \x96 ach")),
          "utf-8 1 Größe, Übermut, Ärger, süß \xEF\xBF\xBD ach");
}

static void declarations_are_found(void)
{
    check(html("", STR("<?xml version='1.0' encoding='windows-1251'?>\xC4\xE0")),
          "windows-1251 0 <?xml version='1.0' encoding='windows-1251'?>Да");
    check(html("", STR("<META HTTP-EQUIV=Content-Type content=\"text/html; charset=koi8-r\">\xE4\xC1")),
          "koi8-r 0 <META HTTP-EQUIV=Content-Type content=\"text/html; charset=koi8-r\">Да");
    check(html("", STR("<meta name=x content=charset><meta charset = \"Shift_JIS\">\x93\xFA")),
          "shift_jis 0 <meta name=x content=charset><meta charset = \"Shift_JIS\">日");
    check(html("koi8-r", STR("<meta charset=windows-1251>\xE4\xC1")),
          "koi8-r 0 <meta charset=windows-1251>Да"); /* HTTP first */
    check(html("quatsch", STR("<meta charset=unsinn>Br\xFC"
                              "cke und K\xFCste")),
          "windows-1252 0 <meta charset=unsinn>Brücke und Küste");
}

static void mojibake_stays(void)
{
    check(html("utf-8", STR("GrÃ¶Ã\xC5\xB8" "e")), "utf-8 0 GrÃ¶ÃŸe");
}

static void nuls_go(void)
{
    check(html("utf-8", STR("a\0b\0ü")), "utf-8 0 abü");
    check(html("latin1", STR("a\0b\0\xFC")), "windows-1252 0 abü");
    check(html("", STR("")), "utf-8 0 ");
}

static void clean_text_is_utf8(void)
{
    Page page = {.kind = PAGE_CLEAN, .bytes = STR("<meta charset=koi8-r>Größe")};
    check(page, "utf-8 0 <meta charset=koi8-r>Größe");
}

int main(void)
{
    TEST(marks_win);
    TEST(false_latin_1_is_windows_1252);
    TEST(utf8_is_utf8_whatever_the_label);
    TEST(false_utf8_is_not_believed);
    TEST(one_slip_is_no_other_charset);
    TEST(declarations_are_found);
    TEST(mojibake_stays);
    TEST(nuls_go);
    TEST(clean_text_is_utf8);
    return TEST_END;
}
