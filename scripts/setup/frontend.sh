#!/bin/sh
# Bundle what the site ships to browsers into overrides/assets/dist: our own scripts and styles as classic files
# (ES modules do not run from file://), and the vendored libraries with their licences beside them.
set -eu
. "$(dirname "$0")/common.sh"

PATH="$ROOT/.venv/bin:$PATH"
SOURCE=overrides/assets
DIST=overrides/assets/dist
# The oldest browsers of the intranet: Chromium 69 is what the 国产 systems' first browsers are built on.
TARGET=chrome69

# shellcheck disable=SC2046 # no blanks in our own file names
want=$(fingerprint "$0" scripts/setup/notices.mjs package-lock.json $(find "$SOURCE/js" "$SOURCE/css" -type f 2>/dev/null | LC_ALL=C sort))
if is_fresh "$DIST/.stamp" "$want"; then
    exit 0
fi

bundle() {
    if [ -f "$1" ]; then
        run esbuild "脚本或样式打不了包：$1 could not be bundled" \
            node node_modules/esbuild/bin/esbuild "$1" --bundle --minify --legal-comments=none --charset=utf8 \
            --format=iife --target="$TARGET" --external:*.svg --external:*.woff2 --outfile="$2"
    fi
}

# vendor FILE TARGET: copy one file of node_modules.
vendor() {
    mkdir -p "$(dirname "$DIST/$2")"
    cp "node_modules/$1" "$DIST/$2"
}

rm -rf "$DIST"
mkdir -p "$DIST"
for script in "$SOURCE"/js/*.js; do
    bundle "$script" "$DIST/$(basename "$script")"
done
bundle "$SOURCE/css/handbook.css" "$DIST/handbook.css"
vendor mermaid/dist/mermaid.min.js mermaid/mermaid.min.js
vendor iframe-worker/shim/index.js iframe-worker/shim.js
node scripts/setup/notices.mjs >"$DIST/THIRD-PARTY-NOTICES.txt"
printf '%s\n' "$want" >"$DIST/.stamp"
