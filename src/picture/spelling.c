/* spelling.c: one name, spelled in more than one way. */
#include "picture/build.h"

#include "base/utf8.h"

#include <stdlib.h>

typedef struct Variant {
    Str word; /* as written */
    uint32_t article;
    Span span;
} Variant;

/* A name's words that are near each other but not equal, each where the story writes it first in each article. */
static void add_variants(Build *b, const Variant *variants, size_t n)
{
    VEC(PictureSpan) spans = {0};
    bool differ = false;
    for (size_t i = 0; i < n; i++) {
        bool known = false;
        for (size_t k = 0; k < spans.len; k++)
            known = known ||
                    (spans.data[k].article == variants[i].article && str_equal(spans.data[k].value, variants[i].word));
        differ = differ || !str_equal(variants[i].word, variants[0].word);
        if (!known)
            vec_push(&spans, (PictureSpan){variants[i].article, variants[i].span, variants[i].word});
    }
    if (differ)
        difference_add(b, DIFFERENCE_SPELLING, spans.data, spans.len, "one person's name, spelled differently");
    vec_release(&spans);
}

static bool is_initial(Str word) { return utf8_count(word) <= 1 || str_ends(word, STR(".")); }

static bool is_word(Str s)
{
    for (size_t pos = 0; pos < s.len;) {
        uint32_t c = utf8_next(s, &pos);
        if (!utf8_is_letter(c) && c != '-' && c != '\'')
            return false;
    }
    return s.len > 0;
}

typedef VEC(Variant) Variants;

/* A mention of an entity of the story. */
typedef struct Named {
    uint32_t entity, article, mention;
} Named;
typedef VEC(Named) NamedList;

static int by_entity(const void *pa, const void *pb)
{
    const Named *a = pa, *b = pb;
    if (a->entity != b->entity)
        return a->entity < b->entity ? -1 : 1;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    return a->mention < b->mention ? -1 : a->mention > b->mention;
}

static void list_names(const Build *b, NamedList *out)
{
    for (uint32_t i = 0; i < b->n; i++)
        for (uint32_t m = 0; m < b->sources[i].analysis->n_mentions; m++) {
            const Mention *mention = &b->sources[i].analysis->mentions[m];
            if (mention->kind == MENTION_NAME && mention->entity < b->sources[i].analysis->n_entities)
                vec_push(out, (Named){b->picture->articles[i].entity_of[mention->entity], i, m});
        }
    if (out->len)
        qsort(out->data, out->len, sizeof *out->data, by_entity);
}

/* The first name (which = 0) or surname (which = 1) of a mention that gives the full name. */
static void collect_mention(const Build *b, const Named *named, int which, Variants *out)
{
    const PictureSource *s = &b->sources[named->article];
    const Mention *mention = &s->analysis->mentions[named->mention];
    Str head = str_span(s->article->text, mention->head);
    size_t space = str_find_char(head, ' ', 0);
    if (space == SIZE_MAX || str_find_char(head, ' ', space + 1) != SIZE_MAX)
        return; /* names of two words only: which word is which is plain */
    Span word = which ? (Span){mention->head.begin + (uint32_t)space + 1, mention->head.end}
                      : (Span){mention->head.begin, mention->head.begin + (uint32_t)space};
    Str text = str_span(s->article->text, word);
    if (which && str_ends(text, STR("s")))
        text.len--, word.end--; /* a genitive is no other spelling; "Johannes" loses its s everywhere alike */
    if (!is_initial(text) && is_word(text))
        vec_push(out, (Variant){text, named->article, which ? word : mention->head});
}

static Str folded(const Build *b, Str s)
{
    StrBuf buf = STRBUF_INIT;
    utf8_append_folded(&buf, s);
    Str out = arena_str(b->arena, strbuf_str(&buf));
    strbuf_release(&buf);
    return out;
}

/* The word that ends before byte `end`, separated by one space; empty when there is none. */
static Span word_before(Str text, uint32_t begin, uint32_t end)
{
    if (end <= begin || text.data[end - 1] != ' ')
        return (Span){end, end};
    uint32_t at = --end;
    while (at > begin && text.data[at - 1] != ' ' && text.data[at - 1] != '\n' && text.data[at - 1] != '(')
        at--;
    return (Span){at, end};
}

/* Captions are not analysed, but names are often misspelled in them: a word before the surname that can be the first name. */
static void collect_captions(const Build *b, uint32_t article, Str first, Str surname, Variants *out)
{
    const Article *a = b->sources[article].article;
    for (size_t i = 0; i < a->n_blocks; i++) {
        if (a->blocks[i].kind != BLOCK_CAPTION)
            continue;
        Str text = str_slice(a->text, 0, a->blocks[i].span.end);
        for (size_t at = str_find(text, surname, a->blocks[i].span.begin); at != SIZE_MAX;
             at = str_find(text, surname, at + surname.len)) {
            Span word = word_before(a->text, a->blocks[i].span.begin, (uint32_t)at);
            Str found = str_span(a->text, word);
            size_t pos = 0;
            if (found.len > 2 && utf8_is_upper(utf8_next(found, &pos)) && !is_initial(found) &&
                first_names_agree(folded(b, found), first))
                vec_push(out, (Variant){found, article, {word.begin, (uint32_t)(at + surname.len)}});
        }
    }
}

static void find_variants(Build *b, const Named *named, size_t n, int which)
{
    Variants variants = {0};
    Str name = b->picture->entities[named->entity].name;
    size_t space = str_find_char(name, ' ', 0);
    bool two = space != SIZE_MAX && str_find_char(name, ' ', space + 1) == SIZE_MAX;
    for (size_t i = 0; i < n; i++) {
        collect_mention(b, &named[i], which, &variants);
        bool last = i + 1 == n || named[i + 1].article != named[i].article;
        if (!which && two && last)
            collect_captions(b, named[i].article, folded(b, str_slice(name, 0, space)),
                             str_slice(name, space + 1, name.len), &variants);
    }
    add_variants(b, variants.data, variants.len);
    vec_release(&variants);
}

void find_spelling(Build *b)
{
    NamedList named = {0};
    list_names(b, &named);
    for (size_t i = 0, end; i < named.len; i = end) {
        for (end = i + 1; end < named.len && named.data[end].entity == named.data[i].entity;)
            end++;
        for (int which = 0; which < 2 && b->picture->entities[named.data[i].entity].kind == ENTITY_PERSON; which++)
            find_variants(b, named.data + i, end - i, which);
    }
    vec_release(&named);
}
