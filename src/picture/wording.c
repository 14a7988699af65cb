#include "picture/build.h"
void find_wording(Build *b) { (void)b; }
