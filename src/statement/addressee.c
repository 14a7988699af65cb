#include "statement/find.h"

/* Adds the phrase that begins at `from`; whether there is one. */
static bool add_phrase(const Finder *f, TokenSpans *out, uint32_t from, uint32_t end)
{
    uint32_t e = from < end ? roles_phrase_end(f, from, end) : from;
    if (e <= from)
        return false;
    spans_add(out, from, e);
    return true;
}

TokenSpans addressee_named(const Finder *f, uint32_t first, uint32_t end)
{
    static const char TALKS[] = "interview interviews gespräch telefonat telefongespräch telefoninterview gesprächen";
    static const char LETTERS[] = "brief schreiben appell botschaft mail e-mail rundschreiben telegramm";
    static const char HEARERS[] =
        "presse journalisten reportern medienvertretern pressevertretern anhängern abgeordneten delegierten parlament "
        "studenten mitarbeitern demonstranten unternehmern diplomaten zuhörern publikum landsleuten soldaten";
    TokenSpans out = {.len = 0};
    for (uint32_t i = first; i + 1 < end; i++) {
        if (f->in_quote[i])
            continue;
        bool after_noun = i > first && !f->in_quote[i - 1];
        if (roles_word_in(f, i, "gegenüber")) {
            if (add_phrase(f, &out, i + 1, end))
                return out;
        } else if (after_noun && roles_word_in(f, i, "mit") && roles_word_in(f, i - 1, TALKS)) {
            if (add_phrase(f, &out, i + 1, end))
                return out;
        } else if (after_noun && roles_word_in(f, i, "an") && roles_word_in(f, i - 1, LETTERS)) {
            if (add_phrase(f, &out, i + 1, end))
                return out;
        } else if (roles_word_in(f, i, "vor")) {
            uint32_t e = phrase_end(f, i + 1, end, false);
            for (uint32_t k = i + 1; k < e; k++)
                if (roles_word_in(f, k, HEARERS)) {
                    spans_add(&out, i + 1, e);
                    return out;
                }
        }
    }
    return out;
}

/* What prepositions name as hearer beside some verbs: appellierte an X, forderte von X, sagte zu X. */
static TokenSpans beside_verb(const Finder *f, const Piece *p, const Cue *cue)
{
    static const struct {
        const char *verbs, *preposition;
        bool name; /* only before a name: "sagte zur Lage" has no hearer */
    } VERBS[] = {{"appellieren wenden richten", "an", false},
                 {"fordern verlangen", "von vom", false},
                 {"sagen", "zu zur zum", true}};
    TokenSpans out = {.len = 0};
    for (size_t k = 0; k < sizeof VERBS / sizeof VERBS[0]; k++) {
        Str rest = str_of(VERBS[k].verbs), verb;
        bool mine = false;
        while (!mine && str_split(&rest, ' ', &verb))
            mine = str_equal(verb, str_of(cue->lemma));
        for (uint32_t i = p->first; mine && i + 1 < p->end; i++) {
            if (f->in_quote[i] || !roles_word_in(f, i, VERBS[k].preposition))
                continue;
            bool name = f->classes[i + 1] == CLASS_PROPN || f->words[i + 1] == WORD_OBJECT;
            if ((!VERBS[k].name || name) && !f->in_time[i + 1] && add_phrase(f, &out, i + 1, p->end))
                return out;
        }
    }
    return out;
}

/* Where the hearer in the dative ends before a noun without an article: "wirft Quell Untreue vor", "wirft dem Dekan
 * Untreue vor". */
static uint32_t name_end(const Finder *f, uint32_t first, uint32_t end)
{
    uint32_t i = first;
    while (i < end && f->classes[i] == CLASS_PROPN)
        i++;
    if (i > first)
        return i < end && f->classes[i] == CLASS_NOUN ? i : end;
    bool article = roles_word_in(f, first, "dem einem diesem");
    while (i < end && (f->classes[i] == CLASS_DET || f->classes[i] == CLASS_ADJ || f->words[i] == WORD_REL))
        i++;
    return article && i + 2 == end && f->classes[i] == CLASS_NOUN && f->classes[i + 1] == CLASS_NOUN ? i + 1 : end;
}

/* The object of the verb: its dative or its accusative, as the cue has it. */
static TokenSpans object(const Finder *f, const Piece *p, const Cue *cue, const TokenSpans *speaker)
{
    TokenSpans out = {.len = 0};
    bool wants_acc = (cue->governs & CUE_ACC) != 0;
    for (uint32_t i = p->first; i < p->end;) {
        if (f->in_quote[i]) {
            i++;
            continue;
        }
        if (f->classes[i] == CLASS_ADP) {
            uint32_t e = phrase_end(f, i + 1, p->end, false);
            i = e > i + 1 ? e : i + 1;
            continue;
        }
        uint32_t e = roles_phrase_end(f, i, p->end);
        if (e == i) {
            i++;
            continue;
        }
        bool subject = speaker->len && i < speaker->at[0].end && speaker->at[0].first < e;
        bool after_verb = i > p->first && clause_is_finite(f, i - 1); /* droht Ostrau mit … */
        bool dative =
            f->words[i] == WORD_OBJECT ||
            roles_word_in(f, i, "dem den der einem einer ihrem seinem seiner ihrer diesem dieser ihnen ihm ihr");
        bool bare = f->classes[i] == CLASS_PROPN && after_verb;
        bool accusative = f->words[i] == WORD_OBJECT ||
                          roles_word_in(f, i, "den die das einen eine ein ihre seine ihren seinen") ||
                          f->classes[i] == CLASS_PROPN || f->classes[i] == CLASS_NOUN;
        if (!subject &&
            (wants_acc ? accusative : bare || (dative && (after_verb || !roles_can_be_subject(f, i, e))))) {
            spans_add(&out, i, wants_acc ? e : name_end(f, i, e));
            return out;
        }
        i = subject ? speaker->at[0].end : e;
    }
    return out;
}

TokenSpans roles_addressee(const Finder *f, size_t piece, const Cue *cue, const TokenSpans *speaker)
{
    const Piece *p = &f->pieces.data[piece];
    size_t last =
        piece; /* what is put in after the verb belongs to it: ", sagte Quell, der Dekan, gegenüber der BBC" */
    while (last + 1 < f->pieces.len && last < piece + 3 && f->pieces.data[last + 1].kind == PIECE_PHRASE &&
           f->pieces.data[last + 1].before == WORD_COMMA)
        last++;
    TokenSpans out = addressee_named(f, p->first, f->pieces.data[last].end);
    if (out.len || !cue)
        return out;
    out = beside_verb(f, p, cue);
    if (out.len || !(cue->governs & (CUE_DAT | CUE_ACC)))
        return out;
    if (!roles_is_passive(f, p))
        return object(f, p, cue, speaker);
    out = roles_patient(f, piece);
    bool hearer = out.len && ((cue->governs & CUE_ACC) || speaker_is_known(f, &out)); /* not what was reported */
    if (!hearer)
        out.len = 0;
    return out;
}
