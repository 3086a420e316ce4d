"""Excel: the cells of a row as a reader sees them, formulas that fetch or run, and cells that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.office.formulas import danger_of, is_started_by_itself, words_of
from handbook.sources.attachments.office.looks import UNKNOWN, Look
from handbook.sources.attachments.office.parts import Reader, is_on
from handbook.sources.attachments.rows import joined

_INDEXED = {0: "000000", 1: "FFFFFF", 8: "000000", 9: "FFFFFF", 64: "auto", 65: "FFFFFF"}
_THEME = {0: "FFFFFF", 1: "000000"}
_SHOWS_NOTHING = re.compile(r"(?:\[[^\]]*\]|\s)*;(?:\[[^\]]*\]|[;\s])*")
_MOST_CELLS = 2_000_000  # of a sheet that is nearly empty
_FORMULAS = frozenset({"f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula", "oldFormula"})


T = TypeVar("T")


class SharedWords(Reader):
    """Reads `xl/sharedStrings.xml`, which cells refer to by number."""

    def __init__(self, found: Found) -> None:
        super().__init__(found)
        self.texts: list[str] = []
        self._pieces: list[str] = []

    def words(self, element: str, text: str) -> None:
        """Characters within an element."""
        if element == "t":
            self._pieces.append(text)

    def end(self, element: str) -> None:
        """An element ends."""
        if element == "si":
            self.texts.append("".join(self._pieces))
            self._pieces = []


class CellLooks(Reader):
    """Reads `xl/styles.xml`: which numbers of cell formats show nothing."""

    def __init__(self, found: Found) -> None:
        super().__init__(found)
        self._group = ""
        self._formats: dict[str, str] = {}
        self._fonts: list[Look] = []
        self._fills: list[str | None] = []
        self._cells: list[bool] = []

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if element in {"fonts", "fills", "cellXfs", "cellStyleXfs", "dxfs", "numFmts"}:
            self._group = element
        elif element == "numFmt" and self._group == "numFmts":
            self._formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif self._group == "fonts":
            self._font(element, attributes)
        elif self._group == "fills":
            self._fill(element, attributes)
        elif self._group == "cellXfs" and element == "xf":
            self._cells.append(self._is_unseen(attributes))

    def _font(self, element: str, attributes: Mapping[str, str]) -> None:
        if element == "font":
            self._fonts.append(Look())
        elif element == "color" and self._fonts:
            self._fonts[-1] = Look(colour=_colour(attributes)).over(self._fonts[-1])
        elif element == "sz" and self._fonts:
            self._fonts[-1] = Look(size=_half_points(attributes.get("val", ""))).over(self._fonts[-1])

    def _fill(self, element: str, attributes: Mapping[str, str]) -> None:
        if element == "fill" or not self._fills:
            self._fills.append(None)
        elif element == "patternFill":
            pattern = attributes.get("patternType", "none")
            self._fills[-1] = None if pattern == "none" else UNKNOWN
        elif element == "gradientFill":
            self._fills[-1] = UNKNOWN
        elif element == "fgColor" and self._fills[-1] == UNKNOWN:
            self._fills[-1] = _colour(attributes)

    def _is_unseen(self, attributes: Mapping[str, str]) -> bool:
        if _SHOWS_NOTHING.fullmatch(self._formats.get(attributes.get("numFmtId", ""), "")):
            return True
        font = _at(self._fonts, attributes.get("fontId", ""), Look())
        fill = _at(self._fills, attributes.get("fillId", ""), None)
        return Look(fill=fill).over(font).is_unseen

    def hides(self, style: str) -> bool:
        """Whether a cell of a style shows nothing."""
        return _at(self._cells, style, False)  # noqa: FBT003 (a default)


class Cells(Reader):
    """Reads the cells of a sheet, row by row."""

    def __init__(self, found: Found, shared: SharedWords, looks: CellLooks) -> None:
        super().__init__(found)
        self._shared, self._looks = shared, looks
        self._rows: list[dict[str, str]] = []
        self._column = ""
        self._kind = self._style = ""
        self._value: list[str] = []

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if element == "row":
            self._rows.append({})
        elif element == "c":
            self._column = attributes.get("r", "").rstrip("0123456789")
            self._kind, self._style, self._value = attributes.get("t", "n"), attributes.get("s", "0"), []

    def words(self, element: str, text: str) -> None:
        """Characters within an element."""
        if element in {"v", "t"}:
            self._value.append(text)

    def end(self, element: str) -> None:
        """An element ends."""
        if element == "c":
            value = self._shown("".join(self._value))
            if not self._rows:
                self._rows.append({})
            self._rows[-1][self._column or str(len(self._rows[-1]))] = value
            if value.strip() and self._looks.hides(self._style):
                what = "里面有看不见的单元格（格式是“;;;”，字和底色一样，或者字号太小）"
                self.found.traces(what, "全选，字色设为“自动”，数字格式设为“常规”，核对以后不要的删去")

    def finish(self) -> None:
        """The part ends."""
        lines: list[str] = []
        for row in self._rows:
            lines += [*row.values(), *joined(row.values())]
        columns = sorted({column for row in self._rows for column in row})
        if len(columns) * len(self._rows) <= _MOST_CELLS:
            for column in columns:
                lines += joined(row.get(column, "") for row in self._rows)
        self.found.text("\n".join(lines), "单元格")

    def _shown(self, value: str) -> str:
        if self._kind == "s":
            return _at(self._shared.texts, value.strip(), "")
        return _whole(value) if self._kind == "n" else value


class Formulas(Reader):
    """Looks at whatever a spreadsheet program computes: cells, names, checks of input, conditions."""

    def __init__(self, found: Found) -> None:
        super().__init__(found)
        self._formula: list[str] = []
        self._words: list[str] = []

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._formula = []
        if element == "definedName" and is_started_by_itself(attributes.get("name", "")):
            self.found.danger("里面有打开就运行的名称（Auto_Open）", "在“公式—名称管理器”里删去这个名称")
        elif element == "definedName" and is_on({"val": attributes.get("xlm", attributes.get("function", "0"))}):
            self.found.danger("里面有宏表的名称", "在“公式—名称管理器”里删去这个名称")

    def words(self, element: str, text: str) -> None:
        """Characters within an element."""
        if element in _FORMULAS:
            self._formula.append(text)

    def end(self, element: str) -> None:
        """An element ends."""
        formula = "".join(self._formula)
        danger = danger_of(formula) if element in _FORMULAS else ""
        self._words.append(words_of(formula))
        if danger:
            self.found.danger(danger, "删去公式，只留数值")
        self._formula = []

    def finish(self) -> None:
        """The part ends."""
        self.found.text("\n".join(filter(None, self._words)), "公式里的文字")


def _colour(attributes: Mapping[str, str]) -> str | None:
    if "rgb" in attributes:
        return attributes["rgb"][-6:].upper()
    try:
        tint = float(attributes.get("tint", "0"))
        if "theme" in attributes:
            return _THEME.get(int(attributes["theme"]), UNKNOWN) if abs(tint) < 0.1 else UNKNOWN
        return _INDEXED.get(int(attributes.get("indexed", "64")), UNKNOWN)
    except ValueError:
        return UNKNOWN


def _half_points(points: str) -> float | None:
    try:
        return 2 * float(points)
    except ValueError:
        return None


def _at(items: list[T], number: str, otherwise: T) -> T:
    is_number = number.isascii() and number.isdigit() and len(number) < 9
    return items[int(number)] if is_number and int(number) < len(items) else otherwise


def _whole(value: str) -> str:
    """A number as a cell shows it: 1.3912345678E10 is 13912345678, and so is 13912345678.0."""
    try:
        number = Decimal(value.strip()[:40])
    except InvalidOperation:
        return value
    is_whole = number.is_finite() and abs(number.adjusted()) < 25 and number == number.to_integral_value()
    return f"{number.to_integral_value():f}" if is_whole else value
