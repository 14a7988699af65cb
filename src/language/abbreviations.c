/* abbreviations.c: two closed lists that tell a stop at a word's end from a sentence's end. */
#include "language/tokens.h"

#include <stdlib.h>

/* Sorted by bytes. */
static const Str INSIDE[] = {
    STR_INIT("Abb"),    STR_INIT("Abs"),    STR_INIT("Abt"),     STR_INIT("Anm"),     STR_INIT("Apr"),
    STR_INIT("Art"),    STR_INIT("Aufl"),   STR_INIT("Aug"),     STR_INIT("Bd"),      STR_INIT("Chr"),
    STR_INIT("Dez"),    STR_INIT("Dipl"),   STR_INIT("Dr"),      STR_INIT("Feb"),     STR_INIT("Fn"),
    STR_INIT("Fr"),     STR_INIT("Frhr"),   STR_INIT("Gebr"),    STR_INIT("Gen"),     STR_INIT("Hbf"),
    STR_INIT("Hl"),     STR_INIT("Hr"),     STR_INIT("Hrn"),     STR_INIT("Hrsg"),    STR_INIT("Ing"),
    STR_INIT("Jan"),    STR_INIT("Kap"),    STR_INIT("Lt"),      STR_INIT("Mag"),     STR_INIT("Mr"),
    STR_INIT("Mrs"),    STR_INIT("Ms"),     STR_INIT("Nov"),     STR_INIT("Nr"),      STR_INIT("Okt"),
    STR_INIT("Pfr"),    STR_INIT("Pkt"),    STR_INIT("Prof"),    STR_INIT("Red"),     STR_INIT("Ref"),
    STR_INIT("Sen"),    STR_INIT("Sept"),   STR_INIT("Sgt"),     STR_INIT("St"),      STR_INIT("Std"),
    STR_INIT("Str"),    STR_INIT("Tel"),    STR_INIT("Vgl"),     STR_INIT("Ziff"),    STR_INIT("allg"),
    STR_INIT("amtl"),   STR_INIT("bes"),    STR_INIT("betr"),    STR_INIT("bzgl"),    STR_INIT("bzw"),
    STR_INIT("ca"),     STR_INIT("dipl"),   STR_INIT("div"),     STR_INIT("dr"),      STR_INIT("dt"),
    STR_INIT("ehem"),   STR_INIT("eigtl"),  STR_INIT("einschl"), STR_INIT("engl"),    STR_INIT("ev"),
    STR_INIT("evtl"),   STR_INIT("exkl"),   STR_INIT("frz"),     STR_INIT("geb"),     STR_INIT("gegr"),
    STR_INIT("gem"),    STR_INIT("ges"),    STR_INIT("gest"),    STR_INIT("ggf"),     STR_INIT("ggfs"),
    STR_INIT("griech"), STR_INIT("hl"),     STR_INIT("inkl"),    STR_INIT("insb"),    STR_INIT("insbes"),
    STR_INIT("int"),    STR_INIT("ital"),   STR_INIT("jap"),     STR_INIT("jr"),      STR_INIT("jun"),
    STR_INIT("kath"),   STR_INIT("lat"),    STR_INIT("lfd"),     STR_INIT("lt"),      STR_INIT("max"),
    STR_INIT("min"),    STR_INIT("mind"),   STR_INIT("nachm"),   STR_INIT("niederl"), STR_INIT("nr"),
    STR_INIT("od"),     STR_INIT("rd"),     STR_INIT("resp"),    STR_INIT("russ"),    STR_INIT("röm"),
    STR_INIT("s"),      STR_INIT("sog"),    STR_INIT("span"),    STR_INIT("spez"),    STR_INIT("st"),
    STR_INIT("staatl"), STR_INIT("stellv"), STR_INIT("tel"),     STR_INIT("tgl"),     STR_INIT("türk"),
    STR_INIT("ugs"),    STR_INIT("urspr"),  STR_INIT("verh"),    STR_INIT("verst"),   STR_INIT("vgl"),
    STR_INIT("vorm"),   STR_INIT("vs"),     STR_INIT("wg"),      STR_INIT("zzgl"),
};
static const Str MAY_END[] = {
    STR_INIT("Bros"), STR_INIT("Co"), STR_INIT("Corp"), STR_INIT("Inc"), STR_INIT("Jg"), STR_INIT("Jh"),
    STR_INIT("Jhd"), STR_INIT("Jhdt"), STR_INIT("Jr"), STR_INIT("Ltd"), STR_INIT("Mia"), STR_INIT("Mill"),
    STR_INIT("Mio"), STR_INIT("Mrd"), STR_INIT("Sr"), STR_INIT("Tsd"), STR_INIT("ao"), STR_INIT("dgl"),
    STR_INIT("etc"), STR_INIT("ff"), STR_INIT("usf"), STR_INIT("usw"),
};
static const Str STARTERS[] = {
    STR_INIT("Aber"),    STR_INIT("Alle"),     STR_INIT("Allein"),    STR_INIT("Allerdings"),   STR_INIT("Als"),
    STR_INIT("Also"),    STR_INIT("Am"),       STR_INIT("An"),        STR_INIT("And"),          STR_INIT("Andere"),
    STR_INIT("Anders"),  STR_INIT("Auch"),     STR_INIT("Auf"),       STR_INIT("Aufgrund"),     STR_INIT("Aus"),
    STR_INIT("Außer"),   STR_INIT("Außerdem"), STR_INIT("Bei"),       STR_INIT("Beide"),        STR_INIT("Beim"),
    STR_INIT("Bereits"), STR_INIT("Bis"),      STR_INIT("Bisher"),    STR_INIT("But"),          STR_INIT("Da"),
    STR_INIT("Dabei"),   STR_INIT("Dadurch"),  STR_INIT("Dafür"),     STR_INIT("Dagegen"),      STR_INIT("Daher"),
    STR_INIT("Damals"),  STR_INIT("Damit"),    STR_INIT("Danach"),    STR_INIT("Daneben"),      STR_INIT("Dann"),
    STR_INIT("Daran"),   STR_INIT("Darauf"),   STR_INIT("Daraufhin"), STR_INIT("Darin"),        STR_INIT("Darunter"),
    STR_INIT("Darüber"), STR_INIT("Das"),      STR_INIT("Dass"),      STR_INIT("Davon"),        STR_INIT("Davor"),
    STR_INIT("Dazu"),    STR_INIT("Dem"),      STR_INIT("Demnach"),   STR_INIT("Den"),          STR_INIT("Denn"),
    STR_INIT("Dennoch"), STR_INIT("Der"),      STR_INIT("Derzeit"),   STR_INIT("Des"),          STR_INIT("Deshalb"),
    STR_INIT("Die"),     STR_INIT("Dies"),     STR_INIT("Diese"),     STR_INIT("Dieser"),       STR_INIT("Dieses"),
    STR_INIT("Doch"),    STR_INIT("Dort"),     STR_INIT("Durch"),     STR_INIT("Ebenfalls"),    STR_INIT("Ebenso"),
    STR_INIT("Ein"),     STR_INIT("Eine"),     STR_INIT("Einem"),     STR_INIT("Einen"),        STR_INIT("Einer"),
    STR_INIT("Eines"),   STR_INIT("Er"),       STR_INIT("Erst"),      STR_INIT("Es"),           STR_INIT("For"),
    STR_INIT("Früher"),  STR_INIT("Für"),      STR_INIT("Gegen"),     STR_INIT("Gleichzeitig"), STR_INIT("Hat"),
    STR_INIT("He"),      STR_INIT("Heute"),    STR_INIT("Hier"),      STR_INIT("Hierzu"),       STR_INIT("Hinter"),
    STR_INIT("His"),     STR_INIT("Ich"),      STR_INIT("Ihr"),       STR_INIT("Ihre"),         STR_INIT("Im"),
    STR_INIT("Immer"),   STR_INIT("In"),       STR_INIT("Infolge"),   STR_INIT("Insgesamt"),    STR_INIT("Inzwischen"),
    STR_INIT("Ist"),     STR_INIT("It"),       STR_INIT("Jetzt"),     STR_INIT("Kein"),         STR_INIT("Keine"),
    STR_INIT("Laut"),    STR_INIT("Man"),      STR_INIT("Mehr"),      STR_INIT("Mehrere"),      STR_INIT("Mehrmals"),
    STR_INIT("Mein"),    STR_INIT("Meine"),    STR_INIT("Mit"),       STR_INIT("Mittlerweile"), STR_INIT("Nach"),
    STR_INIT("Nachdem"), STR_INIT("Neben"),    STR_INIT("Nicht"),     STR_INIT("Noch"),         STR_INIT("Nun"),
    STR_INIT("Nur"),     STR_INIT("Ob"),       STR_INIT("Obwohl"),    STR_INIT("Ohne"),         STR_INIT("On"),
    STR_INIT("Schon"),   STR_INIT("Seine"),    STR_INIT("Seit"),      STR_INIT("Seitdem"),      STR_INIT("Selbst"),
    STR_INIT("She"),     STR_INIT("Sie"),      STR_INIT("Sind"),      STR_INIT("So"),           STR_INIT("Solche"),
    STR_INIT("Somit"),   STR_INIT("Später"),   STR_INIT("That"),      STR_INIT("The"),          STR_INIT("They"),
    STR_INIT("This"),    STR_INIT("Trotz"),    STR_INIT("Trotzdem"),  STR_INIT("Und"),          STR_INIT("Unter"),
    STR_INIT("Viele"),   STR_INIT("Vom"),      STR_INIT("Von"),       STR_INIT("Vor"),          STR_INIT("Was"),
    STR_INIT("We"),      STR_INIT("Wegen"),    STR_INIT("Weil"),      STR_INIT("Weitere"),      STR_INIT("Wenn"),
    STR_INIT("Wer"),     STR_INIT("Wie"),      STR_INIT("Wir"),       STR_INIT("Wo"),           STR_INIT("Während"),
    STR_INIT("Zu"),      STR_INIT("Zudem"),    STR_INIT("Zuletzt"),   STR_INIT("Zum"),          STR_INIT("Zunächst"),
    STR_INIT("Zur"),     STR_INIT("Zurzeit"),  STR_INIT("Zuvor"),     STR_INIT("Zwar"),         STR_INIT("Zwischen"),
    STR_INIT("Über"),
};

static int compare(const void *key, const void *entry) { return str_compare(*(const Str *)key, *(const Str *)entry); }

static bool listed(Str word, const Str *list, size_t n)
{
    return bsearch(&word, list, n, sizeof *list, compare) != NULL;
}

#define LISTED(word, list) listed((word), (list), sizeof(list) / sizeof((list)[0]))

/* "z.B", "u.a", "e.V", "U.S", "i.Allg": single letters between stops, the last piece may be longer. */
static bool is_chain(Str word)
{
    size_t stop = str_find_char(word, '.', 0);
    if (stop == SIZE_MAX || stop == 0 || stop > 2)
        return false;
    unsigned char first = (unsigned char)word.data[0];
    return stop == 1 ? first > ' ' && !(first >= '0' && first <= '9')
                     : first >= 0xC3; /* one letter of one or two bytes */
}

AbbreviationKind abbreviation_kind(Str word)
{
    if (LISTED(word, INSIDE))
        return ABBREVIATION_INSIDE;
    if (LISTED(word, MAY_END))
        return ABBREVIATION_MAY_END;
    if (is_chain(word))
        return str_equal(word, STR("z.B")) || str_equal(word, STR("d.h")) ? ABBREVIATION_INSIDE : ABBREVIATION_MAY_END;
    return ABBREVIATION_NONE;
}

bool word_starts_sentence(Str word) { return LISTED(word, STARTERS); }
