/* recurring.h: what an outlet's pages teach about each other. */
#ifndef API_RECURRING_H
#define API_RECURRING_H

#include "api/database.h"

/* Makes anew those articles, added now or earlier, whose lines have turned out to be furniture of their outlet, or to be
 * none after all: blocks, statements, words for the search and vector. In one transaction; what comes out depends on the
 * pages in the database only, not on their order. */
Status recurring_apply(Lagebild *lb, unsigned threads, Error *err);

#endif
