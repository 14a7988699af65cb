/* language.c: finds and opens the models, and runs the steps of the analysis in order. */
#include "language/language.h"

#include "base/vec.h"

#include <stdio.h>
#include <unistd.h>

#ifndef LAGEBILD_MODELS
#define LAGEBILD_MODELS "/usr/local/share/lagebild/models"
#endif

enum { PATH_BYTES = 4096, LEVELS_UP = 5 };

static bool holds_models(const char *folder)
{
    char path[PATH_BYTES];
    return (size_t)snprintf(path, sizeof path, "%s/german.lexicon", folder) < sizeof path && access(path, R_OK) == 0;
}

/* Looks for the models beside the running program and above it: "build/lagebild" finds "models", "bin/lagebild" finds
 * "share/lagebild/models". */
static bool find_beside_program(char folder[PATH_BYTES])
{
    char program[PATH_BYTES];
    ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
    if (len <= 0)
        return false;
    program[len] = '\0';
    for (int level = 0; level < LEVELS_UP; level++) {
        char *slash = strrchr(program, '/');
        if (!slash)
            return false;
        *slash = '\0';
        static const char *const BELOW[] = {"models", "share/lagebild/models"};
        for (size_t i = 0; i < 2; i++)
            if ((size_t)snprintf(folder, PATH_BYTES, "%s/%s", program, BELOW[i]) < PATH_BYTES && holds_models(folder))
                return true;
    }
    return false;
}

Status language_open(Language **out, const char *folder, Error *err)
{
    char found[PATH_BYTES], path[PATH_BYTES + 32];
    *out = NULL;
    if (!folder)
        folder = find_beside_program(found) ? found : LAGEBILD_MODELS;
    Language *language = mem_zero(1, sizeof *language);
    snprintf(path, sizeof path, "%.*s/german.lexicon", PATH_BYTES, folder);
    Status status = lexicon_open(&language->lexicon, path, err);
    if (status == LAGEBILD_OK) {
        snprintf(path, sizeof path, "%.*s/german.tagger", PATH_BYTES, folder);
        status = tagger_open(&language->tagger, path, err);
    }
    snprintf(path, sizeof path, "%.*s/german.names", PATH_BYTES, folder);
    if (status == LAGEBILD_OK && access(path, F_OK) == 0)
        status = name_model_open(&language->names, path, err);
    if (status == LAGEBILD_OK)
        *out = language;
    else
        language_close(language);
    return status;
}

void language_close(Language *language)
{
    if (!language)
        return;
    lexicon_close(&language->lexicon);
    tagger_close(&language->tagger);
    name_model_close(language->names);
    vec_free(language);
}

const char *word_class_name(WordClass c)
{
    static const char *const NAMES[CLASS_COUNT] = {"X",     "ADJ",   "ADP",   "ADV", "AUX",  "CCONJ",
                                                   "DET",   "INTJ",  "NOUN",  "NUM", "PART", "PRON",
                                                   "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"};
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
    bool german = !article->lang.len || str_starts(article->lang, STR("de"));
    segment_article(article, arena, out);
    for (size_t i = 0; i < out->n_sentences; i++) {
        Token *tokens = sentence_tokens(out, &out->sentences[i]);
        if (german)
            words_tag(language, article->text, tokens, out->sentences[i].count, arena);
        else
            words_tag_plain(article->text, tokens, out->sentences[i].count);
    }
    times_find(article, arena, out);
    quantities_find(article, arena, out);
    names_find(language, article, arena, out);
}
