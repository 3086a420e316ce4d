"""What every function of 推算 has: the types that it takes, the types that its result may have, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Function:
    """A function.

    Attributes:
        name: what authors write before the bracket.
        takes: for each argument the types of fields that fit.
        gives: the types that the field of the result may have.
        meaning: what it works out, in Chinese.
        compute: the result of valid values of the arguments; ``""`` when there is none.
        options: what a 单选 that takes the result must offer.
    """

    name: str
    takes: tuple[tuple[str, ...], ...]
    gives: tuple[str, ...]
    meaning: str
    compute: Callable[..., str]
    options: tuple[str, ...] = ()

    @property
    def form(self) -> str:
        """How it is written: 年龄(身份证号或者日期、日期或者日期时间)."""
        return f"{self.name}({'、'.join('或者'.join(types) for types in self.takes)})"
