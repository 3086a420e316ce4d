"""A template as JSON Schema 2020-12: what a file of facts (保存到文件) must hold to fill it in.

A schema says less than the checks of the fields: no check character, no calendar, no order of dates, no computation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from handbook.fields import Control, type_of
from handbook.fields.choices import SEPARATOR
from handbook.model.expression import Comparison, Condition
from handbook.model.template import Field, Template

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def export_schema(template: Template) -> str:
    """The schema of a template as JSON, the keys in the order of its fields."""
    facts = _object(template.fields)
    needed = [rule for field in template.fields if (rule := _needed(field))]
    schema = {
        "$schema": _DIALECT,
        "$id": f"urn:handbook:template:{template.code}:{template.version}",
        "title": f"{template.title}（{template.code} 第{template.version}版）",
        "type": "object",
        "required": ["格式", "事实"],
        "properties": {
            "格式": {"const": "文书事实"},
            "格式版本": {"type": "integer"},
            "编号": {"type": "string"},
            "文书": {"type": "array"},
            "事实": facts | ({"allOf": needed} if needed else {}),
        },
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _object(fields: Iterable[Field]) -> Schema:
    """A set of facts; others may stand beside them, because one file serves several documents."""
    listed = tuple(fields)
    required = [field.name for field in listed if field.required]
    return {"type": "object", "required": required, "properties": {field.name: _value(field) for field in listed}}


def _value(field: Field) -> Schema:
    kind = type_of(field.type)
    about = {"title": field.name, "description": "；".join(text for text in (field.note, kind.rule) if text)}
    if kind.control is Control.ROWS:
        least = field.least_rows if field.required else 0
        return about | {"type": "array", "minItems": least, "maxItems": field.most_rows, "items": _object(field.fields)}
    value: Schema = {"type": "string", "minLength": 1 if field.required else 0}
    if kind.control is Control.DROPDOWN:
        return about | value | {"enum": [*([] if field.required else [""]), *field.options]}
    pattern = _several(field.options) if kind.control is Control.CHECKBOXES else kind.pattern
    if pattern:
        return about | value | {"pattern": f"^(?:{pattern}){'' if field.required else '?'}$"}
    return about | value | {"maxLength": field.max_length or kind.limit}


def _several(options: Iterable[str]) -> str:
    one = "|".join(_literal(option) for option in options)
    return f"(?:{one})(?:{SEPARATOR}(?:{one}))*"


def _literal(text: str) -> str:
    """A text as a regular expression; JavaScript refuses more escapes than Python does."""
    return re.sub(r"([\\^$.|?*+()\[\]{}/])", r"\\\1", text)


def _needed(field: Field) -> Schema | None:
    """The rule of a field that is needed only at times; None where a schema cannot tell when."""
    condition = _condition(field.needed_when) if field.needed_when else None
    if condition is None:
        return None
    return {"if": condition, "then": _with(field.name, {"minLength": 1})}


def _condition(condition: Condition) -> Schema | None:
    if isinstance(condition, Comparison):
        return _comparison(condition)
    parts = [_condition(part) for part in condition.parts]
    return None if None in parts else {f"{condition.operator}Of": parts}


def _comparison(comparison: Comparison) -> Schema | None:
    filled = _with(comparison.field, {"minLength": 1})
    forms = {
        "filled": filled,
        "empty": {"not": filled},
        "equals": _with(comparison.field, {"const": comparison.text}),
        "differs": _with(comparison.field, {"minLength": 1, "not": {"const": comparison.text}}),
        "contains": _with(comparison.field, {"pattern": _literal(comparison.text)}),
    }
    return forms.get(comparison.operator)


def _with(name: str, value: Schema) -> Schema:
    """Facts in which one is present and of a kind."""
    return {"required": [name], "properties": {name: value}}
