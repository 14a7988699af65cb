/* words.c: tags one sentence; see tagged.h for the steps. */
#include "language/language.h"
#include "language/tagged.h"

enum { PIECE = 1024 }; /* words tagged at once; segment_article makes no longer sentences */

static void tag_piece(const Language *language, Str text, Token *tokens, size_t n, Arena *arena)
{
    WordInfo words[PIECE];
    uint8_t labels[PIECE];
    TaggedSentence s = {
        .lexicon = &language->lexicon,
        .text = text,
        .tokens = tokens,
        .words = words,
        .labels = labels,
        .n = n,
        .arena = arena,
    };
    Str previous = STR_EMPTY;
    for (size_t i = 0; i < n; i++) {
        Str word = str_span(text, tokens[i].span);
        word_begin(s.lexicon, word, word_opens(previous), &words[i]);
        previous = word;
    }
    for (size_t i = 0; i < n; i++)
        word_find(s.lexicon, &words[i]);
    for (size_t i = 0; i < n; i++)
        word_finish(s.lexicon, &words[i]);
    words_note_first_person(words, n);
    tagger_run(&language->tagger, words, n, labels);
    for (size_t i = 0; i < n; i++)
        reading_choose(&s, i, AGREE_ALL);
    agreement_settle(&s);
    separated_verbs_join(&s);
}

void words_tag(const Language *language, Str text, Token *tokens, size_t n, Arena *arena)
{
    for (size_t at = 0; at < n; at += PIECE)
        tag_piece(language, text, tokens + at, n - at < PIECE ? n - at : PIECE, arena);
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
