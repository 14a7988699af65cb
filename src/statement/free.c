#include "statement/find.h"

/* A clause in the indicative and after it, joined by a comma only, one in Konjunktiv: "Er sieht darin einen Bruch, das
 * Gesetz gelte weiter." Whatever the verb, the second is what the subject of the first says. */
static bool tells_on(Finder *f)
{
    size_t a = 0, b;
    while (a < f->pieces.len && f->pieces.data[a].kind != PIECE_MAIN && f->pieces.data[a].kind != PIECE_VERB_FIRST)
        a++;
    for (b = a + 1; b < f->pieces.len; b++)
        if (f->pieces.data[b].kind == PIECE_MAIN && f->pieces.data[b].mood == MOOD_SUB1)
            break;
    if (b >= f->pieces.len || f->pieces.data[a].mood != MOOD_IND || f->pieces.data[b].before != WORD_COMMA ||
        f->words[f->pieces.data[b].first] == WORD_UND)
        return false;
    Attribution by = {.verb = NO_TOKEN, .why = "a clause in Konjunktiv goes on from one in the indicative"};
    by.speaker = roles_subject(f, a, f->pieces.data[a].finite);
    spans_add(&by.frame, f->unit.first, f->pieces.data[b].first);
    TokenSpans quote = {.len = 0};
    spans_add(&quote, f->pieces.data[b].first, f->unit.body_end);
    if (finder_add(f, STATEMENT_INDIRECT, quote, &by) == UINT32_MAX)
        return false;
    finder_add_quoted(f, f->pieces.data[b].first, f->unit.body_end, &by);
    return true;
}

/* The first main clause of the unit, when it comes before any frame; pieces.len when there is none. */
static size_t first_main(const Finder *f)
{
    for (size_t p = 0; p < f->pieces.len && !f->pieces.data[p].frame; p++)
        if (f->pieces.data[p].kind == PIECE_MAIN || f->pieces.data[p].kind == PIECE_VERB_FIRST)
            return p;
    return f->pieces.len;
}

TokenSpans free_subject_before(Finder *f)
{
    TokenSpans subject = {.len = 0};
    Unit now = f->unit;
    if (f->before.end != now.first || f->before.block != now.block)
        return subject;
    f->unit = f->before;
    clauses_split(f);
    size_t p = first_main(f);
    if (p < f->pieces.len)
        subject = roles_subject(f, p, f->pieces.data[p].finite);
    if (subject.len && !speaker_is_known(f, &subject))
        subject.len = 0;
    f->unit = now;
    clauses_split(f);
    return subject;
}

/* The unit up to `end` as carried-on speech of that type; a run of such units is one statement. */
static void add_carried(Finder *f, StatementType type, uint32_t end)
{
    Attribution by = {.verb = NO_TOKEN};
    bool near = f->active && f->silence == 0;
    if (f->active) {
        by = f->carried;
        by.cue.len = by.frame.len = by.addressee.len = 0;
    }
    TokenSpans before = {.len = 0};
    if (f->silence > 0 || !f->active)
        before = free_subject_before(f);
    if (before.len)
        by.speaker = before;
    if (near && f->run != STATEMENT_NONE && f->out.data[f->run].type == type) {
        Statement *s = &f->out.data[f->run];
        s->quote.data[s->quote.len - 1].end = f->tokens[end - 1].span.end;
        f->run_grew = true;
    } else {
        by.why = type == STATEMENT_FREE_INDIRECT
                     ? "\"soll\" after a statement: what was heard of its speaker"
                     : "Konjunktiv without a verb of saying goes on from the statement before";
        TokenSpans quote = {.len = 0};
        spans_add(&quote, f->unit.first, end);
        uint32_t made = finder_add(f, type, quote, &by);
        if (made != UINT32_MAX)
            f->run = made;
    }
    finder_add_quoted(f, f->unit.first, end, &by);
}

bool free_before_colon(Finder *f, uint32_t end)
{
    if (!f->active || f->silence > 0 || f->out.len > f->used_from)
        return false;
    for (size_t p = 0; p < f->pieces.len && f->pieces.data[p].first < end; p++)
        for (uint32_t i = f->pieces.data[p].first; i < f->pieces.data[p].end && i < end; i++)
            if (!f->in_quote[i] && finder_cue(f, p, i, CUE_DIRECT | CUE_SPEECH))
                return false; /* a speaker of its own */
    add_carried(f, STATEMENT_INDIRECT_FREE_INDIRECT, end - 1);
    return true;
}

void free_begin(Finder *f)
{
    size_t p = first_main(f);
    if (p == f->pieces.len || f->pieces.data[p].mood != MOOD_SUB1 || !f->active || f->out.len > f->used_from)
        return;
    for (size_t k = p; k < f->pieces.len; k++)
        if (f->pieces.data[k].frame)
            return;
    if (p > 0 && f->pieces.data[p - 1].kind == PIECE_REL && f->pieces.data[p - 1].finite != NO_TOKEN &&
        finder_cue(f, p - 1, f->pieces.data[p - 1].finite, CUE_MAIN))
        return; /* "Quell, der sagte, der Bau sei sicher, ging": said in the relative clause */
    const Piece *piece = &f->pieces.data[p];
    const Cue *cue = NULL;
    for (uint32_t i = piece->first; i < piece->end && !cue; i++)
        if (!f->in_quote[i])
            cue = finder_cue(f, p, i, CUE_SPEECH | CUE_ZU);
    if (!cue) /* no statement in it: free_find sees to it */
        return;
    TokenSpans subject = roles_subject(f, p, piece->finite);
    bool himself =
        subject.len && (f->words[subject.at[0].first] == WORD_SUBJECT || f->words[subject.at[0].first] == WORD_SIE);
    if (!(himself && (cue->governs & CUE_THOUGHT))) /* "er hoffe, dass …": that is the speaker's own hope */
        add_carried(f, STATEMENT_INDIRECT_FREE_INDIRECT, f->unit.end);
}

void free_find(Finder *f)
{
    if (f->out.len > f->used_from || f->run_grew || tells_on(f))
        return;
    bool certain = false, likely = false, hearsay = false;
    for (size_t p = 0; p < f->pieces.len; p++) {
        const Piece *piece = &f->pieces.data[p];
        if (piece->kind != PIECE_MAIN && piece->kind != PIECE_VERB_FIRST)
            continue;
        certain |= piece->mood == MOOD_SUB1;
        likely |= piece->mood == MOOD_SUB2;
        hearsay |= piece->finite != NO_TOKEN && str_equal(f->tokens[piece->finite].lemma, STR("sollen")) &&
                   piece->mood == MOOD_IND;
    }
    bool near = f->active && f->silence == 0;
    if (certain || (likely && near))
        add_carried(f, STATEMENT_INDIRECT_FREE_INDIRECT, f->unit.end);
    else if (hearsay && near)
        add_carried(f, STATEMENT_FREE_INDIRECT, f->unit.end);
}
