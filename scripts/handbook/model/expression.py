"""What authors write behind 必填 and 推算: a closed little language, read into a tree and never run as code.

A condition: ``当 处置方式=立案 且 联系方式 已填``. A computation: ``大写(涉案金额)``. Words stand apart by spaces; ``=``, ``≠``,
``(``, ``)`` and ``、`` need none. A name or an option that holds one of these, or a space, stands in “ ”. Arguments are
separated by 、 because YAML keeps the comma for itself: ``年龄(身份证号、谈话日期)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# What authors write → the operator's name in the model, in the form and in the test vectors.
AGAINST_TEXT = {"=": "equals", "≠": "differs", "包含": "contains"}
ALONE = {"已填": "filled", "未填": "empty"}
AGAINST_FIELD = {"早于": "before", "晚于": "after", "不早于": "not-before", "不晚于": "not-after"}

_JOINS = {"且": "all", "或": "any"}
_TOKEN = re.compile(r"“([^”]*)”|([=≠()、])|([^\s=≠()、“]+)|\s+|(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One test of a field: against `text`, against the field `other`, or of being filled in at all."""

    operator: str
    field: str
    text: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Junction:
    """Several conditions of which ``all`` or ``any`` must hold."""

    operator: str
    parts: tuple[Condition, ...]


Condition = Comparison | Junction


@dataclass(frozen=True, slots=True)
class Computation:
    """A function of the closed set (`fields.functions`) and the fields it is given."""

    function: str
    fields: tuple[str, ...]


class ExpressionError(Exception):
    """The text is no expression.

    Attributes:
        offset: where in the text reading stopped, from 0.
        reason: why, in Chinese.
    """

    def __init__(self, offset: int, reason: str) -> None:
        self.offset = offset
        self.reason = reason
        super().__init__(reason)


def read_condition(text: str) -> Condition:
    """The condition that an author wrote; the leading 当 belongs to it.

    Raises:
        ExpressionError: it is none.
    """
    reader = _Reader(text)
    reader.expect("当")
    condition = reader.condition()
    reader.end("，或者前面少“且”“或”")
    return condition


def read_computation(text: str) -> Computation:
    """The computation that an author wrote.

    Raises:
        ExpressionError: it is none.
    """
    reader = _Reader(text)
    function = reader.name("函数名")
    reader.expect("(")
    fields = [reader.name("字段名")]
    while reader.take("、"):
        fields.append(reader.name("字段名"))
    reader.expect(")")
    reader.end()
    return Computation(function, tuple(fields))


def named_fields(expression: Condition | Computation) -> Iterator[str]:
    """The names of all the fields that an expression asks."""
    if isinstance(expression, Computation):
        yield from expression.fields
    elif isinstance(expression, Junction):
        for part in expression.parts:
            yield from named_fields(part)
    else:
        yield expression.field
        if expression.other:
            yield expression.other


def tree(expression: Condition | Computation) -> dict[str, Any]:
    """An expression as plain values for a form's script and for JSON; what is empty is left out."""
    if isinstance(expression, Computation):
        return {"function": expression.function, "fields": list(expression.fields)}
    if isinstance(expression, Junction):
        return {"operator": expression.operator, "parts": [tree(part) for part in expression.parts]}
    facts = {"operator": expression.operator, "field": expression.field}
    facts |= {"text": expression.text} if expression.text else {}
    return facts | ({"other": expression.other} if expression.other else {})


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    offset: int
    quoted: bool = False


class _Reader:
    """Reads from left to right; 且 binds closer than 或."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(_tokens(text))
        self._at = 0
        self._depth = 0

    def condition(self) -> Condition:
        self._depth += 1
        if self._depth > 20:
            raise ExpressionError(self._offset(), "括号套得太深")
        found = self._joined("或")
        self._depth -= 1
        return found

    def _joined(self, word: str) -> Condition:
        read = self._single if word == "且" else lambda: self._joined("且")
        parts = [read()]
        while self.take(word):
            parts.append(read())
        return parts[0] if len(parts) == 1 else Junction(_JOINS[word], tuple(parts))

    def _single(self) -> Condition:
        if self.take("("):
            inner = self.condition()
            self.expect(")")
            return inner
        field = self.name("字段名")
        sign = self._next()
        if sign is not None and not sign.quoted:
            self._at += 1
            if sign.text in AGAINST_TEXT:
                return Comparison(AGAINST_TEXT[sign.text], field, text=self.name("要比的内容"))
            if sign.text in AGAINST_FIELD:
                return Comparison(AGAINST_FIELD[sign.text], field, other=self.name("字段名"))
            if sign.text in ALONE:
                return Comparison(ALONE[sign.text], field)
        known = "、".join((*AGAINST_TEXT, *ALONE, *AGAINST_FIELD))
        raise ExpressionError(sign.offset if sign else len(self._text), f"“{field}”后面要写 {known} 之一")

    def name(self, what: str) -> str:
        token = self._next()
        if token is None or (not token.quoted and token.text in "=≠()、") or not token.text.strip():
            raise ExpressionError(self._offset(), f"这里少一个{what}")
        self._at += 1
        return token.text.strip()

    def take(self, word: str) -> bool:
        token = self._next()
        found = token is not None and not token.quoted and token.text == word
        self._at += found
        return found

    def expect(self, word: str) -> None:
        if not self.take(word):
            before = self._tokens[self._at - 1].text if self._at else ""
            if word in "()" and any(bracket in before for bracket in "（）"):
                raise ExpressionError(self._offset(), f"“{before}”里是中文括号，换成英文括号“()”")
            raise ExpressionError(self._offset(), f"这里要写“{word}”")

    def end(self, otherwise: str = "") -> None:
        token = self._next()
        if token is not None:
            raise ExpressionError(token.offset, f"“{token.text}”多余{otherwise}")

    def _next(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _offset(self) -> int:
        token = self._next()
        return token.offset if token else len(self._text)


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        quoted, sign, word, stray = match.groups()
        if stray:
            raise ExpressionError(match.start(), "“ 没有用 ” 收尾" if stray == "“" else f"看不懂“{stray}”")
        if quoted is not None:
            yield _Token(quoted, match.start(), quoted=True)
        elif sign or word:
            yield _Token(sign or word, match.start())
