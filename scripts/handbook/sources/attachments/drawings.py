"""SVG drawings: only shapes and words; nothing that runs, nothing from elsewhere, nothing without end.

They are read as browsers read them: as XML, with the names of namespaces, whatever prefixes stand for them.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import unquote_to_bytes
from xml.parsers import expat

from handbook.markup.policy import scheme
from handbook.sources.attachments.findings import Found
from handbook.sources.attachments.pictures import read_picture

_SVG, _XHTML, _XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/XML/1998/namespace",
)
_ELEMENTS = frozenset(
    """a circle clippath defs desc ellipse feblend fecolormatrix fecomponenttransfer fecomposite feconvolvematrix
    fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood fefunca fefuncb fefuncg fefuncr
    fegaussianblur femerge femergenode femorphology feoffset fepointlight fespecularlighting fespotlight fetile
    feturbulence filter g image line lineargradient marker mask metadata path pattern polygon polyline radialgradient
    rect stop style svg switch symbol text textpath title tspan use view""".split()
)
_HINT = "用画图软件另存为只有图形的 SVG，或者存成 PNG"
_PLAIN = "另存为“普通 SVG”"
_CSS = re.compile(r"@import|expression\s*\(|url\(\s*['\"]?\s*(?!#)", re.IGNORECASE)
_PAINTED = frozenset("clip-path cursor fill filter marker marker-end marker-mid marker-start mask stroke style".split())
_GEOMETRY = frozenset("d points transform viewBox values gradientTransform stroke-dasharray x y dx dy".split())
_DATA_PICTURE = re.compile(r"data:image/(png|jpeg|jpg|gif|webp)((?:;[^,]*)?),(.*)", re.IGNORECASE | re.DOTALL)
_REFERRED = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_FOLDER = re.compile(r"file:/|[A-Za-z]:\\|/(?:home|Users)/\w", re.IGNORECASE)
_COPIES = ("<mxfile", "%3Cmxfile", "<mxGraphModel", "application/vnd.excalidraw+json")
_FILTER_SIZES = frozenset("stdDeviation radius numOctaves order".split())
_BREAKS = frozenset({"text", "title", "desc", "metadata"})
_ENCODINGS = frozenset({"ascii", "us-ascii", "utf-8", "utf8"})
_MAX_SIDE, _MAX_UNITS, _MAX_FILTER = 20_000, 1_000_000, 200
_MAX_ELEMENTS, _MAX_DRAWN, _MAX_DEPTH, _MAX_CHAIN = 100_000, 1_000_000, 100, 300


class _Refused(Exception):  # noqa: N818 - not an error of ours
    """What has been found is enough, and reading on may never end."""


@dataclass(slots=True)
class _Node:
    """An element: what stands in it, and what it draws once more by name."""

    children: list[_Node] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    size: int = 0


def read_drawing(text: str, found: Found) -> None:
    """Look through an SVG."""
    drawing = _Drawing(found)
    try:
        drawing.read(text)
    except _Refused:
        pass
    except expat.ExpatError:
        drawing.refuse()
    drawing.finish()


class _Drawing:
    """The handlers of the parser, and what they gather."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self._told: set[str] = set()
        self._texts: list[str] = []
        self._hidden: list[str] = []
        self._style: list[str] = []
        self._open: list[tuple[str, _Node]] = []
        self._named: dict[str, _Node] = {}
        self._roots: list[_Node] = []
        self._count = 0

    def read(self, text: str) -> None:
        parser = self._parser
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.CommentHandler = self._comment
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartDoctypeDeclHandler = self._doctype
        parser.XmlDeclHandler = self._declaration
        parser.Parse(text.encode("utf-8", errors="replace"), True)  # noqa: FBT003 (expat knows no names)

    def refuse(self) -> None:
        """Tell that it is no XML."""
        self._at().broken("这张 SVG 不是完好的 XML，浏览器不会显示", "用画图软件打开，另存一份")

    def finish(self) -> None:
        """Hand over the texts, and look whether a few elements draw many."""
        self._found.text("".join(self._texts), "图里的文字")
        self._found.text("\n".join(self._hidden), "图里看不见的文字")
        if self._roots and _drawn(self._roots[0], self._named) > _MAX_DRAWN:
            self._danger("图里的图形一层层重复引用，画不完", _HINT)

    # What the parser tells

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, element = name.rpartition(" ")
        self._count += 1
        if self._count > _MAX_ELEMENTS or len(self._open) > _MAX_DEPTH:
            self._danger("图里的图形太多或者套得太深，打开会卡住", _HINT)
            raise _Refused
        node = _Node()
        (self._open[-1][1].children if self._open else self._roots).append(node)
        if not self._open:
            self._root(space, element, attributes)
        self._open.append((element, node))
        if space == _XHTML:
            self._web("svg 里不能夹着网页")
        elif space not in {_SVG, ""}:
            self._web(f"svg 里有画图软件自己的记号“<{element[:40]}>”", _PLAIN)
        elif element.lower() not in _ELEMENTS:
            self._web(f"svg 里不能有“<{element[:40]}>”")
        for key, value in attributes.items():
            self._attribute(element, key, value, node)

    def _end(self, _: str) -> None:
        element, _node = self._open.pop()
        if element == "style":
            style = "".join(self._style)
            self._style = []
            if _CSS.search(style) or "\\" in style:
                self._web("svg 的样式里引用了别处的内容")
        elif element in _BREAKS:
            self._texts.append("\n")

    def _words(self, words: str) -> None:
        in_style = self._open and self._open[-1][0] == "style"
        (self._style if in_style else self._texts).append(words)

    def _comment(self, words: str) -> None:
        self._note(words)

    def _instruction(self, target: str, _: str) -> None:
        self._web("svg 里引用了样式表" if target == "xml-stylesheet" else f"svg 里不能有“<?{target[:40]}”")

    def _doctype(self, _: str, system: str | None, public: str | None, has_subset: int) -> None:
        if has_subset or (system and not (public or "").startswith("-//W3C//DTD SVG")):
            self._web("svg 里有 DTD 声明")
            raise _Refused

    def _declaration(self, _: str, encoding: str | None, __: int) -> None:
        if (encoding or "utf-8").lower() not in _ENCODINGS:
            self._at().broken(f"这张 SVG 自称是 {encoding} 编码，浏览器会看到别的内容", "另存为 UTF-8")

    # What elements say

    def _root(self, space: str, element: str, attributes: Mapping[str, str]) -> None:
        if (space, element) != (_SVG, "svg"):
            self._at().broken("扩展名是 .svg，内容却不是图", "用画图软件打开，另存一份")
        sides = [_number(attributes.get(key, "")) for key in ("width", "height") if "%" not in attributes.get(key, "")]
        units = [abs(float(found[0])) for found in _NUMBER.finditer(attributes.get("viewBox", ""))]
        if max(sides, default=0) > _MAX_SIDE or max(units, default=0) > _MAX_UNITS:
            self._danger("图的宽或者高大得出奇，打开会占满电脑的内存", "在画图软件里把画布改小，另存一份")

    def _attribute(self, element: str, key: str, value: str, node: _Node) -> None:
        space, _, name = key.rpartition(" ")
        if name.lower().startswith("on"):
            self._web(f"svg 里不能有“{name[:40]}”")
        elif name in {"href", "src"}:
            self._address(element, value.strip(), node)
        elif name == "base" and space == _XML:
            self._web("svg 里不能改地址的起点（xml:base）")
        elif _CSS.search(value) or (name in _PAINTED and "\\" in value):
            self._web("svg 的样式里引用了别处的内容")
        elif name in _FILTER_SIZES and element.startswith("fe") and _number(value) > _MAX_FILTER:
            self._danger("图里的滤镜大得出奇，打开会卡住", _HINT)
        if name == "id":
            self._named.setdefault(value, node)
        elif name not in {"href", *_GEOMETRY}:
            node.again += _REFERRED.findall(value)
            self._note(value)

    def _address(self, element: str, value: str, node: _Node) -> None:
        picture = _DATA_PICTURE.match(value) if element == "image" else None
        if picture:
            self._picture(*picture.groups())
        elif value.startswith("#"):
            node.again += [value[1:]] if element != "a" else []
        elif element != "a" or scheme(value):
            self._web(f"svg 里引用了“{value[:60]}”")
        else:
            self._note(value)

    def _picture(self, kind: str, options: str, content: str) -> None:
        """A picture within the drawing is looked through like one beside the pages."""
        data, inner = unquote_to_bytes(content), Found(self._found.span)
        try:
            data = base64.b64decode(b"".join(data.split())) if "base64" in options.lower() else data
            read_picture(data, kind.lower(), inner)
        except binascii.Error:
            inner.broken("图片不完整，可能没有传完")
        self._found.take(inner.faults, inner.excerpts, "图片")

    def _note(self, words: str) -> None:
        """Words that no reader sees."""
        self._hidden.append(words)
        if any(mark in words for mark in _COPIES):
            self._traces("图里夹着画图软件的原稿，删去的内容可能还在", "导出时不要勾选“包含图表副本”")
        elif _FOLDER.search(words):
            self._traces("图里有作图的人电脑上的文件夹", _PLAIN)

    # Faults, each told once, at its line

    def _at(self) -> Found:
        """Where faults are put that belong to the line just read; within a document lines say nothing."""
        is_alone = self._found.span.path.lower().endswith(".svg")
        line = self._parser.CurrentLineNumber if is_alone else self._found.span.line
        return Found(replace(self._found.span, line=line), faults=self._found.faults)

    def _web(self, what: str, hint: str = _HINT) -> None:
        if what not in self._told:
            self._told.add(what)
            self._at().web(what, hint)

    def _danger(self, what: str, hint: str) -> None:
        if what not in self._told:
            self._told.add(what)
            self._at().danger(what, hint)

    def _traces(self, what: str, hint: str) -> None:
        if what not in self._told:
            self._told.add(what)
            self._at().traces(what, hint)


def _number(text: str) -> float:
    found = _NUMBER.search(text)
    return abs(float(found[0])) if found else 0


def _drawn(node: _Node, named: Mapping[str, _Node], depth: int = 0) -> int:
    """How many elements a node draws with all that it names, counted no further than to the limit; circles count as it."""
    if not node.size:
        node.size = _MAX_DRAWN + 1  # for whoever comes back here before it is counted
        if depth > _MAX_CHAIN:
            return node.size
        parts = [*node.children, *(named[name] for name in node.again if name in named)]
        node.size = min(1 + sum(_drawn(part, named, depth + 1) for part in parts), _MAX_DRAWN + 1)
    return node.size
