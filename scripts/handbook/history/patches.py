"""The patches of commits as git prints them → the stretches of files that gained lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.history.git import decoded

PATCH = (
    "-p", "-U60", "--text", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--full-index",
    "--src-prefix=a/", "--dst-prefix=b/", "--submodule=short",
)  # fmt: skip
"""Lines around the added ones are read, too: the head of a table, the first half of a number."""

LARGEST = 20 * 2**20
_COMMIT = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_HUNK = re.compile(rb"(@@+) (?:-\d+(?:,\d+)? )+\+(\d+)(?:,\d+)? @@+")
_QUOTED = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_ESCAPES = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of a file as a commit left them.

    Attributes:
        first: the number of the first line.
        added: which of the lines, from 0, the commit added.
        is_binary: whether it holds what no text file holds; then there is no text.
        is_cut: whether it is too large; then there is no text either.
    """

    commit: str
    path: str
    first: int
    text: str
    added: frozenset[int]
    is_binary: bool = False
    is_cut: bool = False


def stretches(lines: Iterable[bytes]) -> Iterator[Stretch]:
    """What `git log --format=%H` or `git diff` with `PATCH` tells of added lines."""
    reader = _Reader()
    for line in lines:
        yield from reader.take(line)
    yield from reader.end()


class _Reader:
    """Reads patches line by line; in the patch of a merge each line has a mark for every parent."""

    def __init__(self) -> None:
        self._commit = self._path = ""
        self._columns = self._first = self._size = 0
        self._kept: list[bytes] = []
        self._added: set[int] = set()

    def take(self, line: bytes) -> Iterator[Stretch]:
        """Take a line; what it ends comes out."""
        marks = line[: self._columns]
        if self._columns and len(marks) == self._columns and not marks.strip(b" +-"):
            self._keep(marks, line[self._columns :])
            return
        if line.startswith(b"\\ "):  # no newline at the end of the file
            return
        yield from self.end()
        if _COMMIT.fullmatch(line):
            self._commit, self._path = line.decode(), ""
        elif line.startswith(b"diff --"):
            self._path = ""
        elif not self._path and line.startswith(b"+++ "):
            self._path = _path(line[4:])
        elif hunk := _HUNK.match(line):
            self._columns, self._first = len(hunk[1]) - 1, int(hunk[2])

    def _keep(self, marks: bytes, line: bytes) -> None:
        if b"-" in marks:
            return
        if marks == b"+" * self._columns:  # in a merge: what none of its parents has
            self._added.add(len(self._kept))
        self._size += len(line)
        self._kept.append(line if self._size <= LARGEST else b"")

    def end(self) -> Iterator[Stretch]:
        """The lines that no further one follows."""
        if self._added:
            is_binary = any(b"\0" in line for line in self._kept)
            is_cut = self._size > LARGEST
            text = "" if is_binary or is_cut else "\n".join(map(decoded, self._kept))
            yield Stretch(self._commit, self._path, self._first, text, frozenset(self._added), is_binary, is_cut)
        self._kept, self._added, self._columns, self._size = [], set(), 0, 0


def _path(name: bytes) -> str:
    """A path as git prints it behind `+++`."""
    name = name.rstrip(b"\t")
    if name.startswith(b'"'):
        name = _QUOTED.sub(_unquoted, name[1:-1])
    return decoded(name.removeprefix(b"b/"))


def _unquoted(escape: re.Match[bytes]) -> bytes:
    value = escape[1]
    return bytes([int(value, 8) & 0xFF]) if value.isdigit() else _ESCAPES.get(value, value)
