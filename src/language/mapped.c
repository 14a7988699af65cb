#include "language/mapped.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

Status mapped_open(Mapped *out, const char *path, Error *err)
{
    *out = (Mapped){0};
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return error_set(err, LAGEBILD_ERR_IO, path, ERROR_NO_OFFSET, "%s", strerror(errno));
    struct stat st;
    const char *why = NULL;
    void *data = MAP_FAILED;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size <= 0)
        why = "no file, or an empty one";
    else if ((data = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0)) == MAP_FAILED)
        why = strerror(errno);
    close(fd);
    if (why)
        return error_set(err, LAGEBILD_ERR_IO, path, ERROR_NO_OFFSET, "%s", why);
    *out = (Mapped){data, (size_t)st.st_size};
    return LAGEBILD_OK;
}

void mapped_close(Mapped *m)
{
    if (m->data)
        munmap((void *)m->data, m->len);
    *m = (Mapped){0};
}
