#include "article/agree.h"

#include "base/map.h"
#include "base/utf8.h"

enum { RUN = 3, LEAST_BODY = 400, MOST_SHARE = 85, BLOCK_AGREES = 60 };

/* Hashes of the runs of three words of a text, in order. */
static void runs_of(Str text, U64Map *into, const U64Map *known, uint32_t *all, uint32_t *found)
{
    uint64_t words[RUN] = {0}, hash = 1469598103934665603u;
    size_t n = 0;
    bool in_word = false;
    for (size_t at = 0; at <= text.len;) {
        uint32_t c = at < text.len ? utf8_next(text, &at) : (at++, ' ');
        if (utf8_is_letter(c) || utf8_is_digit(c)) {
            hash = (hash ^ utf8_lower(c)) * 1099511628211u;
            in_word = true;
        } else if (in_word) {
            words[n++ % RUN] = hash;
            hash = 1469598103934665603u;
            in_word = false;
            if (n < RUN)
                continue;
            uint64_t run = words[n % RUN] * 3 + words[(n + 1) % RUN] * 5 + words[(n + 2) % RUN] * 7;
            if (into)
                u64map_put(into, run, 1, NULL);
            if (known) {
                ++*all;
                *found += u64map_get(known, run) != NULL;
            }
        }
    }
}

bool agree_with_body(const Layout *l, Str body, uint8_t *shares)
{
    if (body.len < LEAST_BODY)
        return false;
    U64Map runs = {0};
    size_t prose = 0, agreed = 0;
    runs_of(body, &runs, NULL, NULL, NULL);
    for (size_t b = 0; b < l->blocks.len; b++) {
        uint32_t all = 0, found = 0;
        runs_of(draft_text(l->draft, b), NULL, &runs, &all, &found);
        shares[b] = (uint8_t)(all ? 100 * found / all : 0);
        if (l->blocks.data[b].prose && block_is_body(l->draft->blocks.data[b].kind) &&
            l->draft->blocks.data[b].kind != BLOCK_LEAD) {
            prose += l->blocks.data[b].prose;
            agreed += shares[b] >= BLOCK_AGREES ? l->blocks.data[b].prose : 0;
        }
    }
    u64map_release(&runs);
    return prose > 0 && agreed * 100 >= prose * MOST_SHARE;
}
