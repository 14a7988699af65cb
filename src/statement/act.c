/* act.c: what a speaker does by saying it.
 *
 * The cue decides where it names an act (fordern, drohen, danken). Where it is neutral (sagen, erklären, betonen) the
 * content decides: its mood and modal verbs, negation, condition, and the semantic fields its words belong to. The
 * rules are tried in order; the first that fits wins, and the words that made it fit are kept in act_why. PLOVER types
 * follow Halterman et al., "PLOVER and POLECAT" (2023), as far as their verbal events go. */
#include "statement/fields.h"
#include "statement/find.h"

enum { MAX_LOOK = 400 }; /* tokens of a quotation that decide its act */

/* What the rules look at. */
typedef struct Content {
    uint32_t fields;
    uint32_t at[32]; /* a token of each field, by its bit */
    uint32_t finite; /* of the first clause, NO_TOKEN when none */
    uint32_t negation, condition, only, must, may, shall, future, want, copula, predicate, cue, perfect,
        nothing_of_it; /* keine Rede */
    bool first_person, infinitive;
    bool planned; /* "soll" in the indicative, told by somebody else than who wants it */
    bool told;    /* "soll … haben": hearsay */
} Content;

static void note(uint32_t *slot, uint32_t token)
{
    if (*slot == NO_TOKEN)
        *slot = token;
}

/* "wurde", "wurden": with a participle, what was done; the future has only the present and the Konjunktiv. */
static bool is_preterite_of_werden(const Finder *f, uint32_t i)
{
    return roles_word_in(f, i, "wurde wurden wurdest wurdet");
}

/* "…, die Unruhe stiften wollen,": a verb at the end of a relative clause tells about its noun only. */
static bool ends_relative(const Finder *f, uint32_t i, bool in_relative)
{
    return in_relative && (i + 1 >= f->analysis->n_tokens || f->classes[i + 1] == CLASS_PUNCT ||
                           f->words[i + 1] == WORD_UND || f->words[i + 1] == WORD_QUOTE);
}

/* "nicht nur …, sondern": adds, and denies nothing. */
static bool is_not_only(const Finder *f, uint32_t i)
{
    return i + 1 < f->analysis->n_tokens && str_equal_nocase(finder_word(f, i), STR("nicht")) &&
           roles_word_in(f, i + 1, "nur allein bloß zuletzt");
}

/* Modal verbs and the like of one finite verb. */
static void note_finite(const Finder *f, Content *c, uint32_t i)
{
    Str lemma = f->tokens[i].lemma;
    if (c->finite == NO_TOKEN)
        c->finite = i;
    if (str_equal(lemma, STR("müssen")) || str_equal(lemma, STR("mögen")))
        note(&c->must, i);
    else if (str_equal(lemma, STR("können")) || str_equal(lemma, STR("dürfen")))
        note(&c->may, i);
    else if (str_equal(lemma, STR("sollen")))
        note(&c->shall, i);
    else if (str_equal(lemma, STR("wollen")))
        note(&c->want, i);
    else if (str_equal(lemma, STR("werden")) && !is_preterite_of_werden(f, i))
        note(&c->future, i);
    else if (str_equal(lemma, STR("sein")))
        note(&c->copula, i);
    else if (str_equal(lemma, STR("haben")))
        note(&c->perfect, i);
}

static Content look(const Finder *f, const Statement *s)
{
    Content c = {.finite = NO_TOKEN,
                 .negation = NO_TOKEN,
                 .condition = NO_TOKEN,
                 .only = NO_TOKEN,
                 .must = NO_TOKEN,
                 .may = NO_TOKEN,
                 .shall = NO_TOKEN,
                 .future = NO_TOKEN,
                 .want = NO_TOKEN,
                 .copula = NO_TOKEN,
                 .predicate = NO_TOKEN,
                 .cue = NO_TOKEN,
                 .perfect = NO_TOKEN,
                 .nothing_of_it = NO_TOKEN};
    for (size_t k = 0; k < s->quote.len; k++) {
        uint32_t i = (uint32_t)analysis_token_at(f->analysis, s->quote.data[k].begin);
        bool begins = true, in_relative = false, in_condition = false; /* of a clause; in one opened so */
        for (uint32_t n = 0;
             i < f->analysis->n_tokens && f->tokens[i].span.begin < s->quote.data[k].end && n < MAX_LOOK; i++, n++) {
            const Token *t = &f->tokens[i];
            uint8_t w = f->words[i];
            uint32_t fields = f->classes[i] == CLASS_VERB || f->classes[i] == CLASS_NOUN ||
                                      f->classes[i] == CLASS_ADJ || f->classes[i] == CLASS_ADV ||
                                      f->classes[i] == CLASS_DET
                                  ? fields_of(t->lemma)
                                  : 0;
            for (uint32_t bit = 0; fields >> bit; bit++)
                if ((fields >> bit & 1) && !(c.fields >> bit & 1))
                    c.at[bit] = i;
            c.fields |= fields;
            if (w == WORD_COMMA)
                in_relative = in_condition = false;
            else if (w == WORD_WENN)
                in_condition = true;
            else if (w == WORD_REL && i > 0 &&
                     (f->words[i - 1] == WORD_COMMA ||
                      (i > 1 && f->words[i - 2] == WORD_COMMA && f->classes[i - 1] == CLASS_ADP)))
                in_relative = true;
            if (w == WORD_NOT && !is_not_only(f, i))
                note(&c.negation, i);
            bool verb_first = begins && clause_is_finite(f, i) && k + n > 0 && f->classes[i] == CLASS_AUX;
            if (w == WORD_WENN || (verb_first && str_equal(t->lemma, STR("sollen"))))
                note(&c.condition, i);
            if (i > 0 && finder_is(f, i, STR("rede")) && finder_is(f, i - 1, STR("keine")))
                note(&c.nothing_of_it, i);
            if ((finder_is(f, i, STR("nur")) || finder_is(f, i, STR("lediglich"))) && !(i > 0 && is_not_only(f, i - 1)))
                note(&c.only, i);
            if (clause_is_finite(f, i) && w != WORD_WENN && !in_condition && !ends_relative(f, i, in_relative))
                note_finite(f, &c, i);
            size_t entries;
            if (f->classes[i] == CLASS_VERB && c.cue == NO_TOKEN && cue_find(t->lemma, false, &entries))
                c.cue = i;
            if (f->classes[i] == CLASS_ADJ && (i + 1 >= f->analysis->n_tokens || f->classes[i + 1] != CLASS_NOUN))
                note(&c.predicate, i);
            c.told |= c.shall != NO_TOKEN && i > c.shall && roles_word_in(f, i, "haben sein worden") &&
                      (f->tokens[i - 1].features & FEAT_PART2);
            c.infinitive |= f->classes[i] == CLASS_VERB && (t->features & FEAT_INF);
            c.first_person |= finder_is(f, i, STR("ich")) || finder_is(f, i, STR("wir"));
            begins = w == WORD_COMMA || (begins && f->classes[i] == CLASS_PUNCT);
        }
    }
    return c;
}

/* "nicht … bedroht": the words, for act_why. */
static const char *words(const Finder *f, const char *rule, uint32_t a, uint32_t b)
{
    Str x = a == NO_TOKEN ? STR_EMPTY : finder_word(f, a), y = b == NO_TOKEN ? STR_EMPTY : finder_word(f, b);
    return arena_format(f->arena, "%s: %.*s%s%.*s", rule, STR_ARG(x), y.len ? " … " : "", STR_ARG(y)).data;
}

static uint32_t field_at(const Content *c, uint32_t field)
{
    for (uint32_t bit = 0; field >> bit; bit++)
        if ((field >> bit & 1) && (c->fields >> bit & 1))
            return c->at[bit];
    return NO_TOKEN;
}

typedef struct Choice {
    Act act;
    const char *why;
} Choice;

/* The act of what is said under a neutral cue. */
static Choice from_content(const Finder *f, const Content *c)
{
#define HAS(field) ((c->fields & (field)) != 0)
#define PICK(act, rule, a, b) return (Choice){act, words(f, rule, a, b)}
    uint32_t no = c->negation;
    if (HAS(FIELD_THANK))
        PICK(ACT_THANK, "thanks", field_at(c, FIELD_THANK), NO_TOKEN);
    if (HAS(FIELD_HOPE))
        PICK(ACT_HOPE, "hope", field_at(c, FIELD_HOPE), NO_TOKEN);
    if (c->nothing_of_it != NO_TOKEN)
        PICK(ACT_DENY, "no question of it", c->nothing_of_it, NO_TOKEN);
    if (c->cue != NO_TOKEN && c->finite == c->perfect && c->perfect != NO_TOKEN && !c->first_person &&
        !(no != NO_TOKEN && c->finite + 1 < f->analysis->n_tokens &&
          roles_word_in(f, c->finite + 1, "er sie"))) /* "Zugesagt habe er nichts" is about himself */
        PICK(ACT_REPORT, "tells what somebody else said", c->cue, NO_TOKEN);
    if (c->condition != NO_TOKEN && HAS(FIELD_THREAT))
        PICK(ACT_THREATEN, "a consequence under a condition", c->condition, field_at(c, FIELD_THREAT));
    if (HAS(FIELD_SUPPORT) && c->first_person)
        PICK(ACT_SUPPORT, "support", field_at(c, FIELD_SUPPORT), NO_TOKEN);
    if (c->condition != NO_TOKEN && HAS(FIELD_HARM))
        PICK(ACT_WARN, "harm under a condition", c->condition, field_at(c, FIELD_HARM));
    if (HAS(FIELD_CONCERN) && no == NO_TOKEN &&
        !(c->want != NO_TOKEN && f->classes[field_at(c, FIELD_CONCERN)] == CLASS_NOUN))
        PICK(ACT_CONCERN, "concern", field_at(c, FIELD_CONCERN), NO_TOKEN);
    if (no != NO_TOKEN && HAS(FIELD_DOUBT))
        PICK(ACT_DOUBT, "doubt", no, field_at(c, FIELD_DOUBT));
    if (no != NO_TOKEN && c->must == NO_TOKEN && c->shall == NO_TOKEN && c->may == NO_TOKEN &&
        (HAS(FIELD_HARM) || (HAS(FIELD_INTENT) && c->want == NO_TOKEN)) && !HAS(FIELD_PRINCIPLE & ~FIELD_HARM))
        PICK(ACT_DENY, "something held against somebody, negated", no, field_at(c, FIELD_HARM | FIELD_INTENT));
    if (HAS(FIELD_EXPECT) && !(HAS(FIELD_DEMAND)))
        PICK(c->first_person && no == NO_TOKEN && HAS(FIELD_THREAT) ? ACT_DEMAND : ACT_EXPECT, "expectation",
             field_at(c, FIELD_EXPECT), no);
    if (HAS(FIELD_OFFER) && no == NO_TOKEN)
        PICK(ACT_OFFER, "readiness", field_at(c, FIELD_OFFER), NO_TOKEN);
    if ((c->may != NO_TOKEN || c->shall != NO_TOKEN || c->perfect != NO_TOKEN || c->copula != NO_TOKEN) &&
        HAS(FIELD_PRINCIPLE) && !HAS(FIELD_HARM))
        PICK(ACT_PRINCIPLE, "a rule in general terms", field_at(c, FIELD_PRINCIPLE), c->may);
    if (c->must != NO_TOKEN)
        PICK(ACT_DEMAND, "must", c->must, NO_TOKEN);
    if (HAS(FIELD_DEMAND) && no == NO_TOKEN)
        PICK(ACT_DEMAND, "a demand", field_at(c, FIELD_DEMAND), NO_TOKEN);
    if (c->shall != NO_TOKEN && c->planned)
        PICK(c->told ? ACT_REPORT : ACT_ANNOUNCE, "what is planned or told", c->shall, NO_TOKEN);
    if (c->shall != NO_TOKEN)
        PICK(c->only != NO_TOKEN ? ACT_CLARIFY : ACT_DEMAND, "shall", c->shall, c->only);
    if (HAS(FIELD_HARM) && no == NO_TOKEN)
        PICK(ACT_ACCUSE, "something held against somebody", field_at(c, FIELD_HARM), NO_TOKEN);
    if (c->may != NO_TOKEN && HAS(FIELD_TALK) && no == NO_TOKEN)
        PICK(ACT_OFFER, "talks that are possible", c->may, field_at(c, FIELD_TALK));
    if (c->future != NO_TOKEN || c->want != NO_TOKEN)
        PICK(HAS(FIELD_HELP) && no == NO_TOKEN ? ACT_PROMISE : ACT_ANNOUNCE, "what will be done",
             c->future != NO_TOKEN ? c->future : c->want, field_at(c, FIELD_HELP));
    if (c->may != NO_TOKEN && !c->first_person && (no != NO_TOKEN || str_equal(f->tokens[c->may].lemma, STR("dürfen"))))
        PICK(ACT_PRINCIPLE, "what may be done and what not", c->may, no);
    if (no != NO_TOKEN || c->only != NO_TOKEN)
        PICK(ACT_CLARIFY, "says what is not, or only", no != NO_TOKEN ? no : c->only, NO_TOKEN);
    if (HAS(FIELD_GOOD | FIELD_BAD))
        PICK(ACT_ASSESS, "a judgement", field_at(c, FIELD_GOOD | FIELD_BAD), NO_TOKEN);
    if (c->copula != NO_TOKEN && c->predicate != NO_TOKEN)
        PICK(ACT_ASSESS, "says how something is", c->copula, c->predicate);
    return (Choice){ACT_REPORT, "neutral words"};
#undef PICK
#undef HAS
}

/* Cues that leave the act to the content. */
static bool is_neutral(const Cue *cue)
{
    if (!cue)
        return true;
    if (cue->act == ACT_REPORT || cue->act == ACT_CLARIFY)
        return true;
    return cue->act == ACT_ASSESS && !(cue->governs & CUE_AS);
}

static Plover plover_of(Act act, const Content *c)
{
    switch (act) {
    case ACT_DEMAND:
        return PLOVER_REQUEST;
    case ACT_ACCUSE:
        return PLOVER_ACCUSE;
    case ACT_REJECT:
        return PLOVER_REJECT;
    case ACT_THREATEN:
    case ACT_WARN:
        return PLOVER_THREATEN;
    case ACT_PROMISE:
    case ACT_OFFER:
        return PLOVER_AGREE;
    case ACT_SUPPORT:
        return PLOVER_SUPPORT;
    case ACT_ANNOUNCE:
        return c->fields & FIELD_TALK && c->negation == NO_TOKEN ? PLOVER_AGREE : PLOVER_NONE;
    case ACT_CONFIRM:
        return c->fields & FIELD_TALK ? PLOVER_CONSULT : c->fields & FIELD_HELP ? PLOVER_AGREE : PLOVER_NONE;
    default:
        return PLOVER_NONE;
    }
}

void act_choose(Finder *f, Statement *s, const Attribution *by)
{
    Content c = look(f, s);
    bool carried = s->type == STATEMENT_INDIRECT_FREE_INDIRECT || s->type == STATEMENT_FREE_INDIRECT;
    const Cue *cue = carried ? NULL : by->entry;
    c.planned = c.shall != NO_TOKEN && s->type != STATEMENT_DIRECT && roles_word_in(f, c.shall, "soll sollen") &&
                clause_mood(f, c.shall) == MOOD_IND;
    s->negated = c.negation != NO_TOKEN;
    s->conditional = c.condition != NO_TOKEN;
    if (is_neutral(cue)) {
        Choice choice = from_content(f, &c);
        s->act = choice.act;
        s->act_why = choice.why;
        if (choice.act == ACT_REPORT && cue && cue->act != ACT_REPORT) {
            s->act = cue->act;
            s->act_why = words(f, "cue", by->verb, NO_TOKEN);
        }
    } else {
        s->act = cue->act;
        s->act_why = words(f, "cue", by->verb, NO_TOKEN);
        if (str_equal(str_of(cue->lemma), STR("wollen")) && c.negation != NO_TOKEN) {
            s->act = ACT_REJECT;
            s->act_why = words(f, "will not", by->verb, c.negation);
        } else if (str_equal(str_of(cue->lemma), STR("wollen")) && !c.infinitive) {
            s->act = ACT_DEMAND;
            s->act_why = words(f, "wants something", by->verb, NO_TOKEN);
        } else if (s->act == ACT_CONFIRM && s->type == STATEMENT_REPORTED && (c.fields & FIELD_DEMAND)) {
            s->act = ACT_DEMAND;
            s->act_why = words(f, "confirms a demand", by->verb, field_at(&c, FIELD_DEMAND));
        }
        if (s->act == ACT_ANNOUNCE && s->type != STATEMENT_REPORTED && (c.fields & FIELD_HELP) &&
            c.negation == NO_TOKEN) {
            s->act = ACT_PROMISE;
            s->act_why = words(f, "announces help", by->verb, field_at(&c, FIELD_HELP));
        } else if (s->act == ACT_OFFER && (c.fields & FIELD_THREAT) && !(c.fields & FIELD_TALK)) {
            s->act = ACT_THREATEN;
            s->act_why = words(f, "holds out a measure", by->verb, field_at(&c, FIELD_THREAT));
        }
    }
    s->plover = plover_of(s->act, &c);
}
