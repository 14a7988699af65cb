#include "picture/build.h"
void find_state(Build *b) { (void)b; }
