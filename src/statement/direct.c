#include "statement/find.h"

static bool is_taken(const Finder *f, const Quotation *q)
{
    Span s = {f->tokens[q->open].span.begin, f->tokens[q->open].span.end};
    for (size_t i = f->used_from; i < f->out.len; i++)
        for (size_t k = 0; k < f->out.data[i].quote.len; k++)
            if (span_overlaps(f->out.data[i].quote.data[k], s))
                return true;
    return false;
}

/* Few words in quotation marks without a verb, the last of them a capital: a title or a name. */
static bool is_label(const Finder *f, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (clause_is_finite(f, i) || f->words[i] == WORD_SUBJECT)
            return false;
    return end - first < 9 && (f->words[end - 2] != WORD_STOP);
}

/* X: „…“ with whatever verb, or none: what stands before the colon is the frame. */
static bool after_colon(Finder *f, size_t p)
{
    Piece *said = &f->pieces.data[p];
    if (p == 0 || said->before != WORD_COLON || f->words[said->first] != WORD_QUOTE)
        return false;
    uint32_t end = said->end;
    for (size_t k = p + 1; k < f->pieces.len && f->pieces.data[k].kind == PIECE_QUOTE; k++)
        end = f->pieces.data[k].end;
    Attribution by = {.verb = NO_TOKEN, .why = "a quotation after a colon"};
    size_t main = p - 1;
    while (main > 0 && (f->pieces.data[main].finite == NO_TOKEN || f->pieces.data[main].kind == PIECE_REL))
        main--;
    const Piece *before = &f->pieces.data[main];
    TokenSpans quote = {.len = 0};
    spans_add(&quote, said->first, end);
    if ((before->mood == MOOD_SUB1 || before->mood == MOOD_SUB2) && free_before_colon(f, said->first)) {
        by = f->carried;
        by.why = "a quotation after a colon goes on from speech in Konjunktiv";
        by.cue.len = by.frame.len = by.addressee.len = 0;
        return finder_add(f, STATEMENT_DIRECT, quote, &by) != UINT32_MAX;
    }
    if (before->finite != NO_TOKEN) {
        if (before->mood != MOOD_SUB1) /* its subject is whom it is about */
            by.speaker = roles_subject(f, main, before->finite);
        for (uint32_t i = before->first; i < before->end && by.verb == NO_TOKEN; i++) {
            const Cue *cue = finder_cue(f, main, i, CUE_DIRECT | CUE_OBJECT);
            if (cue && !(cue->governs & CUE_NOUN)) {
                by.entry = cue;
                by.verb = i;
                by.cue = roles_cue(f, main, cue, i);
            }
        }
    } else {
        uint32_t e = roles_phrase_end(f, f->pieces.data[0].first,
                                      f->words[said->first - 1] == WORD_COLON ? said->first - 1 : said->first);
        spans_add(&by.speaker, f->pieces.data[0].first, e);
    }
    if (!by.entry && before->finite != NO_TOKEN && is_label(f, said->first, end))
        return false; /* stellte ihr neues Buch vor: „…“ */
    spans_add(&by.frame, f->unit.first, said->first);
    return finder_add(f, STATEMENT_DIRECT, quote, &by) != UINT32_MAX;
}

/* X nannte das „…“: the words quoted are direct speech, the clause around them is the frame. */
static bool named(Finder *f, const Quotation *q)
{
    size_t p = clauses_at(f, q->open);
    if (p == f->pieces.len || f->pieces.data[p].kind == PIECE_QUOTE)
        return false;
    const Piece *piece = &f->pieces.data[p];
    if (piece->kind == PIECE_MAIN && piece->mood == MOOD_SUB1) /* carried on from a speaker before */
        return false;
    TokenSpans speaker = roles_subject(f, p, piece->finite);
    if (!speaker.len && roles_is_passive(f, piece)) /* everybody calls it so */
        return false;
    for (uint32_t i = piece->first; i < piece->end; i++) {
        if (f->in_quote[i])
            continue;
        const Cue *cue = finder_cue(f, p, i, CUE_AS);
        if (!cue || !(cue->governs & CUE_DIRECT) || (cue->governs & CUE_NOUN) || !finder_is_fact(f, piece, i))
            continue;
        if (!cue->object && !quotes_say_something(f, q, true)) /* a name given to something */
            continue;
        Attribution by = {.entry = cue, .verb = i, .why = "a verb of naming with words in quotation marks"};
        by.speaker = speaker;
        by.cue = roles_cue(f, p, cue, i);
        if (q->open > piece->first && roles_word_in(f, q->open - 1, "sich selbst")) /* its own name */
            continue;
        if (cue->object)
            for (uint32_t k = piece->first; k < q->open; k++)
                if (roles_word_in(f, k, cue->object) && k > i)
                    spans_add(&by.cue, k, k + 1);
        spans_add(&by.frame, f->unit.first, q->open);
        spans_add(&by.frame, q->close + 1, f->unit.body_end);
        TokenSpans quote = {.len = 0};
        spans_add(&quote, q->open, q->close + 1);
        return finder_add(f, STATEMENT_DIRECT, quote, &by) != UINT32_MAX;
    }
    return false;
}

/* mit den Worten „…“, Parolen wie „…“: the noun before the quotation is the cue. */
static bool worded(Finder *f, const Quotation *q)
{
    static const char NOUNS[] =
        "wort worte worten parole parolen spruch sprüche sprüchen slogan slogans losung losungen ruf rufe rufen "
        "frage feststellung behauptung aussage aussagen antwort kommentar forderung appell aufschrift";
    size_t p = clauses_at(f, q->open);
    uint32_t noun = q->open, first = f->unit.first;
    if (noun == first)
        return false;
    noun--;
    while (noun > first && q->open - noun < 4 && roles_word_in(f, noun, "wie zum beispiel etwa z.b."))
        noun--;
    bool upper = (f->tokens[q->open + 1].flags & TOKEN_UPPER) != 0;
    if (p == f->pieces.len || noun <= first || !upper || !roles_word_in(f, noun, NOUNS))
        return false;
    Attribution by = {.verb = noun, .why = "a noun of saying before words in quotation marks"};
    const Piece *piece = &f->pieces.data[p];
    if (piece->finite != NO_TOKEN)
        by.speaker = roles_subject(f, p, piece->finite);
    if (piece->finite != NO_TOKEN && finder_cue(f, p, piece->finite, CUE_DIRECT)) {
        spans_add(&by.cue, piece->finite, piece->finite + 1);
    } else {
        uint32_t from = noun;
        while (from > piece->first && (f->classes[from - 1] == CLASS_DET || f->classes[from - 1] == CLASS_ADP ||
                                       f->classes[from - 1] == CLASS_ADJ))
            from--;
        spans_add(&by.cue, from, noun + 1);
    }
    spans_add(&by.frame, first, q->open);
    spans_add(&by.frame, q->close + 1, f->unit.body_end);
    TokenSpans quote = {.len = 0};
    spans_add(&quote, q->open, q->close + 1);
    return finder_add(f, STATEMENT_DIRECT, quote, &by) != UINT32_MAX;
}

/* A verb of saying or thinking somewhere in the clause, its object in quotation marks: warnte vor „…“, zeigte sich „…“.
 */
static bool with_verb(Finder *f, const Quotation *q)
{
    size_t p = clauses_at(f, q->open);
    if (p == f->pieces.len)
        return false;
    const Piece *piece = &f->pieces.data[p];
    for (uint32_t i = piece->first; i < piece->end && piece->finite != NO_TOKEN; i++) {
        if (f->in_quote[i] || f->classes[i] != CLASS_VERB)
            continue;
        const Cue *cue = finder_cue(f, p, i, CUE_DIRECT | CUE_OBJECT);
        if (!cue || (cue->governs & CUE_IMPERSONAL) || !finder_is_fact(f, piece, i))
            continue;
        Attribution by = {.entry = cue, .verb = i, .why = "a verb of saying in the same clause"};
        by.speaker = roles_subject(f, p, piece->finite);
        if (by.speaker.len && by.speaker.at[0].first <= q->open && q->close < by.speaker.at[0].end)
            return true; /* part of who speaks: nothing he says */
        by.cue = roles_cue(f, p, cue, i);
        spans_add(&by.frame, f->unit.first, q->open);
        spans_add(&by.frame, q->close + 1, f->unit.body_end);
        TokenSpans quote = {.len = 0};
        spans_add(&quote, q->open, q->close + 1);
        return finder_add(f, STATEMENT_DIRECT, quote, &by) != UINT32_MAX;
    }
    return false;
}

static bool is_sentence(const Finder *f, const Quotation *q)
{
    for (uint32_t i = q->open + 1; i < q->close; i++)
        if (clause_is_finite(f, i))
            return q->close - q->open > 4;
    return false;
}

/* A name and a colon at the head of a heading: "Quell: Der Hafen bleibt offen". All of it is what was said. */
static bool heading(Finder *f)
{
    const Unit *u = &f->unit;
    BlockKind kind = f->article->blocks[u->block].kind;
    bool short_line = u->body_end == u->end && u->end - u->first < 30;
    if (f->pieces.len < 2 || f->pieces.data[1].before != WORD_COLON || f->pieces.data[0].finite != NO_TOKEN)
        return false;
    if (kind != BLOCK_TITLE && kind != BLOCK_SUBHEAD && !short_line)
        return false;
    const Piece *name = &f->pieces.data[0];
    if (f->classes[name->end - 1] != CLASS_PROPN || roles_phrase_end(f, name->first, name->end) != name->end)
        return false;
    Attribution by = {.verb = NO_TOKEN, .why = "a name and a colon before a heading"};
    spans_add(&by.speaker, name->first, name->end);
    if (!speaker_is_known(f, &by.speaker)) /* Bild: …, Stand: … */
        return false;
    spans_add(&by.frame, name->first, name->end + 1);
    TokenSpans quote = {.len = 0};
    spans_add(&quote, f->pieces.data[1].first, u->body_end);
    return finder_add(f, STATEMENT_DIRECT, quote, &by) != UINT32_MAX;
}

void direct_find(Finder *f)
{
    const Unit *u = &f->unit;
    if (heading(f))
        return;
    for (size_t p = 1; p < f->pieces.len; p++)
        if (f->pieces.data[p].before == WORD_COLON && f->words[f->pieces.data[p].first] == WORD_QUOTE) {
            Quotation q = {f->pieces.data[p].first, f->pieces.data[p].first};
            if (!is_taken(f, &q))
                after_colon(f, p);
        }
    for (uint32_t i = u->first_quote; i < u->first_quote + u->n_quotes; i++) {
        const Quotation *q = &f->quotations.data[i];
        if (q->open < u->first || q->close >= u->end || is_taken(f, q))
            continue;
        if (named(f, q) || worded(f, q) || !quotes_say_something(f, q, false))
            continue;
        bool alone = q->open <= u->first + 1 && q->close + 2 >= u->body_end;
        if (alone && f->active && f->silence == 0) {
            Attribution by = f->carried;
            by.why = "a quotation that goes on from the sentence before";
            TokenSpans quote = {.len = 0};
            spans_add(&quote, q->open, q->close + 1);
            finder_add(f, STATEMENT_DIRECT, quote, &by);
        }
    }
}

/* In the frame of a statement of this unit: „Das Blatt am See“, which somebody told something. */
static bool is_in_frame(const Finder *f, const Quotation *q)
{
    uint32_t at = f->tokens[q->open].span.begin;
    for (size_t i = f->used_from; i < f->out.len; i++)
        for (size_t k = 0; k < f->out.data[i].frame.len; k++)
            if (f->out.data[i].frame.data[k].begin <= at && at < f->out.data[i].frame.data[k].end)
                return (f->tokens[q->open + 1].flags & TOKEN_UPPER) && q->open > f->unit.first &&
                       roles_word_in(f, q->open - 1, "der die das dem im vom beim zum zur");
    return false;
}

void direct_find_rest(Finder *f)
{
    const Unit *u = &f->unit;
    for (uint32_t i = u->first_quote; i < u->first_quote + u->n_quotes; i++) {
        const Quotation *q = &f->quotations.data[i];
        if (q->open < u->first || q->close >= u->end || is_taken(f, q) || !quotes_say_something(f, q, false) ||
            is_in_frame(f, q) || with_verb(f, q))
            continue;
        bool alone = q->open <= u->first + 1 && q->close + 2 >= u->body_end;
        bool near = f->active && f->silence <= 1;
        if (!(alone && is_sentence(f, q)) && !(near && !(f->tokens[q->open + 1].flags & TOKEN_UPPER)))
            continue;
        Attribution by = {.verb = NO_TOKEN};
        size_t p = alone ? f->pieces.len : clauses_at(f, q->open);
        if (p < f->pieces.len && f->pieces.data[p].finite != NO_TOKEN)
            by.speaker = roles_subject(f, p, f->pieces.data[p].finite);
        if (by.speaker.len && (!speaker_is_known(f, &by.speaker) || by.speaker.at[0].end > q->open))
            by.speaker.len = 0;
        if (near && !by.speaker.len)
            by.speaker = f->carried.speaker;
        else if (alone && !by.speaker.len)
            by.speaker = free_subject_before(f);
        by.why = "words in quotation marks with nobody named beside them";
        TokenSpans quote = {.len = 0};
        spans_add(&quote, q->open, q->close + 1);
        finder_add(f, STATEMENT_DIRECT, quote, &by);
    }
}
