"""Which picture is read by whom; and what is looked for in each of them."""

from __future__ import annotations

import io
import zipfile

from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.pictures.gif import read_gif
from handbook.sources.attachments.pictures.jpeg import read_jpeg
from handbook.sources.attachments.pictures.notes import CLEAN
from handbook.sources.attachments.pictures.png import read_png
from handbook.sources.attachments.pictures.webp import read_webp

_READERS = {
    "png": (b"\x89PNG\r\n\x1a\n", read_png),
    "jpg": (b"\xff\xd8\xff", read_jpeg),
    "gif": (b"GIF8", read_gif),
    "webp": (b"RIFF", read_webp),
}
PICTURES = {"apng": "png", "jfif": "jpg", "jpe": "jpg", "jpeg": "jpg", "pjp": "jpg", "pjpeg": "jpg"} | {
    kind: kind for kind in _READERS
}
"""The suffixes of the pictures that browsers show, each with its kind."""
_MAX_WORDS = 300_000
_FOREIGN = (b"<script", b"<html>", b"<html ", b"<?php ", b"<!doctype html")


def read_picture(data: bytes, suffix: str, found: Found) -> None:
    """Look through a picture."""
    start, reader = _READERS[PICTURES[suffix]]
    if not data.startswith(start):
        found.broken(f"扩展名是 .{suffix}，内容却不是这种图片", "用看图软件打开，另存一份")
        return
    _second_face(data, found)
    inner = Found(found.span, faults=found.faults)
    try:
        behind = reader(data, inner)
    except IndexError:  # a length or a place that lies outside of the file
        found.broken("图片不完整，可能没有传完")
        return
    _words(inner, found)
    rest = data[behind:].strip(b"\0\r\n\t ")
    if rest:
        found.broken(f"图片后面还接着 {len(rest)} 个字节别的内容，没法检查", CLEAN)


def _words(inner: Found, found: Found) -> None:
    """Hand over what was written into a picture, unless it is far more than anybody writes."""
    size = sum(len(excerpt.text) for excerpt in inner.excerpts)
    if size > _MAX_WORDS:
        found.traces(f"图片里夹着 {size // 1000} 千字的文字，没法检查", CLEAN)
        return
    for excerpt in inner.excerpts:
        found.text(excerpt.text, excerpt.where)


def _second_face(data: bytes, found: Found) -> None:
    """A picture that another program takes for an archive, a page or a PDF."""
    lower = data.lower()
    if zipfile.is_zipfile(io.BytesIO(data)) or b"Rar!\x1a\x07" in data:
        found.danger("这张图片同时是压缩包，里面藏着别的文件", CLEAN)
    elif any(mark in lower for mark in _FOREIGN):
        found.danger("这张图片里藏着网页或者脚本", CLEAN)
    elif b"%PDF-" in data[:1024]:
        found.danger("这张图片同时是 PDF", CLEAN)
