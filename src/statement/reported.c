#include "statement/find.h"

static bool is_used(const Finder *f, uint32_t verb)
{
    uint32_t at = f->tokens[verb].span.begin;
    for (size_t i = f->used_from; i < f->out.len; i++) {
        const Statement *s = &f->out.data[i];
        for (size_t k = 0; k < s->cue.len; k++)
            if (s->cue.data[k].begin <= at && at < s->cue.data[k].end)
                return true;
        for (size_t k = 0; k < s->frame.len; k++)
            if (s->frame.data[k].begin <= at && at < s->frame.data[k].end)
                return true;
    }
    return false;
}

static bool within_statement(const Finder *f, uint32_t token)
{
    uint32_t at = f->tokens[token].span.begin;
    for (size_t i = f->used_from; i < f->out.len; i++)
        for (size_t k = 0; k < f->out.data[i].quote.len; k++)
            if (f->out.data[i].quote.data[k].begin <= at && at < f->out.data[i].quote.data[k].end)
                return true;
    return false;
}

/* The clause with all that hangs on it: to the next main clause on either side. With nothing else in the unit, all of
 * it, with the mark at its end. */
static TokenSpan whole_clause(const Finder *f, size_t p)
{
    size_t from = p, to = p;
    while (from > 0) {
        const Piece *q = &f->pieces.data[from - 1];
        if (q->kind == PIECE_MAIN || q->kind == PIECE_VERB_FIRST || q->frame ||
            f->pieces.data[from].before == WORD_COLON || f->pieces.data[from].before == WORD_SEMICOLON)
            break;
        from--;
    }
    while (to + 1 < f->pieces.len) {
        const Piece *q = &f->pieces.data[to + 1];
        if (q->kind == PIECE_MAIN || (q->kind == PIECE_VERB_FIRST && q->before == WORD_UND) || q->frame ||
            q->before == WORD_SEMICOLON)
            break;
        to++;
    }
    bool all = to + 1 == f->pieces.len;
    return (TokenSpan){f->pieces.data[from].first, all ? f->unit.end : f->pieces.data[to].end};
}

/* Nobody, nothing and whoever do not speak; what the writer says himself is no report. */
static bool can_speak(const Finder *f, const TokenSpans *speaker)
{
    if (!speaker->len)
        return false;
    uint32_t first = speaker->at[0].first;
    return !roles_word_in(f, first, "ich es das dies dieses was wer niemand keiner welche welcher welches man");
}

/* Whether the clause names something besides its subject: "bestätigte dies" tells nothing. Those who greet each other
 * say nothing either. */
static bool has_matter(const Finder *f, const Piece *p, const Cue *cue, const TokenSpans *speaker)
{
    bool noun = false;
    for (uint32_t i = p->first; i < p->end; i++) {
        uint8_t c = f->classes[i];
        bool own = speaker->len && speaker->at[0].first <= i && i < speaker->at[0].end;
        noun |= !own && (c == CLASS_NOUN || c == CLASS_PROPN);
        if (!(cue->governs & (CUE_REFL | CUE_DAT)) && roles_word_in(f, i, "sich einander"))
            return false;
    }
    return noun;
}

/* Verbs that say something of their subject's words in one use and of the world in another. */
static bool means_else(const Finder *f, const Piece *p, const Cue *cue, uint32_t verb)
{
    static const struct {
        const char *lemma, *beside; /* with one of these words in the clause */
        const char *form;           /* or as one of these forms of the verb */
    } ELSE[] = {
        {"verurteilen", "zu zur zum", NULL},                                 /* a court's sentence */
        {"fordern", "menschenleben todesopfer tote opfer verletzte", NULL}, /* the storm forderte drei Tote */
        {"einräumen", "priorität vorrang chance chancen möglichkeit recht rechte frist platz", NULL},
        {"sehen", "gelb rot tor", "sah sahen gesehen"},                     /* with one's eyes */
        {"wollen", NULL, "wollte wollten"},                                 /* came to nothing, as a rule */
    };
    for (size_t k = 0; k < sizeof ELSE / sizeof ELSE[0]; k++) {
        if (!str_equal(str_of(cue->lemma), str_of(ELSE[k].lemma)))
            continue;
        if (ELSE[k].form && roles_word_in(f, verb, ELSE[k].form))
            return true;
        for (uint32_t i = p->first; i < p->end && ELSE[k].beside; i++)
            if (!f->in_quote[i] && roles_word_in(f, i, ELSE[k].beside))
                return true;
    }
    return false;
}

void reported_find(Finder *f)
{
    for (size_t p = 0; p < f->pieces.len; p++) {
        const Piece *piece = &f->pieces.data[p];
        if (piece->finite == NO_TOKEN || piece->kind == PIECE_QUOTE || piece->frame || piece->kind == PIECE_SUB ||
            piece->kind == PIECE_REL || piece->mood == MOOD_SUB1)
            continue;
        for (uint32_t i = piece->first; i < piece->end; i++) {
            if (f->in_quote[i] || (f->classes[i] != CLASS_VERB && f->classes[i] != CLASS_AUX))
                continue;
            const Cue *cue = finder_cue(f, p, i, CUE_OBJECT | CUE_AS);
            if (!cue || !finder_is_fact(f, piece, i) || is_used(f, i) || within_statement(f, i))
                continue;
            Attribution by = {.entry = cue, .verb = i, .why = "a verb of saying with an object instead of a clause"};
            by.speaker = roles_subject(f, p, piece->finite);
            if (!can_speak(f, &by.speaker) ||
                (str_equal(STR("wollen"), str_of(cue->lemma)) && !speaker_is_known(f, &by.speaker)))
                continue;
            if (!has_matter(f, piece, cue, &by.speaker) || means_else(f, piece, cue, i))
                continue;
            by.addressee = roles_addressee(f, p, cue, &by.speaker);
            TokenSpan all = whole_clause(f, p);
            TokenSpans quote = {.len = 0};
            spans_add(&quote, all.first, all.end);
            if (finder_add(f, STATEMENT_REPORTED, quote, &by) != UINT32_MAX)
                finder_add_quoted(f, all.first, all.end, &by);
            break;
        }
    }
}
