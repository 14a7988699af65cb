/* Speed and memory of src/copy by stage, on one core: build/bench/copies [FILE.jsonl]
 *
 * Reads articles as JSON lines (source, text; "-" is stdin); without a file it invents 4,000 texts, a third of which
 * take from others. Prints megabytes of text per second for each stage alone and for all of copy_find. */
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
    double mb = 0;
    for (size_t i = 0; i < texts.len; i++)
        mb += (double)texts.data[i].text.len * 1e-6;
    double before = peak_mb(), start = now();
    printf("copies: %zu texts, %.1f MB\n", texts.len, mb);

    CopyWords words;
    CopyIndex index;
    if (copy_words_make(&words, texts.data, texts.len, 1, NULL) != LAGEBILD_OK)
        return 1;
    report("words", now() - start, mb);
    start = now();
    copy_index_end(copy_index_begin(&words, 1), &index, 1);
    report("index, furniture", now() - start, mb);
    start = now();
    CopySeeder seeder;
    copy_seeder_init(&seeder, texts.len);
    size_t hits = 0;
    for (uint32_t i = 0; i < texts.len; i++) {
        copy_seed(&seeder, &index, &words, NULL, i);
        hits += seeder.hits.len;
    }
    report("seeds", now() - start, mb);
    copy_seeder_release(&seeder);
    copy_index_release(&index);
    copy_words_release(&words);

    CopyPairs pairs;
    start = now();
    if (copy_find(texts.data, texts.len, 1, &arena, &pairs, NULL) != LAGEBILD_OK)
        return 1;
    report("all, from text to passages", now() - start, mb);
    printf("  %zu hits, %zu pairs; %.1f KB of memory for each text\n", hits, pairs.len,
           (peak_mb() - before) * 1024 / (double)texts.len);
    vec_release(&texts);
    arena_release(&arena);
    return 0;
}
