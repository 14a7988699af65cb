#include "eval.h"
/* STUB */
static int run(const char *gold) { (void)gold; return 1; }
const EvalTask eval_copies = {"copies", "", run};
