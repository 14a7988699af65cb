/* story_commonness: xzcat NEWS.jsonl.xz | build/tools/story_commonness > src/story/commonness.c
 *
 * Counts in how many articles of a stream ({"title", "text"} a line, German) each stem stands, and writes the table that
 * story_commonness looks up. English function words, which such a stream cannot teach, are added from the list below. */
#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "story/words.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Stems rarer than this tell events apart, and are not kept. */
#define RATE_MIN 0.0096

/* What such a stream cannot teach: English words that tell nothing apart, by how common they are. */
static const struct English {
    const char *words;
    uint32_t level;
} ENGLISH[] = {
    {"the of and to in a is that for it as was with be by on not he his but at are this have from or had has an said",
     15},
    {"they which one were will who would their been about more when there also after out than its if all up what we "
     "into other could "
     "new over some time year she her him our can no so may now first two last people i you my do did just while where "
     "how make made "
     "most many any only then them because before between under against during without within says say told being both "
     "each even "
     "still since until again should those these such through back way like get take three us well much part week day",
     13},
    {"president government house administration country state national federal public policy law official officials "
     "minister group "
     "former report according statement news monday tuesday wednesday thursday friday saturday sunday american world "
     "political "
     "party leader support plan call called month days million billion percent going came come think know want need "
     "including among "
     "another around per via mr mrs ms might must long high work use used right since number several far later home "
     "office members "
     "member department chief executive decision issue issues united states washington end since little own old see "
     "help set put",
     10},
};

typedef struct Stem {
    uint32_t hash, articles;
} Stem;

static void count_articles(U64Map *places, Stem **stems, size_t *n_stems, size_t *n_articles)
{
    VEC(Stem) found = {0};
    char *line = NULL;
    size_t cap = 0;
    ssize_t got;
    while ((got = getline(&line, &cap, stdin)) > 0) {
        json_t *article = json_loadb(line, (size_t)got, 0, NULL);
        if (!article)
            continue;
        Arena arena = ARENA_INIT;
        StoryText text = {.title = str_of(json_string_value(json_object_get(article, "title"))),
                          .text = str_of(json_string_value(json_object_get(article, "text"))), .lang = STR("de")};
        StoryTerm *terms;
        size_t n = story_terms(&text, &arena, &terms);
        for (size_t i = 0; i < n; i++) {
            bool was_new;
            uint32_t place = *u64map_put(places, terms[i].hash, (uint32_t)found.len, &was_new);
            if (was_new)
                vec_push(&found, (Stem){terms[i].hash, 0});
            found.data[place].articles++;
        }
        ++*n_articles;
        arena_release(&arena);
        json_decref(article);
    }
    free(line);
    *stems = found.data;
    *n_stems = found.len;
}

static int by_value(const void *pa, const void *pb)
{
    uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;
    return a < b ? -1 : a > b;
}

int main(void)
{
    U64Map places = {0};
    Stem *stems;
    size_t n_stems, n_articles = 0;
    count_articles(&places, &stems, &n_stems, &n_articles);
    VEC(uint32_t) table = {0};
    U64Map taken = {0};
    Arena arena = ARENA_INIT;
    for (size_t k = 0; k < sizeof ENGLISH / sizeof ENGLISH[0]; k++) {
        StoryTerm *terms;
        size_t n = story_terms(&(StoryText){.text = str_of(ENGLISH[k].words), .lang = STR("en")}, &arena, &terms);
        for (size_t i = 0; i < n; i++) {
            bool was_new;
            u64map_put(&taken, terms[i].hash >> 4, 0, &was_new);
            if (was_new)
                vec_push(&table, (terms[i].hash & ~15u) | ENGLISH[k].level);
        }
    }
    for (size_t i = 0; i < n_stems; i++) {
        double rate = stems[i].articles / (double)n_articles;
        if (rate < RATE_MIN)
            continue;
        bool was_new; /* "the" is rarer in German news than it is in English */
        u64map_put(&taken, stems[i].hash >> 4, 0, &was_new);
        if (was_new)
            vec_push(&table, (stems[i].hash & ~15u) | (uint32_t)lround(15 + 2 * log2(rate)));
    }
    qsort(table.data, table.len, sizeof *table.data, by_value);
    printf("/* commonness.c: made by models/tools/story_commonness.c from %zu German news articles; do not edit. See\n"
           " * models/README.md. Each entry: the upper 28 bits of a stem's hash, and its level in the lower 4. */\n"
           "#include \"story/words.h\"\n\nstatic const uint32_t COMMON[] = {", n_articles);
    for (size_t i = 0; i < table.len; i++)
        printf("%s0x%08x,", i % 10 ? " " : "\n    ", table.data[i]);
    printf("\n};\n\n"
           "uint8_t story_commonness(uint32_t hash)\n{\n"
           "    size_t low = 0, high = sizeof COMMON / sizeof COMMON[0];\n"
           "    while (low < high) {\n"
           "        size_t middle = (low + high) / 2;\n"
           "        if (COMMON[middle] >> 4 == hash >> 4)\n            return COMMON[middle] & 15;\n"
           "        if (COMMON[middle] >> 4 < hash >> 4)\n            low = middle + 1;\n"
           "        else\n            high = middle;\n"
           "    }\n    return 0;\n}\n");
    vec_release(&table);
    u64map_release(&taken);
    u64map_release(&places);
    vec_free(stems);
    arena_release(&arena);
    return 0;
}
