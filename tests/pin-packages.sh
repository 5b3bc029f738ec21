#!/usr/bin/env bash
# Keeps the last section of Directory.Packages.props: one line for every package that comes in
# through another one, at the version that the lock files resolve to.
#
#   tests/pin-packages.sh           after adding, removing or raising a package, and after a merge
#                                   conflict in a lock file: writes the section and all lock files
#   tests/pin-packages.sh --check   changes nothing; says what differs and returns 1
#
# Why all of them are pinned: a package that floats up to "the next version the registry has"
# restores differently on two machines.
set -euo pipefail
cd "$(dirname "$0")/.."

props=Directory.Packages.props
label='Brought in by the ones above, pinned'

chosen() { awk -v label="$label" 'index($0, label) { exit } { print }' "$props" | sed -n 's/.*PackageVersion Include="\([^"]*\)".*/\1/p'; }

pinned() { awk -v label="$label" 'index($0, label) { on = 1; next } on && /<\/ItemGroup>/ { exit } on' "$props" |
  sed -n 's/.*Include="\([^"]*\)" Version="\([^"]*\)".*/\1 \2/p'; }

# "name version" of everything in the lock files, our own projects left out, the highest version of each.
locked() {
  find src tests -name packages.lock.json -not -path '*/bin/*' -not -path '*/obj/*' -print0 | xargs -0 awk '
    /^      "[^"]+": \{/ { split($0, part, "\""); name = part[2] }
    /^        "resolved": / { split($0, part, "\""); print name, part[4] }' |
    LC_ALL=C sort -u | LC_ALL=C sort -k1,1f -k2,2V | awk '{ if ($1 != last && last != "") print line; last = $1; line = $0 } END { if (last != "") print line }'
}

wanted() { awk 'NR == FNR { chosen[tolower($1)]; next } !(tolower($1) in chosen)' <(chosen) <(locked); }

write_section() { # stdin: "name version" lines
  local body; body=$(awk '{ printf "    <PackageVersion Include=\"%s\" Version=\"%s\" />\n", $1, $2 }')
  awk -v label="$label" -v body="$body" '
    index($0, label) { print; print body; skip = 1; next }
    skip && /<\/ItemGroup>/ { skip = 0 }
    !skip' "$props" >"$props.new"
  mv "$props.new" "$props"
}

restore() { dotnet restore SoeBot.sln --force-evaluate -p:RestoreLockedMode=false "$@" 2>&1; }

if [ "${1:-}" = --check ]; then
  diff <(pinned) <(wanted) | sed -n 's/^</in the section, not in the lock files:/p; s/^>/in the lock files, not in the section:/p' | { ! grep . ; } ||
    { echo "Run tests/pin-packages.sh and commit what it writes."; exit 1; }
  echo "All $(pinned | wc -l) packages that come in through others are pinned."
  exit 0
fi

for round in 1 2 3 4 5 6; do
  # Warnings may pass here: a floating version is what this script is about to pin.
  if output=$(restore -p:TreatWarningsAsErrors=false); then
    [ "$(pinned)" = "$(wanted)" ] && break
    wanted | write_section
  else
    # A package above now asks for more than the pin: raise the pin to what it asks for.
    raised=$(sed -n 's/.*NU1109.*downgrade: \([^ ]*\) from \([^ ]*\) to.*/\1 \2/p' <<<"$output" | LC_ALL=C sort -k1,1f -k2,2V | awk '{ v[$1] = $2 } END { for (n in v) print n, v[n] }')
    [ -n "$raised" ] || { echo "$output"; exit 1; }
    echo "Raising: $(tr '\n' ';' <<<"$raised")"
    section=$(awk 'NR == FNR { v[$1] = $2; next } $1 in v { $2 = v[$1] } { print }' <(echo "$raised") <(pinned))
    write_section <<<"$section"
  fi
done

output=$(restore) || { echo "$output"; exit 1; }
! grep -E 'warning|error' <<<"$output" || exit 1
exec "$0" --check
