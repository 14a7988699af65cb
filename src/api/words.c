/* words.c: lagebild_tag_words: one sentence of given tokens, tagged as an article's sentence is. */
#include "base/vec.h"
#include "language/analysis.h"

#include <stdio.h>

static void write_tag(const Token *t, LagebildWordTag *out)
{
    const char *mood = !(t->features & FEAT_FIN) ? "" : t->features & FEAT_IMP ? "Imp" : t->features & FEAT_SUB ? "Sub" : "Ind";
    snprintf(out->upos, sizeof out->upos, "%s", word_class_name((WordClass)t->class));
    snprintf(out->mood, sizeof out->mood, "%s", mood);
}

/* Name mentions by their heads, as half-open ranges of tokens. */
static size_t write_names(const Analysis *a, LagebildName *names, size_t max)
{
    static const char *const KINDS[] = {"PER", "ORG", "LOC", "OTH", "OTH"};
    size_t n = 0;
    for (size_t i = 0; i < a->n_mentions && n < max; i++) {
        const Mention *m = &a->mentions[i];
        size_t first = analysis_token_at(a, m->head.begin), end = first;
        while (end < a->n_tokens && a->tokens[end].span.begin < m->head.end)
            end++;
        if (m->kind != MENTION_NAME || first == end)
            continue;
        names[n].first = first;
        names[n].end = end;
        snprintf(names[n++].kind, sizeof names->kind, "%s", KINDS[m->entity_kind]);
    }
    return n;
}

LagebildStatus lagebild_tag_words(const char *const *tokens, size_t n, LagebildWordTag *tags, LagebildName *names, size_t max_names,
                                  size_t *n_names, LagebildError *err)
{
    Language *language = NULL;
    Status status = language_open(&language, NULL, err);
    if (status != LAGEBILD_OK)
        return status;
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
    Block block = {{0, (uint32_t)text.len}, BLOCK_PARAGRAPH, "given"};
    Article article = {.text = strbuf_str(&text), .blocks = &block, .n_blocks = 1, .lang = STR("de")};
    Sentence sentence = {block.span, 0, (uint32_t)n, 0};
    Analysis a = {.tokens = list, .n_tokens = n, .sentences = &sentence, .n_sentences = 1};
    words_tag(language, article.text, list, n, &arena);
    names_find(language, &article, &arena, &a);
    for (size_t i = 0; i < n; i++)
        write_tag(&list[i], &tags[i]);
    *n_names = write_names(&a, names, max_names);
    strbuf_release(&text);
    arena_release(&arena);
    language_close(language);
    return LAGEBILD_OK;
}
