#!/usr/bin/env bash
# Bad input is normal input: it is named, costs little, and loses nothing else.
. "$(dirname "$0")/lib/story.sh"
mkdir "$TMP/in"
python3 - "$TMP/in" <<'PY'
import gzip, random, sys
folder = sys.argv[1]
random.seed(7)
for i in range(150):
    open(f"{folder}/rauschen{i:03}.txt", "wb").write(random.randbytes(random.randrange(1, 5000)))
page = gzip.compress(b"<html><body><p>" + "Ein Absatz über nichts. ".encode() * 400 + b"</p></body></html>")
for i in range(30):
    open(f"{folder}/gekuerzt{i:02}.html.gz", "wb").write(page[: 12 + i])
for i in range(15):
    open(f"{folder}/null{i:02}.txt", "wb").write(b"\0" * (1 + 777 * i))
for i in range(4):
    open(f"{folder}/leer{i}.jsonl", "wb").write(b"{nicht json\n" * (i + 1))
open(f"{folder}/tief.warc", "wb").write(b"WARC/1.0\r\nContent-Length: 99999999\r\n\r\nkurz")
PY
n=$(ls "$TMP/in" | wc -l)
fact "200 bad files were made" test "$n" -eq 200
cp examples/0[1-6]* "$TMP/in/"
fact "good pages among 200 bad files: exit code 3" ends 3 lagebild add "$TMP/in"
fact "all good ones are read" tells "6 new"
for f in "$TMP"/in/rauschen* "$TMP"/in/gekuerzt* "$TMP"/in/null* "$TMP"/in/leer* "$TMP"/in/tief*; do
    grep -qF "$(basename "$f")" "$TMP/err" || { echo "not named: $f"; failed=$((failed + 1)); }
done
fact "the good pages are one story" ends 0 lagebild stories --json
fact "of six" json '[s["pages"] for s in d["stories"]] == [6]'
python3 - "$TMP" <<'PY'
import sys
folder = sys.argv[1]
text = "Der Damm wird nicht geflutet, sagte die Ministerin am Mittwoch in Silberau. " * 14000
open(f"{folder}/zeile.txt", "w").write(text[:1000000])
open(f"{folder}/tief.html", "w").write("<div>" * 100000 + "<p>Der Damm wird nicht geflutet, sagte die Ministerin. Das Wasser bleibt im Tal, bis der Vertrag gilt.</p>" + "</div>" * 100000)
PY
fact "1 MB on one line is read or named" bash -c 'timeout 60 "$0" report "$1/zeile.txt" > /dev/null 2> "$1/err"; c=$?; [ $c = 0 ] || { [ $c = 3 ] && grep -q zeile.txt "$1/err"; }' "$LAGEBILD" "$TMP"
fact "HTML nested 100,000 deep is refused" ends 3 timeout 60 "$LAGEBILD" report "$TMP/tief.html" examples/05-morgenbote.txt
fact "by its name and reason" tells "tief.html: elements nested"
fact "and the page beside it is shown" says "05-morgenbote.txt"
fact "a path that is not there is named" ends 3 lagebild add "$TMP/nirgends" examples/05-morgenbote.txt
fact "by its name" tells "nirgends"
printf 'kein SQLite, aber lang genug, um wie eine Datei auszusehen' > "$TMP/falsch.db"
fact "a file that is no database is refused" ends 4 lagebild stories -d "$TMP/falsch.db"
the_end
