"""WordprocessingML elements, declared as nested calls."""

from __future__ import annotations

from lxml import etree

Element = etree._Element  # noqa: SLF001 - the only name that lxml has for the type

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PREFIXES = {W: "w", W14: "w14", W15: "w15"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# XML 1.0 has no place for these, and Word opens no file that holds them.
_UNPRINTABLE = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])


def w(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """An element of the main namespace; its attributes are of it, too, and children that are None are left out."""
    return _made(W, name, children, attributes)


def w14(name: str, *children: Element | None, **attributes: str | int) -> Element:
    """An element that only Word 2010 and later know; its attributes are of the same namespace."""
    return _made(W14, name, children, attributes)


def w15(name: str, *children: Element | None) -> Element:
    """An element that only Word 2013 and later know."""
    return _made(W15, name, children, {})


def printable(words: str) -> str:
    """The words without characters that XML cannot hold."""
    return words.translate(_UNPRINTABLE)


def text(words: str) -> Element:
    """The text of a run, its spaces kept."""
    made = w("t")
    made.text = printable(words)
    made.set(_SPACE, "preserve")
    return made


def run(words: str, style: str = "") -> Element:
    """A run of words; line breaks in them become breaks inside of the paragraph."""
    properties = w("rPr", w("rStyle", val=style)) if style else None
    made = w("r", properties)
    for number, line in enumerate(words.split("\n")):
        if number:
            made.append(w("br"))
        made.append(text(line))
    return made


def paragraph(style: str, *children: Element) -> Element:
    """A paragraph in a style, by the style's id."""
    return w("p", w("pPr", w("pStyle", val=style)), *children)


def _made(namespace: str, name: str, children: tuple[Element | None, ...], attributes: dict[str, str | int]) -> Element:
    made = etree.Element(f"{{{namespace}}}{name}", nsmap={PREFIXES[namespace]: namespace})
    for key, value in attributes.items():
        made.set(f"{{{namespace}}}{key}", printable(str(value)))
    made.extend(child for child in children if child is not None)
    return made
