"""docs/reference/authority.yml → the matters and who may decide them."""

from __future__ import annotations

import re
from pathlib import Path

from handbook.diagnostics import Span
from handbook.model.authority import Matter, Power, Reference
from handbook.model.handbook import SourceFault
from handbook.model.spelling import did_you_mean
from handbook.model.value import Mapping, Scalar, Sequence, Value
from handbook.sources.register import Form, read_rows

FILE = "reference/authority.yml"
_TEXTS = ("分类", "事项", "写法", "依据", "说明", "待核")
_LISTS = ("谁批", "认词", "程序", "文书")
KEYS = (*_TEXTS, *_LISTS)
_REQUIRED = ("分类", "事项")
_ID = re.compile(r"A-\d{2,3}")


def read_authority(docs: Path, shown: str = "docs") -> tuple[dict[str, Matter], tuple[SourceFault, ...]]:
    """The matters by id, and what is wrong with the register; a handbook without one has none.

    Args:
        docs: the folder of sources.
        shown: the folder as diagnostics print it.
    """
    rows, faults = read_rows(docs, FILE, shown, Form("权限总表", "编号: 内容", "每条以“A-01:”这样的编号开头"))
    matters = (_Row(key, row, faults).read() for key, row in rows or ())
    return {matter.id: matter for matter in matters if matter}, tuple(faults)


class _Row:
    """One row of the register while it is read."""

    def __init__(self, key: Scalar, row: Value, faults: list[SourceFault]) -> None:
        self.key, self.row, self.faults = key, row, faults

    def read(self) -> Matter | None:
        """The matter, or None when the row does not say what it is."""
        if not _ID.fullmatch(self.key.text):
            self._fault(self.key.span, f"权限编号“{self.key.text}”不对", "写成“A-”加两位数字，例如 A-07")
        if not isinstance(self.row, Mapping):
            self._fault(self.key.span, f"权限 {self.key.text} 没有内容", f"下面要有 {'、'.join(_REQUIRED)}")
            return None
        self._check_keys(self.row)
        texts = {name: self._text(name) for name in _TEXTS}
        power = next((power for power in Power if power.value == texts["分类"]), None)
        if power is None:
            span = self.row.key_span("分类") if "分类" in self.row else self.key.span
            self._fault(span, f"权限 {self.key.text} 的“分类”不能是“{texts['分类']}”", f"可以写 {'、'.join(Power)}")
            return None
        return Matter(
            self.key.text,
            power,
            texts["事项"],
            self.key.span,
            words=texts["写法"],
            approvers=tuple(item.text for item in self._items("谁批")),
            called=tuple(item.text for item in self._items("认词")),
            procedures=tuple(map(_reference, self._items("程序"))),
            templates=tuple(map(_reference, self._items("文书"))),
            basis=texts["依据"],
            note=texts["说明"],
            unconfirmed=texts["待核"],
        )

    def _fault(self, span: Span, message: str, hint: str) -> None:
        self.faults.append(SourceFault("register", span, message, hint))

    def _check_keys(self, row: Mapping) -> None:
        for key, _ in row:
            if key.text not in KEYS:
                hint = did_you_mean(key.text, KEYS, f"可以写 {'、'.join(KEYS)}")
                self._fault(key.span, f"权限没有“{key.text}”这一项", hint)
        missing = [name for name in _REQUIRED if name not in row]
        if missing:
            self._fault(self.key.span, f"权限 {self.key.text} 缺少“{'”“'.join(missing)}”", "补上")

    def _value(self, name: str) -> Value | None:
        return self.row.get(name) if isinstance(self.row, Mapping) else None

    def _text(self, name: str) -> str:
        value = self._value(name)
        if value is not None and (not isinstance(value, Scalar) or not value.text):
            self._fault(value.span, f"权限 {self.key.text} 的“{name}”要写一句话", "在冒号后面写上")
        return value.text if isinstance(value, Scalar) else ""

    def _items(self, name: str) -> tuple[Scalar, ...]:
        value = self._value(name)
        items = value.items if isinstance(value, Sequence) else () if value is None else (value,)
        wrong = [item for item in items if not isinstance(item, Scalar) or not item.text]
        for item in wrong:
            self._fault(item.span, f"权限 {self.key.text} 的“{name}”要一个一个列出来", "写成“[甲, 乙]”")
        return tuple(item for item in items if isinstance(item, Scalar) and item.text)


def _reference(item: Scalar) -> Reference:
    code, _, step = item.text.partition("#")
    return Reference(code, item.span, step)
