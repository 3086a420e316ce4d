"""A small project around one input, and what `handbook check` says of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path

from handbook import rules
from handbook.diagnostics import Diagnostic
from handbook.settings import read_settings
from handbook.sources import load

TODAY = dt.date(2026, 11, 25)
EXTENSIONS = (
    "admonition attr_list def_list footnotes md_in_html pymdownx.details pymdownx.snippets pymdownx.superfences"
)
SITE = f"site_name: 示例\nuse_directory_urls: false\nmarkdown_extensions: [{', '.join(EXTENSIONS.split())}, pymdownx.tabbed]\n"
HOME = "# 甲\n\n正文。\n"
SECONDS = 10


def write_files(root: Path, files: Mapping[str, str | bytes]) -> None:
    for name, content in {"mkdocs.yml": SITE, "docs/index.md": HOME, **files}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def check_files(root: Path, files: Mapping[str, str | bytes]) -> tuple[Diagnostic, ...]:
    """What the rules say of a project of these files."""
    write_files(root, files)
    return rules.check(load(root, today=TODAY, settings=read_settings(root)))


def verdict(diagnostics: Iterable[Diagnostic], path: str) -> set[str]:
    """The codes reported in a file, each alone and with its line; every one names cause and remedy."""
    found: set[str] = set()
    for d in diagnostics:
        assert d.message
        assert d.hint, f"{d} names no remedy"
        if d.span.path == path:
            found |= {d.code, f"{d.code}@{d.span.line}"}
    return found
