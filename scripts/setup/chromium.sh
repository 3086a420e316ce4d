#!/bin/sh
# Print the path of a Chrome, Chromium or Edge for the browser tests; install Debian's where there is none and it may.
set -eu
. "$(dirname "$0")/common.sh"

find_browser() {
    if [ -n "${HANDBOOK_CHROMIUM:-}" ]; then
        command -v "$HANDBOOK_CHROMIUM" || fail "HANDBOOK_CHROMIUM 指的浏览器不存在：HANDBOOK_CHROMIUM names no program: $HANDBOOK_CHROMIUM"
        return
    fi
    for candidate in chromium chromium-browser google-chrome google-chrome-stable microsoft-edge \
        microsoft-edge-stable "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        /Applications/Chromium.app/Contents/MacOS/Chromium "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"; do
        if command -v "$candidate" 2>/dev/null; then
            return
        fi
    done
    return 1
}

has_chinese_font() {
    ! command -v fc-list >/dev/null 2>&1 || [ -n "$(fc-list :lang=zh-cn 2>/dev/null)" ]
}

install() {
    may_install_packages ||
        fail "浏览器测试缺少 Chromium 或中文字体，请安装：the browser tests need Chrome, Chromium or Edge and a Chinese font, on Debian/Ubuntu: apt-get install $*"
    install_packages "$@"
}

if [ -n "${HANDBOOK_CHROMIUM:-}" ] || find_browser >/dev/null; then
    browser=$(find_browser)
    has_chinese_font || install fonts-noto-cjk
else
    install chromium fonts-noto-cjk
    browser=$(find_browser) || fail "装了 chromium 却找不到它：chromium was installed but is not on PATH"
fi
# Ubuntu's chromium only wraps a snap, which does not start in a container.
"$browser" --version >/dev/null 2>&1 </dev/null ||
    fail "浏览器 $browser 启动不了，请换装一个：$browser does not start, please install Google Chrome or Chromium"
printf '%s\n' "$browser"
