/* big.c: memory for what is as long as all texts together and read here and there. In pages of 4 KB each such reading
 * would first have to look up where its page lies; in pages of 2 MB the machine knows. */
#include "copy/steps.h"

#include <sys/mman.h>

#define LARGE_PAGE ((size_t)2 << 20)

void *copy_big_alloc(size_t size)
{
    if (size < 2 * LARGE_PAGE || size > SIZE_MAX / 2)
        return mem_alloc(size);
    size = (size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
    void *data = aligned_alloc(LARGE_PAGE, size);
    if (!data)
        abort();
#ifdef MADV_HUGEPAGE
    madvise(data, size, MADV_HUGEPAGE); /* a wish: without it everything is the same, only slower */
#endif
    return data;
}
