"""`.handbook/exceptions.yml` → findings about confidential data that were looked at and let pass."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from handbook.diagnostics import Span
from handbook.model.exemption import Exemption
from handbook.model.handbook import SourceFault
from handbook.model.value import Mapping, Sequence, Value
from handbook.sources import yaml
from handbook.sources.files import read_text

FILE = ".handbook/exceptions.yml"
_KEYS = ("文件", "规则", "指纹", "理由", "审核岗位", "到期")
_LONGEST = 366
_CODE = re.compile(r"SEC\d{3}|\*")
_FINGERPRINT = re.compile(r"[0-9a-f]{12}|\*")


def read_exemptions(root: Path, docs: str, today: dt.date) -> tuple[tuple[Exemption, ...], tuple[SourceFault, ...]]:
    """The entries that can be used, and what is wrong with the others.

    Args:
        root: the folder of mkdocs.yml.
        docs: the folder of sources, under which an entry must name one file and one value.
        today: the day, from which an entry may hold a year at most.
    """
    if not (root / FILE).is_file():
        return (), ()
    text, unread = read_text(root / FILE, FILE)
    value, broken = yaml.parse(text or "", path=FILE)
    faults = [*unread, *broken]
    if value is not None and not isinstance(value, Sequence):
        faults.append(_fault(value.span, "例外要写成列表", "每一项以“- 文件: …”开头"))
    entries: list[Exemption] = []
    for item in value.items if isinstance(value, Sequence) else ():
        wrong = list(_wrong(item, docs, today))
        faults += wrong
        if not wrong and isinstance(item, Mapping):
            until = dt.date.fromisoformat(item.text("到期"))
            entries.append(Exemption(item.text("文件"), item.text("规则"), item.text("指纹"), until, item.span))
    return tuple(entries), tuple(faults)


def _fault(span: Span, message: str, hint: str) -> SourceFault:
    return SourceFault("exemption", span, message, hint)


def _wrong(item: Value, docs: str, today: dt.date) -> Iterator[SourceFault]:
    hint = f"写全 {'、'.join(_KEYS)}"
    if not isinstance(item, Mapping):
        yield _fault(item.span, "例外的这一项看不懂", hint)
        return
    for key, _ in item:
        if key.text not in _KEYS:
            yield _fault(key.span, f"例外里没有“{key.text}”这一项", hint)
    missing = [key for key in _KEYS if not item.text(key).strip()]
    if missing:
        yield _fault(item.span, f"例外没有写{'、'.join(missing)}", hint)
        return
    in_docs = item.text("文件").startswith(f"{docs}/")
    if not _CODE.fullmatch(item.text("规则")) or not _FINGERPRINT.fullmatch(item.text("指纹")):
        yield _fault(item.key_span("规则"), "例外的规则或者指纹写法不对", "照检查结果里的编号和指纹抄")
    elif in_docs and "*" in item.text("文件") + item.text("规则") + item.text("指纹"):
        yield _fault(item.key_span("文件"), f"{docs} 里的例外要写明一个文件、一条规则、一个指纹", "一处写一项")
    try:
        until = dt.date.fromisoformat(item.text("到期"))
    except ValueError:
        yield _fault(item.key_span("到期"), f"“{item.text('到期')}”不是日期", "写成 2026-12-31 这样")
        return
    if (until - today).days > _LONGEST:
        yield _fault(item.key_span("到期"), f"例外到 {until} 才到期，超过一年", "最长写一年，到时再审一次")
