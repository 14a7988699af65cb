/* JSON lines. */
#include "memory.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    read_memory(data, len, STR("a.jsonl"));
    return 0;
}
