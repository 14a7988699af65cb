/* train_names: learns models/german.names and prints its cross-validation.
 *
 *     train_names MODELS LISTS.tsv LETTERS NAMES.jsonl NAMES.iob2 OUT
 *
 * LISTS.tsv is what name-lists.mjs writes, LETTERS what train_letters made of it. NAMES.jsonl has
 * {"tokens":[…],"names":[[first, end, "PER"]…]} a line, NAMES.iob2 is CoNLL-like (index, word, tag). The weights are a
 * conditional random field's (Lafferty, McCallum and Pereira 2001). Five folds by blocks of lines, fixed, are scored on
 * the lines of NAMES.jsonl only. MODELS is a folder with
 * the lexicon and the tagger. */
#include "base/map.h"
#include "base/vec.h"
#include "language/namemodel.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { EPOCHS = 8, FOLDS = 5, ORDERS = 3, LONGEST = 1024 };
/* AdaGrad's rate; how weights shrink; share of features left out at a time, so that no word's memory is leant on. */
static const float RATE = 0.006f, DECAY = 1e-4f, DROP = 0.5f;
/* What is added to starting a name of each kind, found on the folds: it evens precision and recall. */
static const float BONUS[NAME_KINDS] = {0.45f, 0.65f, 0.8f, 1.0f};

typedef struct Sample {
    uint32_t n;
    uint8_t *gold, *labels; /* labels: gold without what the tagger cannot say */
    NameFeatures *features; /* hashes; after number_features: indices into the weights, NONE where seen once only */
    bool scored;            /* of NAMES.jsonl */
} Sample;
typedef VEC(Sample) Samples;

typedef struct Trainer {
    Arena arena;
    Samples samples;
    const Language *language;
    uint32_t *slots, *heads; /* of the lists */
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
    if (n > LONGEST)
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

/* Heads have a "~" before them. */
static void put_name(Trainer *t, unsigned flags, Str name)
{
    if (str_starts(name, STR("~")))
        name_head_put(t->heads, str_slice(name, 1, name.len), (uint8_t)flags);
    else if ((uint8_t)flags)
        name_list_put(t->slots, name, (uint8_t)flags);
}

static int read_lists(Trainer *t, const char *path)
{
    FILE *f = fopen(path, "rb");
    char *line = NULL, name[128];
    size_t cap = 0;
    unsigned flags;
    if (!f)
        return perror(path), 1;
    while (getline(&line, &cap, f) > 0)
        if (sscanf(line, "%u\t%127[^\n]", &flags, name) == 2)
            put_name(t, flags, str_of(name));
    free(line);
    fclose(f);
    return 0;
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

/* ---- the conditional random field ---- */

/* What labels have in common is learned as weights of its own, and added to each label's in the end: one for any name,
 * one for each kind, one each for begin, inside and single. A surname seen alone then says something of one behind a
 * given name as well. */
enum { SHARED = 1 + NAME_KINDS + 3 };

/* Weights and, for AdaGrad (Duchi et al. 2011), the sums of their squared gradients. */
typedef struct Weights {
    size_t n;
    float (*rows)[NAME_ROW], (*row_squares)[NAME_ROW];
    float (*shared)[SHARED], (*shared_squares)[SHARED];
    float transitions[NAME_ROW][NAME_ROW], transition_squares[NAME_ROW][NAME_ROW];
} Weights;

static void weights_init(Weights *w, size_t n)
{
    *w = (Weights){.n = n,
                   .rows = mem_zero(n, sizeof *w->rows),
                   .row_squares = mem_zero(n, sizeof *w->rows),
                   .shared = mem_zero(n, sizeof *w->shared),
                   .shared_squares = mem_zero(n, sizeof *w->shared)};
}
static void weights_release(Weights *w)
{
    free(w->rows);
    free(w->row_squares);
    free(w->shared);
    free(w->shared_squares);
}

/* Adds what labels share to each of them. */
static void share_out(const float *shared, float *labels)
{
    for (int l = 1; l < NAME_LABELS; l++)
        labels[l] += shared[0] + shared[1 + (l - 1) / 3] + shared[1 + NAME_KINDS + (l - 1) % 3];
}

/* The other way round: what the labels' gradients are for what they share. */
static void share_in(const float *labels, float *shared)
{
    for (int l = 1; l < NAME_LABELS; l++) {
        shared[0] += labels[l];
        shared[1 + (l - 1) / 3] += labels[l];
        shared[1 + NAME_KINDS + (l - 1) % 3] += labels[l];
    }
}

static void decode(const Weights *w, const Sample *s, uint8_t *out)
{
    static float score[LONGEST][NAME_ROW];
    static uint8_t from[LONGEST][NAME_ROW];
    for (uint32_t i = 0; i < s->n; i++) {
        float emission[NAME_ROW] = {0};
        for (uint32_t k = 0; k < s->features[i].len; k++)
            for (int l = 0; l < NAME_LABELS; l++)
                emission[l] += w->rows[s->features[i].hashes[k]][l];
        for (int l = 0; l < NAME_LABELS; l++) {
            float best = -1e30f;
            from[i][l] = 0;
            for (int b = 0; b < NAME_LABELS; b++) {
                float before = i ? score[i - 1][b] : b ? -1e30f : 0;
                if (name_label_may_follow(b, l) && before + w->transitions[b][l] > best)
                    best = before + w->transitions[b][l], from[i][l] = (uint8_t)b;
            }
            score[i][l] = s->features[i].plain && l ? -1e30f : best + emission[l];
        }
    }
    int label = 0;
    for (int l = 1; s->n && l < NAME_LABELS; l++)
        if ((l - 1) % 3 != 0 && score[s->n - 1][l] > score[s->n - 1][label])
            label = l;
    for (uint32_t i = s->n; i-- > 0;) {
        out[i] = (uint8_t)label;
        label = from[i][label];
    }
}

/* One step along the gradient of one weight. */
static void ascend(float *weight, float *squares, float gradient)
{
    gradient -= DECAY * *weight;
    *squares += gradient * gradient;
    *weight += RATE * gradient / (sqrtf(*squares) + 1e-6f);
}

typedef struct Lattice {
    float psi[LONGEST][NAME_ROW], alpha[LONGEST][NAME_ROW], beta[LONGEST][NAME_ROW];
    float transition[NAME_ROW][NAME_ROW]; /* exponentials; 0 where forbidden */
    float edges[NAME_ROW][NAME_ROW];      /* expected minus seen transitions */
    bool dropped[LONGEST][NAME_FEATURES]; /* features left out this time */
} Lattice;

static void fill_lattice(const Weights *w, const Sample *s, Lattice *x, uint32_t *seed)
{
    for (int b = 0; b < NAME_LABELS; b++)
        for (int l = 0; l < NAME_LABELS; l++)
            x->transition[b][l] = name_label_may_follow(b, l) ? expf(w->transitions[b][l]) : 0;
    for (uint32_t i = 0; i < s->n; i++) {
        float emission[NAME_ROW] = {0}, shared[SHARED] = {0}, largest = -1e30f;
        for (uint32_t k = 0; k < s->features[i].len; k++) {
            *seed = *seed * 1664525u + 1013904223u;
            x->dropped[i][k] = (float)(*seed >> 8) < DROP * (float)(1 << 24);
            if (x->dropped[i][k])
                continue;
            for (int l = 0; l < NAME_LABELS; l++)
                emission[l] += w->rows[s->features[i].hashes[k]][l] / (1 - DROP);
            for (int l = 0; l < SHARED; l++)
                shared[l] += w->shared[s->features[i].hashes[k]][l] / (1 - DROP);
        }
        share_out(shared, emission);
        for (int l = 0; l < NAME_LABELS; l++)
            largest = emission[l] > largest ? emission[l] : largest;
        for (int l = 0; l < NAME_LABELS; l++)
            x->psi[i][l] = s->features[i].plain && l ? 0 : expf(emission[l] - largest);
    }
}

/* Forward and backward, each position scaled to sum 1. */
static void run_lattice(const Sample *s, Lattice *x)
{
    uint32_t n = s->n;
    for (uint32_t i = 0; i < n; i++) {
        float sum = 0;
        for (int l = 0; l < NAME_LABELS; l++) {
            float in = i ? 0 : x->transition[0][l];
            for (int b = 0; i && b < NAME_LABELS; b++)
                in += x->alpha[i - 1][b] * x->transition[b][l];
            sum += x->alpha[i][l] = in * x->psi[i][l];
        }
        for (int l = 0; l < NAME_LABELS; l++)
            x->alpha[i][l] /= sum > 0 ? sum : 1;
    }
    for (uint32_t i = n; i-- > 0;) {
        float sum = 0;
        for (int b = 0; b < NAME_LABELS; b++) {
            float out = i + 1 < n ? 0 : (b && (b - 1) % 3 == 0 ? 0 : 1); /* nothing may end in a begin */
            for (int l = 0; i + 1 < n && l < NAME_LABELS; l++)
                out += x->transition[b][l] * x->psi[i + 1][l] * x->beta[i + 1][l];
            sum += x->beta[i][b] = out;
        }
        for (int b = 0; b < NAME_LABELS; b++)
            x->beta[i][b] /= sum > 0 ? sum : 1;
    }
}

static void learn_feature(Weights *w, uint32_t feature, const float *gradients, const float *shared)
{
    for (int l = 0; l < NAME_LABELS; l++)
        ascend(&w->rows[feature][l], &w->row_squares[feature][l], gradients[l]);
    for (int l = 0; l < SHARED; l++)
        ascend(&w->shared[feature][l], &w->shared_squares[feature][l], shared[l]);
}

static void learn_sample(Weights *w, const Sample *s, Lattice *x, uint32_t *seed)
{
    fill_lattice(w, s, x, seed);
    run_lattice(s, x);
    memset(x->edges, 0, sizeof x->edges);
    for (uint32_t i = 0; i < s->n; i++) {
        float share[NAME_ROW], shared[SHARED] = {0}, sum = 0, pairs = 0;
        for (int l = 0; l < NAME_LABELS; l++)
            sum += share[l] = x->alpha[i][l] * x->beta[i][l];
        for (int b = 0; b < NAME_LABELS; b++)
            for (int l = 0; l < NAME_LABELS; l++)
                pairs += (i ? x->alpha[i - 1][b] : b == 0) * x->transition[b][l] * x->psi[i][l] * x->beta[i][l];
        for (int b = 0; pairs > 0 && b < NAME_LABELS; b++)
            for (int l = 0; l < NAME_LABELS; l++)
                x->edges[b][l] -=
                    (i ? x->alpha[i - 1][b] : b == 0) * x->transition[b][l] * x->psi[i][l] * x->beta[i][l] / pairs;
        x->edges[i ? s->labels[i - 1] : 0][s->labels[i]] += 1;
        if (s->features[i].plain || sum <= 0)
            continue;
        for (int l = 0; l < NAME_LABELS; l++)
            share[l] = (s->labels[i] == l) - share[l] / sum;
        share_in(share, shared);
        for (uint32_t k = 0; k < s->features[i].len; k++)
            if (!x->dropped[i][k])
                learn_feature(w, s->features[i].hashes[k], share, shared);
    }
    for (int b = 0; b < NAME_LABELS; b++)
        for (int l = 0; l < NAME_LABELS; l++)
            if (x->edges[b][l] != 0)
                ascend(&w->transitions[b][l], &w->transition_squares[b][l], x->edges[b][l]);
}

static float largest_of(const float *row)
{
    float largest = 0;
    for (int l = 0; l < NAME_LABELS; l++)
        largest = row[l] > largest ? row[l] : -row[l] > largest ? -row[l] : largest;
    return largest;
}

/* The smallest magnitude at which the rows kept have their room. */
static float threshold(const Weights *w, size_t room)
{
    float low = 0, high = 1e4f;
    for (int round = 0; round < 60; round++) {
        float middle = (low + high) / 2;
        size_t kept = 0;
        for (size_t r = 0; r < w->n; r++)
            kept += largest_of(w->rows[r]) > middle;
        if (kept > room)
            low = middle;
        else
            high = middle;
    }
    return high;
}

/* Forgets the features of little weight that have no room in the table, so that what is scored is what is written. */
static void prune(Weights *w)
{
    float least = threshold(w, NAME_ROWS / 2);
    for (size_t r = 0; r < w->n; r++)
        if (largest_of(w->rows[r]) <= least)
            memset(w->rows[r], 0, sizeof w->rows[r]);
}

static void train_once(Weights *w, const Samples *samples, size_t skip_begin, size_t skip_end, uint32_t seed)
{
    uint32_t *order = mem_alloc(samples->len * sizeof *order);
    Lattice *lattice = mem_zero(1, sizeof *lattice);
    for (uint32_t i = 0; i < samples->len; i++)
        order[i] = i;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        for (size_t i = samples->len; i-- > 1;) {
            seed = seed * 1664525u + 1013904223u;
            uint32_t k = (uint32_t)(((uint64_t)seed * (i + 1)) >> 32), swap = order[i];
            order[i] = order[k], order[k] = swap;
        }
        for (size_t i = 0; i < samples->len; i++)
            if (order[i] < skip_begin || order[i] >= skip_end)
                learn_sample(w, &samples->data[order[i]], lattice, &seed);
    }
    free(order);
    free(lattice);
}

/* The mean over a few orders of the samples; it is steadier than any one of them. Samples from skip_begin to skip_end
 * are left out. */
static void train(Weights *w, const Samples *samples, size_t skip_begin, size_t skip_end)
{
    for (uint32_t order = 1; order <= ORDERS; order++) {
        Weights once;
        weights_init(&once, w->n);
        train_once(&once, samples, skip_begin, skip_end, order);
        for (size_t r = 0; r < w->n; r++) {
            share_out(once.shared[r], once.rows[r]);
            for (int l = 0; l < NAME_LABELS; l++)
                w->rows[r][l] += once.rows[r][l] / ORDERS;
        }
        for (int b = 0; b < NAME_LABELS; b++)
            for (int l = 0; l < NAME_LABELS; l++)
                w->transitions[b][l] += once.transitions[b][l] / ORDERS;
        weights_release(&once);
    }
    for (int b = 0; b < NAME_LABELS; b++)
        for (int l = 1; l < NAME_LABELS; l++)
            w->transitions[b][l] += (l - 1) % 3 != 1 ? BONUS[(l - 1) / 3] : 0;
    prune(w);
}

typedef struct Score {
    size_t gold, said, hit;
} Score;

static void score(const Weights *w, const Sample *s, Score *scores)
{
    uint8_t guess[LONGEST];
    if (!s->scored)
        return;
    decode(w, s, guess);
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
        largest = largest_of(w->rows[r]) > largest ? largest_of(w->rows[r]) : largest;
    float scale = 127 / (largest > 0 ? largest : 1);
    int8_t *rows = mem_zero(NAME_ROWS, NAME_ROW);
    size_t kept = 0;
    for (size_t r = 0; r < w->n; r++) {
        int8_t row[NAME_ROW];
        if (largest_of(w->rows[r]) == 0)
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
    fwrite(t->heads, sizeof *t->heads, NAME_HEAD_SLOTS, f);
    fwrite(t->letters, sizeof *t->letters, NAME_LETTER_ROWS, f);
    fwrite(rows, NAME_ROW, NAME_ROWS, f);
    free(rows);
    free(seen);
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
    t.heads = mem_zero(NAME_HEAD_SLOTS, sizeof *t.heads);
    t.letters = mem_zero(NAME_LETTER_ROWS, sizeof *t.letters);
    t.lists = (NameLists){t.slots, t.heads, (const int8_t(*)[LETTER_KINDS])t.letters};
    if (read_lists(&t, argv[2]) || read_letters(&t, argv[3]) || read_jsonl(&t, argv[4]))
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
        train(&w, &t.samples, begin, end);
        for (size_t i = begin; i < end; i++)
            score(&w, &t.samples.data[i], scores);
        weights_release(&w);
    }
    printf("%d-fold cross-validation on %zu sentences, %zu more to learn from\n", FOLDS, scored,
           t.samples.len - scored);
    print_scores(scores);
    Weights w;
    weights_init(&w, t.hashes.len);
    train(&w, &t.samples, SIZE_MAX, SIZE_MAX);
    int failed = write_model(&t, &w, argv[6]);
    weights_release(&w);
    language_close(language);
    arena_release(&t.arena);
    vec_release(&t.samples);
    free(t.slots);
    free(t.heads);
    free(t.letters);
    return failed;
}
