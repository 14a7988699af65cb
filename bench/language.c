/* Speed of src/language and src/statement by stage, on one core: xz -dc articles.jsonl.xz | build/bench/language
 *
 * Reads articles as JSON lines (text, published) from stdin; without any, it reads a few sentences of its own again and
 * again. Prints tokens per second for each stage alone and for the whole analysis, and the time to open the models. */
#include "language/language.h"
#include "statement/statement.h"

#include "base/vec.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef VEC(Article) Articles;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void add_article(Articles *articles, Arena *arena, Str text, Str published)
{
    VEC(Block) blocks = {0};
    Article a = {.text = arena_str(arena, text), .published = arena_str(arena, published), .lang = STR("de")};
    Str rest = a.text, line;
    while (str_split(&rest, '\n', &line))
        if (line.len)
            vec_push(&blocks,
                     (Block){{(uint32_t)(line.data - a.text.data), (uint32_t)(line.data - a.text.data + line.len)},
                             BLOCK_PARAGRAPH,
                             ""});
    a.n_blocks = blocks.len;
    a.blocks = vec_to_arena(&blocks, arena);
    vec_push(articles, a);
}

static void read_articles(Articles *articles, Arena *arena)
{
    char *line = NULL;
    size_t cap = 0;
    ssize_t n;
    while ((n = getline(&line, &cap, stdin)) > 0) {
        json_t *object = json_loadb(line, (size_t)n, 0, NULL);
        Str text = str_of(json_string_value(json_object_get(object, "text")));
        if (text.len)
            add_article(articles, arena, text, str_of(json_string_value(json_object_get(object, "published"))));
        json_decref(object);
    }
    free(line);
}

static const char OWN_TEXT[] =
    "Velmlands Außenministerin Jana Ott hat nach dem Krisentreffen mit ihrem Amtskollegen aus Ostan eine vorsichtige "
    "Bilanz gezogen.\n"
    "„Das Gespräch war offen und nützlich“, sagte Ott am Freitag in der Hafenstadt Kern. Der Dialog werde in der "
    "kommenden Woche "
    "fortgesetzt, kündigte sie an. Rund 12.000 Soldaten stünden noch an der Grenze, erklärte das "
    "Verteidigungsministerium.\n"
    "Ostans Regierung wies die Vorwürfe zurück: Man habe niemanden bedroht und hege keine Angriffspläne. Bereits am "
    "21. Januar "
    "hatten beide Seiten über Sicherheitsgarantien verhandelt, die Ostan seit 2014 fordert.\n";

static void rate(const char *stage, size_t tokens, double seconds)
{
    printf("%-12s %6.2f M tokens/s\n", stage, seconds > 0 ? (double)tokens / seconds / 1e6 : 0);
}

int main(void)
{
    Arena texts = ARENA_INIT, arena = ARENA_INIT;
    Articles articles = {0};
    Language *language;
    Error err;
    double start = now();
    if (language_open(&language, NULL, &err) != LAGEBILD_OK) {
        fprintf(stderr, "%s: %s\n", err.where, err.message);
        return 1;
    }
    printf("opening the models: %.2f ms\n", (now() - start) * 1e3);
    read_articles(&articles, &texts);
    for (int i = 0; articles.len < 2000 && (i < 2000 && articles.len == (size_t)i); i++)
        add_article(&articles, &texts, STR(OWN_TEXT), STR("2031-01-24"));
    enum { SEGMENT, WORDS, TIMES, QUANTITIES, NAMES, STATEMENTS, STAGES };
    static const char *const STAGE_NAMES[STAGES] = {"segment", "words", "times", "quantities", "names", "statements"};
    double spent[STAGES] = {0};
    size_t tokens = 0;
    for (size_t i = 0; i < articles.len; i++) {
        const Article *article = &articles.data[i];
        Analysis a = {0};
        double t[STAGES + 1] = {now()};
        segment_article(article, &arena, &a);
        t[1] = now();
        for (size_t s = 0; s < a.n_sentences; s++)
            words_tag(language, article->text, sentence_tokens(&a, &a.sentences[s]), a.sentences[s].count, &arena);
        t[2] = now();
        times_find(article, &arena, &a);
        t[3] = now();
        quantities_find(article, &arena, &a);
        t[4] = now();
        names_find(language, article, &arena, &a);
        t[5] = now();
        Statements statements;
        statement_find(article, &a, &arena, &statements);
        t[6] = now();
        for (int k = 0; k < STAGES; k++)
            spent[k] += t[k + 1] - t[k];
        tokens += a.n_tokens;
        arena_reset(&arena);
    }
    double all = 0;
    for (int k = 0; k < STAGES; k++) {
        rate(STAGE_NAMES[k], tokens, spent[k]);
        if (k == STATEMENTS)
            rate("analysis", tokens, all); /* all but the statements */
        all += spent[k];
    }
    rate("all", tokens, all);
    printf("%zu articles, %zu tokens\n", articles.len, tokens);
    language_close(language);
    arena_release(&arena);
    arena_release(&texts);
    vec_release(&articles);
    return 0;
}
