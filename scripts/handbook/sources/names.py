"""File names that a site, a Windows machine or a USB stick cannot hold apart or cannot hold at all."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from handbook.diagnostics import Span
from handbook.model.handbook import SourceFault
from handbook.sources.files import PAGE_SUFFIXES, is_page

MAX_PATH = 200
MAX_NAME = 240  # bytes of UTF-8; file systems hold 255, and downloads get a number behind
_RESERVED = frozenset("con prn aux nul conin$ conout$".split()) | {
    f"{port}{n}" for port in ("com", "lpt") for n in [*range(1, 10), *"¹²³"]
}
_LEFT_BEHIND = frozenset({"desktop.ini", "ehthumbs.db", "thumbs.db"})
_COPIES = ("~", ".asd", ".bak", ".old", ".orig", ".rej", ".swp", ".temp", ".tmp", ".wbk")
_UNSAFE = "#%?<>:\"|*\\&;'\xa0"
_HINT = "改用小写字母、数字和连字符"


def address(src: str, *, use_directory_urls: bool) -> str:
    """The file in the built site that MkDocs makes from a file under docs/."""
    if not is_page(src):
        return src
    path = PurePosixPath(src)
    stem = path.name[: path.name.rindex(".")]
    if stem in ("index", "README"):
        return str(path.with_name("index.html"))
    return str(path.parent / stem / "index.html") if use_directory_urls else str(path.with_name(stem + ".html"))


def name_faults(files: Iterable[str], docs: str, *, use_directory_urls: bool) -> Iterator[SourceFault]:
    """The faults of the names of the files that the site will hold.

    Args:
        files: paths relative to docs/.
        docs: docs/ as diagnostics print it.
        use_directory_urls: whether a page is built as a folder.
    """
    addresses: dict[str, str] = {}
    twins: dict[str, str] = {}
    files = sorted(files)
    folders = _folders(files)
    spellings = Counter(map(_folded, files))
    for src in files:
        span = Span(f"{docs}/{src}")
        for message, hint in _own(src):
            yield SourceFault("file-name", span, message, hint)
        page = address(src, use_directory_urls=use_directory_urls)
        other = addresses.setdefault(page, src)
        twin = twins.setdefault(_folded(src), src)
        if other != src:
            message = f"和“{other}”生成同一个网页“{page}”，有一个会丢失"
            yield SourceFault("file-name", span, message, "给其中一个改名，或者合成一个")
        elif twin != src:
            message = f"和“{twin}”只有大小写或者字的编码不同，在 Windows 上是同一个文件"
            yield SourceFault("file-name", span, message, "给其中一个改名")
        elif src != unicodedata.normalize("NFC", src) and spellings[_folded(src)] == 1:
            message = "名字里的字是拆开编码的，别的电脑上会变成另一个名字"
            yield SourceFault("file-name", span, message, "删去名字重新输入")
        folder = str(PurePosixPath(src).parent)
        if folders[_folded(folder)] != folder:
            message = f"文件夹“{folder}”和“{folders[_folded(folder)]}”只有大小写不同，在 Windows 上是同一个"
            yield SourceFault("file-name", span, message, "改成同一个写法")


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


def _folders(files: Iterable[str]) -> dict[str, str]:
    """Folder as Windows tells folders apart → its first spelling."""
    found: dict[str, str] = {}
    for src in files:
        for folder in PurePosixPath(src).parents:
            found.setdefault(_folded(str(folder)), str(folder))
    return found


def _own(src: str) -> Iterator[tuple[str, str]]:
    """Message and hint for what is wrong with one path, whatever the others are."""
    for part in src.split("/"):
        unsafe = next((c for c in part if c in _UNSAFE), "")
        if unsafe:
            yield f"名字“{part}”里有“{unsafe}”，网址会断", _HINT
        elif part.partition(".")[0].lower() in _RESERVED:
            yield f"名字“{part}”在 Windows 上是保留名", "换一个名字"
        elif part != part.strip() or part.endswith(".") or PurePosixPath(part).stem.endswith(" "):
            yield f"名字“{part}”的头尾有空格或者句点", "删去空格和句点"
        if len(part.encode()) > MAX_NAME:
            yield f"名字“{part[:20]}…”有 {len(part)} 个字，太长", "缩短名字"
        if any(unicodedata.category(c) in {"Me", "Mn"} for c in unicodedata.normalize("NFC", part)):
            yield f"名字“{part}”里有叠在别的字上的附加符号", _HINT
    yield from _last(src)
    if len(src) > MAX_PATH:
        yield f"路径有 {len(src)} 个字，超过 {MAX_PATH}", "缩短名字或者减少层数"


def _last(src: str) -> Iterator[tuple[str, str]]:
    """What is wrong with the name of the file itself."""
    name, suffix = PurePosixPath(src).name, PurePosixPath(src).suffix
    if name.lower() in _LEFT_BEHIND or name.startswith("~$") or name.lower().endswith(_COPIES):
        yield f"“{name}”是程序留下的备份或者临时文件，里面会有改掉的内容和人名", "删去它"
    if src.lower().endswith(tuple(f"{known}.txt" for known in PAGE_SUFFIXES)):
        yield f"扩展名是“{''.join(PurePosixPath(src).suffixes[-2:])}”，不会生成网页", "删去最后的“.txt”"
    if suffix not in PAGE_SUFFIXES and suffix.lower() in PAGE_SUFFIXES:
        yield f"扩展名“{suffix}”有大写字母，不会生成网页", f"改成“{suffix.lower()}”"
