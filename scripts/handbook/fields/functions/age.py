"""年龄(身份证号、日期): full years on a day; who is born on 29 February is a year older on 1 March."""

from __future__ import annotations

from handbook.fields.functions.base import Function


def _compute(born: str, day: str) -> str:
    if len(born) == 18:
        born = f"{born[6:10]}-{born[10:12]}-{born[12:14]}"
    if day < born:
        return ""
    return str(int(day[:4]) - int(born[:4]) - (day[4:10] < born[4:]))


FUNCTION = Function("年龄", (("身份证号", "日期"), ("日期", "日期时间")), ("整数",), "到这一天的周岁", _compute)
