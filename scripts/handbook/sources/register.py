"""The registers: YAML files of named rows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from handbook.model.handbook import SourceFault
from handbook.model.value import Mapping, Scalar, Value
from handbook.sources import yaml
from handbook.sources.files import read_text
from handbook.sources.yaml_faults import misread_colon


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
        plain = SourceFault("register", value.span, f"{form.name}要写成“{form.row}”", form.hint)
        faults.append(misread_colon(text or "", path=path) or plain)
    return value.entries if isinstance(value, Mapping) else (), faults
