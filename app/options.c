#include "command.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

typedef struct OptionRule {
    const char *name;
    unsigned bit;
    bool takes_value;
} OptionRule;

static const OptionRule RULES[] = {
    {"-d", OPTION_DATABASE, true},   {"--json", OPTION_JSON, false},       {"--html", OPTION_HTML, true},
    {"--by", OPTION_BY, true},       {"--act", OPTION_ACT, true},          {"--story", OPTION_STORY, true},
    {"--why", OPTION_WHY, false},    {"--analysis", OPTION_ANALYSIS, false}, {"--threads", OPTION_THREADS, true},
    {"--pairs", OPTION_PAIRS, false}, {"--archive", OPTION_ARCHIVE, false},
};

LagebildLanguage options_language(void)
{
    static const char *const VARIABLES[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    /* The variables, not setlocale's answer: a minimal machine has no German locale installed, but its user may want German. */
    for (int i = 0; i < 3; i++) {
        const char *value = getenv(VARIABLES[i]);
        if (value && *value)
            return strncmp(value, "de", 2) == 0 ? LAGEBILD_GERMAN : LAGEBILD_ENGLISH;
    }
    return LAGEBILD_ENGLISH;
}

static unsigned terminal_width(void)
{
    struct winsize size;
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
        return size.ws_col < 120 ? size.ws_col : 120;
    return 100;
}

static const OptionRule *find_rule(const char *arg, const char **value)
{
    *value = NULL;
    for (size_t i = 0; i < sizeof RULES / sizeof RULES[0]; i++) {
        size_t n = strlen(RULES[i].name);
        if (strncmp(arg, RULES[i].name, n) != 0)
            continue;
        if (!arg[n])
            return &RULES[i];
        if (RULES[i].takes_value && (arg[n] == '=' || n == 2)) { /* --by=NAME, -dFILE */
            *value = arg + n + (arg[n] == '=');
            return &RULES[i];
        }
    }
    return NULL;
}

static bool set_threads(Options *out, const char *value)
{
    char *end;
    unsigned long n = strtoul(value, &end, 10);
    out->threads = (unsigned)n;
    return *value >= '0' && *value <= '9' && !*end && n >= 1 && n <= 1024;
}

static int set_option(Options *out, const OptionRule *rule, const char *value)
{
    switch (rule->bit) {
    case OPTION_DATABASE: out->database = value; break;
    case OPTION_JSON: out->json = true; break;
    case OPTION_HTML: out->html = value; break;
    case OPTION_BY: out->by = value; break;
    case OPTION_ACT: out->act = value; break;
    case OPTION_STORY: out->story = value; break;
    case OPTION_WHY: out->why = true; break;
    case OPTION_ANALYSIS: out->analysis = true; break;
    case OPTION_PAIRS: out->pairs = true; break;
    case OPTION_ARCHIVE: out->archive = true; break;
    default:
        if (!set_threads(out, value)) {
            fprintf(stderr, message(MSG_BAD_NUMBER), rule->name, value);
            return EXIT_USAGE;
        }
    }
    return EXIT_GOOD;
}

int options_parse(const Command *command, int argc, char **argv, Options *out)
{
    const char *env = getenv("LAGEBILD_DB"), *no_color = getenv("NO_COLOR");
    *out = (Options){.database = env && *env ? env : "lagebild.db", .args = argv};
    out->print = (LagebildPrint){.language = options_language(), .width = terminal_width(),
                                 .color = isatty(STDOUT_FILENO) && !(no_color && *no_color)};
    bool only_args = false;
    for (int i = 0; i < argc; i++) {
        char *arg = argv[i];
        if (only_args || arg[0] != '-' || !arg[1]) {
            argv[out->n_args++] = arg;
            continue;
        }
        if (!strcmp(arg, "--")) {
            only_args = true;
            continue;
        }
        const char *value;
        const OptionRule *rule = find_rule(arg, &value);
        if (!rule || !(rule->bit & command->options)) {
            fprintf(stderr, message(rule ? MSG_OPTION_NOT_HERE : MSG_UNKNOWN_OPTION), command->name, arg);
            return EXIT_USAGE;
        }
        if (rule->takes_value && !value) {
            if (i + 1 == argc) {
                fprintf(stderr, message(MSG_OPTION_NEEDS), rule->name);
                return EXIT_USAGE;
            }
            value = argv[++i];
        }
        int code = set_option(out, rule, value);
        if (code != EXIT_GOOD)
            return code;
    }
    if (out->n_args < command->min_args || (command->max_args >= 0 && out->n_args > command->max_args)) {
        fprintf(stderr, message(out->n_args < command->min_args ? MSG_TOO_FEW : MSG_TOO_MANY), command->name,
                command->usage[out->print.language], command->name);
        return EXIT_USAGE;
    }
    if (out->json)
        out->print.format = LAGEBILD_JSON;
    return EXIT_GOOD;
}
