/* models.h: what is behind LagebildModels. */
#ifndef API_MODELS_H
#define API_MODELS_H

#include "language/analysis.h"

/* NULL when models is NULL. Borrowed from it. */
const Language *models_language(const LagebildModels *models);

#endif
