"""Which file is looked through by whom, told by its name and by its first bytes, which must agree."""

from __future__ import annotations

import html
import os
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from handbook.diagnostics import Span
from handbook.model.attachment import Excerpt
from handbook.model.handbook import SourceFault
from handbook.sources.attachments.archive import Archive
from handbook.sources.attachments.drawings import read_drawing
from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.office import MAIN, OPEN, read_office, read_open
from handbook.sources.attachments.pdf import read_pdf
from handbook.sources.attachments.pictures import PICTURES, read_picture
from handbook.sources.attachments.tables import read_table
from handbook.sources.encoding import decode, text_faults

MAX_BYTES = 20 * 2**20
_WEB = frozenset("cjs css htc htm html js mht mhtml mjs shtml svgz swf wasm xht xhtml xsl xslt".split())
_PROGRAMS = frozenset(
    """apk app application appref-ms bat bin chm cmd com cpl dll exe gadget hta img inf iso jar jse lnk msc msi msp pif
    pl ps1 psm1 py pyc pyw rb rdp reg scf scr sct sh sys url vb vbe vbs vhd vhdx ws wsc wsf""".split()
)
_MACROS = frozenset("docm dotm dotx potm potx ppam ppsm pptm sldm xla xlam xlsb xlsm xltm xltx".split())
_OLD = frozenset("doc dot et dps ppt pps rtf wps xls xlt".split())
_PACKED = frozenset("7z ace arj bz2 cab gz lzh rar tar tgz uue xz z".split())
_OLE, _MZ, _ELF = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"MZ", b"\x7fELF"
_TEXTS = frozenset("csv ics json log md tex tsv txt xml yaml yml".split())
_WORDLESS = frozenset("eot ico m4a mp3 mp4 ogg otf ttf wav webm woff woff2".split())
_PLACES = (b"\xa9xyz", b"com.apple.quicktime.location")
_PDFS = 20  # in an archive; each may take seconds
_NEVER = "删去它；要给读者的文件存成 .docx、.xlsx、.pdf 或者图片"


def read_attachments(
    docs: Path, shown: str, names: Iterable[str], listed: Collection[str]
) -> tuple[tuple[Excerpt, ...], tuple[SourceFault, ...]]:
    """The texts in the files beside the pages, and what is wrong with these files.

    Args:
        docs: the folder of sources.
        shown: the folder as diagnostics print it.
        names: the files, relative to it.
        listed: scripts and style sheets that mkdocs.yml names.
    """
    excerpts: list[Excerpt] = []
    faults: list[SourceFault] = []
    for name in names:
        found = Found(Span(f"{shown}/{name}"))
        data = _bytes(docs / name, found)
        if data is not None and not (name in listed and name.endswith((".css", ".js", ".mjs"))):
            read(name, data, found)
        excerpts += found.excerpts
        faults += found.faults
    return tuple(excerpts), tuple(faults)


def is_packed(name: str) -> bool:
    """Whether the words in a file are read by a reader of its own, not line by line."""
    suffix = name.rpartition(".")[2].lower()
    return suffix in PICTURES.keys() | MAIN.keys() | OPEN.keys() | {"pdf", "zip"}


def read_attachment(path: str, data: bytes) -> tuple[tuple[Excerpt, ...], tuple[SourceFault, ...]]:
    """The texts in one file, and what is wrong with it."""
    found = Found(Span(path))
    read(path, data, found)
    return tuple(found.excerpts), tuple(found.faults)


def read(name: str, data: bytes, found: Found, *, depth: int = 0) -> None:
    """Look through one file."""
    suffix = name.rpartition(".")[2].lower() if "." in name.rpartition("/")[2] else ""
    if _is_refused(suffix, data, found):
        return
    if suffix in PICTURES:
        read_picture(data, suffix, found)
    elif suffix in MAIN:
        _office(data, suffix, found, read_office)
    elif suffix in OPEN:
        _office(data, suffix, found, read_open)
    elif suffix == "pdf":
        read_pdf(data, found)
    elif suffix == "svg" or b"<svg" in data[:300].lower():
        _text(data, found, read_drawing)
    elif suffix in {"csv", "tsv"}:
        _text(data, found, read_table)
    elif suffix == "zip" or data.startswith(b"PK\x03\x04"):
        _archive(data, suffix, found, depth)
    elif suffix in _TEXTS:
        _text(data, found, _plain)
    else:
        _unknown(data, suffix, found)


def _unknown(data: bytes, suffix: str, found: Found) -> None:
    """A file of any other kind: settings, keys, copies of pages … whatever is text is looked through."""
    text, faults = decode(data, found.span.path)
    if text is not None and not faults and "\0" not in text:
        found.lines(text)
    elif data.startswith(b"SQLite format 3"):
        found.danger("这是数据库，里面的内容没法检查", _NEVER)
    elif suffix not in _WORDLESS:
        hint = "图片存成 PNG 或者 JPG，文书存成 .docx、.xlsx 或者 .pdf"
        found.broken(f"浏览器打不开{f' .{suffix} ' if suffix else '这样的'}文件，里面有什么也没法检查", hint)
    elif any(mark in data for mark in _PLACES):
        found.traces("里面有拍摄地点", "导出时去掉位置信息")


def _bytes(path: Path, found: Found) -> bytes | None:
    try:
        size = os.stat(path).st_size  # noqa: PTH116 (it may vanish at any moment)
        if size > MAX_BYTES:
            found.broken(f"文件有 {size // 2**20} MB，超过 {MAX_BYTES // 2**20} MB", "压缩图片，或者拆成几个文件")
            return None
        with path.open("rb") as file:
            return file.read(MAX_BYTES)
    except OSError:
        found.broken("文件读不出来", "检查文件的权限和磁盘")
        return None


def _is_refused(suffix: str, data: bytes, found: Found) -> bool:
    """Whether the kind of a file, by name or by its first bytes, is reason enough not to take it."""
    head = data[:2000].lstrip().lower()
    if suffix in _PROGRAMS or data.startswith((_MZ, _ELF, b"#!")) or data[:4] in _MACH:
        found.danger("这是程序，点开就会运行", _NEVER)
    elif suffix in _WEB or head.startswith((b"<!doctype html", b"<html", b"<script")) or _is_web_xml(suffix, data):
        found.web("这是网页、样式或者脚本，会在读者的浏览器里运行", "页面写成 .md；网站的程序放进 overrides 文件夹")
    elif suffix in _MACROS:
        found.danger("这种格式可以带宏", "另存为 .docx、.xlsx 或者 .pptx")
    elif suffix in _OLD or data.startswith((_OLE, b"{\\rtf")):
        found.danger("旧格式或者加了密码的文档，里面有没有宏看不出来", "另存为 .docx、.xlsx 或者 .pptx，去掉密码")
    elif suffix in _PACKED or data.startswith((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        found.danger("这种压缩包里的内容没法检查", "解开以后一个一个放，或者打成 .zip")
    else:
        return False
    return True


_MACH = frozenset({b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa\xcf"})


def _is_web_xml(suffix: str, data: bytes) -> bool:
    words = html.unescape(data.decode("utf-8", errors="replace")) if suffix == "xml" else ""
    return any(word in words for word in ("xml-stylesheet", "1999/xhtml", "2000/svg"))


def _office(data: bytes, suffix: str, found: Found, reader: Callable[[bytes, str, Found], None]) -> None:
    if data.startswith(b"PK"):
        reader(data, suffix, found)
    else:
        found.broken(f"扩展名是 .{suffix}，内容却不是", f"打开看一遍，另存为真正的 .{suffix}")


def _archive(data: bytes, suffix: str, found: Found, depth: int) -> None:
    if suffix != "zip":
        kind = f"扩展名是 .{suffix}" if suffix else "没有扩展名"
        found.broken(f"{kind}，内容却是压缩包或者文书", "改回原来的扩展名，例如 .docx、.xlsx、.zip")
        return
    if not data.startswith(b"PK"):
        found.broken("扩展名是 .zip，内容却不是", "重新打包")
        return
    archive = Archive(data, found)
    members = archive.members.items()
    if "[Content_Types].xml" in archive.members:
        found.broken("扩展名是 .zip，内容却是 Word、Excel 或者 PowerPoint 文书", "改回原来的扩展名，例如 .docx")
        return
    if sum(content.startswith(b"%PDF-") or name.lower().endswith(".pdf") for name, content in members) > _PDFS:
        found.broken(f"压缩包里的 PDF 超过 {_PDFS} 个，检查不过来", "解开以后一个一个放")
        return
    for name, content in members:
        if depth and content.startswith(b"PK") and name.rpartition(".")[2].lower() not in MAIN | OPEN:
            found.danger("压缩包里还有压缩包", "解开以后一个一个放")
            continue
        inner = Found(found.span)
        read(name, content, inner, depth=depth + 1)
        found.take(inner.faults, inner.excerpts, name)


def _text(data: bytes, found: Found, reader: Callable[[str, Found], None]) -> None:
    text, faults = decode(data, found.span.path)
    found.faults += faults
    if text is not None:
        reader(text, found)


def _plain(text: str, found: Found) -> None:
    found.faults += [fault for fault in text_faults(text, found.span.path) if fault.kind != "too-large"]
    found.lines(text)
