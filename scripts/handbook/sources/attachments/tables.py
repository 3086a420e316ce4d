"""CSV tables: cells that a spreadsheet program takes for formulas."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

from handbook.sources.attachments.findings import Found

_NUMBER = re.compile(r"[-+]?[\d.,%\s]*")
_HINT = "在这一格最前面加一个英文单引号，或者删去开头的符号"
_MAX_FIELD = 200_000


def read_table(text: str, found: Found) -> None:
    """Look through the cells of a CSV."""
    found.lines(text)
    if "\0" in text:
        return
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    line = 1
    try:
        for row in reader:
            for number, cell in enumerate(row, 1):
                if cell.lstrip(" ")[:1] in {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "＠"} and not _NUMBER.fullmatch(
                    cell
                ):
                    place = replace(found.span, line=line, column=number)
                    found.formula(f"第{number}格“{cell[:20]}”会被当成公式运行", _HINT, place)
            line = reader.line_num + 1
    except csv.Error:
        found.broken("表格的引号没有成对", "用表格软件打开，另存为 CSV（UTF-8）")
