#!/bin/sh
# List what the site is made with and what it ships, each with version and licence, as CycloneDX into dist/; and refuse
# a licence that nobody has looked at.
set -eu
. "$(dirname "$0")/common.sh"

PATH="$ROOT/.venv/bin:$PATH"
mkdir -p dist
run sbom-python "Python 包的清单没有列成：the Python packages could not be listed" \
    cyclonedx-py environment --output-reproducible --pyproject pyproject.toml --output-format JSON \
    --output-file dist/sbom-python.cdx.json .venv
npm sbom --sbom-format cyclonedx --sbom-type application >dist/sbom-frontend.cdx.json 2>"$CACHE/sbom-npm.log" ||
    fail "前端包的清单没有列成：the npm packages could not be listed (.cache/sbom-npm.log)"
python scripts/setup/sbom.py dist/sbom-python.cdx.json dist/sbom-frontend.cdx.json
