#include "flagged_names.h"

#include <stdio.h>
#include <stdlib.h>

int flagged_names_read(const char *path, void (*put)(void *to, unsigned flags, Str name), void *to)
{
    FILE *f = fopen(path, "rb");
    char *line = NULL, name[128];
    size_t cap = 0;
    unsigned flags;
    if (!f)
        return perror(path), 1;
    while (getline(&line, &cap, f) > 0)
        if (sscanf(line, "%u\t%127[^\n]", &flags, name) == 2)
            put(to, flags, str_of(name));
    free(line);
    return fclose(f) ? (perror(path), 1) : 0;
}
