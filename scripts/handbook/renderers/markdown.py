"""Small pieces of Markdown: words that must not turn into markup, links, tables."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Sequence

from handbook.model.page import Page

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def escape(text: str) -> str:
    """Words as Markdown that shows just these words, on one line, also in a table."""
    return _MARKUP.sub(lambda found: _entity(found[1]), " ".join(text.split()))


def _entity(character: str) -> str:
    """A character reference: unlike a backslash it also holds inside of table cells and raw HTML."""
    return f"&#{ord(character)};"


def link(page: Page, target: str, text: str) -> str:
    """A link from a page to a page or file of the handbook, by its path relative to docs/."""
    path, mark, fragment = target.partition("#")
    relative = posixpath.relpath(path, posixpath.dirname(page.src) or ".") if path else ""
    return f"[{escape(text)}]({relative}{mark}{fragment})"


def download(page: Page, target: str, code: str) -> str:
    """A link to a document of the handbook, named by its code and kept on one line."""
    return f"{link(page, target, f'下载 {code}.docx')}{{: .hb-download }}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table; cells are Markdown already."""
    lines = [_row(head), _row(["---"] * len(head))]
    return [*lines, *(_row(cells) for cells in rows)]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def boxed(name: str, lines: Iterable[str]) -> list[str]:
    """Markdown lines in a box of a class (a list takes no class of its own from `attr_list`)."""
    return [f'<div class="{name}" markdown="1">', "", *lines, "", "</div>"]
