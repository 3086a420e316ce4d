"""docs/templates/{fields,packets,versions}.yml → the field dictionary, the packets and the released versions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from handbook.model.dictionary import Fact, Packet, Registers, Release
from handbook.model.handbook import SourceFault
from handbook.model.value import Mapping, Scalar, Sequence, Value
from handbook.sources.register import Form, missing_keys, read_rows, register_fault, unknown_keys
from handbook.sources.template_fields import KEYS, OWN, FieldReader

FACTS, PACKETS, VERSIONS = "templates/fields.yml", "templates/packets.yml", "templates/versions.yml"

FACT_KEYS = (*(key for key in KEYS if key not in OWN), "每份各填", "别名")
PACKET_KEYS = ("名称", "用在", "文书")
_PACKET_ID = re.compile(r"P-\d{2,3}", re.ASCII)
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


def read_registers(docs: Path, shown: str = "docs") -> tuple[Registers, tuple[SourceFault, ...]]:
    """The registers, and what is wrong with them.

    Args:
        docs: the folder of sources.
        shown: the folder as diagnostics print it.
    """
    facts, faults = read_rows(docs, FACTS, shown, Form("字段字典", "字段名: {类型: 文字}", "一行一个字段"))
    packets, wrong = read_rows(docs, PACKETS, shown, Form("成套文书", "P-01: 内容", "每套以“P-01:”这样的编号开头"))
    versions, bad = read_rows(docs, VERSIONS, shown, Form("版本登记", "XF-W01: {1: 字段指纹}", "一行一份文书"))
    registers = Registers(
        facts=None if facts is None else {fact.field.name: fact for fact in _facts(facts, faults)},
        packets={packet.id: packet for packet in _packets(packets or (), wrong)},
        releases=None if versions is None else dict(_releases(versions, bad)),
    )
    return registers, (*faults, *wrong, *bad)


def _facts(rows: tuple[tuple[Scalar, Value], ...], faults: list[SourceFault]) -> Iterator[Fact]:
    reader = FieldReader(FACT_KEYS)
    for name, definition in rows:
        aliases = definition.scalars("别名") if isinstance(definition, Mapping) else ()
        yield Fact(reader.read(name, definition), tuple(alias.text.strip() for alias in aliases))
    faults += [register_fault(fault.span, fault.message, fault.hint) for fault in reader.faults]


def _packets(rows: tuple[tuple[Scalar, Value], ...], faults: list[SourceFault]) -> Iterator[Packet]:
    for key, row in rows:
        if not _PACKET_ID.fullmatch(key.text):
            faults.append(register_fault(key.span, f"成套文书的编号“{key.text}”不对", "写成“P-”加两位数字，例如 P-01"))
        if not isinstance(row, Mapping):
            faults.append(
                register_fault(key.span, f"成套文书 {key.text} 没有内容", f"下面要有 {'、'.join(PACKET_KEYS)}")
            )
            continue
        faults += unknown_keys(row, PACKET_KEYS, "成套文书")
        faults += missing_keys(row, PACKET_KEYS, f"成套文书 {key.text} ", key.span)
        codes = row.get("文书")
        if codes is not None and (not isinstance(codes, Sequence) or len(codes.texts()) < 2):
            faults.append(
                register_fault(codes.span, f"成套文书 {key.text} 的“文书”不足两份", "写成“文书: [XF-W01, XF-W03]”")
            )
        named = tuple((code.text, code.span) for code in row.scalars("文书"))
        yield Packet(key.text, row.text("名称"), row.text("用在"), named, key.span)


def _releases(
    rows: tuple[tuple[Scalar, Value], ...], faults: list[SourceFault]
) -> Iterator[tuple[str, dict[str, Release]]]:
    for code, versions in rows:
        released: dict[str, Release] = {}
        for version, value in versions if isinstance(versions, Mapping) else ():
            print_ = value.text if isinstance(value, Scalar) else ""
            if not _FINGERPRINT.fullmatch(print_):
                message = f"{code.text} 第{version.text}版的字段指纹“{print_}”不对"
                faults.append(register_fault(value.span, message, "字段指纹是16位，从错误提示里原样复制"))
            released[version.text] = Release(print_, value.span)
        if not released:
            faults.append(register_fault(code.span, f"版本登记里 {code.text} 没有版本", "写成“XF-W01: {1: 字段指纹}”"))
        yield code.text, released
