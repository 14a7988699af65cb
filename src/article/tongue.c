#include "article/tongue.h"

enum { LOOK = 8000, LEAST = 5, LONGEST = 8 };

typedef struct Tongue {
    const char *code;
    const char
        *words; /* lower case, a blank before and behind each; ones that other languages here use alike left out */
} Tongue;

static const Tongue TONGUES[] = {
    {"de", " der und das ist nicht den von mit dem sich auf eine auch als nach wird aus bei einer sind noch wie einem "
           "haben oder hat wir ich sie zum zur über für dass "},
    {"en", " the and of that was for with his they this have from not are but were been their would which there you "
           "your will has said more about "},
    {"fr", " les des est une dans qui pour pas sur plus avec sont mais par aux cette ont être nous vous leur comme ses "
           "ces elle fait "},
    {"es", " los las del una por con para como pero sus más este esta muy ser son ya había desde está cuando todo "
           "también entre "},
    {"it",
     " il di che è non per sono della con gli dei nel alla più anche come ha dal delle questo ma si hanno stato "},
    {"nl",
     " het een van en dat niet zijn op te aan voor met er maar om ook naar bij wordt dan nog wel deze heeft hebben "},
    {"pt", " não uma com os para dos em é mais ao foi das tem são você pelo isso até sua seu pela nas nos "},
    {"pl", " w na nie się z do jest że to jak po co ale za od przez dla tym był przy oraz jego może są "},
};
enum { N_TONGUES = sizeof TONGUES / sizeof TONGUES[0] };

const char *tongue_of(Str text)
{
    unsigned counts[N_TONGUES] = {0};
    text = str_slice(text, 0, LOOK);
    char word[LONGEST + 3] = " ";
    size_t n = 0;
    for (size_t i = 0; i <= text.len; i++) {
        unsigned char b = i < text.len ? (unsigned char)text.data[i] : ' ';
        unsigned char low = b >= 'A' && b <= 'Z' ? (unsigned char)(b | 32) : b;
        if ((low >= 'a' && low <= 'z') || b >= 0x80) {
            if (n <= LONGEST)
                word[1 + n] = (char)low;
            n++;
            if (n > LONGEST)
                continue;
        } else {
            if (n > 0 && n <= LONGEST) {
                word[1 + n] = ' ';
                word[2 + n] = '\0';
                for (size_t k = 0; k < N_TONGUES; k++)
                    counts[k] += strstr(TONGUES[k].words, word) != NULL;
            }
            n = 0;
        }
    }
    size_t best = 0;
    unsigned second = 0;
    for (size_t k = 1; k < N_TONGUES; k++)
        if (counts[k] > counts[best])
            best = k;
    for (size_t k = 0; k < N_TONGUES; k++)
        if (k != best && counts[k] > second)
            second = counts[k];
    return counts[best] >= LEAST && counts[best] >= second + second / 2 ? TONGUES[best].code : NULL;
}
