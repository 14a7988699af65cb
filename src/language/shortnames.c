#include "language/shortnames.h"

#include "language/nameedges.h"
#include "language/particles.h"

enum { MOST_LETTERS = 8, MOST_WORDS = 12 };

bool name_is_abbreviation(Str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.data[i] < 'A' || word.data[i] > 'Z')
            return false;
    return word.len >= 2 && word.len <= MOST_LETTERS;
}

Str name_initials(Str name, char out[static INITIALS_BYTES])
{
    size_t n = 0;
    bool begins = true;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.data[i];
        if (begins && c >= 'A' && c <= 'Z') {
            if (n == MOST_LETTERS)
                return STR_EMPTY;
            out[n++] = c;
        }
        begins = c == ' ' || c == '-';
    }
    return n >= 2 ? str_make(out, n) : STR_EMPTY;
}

Str name_without_legal_form(Str name)
{
    static const Str FORMS[] = {STR_INIT(" AG"),   STR_INIT(" SE"),   STR_INIT(" KG"),
                                STR_INIT(" GmbH"), STR_INIT(" e.V."), STR_INIT(" Inc."),
                                STR_INIT(" Inc"),  STR_INIT(" Ltd"),  STR_INIT(" Corp")};
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
        if (name.len > FORMS[i].len + 2 && str_ends(name, FORMS[i]))
            return str_slice(name, 0, name.len - FORMS[i].len);
    return name;
}

static Str word(const Analysis *a, Str text, size_t i) { return str_span(text, a->tokens[i].span); }

/* The token from which on the words before `end` spell the abbreviation; `end` where none do. */
static size_t spelled_from(const Analysis *a, Str text, size_t end, Str abbreviation)
{
    char letters[INITIALS_BYTES];
    for (size_t first = end; first > 0 && end - first < MOST_WORDS;) {
        const Token *t = &a->tokens[--first];
        Str s = word(a, text, first);
        if (t->class == CLASS_PUNCT || (t->class == CLASS_VERB && !is_capital(s)) || t->class == CLASS_AUX)
            break;
        Str name = str_slice(text, t->span.begin, a->tokens[end - 1].span.end);
        if (is_capital(s) && end - first > 1 && str_equal(name_initials(name, letters), abbreviation))
            return first;
        if (t->flags & TOKEN_SENTENCE_FIRST)
            break;
    }
    return end;
}

static void label_name(uint8_t *label, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        label[i] = (uint8_t)(1 + NAME_ORG) | (i == first ? NAME_START : 0);
}

void short_names_label(uint8_t *label, Str text, const Analysis *a)
{
    for (size_t i = 3; i + 1 < a->n_tokens; i++) {
        Str s = word(a, text, i);
        if (!name_is_abbreviation(s) || !str_equal(word(a, text, i - 1), STR("(")) ||
            !str_equal(word(a, text, i + 1), STR(")")))
            continue;
        size_t first = spelled_from(a, text, i - 1, s);
        if (first == i - 1 || (label[first] && !(label[first] & NAME_START)))
            continue;
        label_name(label, first, i - 1);
        label_name(label, i, i + 1);
    }
}
