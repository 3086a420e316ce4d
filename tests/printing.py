"""Documents as LibreOffice prints them, measured from the paper's top left corner in millimetres."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html

from documents import FOLDER

PAPER = (210, 297)
_MM = 25.4 / 72
_OFFICES = ("soffice", "libreoffice")


@dataclass(frozen=True)
class Line:
    """A line of print: its words, and the box of their letters."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def print_all(documents: Mapping[str, bytes], folder: Path) -> dict[str, list[list[Line]]]:
    """The lines of every page of every document, all of them printed by one run of LibreOffice."""
    for name, content in documents.items():
        (folder / f"{name}.docx").write_bytes(content)
    command = [_office(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *sorted(str(path) for path in folder.glob("*.docx"))]
    environment = {**os.environ, "FONTCONFIG_FILE": str(FOLDER / "fonts.conf")}
    subprocess.run(command, env=environment, capture_output=True, timeout=600, check=True)
    return {name: _pages(folder / f"{name}.pdf") for name in documents}


def _office() -> str:
    wanted = os.environ.get("HANDBOOK_SOFFICE")
    found = next(filter(None, map(shutil.which, [wanted] if wanted else _OFFICES)), None)
    if found is None or shutil.which("pdftotext") is None:
        pytest.fail(
            "版面测试要用 LibreOffice 和 pdftotext：请安装，或者运行 scripts/setup/libreoffice.sh", pytrace=False
        )
    return found


def _pages(pdf: Path) -> list[list[Line]]:
    measured = subprocess.run(
        ["pdftotext", "-bbox-layout", str(pdf), "-"], capture_output=True, check=True, encoding="utf-8"
    )
    pages = html.fromstring(measured.stdout).iter("page")
    return [
        sorted((_line(line) for line in page.iter("line")), key=lambda line: (line.top, line.left)) for page in pages
    ]


def _line(line: html.HtmlElement) -> Line:
    edges = (float(line.get(side)) * _MM for side in ("xmin", "ymin", "xmax", "ymax"))
    return Line("".join(word.text or "" for word in line.iter("word")), *edges)
