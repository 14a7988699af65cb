#include "statement/find.h"

/* A clause in the indicative and after it, joined by a comma only, one in Konjunktiv: "Er sieht darin einen Bruch, das Gesetz gelte
 * weiter." Whatever the verb, the second is what the subject of the first says. */
static bool tells_on(Finder *f)
{
    size_t a = 0, b;
    while (a < f->pieces.len && f->pieces.data[a].kind != PIECE_MAIN && f->pieces.data[a].kind != PIECE_VERB_FIRST)
        a++;
    for (b = a + 1; b < f->pieces.len; b++)
        if (f->pieces.data[b].kind == PIECE_MAIN && f->pieces.data[b].mood == MOOD_SUB1)
            break;
    if (b >= f->pieces.len || f->pieces.data[a].mood != MOOD_IND || f->pieces.data[b].before != WORD_COMMA || f->words[f->pieces.data[b].first] == WORD_UND)
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

void free_find(Finder *f)
{
    if (f->out.len > f->used_from || tells_on(f))
        return;
    bool certain = false, likely = false, hearsay = false;
    for (size_t p = 0; p < f->pieces.len; p++) {
        const Piece *piece = &f->pieces.data[p];
        if (piece->kind != PIECE_MAIN && piece->kind != PIECE_VERB_FIRST)
            continue;
        certain |= piece->mood == MOOD_SUB1;
        likely |= piece->mood == MOOD_SUB2;
        hearsay |= piece->finite != NO_TOKEN && str_equal(f->tokens[piece->finite].lemma, STR("sollen")) && piece->mood == MOOD_IND;
    }
    bool near = f->active && f->silence == 0;
    if (!certain && !(likely && near) && !(hearsay && near))
        return;
    StatementType type = certain || likely ? STATEMENT_INDIRECT_FREE_INDIRECT : STATEMENT_FREE_INDIRECT;
    Attribution by = {.verb = NO_TOKEN};
    if (f->active) {
        by = f->carried;
        by.cue.len = by.frame.len = by.addressee.len = 0;
        Statement *last = f->out.len ? &f->out.data[f->out.len - 1] : NULL;
        if (last && near && last->type == type && f->out.len - 1 == f->active_at) { /* one run of sentences is one statement */
            last->quote.data[last->quote.len - 1].end = f->tokens[f->unit.end - 1].span.end;
            finder_add_quoted(f, f->unit.first, f->unit.end, &by);
            return;
        }
    }
    by.why = type == STATEMENT_FREE_INDIRECT ? "\"soll\" after a statement: what was heard of its speaker" : "Konjunktiv without a verb of saying goes on from the statement before";
    TokenSpans quote = {.len = 0};
    spans_add(&quote, f->unit.first, f->unit.end);
    if (finder_add(f, type, quote, &by) != UINT32_MAX)
        finder_add_quoted(f, f->unit.first, f->unit.end, &by);
}
