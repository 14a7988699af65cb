/* out.h: text for a terminal: wrapped at a width, indented, coloured where wanted. Code points count as one column;
 * control characters from pages never reach the terminal. */
#ifndef VIEW_OUT_H
#define VIEW_OUT_H

#include "base/str.h"
#include "lagebild.h"

typedef enum Style { STYLE_PLAIN, STYLE_HEAD, STYLE_DIM, STYLE_NAME, STYLE_PLACE, STYLE_WARN, STYLE_MARK } Style;

typedef struct Out {
    StrBuf *to;
    const LagebildPrint *how;
    unsigned width;
    unsigned indent; /* of lines that out begins by itself */
    unsigned column; /* code points on this line */
    bool space;      /* a space is due before the next word */
} Out;

void out_init(Out *o, StrBuf *to, const LagebildPrint *how);
/* Adds text; where its next word does not fit, a new line begins. Spaces at its ends separate it from its neighbours. */
void out_text(Out *o, Style style, Str text);
void out_c(Out *o, Style style, const char *text);
void out_format(Out *o, Style style, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Adds text that is to stand out: in colour, else between asterisks. */
void out_mark(Out *o, Str text);
/* Ends the line (an empty one gives an empty line); the next begins at `indent`. */
void out_line(Out *o, unsigned indent);

#endif
