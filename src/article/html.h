/* html.h: an HTML page as flat arrays, in page order.
 *
 *     source:  <div class="a">Ein <b>Wort</b></div>
 *     nodes:   [0 root][1 div][2 text "Ein "][3 b][4 text "Wort"]       a node's parent stands before it
 *     attrs:   {class, "a"}                                             values are spans of the source, unresolved
 *
 * The parser is our own because libxml2's needs quadratic time for hostile nesting (0.7 MB of "<div>…</b>…" took it 18 s) and
 * 1.5 s for 94 MB of news pages where this one needs a fraction; and because each byte of text must lead back to the page.
 * It follows the HTML standard's tree construction as far as text and ancestors go: implied end tags, void and raw text
 * elements, scopes, formatting elements that are closed too late. Time and memory are linear in the page. */
#ifndef ARTICLE_HTML_H
#define ARTICLE_HTML_H

#include "base/error.h"
#include "base/vec.h"

/* Elements that mean something here, sorted by name; all others are TAG_OTHER. Flags: B starts a line of its own, V has no
 * content, R holds raw text, S stops the search for an inline element's begin, C closes an open paragraph, F is formatting. */
#define HTML_TAGS(X) \
    X(A, "a", HTML_F) X(ABBR, "abbr", 0) X(ADDRESS, "address", HTML_BLOCK) X(AREA, "area", HTML_VOID) \
    X(ARTICLE, "article", HTML_BLOCK) X(ASIDE, "aside", HTML_BLOCK) X(AUDIO, "audio", HTML_B) X(B, "b", HTML_F) \
    X(BASE, "base", HTML_VOID) X(BLOCKQUOTE, "blockquote", HTML_BLOCK) X(BODY, "body", HTML_B | HTML_S) \
    X(BR, "br", HTML_VOID) X(BUTTON, "button", HTML_B | HTML_S) X(CAPTION, "caption", HTML_B | HTML_S) \
    X(CENTER, "center", HTML_BLOCK) X(COL, "col", HTML_VOID) X(DATA, "data", 0) X(DD, "dd", HTML_BLOCK) \
    X(DETAILS, "details", HTML_BLOCK) X(DIALOG, "dialog", HTML_BLOCK) X(DIV, "div", HTML_BLOCK) \
    X(DL, "dl", HTML_BLOCK) X(DT, "dt", HTML_BLOCK) X(EM, "em", HTML_F) X(EMBED, "embed", HTML_VOID) \
    X(FIELDSET, "fieldset", HTML_BLOCK) X(FIGCAPTION, "figcaption", HTML_BLOCK) X(FIGURE, "figure", HTML_BLOCK) \
    X(FONT, "font", HTML_F) X(FOOTER, "footer", HTML_BLOCK) X(FORM, "form", HTML_BLOCK) X(H1, "h1", HTML_BLOCK) \
    X(H2, "h2", HTML_BLOCK) X(H3, "h3", HTML_BLOCK) X(H4, "h4", HTML_BLOCK) X(H5, "h5", HTML_BLOCK) \
    X(H6, "h6", HTML_BLOCK) X(HEAD, "head", HTML_B | HTML_S) X(HEADER, "header", HTML_BLOCK) \
    X(HGROUP, "hgroup", HTML_BLOCK) X(HR, "hr", HTML_VOID | HTML_B | HTML_C) X(HTML, "html", HTML_B | HTML_S) \
    X(I, "i", HTML_F) X(IFRAME, "iframe", HTML_RAW) X(IMG, "img", HTML_VOID) X(INPUT, "input", HTML_VOID) \
    X(LABEL, "label", 0) X(LEGEND, "legend", HTML_B) X(LI, "li", HTML_BLOCK) X(LINK, "link", HTML_VOID) \
    X(MAIN, "main", HTML_BLOCK) X(MENU, "menu", HTML_BLOCK) X(META, "meta", HTML_VOID) X(NAV, "nav", HTML_BLOCK) \
    X(NOEMBED, "noembed", HTML_RAW) X(NOFRAMES, "noframes", HTML_RAW) X(NOSCRIPT, "noscript", HTML_B) \
    X(OBJECT, "object", HTML_S) X(OL, "ol", HTML_BLOCK) X(OPTION, "option", HTML_B) X(P, "p", HTML_BLOCK) \
    X(PARAM, "param", HTML_VOID) X(PICTURE, "picture", 0) X(PRE, "pre", HTML_BLOCK) \
    X(SCRIPT, "script", HTML_RAW) X(SECTION, "section", HTML_BLOCK) X(SELECT, "select", HTML_B) \
    X(SMALL, "small", HTML_F) X(SOURCE, "source", HTML_VOID) X(SPAN, "span", 0) X(STRONG, "strong", HTML_F) \
    X(STYLE, "style", HTML_RAW) X(SUMMARY, "summary", HTML_BLOCK) X(SVG, "svg", 0) \
    X(TABLE, "table", HTML_B | HTML_S) X(TBODY, "tbody", HTML_B | HTML_S) X(TD, "td", HTML_B | HTML_S) \
    X(TEMPLATE, "template", HTML_B | HTML_S) X(TEXTAREA, "textarea", HTML_RAW) \
    X(TFOOT, "tfoot", HTML_B | HTML_S) X(TH, "th", HTML_B | HTML_S) X(THEAD, "thead", HTML_B | HTML_S) \
    X(TIME, "time", 0) X(TITLE, "title", HTML_RAW) X(TR, "tr", HTML_B | HTML_S) X(TRACK, "track", HTML_VOID) \
    X(U, "u", HTML_F) X(UL, "ul", HTML_BLOCK) X(VIDEO, "video", HTML_B) X(WBR, "wbr", HTML_VOID) \
    X(XMP, "xmp", HTML_RAW)

enum { HTML_VOID = 1, HTML_RAW = 2, HTML_B = 4, HTML_S = 8, HTML_C = 16, HTML_F = 32, HTML_BLOCK = HTML_B | HTML_S | HTML_C };

typedef enum HtmlTag {
    TAG_TEXT,
#define X(id, name, flags) TAG_##id,
    HTML_TAGS(X)
#undef X
    TAG_CUSTOM, /* "my-box": a line of its own, as most are used */
    TAG_OTHER,
    HTML_TAG_COUNT
} HtmlTag;

/* Attributes that are kept. */
#define HTML_ATTRS(X) \
    X(ARIA_HIDDEN, "aria-hidden") X(CLASS, "class") X(CONTENT, "content") X(DATETIME, "datetime") \
    X(HIDDEN, "hidden") X(HREF, "href") X(ID, "id") X(ITEMPROP, "itemprop") X(ITEMTYPE, "itemtype") \
    X(LANG, "lang") X(NAME, "name") X(PROPERTY, "property") X(REL, "rel") X(ROLE, "role") X(STYLE, "style") \
    X(TYPE, "type")

typedef enum HtmlAttr {
#define X(id, name) ATTR_##id,
    HTML_ATTRS(X)
#undef X
    HTML_ATTR_COUNT
} HtmlAttr;

typedef struct HtmlAttribute {
    Span value;
    uint32_t key; /* HtmlAttr */
} HtmlAttribute;

typedef struct HtmlNode {
    Span source;     /* of the text, or of the start tag; of a raw text element's content too, as its one child */
    uint32_t parent; /* index; the root's is itself */
    uint32_t attrs;  /* the first of n_attrs */
    uint8_t n_attrs, tag;
    bool in_link;    /* text: an <a> is open around it */
} HtmlNode;

typedef struct Html {
    Str source; /* the caller's */
    VEC(HtmlNode) nodes; /* nodes[0] is the root, TAG_OTHER */
    VEC(HtmlAttribute) attrs;
} Html;

#define HTML_NODES_MAX 8000000u
#define HTML_DEPTH_MAX 400 /* elements deeper than this are left out; their text stays, as their last ancestor's */
#define HTML_NESTING_MAX 20000u /* no page that is meant to be read goes there */

/* Parses `source` (UTF-8, < 2^31 bytes). Errors: ERR_LIMIT beyond HTML_NODES_MAX nodes or
 * HTML_NESTING_MAX levels. */
Status html_parse(Str source, Html *out, Error *err);
void html_release(Html *h);

/* The raw value of an attribute, or an empty Str; *there (may be NULL) tells a missing one from an empty one. */
Str html_attr(const Html *h, const HtmlNode *node, HtmlAttr key, bool *there);
unsigned html_tag_flags(HtmlTag tag);

#endif
