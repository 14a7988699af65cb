/* words.c: tags one sentence; see tagged.h for the steps. */
#include "language/language.h"
#include "language/tagged.h"

enum { ON_STACK = 128 };

void words_tag(const Language *language, Str text, Token *tokens, size_t n, Arena *arena)
{
    WordInfo some_words[ON_STACK], *words = n <= ON_STACK ? some_words : ARENA_NEW(arena, WordInfo, n);
    uint8_t some_labels[ON_STACK], *labels = n <= ON_STACK ? some_labels : ARENA_NEW(arena, uint8_t, n);
    if (!n)
        return;
    TaggedSentence s = {
        .lexicon = &language->lexicon, .text = text, .tokens = tokens, .words = words, .labels = labels, .n = n, .arena = arena,
    };
    Str previous = STR_EMPTY;
    for (size_t i = 0; i < n; i++) {
        Str word = str_span(text, tokens[i].span);
        word_look_up(s.lexicon, word, word_opens(previous), &words[i]);
        previous = word;
    }
    words_note_first_person(words, n);
    tagger_run(&language->tagger, words, n, labels);
    for (size_t i = 0; i < n; i++)
        reading_choose(&s, i, AGREE_ALL);
    agreement_settle(&s);
    separated_verbs_join(&s);
}

void words_tag_plain(Str text, Token *tokens, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        Token *t = &tokens[i];
        Str word = str_span(text, t->span);
        unsigned char c = word.len ? (unsigned char)word.data[0] : 0;
        bool letter = (c | 32) >= 'a' && (c | 32) <= 'z', digit = c >= '0' && c <= '9';
        t->lemma = word;
        if (digit)
            t->class = CLASS_NUM;
        else if (c < 0x80 && !letter)
            t->class = CLASS_PUNCT;
        else if (t->flags & (TOKEN_QUOTE_OPEN | TOKEN_QUOTE_CLOSE))
            t->class = CLASS_PUNCT;
        else
            t->class = t->flags & TOKEN_UPPER && i > 0 ? CLASS_PROPN : CLASS_X;
    }
}
