"""The files that commits add or change: their names, and the texts inside of those that are no plain text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.history.git import Git, decoded
from handbook.history.patches import LARGEST
from handbook.sources.attachments import is_packed, read_attachment

_RAW = ("--raw", "-z", "--no-abbrev", "--no-renames")
_SUBMODULE = "160000"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_CONTAINERS = (_ZIP, b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", _OLE, b"SQLite format 3")
_WORDS = re.compile(rb"(?:[\t\n\r\x20-\x7e]|[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc-\xbd][\x80-\xbf]){6,}")
_FEWEST_WIDE = 20  # one byte of so many is zero where anything is written in UTF-16
_CODES = {
    "attachment-danger": ("SEC016", "dangerous-attachment"),
    "attachment-broken": ("SEC017", "broken-attachment"),
    "attachment-traces": ("SEC018", "attachment-traces"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A file that a commit adds or changes."""

    commit: str
    path: str
    blob: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file cannot be looked through, or what it tells besides its words; with the code and name of the rule."""

    code: str
    rule: str
    message: str
    hint: str


def changes_of_commits(git: Git, commits: Sequence[str]) -> Iterator[Change]:
    """The files of commits; of merges those that differ from all parents."""
    arguments = ("diff-tree", "--stdin", "-r", "-c", "--root", *_RAW)
    return _changes(git.answer(*arguments, feed="".join(f"{commit}\n" for commit in commits)))


def changes_of_index(git: Git) -> Iterator[Change]:
    """The files of the next commit."""
    return _changes(git.answer("diff", "--cached", *_RAW, "--"))


def _changes(raw: bytes) -> Iterator[Change]:
    commit = ""
    words = iter(raw.split(b"\0"))
    for word in words:
        if not word.startswith(b":"):
            commit = word.decode()
            continue
        path = decoded(next(words))
        parents = len(word) - len(word.lstrip(b":"))
        fields = word.lstrip(b":").decode().split(" ")
        mode, blob, status = fields[parents], fields[2 * parents + 1], fields[-1]
        if mode not in {_SUBMODULE, "000000"}:
            yield Change(commit, path, blob, is_new=set(status) == {"A"})


def too_large(size: int) -> Fault | None:
    """What is said of a file that is not looked through for its size."""
    if size <= LARGEST:
        return None
    code, rule = _CODES["attachment-broken"]
    return Fault(
        code, rule, f"有 {size // 2**20} MB，超过 {LARGEST // 2**20} MB，没有查", "拆成几个文件，或者不放进仓库"
    )


def inside(path: str, data: bytes) -> tuple[list[tuple[str, str]], list[Fault]]:
    """The texts inside of a file that is no plain text, each with the part it stands in; and what is wrong with it."""
    if not is_packed(path) and not data.startswith(_CONTAINERS):
        return [("文件", _as_text(data))], []
    excerpts, faults = read_attachment(path, data)
    if not excerpts and data.startswith(_ZIP):  # refused for its name
        excerpts, _ = read_attachment("_.docx" if b"[Content_Types].xml" in data else "_.zip", data)
    texts = [(excerpt.where or "文件", excerpt.text) for excerpt in excerpts]
    if not texts:
        texts.append(("文件", _as_text(data)))
    return texts, [Fault(*_CODES[fault.kind], fault.message, fault.hint) for fault in faults if fault.kind in _CODES]


def _as_text(data: bytes) -> str:
    """The words in bytes that are no text: in UTF-16, or in UTF-8 between other things."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    found = [run[0].decode("utf-8", errors="replace") for run in _WORDS.finditer(data.replace(b"\0", b""))]
    if data.count(0) * _FEWEST_WIDE > len(data):
        found += [data.decode(encoding, errors="replace") for encoding in ("utf-16-le", "utf-16-be")]
    return "\n".join(found)
