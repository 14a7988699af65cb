#include "statement/find.h"

typedef struct WordEntry {
    const char *text;
    Word word;
} WordEntry;

/* Lower case, sorted by bytes. */
static const WordEntry WORDS[] = {
    {"aber", WORD_ABER}, {"als", WORD_ALS}, {"bevor", WORD_SUB}, {"bis", WORD_SUB}, {"da", WORD_SUB}, {"damit", WORD_SUB},
    {"danach", WORD_OTHER}, {"das", WORD_REL}, {"dass", WORD_DASS}, {"daß", WORD_DASS}, {"dem", WORD_REL},
    {"demnach", WORD_DEMNACH}, {"demzufolge", WORD_DEMNACH}, {"den", WORD_REL}, {"denen", WORD_REL}, {"denn", WORD_ABER},
    {"der", WORD_REL}, {"deren", WORD_REL}, {"derer", WORD_REL}, {"dessen", WORD_REL}, {"dich", WORD_OBJECT}, {"die", WORD_REL},
    {"dir", WORD_OBJECT}, {"doch", WORD_ABER}, {"du", WORD_SUBJECT}, {"er", WORD_SUBJECT}, {"es", WORD_ES}, {"euch", WORD_OBJECT},
    {"falls", WORD_WENN}, {"ich", WORD_SUBJECT}, {"ihm", WORD_OBJECT}, {"ihn", WORD_OBJECT}, {"ihnen", WORD_OBJECT},
    {"indem", WORD_SUB}, {"jedoch", WORD_OTHER}, {"kein", WORD_NOT}, {"keine", WORD_NOT}, {"keinem", WORD_NOT},
    {"keinen", WORD_NOT}, {"keiner", WORD_NOT}, {"keinerlei", WORD_NOT}, {"keines", WORD_NOT}, {"laut", WORD_LAUT},
    {"man", WORD_SUBJECT}, {"mich", WORD_OBJECT}, {"mir", WORD_OBJECT}, {"nach", WORD_NACH}, {"nachdem", WORD_SUB},
    {"nicht", WORD_NOT}, {"nie", WORD_NOT}, {"niemals", WORD_NOT}, {"niemand", WORD_NOT}, {"niemanden", WORD_NOT},
    {"ob", WORD_OB}, {"obgleich", WORD_SUB}, {"obwohl", WORD_SUB}, {"oder", WORD_UND}, {"ohne", WORD_UM}, {"sich", WORD_SICH},
    {"sie", WORD_SIE}, {"so", WORD_SO}, {"sobald", WORD_SUB}, {"sodass", WORD_SUB}, {"sofern", WORD_WENN}, {"solange", WORD_WENN},
    {"sondern", WORD_ABER}, {"soweit", WORD_SUB}, {"sowie", WORD_UND}, {"statt", WORD_UM}, {"um", WORD_UM}, {"und", WORD_UND},
    {"uns", WORD_OBJECT}, {"wann", WORD_WH}, {"warum", WORD_WH}, {"was", WORD_WH}, {"weil", WORD_SUB}, {"welche", WORD_REL},
    {"welchem", WORD_REL}, {"welchen", WORD_REL}, {"welcher", WORD_REL}, {"welches", WORD_REL}, {"wem", WORD_WH}, {"wen", WORD_WH},
    {"wenn", WORD_WENN}, {"wer", WORD_WH}, {"weshalb", WORD_WH}, {"wie", WORD_WIE}, {"wieso", WORD_WH}, {"wieviel", WORD_WH},
    {"wir", WORD_SUBJECT}, {"wo", WORD_WH}, {"wobei", WORD_SUB}, {"wodurch", WORD_SUB}, {"wofür", WORD_SUB}, {"wogegen", WORD_SUB},
    {"woher", WORD_WH}, {"wohin", WORD_WH}, {"womit", WORD_SUB}, {"wonach", WORD_DEMNACH}, {"woran", WORD_SUB}, {"worauf", WORD_SUB},
    {"woraufhin", WORD_SUB}, {"worin", WORD_SUB}, {"worüber", WORD_SUB}, {"wovon", WORD_SUB}, {"wozu", WORD_SUB}, {"während", WORD_SUB},
    {"zu", WORD_ZU}, {"zufolge", WORD_ZUFOLGE},
};

static Word mark_of(Str w)
{
    if (w.len == 1)
        switch (w.data[0]) {
        case ',':
            return WORD_COMMA;
        case ':':
            return WORD_COLON;
        case ';':
            return WORD_SEMICOLON;
        case '-':
            return WORD_DASH;
        case '(':
        case '[':
            return WORD_OPEN;
        case ')':
        case ']':
            return WORD_CLOSE;
        case '.':
        case '!':
        case '?':
            return WORD_STOP;
        default:
            return WORD_OTHER;
        }
    if (str_equal(w, STR("–")) || str_equal(w, STR("—")))
        return WORD_DASH;
    return str_equal(w, STR("…")) || str_equal(w, STR("...")) ? WORD_STOP : WORD_OTHER;
}

Word clause_word(Str word)
{
    unsigned char c = word.len ? (unsigned char)word.data[0] : 0;
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter)
        return mark_of(word);
    if (word.len > 9)
        return WORD_OTHER;
    char lower[10];
    memcpy(lower, word.data, word.len);
    lower[0] = (char)(c | 0x20);
    Str key = {lower, word.len};
    size_t low = 0, high = sizeof WORDS / sizeof WORDS[0];
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = str_compare_c(WORDS[middle].text, key);
        if (order == 0)
            return WORDS[middle].word;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return WORD_OTHER;
}

bool clause_is_finite(const Finder *f, uint32_t token)
{
    return (f->classes[token] == CLASS_VERB || f->classes[token] == CLASS_AUX) &&
           (f->tokens[token].features & FEAT_FIN);
}

/* Konjunktiv II counts for auxiliaries and modals only, as other verbs' forms are those of the past ("stellten"); of
 * these "sollte" and "wollte" can be either and count too: nearly always they are reported speech in the news. */
Mood clause_mood(const Finder *f, uint32_t verb)
{
    if (verb == NO_TOKEN)
        return MOOD_NONE;
    const Token *t = &f->tokens[verb];
    if ((t->features & FEAT_SUB1_ONLY) && !(t->features & (FEAT_1 | FEAT_IMP) && !(t->features & FEAT_3)))
        return MOOD_SUB1;
    if (f->classes[verb] == CLASS_AUX && (t->features & (FEAT_SUB2 | FEAT_SUB)) && (t->features & FEAT_SUB2))
        return MOOD_SUB2;
    if ((t->features & FEAT_SUB2) && !(t->features & FEAT_IND))
        return MOOD_SUB2;
    return MOOD_IND;
}

static bool separates(const Finder *f, uint32_t i)
{
    uint8_t w = f->words[i];
    if (f->in_quote[i])
        return false;
    if (w == WORD_DASH) /* a dash between spaces only: not in "Nord-Süd-" */
        return (f->tokens[i].flags & TOKEN_SPACE_BEFORE) && i + 1 < f->unit.end &&
               (f->tokens[i + 1].flags & TOKEN_SPACE_BEFORE);
    return w == WORD_COMMA || w == WORD_COLON || w == WORD_SEMICOLON;
}

enum { MAX_BRACKET = 200, MAX_GAP = 4 }; /* tokens in brackets, pieces between the parts of one clause */

/* The token behind the bracket that opens at i, at most `end`. */
static uint32_t skip_bracket(const Finder *f, uint32_t i, uint32_t end)
{
    uint32_t depth = 0;
    for (uint32_t k = i; k < end && k < i + MAX_BRACKET; k++) {
        depth += f->words[k] == WORD_OPEN;
        if (f->words[k] == WORD_CLOSE && --depth == 0)
            return k + 1;
    }
    return i + 1;
}

static uint32_t next_word(const Finder *f, uint32_t i, uint32_t end)
{
    while (i < end && (f->words[i] == WORD_QUOTE || f->classes[i] == CLASS_PUNCT))
        i++;
    return i;
}

/* What opens the piece, looking behind "und", "so", "als auch", a preposition before a relative pronoun. */
static Word opener_of(const Finder *f, uint32_t first, uint32_t end, uint32_t *at)
{
    uint32_t i = next_word(f, first, end);
    if (i < end && (f->words[i] == WORD_UND || f->words[i] == WORD_ABER))
        i = next_word(f, i + 1, end);
    if (i >= end)
        return WORD_OTHER;
    Word w = f->words[i];
    uint32_t j = next_word(f, i + 1, end);
    *at = i;
    if (w == WORD_DASS || w == WORD_OB || w == WORD_WENN || w == WORD_WH || w == WORD_WIE || w == WORD_REL ||
        w == WORD_DEMNACH)
        return w;
    if (w == WORD_SUB && (f->classes[i] == CLASS_ADP || f->classes[i] == CLASS_ADV))
        return WORD_OTHER; /* während der Sitzung, damit begann */
    if (w == WORD_SUB || w == WORD_UM || w == WORD_ALS)
        return j < end && (f->words[j] == WORD_DASS || f->words[j] == WORD_OB) && w != WORD_SUB ? WORD_SUB : w;
    if (j < end &&
        (f->words[j] == WORD_DASS || f->words[j] == WORD_WENN || f->words[j] == WORD_OB || f->words[j] == WORD_SUB) &&
        (w == WORD_SO || f->classes[i] == CLASS_ADV)) { /* so dass, auch wenn, vor allem weil */
        *at = j;
        return f->words[j] == WORD_DASS && w == WORD_SO ? WORD_SUB : f->words[j];
    }
    if (f->classes[i] == CLASS_ADP && j < end && (f->words[j] == WORD_REL || f->words[j] == WORD_WH)) {
        *at = j;
        return f->words[j];
    }
    return WORD_OTHER;
}

/* Whether nothing but verbs stands behind `verb`, so that the clause is verb-final. */
static bool closes(const Finder *f, uint32_t verb, uint32_t end)
{
    for (uint32_t i = verb + 1; i < end; i++) {
        if (f->words[i] == WORD_QUOTE || f->words[i] == WORD_COMMA)
            continue;
        if (f->words[i] == WORD_OPEN) {
            i = skip_bracket(f, i, end) - 1;
            continue;
        }
        if (f->classes[i] != CLASS_PUNCT && f->words[i] != WORD_QUOTE)
            return false;
    }
    return true;
}

/* "der Ehemann konnte": the tokens from the article on are a noun phrase that ends where the verb stands. */
static bool subject_ends(const Finder *f, uint32_t article, uint32_t verb)
{
    uint32_t i = article + 1;
    while (i < verb && f->classes[i] == CLASS_ADJ)
        i++;
    return i < verb && f->classes[i] == CLASS_NOUN && next_word(f, i + 1, verb) == verb;
}

/* The last word of a subordinate clause when it is a verb whose form may be finite, though it was not read so
 * ("verkauft werden"). */
static uint32_t verb_at_end(const Finder *f, const Piece *p)
{
    uint32_t i = p->end;
    while (i > p->first + 1 && (f->classes[i - 1] == CLASS_PUNCT || f->words[i - 1] == WORD_QUOTE))
        i--;
    bool verb = (f->classes[i - 1] == CLASS_VERB || f->classes[i - 1] == CLASS_AUX) &&
                token_is(f, i - 1, FEAT_INF | FEAT_PART2);
    return verb && i > p->first + 2 ? i - 1 : NO_TOKEN;
}

/* A clause of its own needs a finite verb; where none was seen, a participle behind a noun is one ("BASF
 * argumentiert"). */
static uint32_t verb_after_noun(const Finder *f, const Piece *p)
{
    for (uint32_t i = p->first + 1; i < p->end; i++)
        if (f->classes[i] == CLASS_VERB && token_is(f, i, FEAT_PART2) && !f->in_quote[i])
            return f->classes[i - 1] == CLASS_NOUN || f->classes[i - 1] == CLASS_PROPN ? i : NO_TOKEN;
    return NO_TOKEN;
}

/* Fills kind, finite, mood and opener of a piece from its tokens. */
static void judge(const Finder *f, Piece *p)
{
    uint32_t first_finite = NO_TOKEN, last_finite = NO_TOKEN, at = p->first, infinitive = 0;
    bool outside = false;
    for (uint32_t i = p->first; i < p->end; i++) {
        if (f->words[i] == WORD_OPEN && !f->in_quote[i]) {
            i = skip_bracket(f, i, p->end) - 1;
            continue;
        }
        outside |= !f->in_quote[i] && f->classes[i] != CLASS_PUNCT;
        if (clause_is_finite(f, i)) { /* those outside quotation marks count first */
            bool better = first_finite != NO_TOKEN && f->in_quote[first_finite] && !f->in_quote[i];
            if (first_finite == NO_TOKEN || better)
                first_finite = last_finite = i;
            if (f->in_quote[i] == f->in_quote[first_finite])
                last_finite = i;
        }
        if ((f->tokens[i].features & FEAT_INF) &&
            ((f->tokens[i].features & FEAT_ZU) || (i > p->first && f->words[i - 1] == WORD_ZU)))
            infinitive = i;
    }
    p->opener = (uint8_t)opener_of(f, p->first, p->end, &at);
    if (first_finite == NO_TOKEN && !infinitive && p->opener != WORD_OTHER && p->opener != WORD_UM)
        first_finite = last_finite = verb_at_end(f, p);
    if (first_finite == NO_TOKEN && !infinitive &&
        (p->before == 0 || p->before == WORD_UND || p->before == WORD_SEMICOLON))
        first_finite = last_finite = verb_after_noun(f, p);
    p->finite = first_finite;
    if (!outside && first_finite == NO_TOKEN && quotes_cover(f, p->first, p->end)) {
        p->kind = PIECE_QUOTE;
    } else if (!outside) {
        p->kind = PIECE_QUOTE;
    } else if (first_finite == NO_TOKEN) {
        p->kind = infinitive ? PIECE_INF : PIECE_PHRASE;
    } else if (p->opener == WORD_REL || p->opener == WORD_WH || p->opener == WORD_WIE || p->opener == WORD_DEMNACH ||
               p->opener == WORD_ALS) {
        bool final = closes(f, last_finite, p->end) && last_finite > at + 1;
        bool main = p->before != WORD_COMMA && p->before != WORD_UND && p->opener != WORD_WIE &&
                    p->opener != WORD_ALS && p->opener != WORD_WH;
        bool noun_follows = p->opener == WORD_REL && !closes(f, first_finite, p->end) &&
                            (first_finite == last_finite || subject_ends(f, at, first_finite));
        if (p->opener == WORD_DEMNACH)
            main = !final, noun_follows = false;
        if (main || noun_follows) {
            p->kind = PIECE_MAIN;
        } else {
            p->kind = p->opener == WORD_REL ? PIECE_REL : PIECE_SUB;
            p->finite = last_finite;
        }
    } else if (p->opener == WORD_SUB && first_finite == at + 1) { /* "damit solle", "da sei" */
        p->opener = WORD_OTHER;
        p->kind = PIECE_MAIN;
    } else if (p->opener == WORD_DASS || p->opener == WORD_OB || p->opener == WORD_WENN || p->opener == WORD_SUB) {
        p->kind = PIECE_SUB;
        p->finite = last_finite;
    } else {
        uint32_t i = next_word(f, p->first, p->end);
        if (i < p->end && (f->words[i] == WORD_UND || f->words[i] == WORD_ABER) && i != first_finite)
            i = next_word(f, i + 1, p->end);
        p->kind = i == first_finite ? PIECE_VERB_FIRST : PIECE_MAIN;
    }
    p->mood = (uint8_t)clause_mood(f, p->finite);
}

/* Whether a clause of its own begins at the conjunction `i`: both sides have a finite verb, and the one on the right
 * comes before any further conjunction. Not in verb-final clauses, whose verbs may be joined. */
static bool joins_clauses(const Finder *f, uint32_t first, uint32_t i, uint32_t end)
{
    bool left = false;
    for (uint32_t k = first; k < i && !left; k++)
        left = clause_is_finite(f, k) && !f->in_quote[k];
    if (!left)
        return false;
    for (uint32_t k = i + 1; k < end && f->words[k] != WORD_UND; k++)
        if (clause_is_finite(f, k) && !f->in_quote[k])
            return true;
    return false;
}

/* "wies darauf hin dass": a clause with its finite verb and no comma after it. */
static bool clause_closed(const Finder *f, uint32_t first, uint32_t end)
{
    uint8_t last = f->words[end - 1];
    if (last == WORD_SO || last == WORD_ALS || last == WORD_UND || last == WORD_ABER || last == WORD_UM ||
        last == WORD_QUOTE || last == WORD_DASS)
        return false;
    for (uint32_t k = first; k < end; k++)
        if (clause_is_finite(f, k) && !f->in_quote[k])
            return true;
    return false;
}

/* Token of the separable prefix of the verb, or NO_TOKEN. */
uint32_t clause_prefix(const Finder *f, uint32_t verb)
{
    if (!f->tokens[verb].separable)
        return NO_TOKEN;
    const Analysis *an = f->analysis; /* counted from the sentence the verb stands in */
    size_t low = 0, high = an->n_sentences;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (an->sentences[middle].first <= verb)
            low = middle;
        else
            high = middle;
    }
    return an->sentences[low].first + f->tokens[verb].separable - 1u;
}

/* Which later piece holds the rest of the clause that piece k begins: the verb of "wie Rutan, Chef der Firma,
 * mitteilte", the prefix of "teilte Puruhito, Leiter der Behörde, mit", the participle of "hatte Glos, der Chef,
 * gesagt". k when it is whole. */
static size_t rest_of(const Finder *f, size_t k)
{
    const Piece *p = &f->pieces.data[k];
    size_t end = k + 1 + MAX_GAP < f->pieces.len ? k + 1 + MAX_GAP : f->pieces.len;
    if (p->kind == PIECE_PHRASE && (p->opener == WORD_WIE || p->opener == WORD_DASS || p->opener == WORD_OB)) {
        for (size_t j = k + 1; j < end && f->pieces.data[j].before == WORD_COMMA; j++) {
            const Piece *q = &f->pieces.data[j];
            if (q->finite != NO_TOKEN && q->kind != PIECE_REL && q->kind != PIECE_SUB)
                return closes(f, q->finite, q->end) ? j : k;
            if (q->kind == PIECE_PHRASE && f->classes[q->end - 1] == CLASS_VERB)
                return j;
        }
        return k;
    }
    if (p->finite == NO_TOKEN || p->kind == PIECE_SUB || p->kind == PIECE_REL)
        return k;
    uint32_t prefix = clause_prefix(f, p->finite);
    bool auxiliary = f->classes[p->finite] == CLASS_AUX;
    for (uint32_t i = p->finite + 1; i < p->end && auxiliary; i++)
        auxiliary = !(f->tokens[i].features & (FEAT_PART2 | FEAT_INF));
    for (size_t j = k + 1; j < end; j++) {
        const Piece *q = &f->pieces.data[j];
        if (q->before != WORD_COMMA)
            break;
        if (prefix != NO_TOKEN && prefix >= q->first && prefix < q->end)
            return j;
        if (q->kind == PIECE_MAIN || q->kind == PIECE_QUOTE)
            break;
        if (auxiliary && q->kind == PIECE_PHRASE && (f->tokens[q->end - 1].features & FEAT_PART2) &&
            f->classes[q->end - 1] == CLASS_VERB)
            return j;
    }
    return k;
}

static bool speaks(const Finder *f, uint32_t verb)
{
    size_t n;
    const Cue *cues = cue_find(finder_lemma(f, verb), false, &n);
    for (size_t i = 0; cues && i < n; i++)
        if (cues[i].governs & CUE_AFTER)
            return true;
    return false;
}

static void join_parts(Finder *f)
{
    size_t n = 0;
    for (size_t k = 0; k < f->pieces.len; k++) {
        size_t last = rest_of(f, k);
        Piece p = f->pieces.data[k];
        if (last > k) {
            p.end = f->pieces.data[last].end;
            if (p.finite == NO_TOKEN) {
                p.finite = f->pieces.data[last].finite == NO_TOKEN ? p.end - 1 : f->pieces.data[last].finite;
                p.mood = f->pieces.data[last].mood;
                p.kind = PIECE_SUB;
            }
            k = last;
        }
        f->pieces.data[n++] = p;
    }
    f->pieces.len = n;
}

void clauses_split(Finder *f)
{
    const Unit *u = &f->unit;
    f->pieces.len = 0;
    Piece p = {.first = u->first};
    for (uint32_t i = u->first; i < u->body_end;) {
        bool conjunction = f->words[i] == WORD_UND && !f->in_quote[i] && i > p.first;
        bool bare = f->words[i] == WORD_DASS && !f->in_quote[i] && i > p.first && clause_closed(f, p.first, i);
        conjunction = bare || (conjunction && joins_clauses(f, p.first, i, u->body_end));
        if (conjunction || separates(f, i)) {
            uint8_t by = bare ? WORD_COMMA : f->words[i];
            p.end = i;
            if (p.end > p.first) {
                judge(f, &p);
                vec_push(&f->pieces, p);
            }
            i += !conjunction;
            p = (Piece){.first = i, .before = by};
            i += conjunction;
        } else if (f->words[i] == WORD_OPEN && !f->in_quote[i]) {
            i = skip_bracket(f, i, u->body_end);
        } else if (f->words[i] == WORD_QUOTE && f->in_quote[i] && i > p.first && i + 1 < u->body_end &&
                   clause_is_finite(f, i + 1) && (f->tokens[i].flags & TOKEN_QUOTE_CLOSE) &&
                   quotes_cover(f, p.first, i + 1) && speaks(f, i + 1)) {
            p.end = i + 1; /* „…!“ sagte X: no comma between */
            judge(f, &p);
            vec_push(&f->pieces, p);
            p = (Piece){.first = ++i, .before = WORD_QUOTE};
        } else {
            i++;
        }
    }
    p.end = u->body_end;
    if (p.end > p.first) {
        judge(f, &p);
        vec_push(&f->pieces, p);
    }
    join_parts(f);
}

size_t clauses_at(const Finder *f, uint32_t token)
{
    size_t low = 0, high = f->pieces.len;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (f->pieces.data[middle].end <= token)
            low = middle + 1;
        else
            high = middle;
    }
    return low < f->pieces.len && f->pieces.data[low].first <= token ? low : f->pieces.len;
}
