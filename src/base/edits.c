#include "base/edits.h"

enum { MOST_BYTES = 32 };

size_t str_edits(Str a, Str b, size_t limit)
{
    uint8_t row[MOST_BYTES + 1];
    if (a.len > MOST_BYTES || b.len > MOST_BYTES || (a.len > b.len ? a.len - b.len : b.len - a.len) > limit)
        return limit + 1;
    for (size_t k = 0; k <= b.len; k++)
        row[k] = (uint8_t)k;
    for (size_t i = 1; i <= a.len; i++) {
        uint8_t diagonal = row[0];
        row[0] = (uint8_t)i;
        for (size_t k = 1; k <= b.len; k++) {
            uint8_t change = (uint8_t)(diagonal + (a.data[i - 1] != b.data[k - 1]));
            diagonal = row[k];
            uint8_t least = (uint8_t)((row[k] < row[k - 1] ? row[k] : row[k - 1]) + 1);
            row[k] = change < least ? change : least;
        }
    }
    return row[b.len] > limit ? limit + 1 : row[b.len];
}
