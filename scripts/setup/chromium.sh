#!/bin/sh
# Print the path of a Chrome, Chromium or Edge for the browser tests; install Debian's where there is none and it may.
set -eu
. "$(dirname "$0")/common.sh"

find_browser() {
    for candidate in ${HANDBOOK_CHROMIUM:-} chromium chromium-browser google-chrome google-chrome-stable microsoft-edge \
        microsoft-edge-stable "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        /Applications/Chromium.app/Contents/MacOS/Chromium "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"; do
        if command -v "$candidate" 2>/dev/null; then
            return
        fi
    done
    return 1
}

may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then
        SUDO=
    elif sudo -n true 2>/dev/null; then
        SUDO="sudo -n"
    else
        return 1
    fi
}

has_chinese_font() {
    ! command -v fc-list >/dev/null 2>&1 || [ -n "$(fc-list :lang=zh-cn 2>/dev/null)" ]
}

# $1: packages, blank-separated
install() {
    may_install || fail "浏览器测试缺少 Chromium 或中文字体，请安装：the browser tests need Chrome, Chromium or Edge and a Chinese font, on Debian/Ubuntu: apt-get install $1"
    say "Installing $1"
    sentence="装不上 $1，请检查 apt 软件源：apt-get could not install $1"
    run apt-update "$sentence" $SUDO apt-get update -q
    run apt-install "$sentence" $SUDO env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $1
}

if browser=$(find_browser); then
    has_chinese_font || install fonts-noto-cjk
else
    # Ubuntu's chromium is a wrapper for a snap, which a container cannot run; find_browser then still finds nothing that starts.
    install "chromium fonts-noto-cjk"
    browser=$(find_browser) || fail "装了 chromium 却找不到它：chromium was installed but is not on PATH"
fi
"$browser" --version >/dev/null 2>&1 </dev/null ||
    fail "浏览器 $browser 启动不了，请换装一个：$browser does not start, please install Google Chrome or Chromium"
printf '%s\n' "$browser"
