#!/bin/sh
# Install ssh-keygen, which signs releases, for the tests where it is missing and it may.
set -eu
. "$(dirname "$0")/common.sh"

if ! command -v ssh-keygen >/dev/null 2>&1; then
    may_install_packages ||
        fail "缺少 ssh-keygen，请安装：ssh-keygen is needed, on Debian/Ubuntu: apt-get install openssh-client"
    install_packages openssh-client
fi
