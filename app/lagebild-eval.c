/* lagebild-eval: lagebild-eval TASK GOLD > PRED.jsonl
 *
 * Reads a gold file's input fields, runs the code that the lagebild command runs, writes one JSON line per document.
 * A task is one file app/eval_TASK.c; see eval.h. */
#include "eval.h"

#include <stdio.h>
#include <string.h>

static const EvalTask *const TASKS[] = {
    &eval_article, &eval_times,          &eval_statements, &eval_segments, &eval_words,
    &eval_copies,  &eval_copies_archive, &eval_stories,    &eval_picture,
};
enum { N_TASKS = sizeof TASKS / sizeof TASKS[0] };

static int usage(void)
{
    fprintf(stderr, "usage: lagebild-eval TASK GOLD > PRED.jsonl\n\n");
    for (size_t i = 0; i < N_TASKS; i++)
        fprintf(stderr, "  %-12s %s\n", TASKS[i]->name, TASKS[i]->gold);
    return 2;
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return usage();
    for (size_t i = 0; i < N_TASKS; i++)
        if (strcmp(argv[1], TASKS[i]->name) == 0)
            return TASKS[i]->run(argv[2]);
    return usage();
}
