#!/usr/bin/env bash
# Pages that are no plain articles: what is said of them, and which are passed over. Invented outlet, invented event.
. "$(dirname "$0")/lib/story.sh"
sentence='<p>Die Kutter von Torsund bleiben nach dem Ende der Gespräche im Hafen liegen, sagte die Ministerin Ada Falk am Sonntag.</p>'
{
    echo '<html lang="de"><title>Kutter bleiben im Hafen</title><h1>Kutter bleiben im Hafen</h1>'"$sentence"
    echo '<div class="paywall"><p>Möchten Sie weiterlesen? Mit einem Konto lesen Sie alles.</p></div>'
} > "$TMP/wall.html"
{
    echo '<html lang="de"><title>Küste</title><h1>Nachrichten von der Küste</h1>'
    for i in $(seq 12); do
        echo "<article><h3><a href='/a/$i'>Warum die Kutter am $i. Tag im Hafen bleiben</a></h3>$sentence</article>"
    done
} > "$TMP/list.html"
fact "a wall is read" ends 0 lagebild add "$TMP/wall.html"
fact "a list is passed over, which is told" ends 3 lagebild add "$TMP/list.html"
fact "by name" tells "list.html"
fact "and with the reason" tells "a list of articles, not an article"
fact "the wall's article is found" ends 0 lagebild search --json Kutter
id=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["articles"][0]["id"])' "$TMP/out")
fact "and marked" ends 0 lagebild article "$id"
fact "for readers" says "behind a paywall"
fact "in their language" env LC_ALL=de_DE.UTF-8 bash -c '"$0" article "$1" | grep -q "hinter einer Bezahlschranke"' "$LAGEBILD" "$id"
fact "in JSON" ends 0 lagebild article --json "$id"
fact "by its name" json 'd["type"] == "paywall"'
fact "and in a report" ends 0 lagebild report "$TMP/wall.html"
fact "too" says "behind a paywall"
the_end
