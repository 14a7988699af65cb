#!/usr/bin/env python3
"""english_words.py WORDNET_DIR NEWS.jsonl.xz > src/picture/english.c

Which English words, seen in a German text, are no German? Takes WordNet's lemmas that are in use (tagged at least once in its
corpus, or with a synonym that German has too) and counts in how many German news articles ("text" a line) each stands.
See models/README.md."""
import json
import lzma
import re
import sys
from collections import Counter

FOREIGN_MAX, RARE_MAX, HOMOGRAPH_MIN = 5, 120, 40  # articles of 41,242


def fnv(word):
    h = 2166136261
    for byte in word.encode():
        h = (h ^ byte) * 16777619 & 0xFFFFFFFF
    return h


def count_articles(path):
    word, seen = re.compile(r"[A-Za-zÄÖÜäöüß]+"), Counter()
    for line in lzma.open(path, "rt", encoding="utf-8"):
        seen.update({w for w in word.findall(json.loads(line)["text"])})
    lower = Counter()
    for w, n in seen.items():
        lower[w.lower()] += n
    return lower


def lemmas_in_use(folder, articles):
    used, synonyms = set(), {}
    for part in ("noun", "verb", "adj", "adv"):
        for line in open(f"{folder}/index.{part}", encoding="latin-1"):
            fields = line.split()
            if not line.startswith("  ") and fields[0].isalpha() and int(fields[5 + int(fields[3])]) > 0:
                used.add(fields[0])
        for line in open(f"{folder}/data.{part}", encoding="latin-1"):
            if line.startswith("  "):
                continue
            fields = line.split("|")[0].split()
            words = {fields[4 + 2 * i].lower().split("(")[0] for i in range(int(fields[3], 16))}
            for w in words:
                synonyms.setdefault(w, set()).update(words - {w})
    for w, others in synonyms.items():
        if w.isalpha() and any(articles[o] >= HOMOGRAPH_MIN for o in others):
            used.add(w)
    return {w for w in used if len(w) >= 3}


def main(wordnet, news):
    articles = count_articles(news)
    entries = {}
    for w in sorted(lemmas_in_use(wordnet, articles)):
        n = articles[w]
        if n <= RARE_MAX and len(w) < 4:
            continue
        level = 1 if n <= FOREIGN_MAX else 2 if n <= RARE_MAX else 3
        entries.setdefault(fnv(w) >> 2, level)
    print("/* english.c: made by models/tools/english_words.py; do not edit. See models/README.md.")
    print(" * Each entry: the upper 30 bits of a word's hash (FNV-1a), and its EnglishWord in the lower 2. */")
    print('#include "picture/english.h"\n\nstatic const uint32_t WORDS[] = {')
    table = [h << 2 | level for h, level in sorted(entries.items())]
    for i in range(0, len(table), 10):
        print("    " + " ".join(f"0x{x:08x}," for x in table[i : i + 10]))
    print("""};

EnglishWord english_word(Str lower)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < lower.len; i++)
        hash = (hash ^ (unsigned char)lower.data[i]) * 16777619u;
    size_t low = 0, high = sizeof WORDS / sizeof WORDS[0];
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (WORDS[middle] >> 2 == hash >> 2)
            return (EnglishWord)(WORDS[middle] & 3);
        if (WORDS[middle] >> 2 < hash >> 2)
            low = middle + 1;
        else
            high = middle;
    }
    return ENGLISH_NOT;
}""")


main(*sys.argv[1:3])
