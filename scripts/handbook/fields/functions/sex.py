"""性别(身份证号): the 17th digit of an identity number is odd for men, even for women."""

from __future__ import annotations

from handbook.fields.functions.base import Function

SEXES = ("女", "男")


def _compute(number: str) -> str:
    return SEXES[int(number[16]) % 2]


FUNCTION = Function("性别", (("身份证号",),), ("单选",), "身份证号里的性别", _compute, options=SEXES)
