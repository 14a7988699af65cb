#include "language/numbers.h"

typedef struct NumberWord {
    Str word;
    int value;
} NumberWord;

static const NumberWord UNITS[] = {
    {STR_INIT("ein"), 1},      {STR_INIT("eins"), 1},      {STR_INIT("eine"), 1},     {STR_INIT("zwei"), 2},
    {STR_INIT("zwo"), 2},      {STR_INIT("drei"), 3},      {STR_INIT("vier"), 4},     {STR_INIT("fünf"), 5},
    {STR_INIT("sechs"), 6},    {STR_INIT("sieben"), 7},    {STR_INIT("acht"), 8},     {STR_INIT("neun"), 9},
    {STR_INIT("zehn"), 10},    {STR_INIT("elf"), 11},      {STR_INIT("zwölf"), 12},   {STR_INIT("dreizehn"), 13},
    {STR_INIT("vierzehn"), 14}, {STR_INIT("fünfzehn"), 15}, {STR_INIT("sechzehn"), 16}, {STR_INIT("siebzehn"), 17},
    {STR_INIT("achtzehn"), 18}, {STR_INIT("neunzehn"), 19}};
static const NumberWord TENS[] = {{STR_INIT("zwanzig"), 20}, {STR_INIT("dreißig"), 30}, {STR_INIT("vierzig"), 40},
                                  {STR_INIT("fünfzig"), 50}, {STR_INIT("sechzig"), 60}, {STR_INIT("siebzig"), 70},
                                  {STR_INIT("achtzig"), 80}, {STR_INIT("neunzig"), 90}, {STR_INIT("dreissig"), 30}};

bool number_read_digits(Str s, double *out)
{
    double value = 0, scale = 0.1;
    size_t since_dot = 0, dots = 0, i = 0;
    if (!s.len || s.len > 18)
        return false;
    for (; i < s.len && s.data[i] != ','; i++) {
        char c = s.data[i];
        if (c == '.') {
            if (since_dot == 0 || since_dot > 3 || (dots && since_dot != 3))
                return false;
            dots++, since_dot = 0;
        } else if (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            since_dot++;
        } else {
            return false;
        }
    }
    if ((dots && since_dot != 3) || since_dot == 0)
        return false;
    if (i < s.len && ++i == s.len)
        return false;
    for (; i < s.len; i++, scale /= 10) {
        if (s.data[i] < '0' || s.data[i] > '9')
            return false;
        value += scale * (s.data[i] - '0');
    }
    *out = value;
    return true;
}

static bool look_up(const NumberWord *table, size_t n, Str s, int *out)
{
    for (size_t i = 0; i < n; i++)
        if (str_equal(table[i].word, s)) {
            *out = table[i].value;
            return true;
        }
    return false;
}

/* Whether s has the first two bytes of a number's word: most words are sorted out by them. */
static bool may_begin_number(Str s)
{
    static const char PAIRS[] = "ac an dr ei el f\xC3 hu ne se si ta vi ze zw";
    for (size_t i = 0; i < sizeof PAIRS; i += 3)
        if (s.data[0] == PAIRS[i] && s.data[1] == PAIRS[i + 1])
            return true;
    return false;
}

/* 1 to 99: a unit, a ten, or "siebenundzwanzig". */
static bool read_below_hundred(Str s, int *out)
{
    size_t n_units = sizeof UNITS / sizeof *UNITS, n_tens = sizeof TENS / sizeof *TENS;
    if (look_up(UNITS, n_units, s, out) || look_up(TENS, n_tens, s, out))
        return true;
    size_t und = str_find(s, STR("und"), 0);
    int unit, ten;
    if (und == SIZE_MAX || !look_up(UNITS, n_units, str_slice(s, 0, und), &unit) || unit > 9 ||
        !look_up(TENS, n_tens, str_slice(s, und + 3, s.len), &ten))
        return false;
    *out = ten + unit;
    return true;
}

static bool read_below_thousand(Str s, int *out)
{
    size_t hundert = str_find(s, STR("hundert"), 0);
    if (hundert == SIZE_MAX)
        return read_below_hundred(s, out);
    int high = 1, low = 0;
    Str before = str_slice(s, 0, hundert), behind = str_slice(s, hundert + 7, s.len);
    if (str_starts(behind, STR("und")))
        behind = str_slice(behind, 3, behind.len);
    if ((before.len && !read_below_hundred(before, &high)) || (behind.len && !read_below_hundred(behind, &low)))
        return false;
    *out = high * 100 + low;
    return true;
}

bool number_read_word(Str s, double *out)
{
    int value = 0, low = 0;
    if (s.len < 3 || s.len > 80 || !may_begin_number(s))
        return false;
    if (str_equal(s, STR("anderthalb"))) {
        *out = 1.5;
        return true;
    }
    if (str_ends(s, STR("einhalb")) && read_below_hundred(str_slice(s, 0, s.len - 7), &value)) {
        *out = value + 0.5;
        return true;
    }
    size_t tausend = str_find(s, STR("tausend"), 0);
    if (tausend == SIZE_MAX) {
        if (!read_below_thousand(s, &value))
            return false;
        *out = value;
        return true;
    }
    Str before = str_slice(s, 0, tausend), behind = str_slice(s, tausend + 7, s.len);
    value = 1;
    if ((before.len && !read_below_thousand(before, &value)) || (behind.len && !read_below_thousand(behind, &low)))
        return false;
    *out = value * 1000.0 + low;
    return true;
}

/* Eight bytes with their capitals A to Z made small: a byte of `upper` has its highest bit set where one stands. */
static uint64_t lower_eight(uint64_t bytes)
{
    const uint64_t each = 0x0101010101010101u;
    uint64_t low = bytes & each * 0x7F, from_a = low + each * (0x80 - 'A'), above_z = low + each * (0x80 - 'Z' - 1);
    uint64_t upper = from_a & ~above_z & ~bytes & each * 0x80;
    return bytes | upper >> 2;
}

/* Each returns the bytes it read, in any order. */
static uint64_t lower_at(const char *in, char *out, size_t at)
{
    uint64_t bytes, lower;
    memcpy(&bytes, in + at, sizeof bytes);
    lower = lower_eight(bytes);
    memcpy(out + at, &lower, sizeof lower);
    return bytes;
}

/* Four to eight bytes, read as the first four and the last four. */
static uint64_t lower_short(const char *in, char *out, size_t len)
{
    uint32_t first, last;
    memcpy(&first, in, sizeof first);
    memcpy(&last, in + len - sizeof last, sizeof last);
    uint64_t bytes = first | (uint64_t)last << 32, lower = lower_eight(bytes);
    first = (uint32_t)lower, last = (uint32_t)(lower >> 32);
    memcpy(out, &first, sizeof first);
    memcpy(out + len - sizeof last, &last, sizeof last);
    return bytes;
}

size_t number_lower(Str s, char *out, size_t size)
{
    uint64_t seen = 0;
    if (s.len > size)
        return 0;
    if (s.len >= sizeof(uint64_t)) {
        for (size_t i = 0; i + sizeof(uint64_t) < s.len; i += sizeof(uint64_t))
            seen |= lower_at(s.data, out, i);
        seen |= lower_at(s.data, out, s.len - sizeof(uint64_t)); /* some bytes once more */
    } else if (s.len >= sizeof(uint32_t)) {
        seen = lower_short(s.data, out, s.len);
    } else {
        for (size_t i = 0; i < s.len; i++) {
            seen |= (unsigned char)s.data[i];
            out[i] = (char)(s.data[i] >= 'A' && s.data[i] <= 'Z' ? s.data[i] + 32 : s.data[i]);
        }
    }
    bool ascii = !(seen & 0x8080808080808080u);
    for (size_t i = 1; !ascii && i < s.len; i++) {
        unsigned char c = (unsigned char)out[i];
        if ((unsigned char)out[i - 1] == 0xC3 && (c == 0x84 || c == 0x96 || c == 0x9C))
            out[i] = (char)(c + 0x20);
    }
    return s.len;
}
