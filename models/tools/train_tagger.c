/* train_tagger: train_tagger [-e] LEXICON OUT TREEBANK.conllu…
 *
 * Trains the weights of language/tagger.h on Universal Dependencies treebanks and writes them to OUT. First prints what
 * cross-validation says of them: five folds, each every fifth block of ten sentences; -e lists each error: class and form
 * of the treebank, of the model, and the word. The same input gives the same file. */
#include "base/vec.h"
#include "language/tagger.h"

#include <stdio.h>
#include <stdlib.h>

enum { EPOCHS = 5, RUNS = 6, FOLDS = 5, BLOCK_SENTENCES = 10, SCORED = 1, TRAINED = 2 };

typedef struct Sample {
    size_t first, n; /* words */
    int use;         /* SCORED, TRAINED or both */
    uint32_t block;
} Sample;

typedef struct Corpus {
    Arena arena;
    VEC(WordInfo) words;
    VEC(uint8_t) gold; /* label of each word */
    VEC(uint8_t) mood; /* FORM_ of a finite one, FORM_NONE else */
    VEC(Sample) samples;
} Corpus;

typedef struct Weights {
    float (*now)[TAG_WIDTH], (*total)[TAG_WIDTH];
    float step;
    float (*sum)[TAG_WIDTH]; /* of the averages of all runs */
} Weights;

/* ---- reading ---- */

static bool has(Str features, const char *feature) { return str_find(features, str_of(feature), 0) != SIZE_MAX; }

/* `tag`: the treebank's own tag; PUD often has no VerbForm, its VBN is a participle. */
static TagForm form_of(Str tag, Str features, Str relation, bool verb)
{
    if (str_equal(relation, STR("compound:prt")) && !verb)
        return FORM_PREFIX;
    if (!verb)
        return FORM_NONE;
    if (has(features, "Mood=Sub"))
        return FORM_SUB;
    if (has(features, "Mood=Imp"))
        return FORM_IMP;
    if (has(features, "VerbForm=Inf"))
        return FORM_INF;
    if (has(features, "VerbForm=Part") || str_equal(tag, STR("VBN")) || str_equal(tag, STR("ADJD")))
        return FORM_PART;
    return has(features, "VerbForm=Fin") || has(features, "Mood=Ind") ? FORM_IND : FORM_INF;
}

static uint8_t label_of(Str class, Str tag, Str features, Str relation)
{
    bool verb = str_equal(class, STR("VERB")) || str_equal(class, STR("AUX"));
    TagForm form = form_of(tag, features, relation, verb);
    for (int pass = 0; pass < 2; pass++, form = FORM_NONE) /* a prefix that is no ADP or ADV has no label of its own */
        for (uint8_t l = 0; l < TAG_LABELS; l++)
            if (TAG_LABEL[l].form == form && str_equal(class, str_of(word_class_name((WordClass)TAG_LABEL[l].class))))
                return l;
    return 0;
}

typedef struct Line {
    Str form;
    uint8_t label;
} Line;
typedef VEC(Line) Lines;

static void add_sample(Corpus *c, const Lexicon *lexicon, const Lines *lines, int use, uint32_t block)
{
    if (!lines->len)
        return;
    vec_push(&c->samples, (Sample){c->words.len, lines->len, use, block});
    for (size_t i = 0; i < lines->len; i++) {
        WordInfo info;
        Str form = arena_str(&c->arena, lines->data[i].form);
        word_look_up(lexicon, form, word_opens(i ? lines->data[i - 1].form : STR_EMPTY), &info);
        vec_push(&c->words, info);
        vec_push(&c->gold, lines->data[i].label);
    }
    words_note_first_person(c->words.data + c->words.len - lines->len, lines->len);
}

/* Reads a sentence into `apart` (contractions taken apart: "an dem") and `whole` (as texts have them: "am", an ADP). */
static bool read_sentence(FILE *f, Corpus *c, Lines *apart, Lines *whole)
{
    char *line = NULL;
    size_t cap = 0, inside = 0; /* last word of the contraction we are in */
    ssize_t got;
    bool any = false;
    apart->len = whole->len = 0;
    while ((got = getline(&line, &cap, f)) > 0) {
        Str rest = str_trim(str_make(line, (size_t)got)), column[10];
        any = true;
        if (!rest.len)
            break;
        if (rest.data[0] == '#')
            continue;
        for (int i = 0; i < 10; i++)
            if (!str_split(&rest, '\t', &column[i]))
                column[i] = STR_EMPTY;
        Line l = {arena_str(&c->arena, column[1]), label_of(column[3], column[4], column[5], column[7])};
        size_t dash = str_find_char(column[0], '-', 0);
        if (dash != SIZE_MAX) {
            inside = (size_t)atoi(column[0].data + dash + 1);
            l.label = label_of(STR("ADP"), STR_EMPTY, STR_EMPTY, STR_EMPTY);
            vec_push(whole, l);
            continue;
        }
        if (str_find_char(column[0], '.', 0) != SIZE_MAX)
            continue;
        vec_push(apart, l);
        if ((size_t)atoi(column[0].data) > inside)
            vec_push(whole, l);
        else if ((size_t)atoi(column[0].data) == inside)
            inside = 0;
    }
    free(line);
    return any;
}

static bool read_treebank(Corpus *c, const Lexicon *lexicon, const char *path, uint32_t *n_sentences)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return false;
    Lines apart = {0}, whole = {0};
    while (read_sentence(f, c, &apart, &whole)) {
        uint32_t block = *n_sentences / BLOCK_SENTENCES;
        bool same = apart.len == whole.len;
        *n_sentences += apart.len > 0;
        add_sample(c, lexicon, &apart, SCORED | TRAINED, block);
        if (!same)
            add_sample(c, lexicon, &whole, TRAINED, block);
    }
    vec_release(&apart);
    vec_release(&whole);
    fclose(f);
    return true;
}

/* ---- training ---- */

static uint8_t best_label(float (*rows)[TAG_WIDTH], const uint32_t *features, size_t k, uint32_t allowed)
{
    float scores[TAG_WIDTH] = {0};
    for (size_t f = 0; f < k; f++)
        for (int l = 0; l < TAG_WIDTH; l++)
            scores[l] += rows[features[f]][l];
    int best = -1;
    for (int l = 0; l < TAG_LABELS; l++)
        if (allowed >> l & 1 && (best < 0 || scores[l] > scores[best]))
            best = l;
    return (uint8_t)best;
}

static void learn(Weights *w, const Corpus *c, const Sample *s)
{
    const WordInfo *words = c->words.data + s->first;
    TagState state = TAG_STATE_START;
    for (size_t i = 0; i < s->n; i++) {
        uint32_t features[TAG_FEATURES];
        tag_features(words, s->n, i, &state, features);
        uint8_t gold = c->gold.data[s->first + i];
        uint8_t said = best_label(w->now, features, TAG_FEATURES, tag_allowed(&words[i]) | 1u << gold);
        w->step += 1;
        for (size_t f = 0; f < TAG_FEATURES && said != gold; f++) {
            w->now[features[f]][gold] += 1;
            w->total[features[f]][gold] += w->step;
            w->now[features[f]][said] -= 1;
            w->total[features[f]][said] -= w->step;
        }
        tag_advance(&state, &words[i], said);
    }
}

static void shuffle(uint32_t *order, size_t n, uint32_t *random)
{
    for (size_t i = n; i > 1; i--) {
        *random = *random * 1664525u + 1013904223u;
        size_t j = (size_t)((uint64_t)*random * i >> 32);
        uint32_t swap = order[i - 1];
        order[i - 1] = order[j], order[j] = swap;
    }
}

/* One averaged perceptron over all samples but those of fold `without`, added to w->sum. */
static void train_run(const Corpus *c, uint32_t without, Weights *w, uint32_t *order, uint32_t *random)
{
    memset(w->now, 0, TAGGER_ROWS * sizeof *w->now);
    memset(w->total, 0, TAGGER_ROWS * sizeof *w->total);
    w->step = 0;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        shuffle(order, c->samples.len, random);
        for (size_t i = 0; i < c->samples.len; i++) {
            const Sample *s = &c->samples.data[order[i]];
            if (s->use & TRAINED && s->block % FOLDS != without)
                learn(w, c, s);
        }
    }
    for (size_t r = 0; r < TAGGER_ROWS; r++)
        for (int l = 0; l < TAG_WIDTH; l++)
            w->sum[r][l] += w->now[r][l] - w->total[r][l] / w->step;
}

/* Trains without the samples of fold `without` (FOLDS = with all): the mean of several runs in different orders, rounded. */
static void train(const Corpus *c, uint32_t without, Weights *w, int8_t (*rows)[TAG_WIDTH])
{
    enum { SCALE = 12 };
    uint32_t *order = mem_zero(c->samples.len, sizeof *order), random = 1;
    for (uint32_t i = 0; i < c->samples.len; i++)
        order[i] = i;
    memset(w->sum, 0, TAGGER_ROWS * sizeof *w->sum);
    for (int run = 0; run < RUNS; run++)
        train_run(c, without, w, order, &random);
    vec_free(order);
    for (size_t r = 0; r < TAGGER_ROWS; r++)
        for (int l = 0; l < TAG_WIDTH; l++) {
            float v = w->sum[r][l] * SCALE / RUNS;
            rows[r][l] = (int8_t)(v > 127 ? 127 : v < -127 ? -127 : v < 0 ? v - 0.5f : v + 0.5f);
        }
}

typedef struct Score {
    size_t words, right, finite, mood_right, sub_said, sub_true, sub_right;
} Score;

static TagForm mood_of(uint8_t label)
{
    TagForm form = (TagForm)TAG_LABEL[label].form;
    return form == FORM_IND || form == FORM_SUB || form == FORM_IMP ? form : FORM_NONE;
}

static void tell_error(const WordInfo *w, uint8_t gold, uint8_t said)
{
    printf("%s/%d %s/%d %.*s\n", word_class_name((WordClass)TAG_LABEL[gold].class), mood_of(gold),
           word_class_name((WordClass)TAG_LABEL[said].class), mood_of(said), STR_ARG(w->word));
}

static void score_sample(const Corpus *c, const Sample *s, const Tagger *tagger, Score *out, bool tell)
{
    uint8_t *said = mem_alloc(s->n);
    tagger_run(tagger, c->words.data + s->first, s->n, said);
    for (size_t i = 0; i < s->n; i++) {
        uint8_t gold = c->gold.data[s->first + i];
        TagForm mood = mood_of(gold), said_mood = mood_of(said[i]);
        out->words++;
        out->right += TAG_LABEL[gold].class == TAG_LABEL[said[i]].class;
        out->finite += mood != FORM_NONE;
        out->mood_right += mood != FORM_NONE && mood == said_mood;
        out->sub_true += mood == FORM_SUB;
        out->sub_said += said_mood == FORM_SUB;
        out->sub_right += mood == FORM_SUB && said_mood == FORM_SUB;
        if (tell && (TAG_LABEL[gold].class != TAG_LABEL[said[i]].class || mood != said_mood))
            tell_error(&c->words.data[s->first + i], gold, said[i]);
    }
    vec_free(said);
}

static void print_score(const Score *s)
{
    double p = (double)s->sub_right / (double)(s->sub_said + !s->sub_said),
           r = (double)s->sub_right / (double)(s->sub_true + !s->sub_true);
    printf("UPOS %.2f %%, mood %.2f %%, Konjunktiv F1 %.1f, over %zu words\n",
           100.0 * (double)s->right / (double)s->words, 100.0 * (double)s->mood_right / (double)s->finite,
           p + r > 0 ? 200 * p * r / (p + r) : 0, s->words);
}

static bool write_weights(const char *path, int8_t (*rows)[TAG_WIDTH])
{
    char head[32] = TAGGER_MAGIC;
    uint32_t numbers[] = {TAG_LABELS, TAG_WIDTH, (uint32_t)TAGGER_ROWS};
    memcpy(head + 8, numbers, sizeof numbers);
    FILE *f = fopen(path, "wb");
    if (!f)
        return false;
    fwrite(head, sizeof head, 1, f);
    fwrite(rows, sizeof *rows, TAGGER_ROWS, f);
    return fclose(f) == 0;
}

int main(int argc, char **argv)
{
    bool tell = argc > 1 && strcmp(argv[1], "-e") == 0;
    argc -= tell, argv += tell;
    Lexicon lexicon;
    Error err;
    Corpus c = {0};
    uint32_t n_sentences = 0;
    if (argc < 4 || lexicon_open(&lexicon, argv[1], &err) != LAGEBILD_OK) {
        fprintf(stderr, argc < 4 ? "usage: train_tagger [-e] LEXICON OUT TREEBANK.conllu…\n"
                                 : "the lexicon cannot be opened\n");
        return 2;
    }
    for (int i = 3; i < argc; i++)
        if (!read_treebank(&c, &lexicon, argv[i], &n_sentences)) {
            perror(argv[i]);
            return 1;
        }
    Weights w = {mem_zero(TAGGER_ROWS, sizeof *w.now), mem_zero(TAGGER_ROWS, sizeof *w.total), 0,
                 mem_zero(TAGGER_ROWS, sizeof *w.sum)};
    int8_t(*rows)[TAG_WIDTH] = mem_zero(TAGGER_ROWS, sizeof *rows);
    Score score = {0};
    for (uint32_t fold = 0; fold < FOLDS; fold++) {
        train(&c, fold, &w, rows);
        Tagger tagger = {.rows = (const int8_t(*)[TAG_WIDTH])rows};
        for (size_t i = 0; i < c.samples.len; i++)
            if (c.samples.data[i].use & SCORED && c.samples.data[i].block % FOLDS == fold)
                score_sample(&c, &c.samples.data[i], &tagger, &score, tell);
    }
    print_score(&score);
    train(&c, FOLDS, &w, rows);
    if (!write_weights(argv[2], rows)) {
        perror(argv[2]);
        return 1;
    }
    return 0;
}
