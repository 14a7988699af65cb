/* lagebild: the command. See `lagebild help`. */
#include "command.h"

#include <locale.h>
#include <string.h>

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    const char *name = argc > 1 ? argv[1] : "help";
    if (!strcmp(name, "--help") || !strcmp(name, "-h"))
        name = "help";
    if (!strcmp(name, "--version"))
        name = "version";
    const Command *command = command_find(name);
    if (!command) {
        fprintf(stderr, message(MSG_UNKNOWN_COMMAND), name);
        return EXIT_USAGE;
    }
    for (int i = 2; i < argc; i++)
        if (!strcmp(argv[i], "--help") || !strcmp(argv[i], "-h")) {
            char *topic[] = {(char *)command->name};
            return run_help(&(Options){.args = topic, .n_args = 1});
        }
    Options options;
    int code = options_parse(command, argc > 2 ? argc - 2 : 0, argv + 2, &options);
    if (code == EXIT_GOOD)
        code = command->run(&options);
    if (fflush(stdout) != 0 && code == EXIT_GOOD)
        code = EXIT_FAILED;
    return code;
}
