"""Facts for the forms of documents, as strange as the types let them be, and what a form works out from them.

The browser tests draw from here too.
"""

import json
import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from handbook.fields import type_of
from handbook.fields.id_number import check_character
from handbook.fields.logic import compute, is_ordered
from handbook.model.template import Field, Template

Facts = dict[str, Any]  # name → value, of a group a list of rows

_STRANGE = "甲乙丙<&>\"'`]]>{{x}}𠮷𫛭😀ＡａＢ%$#\\/、。\t \u000b\u0000\u000c\u001f\ud842\udfb7\ufffe\uffff\u200b\u2028é"


def random_facts(template: Template, dice: random.Random) -> Facts:
    """Values for every field that is asked; only bounds between fields may not hold."""
    facts = {field.name: _random(field, dice) for field in template.fields if field.computed is None}
    meant: Facts = json.loads(json.dumps(facts))  # two halves of a pair that meet in a file are a character
    return meant


def with_results(template: Template, facts: Facts) -> Facts:
    """The facts, and what a form works out from them."""
    known = {field.name: field for field in template.fields}
    all_facts = facts | _results(known, template.fields, facts)
    for group in template.fields:
        columns = known | {column.name: column for column in group.fields}
        rows = facts.get(group.name, []) if group.fields else []
        if rows:
            all_facts[group.name] = [row | _results(columns, group.fields, all_facts | row) for row in rows]
    return all_facts


def _results(known: Mapping[str, Field], fields: Sequence[Field], facts: Facts) -> dict[str, str]:
    """The computed ones among fields; one may need another, so there are as many rounds as there are."""
    computed = {field.name: field.computed for field in fields if field.computed}
    values = {name: type_of(known[name].type).normalise(v) for name, v in facts.items() if isinstance(v, str)}
    results: dict[str, str] = {}
    for _ in computed:
        now = values | results
        valid = {name: value for name, value in now.items() if _is_valid(known[name], value, now)}
        results = {name: compute(computation, valid) for name, computation in computed.items()}
    return results


def _is_valid(field: Field, value: str, facts: Mapping[str, str]) -> bool:
    if value and type_of(field.type).check_value(field, value):
        return False
    bounds = (("before", field.not_before), ("after", field.not_after))
    return not any(is_ordered(wrong, value, facts.get(bound, "")) for wrong, bound in bounds)


def _random(field: Field, dice: random.Random) -> Any:
    if not field.fields:
        return _MAKERS[field.type](field, dice)
    count = dice.choice([max(field.least_rows, 1), field.most_rows, dice.randint(field.least_rows, field.most_rows)])
    return [{column.name: _MAKERS[column.type](column, dice) for column in field.fields} for _ in range(count)]


def _most(field: Field) -> int:
    return min(field.max_length or type_of(field.type).limit, 300)


def _words(field: Field, dice: random.Random, size: int = 60) -> str:
    return "字" + "".join(dice.choices(_STRANGE, k=dice.randint(0, max(0, min(size, _most(field)) - 2))))


def _lines(field: Field, dice: random.Random) -> str:
    return "\n".join(_words(field, dice, 40) for _ in range(dice.randint(1, 6)))[: _most(field)]


def _name(field: Field, dice: random.Random) -> str:
    return "甲" + "".join(dice.choices("乙某𠮷×\u0001\ud800", k=dice.randint(0, min(5, _most(field) - 1))))


def _day(dice: random.Random, first: int = 1901, last: int = 2999) -> str:
    return f"{dice.randint(first, last)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"


def _minute(dice: random.Random) -> str:
    return f"{dice.randint(0, 23):02}:{dice.randint(0, 59):02}"


def _id_number(dice: random.Random) -> str:
    digits = f"000000{_day(dice, 1900, 2099).replace('-', '')}{dice.randint(0, 999):03}"
    return digits + check_character(digits)


def _options(field: Field, dice: random.Random) -> str:
    return "、".join(option for option in field.options if dice.random() < 0.5) or field.options[0]


_MAKERS: Mapping[str, Callable[[Field, random.Random], str]] = {
    "文字": _words,
    "多段文字": _lines,
    "整数": lambda _, dice: str(dice.randint(0, 10**9)),
    "日期": lambda _, dice: _day(dice),
    "时间": lambda _, dice: _minute(dice),
    "日期时间": lambda _, dice: f"{_day(dice)}T{_minute(dice)}",
    "单选": lambda field, dice: dice.choice(field.options),
    "多选": _options,
    "人名": _name,
    "身份证号": lambda _, dice: _id_number(dice),
    "电话": lambda _, dice: f"000-{dice.randint(0, 9999999):07}",
    "金额": lambda _, dice: f"{dice.randint(0, 10**11)}{dice.choice(['', '.5', '.05', '.00', '.99'])}",
    "文号": lambda _, dice: f"示镇纪<&𠮷〔{dice.randint(1000, 2999)}〕{dice.randint(1, 999)}号",
    "编号": lambda _, dice: f"示𠮷-{dice.randint(0, 9999)}",
    "单位": lambda field, dice: "示例" + _words(field, dice, 20),
    "法条": lambda _, dice: f"《示例<&>条例》第{dice.choice('一二三四五六七八九十')}条",
}
