"""SVG drawings: only shapes and words; nothing that runs, and nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.markup.policy import scheme
from handbook.markup.tokens import COMMENT, tags
from handbook.sources.attachments.findings import Found

_ELEMENTS = frozenset(
    """a circle clippath defs desc ellipse feblend fecolormatrix fecomponenttransfer fecomposite feconvolvematrix
    fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood fefunca fefuncb fefuncg fefuncr
    fegaussianblur femerge femergenode femorphology feoffset fepointlight fespecularlighting fespotlight fetile
    feturbulence filter g image line lineargradient marker mask metadata path pattern polygon polyline radialgradient
    rect stop style svg switch symbol text textpath title tspan use view""".split()
)
_HINT = "用画图软件另存为只有图形的 SVG，或者存成 PNG"
_CSS = re.compile(r"@import|expression\s*\(|url\(\s*['\"]?\s*(?!#)", re.IGNORECASE)
_GEOMETRY = frozenset("d points transform viewbox values gradienttransform stroke-dasharray x y dx dy".split())
_DATA_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp)[;,]", re.IGNORECASE)


def read_drawing(text: str, found: Found) -> None:
    """Look through an SVG."""
    if "<!doctype" in text.lower() and ("[" in text[: text.lower().find("<svg") + 1] or "<!entity" in text.lower()):
        found.web("svg 里有 DTD 声明", _HINT)
    if "<?xml-stylesheet" in text.lower():
        found.web("svg 里引用了样式表", _HINT)
    seen = False
    for tag in tags(text):
        name = tag.name.rpartition(":")[2]
        if tag.closing or tag.name == "!":
            continue
        seen = seen or name == "svg"
        if ":" in tag.name and name not in {"script", "iframe", "body", "html"}:  # the output gate takes none either
            found.web(f"svg 里有画图软件自己的记号“<{tag.name[:40]}>”", "另存为“普通 SVG”")
        elif name not in _ELEMENTS:
            found.web(f"svg 里不能有“<{tag.name[:40]}>”", _HINT)
        for key, value in tag.attributes.items():
            _attribute(name, key, value, found)
        if name == "style" and (_CSS.search(tag.body) or "\\" in tag.body):
            found.web("svg 的样式里引用了别处的内容", _HINT)
    if not seen:
        found.broken("扩展名是 .svg，内容却不是图", "用画图软件打开，另存一份")
    found.text(re.sub(r"<[^>]*>", " ", text), "图里的文字")
    found.text("\n".join(_hidden_words(text)), "图里看不见的文字")


def _hidden_words(text: str) -> Iterator[str]:
    """Comments, and attributes that are not geometry."""
    for tag in tags(text):
        if tag.name == COMMENT:
            yield text[tag.start : tag.end]
        for key, value in tag.attributes.items():
            if key not in _GEOMETRY:
                yield value


def _attribute(element: str, key: str, value: str, found: Found) -> None:
    bare = key.rpartition(":")[2]
    if key.startswith("xmlns") and "xhtml" in value.lower():
        found.web("svg 里不能夹着网页", _HINT)
    elif bare.startswith("on") and not key.startswith("xmlns"):
        found.web(f"svg 里不能有“{key[:40]}”", _HINT)
    elif bare in {"href", "src"} and key != "xmlns:href":
        is_picture = element == "image" and _DATA_PICTURE.match(value.strip())
        if scheme(value) and not is_picture and not value.startswith("#"):
            found.web(f"svg 里引用了“{value[:60]}”", _HINT)
    elif _CSS.search(value) or (bare == "style" and "\\" in value):
        found.web("svg 的样式里引用了别处的内容", _HINT)
