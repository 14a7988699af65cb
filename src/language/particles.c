#include "language/particles.h"

bool is_article(Str s)
{
    return s.len <= 6 && str_in_words(s, "der die das dem den des dieser diese dieses diesem diesen");
}

bool is_possessive(Str s)
{
    return s.len <= 6 &&
           str_in_words(s, "sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer ihres deren dessen");
}

bool is_indefinite(Str s) { return s.len <= 5 && str_in_words(s, "ein eine einem einen einer eines"); }

bool is_preposition(Str s)
{
    return s.len <= 10 &&
           str_in_words(s, "in im nach aus bei beim mit von vom zu zum zur für gegen an am auf über um durch ohne vor "
                           "hinter unter zwischen neben seit bis laut gegenüber wegen trotz statt per à");
}

bool is_locative(Str s) { return s.len <= 9 && str_in_words(s, "in im nach aus bei um vor zwischen über ab durch"); }
