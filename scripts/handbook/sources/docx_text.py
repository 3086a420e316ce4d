"""The paragraphs of a Word file as plain text, for texts of statutes as an office gets them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAX_BYTES = 40_000_000


class UnreadableDocumentError(Exception):
    """A file is no Word document that can be read; the message says why, in Chinese."""


def docx_paragraphs(path: Path) -> tuple[str, ...]:
    """The paragraphs of a .docx, those in tables too; tabs and line breaks as such.

    Raises:
        UnreadableDocumentError: it is no .docx, or is too large to be a statute.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
            if package.getinfo("word/document.xml").file_size > _MAX_BYTES:
                raise UnreadableDocumentError("文件太大，不像一部法规")
            # expat (from 2.4.1 on) bounds what entities may grow to, and Word writes none
            root = ET.fromstring(package.read("word/document.xml"))  # noqa: S314
    except (OSError, KeyError, zipfile.BadZipFile, ET.ParseError) as error:
        raise UnreadableDocumentError("不是 .docx 文件；用 Word 或者 WPS 打开，另存为 .docx") from error
    paragraphs = ("".join(map(_words, paragraph.iter())) for paragraph in root.iter(f"{_W}p"))
    return tuple(line for paragraph in paragraphs for line in paragraph.split("\n"))


def _words(element: ET.Element) -> str:
    if element.tag == f"{_W}t":
        return element.text or ""
    return {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}.get(element.tag, "")
