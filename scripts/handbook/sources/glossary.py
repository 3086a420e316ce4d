"""docs/reference/glossary.yml → the terms of the handbook."""

from __future__ import annotations

from pathlib import Path

from handbook.diagnostics import Span
from handbook.model.handbook import SourceFault
from handbook.model.spelling import did_you_mean
from handbook.model.term import Remark, Term
from handbook.model.value import Mapping, Scalar, Sequence, Value
from handbook.sources.register import Form, read_rows

FILE = "reference/glossary.yml"
_TEXTS = ("释义", "分组", "依据")
_LISTS = ("全称", "简称", "也叫")
_REASONS = ("不要混同", "不再使用")
_POPS_UP = "页面提示"
KEYS = (*_TEXTS, *_LISTS, *_REASONS, _POPS_UP)
_REQUIRED = ("释义", "分组")


def read_glossary(docs: Path, shown: str = "docs") -> tuple[dict[str, Term], tuple[SourceFault, ...]]:
    """The terms by name, and what is wrong with the register; a handbook without one has no terms.

    Args:
        docs: the folder of sources.
        shown: the folder as diagnostics print it.
    """
    rows, faults = read_rows(docs, FILE, shown, Form("术语", "术语: 内容", "每条以术语开头，例如“初步核实:”"))
    terms = (_Row(key, row, faults).read() for key, row in rows or ())
    return {term.name: term for term in terms if term}, tuple(faults)


class _Row:
    """One row of the register while it is read."""

    def __init__(self, key: Scalar, row: Value, faults: list[SourceFault]) -> None:
        self.key, self.row, self.faults = key, row, faults

    def read(self) -> Term | None:
        """The term, or None when the row holds nothing."""
        name = self.key.text
        if not isinstance(self.row, Mapping):
            self._fault(self.key.span, f"术语“{name}”没有内容", f"下面要有 {'、'.join(_REQUIRED)}")
            return None
        self._check_keys(self.row)
        return Term(
            name,
            self._text("释义"),
            self.key.span,
            group=self._text("分组"),
            basis=self._text("依据"),
            full=self._words("全称"),
            short=self._words("简称"),
            also=self._words("也叫"),
            confusions=self._reasons("不要混同"),
            obsolete=self._reasons("不再使用"),
            pops_up=self._pops_up(),
        )

    def _fault(self, span: Span, message: str, hint: str) -> None:
        self.faults.append(SourceFault("register", span, message, hint))

    def _check_keys(self, row: Mapping) -> None:
        for key, _ in row:
            if key.text not in KEYS:
                hint = did_you_mean(key.text, KEYS, f"可以写 {'、'.join(KEYS)}")
                self._fault(key.span, f"术语没有“{key.text}”这一项", hint)
        missing = [name for name in _REQUIRED if name not in row]
        if missing:
            self._fault(self.key.span, f"术语“{self.key.text}”缺少“{'”“'.join(missing)}”", "补上")

    def _value(self, name: str) -> Value | None:
        return self.row.get(name) if isinstance(self.row, Mapping) else None

    def _text(self, name: str) -> str:
        value = self._value(name)
        if value is None:
            return ""
        if not isinstance(value, Scalar) or not value.text:
            self._fault(value.span, f"术语“{self.key.text}”的“{name}”要写一句话", "在冒号后面写上")
            return ""
        return value.text

    def _words(self, name: str) -> tuple[Remark, ...]:
        """A list of words; one word may stand alone."""
        value = self._value(name)
        items = value.items if isinstance(value, Sequence) else (value,) if value is not None else ()
        found = []
        for item in items:
            if isinstance(item, Scalar) and item.text:
                found.append(Remark(item.text, "", item.span))
            else:
                self._fault(item.span, f"术语“{self.key.text}”的“{name}”要写成几个词", "写成“[甲, 乙]”")
        return tuple(found)

    def _reasons(self, name: str) -> tuple[Remark, ...]:
        """Words, each with a reason."""
        value = self._value(name)
        if value is None:
            return ()
        if not isinstance(value, Mapping):
            self._fault(value.span, f"术语“{self.key.text}”的“{name}”要写成“别的词: 原因”", "每个词一行")
            return ()
        found = []
        for key, reason in value:
            if isinstance(reason, Scalar) and reason.text:
                found.append(Remark(key.text, reason.text, key.span))
            else:
                self._fault(key.span, f"术语“{self.key.text}”没有写“{key.text}”的原因", "在冒号后面写一句话")
        return tuple(found)

    def _pops_up(self) -> bool:
        value = self._value(_POPS_UP)
        if value is not None and not (isinstance(value, Scalar) and value.text in ("是", "否")):
            self._fault(value.span, f"“{_POPS_UP}”只能写“是”或者“否”", "大家都懂的词写“否”")
        return not (isinstance(value, Scalar) and value.text == "否")
