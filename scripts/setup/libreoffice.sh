#!/bin/sh
# Print the path of LibreOffice for the tests that look at printed pages; install Debian's, with what measures its
# pages and a Chinese font, where they are missing and it may.
set -eu
. "$(dirname "$0")/common.sh"

find_office() {
    if [ -n "${HANDBOOK_SOFFICE:-}" ]; then
        command -v "$HANDBOOK_SOFFICE" || fail "HANDBOOK_SOFFICE 指的程序不存在：HANDBOOK_SOFFICE names no program: $HANDBOOK_SOFFICE"
        return
    fi
    for candidate in soffice libreoffice /Applications/LibreOffice.app/Contents/MacOS/soffice; do
        if command -v "$candidate" 2>/dev/null; then
            return
        fi
    done
    return 1
}

# LibreOffice without Writer converts no documents; it is a package of its own only on Debian and Ubuntu.
has_writer() {
    ! command -v dpkg >/dev/null 2>&1 || [ -n "${HANDBOOK_SOFFICE:-}" ] ||
        case $(readlink -f "$1") in
            /usr/lib/libreoffice/*) [ -e /usr/lib/libreoffice/program/libswlo.so ] ;;
        esac
}

missing=
office=$(find_office) && has_writer "$office" || missing="libreoffice-writer-nogui"
command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils"
command -v fc-list >/dev/null 2>&1 || missing="$missing fontconfig"
fc-list ':family=Noto Serif CJK SC' 2>/dev/null | grep -q . || missing="$missing fonts-noto-cjk"
if [ -n "$missing" ]; then
    may_install_packages ||
        fail "版面测试缺少 LibreOffice Writer、poppler 或中文字体，请安装：the tests of printed pages need LibreOffice Writer, poppler-utils and Noto CJK fonts, on Debian/Ubuntu: apt-get install $missing"
    # shellcheck disable=SC2086 # names of packages
    install_packages $missing
    office=$(find_office) || fail "装了 LibreOffice 却找不到它：LibreOffice was installed but is not on PATH"
fi
printf '%s\n' "$office"
