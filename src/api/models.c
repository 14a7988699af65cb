#include "api/models.h"

#include "base/vec.h"

struct LagebildModels {
    Language *language;
};

const Language *models_language(const LagebildModels *models) { return models ? models->language : NULL; }

LagebildStatus lagebild_models_open(LagebildModels **out, LagebildError *err)
{
    Language *language;
    *out = NULL;
    Status status = language_open(&language, NULL, err);
    if (status != LAGEBILD_OK)
        return status;
    *out = mem_zero(1, sizeof **out);
    (*out)->language = language;
    return LAGEBILD_OK;
}

void lagebild_models_close(LagebildModels *models)
{
    if (!models)
        return;
    language_close(models->language);
    vec_free(models);
}
