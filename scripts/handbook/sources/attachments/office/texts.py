"""The words of a part: paragraph by paragraph whatever runs they are cut into, and numbers cut over cells."""

from __future__ import annotations

import re
from collections.abc import Mapping

from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.office.parts import Part, Reader
from handbook.sources.attachments.rows import joined, joined_in_columns

_BREAKS = frozenset("p h si is c text pt TextObject listItem".split())
_TABLES, _ROWS, _CELLS = frozenset({"tbl", "table"}), frozenset({"tr", "table-row"}), frozenset({"tc", "table-cell"})
_SHOWN = frozenset({"t", "v", "TextCode"})
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "line-break": "\n"}
_HEADER_CODE = re.compile("&[LCRPNDTFAZ]")  # places and fields in a sheet's header and footer


class Texts(Reader):
    """Gathers what is shown, what was deleted, and what stands in attributes and anywhere else."""

    def __init__(self, found: Found, part: Part) -> None:
        super().__init__(found)
        self._where = "批注" if "comment" in part.name + part.root else "正文"
        self._is_open, self._is_sheet = part.family == "open", part.is_sheet
        self._skipped = frozenset({"instrText", "v", "t"}) if part.is_sheet else frozenset({"instrText"})
        self._paragraphs: list[list[str]] = [[]]
        self._deleted: list[list[str]] = [[]]
        self._tables: list[list[list[str]]] = []
        self._shown: list[str] = []
        self._numbers: list[str] = []
        self._gone: list[str] = []
        self._others: list[str] = []

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if element in _BREAKS:
            self._paragraphs.append([])
            self._deleted.append([])
        elif element in _TABLES:
            self._tables.append([])
        elif element in _ROWS and self._tables:
            self._tables[-1].append([])
        elif element in _CELLS and self._tables and self._tables[-1]:
            self._tables[-1][-1].append("")
        elif element == "sym":
            self._paragraphs[-1].append(_symbol(attributes.get("char", "")))
        elif element in _MARKS:
            self._paragraphs[-1].append(_MARKS[element])
        if not (self._is_sheet and element in {"c", "row"}):  # of cells only their places, and there are many
            self._others += (value for value in attributes.values() if len(value) > 3)

    def words(self, element: str, text: str) -> None:
        """Characters within an element."""
        if element == "delText":
            self._deleted[-1].append(text)
        elif element in self._skipped:
            return
        elif element in _SHOWN or (self._is_open and len(self._paragraphs) > 1):
            self._paragraphs[-1].append(text)
        elif text.strip():
            self._others.append(_HEADER_CODE.sub("\n", text))

    def end(self, element: str) -> None:
        """An element ends."""
        if element in _BREAKS:
            self._gone.append("".join(self._deleted.pop()))
            self._take("".join(self._paragraphs.pop()))
        elif element in _TABLES and self._tables:
            table = self._tables.pop()
            for row in table:
                self._numbers += joined(row)
            self._numbers += joined_in_columns(table)

    def _take(self, paragraph: str) -> None:
        if paragraph.strip():
            self._shown.append(paragraph)
            self._numbers += joined(paragraph.split())
            if self._tables and self._tables[-1] and self._tables[-1][-1]:
                self._tables[-1][-1][-1] += paragraph

    def finish(self) -> None:
        """The part ends."""
        self._take("".join("".join(rest) for rest in self._paragraphs))
        self._gone += ("".join(rest) for rest in self._deleted)
        numbers = dict.fromkeys([*self._numbers, *joined(self._shown)])
        self.found.text("\n".join([*self._shown, *numbers]), self._where)
        self.found.text("\n".join(self._gone), "修订删去的文字")
        self.found.text("\n".join(self._others), "属性、替代文字或者设置")


def _symbol(code: str) -> str:
    """The character of a symbol font, whose digits stand where ASCII has them."""
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    if "\uf000" <= character <= "\uf0ff":
        return chr(ord(character) & 0xFF)
    return "" if "\ud800" <= character <= "\udfff" else character
