"""A program of its own that reads a PDF from standard input, within limits, and prints what it says as lines of JSON.

A PDF is a program for a machine that draws pages, and whoever reads one can be kept busy for ever. So nobody reads one
in the process that checks the handbook: this file runs alone (`python -I pdf_words.py SECONDS`), and is killed when
it takes longer. Each line is `[kind, where, text]`; what came before the end counts.
"""

from __future__ import annotations

import io
import json
import logging
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

_MEMORY = 2**30
_MAX_TEXT = 6_000_000
_MAX_DEPTH = 40
_MAX_FORMS = 2
_OLD_VERSIONS = 4
_ODD = (PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, OSError, TypeError, ValueError)
"""What pypdf raises at objects that are not as they should be; `RecursionError` and `MemoryError` end this program."""
_BLANKS = re.compile(r"\s+")
_KNOWN = re.compile(r"/(?:GB-EUC|GBpc-EUC|GBK-EUC|GBK2K|ETen(?:ms)?-B5|90ms-RKSJ|Uni[A-Z]+-(?:UCS2|UTF16))-[HV]")
"""Numbers of glyphs that pypdf can tell as words without a table."""
_NUMBERED = re.compile(r"/(?:g|G|c|C|cid|glyph|index)\d+")  # names of glyphs that say nothing
_FEW = 20  # words of a running head or a stamp, and nothing besides
_COMMENTS = frozenset("/Text /Popup /Highlight /Underline /Squiggly /StrikeOut /Caret /Ink /Redact".split())
_UNTOLD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_SEALED = frozenset({"/ID", "/O", "/U", "/OE", "/UE", "/Perms", "/Panose"})


def main() -> None:
    """Read a PDF and print what it says."""
    seconds = int(sys.argv[1])
    _limit(seconds)
    logging.disable(logging.CRITICAL)
    data = sys.stdin.buffer.read()
    teller = _Teller()
    _Document(data, "", teller, seconds / 2).read()
    ends = [found.end() for found in re.finditer(rb"startxref\s+\d+\s+%%EOF", data)]
    for end in ends[:-1][-_OLD_VERSIONS:]:
        try:
            _Document(data[:end], "改动以前的版本的", teller, 0).read()
        except _ODD:  # no version of its own, but the beginning of a PDF for the web
            continue
    teller.tell("done", "", "")


def _limit(seconds: int) -> None:
    if sys.platform != "win32":
        import resource

        limits = {resource.RLIMIT_CPU: seconds, resource.RLIMIT_AS: _MEMORY, resource.RLIMIT_FSIZE: 0}
        for limit, most in limits.items():
            with suppress(OSError, ValueError):  # macOS knows no limit of memory
                resource.setrlimit(limit, (most, most))


class _Teller:
    """Prints what is new, and gives up where a small file says too much."""

    def __init__(self) -> None:
        self._length = 0
        self._said: set[tuple[str, str]] = set()

    def tell(self, kind: str, where: str, text: str) -> None:
        self._length += len(text)
        if self._length > _MAX_TEXT:
            sys.exit("too much text")
        sys.stdout.write(json.dumps([kind, where, text]) + "\n")
        sys.stdout.flush()

    def new(self, kind: str, where: str, text: str) -> None:
        """Print what has a line that nobody has said before: forms and older versions repeat what stands on pages."""
        lines = {(kind, bare) for line in text.split("\n") if (bare := _BLANKS.sub("", line))}
        if lines - self._said:
            self._said |= lines
            self.tell(kind, where, text)


class _Document:
    """One version of a PDF; after a time its words are read only in the order in which they were written."""

    def __init__(self, data: bytes, version: str, teller: _Teller, unhurried: float) -> None:
        self._reader = PdfReader(io.BytesIO(data))
        self._version, self._teller, self._unhurried = version, teller, unhurried
        self._pages: set[int] = set()

    def read(self) -> None:
        """Print the words of all pages, and of everything else."""
        if self._reader.is_encrypted:
            self._teller.tell("encrypted", "", "")
            return
        for number, page in enumerate(self._reader.pages, 1):
            if page.indirect_reference is not None:
                self._pages.add(page.indirect_reference.idnum)
            try:
                self._page(number, page)
            except _ODD:
                self._teller.tell("unread", f"{self._version}第 {number} 页", "")
        for identity in self._identities():
            try:
                found = self._reader.get_object(identity)
                if found is not None:
                    self._object(identity.idnum, found)
            except _ODD:
                self._teller.tell("unread", f"{self._version}对象 {identity.idnum}", "")
        self._object(0, self._reader.trailer)

    def _page(self, number: int, page: PageObject) -> None:
        where = f"{self._version}第 {number} 页"
        words = self._words(where, lambda: page.extract_text(visitor_operand_before=self._mark))
        hurries = time.process_time() > self._unhurried
        placed = "" if hurries else self._words(where, lambda: page.extract_text(extraction_mode="layout"))
        bare = _BLANKS.sub("", words)
        lines = (line for line in placed.split("\n") if _BLANKS.sub("", line) not in bare)
        self._teller.new("words", where, "\n".join([words, *lines]))
        if len(bare) < _FEW and _has_picture(page):
            self._teller.tell("picture", where, "")
        elif len(_UNTOLD.findall(words)) * 5 > len(bare):
            self._teller.tell("unread", where, "")

    def _mark(self, operator: bytes, operands: list[object], _transform: object, _text: object) -> None:
        """Walk the notes that a drawing itself holds: what else its words say, and descriptions of pictures."""
        if operator in {b"BDC", b"DP"} and len(operands) > 1:
            self._walk(operands[1], 0, "")

    def _words(self, where: str, extract: Callable[[], str]) -> str:
        try:
            return extract()
        except _ODD:
            self._teller.tell("unread", where, "")
            return ""

    def _identities(self) -> Iterator[IndirectObject]:
        known = {(number, generation) for generation, places in self._reader.xref.items() for number in places}
        known |= {(number, 0) for number in self._reader.xref_objStm}
        for number, generation in sorted(known):
            if number:
                yield IndirectObject(number, generation, self._reader)

    def _object(self, number: int, found: object) -> None:
        """An object as such: pages and forms that no page leads to, and what is no drawing."""
        self._walk(found, 0, "")
        if not isinstance(found, DictionaryObject):
            return
        kind, sort = found.get("/Type"), found.get("/Subtype")
        if kind == "/Page" and number not in self._pages and number:
            page = PageObject(self._reader)
            page.update(found)
            self._teller.new("words", f"{self._version}不显示的页", page.extract_text())
        elif isinstance(found, StreamObject) and sort == "/Form":
            words = PageObject(self._reader).extract_xform_text(found)  # type: ignore[arg-type]
            self._teller.new("words", f"{self._version}批注、表单或者图形", words)
        elif isinstance(found, StreamObject) and kind == "/Metadata":
            self._teller.tell("metadata", self._version, found.get_data().decode("utf-8", errors="replace"))

    def _walk(self, value: object, depth: int, key: str) -> None:
        """Tell the names, addresses and strings of an object; those it refers to come by themselves."""
        if depth > _MAX_DEPTH:
            self._teller.tell("unread", f"{self._version}嵌套太深的对象", "")
        elif isinstance(value, NameObject):
            self._teller.new("name", self._version, str(value))
        elif isinstance(value, TextStringObject | ByteStringObject):
            self._string(_text(value), key)
        elif isinstance(value, ArrayObject):
            for item in value:
                self._walk(item, depth + 1, key)
        elif isinstance(value, DictionaryObject):
            self._dictionary(value)
            for inner, item in value.items():
                self._teller.new("name", self._version, str(inner))
                self._walk(item, depth + 1, str(inner))

    def _dictionary(self, value: DictionaryObject) -> None:
        sort = value.get("/Subtype")
        if sort in _COMMENTS and "/Rect" in value:
            self._teller.tell("comment", self._version, "")
        elif value.get("/Type") == "/Font" and "/ToUnicode" not in value and _is_untold(value):
            self._teller.tell("unread", f"{self._version}字体 {value.get('/BaseFont', '')}"[:60], "")

    def _string(self, text: str, key: str) -> None:
        if key in {"/URI", "/Base"}:
            self._teller.tell("address", self._version, text)
        elif key not in _SEALED and text.strip():
            self._teller.tell("string", key, text)


def _text(value: TextStringObject | ByteStringObject) -> str:
    if isinstance(value, TextStringObject):
        return str(value)
    return bytes(value).decode("utf-8", errors="replace")


def _dictionary(value: PdfObject | None) -> DictionaryObject:
    found = value.get_object() if value is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _is_untold(font: DictionaryObject) -> bool:
    """Whether only the shapes of the glyphs of a font tell which words they are."""
    if font.get("/Subtype") == "/Type0":
        return not _KNOWN.fullmatch(str(font.get("/Encoding")))
    names = _dictionary(font.get("/Encoding")).get("/Differences")
    return isinstance(names, ArrayObject) and any(_NUMBERED.fullmatch(str(name)) for name in names)


def _has_picture(page: DictionaryObject, depth: int = 0) -> bool:
    """Whether a page, or a form on it, may draw a picture."""
    drawn = _dictionary(_dictionary(page.get("/Resources")).get("/XObject"))
    forms = [_dictionary(inner) for inner in drawn.values()]
    if any(form.get("/Subtype") == "/Image" for form in forms):
        return True
    return depth < _MAX_FORMS and any(_has_picture(form, depth + 1) for form in forms)


if __name__ == "__main__":
    main()
