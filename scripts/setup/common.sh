# Shared by the set-up scripts, which source it: messages, and stamps that say what is already installed.
# shellcheck shell=sh

ROOT=$(cd "$(dirname "$0")/../.." && pwd)
CACHE="$ROOT/.cache"
cd "$ROOT" || exit 1
mkdir -p "$CACHE"

# A bundle (`make bundle`) carries what the set-up would fetch; REMEDY is what to do when a package cannot be installed.
REMEDY="请检查网络，或者 pip、npm 的软件源设置"
if [ -d "$ROOT/offline" ]; then
    PIP_NO_INDEX=1 PIP_FIND_LINKS="$ROOT/offline/wheels" npm_config_cache="$ROOT/offline/npm" npm_config_offline=true
    REMEDY="offline 里的离线包和这里的锁文件可能对不上，请在有网络的机器上运行 make bundle 重新打一个"
    export PIP_NO_INDEX PIP_FIND_LINKS npm_config_cache npm_config_offline
fi

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "$*"
    exit 1
}

# What a set of files, and the place of the checkout, amount to: an install made from other files, or moved, is stale.
fingerprint() {
    { printf '%s\n' "$ROOT"; cat "$@"; } | cksum
}

# is_fresh STAMP FINGERPRINT
is_fresh() {
    [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]
}

# run LOG SENTENCE COMMAND…: keep the output out of sight, and on failure say one sentence, its first error and where the rest is.
run() {
    run_log="$CACHE/$1.log"
    run_sentence=$2
    shift 2
    "$@" >"$run_log" 2>&1 </dev/null || fail "$run_sentence (.cache/${run_log##*/}: $(grep -m 1 -E 'ERROR|error|^E: ' "$run_log" | cut -c 1-200))"
}

# Whether this user may install Debian packages; SUDO is then what goes before apt-get.
may_install_packages() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then
        SUDO=
    elif sudo -n true 2>/dev/null; then
        SUDO="sudo -n"
    else
        return 1
    fi
}

install_packages() {
    say "Installing $*"
    sentence="装不上 $*，请检查 apt 软件源：apt-get could not install $*"
    # shellcheck disable=SC2086 # SUDO is nothing, or two words
    run apt-update "$sentence" $SUDO apt-get update -q
    # shellcheck disable=SC2086
    run apt-install "$sentence" $SUDO env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$@"
}
