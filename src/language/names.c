/* names.c: the names of an article as the model tags them, made even over the whole text; what else belongs to a
 * mention is mentions.c's. */
#include "language/names.h"

#include "base/map.h"
#include "base/vec.h"
#include "language/language.h"
#include "language/mentions.h"
#include "language/nameedges.h"
#include "language/numbers.h"
#include "language/particles.h"
#include "language/shortnames.h"

size_t names_tag(const Language *language, Str text, const Token *tokens, size_t n, Arena *scratch, NameTag *out)
{
    return language->names ? name_model_tag(language->names, text, tokens, n, scratch, out) : 0;
}

const char *entity_kind_name(EntityKind kind)
{
    static const char *const NAMES[] = {"person", "organisation", "place", "group", "other"};
    return NAMES[kind];
}

Str name_without_genitive(Str word)
{
    if (word.len > 3 && word.data[word.len - 1] == 's' && word.data[word.len - 2] != 's')
        return str_slice(word, 0, word.len - 1);
    if (word.len > 4 && str_ends(word, STR("’")))
        return str_slice(word, 0, word.len - 3);
    return word;
}

enum { START = NAME_START };

static Str word(const Finder *f, size_t i) { return finder_word(f, i); }
static size_t name_end(const Finder *f, size_t i) { return finder_name_end(f, i); }

/* ---- labels of the whole article ---- */

static void label(uint8_t *labels, size_t first, size_t end, NameKind kind)
{
    for (size_t i = first; i < end; i++)
        labels[i] = (uint8_t)(1 + kind) | (i == first ? START : 0);
}

static void tag_sentences(const Language *language, const Analysis *a, Str text, uint8_t *labels)
{
    Arena scratch = ARENA_INIT;
    for (size_t s = 0; s < a->n_sentences; s++) {
        const Sentence *sentence = &a->sentences[s];
        NameTag *tags = ARENA_NEW(&scratch, NameTag, sentence->count + 1);
        size_t n = names_tag(language, text, a->tokens + sentence->first, sentence->count, &scratch, tags);
        for (size_t i = 0; i < n; i++)
            label(labels, sentence->first + tags[i].first, sentence->first + tags[i].end, tags[i].kind);
        arena_reset(&scratch);
    }
    arena_release(&scratch);
}

/* What a word is called elsewhere in the article: how often it is a name of each kind, and whether it ended or began a
 * person's name of several words. */
typedef struct Vote {
    uint16_t count[NAME_KINDS];
    bool surname, given;
} Vote;
typedef VEC(Vote) Votes;

static Vote *vote_of(StrMap *map, Votes *votes, Str key)
{
    bool fresh;
    uint32_t at = *strmap_put(map, key, (uint32_t)votes->len, &fresh);
    if (fresh)
        vec_push(votes, (Vote){{0}, false, false});
    return &votes->data[at];
}

static void collect_votes(const Finder *f, StrMap *map, Votes *votes)
{
    for (size_t i = 0; i < f->n; i++) {
        if (!(f->label[i] & START))
            continue;
        size_t end = name_end(f, i);
        int kind = (f->label[i] & ~START) - 1;
        Str name = str_slice(f->text, f->tokens[i].span.begin, f->tokens[end - 1].span.end);
        bool bare = end - i == 2 && name_without_legal_form(name).len < name.len; /* "Nordwerft AG" */
        if (end - i == 1 || bare) {
            Vote *v = vote_of(map, votes, name_without_genitive(word(f, i)));
            v->count[kind] = (uint16_t)(v->count[kind] < 1000 ? v->count[kind] + 1 : 1000);
        } else if (kind == NAME_PER) {
            vote_of(map, votes, name_without_genitive(word(f, end - 1)))->surname = true;
            if (title_of(word(f, i + 1)).kind == TITLE_NONE) /* not "Velms Botschafter Otto Brand" */
                vote_of(map, votes, name_without_genitive(word(f, i)))->given = true;
        }
    }
}

static const Vote *find_vote(const StrMap *map, const Votes *votes, Str s)
{
    const uint32_t *at = strmap_get(map, name_without_genitive(s));
    if (!at)
        at = strmap_get(map, s);
    return at ? &votes->data[*at] : NULL;
}

/* A given name and the capital behind it are one name, as are two persons' names side by side: "Anna" "Brenner". */
static void join_persons(Finder *f, const NameModel *model)
{
    for (size_t i = 0; i + 1 < f->n; i++) {
        if (f->label[i] != ((1 + NAME_PER) | START))
            continue;
        size_t end = name_end(f, i);
        if (end >= f->n || !(f->tokens[end].flags & TOKEN_SPACE_BEFORE) ||
            (f->tokens[end].flags & TOKEN_SENTENCE_FIRST) || !is_capital(word(f, end)))
            continue;
        bool given = end - i == 1 && name_model_lists(model, word(f, i)) & (LIST_MALE | LIST_FEMALE);
        bool person = f->label[end] == ((1 + NAME_PER) | START);
        bool free = !f->label[end] && title_of(word(f, end)).kind == TITLE_NONE;
        if (given && (person || free || (f->label[end] & START && f->tokens[end].class == CLASS_PROPN)))
            label(f->label, i, person ? name_end(f, end) : end + 1, NAME_PER);
    }
}

/* Notes the lands that the text itself shows, unless the word is a person's name in it or in a list of such names. */
static void learn_lands(Finder *f, const NameModel *model, const StrMap *map, const Votes *votes)
{
    enum { PERSONS = LIST_MALE | LIST_FEMALE | LIST_GIVEN | LIST_SURNAME };
    for (size_t i = 0; i < f->n; i++) {
        if (f->label[i] && !(f->label[i] & START))
            continue;
        Str name = lands_shown(f->text, f->tokens, f->n, i);
        const Vote *v = name.len ? find_vote(map, votes, name) : NULL;
        if (name.len && !(v && (v->surname || v->given)) && !(name_model_lists(model, name) & PERSONS) &&
            !land_of_name(name))
            lands_note(f->lands, name);
    }
}

/* "Tarsiens Regierung" as one name, "Velms Botschafter Otto Brand" as one: the land's genitive and the title are none.
 */
static void cut_owners(Finder *f)
{
    for (size_t i = 0; i + 1 < f->n; i++) {
        size_t end = f->label[i] & START ? name_end(f, i) : 0;
        const Land *land = end > i + 1 ? lands_named(f->lands, word(f, i)) : NULL;
        if (!land || str_equal(word(f, i), land->name))
            continue;
        TitleKind kind = title_of(word(f, i + 1)).kind;
        if (kind != TITLE_PERSON && !(kind == TITLE_BODY && end == i + 2))
            continue;
        label(f->label, i, i + 1, NAME_LOC);
        f->label[i + 1] = 0;
        label(f->label, i + 2, end, NAME_PER);
    }
}

/* One word is of one kind through an article, and a surname is a person wherever it stands. */
static void even_out(Finder *f, const NameModel *model)
{
    StrMap map = {0};
    Votes votes = {0};
    collect_votes(f, &map, &votes);
    learn_lands(f, model, &map, &votes);
    cut_owners(f);
    for (size_t i = 0; i < f->n; i++) {
        Str s = word(f, i);
        bool start = f->label[i] & START;
        if ((!start && f->label[i]) || !is_capital(s) || (start && name_end(f, i) != i + 1))
            continue;
        const Vote *v = find_vote(&map, &votes, s);
        int best = start ? (f->label[i] & ~START) - 1 : -1;
        for (int k = 0; v && k < NAME_KINDS; k++)
            if (v->count[k] > (best >= 0 ? v->count[best] : 0))
                best = k;
        if (v && v->surname &&
            !(best == NAME_LOC && i > 0 && is_locative(word(f, i - 1)))) /* "Lauterbach" is a town as well */
            best = NAME_PER;
        bool common = f->tokens[i].flags & TOKEN_KNOWN && f->tokens[i].class == CLASS_NOUN;
        if (lands_has_noted(f->lands, s) || (best < 0 && land_of_name(s)))
            best = NAME_LOC;
        else if (!start && common && !(v && v->surname))
            best = -1;
        if (best >= 0)
            label(f->label, i, i + 1, (NameKind)best);
    }
    strmap_release(&map);
    vec_release(&votes);
}

void names_find(const Language *language, const Article *article, Arena *arena, Analysis *a)
{
    const NameModel *model = language->names;
    NamesFound found = {0};
    Lands lands = {.arena = arena};
    Finder f = {.text = article->text,
                .tokens = a->tokens,
                .n = a->n_tokens,
                .label = mem_zero(a->n_tokens + 1, 1),
                .found = &found,
                .lands = &lands,
                .lexicon = &language->lexicon};
    tag_sentences(language, a, article->text, f.label);
    name_edges_right(f.label, article->text, a, model);
    short_names_label(f.label, article->text, a);
    join_persons(&f, model);
    even_out(&f, model);
    join_persons(&f, model);
    for (size_t s = 0; s < a->n_sentences; s++) {
        f.sentence = &a->sentences[s];
        f.sentence_index = (uint32_t)s;
        mentions_find(&f);
    }
    entities_resolve(model, article, &lands, &found, arena, a);
    a->mentions = ARENA_NEW(arena, Mention, found.len);
    a->n_mentions = found.len;
    for (size_t i = 0; i < found.len; i++) {
        const NameFound *m = &found.data[i];
        a->mentions[i] = (Mention){.span = {a->tokens[m->first].span.begin, a->tokens[m->end - 1].span.end},
                                   .head = {a->tokens[m->head_first].span.begin, a->tokens[m->head_end - 1].span.end},
                                   .first = m->first,
                                   .count = m->end - m->first,
                                   .kind = m->kind,
                                   .entity_kind = m->entity_kind,
                                   .entity = m->entity,
                                   .plural = m->plural};
    }
    vec_free(f.label);
    vec_release(&found);
    lands_release(&lands);
}
