#include "command.h"

static const struct {
    unsigned bit;
    const char *text[2];
} OPTION_HELP[] = {
    {OPTION_DATABASE,
     {"  -d DB            die Datenbank; sonst $LAGEBILD_DB, sonst ./lagebild.db\n",
      "  -d DB            the database; else $LAGEBILD_DB, else ./lagebild.db\n"}},
    {OPTION_JSON,
     {"  --json           JSON statt Text (docs/json.md)\n",
      "  --json           JSON instead of text (docs/json.md)\n"}},
    {OPTION_HTML,
     {"  --html DATEI     eine HTML-Seite in DATEI (- ist die Standardausgabe)\n",
      "  --html FILE      one HTML page into FILE (- is stdout)\n"}},
    {OPTION_BY,
     {"  --by NAME        nur von dieser Person oder Stelle\n", "  --by NAME        only by this person or body\n"}},
    {OPTION_ACT, {"  --act HANDLUNG   nur diese Sprechhandlung\n", "  --act ACT        only this act\n"}},
    {OPTION_STORY, {"  --story KENNUNG  nur in dieser Geschichte\n", "  --story ID       only in this story\n"}},
    {OPTION_WHY, {"  --why            mit Gründen\n", "  --why            with reasons\n"}},
    {OPTION_ANALYSIS,
     {"  --analysis       Sätze, Wörter, Namen, Zeiten\n", "  --analysis       sentences, words, names, times\n"}},
    {OPTION_PAIRS,
     {"  --pairs          alle Paare von Seiten statt Gruppen\n",
      "  --pairs          all pairs of pages instead of clusters\n"}},
    {OPTION_THREADS,
     {"  --threads N      statt eines je Kern; das Ergebnis ist dasselbe\n",
      "  --threads N      instead of one a core; the result is the same\n"}},
};

static void print_overview(LagebildLanguage language)
{
    fputs(message(MSG_USAGE), stdout);
    fputs(message(MSG_COMMANDS), stdout);
    for (int i = 0; i < N_COMMANDS; i++)
        printf("  %-10s %s\n", COMMANDS[i].name, COMMANDS[i].summary[language]);
    fputs(message(MSG_EXIT_CODES), stdout);
    fputs(message(MSG_MORE_HELP), stdout);
}

int run_help(const Options *options)
{
    LagebildLanguage language = options_language();
    if (options->n_args == 0) {
        print_overview(language);
        return EXIT_GOOD;
    }
    const Command *command = command_find(options->args[0]);
    if (!command) {
        fprintf(stderr, message(MSG_UNKNOWN_COMMAND), options->args[0]);
        return EXIT_USAGE;
    }
    printf("lagebild %s %s\n\n%s", command->name, command->usage[language], command->text[language]);
    if (command->options)
        fputs(message(MSG_OPTIONS), stdout);
    for (size_t i = 0; i < sizeof OPTION_HELP / sizeof OPTION_HELP[0]; i++)
        if (command->options & OPTION_HELP[i].bit)
            fputs(OPTION_HELP[i].text[language], stdout);
    return EXIT_GOOD;
}
