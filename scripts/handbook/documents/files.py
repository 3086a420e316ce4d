"""The documents that a command line names: files, folders and packets (zip), each read with limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.documents.unzipping import TOO_BIG, Refused, names_of, unpack
from handbook.errors import HandbookError

MAX_FILE = 20_000_000
MAX_PACKET = 60_000_000  # all documents of a packet, unpacked
_DOCUMENTS = (".docx", ".doc", ".docm", ".wps")
_LOCK = "~$"  # the file by which Word says that a document is open


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it was handed in.

    Attributes:
        path: the file as diagnostics print it; in a packet ``packet.zip/document.docx``.
        packet: what was handed in together with it has the same value.
        content: its bytes, or None when they could not be read; then `fault` says why.
    """

    path: str
    packet: str
    content: bytes | None
    fault: str = ""


def collect(paths: Iterable[Path]) -> tuple[Source, ...]:
    """Every document that the paths lead to, sorted; files that are named side by side are one packet.

    Raises:
        HandbookError: there is no such file, or no document in it.
    """
    found: list[Source] = []
    for path in paths:
        before = len(found)
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if _is_wanted(file.name) and file.is_file():
                    found.extend(_open(file, file.parent.as_posix()))
        elif path.is_file():
            found.extend(_open(path, ""))
        else:
            raise HandbookError(f"{path}：没有这个文件")
        if len(found) == before:
            raise HandbookError(f"{path}：里面没有 .docx 文书")
    return tuple(sorted(found, key=lambda source: source.path))


def _is_wanted(name: str) -> bool:
    return name.lower().endswith((*_DOCUMENTS, ".zip")) and not Path(name).name.startswith(_LOCK)


def _open(file: Path, packet: str) -> Iterator[Source]:
    path = file.as_posix()
    try:
        if file.stat().st_size > MAX_FILE:
            yield Source(path, packet, None, TOO_BIG)
            return
        content = file.read_bytes()
    except OSError as error:
        yield Source(path, packet, None, f"读不出来（{error.strerror}）")
        return
    if file.suffix.lower() == ".zip":
        yield from _members(path, content)
    else:
        yield Source(path, packet, content)


def _members(path: str, content: bytes) -> Iterator[Source]:
    """The documents in a packet."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = [name for name in names_of(package) if _is_wanted(name) and not name.lower().endswith(".zip")]
            left = MAX_PACKET
            for name in sorted(names):
                source = _member(package, path, name, min(MAX_FILE, left))
                left -= len(source.content or b"")
                yield source
    except Refused as refusal:
        yield Source(path, path, None, refusal.reason)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, OSError):
        yield Source(path, path, None, "压缩包打不开，已经损坏")


def _member(package: zipfile.ZipFile, path: str, name: str, limit: int) -> Source:
    try:
        return Source(f"{path}/{name}", path, unpack(package, name, limit))
    except Refused as refusal:
        return Source(f"{path}/{name}", path, None, refusal.reason)
