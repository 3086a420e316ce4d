"""The registers: YAML files of named rows, and what is wrong with a row whatever it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from handbook.diagnostics import Span
from handbook.model.handbook import SourceFault
from handbook.model.spelling import did_you_mean
from handbook.model.value import Mapping, Scalar, Value, walk
from handbook.model.value import Sequence as Items
from handbook.sources import yaml
from handbook.sources.files import read_text
from handbook.sources.yaml_faults import misread_colon

_TAG = re.compile(r"<[A-Za-z/!?]")


@dataclass(frozen=True, slots=True)
class Form:
    """How a register is written: its name, the form of a row, and what to do about another."""

    name: str
    row: str
    hint: str


def read_rows(
    docs: Path, file: str, shown: str, form: Form
) -> tuple[tuple[tuple[Scalar, Value], ...] | None, list[SourceFault]]:
    """The rows of a register, and what is wrong with it as a whole; None without such a file.

    Args:
        docs: the folder of sources.
        file: the register, relative to it.
        shown: the folder as diagnostics print it.
        form: how the register is written.
    """
    if not (docs / file).is_file():
        return None, []
    path = f"{shown}/{file}"
    text, unread = read_text(docs / file, path)
    value, broken = yaml.parse_once(text or "", path=path)
    faults = [*unread, *broken]
    if value is not None and not isinstance(value, Mapping):
        plain = register_fault(value.span, f"{form.name}要写成“{form.row}”", form.hint)
        faults.append(misread_colon(text or "", path=path) or plain)
    faults += (_markup(part) for part in walk(value) if _is_markup(part)) if value is not None else ()
    return value.entries if isinstance(value, Mapping) else (), faults


def _is_markup(part: Value) -> bool:
    return isinstance(part, Scalar) and "<" in (words := unescape(part.text)) and bool(_TAG.search(words))


def _markup(part: Value) -> SourceFault:
    """Registers become pages, pop-ups and scripts; none of them is to depend on who escapes what."""
    return register_fault(part.span, "登记表里不能写网页标签", "删去它；要写小于号的，换成全角“＜”")


def register_fault(span: Span, message: str, hint: str) -> SourceFault:
    """A fault that the rule of registers reports."""
    return SourceFault("register", span, message, hint)


def unknown_keys(row: Mapping, known: Sequence[str], what: str) -> Iterator[SourceFault]:
    """A fault for each key that a row may not have; `what` says what the row is of (术语)."""
    for key, _ in row:
        if key.text not in known:
            hint = did_you_mean(key.text, known, f"可以写 {'、'.join(known)}")
            yield register_fault(key.span, f"{what}没有“{key.text}”这一项", hint)


def missing_keys(
    row: Mapping, required: Sequence[str], named: str, span: Span, *, hint: str = "补上"
) -> Iterator[SourceFault]:
    """A fault for the keys that a row lacks; `named` says which row it is (术语“初步核实”)."""
    missing = [name for name in required if name not in row]
    if missing:
        yield register_fault(span, f"{named}缺少“{'”“'.join(missing)}”", hint)


class RegisterRow:
    """One row while it is read: its texts, and what is wrong with them.

    Attributes:
        key, row: as written.
        faults: where faults are gathered.
        named: which row it is, as messages call it (术语“初步核实”的).
    """

    def __init__(self, key: Scalar, row: Mapping, faults: list[SourceFault], named: str) -> None:
        self.key, self.row, self.faults, self.named = key, row, faults, named

    def fault(self, span: Span, message: str, hint: str) -> None:
        """Gather a fault."""
        self.faults.append(register_fault(span, message, hint))

    def text(self, name: str) -> str:
        """One sentence, or ``""``."""
        value = self.row.get(name)
        if value is None:
            return ""
        if not isinstance(value, Scalar) or not value.text:
            self.fault(value.span, f"{self.named}“{name}”要写一句话", "在冒号后面写上")
            return ""
        return value.text

    def items(self, name: str, wanted: str) -> tuple[Scalar, ...]:
        """A list of words; one word may stand alone. `wanted` says how they are to be written."""
        value = self.row.get(name)
        found = value.items if isinstance(value, Items) else () if value is None else (value,)
        for item in found:
            if not isinstance(item, Scalar) or not item.text:
                self.fault(item.span, f"{self.named}“{name}”{wanted}", "写成“[甲, 乙]”")
        return tuple(item for item in found if isinstance(item, Scalar) and item.text)
