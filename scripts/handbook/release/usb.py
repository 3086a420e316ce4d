"""The handbook as one zip for a stick: unpack it, open 开始.html, and everything works without a network."""

from __future__ import annotations

import datetime as dt
import hashlib
import html
import json
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from handbook.release import windows

SITE, START, SUMS, READ_ME = "site", "开始.html", "SHA256SUMS.txt", "说明.txt"
EDITION = f"{SITE}/assets/edition.js"
_START_SCRIPT = f"{SITE}/assets/start.js"
_FLAG_UTF8, _UNICODE_PATH = 0x800, 0x7075

_PAGE = """\
<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 36em; margin: 3em auto; padding: 0 1em; font: 18px/1.8 "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1f1f1f; background: #fff }}
h1 {{ font-size: 1.4em; line-height: 1.4 }}
a {{ color: #0b5394 }}
.open {{ display: inline-block; padding: .6em 1.4em; border-radius: .3em; background: #a01c1c; color: #fff; text-decoration: none }}
.open:focus {{ outline: 3px solid #0b5394; outline-offset: 2px }}
</style>
</head>
<body>
<h1>{title}</h1>
<p><a class="open" href="site/index.html">打开手册</a></p>
<p>如果点了没有反应，或者提示找不到文件：这个压缩包还没有解压。请先把它整个解压到一个文件夹（右键，“全部解压缩”），再双击文件夹里的“开始.html”。</p>
<p>{made}做的U盘版，{expires}前有效；过期请向县（市、区）纪委监委换新的。版本 {version}。</p>
<p>不用联网，也不会往外发送任何内容。旧的 IE 浏览器打不好，请换 Edge、谷歌、360 等浏览器。怎么核对文件没有被改过，见“说明.txt”。</p>
<script src="site/assets/start.js"></script>
</body>
</html>
"""
_WORDS = """\
{title}（U盘版）
版本 {version}，{made}做，{expires}前有效。

怎么用：把压缩包整个解压到一个文件夹，双击“开始.html”。不用联网。
用 Edge、谷歌、360、奇安信或者国产系统自带的浏览器；旧的 IE 打不好，在“开始.html”上点右键，选“打开方式”换一个浏览器。

怎么核对压缩包没有被改过（最可靠，解压以前做）：
1. 打开命令行：同时按 Windows 键和 R，输入 cmd，回车。
2. 输入 certutil -hashfile 和一个空格，把压缩包拖进窗口，再输入一个空格和 SHA256，回车。整行是这样：
    certutil -hashfile {archive} SHA256
3. 显示的一串数字和发放单上的“压缩包”一致，就没有被改过。Windows 7 显示的中间有空格，不算差别。

怎么核对解压出来的每个文件：双击“{check}”，或者在命令行里运行它。
少了文件、多了文件、改了一个字都会说出来。最后显示的一串数字和发放单上的“清单”一致，才算核对完。
电脑不让运行它的，核对压缩包，再重新解压一次。
麒麟、统信等系统：在这个文件夹打开终端，运行 sha256sum -c --quiet SHA256SUMS.txt，什么都不显示就都对。
"""


@dataclass(frozen=True, slots=True)
class Label:
    """What a stick says of itself.

    Attributes:
        title: the name of the site.
        version: which release it is.
        made: the day of the sources.
        expires: the last day on which it is to be relied on.
        archive: the name of the zip.
    """

    title: str
    version: str
    made: dt.date
    expires: dt.date
    archive: str

    def words(self) -> dict[str, str]:
        """The same, as readers read it."""
        return {
            "title": self.title,
            "version": self.version,
            "made": _chinese(self.made),
            "expires": _chinese(self.expires),
            "archive": self.archive,
        }


@dataclass(frozen=True, slots=True)
class Sums:
    """The SHA-256 of the zip and that of the list in it, for the paper that goes another way than the stick."""

    archive: str
    listed: str


NO_SUMS = Sums("", "")


def pack(site: Path, label: Label, moment: dt.datetime, to: Path) -> Sums:
    """Write the zip of a built site; the same site and label give the same bytes."""
    shown = {name: html.escape(word) for name, word in label.words().items()}
    files = {f"{SITE}/{path.relative_to(site).as_posix()}": path.read_bytes() for path in _files(site)}
    files[EDITION] = _edition(label).encode()
    files[_START_SCRIPT] = b'location.replace("site/index.html");\n'
    files[START] = _PAGE.format(**shown).encode()
    # Windows' editor takes UTF-8 only with a mark in front, and wants its own line ends.
    files[READ_ME] = _WORDS.format(**label.words(), check=windows.NAME).replace("\n", "\r\n").encode("utf-8-sig")
    files[windows.NAME] = windows.script()
    sums = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    files[SUMS] = "".join(sums).encode()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(_Entry(name, moment), content)
    return Sums(hashlib.sha256(to.read_bytes()).hexdigest(), hashlib.sha256(files[SUMS]).hexdigest())


def months_after(day: dt.date, months: int) -> dt.date:
    """The day of the same number some months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = dt.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(dt.date(year, month + 1, 1) + dt.timedelta(day.day - 1), following - dt.timedelta(1))


class _Entry(zipfile.ZipInfo):
    """An entry with a fixed date and mode. A Chinese name is written in GBK with its Unicode form beside it.

    Windows 7 takes every name for one in its own code page; whoever knows the Unicode path field (0x7075 of the zip
    specification) reads that. A name that GBK has no characters for (𠮷) can only be written in UTF-8.
    """

    def __init__(self, name: str, moment: dt.datetime) -> None:
        super().__init__(name, moment.timetuple()[:6])
        self.compress_type = zipfile.ZIP_DEFLATED
        self.create_system = 3  # or zipfile says what system it ran on
        self.external_attr = 0o100644 << 16
        try:
            self._native, self._flag = name.encode("gbk"), 0
        except UnicodeEncodeError:
            self._native, self._flag = name.encode(), _FLAG_UTF8
        if not name.isascii() and not self._flag:
            field = b"\x01" + crc32(self._native).to_bytes(4, "little") + name.encode()
            self.extra = _UNICODE_PATH.to_bytes(2, "little") + len(field).to_bytes(2, "little") + field

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 (the name that zipfile calls)
        return self._native, self.flag_bits & ~_FLAG_UTF8 | self._flag


def _files(site: Path) -> Iterable[Path]:
    return (path for path in sorted(site.rglob("*")) if path.is_file())


def _edition(label: Label) -> str:
    facts = {"version": label.version, "made": label.made.isoformat(), "expires": label.expires.isoformat()}
    return f"window.hbEdition = {json.dumps(facts)};\n"


def _chinese(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
