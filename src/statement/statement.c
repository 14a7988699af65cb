#include "statement/find.h"

const char *statement_type_name(StatementType type)
{
    static const char *const NAMES[] = {"Direct", "Indirect", "FreeIndirect", "IndirectFreeIndirect", "Reported"};
    return NAMES[type];
}

static const char *const ACTS[ACT_COUNT] = {
    "assess", "expect", "hope",   "doubt",    "deny", "clarify", "principle", "announce", "confirm", "thank",
    "demand", "accuse", "reject", "threaten", "warn", "promise", "offer",     "support",  "concern", "report"};
const char *act_name(Act act)
{
    return ACTS[act];
}

bool act_from_name(Str name, Act *out)
{
    for (int i = 0; i < ACT_COUNT; i++)
        if (str_equal(name, str_of(ACTS[i]))) {
            *out = (Act)i;
            return true;
        }
    return false;
}

const char *plover_name(Plover p)
{
    static const char *const NAMES[] = {NULL,      "AGREE",  "CONSULT", "SUPPORT", "CONCEDE",
                                        "REQUEST", "ACCUSE", "REJECT",  "THREATEN"};
    return NAMES[p];
}

const char *resolution_name(Resolution r)
{
    static const char *const NAMES[] = {"none", "name", "title", "pronoun", "carried"};
    return NAMES[r];
}

enum { MAX_UNIT = 2048 }; /* tokens; a longer run without an end is no prose and is passed over */

static Spans to_spans(Finder *f, const TokenSpans *t)
{
    Spans out = {ARENA_NEW(f->arena, Span, t->len), t->len};
    for (uint32_t i = 0; i < t->len; i++)
        out.data[i] = (Span){f->tokens[t->at[i].first].span.begin, f->tokens[t->at[i].end - 1].span.end};
    return out;
}

static bool same_spans(Spans a, Spans b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len * sizeof a.data[0]) == 0);
}

static uint32_t add_statement(Finder *f, Statement s, const Attribution *by)
{
    s.parent = STATEMENT_NONE;
    s.why = by->why;
    s.speaker = to_spans(f, &by->speaker);
    s.cue = to_spans(f, &by->cue);
    s.addressee = to_spans(f, &by->addressee);
    s.frame = to_spans(f, &by->frame);
    speaker_resolve(f, &s, by);
    act_choose(f, &s, by);
    vec_push(&f->out, s);
    uint32_t made = (uint32_t)f->out.len - 1;
    Span whole = {s.quote.data[0].begin, s.quote.data[s.quote.len - 1].end};
    bool first = made == f->used_from && !f->run_grew;
    if (first || (!f->run_grew && span_holds(whole, f->carried_quote) &&
                  whole.end - whole.begin > f->carried_quote.end - f->carried_quote.begin)) {
        f->active = true;
        f->carried = *by;
        f->carried_quote = whole;
        f->carried_n = s.n_speakers;
        memcpy(f->carried_entities, s.speakers, s.n_speakers * sizeof s.speakers[0]);
    }
    return made;
}

uint32_t finder_add(Finder *f, StatementType type, TokenSpans quote, const Attribution *by)
{
    if (!quote.len)
        return UINT32_MAX;
    Statement s = {.type = type, .quote = to_spans(f, &quote)};
    for (size_t i = f->used_from; i < f->out.len; i++)
        if (same_spans(f->out.data[i].quote, s.quote))
            return UINT32_MAX;
    return add_statement(f, s, by);
}

void finder_add_second(Finder *f, TokenSpans quote, const Attribution *by)
{
    add_statement(f, (Statement){.type = f->out.data[f->out.len - 1].type, .quote = to_spans(f, &quote)}, by);
}

void finder_add_quoted(Finder *f, uint32_t first, uint32_t end, const Attribution *by)
{
    Attribution quoted = *by;
    quoted.why = "words in quotation marks inside a statement";
    for (uint32_t i = f->unit.first_quote; i < f->unit.first_quote + f->unit.n_quotes; i++) {
        const Quotation *q = &f->quotations.data[i];
        bool whose = by->speaker.len && by->speaker.at[0].first <= q->open &&
                     q->close < by->speaker.at[0].end; /* part of who speaks */
        if (q->open < first || q->close >= end || whose || !quotes_say_something(f, q, true))
            continue;
        TokenSpans quote = {.len = 0};
        spans_add(&quote, q->open, q->close + 1);
        finder_add(f, STATEMENT_DIRECT, quote, &quoted);
    }
}

/* Whether anything in the unit can make a statement: most sentences have nothing, and cost no more than this look. */
static bool may_say(const Finder *f)
{
    if (f->unit.n_quotes)
        return true;
    for (uint32_t i = f->unit.first; i < f->unit.end; i++) {
        const Token *t = &f->tokens[i];
        size_t n;
        if (t->features & (FEAT_SUB1_ONLY | FEAT_SUB2 | FEAT_SUB))
            return true;
        uint8_t w = f->words[i];
        if (w == WORD_LAUT || w == WORD_NACH || w == WORD_ZUFOLGE || w == WORD_DEMNACH || w == WORD_SO ||
            w == WORD_COLON)
            return true;
        if ((f->classes[i] == CLASS_VERB || f->classes[i] == CLASS_AUX || f->classes[i] == CLASS_NOUN) &&
            cue_find(finder_lemma(f, i), f->classes[i] == CLASS_NOUN, &n))
            return true;
        if (f->classes[i] == CLASS_AUX && str_equal(t->lemma, STR("sollen")))
            return true;
    }
    return false;
}

static void find_in_unit(Finder *f)
{
    f->used_from = (uint32_t)f->out.len;
    f->run_grew = false;
    uint32_t run = f->run;
    interview_find(f);
    if (f->unit.end - f->unit.first <= MAX_UNIT && may_say(f)) {
        clauses_split(f);
        source_find(f);
        indirect_find(f);
        direct_find(f);
        reported_find(f);
        free_find(f);
        direct_find_rest(f);
    }
    bool said = f->out.len > f->used_from || f->run_grew;
    if (run == f->run && !f->run_grew)
        f->run = STATEMENT_NONE; /* something else was said, or nothing */
    f->silence = said ? 0 : f->silence + 1;
    f->before = f->unit;
}

static bool comes_before(const Statement *a, const Statement *b)
{
    uint32_t a_begin = a->quote.data[0].begin, b_begin = b->quote.data[0].begin;
    uint32_t a_end = a->quote.data[a->quote.len - 1].end, b_end = b->quote.data[b->quote.len - 1].end;
    return a_begin != b_begin ? a_begin < b_begin : a_end > b_end;
}

/* Brings the statements into the order of the header. They come nearly sorted. */
static void sort_statements(StatementVec *v)
{
    for (size_t i = 1; i < v->len; i++)
        for (size_t k = i; k > 0 && comes_before(&v->data[k], &v->data[k - 1]); k--) {
            Statement t = v->data[k];
            v->data[k] = v->data[k - 1];
            v->data[k - 1] = t;
        }
}

static bool holds(const Spans *outer, Span inner)
{
    for (size_t i = 0; i < outer->len; i++)
        if (span_holds(outer->data[i], inner))
            return true;
    return false;
}

static void find_parents(StatementVec *v)
{
    for (size_t i = 1; i < v->len; i++)
        for (size_t k = i; k-- > 0 && i - k <= 12;)
            if (holds(&v->data[k].quote, v->data[i].quote.data[0])) {
                v->data[i].parent = (uint32_t)k;
                break;
            }
}

static bool is_own(const Finder *f, const Statement *s)
{
    Str who = s->speaker.len == 1 ? str_span(f->text, s->speaker.data[0]) : STR_EMPTY;
    return str_equal_nocase(who, STR("ich")) || str_equal_nocase(who, STR("wir"));
}

/* "ich" and "wir" in direct speech are who speaks it. */
static void resolve_own(Finder *f)
{
    for (size_t i = 0; i < f->out.len; i++) {
        Statement *s = &f->out.data[i];
        uint32_t parent = s->parent;
        while (parent != STATEMENT_NONE && f->out.data[parent].type != STATEMENT_DIRECT)
            parent = f->out.data[parent].parent;
        if (s->n_speakers || parent == STATEMENT_NONE || !f->out.data[parent].n_speakers || !is_own(f, s))
            continue;
        s->speakers = f->out.data[parent].speakers;
        s->n_speakers = f->out.data[parent].n_speakers;
        s->resolved = RESOLVED_PRONOUN;
    }
}

/* The tokens' classes, but names are names: a surname may look like a verb to the tagger. */
static void take_classes(Finder *f)
{
    const Analysis *an = f->analysis;
    for (size_t i = 0; i < an->n_tokens; i++)
        f->classes[i] = an->tokens[i].class;
    for (size_t t = 0; t < an->n_times; t++)
        for (size_t i = analysis_token_at(an, an->times[t].span.begin);
             i < an->n_tokens && an->tokens[i].span.end <= an->times[t].span.end; i++)
            f->in_time[i] = 1;
    for (size_t m = 0; m < an->n_mentions; m++) {
        const Mention *x = &an->mentions[m];
        for (uint32_t i = x->first; x->kind == MENTION_NAME && i < x->first + x->count && i < an->n_tokens; i++)
            if (span_holds(x->head, an->tokens[i].span) && f->classes[i] != CLASS_PUNCT) {
                f->classes[i] = CLASS_PROPN; /* "Ärzte ohne Grenzen" has no preposition */
                f->words[i] = WORD_OTHER;
            }
    }
}

void statement_find(const Article *article, const Analysis *analysis, Arena *arena, Statements *out)
{
    Finder f = {.article = article,
                .analysis = analysis,
                .tokens = analysis->tokens,
                .text = article->text,
                .arena = arena,
                .run = STATEMENT_NONE};
    f.words = mem_zero(analysis->n_tokens + 1, 1);
    f.in_quote = mem_zero(analysis->n_tokens + 1, 1);
    f.in_time = mem_zero(analysis->n_tokens + 1, 1);
    f.classes = mem_alloc(analysis->n_tokens + 1);
    f.cues = mem_zero(analysis->n_tokens + 1, sizeof *f.cues);
    quotes_pair(&f);
    take_classes(&f);
    interview_open(&f);
    for (size_t i = 0; i < analysis->n_sentences;) {
        f.unit = quotes_unit(&f, &i);
        find_in_unit(&f);
    }
    sort_statements(&f.out);
    find_parents(&f.out);
    resolve_own(&f);
    *out = (Statements){.len = f.out.len};
    out->data = vec_to_arena(&f.out, arena);
    vec_release(&f.quotations);
    vec_release(&f.pieces);
    vec_free(f.words);
    vec_free(f.classes);
    vec_free(f.cues);
    vec_free(f.in_quote);
    vec_free(f.in_time);
}
