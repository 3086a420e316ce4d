"""PDF: scripts, programs that it starts, files inside of it, its author, and its words, which a child process reads."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from handbook.errors import HandbookError
from handbook.markup.policy import scheme
from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.rows import joined
from handbook.sources.attachments.xml import RefusedXmlError, parse

_NAME = re.compile(rb"/([^\x00\t\n\f\r ()<>\[\]{}/%]+)")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"\bstream\r?\n")
_DANGERS = {
    "JavaScript": "脚本",
    "JS": "脚本",
    "Launch": "启动程序的动作",
    "EmbeddedFile": "嵌入的文件",
    "EmbeddedFiles": "嵌入的文件",
    "Filespec": "引用别的文件",
    "RichMedia": "多媒体控件",
    "SubmitForm": "提交表单的动作",
    "ImportData": "导入数据的动作",
    "GoToE": "打开嵌入文件的动作",
    "GoToR": "打开别的文件的动作",
    "XFA": "动态表单",
    "Rendition": "多媒体控件",
    "Movie": "多媒体控件",
}
_PERSONS = frozenset({"/Author", "/Company", "/Manager"})
_LINKS = frozenset({"", "http", "https", "mailto", "tel"})
_HINT = "重新导出为只有文字和图的 PDF（例如用“打印到 PDF”）"
_AUTHOR = ("PDF 的文档属性里有作者或者单位", "另存时删去文档属性")
_READER = Path(__file__).with_name("pdf_words.py")
_SECONDS = 8  # of work, which a busy machine spreads over a long time; Windows does not count it
_PATIENCE = 2.5 if sys.platform == "win32" else 10

Told = tuple[str, str, str]
"""A line of `pdf_words.py`: kind, where, text."""


def read_pdf(data: bytes, found: Found) -> None:
    """Look through a PDF."""
    if b"%PDF-" not in data[:1024]:
        found.broken("扩展名是 .pdf，内容却不是", "用 PDF 软件打开看一遍，另存一份")
        return
    if b"%%EOF" not in data[-2048:]:
        found.broken("文件不完整，可能没有传完")
    told = tuple(_told(data))
    names = {text.removeprefix("/") for kind, _, text in told if kind == "name"} | _names(data)
    for name in sorted(names & _DANGERS.keys()):
        found.danger(f"PDF 里有{_DANGERS[name]}（/{name}）", _HINT)
    if "Encrypt" in names or any(kind == "encrypted" for kind, _, _ in told):
        found.broken("PDF 加了密码或者限制，里面的内容没法检查", "去掉密码再放进来")
    elif all(kind != "done" for kind, _, _ in told):
        hint = "用 PDF 软件打开，“打印到 PDF”另存一份；页数很多的，拆成几个文件"
        found.broken("PDF 坏了、太大或者太复杂，里面的字读不完，没法检查", hint)
    _texts(told, found)
    _unread(told, found)


def _told(data: bytes) -> Iterator[Told]:
    """What the reader printed before it ended or was ended.

    Raises:
        HandbookError: its library is not installed.
    """
    command = [sys.executable, "-I", "-X", "utf8", str(_READER), str(_SECONDS)]
    try:
        answer = subprocess.run(command, input=data, capture_output=True, timeout=_PATIENCE * _SECONDS, check=False)  # noqa: S603
        output = answer.stdout
        if b"ModuleNotFoundError" in answer.stderr:
            raise HandbookError("读 PDF 的程序没有装（pypdf），运行 make setup")
    except subprocess.TimeoutExpired as late:
        output = late.stdout or b""
    for line in output.split(b"\n")[:-1]:
        kind, where, text = json.loads(line)
        yield kind, where, text.encode(errors="replace").decode()


def _names(data: bytes) -> set[str]:
    """The names outside of streams, whether anything leads to them or not."""
    *pieces, rest = data.split(b"endstream")
    heads = [_STREAM.split(piece, maxsplit=1)[0] for piece in pieces]
    names = {found[1] for head in (*heads, rest) for found in _NAME.finditer(head) if len(found[1]) < 60}
    plain = (_ESCAPED.sub(lambda hexes: bytes([int(hexes[1], 16)]), name) for name in names)
    return {name.decode("utf-8", errors="replace") for name in plain}


def _texts(told: Iterable[Told], found: Found) -> None:
    strings: list[str] = []
    for kind, where, text in told:
        if kind == "words":
            found.text("\n".join([text, *joined(text.split())]), where)
        elif kind == "metadata":
            _metadata(text, found)
        elif kind == "comment":
            found.traces("PDF 里有批注", "在 PDF 软件里删去全部批注，另存一份")
        elif kind == "string" and where in _PERSONS:
            found.traces(*_AUTHOR)
        elif kind == "address" and scheme(text) not in _LINKS:
            found.danger(f"PDF 里的链接“{text[:60]}”用了不允许的地址", "删去链接")
        if kind in {"string", "address", "name"}:
            strings.append(text)
    found.text("\n".join(strings), "文档属性、书签、批注或者表单")


class _Packet:
    """The words of an XMP packet."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._open: list[str] = []
        self.words: list[str] = []

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        self._open.append(element)
        self.words += attributes.values()

    def end(self, _: str) -> None:
        self._open.pop()

    def take(self, text: str) -> None:
        self.words.append(text)
        if text.strip() and "creator" in self._open:
            self._found.traces(*_AUTHOR)


def _metadata(text: str, found: Found) -> None:
    packet = _Packet(found)
    try:
        parse(text.encode(), start=packet.start, end=packet.end, words=packet.take)
    except RefusedXmlError:
        packet.words.append(text)
    found.text("\n".join(packet.words), "文档属性")


def _unread(told: Iterable[Told], found: Found) -> None:
    """What a person must look at, because no program can read it."""
    pictures = sum(kind == "picture" for kind, _, _ in told)
    if pictures:
        found.unread(f"PDF 里有 {pictures} 页是扫描的图，里面的字没法检查")
    parts = [where for kind, where, _ in told if kind == "unread"]
    if parts:
        found.unread(f"PDF 里有读不出来的字（{'、'.join(parts[:3])}{'等' if len(parts) > 3 else ''}）")
