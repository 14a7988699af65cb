#include "picture/build.h"
void build_spun(Build *b) { (void)b; }
