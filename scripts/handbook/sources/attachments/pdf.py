"""PDF: scripts, programs that it starts, files inside of it, and its author; names are read as PDF readers read them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from handbook.sources.attachments.findings import Found

_NAME = re.compile(rb"/([^\x00\t\n\f\r ()<>\[\]{}/%]+)")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"stream\r?\n")
_AUTHOR = re.compile(rb"/(Author|Company|Manager)\s*(\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)", re.DOTALL)
_TEXT = re.compile(rb"/(Title|Subject|Keywords|Contents)\s*(\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)", re.DOTALL)
_DANGERS = {
    b"JavaScript": "脚本",
    b"JS": "脚本",
    b"Launch": "启动程序的动作",
    b"EmbeddedFile": "嵌入的文件",
    b"EmbeddedFiles": "嵌入的文件",
    b"Filespec": "引用别的文件",
    b"RichMedia": "多媒体控件",
    b"SubmitForm": "提交表单的动作",
    b"ImportData": "导入数据的动作",
    b"GoToE": "打开嵌入文件的动作",
    b"GoToR": "打开别的文件的动作",
    b"XFA": "动态表单",
    b"Rendition": "多媒体控件",
}
_MAX_STREAM, _MAX_TOTAL, _MAX_STREAMS = 8 * 2**20, 48 * 2**20, 5_000
_HINT = "重新导出为只有文字和图的 PDF（例如用“打印到 PDF”）"


def read_pdf(data: bytes, found: Found) -> None:
    """Look through a PDF, its packed object streams too."""
    if b"%PDF-" not in data[:1024]:
        found.broken("扩展名是 .pdf，内容却不是", "用 PDF 软件打开看一遍，另存一份")
        return
    if b"%%EOF" not in data[-2048:]:
        found.broken("文件不完整，可能没有传完")
    seen = _names(data)
    for content in _streams(data, found):
        seen |= _names(content)
        _properties(content, found)
    _properties(data, found)
    for name in sorted(seen & _DANGERS.keys()):
        found.danger(f"PDF 里有{_DANGERS[name]}（/{name.decode()}）", _HINT)
    if b"Encrypt" in seen:
        found.broken("PDF 加了密码或者限制，里面的内容没法检查", "去掉密码再放进来")


def _names(data: bytes) -> set[bytes]:
    found = {name for name in _NAME.findall(data) if len(name) < 60}
    return {_ESCAPED.sub(lambda hexes: bytes([int(hexes[1], 16)]), name) for name in found}


def _streams(data: bytes, found: Found) -> Iterator[bytes]:
    """The unpacked streams that may hold objects; pictures and fonts give nothing."""
    total = 0
    for number, start in enumerate(_STREAM.finditer(data)):
        before = data[max(start.start() - 600, 0) : start.start()]
        head = before[before.rfind(b"obj") :]
        if b"/Image" in head or b"FontFile" in head or number > _MAX_STREAMS:
            continue
        if b"Flate" not in head and b"/Fl" not in head:
            continue
        try:
            content = zlib.decompressobj().decompress(data[start.end() :], _MAX_STREAM)
        except zlib.error:
            continue
        total += len(content)
        if total > _MAX_TOTAL:
            found.danger("解开以后大得出奇（压缩炸弹）", _HINT)
            return
        if b"/ObjStm" in head or b"/" in content[:4000]:
            yield content


def _properties(data: bytes, found: Found) -> None:
    for key, value in _AUTHOR.findall(data):
        text = _string(value)
        if text.strip():
            found.traces("PDF 的文档属性里有作者或者单位", "另存时删去文档属性")
            found.text(text, "文档属性")
        del key
    for _, value in _TEXT.findall(data):
        found.text(_string(value), "文档属性和批注")
    if b"<dc:creator>" in data and (
        names := re.findall(rb"<rdf:li[^>]*>([^<]+)", data.split(b"<dc:creator>", 1)[1][:500])
    ):
        found.traces("PDF 的文档属性里有作者或者单位", "另存时删去文档属性")
        found.text(names[0].decode("utf-8", errors="replace"), "文档属性")


def _string(value: bytes) -> str:
    if value.startswith(b"<"):
        digits = re.sub(rb"\s", b"", value[1:-1])
        raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    else:
        raw = re.sub(rb"\\([()\\])", rb"\1", value[1:-1])
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", errors="replace")
    return raw.decode("utf-8", errors="replace")
