/* conllu.c: an analysis in the form of Universal Dependencies (https://universaldependencies.org/format.html), without trees. */
#include "view/view.h"

#include "base/vec.h"

#include <stdlib.h>

typedef struct Feature {
    const char *name; /* of the group; NULL: the same as the one before */
    const char *value;
    uint32_t bit;
} Feature;

/* By name and value, as the format wants them. */
static const Feature FEATURES[] = {
    {"Case", "Acc", FEAT_ACC},     {NULL, "Dat", FEAT_DAT},
    {NULL, "Gen", FEAT_GEN},       {NULL, "Nom", FEAT_NOM},
    {"Gender", "Fem", FEAT_FEM},   {NULL, "Masc", FEAT_MASC},
    {NULL, "Neut", FEAT_NEUT},     {"Mood", "Imp", FEAT_IMP},
    {NULL, "Ind", FEAT_IND},       {NULL, "Sub", FEAT_SUB},
    {"Number", "Plur", FEAT_PLUR}, {NULL, "Sing", FEAT_SING},
    {"Person", "1", FEAT_1},       {NULL, "2", FEAT_2},
    {NULL, "3", FEAT_3},           {"Tense", "Past", FEAT_PAST},
    {NULL, "Pres", FEAT_PRES},     {"VerbForm", "Fin", FEAT_FIN},
    {NULL, "Inf", FEAT_INF},       {NULL, "Part", FEAT_PART1 | FEAT_PART2},
};

static void add_features(StrBuf *out, uint32_t features)
{
    bool any = false, in_group = false;
    const char *name = NULL;
    for (size_t i = 0; i < sizeof FEATURES / sizeof FEATURES[0]; i++) {
        if (FEATURES[i].name) {
            name = FEATURES[i].name;
            in_group = false;
        }
        if (!(features & FEATURES[i].bit))
            continue;
        strbuf_add_format(out, in_group ? ",%s%s" : any ? "|%s=%s" : "%s=%s", in_group ? "" : name, FEATURES[i].value);
        any = in_group = true;
    }
    strbuf_add_c(out, any ? "" : "_");
}

/* A column must not hold what ends columns and lines; MISC values also not what ends values. */
static void add_column(StrBuf *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        strbuf_add_char(out, c == '\t' || c == '\n' || c == '\r' || c == ' ' ? '_' : c);
    }
    strbuf_add_c(out, text.len ? "" : "_");
}

/* A token's part in a statement. */
typedef struct Role {
    uint32_t token, statement; /* statement from 1 */
    int kind;
} Role;

typedef struct Printer {
    StrBuf *out;
    const Article *article;
    const Analysis *analysis;
    const Statements *statements;
    Utf8Index index;
    Role *roles;
    size_t n_roles;
    size_t mention, time, role; /* the first that can still touch a token */
} Printer;

static void add_mentions(Printer *p, Span token)
{
    const Analysis *an = p->analysis;
    while (p->mention < an->n_mentions && an->mentions[p->mention].span.end <= token.begin)
        p->mention++;
    bool any = false;
    for (size_t i = p->mention; i < an->n_mentions && an->mentions[i].span.begin < token.end; i++) {
        const Mention *m = &an->mentions[i];
        bool first = m->span.begin >= token.begin, last = m->span.end <= token.end && m->span.end > token.begin;
        if (!first && !last)
            continue;
        strbuf_add_c(p->out, any ? "" : "|Entity=");
        any = true;
        if (m->entity == ENTITY_NONE)
            strbuf_add_format(p->out,
                              first && last ? "(e0-%s)"
                              : first       ? "(e0-%s"
                                            : "e0)",
                              entity_kind_name(m->entity_kind));
        else if (first)
            strbuf_add_format(p->out, last ? "(e%u-%s)" : "(e%u-%s", m->entity + 1, entity_kind_name(m->entity_kind));
        else
            strbuf_add_format(p->out, "e%u)", m->entity + 1);
    }
}

static void add_times(Printer *p, Span token)
{
    const Analysis *an = p->analysis;
    while (p->time < an->n_times && an->times[p->time].span.end <= token.begin)
        p->time++;
    if (p->time == an->n_times || an->times[p->time].span.begin >= token.end)
        return;
    strbuf_add_format(p->out, "|Time%s=", time_type_name(an->times[p->time].type));
    add_column(p->out, an->times[p->time].value);
}

static int by_token(const void *x, const void *y)
{
    const Role *a = x, *b = y;
    if (a->token != b->token)
        return a->token < b->token ? -1 : 1;
    return a->kind != b->kind ? a->kind - b->kind : (a->statement > b->statement) - (a->statement < b->statement);
}

/* One entry for each token of each span of each statement, by token. */
static void collect_roles(Printer *p)
{
    VEC(Role) roles = {0};
    for (size_t i = 0; i < p->statements->len; i++) {
        const Statement *s = &p->statements->data[i];
        const Spans spans[] = {s->quote, s->speaker, s->cue, s->addressee};
        for (int kind = 0; kind < 4; kind++)
            for (size_t k = 0; k < spans[kind].len; k++)
                for (size_t t = analysis_token_at(p->analysis, spans[kind].data[k].begin);
                     t < p->analysis->n_tokens && p->analysis->tokens[t].span.begin < spans[kind].data[k].end; t++)
                    vec_push(&roles, (Role){(uint32_t)t, (uint32_t)i + 1, kind});
    }
    if (roles.len)
        qsort(roles.data, roles.len, sizeof *roles.data, by_token);
    p->roles = roles.data;
    p->n_roles = roles.len;
}

/* "|Quote=1,2|Speaker=3" */
static void add_statements(Printer *p, uint32_t token)
{
    static const char *const NAMES[] = {"Quote", "Speaker", "Cue", "Addressee"};
    int kind = -1;
    for (; p->role < p->n_roles && p->roles[p->role].token == token; p->role++) {
        const Role *r = &p->roles[p->role];
        if (r->kind != kind)
            strbuf_add_format(p->out, "|%s=%u", NAMES[r->kind], r->statement);
        else
            strbuf_add_format(p->out, ",%u", r->statement);
        kind = r->kind;
    }
}

static void add_token(Printer *p, const Sentence *sentence, uint32_t number)
{
    const Token *t = &p->analysis->tokens[sentence->first + number];
    strbuf_add_format(p->out, "%u\t", number + 1);
    add_column(p->out, str_span(p->article->text, t->span));
    strbuf_add_char(p->out, '\t');
    add_column(p->out, t->lemma);
    strbuf_add_format(p->out, "\t%s\t_\t", word_class_name((WordClass)t->class));
    add_features(p->out, t->features);
    strbuf_add_format(p->out, "\t_\t_\t_\tTokenRange=%u:%u", utf8_index_at(&p->index, t->span.begin),
                      utf8_index_at(&p->index, t->span.end));
    bool last = sentence->first + number + 1 == p->analysis->n_tokens;
    if (!last && number + 1 < sentence->count && t[1].span.begin == t->span.end)
        strbuf_add_c(p->out, "|SpaceAfter=No");
    add_mentions(p, t->span);
    add_times(p, t->span);
    add_statements(p, sentence->first + number);
    strbuf_add_char(p->out, '\n');
}

void view_conllu(StrBuf *out, const StoreRow *row, const Article *article, const Analysis *analysis,
                 const Statements *statements)
{
    Printer p = {.out = out, .article = article, .analysis = analysis, .statements = statements};
    utf8_index_init(&p.index, article->text);
    collect_roles(&p);
    strbuf_add_format(out, "# newdoc id = %.*s\n", STR_ARG(row->key));
    for (size_t i = 0; i < analysis->n_sentences; i++) {
        const Sentence *s = &analysis->sentences[i];
        strbuf_add_format(out, "# sent_id = %zu\n# text = ", i + 1);
        place_words(out, article, &s->span, 1);
        strbuf_add_char(out, '\n');
        for (uint32_t k = 0; k < s->count; k++)
            add_token(&p, s, k);
        strbuf_add_char(out, '\n');
    }
    vec_free(p.roles);
    utf8_index_release(&p.index);
}
