#include "article/phrases.h"

#include "base/utf8.h"

/* Where in the line the phrase must stand: LABEL begins a short line that is no sentence. Lines of SHORT_LINE bytes and
 * more are taken for text. */
enum { START, WHOLE, ANY, END, LABEL };
enum { SHORT_LINE = 220, SHORT_LABEL = 90, FEW_WORDS = 24, BRACKETED = 20 };

typedef struct Phrase {
    const char *text; /* folded: lower case, ae oe ue ss; words parted by one blank, no punctuation */
    uint8_t where, kind;
    const char *reason;
} Phrase;

static const char RELATED[] = "phrase: points to other articles", COMMENTS[] = "phrase: comment area",
                  SHARE[] = "phrase: share buttons", NEWSLETTER[] = "phrase: newsletter",
                  JOBS[] = "phrase: job or other advertisement", RIGHTS[] = "phrase: rights notice",
                  LOGIN[] = "phrase: subscription or login", CONSENT[] = "phrase: consent or embedding notice",
                  NAVIGATION[] = "phrase: navigation", SUPPORT[] = "phrase: asks for support",
                  FOLLOW[] = "phrase: follow us", BROADCAST[] = "phrase: note on a broadcast";

/* Sorted by text (phrase_of looks up by first letter). */
static const Phrase PHRASES[] = {
    {"abo abschliessen", START, PHRASE_LINE, LOGIN},
    {"abonniere", START, PHRASE_LINE, NEWSLETTER},
    {"abonnieren sie", START, PHRASE_LINE, NEWSLETTER},
    {"about the author", LABEL, PHRASE_SECTION, "phrase: about the author"},
    {"ad", WHOLE, PHRASE_LINE, JOBS},
    {"advertisement", WHOLE, PHRASE_LINE, JOBS},
    {"advertising", WHOLE, PHRASE_LINE, JOBS},
    {"affiliate links", ANY, PHRASE_LINE, JOBS},
    {"aktualisiert am", START, PHRASE_LINE, NAVIGATION},
    {"aktuell auf der startseite", START, PHRASE_SECTION, RELATED},
    {"all rights reserved", ANY, PHRASE_LINE, RIGHTS},
    {"alle artikel von", LABEL, PHRASE_LINE, RELATED},
    {"alle artikel zu", LABEL, PHRASE_LINE, RELATED},
    {"alle beitraege von", LABEL, PHRASE_LINE, RELATED},
    {"alle kommentare", START, PHRASE_LINE, COMMENTS},
    {"alle rechte vorbehalten", ANY, PHRASE_LINE, RIGHTS},
    {"als pdf herunterladen", END, PHRASE_LINE, SHARE},
    {"also read", START, PHRASE_LINE, RELATED},
    {"am meisten gelesen", WHOLE, PHRASE_SECTION, RELATED},
    {"an dieser stelle befindet sich ein externer inhalt", ANY, PHRASE_LINE, CONSENT},
    {"an dieser stelle finden sie einen externen inhalt", ANY, PHRASE_LINE, CONSENT},
    {"an dieser stelle finden sie externen inhalt", ANY, PHRASE_LINE, CONSENT},
    {"ansprechpartner", WHOLE, PHRASE_SECTION, NAVIGATION},
    {"antworten", WHOLE, PHRASE_LINE, COMMENTS},
    {"anzeige", WHOLE, PHRASE_LINE, JOBS},
    {"artikel drucken", START, PHRASE_LINE, SHARE},
    {"artikel kommentieren", START, PHRASE_LINE, COMMENTS},
    {"artikel merken", START, PHRASE_LINE, SHARE},
    {"artikel teilen", START, PHRASE_LINE, SHARE},
    {"artikel verschenken", START, PHRASE_LINE, SHARE},
    {"artikel versenden", START, PHRASE_LINE, SHARE},
    {"auch interessant", START, PHRASE_SECTION, RELATED},
    {"auch interessant fuer sie", LABEL, PHRASE_SECTION, RELATED},
    {"auch lesenswert", START, PHRASE_SECTION, RELATED},
    {"auch spannend", START, PHRASE_SECTION, RELATED},
    {"audio und video zum thema", WHOLE, PHRASE_SECTION, RELATED},
    {"auf facebook teilen", ANY, PHRASE_LINE, SHARE},
    {"auf twitter teilen", ANY, PHRASE_LINE, SHARE},
    {"auf whatsapp teilen", ANY, PHRASE_LINE, SHARE},
    {"aus datenschutzgruenden", START, PHRASE_LINE, CONSENT},
    {"back to top", WHOLE, PHRASE_LINE, NAVIGATION},
    {"beitrag teilen", START, PHRASE_LINE, SHARE},
    {"beliebte artikel", WHOLE, PHRASE_SECTION, RELATED},
    {"bestbewertete kommentare", START, PHRASE_COMMENTS, COMMENTS},
    {"bild anzeigen", START, PHRASE_LINE, "phrase: caption"},
    {"bild vergroessern", START, PHRASE_LINE, "phrase: caption"},
    {"bildergalerie", LABEL, PHRASE_LINE, "phrase: caption"},
    {"bitte aktivieren sie javascript", ANY, PHRASE_LINE, CONSENT},
    {"bitte lesen sie auch", START, PHRASE_LINE, RELATED},
    {"bitte loggen sie sich ein", ANY, PHRASE_LINE, LOGIN},
    {"bitte melden sie sich an", ANY, PHRASE_LINE, LOGIN},
    {"bookmark the permalink", ANY, PHRASE_LINE, NAVIGATION},
    {"box aufklappen", ANY, PHRASE_LINE, NAVIGATION},
    {"box zuklappen", ANY, PHRASE_LINE, NAVIGATION},
    {"by signing up", START, PHRASE_LINE, NEWSLETTER},
    {"cancel reply", END, PHRASE_LINE, COMMENTS},
    {"click here to subscribe", ANY, PHRASE_LINE, NEWSLETTER},
    {"click to share", START, PHRASE_LINE, SHARE},
    {"comments", WHOLE, PHRASE_COMMENTS, COMMENTS},
    {"comments are closed", ANY, PHRASE_LINE, COMMENTS},
    {"copyright", LABEL, PHRASE_LINE, RIGHTS},
    {"das interessiert", LABEL, PHRASE_SECTION, RELATED},
    {"das interessiert andere leser", START, PHRASE_SECTION, RELATED},
    {"das koennte auch interessant sein", START, PHRASE_SECTION, RELATED},
    {"das koennte dich auch interessieren", START, PHRASE_SECTION, RELATED},
    {"das koennte dich interessieren", START, PHRASE_SECTION, RELATED},
    {"das koennte ihnen auch gefallen", START, PHRASE_SECTION, RELATED},
    {"das koennte sie auch interessieren", START, PHRASE_SECTION, RELATED},
    {"das koennte sie interessieren", START, PHRASE_SECTION, RELATED},
    {"dein kommentar", WHOLE, PHRASE_COMMENTS, COMMENTS},
    {"deine e mail adresse wird nicht veroeffentlicht", ANY, PHRASE_LINE, COMMENTS},
    {"die redaktion empfiehlt", LABEL, PHRASE_SECTION, RELATED},
    {"dies ist eine maschinelle uebersetzung", START, PHRASE_LINE, RIGHTS},
    {"diese website verwendet cookies", LABEL, PHRASE_LINE, CONSENT},
    {"diesen artikel drucken", START, PHRASE_LINE, SHARE},
    {"diesen artikel teilen", START, PHRASE_LINE, SHARE},
    {"diesen artikel weiterempfehlen", START, PHRASE_LINE, SHARE},
    {"diesen beitrag teilen", START, PHRASE_LINE, SHARE},
    {"dieser artikel erschien zuerst", START, PHRASE_LINE, RIGHTS},
    {"dieser artikel ist eine uebersetzung", START, PHRASE_LINE, RIGHTS},
    {"dieser artikel ist zuerst", START, PHRASE_LINE, RIGHTS},
    {"dieser artikel wurde im original", START, PHRASE_LINE, RIGHTS},
    {"dieser beitrag enthaelt werbung", ANY, PHRASE_LINE, JOBS},
    {"dieser beitrag erschien zuerst", START, PHRASE_LINE, RIGHTS},
    {"dieser inhalt wird von", START, PHRASE_LINE, CONSENT},
    {"dieser text erschien zuerst", START, PHRASE_LINE, RIGHTS},
    {"dieser text ist zuerst", START, PHRASE_LINE, RIGHTS},
    {"dieses thema im programm", START, PHRASE_LINE, BROADCAST},
    {"dieses video wurde", START, PHRASE_LINE, CONSENT},
    {"diskutieren sie mit", START, PHRASE_LINE, COMMENTS},
    {"diskutieren sie ueber diesen artikel", START, PHRASE_LINE, COMMENTS},
    {"do not miss", WHOLE, PHRASE_LINE, RELATED},
    {"drucken", WHOLE, PHRASE_LINE, SHARE},
    {"du bist bereits", START, PHRASE_LINE, LOGIN},
    {"du musst angemeldet sein", ANY, PHRASE_LINE, COMMENTS},
    {"ein klick fuer den datenschutz", START, PHRASE_LINE, CONSENT},
    {"email", WHOLE, PHRASE_LINE, SHARE},
    {"embed", WHOLE, PHRASE_LINE, CONSENT},
    {"empfohlene artikel", START, PHRASE_SECTION, RELATED},
    {"empfohlener externer inhalt", ANY, PHRASE_LINE, CONSENT},
    {"empfohlener redaktioneller inhalt", ANY, PHRASE_LINE, CONSENT},
    {"enter your email", START, PHRASE_LINE, NEWSLETTER},
    {"erforderliche felder sind", ANY, PHRASE_LINE, COMMENTS},
    {"erhalten sie taeglich", START, PHRASE_LINE, NEWSLETTER},
    {"externe inhalte anzeigen", ANY, PHRASE_LINE, CONSENT},
    {"externen inhalt anzeigen", ANY, PHRASE_LINE, CONSENT},
    {"externer inhalt", START, PHRASE_LINE, CONSENT},
    {"facebook", LABEL, PHRASE_LINE, SHARE},
    {"fehler gefunden", START, PHRASE_LINE, NAVIGATION},
    {"fehler melden", START, PHRASE_LINE, NAVIGATION},
    {"filed under", START, PHRASE_LINE, NAVIGATION},
    {"folge uns", START, PHRASE_LINE, FOLLOW},
    {"folgen sie", LABEL, PHRASE_LINE, FOLLOW},
    {"folgen sie uns", START, PHRASE_LINE, FOLLOW},
    {"folgst du schon", START, PHRASE_LINE, FOLLOW},
    {"folgt uns auf", ANY, PHRASE_LINE, FOLLOW},
    {"follow us on", ANY, PHRASE_LINE, FOLLOW},
    {"foto", WHOLE, PHRASE_LINE, NAVIGATION},
    {"fuer sie empfohlen", START, PHRASE_SECTION, RELATED},
    {"gefaellt dir", START, PHRASE_LINE, SUPPORT},
    {"gefaellt mir", WHOLE, PHRASE_LINE, SHARE},
    {"hat dir der artikel gefallen", START, PHRASE_LINE, SHARE},
    {"hat ihnen der artikel gefallen", START, PHRASE_LINE, SHARE},
    {"hier finden sie", LABEL, PHRASE_LINE, RELATED},
    {"hier geht es zu unserem newsletter", ANY, PHRASE_LINE, NEWSLETTER},
    {"hier koennen sie unseren newsletter", ANY, PHRASE_LINE, NEWSLETTER},
    {"hier lesen sie", START, PHRASE_LINE, RELATED},
    {"hier weiterlesen", LABEL, PHRASE_LINE, RELATED},
    {"hinterlasse eine antwort", START, PHRASE_COMMENTS, COMMENTS},
    {"hinterlasse einen kommentar", START, PHRASE_COMMENTS, COMMENTS},
    {"hinterlassen sie einen kommentar", START, PHRASE_COMMENTS, COMMENTS},
    {"hol dir", LABEL, PHRASE_LINE, NEWSLETTER},
    {"ich bin damit einverstanden dass mir externe inhalte", ANY, PHRASE_LINE, CONSENT},
    {"ihr kommentar", WHOLE, PHRASE_COMMENTS, COMMENTS},
    {"ihre cookie einstellungen", ANY, PHRASE_LINE, CONSENT},
    {"ihre meinung interessiert uns", ANY, PHRASE_LINE, COMMENTS},
    {"ihre meinung zum thema", ANY, PHRASE_LINE, COMMENTS},
    {"im liveblog", END, PHRASE_LINE, RELATED},
    {"im newsblog", END, PHRASE_LINE, RELATED},
    {"image credit", START, PHRASE_LINE, "phrase: caption"},
    {"inhalt laden", LABEL, PHRASE_LINE, CONSENT},
    {"inhalt nicht verfuegbar", ANY, PHRASE_LINE, CONSENT},
    {"interessieren sie sich fuer", LABEL, PHRASE_LINE, RELATED},
    {"jetzt abonnieren", START, PHRASE_LINE, NEWSLETTER},
    {"jetzt anmelden", START, PHRASE_LINE, LOGIN},
    {"jetzt die besten jobs", START, PHRASE_LINE, JOBS},
    {"jetzt kostenlos", LABEL, PHRASE_LINE, NEWSLETTER},
    {"jetzt lesen", WHOLE, PHRASE_LINE, RELATED},
    {"jetzt newsletter", START, PHRASE_LINE, NEWSLETTER},
    {"jetzt spenden", START, PHRASE_LINE, SUPPORT},
    {"jetzt unterstuetzen", START, PHRASE_LINE, SUPPORT},
    {"jetzt weiterlesen", START, PHRASE_LINE, LOGIN},
    {"jobs des tages", ANY, PHRASE_LINE, JOBS},
    {"jobs finden", END, PHRASE_LINE, JOBS},
    {"keine news mehr verpassen", ANY, PHRASE_LINE, NEWSLETTER},
    {"koennte dich auch interessieren", ANY, PHRASE_SECTION, RELATED},
    {"koennte dir auch gefallen", ANY, PHRASE_SECTION, RELATED},
    {"koennte ihnen auch gefallen", ANY, PHRASE_SECTION, RELATED},
    {"koennte sie auch interessieren", ANY, PHRASE_SECTION, RELATED},
    {"koennten dich auch interessieren", ANY, PHRASE_SECTION, RELATED},
    {"koennten sie auch interessieren", ANY, PHRASE_SECTION, RELATED},
    {"kommentar abgeben", START, PHRASE_COMMENTS, COMMENTS},
    {"kommentar absenden", START, PHRASE_LINE, COMMENTS},
    {"kommentar hinterlassen", START, PHRASE_COMMENTS, COMMENTS},
    {"kommentar schreiben", START, PHRASE_COMMENTS, COMMENTS},
    {"kommentar verfassen", START, PHRASE_COMMENTS, COMMENTS},
    {"kommentare", WHOLE, PHRASE_COMMENTS, COMMENTS},
    {"kommentare anzeigen", START, PHRASE_LINE, COMMENTS},
    {"kommentare lesen", START, PHRASE_LINE, COMMENTS},
    {"kommentare zu diesem artikel", START, PHRASE_COMMENTS, COMMENTS},
    {"kommentieren", WHOLE, PHRASE_LINE, COMMENTS},
    {"korrektur melden", START, PHRASE_LINE, NAVIGATION},
    {"lade kommentare", START, PHRASE_LINE, COMMENTS},
    {"leave a comment", START, PHRASE_COMMENTS, COMMENTS},
    {"leave a reply", START, PHRASE_COMMENTS, COMMENTS},
    {"lesedauer", ANY, PHRASE_LINE, NAVIGATION},
    {"lesen sie auch", START, PHRASE_SECTION, RELATED},
    {"lesen sie dazu auch", START, PHRASE_SECTION, RELATED},
    {"lesen sie hier", START, PHRASE_LINE, RELATED},
    {"lesen sie hier mehr", START, PHRASE_LINE, RELATED},
    {"lesen sie hierzu", START, PHRASE_LINE, RELATED},
    {"lesen sie jetzt", START, PHRASE_LINE, RELATED},
    {"lesen sie mehr", START, PHRASE_LINE, RELATED},
    {"lesen sie weiter", START, PHRASE_LINE, RELATED},
    {"lesen sie zudem", START, PHRASE_LINE, RELATED},
    {"leserkommentare", START, PHRASE_COMMENTS, COMMENTS},
    {"lesetipp", START, PHRASE_LINE, RELATED},
    {"lesetipps", START, PHRASE_LINE, RELATED},
    {"lesezeit", START, PHRASE_LINE, NAVIGATION},
    {"lies auch", START, PHRASE_LINE, RELATED},
    {"link kopieren", START, PHRASE_LINE, SHARE},
    {"link kopiert", ANY, PHRASE_LINE, SHARE},
    {"loading", WHOLE, PHRASE_LINE, NAVIGATION},
    {"lust auf mehr", START, PHRASE_LINE, NEWSLETTER},
    {"mehr", WHOLE, PHRASE_LINE, RELATED},
    {"mehr aus", LABEL, PHRASE_LINE, RELATED},
    {"mehr dazu", LABEL, PHRASE_LINE, RELATED},
    {"mehr infos", LABEL, PHRASE_LINE, RELATED},
    {"mehr lesen", START, PHRASE_LINE, RELATED},
    {"mehr themen auf", LABEL, PHRASE_LINE, RELATED},
    {"mehr verfolgen sie", START, PHRASE_LINE, RELATED},
    {"mehr von", LABEL, PHRASE_LINE, RELATED},
    {"mehr zu", LABEL, PHRASE_LINE, RELATED},
    {"mehr zum thema", START, PHRASE_SECTION, RELATED},
    {"mehr zum thema finden sie", START, PHRASE_LINE, RELATED},
    {"meist gelesen", WHOLE, PHRASE_SECTION, RELATED},
    {"meistgelesen", START, PHRASE_SECTION, RELATED},
    {"meistgelesene artikel", START, PHRASE_SECTION, RELATED},
    {"melde dich", START, PHRASE_LINE, NEWSLETTER},
    {"melden sie sich an", START, PHRASE_LINE, LOGIN},
    {"melden sie sich hier an", START, PHRASE_LINE, NEWSLETTER},
    {"merken", WHOLE, PHRASE_LINE, SHARE},
    {"min lesezeit", ANY, PHRASE_LINE, NAVIGATION},
    {"min read", END, PHRASE_LINE, NAVIGATION},
    {"minuten lesezeit", ANY, PHRASE_LINE, NAVIGATION},
    {"mit deiner spende", START, PHRASE_LINE, SUPPORT},
    {"mit dem laden des videos", START, PHRASE_LINE, CONSENT},
    {"mit der aktivierung", START, PHRASE_LINE, CONSENT},
    {"mit ihrer spende", START, PHRASE_LINE, SUPPORT},
    {"mit klick auf", START, PHRASE_LINE, CONSENT},
    {"mit meinem klick auf", START, PHRASE_LINE, CONSENT},
    {"moechten sie den artikel teilen", START, PHRASE_LINE, SHARE},
    {"more from", LABEL, PHRASE_LINE, RELATED},
    {"more on this", START, PHRASE_SECTION, RELATED},
    {"most popular", WHOLE, PHRASE_SECTION, RELATED},
    {"most read", WHOLE, PHRASE_SECTION, RELATED},
    {"nach oben", WHOLE, PHRASE_LINE, NAVIGATION},
    {"neueste artikel", WHOLE, PHRASE_SECTION, RELATED},
    {"neueste kommentare", START, PHRASE_SECTION, COMMENTS},
    {"newsletter", WHOLE, PHRASE_LINE, NEWSLETTER},
    {"newsletter abonnieren", START, PHRASE_LINE, NEWSLETTER},
    {"newsletter informiert", ANY, PHRASE_LINE, NEWSLETTER},
    {"noch kein kommentar", START, PHRASE_LINE, COMMENTS},
    {"noch keine kommentare", START, PHRASE_LINE, COMMENTS},
    {"noch mehr", WHOLE, PHRASE_LINE, RELATED},
    {"nutzungsrechte erwerben", ANY, PHRASE_LINE, RIGHTS},
    {"oeffnet im neuen fenster", WHOLE, PHRASE_LINE, NAVIGATION},
    {"oeffnet in neuem fenster", WHOLE, PHRASE_LINE, NAVIGATION},
    {"per e mail benachrichtigt", START, PHRASE_LINE, JOBS},
    {"per e mail teilen", ANY, PHRASE_LINE, SHARE},
    {"permalink", START, PHRASE_LINE, NAVIGATION},
    {"photo credit", START, PHRASE_LINE, "phrase: caption"},
    {"placeholder image", START, PHRASE_LINE, "phrase: caption"},
    {"player wird geladen", ANY, PHRASE_LINE, CONSENT},
    {"please enable javascript", ANY, PHRASE_LINE, CONSENT},
    {"please log in", START, PHRASE_LINE, LOGIN},
    {"posted in", START, PHRASE_LINE, NAVIGATION},
    {"pressekontakt", LABEL, PHRASE_SECTION, NAVIGATION},
    {"previous article", START, PHRASE_LINE, NAVIGATION},
    {"print", WHOLE, PHRASE_LINE, SHARE},
    {"read also", START, PHRASE_LINE, RELATED},
    {"read more", START, PHRASE_LINE, RELATED},
    {"read next", LABEL, PHRASE_SECTION, RELATED},
    {"reading time", ANY, PHRASE_LINE, NAVIGATION},
    {"redaktion empfiehlt", LABEL, PHRASE_SECTION, RELATED},
    {"related articles", START, PHRASE_SECTION, RELATED},
    {"related posts", START, PHRASE_SECTION, RELATED},
    {"related stories", START, PHRASE_SECTION, RELATED},
    {"rezept drucken", START, PHRASE_LINE, SHARE},
    {"schlagwoerter", START, PHRASE_LINE, NAVIGATION},
    {"schreib einen kommentar", START, PHRASE_COMMENTS, COMMENTS},
    {"schreibe den ersten kommentar", START, PHRASE_LINE, COMMENTS},
    {"schreibe einen kommentar", START, PHRASE_COMMENTS, COMMENTS},
    {"schreiben sie den ersten kommentar", START, PHRASE_LINE, COMMENTS},
    {"schreiben sie einen kommentar", START, PHRASE_COMMENTS, COMMENTS},
    {"see also", START, PHRASE_LINE, RELATED},
    {"sehen sie auch", START, PHRASE_LINE, RELATED},
    {"share", WHOLE, PHRASE_LINE, SHARE},
    {"share on", START, PHRASE_LINE, SHARE},
    {"share this", START, PHRASE_LINE, SHARE},
    {"share via", START, PHRASE_LINE, SHARE},
    {"sie muessen angemeldet sein", START, PHRASE_LINE, COMMENTS},
    {"sign up", LABEL, PHRASE_LINE, NEWSLETTER},
    {"sign up for", START, PHRASE_LINE, NEWSLETTER},
    {"skip to content", START, PHRASE_LINE, NAVIGATION},
    {"spenden sie", START, PHRASE_LINE, SUPPORT},
    {"stellenangebote", LABEL, PHRASE_LINE, JOBS},
    {"subscribe now", START, PHRASE_LINE, NEWSLETTER},
    {"subscribe to", START, PHRASE_LINE, NEWSLETTER},
    {"tags", WHOLE, PHRASE_LINE, NAVIGATION},
    {"teilen", WHOLE, PHRASE_LINE, SHARE},
    {"teilen auf", START, PHRASE_LINE, SHARE},
    {"teilen mit", WHOLE, PHRASE_LINE, SHARE},
    {"teilen per", START, PHRASE_LINE, SHARE},
    {"teilen sie diesen", START, PHRASE_LINE, SHARE},
    {"teilen sie ihre meinung", ANY, PHRASE_LINE, COMMENTS},
    {"themen", WHOLE, PHRASE_LINE, NAVIGATION},
    {"top jobs", LABEL, PHRASE_LINE, JOBS},
    {"top themen", LABEL, PHRASE_SECTION, RELATED},
    {"trending now", WHOLE, PHRASE_SECTION, RELATED},
    {"tweet", WHOLE, PHRASE_LINE, SHARE},
    {"twitter", LABEL, PHRASE_LINE, SHARE},
    {"ueber den autor", LABEL, PHRASE_SECTION, "phrase: about the author"},
    {"ueber die autoren", LABEL, PHRASE_SECTION, "phrase: about the author"},
    {"ueber die autorin", LABEL, PHRASE_SECTION, "phrase: about the author"},
    {"ueber dieses thema berichtet", START, PHRASE_LINE, BROADCAST},
    {"ueber dieses thema berichtete", START, PHRASE_LINE, BROADCAST},
    {"um diese inhalte anzuzeigen", ANY, PHRASE_LINE, CONSENT},
    {"um diesen inhalt anzuzeigen", ANY, PHRASE_LINE, CONSENT},
    {"unser newsletter", START, PHRASE_LINE, NEWSLETTER},
    {"unsere empfehlungen", START, PHRASE_SECTION, RELATED},
    {"unsere neuesten artikel", START, PHRASE_SECTION, RELATED},
    {"unsere redaktion empfiehlt", LABEL, PHRASE_SECTION, RELATED},
    {"unseren newsletter", ANY, PHRASE_LINE, NEWSLETTER},
    {"unterstuetze uns", LABEL, PHRASE_LINE, SUPPORT},
    {"unterstuetzen sie", LABEL, PHRASE_LINE, SUPPORT},
    {"verfolgen sie die aktuellen entwicklungen", ANY, PHRASE_LINE, RELATED},
    {"vergroessern", START, PHRASE_LINE, "phrase: caption"},
    {"verpassen sie nichts", START, PHRASE_LINE, NEWSLETTER},
    {"verwandte artikel", START, PHRASE_SECTION, RELATED},
    {"verwandte beitraege", START, PHRASE_SECTION, RELATED},
    {"verwandte themen", START, PHRASE_SECTION, RELATED},
    {"video laden", WHOLE, PHRASE_LINE, CONSENT},
    {"vorlesen", WHOLE, PHRASE_LINE, SHARE},
    {"war dieser artikel hilfreich", START, PHRASE_LINE, SHARE},
    {"was heute noch wichtig ist", ANY, PHRASE_LINE, RELATED},
    {"weiter lesen", WHOLE, PHRASE_LINE, RELATED},
    {"weitere artikel", START, PHRASE_SECTION, RELATED},
    {"weitere beitraege", START, PHRASE_SECTION, RELATED},
    {"weitere informationen", WHOLE, PHRASE_LINE, NAVIGATION},
    {"weitere meldungen", START, PHRASE_SECTION, RELATED},
    {"weitere nachrichten", START, PHRASE_SECTION, RELATED},
    {"weitere themen", START, PHRASE_SECTION, RELATED},
    {"weiterlesen", START, PHRASE_LINE, RELATED},
    {"weiterlesen nach der anzeige", START, PHRASE_LINE, JOBS},
    {"werbung", WHOLE, PHRASE_LINE, JOBS},
    {"whatsapp", WHOLE, PHRASE_LINE, SHARE},
    {"wir freuen uns ueber ihren kommentar", ANY, PHRASE_LINE, COMMENTS},
    {"wir verwenden cookies", ANY, PHRASE_LINE, CONSENT},
    {"written by", LABEL, PHRASE_LINE, NAVIGATION},
    {"you may also like", START, PHRASE_SECTION, RELATED},
    {"you might also like", START, PHRASE_SECTION, RELATED},
    {"your email address will not be published", ANY, PHRASE_LINE, COMMENTS},
    {"zuletzt aktualisiert", START, PHRASE_LINE, NAVIGATION},
    {"zum anzeigen dieses inhalts", ANY, PHRASE_LINE, CONSENT},
    {"zum anzeigen externer inhalte", ANY, PHRASE_LINE, CONSENT},
    {"zum autor", WHOLE, PHRASE_SECTION, "phrase: about the author"},
    {"zum newsletter", START, PHRASE_LINE, NEWSLETTER},
    {"zum seitenanfang", WHOLE, PHRASE_LINE, NAVIGATION},
    {"zum thema", WHOLE, PHRASE_LINE, RELATED},
    {"zur bildergalerie", LABEL, PHRASE_LINE, "phrase: caption"},
    {"zur startseite", WHOLE, PHRASE_LINE, NAVIGATION},
    {"zur uebersicht", WHOLE, PHRASE_LINE, NAVIGATION},
    {"zurueck zur startseite", START, PHRASE_LINE, NAVIGATION},
    {"zurueck zur uebersicht", WHOLE, PHRASE_LINE, NAVIGATION},
};
enum { N_PHRASES = sizeof PHRASES / sizeof PHRASES[0] };

/* Appends the line's words, folded, parted by one blank. */
static void fold_words(Str line, StrBuf *out)
{
    size_t from = out->len, to = from;
    utf8_append_folded(out, line);
    for (size_t i = from; i < out->len; i++) {
        unsigned char b = (unsigned char)out->data[i];
        bool word = (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b >= 0x80;
        if (b == 0xE2 || b == 0xC2) { /* typographic marks: dashes, quotes, bullets, guillemets, the copyright sign */
            word = false;
            i += b == 0xE2 ? 2 : 1;
        }
        if (word)
            out->data[to++] = (char)b;
        else if (to > from && out->data[to - 1] != ' ')
            out->data[to++] = ' ';
    }
    if (to > from && out->data[to - 1] == ' ')
        to--;
    out->len = to;
}

static size_t first_with(char letter)
{
    size_t low = 0, high = N_PHRASES;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (PHRASES[middle].text[0] < letter)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool stands_right(const Phrase *p, bool starts, bool ends, bool label)
{
    switch (p->where) {
    case START: return starts;
    case WHOLE: return starts && ends;
    case LABEL: return starts && label;
    case END: return ends;
    default: return true;
    }
}

/* The longest phrase that stands at `at`, or NULL. */
static const Phrase *phrase_at(Str words, size_t at, bool label)
{
    const Phrase *best = NULL;
    for (size_t i = first_with(words.data[at]); i < N_PHRASES && PHRASES[i].text[0] == words.data[at]; i++) {
        const Phrase *p = &PHRASES[i];
        size_t n = strlen(p->text);
        if (at + n > words.len || memcmp(words.data + at, p->text, n) != 0 ||
            (at + n < words.len && words.data[at + n] != ' '))
            continue;
        if (stands_right(p, at == 0, at + n == words.len, label))
            best = p;
    }
    return best;
}

/* "[Alles Weitere lesen Sie in unserem Newsletter.]": what an editor sets apart so is said to the reader, not of the event. */
static bool is_bracketed(Str line)
{
    return line.len >= BRACKETED && line.data[0] == '[' && str_find_char(line, '[', 1) == SIZE_MAX &&
           str_find_char(line, ']', 0) == line.len - 1;
}

PhraseKind phrase_of(Str line, StrBuf *scratch, const char **reason)
{
    if (is_bracketed(line)) {
        *reason = "a notice in square brackets";
        return PHRASE_LINE;
    }
    if (line.len >= SHORT_LINE || line.len == 0)
        return PHRASE_NONE;
    strbuf_clear(scratch);
    fold_words(line, scratch);
    Str words = strbuf_str(scratch);
    bool label = line.len < SHORT_LABEL && !strchr(".!?", line.data[line.len - 1]);
    for (size_t at = 0; at < words.len; at++) {
        const Phrase *p = at == 0 || words.data[at - 1] == ' ' ? phrase_at(words, at, label) : NULL;
        if (p) {
            *reason = p->reason;
            bool names_one = p->where == START &&
                             words.len > at + strlen(p->text) + FEW_WORDS; /* "Lesen Sie auch: Die Geschichte …" */
            return p->kind == PHRASE_SECTION && names_one ? PHRASE_LINE : p->kind;
        }
    }
    return PHRASE_NONE;
}
