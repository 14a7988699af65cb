/* titles.h: nouns that say what somebody is ("Außenministerin", "Sprecher"), what an organisation is ("Ministerium"),
 * and lands with their adjectives and capitals. General words only: who holds an office is learned from each text. */
#ifndef LANGUAGE_TITLES_H
#define LANGUAGE_TITLES_H

#include "base/str.h"

typedef enum TitleKind {
    TITLE_NONE,
    TITLE_PERSON,  /* "Minister", "Präsidentin", "Sprecher", "Kollege" */
    TITLE_ADDRESS, /* "Herr", "Frau", "Dr.", "Prof." */
    TITLE_BODY     /* "Ministerium", "Regierung", "Partei": an organisation */
} TitleKind;

typedef struct Title {
    TitleKind kind;
    bool feminine, plural, peer; /* peer: "Kollege", "Amtskollege", "Pendant": has the office of the other one */
    Str noun;                    /* static; the masculine, singular noun of the list it ends in: "minister" */
} Title;
/* Title.noun of persons called by their age ("der 61-Jährige") or by their people ("der Franzose"). */
#define TITLE_AGED "jährige"
#define TITLE_NATIONAL "landsmann"
/* What `word` (with its capital, perhaps a compound: "US-Außenministerin") is by its ending. */
Title title_of(Str word);

typedef struct Land {
    Str name;      /* "Russland" */
    Str adjective; /* stem: "russisch" */
    Str capital;   /* "Moskau"; may be empty */
    Str people;    /* stem of "Russe": "Russ"; may be empty */
} Land;
/* By name ("Russlands" too), by adjective ("russischen"), by capital, or by the first part of a compound ("US-"). NULL
 * when there is none. */
const Land *land_of_name(Str word);
const Land *land_of_adjective(Str word);
const Land *land_of_capital(Str word);
/* By one of its people: "Franzose", "Norwegerin". `feminine` is set where there is one. */
const Land *land_of_people(Str word, bool *feminine);

#endif
