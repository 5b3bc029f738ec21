# Read by run.sh: what the tests use beside .NET, installed where that is allowed. What stays missing is
# said, and the tests that need it are skipped with the reason (or fail on a build machine, CI=true).

find_postgres() { ls /usr/lib/postgresql/*/bin/initdb /usr/pgsql-*/bin/initdb /opt/homebrew/opt/postgresql*/bin/initdb 2>/dev/null | grep -q . || command -v initdb >/dev/null; }
find_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome || [ -n "${SOEBOT_CHROMIUM:-}" ]; } >/dev/null 2>&1
find_node() { command -v node && command -v npx; } >/dev/null 2>&1

missing=()
find_postgres || missing+=(postgresql)
# The fonts are for the pictures: without them a card has boxes for letters it should show.
find_chromium || missing+=(chromium fonts-liberation fonts-noto-color-emoji)
find_node || missing+=(nodejs npm)

if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing ${missing[*]}"
    (apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}") >/tmp/soebot-install.$$ 2>&1 ||
      tail -5 /tmp/soebot-install.$$
    rm -f /tmp/soebot-install.$$
  else
    echo "Not installed, for that takes root and apt-get: ${missing[*]}"
  fi
fi
find_postgres || echo "Missing: PostgreSQL's server binaries. The tests of the store on PostgreSQL cannot run."
find_chromium || echo "Missing: Chromium. The browser tests and the card pictures cannot run."
find_node || echo "Missing: node and npx. The Playground tests cannot run."
