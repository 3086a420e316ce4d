#!/bin/sh
# Compare the release that is served with its list and the list with its signature; for a server without Python.
#   verify.sh /srv/handbook /etc/handbook/allowed_signers
# Says nothing and ends with 0 when all is well. handbook-verify.timer runs it every hour; so can cron:
#   17 * * * * nobody /usr/local/lib/handbook/verify.sh /srv/handbook /etc/handbook/allowed_signers || logger -p auth.alert -t handbook "served files changed"
set -eu

fail() {
    printf 'handbook: %s\n' "$1" >&2
    exit 1
}

signers=${2:?"usage: verify.sh FOLDER ALLOWED_SIGNERS"}
[ -r "$signers" ] || fail "没有签名人名单 $signers：no list of allowed signers"
cd -P "$1/current" 2>/dev/null || fail "$1 里没有在用的版本：no release is served from $1"
[ -f SHA256SUMS.sig ] || fail "清单没有签名：SHA256SUMS is not signed"
who=$(ssh-keygen -Y find-principals -s SHA256SUMS.sig -f "$signers" | head -n 1) # what it complains of is to be read
[ -n "$who" ] || fail "签名的人不在名单里，或者 ssh-keygen 不能用（看上一行）：signed by nobody in $signers, or see above"
ssh-keygen -Y verify -f "$signers" -I "$who" -n handbook -s SHA256SUMS.sig <SHA256SUMS >/dev/null ||
    fail "签名和清单对不上：the signature does not fit SHA256SUMS"
sha256sum --check --strict --quiet SHA256SUMS >&2 || fail "有文件被改过或者没有了：files were changed or are gone (see above)"
[ "$(find site ! -type d | wc -l)" -eq "$(wc -l <SHA256SUMS)" ] ||
    fail "有清单以外的文件：there are files that SHA256SUMS does not list"
