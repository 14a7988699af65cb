#include "language/titles.h"

#include "language/numbers.h"

typedef struct Ending {
    Str masculine; /* lower case */
    TitleKind kind;
} Ending;

/* Sorted by the last byte, then the one before it, then the third from the end. Feminine and plural forms are derived:
 * -in, -innen, -e, -en, -n, -s. */
static const Ending ENDINGS[] = {
    {STR_INIT("prof."), TITLE_ADDRESS},
    {STR_INIT("dr."), TITLE_ADDRESS},
    {STR_INIT("verband"), TITLE_BODY},
    {STR_INIT("vorstand"), TITLE_PERSON},
    {STR_INIT("vorsitzende"), TITLE_PERSON},
    {STR_INIT("behörde"), TITLE_BODY},
    {STR_INIT("armee"), TITLE_BODY},
    {STR_INIT("kollege"), TITLE_PERSON},
    {STR_INIT("epidemiologe"), TITLE_PERSON},
    {STR_INIT("psychologe"), TITLE_PERSON},
    {STR_INIT("soziologe"), TITLE_PERSON},
    {STR_INIT("virologe"), TITLE_PERSON},
    {STR_INIT("gesandte"), TITLE_PERSON},
    {STR_INIT("abgeordnete"), TITLE_PERSON},
    {STR_INIT("beauftragte"), TITLE_PERSON},
    {STR_INIT("seite"), TITLE_BODY},
    {STR_INIT("experte"), TITLE_PERSON},
    {STR_INIT("vize"), TITLE_PERSON},
    {STR_INIT("außenamtschef"), TITLE_PERSON},
    {STR_INIT("chef"), TITLE_PERSON},
    {STR_INIT("staatschef"), TITLE_PERSON},
    {STR_INIT("bischof"), TITLE_PERSON},
    {STR_INIT("gerichtshof"), TITLE_BODY},
    {STR_INIT("prof"), TITLE_ADDRESS},
    {STR_INIT("könig"), TITLE_PERSON},
    {STR_INIT("führung"), TITLE_BODY},
    {STR_INIT("konzernleitung"), TITLE_BODY},
    {STR_INIT("regierung"), TITLE_BODY},
    {STR_INIT("stiftung"), TITLE_BODY},
    {STR_INIT("verwaltung"), TITLE_BODY},
    {STR_INIT("zeitung"), TITLE_BODY},
    {STR_INIT("partei"), TITLE_BODY},
    {STR_INIT("polizei"), TITLE_BODY},
    {STR_INIT("bank"), TITLE_BODY},
    {STR_INIT("zentralbank"), TITLE_BODY},
    {STR_INIT("kardinal"), TITLE_PERSON},
    {STR_INIT("general"), TITLE_PERSON},
    {STR_INIT("ökonom"), TITLE_PERSON},
    {STR_INIT("ministerium"), TITLE_BODY},
    {STR_INIT("vorsitzenden"), TITLE_PERSON},
    {STR_INIT("unternehmen"), TITLE_BODY},
    {STR_INIT("verein"), TITLE_BODY},
    {STR_INIT("bischöfin"), TITLE_PERSON},
    {STR_INIT("kollegin"), TITLE_PERSON},
    {STR_INIT("virologin"), TITLE_PERSON},
    {STR_INIT("prinzessin"), TITLE_PERSON},
    {STR_INIT("anwältin"), TITLE_PERSON},
    {STR_INIT("expertin"), TITLE_PERSON},
    {STR_INIT("landrätin"), TITLE_PERSON},
    {STR_INIT("ärztin"), TITLE_PERSON},
    {STR_INIT("hauptmann"), TITLE_PERSON},
    {STR_INIT("obmann"), TITLE_PERSON},
    {STR_INIT("delegation"), TITLE_BODY},
    {STR_INIT("fraktion"), TITLE_BODY},
    {STR_INIT("koalition"), TITLE_BODY},
    {STR_INIT("kommission"), TITLE_BODY},
    {STR_INIT("opposition"), TITLE_BODY},
    {STR_INIT("organisation"), TITLE_BODY},
    {STR_INIT("konzern"), TITLE_BODY},
    {STR_INIT("herrn"), TITLE_ADDRESS},
    {STR_INIT("kommissar"), TITLE_PERSON},
    {STR_INIT("dr"), TITLE_ADDRESS},
    {STR_INIT("inhaber"), TITLE_PERSON},
    {STR_INIT("machthaber"), TITLE_PERSON},
    {STR_INIT("gründer"), TITLE_PERSON},
    {STR_INIT("sender"), TITLE_BODY},
    {STR_INIT("vorsitzender"), TITLE_PERSON},
    {STR_INIT("kläger"), TITLE_PERSON},
    {STR_INIT("manager"), TITLE_PERSON},
    {STR_INIT("nachfolger"), TITLE_PERSON},
    {STR_INIT("sänger"), TITLE_PERSON},
    {STR_INIT("verteidiger"), TITLE_PERSON},
    {STR_INIT("vorgänger"), TITLE_PERSON},
    {STR_INIT("forscher"), TITLE_PERSON},
    {STR_INIT("sprecher"), TITLE_PERSON},
    {STR_INIT("offizier"), TITLE_PERSON},
    {STR_INIT("premier"), TITLE_PERSON},
    {STR_INIT("historiker"), TITLE_PERSON},
    {STR_INIT("politiker"), TITLE_PERSON},
    {STR_INIT("kanzler"), TITLE_PERSON},
    {STR_INIT("schauspieler"), TITLE_PERSON},
    {STR_INIT("schriftsteller"), TITLE_PERSON},
    {STR_INIT("spieler"), TITLE_PERSON},
    {STR_INIT("unterhändler"), TITLE_PERSON},
    {STR_INIT("wissenschaftler"), TITLE_PERSON},
    {STR_INIT("stürmer"), TITLE_PERSON},
    {STR_INIT("unternehmer"), TITLE_PERSON},
    {STR_INIT("mediziner"), TITLE_PERSON},
    {STR_INIT("trainer"), TITLE_PERSON},
    {STR_INIT("anführer"), TITLE_PERSON},
    {STR_INIT("führer"), TITLE_PERSON},
    {STR_INIT("geschäftsführer"), TITLE_PERSON},
    {STR_INIT("oppositionsführer"), TITLE_PERSON},
    {STR_INIT("pfarrer"), TITLE_PERSON},
    {STR_INIT("abgeordneter"), TITLE_PERSON},
    {STR_INIT("beauftragter"), TITLE_PERSON},
    {STR_INIT("berater"), TITLE_PERSON},
    {STR_INIT("botschafter"), TITLE_PERSON},
    {STR_INIT("bürgermeister"), TITLE_PERSON},
    {STR_INIT("gesandter"), TITLE_PERSON},
    {STR_INIT("gutachter"), TITLE_PERSON},
    {STR_INIT("leiter"), TITLE_PERSON},
    {STR_INIT("minister"), TITLE_PERSON},
    {STR_INIT("mitarbeiter"), TITLE_PERSON},
    {STR_INIT("reporter"), TITLE_PERSON},
    {STR_INIT("richter"), TITLE_PERSON},
    {STR_INIT("stellvertreter"), TITLE_PERSON},
    {STR_INIT("vertreter"), TITLE_PERSON},
    {STR_INIT("professor"), TITLE_PERSON},
    {STR_INIT("autor"), TITLE_PERSON},
    {STR_INIT("diktator"), TITLE_PERSON},
    {STR_INIT("direktor"), TITLE_PERSON},
    {STR_INIT("moderator"), TITLE_PERSON},
    {STR_INIT("rektor"), TITLE_PERSON},
    {STR_INIT("senator"), TITLE_PERSON},
    {STR_INIT("herr"), TITLE_ADDRESS},
    {STR_INIT("gouverneur"), TITLE_PERSON},
    {STR_INIT("kommandeur"), TITLE_PERSON},
    {STR_INIT("regisseur"), TITLE_PERSON},
    {STR_INIT("agentur"), TITLE_BODY},
    {STR_INIT("militär"), TITLE_BODY},
    {STR_INIT("sekretär"), TITLE_PERSON},
    {STR_INIT("landkreis"), TITLE_BODY},
    {STR_INIT("bündnis"), TITLE_BODY},
    {STR_INIT("kandidat"), TITLE_PERSON},
    {STR_INIT("diplomat"), TITLE_PERSON},
    {STR_INIT("landrat"), TITLE_PERSON},
    {STR_INIT("stadtrat"), TITLE_PERSON},
    {STR_INIT("botschaft"), TITLE_BODY},
    {STR_INIT("gewerkschaft"), TITLE_BODY},
    {STR_INIT("staatsanwaltschaft"), TITLE_BODY},
    {STR_INIT("gericht"), TITLE_BODY},
    {STR_INIT("anwalt"), TITLE_PERSON},
    {STR_INIT("amt"), TITLE_BODY},
    {STR_INIT("außenamt"), TITLE_BODY},
    {STR_INIT("desamt"), TITLE_BODY},
    {STR_INIT("finanzamt"), TITLE_BODY},
    {STR_INIT("heitsamt"), TITLE_BODY},
    {STR_INIT("jugendamt"), TITLE_BODY},
    {STR_INIT("kanzleramt"), TITLE_BODY},
    {STR_INIT("presseamt"), TITLE_BODY},
    {STR_INIT("präsidialamt"), TITLE_BODY},
    {STR_INIT("ratsamt"), TITLE_BODY},
    {STR_INIT("sozialamt"), TITLE_BODY},
    {STR_INIT("umweltamt"), TITLE_BODY},
    {STR_INIT("ungsamt"), TITLE_BODY},
    {STR_INIT("pendant"), TITLE_PERSON},
    {STR_INIT("korrespondent"), TITLE_PERSON},
    {STR_INIT("parlament"), TITLE_BODY},
    {STR_INIT("präsident"), TITLE_PERSON},
    {STR_INIT("oberhaupt"), TITLE_PERSON},
    {STR_INIT("aktivist"), TITLE_PERSON},
    {STR_INIT("journalist"), TITLE_PERSON},
    {STR_INIT("jurist"), TITLE_PERSON},
    {STR_INIT("papst"), TITLE_PERSON},
    {STR_INIT("oberst"), TITLE_PERSON},
    {STR_INIT("analyst"), TITLE_PERSON},
    {STR_INIT("institut"), TITLE_BODY},
    {STR_INIT("arzt"), TITLE_PERSON},
    {STR_INIT("universität"), TITLE_BODY},
    {STR_INIT("frau"), TITLE_ADDRESS},
    {STR_INIT("obfrau"), TITLE_PERSON},
    {STR_INIT("allianz"), TITLE_BODY},
    {STR_INIT("prinz"), TITLE_PERSON}};

/* Sorted by the bytes of the name. A capital of two lands stands for the first one, London for Großbritannien. */
static const Land LANDS[] = {
    {STR_INIT("Afghanistan"), STR_INIT("afghanisch"), STR_INIT("Kabul"), STR_INIT("Afghan")},
    {STR_INIT("Albanien"), STR_INIT("albanisch"), STR_INIT("Tirana"), STR_INIT("Albaner")},
    {STR_INIT("Algerien"), STR_INIT("algerisch"), STR_INIT("Algier"), STR_INIT("Algerier")},
    {STR_INIT("Argentinien"), STR_INIT("argentinisch"), STR_INIT("Buenos Aires"), STR_INIT("Argentinier")},
    {STR_INIT("Armenien"), STR_INIT("armenisch"), STR_INIT("Eriwan"), STR_INIT("Armenier")},
    {STR_INIT("Aserbaidschan"), STR_INIT("aserbaidschanisch"), STR_INIT("Baku"), STR_INIT("Aserbaidschaner")},
    {STR_INIT("Australien"), STR_INIT("australisch"), STR_INIT("Canberra"), STR_INIT("Australier")},
    {STR_INIT("Belarus"), STR_INIT("belarussisch"), STR_INIT("Minsk"), STR_INIT("Belaruss")},
    {STR_INIT("Belgien"), STR_INIT("belgisch"), STR_INIT("Brüssel"), STR_INIT("Belgier")},
    {STR_INIT("Bosnien"), STR_INIT("bosnisch"), STR_INIT("Sarajevo"), STR_INIT("Bosnier")},
    {STR_INIT("Brasilien"), STR_INIT("brasilianisch"), STR_INIT("Brasília"), STR_INIT("Brasilianer")},
    {STR_INIT("Bulgarien"), STR_INIT("bulgarisch"), STR_INIT("Sofia"), STR_INIT("Bulgar")},
    {STR_INIT("China"), STR_INIT("chinesisch"), STR_INIT("Peking"), STR_INIT("Chines")},
    {STR_INIT("Deutschland"), STR_INIT("deutsch"), STR_INIT("Berlin"), STR_INIT("Deutsch")},
    {STR_INIT("Dänemark"), STR_INIT("dänisch"), STR_INIT("Kopenhagen"), STR_INIT("Dän")},
    {STR_INIT("England"), STR_INIT("englisch"), STR_INIT(""), STR_INIT("Engländer")},
    {STR_INIT("Estland"), STR_INIT("estnisch"), STR_INIT("Tallinn"), STR_INIT("Est")},
    {STR_INIT("Finnland"), STR_INIT("finnisch"), STR_INIT("Helsinki"), STR_INIT("Finn")},
    {STR_INIT("Frankreich"), STR_INIT("französisch"), STR_INIT("Paris"), STR_INIT("Franzos")},
    {STR_INIT("Georgien"), STR_INIT("georgisch"), STR_INIT("Tiflis"), STR_INIT("Georgier")},
    {STR_INIT("Griechenland"), STR_INIT("griechisch"), STR_INIT("Athen"), STR_INIT("Griech")},
    {STR_INIT("Großbritannien"), STR_INIT("britisch"), STR_INIT("London"), STR_INIT("Brit")},
    {STR_INIT("Indien"), STR_INIT("indisch"), STR_INIT("Neu-Delhi"), STR_INIT("Inder")},
    {STR_INIT("Irak"), STR_INIT("irakisch"), STR_INIT("Bagdad"), STR_INIT("Iraker")},
    {STR_INIT("Iran"), STR_INIT("iranisch"), STR_INIT("Teheran"), STR_INIT("Iraner")},
    {STR_INIT("Irland"), STR_INIT("irisch"), STR_INIT("Dublin"), STR_INIT("Ir")},
    {STR_INIT("Island"), STR_INIT("isländisch"), STR_INIT("Reykjavik"), STR_INIT("Isländer")},
    {STR_INIT("Israel"), STR_INIT("israelisch"), STR_INIT("Jerusalem"), STR_INIT("Israeli")},
    {STR_INIT("Italien"), STR_INIT("italienisch"), STR_INIT("Rom"), STR_INIT("Italiener")},
    {STR_INIT("Japan"), STR_INIT("japanisch"), STR_INIT("Tokio"), STR_INIT("Japaner")},
    {STR_INIT("Jemen"), STR_INIT("jemenitisch"), STR_INIT("Sanaa"), STR_INIT("Jemenit")},
    {STR_INIT("Jordanien"), STR_INIT("jordanisch"), STR_INIT("Amman"), STR_INIT("Jordanier")},
    {STR_INIT("Kanada"), STR_INIT("kanadisch"), STR_INIT("Ottawa"), STR_INIT("Kanadier")},
    {STR_INIT("Kasachstan"), STR_INIT("kasachisch"), STR_INIT("Astana"), STR_INIT("Kasach")},
    {STR_INIT("Katar"), STR_INIT("katarisch"), STR_INIT("Doha"), STR_INIT("Katarer")},
    {STR_INIT("Kenia"), STR_INIT("kenianisch"), STR_INIT("Nairobi"), STR_INIT("Kenianer")},
    {STR_INIT("Kosovo"), STR_INIT("kosovarisch"), STR_INIT("Pristina"), STR_INIT("Kosovar")},
    {STR_INIT("Kroatien"), STR_INIT("kroatisch"), STR_INIT("Zagreb"), STR_INIT("Kroat")},
    {STR_INIT("Kuba"), STR_INIT("kubanisch"), STR_INIT("Havanna"), STR_INIT("Kubaner")},
    {STR_INIT("Lettland"), STR_INIT("lettisch"), STR_INIT("Riga"), STR_INIT("Lett")},
    {STR_INIT("Libanon"), STR_INIT("libanesisch"), STR_INIT("Beirut"), STR_INIT("Libanes")},
    {STR_INIT("Libyen"), STR_INIT("libysch"), STR_INIT("Tripolis"), STR_INIT("Libyer")},
    {STR_INIT("Litauen"), STR_INIT("litauisch"), STR_INIT("Vilnius"), STR_INIT("Litauer")},
    {STR_INIT("Luxemburg"), STR_INIT("luxemburgisch"), STR_INIT("Luxemburg"), STR_INIT("Luxemburger")},
    {STR_INIT("Mali"), STR_INIT("malisch"), STR_INIT("Bamako"), STR_INIT("Malier")},
    {STR_INIT("Marokko"), STR_INIT("marokkanisch"), STR_INIT("Rabat"), STR_INIT("Marokkaner")},
    {STR_INIT("Mexiko"), STR_INIT("mexikanisch"), STR_INIT("Mexiko-Stadt"), STR_INIT("Mexikaner")},
    {STR_INIT("Moldau"), STR_INIT("moldauisch"), STR_INIT("Chisinau"), STR_INIT("Moldauer")},
    {STR_INIT("Neuseeland"), STR_INIT("neuseeländisch"), STR_INIT("Wellington"), STR_INIT("Neuseeländer")},
    {STR_INIT("Niederlande"), STR_INIT("niederländisch"), STR_INIT("Amsterdam"), STR_INIT("Niederländer")},
    {STR_INIT("Nigeria"), STR_INIT("nigerianisch"), STR_INIT("Abuja"), STR_INIT("Nigerianer")},
    {STR_INIT("Nordkorea"), STR_INIT("nordkoreanisch"), STR_INIT("Pjöngjang"), STR_INIT("Nordkoreaner")},
    {STR_INIT("Norwegen"), STR_INIT("norwegisch"), STR_INIT("Oslo"), STR_INIT("Norweger")},
    {STR_INIT("Pakistan"), STR_INIT("pakistanisch"), STR_INIT("Islamabad"), STR_INIT("Pakistaner")},
    {STR_INIT("Polen"), STR_INIT("polnisch"), STR_INIT("Warschau"), STR_INIT("Pol")},
    {STR_INIT("Portugal"), STR_INIT("portugiesisch"), STR_INIT("Lissabon"), STR_INIT("Portugies")},
    {STR_INIT("Rumänien"), STR_INIT("rumänisch"), STR_INIT("Bukarest"), STR_INIT("Rumän")},
    {STR_INIT("Russland"), STR_INIT("russisch"), STR_INIT("Moskau"), STR_INIT("Russ")},
    {STR_INIT("Saudi-Arabien"), STR_INIT("saudi-arabisch"), STR_INIT("Riad"), STR_INIT("Saudi")},
    {STR_INIT("Schweden"), STR_INIT("schwedisch"), STR_INIT("Stockholm"), STR_INIT("Schwed")},
    {STR_INIT("Schweiz"), STR_INIT("schweizerisch"), STR_INIT("Bern"), STR_INIT("Schweizer")},
    {STR_INIT("Serbien"), STR_INIT("serbisch"), STR_INIT("Belgrad"), STR_INIT("Serb")},
    {STR_INIT("Slowakei"), STR_INIT("slowakisch"), STR_INIT("Bratislava"), STR_INIT("Slowak")},
    {STR_INIT("Slowenien"), STR_INIT("slowenisch"), STR_INIT("Ljubljana"), STR_INIT("Slowen")},
    {STR_INIT("Spanien"), STR_INIT("spanisch"), STR_INIT("Madrid"), STR_INIT("Spanier")},
    {STR_INIT("Sudan"), STR_INIT("sudanesisch"), STR_INIT("Khartum"), STR_INIT("Sudanes")},
    {STR_INIT("Syrien"), STR_INIT("syrisch"), STR_INIT("Damaskus"), STR_INIT("Syrer")},
    {STR_INIT("Südafrika"), STR_INIT("südafrikanisch"), STR_INIT("Pretoria"), STR_INIT("Südafrikaner")},
    {STR_INIT("Südkorea"), STR_INIT("südkoreanisch"), STR_INIT("Seoul"), STR_INIT("Südkoreaner")},
    {STR_INIT("Taiwan"), STR_INIT("taiwanisch"), STR_INIT("Taipeh"), STR_INIT("Taiwaner")},
    {STR_INIT("Tschechien"), STR_INIT("tschechisch"), STR_INIT("Prag"), STR_INIT("Tschech")},
    {STR_INIT("Tunesien"), STR_INIT("tunesisch"), STR_INIT("Tunis"), STR_INIT("Tunesier")},
    {STR_INIT("Türkei"), STR_INIT("türkisch"), STR_INIT("Ankara"), STR_INIT("Türk")},
    {STR_INIT("USA"), STR_INIT("amerikanisch"), STR_INIT("Washington"), STR_INIT("Amerikaner")},
    {STR_INIT("Ukraine"), STR_INIT("ukrainisch"), STR_INIT("Kiew"), STR_INIT("Ukrainer")},
    {STR_INIT("Ungarn"), STR_INIT("ungarisch"), STR_INIT("Budapest"), STR_INIT("Ungar")},
    {STR_INIT("Venezuela"), STR_INIT("venezolanisch"), STR_INIT("Caracas"), STR_INIT("Venezolaner")},
    {STR_INIT("Weißrussland"), STR_INIT("weißrussisch"), STR_INIT("Minsk"), STR_INIT("Weißruss")},
    {STR_INIT("Ägypten"), STR_INIT("ägyptisch"), STR_INIT("Kairo"), STR_INIT("Ägypter")},
    {STR_INIT("Äthiopien"), STR_INIT("äthiopisch"), STR_INIT("Addis Abeba"), STR_INIT("Äthiopier")},
    {STR_INIT("Österreich"), STR_INIT("österreichisch"), STR_INIT("Wien"), STR_INIT("Österreicher")}};

static bool ends_in(Str word, Str ending) { return word.len >= ending.len && str_ends(word, ending); }

/* The last three bytes, the last one first: most words are told from all endings by them. */
static uint32_t tail_of(Str s)
{
    uint32_t last = (unsigned char)s.data[s.len - 1], second = s.len > 1 ? (unsigned char)s.data[s.len - 2] : 0;
    return last << 16 | second << 8 | (s.len > 2 ? (unsigned char)s.data[s.len - 3] : 0);
}

/* The first ending whose tail is not below. */
static size_t first_ending(uint32_t tail)
{
    size_t low = 0, high = sizeof ENDINGS / sizeof *ENDINGS;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (tail_of(ENDINGS[middle].masculine) < tail)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The longest ending of the list that the word has; short ones and forms of address must be the whole word. */
static Title match(Str lower)
{
    Title best = {TITLE_NONE, false, false, false, STR_EMPTY};
    if (!lower.len)
        return best;
    uint32_t tail = tail_of(lower);
    for (size_t i = first_ending(tail); i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        const Ending *e = &ENDINGS[i];
        size_t len = e->masculine.len;
        if (tail_of(e->masculine) != tail)
            break;
        bool whole = e->kind == TITLE_ADDRESS || len < 4 || str_equal(e->masculine, STR("seite")) ||
                     str_equal(e->masculine, STR("bank")); /* not "Datenbank" */
        if (whole ? str_equal(lower, e->masculine) : str_ends(lower, e->masculine))
            if (best.kind == TITLE_NONE || len > best.noun.len)
                best = (Title){e->kind, false, false, false, e->masculine};
    }
    return best;
}

Title title_of(Str word)
{
    static const struct {
        Str ending;
        bool feminine, plural;
    } FORMS[] = {{STR_INIT(""), false, false},  {STR_INIT("innen"), true, true}, {STR_INIT("in"), true, false},
                 {STR_INIT("s"), false, false}, {STR_INIT("es"), false, false},  {STR_INIT("en"), false, true},
                 {STR_INIT("e"), false, true},  {STR_INIT("n"), false, true}};
    char buffer[96];
    Title none = {TITLE_NONE, false, false, false, STR_EMPTY};
    if (word.len < 3 || word.len > sizeof buffer)
        return none;
    Str lower = str_make(buffer, number_lower(word, buffer, sizeof buffer));
    bool may_be_bent = strchr("nse", lower.data[lower.len - 1]);
    for (size_t i = 0; i < (may_be_bent ? sizeof FORMS / sizeof *FORMS : 1); i++) {
        if (!ends_in(lower, FORMS[i].ending))
            continue;
        Title t = match(str_slice(lower, 0, lower.len - FORMS[i].ending.len));
        if (t.kind == TITLE_NONE)
            continue;
        t.feminine = FORMS[i].feminine || ends_in(t.noun, STR("in")) || str_equal(t.noun, STR("frau")) ||
                     ends_in(t.noun, STR("obfrau"));
        t.plural = FORMS[i].plural;
        t.peer = str_starts(t.noun, STR("kolleg")) || str_equal(t.noun, STR("pendant"));
        if (t.peer && str_equal(FORMS[i].ending, STR("n")))
            t.plural = false; /* "dem Kollegen": the plural shows in its article */
        return t;
    }
    return none;
}

static const Land *land_named(Str name)
{
    size_t low = 0, high = sizeof LANDS / sizeof *LANDS;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = str_compare_c(LANDS[middle].name.data, name);
        if (order == 0)
            return &LANDS[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const Land *land_of_name(Str word)
{
    if (word.len < 2 || (word.data[0] >= 'a' && word.data[0] <= 'z'))
        return NULL;
    if (str_equal(word, STR("US")) || str_equal(word, STR("Amerika")) || str_equal(word, STR("Amerikas")))
        word = STR("USA");
    const Land *land = land_named(word);
    bool genitive = !land && word.data[word.len - 1] == 's';
    return genitive ? land_named(str_slice(word, 0, word.len - 1)) : land;
}

const Land *land_of_adjective(Str word)
{
    char buffer[40];
    Str lower = str_make(buffer, number_lower(word, buffer, sizeof buffer));
    if (lower.len > 3 && str_starts(lower, STR("us-")))
        lower = str_slice(lower, 3, lower.len);
    if (str_equal(lower, STR("schweizer")) || str_equal(lower, STR("us")))
        return land_of_name(lower.data[0] == 'u' ? STR("USA") : STR("Schweiz"));
    for (size_t i = 0; i < sizeof LANDS / sizeof *LANDS; i++) {
        Str stem = LANDS[i].adjective;
        if (lower.len > stem.len && lower.data[0] == stem.data[0] && str_starts(lower, stem) && lower.len > stem.len &&
            lower.len <= stem.len + 2 && lower.data[stem.len] == 'e')
            return &LANDS[i];
    }
    return NULL;
}

const Land *land_of_capital(Str word)
{
    for (size_t i = 0; i < sizeof LANDS / sizeof *LANDS; i++) {
        Str name = LANDS[i].capital;
        if (!name.len || (word.len != name.len && word.len != name.len + 1))
            continue;
        if (word.data[0] == name.data[0] && str_starts(word, name) &&
            (word.len == name.len || word.data[name.len] == 's'))
            return &LANDS[i];
    }
    return NULL;
}

const Land *land_of_people(Str word, bool *feminine)
{
    static const Str MALE[] = {STR_INIT("e"), STR_INIT("en"), STR_INIT("n"), STR_INIT("s"), STR_INIT("")};
    *feminine = word.len > 4 && str_ends(word, STR("in"));
    if (str_equal(word, STR("Französin")))
        return land_of_name(STR("Frankreich"));
    for (size_t i = 0; i < sizeof LANDS / sizeof *LANDS; i++) {
        Str stem = LANDS[i].people;
        if (!stem.len || word.len < stem.len || word.data[0] != stem.data[0] || !str_starts(word, stem))
            continue;
        Str rest = str_slice(word, stem.len, word.len);
        bool complete = str_ends(stem, STR("er")) || str_ends(stem, STR("ar")) || str_ends(stem, STR("i"));
        if (*feminine && str_equal(rest, STR("in")))
            return &LANDS[i];
        for (size_t k = 0; k < sizeof MALE / sizeof *MALE; k++)
            if (str_equal(rest, MALE[k]) && (rest.len || complete))
                return &LANDS[i];
    }
    return NULL;
}
