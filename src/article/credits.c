#include "article/credits.h"

#include "base/utf8.h"

typedef struct Agency {
    Str form; /* lower case */
    Str name;
} Agency;

static const Agency AGENCIES[] = {
    {STR_INIT("dpa"), STR_INIT("dpa")},
    {STR_INIT("deutsche presse-agentur"), STR_INIT("dpa")},
    {STR_INIT("dpa-afx"), STR_INIT("dpa-AFX")},
    {STR_INIT("dpa-infocom"), STR_INIT("dpa")},
    {STR_INIT("dpa-tmn"), STR_INIT("dpa")},
    {STR_INIT("afp"), STR_INIT("AFP")},
    {STR_INIT("agence france-presse"), STR_INIT("AFP")},
    {STR_INIT("reuters"), STR_INIT("Reuters")},
    {STR_INIT("rtr"), STR_INIT("Reuters")},
    {STR_INIT("ap"), STR_INIT("AP")},
    {STR_INIT("associated press"), STR_INIT("AP")},
    {STR_INIT("sid"), STR_INIT("SID")},
    {STR_INIT("sport-informations-dienst"), STR_INIT("SID")},
    {STR_INIT("epd"), STR_INIT("epd")},
    {STR_INIT("evangelischer pressedienst"), STR_INIT("epd")},
    {STR_INIT("kna"), STR_INIT("KNA")},
    {STR_INIT("katholische nachrichten-agentur"), STR_INIT("KNA")},
    {STR_INIT("apa"), STR_INIT("APA")},
    {STR_INIT("austria presse agentur"), STR_INIT("APA")},
    {STR_INIT("keystone-sda"), STR_INIT("Keystone-SDA")},
    {STR_INIT("sda"), STR_INIT("Keystone-SDA")},
    {STR_INIT("ots"), STR_INIT("ots")},
    {STR_INIT("dts"), STR_INIT("dts")},
    {STR_INIT("dapd"), STR_INIT("dapd")},
    {STR_INIT("ddp"), STR_INIT("ddp")},
    {STR_INIT("dow jones"), STR_INIT("Dow Jones")},
    {STR_INIT("bloomberg"), STR_INIT("Bloomberg")},
    {STR_INIT("ansa"), STR_INIT("ANSA")},
    {STR_INIT("tass"), STR_INIT("TASS")},
    {STR_INIT("interfax"), STR_INIT("Interfax")},
    {STR_INIT("xinhua"), STR_INIT("Xinhua")},
    {STR_INIT("ap/dpa"), STR_INIT("AP")},
    {STR_INIT("pa"), STR_INIT("PA")},
    {STR_INIT("efe"), STR_INIT("EFE")},
    {STR_INIT("ritzau"), STR_INIT("Ritzau")},
    {STR_INIT("belga"), STR_INIT("Belga")},
};
/* Words that stand between and beside the agencies' names. */
static const Str LINKS[] = {STR_INIT("mit"),
                            STR_INIT("und"),
                            STR_INIT("von"),
                            STR_INIT("der"),
                            STR_INIT("des"),
                            STR_INIT("material"),
                            STR_INIT("agenturmaterial"),
                            STR_INIT("informationen"),
                            STR_INIT("nachrichtenagentur"),
                            STR_INIT("nachrichtenagenturen"),
                            STR_INIT("agenturen"),
                            STR_INIT("agentur"),
                            STR_INIT("red"),
                            STR_INIT("redaktion"),
                            STR_INIT("eigen"),
                            STR_INIT("quelle"),
                            STR_INIT("quellen"),
                            STR_INIT("text"),
                            STR_INIT("source"),
                            STR_INIT("with"),
                            STR_INIT("and"),
                            STR_INIT("in"),
                            STR_INIT("zusammenarbeit"),
                            STR_INIT("stand"),
                            STR_INIT("via"),
                            STR_INIT("aus"),
                            STR_INIT("sowie"),
                            STR_INIT("dem"),
                            STR_INIT("deutschen"),
                            STR_INIT("newswires"),
                            STR_INIT("the"),
                            STR_INIT("by"),
                            STR_INIT("from"),
                            STR_INIT("material:")};
enum { N_AGENCIES = sizeof AGENCIES / sizeof AGENCIES[0], N_LINKS = sizeof LINKS / sizeof LINKS[0], LIST_MAX = 120 };

static void add_agency(Credits *c, Str name)
{
    for (size_t i = 0; i < c->names.len; i++)
        if (str_equal(c->names.data[i], name))
            return;
    vec_push(&c->names, name);
}

/* The agency whose name stands at the begin of s and ends there as a word; its length in *len. */
static const Agency *agency_at(Str s, size_t *len)
{
    const Agency *best = NULL;
    for (size_t i = 0; i < N_AGENCIES; i++) {
        Str form = AGENCIES[i].form;
        if (!str_starts_nocase(s, form) || (best && form.len <= best->form.len))
            continue;
        unsigned char next = form.len < s.len ? (unsigned char)s.data[form.len] : ' ';
        if (next < 0x80 && !((next | 32) >= 'a' && (next | 32) <= 'z') && !(next >= '0' && next <= '9'))
            best = &AGENCIES[i];
    }
    *len = best ? best->form.len : 0;
    return best;
}

static size_t word_length(Str s)
{
    size_t n = 0;
    while (n < s.len && !strchr(" /,;()|:.&+*-", s.data[n]))
        n++;
    return n;
}

/* A desk or a writer's sign: at most four letters, or a known linking word. */
static bool is_filler(Str word)
{
    if (utf8_count(word) <= 4)
        return true;
    for (size_t i = 0; i < N_LINKS; i++)
        if (str_equal_nocase(word, LINKS[i]))
            return true;
    size_t dot = str_find_char(word, '.', 0); /* an outlet's address */
    return dot != SIZE_MAX && dot > 0 && dot + 1 < word.len;
}

bool credits_from_list(Credits *c, Str list)
{
    list = str_trim(list);
    if (!list.len || list.len > LIST_MAX)
        return false;
    VEC(Str) found = {0};
    bool pure = true;
    for (size_t i = 0, fillers = 0; i < list.len && pure;) {
        Str rest = str_slice(list, i, list.len);
        size_t n;
        const Agency *agency = agency_at(rest, &n);
        if (agency) {
            vec_push(&found, agency->name);
        } else if ((n = word_length(rest)) > 0) {
            Str word = str_slice(rest, 0, n);
            size_t dotted = str_find_char(rest, ' ', 0); /* "ntv.de" is one word */
            Str whole = str_slice(rest, 0, dotted);
            if (n < rest.len && rest.data[n] == '.' && whole.len > n + 2 &&
                is_filler(str_slice(whole, 0, whole.len - (whole.data[whole.len - 1] == ',')))) {
                n = whole.len;
            } else {
                pure = is_filler(word) && ++fillers <= 6;
            }
        } else {
            n = 1;
        }
        i += n;
    }
    bool good = pure && found.len > 0;
    for (size_t i = 0; good && i < found.len; i++)
        add_agency(c, found.data[i]);
    vec_release(&found);
    return good;
}

size_t credits_from_end(Credits *c, Str block)
{
    Str trimmed = str_trim(block);
    if (trimmed.len && trimmed.data[trimmed.len - 1] == '.')
        trimmed.len--;
    if (!trimmed.len || (trimmed.data[trimmed.len - 1] != ')' && trimmed.data[trimmed.len - 1] != ']'))
        return block.len;
    size_t open = trimmed.len - 1, most = trimmed.len > LIST_MAX ? trimmed.len - LIST_MAX : 0;
    while (open > most && trimmed.data[open] != '(' && trimmed.data[open] != '[')
        open--;
    if (open == most || !credits_from_list(c, str_slice(trimmed, open + 1, trimmed.len - 1)))
        return block.len;
    while (open > 0 && trimmed.data[open - 1] == ' ')
        open--;
    return open;
}

bool credits_from_line(Credits *c, Str line)
{
    line = str_trim(line);
    return line.len <= 80 && credits_from_list(c, line);
}

void credits_from_byline(Credits *c, Str line)
{
    static const Str PARTS[] = {STR_INIT(", "),  STR_INIT(" und "), STR_INIT(" mit "), STR_INIT(" | "),
                                STR_INIT(" / "), STR_INIT(" · "),   STR_INIT(": ")};
    while (line.len) {
        size_t cut = line.len, behind = line.len;
        for (size_t k = 0; k < sizeof PARTS / sizeof PARTS[0]; k++) {
            size_t at = str_find(line, PARTS[k], 0);
            if (at < cut) {
                cut = at;
                behind = at + PARTS[k].len;
            }
        }
        credits_from_line(c, str_slice(line, 0, cut));
        line = str_slice(line, behind, line.len);
    }
}

void credits_from_note(Credits *c, Str line)
{
    static const Str NOTES[] = {STR_INIT("Material de"),        STR_INIT("Material von"),
                                STR_INIT("Agenturmaterial"),    STR_INIT("Informationen de"),
                                STR_INIT("Nachrichtenagentur"), STR_INIT("Presse-Agentur"),
                                STR_INIT("dpa-infocom"),        STR_INIT("dpa:")};
    bool note = false;
    for (size_t k = 0; k < sizeof NOTES / sizeof NOTES[0]; k++)
        note = note || str_find(line, NOTES[k], 0) != SIZE_MAX;
    for (size_t i = 0; note && i < line.len; i++) {
        size_t len;
        bool begins = i == 0 || strchr(" (/,:", line.data[i - 1]);
        const Agency *agency = begins ? agency_at(str_slice(line, i, line.len), &len) : NULL;
        /* as agencies write themselves: "dpa", "AFP", not "Sid" or "pa" in running text */
        bool written_so = agency && (str_starts(str_slice(line, i, line.len), agency->name) || agency->form.len > 6);
        if (written_so)
            add_agency(c, agency->name);
    }
}

static bool is_separator(Str s, size_t i, size_t *len)
{
    static const Str DASHES[] = {STR_INIT("–"), STR_INIT("—"), STR_INIT("-"), STR_INIT("|"),
                                 STR_INIT("/"), STR_INIT(":"), STR_INIT(".")};
    for (size_t k = 0; k < sizeof DASHES / sizeof DASHES[0]; k++) {
        if (str_starts(str_slice(s, i, s.len), DASHES[k])) {
            *len = DASHES[k].len;
            return true;
        }
    }
    return false;
}

/* Is the city at the begin of the article spoken of as a place ("in Genf") further on? */
static bool spoken_of_as_place(Str city, Str text)
{
    for (size_t at = 0; (at = str_find(text, city, at + 1)) != SIZE_MAX;) {
        Str before = str_slice(text, at > 4 ? at - 4 : 0, at);
        size_t end = at + city.len;
        bool whole = end >= text.len || strchr(" .,;:!?)\n", text.data[end]);
        if (whole && (str_ends(before, STR(" in ")) || str_ends(before, STR("In ")) || str_ends(before, STR("aus ")) ||
                      str_ends(before, STR("nach "))))
            return true;
    }
    return false;
}

/* Length of one to three words that may name a city or two ("New York", "Genf/Kiew", "Frankfurt/Main") at the begin. */
static size_t city_length(Str s)
{
    size_t n = 0, words = 0;
    while (n < s.len && words < 3) {
        size_t at = n;
        uint32_t c = utf8_next(s, &at);
        if (!utf8_is_upper(c))
            break;
        size_t letters = 0;
        for (; at < s.len; letters++) {
            size_t next = at;
            c = utf8_next(s, &next);
            if (!utf8_is_letter(c) && c != '-')
                break;
            at = next;
        }
        if (letters < 2 || letters > 24)
            break;
        n = at;
        words++;
        if (n + 1 < s.len && s.data[n] == '/')
            n++;
        else if (n + 1 < s.len && s.data[n] == ' ' && s.data[n + 1] != '(')
            n++;
        else
            break;
    }
    while (n > 0 && (s.data[n - 1] == ' ' || s.data[n - 1] == '/'))
        n--;
    return n;
}

size_t credits_dateline(Credits *c, Str paragraph, Str text)
{
    size_t city = city_length(paragraph), len;
    if (paragraph.len < 40)
        return 0;
    size_t at = city;
    while (at < paragraph.len && (paragraph.data[at] == ' ' || paragraph.data[at] == ','))
        at++;
    if (city && at < paragraph.len && paragraph.data[at] == '(') { /* "Genf (dpa) - " */
        size_t close = str_find_char(paragraph, ')', at);
        if (close != SIZE_MAX && close - at < LIST_MAX && credits_from_list(c, str_slice(paragraph, at + 1, close))) {
            at = close + 1;
            while (at < paragraph.len && paragraph.data[at] == ' ')
                at++;
            if (is_separator(paragraph, at, &len))
                at += len;
            while (at < paragraph.len && paragraph.data[at] == ' ')
                at++;
            return at;
        }
        return 0;
    }
    Str first = str_slice(paragraph, 0, city);
    if (city && at == city && is_separator(paragraph, at, &len) && at + len < paragraph.len &&
        paragraph.data[at + len] == ' ' && (paragraph.data[at] == '.' ? spoken_of_as_place(first, text) : false))
        return at + len + 1;
    if (city && at > city && is_separator(paragraph, at, &len) && paragraph.data[at] != '.' &&
        paragraph.data[at] != ':' && at + len < paragraph.len && paragraph.data[at + len] == ' ' &&
        spoken_of_as_place(first, text))
        return at + len + 1;
    size_t word = 0; /* a single word glued before the sentence: "Genf Der Minister …" */
    while (word < paragraph.len && paragraph.data[word] != ' ')
        word++;
    size_t next = word + 1;
    if (city < word || word < 3 || next >= paragraph.len || !utf8_is_upper(utf8_next(paragraph, &next)))
        return 0;
    return spoken_of_as_place(str_slice(paragraph, 0, word), text) ? word + 1 : 0;
}

static const Str PICTURE_MARKS[] = {STR_INIT("©"),
                                    STR_INIT("(c)"),
                                    STR_INIT("Foto:"),
                                    STR_INIT("Fotos:"),
                                    STR_INIT("Foto ©"),
                                    STR_INIT("Bild:"),
                                    STR_INIT("Bilder:"),
                                    STR_INIT("Bildquelle:"),
                                    STR_INIT("Bildrechte:"),
                                    STR_INIT("Photo:"),
                                    STR_INIT("Photo by"),
                                    STR_INIT("Image:"),
                                    STR_INIT("Credit:"),
                                    STR_INIT("Quelle:"),
                                    STR_INIT("Symbolbild"),
                                    STR_INIT("Archivbild"),
                                    STR_INIT("Symbolfoto"),
                                    STR_INIT("Archivfoto"),
                                    STR_INIT("Grafik:"),
                                    STR_INIT("Screenshot:"),
                                    STR_INIT("Getty Images"),
                                    STR_INIT("picture alliance"),
                                    STR_INIT("picture-alliance"),
                                    STR_INIT("imago images"),
                                    STR_INIT("Bildnachweis"),
                                    STR_INIT("Illustration:"),
                                    STR_INIT("IMAGO/"),
                                    STR_INIT("IMAGO /"),
                                    STR_INIT("Imago/"),
                                    STR_INIT("imago/"),
                                    STR_INIT("Unsplash/"),
                                    STR_INIT("Shutterstock"),
                                    STR_INIT("Adobe Stock"),
                                    STR_INIT("stock.adobe.com"),
                                    STR_INIT("Keystone/"),
                                    STR_INIT("Legende: ")};
enum { N_MARKS = sizeof PICTURE_MARKS / sizeof PICTURE_MARKS[0] };

/* Where a picture's mark begins, or SIZE_MAX. */
static size_t picture_mark(Str line)
{
    size_t first = SIZE_MAX;
    for (size_t i = 0; i < N_MARKS; i++) {
        size_t at = str_find(line, PICTURE_MARKS[i], 0);
        first = at < first ? at : first;
    }
    return first;
}

/* "… seit dem Winter. (dpa/afp)" is text that came from agencies, not a picture's. */
static bool credits_text(Str line)
{
    Credits unused = {{0}};
    size_t text = credits_from_end(&unused, line);
    bool credited = unused.names.len > 0 && text > 0 &&
                    (strchr(".!?\"", line.data[text - 1]) || (unsigned char)line.data[text - 1] >= 0x80);
    vec_release(&unused.names);
    return credited;
}

/* Ends in "/dpa", "/AP" …, with no full stop behind it. */
static bool ends_in_agency(Str line)
{
    size_t slash = line.len;
    while (slash > 0 && line.len - slash < 24 && line.data[slash - 1] != '/')
        slash--;
    if (slash == 0 || line.data[slash - 1] != '/')
        return false;
    size_t len;
    Str tail = str_trim(str_slice(line, slash, line.len));
    if (str_starts(tail, STR("Pool via "))) /* one photographer for all agencies */
        tail = str_slice(tail, 9, tail.len);
    return agency_at(tail, &len) && len + 4 >= tail.len;
}

bool is_picture_line(Str line)
{
    line = str_trim(line);
    if (!line.len || line.len > 400)
        return false;
    size_t at = picture_mark(line);
    if (at == SIZE_MAX)
        return line.len < 250 && ends_in_agency(line) && !credits_text(line);
    /* the mark closes the line: behind it stand names, no further sentence */
    Str behind = str_slice(line, at, line.len);
    return behind.len <= 90 && str_find(behind, STR(". "), 0) == SIZE_MAX;
}

/* Names and nothing else: "Ole Beispiel / Pool via Reuters", "Imago/Beispielbild.example". */
static bool only_names(Str line)
{
    static const Str BETWEEN[] = {STR_INIT("/"), STR_INIT("|"), STR_INIT("via"), STR_INIT("und"), STR_INIT("dpa")};
    size_t words = 0, names = 0;
    Str word;
    while (str_split(&line, ' ', &word)) {
        size_t at = 0;
        bool name = word.len && utf8_is_upper(utf8_next(word, &at));
        for (size_t i = 0; i < sizeof BETWEEN / sizeof BETWEEN[0] && !name; i++)
            name = str_equal(word, BETWEEN[i]);
        words += word.len > 0;
        names += word.len > 0 && name;
    }
    return words == names && words <= 8;
}

bool is_picture_credit(Str line)
{
    line = str_trim(line);
    if (line.len && line.data[0] == '(')
        line = str_slice(line, 1, line.len);
    if (line.len > 90 || !is_picture_line(line))
        return false;
    return picture_mark(line) == 0 || (line.len <= 60 && only_names(line));
}
