"""XML read as a stream: no document type, no entity, no endless part is ever followed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from xml.parsers import expat

_MAX_ELEMENTS = 300_000
_MAX_DEPTH = 200

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Words = Callable[[str], None]


class RefusedXmlError(Exception):
    """XML that is not read on; `is_dangerous` tells a document type from mere damage."""

    def __init__(self, reason: str, *, is_dangerous: bool = False) -> None:
        self.reason = reason
        self.is_dangerous = is_dangerous
        super().__init__(reason)


class _SeenError(Exception):
    """The first element was seen."""


def root(data: bytes) -> str:
    """The name of the outermost element, or ``""`` where there is none."""
    names: list[str] = []

    def see(element: str, _: Mapping[str, str]) -> None:
        names.append(element)
        raise _SeenError

    with suppress(_SeenError, RefusedXmlError):
        parse(data, start=see, end=lambda _: None, words=lambda _: None)
    return names[0] if names else ""


def parse(data: bytes, *, start: Start, end: End, words: Words, most: int = _MAX_ELEMENTS) -> None:
    """Read XML; element and attribute names come without prefix and namespace.

    Raises:
        RefusedXmlError: it is broken, has a document type, or is endless.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    count = depth = 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal count, depth
        count, depth = count + 1, depth + 1
        if count > min(most, _MAX_ELEMENTS) or depth > _MAX_DEPTH:
            raise RefusedXmlError("内容太多或者嵌套太深")
        start(_local(name), _locals(name, attributes))

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(_local(name))

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = words
    parser.CommentHandler = words
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(data, True)  # noqa: FBT003 (expat knows no names)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise RefusedXmlError("不是完好的 XML") from error


def _refuse_doctype(*_: object) -> None:
    raise RefusedXmlError("里面有 DTD 声明，打开时可能读别的文件", is_dangerous=True)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _locals(element: str, attributes: Mapping[str, str]) -> dict[str, str]:
    """Attributes by their local names; where two have one name, that of the element's own namespace has it."""
    named = {_local(key): value for key, value in attributes.items()}
    if len(named) == len(attributes):
        return named
    home = element.rpartition(" ")[0]
    own = {key: value for key, value in attributes.items() if key.rpartition(" ")[0] in {"", home}}
    return {**attributes, **named, **{_local(key): value for key, value in own.items()}}
