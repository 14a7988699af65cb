#include "picture/build.h"
void find_numbers(Build *b) { (void)b; }
