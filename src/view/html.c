#include "view/view.h"
void view_html_begin(StrBuf *out, const StoreStories *stories, const LagebildPrint *how) { (void)out, (void)stories, (void)how; }
void view_html_picture(StrBuf *out, const ViewPicture *view, unsigned number, const LagebildPrint *how) { (void)out, (void)view, (void)number, (void)how; }
void view_html_end(StrBuf *out, const LagebildPrint *how) { (void)out, (void)how; }
