"""The time limits of the register docs/reference/deadlines.yml."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.diagnostics import Span
from handbook.model.duration import Duration, durations

# The id of a time limit in a text; XT-04 and T-0400 are none.
MENTION = re.compile(r"(?<![A-Za-z0-9-])T-\d{2,3}(?![A-Za-z0-9-])")


# What was meant for one: T04, T-4, Ｔ－04, T—04.
MISSPELT = re.compile(
    r"(?<![A-Za-z0-9-])(?:[TＴ] ?[-－—–−] ?|[TＴ](?=[0-9０-９]{2}))(?P<number>[0-9０-９]{1,3})(?![A-Za-z0-9０-９-])"
)


def is_id(text: str) -> bool:
    """Whether a text is written as the id of a time limit is."""
    return bool(MENTION.fullmatch(text))


_RANGE = re.compile(r"(?<![A-Za-z0-9-])T-(\d{2,3})\s*[至到~～]\s*T-(\d{2,3})(?![A-Za-z0-9-])")


def mentioned(text: str) -> tuple[str, ...]:
    """The ids of time limits that a text names, each once, in their order; T-16至T-18 names three."""
    return tuple(dict.fromkeys(MENTION.findall(_RANGE.sub(_spelled, text))))


def _spelled(match: re.Match[str]) -> str:
    """A range of ids as all of them."""
    return "、".join(f"T-{number:02}" for number in range(int(match[1]), int(match[2]) + 1)) or match[0]


class Unit(enum.StrEnum):
    """What a time limit is counted in, as the register writes it."""

    HOUR = "小时"
    DAY = "自然日"
    WORKDAY = "工作日"
    MONTH = "月"
    YEAR = "年"
    QUARTER = "季首月日"  # a day of the first month of the following quarter
    FREQUENCY = "频次"  # how often; there is no last day
    OPEN = "未定"  # no provision in force says it; there is no last day

    @property
    def counts(self) -> bool:
        """True when an amount of it leads to a last day."""
        return self not in (Unit.FREQUENCY, Unit.OPEN)


_WRITTEN = {Unit.DAY: "日", Unit.MONTH: "个月", Unit.QUARTER: "日"}
_MEANT = {"小时": Unit.HOUR, "日": Unit.DAY, "工作日": Unit.WORKDAY, "个月": Unit.MONTH, "年": Unit.YEAR}


@dataclass(frozen=True, slots=True)
class Length:
    """An amount of a unit: 15个工作日."""

    amount: int
    unit: Unit

    @property
    def duration(self) -> Duration:
        """The length as texts write it."""
        return Duration(self.amount, _WRITTEN.get(self.unit, self.unit.value))

    @classmethod
    def of(cls, duration: Duration) -> Length | None:
        """The length that a text means, or None for a unit in which no limit is counted (周)."""
        unit = _MEANT.get(duration.unit)
        return cls(duration.amount, unit) if unit else None


@dataclass(frozen=True, slots=True)
class Extension:
    """By how much a limit can be extended at most; `total` when the length holds the time before the extension."""

    length: Length
    total: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit that can be counted; a row of the register has one, or one for each of its parts (分项).

    Attributes:
        anchor: its place on the page of all limits (``t-04``, ``t-16-1``).
        name: what part of the matter it is about (名称), or ``""``.
        words: within what time (期限).
        unit: what it is counted in.
        length: how long; None when there is no last day.
        start: from when (起算).
        extension: whether and how it can be extended (延长).
        approver: who approves an extension (延长批准), or ``""``.
        longest: the most that it can be extended by; None when nothing says how much.
        rolls: whether a last day on a public holiday moves behind it (顺延).
        rolls_by: the provision that says so (顺延依据), or ``""``.
        basis: the provision (依据).
    """

    anchor: str
    name: str
    words: str
    unit: Unit
    length: Length | None
    start: str
    extension: str
    approver: str
    longest: Extension | None
    rolls: bool
    basis: str
    span: Span
    rolls_by: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A row of the register, in its words.

    Attributes:
        id: ``T-04``.
        subject: what must be done (事项).
        limit: within what time (期限).
        start: from when (起算).
        extension: whether and by whom it can be extended (延长).
        basis: the provision (依据), ``《简称》第X条``.
        approver: who approves an extension (延长批准), or ``""``.
        note: what else a reader must know (说明), or ``""``.
        limits: what can be counted; always at least one.
    """

    id: str
    subject: str
    limit: str
    start: str
    extension: str
    basis: str
    span: Span
    approver: str = ""
    note: str = ""
    limits: tuple[Limit, ...] = ()

    @property
    def anchor(self) -> str:
        """The id of the row on the page of all limits (``t-04``)."""
        return self.id.lower()

    @property
    def has_parts(self) -> bool:
        """True when the matter has several limits."""
        return any(limit.name for limit in self.limits)

    @property
    def durations(self) -> frozenset[Duration]:
        """Every length of time that the row names anywhere."""
        return frozenset(duration for text in self._texts() for _, duration in durations(text))

    def _texts(self) -> Iterator[str]:
        yield from (self.limit, self.extension, self.note)
        for limit in self.limits:
            yield from (limit.name, limit.words, limit.extension)
