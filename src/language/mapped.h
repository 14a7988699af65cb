/* mapped.h: a model's file in memory, read-only, shared by all who map it. */
#ifndef LANGUAGE_MAPPED_H
#define LANGUAGE_MAPPED_H

#include "base/error.h"
#include "base/str.h"

typedef struct Mapped {
    const void *data; /* page-aligned; NULL when nothing is mapped */
    size_t len;
} Mapped;

/* Maps all of `path`; ERR_IO when it is missing, unreadable or empty. */
Status mapped_open(Mapped *out, const char *path, Error *err);
void mapped_close(Mapped *m);

#endif
