#!/usr/bin/env bash
# How the command answers to good and bad calls.
. "$(dirname "$0")/lib/story.sh"
fact "without a command it explains itself" ends 0 lagebild
fact "naming the commands" says "report"
fact "in English where the locale is not German" says "Commands:"
fact "and in German where it is" env LC_ALL=de_DE.UTF-8 bash -c '"$0" | grep -q "Befehle:"' "$LAGEBILD"
for c in add report stories story said diff copies article search version; do
    fact "help $c explains it" ends 0 lagebild help $c
    fact "and names it" says "lagebild $c"
done
fact "a command's own --help does the same" ends 0 lagebild said --help
fact "by its text" says "--act"
fact "an unknown command is a usage error" ends 2 lagebild frobnicate
fact "that names it" tells "frobnicate"
fact "an unknown option is a usage error" ends 2 lagebild stories --frob
fact "an option of another command too" ends 2 lagebild stories --why
fact "an option without its value too" ends 2 lagebild said --by
fact "too few arguments too" ends 2 lagebild story
fact "too many too" ends 2 lagebild diff a b
fact "threads must be a number" ends 2 lagebild report --threads=many examples
fact "an unknown act is a usage error" bash -c '"$0" add examples/05-morgenbote.txt 2>/dev/null; "$0" said --act shout 2>/dev/null; [ $? = 2 ]' "$LAGEBILD"
rm -f "$LAGEBILD_DB"*
fact "a listing of a database that is not there says so" ends 3 lagebild stories
fact "and makes none" test ! -e "$LAGEBILD_DB"
fact "the version is the header's" bash -c '[ "$("$0" version)" = "lagebild $(sed -n "s/^#define LAGEBILD_VERSION \"\(.*\)\"/\1/p" include/lagebild.h)" ]' "$LAGEBILD"
the_end
