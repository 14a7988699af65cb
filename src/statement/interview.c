/* interview.c: interviews as they are printed, turn by turn.
 *
 *     SEEBOTE: Wird der Hafen fertig?      a label that is mostly followed by questions: who asks, nothing said
 *     Stromberg: Er wird im Herbst fertig.  direct speech of Stromberg, to the end of the paragraph
 *     Wir liegen im Plan.                   a paragraph without a label goes on */
#include "statement/find.h"

#include "base/map.h"

enum { LABEL_TOKENS = 4, TURNS_MIN = 3, LABELS_MAX = 16 };

/* A label and how often it stands. */
typedef struct Label {
    uint32_t turns, questions;
} Label;

typedef struct Labels {
    StrMap map; /* text → index */
    Label at[LABELS_MAX];
    uint32_t len;
} Labels;

/* The token behind the label that begins at `first`, which is its colon; `first` when there is none. */
static uint32_t label_end(const Finder *f, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end && i <= first + LABEL_TOKENS; i++) {
        if (f->words[i] == WORD_COLON)
            return i;
        bool name = f->tokens[i].flags & TOKEN_UPPER || (i > first && f->classes[i] == CLASS_ADP);
        if (!name || f->in_quote[i] || f->classes[i] == CLASS_PUNCT)
            break;
    }
    return first;
}

static Str label_text(const Finder *f, uint32_t first, uint32_t end)
{
    return str_slice(f->text, f->tokens[first].span.begin, f->tokens[end - 1].span.end);
}

/* Sentences of one block: from *s on, which moves behind them. Returns the block's tokens. */
static TokenSpan next_block(const Finder *f, size_t *s)
{
    const Analysis *an = f->analysis;
    uint32_t block = an->sentences[*s].block;
    TokenSpan all = {an->sentences[*s].first, an->sentences[*s].first};
    for (; *s < an->n_sentences && an->sentences[*s].block == block; ++*s)
        all.end = an->sentences[*s].first + an->sentences[*s].count;
    return all;
}

static bool asks(const Finder *f, TokenSpan block) { return str_equal(finder_word(f, block.end - 1), STR("?")); }

static void count_labels(const Finder *f, Labels *labels)
{
    for (size_t s = 0; s < f->analysis->n_sentences;) {
        TokenSpan block = next_block(f, &s);
        uint32_t end = label_end(f, block.first, block.end);
        if (end == block.first || end + 1 >= block.end)
            continue;
        Str text = label_text(f, block.first, end);
        const uint32_t *known = strmap_get(&labels->map, text);
        if (!known && labels->len == LABELS_MAX)
            continue;
        uint32_t at = known ? *known : labels->len++;
        strmap_put(&labels->map, text, at, NULL);
        labels->at[at].turns++;
        labels->at[at].questions += asks(f, block);
    }
}

static bool is_speaker(const Label *l) { return l->turns >= TURNS_MIN && 2 * l->questions < l->turns; }

/* Somebody asks and somebody answers, each several times. */
static bool is_interview(const Labels *labels)
{
    bool asked = false, answered = false;
    for (uint32_t i = 0; i < labels->len; i++) {
        asked |= labels->at[i].turns >= TURNS_MIN && 2 * labels->at[i].questions >= labels->at[i].turns;
        answered |= is_speaker(&labels->at[i]);
    }
    return asked && answered;
}

/* The label whose turn each block is; of no length where nobody's. */
static TokenSpan *take_turns(Finder *f, const Labels *labels)
{
    TokenSpan *turns = ARENA_NEW(f->arena, TokenSpan, f->article->n_blocks + 1), turn = {0, 0};
    memset(turns, 0, (f->article->n_blocks + 1) * sizeof *turns);
    for (size_t s = 0; s < f->analysis->n_sentences;) {
        uint32_t number = f->analysis->sentences[s].block;
        TokenSpan block = next_block(f, &s);
        uint32_t end = label_end(f, block.first, block.end);
        const uint32_t *label = end > block.first ? strmap_get(&labels->map, label_text(f, block.first, end)) : NULL;
        if (label && labels->at[*label].turns >= TURNS_MIN)
            turn = is_speaker(&labels->at[*label]) ? (TokenSpan){block.first, end} : (TokenSpan){0, 0};
        if (f->article->blocks[number].kind != BLOCK_PARAGRAPH)
            turn = (TokenSpan){0, 0};
        turns[number] = turn;
    }
    return turns;
}

void interview_open(Finder *f)
{
    Labels labels = {.len = 0};
    count_labels(f, &labels);
    f->turns = is_interview(&labels) ? take_turns(f, &labels) : NULL;
    strmap_release(&labels.map);
}

void interview_find(Finder *f)
{
    TokenSpan turn = f->turns ? f->turns[f->unit.block] : (TokenSpan){0, 0};
    bool begins =
        turn.end && (f->unit.first == 0 || f->before.end != f->unit.first || f->before.block != f->unit.block);
    if (!begins)
        return;
    uint32_t end = f->unit.end;
    while (end < f->analysis->n_tokens && f->tokens[end].span.end <= f->article->blocks[f->unit.block].span.end)
        end++;
    bool labelled = turn.first == f->unit.first;
    Attribution by = {.verb = NO_TOKEN, .why = "a turn of an interview"};
    spans_add(&by.speaker, turn.first, turn.end);
    if (labelled)
        spans_add(&by.frame, turn.first, turn.end + 1);
    TokenSpans quote = {.len = 0};
    spans_add(&quote, labelled ? turn.end + 1 : f->unit.first, end);
    finder_add(f, STATEMENT_DIRECT, quote, &by);
}
