#!/usr/bin/env bash
# Runs the stages of `make test` one after the other, goes on after a failure so that one run tells everything, and ends with the time
# each took and the number of tests. Fails if any stage failed.
#
#   tests/stages.sh FOLDER-FOR-LOGS STAGE...
set -uo pipefail
logs=$1
shift

mkdir -p "$logs"
rm -f "$logs"/*.log
export NO_COLOR=1 CARGO_TERM_COLOR=never
failed=0
table=''
for stage in "$@"; do
  echo
  echo "== $stage"
  began=$SECONDS
  outcome=ok
  if ! make --no-print-directory "test-$stage" 2>&1 | tee "$logs/$stage.log"; then
    outcome=FAILED
    failed=1
  fi
  table+=$(printf '%-10s %4d s  %s' "$stage" $((SECONDS - began)) "$outcome")$'\n'
  # Without its tools no other stage can tell anything.
  if [[ $stage == setup && $outcome == FAILED ]]; then break; fi
done

echo
printf '%s' "$table"
printf '%-10s %4d s\n\n' all "$SECONDS"

# The closing lines of the runners: nextest "3 tests run: 2 passed, 1 failed", vitest "Tests  2 passed | 1 failed", Playwright
# "2 passed" and "1 failed" on lines of their own.
closing='tests? run:|^ *Tests +[0-9]|^ *[0-9]+ (passed|failed|flaky)( |$)'
count() {
  sed -E 's/\x1b\[[0-9;]*m//g' "$logs"/*.log | grep -E "$closing" | grep -oE "[0-9]+ $1" | awk '{sum += $1} END {print sum + 0}'
}
lost=$(count failed)
# A stage may fail without a test that failed: format, lints, a build.
if ((failed && lost == 0)); then lost=1; fi
echo "$(count passed) passed, $lost failed"
exit "$failed"
