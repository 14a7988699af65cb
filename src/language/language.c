#include "language/analysis.h"

#include "base/vec.h"

/* STUB */
struct Language {
    int nothing;
};

Status language_open(Language **out, const char *folder, Error *err)
{
    (void)folder, (void)err;
    *out = mem_zero(1, sizeof **out);
    return LAGEBILD_OK;
}

void language_close(Language *language) { vec_free(language); }

const char *word_class_name(WordClass c)
{
    static const char *const NAMES[CLASS_COUNT] = {"X",    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
                                                   "NUM",  "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"};
    return NAMES[c];
}

size_t analysis_token_at(const Analysis *a, uint32_t at)
{
    size_t low = 0, high = a->n_tokens;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (a->tokens[middle].span.end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void language_analyse(const Language *language, const Article *article, Arena *arena, Analysis *out)
{
    *out = (Analysis){0};
    segment_article(article, arena, out);
    for (size_t i = 0; i < out->n_sentences; i++)
        words_tag(language, article->text, out->tokens + out->sentences[i].first, out->sentences[i].count, arena);
    times_find(article, arena, out);
    quantities_find(article, arena, out);
    names_find(language, article, arena, out);
}
