/* english.h: English words that a German text should not have. */
#ifndef PICTURE_ENGLISH_H
#define PICTURE_ENGLISH_H

#include "base/str.h"

typedef enum EnglishWord {
    ENGLISH_NOT,       /* no English word, or not one in use */
    ENGLISH_FOREIGN,   /* English, and as good as never seen in German news: "accomplice" */
    ENGLISH_RARE,      /* English, and seen in German news now and then, in names and phrases: "place" */
    ENGLISH_HOMOGRAPH  /* English and German alike: "position", "hotel", "gut" */
} EnglishWord;

/* What an English dictionary and German news know of a word, given in lower case. */
EnglishWord english_word(Str lower);

#endif
