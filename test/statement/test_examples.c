/* Runs examples.txt: texts with the statements that are to be found in them. Needs models/, as the program does. */
#include "test.h"

#include "statement/statement.h"

#define EXAMPLES "test/statement/examples.txt"

static Language *language;

/* All statements of a text whose lines are paragraphs; all lives in `arena`. */
static Str find(Str text, Arena *arena, Analysis *an, Statements *out)
{
    Page page = {.kind = PAGE_CLEAN, .bytes = text, .media_type = STR("text/plain"), .lang = STR("de")};
    Article article;
    Error err;
    if (article_make(&page, arena, &article, &err) != LAGEBILD_OK) {
        *out = (Statements){0};
        return STR_EMPTY;
    }
    language_analyse(language, &article, arena, an);
    statement_find(&article, an, arena, out);
    return article.text;
}

static void add_spans(StrBuf *b, Str text, Spans spans)
{
    for (size_t i = 0; i < spans.len; i++) {
        if (i)
            strbuf_add_c(b, " // ");
        strbuf_add(b, str_span(text, spans.data[i]));
    }
}

static bool field_fits(Str want, Str got)
{
    want = str_trim(want);
    Str more = STR("…");
    return str_ends(want, more) ? str_starts(got, str_slice(want, 0, want.len - more.len)) : str_equal(want, got);
}

static bool fits(Str line, Str text, const Statement *s)
{
    Str rest = line, want;
    const Spans spans[] = {s->quote, s->speaker, s->cue, s->addressee, s->frame};
    for (int i = -1; i < 6 && str_split(&rest, '|', &want); i++) {
        StrBuf got = STRBUF_INIT;
        if (i < 0)
            strbuf_add_c(&got, statement_type_name(s->type));
        else if (i < 5)
            add_spans(&got, text, spans[i]);
        else
            strbuf_add_c(&got, act_name(s->act));
        /* empty means nothing in the middle of a line, anything where the rest was left out */
        bool same = field_fits(want, strbuf_str(&got)) || (i >= 2 && str_trim(want).len == 0);
        strbuf_release(&got);
        if (!same)
            return false;
    }
    return true;
}

static void print_found(Str text, const Statement *s)
{
    StrBuf b = STRBUF_INIT;
    const Spans spans[] = {s->quote, s->speaker, s->cue, s->addressee, s->frame};
    strbuf_add_c(&b, statement_type_name(s->type));
    for (int i = 0; i < 5; i++) {
        strbuf_add_c(&b, " | ");
        add_spans(&b, text, spans[i]);
    }
    printf("    found: %.*s | %s (%s; %s)\n", STR_ARG(strbuf_str(&b)), act_name(s->act), s->why, s->act_why);
    strbuf_release(&b);
}

/* One example: `text` and the lines of what is to be found. */
static void check_example(Str text, const Str *wanted, size_t n)
{
    Arena arena = ARENA_INIT;
    Analysis an = {0};
    Statements found;
    Str normal = find(text, &arena, &an, &found);
    bool good = found.len == n;
    for (size_t i = 0; good && i < n; i++)
        good = fits(wanted[i], normal, &found.data[i]);
    if (good) {
        test_passed++;
    } else {
        printf("FAILED %.*s\n", STR_ARG(text));
        for (size_t i = 0; i < found.len; i++)
            print_found(normal, &found.data[i]);
        for (size_t i = 0; i < n; i++)
            printf("    want:  %.*s\n", STR_ARG(wanted[i]));
        test_failed++;
    }
    arena_release(&arena);
}

static bool is_wanted(Str line)
{
    return str_starts(line, STR("Direct |")) || str_starts(line, STR("Indirect |")) ||
           str_starts(line, STR("IndirectFreeIndirect |")) || str_starts(line, STR("FreeIndirect |")) ||
           str_starts(line, STR("Reported |"));
}

static void run_examples(Str file)
{
    Str rest = file, line, wanted[16];
    StrBuf text = STRBUF_INIT;
    size_t n = 0;
    bool more = true;
    while (more) {
        more = str_split(&rest, '\n', &line);
        bool quoted = more && str_starts(line, STR("> "));
        if ((!more || (quoted && n) || line.len == 0) && text.len) {
            check_example(strbuf_str(&text), wanted, n);
            strbuf_clear(&text);
            n = 0;
        }
        if (quoted) {
            if (text.len)
                strbuf_add_char(&text, '\n');
            strbuf_add(&text, str_slice(line, 2, line.len));
        } else if (more && is_wanted(line) && n < 16) {
            wanted[n++] = line;
        }
    }
    strbuf_release(&text);
}

static Str read_file(const char *path)
{
    FILE *f = fopen(path, "rb");
    static char data[1 << 16];
    size_t len = f ? fread(data, 1, sizeof data, f) : 0;
    if (f)
        fclose(f);
    return str_make(data, len);
}

/* Text that no newspaper prints: nothing may crash, and spans stay inside the text. */
static void check_hostile(Str text)
{
    Arena arena = ARENA_INIT;
    Analysis an = {0};
    Statements found;
    Str normal = find(text, &arena, &an, &found);
    for (size_t i = 0; i < found.len; i++) {
        const Statement *s = &found.data[i];
        CHECK(s->quote.len > 0 && s->why && s->act_why);
        for (size_t k = 0; k < s->quote.len; k++)
            CHECK(s->quote.data[k].begin < s->quote.data[k].end && s->quote.data[k].end <= normal.len);
        CHECK(s->parent == STATEMENT_NONE || s->parent < i);
    }
    arena_release(&arena);
}

static void repeat(const char *piece, size_t times)
{
    StrBuf b = STRBUF_INIT;
    for (size_t i = 0; i < times; i++)
        strbuf_add_c(&b, piece);
    check_hostile(strbuf_str(&b));
    strbuf_release(&b);
}

static void hostile_text_is_survived(void)
{
    check_hostile(STR(""));
    check_hostile(STR("„"));
    check_hostile(STR("“"));
    check_hostile(STR("„“"));
    check_hostile(STR(": „"));
    check_hostile(STR("sagte"));
    check_hostile(STR(", sagte."));
    check_hostile(STR("so, so, so"));
    check_hostile(STR("Nach Angaben"));
    check_hostile(STR("dass dass dass, dass, dass"));
    check_hostile(STR("„A“ „B“ „C“, sagte „D“ und sagte „E“, sagte er, sagte sie, wie er sagte"));
    repeat("„", 3000);
    repeat("„Ja“, sagte er, ", 2000);
    repeat("er sagte, dass ", 2000);
    repeat("(((((", 2000);
    repeat("sagte: ", 3000);
    repeat("Das sei so. ", 3000);
    repeat("nach Angaben laut so, ", 2000);
}

/* "RKI-Schätzungen" are the institute's. */
static void compounds_name_the_source(void)
{
    Arena arena = ARENA_INIT;
    Analysis an = {0};
    Statements found;
    find(
        STR("Das Robert Koch-Institut (RKI) gab neue Zahlen heraus. Nach RKI-Schätzungen sind vier Menschen erkrankt."),
        &arena, &an, &found);
    CHECK(found.len && found.data[found.len - 1].n_speakers == 1);
    if (found.len && found.data[found.len - 1].n_speakers)
        CHECK_STR(an.entities[found.data[found.len - 1].speakers[0]].name, "Robert Koch-Institut");
    arena_release(&arena);
}

int main(void)
{
    Error err;
    Str examples = read_file(EXAMPLES);
    if (!examples.len || language_open(&language, NULL, &err) != LAGEBILD_OK) {
        printf("0 passed, 0 failed, 1 skipped\n");
        return 0;
    }
    run_examples(examples);
    TEST(compounds_name_the_source);
    TEST(hostile_text_is_survived);
    language_close(language);
    return TEST_END;
}
