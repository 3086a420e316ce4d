#!/bin/sh
# For a bare CI machine: install what `make setup` takes for granted (python3 with venv, make, git) where it is missing.
set -eu
. "$(dirname "$0")/common.sh"

if python3 -c 'import venv, ensurepip' >/dev/null 2>&1 && command -v make >/dev/null && command -v git >/dev/null; then
    exit 0
fi
may_install_packages ||
    fail "请先安装 python3（含 venv）、make 和 git：python3 with venv, make and git are needed, on Debian/Ubuntu: apt-get install python3 python3-venv make git"
install_packages python3 python3-venv make git
