/* vector.c: what is kept of an article, as bytes.
 *
 *     version 1 | flags (1: time known) | seconds, 8 bytes | number of terms, 2 | terms: hash 4, weight 2, commonness 1
 *
 * Numbers are little-endian; terms by hash, each once. The weight is 64 * sqrt(count): the square root, so that the tenth
 * time a word is said counts less than the first. */
#include "story/vector.h"

#include "story/words.h"

#include <math.h>

#define WEIGHT_SCALE 64.0f

static void put(StrBuf *out, uint64_t value, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++)
        strbuf_add_char(out, (char)(value >> 8 * i & 255));
}

static uint64_t get(const char *data, unsigned bytes)
{
    uint64_t value = 0;
    for (unsigned i = 0; i < bytes; i++)
        value |= (uint64_t)(unsigned char)data[i] << 8 * i;
    return value;
}

/* Two digits at `at`, or `otherwise` where the text has none. */
static unsigned two_digits(Str s, size_t at, unsigned otherwise)
{
    uint64_t value;
    return str_to_u64(str_slice(s, at, at + 2), &value) && at + 2 <= s.len ? (unsigned)value : otherwise;
}

/* Days since 1970-01-01 in the Gregorian calendar (H. Hinnant's days_from_civil). */
static int64_t days_of(int64_t year, unsigned month, unsigned day)
{
    year -= month <= 2;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    unsigned of_era = (unsigned)(year - era * 400);
    unsigned of_year = (153 * (month + (month > 2 ? -3u : 9u)) + 2) / 5 + day - 1;
    return era * 146097 + (int64_t)(of_era * 365 + of_era / 4 - of_era / 100 + of_year) - 719468;
}

bool story_time(Str published, int64_t *seconds)
{
    uint64_t year;
    if (published.len < 10 || published.data[4] != '-' || published.data[7] != '-' ||
        !str_to_u64(str_slice(published, 0, 4), &year))
        return false;
    unsigned month = two_digits(published, 5, 0), day = two_digits(published, 8, 0);
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    /* A day without an hour is taken at noon; zones are left aside, a story does not hang on an hour. */
    bool has_hour = published.len >= 13 && (published.data[10] == 'T' || published.data[10] == ' ');
    unsigned hour = has_hour ? two_digits(published, 11, 12) : 12;
    unsigned minute = has_hour && published.len >= 16 && published.data[13] == ':' ? two_digits(published, 14, 0) : 0;
    *seconds = days_of((int64_t)year, month, day) * 86400 + (int64_t)hour * 3600 + minute * 60;
    return true;
}

void story_vector(const StoryText *text, StrBuf *out)
{
    Arena arena = ARENA_INIT;
    StoryTerm *terms;
    size_t n = story_terms(text, &arena, &terms);
    int64_t seconds = 0;
    bool known = story_time(text->published, &seconds);
    put(out, 1, 1);
    put(out, known, 1);
    put(out, (uint64_t)seconds, 8);
    put(out, n, 2);
    for (size_t i = 0; i < n; i++) {
        put(out, terms[i].hash, 4);
        put(out, (uint64_t)fminf(65535, WEIGHT_SCALE * sqrtf(terms[i].count)), 2);
        put(out, terms[i].common, 1);
    }
    arena_release(&arena);
}

bool story_unpack(Str bytes, StoryDocument *out)
{
    if (bytes.len < STORY_VECTOR_HEAD || bytes.data[0] != 1 || (bytes.data[1] & ~1))
        return false;
    size_t n = (size_t)get(bytes.data + 10, 2);
    if (n > STORY_TERMS_MAX || bytes.len != STORY_VECTOR_HEAD + n * STORY_VECTOR_TERM)
        return false;
    out->timed = bytes.data[1] & 1;
    out->seconds = (int64_t)get(bytes.data + 2, 8);
    if (out->seconds < -STORY_SECONDS_MAX || out->seconds > STORY_SECONDS_MAX)
        return false;
    out->n = n;
    for (size_t i = 0; i < n; i++) {
        const char *at = bytes.data + STORY_VECTOR_HEAD + i * STORY_VECTOR_TERM;
        out->hash[i] = (uint32_t)get(at, 4);
        out->weight[i] = (float)get(at + 4, 2) / WEIGHT_SCALE;
        out->common[i] = (uint8_t)get(at + 6, 1) & 15;
        if (i && out->hash[i] <= out->hash[i - 1])
            return false;
    }
    return true;
}
