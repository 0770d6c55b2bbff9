#!/usr/bin/env bash
# What action.yml runs: installs lintnews and annotates the findings in the pull request.
#   LINTNEWS_PATHS   files and folders, one a line (default: .)
#   LINTNEWS_ARGS    more options of `lintnews check`, one a line
#   LINTNEWS_SARIF   also write this SARIF file
#   LINTNEWS_SOURCE  what pip installs; empty: lintnews is installed already
set -euo pipefail

if [ -n "${LINTNEWS_SOURCE:-}" ]; then
  python -m pip install --quiet --disable-pip-version-check "$LINTNEWS_SOURCE"
fi

arguments=(--format github)
if [ -n "${LINTNEWS_SARIF:-}" ]; then
  arguments+=(--format "sarif:$LINTNEWS_SARIF")
fi
while IFS= read -r line; do
  [ -z "$line" ] || arguments+=("$line")
done <<<"${LINTNEWS_ARGS:-}"

paths=()
while IFS= read -r line; do
  [ -z "$line" ] || paths+=("$line")
done <<<"${LINTNEWS_PATHS:-.}"

# After -- a path that starts with a hyphen is no option.
exec lintnews check "${arguments[@]}" -- "${paths[@]:-.}"
