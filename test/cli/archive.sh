#!/usr/bin/env bash
# What a page shares with all that a database has, from the index beside it.
. "$(dirname "$0")/lib/story.sh"
COPIES=$LAGEBILD_DB-copies

ids() { "$LAGEBILD" search --json "$1" | python3 -c 'import json, sys; print(*[a["id"] for a in json.load(sys.stdin)["articles"]])'; }
kinds() { json "sorted((m['kind'], d['articles'][m['article'] - 1].get('outlet', '')) for c in d['clusters'] for m in c['members']) == $1"; }

WIRE='Im Moorwald bei Ellerfelde zählten Forscherinnen in diesem Frühjahr so viele Kraniche wie noch nie. Allein an einem Abend landeten dort mehrere hundert Vögel, wie die Leiterin der Station am Dienstag mitteilte. Der Bestand habe sich binnen zehn Jahren verdoppelt, weil zwei trockengelegte Wiesen wieder unter Wasser stehen. Bauern der Umgebung fordern eine Entschädigung für zertretene Saat.'
page() { printf '{"id": "%s", "source": "%s", "published": "%s", "title": "%s", "text": "%s"}\n' "$1" "$2" "$3" "$4" "$5"; }
{
    page nord Nordbote 2031-04-02T08:00:00Z "Kraniche in Ellerfelde" "$WIRE"
    page sued Südpost 2031-04-02T10:00:00Z "So viele Kraniche wie nie" "$WIRE"
    page brot Wochenschau 2031-05-01 "Brot wird teurer" "Die Bäckereien von Hohenmark verlangen seit gestern mehr für ihr Brot. Mehl und Strom kosteten fast das Doppelte, sagte der Obermeister der Innung. Kundinnen zeigten dafür wenig Verständnis."
} > "$TMP/first.jsonl"
{
    page ost Ostblatt 2031-04-03T09:00:00Z "Rückkehr der Kraniche" "Unsere Zeitung war dabei. ${WIRE% Bauern*}"
    page rathaus Wochenschau 2031-06-01 "Neues Rathaus" "Der Gemeinderat von Grünau hat den Neubau des Rathauses beschlossen. Gebaut wird im nächsten Sommer, und die Kosten trägt zur Hälfte das Land."
} > "$TMP/second.jsonl"
page neu Abendkurier 2031-04-05 "Vogelzug" "${WIRE%%. Der Bestand*}. So etwas hat hier noch niemand gesehen, sagen die Leute im Dorf." > "$TMP/new.jsonl"

fact "pages are added" ends 0 lagebild add "$TMP/first.jsonl"
fact "with an index beside the database" test -s "$COPIES/1"
fact "and later ones" ends 0 lagebild add "$TMP/second.jsonl"
fact "in a file of their own" test -s "$COPIES/2"
nord=$(ids '"Kraniche in Ellerfelde"') ost=$(ids '"Rückkehr der Kraniche"') rathaus=$(ids '"Neues Rathaus"')

fact "an article is compared with all others" ends 0 lagebild copies --archive --json "$nord"
cp "$TMP/out" "$TMP/nord"
fact "of both runs, each as what it is" kinds "[('duplicate', 'Südpost'), ('excerpt', 'Ostblatt'), ('root', 'Nordbote')]"
fact "by its id" json "d['articles'][0]['id'] == '$nord'"
fact "the excerpt may come from the older one" json '[m["origin"] for m in d["clusters"][0]["members"] if m["kind"] == "excerpt"] == ["beside"]'
fact "each place leads to its words" json 'all(p["words"].split()[0] in open(d["articles"][p["article"] - 1]["file"], encoding="utf-8").read() for c in d["clusters"] for m in c["members"] for s in m.get("passages", []) for p in s["places"])'
fact "one that copies nothing" ends 1 lagebild copies --archive "$rathaus"
fact "is said to" tells "nothing found"
fact "an id that is not there" ends 1 lagebild copies --archive ffffffffff

fact "a page that is not in the database" ends 0 lagebild copies --archive --json "$TMP/new.jsonl"
fact "is compared with all in it" kinds "[('partial', 'Nordbote'), ('partial', 'Ostblatt'), ('partial', 'Südpost'), ('root', 'Abendkurier')]"
fact "and is not added" bash -c '[ -z "$("$0" search Vogelzug 2>/dev/null)" ]' "$LAGEBILD"
fact "one that is there too" ends 0 lagebild copies --archive --json "$TMP/second.jsonl"
fact "is no copy of itself" json 'len(d["clusters"]) == 1 and sum(a.get("outlet") == "Ostblatt" for a in d["articles"]) == 1'
fact "as text" ends 0 lagebild copies --archive "$TMP/new.jsonl"
fact "with the ids of what it shares with" says "$nord"

other() { LAGEBILD_DB=$TMP/$1 "$LAGEBILD" "${@:2}"; }
fact "all at once, in another order, on one thread" ends 0 other b.db add --threads 1 "$TMP/second.jsonl" "$TMP/first.jsonl"
fact "gives" ends 0 other b.db copies --archive --json "$nord"
fact "the same bytes" cmp "$TMP/out" "$TMP/nord"

before=$(cksum "$LAGEBILD_DB" "$COPIES"/*)
fact "the same pages again" ends 0 lagebild add "$TMP/first.jsonl"
fact "change nothing" test "$before" = "$(cksum "$LAGEBILD_DB" "$COPIES"/*)"

mkdir "$TMP/moved"
cp -r "$LAGEBILD_DB" "$TMP/moved/new.db"
fact "a database without its index" ends 4 other moved/new.db copies --archive "$nord"
fact "says what to do" tells "the next add makes it anew"
fact "other questions are answered" ends 0 other moved/new.db search Kraniche
cp -r "$COPIES" "$TMP/moved/new.db-copies"
fact "with it, it goes on anywhere" ends 0 other moved/new.db copies --archive --json "$nord"
fact "and says the same" cmp "$TMP/out" "$TMP/nord"
cp "$TMP/b.db-copies/1" "$COPIES/1"
fact "another database's index is none" ends 4 lagebild copies --archive "$nord"
fact "which is told" tells "belongs to another database"

broken() { # damages the index by "$@", then: reading says so, the next add heals it
    fact "an index that $1: reading it says so" ends 4 lagebild copies --archive "$nord"
    fact "an index that $1: naming the file" tells "$COPIES"
    fact "an index that $1: the next add" ends 0 lagebild add "$TMP/first.jsonl"
    fact "an index that $1: makes it anew" ends 0 lagebild copies --archive --json "$nord"
    fact "an index that $1: as it was" cmp "$TMP/out" "$TMP/nord"
}
broken "is another's"
rm "$COPIES"/*
broken "is missing"
for f in "$COPIES"/*; do truncate -s 100 "$f"; done
broken "is cut off"
for f in "$COPIES"/*; do printf 'x' | dd of="$f" bs=1 seek=5 conv=notrunc 2>/dev/null; done
fact "an index with a changed byte" not cmp -s "$COPIES/1" "$TMP/b.db-copies/1"
fact "is healed by the next add" ends 0 lagebild add "$TMP/first.jsonl"
fact "an article is compared with all others" ends 0 lagebild copies --archive --json "$nord"
fact "as before" cmp "$TMP/out" "$TMP/nord"
touch "$COPIES/99" "$COPIES/7.new" "$COPIES/note"
page gift Nordbote 2031-07-01 "Pilze" "Im Stadtwald von Grünau wachsen in diesem Jahr auffallend viele Steinpilze, sagt der Förster." > "$TMP/third.jsonl"
fact "what a killed add left behind" ends 0 lagebild add "$TMP/third.jsonl"
fact "is cleared away" test ! -e "$COPIES/99" -a ! -e "$COPIES/7.new"
fact "what is not ours stays" test -e "$COPIES/note"

# Whoever is killed at whatever moment leaves a database that answers, and the next add ends the work.
for i in $(seq 200); do
    page "k$i" "Bote $((i % 7))" "2031-08-$((i % 28 + 10))" "Meldung $i" "Am Pegel $i von Grünau stieg das Wasser um $((i * 3)) Zentimeter, teilte die Wehr $((i % 50)) mit. ${WIRE%% wie die*} Das meldet Posten $i."
done > "$TMP/many.jsonl"
fact "many pages" ends 0 other whole.db add "$TMP/many.jsonl"
any=$(LAGEBILD_DB=$TMP/whole.db ids '"Meldung 7"')
fact "share what they share" ends 0 other whole.db copies --archive --json "$any"
cp "$TMP/out" "$TMP/whole"
for ms in 0.05 0.2 0.4; do
    LAGEBILD_DB=$TMP/killed.db bash -c 'timeout -s KILL "$0" "$1" add "$2"; true' "$ms" "$LAGEBILD" "$TMP/many.jsonl" > /dev/null 2>&1
    [ ! -e "$TMP/killed.db" ] || fact "killed after $ms s it still answers" bash -c 'LAGEBILD_DB=$2 "$0" copies --archive "$1" > /dev/null 2>&1; [ $? -le 1 ]' "$LAGEBILD" "$any" "$TMP/killed.db"
done
fact "the next add" ends 0 other killed.db add "$TMP/many.jsonl"
fact "ends the work" ends 0 other killed.db copies --archive --json "$any"
fact "and all is as if nothing had been" cmp "$TMP/out" "$TMP/whole"
the_end
