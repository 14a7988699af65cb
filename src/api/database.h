/* database.h: what stands behind lagebild.h's Lagebild. */
#ifndef API_DATABASE_H
#define API_DATABASE_H

#include "store/store.h"

struct Lagebild {
    Store *store;
    Language *language; /* opened when first needed: listings do without */
};

/* The models, opened at the first call. */
Status database_language(Lagebild *lb, Error *err);

#endif
