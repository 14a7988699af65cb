#include "api/database.h"

#include "base/vec.h"

LagebildStatus lagebild_open(Lagebild **out, const char *path, LagebildError *err)
{
    *out = NULL;
    Lagebild *lb = mem_zero(1, sizeof *lb);
    Status status = store_open(&lb->store, path, err);
    if (status != LAGEBILD_OK) {
        vec_free(lb);
        return status;
    }
    *out = lb;
    return LAGEBILD_OK;
}

void lagebild_close(Lagebild *lb)
{
    if (!lb)
        return;
    store_close(lb->store);
    language_close(lb->language);
    vec_free(lb);
}

Status database_language(Lagebild *lb, Error *err)
{
    return lb->language ? LAGEBILD_OK : language_open(&lb->language, NULL, err);
}
