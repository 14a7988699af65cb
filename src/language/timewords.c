#include "language/timewords.h"

#include "language/numbers.h"

typedef struct Entry {
    Str word;
    uint8_t kind;
    int16_t value;
    uint8_t flags;
} Entry;

/* Sorted by bytes; holidays: month and day as MMDD, or days from Easter Sunday. */
static const Entry TABLE[] = {
    {STR_INIT("ab"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("abend"), WORD_PART, PART_EVENING, 0},
    {STR_INIT("abends"), WORD_PART, PART_EVENING, WORD_ADVERB},
    {STR_INIT("abgelaufen"), WORD_RELATIVE, -1, WORD_ENDINGS},
    {STR_INIT("acht"), WORD_NUMERAL, 80, 0},
    {STR_INIT("achte"), WORD_ORDINAL, 8, 0},
    {STR_INIT("achten"), WORD_ORDINAL, 8, 0},
    {STR_INIT("achter"), WORD_ORDINAL, 8, 0},
    {STR_INIT("achtes"), WORD_ORDINAL, 8, 0},
    {STR_INIT("alle"), WORD_ALL, 0, 0},
    {STR_INIT("allen"), WORD_ALL, 0, 0},
    {STR_INIT("aller"), WORD_ALL, 0, 0},
    {STR_INIT("allerheiligen"), WORD_HOLIDAY, 1101, 0},
    {STR_INIT("alljährlich"), WORD_OFTEN, UNIT_YEAR, WORD_ENDINGS},
    {STR_INIT("allmonatlich"), WORD_OFTEN, UNIT_MONTH, WORD_ENDINGS},
    {STR_INIT("alltäglich"), WORD_OFTEN, UNIT_DAY, WORD_ENDINGS},
    {STR_INIT("allwöchentlich"), WORD_OFTEN, UNIT_WEEK, WORD_ENDINGS},
    {STR_INIT("alt"), WORD_AGE, 0, WORD_ENDINGS},
    {STR_INIT("alter"), WORD_AGE, 0, 0},
    {STR_INIT("am"), WORD_PREPOSITION, 1, 0},
    {STR_INIT("an"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("anderthalb"), WORD_NUMERAL, 15, 0},
    {STR_INIT("anfang"), WORD_EDGE, 0, 0},
    {STR_INIT("annähernd"), WORD_HEDGE, 1, 0},
    {STR_INIT("apr"), WORD_MONTH, 4, 0},
    {STR_INIT("april"), WORD_MONTH, 4, 0},
    {STR_INIT("aprils"), WORD_MONTH, 4, 0},
    {STR_INIT("aschermittwoch"), WORD_EASTER, -46, 0},
    {STR_INIT("auf"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("aug"), WORD_MONTH, 8, 0},
    {STR_INIT("augenblick"), WORD_MOMENT, REF_PRESENT, 0},
    {STR_INIT("august"), WORD_MONTH, 8, 0},
    {STR_INIT("augusts"), WORD_MONTH, 8, 0},
    {STR_INIT("beginn"), WORD_EDGE, 0, 0},
    {STR_INIT("beide"), WORD_BOTH, 2, 0},
    {STR_INIT("beiden"), WORD_BOTH, 2, 0},
    {STR_INIT("beider"), WORD_BOTH, 2, 0},
    {STR_INIT("beim"), WORD_PREPOSITION, 1, 0},
    {STR_INIT("beinahe"), WORD_HEDGE, 1, 0},
    {STR_INIT("bevorstehend"), WORD_RELATIVE, 1, WORD_ENDINGS},
    {STR_INIT("binnen"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("bis"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("ca"), WORD_HEDGE, 1, 0},
    {STR_INIT("circa"), WORD_HEDGE, 1, 0},
    {STR_INIT("damalig"), WORD_REF, REF_PAST, WORD_ENDINGS},
    {STR_INIT("damals"), WORD_REF, REF_PAST, 0},
    {STR_INIT("darauffolgend"), WORD_RELATIVE, 1, WORD_ENDINGS},
    {STR_INIT("das"), WORD_THE, 0, 0},
    {STR_INIT("dekade"), WORD_UNIT, UNIT_DECADE, 0},
    {STR_INIT("dekaden"), WORD_UNIT, UNIT_DECADE, WORD_PLURAL},
    {STR_INIT("dem"), WORD_THE, 0, 0},
    {STR_INIT("demnächst"), WORD_REF, REF_FUTURE, 0},
    {STR_INIT("demselben"), WORD_SAME, 0, 0},
    {STR_INIT("den"), WORD_THE, 0, 0},
    {STR_INIT("der"), WORD_THE, 0, 0},
    {STR_INIT("derselben"), WORD_SAME, 0, 0},
    {STR_INIT("derzeit"), WORD_REF, REF_PRESENT, 0},
    {STR_INIT("derzeitig"), WORD_REF, REF_PRESENT, WORD_ENDINGS},
    {STR_INIT("des"), WORD_THE, 0, 0},
    {STR_INIT("desselben"), WORD_SAME, 0, 0},
    {STR_INIT("dez"), WORD_MONTH, 12, 0},
    {STR_INIT("dezember"), WORD_MONTH, 12, 0},
    {STR_INIT("dezembers"), WORD_MONTH, 12, 0},
    {STR_INIT("die"), WORD_THE, 0, 0},
    {STR_INIT("dienstag"), WORD_WEEKDAY, 2, 0},
    {STR_INIT("dienstags"), WORD_WEEKDAY, 2, WORD_ADVERB},
    {STR_INIT("dies"), WORD_THIS, 0, WORD_ENDINGS},
    {STR_INIT("dieselben"), WORD_SAME, 0, 0},
    {STR_INIT("donnerstag"), WORD_WEEKDAY, 4, 0},
    {STR_INIT("donnerstags"), WORD_WEEKDAY, 4, WORD_ADVERB},
    {STR_INIT("drei"), WORD_NUMERAL, 30, 0},
    {STR_INIT("dreikönig"), WORD_HOLIDAY, 106, 0},
    {STR_INIT("dritt"), WORD_ORDINAL, 3, WORD_ENDINGS},
    {STR_INIT("drittel"), WORD_PORTION, 3, 0},
    {STR_INIT("dutzend"), WORD_FUZZY, 0, 0},
    {STR_INIT("dürfte"), WORD_TENSE, 1, 0},
    {STR_INIT("dürften"), WORD_TENSE, 1, 0},
    {STR_INIT("ehemals"), WORD_REF, REF_PAST, 0},
    {STR_INIT("ein"), WORD_ONE, 1, 0},
    {STR_INIT("eine"), WORD_ONE, 1, 0},
    {STR_INIT("eineinhalb"), WORD_NUMERAL, 15, 0},
    {STR_INIT("einem"), WORD_ONE, 1, 0},
    {STR_INIT("einen"), WORD_ONE, 1, 0},
    {STR_INIT("einer"), WORD_ONE, 1, 0},
    {STR_INIT("eines"), WORD_ONE, 1, 0},
    {STR_INIT("einig"), WORD_FUZZY, 0, WORD_ENDINGS},
    {STR_INIT("eins"), WORD_NUMERAL, 10, 0},
    {STR_INIT("einst"), WORD_REF, REF_PAST, 0},
    {STR_INIT("elf"), WORD_NUMERAL, 110, 0},
    {STR_INIT("elft"), WORD_ORDINAL, 11, WORD_ENDINGS},
    {STR_INIT("ende"), WORD_EDGE, 0, 0},
    {STR_INIT("erst"), WORD_ORDINAL, 1, WORD_ENDINGS},
    {STR_INIT("etlich"), WORD_FUZZY, 0, WORD_ENDINGS},
    {STR_INIT("etwa"), WORD_HEDGE, 1, 0},
    {STR_INIT("exakt"), WORD_HEDGE, 0, 0},
    {STR_INIT("faschingsdienstag"), WORD_EASTER, -47, 0},
    {STR_INIT("fast"), WORD_HEDGE, 1, 0},
    {STR_INIT("feb"), WORD_MONTH, 2, 0},
    {STR_INIT("feber"), WORD_MONTH, 2, 0},
    {STR_INIT("februar"), WORD_MONTH, 2, 0},
    {STR_INIT("februars"), WORD_MONTH, 2, 0},
    {STR_INIT("folgend"), WORD_RELATIVE, 1, WORD_ENDINGS},
    {STR_INIT("folgetag"), WORD_NEXT_DAY, 1, 0},
    {STR_INIT("folgetags"), WORD_NEXT_DAY, 1, 0},
    {STR_INIT("freitag"), WORD_WEEKDAY, 5, 0},
    {STR_INIT("freitags"), WORD_WEEKDAY, 5, WORD_ADVERB},
    {STR_INIT("fronleichnam"), WORD_EASTER, 60, 0},
    {STR_INIT("früh"), WORD_FUZZY, 0, WORD_ENDINGS},
    {STR_INIT("früher"), WORD_REF, REF_PAST, 0},
    {STR_INIT("frühjahr"), WORD_SEASON, SEASON_SPRING, 0},
    {STR_INIT("frühjahres"), WORD_SEASON, SEASON_SPRING, 0},
    {STR_INIT("frühjahrs"), WORD_SEASON, SEASON_SPRING, 0},
    {STR_INIT("frühling"), WORD_SEASON, SEASON_SPRING, 0},
    {STR_INIT("frühlings"), WORD_SEASON, SEASON_SPRING, 0},
    {STR_INIT("frühlingsmonate"), WORD_SEASON, SEASON_SPRING, WORD_PLURAL},
    {STR_INIT("frühlingsmonaten"), WORD_SEASON, SEASON_SPRING, WORD_PLURAL},
    {STR_INIT("frühmorgen"), WORD_PART, PART_MORNING, 0},
    {STR_INIT("frühsommer"), WORD_SEASON, SEASON_SUMMER, 0},
    {STR_INIT("fünf"), WORD_NUMERAL, 50, 0},
    {STR_INIT("fünft"), WORD_ORDINAL, 5, WORD_ENDINGS},
    {STR_INIT("für"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("ganz"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("ganze"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("ganzen"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("ganzer"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("ganzes"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("gegen"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("gegenwart"), WORD_REF_NOUN, REF_PRESENT, 0},
    {STR_INIT("gegenwärtig"), WORD_REF, REF_PRESENT, 0},
    {STR_INIT("genau"), WORD_HEDGE, 0, 0},
    {STR_INIT("gesamt"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("gesamte"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("gesamten"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("gestern"), WORD_DAY_SHIFT, -1, 0},
    {STR_INIT("gestrig"), WORD_DAY_ADJECTIVE, -1, WORD_ENDINGS},
    {STR_INIT("gleichen"), WORD_SAME, 0, 0},
    {STR_INIT("gründonnerstag"), WORD_EASTER, -3, 0},
    {STR_INIT("gut"), WORD_HEDGE, 1, 0},
    {STR_INIT("gute"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("guten"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("guter"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("gutes"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("habe"), WORD_TENSE, -1, 0},
    {STR_INIT("haben"), WORD_TENSE, -1, 0},
    {STR_INIT("halb"), WORD_HALF, 0, WORD_ENDINGS},
    {STR_INIT("halbjahr"), WORD_UNIT, UNIT_HALF, 0},
    {STR_INIT("halbjahre"), WORD_UNIT, UNIT_HALF, WORD_PLURAL},
    {STR_INIT("halbjahren"), WORD_UNIT, UNIT_HALF, WORD_PLURAL},
    {STR_INIT("halbjahres"), WORD_UNIT, UNIT_HALF, 0},
    {STR_INIT("halbjahrs"), WORD_UNIT, UNIT_HALF, 0},
    {STR_INIT("hat"), WORD_TENSE, -1, 0},
    {STR_INIT("hatte"), WORD_TENSE, -1, 0},
    {STR_INIT("hatten"), WORD_TENSE, -1, 0},
    {STR_INIT("heiligabend"), WORD_HOLIDAY, 1224, 0},
    {STR_INIT("herbst"), WORD_SEASON, SEASON_AUTUMN, 0},
    {STR_INIT("herbstes"), WORD_SEASON, SEASON_AUTUMN, 0},
    {STR_INIT("herbstmonate"), WORD_SEASON, SEASON_AUTUMN, WORD_PLURAL},
    {STR_INIT("herbstmonaten"), WORD_SEASON, SEASON_AUTUMN, WORD_PLURAL},
    {STR_INIT("herbsts"), WORD_SEASON, SEASON_AUTUMN, 0},
    {STR_INIT("heuer"), WORD_THIS_YEAR, 0, 0},
    {STR_INIT("heute"), WORD_DAY_SHIFT, 0, 0},
    {STR_INIT("heutig"), WORD_DAY_ADJECTIVE, 0, WORD_ENDINGS},
    {STR_INIT("heutzutage"), WORD_REF, REF_PRESENT, 0},
    {STR_INIT("hochsommer"), WORD_SEASON, SEASON_SUMMER, 0},
    {STR_INIT("hundert"), WORD_NUMERAL, 1000, 0},
    {STR_INIT("hunderte"), WORD_NUMERAL, 1000, 0},
    {STR_INIT("hunderten"), WORD_NUMERAL, 1000, 0},
    {STR_INIT("hälfte"), WORD_PORTION, 2, 0},
    {STR_INIT("hätten"), WORD_TENSE, -1, 0},
    {STR_INIT("im"), WORD_PREPOSITION, 1, 0},
    {STR_INIT("in"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("innerhalb"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("ins"), WORD_PREPOSITION, 1, 0},
    {STR_INIT("jahr"), WORD_UNIT, UNIT_YEAR, 0},
    {STR_INIT("jahre"), WORD_UNIT, UNIT_YEAR, WORD_PLURAL},
    {STR_INIT("jahren"), WORD_UNIT, UNIT_YEAR, WORD_PLURAL},
    {STR_INIT("jahres"), WORD_UNIT, UNIT_YEAR, 0},
    {STR_INIT("jahresanfang"), WORD_EDGE_OF, UNIT_YEAR, 0},
    {STR_INIT("jahresbeginn"), WORD_EDGE_OF, UNIT_YEAR, 0},
    {STR_INIT("jahresende"), WORD_EDGE_OF, UNIT_YEAR, 0},
    {STR_INIT("jahreshälfte"), WORD_UNIT, UNIT_HALF, 0},
    {STR_INIT("jahresmitte"), WORD_EDGE_OF, UNIT_YEAR, 0},
    {STR_INIT("jahrhundert"), WORD_UNIT, UNIT_CENTURY, 0},
    {STR_INIT("jahrhunderte"), WORD_UNIT, UNIT_CENTURY, WORD_PLURAL},
    {STR_INIT("jahrhunderten"), WORD_UNIT, UNIT_CENTURY, WORD_PLURAL},
    {STR_INIT("jahrhundertes"), WORD_UNIT, UNIT_CENTURY, 0},
    {STR_INIT("jahrhunderts"), WORD_UNIT, UNIT_CENTURY, 0},
    {STR_INIT("jahrs"), WORD_UNIT, UNIT_YEAR, 0},
    {STR_INIT("jahrtausend"), WORD_UNIT, UNIT_MILLENNIUM, 0},
    {STR_INIT("jahrtausende"), WORD_UNIT, UNIT_MILLENNIUM, WORD_PLURAL},
    {STR_INIT("jahrtausenden"), WORD_UNIT, UNIT_MILLENNIUM, WORD_PLURAL},
    {STR_INIT("jahrtausends"), WORD_UNIT, UNIT_MILLENNIUM, 0},
    {STR_INIT("jahrzehnt"), WORD_UNIT, UNIT_DECADE, 0},
    {STR_INIT("jahrzehnte"), WORD_UNIT, UNIT_DECADE, WORD_PLURAL},
    {STR_INIT("jahrzehnten"), WORD_UNIT, UNIT_DECADE, WORD_PLURAL},
    {STR_INIT("jahrzehntes"), WORD_UNIT, UNIT_DECADE, 0},
    {STR_INIT("jahrzehnts"), WORD_UNIT, UNIT_DECADE, 0},
    {STR_INIT("jan"), WORD_MONTH, 1, 0},
    {STR_INIT("januar"), WORD_MONTH, 1, 0},
    {STR_INIT("januars"), WORD_MONTH, 1, 0},
    {STR_INIT("je"), WORD_PER, 1, 0},
    {STR_INIT("jed"), WORD_EVERY, 1, WORD_ENDINGS},
    {STR_INIT("jen"), WORD_THIS, 0, WORD_ENDINGS},
    {STR_INIT("jetzig"), WORD_REF, REF_PRESENT, WORD_ENDINGS},
    {STR_INIT("jetzt"), WORD_REF, REF_PRESENT, 0},
    {STR_INIT("juli"), WORD_MONTH, 7, 0},
    {STR_INIT("jung"), WORD_AGE, 0, WORD_ENDINGS},
    {STR_INIT("juni"), WORD_MONTH, 6, 0},
    {STR_INIT("jährlich"), WORD_OFTEN, UNIT_YEAR, WORD_ENDINGS},
    {STR_INIT("jänner"), WORD_MONTH, 1, 0},
    {STR_INIT("jünger"), WORD_AGE, 0, WORD_ENDINGS},
    {STR_INIT("jüngst"), WORD_REF, REF_PAST, 0},
    {STR_INIT("karfreitag"), WORD_EASTER, -2, 0},
    {STR_INIT("karsamstag"), WORD_EASTER, -1, 0},
    {STR_INIT("knapp"), WORD_HEDGE, 1, 0},
    {STR_INIT("knappe"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("knappen"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("knapper"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("knappes"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("kommend"), WORD_RELATIVE, 1, WORD_ENDINGS},
    {STR_INIT("kurzem"), WORD_KURZEM, REF_PAST, 0},
    {STR_INIT("kürzlich"), WORD_REF, REF_PAST, 0},
    {STR_INIT("lang"), WORD_LONG, 0, 0},
    {STR_INIT("lange"), WORD_FUZZY, 0, 0},
    {STR_INIT("langen"), WORD_FUZZY, 0, 0},
    {STR_INIT("laufend"), WORD_RELATIVE, 0, WORD_ENDINGS},
    {STR_INIT("letzt"), WORD_RELATIVE, -1, WORD_ENDINGS},
    {STR_INIT("mai"), WORD_MONTH, 5, 0},
    {STR_INIT("manch"), WORD_FUZZY, 0, WORD_ENDINGS},
    {STR_INIT("mehrer"), WORD_FUZZY, 0, WORD_ENDINGS},
    {STR_INIT("minute"), WORD_UNIT, UNIT_MINUTE, 0},
    {STR_INIT("minuten"), WORD_UNIT, UNIT_MINUTE, WORD_PLURAL},
    {STR_INIT("minütlich"), WORD_OFTEN, UNIT_MINUTE, WORD_ENDINGS},
    {STR_INIT("mit"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("mittag"), WORD_PART, PART_NOON, 0},
    {STR_INIT("mittags"), WORD_PART, PART_NOON, WORD_ADVERB},
    {STR_INIT("mitte"), WORD_EDGE, 0, 0},
    {STR_INIT("mitternacht"), WORD_MIDNIGHT, 0, 0},
    {STR_INIT("mittwoch"), WORD_WEEKDAY, 3, 0},
    {STR_INIT("mittwochs"), WORD_WEEKDAY, 3, WORD_ADVERB},
    {STR_INIT("moment"), WORD_MOMENT, REF_PRESENT, 0},
    {STR_INIT("momentan"), WORD_REF, REF_PRESENT, 0},
    {STR_INIT("monat"), WORD_UNIT, UNIT_MONTH, 0},
    {STR_INIT("monate"), WORD_UNIT, UNIT_MONTH, WORD_PLURAL},
    {STR_INIT("monaten"), WORD_UNIT, UNIT_MONTH, WORD_PLURAL},
    {STR_INIT("monates"), WORD_UNIT, UNIT_MONTH, 0},
    {STR_INIT("monatlich"), WORD_OFTEN, UNIT_MONTH, WORD_ENDINGS},
    {STR_INIT("monats"), WORD_UNIT, UNIT_MONTH, 0},
    {STR_INIT("monatsanfang"), WORD_EDGE_OF, UNIT_MONTH, 0},
    {STR_INIT("monatsbeginn"), WORD_EDGE_OF, UNIT_MONTH, 0},
    {STR_INIT("monatsende"), WORD_EDGE_OF, UNIT_MONTH, 0},
    {STR_INIT("montag"), WORD_WEEKDAY, 1, 0},
    {STR_INIT("montags"), WORD_WEEKDAY, 1, WORD_ADVERB},
    {STR_INIT("morgen"), WORD_TOMORROW, 1, 0},
    {STR_INIT("morgens"), WORD_PART, PART_MORNING, WORD_ADVERB},
    {STR_INIT("morgig"), WORD_DAY_ADJECTIVE, 1, WORD_ENDINGS},
    {STR_INIT("märz"), WORD_MONTH, 3, 0},
    {STR_INIT("nach"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("nachmittag"), WORD_PART, PART_AFTERNOON, 0},
    {STR_INIT("nachmittags"), WORD_PART, PART_AFTERNOON, WORD_ADVERB},
    {STR_INIT("nacht"), WORD_PART, PART_NIGHT, 0},
    {STR_INIT("nachts"), WORD_PART, PART_NIGHT, WORD_ADVERB},
    {STR_INIT("nahezu"), WORD_HEDGE, 1, 0},
    {STR_INIT("neujahr"), WORD_HOLIDAY, 101, 0},
    {STR_INIT("neulich"), WORD_REF, REF_PAST, 0},
    {STR_INIT("neun"), WORD_NUMERAL, 90, 0},
    {STR_INIT("neunt"), WORD_ORDINAL, 9, WORD_ENDINGS},
    {STR_INIT("nov"), WORD_MONTH, 11, 0},
    {STR_INIT("november"), WORD_MONTH, 11, 0},
    {STR_INIT("novembers"), WORD_MONTH, 11, 0},
    {STR_INIT("nächst"), WORD_RELATIVE, 1, WORD_ENDINGS},
    {STR_INIT("oder"), WORD_AND, 0, 0},
    {STR_INIT("okt"), WORD_MONTH, 10, 0},
    {STR_INIT("oktober"), WORD_MONTH, 10, 0},
    {STR_INIT("oktobers"), WORD_MONTH, 10, 0},
    {STR_INIT("ostermontag"), WORD_EASTER, 1, 0},
    {STR_INIT("ostern"), WORD_EASTER, 0, 0},
    {STR_INIT("ostersonntag"), WORD_EASTER, 0, 0},
    {STR_INIT("paar"), WORD_FUZZY, 0, 0},
    {STR_INIT("palmsonntag"), WORD_EASTER, -7, 0},
    {STR_INIT("per"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("pfingsten"), WORD_EASTER, 49, 0},
    {STR_INIT("pfingstmontag"), WORD_EASTER, 50, 0},
    {STR_INIT("pfingstsonntag"), WORD_EASTER, 49, 0},
    {STR_INIT("pro"), WORD_PER, 1, 0},
    {STR_INIT("quartal"), WORD_UNIT, UNIT_QUARTER, 0},
    {STR_INIT("quartale"), WORD_UNIT, UNIT_QUARTER, WORD_PLURAL},
    {STR_INIT("quartalen"), WORD_UNIT, UNIT_QUARTER, WORD_PLURAL},
    {STR_INIT("quartals"), WORD_UNIT, UNIT_QUARTER, 0},
    {STR_INIT("rosenmontag"), WORD_EASTER, -48, 0},
    {STR_INIT("rund"), WORD_HEDGE, 1, 0},
    {STR_INIT("samstag"), WORD_WEEKDAY, 6, 0},
    {STR_INIT("samstags"), WORD_WEEKDAY, 6, WORD_ADVERB},
    {STR_INIT("schätzungsweise"), WORD_HEDGE, 1, 0},
    {STR_INIT("sechs"), WORD_NUMERAL, 60, 0},
    {STR_INIT("sechst"), WORD_ORDINAL, 6, WORD_ENDINGS},
    {STR_INIT("seit"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("sekunde"), WORD_UNIT, UNIT_SECOND, 0},
    {STR_INIT("sekunden"), WORD_UNIT, UNIT_SECOND, WORD_PLURAL},
    {STR_INIT("selben"), WORD_SAME, 0, 0},
    {STR_INIT("semester"), WORD_UNIT, UNIT_HALF, 0},
    {STR_INIT("semesters"), WORD_UNIT, UNIT_HALF, 0},
    {STR_INIT("sep"), WORD_MONTH, 9, 0},
    {STR_INIT("sept"), WORD_MONTH, 9, 0},
    {STR_INIT("september"), WORD_MONTH, 9, 0},
    {STR_INIT("septembers"), WORD_MONTH, 9, 0},
    {STR_INIT("sieben"), WORD_NUMERAL, 70, 0},
    {STR_INIT("siebt"), WORD_ORDINAL, 7, WORD_ENDINGS},
    {STR_INIT("silvester"), WORD_HOLIDAY, 1231, 0},
    {STR_INIT("soll"), WORD_TENSE, 1, 0},
    {STR_INIT("sollen"), WORD_TENSE, 1, 0},
    {STR_INIT("sollte"), WORD_TENSE, 1, 0},
    {STR_INIT("sollten"), WORD_TENSE, 1, 0},
    {STR_INIT("sommer"), WORD_SEASON, SEASON_SUMMER, 0},
    {STR_INIT("sommermonate"), WORD_SEASON, SEASON_SUMMER, WORD_PLURAL},
    {STR_INIT("sommermonaten"), WORD_SEASON, SEASON_SUMMER, WORD_PLURAL},
    {STR_INIT("sommers"), WORD_SEASON, SEASON_SUMMER, 0},
    {STR_INIT("sonnabend"), WORD_WEEKDAY, 6, 0},
    {STR_INIT("sonnabends"), WORD_WEEKDAY, 6, WORD_ADVERB},
    {STR_INIT("sonntag"), WORD_WEEKDAY, 7, 0},
    {STR_INIT("sonntags"), WORD_WEEKDAY, 7, WORD_ADVERB},
    {STR_INIT("sowie"), WORD_AND, 0, 0},
    {STR_INIT("spät"), WORD_FUZZY, 0, WORD_ENDINGS},
    {STR_INIT("später"), WORD_LATER, 0, 0},
    {STR_INIT("spätherbst"), WORD_SEASON, SEASON_AUTUMN, 0},
    {STR_INIT("spätsommer"), WORD_SEASON, SEASON_SUMMER, 0},
    {STR_INIT("stunde"), WORD_UNIT, UNIT_HOUR, 0},
    {STR_INIT("stunden"), WORD_UNIT, UNIT_HOUR, WORD_PLURAL},
    {STR_INIT("stündlich"), WORD_OFTEN, UNIT_HOUR, WORD_ENDINGS},
    {STR_INIT("tag"), WORD_UNIT, UNIT_DAY, 0},
    {STR_INIT("tage"), WORD_UNIT, UNIT_DAY, WORD_PLURAL},
    {STR_INIT("tagen"), WORD_UNIT, UNIT_DAY, WORD_PLURAL},
    {STR_INIT("tages"), WORD_UNIT, UNIT_DAY, 0},
    {STR_INIT("tags"), WORD_UNIT, UNIT_DAY, 0},
    {STR_INIT("tagtäglich"), WORD_OFTEN, UNIT_DAY, WORD_ENDINGS},
    {STR_INIT("trimester"), WORD_UNIT, UNIT_QUARTER, 0},
    {STR_INIT("trimesters"), WORD_UNIT, UNIT_QUARTER, 0},
    {STR_INIT("täglich"), WORD_OFTEN, UNIT_DAY, WORD_ENDINGS},
    {STR_INIT("uhr"), WORD_CLOCK, 0, 0},
    {STR_INIT("um"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("und"), WORD_AND, 0, 0},
    {STR_INIT("ungefähr"), WORD_HEDGE, 1, 0},
    {STR_INIT("unlängst"), WORD_REF, REF_PAST, 0},
    {STR_INIT("unzählig"), WORD_FUZZY, 0, WORD_ENDINGS},
    {STR_INIT("verflossen"), WORD_RELATIVE, -1, WORD_ENDINGS},
    {STR_INIT("vergangen"), WORD_RELATIVE, -1, WORD_ENDINGS},
    {STR_INIT("vergangenheit"), WORD_REF_NOUN, REF_PAST, 0},
    {STR_INIT("viel"), WORD_FUZZY, 0, WORD_ENDINGS},
    {STR_INIT("vier"), WORD_NUMERAL, 40, 0},
    {STR_INIT("viert"), WORD_ORDINAL, 4, WORD_ENDINGS},
    {STR_INIT("viertel"), WORD_PORTION, 4, 0},
    {STR_INIT("voll"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("volle"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("vollen"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("volles"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("vom"), WORD_PREPOSITION, 1, 0},
    {STR_INIT("von"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("vor"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("vorabend"), WORD_PART, PART_EVENING, 0},
    {STR_INIT("vorangegangen"), WORD_RELATIVE, -1, WORD_ENDINGS},
    {STR_INIT("vorgestern"), WORD_DAY_SHIFT, -2, 0},
    {STR_INIT("vorig"), WORD_RELATIVE, -1, WORD_ENDINGS},
    {STR_INIT("vorjahr"), WORD_SHIFTED, UNIT_YEAR, 0},
    {STR_INIT("vorjahres"), WORD_SHIFTED, UNIT_YEAR, 0},
    {STR_INIT("vorjahrs"), WORD_SHIFTED, UNIT_YEAR, 0},
    {STR_INIT("vorletzt"), WORD_RELATIVE, -2, WORD_ENDINGS},
    {STR_INIT("vormals"), WORD_REF, REF_PAST, 0},
    {STR_INIT("vormittag"), WORD_PART, PART_MORNING, 0},
    {STR_INIT("vormittages"), WORD_PART, PART_MORNING, 0},
    {STR_INIT("vormittags"), WORD_PART, PART_MORNING, WORD_ADVERB},
    {STR_INIT("vormonat"), WORD_SHIFTED, UNIT_MONTH, 0},
    {STR_INIT("vormonats"), WORD_SHIFTED, UNIT_MONTH, 0},
    {STR_INIT("vorquartal"), WORD_SHIFTED, UNIT_QUARTER, 0},
    {STR_INIT("vortag"), WORD_NEXT_DAY, -1, 0},
    {STR_INIT("vortages"), WORD_NEXT_DAY, -1, 0},
    {STR_INIT("vortags"), WORD_NEXT_DAY, -1, 0},
    {STR_INIT("vorvergangen"), WORD_RELATIVE, -2, WORD_ENDINGS},
    {STR_INIT("vorwoche"), WORD_SHIFTED, UNIT_WEEK, 0},
    {STR_INIT("war"), WORD_TENSE, -1, 0},
    {STR_INIT("waren"), WORD_TENSE, -1, 0},
    {STR_INIT("weihnachten"), WORD_HOLIDAY, 1225, 0},
    {STR_INIT("weitere"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("weiteren"), WORD_ADJECTIVE, 0, 0},
    {STR_INIT("wenig"), WORD_FUZZY, 0, WORD_ENDINGS},
    {STR_INIT("werde"), WORD_TENSE, 1, 0},
    {STR_INIT("werden"), WORD_TENSE, 1, 0},
    {STR_INIT("will"), WORD_TENSE, 1, 0},
    {STR_INIT("winter"), WORD_SEASON, SEASON_WINTER, 0},
    {STR_INIT("wintermonate"), WORD_SEASON, SEASON_WINTER, WORD_PLURAL},
    {STR_INIT("wintermonaten"), WORD_SEASON, SEASON_WINTER, WORD_PLURAL},
    {STR_INIT("winters"), WORD_SEASON, SEASON_WINTER, 0},
    {STR_INIT("wird"), WORD_TENSE, 1, 0},
    {STR_INIT("woche"), WORD_UNIT, UNIT_WEEK, 0},
    {STR_INIT("wochen"), WORD_UNIT, UNIT_WEEK, WORD_PLURAL},
    {STR_INIT("wochenanfang"), WORD_EDGE_OF, UNIT_WEEK, 0},
    {STR_INIT("wochenbeginn"), WORD_EDGE_OF, UNIT_WEEK, 0},
    {STR_INIT("wochenende"), WORD_UNIT, UNIT_WEEKEND, 0},
    {STR_INIT("wochenenden"), WORD_UNIT, UNIT_WEEKEND, WORD_PLURAL},
    {STR_INIT("wochenendes"), WORD_UNIT, UNIT_WEEKEND, 0},
    {STR_INIT("wochenmitte"), WORD_EDGE_OF, UNIT_WEEK, 0},
    {STR_INIT("wollen"), WORD_TENSE, 1, 0},
    {STR_INIT("wurde"), WORD_TENSE, -1, 0},
    {STR_INIT("wurden"), WORD_TENSE, -1, 0},
    {STR_INIT("während"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("wöchentlich"), WORD_OFTEN, UNIT_WEEK, WORD_ENDINGS},
    {STR_INIT("würde"), WORD_TENSE, 1, 0},
    {STR_INIT("würden"), WORD_TENSE, 1, 0},
    {STR_INIT("zahllos"), WORD_FUZZY, 0, WORD_ENDINGS},
    {STR_INIT("zahlreich"), WORD_FUZZY, 0, WORD_ENDINGS},
    {STR_INIT("zehn"), WORD_NUMERAL, 100, 0},
    {STR_INIT("zehnt"), WORD_ORDINAL, 10, WORD_ENDINGS},
    {STR_INIT("zeit"), WORD_ERA, 0, 0},
    {STR_INIT("zeiten"), WORD_ERA, 0, 0},
    {STR_INIT("zukunft"), WORD_REF_NOUN, REF_FUTURE, 0},
    {STR_INIT("zukünftig"), WORD_REF, REF_FUTURE, WORD_ENDINGS},
    {STR_INIT("zum"), WORD_PREPOSITION, 1, 0},
    {STR_INIT("zur"), WORD_PREPOSITION, 1, 0},
    {STR_INIT("zurzeit"), WORD_REF, REF_PRESENT, 0},
    {STR_INIT("zurückliegend"), WORD_RELATIVE, -1, WORD_ENDINGS},
    {STR_INIT("zuvor"), WORD_LATER, 0, 0},
    {STR_INIT("zwei"), WORD_NUMERAL, 20, 0},
    {STR_INIT("zweit"), WORD_ORDINAL, 2, WORD_ENDINGS},
    {STR_INIT("zwischen"), WORD_PREPOSITION, 0, 0},
    {STR_INIT("zwölf"), WORD_NUMERAL, 120, 0},
    {STR_INIT("zwölft"), WORD_ORDINAL, 12, WORD_ENDINGS},
    {STR_INIT("älter"), WORD_AGE, 0, WORD_ENDINGS},
    {STR_INIT("über"), WORD_PREPOSITION, 2, 0},
    {STR_INIT("übermorgen"), WORD_DAY_SHIFT, 2, 0},
    {STR_INIT("übernächst"), WORD_RELATIVE, 2, WORD_ENDINGS},
};

static const Entry *look_up(Str word)
{
    size_t low = 0, high = sizeof TABLE / sizeof *TABLE;
    while (low < high) {
        size_t middle = (low + high) / 2;
        size_t n = word.len < TABLE[middle].word.len ? word.len : TABLE[middle].word.len;
        int order = (unsigned char)word.data[0] - (unsigned char)TABLE[middle].word.data[0];
        if (order == 0)
            order = memcmp(word.data, TABLE[middle].word.data, n);
        if (order == 0)
            order = word.len < TABLE[middle].word.len ? -1 : word.len > TABLE[middle].word.len;
        if (order == 0)
            return &TABLE[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* Without an adjective's ending; `word` itself when it has none. */
static Str strip_ending(Str word)
{
    if (word.len > 3 && (word.data[word.len - 2] == 'e') && strchr("nmrs", word.data[word.len - 1]))
        return str_slice(word, 0, word.len - 2);
    if (word.len > 2 && word.data[word.len - 1] == 'e')
        return str_slice(word, 0, word.len - 1);
    return word;
}

static void set(TimeWord *w, TimeWordKind kind, int value, uint8_t flags)
{
    w->kind = (uint8_t)kind;
    w->value = value;
    w->flags |= flags;
}

/* "jahrelang", "tagelang", "wochenlangen" and "zweitägig", "mehrwöchigen", "langjährige": how long something lasts.
 * value: ten times the number, 0 where unknown; second: the unit. */
static bool read_lasting(Str stem, TimeWord *w)
{
    static const struct { Str word; TimeUnit unit; } LANG[] = {
        {STR_INIT("jahrelang"), UNIT_YEAR},     {STR_INIT("monatelang"), UNIT_MONTH},   {STR_INIT("wochenlang"), UNIT_WEEK},
        {STR_INIT("tagelang"), UNIT_DAY},       {STR_INIT("stundenlang"), UNIT_HOUR},   {STR_INIT("minutenlang"), UNIT_MINUTE},
        {STR_INIT("sekundenlang"), UNIT_SECOND}, {STR_INIT("jahrzehntelang"), UNIT_DECADE},
        {STR_INIT("jahrhundertelang"), UNIT_CENTURY}};
    static const struct { Str ending; TimeUnit unit; } IG[] = {
        {STR_INIT("jährig"), UNIT_YEAR}, {STR_INIT("monatig"), UNIT_MONTH}, {STR_INIT("wöchig"), UNIT_WEEK},
        {STR_INIT("tägig"), UNIT_DAY},   {STR_INIT("stündig"), UNIT_HOUR},  {STR_INIT("minütig"), UNIT_MINUTE}};
    for (size_t i = 0; i < sizeof LANG / sizeof *LANG; i++)
        if (str_equal(stem, LANG[i].word)) {
            set(w, WORD_LASTING, 0, 0);
            w->second = (int16_t)LANG[i].unit;
            return true;
        }
    for (size_t i = 0; i < sizeof IG / sizeof *IG; i++) {
        double number = 0;
        Str before = str_slice(stem, 0, stem.len - (stem.len > IG[i].ending.len ? IG[i].ending.len : stem.len));
        if (!before.len || !str_ends(stem, IG[i].ending))
            continue;
        bool many = str_equal(before, STR("mehr")) || str_equal(before, STR("lang")) || str_equal(before, STR("viel"));
        if (!many && !number_read_word(before, &number))
            return false;
        set(w, WORD_LASTING, (int)(number * 10), !many && IG[i].unit == UNIT_YEAR ? WORD_PERIODIC : 0);
        w->second = (int16_t)IG[i].unit;
        return true;
    }
    return false;
}

/* "Freitagabend", "Donnerstagnachmittag". */
static bool read_weekday_part(Str word, TimeWord *w)
{
    for (size_t cut = 6; cut <= 10 && cut + 4 < word.len; cut++) {
        const Entry *day = look_up(str_slice(word, 0, cut));
        if (!day || day->kind != WORD_WEEKDAY || (day->flags & WORD_ADVERB))
            continue;
        const Entry *part = look_up(str_slice(word, cut, word.len));
        if (!part || (part->kind != WORD_PART && part->kind != WORD_TOMORROW))
            return false;
        set(w, WORD_WEEKDAY, day->value, 0);
        w->part = part->kind == WORD_TOMORROW ? PART_MORNING : (uint8_t)part->value;
        return true;
    }
    return false;
}

/* "Arbeitsjahr", "Kalenderwoche": a noun that ends in a unit. "Etage", "Montage", "Reportage" do not. */
static bool read_compound_unit(Str word, TimeWord *w)
{
    static const Str ENDINGS[] = {STR_INIT("jahr"),    STR_INIT("jahre"),  STR_INIT("jahren"),  STR_INIT("jahres"),  STR_INIT("monat"),
                                  STR_INIT("monate"),  STR_INIT("monaten"), STR_INIT("woche"),  STR_INIT("wochen"),  STR_INIT("tag"),
                                  STR_INIT("tage"),    STR_INIT("tagen"),  STR_INIT("tages"),   STR_INIT("stunde"),  STR_INIT("stunden"),
                                  STR_INIT("minuten"), STR_INIT("wochenende"), STR_INIT("wochenenden")};
    for (size_t i = sizeof ENDINGS / sizeof *ENDINGS; i-- > 0;) {
        if (word.len < ENDINGS[i].len + 3 || !str_ends(word, ENDINGS[i]))
            continue;
        Str before = str_slice(word, 0, word.len - ENDINGS[i].len);
        static const Str NOT[] = {STR_INIT("mon"), STR_INIT("repor"), STR_INIT("eta"), STR_INIT("bundes"), STR_INIT("land"), STR_INIT("par"),
                                  STR_INIT("hos"), STR_INIT("kreis"), STR_INIT("reichs"), STR_INIT("vor"), STR_INIT("ver"), STR_INIT("auf"),
                                  STR_INIT("bei"), STR_INIT("er"), STR_INIT("be"), STR_INIT("partei"), STR_INIT("nach")};
        for (size_t k = 0; k < sizeof NOT / sizeof *NOT; k++)
            if (str_equal(before, NOT[k]))
                return false;
        if (str_ends(before, STR("por")) || str_ends(before, STR("stag")) || str_ends(before, STR("ere")))
            return false;
        const Entry *unit = look_up(ENDINGS[i]);
        if (!unit)
            return false;
        set(w, WORD_UNIT, unit->value, (uint8_t)(unit->flags | WORD_COMPOUND));
        return true;
    }
    return false;
}

/* "fünfziger", "Neunzigerjahren". */
static bool read_decade(Str word, TimeWord *w)
{
    double tens = 0;
    size_t er = str_find(word, STR("ziger"), 0), three = str_find(word, STR("ßiger"), 0);
    size_t at = er != SIZE_MAX ? er + 3 : three != SIZE_MAX ? three + 4 : SIZE_MAX;
    if (at == SIZE_MAX || !number_read_word(str_slice(word, 0, at), &tens) || tens < 20 || tens > 99)
        return false;
    Str behind = str_slice(word, at + 2, word.len);
    bool with_years = str_equal(behind, STR("jahre")) || str_equal(behind, STR("jahren"));
    if (behind.len && !with_years)
        return false;
    set(w, WORD_DECADE, (int)tens, with_years ? WORD_COMPOUND : 0);
    return true;
}

static bool may_be_numeral(Str word)
{
    static const Str ENDINGS[] = {STR_INIT("zig"), STR_INIT("ßig"), STR_INIT("zehn"), STR_INIT("hundert"), STR_INIT("tausend"), STR_INIT("einhalb")};
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (str_ends(word, ENDINGS[i]))
            return true;
    return false;
}

static void classify(Str text, TimeWord *w)
{
    char buffer[48];
    Str word = str_slice(text, w->begin, w->end);
    unsigned char first = (unsigned char)word.data[0];
    bool upper = (first >= 'A' && first <= 'Z') || (first == 0xC3 && word.len > 1 && (unsigned char)word.data[1] < 0x9F);
    w->kind = WORD_OTHER;
    w->flags |= upper ? WORD_UPPER : 0;
    word = str_make(buffer, number_lower(word, buffer, sizeof buffer));
    if (word.len < 2)
        return;
    const Entry *entry = look_up(word);
    Str stem = strip_ending(word);
    if (!entry && stem.len < word.len) {
        entry = look_up(stem);
        if (entry && !(entry->flags & WORD_ENDINGS))
            entry = NULL;
    }
    if (entry) {
        set(w, entry->kind, entry->value, entry->flags & ~WORD_ENDINGS);
        return;
    }
    double number;
    if (str_ends(stem, STR("ig")) || str_ends(stem, STR("lang")))
        if (read_lasting(stem, w))
            return;
    if (may_be_numeral(word) && number_read_word(word, &number) && number < 1e6)
        set(w, WORD_NUMERAL, (int)(number * 10), 0);
    else if (upper && (read_weekday_part(word, w) || read_compound_unit(word, w)))
        return;
    else
        read_decade(word, w);
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* A run of letters starts at `at`; returns its end. Bytes ≥ 0x80 are letters but for the punctuation of U+2000 to U+206F
 * and U+00A0 to U+00BF. */
static uint32_t letters_end(Str text, uint32_t at, uint32_t end)
{
    while (at < end) {
        unsigned char c = (unsigned char)text.data[at];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
        if (!letter || c == 0xC2 || (c == 0xE2 && at + 1 < end && (unsigned char)text.data[at + 1] <= 0x81))
            break;
        at++;
    }
    return at;
}

/* Digits with '.', ':' or ',' between them, up to three parts of at most four digits: 2014, 20.30, 23.3.1987, 12:05. */
static uint32_t cut_number(Str text, uint32_t at, uint32_t end, TimeWord *w)
{
    int parts[3] = {-1, -1, -1};
    int n = 0;
    bool fits = true;
    w->separator = ' ';
    while (at < end && is_digit(text.data[at])) {
        uint32_t start = at;
        int value = 0;
        for (; at < end && is_digit(text.data[at]); at++)
            value = at - start < 4 ? value * 10 + (text.data[at] - '0') : value;
        fits = fits && at - start <= 4 && n < 3;
        if (n < 3)
            parts[n] = value;
        n++;
        char c = at + 1 < end ? text.data[at] : ' ';
        if ((c != '.' && c != ':' && c != ',') || !is_digit(text.data[at + 1]))
            break;
        fits = fits && (w->separator == ' ' || w->separator == c);
        w->separator = c;
        at++;
    }
    set(w, fits ? WORD_NUMBER : WORD_OTHER, parts[0], 0);
    w->second = (int16_t)parts[1];
    w->third = (int16_t)parts[2];
    w->part = (uint8_t)(n < 3 ? n : 3);
    return at;
}

void timewords_cut(Str text, uint32_t begin, uint32_t end, TimeWords *out)
{
    bool glued = false;
    for (uint32_t at = begin; at < end;) {
        unsigned char c = (unsigned char)text.data[at];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c < 0x20) {
            at++, glued = false;
            continue;
        }
        if (c == 0xC2 && at + 1 < end && (unsigned char)text.data[at + 1] == 0xA0) {
            at += 2, glued = false;
            continue;
        }
        TimeWord w = {.begin = at, .flags = glued ? WORD_GLUED : 0, .second = -1, .third = -1, .separator = ' '};
        uint32_t word_end = letters_end(text, at, end);
        if (is_digit((char)c)) {
            at = cut_number(text, at, end, &w);
            word_end = letters_end(text, at, end);
            if (word_end == at + 2 && text.data[at] == 'e' && text.data[at + 1] == 'r' && w.part == 1)
                w.kind = WORD_DECADE;
            else if (word_end > at)
                w.kind = WORD_OTHER;
            at = w.end = word_end;
        } else if (word_end > at) {
            at = w.end = word_end;
            classify(text, &w);
        } else {
            uint32_t len = c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
            w.kind = WORD_PUNCT;
            unsigned char third = len == 3 && at + 2 < end ? (unsigned char)text.data[at + 2] : 0;
            w.value = c == 0xE2 && third >= 0x90 && third <= 0x95 ? '-' : c; /* every dash is one */
            at = w.end = at + len < end ? at + len : end;
        }
        glued = true;
        vec_push(out, w);
    }
}
