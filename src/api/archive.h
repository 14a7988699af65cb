/* archive.h: the database's index of copies, kept up to date. */
#ifndef API_ARCHIVE_H
#define API_ARCHIVE_H

#include "api/database.h"

/* Brings all articles into the index that are not in it yet, all anew where a file of it is missing or damaged. With the lock;
 * in transactions of its own, one for each batch. Nothing for a database in memory. */
Status archive_update(Lagebild *lb, unsigned threads, Error *err);

#endif
