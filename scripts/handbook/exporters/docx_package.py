"""The parts of a .docx around its text, and the same bytes from the same text."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from lxml import etree

from handbook.exporters.docx_styles import font_table, style_elements
from handbook.exporters.docx_xml import MC, PREFIXES, W14, W15, Element, printable, w
from handbook.model.template import Template

_EPOCH = (1980, 1, 1, 0, 0, 0)
_KEPT = {RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS}
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_IGNORABLE = f"{{{MC}}}Ignorable"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

# The names of the custom properties by which a filled document is recognised.
CODE, VERSION, FINGERPRINT = "文书编号", "文书版本", "字段指纹"


def new_document(template: Template) -> Document:
    """An empty document with our styles and properties, and none of python-docx's sample parts."""
    document = docx.Document(io.BytesIO(_empty_package()))
    package, part = document.part.package, document.part
    _refill(document.styles.element, style_elements(template.layout))
    _refill(document.settings.element, _settings(template))
    fonts = _part(document, "/word/fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, font_table())
    part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)
    core = _part(document, "/docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, _core_properties(template))
    package.relate_to(core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    custom = _part(document, "/docProps/custom.xml", CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, _custom_properties(template))
    package.relate_to(custom, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    return document


@cache
def _empty_package() -> bytes:
    """A document without python-docx's sample parts and styles, which take longer to read than to leave out once."""
    document = docx.Document()
    package, part = document.part.package, document.part
    for rels, kept in ((package.rels, {RELATIONSHIP_TYPE.OFFICE_DOCUMENT}), (part.rels, _KEPT)):
        for key in [key for key, relationship in rels.items() if relationship.reltype not in kept]:
            del rels[key]
    _refill(document.styles.element, [])
    _refill(document.settings.element, [])
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def packed(document: Document) -> bytes:
    """The document as a file that is the same whenever and wherever it is made."""
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart):
            _declare_namespaces(part.element)
    saved, made = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return made.getvalue()


def _declare_namespaces(root: Element) -> None:
    """Declare the namespaces in use, and tell older readers to leave be what they do not know."""
    root.attrib.pop(_IGNORABLE, "")
    etree.cleanup_namespaces(root)
    newer = {PREFIXES[name]: name for name in (W14, W15) if next(root.iter(f"{{{name}}}*"), None) is not None}
    if newer:
        etree.cleanup_namespaces(root, top_nsmap={"mc": MC, **newer}, keep_ns_prefixes=["mc"])
        root.set(_IGNORABLE, " ".join(newer))


def _refill(root: Element, children: list[Element]) -> None:
    del root[:]
    root.extend(children)


def _part(document: Document, name: str, content_type: str, root: Element) -> Part:
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return Part(PackURI(name), content_type, blob, document.part.package)


def _settings(template: Template) -> list[Element]:
    mode = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return [
        w("defaultTabStop", val=420),
        *([w("evenAndOddHeaders")] if template.layout == "公文" else []),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", w("doNotExpandShiftReturn"), mode),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
    ]


def _core_properties(template: Template) -> Element:
    """Title, code and language; no author and no dates, which would tell about the machine that builds."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC})
    for name, value in (("title", template.title), ("identifier", template.code), ("language", "zh-CN")):
        etree.SubElement(root, f"{{{_DC}}}{name}").text = printable(value)
    return root


def _custom_properties(template: Template) -> Element:
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={"op": _CUSTOM, "vt": _TYPES})
    facts = {CODE: template.code, VERSION: template.version, FINGERPRINT: template.fingerprint}
    for number, (name, value) in enumerate(facts.items(), 2):
        attributes = {"fmtid": _FORMAT, "pid": str(number), "name": name}
        entry = etree.SubElement(root, f"{{{_CUSTOM}}}property", attributes)
        etree.SubElement(entry, f"{{{_TYPES}}}lpwstr").text = printable(value)
    return root
