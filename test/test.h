/* test.h: the least a test needs. A test file has functions that CHECK, and a main that TESTs each of them and ends with
 * TEST_END. A test passes when none of its checks failed; the closing line is "N passed, N failed". */
#ifndef TEST_H
#define TEST_H

#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>

static int test_passed, test_failed, test_bad;

#define CHECK(condition)                                                                    \
    do {                                                                                    \
        if (!(condition)) {                                                                 \
            printf("%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                  \
            test_bad++;                                                                     \
        }                                                                                   \
    } while (0)
#define CHECK_STR(got, want) test_check_str(__FILE__, __LINE__, (got), str_of(want))
#define CHECK_INT(got, want)                                                                                     \
    do {                                                                                                         \
        long long got_ = (long long)(got), want_ = (long long)(want);                                            \
        if (got_ != want_) {                                                                                     \
            printf("%s:%d: %s is %lld, not %lld\n", __FILE__, __LINE__, #got, got_, want_);                      \
            test_bad++;                                                                                          \
        }                                                                                                        \
    } while (0)
#define TEST(function)                                                            \
    do {                                                                          \
        test_bad = 0;                                                             \
        function();                                                               \
        if (test_bad)                                                             \
            printf("FAILED %s\n", #function), test_failed++;                      \
        else                                                                      \
            test_passed++;                                                        \
    } while (0)
#define TEST_END (printf("%d passed, %d failed\n", test_passed, test_failed), test_failed != 0)

static inline void test_check_str(const char *file, int line, Str got, Str want)
{
    if (!str_equal(got, want)) {
        printf("%s:%d: got  \"%.*s\"\n%*s want \"%.*s\"\n", file, line, STR_ARG(got), (int)strlen(file) + 4, "", STR_ARG(want));
        test_bad++;
    }
}

#endif
