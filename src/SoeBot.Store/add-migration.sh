#!/usr/bin/env bash
# Makes one migration per provider from the current mappings.
#
#   src/SoeBot.Store/add-migration.sh NAME     adds a migration of that name to both providers
#   src/SoeBot.Store/add-migration.sh --anew   throws all migrations away and makes one initial migration
#                                              per provider: only as long as nothing is released
set -euo pipefail
cd "$(dirname "$0")"

name=${1:?"Usage: add-migration.sh NAME | --anew"}
if [ "$name" = --anew ]; then
  name=Initial
  rm -rf Migrations
fi

dotnet tool restore >/dev/null
dotnet build -v q
for provider in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build --context "${provider}SoeDb" \
    --output-dir "Migrations/$provider"
done
sed -i '1s/^\xEF\xBB\xBF//' Migrations/*/*.cs
