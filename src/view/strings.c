#include "view/strings.h"

/* Columns: German, English. */
typedef const char *const Pair[2];

static Pair WORDS[WORD_COUNT] = {
    [WORD_PAGE] = {"Seite", "page"},
    [WORD_PAGES] = {"Seiten", "pages"},
    [WORD_INDEPENDENT_TEXT] = {"unabhängiger Text", "independent text"},
    [WORD_INDEPENDENT_TEXTS] = {"unabhängige Texte", "independent texts"},
    [WORD_STATEMENT] = {"Aussage", "statement"},
    [WORD_SECTION_PAGES] = {"Seiten", "Pages"},
    [WORD_SECTION_PASSAGES] = {"Gemeinsamer Text", "Shared text"},
    [WORD_SECTION_STATEMENTS] = {"Wer was sagt", "Who says what"},
    [WORD_SECTION_GROUPS] = {"Dieselbe Aussage, nebeneinander", "The same statement, side by side"},
    [WORD_SECTION_DIFFERENCES] = {"Unterschiede", "Differences"},
    [WORD_SECTION_SPUN] = {"Ausgetauschte Wörter", "Swapped words"},
    [WORD_SECTION_TIMELINE] = {"Zeitleiste", "Timeline"},
    [WORD_SECTION_TEXTS] = {"Die Texte", "The texts"},
    [WORD_HOW_TO_READ] = {"Stellen: [Seite] Zeile:Spalte", "Places: [page] line:column"},
    [WORD_INDEPENDENT] = {"unabhängig", "independent"},
    [WORD_TEXT_OF] = {"Text von", "text of"},
    [WORD_AS] = {"wie", "as"},
    [WORD_SOURCE_OF] = {"mögliche Vorlage für", "possible source of"},
    [WORD_SHARED] = {"auch anderswo", "found elsewhere"},
    [WORD_QUOTED] = {"Zitat", "quotation"},
    [WORD_NO_DATE] = {"ohne Datum", "no date"},
    [WORD_NO_TITLE] = {"ohne Titel", "no title"},
    [WORD_STANDS_FOR] = {"steht für", "stands for"},
    [WORD_DEDUCED] = {"erschlossen", "deduced"},
    [WORD_NO_ORIGINAL] = {"Vorlage unbekannt", "original unknown"},
    [WORD_NOBODY] = {"Sprecher nicht erkannt", "speaker not recognised"},
    [WORD_OWN_WORDS] = {"Zitat", "quotation"},
    [WORD_NEGATED] = {"verneint", "negated"},
    [WORD_CONDITIONAL] = {"bedingt", "conditional"},
    [WORD_FOUND_BY] = {"gefunden", "found"},
    [WORD_ACT_BY] = {"Sprechakt", "act"},
    [WORD_AUTHORS] = {"von", "by"},
    [WORD_REPORT_TITLE] = {"Lagebild", "Lagebild"},
    [WORD_MADE_BY] = {"Zusammengestellt mit Lagebild. Kein Satz hier ist neu: Jede Zeile steht so in ihrer Quelle.",
                      "Made with Lagebild. No sentence here is new: every line stands in its source as shown."},
    [WORD_LEFT_OUT] = {"Was nicht zum Artikel gehört", "What is not part of the article"},
    [WORD_SEVERAL_SPEAKERS] = {"mehrere Sprecher", "several speakers"},
    [WORD_ABOUT] = {"etwa ", "about "},
    [WORD_MORE_THAN] = {"mehr als ", "more than "},
    [WORD_UP_TO] = {"bis zu ", "up to "},
    [WORD_TO] = {" bis ", " to "},
    [WORD_O_CLOCK] = {" Uhr", ""},
    [WORD_CLUSTER] = {"Gruppe", "Cluster"},
    [WORD_WITH_SHARED] = {"mit gemeinsamem Text", "with shared text"},
    [WORD_OTHER_WAY] = {"umgekehrt", "the other way"},
    [WORD_MAY_COME_FROM] = {"kann stammen von", "may come from"},
    [WORD_MAY_BE_SOURCE_OF] = {"kann Vorlage sein für", "may be the source of"},
    [WORD_UNSEEN_SOURCE] = {"gemeinsame Quelle nicht unter diesen Seiten", "common source not among these pages"},
    [WORD_OPEN] = {"Richtung offen", "direction open"},
    [WORD_EARLIER_THAN] = {"früher als", "earlier than"},
    [WORD_LATER_THAN] = {"später als", "later than"},
    [WORD_ALSO_ELSEWHERE] = {"auch anderswo", "also elsewhere"},
    [WORD_SHARED_QUOTATIONS] = {"gemeinsame Zitate", "shared quotations"},
    [WORD_ONLY_HERE] = {"nur hier", "only here"},
    [WORD_LEFT_REPEATS] = {"Nicht verglichen: Stellen, an denen eine Seite sich oft wiederholt",
                           "Not compared: places where a page often repeats itself"},
    [WORD_LEFT_PLACES] = {"Nicht überallhin verfolgt: Wendungen, die auf sehr vielen Seiten stehen",
                          "Not followed everywhere: turns of phrase that stand on very many pages"},
    [WORD_LEFT_TEXTS] = {"Nicht zu Ende verglichen: Seiten, die sehr vielen anderen gleichen",
                         "Not compared to their end: pages that are like very many others"},
    [WORD_LEFT_PAIRS] = {"Nicht ganz verglichen: zwei Seiten, die einander an sehr vielen Stellen gleichen",
                         "Not compared in full: two pages that are like each other in very many places"},
};

const char *view_word(LagebildLanguage language, Word word) { return WORDS[word][language]; }

const char *view_act(LagebildLanguage language, Act act)
{
    static Pair ACTS[ACT_COUNT] = {
        [ACT_ASSESS] = {"bewertet", "assesses"},
        [ACT_EXPECT] = {"erwartet", "expects"},
        [ACT_HOPE] = {"hofft", "hopes"},
        [ACT_DOUBT] = {"bezweifelt", "doubts"},
        [ACT_DENY] = {"bestreitet", "denies"},
        [ACT_CLARIFY] = {"stellt klar", "clarifies"},
        [ACT_PRINCIPLE] = {"bekräftigt", "states a principle"},
        [ACT_ANNOUNCE] = {"kündigt an", "announces"},
        [ACT_CONFIRM] = {"bestätigt", "confirms"},
        [ACT_THANK] = {"dankt", "thanks"},
        [ACT_DEMAND] = {"fordert", "demands"},
        [ACT_ACCUSE] = {"wirft vor", "accuses"},
        [ACT_REJECT] = {"weist zurück", "rejects"},
        [ACT_THREATEN] = {"droht", "threatens"},
        [ACT_WARN] = {"warnt", "warns"},
        [ACT_PROMISE] = {"sagt zu", "promises"},
        [ACT_OFFER] = {"bietet an", "offers"},
        [ACT_SUPPORT] = {"unterstützt", "supports"},
        [ACT_CONCERN] = {"ist besorgt", "is concerned"},
        [ACT_REPORT] = {"berichtet", "reports"},
    };
    return ACTS[act][language];
}

const char *view_statement_type(LagebildLanguage language, StatementType type)
{
    static Pair TYPES[] = {
        [STATEMENT_DIRECT] = {"wörtlich", "direct"},
        [STATEMENT_INDIRECT] = {"indirekt", "indirect"},
        [STATEMENT_FREE_INDIRECT] = {"erlebte Rede", "free indirect"},
        [STATEMENT_INDIRECT_FREE_INDIRECT] = {"indirekt, ohne Redeverb", "indirect, uncued"},
        [STATEMENT_REPORTED] = {"berichtet", "reported"},
    };
    return TYPES[type][language];
}

const char *view_difference(LagebildLanguage language, DifferenceClass class)
{
    static Pair CLASSES[] = {
        [DIFFERENCE_CONFLICT] = {"Widerspruch", "conflict"},
        [DIFFERENCE_WORDING] = {"Wortlaut", "wording"},
        [DIFFERENCE_PRECISION] = {"Genauigkeit", "precision"},
        [DIFFERENCE_SPELLING] = {"Schreibweise", "spelling"},
        [DIFFERENCE_SAME] = {"gleichbedeutend", "same value"},
        [DIFFERENCE_STATE] = {"anderer Stand", "other state"},
        [DIFFERENCE_SINGLE] = {"nur eine Quelle", "one source only"},
        [DIFFERENCE_SPUN] = {"ausgetauscht", "swapped"},
    };
    return CLASSES[class][language];
}

const char *view_difference_means(LagebildLanguage language, DifferenceClass class)
{
    static Pair MEANINGS[] = {
        [DIFFERENCE_CONFLICT] = {"Die Angaben schließen einander aus.", "The reports exclude each other."},
        [DIFFERENCE_WORDING] = {"Dieselbe Sache in anderen Worten.", "The same thing in other words."},
        [DIFFERENCE_PRECISION] = {"Die eine Angabe ist genauer als die andere.",
                                  "One report is more precise than the other."},
        [DIFFERENCE_SPELLING] = {"Derselbe Name, anders geschrieben.", "The same name, spelt in another way."},
        [DIFFERENCE_SAME] = {"Andere Worte, derselbe Wert: kein Widerspruch.",
                             "Other words, the same value: no conflict."},
        [DIFFERENCE_STATE] = {"Die Berichte stammen von verschiedenen Zeitpunkten.",
                              "The reports are of different times."},
        [DIFFERENCE_SINGLE] = {"Steht nur in dieser Quelle.", "Stands in this source only."},
        [DIFFERENCE_SPUN] = {"In sonst gleichem Text steht ein anderes Wort.",
                             "Another word stands in otherwise equal text."},
    };
    return MEANINGS[class][language];
}

const char *view_copy(LagebildLanguage language, CopyKind kind)
{
    static Pair KINDS[] = {
        [COPY_VERBATIM] = {"wörtlich gleich", "verbatim"},
        [COPY_NEAR] = {"fast gleich", "near"},
        [COPY_REWORDED] = {"umformuliert", "reworded"},
    };
    return KINDS[kind][language];
}

const char *view_copy_member(LagebildLanguage language, CopyMemberKind kind)
{
    static Pair KINDS[] = {
        [COPY_ROOT] = {"Bezugstext", "reference text"},
        [COPY_DUPLICATE] = {"wortgleich", "same words"},
        [COPY_NEAR_DUPLICATE] = {"fast wortgleich", "nearly the same words"},
        [COPY_VERSION] = {"andere Fassung desselben Mediums", "another version of the same outlet"},
        [COPY_EXCERPT] = {"Auszug", "excerpt"},
        [COPY_PARTIAL] = {"teilweise gleich", "partly the same"},
    };
    return KINDS[kind][language];
}

const char *view_copy_clue(LagebildLanguage language, CopyClue clue)
{
    static Pair CLUES[] = {
        [COPY_CLUE_NONE] = {"", ""},
        [COPY_CLUE_CREDIT] = {"nach der Agenturangabe", "by the agency credit"},
        [COPY_CLUE_TIME] = {"nach der Zeit", "by time"},
        [COPY_CLUE_CONTAINMENT] = {"nach dem Umfang", "by what it holds"},
    };
    return CLUES[clue][language];
}

const char *view_date_basis(LagebildLanguage language, DateBasis basis)
{
    static Pair BASES[] = {
        [DATE_NONE] = {"unbekannt", "unknown"},
        [DATE_GIVEN] = {"Angabe der Eingabe", "given with the input"},
        [DATE_JSON_LD] = {"JSON-LD der Seite", "the page's JSON-LD"},
        [DATE_META] = {"Metaangabe der Seite", "the page's metadata"},
        [DATE_TIME_TAG] = {"Zeitangabe der Seite", "the page's time tag"},
        [DATE_URL] = {"aus der Adresse", "from the address"},
        [DATE_VISIBLE] = {"steht auf der Seite", "written on the page"},
        [DATE_DERIVED] = {"aus den anderen Seiten erschlossen", "derived from the other pages"},
        [DATE_CAPTURED] = {"Tag des Abrufs", "day of capture"},
    };
    return BASES[basis][language];
}

const char *view_block(LagebildLanguage language, BlockKind kind)
{
    static Pair KINDS[BLOCK_KINDS] = {
        [BLOCK_TITLE] = {"Titel", "title"},
        [BLOCK_KICKER] = {"Dachzeile", "kicker"},
        [BLOCK_LEAD] = {"Vorspann", "lead"},
        [BLOCK_PARAGRAPH] = {"Absatz", "paragraph"},
        [BLOCK_SUBHEAD] = {"Zwischentitel", "subhead"},
        [BLOCK_LIST_ITEM] = {"Liste", "list item"},
        [BLOCK_QUOTATION] = {"Zitatblock", "quotation"},
        [BLOCK_TABLE] = {"Tabelle", "table"},
        [BLOCK_CAPTION] = {"Bildunterschrift", "caption"},
        [BLOCK_CREDIT] = {"Nachweis", "credit"},
        [BLOCK_BYLINE] = {"Autorenzeile", "byline"},
        [BLOCK_BOILERPLATE] = {"Beiwerk", "boilerplate"},
    };
    return KINDS[kind][language];
}

const char *view_page_type(LagebildLanguage language, PageType type)
{
    static Pair TYPES[] = {
        [PAGE_TYPE_ARTICLE] = {"", ""},
        [PAGE_TYPE_PAYWALL] = {"hinter einer Bezahlschranke", "behind a paywall"},
        [PAGE_TYPE_LIVE] = {"Liveblog", "live blog"},
        [PAGE_TYPE_GALLERY] = {"Bildergalerie", "gallery"},
        [PAGE_TYPE_VIDEO] = {"Video", "video"},
        [PAGE_TYPE_LISTING] = {"Übersichtsseite", "listing"},
    };
    return TYPES[type][language];
}

const char *view_time_unit(LagebildLanguage language, char unit, bool one)
{
    static const struct {
        char unit;
        Pair one, many;
    } UNITS[] = {
        {'Y', {"Jahr", "year"}, {"Jahre", "years"}},           {'M', {"Monat", "month"}, {"Monate", "months"}},
        {'W', {"Woche", "week"}, {"Wochen", "weeks"}},         {'D', {"Tag", "day"}, {"Tage", "days"}},
        {'h', {"Stunde", "hour"}, {"Stunden", "hours"}},       {'m', {"Minute", "minute"}, {"Minuten", "minutes"}},
        {'s', {"Sekunde", "second"}, {"Sekunden", "seconds"}},
    };
    for (size_t i = 0; i < sizeof UNITS / sizeof UNITS[0]; i++)
        if (UNITS[i].unit == unit)
            return one ? UNITS[i].one[language] : UNITS[i].many[language];
    return NULL;
}

/* ---- dates --------------------------------------------------------------------------------------------------- */

static Pair MONTHS[12] = {
    {"Januar", "January"},  {"Februar", "February"},  {"März", "March"},
    {"April", "April"},     {"Mai", "May"},           {"Juni", "June"},
    {"Juli", "July"},       {"August", "August"},     {"September", "September"},
    {"Oktober", "October"}, {"November", "November"}, {"Dezember", "December"},
};

/* True when s has the form of `pattern`, where 0 stands for any digit, as far as the pattern goes. */
static bool has_form(Str s, const char *pattern)
{
    for (size_t i = 0; pattern[i]; i++)
        if (i >= s.len || (pattern[i] == '0' ? s.data[i] < '0' || s.data[i] > '9' : s.data[i] != pattern[i]))
            return false;
    return true;
}

static unsigned two_digits(Str s, size_t at)
{
    return (unsigned)(s.data[at] - '0') * 10 + (unsigned)(s.data[at + 1] - '0');
}

/* "2031-W04": a week. */
static void add_week(StrBuf *out, LagebildLanguage language, Str iso)
{
    strbuf_add_format(out, language == LAGEBILD_GERMAN ? "%u. Woche %.4s" : "week %u of %.4s", two_digits(iso, 6),
                      iso.data);
}

/* What TIMEX3 writes for a part of the day: "TEV". */
static void add_part_of_day(StrBuf *out, LagebildLanguage language, Str part)
{
    static const struct {
        const char *code;
        Pair name;
    } PARTS[] = {
        {"TMO", {"morgens", "morning"}}, {"TMI", {"mittags", "midday"}}, {"TAF", {"nachmittags", "afternoon"}},
        {"TEV", {"abends", "evening"}},  {"TNI", {"nachts", "night"}},   {"TDT", {"tagsüber", "daytime"}},
    };
    for (size_t i = 0; i < sizeof PARTS / sizeof PARTS[0]; i++)
        if (str_equal(part, str_of(PARTS[i].code)))
            strbuf_add_format(out, ", %s", PARTS[i].name[language]);
}

void view_date(StrBuf *out, LagebildLanguage language, Str iso)
{
    if (iso.len == 8 && has_form(iso, "0000-W00")) {
        add_week(out, language, iso);
        return;
    }
    unsigned month = has_form(iso, "0000-00") ? two_digits(iso, 5) : 0;
    bool has_day = has_form(iso, "0000-00-00"), has_time = has_form(iso, "0000-00-00T00:00");
    if (month < 1 || month > 12 || (iso.len > 7 && !has_day)) {
        strbuf_add(out, iso);
        return;
    }
    if (has_day)
        strbuf_add_format(out, language == LAGEBILD_GERMAN ? "%u. " : "%u ", two_digits(iso, 8));
    strbuf_add_format(out, "%s %.4s", MONTHS[month - 1][language], iso.data);
    if (has_time)
        strbuf_add_format(out, ", %.5s", iso.data + 11);
    else
        add_part_of_day(out, language, str_slice(iso, 10, iso.len));
}
