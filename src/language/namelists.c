#include "language/namelists.h"

#include "base/map.h"

/* ---- lists ---- */

static void put(uint32_t *slots, uint32_t n, uint64_t hash, uint8_t flags)
{
    uint32_t print = (uint32_t)(hash >> 40) | 1u;
    for (uint32_t i = (uint32_t)hash & (n - 1), tries = 0; tries < n; i = (i + 1) & (n - 1), tries++)
        if (!slots[i] || slots[i] >> 8 == print) {
            slots[i] = print << 8 | (slots[i] & 0xFF) | flags;
            return;
        }
}

static uint8_t get(const uint32_t *slots, uint32_t n, uint64_t hash)
{
    uint32_t print = (uint32_t)(hash >> 40) | 1u;
    for (uint32_t i = (uint32_t)hash & (n - 1), tries = 0; tries < 64 && slots[i]; i = (i + 1) & (n - 1), tries++)
        if (slots[i] >> 8 == print)
            return (uint8_t)slots[i];
    return 0;
}

void name_list_put(uint32_t *slots, Str lower, uint8_t flags) { put(slots, NAME_LIST_SLOTS, hash_str(lower), flags); }

uint8_t name_lists_flags(const NameLists *lists, Str lower)
{
    uint8_t flags = get(lists->slots, NAME_LIST_SLOTS, hash_str(lower));
    if (!flags && lower.len > 3 && lower.data[lower.len - 1] == 's')
        flags = get(lists->slots, NAME_LIST_SLOTS, hash_str(str_slice(lower, 0, lower.len - 1)));
    return flags;
}

void name_news_put(uint32_t *news, Str lower, uint8_t flags) { put(news, NAME_NEWS_SLOTS, hash_str(lower), flags); }

uint8_t name_lists_news(const NameLists *lists, Str lower)
{
    return get(lists->news, NAME_NEWS_SLOTS, hash_str(lower));
}

/* ---- heads ---- */

/* Hashed from the last byte to the first, so that all endings of a word are hashed in one go (FNV-1a). */
static uint64_t head_hash_step(uint64_t hash, char byte) { return (hash ^ (unsigned char)byte) * 0x100000001B3u; }
static uint64_t head_hash_finish(uint64_t hash) { return (hash ^ hash >> 29) * 0xD6E8FEB86659FD93u >> 3; }
static const uint64_t HEAD_HASH_START = 0xCBF29CE484222325u;

void name_head_put(uint32_t *heads, Str lower, uint8_t flags)
{
    uint64_t hash = HEAD_HASH_START;
    for (size_t i = lower.len; i-- > 0;)
        hash = head_hash_step(hash, lower.data[i]);
    put(heads, NAME_HEAD_SLOTS, head_hash_finish(hash), flags);
}

uint8_t name_lists_head(const NameLists *lists, Str lower)
{
    enum { LONGEST = 40 };
    uint64_t hash = HEAD_HASH_START;
    uint8_t best = 0;
    for (size_t i = lower.len; i-- > 0 && lower.len - i <= LONGEST;) {
        hash = head_hash_step(hash, lower.data[i]);
        bool part = lower.len - i >= 4 || i == 0 || lower.data[i - 1] == '-';
        uint8_t flags = part ? get(lists->heads, NAME_HEAD_SLOTS, head_hash_finish(hash)) : 0;
        if (flags)
            best = (uint8_t)(flags | (i == 0 ? HEAD_WHOLE : 0));
    }
    return best;
}

uint8_t name_lists_verb(const NameLists *lists, Str lemma)
{
    uint64_t hash = head_hash_step(HEAD_HASH_START, '!');
    for (size_t i = lemma.len; i-- > 0;)
        hash = head_hash_step(hash, lemma.data[i]);
    return get(lists->heads, NAME_HEAD_SLOTS, head_hash_finish(hash));
}

/* ---- letters ---- */

size_t name_letter_rows(Str lower, uint32_t rows[NAME_LETTER_FEATURES])
{
    char bytes[NAME_LETTER_BYTES + 2 + sizeof(uint64_t)] = "^";
    size_t n = lower.len < NAME_LETTER_BYTES ? lower.len : NAME_LETTER_BYTES, count = 0;
    memcpy(bytes + 1, lower.data, n);
    n += 2;
    bytes[n - 1] = '$';
    memset(bytes + n, 0, sizeof(uint64_t));
    for (size_t at = 0; at + 2 <= n; at++) {
        uint64_t ahead;
        memcpy(&ahead, bytes + at, sizeof ahead);
        for (size_t len = 2; len <= 5 && at + len <= n; len++) {
            bool first = at == 0, last = at + len == n;
            if (!first && !last && (len == 2 || len == 5))
                continue;
            uint64_t key = (ahead & ((uint64_t)-1 >> (64 - 8 * len))) << 16 | len << 2 | (uint64_t)first << 1 | last;
            key = (key ^ key >> 31) * 0x9E3779B97F4A7C15u;
            rows[count++] = (uint32_t)(key >> (64 - NAME_LETTER_BITS));
        }
    }
    return count;
}

static uint8_t level(int value, const int *bounds, int n)
{
    int at = 0;
    while (at < n && value >= bounds[at])
        at++;
    return (uint8_t)(at + 1);
}

NameLetters name_lists_letters(const NameLists *lists, Str lower)
{
    static const int MARGINS[] = {8, 20, 36, 56, 84, 120, 180}, DISTANCES[] = {1, 13, 38, 77, 128};
    uint32_t rows[NAME_LETTER_FEATURES];
    int score[LETTER_KINDS] = {0}, best = 0, second = 1;
    size_t n = name_letter_rows(lower, rows);
    for (size_t i = 0; i < n; i++)
        for (int k = 0; k < LETTER_KINDS; k++)
            score[k] += lists->letters[rows[i]][k];
    if (score[1] > score[0])
        best = 1, second = 0;
    for (int k = 2; k < LETTER_KINDS; k++) {
        if (score[k] > score[best])
            second = best, best = k;
        else if (score[k] > score[second])
            second = k;
    }
    NameLetters out = {.kinds = (uint8_t)(1 + best * LETTER_KINDS + second),
                       .margin = level(score[best] - score[second], MARGINS, 7)};
    for (int k = 0; k < LETTER_KINDS; k++)
        out.near[k] = (uint8_t)(7 - level(score[best] - score[k], DISTANCES, 5));
    return out;
}
