/* Speed and memory of src/copy by stage, on one core: build/bench/copies [FILE.jsonl]
 *
 * Reads articles as JSON lines (source, text; "-" is stdin); without a file it invents 4,000 texts, a third of which
 * take from others. Prints megabytes of text per second for each stage alone and for all of copy_find, memory, time a
 * text with 5,000 texts and with all, and what near-duplicates cost as clusters. */
#include "copy/steps.h"

#include <jansson.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

typedef VEC(CopyText) Texts;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double peak_mb(void)
{
    struct rusage use;
    getrusage(RUSAGE_SELF, &use);
    return (double)use.ru_maxrss / 1024;
}

static void read_texts(FILE *file, Texts *texts, Arena *arena)
{
    char *line = NULL;
    size_t cap = 0;
    ssize_t n;
    while ((n = getline(&line, &cap, file)) > 0) {
        json_t *object = json_loadb(line, (size_t)n, 0, NULL);
        Str text = str_of(json_string_value(json_object_get(object, "text")));
        Str source = str_of(json_string_value(json_object_get(object, "source")));
        if (text.len)
            vec_push(texts, (CopyText){.text = arena_str(arena, text), .source = arena_str(arena, source)});
        json_decref(object);
    }
    free(line);
}

static uint32_t draw(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

static void invent_texts(Texts *texts, Arena *arena)
{
    uint64_t state = 42;
    StrBuf b = STRBUF_INIT;
    for (int i = 0; i < 4000; i++) {
        strbuf_clear(&b);
        for (int word = 0; word < 450; word++) {
            uint32_t rank = draw(&state) % 1000, vocabulary = rank < 500 ? 60 : 40000;
            strbuf_add_format(&b, "w%uort%s", draw(&state) % vocabulary, draw(&state) % 14 ? " " : ". ");
        }
        if (i > 10 && i % 3 == 0) {
            Str from = texts->data[draw(&state) % (uint32_t)i].text;
            strbuf_add(&b, str_slice(from, from.len / 4, from.len / 4 * 3));
        }
        vec_push(texts,
                 (CopyText){.text = arena_str(arena, strbuf_str(&b)), .source = arena_format(arena, "s%d", i % 40)});
    }
    strbuf_release(&b);
}

static void report(const char *stage, double seconds, double mb)
{
    printf("  %-28s %7.2f s %8.1f MB/s\n", stage, seconds, mb / (seconds > 0 ? seconds : 1e-9));
}

/* Each stage alone, then all of them; gives the seconds of all. */
static double measure_stages(const Texts *texts)
{
    double mb = 0;
    for (size_t i = 0; i < texts->len; i++)
        mb += (double)texts->data[i].text.len * 1e-6;
    double before = peak_mb(), start = now();
    printf("copies: %zu texts, %.1f MB\n", texts->len, mb);

    CopyWords words;
    CopyIndex index;
    if (copy_words_make(&words, texts->data, texts->len, 1, NULL) != LAGEBILD_OK)
        exit(1);
    report("words", now() - start, mb);
    start = now();
    copy_index_end(copy_index_begin(&words, 1), &index, 1);
    report("index, furniture", now() - start, mb);
    start = now();
    CopySeeder seeder;
    copy_seeder_init(&seeder, texts->len);
    size_t hits = 0;
    for (uint32_t i = 0; i < texts->len; i++) {
        copy_seed(&seeder, &index, &words, NULL, i);
        hits += seeder.hits.len;
    }
    report("seeds", now() - start, mb);
    copy_seeder_release(&seeder);
    copy_index_release(&index);
    copy_words_release(&words);

    Arena arena = ARENA_INIT;
    CopyPairs pairs;
    start = now();
    if (copy_find(texts->data, texts->len, 1, &arena, &pairs, NULL) != LAGEBILD_OK)
        exit(1);
    double seconds = now() - start;
    report("all, from text to passages", seconds, mb);
    printf("  %zu hits, %zu pairs; %.1f KB of memory for each text\n", hits, pairs.len,
           (peak_mb() - before) * 1024 / (double)texts->len);
    arena_release(&arena);
    return seconds;
}

/* Time a text with few texts and with all. */
static void measure_growth(const Texts *texts, double seconds)
{
    enum { FEW = 5000 };
    if (texts->len < 2 * FEW)
        return;
    Arena arena = ARENA_INIT;
    CopyPairs pairs;
    double start = now();
    if (copy_find(texts->data, FEW, 1, &arena, &pairs, NULL) != LAGEBILD_OK)
        exit(1);
    double few = (now() - start) / FEW, all = seconds / (double)texts->len;
    printf("  %.0f microseconds a text among %d, %.0f among %zu: %.2f times\n", few * 1e6, FEW, all * 1e6, texts->len,
           all / few);
    arena_release(&arena);
}

/* One invented text that everybody took and edited a little, as clusters: what each taker costs. */
static void measure_takers(void)
{
    for (unsigned n = 500; n <= 2000; n *= 2) {
        Arena arena = ARENA_INIT;
        Texts texts = {0};
        StrBuf b = STRBUF_INIT;
        uint64_t edits = 7;
        for (unsigned i = 0; i < n; i++) {
            uint64_t words = 11; /* the same for all */
            strbuf_clear(&b);
            for (int k = 0; k < 800; k++) {
                uint32_t word = draw(&words) % 4000, end = draw(&words) % 14;
                word = draw(&edits) % 33 ? word : draw(&edits) % 4000;
                strbuf_add_format(&b, "w%uort%s", word, end ? " " : ". ");
            }
            vec_push(&texts,
                     (CopyText){.text = arena_str(&arena, strbuf_str(&b)), .source = arena_format(&arena, "s%u", i)});
        }
        CopyClusters clusters;
        double start = now();
        if (copy_cluster(texts.data, texts.len, 1, &arena, &clusters, NULL) != LAGEBILD_OK || clusters.len != 1)
            exit(1);
        printf("  %u edited copies of one text: %.2f s, %.2f ms each\n", n, now() - start, (now() - start) / n * 1e3);
        strbuf_release(&b);
        vec_release(&texts);
        arena_release(&arena);
    }
}

int main(int argc, char **argv)
{
    Arena arena = ARENA_INIT;
    Texts texts = {0};
    if (argc > 1) {
        FILE *file = strcmp(argv[1], "-") == 0 ? stdin : fopen(argv[1], "r");
        if (!file) {
            perror(argv[1]);
            return 1;
        }
        read_texts(file, &texts, &arena);
        fclose(file);
    } else {
        invent_texts(&texts, &arena);
    }
    measure_growth(&texts, measure_stages(&texts));
    measure_takers();
    vec_release(&texts);
    arena_release(&arena);
    return 0;
}
