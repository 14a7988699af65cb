#include "read/charset.h"

#include <uchardet.h>

#define DECLARED_WITHIN ((size_t)4 << 10)
#define GUESS_FROM ((size_t)256 << 10)

const Charset charset_utf8 = {"utf-8", NULL}, charset_windows_1252 = {"windows-1252", NULL};

/* Sorted by script. Labels are compared without case and without "-", "_", ":" and ".". */
static const struct {
    const char *labels; /* between spaces */
    Charset charset;
} CHARSETS[] = {
    {" iso88592 latin2 l2 csisolatin2 iso885921987 isoir101 ", {"iso-8859-2", "ISO-8859-2"}},
    {" iso88593 latin3 ", {"iso-8859-3", "ISO-8859-3"}},
    {" iso88594 latin4 ", {"iso-8859-4", "ISO-8859-4"}},
    {" iso88595 cyrillic csisolatincyrillic ", {"iso-8859-5", "ISO-8859-5"}},
    {" iso88596 arabic ecma114 ", {"iso-8859-6", "ISO-8859-6"}},
    {" iso88597 greek greek8 ecma118 suneugreek elot928 ", {"iso-8859-7", "ISO-8859-7"}},
    {" iso88598 iso88598i hebrew logical visual ", {"iso-8859-8", "ISO-8859-8"}},
    {" iso885910 latin6 ", {"iso-8859-10", "ISO-8859-10"}},
    {" iso885913 ", {"iso-8859-13", "ISO-8859-13"}},
    {" iso885914 ", {"iso-8859-14", "ISO-8859-14"}},
    {" iso885915 latin9 l9 ", {"iso-8859-15", "ISO-8859-15"}},
    {" iso885916 ", {"iso-8859-16", "ISO-8859-16"}},
    {" windows1250 cp1250 xcp1250 ", {"windows-1250", "CP1250"}},
    {" windows1251 cp1251 xcp1251 ", {"windows-1251", "CP1251"}},
    {" windows1253 cp1253 xcp1253 ", {"windows-1253", "CP1253"}},
    {" windows1254 cp1254 xcp1254 iso88599 latin5 l5 ", {"windows-1254", "CP1254"}},
    {" windows1255 cp1255 xcp1255 ", {"windows-1255", "CP1255"}},
    {" windows1256 cp1256 xcp1256 ", {"windows-1256", "CP1256"}},
    {" windows1257 cp1257 xcp1257 ", {"windows-1257", "CP1257"}},
    {" windows1258 cp1258 xcp1258 ", {"windows-1258", "CP1258"}},
    {" windows874 iso885911 tis620 dos874 ", {"windows-874", "CP874"}},
    {" koi8r koi koi8 cskoi8r ", {"koi8-r", "KOI8-R"}},
    {" koi8u koi8ru ", {"koi8-u", "KOI8-U"}},
    {" ibm866 cp866 866 ", {"ibm866", "CP866"}},
    {" ibm852 cp852 ", {"ibm852", "CP852"}},
    {" ibm855 cp855 ", {"ibm855", "CP855"}},
    {" macintosh mac xmacroman macroman ", {"macintosh", "MACINTOSH"}},
    {" xmaccyrillic maccyrillic ", {"x-mac-cyrillic", "MAC-CYRILLIC"}},
    {" gbk gb2312 gb231280 chinese csgb2312 xgbk gb18030 hzgb2312 ", {"gb18030", "GB18030"}},
    {" big5 big5hkscs xxbig5 cnbig5 csbig5 ", {"big5", "BIG5-HKSCS"}},
    {" euctw ", {"euc-tw", "EUC-TW"}},
    {" shiftjis sjis xsjis mskanji windows31j ms932 ", {"shift_jis", "CP932"}},
    {" eucjp xeucjp ", {"euc-jp", "EUC-JP"}},
    {" iso2022jp csiso2022jp ", {"iso-2022-jp", "ISO-2022-JP"}},
    {" euckr ksc56011987 ksc5601 korean windows949 uhc cp949 ", {"euc-kr", "CP949"}},
    {" utf16le utf16 ucs2 unicode csunicode iso10646ucs2 ", {"utf-16le", "UTF-16LE"}},
    {" utf16be unicodefffe ", {"utf-16be", "UTF-16BE"}},
};

static const char UTF8_LABELS[] = " utf8 unicode11utf8 unicode20utf8 xunicode20utf8 ";
static const char LATIN_LABELS[] =
    " windows1252 cp1252 xcp1252 iso88591 latin1 l1 ascii usascii ansix341968 iso885911987 "
    "isoir100 csisolatin1 ibm819 cp819 iso646us ansi ";

const Charset *charset_of(Str label)
{
    char plain[34] = " ";
    size_t len = 1;
    label = str_trim(label);
    for (size_t i = 0; i < label.len; i++) {
        char c = label.data[i];
        if (c == '-' || c == '_' || c == ':' || c == '.')
            continue;
        if (len == sizeof plain - 2 || c <= ' ' || c >= 0x7F)
            return NULL;
        plain[len++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    if (len == 1)
        return NULL;
    memcpy(plain + len, " ", 2);
    if (strstr(UTF8_LABELS, plain))
        return &charset_utf8;
    if (strstr(LATIN_LABELS, plain))
        return &charset_windows_1252;
    for (size_t i = 0; i < sizeof CHARSETS / sizeof *CHARSETS; i++)
        if (strstr(CHARSETS[i].labels, plain))
            return &CHARSETS[i].charset;
    return NULL;
}

/* The value behind "charset" or "encoding" at `at`: = "…", = '…' or = bare. */
static Str value_behind(Str s, size_t at)
{
    Str rest = str_trim(str_slice(s, at, s.len));
    if (!rest.len || rest.data[0] != '=')
        return STR_EMPTY;
    rest = str_trim(str_slice(rest, 1, rest.len));
    if (rest.len && (rest.data[0] == '"' || rest.data[0] == '\''))
        rest = str_trim(str_slice(rest, 1, rest.len));
    size_t len = 0;
    while (len < rest.len && !strchr("\"'<>;/ \t\r\n", rest.data[len]))
        len++;
    return str_slice(rest, 0, len);
}

Str charset_declared(Str bytes)
{
    Str head = str_slice(bytes, 0, DECLARED_WITHIN);
    Str begin = str_trim(head);
    if (str_starts(begin, STR("<?xml"))) {
        Str declaration = str_slice(begin, 0, str_find_char(begin, '>', 0));
        size_t at = str_find(declaration, STR("encoding"), 0);
        if (at != SIZE_MAX)
            return value_behind(declaration, at + 8);
    }
    for (size_t at = 0; (at = str_find_nocase(head, STR("<meta"), at)) != SIZE_MAX; at++) {
        Str tag = str_slice(head, at, str_find_char(head, '>', at));
        size_t name = str_find_nocase(tag, STR("charset"), 5);
        Str value = name == SIZE_MAX ? STR_EMPTY : value_behind(tag, name + 7);
        if (value.len)
            return value;
    }
    return STR_EMPTY;
}

/* Detectors take German for its neighbours in the tables: their letters lie where windows-1252 has its own. */
static bool is_western(Str name)
{
    static const char *const SAME[] = {
        "ASCII",        "ISO-8859-1",   "ISO-8859-3",  "ISO-8859-9",        "ISO-8859-10",
        "ISO-8859-15",  "WINDOWS-1252", "ISO-8859-14", "MAC-CENTRALEUROPE", "VISCII",
        "WINDOWS-1258", "WINDOWS-1257", "ISO-8859-4",  "ISO-8859-13",       "IBM852",
        "IBM865"};
    for (size_t i = 0; i < sizeof SAME / sizeof *SAME; i++)
        if (str_equal_nocase(name, str_of(SAME[i])))
            return true;
    return name.len == 0;
}

const Charset *charset_guess(Str bytes)
{
    uchardet_t detector = uchardet_new();
    if (!detector)
        return &charset_windows_1252;
    Str sample = str_slice(bytes, 0, GUESS_FROM);
    uchardet_handle_data(detector, sample.data, sample.len);
    uchardet_data_end(detector);
    Str name = str_of(uchardet_get_charset(detector));
    const Charset *charset = is_western(name) ? &charset_windows_1252 : charset_of(name);
    uchardet_delete(detector);
    return charset && charset != &charset_utf8 ? charset : &charset_windows_1252;
}
