"""The parts of a .docx as trees: no entity, no document type, no other file and no endless part is ever read."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from handbook.documents.unzipping import TOO_BIG, Refused, names_of, unpack

Element = etree._Element  # noqa: SLF001 - the only name that lxml has for the type

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAX_PART = 5_000_000  # fifty times our longest text; pictures are parts of their own
_MAX_NODES = 500_000
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CUSTOM = "docProps/custom.xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_WORD = "不是 Word 文书（.docx）"


@dataclass(frozen=True, slots=True)
class Package:
    """A Word document: its body, and its custom properties by name."""

    body: Element
    properties: dict[str, str]


def read_package(content: bytes) -> Package:
    """A document.

    Raises:
        Refused: it is none, or one that must not be read.
    """
    if content.startswith(_OLE):
        raise Refused("是旧的 .doc 格式，或者加了密码")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(names_of(package))
            root = _tree(unpack(package, _main_part(package, names), _MAX_PART))
            custom = _tree(unpack(package, _CUSTOM, _MAX_PART)) if _CUSTOM in names else None
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, OSError):
        raise Refused(_NOT_WORD if not content.startswith(b"PK") else "已经损坏，打不开") from None
    body = root.find(f"{W}body")
    if body is None:
        raise Refused(_NOT_WORD)
    return Package(body, {} if custom is None else _properties(custom))


def _main_part(package: zipfile.ZipFile, names: set[str]) -> str:
    """The part that holds the text, as the package itself says."""
    if "_rels/.rels" not in names:
        raise Refused(_NOT_WORD)
    for relationship in _tree(unpack(package, "_rels/.rels", _MAX_PART)).iter(_RELATIONSHIPS):
        if relationship.get("Type", "").endswith("/officeDocument"):
            return relationship.get("Target", "").lstrip("/")
    raise Refused(_NOT_WORD)


def _tree(content: bytes) -> Element:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Refused("里面有不该有的 DTD 声明，可能有害，没有读")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise Refused("已经损坏，打不开") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused("里面有不该有的 DTD 声明，可能有害，没有读")
    if sum(1 for _ in root.iter()) > _MAX_NODES:
        raise Refused(TOO_BIG)
    return root


def _properties(root: Element) -> dict[str, str]:
    return {entry.get("name", ""): "".join(str(text) for text in entry.itertext()).strip() for entry in root}
