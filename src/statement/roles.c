#include "statement/find.h"

bool roles_can_be_subject(const Finder *f, uint32_t first, uint32_t end)
{
    uint8_t w = f->words[first];
    if (w == WORD_OBJECT || w == WORD_SICH)
        return false;
    if (roles_word_in(f, first,
                      "dem den des einem einen eines diesem diesen seinem seinen ihrem ihren keinem keinen jedem "
                      "unserem unseren dessen denen wem wen allen beiden ihm"))
        return false;
    if (roles_word_in(f, first, "der einer dieser seiner ihrer unserer keiner jener")) {
        for (uint32_t i = first + 1; i < end; i++)
            if (f->classes[i] == CLASS_NOUN) { /* "der Zeitung" is dative or genitive */
                uint32_t x = f->tokens[i].features;
                return !((x & FEAT_FEM) && !(x & (FEAT_MASC | FEAT_NEUT)));
            } else if (f->classes[i] == CLASS_PROPN) {
                break;
            }
        return str_equal_nocase(finder_word(f, first), STR("der")) ||
               str_equal_nocase(finder_word(f, first), STR("dieser"));
    }
    bool adverbial = f->classes[first] == CLASS_ADJ && first + 1 < end && f->classes[first + 1] == CLASS_ADP;
    return f->classes[first] != CLASS_ADP && !adverbial; /* "kurz vor der Wahl" */
}

/* Whether phrase and verb can agree in number. Phrases joined by "und" are plural; what is unknown agrees. */
static bool agrees(const Finder *f, uint32_t first, uint32_t end, uint32_t finite)
{
    uint32_t verb = f->tokens[finite].features & (FEAT_SING | FEAT_PLUR), noun = 0;
    if (verb == (FEAT_SING | FEAT_PLUR) && str_ends(finder_word(f, finite), STR("t")))
        verb = FEAT_SING; /* "befürchtet": the plural is that of "ihr" */
    if (!verb || verb == (FEAT_SING | FEAT_PLUR))
        return true;
    for (uint32_t i = first; i < end; i++) {
        if (f->words[i] == WORD_UND &&
            verb == FEAT_SING) /* one person may be two things: "der Coach und Autor Stromberg" */
            return i + 1 < end && f->classes[i + 1] == CLASS_NOUN && roles_word_in(f, first, "der die ein eine");
        if (f->words[i] == WORD_UND || f->words[i] == WORD_QUOTE)
            return true;
        if (f->words[i] == WORD_SIE)
            return true;
        if (phrase_is_nominal(f, i)) {
            if (f->classes[i] != CLASS_NOUN)
                return true;
            noun = f->tokens[i].features & (FEAT_SING | FEAT_PLUR);
            if (i + 1 < end && f->words[i + 1] == WORD_UND)
                continue;
            if (roles_word_in(f, first, "ein eine der das dieser dieses kein keine jeder") &&
                !(f->words[first] == WORD_REL && noun == FEAT_PLUR))
                noun = FEAT_SING;
            break;
        }
    }
    return !noun || (noun & verb);
}

static uint32_t skip_lead(const Finder *f, uint32_t i, uint32_t end)
{
    while (i < end) {
        uint8_t c = f->classes[i], w = f->words[i];
        if (c == CLASS_PUNCT || w == WORD_QUOTE) {
            if (w == WORD_QUOTE && i + 1 < end && f->in_quote[i + 1])
                break; /* a quoted name may be the subject */
            i++;
        } else if (w == WORD_UND || w == WORD_ABER ||
                   ((c == CLASS_ADV || c == CLASS_PART || c == CLASS_CCONJ) && w != WORD_ZU)) {
            i++;
        } else {
            break;
        }
    }
    return i;
}

/* The first phrase in [i, end) that can be the subject, past adverbs, pronouns in other cases and prepositional
 * phrases. */
static TokenSpan subject_after(const Finder *f, uint32_t i, uint32_t end, uint32_t finite)
{
    while (i < end) {
        uint8_t c = f->classes[i], w = f->words[i];
        if (w == WORD_COMMA || w == WORD_COLON)
            break;
        if (f->in_time[i] || w == WORD_SICH || w == WORD_OBJECT || w == WORD_ES || c == CLASS_ADV || c == CLASS_PART ||
            w == WORD_NOT || w == WORD_SO || w == WORD_UND) {
            i++;
            continue;
        }
        if (roles_word_in(f, i, "zum") && i + 1 < end && roles_word_in(f, i + 1, "beispiel")) {
            i += 2;
            continue;
        }
        if (c == CLASS_ADP && !(w == WORD_LAUT)) {
            uint32_t e = phrase_end(f, i + 1, end, false);
            i = e > i + 1 ? e : i + 1;
            continue;
        }
        uint32_t e = roles_phrase_end(f, i, end);
        if (e == i) {
            i++;
            continue;
        }
        if (roles_can_be_subject(f, i, e) && agrees(f, i, e, finite))
            return (TokenSpan){i, e};
        i = e;
    }
    return (TokenSpan){0, 0};
}

/* A noun phrase between commas that can be an apposition. */
static bool is_apposition(const Finder *f, const Piece *p)
{
    uint8_t c = f->classes[p->first];
    if (p->kind != PIECE_PHRASE || p->before != WORD_COMMA || (p->opener != WORD_OTHER && p->opener != WORD_REL))
        return false;
    return c != CLASS_ADP && c != CLASS_ADV && c != CLASS_SCONJ && c != CLASS_VERB &&
           phrase_end(f, p->first, p->end, true) > p->first;
}

/* Takes in the appositions in the pieces that follow: ", Kommandant der Garde,"; a relative clause ends it. */
static uint32_t with_apposition(const Finder *f, size_t piece, uint32_t end)
{
    if (end != f->pieces.data[piece].end)
        return end;
    for (size_t k = piece + 1; k < f->pieces.len && k < piece + 3 && is_apposition(f, &f->pieces.data[k]); k++)
        end = f->pieces.data[k].end;
    return end;
}

/* "Stephen Singer, ein Experte, erklärte": where the phrase before the verb's own piece begins. */
static uint32_t with_head(const Finder *f, size_t piece)
{
    size_t k = piece;
    while (k > 0 && piece - k < 4 && f->pieces.data[k].before == WORD_COMMA &&
           f->pieces.data[k - 1].kind == PIECE_PHRASE)
        k--;
    for (; k < piece; k++) {
        const Piece *p = &f->pieces.data[k];
        if (p->before != 0 && p->before != WORD_UND && p->before != WORD_SEMICOLON && !is_apposition(f, p))
            continue;
        uint32_t first = skip_lead(f, p->first, p->end), e = phrase_end(f, first, p->end, true);
        if (e == p->end && first < e && roles_can_be_subject(f, first, e))
            return first;
    }
    return f->pieces.data[piece].first;
}

/* Before the finite verb of a main clause; pieces before it may hold the head of the phrase: "Kline, ein Abgeordneter,
 * sagte". */
static TokenSpan subject_before(const Finder *f, size_t piece, uint32_t finite)
{
    const Piece *p = &f->pieces.data[piece];
    uint32_t first = skip_lead(f, p->first, finite), e;
    bool behind = finite + 1 < p->end && f->words[finite + 1] == WORD_SUBJECT; /* forderte er */
    bool inserted = p->before == WORD_DASH; /* "In einer – kurzen – Rede sagte er": the end of a phrase begun before */
    bool time = first < finite && (f->in_time[first] || (roles_word_in(f, first, "ende mitte anfang") &&
                                                         first + 1 < finite && f->in_time[first + 1])); /* Ende 2019 */
    if (first < finite && !time && !behind && !inserted) {
        if (f->words[first] == WORD_SUBJECT || f->words[first] == WORD_SIE)
            if (first + 1 == finite || !phrase_is_nominal(f, first + 1))
                return (TokenSpan){first, first + 1};
        e = phrase_end(f, first, finite, true);
        if (e > first && roles_can_be_subject(f, first, e) && agrees(f, first, e, finite)) {
            if (first == p->first)
                first = with_head(f, piece);
            return (TokenSpan){first, e};
        }
    }
    return (TokenSpan){0, 0};
}

static TokenSpan subject_in_pieces_before(const Finder *f, size_t piece)
{
    size_t k = piece;
    while (k > 0 && (f->pieces.data[k - 1].kind == PIECE_PHRASE || f->pieces.data[k - 1].kind == PIECE_REL) &&
           f->pieces.data[k].before == WORD_COMMA && piece - k < 6)
        k--;
    for (; k < piece; k++) {
        const Piece *p = &f->pieces.data[k];
        if (p->kind != PIECE_PHRASE)
            continue;
        uint32_t first = skip_lead(f, p->first, p->end);
        uint32_t e = phrase_end(f, first, p->end, true);
        if (e > first && roles_can_be_subject(f, first, e)) {
            if (e == p->end)
                e = with_apposition(f, k, e);
            return (TokenSpan){first, e};
        }
    }
    return (TokenSpan){0, 0};
}

/* "Der frühere Dekan, Bela Stromberg, warnte die Werft": nothing but a phrase with somebody of the article and what is
 * put in after it stands before the verb. */
static bool opens_with_somebody(const Finder *f, size_t piece)
{
    const Piece *first = f->pieces.data;
    for (size_t k = 0; k < piece; k++)
        if (first[k].kind != PIECE_PHRASE && first[k].kind != PIECE_REL)
            return false;
    if (piece < 2 || first->kind != PIECE_PHRASE || first[1].before != WORD_COMMA ||
        !roles_can_be_subject(f, first->first, first->end) || f->classes[first->first] == CLASS_ADV)
        return false;
    if (phrase_end(f, first->first, first->end, true) != first->end)
        return false;
    TokenSpans s = {.at = {{first->first, first[piece - 1].end}}, .len = 1};
    return speaker_is_known(f, &s);
}

static TokenSpan agent(const Finder *f, const Piece *p)
{
    for (uint32_t i = p->first; i + 1 < p->end; i++)
        if (roles_word_in(f, i, "von vom durch") && f->classes[i] == CLASS_ADP) {
            uint32_t e = phrase_end(f, i + 1, p->end, false);
            bool measure = f->classes[i + 1] == CLASS_NUM || f->classes[i + 1] == CLASS_ADV || f->in_time[i + 1] ||
                           f->classes[i + 1] == CLASS_ADP; /* von 140 Kilometern, von jeweils 21 Monaten */
            if (e > i + 1 && !measure)
                return (TokenSpan){i + 1, e};
        }
    return (TokenSpan){0, 0};
}

bool roles_is_passive(const Finder *f, const Piece *p)
{
    if (p->finite == NO_TOKEN)
        return false;
    bool werden = str_equal(f->tokens[p->finite].lemma, STR("werden"));
    bool participle = false, worden = false, infinitive = false;
    for (uint32_t i = p->first; i < p->end; i++) {
        if (f->in_quote[i])
            continue;
        participle |= (f->tokens[i].features & FEAT_PART2) != 0 && f->classes[i] == CLASS_VERB;
        worden |= str_equal(finder_word(f, i), STR("worden"));
        infinitive |= (f->tokens[i].features & FEAT_INF) != 0 && f->classes[i] == CLASS_VERB;
    }
    return worden || (werden && participle && !infinitive);
}

/* ", Chef der Firma," inside a clause that was put together from its parts. */
static TokenSpan with_inner_apposition(const Finder *f, TokenSpan s, uint32_t end)
{
    if (!s.end || s.end >= end || f->words[s.end] != WORD_COMMA)
        return s;
    for (uint32_t i = s.end + 1; i < end && i < s.end + 20; i++)
        if (f->words[i] == WORD_COMMA) {
            uint8_t c = f->classes[s.end + 1];
            if (c != CLASS_ADP && c != CLASS_ADV && phrase_end(f, s.end + 1, i, true) == i)
                s.end = i;
            break;
        }
    return s;
}

/* "Eine Verschiebung der Wahl lehnte Quell ab": the phrase before the verb is the object when it names something
 * abstract or is indefinite, nobody of the article stands in it, and somebody of the article follows the verb. */
static bool is_object_first(const Finder *f, TokenSpan before, TokenSpan after)
{
    if (before.end <= before.first + 1 || after.end <= after.first)
        return false;
    TokenSpans b = {.at = {before}, .len = 1}, a = {.at = {after}, .len = 1};
    if (speaker_is_known(f, &b) || !speaker_is_known(f, &a))
        return false;
    if (roles_word_in(f, before.first, "eine jegliche keine diese weitere jede"))
        return true;
    for (uint32_t i = before.first; i < before.end; i++)
        if (f->classes[i] == CLASS_NOUN) {
            Str w = finder_word(f, i);
            return str_ends(w, STR("ung")) || str_ends(w, STR("heit")) || str_ends(w, STR("keit")) ||
                   str_ends(w, STR("tät")) || str_ends(w, STR("ungen"));
        }
    return false;
}

TokenSpans roles_subject(const Finder *f, size_t piece, uint32_t finite)
{
    const Piece *p = &f->pieces.data[piece];
    TokenSpans out = {.len = 0};
    TokenSpan s = {0, 0};
    if (roles_is_passive(f, p)) {
        s = agent(f, p);
    } else if (p->kind == PIECE_SUB || p->kind == PIECE_REL) {
        uint32_t at = p->first;
        while (at < p->end && f->words[at] != p->opener)
            at++;
        bool itself = p->opener == WORD_REL && (at == p->first || f->classes[at - 1] != CLASS_ADP) &&
                      roles_word_in(f, at, "der die das welche welcher welches");
        bool pronoun_next = at + 1 < p->end && (f->words[at + 1] == WORD_SUBJECT || f->words[at + 1] == WORD_SIE);
        bool who = p->opener == WORD_WH && roles_word_in(f, at, "wer");
        if ((itself && !pronoun_next) || who)
            s = (TokenSpan){at, at + 1};
        else
            s = with_inner_apposition(f, subject_after(f, at + 1, p->finite, p->finite), p->finite);
        if (s.end == p->end)
            s.end = with_apposition(f, piece, s.end);
    } else if (p->kind == PIECE_INF) {
        for (size_t k = piece; k-- > 0;)
            if (f->pieces.data[k].finite != NO_TOKEN && f->pieces.data[k].kind != PIECE_REL)
                return roles_subject(f, k, f->pieces.data[k].finite);
    } else if (finite != NO_TOKEN) {
        bool elliptic = p->kind == PIECE_VERB_FIRST &&
                        (p->before == WORD_UND || f->words[p->first] == WORD_UND || f->words[p->first] == WORD_ABER) &&
                        piece > 0;
        if (p->kind == PIECE_VERB_FIRST && p->before == WORD_COMMA && !elliptic) {
            const Piece *next = piece + 1 < f->pieces.len ? p + 1 : NULL;
            bool speaks_on =
                next && (next->opener == WORD_DASS || next->before == WORD_COLON || next->kind == PIECE_INF);
            speaks_on |= opens_with_somebody(f, piece);
            s = speaks_on ? subject_in_pieces_before(f, piece) : subject_after(f, finite + 1, p->end, finite);
        } else if (!elliptic) {
            s = subject_before(f, piece, finite);
            bool that = s.end == s.first + 1 && roles_word_in(f, s.first, "das dies dieses");
            if (that || s.end == 0) {
                TokenSpan after = subject_after(f, finite + 1, p->end, finite);
                if (after.end)
                    s = after;
            } else if (f->classes[s.first] == CLASS_DET || f->words[s.first] == WORD_REL) {
                TokenSpan after = subject_after(f, finite + 1, p->end, finite);
                if (is_object_first(f, s, after))
                    s = after;
            }
        }
        if (!s.end && !elliptic)
            s = subject_after(f, finite + 1, p->end, finite);
        if (s.first > finite)
            s = with_inner_apposition(f, s, p->end);
        if (!s.end && p->kind == PIECE_VERB_FIRST)
            s = subject_in_pieces_before(f, piece);
        elliptic |= !s.end && p->kind == PIECE_VERB_FIRST && p->before == WORD_COMMA && piece > 0;
        if (s.end && s.end == p->end && s.first > finite)
            s.end = with_apposition(f, piece, s.end);
        if (!s.end && elliptic) {
            for (size_t k = piece; k-- > 0 && piece - k < 6;)
                if (f->pieces.data[k].kind == PIECE_MAIN || f->pieces.data[k].kind == PIECE_VERB_FIRST)
                    return roles_subject(f, k, f->pieces.data[k].finite);
        }
    }
    if (p->kind == PIECE_PHRASE && finite == NO_TOKEN && p->end > p->first + 1 &&
        f->classes[p->end - 1] == CLASS_VERB) {
        uint32_t verb = p->end - 1; /* "Die Rundschau berichtet": read as a participle */
        if (phrase_end(f, p->first, verb, true) == verb && roles_can_be_subject(f, p->first, verb))
            s = (TokenSpan){p->first, verb};
    }
    if (s.end)
        spans_add(&out, s.first, s.end);
    return out;
}

TokenSpans roles_patient(const Finder *f, size_t piece)
{
    const Piece *p = &f->pieces.data[piece];
    TokenSpans out = {.len = 0};
    TokenSpan s = subject_before(f, piece, p->finite);
    if (!s.end)
        s = subject_after(f, p->finite + 1, p->end, p->finite);
    spans_add(&out, s.first, s.end);
    return out;
}

TokenSpans roles_hidden(const Finder *f, size_t piece)
{
    const Piece *p = &f->pieces.data[piece];
    TokenSpans out = {.len = 0};
    for (uint32_t i = p->first; i + 1 < p->end; i++)
        if (!f->in_quote[i] && f->classes[i] == CLASS_ADP &&
            roles_word_in(f, i, "aus in im von vom seitens bei beim")) {
            uint32_t e = phrase_end(f, i + 1, p->end, false);
            if (e > i + 1) {
                spans_add(&out, i + 1, e);
                return out;
            }
        }
    return out;
}

TokenSpans roles_cue(const Finder *f, size_t piece, const Cue *cue, uint32_t verb)
{
    const Piece *p = &f->pieces.data[piece];
    TokenSpans out = {.len = 0};
    bool finite = clause_is_finite(f, verb);
    uint32_t prefix = finder_lemma(f, verb).len == f->tokens[verb].lemma.len ? clause_prefix(f, verb) : NO_TOKEN;
    uint32_t auxiliary = !finite && p->finite != NO_TOKEN && f->classes[p->finite] == CLASS_AUX ? p->finite : NO_TOKEN;
    for (uint32_t i = p->first; i < p->end && i < f->analysis->n_tokens; i++) {
        bool mine = i == verb || i == prefix || i == auxiliary;
        mine |= cue && cue->with && !(cue->governs & CUE_OBJECT) && roles_word_in(f, i, cue->with) && !f->in_quote[i];
        mine |= cue && (cue->governs & CUE_REFL) && f->words[i] == WORD_SICH;
        mine |= f->words[i] == WORD_ZU && i + 1 == verb;
        mine |= auxiliary != NO_TOKEN && str_equal(finder_word(f, i), STR("worden"));
        if (!mine)
            continue;
        if (out.len && out.at[out.len - 1].end == i)
            out.at[out.len - 1].end = i + 1;
        else
            spans_add(&out, i, i + 1);
    }
    return out;
}
