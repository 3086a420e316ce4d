#!/bin/sh
# Install locked Python packages into .venv.
#   python.sh site   what building the site needs
#   python.sh dev    what the tests need besides
#   python.sh bench  what the measurements compare with
#   python.sh node   Node.js and npm as a Python wheel
# The packages come from requirements/*.lock only, each checked against its hash. pip and setuptools come first,
# so that source archives and the handbook itself build with them and fetch nothing of their own.
set -eu
. "$(dirname "$0")/common.sh"

VENV="$ROOT/.venv"
BIN="$VENV/bin"

# Print the interpreter itself, never one of a virtual environment: PATH may begin with the .venv about to be removed.
find_python() {
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c '
import ensurepip, sys, venv
if sys.version_info < (3, 11): sys.exit(1)
print(sys._base_executable)' 2>/dev/null; then
            return
        fi
    done
    fail "需要 Python 3.11 或更新版本（含 venv），请先安装：Python >= 3.11 with venv is needed, on Debian/Ubuntu: apt-get install python3 python3-venv"
}

install_locked() {
    run "python-$1" "Python 包没有装上，${REMEDY}：the Python packages of requirements/$1.lock could not be installed" \
        "$BIN/python" -m pip install --disable-pip-version-check --no-input --no-build-isolation --require-hashes \
        -r "requirements/$1.lock"
}

install_handbook() {
    run python-handbook "手册程序没有装上：the handbook package could not be installed" \
        "$BIN/python" -m pip install --disable-pip-version-check --no-input --no-build-isolation --no-deps --no-index \
        --editable .
}

make_venv() {
    want=$(fingerprint requirements/build.lock)
    if is_fresh "$VENV/.stamp-build" "$want" && "$BIN/python" -c '' 2>/dev/null; then
        return
    fi
    python=$(find_python)
    say "Creating .venv with $("$python" --version)"
    rm -rf "$VENV"
    run python-venv "建不起 Python 虚拟环境：.venv could not be made" "$python" -m venv "$VENV"
    install_locked build
    printf '%s\n' "$want" >"$VENV/.stamp-build"
}

group=${1:-site}
make_venv
case $group in
    site) want=$(fingerprint requirements/site.lock pyproject.toml) ;;
    dev | bench | node) want=$(fingerprint "requirements/$group.lock") ;;
    *) fail "usage: python.sh site|dev|bench|node" ;;
esac
if is_fresh "$VENV/.stamp-$group" "$want"; then
    exit 0
fi
say "Installing the Python packages of requirements/$group.lock into .venv"
install_locked "$group"
if [ "$group" = site ]; then
    install_handbook
fi
printf '%s\n' "$want" >"$VENV/.stamp-$group"
