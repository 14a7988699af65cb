/* command.h: what the subcommands of lagebild share: options, messages, progress.
 *
 *     argv ─ options_parse ─▶ Options ─ command->run ─▶ lagebild.h ─▶ stdout; exit code
 */
#ifndef APP_COMMAND_H
#define APP_COMMAND_H

#include "lagebild.h"

#include <stdio.h>

enum { EXIT_GOOD = 0, EXIT_NOTHING = 1, EXIT_USAGE = 2, EXIT_UNREADABLE = 3, EXIT_FAILED = 4 };

/* Which options a command takes, as bits. */
enum {
    OPTION_DATABASE = 1, OPTION_JSON = 2, OPTION_HTML = 4, OPTION_BY = 8, OPTION_ACT = 16, OPTION_STORY = 32, OPTION_WHY = 64,
    OPTION_ANALYSIS = 128, OPTION_THREADS = 256, OPTION_PAIRS = 512, OPTION_ARCHIVE = 1024
};

typedef struct Options {
    const char *database; /* never NULL */
    const char *html;     /* file, "-" or NULL */
    const char *by, *act, *story;
    bool json, why, analysis, pairs, archive;
    unsigned threads;
    char **args; /* what is no option, in argv's memory */
    int n_args;
    LagebildPrint print; /* colour, width and language of this terminal and locale */
} Options;

typedef struct Command {
    const char *name;
    unsigned options;       /* OPTION_ bits */
    int min_args, max_args; /* max_args -1: any number */
    int (*run)(const Options *options);
    const char *usage[2];   /* by LagebildLanguage: what follows "lagebild NAME" */
    const char *summary[2];
    const char *text[2];    /* what `lagebild help NAME` says below */
} Command;

/* Parses argv (argc words after the command's name). Returns EXIT_GOOD, or EXIT_USAGE after telling stderr. */
int options_parse(const Command *command, int argc, char **argv, Options *out);
/* German where the locale's messages are German, else English. */
LagebildLanguage options_language(void);

/* ---- messages.c: every sentence the command itself says, in both languages ---- */
typedef enum Message {
    MSG_USAGE, MSG_COMMANDS, MSG_MORE_HELP, MSG_UNKNOWN_COMMAND, MSG_UNKNOWN_OPTION, MSG_OPTION_NEEDS, MSG_OPTION_NOT_HERE, MSG_BAD_NUMBER,
    MSG_TOO_FEW, MSG_TOO_MANY, MSG_SKIPPED, MSG_SUMMARY, MSG_SUMMARY_SKIPPED, MSG_PROGRESS, MSG_PROGRESS_LEFT, MSG_NOTHING, MSG_WRITTEN,
    MSG_CANNOT_WRITE, MSG_NO_DATABASE, MSG_OPTIONS, MSG_EXIT_CODES, MSG_COUNT
} Message;
const char *message(Message m); /* a printf format where the table says so */

/* ---- progress.c ---- */
typedef struct Progress {
    bool shown;          /* stderr is a terminal */
    double began, last;  /* seconds */
    bool line_open;
} Progress;
void progress_begin(Progress *p);
void progress_show(void *progress, const LagebildProgress *now);
void progress_skipped(void *progress, const LagebildError *why);
void progress_end(Progress *p, const LagebildAddSummary *summary);

/* ---- commands.c ---- */
extern const Command COMMANDS[];
extern const int N_COMMANDS;
const Command *command_find(const char *name); /* NULL when there is none */
int run_help(const Options *options);

#endif
