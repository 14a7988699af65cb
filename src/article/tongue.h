/* tongue.h: which language a text is in, by its function words. */
#ifndef ARTICLE_TONGUE_H
#define ARTICLE_TONGUE_H

#include "base/str.h"

/* ISO 639-1 of the language whose commonest words the text uses most ("de", "en", "fr", "es", "it", "nl", "pt", "pl");
 * looks at its first 8,000 bytes. Static; NULL where fewer than five such words were met or two languages are too
 * close. */
const char *tongue_of(Str text);

#endif
