/* compared.h: what the printers of compared pages share. Inside view/ only. */
#ifndef VIEW_COMPARED_H
#define VIEW_COMPARED_H

#include "view/view.h"

/* The printers in JSON. */
void compared_json_begin(StrBuf *out, const ViewCopies *view);
void compared_json_cluster(StrBuf *out, const ViewCopies *view, size_t number);
void compared_json_pair(StrBuf *out, const ViewCopies *view, size_t number);
void compared_json_end(StrBuf *out, const CopyLimits *limits);

#endif
