/* Charsets: what is decoded is UTF-8 without NULs, whatever went in. The first byte picks the label of the HTTP header. */
#include "memory.h"

#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    static const char *const LABELS[] = {
        "",       "utf-8",   "iso-8859-1", "windows-1250", "utf-16le",  "shift_jis", "gb18030", "iso-2022-jp",
        "koi8-r", "quatsch", "euc-kr",     "big5",         "macintosh", "utf-16be",  "euc-jp",  "windows-874"};
    if (!len)
        return 0;
    Page page = {.kind = data[0] & 16 ? PAGE_CRAWL : PAGE_HTML,
                 .charset = str_of(LABELS[data[0] & 15]),
                 .bytes = {(const char *)data + 1, len - 1}};
    StrBuf out = STRBUF_INIT;
    const char *charset = NULL;
    size_t bad = 0;
    read_decode(&page, &out, &charset, &bad);
    if (!charset || utf8_check(strbuf_str(&out)) != out.len || (out.len && memchr(out.data, 0, out.len)))
        __builtin_trap();
    strbuf_release(&out);
    return 0;
}
