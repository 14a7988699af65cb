/* spelling.c: one name, spelled in more than one way. */
#include "picture/build.h"

#include "base/utf8.h"

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
            known = known || (spans.data[k].article == variants[i].article && str_equal(spans.data[k].value, variants[i].word));
        differ = differ || !str_equal(variants[i].word, variants[0].word);
        if (!known)
            vec_push(&spans, (PictureSpan){variants[i].article, variants[i].span, variants[i].word});
    }
    if (differ)
        difference_add(b, DIFFERENCE_SPELLING, spans.data, spans.len, "one person's name, spelled differently");
    vec_release(&spans);
}

static bool is_initial(Str word) { return utf8_count(word) <= 1 || str_ends(word, STR(".")); }

/* Collects the first names (which = 0) or surnames (which = 1) under which the entity's mentions give its full name. */
static void collect_variants(Build *b, uint32_t entity, int which)
{
    VEC(Variant) variants = {0};
    for (uint32_t i = 0; i < b->n; i++) {
        const PictureSource *s = &b->sources[i];
        for (size_t m = 0; m < s->analysis->n_mentions; m++) {
            const Mention *mention = &s->analysis->mentions[m];
            if (mention->kind != MENTION_NAME || mention->entity >= s->analysis->n_entities ||
                b->picture->articles[i].entity_of[mention->entity] != entity)
                continue;
            Str head = str_span(s->article->text, mention->head);
            size_t space = str_find_char(head, ' ', 0);
            if (space == SIZE_MAX || str_find_char(head, ' ', space + 1) != SIZE_MAX)
                continue; /* names of two words only: which word is which is plain */
            Span word = which ? (Span){mention->head.begin + (uint32_t)space + 1, mention->head.end}
                              : (Span){mention->head.begin, mention->head.begin + (uint32_t)space};
            Str text = str_span(s->article->text, word);
            if (which && str_ends(text, STR("s")))
                text.len--, word.end--; /* a genitive is no other spelling; "Johannes" loses its s everywhere alike */
            if (!is_initial(text))
                vec_push(&variants, (Variant){text, i, which ? word : mention->head});
        }
    }
    add_variants(b, variants.data, variants.len);
    vec_release(&variants);
}

void find_spelling(Build *b)
{
    for (uint32_t e = 0; e < b->picture->n_entities; e++)
        if (b->picture->entities[e].kind == ENTITY_PERSON && b->picture->entities[e].n_forms > 1)
            for (int which = 0; which < 2; which++)
                collect_variants(b, e, which);
}
