#!/usr/bin/env bash
# Copies among files, without a database.
. "$(dirname "$0")/lib/story.sh"
fact "copies compares files and folders" ends 0 lagebild copies examples
fact "without making a database" test ! -e "$LAGEBILD_DB"
fact "and shows clusters" says "Cluster 1 · 3 pages"
fact "with the place of each passage" says "[2] 17:1"
fact "and how much of each page stands elsewhere" says "also elsewhere"
fact "in German too" env LC_ALL=de_DE.UTF-8 bash -c '"$0" copies examples | grep -q "Bezugstext"' "$LAGEBILD"

fact "with what may come from where" says "may come from [1]"
fact "as JSON too" ends 0 lagebild copies --json examples
cp "$TMP/out" "$TMP/one"
fact "all pages are named" json 'len(d["articles"]) == 7'
fact "the wire text, its excerpt and its spun copy are one cluster" json '[[m["kind"] for m in c["members"]] for c in d["clusters"]] == [["root", "excerpt", "excerpt"]]'
fact "each member but the root has one alignment" json '[m.get("beside") for m in d["clusters"][0]["members"]] == [None, 1, 1]'
fact "every place stands in its file, in bytes" json 'all(p["words"].split()[0] in open(d["articles"][p["article"] - 1]["file"], "rb").read()[p["bytes"][0]:p["bytes"][1]].decode() for m in d["clusters"][0]["members"] for s in m.get("passages", []) for p in s["places"])'
fact "and in code points" json 'all(p["words"].split()[0] == open(d["articles"][p["article"] - 1]["file"], encoding="utf-8").read()[p["page"][0]:p["page"][1]].split()[0] for m in d["clusters"][0]["members"] for s in m.get("passages", []) for p in s["places"])'
fact "each passage says what it is" json 'all(s["kind"] in ("verbatim", "near", "reworded") and s["quotation"] in (True, False) for m in d["clusters"][0]["members"] for s in m.get("passages", []))'
fact "two pages that credit the same agency have a source not seen" json '[(m["origin"], m["origin_why"], m["agency"]) for m in d["clusters"][0]["members"] if m["article"] == 2] == [("unseen", "credit", "dpa")]'
fact "a page without a date may come from the one that holds it" json '[(m["origin"], m["origin_why"]) for m in d["clusters"][0]["members"] if m["article"] == 4] == [("beside", "containment")]'
fact "another order of the files" ends 0 lagebild copies --json $(ls -r examples/0*)
fact "gives the same bytes" cmp "$TMP/one" "$TMP/out"
fact "a file named twice" ends 0 lagebild copies --json examples/0* examples/02-tagblatt.txt
fact "is no copy of itself" cmp "$TMP/one" "$TMP/out"
fact "one thread" ends 0 lagebild copies --json --threads 1 examples
fact "gives the same bytes" cmp "$TMP/one" "$TMP/out"

fact "each page says how much of it stands elsewhere" json 'all(abs(a["copied"] + a["shared_quotation"] + a["own"] - 1) < 1e-4 for a in d["articles"]) and d["articles"][3]["copied"] > 0.9 and d["articles"][6]["own"] == 1'
fact "no limit was hit" json 'd["limits"] == {"repeats": 0, "places": 0, "texts": 0, "pairs": 0}'
fact "--pairs shows every two" ends 0 lagebild copies --pairs --json examples
fact "each once, with its passages" json '{(p["a"], p["b"]) for p in d["pairs"]} >= {(1, 2), (1, 4), (2, 4)} and all(p["a"] < p["b"] and p["passages"] for p in d["pairs"])'
fact "as text too" ends 0 lagebild copies --pairs examples

for outlet in Nordbote Südpost Ostblatt; do
    printf '{"id": "%s", "source": "%s", "text": "Im Moorwald bei Ellerfelde zählten Forscher in diesem Frühjahr so viele Kraniche wie noch nie. Allein an einem Abend landeten dort mehrere hundert Vögel."}\n' $outlet $outlet
done > "$TMP/wire.jsonl"
fact "the same words three times" ends 0 bash -c '"$0" copies --json - < "$1"' "$LAGEBILD" "$TMP/wire.jsonl"
fact "are one cluster of duplicates" json '[[m["kind"] for m in c["members"]] for c in d["clusters"]] == [["root", "duplicate", "duplicate"]]'
fact "each aligned with the root" json 'all(m["beside"] == 1 and len(m["passages"]) == 1 for m in d["clusters"][0]["members"][1:])'

for hour in 08 11; do
    printf '{"id": "%s", "source": "Moorpost", "published": "2031-04-02T%s:00", "text": "Im Moorwald bei Ellerfelde zählten Forscher in diesem Frühjahr so viele Kraniche wie noch nie. Allein an einem Abend landeten dort mehrere hundert Vögel.%s"}\n' $hour $hour "$([ $hour = 11 ] && echo ' Der Förster sperrte am Mittag den Weg zum Turm.')"
done > "$TMP/update.jsonl"
fact "an outlet's update of its own page" ends 0 bash -c '"$0" copies --json - < "$1"' "$LAGEBILD" "$TMP/update.jsonl"
fact "is a version, and took nothing" json '[(m["kind"], m["origin"]) for m in d["clusters"][0]["members"][1:]] == [("version", "later")]'

fact "pages that share nothing" ends 1 lagebild copies examples/05-morgenbote.txt examples/07-archiv.jsonl
fact "are said to" tells "nothing found"
fact "a missing file is told" ends 3 lagebild copies examples "$TMP/missing.txt"
fact "by its name" tells "missing.txt"
fact "the others are compared" says "Cluster 1"
fact "a story needs a database" ends 3 lagebild copies abcdef
fact "without an argument it is a usage error" ends 2 lagebild copies
the_end
