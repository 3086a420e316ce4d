"""docs/reference/glossary.yml → the terms of the handbook."""

from __future__ import annotations

import re
from pathlib import Path

from handbook.model.handbook import SourceFault
from handbook.model.term import Remark, Term
from handbook.model.value import Mapping, Scalar, Value
from handbook.sources.register import Form, RegisterRow, missing_keys, read_rows, register_fault, unknown_keys

FILE = "reference/glossary.yml"
_TEXTS = ("释义", "分组", "依据")
_LISTS = ("全称", "简称", "也叫")
_REASONS = ("不要混同", "不再使用")
_POPS_UP = "页面提示"
KEYS = (*_TEXTS, *_LISTS, *_REASONS, _POPS_UP)
_SHORTEST = 2
_REQUIRED = ("释义", "分组")


def read_glossary(docs: Path, shown: str = "docs") -> tuple[dict[str, Term], tuple[SourceFault, ...]]:
    """The terms by name, and what is wrong with the register; a handbook without one has no terms.

    Args:
        docs: the folder of sources.
        shown: the folder as diagnostics print it.
    """
    rows, faults = read_rows(docs, FILE, shown, Form("术语", "术语: 内容", "每条以术语开头，例如“初步核实:”"))
    terms = (_term(key, row, faults) for key, row in rows or ())
    return {term.name: term for term in terms if term}, tuple(faults)


def _term(key: Scalar, row: Value, faults: list[SourceFault]) -> Term | None:
    """The term of a row, or None when it holds nothing."""
    named = f"术语“{key.text}”"
    if not isinstance(row, Mapping):
        faults.append(register_fault(key.span, f"{named}没有内容", f"下面要有 {'、'.join(_REQUIRED)}"))
        return None
    faults += [*unknown_keys(row, KEYS, "术语"), *missing_keys(row, _REQUIRED, named, key.span)]
    return _Row(key, row, faults, f"{named}的").read()


class _Row(RegisterRow):
    def read(self) -> Term:
        return Term(
            self.key.text,
            self.text("释义"),
            self.key.span,
            group=self.text("分组"),
            basis=self.text("依据"),
            full=self._words("全称"),
            short=self._words("简称"),
            also=self._words("也叫"),
            confusions=self._reasons("不要混同"),
            obsolete=self._reasons("不再使用"),
            pops_up=self._pops_up(),
        )

    def _words(self, name: str) -> tuple[Remark, ...]:
        items = self.items(name, "要写成几个词")
        for item in items:
            if any(comma in item.text for comma in "、，；"):
                words = ", ".join(re.split("[、，；]", item.text))
                self.fault(item.span, f"{self.named}“{name}”里的几个词连成了一个", f"用英文逗号隔开：“[{words}]”")
            elif len(item.text) < _SHORTEST:
                self.fault(item.span, f"{self.named}“{name}”里的“{item.text}”只有一个字，到处都会弹出释义", "写全")
        return tuple(Remark(item.text, "", item.span) for item in items)

    def _reasons(self, name: str) -> tuple[Remark, ...]:
        """Words, each with a reason."""
        value = self.row.get(name)
        if value is None:
            return ()
        if not isinstance(value, Mapping):
            self.fault(value.span, f"{self.named}“{name}”要写成“别的词: 原因”", "每个词一行")
            return ()
        found = []
        for key, reason in value:
            if isinstance(reason, Scalar) and reason.text:
                found.append(Remark(key.text, reason.text, key.span))
            else:
                self.fault(key.span, f"术语“{self.key.text}”没有写“{key.text}”的原因", "在冒号后面写一句话")
        return tuple(found)

    def _pops_up(self) -> bool:
        value = self.row.get(_POPS_UP)
        if value is not None and not (isinstance(value, Scalar) and value.text in ("是", "否")):
            self.fault(value.span, f"“{_POPS_UP}”只能写“是”或者“否”", "大家都懂的词写“否”")
        return not (isinstance(value, Scalar) and value.text == "否")
