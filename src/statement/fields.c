#include "statement/fields.h"

typedef struct Field {
    const char *lemma;
    uint32_t fields;
} Field;

/* Sorted by bytes: nouns, with their capitals, come first. */
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

uint32_t fields_of(Str lemma)
{
    size_t low = 0, high = sizeof FIELDS / sizeof FIELDS[0];
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = str_compare_c(FIELDS[middle].lemma, lemma);
        if (order == 0)
            return FIELDS[middle].fields;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}
