/* train_names: learns models/german.names and prints its cross-validation.
 *
 *     train_names MODELS LISTS.tsv LETTERS NAMES.jsonl NAMES.iob2 OUT
 *
 * LISTS.tsv is what name-lists.mjs writes, LETTERS what train_letters made of it. NAMES.jsonl has
 * {"tokens":[…],"names":[[first, end, "PER"]…]} a line, NAMES.iob2 is CoNLL-like (index, word, tag). Five folds by
 * blocks of lines, fixed, are scored on the lines of NAMES.jsonl only. MODELS is a folder with the lexicon and the
 * tagger. */
#include "base/map.h"
#include "flagged_names.h"
#include "name_field.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

enum { FOLDS = 5 };
typedef struct Trainer {
    Arena arena;
    Samples samples;
    const Language *language;
    uint32_t *slots, *news, *heads; /* of the lists */
    int8_t (*letters)[LETTER_KINDS];
    NameLists lists;
    U64Map index; /* hash of a feature → its number */
    VEC(uint32_t) hashes;
} Trainer;

static const char *const KINDS[NAME_KINDS] = {"PER", "LOC", "ORG", "OTH"};

static int kind_of(const char *s)
{
    for (int k = 0; k < NAME_KINDS; k++)
        if (strcmp(s, KINDS[k]) == 0)
            return k;
    return NAME_OTH;
}

static void label_span(uint8_t *labels, size_t first, size_t end, int kind)
{
    for (size_t i = first; i < end; i++)
        labels[i] = (uint8_t)(1 + 3 * kind + (end - first == 1 ? 2 : i > first));
}

/* Spans that start in `labels` at i: end and kind; false when none starts there. */
static bool span_at(const uint8_t *labels, size_t n, size_t i, size_t *end, int *kind)
{
    if (!labels[i] || (labels[i] - 1) % 3 == 1)
        return false;
    *kind = (labels[i] - 1) / 3;
    *end = i + 1;
    while ((labels[i] - 1) % 3 == 0 && *end < n && labels[*end] == labels[i] + 1)
        ++*end;
    return true;
}

/* A name with a word in it that is always outside ("plain") can never be said: learning it would only do harm. */
static void drop_unreachable(Sample *s)
{
    for (uint32_t i = 0; i < s->n; i++) {
        size_t end;
        int kind;
        bool reachable = true;
        if (!span_at(s->gold, s->n, i, &end, &kind))
            continue;
        for (size_t k = i; k < end; k++)
            reachable = reachable && !s->features[k].plain;
        if (!reachable)
            memset(s->labels + i, 0, end - i);
    }
}

/* Words joined by spaces, tagged by the language's own tagger, made into features. */
static void add_sample(Trainer *t, const Str *words, size_t n, uint8_t *labels, bool scored)
{
    StrBuf text = STRBUF_INIT;
    Token *tokens = ARENA_NEW(&t->arena, Token, n);
    for (size_t i = 0; i < n; i++) {
        if (i)
            strbuf_add_char(&text, ' ');
        tokens[i].span.begin = (uint32_t)text.len;
        strbuf_add(&text, words[i]);
        tokens[i].span.end = (uint32_t)text.len;
        tokens[i].flags = (uint8_t)(TOKEN_SPACE_BEFORE | (i ? 0 : TOKEN_SENTENCE_FIRST));
    }
    Str kept = arena_str(&t->arena, strbuf_str(&text));
    strbuf_release(&text);
    words_tag(t->language, kept, tokens, n, &t->arena);
    Sample s = {(uint32_t)n, labels, arena_copy(&t->arena, labels, n), ARENA_NEW(&t->arena, NameFeatures, n), scored};
    if (n > FIELD_LONGEST)
        return;
    name_features(&t->lists, kept, tokens, n, &t->arena, s.features);
    drop_unreachable(&s);
    vec_push(&t->samples, s);
}

static int read_jsonl(Trainer *t, const char *path)
{
    FILE *f = fopen(path, "rb");
    char *line = NULL;
    size_t cap = 0;
    ssize_t got;
    if (!f)
        return perror(path), 1;
    while ((got = getline(&line, &cap, f)) > 0) {
        json_t *o = json_loadb(line, (size_t)got, 0, NULL), *tokens = json_object_get(o, "tokens"), *name;
        size_t n = json_array_size(tokens), i;
        Str *words = ARENA_NEW(&t->arena, Str, n);
        uint8_t *labels = ARENA_NEW(&t->arena, uint8_t, n);
        for (i = 0; i < n; i++)
            words[i] = arena_str(&t->arena, str_of(json_string_value(json_array_get(tokens, i))));
        json_array_foreach(json_object_get(o, "names"), i, name) label_span(
            labels, (size_t)json_integer_value(json_array_get(name, 0)),
            (size_t)json_integer_value(json_array_get(name, 1)), kind_of(json_string_value(json_array_get(name, 2))));
        add_sample(t, words, n, labels, true);
        json_decref(o);
    }
    free(line);
    fclose(f);
    return 0;
}

static void finish_iob2(Trainer *t, Str *words, char (*tags)[8], size_t n)
{
    uint8_t *labels = ARENA_NEW(&t->arena, uint8_t, n);
    for (size_t i = 0; i < n; i++) {
        if (tags[i][0] != 'B')
            continue;
        size_t end = i + 1;
        while (end < n && tags[end][0] == 'I')
            end++;
        label_span(labels, i, end, kind_of(tags[i] + 2));
    }
    add_sample(t, words, n, labels, false);
}

static int read_iob2(Trainer *t, const char *path)
{
    FILE *f = fopen(path, "rb");
    char *line = NULL, word[256], tag[64];
    size_t cap = 0, n = 0;
    static Str words[512];
    static char tags[512][8];
    if (!f)
        return perror(path), 1;
    while (getline(&line, &cap, f) > 0) {
        int index;
        if (line[0] == '#')
            continue;
        if (sscanf(line, "%d\t%255[^\t]\t%63[^\t]", &index, word, tag) == 3 && n < 512) {
            words[n] = arena_str(&t->arena, str_of(word));
            snprintf(tags[n++], sizeof tags[0], "%.7s", tag);
        } else if (n) {
            finish_iob2(t, words, tags, n);
            n = 0;
        }
    }
    if (n)
        finish_iob2(t, words, tags, n);
    free(line);
    fclose(f);
    return 0;
}

/* Heads have a "~" before them, what news know of a word a "=". */
static void put_name(void *trainer, unsigned flags, Str name)
{
    Trainer *t = trainer;
    if (str_starts(name, STR("~")))
        name_head_put(t->heads, str_slice(name, 1, name.len), (uint8_t)flags);
    else if (str_starts(name, STR("=")))
        name_news_put(t->news, str_slice(name, 1, name.len), (uint8_t)flags);
    else if ((uint8_t)flags)
        name_list_put(t->slots, name, (uint8_t)flags);
}

static int read_letters(Trainer *t, const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return perror(path), 1;
    size_t got = fread(t->letters, sizeof *t->letters, NAME_LETTER_ROWS, f);
    fclose(f);
    return got == NAME_LETTER_ROWS ? 0 : (fprintf(stderr, "%s: too short\n", path), 1);
}

/* Gives each feature that was seen twice a number, in order of appearance, and drops the others. */
static void number_features(Trainer *t)
{
    U64Map counts = {0};
    for (size_t i = 0; i < t->samples.len; i++)
        for (uint32_t k = 0; k < t->samples.data[i].n; k++)
            for (uint32_t f = 0; f < t->samples.data[i].features[k].len; f++)
                ++*u64map_put(&counts, t->samples.data[i].features[k].hashes[f], 0, NULL);
    for (size_t i = 0; i < t->samples.len; i++)
        for (uint32_t k = 0; k < t->samples.data[i].n; k++) {
            NameFeatures *features = &t->samples.data[i].features[k];
            uint32_t kept = 0;
            for (uint32_t f = 0; f < features->len; f++) {
                uint32_t hash = features->hashes[f];
                bool fresh;
                if (*u64map_get(&counts, hash) < 2)
                    continue;
                features->hashes[kept++] = *u64map_put(&t->index, hash, (uint32_t)t->hashes.len, &fresh);
                if (fresh)
                    vec_push(&t->hashes, hash);
            }
            features->len = kept;
        }
    u64map_release(&counts);
}

typedef struct Score {
    size_t gold, said, hit;
} Score;

static void score(const Weights *w, const Sample *s, Score *scores)
{
    uint8_t guess[FIELD_LONGEST];
    if (!s->scored)
        return;
    field_decode(w, s, guess);
    for (size_t i = 0; i < s->n; i++) {
        size_t end, other_end;
        int kind, other;
        bool gold = span_at(s->gold, s->n, i, &end, &kind), said = span_at(guess, s->n, i, &other_end, &other);
        if (gold)
            scores[kind].gold++;
        if (said)
            scores[other].said++;
        if (gold && said && end == other_end && kind == other)
            scores[kind].hit++;
    }
}

static void print_scores(const Score *scores)
{
    for (int k = 0; k < NAME_KINDS; k++) {
        double p = scores[k].said ? (double)scores[k].hit / (double)scores[k].said : 0,
               r = scores[k].gold ? (double)scores[k].hit / (double)scores[k].gold : 0;
        printf("%s  P %5.1f  R %5.1f  F1 %5.1f   (gold %zu)\n", KINDS[k], 100 * p, 100 * r,
               p + r > 0 ? 200 * p * r / (p + r) : 0, scores[k].gold);
    }
}

static int write_model(const Trainer *t, const Weights *w, const char *path)
{
    NameFile file = {.row_bits = NAME_ROW_BITS};
    memcpy(file.magic, NAME_MAGIC, 8);
    float largest = 0;
    for (size_t r = 0; r < w->n; r++)
        largest = weights_largest(w->rows[r]) > largest ? weights_largest(w->rows[r]) : largest;
    float scale = 127 / (largest > 0 ? largest : 1);
    int8_t *rows = mem_zero(NAME_ROWS, NAME_ROW);
    size_t kept = 0;
    for (size_t r = 0; r < w->n; r++) {
        int8_t row[NAME_ROW];
        if (weights_largest(w->rows[r]) == 0)
            continue;
        for (int l = 0; l < NAME_LABELS; l++)
            row[l] = (int8_t)(w->rows[r][l] * scale + (w->rows[r][l] > 0 ? 0.5f : -0.5f));
        kept += name_row_put(rows, t->hashes.data[r], row);
    }
    printf("%zu features, %zu kept, scale %.2f\n", w->n, kept, (double)scale);
    for (int b = 0; b < NAME_ROW; b++)
        for (int l = 0; l < NAME_ROW; l++)
            file.transitions[b][l] = (int16_t)(w->transitions[b][l] * scale);
    FILE *f = fopen(path, "wb");
    if (!f)
        return perror(path), 1;
    fwrite(&file, sizeof file, 1, f);
    fwrite(t->slots, sizeof *t->slots, NAME_LIST_SLOTS, f);
    fwrite(t->news, sizeof *t->news, NAME_NEWS_SLOTS, f);
    fwrite(t->heads, sizeof *t->heads, NAME_HEAD_SLOTS, f);
    fwrite(t->letters, sizeof *t->letters, NAME_LETTER_ROWS, f);
    fwrite(rows, NAME_ROW, NAME_ROWS, f);
    free(rows);
    return fclose(f) ? (perror(path), 1) : 0;
}

int main(int argc, char **argv)
{
    Trainer t = {0};
    Language *language;
    Error err;
    if (argc != 7)
        return fprintf(stderr, "usage: train_names MODELS LISTS.tsv LETTERS NAMES.jsonl NAMES.iob2 OUT\n"), 2;
    if (language_open(&language, argv[1], &err) != LAGEBILD_OK)
        return fprintf(stderr, "%s: %s\n", err.where, err.message), 1;
    t.language = language;
    t.slots = mem_zero(NAME_LIST_SLOTS, sizeof *t.slots);
    t.news = mem_zero(NAME_NEWS_SLOTS, sizeof *t.news);
    t.heads = mem_zero(NAME_HEAD_SLOTS, sizeof *t.heads);
    t.letters = mem_zero(NAME_LETTER_ROWS, sizeof *t.letters);
    t.lists = (NameLists){t.slots, t.news, t.heads, (const int8_t(*)[LETTER_KINDS])t.letters};
    if (flagged_names_read(argv[2], put_name, &t) || read_letters(&t, argv[3]) || read_jsonl(&t, argv[4]))
        return 1;
    size_t scored = t.samples.len;
    if (read_iob2(&t, argv[5]))
        return 1;
    number_features(&t);
    Score scores[NAME_KINDS] = {0};
    for (size_t fold = 0; fold < FOLDS; fold++) {
        Weights w;
        weights_init(&w, t.hashes.len);
        size_t begin = scored * fold / FOLDS, end = scored * (fold + 1) / FOLDS;
        field_train(&w, &t.samples, begin, end);
        for (size_t i = begin; i < end; i++)
            score(&w, &t.samples.data[i], scores);
        weights_release(&w);
    }
    printf("%d-fold cross-validation on %zu sentences, %zu more to learn from\n", FOLDS, scored,
           t.samples.len - scored);
    print_scores(scores);
    Weights w;
    weights_init(&w, t.hashes.len);
    field_train(&w, &t.samples, SIZE_MAX, SIZE_MAX);
    int failed = write_model(&t, &w, argv[6]);
    weights_release(&w);
    language_close(language);
    arena_release(&t.arena);
    vec_release(&t.samples);
    free(t.slots);
    free(t.news);
    free(t.heads);
    free(t.letters);
    return failed;
}
