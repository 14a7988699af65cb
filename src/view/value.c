/* value.c: a difference's value as people write it. */
#include "view/strings.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define VALUE_MAX 64 /* bytes; longer ones are shown to nobody */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* 14000.5 → "14.000,5" in German, "14,000.5" in English; at most three decimals. */
static void add_number(StrBuf *out, LagebildLanguage language, double number)
{
    char digits[400];
    int len = snprintf(digits, sizeof digits, "%.3f", number);
    while (digits[len - 1] == '0')
        len--;
    len -= digits[len - 1] == '.';
    size_t whole = strcspn(digits, ".");
    bool german = language == LAGEBILD_GERMAN;
    for (size_t i = 0; i < (size_t)len; i++) {
        if (i && i < whole && (whole - i) % 3 == 0 && is_digit(digits[i - 1]))
            strbuf_add_char(out, german ? '.' : ',');
        strbuf_add_char(out, i == whole && german ? ',' : digits[i]);
    }
}

/* "PT1H30M" → "1 Stunde 30 Minuten"; false for anything else. */
static bool add_duration(StrBuf *out, LagebildLanguage language, const char *value)
{
    bool time = false, any = false;
    for (const char *at = value + 1; *at; at++) {
        if (*at == 'T' && !time) {
            time = true;
            continue;
        }
        char *end;
        double number = strtod(at, &end);
        const char *unit = end == at || !is_digit(*at) || !*end
                               ? NULL
                               : view_time_unit(language, time ? (char)(*end | 0x20) : *end, number == 1);
        if (!unit)
            return false;
        strbuf_add_c(out, any ? " " : "");
        add_number(out, language, number);
        strbuf_add_format(out, " %s", unit);
        any = true;
        at = end;
    }
    return any;
}

/* "4000", "2-3", "0-100" → "4.000", "2 bis 3", "bis zu 100"; false for anything else. */
static bool add_range(StrBuf *out, LagebildLanguage language, const char *value)
{
    char *end;
    double low = strtod(value, &end);
    if (!is_digit(*value) || !isfinite(low))
        return false;
    double high = low;
    if (*end == '-') {
        const char *second = end + 1;
        high = strtod(second, &end);
        if (!is_digit(*second) || !isfinite(high))
            return false;
    }
    if (*end)
        return false;
    if (low < high && low <= 0)
        strbuf_add_c(out, view_word(language, WORD_UP_TO));
    else
        add_number(out, language, low);
    if (low < high && low > 0)
        strbuf_add_c(out, view_word(language, WORD_TO));
    if (low < high)
        add_number(out, language, high);
    return true;
}

/* The digits of s, without zeros at their beginning. */
static void add_digits(StrBuf *out, Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (is_digit(s.data[i]) && (out->len || s.data[i] != '0'))
            strbuf_add_char(out, s.data[i]);
}

static bool same_digits(Str shown, Str words)
{
    StrBuf a = STRBUF_INIT, b = STRBUF_INIT;
    add_digits(&a, shown);
    add_digits(&b, words);
    bool same = a.len && str_equal(strbuf_str(&a), strbuf_str(&b));
    strbuf_release(&a);
    strbuf_release(&b);
    return same;
}

static bool add_clock(StrBuf *out, LagebildLanguage language, const char *value)
{
    for (int i = 0; i < 5; i++)
        if (i == 2 ? value[1 + i] != ':' : !is_digit(value[1 + i]))
            return false;
    strbuf_add_format(out, "%.5s%s", value + 1, view_word(language, WORD_O_CLOCK));
    return true;
}

void view_value(StrBuf *out, LagebildLanguage language, Str value, Str words)
{
    char text[VALUE_MAX];
    if (!value.len || value.len >= sizeof text)
        return;
    memcpy(text, value.data, value.len);
    text[value.len] = '\0';
    const char *at = text;
    StrBuf shown = STRBUF_INIT;
    for (; *at == '>' || *at == '~'; at++)
        strbuf_add_c(&shown, view_word(language, *at == '>' ? WORD_MORE_THAN : WORD_ABOUT));
    bool good = *at == 'P'   ? add_duration(&shown, language, at)
                : *at == 'T' ? add_clock(&shown, language, at)
                             : add_range(&shown, language, at);
    if (good && !same_digits(strbuf_str(&shown), words))
        strbuf_add(out, strbuf_str(&shown));
    strbuf_release(&shown);
}
