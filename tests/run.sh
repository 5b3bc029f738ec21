#!/usr/bin/env bash
# Builds the solution once and runs every test of every project. From any folder, with nothing prepared.
#
#   tests/run.sh                       everything
#   tests/run.sh Unit Journey          only the projects whose name holds one of these words
#   tests/run.sh Unit -- -class '*Fence*'   what stands behind -- goes to the test programs (see their --help)
#
# Ends with one line: N passed, N failed (and N skipped, if any). Not zero on any failure, and when a
# project ran no test at all: a suite that finds nothing must not look like a suite that found no fault.
set -uo pipefail
cd "$(dirname "$0")/.."
exec </dev/null
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1
export PATH="$PATH:/usr/share/dotnet:$HOME/.dotnet"

say() { printf '\n== %s\n' "$*"; }
give_up() { printf '%s\n\n0 passed, 1 failed\n' "$*"; exit 1; }

words=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do words+=("$1"); shift; done
[ "${1:-}" = -- ] && shift

command -v dotnet >/dev/null ||
  give_up "The .NET SDK 10 is missing: install it (https://dot.net, or your system's dotnet-sdk-10.0) and put dotnet on PATH."

source tests/install.sh

say "Building"
build=(dotnet build SoeBot.sln -v q -nologo)
# On a build machine no compiler may stay behind and hold the pipe open.
[ "${CI:-}" = true ] && build+=(--disable-build-servers)
"${build[@]}" || give_up "The build failed."

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
passed=0 failed=0 skipped=0 skips='' fails=''

wanted() { [ ${#words[@]} = 0 ] || grep -q -i -F "$(printf '%s\n' "${words[@]}")" <<<"$1"; }

# What it prints goes to a file, and what it ended with to another: two may run beside each other.
run() {
  local name=$1; shift
  # Two processors that are busy all the time gain nothing by counting calls for a second compilation, nor by collecting on a thread beside.
  DOTNET_TieredPGO=0 DOTNET_gcConcurrent=0 timeout -k 10 "${SOEBOT_TEST_TIMEOUT:-600}" \
    dotnet "tests/$name/bin/Debug/net10.0/$name.dll" -noLogo -noColor -noAutoReporters "$@" >"$logs/$name" 2>&1
  echo $? >"$logs/$name.code"
}

count() {
  local name=$1 log="$logs/$1" code; shift
  code=$(cat "$log.code")
  counts=$(sed -n 's/.*Total: \([0-9]*\), Errors: \([0-9]*\), Failed: \([0-9]*\), Skipped: \([0-9]*\),.*/\1 \2 \3 \4/p' "$log" | tail -1)
  read -r total errors wrong left_out <<<"${counts:-0 0 0 0}"
  bad=$((errors + wrong))
  if [ "$code" = 124 ] || [ "$code" = 137 ]; then echo "$name: stopped, it took too long."; bad=$((bad + 1))
  elif ! grep -q 'TEST EXECUTION SUMMARY' "$log"; then echo "$name: ended with code $code before it was through."; bad=$((bad + 1))
  elif [ $((total - left_out)) = 0 ] && [ $# = 0 ]; then echo "$name: no test ran, which counts as a failure."; bad=$((bad + 1))
  elif [ "$code" != 0 ] && [ $bad = 0 ] && [ "$total" != 0 ]; then echo "$name: ended with code $code."; bad=$((bad + 1))
  fi
  passed=$((passed + total - wrong - left_out)) failed=$((failed + bad)) skipped=$((skipped + left_out))
  # The name, what was wrong and where: what a test printed besides stands above.
  fails+=$(awk '/ \[FAIL\]$/ { sub(/^ */, ""); print; on = 14; next } / Output:$/ || /^    [^ ]/ { on = 0 } on-- > 0' "$log" | cut -c1-400)$'\n'
  skips+=$(awk '/ \[SKIP\]$/ { sub(/^ */, ""); sub(/ \[SKIP\]$/, ""); name = $0; getline; sub(/^ */, ""); print "  " name ": " $0 }' "$log")$'\n'
}

# The browser tests mostly wait and the unit tests mostly compute: beside each other. Journeys count seconds and memory: by themselves.
projects=$(grep -l '<IsTestProject>true' tests/*/*.csproj | xargs -n 1 basename -s .csproj)
for names in "$(grep -v Journey <<<"$projects")" "$(grep Journey <<<"$projects")"; do
  running=()
  for name in $names; do wanted "$name" && running+=("$name"); done
  for name in "${running[@]}"; do : >"$logs/$name"; run "$name" "$@" & done
  if [ ${#running[@]} = 1 ]; then
    say "$name"
    tail -n +1 -f --pid=$! "$logs/$name" 2>/dev/null
  fi
  wait
  for name in "${running[@]}"; do
    [ ${#running[@]} = 1 ] || { say "$name"; cat "$logs/$name"; }
    count "$name" "$@"
  done
done

[ $failed = 0 ] || { say "Failed, once more"; grep . <<<"$fails"; }
[ $skipped = 0 ] || { say "Skipped, and why"; grep . <<<"$skips"; }
[ $((passed + failed)) = 0 ] && { echo "No test ran."; failed=1; }
printf '\nTook %d s.\n%d passed, %d failed' $SECONDS $passed $failed
[ $skipped = 0 ] && echo || printf ', %d skipped\n' $skipped
[ $failed = 0 ]
