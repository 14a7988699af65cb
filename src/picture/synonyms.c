/* synonyms.c: not what a thesaurus has, where everything is like everything: only words that name the same thing, deed or time
 * when two pages report one event. Written for this project. */
#include "picture/synonyms.h"

#include <stddef.h>

const char *const SYNONYM_SETS[] = {
    /* meeting and talking */
    "Gespräch Treffen Unterredung Begegnung Zusammenkunft Krisentreffen Krisengespräch Verhandlung Beratung "
    "Konsultation Dialog",
    "Abkommen Vertrag Vereinbarung Übereinkunft Pakt",
    "Antwort Stellungnahme Erwiderung",
    "Vorschlag Angebot",
    "Ergebnis Resultat",
    "fortsetzen weiterführen fortführen weitergehen",
    "abbrechen beenden",
    "vertagen verschieben",
    "absagen streichen",
    /* time */
    "kommend nächst",
    "vergangen letzt vorig",
    "vorzeitig früh",
    "Auftakt Beginn Start",
    "bisher bislang",
    /* fighting */
    "Angriff Attacke Offensive Invasion Einmarsch Überfall",
    "angreifen attackieren überfallen einmarschieren",
    "Soldat Truppe Streitkräfte",
    "Abzug Rückzug",
    "abziehen zurückziehen",
    "Verbündeter Alliierter Partner",
    "Bündnis Allianz Militärbündnis Verteidigungsbündnis",
    "Waffenruhe Feuerpause Waffenstillstand",
    "Nachbarland Nachbarstaat Nachbar",
    "Lage Situation",
    "Krise Konflikt Streit",
    /* people and offices */
    "Präsident Staatschef Staatsoberhaupt",
    "Ministerpräsident Regierungschef Premierminister Premier",
    "Außenminister Chefdiplomat",
    "Chef Vorsitzender Leiter",
    "Polizist Beamter",
    "Mitarbeiter Beschäftigter Angestellter",
    "Einwohner Bewohner Bürger",
    "Demonstrant Protestierender",
    "Demonstration Protest Kundgebung",
    "Firma Unternehmen Konzern Betrieb",
    "Krankenhaus Klinik Spital",
    /* harm */
    "Toter Todesopfer",
    "Unfall Unglück",
    "Brand Feuer",
    "sterben umkommen",
    "verletzen verwunden",
    "festnehmen verhaften",
    "Festnahme Verhaftung",
    /* saying */
    "fordern verlangen",
    "warnen mahnen",
    "Warnung Mahnung",
    "zurückweisen bestreiten dementieren",
    "Vorwurf Anschuldigung Beschuldigung",
    "Sorge Besorgnis Bedenken",
    "einräumen zugeben",
    /* more and less */
    "steigen zunehmen wachsen",
    "Anstieg Zunahme",
    "sinken fallen zurückgehen abnehmen",
    "Rückgang Abnahme",
    "erheblich massiv gravierend schwerwiegend",
    "hilfreich nützlich",
    "gut positiv",
    NULL,
};
