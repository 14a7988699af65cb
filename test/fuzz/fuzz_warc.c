/* WARC files, packed or not: nothing may crash, leak or hang. */
#include "memory.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    read_memory(data, len, STR("a.warc"));
    return 0;
}
