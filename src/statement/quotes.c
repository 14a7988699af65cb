#include "statement/find.h"

enum { MAX_DEPTH = 8 };

/* Finds the pairs of marks in the tokens [first, end) of one block. Marks that find no partner are left alone, but for
 * one case: a quotation over several paragraphs opens in each and closes in the last, so an open one runs to the end of
 * its block when the next block opens again at its begin. */
static void pair_block(Finder *f, uint32_t first, uint32_t end, bool runs_on)
{
    uint32_t stack[MAX_DEPTH], depth = 0;
    for (uint32_t i = first; i < end; i++) {
        uint8_t flags = f->tokens[i].flags;
        if ((flags & TOKEN_QUOTE_OPEN) && depth < MAX_DEPTH) {
            stack[depth++] = i;
        } else if ((flags & TOKEN_QUOTE_CLOSE) && depth) {
            uint32_t open = stack[--depth];
            while (f->quotations.len && f->quotations.data[f->quotations.len - 1].open > open)
                f->quotations.len--; /* only outermost pairs count */
            vec_push(&f->quotations, (Quotation){open, i});
        }
    }
    if (runs_on && depth)
        vec_push(&f->quotations, (Quotation){stack[0], end});
}

void quotes_pair(Finder *f)
{
    const Analysis *an = f->analysis;
    for (uint32_t i = 0; i < an->n_tokens; i++)
        f->words[i] =
            (uint8_t)(f->tokens[i].flags & (TOKEN_QUOTE_OPEN | TOKEN_QUOTE_CLOSE) ? WORD_QUOTE
                                                                                  : clause_word(finder_word(f, i)));
    for (size_t i = 0; i < an->n_sentences;) {
        size_t j = i;
        while (j < an->n_sentences && an->sentences[j].block == an->sentences[i].block)
            j++;
        const Sentence *last = &an->sentences[j - 1];
        bool runs_on = j < an->n_sentences && (f->tokens[an->sentences[j].first].flags & TOKEN_QUOTE_OPEN);
        pair_block(f, an->sentences[i].first, last->first + last->count, runs_on);
        i = j;
    }
    for (size_t i = 0; i < f->quotations.len; i++)
        for (uint32_t t = f->quotations.data[i].open; t <= f->quotations.data[i].close && t < an->n_tokens; t++)
            f->in_quote[t] = 1;
}

/* First quotation that closes at or after the token. */
static uint32_t quotation_at(const Finder *f, uint32_t token)
{
    size_t low = 0, high = f->quotations.len;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (f->quotations.data[middle].close < token)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

enum { MAX_COLON = 200 }; /* tokens; a list of terms, each with its colon, is no speech */

/* "Der Minister sagte:" at a paragraph's end, and sentence i begins the next one with a quotation. */
static bool opens_next(const Finder *f, size_t i)
{
    const Analysis *an = f->analysis;
    if (i == 0 || i >= an->n_sentences || an->sentences[i].block == an->sentences[i - 1].block)
        return false;
    BlockKind before = f->article->blocks[an->sentences[i - 1].block].kind,
              next = f->article->blocks[an->sentences[i].block].kind;
    uint32_t open = an->sentences[i].first, q = quotation_at(f, open);
    return (before == BLOCK_PARAGRAPH || before == BLOCK_LEAD) && block_is_body(next) && next != BLOCK_SUBHEAD &&
           q < f->quotations.len && f->quotations.data[q].open == open;
}

Unit quotes_unit(const Finder *f, size_t *i)
{
    const Analysis *an = f->analysis;
    const Sentence *s = &an->sentences[*i];
    Unit u = {.first = s->first, .end = s->first, .block = s->block, .first_quote = quotation_at(f, s->first)};
    uint32_t q = u.first_quote;
    bool colon = true;
    while (colon && *i < an->n_sentences && an->sentences[*i].block == u.block) {
        u.end += an->sentences[(*i)++].count;
        for (; q < f->quotations.len && f->quotations.data[q].open < u.end; q++)
            while (f->quotations.data[q].close >= u.end && *i < an->n_sentences && an->sentences[*i].block == u.block)
                u.end += an->sentences[(*i)++].count;
        colon =
            f->words[u.end - 1] == WORD_COLON && u.end - u.first < MAX_COLON; /* what follows a colon belongs to it */
        if (colon && opens_next(f, *i))
            u.block = an->sentences[*i].block;
    }
    u.n_quotes = q - u.first_quote;
    u.body_end = u.end;
    while (u.body_end > u.first + 1 && f->words[u.body_end - 1] == WORD_STOP)
        u.body_end--;
    return u;
}

bool quotes_cover(const Finder *f, uint32_t first, uint32_t end)
{
    bool any = false;
    for (uint32_t i = first; i < end; i++) {
        bool note = f->classes[i] == CLASS_NUM && i > first && f->words[i - 1] == WORD_OPEN &&
                    i + 1 < f->analysis->n_tokens && f->words[i + 1] == WORD_CLOSE; /* "(12)" behind a quotation */
        if (f->classes[i] == CLASS_PUNCT || f->words[i] == WORD_QUOTE || note)
            continue;
        if (!f->in_quote[i])
            return false;
        any = true;
    }
    return any;
}

/* Whether the words in quotation marks are a name that the article's names know: die „Woche am Kanal“. */
static bool is_name(const Finder *f, const Quotation *q)
{
    const Analysis *an = f->analysis;
    if (q->open + 1 >= q->close)
        return false;
    Span inner = {f->tokens[q->open + 1].span.begin, f->tokens[q->close - 1].span.end};
    size_t low = 0, high = an->n_mentions;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (an->mentions[middle].head.end < inner.end)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t m = low; m < an->n_mentions && m < low + 3; m++)
        if (an->mentions[m].kind == MENTION_NAME && span_holds(an->mentions[m].head, inner))
            return true;
    return false;
}

/* Words of the language, as against names: "Normalfall", not "Vesuvia". */
static bool has_plain_word(const Finder *f, const Quotation *q)
{
    for (uint32_t i = q->open + 1; i < q->close; i++)
        if (f->classes[i] != CLASS_PUNCT && f->classes[i] != CLASS_PROPN && (f->tokens[i].flags & TOKEN_KNOWN))
            return true;
    return false;
}

/* A title or name is a run of capitalised words, and often follows a noun that says what it names: die Zeitung „Die
 * Woche“. Inside a statement a single noun counts too: he said it. */
bool quotes_say_something(const Finder *f, const Quotation *q, bool inside)
{
    uint32_t words = 0, small = 0;
    for (uint32_t i = q->open + 1; i < q->close; i++) {
        if (f->classes[i] == CLASS_PUNCT)
            continue;
        words++;
        small += !(f->tokens[i].flags & TOKEN_UPPER) && f->classes[i] != CLASS_NUM;
    }
    bool address = words == 1 && str_find_char(finder_word(f, q->open + 1), '.', 0) != SIZE_MAX; /* of a site */
    bool glossed = inside && q->open > f->unit.first &&
                   (f->words[q->open - 1] == WORD_OPEN || f->words[q->open - 1] == WORD_COLON) &&
                   q->close + 1 < f->unit.end && f->words[q->close + 1] == WORD_CLOSE; /* (kurz: „IG Kai“) */
    if (!words || address || glossed || is_name(f, q))
        return false;
    bool first_small = !(f->tokens[q->open + 1].flags & TOKEN_UPPER) && f->classes[q->open + 1] != CLASS_NUM;
    if (first_small)
        return true;
    bool after_noun =
        q->open > f->unit.first && (f->classes[q->open - 1] == CLASS_NOUN || f->classes[q->open - 1] == CLASS_PROPN);
    if (after_noun)
        return words >= 6 && small >= 3;
    return inside ? has_plain_word(f, q) : words >= 3 && small >= 1;
}
