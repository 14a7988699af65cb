/* commands.c: the subcommands: what each does, takes and says of itself. */
#include "command.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool write_to_file(void *ctx, const char *data, size_t len) { return fwrite(data, 1, len, ctx) == len; }

/* The exit code for a status; tells stderr what is worth telling. */
static int exit_code(LagebildStatus status, const LagebildError *err)
{
    if (status == LAGEBILD_OK)
        return EXIT_GOOD;
    if (status == LAGEBILD_NOT_FOUND) {
        fputs(message(MSG_NOTHING), stderr);
        return EXIT_NOTHING;
    }
    fprintf(stderr, "lagebild: %s%s%s\n", err->where, err->where[0] ? ": " : "", err->message);
    return status == LAGEBILD_ERR_USAGE ? EXIT_USAGE : EXIT_FAILED;
}

/* Opens a database that must be there: a listing should not leave an empty file behind a mistyped name. */
static int open_existing(const Options *o, Lagebild **lb)
{
    if (access(o->database, F_OK) != 0) {
        fprintf(stderr, message(MSG_NO_DATABASE), o->database);
        return EXIT_UNREADABLE;
    }
    LagebildError err;
    return exit_code(lagebild_open(lb, o->database, &err), &err);
}

static int add_paths(const Options *o, Lagebild *lb, bool summary_too)
{
    Progress progress;
    progress_begin(&progress);
    LagebildAddOptions add = {
        .threads = o->threads, .progress = progress_show, .skipped = progress_skipped, .ctx = &progress};
    LagebildAddSummary summary = {0};
    LagebildError err;
    int code = exit_code(lagebild_add(lb, (const char *const *)o->args, (size_t)o->n_args, &add, &summary, &err), &err);
    if (summary_too || summary.skipped)
        progress_end(&progress, &summary);
    return code == EXIT_GOOD && summary.skipped ? EXIT_UNREADABLE : code;
}

static int run_add(const Options *o)
{
    Lagebild *lb;
    LagebildError err;
    int code = exit_code(lagebild_open(&lb, o->database, &err), &err);
    if (code != EXIT_GOOD)
        return code;
    code = add_paths(o, lb, true);
    lagebild_close(lb);
    return code;
}

/* Prints to --html's file where given, else to stdout. */
static int print_report(const Options *o, Lagebild *lb)
{
    FILE *f = stdout;
    LagebildPrint how = o->print;
    if (o->html) {
        how.format = LAGEBILD_HTML;
        if (strcmp(o->html, "-") != 0 && !(f = fopen(o->html, "wb"))) {
            fprintf(stderr, message(MSG_CANNOT_WRITE), o->html, strerror(errno));
            return EXIT_FAILED;
        }
    }
    LagebildError err;
    int code = exit_code(lagebild_print_report(lb, &how, (LagebildWriter){write_to_file, f}, &err), &err);
    if (f != stdout) {
        if (fclose(f) != 0) {
            fprintf(stderr, message(MSG_CANNOT_WRITE), o->html, strerror(errno));
            return EXIT_FAILED;
        }
        if (code == EXIT_GOOD)
            fprintf(stderr, message(MSG_WRITTEN), o->html);
    }
    return code;
}

static int run_report(const Options *o)
{
    Lagebild *lb;
    LagebildError err;
    int code = exit_code(lagebild_open(&lb, ":memory:", &err), &err);
    if (code != EXIT_GOOD)
        return code;
    int added = add_paths(o, lb, false);
    code = added == EXIT_GOOD || added == EXIT_UNREADABLE ? print_report(o, lb) : added;
    lagebild_close(lb);
    return added == EXIT_UNREADABLE && code != EXIT_FAILED ? EXIT_UNREADABLE : code;
}

typedef LagebildStatus PrintOne(Lagebild *lb, const char *what, const LagebildPrint *how, LagebildWriter out,
                                LagebildError *err);

/* The commands that print one thing named by their argument. */
static int print_one(const Options *o, PrintOne *print, const char *what)
{
    Lagebild *lb;
    int code = open_existing(o, &lb);
    if (code != EXIT_GOOD)
        return code;
    LagebildError err;
    code = exit_code(print(lb, what, &o->print, (LagebildWriter){write_to_file, stdout}, &err), &err);
    lagebild_close(lb);
    return code;
}

static LagebildStatus all_stories(Lagebild *lb, const char *what, const LagebildPrint *how, LagebildWriter out,
                                  LagebildError *err)
{
    (void)what;
    return lagebild_print_stories(lb, how, out, err);
}

static int run_stories(const Options *o) { return print_one(o, all_stories, NULL); }
static int run_diff(const Options *o) { return print_one(o, lagebild_print_differences, o->args[0]); }

static LagebildStatus clusters_of_story(Lagebild *lb, const char *story, const LagebildPrint *how, LagebildWriter out,
                                        LagebildError *err)
{
    return lagebild_print_copies(lb, story, false, how, out, err);
}

static LagebildStatus pairs_of_story(Lagebild *lb, const char *story, const LagebildPrint *how, LagebildWriter out,
                                     LagebildError *err)
{
    return lagebild_print_copies(lb, story, true, how, out, err);
}

/* Pages are named: several, or one that is there. Else it is a story of the database. */
static bool names_pages(const Options *o)
{
    return o->n_args > 1 || strcmp(o->args[0], "-") == 0 || access(o->args[0], F_OK) == 0;
}

/* Pages beside each other, or each beside those of a database where one is given. */
static int compare_pages(const Options *o, Lagebild *lb)
{
    Progress progress;
    progress_begin(&progress);
    LagebildAddOptions options = {
        .threads = o->threads, .progress = progress_show, .skipped = progress_skipped, .ctx = &progress};
    LagebildAddSummary summary = {0};
    LagebildError err;
    LagebildWriter out = {write_to_file, stdout};
    const char *const *paths = (const char *const *)o->args;
    size_t n = (size_t)o->n_args;
    LagebildStatus status = lb ? lagebild_print_archive_of(lb, paths, n, &options, &o->print, out, &summary, &err)
                               : lagebild_print_copies_of(paths, n, o->pairs, &options, &o->print, out, &summary, &err);
    int code = exit_code(status, &err);
    if (summary.skipped)
        progress_end(&progress, &summary);
    return summary.skipped && code != EXIT_FAILED ? EXIT_UNREADABLE : code;
}

static int run_copies(const Options *o)
{
    if (!names_pages(o))
        return print_one(o,
                         o->archive ? lagebild_print_archive
                         : o->pairs ? pairs_of_story
                                    : clusters_of_story,
                         o->args[0]);
    if (!o->archive)
        return compare_pages(o, NULL);
    Lagebild *lb;
    int code = open_existing(o, &lb);
    if (code != EXIT_GOOD)
        return code;
    code = compare_pages(o, lb);
    lagebild_close(lb);
    return code;
}

static int run_story(const Options *o)
{
    if (!o->html)
        return print_one(o, lagebild_print_story, o->args[0]);
    FILE *f = strcmp(o->html, "-") == 0 ? stdout : fopen(o->html, "wb");
    Lagebild *lb = NULL;
    LagebildPrint how = o->print;
    LagebildError err;
    how.format = LAGEBILD_HTML;
    int code = f ? open_existing(o, &lb) : EXIT_FAILED;
    if (code == EXIT_GOOD)
        code = exit_code(lagebild_print_story(lb, o->args[0], &how, (LagebildWriter){write_to_file, f}, &err), &err);
    lagebild_close(lb);
    if (!f || (f != stdout && fclose(f) != 0)) {
        fprintf(stderr, message(MSG_CANNOT_WRITE), o->html, strerror(errno));
        code = EXIT_FAILED;
    }
    return code;
}

static int run_article(const Options *o)
{
    Lagebild *lb;
    int code = open_existing(o, &lb);
    if (code != EXIT_GOOD)
        return code;
    unsigned parts = o->analysis ? LAGEBILD_PART_ANALYSIS : o->why ? LAGEBILD_PART_WHY : LAGEBILD_PART_ARTICLE;
    LagebildError err;
    code = exit_code(
        lagebild_print_article(lb, o->args[0], parts, &o->print, (LagebildWriter){write_to_file, stdout}, &err), &err);
    lagebild_close(lb);
    return code;
}

static int run_said(const Options *o)
{
    Lagebild *lb;
    int code = open_existing(o, &lb);
    if (code != EXIT_GOOD)
        return code;
    LagebildSaidFilter filter = {.by = o->by, .act = o->act, .story = o->story, .why = o->why};
    LagebildError err;
    code = exit_code(lagebild_print_said(lb, &filter, &o->print, (LagebildWriter){write_to_file, stdout}, &err), &err);
    lagebild_close(lb);
    return code;
}

static int run_search(const Options *o)
{
    size_t len = 1;
    for (int i = 0; i < o->n_args; i++)
        len += strlen(o->args[i]) + 1;
    char *words = calloc(len, 1);
    if (!words)
        return EXIT_FAILED;
    for (int i = 0; i < o->n_args; i++) {
        strcat(words, i ? " " : "");
        strcat(words, o->args[i]);
    }
    int code = print_one(o, lagebild_print_search, words);
    free(words);
    return code;
}

static int run_version(const Options *o)
{
    (void)o;
    puts("lagebild " LAGEBILD_VERSION);
    return EXIT_GOOD;
}

const Command COMMANDS[] = {
    {"add",
     OPTION_DATABASE | OPTION_THREADS,
     1,
     -1,
     run_add,
     {"[-d DB] PFAD…", "[-d DB] PATH…"},
     {"liest Seiten in eine Datenbank", "reads pages into a database"},
     {"Liest Dateien, Ordner und - (Standardeingabe): .txt, .html, .jsonl, .warc, jede auch als .gz, .zst oder .xz, "
      "sowie .zip.\n"
      "Dieselbe Seite zweimal zu lesen ändert nichts. Was nicht lesbar ist, wird mit Datei, Stelle und Grund genannt, "
      "der\n"
      "Rest wird gelesen.\n",
      "Reads files, folders and - (stdin): .txt, .html, .jsonl, .warc, each also .gz, .zst or .xz, and .zip. Reading "
      "the same page\n"
      "twice changes nothing. What cannot be read is named with file, place and reason; the rest is read.\n"}},
    {"report",
     OPTION_JSON | OPTION_HTML | OPTION_THREADS,
     1,
     -1,
     run_report,
     {"[--html DATEI | --json] PFAD…", "[--html FILE | --json] PATH…"},
     {"zeigt das Lagebild von Seiten, ohne Datenbank", "shows the picture of pages, without a database"},
     {"Liest wie add, aber nur in den Speicher, und zeigt das Bild jeder Geschichte darin. --html schreibt eine "
      "einzige Seite,\n"
      "in der jede Zeile auf ihre Stelle im Text verweist.\n",
      "Reads as add does, but into memory only, and shows the picture of each story found. --html writes one "
      "self-contained page\n"
      "in which every line links to its place in the text.\n"}},
    {"stories",
     OPTION_DATABASE | OPTION_JSON,
     0,
     0,
     run_stories,
     {"[-d DB] [--json]", "[-d DB] [--json]"},
     {"listet die Geschichten", "lists the stories"},
     {"Eine Geschichte ist, was mehrere Seiten über dasselbe Ereignis schreiben.\n",
      "A story is what several pages write about one event.\n"}},
    {"story",
     OPTION_DATABASE | OPTION_JSON | OPTION_HTML,
     1,
     1,
     run_story,
     {"[-d DB] [--html DATEI | --json] GESCHICHTE", "[-d DB] [--html FILE | --json] STORY"},
     {"zeigt das Bild einer Geschichte", "shows the picture of a story"},
     {"GESCHICHTE ist eine Kennung aus lagebild stories oder deren eindeutiger Anfang.\n",
      "STORY is an id from lagebild stories or its unique beginning.\n"}},
    {"said",
     OPTION_DATABASE | OPTION_JSON | OPTION_BY | OPTION_ACT | OPTION_STORY | OPTION_WHY,
     0,
     0,
     run_said,
     {"[-d DB] [--by NAME] [--act HANDLUNG] [--story GESCHICHTE] [--why]",
      "[-d DB] [--by NAME] [--act ACT] [--story STORY] [--why]"},
     {"listet, wer was gesagt hat", "lists who said what"},
     {"HANDLUNG: assess, expect, hope, doubt, deny, clarify, principle, announce, confirm, thank, demand, accuse, "
      "reject,\n"
      "threaten, warn, promise, offer, support, concern, report. --why nennt die Gründe jeder Entscheidung.\n",
      "ACT: assess, expect, hope, doubt, deny, clarify, principle, announce, confirm, thank, demand, accuse, reject, "
      "threaten,\n"
      "warn, promise, offer, support, concern, report. --why gives the reasons of each decision.\n"}},
    {"diff",
     OPTION_DATABASE | OPTION_JSON,
     1,
     1,
     run_diff,
     {"[-d DB] [--json] GESCHICHTE", "[-d DB] [--json] STORY"},
     {"zeigt, worin die Berichte sich unterscheiden", "shows where the reports differ"},
     {"Arten: conflict, wording, precision, spelling, same, state, single, spun.\n",
      "Classes: conflict, wording, precision, spelling, same, state, single, spun.\n"}},
    {"copies",
     OPTION_DATABASE | OPTION_JSON | OPTION_PAIRS | OPTION_ARCHIVE | OPTION_THREADS,
     1,
     -1,
     run_copies,
     {"[-d DB] [--json] GESCHICHTE | --archive [-d DB] [--json] ARTIKEL|PFAD… | [--pairs] [--json] PFAD…",
      "[-d DB] [--json] STORY | --archive [-d DB] [--json] ARTICLE|PATH… | [--pairs] [--json] PATH…"},
     {"zeigt, was wo abgeschrieben ist", "shows what is copied between the pages"},
     {"Von einer Geschichte der Datenbank: jede gemeinsame Stelle mit allen Seiten, auf denen sie steht. Von Dateien, "
      "Ordnern und -\n"
      "(Standardeingabe), die wie bei add gelesen werden, ohne Datenbank: Gruppen von Seiten, die viel gemeinsam "
      "haben, jede Seite\n"
      "neben dem Bezugstext ihrer Gruppe (der am meisten vom Gemeinsamen enthält) oder neben der, mit der sie am "
      "meisten teilt,\n"
      "und was Zeit, Agenturangabe und Umfang darüber sagen, welche von welcher stammen kann. Ein Pfad, den es gibt, "
      "geht einer\n"
      "Geschichte gleichen Namens vor.\n"
      "--archive: von einem Artikel der Datenbank, oder von Seiten, die nicht in ihr sind, alles, was sie mit "
      "irgendeinem Artikel\n"
      "darin gemeinsam haben, gleich in welcher Geschichte.\n",
      "Of a story in the database: each shared passage with every page it stands on. Of files, folders and - (stdin), "
      "read as add\n"
      "does, without a database: clusters of pages that share much, each page beside the reference text of its cluster "
      "(which\n"
      "holds most of what is shared) or beside the one it shares most with, and what time, agency credit and "
      "containment say of\n"
      "which may come from which. A path that exists goes before a story of that name.\n"
      "--archive: of an article in the database, or of pages that are not in it, all that they share with any article "
      "there, of\n"
      "whatever story.\n"}},
    {"article",
     OPTION_DATABASE | OPTION_JSON | OPTION_WHY | OPTION_ANALYSIS,
     1,
     1,
     run_article,
     {"[-d DB] [--why | --analysis] [--json] ARTIKEL", "[-d DB] [--why | --analysis] [--json] ARTICLE"},
     {"zeigt den Text eines Artikels", "shows an article's text"},
     {"--why zeigt jede Zeile der Seite, auch die verworfenen, mit dem Grund; --analysis die sprachliche Analyse als "
      "CoNLL-U.\n",
      "--why shows every line of the page, dropped ones too, with the reason; --analysis the linguistic analysis as "
      "CoNLL-U.\n"}},
    {"search",
     OPTION_DATABASE | OPTION_JSON,
     1,
     -1,
     run_search,
     {"[-d DB] [--json] WORT…", "[-d DB] [--json] WORD…"},
     {"sucht in allen Artikeln", "searches all articles"},
     {"Findet Wörter auch in anderer Form oder Schreibung (Haus: Häuser, Häusern; Strasse: Straße).\n",
      "Finds words in other forms and spellings too (Haus: Häuser, Häusern; Strasse: Straße).\n"}},
    {"help", 0, 0, 1, run_help, {"[BEFEHL]", "[COMMAND]"}, {"erklärt einen Befehl", "explains a command"}, {"", ""}},
    {"version", 0, 0, 0, run_version, {"", ""}, {"nennt die Version", "names the version"}, {"", ""}},
};
const int N_COMMANDS = sizeof COMMANDS / sizeof COMMANDS[0];

const Command *command_find(const char *name)
{
    for (int i = 0; i < N_COMMANDS; i++)
        if (strcmp(COMMANDS[i].name, name) == 0)
            return &COMMANDS[i];
    return NULL;
}
