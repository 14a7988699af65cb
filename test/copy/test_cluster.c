#include "base/utf8.h"
#include "copy/copy.h"
#include "test.h"

#include <math.h>

/* An invented wire text in three parts, and what its takers made of it. */
#define FIRST                                                                                                          \
    "Der Inselrat von Norderbrück hat am Montag beschlossen, die alte Fährlinie nach Süderholm bis zum Herbst "     \
    "einzustellen. "
#define SECOND                                                                                                         \
    "Ratsherrin Wiebke Tönnsen sagte, die Schiffe seien zu teuer geworden und führen meistens leer. "                \
    "Künftig sollen zwei kleinere Boote nach Bedarf verkehren und im Winter ganz im Hafen bleiben. "
#define THIRD                                                                                                          \
    "Die Fischer der Nachbarinsel kündigten Widerstand an und wollen am Mittwoch vor dem Rathaus protestieren."
#define OTHER                                                                                                          \
    "Im Moorwald bei Ellerfelde zählten Forscher in diesem Frühjahr so viele Kraniche wie noch nie. "                \
    "Allein an einem Abend landeten mehrere hundert Vögel auf den überschwemmten Wiesen. "

#define MORE                                                                                                           \
    "Der Förster bittet alle Spaziergänger, bis Anfang April auf den Wegen zu bleiben und Hunde anzuleinen. "        \
    "Ein hölzerner Turm am Rand des Moores soll im Sommer fertig werden, damit Besucher die Vögel sehen."

static CopyText text_of(const char *s, const char *published)
{
    return (CopyText){.text = str_of(s), .published = str_of(published)};
}

static CopyClusters cluster(const CopyText *texts, size_t n, Arena *arena)
{
    CopyClusters clusters;
    CHECK_INT(copy_cluster(texts, n, 2, arena, &clusters, NULL), LAGEBILD_OK);
    return clusters;
}

static const CopyMember *member(const CopyClusters *clusters, uint32_t text)
{
    for (size_t i = 0; i < clusters->len; i++)
        for (size_t k = 0; k < clusters->data[i].n_members; k++)
            if (clusters->data[i].members[k].text == text)
                return &clusters->data[i].members[k];
    return NULL;
}

static void members_have_their_kinds(void)
{
    Arena arena = ARENA_INIT;
    CopyText texts[] = {text_of(FIRST, NULL),
                        text_of(FIRST SECOND THIRD, "2031-05-02"),
                        text_of("der inselrat von Norderbrueck hat am Montag beschlossen, die alte Fährlinie nach "
                                "Süderholm bis zum Herbst einzustellen.\n" SECOND "\n" THIRD,
                                NULL),
                        text_of(FIRST SECOND THIRD "!", "2031-05-01"),
                        text_of(OTHER, NULL),
                        text_of(FIRST SECOND THIRD " Ende.", "2031-05-03"),
                        text_of(OTHER OTHER THIRD, NULL)};
    CopyClusters clusters = cluster(texts, 7, &arena);
    CHECK_INT(clusters.len, 2);
    CHECK_INT(clusters.len ? clusters.data[0].n_members : 0, 5);
    static const int KINDS[] = {COPY_EXCERPT, COPY_DUPLICATE, COPY_DUPLICATE, COPY_ROOT, -1, COPY_NEAR_DUPLICATE};
    for (uint32_t i = 0; i < 6; i++)
        if (KINDS[i] >= 0) {
            const CopyMember *m = member(&clusters, i);
            CHECK(m != NULL);
            CHECK_INT(m ? (int)m->kind : -1, KINDS[i]);
            CHECK_INT(m ? m->beside : 99, 3);
        }
    arena_release(&arena);
}

static void a_duplicate_is_aligned_with_its_own_bytes(void)
{
    Arena arena = ARENA_INIT;
    CopyText texts[] = {text_of(FIRST THIRD, NULL), text_of("\n\n" FIRST "\n" THIRD, NULL)};
    CopyClusters clusters = cluster(texts, 2, &arena);
    const CopyMember *m = member(&clusters, 1);
    CHECK(m != NULL && m->n_passages == 1);
    if (m && m->n_passages == 1) {
        CHECK_INT(m->passages[0].a.begin, 2);
        CHECK_INT(m->passages[0].b.begin, 0);
        CHECK_INT(m->passages[0].a.end, texts[1].text.len - 1);
    }
    arena_release(&arena);
}

static void a_member_beside_another_has_the_spans_of_both(void)
{
    Arena arena = ARENA_INIT;
    CopyText texts[] = {text_of(OTHER SECOND, NULL), text_of(FIRST SECOND THIRD, NULL)};
    CopyClusters clusters = cluster(texts, 2, &arena);
    CHECK_INT(clusters.len, 1);
    for (uint32_t i = 0; clusters.len && i < 2; i++) {
        const CopyMember *m = member(&clusters, i);
        if (m->kind == COPY_ROOT)
            continue;
        CHECK_INT(m->n_passages, 1);
        CHECK(str_starts(str_span(texts[i].text, m->passages[0].a), STR("Ratsherrin")));
        CHECK(str_starts(str_span(texts[1 - i].text, m->passages[0].b), STR("Ratsherrin")));
    }
    arena_release(&arena);
}

static void a_text_made_of_two_joins_one_of_their_clusters(void)
{
    Arena arena = ARENA_INIT;
    CopyText texts[] = {text_of(FIRST SECOND THIRD, NULL), text_of("Heute. " FIRST SECOND THIRD, NULL),
                        text_of(SECOND OTHER, NULL), text_of("Von unserem Förster. " OTHER MORE, NULL),
                        text_of(OTHER MORE, NULL)};
    CopyClusters clusters = cluster(texts, 5, &arena);
    CHECK_INT(clusters.len, 2);
    CHECK_INT(clusters.len ? clusters.data[0].n_members + clusters.data[1].n_members : 0, 5);
    CHECK(member(&clusters, 1) && member(&clusters, 1)->beside == 0);
    CHECK(member(&clusters, 4) && member(&clusters, 4)->beside == 3);
    arena_release(&arena);
}

/* What is said of b beside a, or the other way round. */
static CopyMember origin(CopyText a, CopyText b)
{
    Arena arena = ARENA_INIT;
    CopyText texts[] = {a, b};
    CopyClusters clusters = cluster(texts, 2, &arena);
    CopyMember out = {.origin = (CopyOrigin)99};
    if (clusters.len)
        out = clusters.data[0].members[1];
    if (out.text == 0 && (out.origin == COPY_FROM_BESIDE || out.origin == COPY_FROM_MEMBER))
        out.origin = out.origin == COPY_FROM_BESIDE ? COPY_FROM_MEMBER : COPY_FROM_BESIDE;
    arena_release(&arena);
    return out;
}

static void clues_say_who_may_have_taken_from_whom(void)
{
    static const Str DPA[] = {STR_INIT("dpa")}, AFP[] = {STR_INIT("AFP")};
    CopyText all = text_of(FIRST SECOND THIRD, NULL), part = text_of(FIRST, NULL), same = all;
    CopyMember m = origin(all, part);
    CHECK_INT(m.text, 1);
    CHECK(m.origin == COPY_FROM_BESIDE && m.clue == COPY_CLUE_CONTAINMENT);
    all.published = STR("2031-05-02T10:00"), part.published = STR("2031-05-02T09:00");
    m = origin(all, part);
    CHECK(m.origin == COPY_FROM_MEMBER && m.clue == COPY_CLUE_TIME);
    all.credits = DPA, part.credits = AFP;
    all.n_credits = part.n_credits = 1;
    CHECK_INT(origin(all, part).origin, COPY_FROM_MEMBER);
    part.credits = DPA;
    m = origin(all, part);
    CHECK(m.origin == COPY_UNSEEN && m.clue == COPY_CLUE_CREDIT);
    CHECK_STR(m.agency, "dpa");
    all.source = STR("dpa.example");
    all.n_credits = 0;
    m = origin(all, part);
    CHECK(m.origin == COPY_FROM_BESIDE && m.clue == COPY_CLUE_CREDIT);
    all.source = STR("Dpapier");
    CHECK_INT(origin(all, part).clue, COPY_CLUE_TIME);
    CHECK(origin(same, same).origin == COPY_OPEN);
    CopyText mine = text_of(FIRST SECOND OTHER, "2031-05-02T10:00"), yours = text_of(MORE SECOND, "2031-05-02T10:00");
    m = origin(mine, yours);
    CHECK(m.origin == COPY_UNSEEN && m.clue == COPY_CLUE_TIME);
    yours.published = STR("2031-05-02");
    CHECK_INT(origin(mine, yours).origin, COPY_OPEN);
}

static CopyMember version(const char *a, const char *a_at, const char *b, const char *b_at, const char *b_source)
{
    CopyText x = text_of(a, a_at), y = text_of(b, b_at);
    x.source = STR("Inselbote");
    y.source = str_of(b_source);
    Arena arena = ARENA_INIT;
    CopyText texts[] = {x, y};
    CopyClusters clusters = cluster(texts, 2, &arena);
    CopyMember out = {.kind = COPY_ROOT};
    if (clusters.len)
        out = clusters.data[0].members[1];
    out.origin = out.text == 1 || out.origin < COPY_EARLIER ? out.origin
                 : out.origin == COPY_EARLIER               ? COPY_LATER
                                                            : COPY_EARLIER;
    arena_release(&arena);
    return out;
}

static void versions_of_one_source_take_nothing_from_each_other(void)
{
    CopyMember m = version(FIRST SECOND, "2031-05-02T10:00", FIRST SECOND THIRD, "2031-05-02T12:00", "inselbote");
    CHECK(m.kind == COPY_VERSION && m.origin == COPY_LATER && m.clue == COPY_CLUE_TIME);
    m = version(FIRST SECOND, "2031-05-02T10:00", FIRST SECOND THIRD, NULL, "Inselbote");
    CHECK(m.kind == COPY_VERSION && m.origin == COPY_OPEN);
    m = version(FIRST SECOND THIRD, "2031-05-02T10:00", SECOND OTHER MORE OTHER, "2031-05-01", "Inselbote");
    CHECK(m.kind == COPY_PARTIAL && m.origin == COPY_EARLIER);
    m = version(FIRST SECOND, "2031-05-02T10:00", FIRST SECOND, "2031-05-02T09:00", "Inselbote");
    CHECK(m.kind == COPY_DUPLICATE && m.origin == COPY_EARLIER);
    m = version(FIRST SECOND, "2031-05-02T10:00", FIRST SECOND THIRD, "2031-05-02T12:00", "Strandpost");
    CHECK(m.kind == COPY_PARTIAL && m.origin == COPY_FROM_BESIDE);
}

/* What of a text stands in others is counted once, however many have it. */
static void shares_add_up(void)
{
    Arena arena = ARENA_INIT;
    static const char WORDS[] =
        "„Wir haben an diesem Abend mehr Boote gezählt als in den letzten drei Jahren zusammen“";
    StrBuf a = STRBUF_INIT, b = STRBUF_INIT;
    strbuf_add_format(&a, "%s\n%s, sagte die Hafenmeisterin.\n%s", FIRST, WORDS, OTHER);
    strbuf_add_format(&b, "%s, freute sich eine Frau aus dem Dorf.\n%s", WORDS, MORE);
    CopyText texts[] = {text_of(a.data, NULL), text_of(b.data, NULL), text_of(FIRST SECOND, NULL),
                        text_of("Schon gestern: " FIRST, NULL), text_of("Ganz anderes steht hier.", NULL)};
    CopyClusters clusters = cluster(texts, 5, &arena);
    double whole = (double)utf8_count(strbuf_str(&a));
    const CopyShare *s = clusters.shares;
    CHECK(fabs(s[0].copied - (double)(utf8_count(STR(FIRST)) - 1) / whole) < 0.001);
    CHECK(s[0].quoted > 0.2 && s[0].quoted < 0.3);
    CHECK(s[1].copied == 0 && s[1].quoted > 0.2 && s[1].quoted < 0.5);
    CHECK(s[4].copied == 0 && s[4].quoted == 0 && s[4].own == 1);
    for (int i = 0; i < 5; i++)
        CHECK(fabs(s[i].copied + s[i].quoted + s[i].own - 1) < 1e-9);
    CopyPairs pairs;
    CopyShare by_pairs[5];
    CHECK_INT(copy_find(texts, 5, 1, &arena, &pairs, NULL), LAGEBILD_OK);
    copy_shares(texts, 5, &pairs, by_pairs);
    CHECK(memcmp(by_pairs, s, sizeof by_pairs) == 0);
    strbuf_release(&a);
    strbuf_release(&b);
    arena_release(&arena);
}

/* 2,000 texts of the same words: two million pairs, but 1,999 alignments. */
static void a_text_of_many_takers_is_one_cluster(void)
{
    enum { N = 2000 };
    Arena arena = ARENA_INIT;
    static CopyText texts[N];
    for (size_t i = 0; i < N; i++)
        texts[i] = text_of(FIRST SECOND THIRD, i == 700 ? "2031-05-01" : "2031-05-02");
    CopyClusters clusters = cluster(texts, N, &arena);
    CHECK_INT(clusters.len, 1);
    CHECK_INT(clusters.len ? clusters.data[0].n_members : 0, N);
    CHECK_INT(clusters.len ? clusters.data[0].members[0].text : 0, 700);
    size_t alignments = 0;
    for (size_t i = 0; clusters.len && i < clusters.data[0].n_members; i++)
        alignments += clusters.data[0].members[i].n_passages;
    CHECK_INT(alignments, N - 1);
    arena_release(&arena);
}

/* A wire text that each of its takers edited a little: what each of them costs does not grow with their number. */
static void edited_takers_are_aligned_once_each(void)
{
    enum { N = 1200 };
    Arena arena = ARENA_INIT;
    CopyText *texts = ARENA_NEW(&arena, CopyText, N + 2);
    for (unsigned i = 0; i < N; i++)
        texts[i] = (CopyText){.text = arena_format(&arena, "Hafen%uer Blatt. %s%sDazu meldet Kreis%u nichts. %s%s", i,
                                                   FIRST, SECOND, i, THIRD, i == 77 ? " " OTHER : ""),
                              .published = i == 500 ? STR("2031-05-01") : STR("2031-05-02")};
    texts[N] = text_of(OTHER, NULL);
    texts[N + 1] = text_of(MORE, NULL);
    CopyClusters clusters = cluster(texts, N + 2, &arena);
    CHECK_INT(clusters.len, 1);
    CHECK_INT(clusters.len ? clusters.data[0].n_members : 0, N + 1);
    CHECK_INT(clusters.len ? clusters.data[0].members[0].text : 0, 500);
    size_t beside_root = 0;
    for (size_t i = 1; clusters.len && i < clusters.data[0].n_members; i++)
        beside_root += clusters.data[0].members[i].beside == 500;
    CHECK_INT(beside_root, N - 1);
    const CopyMember *m = member(&clusters, N);
    CHECK_INT(m ? m->beside : 0, 77); /* which shares what no other has */
    CHECK(clusters.shares[N].copied > 0.98 && clusters.shares[N + 1].own == 1);
    CHECK(clusters.shares[77].copied > clusters.shares[78].copied);
    arena_release(&arena);
}

/* The same clusters, whoever of the near-duplicates leads the others. */
static void the_order_of_texts_changes_no_cluster(void)
{
    Arena arena = ARENA_INIT;
    CopyText texts[] = {text_of(FIRST SECOND THIRD MORE, "2031-05-03"),
                        text_of("Hier: " FIRST SECOND THIRD MORE, "2031-05-02"),
                        text_of(FIRST SECOND THIRD MORE " Ende.", "2031-05-01"), text_of(OTHER, "2031-05-04"),
                        text_of(SECOND THIRD, "2031-05-05")};
    CopyText turned[5];
    for (int i = 0; i < 5; i++)
        turned[i] = texts[4 - i];
    CopyClusters one = cluster(texts, 5, &arena), two = cluster(turned, 5, &arena);
    CHECK_INT(one.len, 1);
    CHECK_INT(two.len, 1);
    for (uint32_t i = 0; one.len && two.len && i < 5; i++) {
        const CopyMember *x = member(&one, i), *y = member(&two, 4 - i);
        CHECK((x != NULL) == (y != NULL));
        if (x && y)
            CHECK(x->kind == y->kind && x->beside == 4 - y->beside);
    }
    arena_release(&arena);
}

/* Texts that repeat themselves thousands of times: done in time, and what was left out is said. */
static void a_limit_that_is_hit_is_told(void)
{
    Arena arena = ARENA_INIT;
    StrBuf texts[3] = {STRBUF_INIT, STRBUF_INIT, STRBUF_INIT};
    for (unsigned i = 0; i < 6000; i++)
        strbuf_add_format(&texts[i % 3], "Am Hafen von Süderholm zählte man %u Schiffe und %u Boote. ", i * i % 37,
                          i % 11);
    CopyText copies[3];
    for (int i = 0; i < 3; i++)
        copies[i] = (CopyText){.text = strbuf_str(&texts[i])};
    CopyClusters clusters;
    CHECK_INT(copy_cluster(copies, 3, 1, &arena, &clusters, NULL), LAGEBILD_OK);
    CHECK_INT(clusters.len, 1);
    CHECK(clusters.limits.repeats > 1000);
    CHECK_INT(copy_cluster(copies, 1, 1, &arena, &clusters, NULL), LAGEBILD_OK);
    CHECK_INT(clusters.limits.pairs, 0);
    CopyText calm[] = {text_of(FIRST SECOND THIRD, NULL), text_of(SECOND OTHER, NULL)};
    CHECK_INT(copy_cluster(calm, 2, 1, &arena, &clusters, NULL), LAGEBILD_OK);
    CopyLimits none = {0};
    CHECK(memcmp(&clusters.limits, &none, sizeof none) == 0);
    for (int i = 0; i < 3; i++)
        strbuf_release(&texts[i]);
    arena_release(&arena);
}

static void nothing_gives_no_cluster(void)
{
    Arena arena = ARENA_INIT;
    CopyText texts[] = {{.text = STR_EMPTY}, {.text = STR_EMPTY}, text_of("Ja.", NULL), text_of("Ja.", NULL)};
    CHECK_INT(cluster(texts, 4, &arena).len, 0);
    CHECK_INT(cluster(texts, 0, &arena).len, 0);
    arena_release(&arena);
}

static void dates_are_compared_as_far_as_known(void)
{
    CHECK(copy_published_order(STR("2031-05-01"), STR("2031-05-02")) < 0);
    CHECK(copy_published_order(STR("2031-05-01T23:30:00-03:00"), STR("2031-05-02T02:00:00Z")) > 0);
    CHECK(copy_published_order(STR("2031-12-31T23:30+0000"), STR("2032-01-01T00:15:10.5+01:00")) > 0);
    CHECK_INT(copy_published_order(STR("2031-05-01T23:30:00-03:00"), STR("2031-05-01")), 0);
    CHECK_INT(copy_published_order(STR("2031-05"), STR("2031-05-04")), 0);
    CHECK(copy_published_order(STR("2031-06-01"), STR("2031-05")) > 0);
    CHECK_INT(copy_published_order(STR_EMPTY, STR("2031-05-04")), 0);
    CHECK_INT(copy_published_order(STR("gestern"), STR("2031-05-04")), 0);
}

int main(void)
{
    TEST(members_have_their_kinds);
    TEST(a_duplicate_is_aligned_with_its_own_bytes);
    TEST(a_member_beside_another_has_the_spans_of_both);
    TEST(a_text_made_of_two_joins_one_of_their_clusters);
    TEST(clues_say_who_may_have_taken_from_whom);
    TEST(versions_of_one_source_take_nothing_from_each_other);
    TEST(shares_add_up);
    TEST(a_text_of_many_takers_is_one_cluster);
    TEST(edited_takers_are_aligned_once_each);
    TEST(the_order_of_texts_changes_no_cluster);
    TEST(a_limit_that_is_hit_is_told);
    TEST(nothing_gives_no_cluster);
    TEST(dates_are_compared_as_far_as_known);
    return TEST_END;
}
