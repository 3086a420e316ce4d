"""The files under docs/ and their text: what is no plain UTF-8 file is named, never followed, never waited for."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.diagnostics import Span
from handbook.model.handbook import SourceFault
from handbook.sources.characters import is_forbidden, is_zero_width
from handbook.sources.encoding import bracket_bomb, decode, text_faults

MAX_BYTES = 1024 * 1024
MAX_FILES = 50_000
MAX_FOLDERS = 20  # inside of one another
PAGE_SUFFIXES = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")


@dataclass(frozen=True, slots=True)
class Tree:
    """The readable files under a folder, by path relative to it with `/`, and what could not be used."""

    files: tuple[str, ...]
    faults: tuple[SourceFault, ...]


def is_page(name: str) -> bool:
    """True for a name that MkDocs takes for a Markdown page."""
    return name.endswith(PAGE_SUFFIXES)


def is_file(path: Path) -> bool:
    """Whether there is a file; a name that no file system takes names none."""
    return os.path.isfile(path)  # noqa: PTH113 (a Path raises when a name is too long)


def is_folder(path: Path) -> bool:
    """Whether there is a folder, like `is_file`."""
    return os.path.isdir(path)  # noqa: PTH112


def walk(docs: Path, shown: str = "docs") -> Tree:
    """The files under docs/, like MkDocs through symlinks, but never out of docs/ and never in a circle.

    Args:
        docs: the folder.
        shown: the folder as diagnostics print it.
    """
    walker = _Walker(docs.resolve(), shown)
    files = tuple(sorted(walker.folder(docs, "", (docs.resolve(),))))
    return Tree(files, tuple(walker.faults))


def read_text(path: Path, shown: str) -> tuple[str | None, tuple[SourceFault, ...]]:
    """The text of a file with line feeds as line ends and without byte order mark, or None, and its faults."""
    try:
        data = _bytes(path)
    except OSError as error:
        return None, (_unreadable(Span(shown), error),)
    if data is None:
        return None, (_no_file(Span(shown)),)
    if len(data) > MAX_BYTES:
        hint = "拆成几个文件；图片另存为文件再引用"
        return None, (SourceFault("too-large", Span(shown), "文件超过 1 MB", hint),)
    text, faults = decode(data, shown)
    if text is None:
        return None, faults
    bomb = bracket_bomb(text, shown)
    return (None, (bomb,)) if bomb else (text, tuple(text_faults(text, shown)))


def _bytes(path: Path) -> bytes | None:
    """At most `MAX_BYTES` + 1 bytes of a regular file, or None when it is something else; waits for no FIFO."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        return file.read(MAX_BYTES + 1)


def _unreadable(span: Span, error: OSError) -> SourceFault:
    if isinstance(error, FileNotFoundError):
        return SourceFault("unreadable", span, "文件不存在", "检查路径和文件名")
    if isinstance(error, IsADirectoryError):
        return SourceFault("not-a-file", span, "这是文件夹，不是文件", "给文件夹改名，不要以 .md 结尾")
    if error.errno == errno.ENXIO:
        return _no_file(span)
    reason = "没有读取的权限" if isinstance(error, PermissionError) else f"读取出错（{error.strerror}）"
    return SourceFault("unreadable", span, f"文件读不出来：{reason}", "检查文件的权限和磁盘")


def _no_file(span: Span) -> SourceFault:
    return SourceFault("not-a-file", span, "这不是普通文件（是管道、设备或者文件夹）", "删去它，换成普通文件")


def _printable(name: str) -> str:
    """A name that can stand in a line of output: other bytes and control characters become ``?``."""
    return "".join("?" if _is_broken(c) else c for c in name)


def _is_broken(character: str) -> bool:
    hidden = character in "\n\t" or is_forbidden(character) or is_zero_width(character)
    return hidden or "\ud800" <= character <= "\udfff"


class _Walker:
    def __init__(self, base: Path, shown: str) -> None:
        self.faults: list[SourceFault] = []
        self._base = base
        self._shown = shown
        self._count = 0

    def folder(self, folder: Path, prefix: str, parents: tuple[Path, ...]) -> Iterator[str]:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self.faults.append(_unreadable(self._span(prefix.rstrip("/")), error))
            return
        for entry in entries:
            self._count += 1
            if self._count <= MAX_FILES:
                yield from self._entry(entry, prefix, parents)
            elif self._count == MAX_FILES + 1:
                self._source_fault(
                    "too-large", prefix + entry.name, f"文件超过 {MAX_FILES} 个，后面的没有检查", "删去符号链接"
                )

    def _entry(self, entry: os.DirEntry[str], prefix: str, parents: tuple[Path, ...]) -> Iterator[str]:
        name = prefix + entry.name
        if any(map(_is_broken, entry.name)):
            self._source_fault(
                "file-name", name, "文件名里有换行、控制字符或者不是 UTF-8 的字", "改用小写字母、数字和连字符"
            )
            return
        try:
            mode = self._mode(entry, name)
        except OSError as error:
            if not entry.name.startswith("."):
                self.faults.append(_unreadable(self._span(name), error))
            return
        if mode is None:
            return
        if stat.S_ISREG(mode):
            yield name
        elif not stat.S_ISDIR(mode):
            self.faults.append(_no_file(self._span(name)))
        else:
            yield from self._subfolder(entry, name, parents)

    def _subfolder(self, entry: os.DirEntry[str], name: str, parents: tuple[Path, ...]) -> Iterator[str]:
        if is_page(name):
            self._source_fault("not-a-file", name, "这是文件夹，名字却像页面", "给文件夹改名，不要以 .md 结尾")
        real = Path(entry.path).resolve()
        if real in parents:
            self._source_fault("outside-symlink", name, "这个符号链接指回上级文件夹，会无穷循环", "删去符号链接")
            return
        if len(parents) > MAX_FOLDERS:
            self._source_fault("file-name", name, f"文件夹套了 {MAX_FOLDERS} 层以上", "减少层数")
            return
        yield from self.folder(Path(entry.path), name + "/", (*parents, real))

    def _mode(self, entry: os.DirEntry[str], name: str) -> int | None:
        """The mode of what the entry stands for, or None for a symlink that must not be followed."""
        if not entry.is_symlink():
            return entry.stat().st_mode
        try:
            real = Path(entry.path).resolve(strict=True)
        except (OSError, RuntimeError):  # RuntimeError: a symlink in a circle, until Python 3.13
            if not entry.name.startswith("."):  # an editor's lock file dangles on purpose
                self._source_fault("outside-symlink", name, "符号链接指向的文件不存在", "删去符号链接，放真正的文件")
            return None
        if not real.is_relative_to(self._base):
            self._source_fault("outside-symlink", name, "符号链接指到 docs 文件夹外面", "把文件复制进 docs 文件夹")
            return None
        return real.stat().st_mode

    def _span(self, name: str) -> Span:
        return Span(_printable(f"{self._shown}/{name}" if name else self._shown))

    def _source_fault(self, kind: str, name: str, message: str, hint: str) -> None:
        self.faults.append(SourceFault(kind, self._span(name), message, hint))
