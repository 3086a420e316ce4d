"""Fields of Word: each put together from its pieces, told by its first word, and its link looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.office.links import is_refused
from handbook.sources.attachments.office.parts import Reader

_FETCHING = frozenset(
    """DDE DDEAUTO INCLUDE INCLUDEPICTURE INCLUDETEXT IMPORT LINK EMBED MACROBUTTON DATABASE RD AUTOTEXT AUTOTEXTLIST
    GLOSSARY PRINT DATA HTMLACTIVEX CONTROL PLUGIN SUBSCRIBER""".split()
)
_NESTED = "\0"  # stands for a field within a field
_QUOTES = str.maketrans("“”„‟＂", '"""""')
_NAME = re.compile(r'[^\s\\"]*')
_ARGUMENT = re.compile(r'"([^"]*)"|(\S+)')
_WITH_VALUE = frozenset({"\\l", "\\o", "\\t", "\\f", "\\s"})
_COMPOSED = ("里面有用别的域拼出来的域，会做什么看不出来", "删去这个域，只留文字")


class Fields(Reader):
    """Gathers the codes of fields."""

    def __init__(self, found: Found) -> None:
        super().__init__(found)
        self._open: list[list[str]] = []
        self._shows: list[bool] = []
        self._loose: list[str] = []
        self._codes: list[str] = []

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if element == "fldSimple":
            self._close(attributes.get("instr", ""))
        elif element == "fldChar":
            self._turn(attributes.get("fldCharType", ""))

    def _turn(self, kind: str) -> None:
        if kind == "begin":
            self._open.append([])
            self._shows.append(False)
        elif self._open and kind == "separate":
            self._shows[-1] = True
        elif self._open and kind == "end":
            code = "".join(self._open.pop())
            self._shows.pop()
            if self._open and not self._shows[-1]:
                self._open[-1].append(_NESTED)
            self._close(code)

    def words(self, element: str, text: str) -> None:
        """Characters within an element: whatever stands between the begin and the result is code."""
        if self._open and not self._shows[-1] and element in {"instrText", "delInstrText", "t"}:
            self._open[-1].append(text)
        elif element in {"instrText", "delInstrText"}:
            self._loose.append(text)

    def end(self, element: str) -> None:
        """An element ends."""
        if element == "p" and self._loose:
            self._close("".join(self._loose))
            self._loose = []

    def finish(self) -> None:
        """The part ends."""
        for code in [*map("".join, self._open), "".join(self._loose)]:
            self._close(code)
        self.found.text("\n".join(self._codes), "域代码")

    def _close(self, code: str) -> None:
        plain = code.translate(_QUOTES).strip()
        self._codes += [plain.replace(_NESTED, ""), *_spelled(plain)]
        found = _NAME.match(plain)
        name = found[0].upper() if found else ""
        if _NESTED in name:
            self.found.danger(*_COMPOSED)
        elif name in _FETCHING:
            self.found.danger(f"里面有会去取别处内容的域（{name}）", "删去这个域，只留文字")
        elif name == "HYPERLINK":
            self._link(plain[len(name) :])

    def _link(self, arguments: str) -> None:
        target = next(_targets(arguments), "")
        if _NESTED in target:
            self.found.danger(*_COMPOSED)
        elif is_refused(target):
            self.found.danger(f"里面的链接“{target[:60]}”用了不允许的地址", "删去链接")


def _targets(arguments: str) -> Iterator[str]:
    """The arguments of a link that belong to no switch."""
    is_value = False
    for found in _ARGUMENT.finditer(arguments):
        quoted, bare = found[1], found[2]
        if bare is not None and re.fullmatch(r"\\[a-zA-Z*]", bare):
            is_value = bare.lower() in _WITH_VALUE
        elif is_value:
            is_value = False
        else:
            yield (quoted if quoted is not None else bare).replace("\\\\", "\\")


def _spelled(code: str) -> Iterator[str]:
    """What a field shows that spells its words by the numbers of characters."""
    numbers = code.upper().removeprefix("QUOTE").split()
    if code.upper().startswith("QUOTE") and numbers and all(n.isascii() and n.isdigit() for n in numbers):
        yield "".join(chr(int(n)) for n in numbers if len(n) < 7 and int(n) < 0xD800)
