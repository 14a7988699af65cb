#include "statement/find.h"

bool roles_word_in(const Finder *f, uint32_t i, const char *list)
{
    return str_in_words(finder_word(f, i), list);
}

bool phrase_is_nominal(const Finder *f, uint32_t i)
{
    uint8_t c = f->classes[i];
    if (c == CLASS_NOUN || c == CLASS_PROPN)
        return true;
    if (!(f->tokens[i].flags & TOKEN_UPPER))
        return false;
    /* "die Abgeordneten"; a first word alone before the verb: "Jugendliche sagten" */
    bool alone = i + 1 >= f->unit.end || clause_is_finite(f, i + 1);
    return c == CLASS_X ||
           (c == CLASS_ADJ &&
            ((alone && (str_ends(finder_word(f, i), STR("e")) || str_ends(finder_word(f, i), STR("er")))) ||
             (i > f->unit.first && f->classes[i + 1] != CLASS_NOUN && f->classes[i + 1] != CLASS_ADJ))) ||
           (c == CLASS_DET && alone && f->words[i] == WORD_OTHER &&
            str_find_char(finder_word(f, i), '-', 0) != SIZE_MAX);
}

static bool is_attribute(const Finder *f, uint32_t i)
{
    const Token *t = &f->tokens[i];
    return f->classes[i] == CLASS_ADJ || f->classes[i] == CLASS_NUM ||
           (f->classes[i] == CLASS_VERB && !(t->features & FEAT_FIN) && (t->features & (FEAT_PART1 | FEAT_PART2)));
}

static uint32_t close_of(const Finder *f, uint32_t i, uint32_t end, Word close)
{
    for (uint32_t k = i + 1; k < end && k < i + 60; k++)
        if (f->words[k] == close)
            return k;
    return i;
}

/* Pronouns that need no noun: "dieser sagte", "beide sagten". */
static bool stands_alone(const Finder *f, uint32_t i, uint32_t end)
{
    if (!roles_word_in(f, i, "dieser diese dieses jener jene beide"))
        return false;
    return i + 1 >= end || !(phrase_is_nominal(f, i + 1) || is_attribute(f, i + 1) || f->classes[i + 1] == CLASS_DET ||
                             f->words[i + 1] == WORD_QUOTE);
}

/* The attribute that a preposition at `i` behind an article belongs to, when a noun follows it; `i` when there is none. */
static uint32_t attribute_after(const Finder *f, uint32_t i, uint32_t end)
{
    if (f->classes[i - 1] != CLASS_DET)
        return i;
    for (uint32_t k = i + 1; k + 1 < end && k < i + 8 && f->words[k] != WORD_COMMA && !f->in_quote[k]; k++)
        if (is_attribute(f, k) && !(f->tokens[k].flags & TOKEN_UPPER) && k > i + 1 && phrase_is_nominal(f, k + 1))
            return k;
    return i;
}

uint32_t phrase_end(const Finder *f, uint32_t first, uint32_t end, bool within)
{
    bool head = false; /* the noun is there */
    uint32_t good = first;
    for (uint32_t i = first; i < end;) {
        uint8_t w = f->words[i];
        if (w == WORD_QUOTE) {
            uint32_t close = close_of(f, i, end, WORD_QUOTE);
            if (close == i || close > i + 8 || !(f->tokens[i + 1].flags & TOKEN_UPPER)) /* a name, not words quoted */
                break;
            head = true;
            good = i = close + 1;
        } else if (w == WORD_OPEN) {
            uint32_t close = close_of(f, i, end, WORD_CLOSE);
            if (!head || close == i)
                break;
            good = i = close + 1;
        } else if (phrase_is_nominal(f, i)) {
            head = true;
            good = ++i;
        } else if (!head && (f->classes[i] == CLASS_DET || is_attribute(f, i) || w == WORD_REL ||
                             f->classes[i] == CLASS_ADV || w == WORD_NOT || f->classes[i] == CLASS_PART)) {
            i++;
        } else if (!head && i > first && f->classes[i] == CLASS_ADP && attribute_after(f, i, end) > i) {
            i = attribute_after(f, i, end); /* einer am Montag veröffentlichten Studie */
        } else if (!head && stands_alone(f, i, end)) {
            good = ++i;
        } else if (!head && f->classes[i] == CLASS_PRON &&
                   roles_word_in(f, i,
                                 "beide alle viele einige mehrere beiden andere dieser diese manche keiner niemand "
                                 "jeder letztere letzterer ersterer dies")) {
            good = ++i; /* may stand alone or before a noun */
        } else if (!head) {
            break;
        } else if (roles_word_in(f, i,
                                 "des der dieser dieses eines einer seines seiner ihrer ihres deren dessen beider "
                                 "aller vieler einiger mehrerer zahlreicher") &&
                   i + 1 < end) {
            head = false;
            i++;
        } else if (f->classes[i] == CLASS_ADJ && i + 1 < end && phrase_is_nominal(f, i + 1) &&
                   str_ends(finder_word(f, i), STR("er"))) {
            i++;
        } else if (f->classes[i] == CLASS_ADP && i + 1 < end && !clause_is_finite(f, i + 1) &&
                   (within ||
                    (roles_word_in(f, i, "von vom aus") && f->classes[i + 1] != CLASS_NUM && !f->in_time[i + 1]) ||
                    (roles_word_in(f, i, "für zur") && f->classes[i - 1] == CLASS_NOUN))) {
            head = false;
            i++;
        } else if (w == WORD_UND && i + 1 < end &&
                   (phrase_is_nominal(f, i + 1) || is_attribute(f, i + 1) || f->classes[i + 1] == CLASS_DET ||
                    f->words[i + 1] == WORD_REL)) {
            head = false;
            i++;
        } else {
            break;
        }
    }
    return good;
}

/* The end of a name with what belongs to it ("das Ministerium in Moskau"), when one begins at `first` and goes beyond
 * `e`. */
static uint32_t with_mention(const Finder *f, uint32_t first, uint32_t e, uint32_t end)
{
    const Analysis *an = f->analysis;
    size_t low = 0, high = an->n_mentions;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (an->mentions[middle].first < first)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < an->n_mentions && an->mentions[low].first == first; low++) {
        uint32_t stop = first + an->mentions[low].count;
        if (an->mentions[low].kind != MENTION_PRONOUN && stop > e && stop <= end)
            e = stop;
    }
    return e;
}

uint32_t roles_phrase_end(const Finder *f, uint32_t first, uint32_t end)
{
    if (first >= end)
        return first;
    uint8_t w = f->words[first];
    if (w == WORD_SUBJECT || w == WORD_OBJECT ||
        (w == WORD_SIE && !(first + 1 < end && phrase_is_nominal(f, first + 1))) || w == WORD_ES)
        return first + 1;
    return with_mention(f, first, phrase_end(f, first, end, false), end);
}
