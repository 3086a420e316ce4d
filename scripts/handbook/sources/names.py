"""File names that a site, a Windows machine or a USB stick cannot hold apart or cannot hold at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from handbook.diagnostics import Span
from handbook.model.handbook import SourceFault
from handbook.sources.files import PAGE_SUFFIXES, is_page

MAX_PATH = 200
_RESERVED = frozenset("con prn aux nul".split()) | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
_UNSAFE = '#%?<>:"|*\\'
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
    for src in sorted(files):
        span = Span(f"{docs}/{src}")
        for message, hint in _own(src):
            yield SourceFault("file-name", span, message, hint)
        page = address(src, use_directory_urls=use_directory_urls)
        other = addresses.setdefault(page, src)
        twin = twins.setdefault(unicodedata.normalize("NFC", src).casefold(), src)
        if other != src:
            message = f"和“{other}”生成同一个网页“{page}”，有一个会丢失"
            yield SourceFault("file-name", span, message, "给其中一个改名，或者合成一个")
        elif twin != src:
            message = f"和“{twin}”只有大小写或者字的编码不同，在 Windows 上是同一个文件"
            yield SourceFault("file-name", span, message, "给其中一个改名")


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
    suffix = PurePosixPath(src).suffix
    if suffix not in PAGE_SUFFIXES and suffix.lower() in PAGE_SUFFIXES:
        yield f"扩展名“{suffix}”有大写字母，不会生成网页", f"改成“{suffix.lower()}”"
    if len(src) > MAX_PATH:
        yield f"路径有 {len(src)} 个字，超过 {MAX_PATH}", "缩短名字或者减少层数"
