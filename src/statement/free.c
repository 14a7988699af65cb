#include "statement/find.h"

void free_find(Finder *f)
{
    if (f->out.len > f->used_from)
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
