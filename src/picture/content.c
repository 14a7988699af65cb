/* content.c: tokens → content words. Two articles never use quite the same forms, so that words are compared by the stem of
 * their lemma, folded; articles, pronouns, auxiliaries and the like count for nothing. */
#include "picture/build.h"

#include "base/utf8.h"
#include "picture/synonyms.h"
#include "story/words.h"

#include <libstemmer.h>

/* Stems that stand in more than about a third of all articles tell nothing, whatever their class. */
#define COMMON_LEVEL 12

static bool is_content_class(uint8_t class)
{
    return class == CLASS_NOUN || class == CLASS_PROPN || class == CLASS_VERB || class == CLASS_ADJ ||
           class == CLASS_ADV || class == CLASS_NUM || class == CLASS_X;
}

static bool is_wordy(Str s)
{
    for (size_t pos = 0; pos < s.len;) {
        uint32_t c = utf8_next(s, &pos);
        if (utf8_is_letter(c) || utf8_is_digit(c))
            return true;
    }
    return false;
}

/* ue, oe, ae that stand for umlauts become u, o, a: "durchbrueche" is to meet "durchbruch". */
static void drop_umlauts(StrBuf *s)
{
    size_t to = 0;
    for (size_t i = 0; i < s->len; i++) {
        s->data[to++] = s->data[i];
        bool umlaut = i + 2 < s->len && s->data[i + 1] == 'e' && strchr("aou", s->data[i]) &&
                      !(i && strchr("aeiouq", s->data[i - 1]));
        i += umlaut;
    }
    s->len = to;
}

static Str stem_of(struct sb_stemmer *stemmer, Str word, bool lemma, StrBuf *scratch, Arena *arena)
{
    strbuf_clear(scratch);
    utf8_append_folded(scratch, word);
    if (!lemma)
        drop_umlauts(scratch);
    Str stem = strbuf_str(scratch);
    if (stemmer && stem.len < 64) {
        const sb_symbol *s = sb_stemmer_stem(stemmer, (const sb_symbol *)stem.data, (int)stem.len);
        if (s)
            stem = str_make((const char *)s, (size_t)sb_stemmer_length(stemmer));
    }
    return arena_str(arena, stem);
}

/* Stems of synonyms → number of their set; firsts[set] is the stem that stands for all. */
typedef struct Synonyms {
    StrMap set_of;
    VEC(Str) firsts;
} Synonyms;

static void open_synonyms(Synonyms *s, struct sb_stemmer *stemmer, StrBuf *scratch, Arena *arena)
{
    for (size_t i = 0; SYNONYM_SETS[i]; i++) {
        Str rest = str_of(SYNONYM_SETS[i]), word;
        for (bool first = true; str_split(&rest, ' ', &word); first = false) {
            Str stem = stem_of(stemmer, word, true, scratch, arena);
            if (first)
                vec_push(&s->firsts, stem);
            strmap_put(&s->set_of, stem, (uint32_t)i, NULL);
        }
    }
}

static Str represent(const Synonyms *s, Str stem)
{
    uint32_t *set = strmap_get(&s->set_of, stem);
    return set ? s->firsts.data[*set] : stem;
}

/* How common the form is in news: as story/ counts it, by the stem of the folded form. */
static uint8_t commonness_of(struct sb_stemmer *stemmer, Str form, StrBuf *scratch)
{
    strbuf_clear(scratch);
    utf8_append_folded(scratch, form);
    Str stem = strbuf_str(scratch);
    const sb_symbol *s =
        stemmer && stem.len < 64 ? sb_stemmer_stem(stemmer, (const sb_symbol *)stem.data, (int)stem.len) : NULL;
    if (s)
        stem = str_make((const char *)s, (size_t)sb_stemmer_length(stemmer));
    return story_commonness((uint32_t)hash_str(stem));
}

void build_content(Build *b)
{
    b->content = ARENA_NEW(b->arena, ContentWord *, b->n);
    struct sb_stemmer *stemmer = sb_stemmer_new("german", "UTF_8");
    StrBuf scratch = STRBUF_INIT;
    Synonyms synonyms = {0};
    open_synonyms(&synonyms, stemmer, &scratch, b->arena);
    for (size_t i = 0; i < b->n; i++) {
        const Analysis *a = b->sources[i].analysis;
        b->content[i] = ARENA_NEW(b->arena, ContentWord, a->n_tokens);
        for (size_t t = 0; t < a->n_tokens; t++) {
            Str form = token_text(&b->sources[i], t);
            if (!is_content_class(a->tokens[t].class) || !is_wordy(form))
                continue;
            uint8_t level = commonness_of(stemmer, form, &scratch);
            if (level >= COMMON_LEVEL)
                continue;
            ContentWord *w = &b->content[i][t];
            w->stem = stem_of(stemmer, a->tokens[t].lemma.len ? a->tokens[t].lemma : form, a->tokens[t].lemma.len > 0,
                              &scratch, b->arena);
            w->meaning = represent(&synonyms, w->stem);
            w->weight = level ? 0.35f * (float)(15 - level) : 5.5f;
        }
    }
    strmap_release(&synonyms.set_of);
    vec_release(&synonyms.firsts);
    strbuf_release(&scratch);
    sb_stemmer_delete(stemmer);
}

void build_content_entities(Build *b)
{
    for (size_t i = 0; i < b->n; i++) {
        const Analysis *a = b->sources[i].analysis;
        for (size_t m = 0; m < a->n_mentions; m++) {
            const Mention *mention = &a->mentions[m];
            if (mention->entity >= a->n_entities)
                continue;
            TokenRange r = tokens_in(a, mention->head);
            for (uint32_t t = r.begin; t < r.end; t++)
                b->content[i][t].entity = b->picture->articles[i].entity_of[mention->entity] + 1;
        }
    }
}

TokenRange tokens_in(const Analysis *a, Span span)
{
    return (TokenRange){(uint32_t)analysis_token_at(a, span.begin), (uint32_t)analysis_token_at(a, span.end)};
}

bool stems_match(Str a, Str b)
{
    if (str_equal(a, b))
        return a.len > 0;
    size_t shorter = a.len < b.len ? a.len : b.len, longer = a.len < b.len ? b.len : a.len;
    if (shorter < 6 || shorter * 10 < longer * 6)
        return false;
    return memcmp(a.data, b.data, shorter) == 0;
}
