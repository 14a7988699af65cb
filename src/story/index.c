/* index.c: to which story does the next article belong?
 *
 *     article ─ weigh (tf-idf, length 1) ─▶ terms ─ postings: term → stories with that term ─▶ average similarity to each story
 *                                                    × what time leaves of it ─▶ the best, if good enough, else a new story
 *
 * A story's posting for a term is the sum of its members' weights, so that one walk over the article's terms gives the average
 * cosine to the members of every story at once (average link, as in group-average clustering). What costs per article is
 * bounded by STORY_TERMS_MAX * POSTINGS_MAX, however many articles came before. */
#include "base/map.h"
#include "base/vec.h"
#include "story/vector.h"

#include <math.h>

/* Measured on judged days of German news and on English round-ups; the plateau is broad. */
#define SIMILAR 0.18f        /* least similarity to join a story */
#define DECAY_PER_DAY 0.7f   /* similarity falls by exp(-0.7) for each day between an article and its story's end */
#define UNKNOWN_DAYS 0.3f    /* taken for the distance when either has no date */
#define PRIOR_ARTICLES 1000. /* as if so many had been read before, with the frequencies of story_commonness */
#define RARE_RATE 0.0036     /* share of articles with a word that is not common */

#define HORIZON ((int64_t)30 * 86400) /* a story that ended so long before the newest article is closed */
#define POSTINGS_MAX 1024             /* newest stories kept for a term; matters only for words in very many of them */
#define KNOWN_STORY_MAX (1u << 24)    /* a number beyond that is damage */

typedef struct Posting {
    uint32_t story;
    float weight; /* sum over the story's members */
} Posting;
typedef VEC(Posting) Postings;

typedef struct Story {
    uint32_t n;           /* members */
    bool timed;           /* some member has a date */
    int64_t first, last;  /* dates of members, where timed */
    float score;          /* scratch: similarity to the article at hand */
} Story;

struct StoryIndex {
    VEC(Story) stories;
    U64Map term_of;               /* hash → place in postings and articles */
    VEC(Postings) postings;
    VEC(uint32_t) articles;       /* with that term, so far */
    VEC(uint32_t) touched;        /* scratch */
    size_t n_articles;
    int64_t newest;
    bool timed;
};

StoryIndex *story_index_new(void) { return mem_zero(1, sizeof(StoryIndex)); }

void story_index_free(StoryIndex *x)
{
    if (!x)
        return;
    for (size_t i = 0; i < x->postings.len; i++)
        vec_release(&x->postings.data[i]);
    vec_release(&x->postings);
    vec_release(&x->articles);
    vec_release(&x->stories);
    vec_release(&x->touched);
    u64map_release(&x->term_of);
    vec_free(x);
}

/* Counts the article's terms and turns its weights into tf-idf of length 1; term[i] becomes the place of its i-th term. */
static void weigh(StoryIndex *x, StoryDocument *d, uint32_t *term)
{
    double square = 0;
    x->n_articles++;
    for (size_t i = 0; i < d->n; i++) {
        bool was_new;
        term[i] = *u64map_put(&x->term_of, d->hash[i], (uint32_t)x->postings.len, &was_new);
        if (was_new) {
            vec_push(&x->postings, (Postings){0});
            vec_push(&x->articles, 0);
        }
        uint32_t articles = ++x->articles.data[term[i]];
        double rate = d->common[i] ? exp2((d->common[i] - 15) / 2.) : RARE_RATE;
        double idf = log(((double)x->n_articles + PRIOR_ARTICLES) / (articles + PRIOR_ARTICLES * rate));
        d->weight[i] *= idf > 0 ? (float)idf : 0;
        square += (double)d->weight[i] * d->weight[i];
    }
    float length = square > 0 ? (float)sqrt(square) : 1;
    for (size_t i = 0; i < d->n; i++)
        d->weight[i] /= length;
}

static bool is_closed(const StoryIndex *x, const Story *s) { return s->timed && s->last < x->newest - HORIZON; }

/* Adds up the similarity to every story that shares a term; closed stories leave the postings on the way. */
static void score_stories(StoryIndex *x, const StoryDocument *d, const uint32_t *term)
{
    x->touched.len = 0;
    for (size_t i = 0; i < d->n; i++) {
        Postings *p = &x->postings.data[term[i]];
        size_t kept = 0;
        for (size_t k = 0; k < p->len; k++) {
            Story *s = &x->stories.data[p->data[k].story];
            if (is_closed(x, s))
                continue;
            if (s->score == 0)
                vec_push(&x->touched, p->data[k].story);
            s->score += d->weight[i] * p->data[k].weight;
            p->data[kept++] = p->data[k];
        }
        p->len = kept;
    }
}

static float days_between(const StoryDocument *d, const Story *s)
{
    if (!d->timed || !s->timed)
        return UNKNOWN_DAYS;
    int64_t seconds = d->seconds > s->last ? d->seconds - s->last : d->seconds < s->first ? s->first - d->seconds : 0;
    return (float)seconds / 86400;
}

/* The story most like the article, the older one among equals; STORY_NONE when none is like it enough. */
static uint32_t best_story(StoryIndex *x, const StoryDocument *d)
{
    uint32_t best = STORY_NONE;
    float best_score = SIMILAR;
    for (size_t i = 0; i < x->touched.len; i++) {
        uint32_t number = x->touched.data[i];
        Story *s = &x->stories.data[number];
        float score = s->score / (float)s->n * expf(-DECAY_PER_DAY * days_between(d, s));
        s->score = 0;
        if (score > best_score || (score == best_score && number < best)) {
            best_score = score;
            best = number;
        }
    }
    return best;
}

static void join(StoryIndex *x, uint32_t number, const StoryDocument *d, const uint32_t *term)
{
    Story *s = &x->stories.data[number];
    if (d->timed) {
        s->first = s->timed && s->first < d->seconds ? s->first : d->seconds;
        s->last = s->timed && s->last > d->seconds ? s->last : d->seconds;
        s->timed = true;
    }
    s->n++;
    for (size_t i = 0; i < d->n; i++) {
        Postings *p = &x->postings.data[term[i]];
        if (d->weight[i] == 0)
            continue;
        size_t k = p->len;
        while (k && p->data[k - 1].story != number)
            k--;
        if (k) {
            p->data[k - 1].weight += d->weight[i];
            continue;
        }
        if (p->len == POSTINGS_MAX) {
            p->len -= POSTINGS_MAX / 4;
            memmove(p->data, p->data + POSTINGS_MAX / 4, p->len * sizeof *p->data);
        }
        vec_push(p, (Posting){number, d->weight[i]});
    }
}

uint32_t story_index_add(StoryIndex *x, Str vector, uint32_t known_story)
{
    StoryDocument d;
    uint32_t term[STORY_TERMS_MAX];
    if (!story_unpack(vector, &d))
        d.n = 0, d.timed = false;
    weigh(x, &d, term);
    if (d.timed && (!x->timed || d.seconds > x->newest)) {
        x->newest = d.seconds;
        x->timed = true;
    }
    uint32_t number = known_story < KNOWN_STORY_MAX ? known_story : STORY_NONE;
    if (number == STORY_NONE) {
        score_stories(x, &d, term);
        number = best_story(x, &d);
    }
    if (number == STORY_NONE)
        number = (uint32_t)x->stories.len;
    while (x->stories.len <= number)
        vec_push(&x->stories, (Story){0});
    join(x, number, &d, term);
    return number;
}

void story_group(const Str *vectors, size_t n, uint32_t *story_of)
{
    StoryIndex *index = story_index_new();
    for (size_t i = 0; i < n; i++)
        story_of[i] = story_index_add(index, vectors[i], STORY_NONE);
    story_index_free(index);
}
