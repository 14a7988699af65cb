#include "article/evidence.h"

typedef struct Word {
    const char *text;
    Evidence says;
} Word;

/* Whole words of class names and ids, lower case. Sorted. */
static const Word WORDS[] = {
    {"abbinder", IS_RELATED},
    {"abstract", IS_LEAD},
    {"ad", IS_AD},
    {"addthis", IS_SHARE},
    {"ads", IS_AD},
    {"adsbygoogle", IS_AD},
    {"adslot", IS_AD},
    {"advert", IS_AD},
    {"advertisement", IS_AD},
    {"advertising", IS_AD},
    {"advertorial", IS_AD},
    {"affiliate", IS_AD},
    {"also", IS_RELATED},
    {"anzeige", IS_AD},
    {"aside", IS_ASIDE},
    {"author", IS_AUTHOR},
    {"authorbox", IS_BIO},
    {"authorname", IS_AUTHOR},
    {"authors", IS_AUTHOR},
    {"autor", IS_AUTHOR},
    {"autoren", IS_AUTHOR},
    {"autorenbox", IS_BIO},
    {"banner", IS_AD},
    {"bildnachweis", IS_CREDIT},
    {"bildunterschrift", IS_CAPTION},
    {"bio", IS_BIO},
    {"biography", IS_BIO},
    {"body", IS_BODY},
    {"bodytext", IS_BODY},
    {"breadcrumb", IS_NAVIGATION},
    {"breadcrumbs", IS_NAVIGATION},
    {"byline", IS_AUTHOR},
    {"caption", IS_CAPTION},
    {"comment", IS_COMMENTS},
    {"comments", IS_COMMENTS},
    {"consent", IS_CONSENT},
    {"contentbody", IS_BODY},
    {"cookie", IS_CONSENT},
    {"cookies", IS_CONSENT},
    {"copyright", IS_CREDIT},
    {"credit", IS_CREDIT},
    {"credits", IS_CREDIT},
    {"dachzeile", IS_KICKER},
    {"date", IS_DATE},
    {"dateline", IS_DATE},
    {"datetime", IS_DATE},
    {"datum", IS_DATE},
    {"deck", IS_LEAD},
    {"dek", IS_LEAD},
    {"disclaimer", IS_CONSENT},
    {"discussion", IS_COMMENTS},
    {"disqus", IS_COMMENTS},
    {"donate", IS_NEWSLETTER},
    {"donation", IS_NEWSLETTER},
    {"einleitung", IS_LEAD},
    {"einstieg", IS_LEAD},
    {"embed", IS_EMBED},
    {"excerpt", IS_LEAD},
    {"eyebrow", IS_KICKER},
    {"facebook", IS_SHARE},
    {"figcaption", IS_CAPTION},
    {"footer", IS_FOOTER},
    {"fusszeile", IS_FOOTER},
    {"galerie", IS_FIGURE},
    {"gallery", IS_FIGURE},
    {"gdpr", IS_CONSENT},
    {"infobar", IS_DATE},
    {"instagram", IS_EMBED},
    {"intro", IS_LEAD},
    {"introduction", IS_LEAD},
    {"introtext", IS_LEAD},
    {"jobs", IS_AD},
    {"keywords", IS_TAGS},
    {"kicker", IS_KICKER},
    {"kommentar", IS_COMMENTS},
    {"kommentare", IS_COMMENTS},
    {"lead", IS_LEAD},
    {"leadtext", IS_LEAD},
    {"legend", IS_CAPTION},
    {"lesermeinung", IS_COMMENTS},
    {"masthead", IS_NAVIGATION},
    {"menu", IS_NAVIGATION},
    {"modal", IS_CONSENT},
    {"mostread", IS_RELATED},
    {"nav", IS_NAVIGATION},
    {"navbar", IS_NAVIGATION},
    {"navi", IS_NAVIGATION},
    {"navigation", IS_NAVIGATION},
    {"newsletter", IS_NEWSLETTER},
    {"newsletters", IS_NEWSLETTER},
    {"offcanvas", IS_NAVIGATION},
    {"outbrain", IS_RELATED},
    {"overlay", IS_CONSENT},
    {"overline", IS_KICKER},
    {"pager", IS_NAVIGATION},
    {"pagination", IS_NAVIGATION},
    {"paywall", IS_PAYWALL},
    {"photocredit", IS_CREDIT},
    {"player", IS_FIGURE},
    {"popular", IS_RELATED},
    {"popup", IS_CONSENT},
    {"powered", IS_AD},
    {"profile", IS_BIO},
    {"promo", IS_AD},
    {"promotion", IS_AD},
    {"pubdate", IS_DATE},
    {"published", IS_DATE},
    {"ratings", IS_SHARE},
    {"readmore", IS_RELATED},
    {"recirculation", IS_RELATED},
    {"recommendation", IS_RELATED},
    {"recommendations", IS_RELATED},
    {"recommended", IS_RELATED},
    {"related", IS_RELATED},
    {"reply", IS_COMMENTS},
    {"respond", IS_COMMENTS},
    {"roofline", IS_KICKER},
    {"share", IS_SHARE},
    {"sharebar", IS_SHARE},
    {"sharedaddy", IS_SHARE},
    {"shariff", IS_SHARE},
    {"sharing", IS_SHARE},
    {"sidebar", IS_ASIDE},
    {"skip", IS_NAVIGATION},
    {"slideshow", IS_FIGURE},
    {"social", IS_SHARE},
    {"socialmedia", IS_SHARE},
    {"spitzmarke", IS_KICKER},
    {"sponsor", IS_AD},
    {"sponsored", IS_AD},
    {"standfirst", IS_LEAD},
    {"subheadline", IS_LEAD},
    {"subline", IS_LEAD},
    {"subscribe", IS_NEWSLETTER},
    {"subtitle", IS_LEAD},
    {"summary", IS_LEAD},
    {"taboola", IS_RELATED},
    {"tag", IS_TAGS},
    {"tagcloud", IS_TAGS},
    {"taglist", IS_TAGS},
    {"tags", IS_TAGS},
    {"teaser", IS_RELATED},
    {"teasers", IS_RELATED},
    {"time", IS_DATE},
    {"timestamp", IS_DATE},
    {"toc", IS_NAVIGATION},
    {"toolbar", IS_SHARE},
    {"topics", IS_TAGS},
    {"topline", IS_KICKER},
    {"trending", IS_RELATED},
    {"tweet", IS_EMBED},
    {"twitter", IS_SHARE},
    {"unterzeile", IS_LEAD},
    {"username", IS_AUTHOR},
    {"verfasser", IS_AUTHOR},
    {"verwandt", IS_RELATED},
    {"vorspann", IS_LEAD},
    {"werbung", IS_AD},
    {"whatsapp", IS_SHARE},
    {"widget", IS_ASIDE},
    {"yarpp", IS_RELATED},
};
enum { N_WORDS = sizeof WORDS / sizeof WORDS[0] };

/* Pieces that mean the same in compounds ("teaserbox", "commentlist"). */
static const Word PIECES[] = {
    {"teaser", IS_RELATED},        {"newsletter", IS_NEWSLETTER},
    {"comment", IS_COMMENTS},      {"kommentar", IS_COMMENTS},
    {"related", IS_RELATED},       {"recommend", IS_RELATED},
    {"empfehlung", IS_RELATED},    {"breadcrumb", IS_NAVIGATION},
    {"caption", IS_CAPTION},       {"paywall", IS_PAYWALL},
    {"cookie", IS_CONSENT},        {"consent", IS_CONSENT},
    {"sidebar", IS_ASIDE},         {"socialshar", IS_SHARE},
    {"sharebutton", IS_SHARE},     {"advert", IS_AD},
    {"articlebody", IS_BODY},      {"articletext", IS_BODY},
    {"storybody", IS_BODY},        {"bodytext", IS_BODY},
    {"standfirst", IS_LEAD},       {"vorspann", IS_LEAD},
    {"navigation", IS_NAVIGATION}, {"mostread", IS_RELATED},
    {"readmore", IS_RELATED},      {"readalso", IS_RELATED},
    {"tagcloud", IS_TAGS},         {"authorbox", IS_BIO},
    {"authorbio", IS_BIO},         {"aboutauthor", IS_BIO},
    {"autorenbox", IS_BIO},        {"autorenzeile", IS_AUTHOR},
    {"articleauthor", IS_AUTHOR},  {"bildunterschrift", IS_CAPTION},
};
enum { N_PIECES = sizeof PIECES / sizeof PIECES[0] };

/* Two words side by side that say more than each. */
static const struct {
    const char *first, *second;
    Evidence says;
} PAIRS[] = {
    {"article", "body", IS_BODY},     {"article", "content", IS_BODY},   {"article", "text", IS_BODY},
    {"article", "copy", IS_BODY},     {"story", "body", IS_BODY},        {"story", "content", IS_BODY},
    {"entry", "content", IS_BODY},    {"post", "content", IS_BODY},      {"post", "body", IS_BODY},
    {"post", "text", IS_BODY},        {"post", "entry", IS_BODY},        {"artikel", "text", IS_BODY},
    {"artikel", "body", IS_BODY},     {"artikel", "content", IS_BODY},   {"content", "body", IS_BODY},
    {"body", "content", IS_BODY},     {"news", "text", IS_BODY},         {"read", "more", IS_RELATED},
    {"read", "also", IS_RELATED},     {"most", "read", IS_RELATED},      {"more", "stories", IS_RELATED},
    {"more", "articles", IS_RELATED}, {"more", "on", IS_RELATED},        {"see", "also", IS_RELATED},
    {"see", "more", IS_RELATED},      {"next", "article", IS_RELATED},   {"table", "contents", IS_NAVIGATION},
    {"author", "box", IS_BIO},        {"author", "bio", IS_BIO},         {"author", "info", IS_BIO},
    {"about", "author", IS_BIO},      {"author", "description", IS_BIO}, {"post", "author", IS_BIO},
    {"link", "box", IS_RELATED},      {"link", "list", IS_RELATED},      {"pre", "title", IS_KICKER},
    {"top", "line", IS_KICKER},       {"over", "line", IS_KICKER},       {"sub", "title", IS_LEAD},
    {"sub", "headline", IS_LEAD},     {"sub", "line", IS_LEAD},          {"post", "meta", IS_DATE},
    {"entry", "meta", IS_DATE},       {"article", "meta", IS_DATE},      {"post", "tags", IS_TAGS},
};
enum { N_PAIRS = sizeof PAIRS / sizeof PAIRS[0] };

static Evidence word_says(const char *word)
{
    size_t low = 0, high = N_WORDS;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(WORDS[middle].text, word);
        if (order == 0)
            return WORDS[middle].says;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (strlen(word) < 7)
        return 0;
    for (size_t i = 0; i < N_PIECES; i++)
        if (strstr(word, PIECES[i].text))
            return PIECES[i].says;
    return 0;
}

/* "hidden" by itself hides; "label-hidden" hides another thing, and "hidden md:block" shows the text on most screens.
 */
static bool names_hide(Str names)
{
    static const Str HIDING[] = {STR_INIT("hidden"),         STR_INIT("is-hidden"),
                                 STR_INIT("u-hidden"),       STR_INIT("visually-hidden"),
                                 STR_INIT("visuallyhidden"), STR_INIT("u-visually-hidden"),
                                 STR_INIT("hide"),           STR_INIT("d-none"),
                                 STR_INIT("sr-only"),        STR_INIT("screen-reader-text"),
                                 STR_INIT("invisible"),      STR_INIT("element-invisible")};
    static const Str SHOWING[] = {STR_INIT("-block"),  STR_INIT(":block"),  STR_INIT("-flex"), STR_INIT(":flex"),
                                  STR_INIT("-inline"), STR_INIT(":inline"), STR_INIT(":grid")};
    bool hides = false;
    Str rest = names, token;
    while (str_split(&rest, ' ', &token)) {
        for (size_t k = 0; k < sizeof HIDING / sizeof HIDING[0]; k++)
            hides = hides || str_equal_nocase(token, HIDING[k]);
        for (size_t k = 0; k < sizeof SHOWING / sizeof SHOWING[0]; k++)
            if (str_find(token, SHOWING[k], 0) != SIZE_MAX)
                return false;
    }
    return hides;
}

/* "content--with-ads", "has-sidebar", "no-comments": the word behind these names what a box holds or lacks, not what it
 * is. */
static bool names_another(const char *word)
{
    static const char *const BEFORE[] = {"with", "has", "no", "without", "hide", "show", "non"};
    for (size_t i = 0; i < sizeof BEFORE / sizeof BEFORE[0]; i++)
        if (strcmp(BEFORE[i], word) == 0)
            return true;
    return false;
}

/* Class attributes and ids hold words parted by blanks, dashes, underscores or capitals. */
static Evidence names_say(Str names)
{
    Evidence says = names_hide(names) ? IS_HIDDEN : 0;
    char word[40], before[40] = "";
    for (size_t i = 0; i < names.len;) {
        size_t n = 0;
        bool lower = false;
        while (i < names.len && n < sizeof word - 1) {
            char c = names.data[i];
            bool capital = c >= 'A' && c <= 'Z';
            if (!((c >= 'a' && c <= 'z') || capital) || (capital && lower))
                break;
            lower = !capital;
            word[n++] = (char)(c | 32);
            i++;
        }
        word[n] = '\0';
        if (n) {
            says |= names_another(before) ? 0 : word_says(word);
            for (size_t k = 0; k < N_PAIRS && before[0]; k++)
                if (strcmp(PAIRS[k].second, word) == 0 && strcmp(PAIRS[k].first, before) == 0)
                    says |= PAIRS[k].says;
            memcpy(before, word, n + 1);
        } else {
            if (names.data[i] == ' ')
                before[0] = '\0';
            i++;
        }
    }
    return says;
}

static Evidence names_cached(Str names, EvidenceCache *cache)
{
    if (!names.len)
        return 0;
    if (names.len > 400)
        names.len = 400;
    bool is_new;
    uint32_t *known = strmap_put(&cache->seen, names, 0, &is_new);
    if (is_new)
        *known = names_say(names);
    return *known;
}

static Evidence tag_says(HtmlTag tag)
{
    switch (tag) {
    case TAG_SCRIPT:
    case TAG_STYLE:
    case TAG_NOSCRIPT:
    case TAG_TEMPLATE:
    case TAG_SVG:
    case TAG_IFRAME:
    case TAG_TEXTAREA:
    case TAG_SELECT:
    case TAG_OPTION:
    case TAG_TITLE:
    case TAG_HEAD:
    case TAG_VIDEO:
    case TAG_AUDIO:
    case TAG_OBJECT:
    case TAG_NOEMBED:
    case TAG_NOFRAMES:
    case TAG_XMP:
    case TAG_DIALOG: return IS_SKIPPED;
    case TAG_NAV:
    case TAG_MENU: return IS_NAVIGATION;
    case TAG_FOOTER: return IS_FOOTER;
    case TAG_ASIDE: return IS_ASIDE;
    case TAG_FIGURE:
    case TAG_PICTURE: return IS_FIGURE;
    case TAG_FIGCAPTION: return IS_CAPTION;
    case TAG_FORM:
    case TAG_BUTTON:
    case TAG_FIELDSET:
    case TAG_LABEL: return IS_FORM;
    case TAG_BLOCKQUOTE: return IS_QUOTE;
    case TAG_LI:
    case TAG_DD:
    case TAG_DT: return IS_LIST;
    case TAG_TABLE: return IS_TABLE;
    case TAG_ARTICLE:
    case TAG_MAIN: return IS_ARTICLE;
    case TAG_H1:
    case TAG_H2:
    case TAG_H3:
    case TAG_H4:
    case TAG_H5:
    case TAG_H6: return IS_HEADING;
    case TAG_TIME: return IS_DATE;
    case TAG_ADDRESS: return IS_AUTHOR;
    default: return 0;
    }
}

static Evidence attribute_says(const Html *html, const HtmlNode *node, EvidenceCache *cache)
{
    Evidence says = 0;
    for (size_t i = 0; i < node->n_attrs; i++) {
        const HtmlAttribute *a = &html->attrs.data[node->attrs + i];
        Str value = str_span(html->source, a->value);
        switch ((HtmlAttr)a->key) {
        case ATTR_ID:
            if (tag_says((HtmlTag)node->tag) & IS_HEADING) /* made of the heading's own words */
                break;
            says |= names_cached(value, cache);
            break;
        case ATTR_CLASS: says |= names_cached(value, cache); break;
        case ATTR_HIDDEN: says |= str_equal(value, STR("false")) ? 0 : IS_HIDDEN; break;
        case ATTR_ARIA_HIDDEN: says |= str_equal(value, STR("true")) ? IS_HIDDEN : 0; break;
        case ATTR_STYLE:
            if (str_find_nocase(value, STR("display:none"), 0) != SIZE_MAX ||
                str_find_nocase(value, STR("display: none"), 0) != SIZE_MAX)
                says |= IS_HIDDEN;
            break;
        case ATTR_ROLE:
            if (str_equal(value, STR("navigation")) || str_equal(value, STR("menu")))
                says |= IS_NAVIGATION;
            else if (str_equal(value, STR("complementary")))
                says |= IS_ASIDE;
            else if (str_equal(value, STR("contentinfo")))
                says |= IS_FOOTER;
            else if (str_equal(value, STR("dialog")) || str_equal(value, STR("alertdialog")))
                says |= IS_CONSENT;
            break;
        case ATTR_REL: says |= str_equal(value, STR("author")) ? IS_AUTHOR : 0; break;
        case ATTR_ITEMPROP:
            if (str_find(value, STR("articleBody"), 0) != SIZE_MAX)
                says |= IS_BODY;
            else if (str_equal(value, STR("author")))
                says |= IS_AUTHOR;
            else if (str_equal(value, STR("description")))
                says |= IS_LEAD;
            else if (str_equal(value, STR("comment")))
                says |= IS_COMMENTS;
            else if (str_starts(value, STR("date")))
                says |= IS_DATE;
            break;
        default: break;
        }
    }
    return says;
}

Evidence evidence_of(const Html *html, const HtmlNode *node, EvidenceCache *cache)
{
    Evidence says = tag_says((HtmlTag)node->tag) | (node->n_attrs ? attribute_says(html, node, cache) : 0);
    if (node->tag == TAG_BLOCKQUOTE) /* a post that is quoted, whatever site it is from */
        says &= ~(Evidence)(IS_SHARE | IS_EMBED);
    return says;
}

void evidence_release(EvidenceCache *cache) { strmap_release(&cache->seen); }
