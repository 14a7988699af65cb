# What the stories of test/cli share. A story is a list of facts: `fact "text" command…` passes when the command does.
set -u
cd "$(dirname "$0")/../.." || exit 1
ROOT=$PWD
BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$ROOT/$BUILD ;; esac
LAGEBILD=$BUILD/lagebild
TMP=$(mktemp -d)
trap 'rm -rf "$TMP"' EXIT
export LC_ALL=C.UTF-8 NO_COLOR=1 LAGEBILD_DB=$TMP/test.db
passed=0 failed=0 skipped=0

lagebild() { "$LAGEBILD" "$@"; }

fact() {
    local what=$1
    shift
    if "$@" >"$TMP/fact.out" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'not so: %s\n    %s\n' "$what" "$*"
        head -n 20 "$TMP/fact.out"
    fi
}

# ends CODE command…: the command's exit code is CODE; its output is in $TMP/out and $TMP/err.
ends() {
    local want=$1 code=0
    shift
    "$@" >"$TMP/out" 2>"$TMP/err" || code=$?
    [ "$code" -eq "$want" ] || { echo "exit code $code, not $want"; head -n 5 "$TMP/err"; return 1; }
}
says() { grep -qF -- "$1" "$TMP/out" || { echo "stdout lacks: $1"; head -n 40 "$TMP/out"; return 1; }; }
tells() { grep -qF -- "$1" "$TMP/err" || { echo "stderr lacks: $1"; head -n 40 "$TMP/err"; return 1; }; }
silent() { [ ! -s "$TMP/$1" ] || { echo "$1 is not empty"; head -n 5 "$TMP/$1"; return 1; }; }
# json EXPRESSION: the JSON in $TMP/out as `d` makes the Python expression true.
json() { python3 -c 'import json, sys; d = json.load(open(sys.argv[1], encoding="utf-8")); sys.exit(0 if eval(sys.argv[2]) else "not so: " + sys.argv[2])' "$TMP/out" "$1"; }
not() { ! "$@"; }
skip() {
    skipped=$((skipped + 1))
    echo "skipped: $1"
}
the_end() {
    if [ "$skipped" -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"; else echo "$passed passed, $failed failed"; fi
    [ "$failed" -eq 0 ]
}
