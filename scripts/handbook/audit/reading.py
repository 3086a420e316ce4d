"""Files of a built site as documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from handbook.audit import script, style
from handbook.audit.document import Document, Kind, Mark, Reference, Use
from handbook.audit.locations import PACKED_SITEMAP, SEARCH_INDEX, SITEMAP, search_locations, sitemap_locations, unpack
from handbook.audit.page import read_page
from handbook.audit.places import Places

_MOST = 32 * 2**20
_KINDS = {
    "html": Kind.PAGE,
    "htm": Kind.PAGE,
    "svg": Kind.DRAWING,
    "css": Kind.STYLE,
    "js": Kind.SCRIPT,
    "mjs": Kind.SCRIPT,
}
_LOCATIONS: dict[str, Callable[[str], Iterable[Reference]]] = {
    SITEMAP: sitemap_locations,
    PACKED_SITEMAP: sitemap_locations,
    SEARCH_INDEX: search_locations,
}


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be read as it should: why and where, and what could be read of it."""

    mark: Mark
    document: Document | None = None


def read_document(site: Path, path: str) -> Document | Unreadable | None:
    """What a file of the site says, or None for a file that refers to nothing (a picture, a download)."""
    kind = Kind.LOCATIONS if path in _LOCATIONS else _KINDS.get(path.rpartition(".")[2].lower())
    if kind is None:
        return None
    try:
        data = _bytes(site / path)
        if path == PACKED_SITEMAP:
            data = unpack(data)
    except (OSError, ValueError) as error:
        return Unreadable(Mark(f"读不了：{_reason(error)}", 1, 1))
    text, fault = _decode(data)
    try:
        document = _document(path, kind, text)
    except (ValueError, RecursionError) as error:
        return Unreadable(Mark(f"内容不对：{error}", 1, 1))
    return Unreadable(fault, document) if fault else document


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise ValueError("不是普通文件")
    if path.stat().st_size > _MOST:
        raise ValueError("大于 32 MB")
    return path.read_bytes()


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror or type(error).__name__) if isinstance(error, OSError) else str(error)


def _decode(data: bytes) -> tuple[str, Mark | None]:
    """A file's text, and what is wrong with its encoding."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        mark = Mark(f"不是 UTF-8 编码（字节 0x{data[error.start]:02x}）", *Places(before).at(len(before)))
        return data.decode("utf-8", errors="replace"), mark


def _document(path: str, kind: Kind, text: str) -> Document:
    if kind in {Kind.PAGE, Kind.DRAWING}:
        return read_page(path, text, kind=kind)
    if kind is Kind.LOCATIONS:
        return Document(path, kind, tuple(_LOCATIONS[path](text)))
    return Document(path, kind, tuple(_style(text) if kind is Kind.STYLE else _script(text)))


def _style(text: str) -> Iterable[Reference]:
    places = Places(text)
    for url, how, offset in style.addresses(text):
        yield Reference(url, Use.LOAD, "css", how, *places.at(offset))


def _script(text: str) -> Iterable[Reference]:
    places = Places(text)
    for url, offset in script.addresses(text):
        yield Reference(url, Use.LOAD, "js", "import", *places.at(offset))
