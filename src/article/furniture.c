#include "article/furniture.h"

#include "base/utf8.h"

/* Where in the line the phrase must stand: LABEL begins a short line that is no sentence. Lines of SHORT_LINE bytes and more
 * are taken for text. */
enum { START, WHOLE, ANY, END, LABEL };
enum { SHORT_LINE = 220, SHORT_LABEL = 90, FEW_WORDS = 24 };

typedef struct Phrase {
    const char *text; /* folded: lower case, ae oe ue ss; words parted by one blank, no punctuation */
    uint8_t where, kind;
    const char *reason;
} Phrase;

static const char RELATED[] = "phrase: points to other articles", COMMENTS[] = "phrase: comment area", SHARE[] = "phrase: share buttons",
                  NEWSLETTER[] = "phrase: newsletter", JOBS[] = "phrase: job or other advertisement", RIGHTS[] = "phrase: rights notice",
                  LOGIN[] = "phrase: subscription or login", CONSENT[] = "phrase: consent or embedding notice", NAVIGATION[] = "phrase: navigation",
                  SUPPORT[] = "phrase: asks for support", FOLLOW[] = "phrase: follow us",
                  BROADCAST[] = "phrase: note on a broadcast";

/* Sorted by text (furniture_of looks up by first letter). */
static const Phrase PHRASES[] = {
    {"abo abschliessen", START, FURNITURE_LINE, LOGIN},
    {"abonniere", START, FURNITURE_LINE, NEWSLETTER},
    {"abonnieren sie", START, FURNITURE_LINE, NEWSLETTER},
    {"about the author", LABEL, FURNITURE_SECTION, "phrase: about the author"},
    {"ad", WHOLE, FURNITURE_LINE, JOBS},
    {"advertisement", WHOLE, FURNITURE_LINE, JOBS},
    {"advertising", WHOLE, FURNITURE_LINE, JOBS},
    {"affiliate links", ANY, FURNITURE_LINE, JOBS},
    {"aktualisiert am", START, FURNITURE_LINE, NAVIGATION},
    {"aktuell auf der startseite", START, FURNITURE_SECTION, RELATED},
    {"all rights reserved", ANY, FURNITURE_LINE, RIGHTS},
    {"alle artikel von", LABEL, FURNITURE_LINE, RELATED},
    {"alle artikel zu", LABEL, FURNITURE_LINE, RELATED},
    {"alle beitraege von", LABEL, FURNITURE_LINE, RELATED},
    {"alle kommentare", START, FURNITURE_LINE, COMMENTS},
    {"alle rechte vorbehalten", ANY, FURNITURE_LINE, RIGHTS},
    {"als pdf herunterladen", END, FURNITURE_LINE, SHARE},
    {"also read", START, FURNITURE_LINE, RELATED},
    {"am meisten gelesen", WHOLE, FURNITURE_SECTION, RELATED},
    {"an dieser stelle befindet sich ein externer inhalt", ANY, FURNITURE_LINE, CONSENT},
    {"an dieser stelle finden sie einen externen inhalt", ANY, FURNITURE_LINE, CONSENT},
    {"an dieser stelle finden sie externen inhalt", ANY, FURNITURE_LINE, CONSENT},
    {"ansprechpartner", WHOLE, FURNITURE_SECTION, NAVIGATION},
    {"antworten", WHOLE, FURNITURE_LINE, COMMENTS},
    {"anzeige", WHOLE, FURNITURE_LINE, JOBS},
    {"artikel drucken", START, FURNITURE_LINE, SHARE},
    {"artikel kommentieren", START, FURNITURE_LINE, COMMENTS},
    {"artikel merken", START, FURNITURE_LINE, SHARE},
    {"artikel teilen", START, FURNITURE_LINE, SHARE},
    {"artikel verschenken", START, FURNITURE_LINE, SHARE},
    {"artikel versenden", START, FURNITURE_LINE, SHARE},
    {"auch interessant", START, FURNITURE_SECTION, RELATED},
    {"auch interessant fuer sie", LABEL, FURNITURE_SECTION, RELATED},
    {"auch lesenswert", START, FURNITURE_SECTION, RELATED},
    {"auch spannend", START, FURNITURE_SECTION, RELATED},
    {"audio und video zum thema", WHOLE, FURNITURE_SECTION, RELATED},
    {"auf facebook teilen", ANY, FURNITURE_LINE, SHARE},
    {"auf twitter teilen", ANY, FURNITURE_LINE, SHARE},
    {"auf whatsapp teilen", ANY, FURNITURE_LINE, SHARE},
    {"aus datenschutzgruenden", START, FURNITURE_LINE, CONSENT},
    {"back to top", WHOLE, FURNITURE_LINE, NAVIGATION},
    {"beitrag teilen", START, FURNITURE_LINE, SHARE},
    {"beliebte artikel", WHOLE, FURNITURE_SECTION, RELATED},
    {"bestbewertete kommentare", START, FURNITURE_COMMENTS, COMMENTS},
    {"bild anzeigen", START, FURNITURE_LINE, "phrase: caption"},
    {"bild vergroessern", START, FURNITURE_LINE, "phrase: caption"},
    {"bildergalerie", LABEL, FURNITURE_LINE, "phrase: caption"},
    {"bitte aktivieren sie javascript", ANY, FURNITURE_LINE, CONSENT},
    {"bitte lesen sie auch", START, FURNITURE_LINE, RELATED},
    {"bitte loggen sie sich ein", ANY, FURNITURE_LINE, LOGIN},
    {"bitte melden sie sich an", ANY, FURNITURE_LINE, LOGIN},
    {"bookmark the permalink", ANY, FURNITURE_LINE, NAVIGATION},
    {"box aufklappen", ANY, FURNITURE_LINE, NAVIGATION},
    {"box zuklappen", ANY, FURNITURE_LINE, NAVIGATION},
    {"by signing up", START, FURNITURE_LINE, NEWSLETTER},
    {"cancel reply", END, FURNITURE_LINE, COMMENTS},
    {"click here to subscribe", ANY, FURNITURE_LINE, NEWSLETTER},
    {"click to share", START, FURNITURE_LINE, SHARE},
    {"comments", WHOLE, FURNITURE_COMMENTS, COMMENTS},
    {"comments are closed", ANY, FURNITURE_LINE, COMMENTS},
    {"copyright", LABEL, FURNITURE_LINE, RIGHTS},
    {"das interessiert", LABEL, FURNITURE_SECTION, RELATED},
    {"das interessiert andere leser", START, FURNITURE_SECTION, RELATED},
    {"das koennte auch interessant sein", START, FURNITURE_SECTION, RELATED},
    {"das koennte dich auch interessieren", START, FURNITURE_SECTION, RELATED},
    {"das koennte dich interessieren", START, FURNITURE_SECTION, RELATED},
    {"das koennte ihnen auch gefallen", START, FURNITURE_SECTION, RELATED},
    {"das koennte sie auch interessieren", START, FURNITURE_SECTION, RELATED},
    {"das koennte sie interessieren", START, FURNITURE_SECTION, RELATED},
    {"dein kommentar", WHOLE, FURNITURE_COMMENTS, COMMENTS},
    {"deine e mail adresse wird nicht veroeffentlicht", ANY, FURNITURE_LINE, COMMENTS},
    {"diese website verwendet cookies", LABEL, FURNITURE_LINE, CONSENT},
    {"diesen artikel drucken", START, FURNITURE_LINE, SHARE},
    {"diesen artikel teilen", START, FURNITURE_LINE, SHARE},
    {"diesen artikel weiterempfehlen", START, FURNITURE_LINE, SHARE},
    {"diesen beitrag teilen", START, FURNITURE_LINE, SHARE},
    {"dieser artikel erschien zuerst", START, FURNITURE_LINE, RIGHTS},
    {"dieser artikel wurde im original", START, FURNITURE_LINE, RIGHTS},
    {"dieser beitrag enthaelt werbung", ANY, FURNITURE_LINE, JOBS},
    {"dieser beitrag erschien zuerst", START, FURNITURE_LINE, RIGHTS},
    {"dieser inhalt wird von", START, FURNITURE_LINE, CONSENT},
    {"dieser text erschien zuerst", START, FURNITURE_LINE, RIGHTS},
    {"dieses thema im programm", START, FURNITURE_LINE, BROADCAST},
    {"dieses video wurde", START, FURNITURE_LINE, CONSENT},
    {"diskutieren sie mit", START, FURNITURE_LINE, COMMENTS},
    {"diskutieren sie ueber diesen artikel", START, FURNITURE_LINE, COMMENTS},
    {"do not miss", WHOLE, FURNITURE_LINE, RELATED},
    {"drucken", WHOLE, FURNITURE_LINE, SHARE},
    {"du bist bereits", START, FURNITURE_LINE, LOGIN},
    {"du musst angemeldet sein", ANY, FURNITURE_LINE, COMMENTS},
    {"ein klick fuer den datenschutz", START, FURNITURE_LINE, CONSENT},
    {"email", WHOLE, FURNITURE_LINE, SHARE},
    {"embed", WHOLE, FURNITURE_LINE, CONSENT},
    {"empfohlene artikel", START, FURNITURE_SECTION, RELATED},
    {"empfohlener externer inhalt", ANY, FURNITURE_LINE, CONSENT},
    {"empfohlener redaktioneller inhalt", ANY, FURNITURE_LINE, CONSENT},
    {"enter your email", START, FURNITURE_LINE, NEWSLETTER},
    {"erforderliche felder sind", ANY, FURNITURE_LINE, COMMENTS},
    {"erhalten sie taeglich", START, FURNITURE_LINE, NEWSLETTER},
    {"externe inhalte anzeigen", ANY, FURNITURE_LINE, CONSENT},
    {"externen inhalt anzeigen", ANY, FURNITURE_LINE, CONSENT},
    {"externer inhalt", START, FURNITURE_LINE, CONSENT},
    {"facebook", LABEL, FURNITURE_LINE, SHARE},
    {"fehler gefunden", START, FURNITURE_LINE, NAVIGATION},
    {"fehler melden", START, FURNITURE_LINE, NAVIGATION},
    {"filed under", START, FURNITURE_LINE, NAVIGATION},
    {"folge uns", START, FURNITURE_LINE, FOLLOW},
    {"folgen sie", LABEL, FURNITURE_LINE, FOLLOW},
    {"folgen sie uns", START, FURNITURE_LINE, FOLLOW},
    {"folgst du schon", START, FURNITURE_LINE, FOLLOW},
    {"folgt uns auf", ANY, FURNITURE_LINE, FOLLOW},
    {"follow us on", ANY, FURNITURE_LINE, FOLLOW},
    {"foto", WHOLE, FURNITURE_LINE, NAVIGATION},
    {"fuer sie empfohlen", START, FURNITURE_SECTION, RELATED},
    {"gefaellt dir", START, FURNITURE_LINE, SUPPORT},
    {"gefaellt mir", WHOLE, FURNITURE_LINE, SHARE},
    {"hat dir der artikel gefallen", START, FURNITURE_LINE, SHARE},
    {"hat ihnen der artikel gefallen", START, FURNITURE_LINE, SHARE},
    {"hier finden sie", LABEL, FURNITURE_LINE, RELATED},
    {"hier geht es zu unserem newsletter", ANY, FURNITURE_LINE, NEWSLETTER},
    {"hier koennen sie unseren newsletter", ANY, FURNITURE_LINE, NEWSLETTER},
    {"hier lesen sie", START, FURNITURE_LINE, RELATED},
    {"hier weiterlesen", LABEL, FURNITURE_LINE, RELATED},
    {"hinterlasse eine antwort", START, FURNITURE_COMMENTS, COMMENTS},
    {"hinterlasse einen kommentar", START, FURNITURE_COMMENTS, COMMENTS},
    {"hinterlassen sie einen kommentar", START, FURNITURE_COMMENTS, COMMENTS},
    {"hol dir", LABEL, FURNITURE_LINE, NEWSLETTER},
    {"ich bin damit einverstanden dass mir externe inhalte", ANY, FURNITURE_LINE, CONSENT},
    {"ihr kommentar", WHOLE, FURNITURE_COMMENTS, COMMENTS},
    {"ihre cookie einstellungen", ANY, FURNITURE_LINE, CONSENT},
    {"ihre meinung interessiert uns", ANY, FURNITURE_LINE, COMMENTS},
    {"ihre meinung zum thema", ANY, FURNITURE_LINE, COMMENTS},
    {"im liveblog", END, FURNITURE_LINE, RELATED},
    {"im newsblog", END, FURNITURE_LINE, RELATED},
    {"image credit", START, FURNITURE_LINE, "phrase: caption"},
    {"inhalt laden", LABEL, FURNITURE_LINE, CONSENT},
    {"inhalt nicht verfuegbar", ANY, FURNITURE_LINE, CONSENT},
    {"interessieren sie sich fuer", LABEL, FURNITURE_LINE, RELATED},
    {"jetzt abonnieren", START, FURNITURE_LINE, NEWSLETTER},
    {"jetzt anmelden", START, FURNITURE_LINE, LOGIN},
    {"jetzt die besten jobs", START, FURNITURE_LINE, JOBS},
    {"jetzt kostenlos", LABEL, FURNITURE_LINE, NEWSLETTER},
    {"jetzt lesen", WHOLE, FURNITURE_LINE, RELATED},
    {"jetzt newsletter", START, FURNITURE_LINE, NEWSLETTER},
    {"jetzt spenden", START, FURNITURE_LINE, SUPPORT},
    {"jetzt unterstuetzen", START, FURNITURE_LINE, SUPPORT},
    {"jetzt weiterlesen", START, FURNITURE_LINE, LOGIN},
    {"jobs des tages", ANY, FURNITURE_LINE, JOBS},
    {"jobs finden", END, FURNITURE_LINE, JOBS},
    {"keine news mehr verpassen", ANY, FURNITURE_LINE, NEWSLETTER},
    {"koennte dich auch interessieren", ANY, FURNITURE_SECTION, RELATED},
    {"koennte dir auch gefallen", ANY, FURNITURE_SECTION, RELATED},
    {"koennte ihnen auch gefallen", ANY, FURNITURE_SECTION, RELATED},
    {"koennte sie auch interessieren", ANY, FURNITURE_SECTION, RELATED},
    {"koennten dich auch interessieren", ANY, FURNITURE_SECTION, RELATED},
    {"koennten sie auch interessieren", ANY, FURNITURE_SECTION, RELATED},
    {"kommentar abgeben", START, FURNITURE_COMMENTS, COMMENTS},
    {"kommentar absenden", START, FURNITURE_LINE, COMMENTS},
    {"kommentar hinterlassen", START, FURNITURE_COMMENTS, COMMENTS},
    {"kommentar schreiben", START, FURNITURE_COMMENTS, COMMENTS},
    {"kommentar verfassen", START, FURNITURE_COMMENTS, COMMENTS},
    {"kommentare", WHOLE, FURNITURE_COMMENTS, COMMENTS},
    {"kommentare anzeigen", START, FURNITURE_LINE, COMMENTS},
    {"kommentare lesen", START, FURNITURE_LINE, COMMENTS},
    {"kommentare zu diesem artikel", START, FURNITURE_COMMENTS, COMMENTS},
    {"kommentieren", WHOLE, FURNITURE_LINE, COMMENTS},
    {"korrektur melden", START, FURNITURE_LINE, NAVIGATION},
    {"lade kommentare", START, FURNITURE_LINE, COMMENTS},
    {"leave a comment", START, FURNITURE_COMMENTS, COMMENTS},
    {"leave a reply", START, FURNITURE_COMMENTS, COMMENTS},
    {"lesedauer", ANY, FURNITURE_LINE, NAVIGATION},
    {"lesen sie auch", START, FURNITURE_SECTION, RELATED},
    {"lesen sie dazu auch", START, FURNITURE_SECTION, RELATED},
    {"lesen sie hier", START, FURNITURE_LINE, RELATED},
    {"lesen sie hier mehr", START, FURNITURE_LINE, RELATED},
    {"lesen sie hierzu", START, FURNITURE_LINE, RELATED},
    {"lesen sie jetzt", START, FURNITURE_LINE, RELATED},
    {"lesen sie mehr", START, FURNITURE_LINE, RELATED},
    {"lesen sie weiter", START, FURNITURE_LINE, RELATED},
    {"lesen sie zudem", START, FURNITURE_LINE, RELATED},
    {"leserkommentare", START, FURNITURE_COMMENTS, COMMENTS},
    {"lesetipp", START, FURNITURE_LINE, RELATED},
    {"lesetipps", START, FURNITURE_LINE, RELATED},
    {"lesezeit", LABEL, FURNITURE_LINE, NAVIGATION},
    {"lies auch", START, FURNITURE_LINE, RELATED},
    {"link kopieren", START, FURNITURE_LINE, SHARE},
    {"link kopiert", ANY, FURNITURE_LINE, SHARE},
    {"loading", WHOLE, FURNITURE_LINE, NAVIGATION},
    {"lust auf mehr", START, FURNITURE_LINE, NEWSLETTER},
    {"mehr", WHOLE, FURNITURE_LINE, RELATED},
    {"mehr aus", LABEL, FURNITURE_LINE, RELATED},
    {"mehr dazu", LABEL, FURNITURE_LINE, RELATED},
    {"mehr infos", LABEL, FURNITURE_LINE, RELATED},
    {"mehr lesen", START, FURNITURE_LINE, RELATED},
    {"mehr themen auf", LABEL, FURNITURE_LINE, RELATED},
    {"mehr verfolgen sie", START, FURNITURE_LINE, RELATED},
    {"mehr von", LABEL, FURNITURE_LINE, RELATED},
    {"mehr zu", LABEL, FURNITURE_LINE, RELATED},
    {"mehr zum thema", START, FURNITURE_SECTION, RELATED},
    {"mehr zum thema finden sie", START, FURNITURE_LINE, RELATED},
    {"meist gelesen", WHOLE, FURNITURE_SECTION, RELATED},
    {"meistgelesen", START, FURNITURE_SECTION, RELATED},
    {"meistgelesene artikel", START, FURNITURE_SECTION, RELATED},
    {"melde dich", START, FURNITURE_LINE, NEWSLETTER},
    {"melden sie sich an", START, FURNITURE_LINE, LOGIN},
    {"melden sie sich hier an", START, FURNITURE_LINE, NEWSLETTER},
    {"merken", WHOLE, FURNITURE_LINE, SHARE},
    {"min lesezeit", ANY, FURNITURE_LINE, NAVIGATION},
    {"min read", END, FURNITURE_LINE, NAVIGATION},
    {"minuten lesezeit", ANY, FURNITURE_LINE, NAVIGATION},
    {"mit deiner spende", START, FURNITURE_LINE, SUPPORT},
    {"mit dem laden des videos", START, FURNITURE_LINE, CONSENT},
    {"mit der aktivierung", START, FURNITURE_LINE, CONSENT},
    {"mit ihrer spende", START, FURNITURE_LINE, SUPPORT},
    {"mit klick auf", START, FURNITURE_LINE, CONSENT},
    {"mit meinem klick auf", START, FURNITURE_LINE, CONSENT},
    {"moechten sie den artikel teilen", START, FURNITURE_LINE, SHARE},
    {"more from", LABEL, FURNITURE_LINE, RELATED},
    {"more on this", START, FURNITURE_SECTION, RELATED},
    {"most popular", WHOLE, FURNITURE_SECTION, RELATED},
    {"most read", WHOLE, FURNITURE_SECTION, RELATED},
    {"nach oben", WHOLE, FURNITURE_LINE, NAVIGATION},
    {"neueste artikel", WHOLE, FURNITURE_SECTION, RELATED},
    {"neueste kommentare", START, FURNITURE_SECTION, COMMENTS},
    {"newsletter", WHOLE, FURNITURE_LINE, NEWSLETTER},
    {"newsletter abonnieren", START, FURNITURE_LINE, NEWSLETTER},
    {"newsletter informiert", ANY, FURNITURE_LINE, NEWSLETTER},
    {"noch kein kommentar", START, FURNITURE_LINE, COMMENTS},
    {"noch keine kommentare", START, FURNITURE_LINE, COMMENTS},
    {"noch mehr", WHOLE, FURNITURE_LINE, RELATED},
    {"nutzungsrechte erwerben", ANY, FURNITURE_LINE, RIGHTS},
    {"per e mail benachrichtigt", START, FURNITURE_LINE, JOBS},
    {"per e mail teilen", ANY, FURNITURE_LINE, SHARE},
    {"permalink", START, FURNITURE_LINE, NAVIGATION},
    {"photo credit", START, FURNITURE_LINE, "phrase: caption"},
    {"placeholder image", START, FURNITURE_LINE, "phrase: caption"},
    {"player wird geladen", ANY, FURNITURE_LINE, CONSENT},
    {"please enable javascript", ANY, FURNITURE_LINE, CONSENT},
    {"please log in", START, FURNITURE_LINE, LOGIN},
    {"posted in", START, FURNITURE_LINE, NAVIGATION},
    {"pressekontakt", LABEL, FURNITURE_SECTION, NAVIGATION},
    {"previous article", START, FURNITURE_LINE, NAVIGATION},
    {"print", WHOLE, FURNITURE_LINE, SHARE},
    {"read also", START, FURNITURE_LINE, RELATED},
    {"read more", START, FURNITURE_LINE, RELATED},
    {"read next", LABEL, FURNITURE_SECTION, RELATED},
    {"reading time", ANY, FURNITURE_LINE, NAVIGATION},
    {"related articles", START, FURNITURE_SECTION, RELATED},
    {"related posts", START, FURNITURE_SECTION, RELATED},
    {"related stories", START, FURNITURE_SECTION, RELATED},
    {"rezept drucken", START, FURNITURE_LINE, SHARE},
    {"schlagwoerter", START, FURNITURE_LINE, NAVIGATION},
    {"schreib einen kommentar", START, FURNITURE_COMMENTS, COMMENTS},
    {"schreibe den ersten kommentar", START, FURNITURE_LINE, COMMENTS},
    {"schreibe einen kommentar", START, FURNITURE_COMMENTS, COMMENTS},
    {"schreiben sie den ersten kommentar", START, FURNITURE_LINE, COMMENTS},
    {"schreiben sie einen kommentar", START, FURNITURE_COMMENTS, COMMENTS},
    {"see also", START, FURNITURE_LINE, RELATED},
    {"sehen sie auch", START, FURNITURE_LINE, RELATED},
    {"share", WHOLE, FURNITURE_LINE, SHARE},
    {"share on", START, FURNITURE_LINE, SHARE},
    {"share this", START, FURNITURE_LINE, SHARE},
    {"share via", START, FURNITURE_LINE, SHARE},
    {"sie muessen angemeldet sein", START, FURNITURE_LINE, COMMENTS},
    {"sign up", LABEL, FURNITURE_LINE, NEWSLETTER},
    {"sign up for", START, FURNITURE_LINE, NEWSLETTER},
    {"skip to content", START, FURNITURE_LINE, NAVIGATION},
    {"spenden sie", START, FURNITURE_LINE, SUPPORT},
    {"stellenangebote", LABEL, FURNITURE_LINE, JOBS},
    {"subscribe now", START, FURNITURE_LINE, NEWSLETTER},
    {"subscribe to", START, FURNITURE_LINE, NEWSLETTER},
    {"tags", WHOLE, FURNITURE_LINE, NAVIGATION},
    {"teilen", WHOLE, FURNITURE_LINE, SHARE},
    {"teilen auf", START, FURNITURE_LINE, SHARE},
    {"teilen mit", WHOLE, FURNITURE_LINE, SHARE},
    {"teilen per", START, FURNITURE_LINE, SHARE},
    {"teilen sie diesen", START, FURNITURE_LINE, SHARE},
    {"teilen sie ihre meinung", ANY, FURNITURE_LINE, COMMENTS},
    {"themen", WHOLE, FURNITURE_LINE, NAVIGATION},
    {"top jobs", LABEL, FURNITURE_LINE, JOBS},
    {"top themen", LABEL, FURNITURE_SECTION, RELATED},
    {"trending now", WHOLE, FURNITURE_SECTION, RELATED},
    {"tweet", WHOLE, FURNITURE_LINE, SHARE},
    {"twitter", LABEL, FURNITURE_LINE, SHARE},
    {"ueber den autor", LABEL, FURNITURE_SECTION, "phrase: about the author"},
    {"ueber die autoren", LABEL, FURNITURE_SECTION, "phrase: about the author"},
    {"ueber die autorin", LABEL, FURNITURE_SECTION, "phrase: about the author"},
    {"ueber dieses thema berichtet", START, FURNITURE_LINE, BROADCAST},
    {"ueber dieses thema berichtete", START, FURNITURE_LINE, BROADCAST},
    {"um diese inhalte anzuzeigen", ANY, FURNITURE_LINE, CONSENT},
    {"um diesen inhalt anzuzeigen", ANY, FURNITURE_LINE, CONSENT},
    {"unser newsletter", START, FURNITURE_LINE, NEWSLETTER},
    {"unsere empfehlungen", START, FURNITURE_SECTION, RELATED},
    {"unsere neuesten artikel", START, FURNITURE_SECTION, RELATED},
    {"unseren newsletter", ANY, FURNITURE_LINE, NEWSLETTER},
    {"unterstuetze uns", LABEL, FURNITURE_LINE, SUPPORT},
    {"unterstuetzen sie", LABEL, FURNITURE_LINE, SUPPORT},
    {"verfolgen sie die aktuellen entwicklungen", ANY, FURNITURE_LINE, RELATED},
    {"vergroessern", START, FURNITURE_LINE, "phrase: caption"},
    {"verpassen sie nichts", START, FURNITURE_LINE, NEWSLETTER},
    {"verwandte artikel", START, FURNITURE_SECTION, RELATED},
    {"verwandte beitraege", START, FURNITURE_SECTION, RELATED},
    {"verwandte themen", START, FURNITURE_SECTION, RELATED},
    {"video laden", WHOLE, FURNITURE_LINE, CONSENT},
    {"vorlesen", WHOLE, FURNITURE_LINE, SHARE},
    {"war dieser artikel hilfreich", START, FURNITURE_LINE, SHARE},
    {"was heute noch wichtig ist", ANY, FURNITURE_LINE, RELATED},
    {"weiter lesen", WHOLE, FURNITURE_LINE, RELATED},
    {"weitere artikel", START, FURNITURE_SECTION, RELATED},
    {"weitere beitraege", START, FURNITURE_SECTION, RELATED},
    {"weitere informationen", WHOLE, FURNITURE_LINE, NAVIGATION},
    {"weitere meldungen", START, FURNITURE_SECTION, RELATED},
    {"weitere nachrichten", START, FURNITURE_SECTION, RELATED},
    {"weitere themen", START, FURNITURE_SECTION, RELATED},
    {"weiterlesen", START, FURNITURE_LINE, RELATED},
    {"weiterlesen nach der anzeige", START, FURNITURE_LINE, JOBS},
    {"werbung", WHOLE, FURNITURE_LINE, JOBS},
    {"whatsapp", WHOLE, FURNITURE_LINE, SHARE},
    {"wir freuen uns ueber ihren kommentar", ANY, FURNITURE_LINE, COMMENTS},
    {"wir verwenden cookies", ANY, FURNITURE_LINE, CONSENT},
    {"written by", LABEL, FURNITURE_LINE, NAVIGATION},
    {"you may also like", START, FURNITURE_SECTION, RELATED},
    {"you might also like", START, FURNITURE_SECTION, RELATED},
    {"your email address will not be published", ANY, FURNITURE_LINE, COMMENTS},
    {"zuletzt aktualisiert", START, FURNITURE_LINE, NAVIGATION},
    {"zum anzeigen dieses inhalts", ANY, FURNITURE_LINE, CONSENT},
    {"zum anzeigen externer inhalte", ANY, FURNITURE_LINE, CONSENT},
    {"zum autor", WHOLE, FURNITURE_SECTION, "phrase: about the author"},
    {"zum newsletter", START, FURNITURE_LINE, NEWSLETTER},
    {"zum seitenanfang", WHOLE, FURNITURE_LINE, NAVIGATION},
    {"zum thema", WHOLE, FURNITURE_LINE, RELATED},
    {"zur bildergalerie", LABEL, FURNITURE_LINE, "phrase: caption"},
    {"zur startseite", WHOLE, FURNITURE_LINE, NAVIGATION},
    {"zur uebersicht", WHOLE, FURNITURE_LINE, NAVIGATION},
    {"zurueck zur startseite", START, FURNITURE_LINE, NAVIGATION},
    {"zurueck zur uebersicht", WHOLE, FURNITURE_LINE, NAVIGATION},
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
        if (at + n > words.len || memcmp(words.data + at, p->text, n) != 0 || (at + n < words.len && words.data[at + n] != ' '))
            continue;
        if (stands_right(p, at == 0, at + n == words.len, label))
            best = p;
    }
    return best;
}

FurnitureKind furniture_of(Str line, StrBuf *scratch, const char **reason)
{
    if (line.len >= SHORT_LINE || line.len == 0)
        return FURNITURE_NONE;
    strbuf_clear(scratch);
    fold_words(line, scratch);
    Str words = strbuf_str(scratch);
    bool label = line.len < SHORT_LABEL && !strchr(".!?", line.data[line.len - 1]);
    for (size_t at = 0; at < words.len; at++) {
        const Phrase *p = at == 0 || words.data[at - 1] == ' ' ? phrase_at(words, at, label) : NULL;
        if (p) {
            *reason = p->reason;
            bool names_one = p->where == START && words.len > at + strlen(p->text) + FEW_WORDS; /* "Lesen Sie auch: Die Geschichte …" */
            return p->kind == FURNITURE_SECTION && names_one ? FURNITURE_LINE : p->kind;
        }
    }
    return FURNITURE_NONE;
}
