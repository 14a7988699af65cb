#include "statement/find.h"

/* Whether one of the words in `list` (lower case, apart by spaces) stands in [first, end), quotations aside. */
static bool has_word(const Finder *f, uint32_t first, uint32_t end, const char *list)
{
    for (uint32_t i = first; i < end; i++) {
        if (!f->in_quote[i] && roles_word_in(f, i, list))
            return true;
    }
    return false;
}

/* "sagte er weiter" is no "weitersagen". */
Str finder_lemma(const Finder *f, uint32_t token)
{
    static const struct {
        const char *read, *is;
    } FORMS[] = {
        /* that the lexicon does not know or takes for others */
        {"beschloss", "beschließen"},    {"beschlossen", "beschließen"}, {"entschloss", "entschließen"},
        {"schwären", "schwören"},        {"vereinbart", "vereinbaren"},  {"vereinbarte", "vereinbaren"},
        {"vereinbarten", "vereinbaren"},
    };
    Str lemma = f->tokens[token].lemma, more = STR("weiter");
    if (str_equal(lemma, STR("geloben")) && roles_word_in(f, token, "gelobt"))
        return STR("loben"); /* seldom an oath */
    if (lemma.len > 7 && lemma.len < 13 && strchr("besv", lemma.data[0]))
        for (size_t i = 0; i < sizeof FORMS / sizeof FORMS[0]; i++)
            if (str_equal(lemma, str_of(FORMS[i].read)))
                return str_of(FORMS[i].is);
    return f->tokens[token].separable && str_starts(lemma, more) ? str_slice(lemma, more.len, lemma.len) : lemma;
}

const Cue *finder_cue(const Finder *f, size_t piece, uint32_t token, uint32_t wanted)
{
    uint8_t class = f->classes[token];
    bool noun = class == CLASS_NOUN;
    if (!noun && class != CLASS_VERB && class != CLASS_AUX && class != CLASS_ADJ)
        return NULL;
    const Piece *p = &f->pieces.data[piece];
    TokenCues *known = &f->cues[token];
    const Cue *plain = NULL;
    if (!known->asked) {
        size_t n;
        known->cues = cue_find(finder_lemma(f, token), noun, &n);
        known->n = (uint32_t)n;
        known->asked = true;
    }
    for (size_t i = 0; i < known->n; i++) {
        const Cue *c = &known->cues[i];
        if (!(c->governs & wanted))
            continue;
        if ((c->governs & CUE_REFL) && !has_word(f, p->first, p->end, "sich mich uns"))
            continue;
        if ((c->governs & CUE_AS) && c->object && !has_word(f, p->first, p->end, c->object))
            continue;
        if (c->with && has_word(f, p->first, p->end, c->with))
            return c;
        if (!c->with && !plain)
            plain = c;
    }
    return plain;
}

bool finder_is_fact(const Finder *f, const Piece *p, uint32_t verb)
{
    const Token *t = &f->tokens[verb];
    if (verb == p->finite)
        return true;
    if (p->finite == NO_TOKEN || f->classes[p->finite] != CLASS_AUX || (t->features & FEAT_ZU) ||
        (verb > p->first && f->words[verb - 1] == WORD_ZU))
        return false;
    if (verb + 1 < p->end && f->classes[verb + 1] == CLASS_NOUN)
        return false;
    Str modal = f->tokens[p->finite].lemma;
    if (t->features & FEAT_PART2)
        return str_equal(modal, STR("haben")) || str_equal(modal, STR("werden")) || str_equal(modal, STR("sein"));
    return (t->features & FEAT_INF) &&
           (str_equal(modal, STR("wollen")) || str_equal(modal, STR("werden")) || str_equal(modal, STR("lassen")));
}

static bool is_reportive(const Piece *p)
{
    return p->mood == MOOD_SUB1 || p->mood == MOOD_SUB2;
}

/* Whether a main clause in the indicative can be what the cue says ("X sagte, das ist gut"): only after a plain verb of
 * saying that has no object and whose own clause is a main clause. */
static bool takes_plain_clause(const Finder *f, size_t p, const Cue *c)
{
    const Piece *piece = &f->pieces.data[p];
    bool plain = c->act == ACT_REPORT || c->act == ACT_CLARIFY || c->act == ACT_ASSESS;
    return (c->governs & CUE_DIRECT) && !(c->governs & (CUE_OBJECT | CUE_NOUN)) && plain && piece->kind != PIECE_SUB &&
           piece->kind != PIECE_REL && !roles_is_passive(f, piece);
}

/* The first clause of the unit, and one that asks for another behind it: "wenn …, …", "gibt er …, …". */
static bool is_condition(const Finder *f, size_t p)
{
    const Piece *piece = &f->pieces.data[p];
    bool asks = f->unit.body_end < f->unit.end && str_equal(finder_word(f, f->unit.body_end), STR("?"));
    for (size_t k = 0; k < p; k++)
        if (f->pieces.data[k].finite != NO_TOKEN)
            return false;
    return !asks && (piece->kind == PIECE_VERB_FIRST ||
                     (piece->kind == PIECE_SUB && piece->opener != WORD_DASS && piece->opener != WORD_WIE));
}

/* Whether the piece q can begin what the cue in piece p says, as the cue's valency has it. */
static bool begins_content(const Finder *f, size_t p, const Cue *c, const Piece *q)
{
    if (q->before == WORD_COLON)
        return (c->governs & (CUE_DIRECT | CUE_MAIN)) && q->kind != PIECE_PHRASE && q->kind != PIECE_REL;
    switch ((PieceKind)q->kind) {
    case PIECE_QUOTE:
        return (c->governs & CUE_DIRECT) != 0;
    case PIECE_INF:
        return ((c->governs & CUE_ZU) || (c->governs & CUE_SPEECH) == CUE_SPEECH) && q->opener != WORD_UM;
    case PIECE_SUB:
        if (q->opener == WORD_DASS || q->opener == WORD_OB)
            return (c->governs & CUE_THAT) != 0;
        if (q->opener == WORD_WH || q->opener == WORD_WIE)
            return (c->governs & CUE_THAT) && (c->governs & CUE_DIRECT) &&
                   (is_reportive(q) || !roles_word_in(f, q->first, "was wo wie"));
        return q->opener == WORD_WENN && (c->governs & CUE_MAIN) && q + 1 < f->pieces.data + f->pieces.len &&
               is_reportive(q + 1);
    case PIECE_MAIN:
        if (q->before != WORD_COMMA || f->words[q->first] == WORD_UND || !(c->governs & CUE_MAIN))
            return false;
        if (c->act == ACT_DEMAND && q->finite != NO_TOKEN && str_equal(f->tokens[q->finite].lemma, STR("mögen")))
            return true; /* appellierte an sie, sie mögen kommen */
        if (q->finite != NO_TOKEN && f->in_quote[q->finite])
            return true; /* …, er „rechne damit“: words quoted inside */
        return is_reportive(q) || (f->words[q->first] != WORD_ABER && takes_plain_clause(f, p, c));
    case PIECE_VERB_FIRST:
        return !is_condition(f, p) && q->before == WORD_COMMA && (c->governs & CUE_MAIN) && is_reportive(q) &&
               q->finite == q->first &&
               !str_equal(f->tokens[q->finite].lemma, STR("sollen")); /* "sollte es regnen" is a condition */
    default: /* …, er „rechne damit“: the verb is not always known for one inside quotation marks */
        return (c->governs & CUE_MAIN) && q->before == WORD_COMMA && q->first + 1 < q->end &&
               f->words[q->first + 1] == WORD_QUOTE &&
               (f->words[q->first] == WORD_SUBJECT || f->words[q->first] == WORD_SIE);
    }
}

/* What may stand between a cue's clause and what it says. */
static bool may_intervene(const Finder *f, const Piece *q)
{
    return q->before == WORD_COMMA && f->words[q->first] != WORD_UND &&
           (q->kind == PIECE_PHRASE || q->kind == PIECE_REL || (q->kind == PIECE_INF && q->opener == WORD_UM) ||
            (q->kind == PIECE_SUB && q->opener != WORD_DASS && q->opener != WORD_OB));
}

/* Where the content that begins with piece q ends: at a later frame, at the end of the unit, or where the clause of the
 * cue goes on: "Er sagte, dass er komme, und ging", "Wenn er sagt, dass er kommt, wird gefeiert". */
static uint32_t content_end(const Finder *f, size_t cue, size_t q, uint32_t limit)
{
    const Piece *first = &f->pieces.data[q];
    bool condition = is_condition(f, cue);
    for (size_t k = q + 1; k < f->pieces.len; k++) {
        const Piece *p = &f->pieces.data[k];
        if (p->first >= limit)
            break;
        if (p->frame)
            return f->pieces.data[k - 1].end;
        bool verb_final = first->kind == PIECE_SUB || first->kind == PIECE_INF;
        bool resumes =
            verb_final && p->kind == PIECE_VERB_FIRST && p->mood == MOOD_IND &&
            (p->before == WORD_UND || f->words[p->first] == WORD_UND || f->pieces.data[k - 1].kind == PIECE_INF ||
             (condition && p->before == WORD_COMMA));
        if (resumes || p->before == WORD_SEMICOLON)
            return f->pieces.data[k - 1].end;
    }
    return limit;
}

static uint32_t piece_begin(const Finder *f, size_t p)
{
    const Piece *piece = &f->pieces.data[p];
    bool joined = f->words[piece->first] == WORD_UND || f->words[piece->first] == WORD_ABER;
    return piece->first + joined;
}

/* The limit of what a cue in piece p can govern: the end of the innermost statement of this unit it stands in. */
static uint32_t limit_at(const Finder *f, uint32_t token, uint32_t *begin)
{
    uint32_t limit = f->unit.body_end;
    *begin = f->unit.first;
    for (size_t i = f->used_from; i < f->out.len; i++) {
        const Statement *s = &f->out.data[i];
        if (s->type != STATEMENT_INDIRECT && s->type != STATEMENT_INDIRECT_FREE_INDIRECT)
            continue;
        for (size_t k = 0; k < s->quote.len; k++) {
            uint32_t at = f->tokens[token].span.begin;
            if (s->quote.data[k].begin <= at && at < s->quote.data[k].end) {
                uint32_t end = (uint32_t)analysis_token_at(f->analysis, s->quote.data[k].end - 1) + 1;
                uint32_t first = (uint32_t)analysis_token_at(f->analysis, s->quote.data[k].begin);
                if (end - first < limit - *begin)
                    limit = end, *begin = first;
            }
        }
    }
    return limit;
}

static void add_content(Finder *f, TokenSpans quote, const Attribution *by)
{
    bool direct = quote.len > 0;
    for (uint32_t i = 0; i < quote.len; i++)
        direct &= quotes_cover(f, quote.at[i].first, quote.at[i].end);
    uint32_t made = finder_add(f, direct ? STATEMENT_DIRECT : STATEMENT_INDIRECT, quote, by);
    if (made != UINT32_MAX && !direct)
        for (uint32_t i = 0; i < quote.len; i++)
            finder_add_quoted(f, quote.at[i].first, quote.at[i].end, by);
}

static TokenSpans speaker_of(const Finder *f, size_t p, const Cue *cue)
{
    return cue->governs & CUE_IMPERSONAL ? roles_hidden(f, p) : roles_subject(f, p, f->pieces.data[p].finite);
}

static bool is_quoting(const Finder *f, uint32_t verb)
{
    return str_equal(f->tokens[verb].lemma, STR("zitieren"));
}

/* Who is quoted: the object of "zitieren", in the passive its subject. */
static TokenSpans quoted_one(const Finder *f, size_t p, const TokenSpans *quoting)
{
    static const Cue OBJECT = {"zitieren", CUE_ACC, ACT_REPORT, NULL, NULL};
    const Piece *piece = &f->pieces.data[p];
    if (roles_is_passive(f, piece))
        return roles_patient(f, p);
    return roles_addressee(f, p, &OBJECT, quoting);
}

/* "Die Zeitung zitiert den Minister: …": besides who quotes there is who is quoted. */
static void add_quoted_person(Finder *f, size_t p, TokenSpans quote, const Attribution *by)
{
    Attribution person = {
        .verb = by->verb, .entry = by->entry, .frame = by->frame, .why = "who is quoted by somebody else"};
    person.speaker = quoted_one(f, p, &by->speaker);
    if (person.speaker.len && by->speaker.len && person.speaker.at[0].first != by->speaker.at[0].first)
        finder_add_second(f, quote, &person);
}

/* X sagte, dass … | X sagte, er komme | X forderte, … zu … | X sagte: „…“ */
static bool find_after(Finder *f, size_t p, uint32_t verb, const Cue *cue)
{
    size_t q = p + 1;
    while (q < f->pieces.len && q < p + 5 && !begins_content(f, p, cue, &f->pieces.data[q]) &&
           may_intervene(f, &f->pieces.data[q]))
        q++;
    if (q >= f->pieces.len || !begins_content(f, p, cue, &f->pieces.data[q]) || f->pieces.data[q].frame)
        return false;
    if (q > p + 1 && f->pieces.data[q].kind == PIECE_INF &&
        (f->pieces.data[q - 1].kind == PIECE_REL || f->pieces.data[q - 1].kind == PIECE_SUB))
        return false; /* the infinitive hangs on the clause between */
    uint32_t outer, limit = limit_at(f, verb, &outer);
    uint32_t first = f->pieces.data[q].first;
    if (first >= limit)
        return false;
    uint32_t end = content_end(f, p, q, limit);
    if (f->pieces.data[q].kind == PIECE_QUOTE && q + 1 < f->pieces.len && end > f->pieces.data[q].end &&
        f->pieces.data[q + 1].before != WORD_QUOTE) {
        const Piece *next = &f->pieces.data[q + 1];
        if (next->kind != PIECE_QUOTE)
            end = f->pieces.data[q].end; /* the quotation is all it says */
    }
    Attribution by = {.entry = cue, .verb = verb};
    by.speaker = speaker_of(f, p, cue);
    if (is_quoting(f, verb) && !by.speaker.len)
        by.speaker = quoted_one(f, p, &by.speaker);
    by.cue = roles_cue(f, p, cue, verb);
    by.addressee = roles_addressee(f, p, cue, &by.speaker);
    by.why = "a verb of saying governs the clause after it";
    uint32_t begin = outer > f->unit.first ? f->pieces.data[p].first : f->unit.first;
    const Piece *piece = &f->pieces.data[p];
    if (begin == f->unit.first && p > 0 && (piece->before == WORD_UND || piece->before == WORD_SEMICOLON) &&
        piece->kind == PIECE_MAIN)
        begin = piece_begin(f, p);
    spans_add(&by.frame, begin, first);
    if (end < limit && end < f->unit.body_end && outer == f->unit.first)
        spans_add(&by.frame, end, limit);
    TokenSpans quote = {.len = 0};
    spans_add(&quote, first, end);
    add_content(f, quote, &by);
    if (is_quoting(f, verb))
        add_quoted_person(f, p, quote, &by);
    return true;
}

/* A person, and nothing behind it. */
static bool is_bare(const Finder *f, const Piece *p, const TokenSpans *subject)
{
    if (!subject->len || subject->at[0].first != p->finite + 1 || subject->at[0].end < p->end)
        return false;
    uint8_t w = f->words[subject->at[0].first];
    return w == WORD_SUBJECT || w == WORD_SIE || speaker_is_known(f, subject);
}

/* …, sagte X | „…“, sagte X, „…“ */
static bool find_before(Finder *f, size_t p, uint32_t verb, const Cue *cue)
{
    Piece *piece = &f->pieces.data[p];
    if (!finder_is_fact(f, piece, verb))
        return false;
    uint32_t start = piece->first + (f->words[piece->first] == WORD_SO); /* so heißt es, so sagte er */
    if (p == 0 || !(cue->governs & CUE_AFTER) || piece->finite != start ||
        (piece->kind != PIECE_VERB_FIRST && start == piece->first))
        return false;
    if (piece->before != WORD_COMMA && piece->before != WORD_DASH && piece->before != WORD_QUOTE)
        return false;
    bool says = false, leads = true;
    size_t from = 0;
    for (size_t k = p; k-- > 0;) {
        const Piece *q = &f->pieces.data[k];
        if (q->frame || q->before == WORD_SEMICOLON) {
            from = k + q->frame;
            if (q->frame)
                break;
        }
        if (q->kind == PIECE_QUOTE && q->before == WORD_COLON) { /* what stands before the colon is not said */
            from = k;
            says = true;
            break;
        }
        bool clause =
            q->kind == PIECE_SUB && (q->opener == WORD_DASS || q->opener == WORD_OB) && (cue->governs & CUE_THAT);
        says |= q->kind == PIECE_MAIN || q->kind == PIECE_QUOTE || q->kind == PIECE_VERB_FIRST || clause;
        leads &= q->kind == PIECE_SUB || q->kind == PIECE_INF || q->kind == PIECE_PHRASE || q->kind == PIECE_REL;
        if (q->before == WORD_SEMICOLON)
            break;
    }
    TokenSpans speaker = speaker_of(f, p, cue);
    bool behind = speaker.len && speaker.at[0].first > piece->finite;
    if (cue->governs & CUE_BARE && !is_bare(f, piece, &speaker))
        return false;
    if (!says && !(leads && behind && from + 1 == p && f->pieces.data[from].kind == PIECE_PHRASE))
        return false;
    if (!says && p + 1 < f->pieces.len && begins_content(f, p, cue, &f->pieces.data[p + 1]))
        return false;
    bool hidden = (cue->governs & CUE_IMPERSONAL) || roles_is_passive(f, piece);
    if (says && !behind && !hidden && !quotes_cover(f, f->pieces.data[from].first, f->pieces.data[p - 1].end))
        return false;
    TokenSpans quote = {.len = 0};
    spans_add(&quote, f->pieces.data[from].first, f->pieces.data[p - 1].end);
    Attribution by = {.entry = cue, .verb = verb, .speaker = speaker};
    by.cue = roles_cue(f, p, cue, verb);
    by.addressee = roles_addressee(f, p, cue, &by.speaker);
    by.why = "a verb of saying follows what is said";
    size_t last = p; /* of the frame */
    for (size_t k = p + 1; k < f->pieces.len; k++) {
        const Piece *q = &f->pieces.data[k];
        bool inverted = q->kind == PIECE_VERB_FIRST && q->before == WORD_COMMA && is_reportive(q);
        bool goes_on = inverted || q->kind == PIECE_QUOTE ||
                       (q->kind == PIECE_MAIN && q->before != WORD_UND &&
                        !(q->mood == MOOD_IND && f->words[q->first] == WORD_ABER)) ||
                       (q->kind == PIECE_SUB && q->opener == WORD_DASS);
        if (goes_on && !(speaker.len && q->first < speaker.at[0].end))
            break;
        last = k;
    }
    for (size_t k = p; k <= last; k++)
        f->pieces.data[k].frame = true;
    uint32_t end = f->pieces.data[last].end;
    if (last + 1 < f->pieces.len) {
        uint32_t next = f->pieces.data[last + 1].first;
        spans_add(&quote, next, f->unit.body_end);
        end = next;
    }
    bool comma = piece->first > f->unit.first && f->words[piece->first - 1] == WORD_COMMA;
    spans_add(&by.frame, piece->first - comma, end);
    add_content(f, quote, &by);
    if (is_quoting(f, verb))
        add_quoted_person(f, p, quote, &by);
    return true;
}

/* Wie X mitteilte, … | …, wie X mitteilte */
static bool find_as(Finder *f, size_t p, uint32_t verb, const Cue *cue)
{
    Piece *piece = &f->pieces.data[p];
    if (piece->opener != WORD_WIE || piece->kind != PIECE_SUB || !(cue->governs & CUE_AFTER) || f->pieces.len < 2)
        return false;
    if (p > 0 && piece->before != WORD_COMMA && piece->before != WORD_DASH)
        return false;
    Attribution by = {.entry = cue, .verb = verb};
    by.speaker = speaker_of(f, p, cue);
    by.cue = roles_cue(f, p, cue, verb);
    by.addressee = roles_addressee(f, p, cue, &by.speaker);
    by.why = "a clause with \"wie\" and a verb of saying";
    TokenSpans quote = {.len = 0};
    bool comma = p > 0;
    if (p > 0)
        spans_add(&quote, f->pieces.data[0].first, f->pieces.data[p - 1].end);
    size_t next = p + 1;
    while (next < f->pieces.len &&
           (f->pieces.data[next].kind == PIECE_PHRASE || f->pieces.data[next].kind == PIECE_REL))
        next++;
    if (next < f->pieces.len) {
        spans_add(&quote, f->pieces.data[next].first, f->unit.body_end);
        spans_add(&by.frame, piece->first - comma, f->pieces.data[next].first);
    } else {
        spans_add(&by.frame, piece->first - comma, f->pieces.data[f->pieces.len - 1].end);
        next = p + 1;
    }
    for (size_t k = p; k < next; k++)
        f->pieces.data[k].frame = true;
    add_content(f, quote, &by);
    return true;
}

/* der Vorwurf, dass … | ist der Meinung, … | die Forderung des X, … zu … */
static bool find_noun(Finder *f, size_t p, uint32_t noun, const Cue *cue)
{
    const Piece *piece = &f->pieces.data[p];
    if (p + 1 >= f->pieces.len || f->pieces.data[p + 1].before != WORD_COMMA ||
        !begins_content(f, p, cue, &f->pieces.data[p + 1]))
        return false;
    if (f->pieces.data[p + 1].kind == PIECE_MAIN && !is_reportive(&f->pieces.data[p + 1]))
        return false;
    uint32_t phrase = roles_phrase_end(f, noun, piece->end);
    uint32_t rest = phrase;
    if (f->pieces.data[p + 1].kind == PIECE_MAIN)
        rest = piece->end; /* in Konjunktiv: it need not stand beside its noun */
    while (rest < piece->end && (f->classes[rest] == CLASS_VERB || f->classes[rest] == CLASS_AUX ||
                                 f->classes[rest] == CLASS_ADP || f->classes[rest] == CLASS_ADV))
        rest++;
    if (rest < piece->end)
        return false;
    uint32_t outer, limit = limit_at(f, noun, &outer), first = f->pieces.data[p + 1].first;
    if (first >= limit)
        return false;
    uint32_t end = content_end(f, p, p + 1, limit);
    Attribution by = {.entry = cue, .verb = noun, .why = "a noun of saying governs the clause after it"};
    bool owned = noun + 1 < phrase &&
                 roles_word_in(f, noun + 1, "ihres seines ihrer seiner"); /* die Bereitschaft ihres Landes */
    if (phrase > noun + 1 && !owned) {                                    /* the genitive or "von" */
        uint32_t from = noun + 1;
        spans_add(&by.speaker, from, phrase);
    } else {
        by.speaker = roles_subject(f, p, piece->finite);
        if (by.speaker.len && by.speaker.at[0].first <= noun && noun < by.speaker.at[0].end)
            by.speaker.len = 0; /* "es wächst die Hoffnung, dass": nobody's */
    }
    uint32_t head = noun;
    while (head > piece->first && (f->classes[head - 1] == CLASS_DET || f->classes[head - 1] == CLASS_ADJ))
        head--;
    if (piece->finite != NO_TOKEN && by.speaker.len && by.speaker.at[0].first != noun + 1 && piece->finite < head)
        spans_add(&by.cue, piece->finite, piece->finite + 1);
    spans_add(&by.cue, head, noun + 1);
    spans_add(&by.frame, outer > f->unit.first ? piece->first : f->unit.first, first);
    if (end < limit && outer == f->unit.first)
        spans_add(&by.frame, end, limit);
    TokenSpans quote = {.len = 0};
    spans_add(&quote, first, end);
    add_content(f, quote, &by);
    return true;
}

/* Das berichtete X. What it says is the sentence before. */
static bool find_back(Finder *f, size_t p, uint32_t verb, const Cue *cue)
{
    const Piece *piece = &f->pieces.data[p];
    if (p > 0 || !f->before.end || !(cue->governs & CUE_AFTER) || (cue->governs & CUE_THOUGHT) ||
        piece->kind != PIECE_MAIN)
        return false;
    if (!roles_word_in(f, piece->first, "das dies") || piece->finite != piece->first + 1 ||
        f->before.block != f->unit.block)
        return false;
    Attribution by = {.entry = cue, .verb = verb, .why = "\"das\" and a verb of saying refer to the sentence before"};
    by.speaker = roles_subject(f, p, piece->finite);
    if (!by.speaker.len || by.speaker.at[0].first <= piece->finite)
        return false;
    by.cue = roles_cue(f, p, cue, verb);
    by.addressee = roles_addressee(f, p, cue, &by.speaker);
    spans_add(&by.frame, piece->finite, f->unit.body_end);
    TokenSpans quote = {.len = 0};
    spans_add(&quote, f->before.first, piece->first + 1);
    add_content(f, quote, &by);
    return true;
}

/* „…“, ächzt die Ministerin: behind a quotation any verb whose subject is a person says it. */
static bool find_any(Finder *f, size_t p)
{
    static const Cue ANY = {"", CUE_DIRECT | CUE_AFTER, ACT_REPORT, NULL, NULL};
    const Piece *piece = &f->pieces.data[p];
    if (p == 0 || piece->frame || piece->kind != PIECE_VERB_FIRST || piece->before != WORD_COMMA ||
        piece->mood != MOOD_IND || f->classes[piece->finite] != CLASS_VERB)
        return false;
    uint32_t begin = f->pieces.data[p - 1].first, end = f->pieces.data[p - 1].end;
    if (!quotes_cover(f, begin, end) || !(f->tokens[begin + 1].flags & TOKEN_UPPER))
        return false;
    TokenSpans subject = roles_subject(f, p, piece->finite);
    if (!subject.len || subject.at[0].first <= piece->finite)
        return false;
    uint32_t who = subject.at[0].first;
    bool pronoun = f->words[who] == WORD_SUBJECT || f->words[who] == WORD_SIE;
    return (pronoun || speaker_is_known(f, &subject)) && find_before(f, p, piece->finite, &ANY);
}

static void each_cue(Finder *f, bool frames_only)
{
    for (size_t p = 0; p < f->pieces.len; p++) {
        if (f->pieces.data[p].kind == PIECE_QUOTE)
            continue;
        bool done = false; /* one cue a piece */
        for (uint32_t i = f->pieces.data[p].first; i < f->pieces.data[p].end && !done; i++) {
            if (f->in_quote[i])
                continue;
            const Cue *cue = finder_cue(f, p, i, CUE_SPEECH | CUE_ZU);
            if (!cue)
                continue;
            if (frames_only)
                done = !(cue->governs & CUE_NOUN) && (find_before(f, p, i, cue) || find_as(f, p, i, cue));
            else if (!f->pieces.data[p].frame)
                done = cue->governs & CUE_NOUN ? find_noun(f, p, i, cue)
                                               : find_after(f, p, i, cue) || find_back(f, p, i, cue);
        }
        if (frames_only && !done)
            find_any(f, p);
    }
}

void indirect_find(Finder *f)
{
    each_cue(f, true); /* what stands behind or between what is said ends the content of cues before it */
    free_begin(f);
    each_cue(f, false);
}
