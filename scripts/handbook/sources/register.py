"""The registers, YAML files of named rows; docs/reference/deadlines.yml → the time limits of the handbook."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from handbook.diagnostics import Span
from handbook.model.deadline import Deadline
from handbook.model.handbook import SourceFault
from handbook.model.spelling import did_you_mean
from handbook.model.value import Mapping, Scalar, Value
from handbook.sources import yaml
from handbook.sources.files import read_text
from handbook.sources.yaml_faults import misread_colon

FILE = "reference/deadlines.yml"
KEYS = ("事项", "期限", "起算", "延长", "依据")
_ID = re.compile(r"T-\d{2,3}")


def read_deadlines(docs: Path, shown: str = "docs") -> tuple[dict[str, Deadline], tuple[SourceFault, ...]]:
    """The time limits by id, and what is wrong with the register; a handbook without one has no time limits.

    Args:
        docs: the folder of sources.
        shown: the folder as diagnostics print it.
    """
    rows, faults = read_rows(docs, FILE, shown, Form("时限总表", "编号: 内容", "每条以“T-01:”这样的编号开头"))
    deadlines = (_deadline(key, row, faults) for key, row in rows or ())
    return {deadline.id: deadline for deadline in deadlines if deadline}, tuple(faults)


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
    value, broken = yaml.parse(text or "", path=path)
    faults = [*unread, *broken]
    if value is not None and not isinstance(value, Mapping):
        plain = SourceFault("register", value.span, f"{form.name}要写成“{form.row}”", form.hint)
        faults.append(misread_colon(text or "", path=path) or plain)
    return value.entries if isinstance(value, Mapping) else (), faults


def _deadline(key: Scalar, row: Value, faults: list[SourceFault]) -> Deadline | None:
    def fault(span: Span, message: str, hint: str) -> None:
        faults.append(SourceFault("register", span, message, hint))

    if not _ID.fullmatch(key.text):
        fault(key.span, f"时限编号“{key.text}”不对", "写成“T-”加两位数字，例如 T-04")
    if not isinstance(row, Mapping):
        fault(key.span, f"时限 {key.text} 没有内容", f"下面要有 {'、'.join(KEYS)}")
        return None
    for name, value in row:
        if name.text not in KEYS:
            hint = did_you_mean(name.text, KEYS, f"可以写 {'、'.join(KEYS)}")
            fault(name.span, f"时限没有“{name.text}”这一项", hint)
        elif not isinstance(value, Scalar) or not value.text:
            fault(name.span, f"时限 {key.text} 的“{name.text}”要写一句话", "在冒号后面写上")
    missing = [name for name in KEYS if name not in row]
    if missing:
        fault(key.span, f"时限 {key.text} 缺少“{'”“'.join(missing)}”", "补上")
    subject, limit, start, extension, basis = (row.text(name) for name in KEYS)
    return Deadline(key.text, subject, limit, start, extension, basis, key.span)
