#include "language/particles.h"

static bool is_one_of(Str s, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_equal_nocase(s, str_of(words[i])))
            return true;
    return false;
}
#define ONE_OF(s, table) is_one_of((s), (table), sizeof(table) / sizeof *(table))

bool is_article(Str s)
{
    static const char *const WORDS[] = {"der",    "die",   "das",    "dem",    "den",   "des",
                                        "dieser", "diese", "dieses", "diesem", "diesen"};
    return s.len <= 6 && ONE_OF(s, WORDS);
}
bool is_possessive(Str s)
{
    static const char *const WORDS[] = {"sein", "seine", "seinem", "seinen", "seiner", "seines", "ihr",
                                        "ihre", "ihrem", "ihren",  "ihrer",  "ihres",  "deren",  "dessen"};
    return s.len <= 6 && ONE_OF(s, WORDS);
}
bool is_indefinite(Str s)
{
    static const char *const WORDS[] = {"ein", "eine", "einem", "einen", "einer", "eines"};
    return s.len <= 5 && ONE_OF(s, WORDS);
}
bool is_preposition(Str s)
{
    static const char *const WORDS[] = {
        "in",       "im",    "nach", "aus", "bei",  "beim",      "mit",   "von",   "vom",   "zu",  "zum",    "zur",
        "für",      "gegen", "an",   "am",  "auf",  "über",      "um",    "durch", "ohne",  "vor", "hinter", "unter",
        "zwischen", "neben", "seit", "bis", "laut", "gegenüber", "wegen", "trotz", "statt", "per", "à"};
    return s.len <= 10 && ONE_OF(s, WORDS);
}
bool is_locative(Str s)
{
    static const char *const WORDS[] = {"in",  "im",       "nach", "aus", "bei",  "um",
                                        "vor", "zwischen", "über", "ab",  "durch"};
    return s.len <= 9 && ONE_OF(s, WORDS);
}
