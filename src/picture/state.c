/* state.c: reports of one thing at two moments. One page says that something is announced, another that it has taken place:
 *
 *     Beide hatten getrennte Pressekonferenzen angekündigt.   ┐ the same words beside a word of announcing
 *     Danach hielten sie getrennte Pressekonferenzen ab.      ┘ and beside one of taking place              state */
#include "picture/build.h"

#include "base/utf8.h"

/* Lemmas, folded, as verbs and as the adjectives made of them. */
static const char *const ANNOUNCED[] = {"ankuendigen", "angekuendigt", "planen",    "geplant",     "vorsehen",
                                        "vorgesehen",  "ansetzen",     "angesetzt", "bevorstehen", "bevorstehend",
                                        "einberufen",  "anberaumen",   "anberaumt"};
static const char *const HELD[] = {"abhalten",    "abgehalten",    "stattfinden",   "stattgefunden", "beenden",
                                   "beendet",     "abschliessen",  "abgeschlossen", "durchfuehren",  "durchgefuehrt",
                                   "absolvieren", "absolviert",    "beginnen",      "begonnen",      "aufnehmen",
                                   "aufgenommen", "unterzeichnen", "unterzeichnet", "verabschieden", "verabschiedet"};

#define SHARED_MIN 2       /* content words both must have beside the verb */
#define SHARED_WEIGHT 7.0f /* and how much these must tell */
#define REACH 8            /* tokens between the verb and what it is said of */
#define MOMENTS_MAX 400     /* verbs of a story that are compared */

typedef struct Moment {
    uint32_t article;
    uint32_t verb, begin, end; /* tokens: the verb, and what lies within its reach */
    bool held;
} Moment;
typedef VEC(Moment) Moments;

static bool is_one_of(const char *const *words, size_t n, Str folded)
{
    for (size_t i = 0; i < n; i++)
        if (str_equal(folded, str_of(words[i])))
            return true;
    return false;
}

/* Future, intention, leave and duty make an announcement of a word of taking place: "soll am 25. Juni stattfinden", "würden
 * abgehalten". Not "wurde abgehalten". */
static bool is_to_come(const PictureSource *s, uint32_t begin, uint32_t end)
{
    static const char *const MODALS[] = {"sollen", "wollen", "dürfen", "können", "müssen", "mögen"};
    for (uint32_t t = begin; t < end; t++) {
        const Token *token = &s->analysis->tokens[t];
        if (is_one_of(MODALS, sizeof MODALS / sizeof *MODALS, token->lemma))
            return true;
        if (str_equal(token->lemma, STR("werden")) && (!(token->features & FEAT_PAST) || token->features & FEAT_SUB2))
            return true;
    }
    return false;
}

static void collect_sentence(const Build *b, uint32_t article, const Sentence *sentence, StrBuf *folded, Moments *out)
{
    const PictureSource *s = &b->sources[article];
    uint32_t first = sentence->first, last = sentence->first + sentence->count;
    for (uint32_t t = first; t < last && out->len < MOMENTS_MAX; t++) {
        strbuf_clear(folded);
        utf8_append_folded(folded, s->analysis->tokens[t].lemma);
        bool announced = is_one_of(ANNOUNCED, sizeof ANNOUNCED / sizeof *ANNOUNCED, strbuf_str(folded));
        bool held = is_one_of(HELD, sizeof HELD / sizeof *HELD, strbuf_str(folded));
        if (!announced && !held)
            continue;
        bool is_infinitive =
            s->analysis->tokens[t].features & FEAT_INF && !(s->analysis->tokens[t].features & FEAT_FIN);
        uint32_t begin = t - first > REACH ? t - REACH : first, end = last - t > REACH + 1 ? t + REACH + 1 : last;
        vec_push(out, (Moment){article, t, begin, end, held && !is_to_come(s, first, last) && !is_infinitive});
    }
}

/* The two say one thing, at two moments: the tokens of it, verb included, go to the ranges. */
static bool same_thing(const Build *b, const Moment *x, const Moment *y, TokenRange *rx, TokenRange *ry)
{
    float weight = 0;
    size_t n = 0;
    *rx = (TokenRange){x->verb, x->verb + 1};
    *ry = (TokenRange){y->verb, y->verb + 1};
    for (uint32_t i = x->begin; i < x->end; i++) {
        const ContentWord *w = &b->content[x->article][i];
        bool name = w->entity || b->sources[x->article].analysis->tokens[i].class == CLASS_PROPN;
        for (uint32_t k = y->begin; i != x->verb && !name && w->stem.len && k < y->end; k++) {
            if (k == y->verb || !str_equal(w->stem, b->content[y->article][k].stem))
                continue;
            weight += w->weight;
            n++;
            *rx = (TokenRange){i < rx->begin ? i : rx->begin, i >= rx->end ? i + 1 : rx->end};
            *ry = (TokenRange){k < ry->begin ? k : ry->begin, k >= ry->end ? k + 1 : ry->end};
            break;
        }
    }
    return n >= SHARED_MIN && weight >= SHARED_WEIGHT;
}

static PictureSpan span_of(const Build *b, uint32_t article, TokenRange r, Str value)
{
    const Token *tokens = b->sources[article].analysis->tokens;
    return (PictureSpan){article, {tokens[r.begin].span.begin, tokens[r.end - 1].span.end}, value};
}

static void add_once(const Build *b, PictureSpans *spans, uint32_t article, TokenRange r, Str value)
{
    PictureSpan span = span_of(b, article, r, value);
    for (size_t i = 0; i < spans->len; i++)
        if (spans->data[i].article == article && span_overlaps(spans->data[i].span, span.span))
            return;
    vec_push(spans, span);
}

void find_state(Build *b)
{
    Moments moments = {0};
    StrBuf folded = STRBUF_INIT;
    for (uint32_t i = 0; i < b->n; i++)
        for (size_t k = 0; k < b->sources[i].analysis->n_sentences; k++) {
            const Sentence *s = &b->sources[i].analysis->sentences[k];
            if (s->block < b->sources[i].article->n_blocks &&
                block_is_body(b->sources[i].article->blocks[s->block].kind))
                collect_sentence(b, i, s, &folded, &moments);
        }
    for (size_t i = 0; i < moments.len; i++) {
        PictureSpans spans = {0};
        for (size_t k = 0; k < moments.len && !moments.data[i].held; k++) {
            TokenRange announced, held;
            if (!moments.data[k].held || moments.data[k].article == moments.data[i].article ||
                !same_thing(b, &moments.data[i], &moments.data[k], &announced, &held))
                continue;
            add_once(b, &spans, moments.data[i].article, announced, STR("announced"));
            add_once(b, &spans, moments.data[k].article, held, STR("held"));
        }
        if (spans.len > 1)
            difference_add(b, DIFFERENCE_STATE, spans.data, spans.len,
                           "one page announces what another says has taken place");
        vec_release(&spans);
    }
    strbuf_release(&folded);
    vec_release(&moments);
}
