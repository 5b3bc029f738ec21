#!/usr/bin/env bash
# A picture of a card as Teams would about show it.
#   tests/cards/render.sh card.json picture.png [width] [dark]
# The width is 600 (desktop) unless said; 320 is a phone. Prints what the renderer found wrong.
set -euo pipefail
tests="$(cd "$(dirname "$0")/.." && pwd)"
program="$tests/SoeBot.BrowserTests/bin/Debug/net10.0/SoeBot.BrowserTests.dll"
[ -f "$program" ] || dotnet build "$tests/SoeBot.BrowserTests" -v q -nologo >&2
exec dotnet "$program" card "$@"
