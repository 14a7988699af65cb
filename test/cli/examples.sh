#!/usr/bin/env bash
# The main job on examples/: one story of six pages, another of one, and everything that can be asked of them.
. "$(dirname "$0")/lib/story.sh"
fact "report reads the examples" ends 0 lagebild report --json examples
cp "$TMP/out" "$TMP/one"
fact "the same with one thread" ends 0 lagebild report --json --threads 1 examples
fact "gives the same bytes" cmp "$TMP/one" "$TMP/out"
fact "in another order of files too" ends 0 lagebild report --json $(ls -r examples/0*)
fact "the same story" json 'len(d["stories"]) == 2'
fact "two stories: six pages and one" json 'sorted(len(s["articles"]) for s in d["stories"]) == [1, 6]'

fact "add puts them into a database" ends 0 lagebild add examples
fact "and says how many" tells "7 new"
cksum "$LAGEBILD_DB" > "$TMP/before"
fact "reading them again changes nothing" ends 0 lagebild add examples
fact "and says so" tells "0 new, 7 known"
fact "not a byte" bash -c 'cksum "$0" | cmp - "$1"' "$LAGEBILD_DB" "$TMP/before"

fact "stories lists both" ends 0 lagebild stories --json
fact "the large one first" json '[s["pages"] for s in d["stories"]] == [6, 1]'
story=$(python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["stories"][0]["id"])' "$TMP/out")
fact "story shows the picture" ends 0 lagebild story "$story" --json
fact "the machine-spun page has its words marked" json '{"Proposal", "Warranties", "Neighbor"} <= {x["place"]["words"] for x in d["spun"]}'
fact "the page that says only Wednesday has a derived date" json '[a["published"][:10] for a in d["articles"] if "06-seebote" in a["file"]] == ["2025-06-11"]'
fact "all of it stands in another page, its boxes aside" json '[a["copied"] for a in d["articles"] if "04-" in a["file"]][0] > 0.99'
fact "it may come from the page whose words it swapped" json '[a["taken_from"] for a in d["articles"] if "04-" in a["file"]] == [[i + 1 for i, a in enumerate(d["articles"]) if "01-" in a["file"]][0]]'
fact "two pages with the agency's text name it" json '[a.get("common_agency") for a in d["articles"] if "02-" in a["file"]] == ["dpa"]'
fact "the agency is credited" json 'all("dpa" in a["credits"] for a in d["articles"] if "01-" in a["file"] or "02-" in a["file"])'
fact "as text too" ends 0 lagebild story "$story"
fact "that names the minister" says "Mira Kolvat"
fact "as HTML too" ends 0 lagebild story "$story" --html "$TMP/story.html"
fact "in one file that loads nothing from elsewhere" bash -c '! grep -Eq "<(script|img|link|iframe)[^>]*(src|href)=|url\(" "$0"' "$TMP/story.html"

fact "said finds a demand of Haldek's" ends 0 lagebild said --by Haldek --act demand
fact "by its words" says "Garantien"
fact "said --why gives reasons" ends 0 lagebild said --by Kolvat --why
fact "nobody said nothing" ends 1 lagebild said --by Nachtigall
fact "diff shows differences" ends 0 lagebild diff "$story" --json
fact "three numbers of soldiers, one conflict" json 'any(x["class"] == "conflict" and sum("Soldaten" in p["words"] for p in x["places"]) >= 3 for x in d["differences"])'
fact "the two spellings of a name among them" json 'any(x["class"] == "spelling" for x in d["differences"])'
fact "copies shows shared passages" ends 0 lagebild copies "$story"
fact "as clusters" says "Cluster 1"
fact "with pairs on demand" ends 0 lagebild copies --pairs --json "$story"
fact "in which every two name their passages" json 'd["id"].startswith("'"$story"'") and all(p["a"] < p["b"] and p["passages"] for p in d["pairs"]) and all(len(a["id"]) == 10 for a in d["articles"])'
fact "and as JSON" ends 0 lagebild copies --json "$story"
fact "as those of files, by the story's id and the articles'" json '[m["kind"] for m in d["clusters"][0]["members"]] == ["root", "excerpt", "excerpt"] and all(a["own"] <= 1 for a in d["articles"])'
fact "search finds another form of the word" ends 0 lagebild search Bauer
fact "search finds umlauts written out" ends 0 lagebild search Gespraech
fact "search without a hit" ends 1 lagebild search Nachtigall
fact "search --json" ends 0 lagebild search --json Wasser
article=$(python3 -c 'import json,sys; print(json.load(open(sys.argv[1]))["articles"][0]["id"])' "$TMP/out")
fact "article prints clean text" ends 0 lagebild article "$article"
fact "article --why shows what was dropped" ends 0 lagebild article "$article" --why
fact "article --analysis prints CoNLL-U" ends 0 lagebild article "$article" --analysis
fact "an unknown article is not found" ends 1 lagebild article zzzz
fact "an unknown story is not found" ends 1 lagebild story zzzz
fact "stdin is read as -" bash -c '"$0" report --json - < examples/05-morgenbote.txt' "$LAGEBILD"
fact "packed pages read the same" bash -c 'gzip -c examples/03-weltblick.html > "$1/a.html.gz"; zstd -q examples/04-newsmix.txt -o "$1/b.txt.zst"; xz -c examples/07-archiv.jsonl > "$1/c.jsonl.xz"; "$0" add -d "$1/packed.db" "$1"/[abc].*' "$LAGEBILD" "$TMP"
the_end
