/* Runs examples.txt: stories of a few articles, with lines that their picture must have ("+ …") or must not have ("! …").
 * Needs models/, as the program does. */
#include "test.h"

#include "picture/picture.h"

#define EXAMPLES "test/picture/examples.txt"
#define ARTICLES_MAX 8

static Language *language;

typedef struct Example {
    Arena arena;
    Article articles[ARTICLES_MAX];
    Analysis analyses[ARTICLES_MAX];
    Statements statements[ARTICLES_MAX];
    PictureSource sources[ARTICLES_MAX];
    size_t n;
} Example;

/* "-- 2031-03-05": a date or nothing; the lines of `text` are the article's paragraphs. */
static void add_article(Example *e, Str head, Str text)
{
    Error err;
    Page page = {.kind = PAGE_CLEAN, .bytes = text, .media_type = STR("text/plain"), .lang = STR("de"),
                 .published = str_trim(str_slice(head, 2, head.len))};
    if (e->n == ARTICLES_MAX || article_make(&page, &e->arena, &e->articles[e->n], &err) != LAGEBILD_OK)
        return;
    language_analyse(language, &e->articles[e->n], &e->arena, &e->analyses[e->n]);
    statement_find(&e->articles[e->n], &e->analyses[e->n], &e->arena, &e->statements[e->n]);
    e->sources[e->n] = (PictureSource){&e->articles[e->n], &e->analyses[e->n], &e->statements[e->n]};
    e->n++;
}

static void add_spans(StrBuf *out, const Example *e, const PictureSpan *spans, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        strbuf_add_format(out, "%s%u ", i ? " | " : "", spans[i].article + 1);
        strbuf_add(out, str_span(e->articles[spans[i].article].text, spans[i].span));
    }
    strbuf_add_char(out, '\n');
}

static void list_articles(StrBuf *out, const Picture *p)
{
    for (size_t i = 0; i < p->n_articles; i++) {
        const PictureArticle *a = &p->articles[i];
        strbuf_add_format(out, "article %zu: %.*s %s%s", i + 1, STR_ARG(a->published), date_basis_name(a->basis),
                          a->independent ? ", independent" : "");
        if (a->taken_from != UINT32_MAX)
            strbuf_add_format(out, ", taken from %u", a->taken_from + 1);
        if (a->agency.len)
            strbuf_add_format(out, ", both from %.*s", STR_ARG(a->agency));
        strbuf_add_char(out, '\n');
    }
    for (size_t i = 0; i < p->n_entities; i++) {
        strbuf_add_format(out, "entity %s: %.*s =", entity_kind_name(p->entities[i].kind),
                          STR_ARG(p->entities[i].name));
        for (size_t k = 0; k < p->entities[i].n_forms; k++)
            strbuf_add_format(out, "%s %.*s", k ? "," : "", STR_ARG(p->entities[i].forms[k]));
        strbuf_add_char(out, '\n');
    }
}

static void list_groups(StrBuf *out, const Example *e, const Picture *p)
{
    for (size_t i = 0; i < p->n_groups; i++) {
        strbuf_add_c(out, "group:");
        for (size_t k = 0; k < p->groups[i].n_members; k++) {
            const PictureStatement *s = &p->statements[p->groups[i].members[k]];
            const Statement *statement = &e->statements[s->article].data[s->index];
            CHECK_INT(s->group, i);
            strbuf_add_format(out, "%s %u ", k ? " |" : "", s->article + 1);
            strbuf_add(out, str_span(e->articles[s->article].text, statement->quote.data[0]));
        }
        strbuf_add_char(out, '\n');
    }
}

/* All that the picture shows, a line each. */
static void list(StrBuf *out, const Example *e, const Picture *p)
{
    list_articles(out, p);
    list_groups(out, e, p);
    for (size_t i = 0; i < p->n_passages; i++) {
        strbuf_add_format(out, "passage %s: ", copy_kind_name(p->passages[i].kind));
        add_spans(out, e, p->passages[i].spans, p->passages[i].n_spans);
    }
    for (size_t i = 0; i < p->n_differences; i++) {
        strbuf_add_format(out, "difference %s: ", difference_class_name(p->differences[i].class));
        add_spans(out, e, p->differences[i].spans, p->differences[i].n_spans);
    }
    for (size_t i = 0; i < p->n_spun; i++) {
        const SpunWord *s = &p->spun[i];
        strbuf_add_format(out, "spun: %u %.*s for %.*s\n", s->at.article + 1,
                          STR_ARG(str_span(e->articles[s->at.article].text, s->at.span)), STR_ARG(s->stands_for));
    }
    for (size_t i = 0; i < p->n_timeline; i++) {
        strbuf_add_format(out, "time %.*s: ", STR_ARG(p->timeline[i].value));
        add_spans(out, e, &p->timeline[i].at, 1);
    }
}

/* Whether some line of `all` begins with `wanted`. */
static bool has_line(Str all, Str wanted)
{
    Str line;
    while (str_split(&all, '\n', &line))
        if (str_starts(line, wanted))
            return true;
    return false;
}

static void check(Str name, const Example *e, const Picture *p, Str wanted)
{
    StrBuf got = STRBUF_INIT;
    list(&got, e, p);
    Str line;
    bool bad = false;
    while (str_split(&wanted, '\n', &line)) {
        if (line.len < 3 || has_line(strbuf_str(&got), str_slice(line, 2, line.len)) == (line.data[0] == '+'))
            continue;
        printf("%s: %s \"%.*s\"\n", EXAMPLES, line.data[0] == '+' ? "missing" : "should not be", (int)line.len - 2,
               line.data + 2);
        bad = true;
    }
    if (bad) {
        printf("   in \"%.*s\", which gives\n%.*s", STR_ARG(name), (int)got.len, got.data);
        test_bad++;
    }
    strbuf_release(&got);
}

static void run_example(Str example)
{
    Example *e = calloc(1, sizeof *e);
    Str rest = example, line, name = STR_EMPTY, head = STR_EMPTY;
    const char *text = NULL, *wanted = NULL;
    str_split(&rest, '\n', &name);
    while (!wanted && str_split(&rest, '\n', &line)) {
        bool is_head = str_starts(line, STR("--")),
             is_wanted = line.len && (line.data[0] == '+' || line.data[0] == '!');
        if (!is_head && !is_wanted)
            continue;
        if (text)
            add_article(e, head, str_make(text, (size_t)(line.data - text)));
        head = line;
        text = line.data + line.len + 1;
        wanted = is_wanted ? line.data : NULL;
    }
    Picture p;
    Error err;
    CHECK(wanted != NULL && e->n > 0);
    CHECK(picture_make(e->sources, e->n, 1, &e->arena, &p, &err) == LAGEBILD_OK);
    if (wanted)
        check(name, e, &p, str_make(wanted, (size_t)(example.data + example.len - wanted)));
    arena_release(&e->arena);
    free(e);
}

static Str file;
static void one_example(void) { run_example(file); }

static Str read_file(const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return STR_EMPTY;
    static char data[1 << 16];
    size_t n = fread(data, 1, sizeof data, f);
    fclose(f);
    return str_make(data, n);
}

static void no_articles(void)
{
    Arena arena = ARENA_INIT;
    Picture p;
    Error err;
    CHECK(picture_make(NULL, 0, 1, &arena, &p, &err) == LAGEBILD_OK);
    CHECK(p.n_statements == 0 && p.n_differences == 0 && p.n_independent == 0);
    arena_release(&arena);
}

int main(void)
{
    Error err;
    if (language_open(&language, "models", &err) != LAGEBILD_OK) {
        printf("%s: %s\n", err.where, err.message);
        return 1;
    }
    TEST(no_articles);
    Str all = read_file(EXAMPLES);
    size_t at = str_find(all, STR("\n== "), 0);
    while (at != SIZE_MAX) {
        size_t end = str_find(all, STR("\n== "), at + 4);
        file = str_slice(all, at + 4, end == SIZE_MAX ? all.len : end);
        TEST(one_example);
        at = end;
    }
    language_close(language);
    return TEST_END;
}
