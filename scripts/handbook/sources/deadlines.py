"""docs/reference/deadlines.yml → the time limits of the handbook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from handbook.diagnostics import Span
from handbook.model.deadline import Deadline, Extension, Length, Limit, Unit
from handbook.model.duration import durations
from handbook.model.handbook import SourceFault
from handbook.model.spelling import did_you_mean
from handbook.model.value import Mapping, Scalar, Sequence, Value
from handbook.sources.register import Form, missing_keys, read_rows, register_fault, unknown_keys

FILE = "reference/deadlines.yml"
KEYS = ("事项", "期限", "起算", "延长", "依据")
_COUNTING = ("数量", "单位", "延长批准", "延长数量", "延长单位", "延长方式", "顺延", "顺延依据")
OPTIONAL = (*_COUNTING, "说明", "分项")
PART_KEYS = ("名称", "期限")
PART_OPTIONAL = ("起算", "延长", "依据", *_COUNTING)

_ID = re.compile(r"T-\d{2,3}", re.ASCII)
_AMOUNT = re.compile(r"[1-9]\d{0,2}", re.ASCII)
_UNITS = tuple(unit.value for unit in Unit)
_MONTHLY = frozenset({Unit.MONTH.value, Unit.YEAR.value})
# What may stand behind a key that takes one of a few words.
_CHOICES = {"单位": _UNITS, "延长单位": _UNITS[:5], "延长方式": ("另加", "总计"), "顺延": ("是", "否")}


def read_deadlines(docs: Path, shown: str = "docs") -> tuple[dict[str, Deadline], tuple[SourceFault, ...]]:
    """The time limits by id, and what is wrong with the register; a handbook without one has no time limits.

    Args:
        docs: the folder of sources.
        shown: the folder as diagnostics print it.
    """
    rows, faults = read_rows(docs, FILE, shown, Form("时限总表", "编号: 内容", "每条以“T-01:”这样的编号开头"))
    reader = _Reader()
    deadlines = [reader.deadline(key, row) for key, row in rows or ()]
    return {deadline.id: deadline for deadline in deadlines if deadline}, (*faults, *reader.faults)


@dataclass
class _Reader:
    faults: list[SourceFault] = field(default_factory=list)

    def deadline(self, key: Scalar, row: Value) -> Deadline | None:
        if not _ID.fullmatch(key.text):
            self._fault(key.span, f"时限编号“{key.text}”不对", "写成“T-”加两位数字，例如 T-04")
        if not isinstance(row, Mapping):
            self._fault(key.span, f"时限 {key.text} 没有内容", f"下面要有 {'、'.join(KEYS)}")
            return None
        self._keys(key, row, KEYS, OPTIONAL)
        subject, limit, start, extension, basis = (row.text(name) for name in KEYS)
        limits = tuple(self._limits(key, row))
        approver, note = row.text("延长批准"), row.text("说明")
        return Deadline(key.text, subject, limit, start, extension, basis, key.span, approver, note, limits)

    def _limits(self, key: Scalar, row: Mapping) -> Iterator[Limit]:
        parts = row.get("分项")
        if parts is None:
            yield self._limit(key, row, row, key.text.lower())
            return
        items = parts.items if isinstance(parts, Sequence) else ()
        if len(items) < 2:
            self._fault(
                row.key_span("分项"), f"时限 {key.text} 的“分项”不足两项", "每项以“- 名称:”开头；只有一项的不用分项"
            )
        for name in ("数量", "单位"):
            if name in row:
                self._fault(row.key_span(name), f"时限 {key.text} 有分项，“{name}”要写在各分项里", "移到分项下面")
        seen: set[str] = set()
        for number, part in enumerate(items, 1):
            if not isinstance(part, Mapping):
                self._fault(part.span, f"时限 {key.text} 的第{number}个分项没有内容", "以“- 名称:”开头")
                continue
            label = Scalar(f"{key.text} 第{number}个分项", part.span)
            self._keys(label, part, PART_KEYS, PART_OPTIONAL)
            name = part.text("名称")
            if name in seen:
                self._fault(part.span, f"时限 {key.text} 有两个分项叫“{name}”", "换一个名称")
            seen.add(name)
            yield self._limit(label, part, row, f"{key.text.lower()}-{number}")

    def _keys(self, label: Scalar, row: Mapping, required: tuple[str, ...], optional: tuple[str, ...]) -> None:
        """Report unknown, empty, missing and badly filled keys."""
        known = (*required, *optional)
        self.faults += unknown_keys(row, known, "时限")
        for name, value in row:
            if name.text not in known or name.text == "分项":
                continue
            if not isinstance(value, Scalar) or not value.text:
                self._fault(name.span, f"时限 {label.text} 的“{name.text}”要写一句话", "在冒号后面写上")
            else:
                self._value(name.text, value)
        self.faults += missing_keys(row, required, f"时限 {label.text} ", label.span)

    def _value(self, name: str, value: Scalar) -> None:
        choices = _CHOICES.get(name)
        if choices and value.text not in choices:
            hint = did_you_mean(value.text, choices, f"可以写 {'、'.join(choices)}")
            self._fault(value.span, f"“{name}”不能是“{value.text}”", hint)
        elif name in ("数量", "延长数量") and not _AMOUNT.fullmatch(value.text):
            self._fault(value.span, f"“{name}”不能是“{value.text}”", "写1到999的整数，单位写在“单位”里")

    def _limit(self, label: Scalar, row: Mapping, whole: Mapping, anchor: str) -> Limit:
        def told(name: str) -> str:
            """What the row says, or the row around it when it says nothing."""
            return row.text(name) or whole.text(name)

        words = row.text("期限")
        unit, length = self._length(label, row, words)
        extension = self._extension(label, row if "延长" in row or "延长数量" in row else whole, unit)
        own_words = row is whole or "延长" in row
        return Limit(
            anchor=anchor,
            name=row.text("名称"),
            words=words,
            unit=unit,
            length=length,
            start=told("起算"),
            extension=told("延长"),
            approver=row.text("延长批准") if own_words else told("延长批准"),
            longest=extension,
            rolls=self._rolls(label, row, told("顺延"), told("顺延依据")),
            rolls_by=told("顺延依据"),
            basis=told("依据"),
            span=row.span if row is not whole else label.span,
        )

    def _rolls(self, label: Scalar, row: Mapping, written: str, basis: str) -> bool:
        if written == "是" and not basis and "顺延" in row:
            self._fault(
                row.key_span("顺延"),
                f"时限 {label.text} 写了顺延，没有写依据哪一条",
                "加上“顺延依据:”；条文没有写的不顺延",
            )
        return written == "是"

    def _length(self, label: Scalar, row: Mapping, words: str) -> tuple[Unit, Length | None]:
        """The unit and length of a limit; where the row does not say, the one length in its words."""
        amount, unit = row.text("数量"), row.text("单位")
        if not amount and not unit:
            told = _lengths(words)
            if len(told) > 1:
                hint = "写上“数量”和“单位”；几件事各有期限的写“分项”"
                self._fault(row.key_span("期限"), f"时限 {label.text} 的“期限”里有几个长度，不知道算哪一个", hint)
            return (told[0].unit, told[0]) if len(told) == 1 else (Unit.OPEN, None)
        if not unit:
            self._fault(
                row.key_span("数量"), f"时限 {label.text} 写了“数量”，没有写“单位”", f"可以写 {'、'.join(_UNITS)}"
            )
        if unit not in _UNITS:
            return Unit.OPEN, None
        known = Unit(unit)
        if known.counts and not amount:
            self._fault(row.key_span("单位"), f"时限 {label.text} 的单位是“{unit}”，没有写“数量”", "补上数量")
        if not known.counts and amount:
            self._fault(
                row.key_span("数量"), f"时限 {label.text} 的单位是“{unit}”，不用写“数量”", "删去数量，或者改单位"
            )
        countable = known.counts and _AMOUNT.fullmatch(amount)
        return known, Length(int(amount), known) if countable else None

    def _extension(self, label: Scalar, row: Mapping, unit: Unit) -> Extension | None:
        amount = row.text("延长数量")
        if not amount:
            for name in ("延长单位", "延长方式"):
                if name in row:
                    self._fault(row.key_span(name), f"时限 {label.text} 写了“{name}”，没有写“延长数量”", "补上延长数量")
            return None
        if "延长批准" not in row:
            self._fault(row.key_span("延长数量"), f"时限 {label.text} 能延长，没有写谁批准", "加上“延长批准:”")
        counted = row.text("延长单位") or unit.value
        if not _AMOUNT.fullmatch(amount) or counted not in _UNITS[:5]:
            return None
        if counted != unit.value and not {counted, unit.value} <= _MONTHLY:
            hint = "写成一样的；只有“月”和“年”可以混用"
            self._fault(row.key_span("延长单位"), f"时限 {label.text} 按“{unit.value}”算，延长按“{counted}”算", hint)
            return None
        return Extension(Length(int(amount), Unit(counted)), row.text("延长方式") == "总计")

    def _fault(self, span: Span, message: str, hint: str) -> None:
        self.faults.append(register_fault(span, message, hint))


def _lengths(words: str) -> list[Length]:
    """The different lengths of time that words name."""
    return list(dict.fromkeys(length for _, duration in durations(words) if (length := Length.of(duration))))
