#include "store/tokenizer.h"

#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <libstemmer.h>
#include <stdlib.h>

#define WORD_MAX 200
#define KNOWN_MAX 32768 /* words whose keys are remembered: most of a text's words were in the last */

struct Tokenizer {
    struct sb_stemmer *stemmer;
    StrBuf folded, key;
    StrMap known; /* word → place in keys */
    VEC(Str) keys;
    Arena arena; /* of both */
};

static void forget(Tokenizer *t)
{
    strmap_release(&t->known);
    t->keys.len = 0;
    arena_reset(&t->arena);
}

Tokenizer *tokenizer_new(void)
{
    Tokenizer *t = mem_zero(1, sizeof *t);
    t->stemmer = sb_stemmer_new("german", "UTF_8");
    if (!t->stemmer)
        abort(); /* the library has German; no memory left, then: see lagebild.h */
    return t;
}

void tokenizer_free(Tokenizer *t)
{
    if (!t)
        return;
    forget(t);
    vec_release(&t->keys);
    arena_release(&t->arena);
    sb_stemmer_delete(t->stemmer);
    strbuf_release(&t->folded);
    strbuf_release(&t->key);
    vec_free(t);
}

static bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

static void add_with_umlauts(StrBuf *out, Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.data[i];
        bool pair = i + 1 < s.len && s.data[i + 1] == 'e' && (c == 'a' || c == 'o' || c == 'u');
        bool stays = i && (is_vowel(s.data[i - 1]) || s.data[i - 1] == 'q');
        if (!pair || stays) {
            strbuf_add_char(out, c);
            continue;
        }
        strbuf_add_c(out, c == 'a' ? "ä" : c == 'o' ? "ö" : "ü");
        i++;
    }
}

static bool in_word(uint32_t c) { return utf8_is_letter(c) || utf8_is_digit(c); }

/* Folded, umlauts written as such, stemmed. Valid until the next. */
static Str make_key(Tokenizer *t, Str word)
{
    strbuf_clear(&t->folded);
    strbuf_clear(&t->key);
    utf8_append_folded(&t->folded, word);
    add_with_umlauts(&t->key, strbuf_str(&t->folded));
    const sb_symbol *stem = sb_stemmer_stem(t->stemmer, (const sb_symbol *)t->key.data, (int)t->key.len);
    if (!stem)
        abort();
    return str_make((const char *)stem, (size_t)sb_stemmer_length(t->stemmer));
}

static Str key_of(Tokenizer *t, Str word)
{
    const uint32_t *known = strmap_get(&t->known, word);
    if (known)
        return t->keys.data[*known];
    if (t->keys.len == KNOWN_MAX)
        forget(t);
    strmap_put(&t->known, arena_str(&t->arena, word), (uint32_t)t->keys.len, NULL);
    vec_push(&t->keys, arena_str(&t->arena, make_key(t, word)));
    return t->keys.data[t->keys.len - 1];
}

bool tokenizer_next(Tokenizer *t, Str text, size_t *pos, Span *word, Str *key)
{
    size_t at = *pos, begin = text.len;
    while (at < text.len) {
        size_t before = at;
        bool inside = in_word(utf8_next(text, &at));
        if (inside && begin == text.len)
            begin = before;
        if ((!inside && begin < text.len) || (inside && at - begin > WORD_MAX)) {
            at = before;
            break;
        }
    }
    *pos = at;
    if (begin == text.len)
        return false;
    *word = (Span){(uint32_t)begin, (uint32_t)at};
    *key = key_of(t, str_slice(text, begin, at));
    return true;
}

/* ---- what FTS5 calls ----------------------------------------------------------------------------------------- */

static int fts_create(void *ctx, const char **args, int n_args, Fts5Tokenizer **out)
{
    (void)ctx, (void)args, (void)n_args;
    *out = (Fts5Tokenizer *)tokenizer_new();
    return SQLITE_OK;
}

static void fts_delete(Fts5Tokenizer *t) { tokenizer_free((Tokenizer *)t); }

static int fts_tokenize(Fts5Tokenizer *t, void *ctx, int flags, const char *data, int len,
                        int (*token)(void *, int, const char *, int, int, int))
{
    (void)flags;
    Str text = {data, (size_t)len}, key;
    Span word;
    for (size_t pos = 0; tokenizer_next((Tokenizer *)t, text, &pos, &word, &key);) {
        int code = token(ctx, 0, key.data, (int)key.len, (int)word.begin, (int)word.end);
        if (code != SQLITE_OK)
            return code;
    }
    return SQLITE_OK;
}

int tokenizer_register(sqlite3 *db)
{
    fts5_api *api = NULL;
    sqlite3_stmt *stmt = NULL;
    int code = sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &stmt, NULL);
    if (code == SQLITE_OK) {
        sqlite3_bind_pointer(stmt, 1, &api, "fts5_api_ptr", NULL);
        sqlite3_step(stmt);
        code = sqlite3_finalize(stmt);
    }
    if (code != SQLITE_OK || !api)
        return code ? code : SQLITE_ERROR;
    fts5_tokenizer tokenizer = {fts_create, fts_delete, fts_tokenize};
    return api->xCreateTokenizer(api, "lagebild", NULL, &tokenizer, NULL);
}
