"""docs/reference/authority.yml → the matters and who may decide them."""

from __future__ import annotations

import re
from pathlib import Path

from handbook.model.authority import Matter, Power, Reference
from handbook.model.handbook import SourceFault
from handbook.model.value import Mapping, Scalar, Value
from handbook.sources.register import Form, RegisterRow, missing_keys, read_rows, register_fault, unknown_keys

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
    matters = (_matter(key, row, faults) for key, row in rows or ())
    return {matter.id: matter for matter in matters if matter}, tuple(faults)


def _matter(key: Scalar, row: Value, faults: list[SourceFault]) -> Matter | None:
    """The matter of a row, or None when it does not say what it is."""
    named = f"权限 {key.text} "
    if not _ID.fullmatch(key.text):
        faults.append(register_fault(key.span, f"权限编号“{key.text}”不对", "写成“A-”加两位数字，例如 A-07"))
    if not isinstance(row, Mapping):
        faults.append(register_fault(key.span, f"{named}没有内容", f"下面要有 {'、'.join(_REQUIRED)}"))
        return None
    faults += [*unknown_keys(row, KEYS, "权限"), *missing_keys(row, _REQUIRED, named, key.span)]
    return _Row(key, row, faults, f"{named}的").read()


class _Row(RegisterRow):
    def read(self) -> Matter | None:
        texts = {name: self.text(name) for name in _TEXTS}
        power = next((power for power in Power if power.value == texts["分类"]), None)
        if power is None:
            span = self.row.key_span("分类") if "分类" in self.row else self.key.span
            self.fault(span, f"权限 {self.key.text} 的“分类”不能是“{texts['分类']}”", f"可以写 {'、'.join(Power)}")
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

    def _items(self, name: str) -> tuple[Scalar, ...]:
        return self.items(name, "要一个一个列出来")


def _reference(item: Scalar) -> Reference:
    code, _, step = item.text.partition("#")
    return Reference(code, item.span, step)
