#!/bin/sh
# Print the path of nginx for the tests of deploy/ and for `make serve-nginx`; install Debian's, without starting it,
# where there is none and it may.
set -eu
. "$(dirname "$0")/common.sh"

find_nginx() {
    if [ -n "${HANDBOOK_NGINX:-}" ]; then
        command -v "$HANDBOOK_NGINX" || fail "HANDBOOK_NGINX 指的程序不存在：HANDBOOK_NGINX names no program: $HANDBOOK_NGINX"
        return
    fi
    PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v nginx
}

if ! find_nginx; then
    may_install_packages ||
        fail "缺少 nginx，请安装：nginx is needed, on Debian/Ubuntu: apt-get install nginx"
    # Debian starts what it installs, unless the machine says that it is going down.
    export RUNLEVEL=1
    install_packages nginx
    find_nginx || fail "装了 nginx 却找不到它：nginx was installed but is not on PATH"
fi
