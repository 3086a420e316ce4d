"""Snippets (`--8<-- "file"`): which files a page takes in, and whether they lie where they may."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from handbook.diagnostics import Span
from handbook.model.handbook import SourceFault
from handbook.sources.files import is_file

_SINGLE = re.compile(r"^[ \t]*-{1,}8<-{1,}[ \t]+(?P<path>\S.*)$")
_BLOCK = re.compile(r"^[ \t]*-{1,}8<-{1,}[ \t]*$")
_LINES = re.compile(r"(?::-?[\w,:-]*)+$")
_HINT = "只能引用项目文件夹里的片段，路径里不写“..”"


def snippets(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The row, from 0, and the path of each snippet of a body; a preprocessor reads them even in code."""
    inside = False
    for row, line in enumerate(lines):
        if _BLOCK.match(line):
            inside = not inside
        elif inside and line.strip() and not line.lstrip().startswith(";"):
            yield row, line.strip()
        elif single := _SINGLE.match(line):
            yield row, single["path"].strip().strip("\"'")


def outside_fault(written: str, span: Span) -> SourceFault | None:
    """The fault of a path that leads out of the project by its very words, or None."""
    path = written.partition(":")[0] if "://" not in written and written[1:2] != ":" else written
    leads_out = path.startswith(("/", "~", "\\")) or ".." in re.split(r"[\\/]", path)
    if leads_out or "://" in path or path[1:2] == ":":
        return SourceFault("snippet", span, f"片段“{written}”在 docs 以外", _HINT)
    return None


def missing_fault(written: str, span: Span, root: Path, bases: Sequence[str]) -> SourceFault | None:
    """The fault of a snippet that is not there, or that a symlink leads out of the project; or None."""
    name = _LINES.sub("", written)
    for base in bases:
        target = root / base / name
        if is_file(target):
            inside = target.resolve().is_relative_to(root.resolve())
            return None if inside else SourceFault("snippet", span, f"片段“{written}”在项目文件夹以外", _HINT)
    return SourceFault("snippet", span, f"片段“{written}”的文件不存在", "检查路径，或者直接写在页面里")
