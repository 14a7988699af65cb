/* strings.h: every word Lagebild says to a reader, in both languages. */
#ifndef VIEW_STRINGS_H
#define VIEW_STRINGS_H

#include "picture/picture.h"

typedef enum Word {
    WORD_PAGE, WORD_PAGES, WORD_INDEPENDENT_TEXT, WORD_INDEPENDENT_TEXTS, WORD_STATEMENT, WORD_SECTION_PAGES,
    WORD_SECTION_PASSAGES, WORD_SECTION_STATEMENTS, WORD_SECTION_GROUPS, WORD_SECTION_DIFFERENCES,
    WORD_SECTION_SPUN, WORD_SECTION_TIMELINE, WORD_SECTION_TEXTS, WORD_HOW_TO_READ, WORD_INDEPENDENT,
    WORD_TEXT_OF, WORD_AS, WORD_SOURCE_OF, WORD_SHARED, WORD_QUOTED, WORD_NO_DATE, WORD_NO_TITLE, WORD_STANDS_FOR,
    WORD_DEDUCED, WORD_NO_ORIGINAL, WORD_NOBODY, WORD_OWN_WORDS, WORD_NEGATED, WORD_CONDITIONAL, WORD_FOUND_BY,
    WORD_ACT_BY, WORD_AUTHORS, WORD_REPORT_TITLE, WORD_MADE_BY, WORD_LEFT_OUT, WORD_SEVERAL_SPEAKERS,
    WORD_ABOUT, WORD_MORE_THAN, WORD_UP_TO, WORD_TO, WORD_O_CLOCK, WORD_CLUSTER, WORD_WITH_SHARED,
    WORD_OTHER_WAY, WORD_MAY_COME_FROM, WORD_MAY_BE_SOURCE_OF, WORD_UNSEEN_SOURCE, WORD_OPEN,
    WORD_EARLIER_THAN, WORD_LATER_THAN, WORD_ALSO_ELSEWHERE, WORD_SHARED_QUOTATIONS, WORD_ONLY_HERE,
    WORD_LEFT_REPEATS, WORD_LEFT_PLACES, WORD_LEFT_TEXTS, WORD_LEFT_PAIRS,
    WORD_COUNT
} Word;

const char *view_word(LagebildLanguage language, Word word);

/* What JSON names in English, for readers. */
const char *view_act(LagebildLanguage language, Act act);
const char *view_statement_type(LagebildLanguage language, StatementType type);
const char *view_difference(LagebildLanguage language, DifferenceClass class);
const char *view_difference_means(LagebildLanguage language, DifferenceClass class); /* one sentence */
const char *view_copy(LagebildLanguage language, CopyKind kind);
const char *view_copy_member(LagebildLanguage language, CopyMemberKind kind);
const char *view_copy_clue(LagebildLanguage language, CopyClue clue); /* "" for none */
const char *view_date_basis(LagebildLanguage language, DateBasis basis);
const char *view_block(LagebildLanguage language, BlockKind kind);
const char *view_page_type(LagebildLanguage language, PageType type); /* "" for an article */

/* The name of a unit of TIMEX3 durations ('Y', 'M', 'W', 'D'; of hours and less: 'h', 'm', 's'), or NULL. */
const char *view_time_unit(LagebildLanguage language, char unit, bool one);

/* Appends what a difference's value ("~PT1H30M", "4000", "T09:00") says to readers: "etwa 1 Stunde 30 Minuten", "4.000",
 * "09:00 Uhr". Nothing where `words`, which it was read from, show the same digits, or where it is a code of JSON's. */
void view_value(StrBuf *out, LagebildLanguage language, Str value, Str words);

/* Appends an ISO 8601 date (or a beginning of one) as it is written: "21. Januar 2022, 14:03"; anything else as it is. */
void view_date(StrBuf *out, LagebildLanguage language, Str iso);

#endif
