#include "command.h"

/* One row a message: German, English. Formats take the same arguments in the same order. */
static const char *const MESSAGES[MSG_COUNT][2] = {
    [MSG_USAGE] = {"Aufruf: lagebild BEFEHL [OPTIONEN] …\n\n", "usage: lagebild COMMAND [OPTIONS] …\n\n"},
    [MSG_COMMANDS] = {"Befehle:\n", "Commands:\n"},
    [MSG_MORE_HELP] = {"\nMehr zu einem Befehl: lagebild help BEFEHL\n",
                       "\nMore on a command: lagebild help COMMAND\n"},
    [MSG_UNKNOWN_COMMAND] = {"lagebild: kein Befehl „%s“; siehe lagebild help\n",
                             "lagebild: no command '%s'; see lagebild help\n"},
    [MSG_UNKNOWN_OPTION] = {"lagebild %s: unbekannte Option %s\n", "lagebild %s: unknown option %s\n"},
    [MSG_OPTION_NEEDS] = {"lagebild: %s braucht einen Wert\n", "lagebild: %s needs a value\n"},
    [MSG_OPTION_NOT_HERE] = {"lagebild %s: die Option %s gibt es hier nicht\n", "lagebild %s: takes no option %s\n"},
    [MSG_BAD_NUMBER] = {"lagebild: %s: „%s“ ist keine Zahl von 1 bis 1024\n",
                        "lagebild: %s: '%s' is no number from 1 to 1024\n"},
    [MSG_TOO_FEW] = {"lagebild %s: es fehlt etwas; Aufruf: %s (lagebild help %s)\n",
                     "lagebild %s: something is missing; usage: %s (lagebild help %s)\n"},
    [MSG_TOO_MANY] = {"lagebild %s: zu viele Angaben; Aufruf: %s (lagebild help %s)\n",
                      "lagebild %s: too many arguments; usage: %s (lagebild help %s)\n"},
    [MSG_SKIPPED] = {"ausgelassen: %s: %s\n", "skipped: %s: %s\n"},
    [MSG_SUMMARY] = {"%llu Seiten gelesen: %llu neu, %llu schon bekannt",
                     "%llu pages read: %llu new, %llu known already"},
    [MSG_SUMMARY_SKIPPED] = {"; %llu ausgelassen\n", "; %llu skipped\n"},
    [MSG_PROGRESS] = {"%llu Seiten, %.1f MB/s", "%llu pages, %.1f MB/s"},
    [MSG_PROGRESS_LEFT] = {", noch %u:%02u", ", %u:%02u left"},
    [MSG_NOTHING] = {"nichts gefunden\n", "nothing found\n"},
    [MSG_WRITTEN] = {"geschrieben: %s\n", "written: %s\n"},
    [MSG_CANNOT_WRITE] = {"lagebild: %s: lässt sich nicht schreiben: %s\n", "lagebild: %s: cannot be written: %s\n"},
    [MSG_NO_DATABASE] = {"lagebild: die Datenbank %s gibt es nicht; lagebild add legt sie an\n",
                         "lagebild: there is no database %s; lagebild add makes one\n"},
    [MSG_OPTIONS] = {"\nOptionen:\n", "\nOptions:\n"},
    [MSG_EXIT_CODES] = {"\nEndet mit 0 (gut), 1 (nichts gefunden), 2 (falscher Aufruf), 3 (ein Teil der Eingabe war "
                        "nicht lesbar, der Rest ist\n"
                        "verarbeitet) oder 4 (Datenbank oder Ausgabe versagt).\n",
                        "\nExits with 0 (good), 1 (nothing found), 2 (usage), 3 (some input unreadable, the rest is "
                        "done) or 4 (database or output failed).\n"},
};

const char *message(Message m) { return MESSAGES[m][options_language()]; }
