#!/usr/bin/env python3
"""news_words.py NEWS.jsonl.xz > words.tsv

How common capitalised words are in German news: in how many articles ("text" a line) each stands, not counting where any word has
a capital, against how many have it in lower case. One "code<TAB>=word" a line for train_names, the code as
src/language/namelists.h says: 1 + 4 * level + share. Document frequencies of single words only, nothing of their neighbours."""
import json
import lzma
import re
import sys
from collections import Counter

LEAST = 3  # articles
LEVELS = (2, 5, 16, 61, 250, 1000)
WORD = re.compile(r"[A-Za-zÄÖÜäöüßÀ-ɏ][\w’'\-]*\w|[A-Za-zÄÖÜäöüßÀ-ɏ]|[^\w\s]")
OPENING = set(".:!?„\"“»«…;–-|•()*‚‘'")  # what stands before a word with a capital of no meaning


def count_articles(path):
    articles = Counter()
    for line in lzma.open(path, "rt", encoding="utf-8"):
        seen, before = set(), "."
        for word in WORD.findall(json.loads(line).get("text") or ""):
            if word[0].isalpha() and (word[0].islower() or before not in OPENING):
                seen.add(word)
            before = word
        articles.update(seen)
    return articles


def code(capital, lower):
    level = sum(capital >= bound for bound in LEVELS)
    share = 0 if not lower else 1 if lower < capital / 20 else 2 if lower < capital else 3
    return 1 + 4 * level + share


def main():
    articles = count_articles(sys.argv[1])
    best = {}  # of forms that differ in capitals only, the one seen most
    for word, n in articles.items():
        key = word.lower()
        if word[0].isupper() and n >= LEAST and (n, word) > best.get(key, (0, "")):
            best[key] = (n, word)
    for key, (n, word) in sorted(best.items()):
        print(code(n, articles[word[0].lower() + word[1:]]), "=" + key, sep="\t")


main()
