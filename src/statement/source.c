#include "statement/find.h"

/* Nouns that name a source: nach Angaben von X, nach Ansicht von X, einem Bericht zufolge. Matched at the end of a
 * word, so that "Medienberichte" and "Polizeiangaben" are known. Lower case. */
static const char *const SOURCES[] = {
    "angabe", "angaben", "ansicht", "ansichten", "meinung", "auffassung", "einschätzung", "einschätzungen", "aussage", "aussagen", "worten",
    "darstellung", "information", "informationen", "bericht", "berichts", "berichte", "berichten", "erkenntnis", "erkenntnisse", "erkenntnissen",
    "schätzung", "schätzungen", "mitteilung", "mitteilungen", "meldung", "meldungen", "studie", "studien", "umfrage", "umfragen",
    "untersuchung", "untersuchungen", "überzeugung", "vernehmen", "lesart", "behauptung", "behauptungen", "prognose", "prognosen",
    "vorstellung", "vorstellungen", "erklärung", "erklärungen", "agentur", "agenturen", "analyse", "analysen", "statistik", "statistiken", "zählung", "zählungen",
    "schilderung", "schilderungen", "bekunden", "willen", "äußerung", "äußerungen", "quelle", "quellen", "erhebung", "erhebungen", "gutachten",
    "hochrechnung", "hochrechnungen", "ermittlungsstand", "kenntnisstand", "dokument", "dokumenten", "protokoll", "plänen", "vorwurf", "auskunft", "berechnung", "berechnungen",
    "stellungnahme", "stellungnahmen", "veröffentlichung", "veröffentlichungen", "vorhersage", "vorhersagen", "planung", "planungen",
    "ermittlung", "ermittlungen", "recherche", "recherchen", "entwurf", "darstellungen", "idee", "bewertung", "vermutung", "vermutungen", "gesetzentwurf", "grundgesetz",
};

bool source_is_noun(const Finder *f, uint32_t token)
{
    if (!(f->tokens[token].flags & TOKEN_UPPER))
        return false;
    Str w = finder_word(f, token);
    for (size_t i = 0; i < sizeof SOURCES / sizeof SOURCES[0]; i++) {
        Str s = str_of(SOURCES[i]);
        if (w.len < s.len)
            continue;
        Str tail = str_slice(w, w.len - s.len, w.len);
        if (w.len == s.len && s.data[0] == '\xc3'
                ? w.data[0] == '\xc3' && memcmp(w.data + 2, s.data + 2, s.len - 2) == 0
                : str_equal_nocase(tail, s))
            return true;
    }
    return false;
}

static uint32_t source_in(const Finder *f, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (source_is_noun(f, i))
            return i;
    return NO_TOKEN;
}

/* The phrase [first, end) names the source; what is said is the rest of its main clause, up to the end of the unit. */
static void add_source(Finder *f, uint32_t first, uint32_t end, TokenSpan speaker, TokenSpan cue, const char *why)
{
    size_t p = clauses_at(f, first);
    if (p == f->pieces.len)
        return;
    uint32_t begin = f->pieces.data[p].first, last = f->unit.body_end;
    if (f->pieces.data[p].kind != PIECE_SUB && f->pieces.data[p].kind != PIECE_REL)
        for (size_t k = p; k-- > 0;) {
            const Piece *q = &f->pieces.data[k];
            bool whole = q->kind == PIECE_MAIN || q->kind == PIECE_VERB_FIRST || q->kind == PIECE_QUOTE || q->frame;
            if (whole || f->pieces.data[k + 1].before == WORD_COLON || f->pieces.data[k + 1].before == WORD_SEMICOLON)
                break;
            begin = q->first;
        }
    while (begin < first &&
           (f->words[begin] == WORD_UND || f->words[begin] == WORD_COMMA || f->words[begin] == WORD_DASS))
        begin++;
    for (size_t k = p + 1; k < f->pieces.len; k++)
        if (f->pieces.data[k].frame || f->pieces.data[k].before == WORD_SEMICOLON) {
            last = f->pieces.data[k - 1].end;
            break;
        }
    Attribution by = {.verb = NO_TOKEN, .why = why};
    uint32_t after = end, own = end;
    for (size_t k = p + 1; end == f->pieces.data[p].end && end == speaker.end && k + 1 < f->pieces.len && k < p + 3;
         k++) {
        const Piece *q = &f->pieces.data[k]; /* von Beck, dem Dekan, … */
        if (q->kind != PIECE_PHRASE || q->before != WORD_COMMA || f->classes[q->first] == CLASS_ADP ||
            f->classes[q->first] == CLASS_ADV)
            break;
        own = q->end;
    }
    spans_add(&by.speaker, speaker.first, own > end ? own : speaker.end);
    spans_add(&by.cue, cue.first, cue.end);
    if (begin == first && end == f->pieces.data[p].end) { /* ", die sich auf … stützen," belongs to the phrase */
        size_t k = p + 1;
        while (k < f->pieces.len && (f->pieces.data[k].kind == PIECE_REL || f->pieces.data[k].kind == PIECE_PHRASE) &&
               f->pieces.data[k].before == WORD_COMMA)
            k++;
        if (k < f->pieces.len && k > p + 1)
            after = end = f->pieces.data[k].first;
        else if (k < f->pieces.len)
            after = f->pieces.data[k].first;
    }
    spans_add(&by.frame, first, end);
    by.addressee = addressee_named(f, first, f->pieces.data[p].end);
    TokenSpans quote = {.len = 0};
    if (begin < first)
        spans_add(&quote, begin, f->words[first - 1] == WORD_COMMA ? first - 1 : first);
    spans_add(&quote, after, last);
    uint32_t made = finder_add(f, STATEMENT_INDIRECT, quote, &by);
    if (made != UINT32_MAX)
        for (uint32_t i = 0; i < quote.len; i++)
            finder_add_quoted(f, quote.at[i].first, quote.at[i].end, &by);
}

/* The noun phrase that ends before token i: with `longest`, all of it ("Berichte der Polizei"), else no more than back to
 * its first article ("der Polizei"). */
static bool phrase_before(const Finder *f, uint32_t i, bool longest, uint32_t *first)
{
    uint32_t from = i > f->unit.first + 12 ? i - 12 : f->unit.first;
    bool found = false;
    for (uint32_t k = i; k-- > from;) {
        bool article = f->classes[k + 1] == CLASS_DET || f->words[k + 1] == WORD_REL;
        if (found && article && !longest)
            break;
        if (f->words[k] == WORD_COMMA || f->classes[k] == CLASS_ADP || f->classes[k] == CLASS_VERB ||
            f->classes[k] == CLASS_AUX)
            break;
        if (f->classes[k] != CLASS_ADV && roles_phrase_end(f, k, i) == i) {
            *first = k;
            found = true;
        }
    }
    if (found && *first > f->unit.first && source_is_noun(f, *first - 1)) /* Ermittlungen der Polizei zufolge */
        --*first;
    return found;
}

/* Berichte der Polizei, wonach …: the phrase before the comma is the source. */
static bool at_relative(Finder *f, uint32_t i)
{
    uint32_t first;
    if (i < f->unit.first + 2 || f->words[i - 1] != WORD_COMMA || i + 1 >= f->unit.body_end)
        return false;
    Attribution by = {.verb = NO_TOKEN, .why = "\"wonach\" opens what a source says"};
    if (phrase_before(f, i - 1, true, &first))
        spans_add(&by.speaker, first, i - 1);
    spans_add(&by.cue, i, i + 1);
    spans_add(&by.frame, f->unit.first, i + 1);
    TokenSpans quote = {.len = 0};
    spans_add(&quote, i + 1, f->unit.body_end);
    if (finder_add(f, STATEMENT_INDIRECT, quote, &by) == UINT32_MAX)
        return false;
    finder_add_quoted(f, i + 1, f->unit.body_end, &by);
    return true;
}

static bool at_source(Finder *f, uint32_t i)
{
    uint32_t end = f->unit.body_end, e, first;
    uint8_t w = f->words[i];
    if (w == WORD_DEMNACH && roles_word_in(f, i, "wonach"))
        return at_relative(f, i);
    if (w == WORD_DEMNACH && roles_word_in(f, i, "demnach demzufolge")) {
        size_t p = clauses_at(f, i);
        if (p < f->pieces.len && (f->pieces.data[p].first == i || f->pieces.data[p].kind == PIECE_MAIN)) {
            add_source(f, i, i + 1, (TokenSpan){i, i + 1}, (TokenSpan){i, i + 1},
                       "\"demnach\" refers to the source before");
            return true;
        }
    }
    bool according = w == WORD_LAUT || (finder_is(f, i, STR("gemäß")) && i + 1 < end), out_of = finder_is(f, i, STR("aus"));
    if (!according && !out_of && w != WORD_ZUFOLGE && w != WORD_NACH)
        return false;
    if (i + 1 < end && roles_word_in(f, i + 1, "denen welchen welcher"))
        return false; /* laut denen: the source is named before */
    if (according) {
        e = roles_phrase_end(f, i + 1, end);
        if (e > i + 1) {
            add_source(f, i, e, (TokenSpan){i + 1, e}, (TokenSpan){i, i + 1}, "a preposition names the source");
            return true;
        }
    }
    if (w == WORD_ZUFOLGE && phrase_before(f, i, false, &first)) {
        add_source(f, first, i + 1, (TokenSpan){first, i}, (TokenSpan){i, i + 1}, "\"zufolge\" follows the source");
        return true;
    }
    if (w == WORD_NACH && phrase_before(f, i, false, &first) && source_in(f, first, i) != NO_TOKEN &&
        source_in(f, first, i) + 1 == i) {
        add_source(f, first, i + 1, (TokenSpan){first, i}, (TokenSpan){i, i + 1}, "\"nach\" follows the source");
        return true;
    }
    if (w == WORD_NACH) {
        e = roles_phrase_end(f, i + 1, end);
        uint32_t noun = e > i + 1 ? source_in(f, i + 1, e) : NO_TOKEN;
        if (noun + 1 == e && e + 1 < end && roles_word_in(f, e, "von")) { /* von 45 Prozent der Bürger */
            uint32_t whose = roles_phrase_end(f, e + 1, end);
            e = whose > e + 1 ? whose : e;
        }
        size_t p = clauses_at(f, i); /* nach SPIEGEL … seien: a name, in Konjunktiv */
        bool named =
            e > i + 1 && f->classes[i + 1] == CLASS_PROPN && p < f->pieces.len && f->pieces.data[p].mood == MOOD_SUB1;
        if ((noun != NO_TOKEN && noun < i + 6) || named) {
            add_source(f, i, e, (TokenSpan){i + 1, e}, (TokenSpan){i, i + 1},
                       "\"nach\" and a noun of saying name the source");
            return true;
        }
    }
    if (out_of && i + 2 < end &&
        (roles_word_in(f, i + 1, "sicht") || roles_word_in(f, i + 2, "sicht"))) {
        uint32_t sicht = roles_word_in(f, i + 1, "sicht") ? i + 1 : i + 2;
        e = roles_phrase_end(f, sicht, end);
        uint32_t who = sicht + 1 < e && roles_word_in(f, sicht + 1, "von vom") ? sicht + 2 : sicht + 1;
        if (e > who) {
            add_source(f, i, e, (TokenSpan){who, e}, (TokenSpan){i, who}, "\"aus Sicht\" names whose view it is");
            return true;
        }
    }
    return false;
}

/* …, so X. */
static void so_frames(Finder *f)
{
    for (size_t p = 1; p < f->pieces.len; p++) {
        Piece *piece = &f->pieces.data[p];
        if (f->words[piece->first] != WORD_SO || piece->frame ||
            (piece->before != WORD_COMMA && piece->before != WORD_DASH && piece->before != WORD_QUOTE))
            continue;
        if (piece->finite != NO_TOKEN || piece->first + 1 >= piece->end)
            continue;
        uint32_t e = roles_phrase_end(f, piece->first + 1, piece->end);
        if (e == piece->first + 1 || f->classes[piece->first + 1] == CLASS_ADJ)
            continue;
        Attribution by = {.verb = NO_TOKEN, .why = "\"so\" and who says it"};
        size_t last = p, next = f->pieces.len;
        while (last + 1 < f->pieces.len &&
               (f->pieces.data[last + 1].kind == PIECE_PHRASE || f->pieces.data[last + 1].kind == PIECE_REL))
            last++;
        if (e == piece->end)
            for (size_t k = p + 1; k <= last && f->pieces.data[k].kind == PIECE_PHRASE &&
                                   phrase_end(f, f->pieces.data[k].first, f->pieces.data[k].end, true) ==
                                       f->pieces.data[k].end;
                 k++)
                e = f->pieces.data[k].end;
        if (last + 1 < f->pieces.len)
            next = last + 1;
        spans_add(&by.speaker, piece->first + 1, e);
        spans_add(&by.cue, piece->first, piece->first + 1);
        by.addressee = addressee_named(f, piece->first, piece->end);
        uint32_t comma = f->words[piece->first - 1] == WORD_COMMA;
        spans_add(&by.frame, piece->first - comma,
                  next < f->pieces.len ? f->pieces.data[next].first : f->pieces.data[last].end);
        for (size_t k = p; k <= last; k++)
            f->pieces.data[k].frame = true;
        TokenSpans quote = {.len = 0};
        spans_add(&quote, f->pieces.data[0].first, f->pieces.data[p - 1].end);
        if (next < f->pieces.len)
            spans_add(&quote, f->pieces.data[next].first, f->unit.body_end);
        bool direct = true;
        for (uint32_t k = 0; k < quote.len; k++)
            direct &= quotes_cover(f, quote.at[k].first, quote.at[k].end);
        uint32_t made = finder_add(f, direct ? STATEMENT_DIRECT : STATEMENT_INDIRECT, quote, &by);
        if (made != UINT32_MAX && !direct)
            for (uint32_t k = 0; k < quote.len; k++)
                finder_add_quoted(f, quote.at[k].first, quote.at[k].end, &by);
    }
}

void source_find(Finder *f)
{
    so_frames(f);
    for (uint32_t i = f->unit.first; i < f->unit.body_end; i++)
        if (!f->in_quote[i] && at_source(f, i))
            return;
}
