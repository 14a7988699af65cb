/* words.c: lagebild_tag_words: one sentence of given tokens, tagged as an article's sentence is. */
#include "api/models.h"
#include "language/names.h"

#include <stdio.h>

static void write_tag(const Token *t, LagebildWordTag *out)
{
    const char *mood = !(t->features & FEAT_FIN) ? ""
                       : t->features & FEAT_IMP  ? "Imp"
                       : t->features & FEAT_SUB  ? "Sub"
                                                 : "Ind";
    snprintf(out->upos, sizeof out->upos, "%s", word_class_name((WordClass)t->class));
    snprintf(out->mood, sizeof out->mood, "%s", mood);
}

static size_t write_names(const NameTag *tags, size_t n, LagebildName *names, size_t max)
{
    static const char *const KINDS[NAME_KINDS] = {"PER", "LOC", "ORG", "OTH"};
    size_t i = 0;
    for (; i < n && i < max; i++) {
        names[i].first = tags[i].first;
        names[i].end = tags[i].end;
        snprintf(names[i].kind, sizeof names->kind, "%s", KINDS[tags[i].kind]);
    }
    return i;
}

LagebildStatus lagebild_tag_words(const LagebildModels *models, const char *const *tokens, size_t n,
                                  LagebildWordTag *tags, LagebildName *names, size_t max_names, size_t *n_names,
                                  LagebildError *err)
{
    const Language *language = models_language(models);
    if (!language)
        return error_set(err, LAGEBILD_ERR_USAGE, NULL, ERROR_NO_OFFSET, "words cannot be tagged without models");
    Arena arena = ARENA_INIT;
    StrBuf text = STRBUF_INIT;
    Token *list = ARENA_NEW(&arena, Token, n);
    strbuf_add_c(&text, "");
    for (size_t i = 0; i < n; i++) {
        if (i)
            strbuf_add_char(&text, ' ');
        list[i].span.begin = (uint32_t)text.len;
        strbuf_add_c(&text, tokens[i]);
        list[i].span.end = (uint32_t)text.len;
        list[i].flags = i ? TOKEN_SPACE_BEFORE : TOKEN_SENTENCE_FIRST;
    }
    words_tag(language, strbuf_str(&text), list, n, &arena);
    NameTag *found = ARENA_NEW(&arena, NameTag, n);
    size_t n_found = names_tag(language, strbuf_str(&text), list, n, &arena, found);
    for (size_t i = 0; i < n; i++)
        write_tag(&list[i], &tags[i]);
    *n_names = write_names(found, n_found, names, max_names);
    strbuf_release(&text);
    arena_release(&arena);
    return LAGEBILD_OK;
}
