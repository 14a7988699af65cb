/* act.c: what a speaker does by saying it.
 *
 * The cue decides where it names an act (fordern, drohen, danken). Where it is neutral (sagen, erklären, betonen) the content
 * decides: its mood and modal verbs, negation, condition, and the semantic fields its words belong to. The rules are tried
 * in order; the first that fits wins, and the words that made it fit are kept in act_why. PLOVER types follow Halterman et al.,
 * "PLOVER and POLECAT" (2023), as far as their verbal events go. */
#include "statement/find.h"

typedef struct Field {
    const char *lemma;
    uint32_t fields;
} Field;

enum { MAX_LOOK = 400 }; /* tokens of a quotation that decide its act */

enum {
    FIELD_HARM = 1 << 0,
    FIELD_THREAT = 1 << 1,
    FIELD_HELP = 1 << 2,
    FIELD_SUPPORT = 1 << 3,
    FIELD_TALK = 1 << 4,
    FIELD_GOOD = 1 << 5,
    FIELD_BAD = 1 << 6,
    FIELD_HOPE = 1 << 7,
    FIELD_EXPECT = 1 << 8,
    FIELD_CONCERN = 1 << 9,
    FIELD_THANK = 1 << 10,
    FIELD_DEMAND = 1 << 11,
    FIELD_OFFER = 1 << 12,
    FIELD_DOUBT = 1 << 13,
    FIELD_INTENT = 1 << 14,
    FIELD_PRINCIPLE = 1 << 15,
    FIELD_WARN = 1 << 16,
};
static const Field FIELDS[] = {
    {"Abbruch", FIELD_THREAT}, {"Absicht", FIELD_INTENT}, {"Aggression", FIELD_HARM}, {"Angebot", FIELD_OFFER},
    {"Angriff", FIELD_HARM}, {"Angriffsplan", FIELD_HARM}, {"Angst", FIELD_CONCERN}, {"Anrecht", FIELD_PRINCIPLE},
    {"Anteilnahme", FIELD_SUPPORT}, {"Antwort", FIELD_THREAT}, {"Appell", FIELD_DEMAND}, {"Aufrüstung", FIELD_THREAT},
    {"Austausch", FIELD_TALK}, {"Bedenken", FIELD_CONCERN}, {"Bedrohung", FIELD_HARM}, {"Befürchtung", FIELD_CONCERN},
    {"Beileid", FIELD_SUPPORT}, {"Beistand", FIELD_HELP}, {"Beratung", FIELD_TALK}, {"Bereitschaft", FIELD_OFFER},
    {"Besorgnis", FIELD_CONCERN}, {"Bestechung", FIELD_HARM}, {"Betrug", FIELD_HARM}, {"Boykott", FIELD_THREAT},
    {"Dank", FIELD_THANK}, {"Dialog", FIELD_TALK}, {"Diplomatie", FIELD_TALK}, {"Diskussion", FIELD_TALK},
    {"Einmarsch", FIELD_HARM}, {"Entschädigung", FIELD_HELP}, {"Erarbeitung", FIELD_HELP}, {"Erfolg", FIELD_GOOD},
    {"Erwartung", FIELD_EXPECT}, {"Eskalation", FIELD_HARM}, {"Fehler", FIELD_BAD}, {"Folge", FIELD_THREAT},
    {"Folter", FIELD_HARM}, {"Forderung", FIELD_DEMAND}, {"Fortschritt", FIELD_GOOD}, {"Fälschung", FIELD_HARM},
    {"Gefahr", FIELD_WARN}, {"Gegenmaßnahme", FIELD_THREAT}, {"Gesetz", FIELD_PRINCIPLE}, {"Gespräch", FIELD_TALK},
    {"Gewalt", FIELD_HARM}, {"Gipfel", FIELD_TALK}, {"Grundsatz", FIELD_PRINCIPLE}, {"Hilfe", FIELD_HELP},
    {"Hoffnung", FIELD_HOPE}, {"Hysterie", FIELD_HARM}, {"Interesse", FIELD_PRINCIPLE}, {"Invasion", FIELD_HARM},
    {"Katastrophe", FIELD_BAD}, {"Klage", FIELD_THREAT}, {"Kompromiss", FIELD_OFFER}, {"Konsequenz", FIELD_THREAT},
    {"Konsultation", FIELD_TALK}, {"Kontakt", FIELD_TALK}, {"Kooperation", FIELD_TALK}, {"Korruption", FIELD_HARM},
    {"Krieg", FIELD_HARM}, {"Kriegsverbrechen", FIELD_HARM}, {"Krise", FIELD_HARM}, {"Lieferung", FIELD_HELP},
    {"Lüge", FIELD_HARM}, {"Manipulation", FIELD_HARM}, {"Massaker", FIELD_HARM}, {"Maßnahme", FIELD_THREAT},
    {"Militärhilfe", FIELD_HELP}, {"Missbrauch", FIELD_HARM}, {"Mitgefühl", FIELD_SUPPORT},
    {"Pflicht", FIELD_PRINCIPLE}, {"Plan", FIELD_INTENT}, {"Preis", FIELD_THREAT}, {"Prinzip", FIELD_PRINCIPLE},
    {"Problem", FIELD_BAD}, {"Prognose", FIELD_EXPECT}, {"Propaganda", FIELD_HARM}, {"Provokation", FIELD_HARM},
    {"Prozess", FIELD_TALK}, {"Reaktion", FIELD_THREAT}, {"Recht", FIELD_PRINCIPLE}, {"Respekt", FIELD_SUPPORT},
    {"Risiko", FIELD_WARN}, {"Rückhalt", FIELD_SUPPORT}, {"Rückzug", FIELD_DEMAND}, {"Sanktion", FIELD_THREAT},
    {"Schuld", FIELD_HARM}, {"Schutz", FIELD_HELP}, {"Seite", FIELD_SUPPORT}, {"Skandal", FIELD_HARM},
    {"Solidarität", FIELD_SUPPORT}, {"Sorge", FIELD_CONCERN}, {"Souveränität", FIELD_PRINCIPLE},
    {"Strafe", FIELD_THREAT}, {"Strafzoll", FIELD_THREAT}, {"Streik", FIELD_THREAT}, {"Terror", FIELD_HARM},
    {"Treffen", FIELD_TALK}, {"Täuschung", FIELD_HARM}, {"Ultimatum", FIELD_THREAT},
    {"Unterstützung", FIELD_HELP | FIELD_SUPPORT}, {"Verbrechen", FIELD_HARM}, {"Verbündeter", FIELD_SUPPORT},
    {"Verfassung", FIELD_PRINCIPLE}, {"Vergeltung", FIELD_THREAT}, {"Verhandlung", FIELD_TALK},
    {"Verletzung", FIELD_HARM}, {"Verrat", FIELD_HARM}, {"Versagen", FIELD_HARM}, {"Verstoß", FIELD_HARM},
    {"Verstärkung", FIELD_THREAT}, {"Völkermord", FIELD_HARM}, {"Völkerrecht", FIELD_PRINCIPLE},
    {"Warnung", FIELD_WARN}, {"Wettrüsten", FIELD_HARM}, {"Willkür", FIELD_HARM}, {"Wortbruch", FIELD_HARM},
    {"Wunsch", FIELD_HOPE}, {"Würde", FIELD_PRINCIPLE}, {"Ziel", FIELD_INTENT}, {"Zusammenarbeit", FIELD_TALK},
    {"Zustimmung", FIELD_SUPPORT}, {"Zweifel", FIELD_DOUBT}, {"absehbar", FIELD_EXPECT}, {"absurd", FIELD_BAD},
    {"abziehen", FIELD_DEMAND}, {"aggressiv", FIELD_HARM}, {"alarmiert", FIELD_CONCERN}, {"anbieten", FIELD_OFFER},
    {"angreifen", FIELD_HARM}, {"anheizen", FIELD_HARM}, {"annektieren", FIELD_HARM}, {"antworten", FIELD_THREAT},
    {"appellieren", FIELD_DEMAND}, {"auffordern", FIELD_DEMAND}, {"aufhören", FIELD_DEMAND},
    {"aufzwingen", FIELD_HARM}, {"ausgezeichnet", FIELD_GOOD}, {"austauschen", FIELD_TALK},
    {"beabsichtigen", FIELD_INTENT}, {"bedanken", FIELD_THANK}, {"bedauerlich", FIELD_BAD},
    {"bedauern", FIELD_CONCERN}, {"bedrohen", FIELD_HARM}, {"beeindruckend", FIELD_GOOD}, {"beenden", FIELD_DEMAND},
    {"befürchten", FIELD_CONCERN}, {"befürworten", FIELD_SUPPORT}, {"begrüßen", FIELD_SUPPORT},
    {"beistehen", FIELD_HELP | FIELD_SUPPORT}, {"beraten", FIELD_TALK}, {"bereit", FIELD_OFFER},
    {"bereitstellen", FIELD_HELP}, {"besetzen", FIELD_HARM}, {"besorgen", FIELD_CONCERN}, {"besorgt", FIELD_CONCERN},
    {"bestechen", FIELD_HARM}, {"bestrafen", FIELD_THREAT}, {"betrügen", FIELD_HARM}, {"beunruhigen", FIELD_CONCERN},
    {"beunruhigt", FIELD_CONCERN}, {"bezweifeln", FIELD_DOUBT}, {"blockieren", FIELD_HARM},
    {"boykottieren", FIELD_THREAT}, {"brechen", FIELD_HARM}, {"dankbar", FIELD_THANK}, {"danken", FIELD_THANK},
    {"destabilisieren", FIELD_HARM}, {"diffamieren", FIELD_HARM}, {"diplomatisch", FIELD_TALK},
    {"diskriminieren", FIELD_HARM}, {"diskutieren", FIELD_TALK}, {"dramatisch", FIELD_BAD},
    {"dringend", FIELD_DEMAND}, {"drohen", FIELD_WARN}, {"einhalten", FIELD_HELP}, {"einmarschieren", FIELD_HARM},
    {"einstellen", FIELD_DEMAND}, {"einzigartig", FIELD_GOOD}, {"entgegenkommen", FIELD_OFFER},
    {"entlasten", FIELD_HELP}, {"entschlossen", FIELD_THREAT}, {"entschädigen", FIELD_HELP},
    {"enttäuschend", FIELD_BAD}, {"erarbeiten", FIELD_HELP}, {"erfolgreich", FIELD_GOOD}, {"erfreulich", FIELD_GOOD},
    {"erhoffen", FIELD_HOPE}, {"erhöhen", FIELD_HELP}, {"ernst", FIELD_BAD}, {"erpressen", FIELD_HARM},
    {"erwarten", FIELD_EXPECT}, {"eskalieren", FIELD_HARM}, {"fahrlässig", FIELD_HARM}, {"fair", FIELD_GOOD},
    {"falsch", FIELD_BAD}, {"fatal", FIELD_BAD}, {"feindlich", FIELD_HARM}, {"feindselig", FIELD_HARM},
    {"foltern", FIELD_HARM}, {"fordern", FIELD_DEMAND}, {"fortsetzen", FIELD_TALK},
    {"fraglich", FIELD_BAD | FIELD_DOUBT}, {"fragwürdig", FIELD_BAD | FIELD_DOUBT}, {"freundschaftlich", FIELD_GOOD},
    {"froh", FIELD_GOOD}, {"fälschen", FIELD_HARM}, {"fürchten", FIELD_CONCERN}, {"garantieren", FIELD_HELP},
    {"gefährden", FIELD_HARM}, {"gefährlich", FIELD_BAD | FIELD_WARN}, {"gelten", FIELD_PRINCIPLE},
    {"gesprächsbereit", FIELD_OFFER}, {"gewähren", FIELD_HELP}, {"glaubwürdig", FIELD_DOUBT},
    {"glücklich", FIELD_GOOD}, {"großartig", FIELD_GOOD}, {"grundsätzlich", FIELD_PRINCIPLE}, {"gut", FIELD_GOOD},
    {"hegen", FIELD_INTENT}, {"helfen", FIELD_HELP}, {"hervorragend", FIELD_GOOD}, {"hetzen", FIELD_HARM},
    {"hilfreich", FIELD_GOOD}, {"historisch", FIELD_GOOD}, {"hoffen", FIELD_HOPE}, {"hoffentlich", FIELD_HOPE},
    {"idiotisch", FIELD_BAD}, {"ignorieren", FIELD_HARM}, {"illegal", FIELD_HARM}, {"immer", FIELD_PRINCIPLE},
    {"inakzeptabel", FIELD_BAD}, {"investieren", FIELD_HELP}, {"jeder", FIELD_PRINCIPLE},
    {"jeglich", FIELD_PRINCIPLE}, {"katastrophal", FIELD_BAD}, {"klagen", FIELD_THREAT}, {"klar", FIELD_GOOD},
    {"konstruktiv", FIELD_GOOD}, {"kooperieren", FIELD_TALK}, {"korrupt", FIELD_HARM}, {"kritisch", FIELD_BAD},
    {"liefern", FIELD_HELP}, {"lächerlich", FIELD_BAD}, {"lügen", FIELD_HARM}, {"mangelhaft", FIELD_BAD},
    {"manipulieren", FIELD_HARM}, {"missachten", FIELD_HARM}, {"missbrauchen", FIELD_HARM}, {"möglich", FIELD_GOOD},
    {"nachbessern", FIELD_DEMAND}, {"negativ", FIELD_BAD}, {"niemand", FIELD_PRINCIPLE}, {"normal", FIELD_GOOD},
    {"notwendig", FIELD_GOOD}, {"nützlich", FIELD_GOOD}, {"offen", FIELD_GOOD}, {"optimistisch", FIELD_HOPE},
    {"planen", FIELD_INTENT}, {"positiv", FIELD_GOOD}, {"problematisch", FIELD_BAD},
    {"prognostizieren", FIELD_EXPECT}, {"provozieren", FIELD_HARM}, {"reagieren", FIELD_THREAT},
    {"rechnen", FIELD_EXPECT}, {"rechtswidrig", FIELD_HARM}, {"retten", FIELD_HELP}, {"richtig", FIELD_GOOD},
    {"sabotieren", FIELD_HARM}, {"sachlich", FIELD_GOOD}, {"schaffen", FIELD_HELP}, {"scheitern", FIELD_HARM},
    {"schlecht", FIELD_BAD}, {"schlimm", FIELD_BAD}, {"schuld", FIELD_HARM}, {"schuldig", FIELD_HARM},
    {"schwer", FIELD_BAD}, {"schwierig", FIELD_BAD}, {"schüren", FIELD_HARM}, {"schützen", FIELD_HELP},
    {"senken", FIELD_HELP}, {"sicher", FIELD_GOOD}, {"sichern", FIELD_HELP}, {"sinnvoll", FIELD_GOOD},
    {"skandalös", FIELD_HARM}, {"skeptisch", FIELD_DOUBT}, {"sofort", FIELD_DEMAND}, {"solidarisch", FIELD_SUPPORT},
    {"spektakulär", FIELD_GOOD}, {"sprechen", FIELD_TALK}, {"stabil", FIELD_GOOD}, {"stolz", FIELD_GOOD},
    {"streiken", FIELD_THREAT}, {"substanziell", FIELD_GOOD}, {"traurig", FIELD_BAD}, {"treffen", FIELD_TALK},
    {"täuschen", FIELD_HARM}, {"töten", FIELD_HARM}, {"umgehend", FIELD_DEMAND}, {"unbefriedigend", FIELD_BAD},
    {"unbrauchbar", FIELD_BAD}, {"ungenügend", FIELD_BAD}, {"unklar", FIELD_BAD | FIELD_DOUBT},
    {"unmöglich", FIELD_BAD}, {"unnötig", FIELD_BAD}, {"unrealistisch", FIELD_BAD}, {"unsinnig", FIELD_BAD},
    {"unterdrücken", FIELD_HARM}, {"untergraben", FIELD_HARM}, {"unterstützen", FIELD_HELP | FIELD_SUPPORT},
    {"unverantwortlich", FIELD_HARM}, {"unverzüglich", FIELD_DEMAND}, {"unzureichend", FIELD_BAD},
    {"verantwortlich", FIELD_HARM}, {"verbessern", FIELD_HELP}, {"verfassungswidrig", FIELD_HARM},
    {"vergelten", FIELD_THREAT}, {"verhandeln", FIELD_TALK}, {"verklagen", FIELD_THREAT}, {"verlangen", FIELD_DEMAND},
    {"verletzen", FIELD_HARM}, {"vermutlich", FIELD_EXPECT}, {"vernachlässigen", FIELD_HARM},
    {"vernichten", FIELD_HARM}, {"verpflichtet", FIELD_HELP}, {"verraten", FIELD_HARM}, {"versagen", FIELD_HARM},
    {"verschleiern", FIELD_HARM}, {"verschleppen", FIELD_HARM}, {"verstoßen", FIELD_HARM},
    {"verteidigen", FIELD_THREAT}, {"vertuschen", FIELD_HARM}, {"voraussichtlich", FIELD_EXPECT},
    {"vorbereitet", FIELD_OFFER}, {"vorhaben", FIELD_INTENT}, {"völkerrechtswidrig", FIELD_HARM},
    {"wahrscheinlich", FIELD_EXPECT}, {"warnen", FIELD_WARN}, {"wichtig", FIELD_GOOD}, {"wollen", FIELD_INTENT},
    {"wünschen", FIELD_HOPE}, {"zahlen", FIELD_HELP}, {"zerstören", FIELD_HARM}, {"zufrieden", FIELD_GOOD},
    {"zurückschlagen", FIELD_THREAT}, {"zurückzahlen", FIELD_HELP}, {"zurückziehen", FIELD_DEMAND},
    {"zusammenarbeiten", FIELD_TALK}, {"zustimmen", FIELD_SUPPORT}, {"zuversichtlich", FIELD_HOPE},
    {"zweifeln", FIELD_DOUBT}, {"Überfall", FIELD_HARM}, {"überfallen", FIELD_HARM}, {"übergeben", FIELD_HELP},
    {"überzeugen", FIELD_DOUBT}, {"überzeugt", FIELD_DOUBT}, {"üblich", FIELD_GOOD},
};

static uint32_t fields_of(Str lemma)
{
    size_t low = 0, high = sizeof FIELDS / sizeof FIELDS[0];
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = str_compare(str_of(FIELDS[middle].lemma), lemma);
        if (order == 0)
            return FIELDS[middle].fields;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* What the rules look at. */
typedef struct Content {
    uint32_t fields;
    uint32_t at[32];   /* a token of each field, by its bit */
    uint32_t finite;   /* of the first clause, NO_TOKEN when none */
    uint32_t negation, condition, only, must, may, shall, future, want, copula, predicate, cue, perfect;
    bool first_person, infinitive;
} Content;

static void note(uint32_t *slot, uint32_t token)
{
    if (*slot == NO_TOKEN)
        *slot = token;
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
    else if (str_equal(lemma, STR("werden")))
        note(&c->future, i);
    else if (str_equal(lemma, STR("sein")))
        note(&c->copula, i);
    else if (str_equal(lemma, STR("haben")))
        note(&c->perfect, i);
}

static Content look(const Finder *f, const Statement *s)
{
    Content c = {.finite = NO_TOKEN, .negation = NO_TOKEN, .condition = NO_TOKEN, .only = NO_TOKEN, .must = NO_TOKEN, .may = NO_TOKEN,
                 .shall = NO_TOKEN, .future = NO_TOKEN, .want = NO_TOKEN, .copula = NO_TOKEN, .predicate = NO_TOKEN, .cue = NO_TOKEN, .perfect = NO_TOKEN};
    for (size_t k = 0; k < s->quote.len; k++) {
        uint32_t i = (uint32_t)analysis_token_at(f->analysis, s->quote.data[k].begin);
        bool begins = true; /* of a clause */
        for (uint32_t n = 0; i < f->analysis->n_tokens && f->tokens[i].span.begin < s->quote.data[k].end && n < MAX_LOOK; i++, n++) {
            const Token *t = &f->tokens[i];
            uint8_t w = f->words[i];
            uint32_t fields = f->classes[i] == CLASS_VERB || f->classes[i] == CLASS_NOUN || f->classes[i] == CLASS_ADJ || f->classes[i] == CLASS_ADV || f->classes[i] == CLASS_DET ? fields_of(t->lemma) : 0;
            for (uint32_t bit = 0; fields >> bit; bit++)
                if ((fields >> bit & 1) && !(c.fields >> bit & 1))
                    c.at[bit] = i;
            c.fields |= fields;
            if (w == WORD_NOT)
                note(&c.negation, i);
            bool verb_first = begins && clause_is_finite(f, i) && k + n > 0 && f->classes[i] == CLASS_AUX;
            if (w == WORD_WENN || (verb_first && str_equal(t->lemma, STR("sollen"))))
                note(&c.condition, i);
            if (roles_word_in(f, i, "nur lediglich"))
                note(&c.only, i);
            if (clause_is_finite(f, i) && w != WORD_WENN)
                note_finite(f, &c, i);
            size_t entries;
            if (f->classes[i] == CLASS_VERB && c.cue == NO_TOKEN && cue_find(t->lemma, false, &entries))
                c.cue = i;
            if (f->classes[i] == CLASS_ADJ && (i + 1 >= f->analysis->n_tokens || f->classes[i + 1] != CLASS_NOUN))
                note(&c.predicate, i);
            c.infinitive |= f->classes[i] == CLASS_VERB && (t->features & FEAT_INF);
            c.first_person |= roles_word_in(f, i, "ich wir");
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
    if (c->cue != NO_TOKEN && c->finite == c->perfect && c->perfect != NO_TOKEN && !c->first_person)
        PICK(ACT_REPORT, "tells what somebody else said", c->cue, NO_TOKEN);
    if (c->condition != NO_TOKEN && HAS(FIELD_THREAT))
        PICK(ACT_THREATEN, "a consequence under a condition", c->condition, field_at(c, FIELD_THREAT));
    if (HAS(FIELD_SUPPORT) && c->first_person)
        PICK(ACT_SUPPORT, "support", field_at(c, FIELD_SUPPORT), NO_TOKEN);
    if (c->condition != NO_TOKEN && HAS(FIELD_HARM))
        PICK(ACT_WARN, "harm under a condition", c->condition, field_at(c, FIELD_HARM));
    if (HAS(FIELD_CONCERN) && no == NO_TOKEN && !(c->want != NO_TOKEN && f->classes[field_at(c, FIELD_CONCERN)] == CLASS_NOUN))
        PICK(ACT_CONCERN, "concern", field_at(c, FIELD_CONCERN), NO_TOKEN);
    if (no != NO_TOKEN && HAS(FIELD_DOUBT))
        PICK(ACT_DOUBT, "doubt", no, field_at(c, FIELD_DOUBT));
    if (no != NO_TOKEN && c->must == NO_TOKEN && c->shall == NO_TOKEN && c->may == NO_TOKEN && (HAS(FIELD_HARM) || (HAS(FIELD_INTENT) && c->want == NO_TOKEN)) && !HAS(FIELD_PRINCIPLE & ~FIELD_HARM))
        PICK(ACT_DENY, "something held against somebody, negated", no, field_at(c, FIELD_HARM | FIELD_INTENT));
    if (HAS(FIELD_EXPECT) && !(HAS(FIELD_DEMAND)))
        PICK(c->first_person && no == NO_TOKEN && HAS(FIELD_THREAT) ? ACT_DEMAND : ACT_EXPECT, "expectation", field_at(c, FIELD_EXPECT), no);
    if (HAS(FIELD_OFFER) && no == NO_TOKEN)
        PICK(ACT_OFFER, "readiness", field_at(c, FIELD_OFFER), NO_TOKEN);
    if ((c->may != NO_TOKEN || c->shall != NO_TOKEN || c->perfect != NO_TOKEN || c->copula != NO_TOKEN) && HAS(FIELD_PRINCIPLE) && !HAS(FIELD_HARM))
        PICK(ACT_PRINCIPLE, "a rule in general terms", field_at(c, FIELD_PRINCIPLE), c->may);
    if (c->must != NO_TOKEN)
        PICK(ACT_DEMAND, "must", c->must, NO_TOKEN);
    if (HAS(FIELD_DEMAND) && no == NO_TOKEN)
        PICK(ACT_DEMAND, "a demand", field_at(c, FIELD_DEMAND), NO_TOKEN);
    if (c->shall != NO_TOKEN)
        PICK(c->only != NO_TOKEN ? ACT_CLARIFY : ACT_DEMAND, "shall", c->shall, c->only);
    if (HAS(FIELD_HARM) && no == NO_TOKEN)
        PICK(ACT_ACCUSE, "something held against somebody", field_at(c, FIELD_HARM), NO_TOKEN);
    if (c->may != NO_TOKEN && HAS(FIELD_TALK) && no == NO_TOKEN)
        PICK(ACT_OFFER, "talks that are possible", c->may, field_at(c, FIELD_TALK));
    if (c->future != NO_TOKEN || c->want != NO_TOKEN)
        PICK(HAS(FIELD_HELP) && no == NO_TOKEN ? ACT_PROMISE : ACT_ANNOUNCE, "what will be done", c->future != NO_TOKEN ? c->future : c->want, field_at(c, FIELD_HELP));
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
    case ACT_DEMAND: return PLOVER_REQUEST;
    case ACT_ACCUSE: return PLOVER_ACCUSE;
    case ACT_REJECT: return PLOVER_REJECT;
    case ACT_THREATEN: case ACT_WARN: return PLOVER_THREATEN;
    case ACT_PROMISE: case ACT_OFFER: return PLOVER_AGREE;
    case ACT_SUPPORT: return PLOVER_SUPPORT;
    case ACT_ANNOUNCE: return c->fields & FIELD_TALK && c->negation == NO_TOKEN ? PLOVER_AGREE : PLOVER_NONE;
    case ACT_CONFIRM: return c->fields & FIELD_TALK ? PLOVER_CONSULT : c->fields & FIELD_HELP ? PLOVER_AGREE : PLOVER_NONE;
    default: return PLOVER_NONE;
    }
}

void act_choose(Finder *f, Statement *s, const Attribution *by)
{
    Content c = look(f, s);
    bool carried = s->type == STATEMENT_INDIRECT_FREE_INDIRECT || s->type == STATEMENT_FREE_INDIRECT;
    const Cue *cue = carried ? NULL : by->entry;
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
        if (s->act == ACT_ANNOUNCE && s->type != STATEMENT_REPORTED && (c.fields & FIELD_HELP) && c.negation == NO_TOKEN) {
            s->act = ACT_PROMISE;
            s->act_why = words(f, "announces help", by->verb, field_at(&c, FIELD_HELP));
        } else if (s->act == ACT_OFFER && (c.fields & FIELD_THREAT) && !(c.fields & FIELD_TALK)) {
            s->act = ACT_THREATEN;
            s->act_why = words(f, "holds out a measure", by->verb, field_at(&c, FIELD_THREAT));
        }
    }
    s->plover = plover_of(s->act, &c);
}
