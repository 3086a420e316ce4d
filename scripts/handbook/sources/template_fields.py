"""The `fields` of a template's front matter → declared fields; faults are collected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from collections.abc import Mapping as AbstractMapping
from dataclasses import replace
from typing import TypeVar

from handbook.diagnostics import Span
from handbook.model.dictionary import Fact
from handbook.model.expression import Computation, Condition, ExpressionError, read_computation, read_condition
from handbook.model.spelling import did_you_mean
from handbook.model.template import Field, SheetFault
from handbook.model.value import Mapping, Scalar, Sequence, Value

_WIDE = re.compile(r"[、，]")
_PLAIN = ("类型", "必填", "选项", "说明", "示例", "最多字数")
COLUMN_KEYS = tuple(key for key in _PLAIN if key != "示例")  # of a group's column; the group's example holds rows
OWN = ("必填", "不早于", "不晚于")  # what each template says for itself
KEYS = (*_PLAIN, "推算", "不早于", "不晚于", "每行", "最少几行", "最多几行")
_EXPRESSIONS = ("必填", "推算")
MAX_NAME = 64  # Word cuts the tag of a content control behind it

_FORM = "写成“字段名: {类型: 文字, 必填: 是, 示例: ……}”"
_STRANGE = "{}|｛｝｜【】\n=.[]“”"
_Expression = TypeVar("_Expression", Computation, Condition)


def read_fields(
    meta: Mapping, facts: AbstractMapping[str, Fact] | None = None
) -> tuple[tuple[Field, ...], tuple[SheetFault, ...]]:
    """The declared fields in the order of the source, and what is wrong with their definitions.

    Args:
        meta: the front matter of the template.
        facts: the field dictionary: what a definition leaves out is taken from there.
    """
    declared = meta.get("fields")
    if not isinstance(declared, Mapping):  # the schema of the page kind says so
        return (), ()
    reader = FieldReader(KEYS, facts)
    fields = tuple(reader.read(name, definition) for name, definition in declared)
    names = {field.name for field in fields}
    return tuple(_computable(field, names) for field in fields), tuple(reader.faults)


class FieldReader:
    """Reads definitions one by one and keeps their faults.

    Args:
        keys: what a definition may say.
        facts: the field dictionary.
    """

    def __init__(self, keys: Iterable[str], facts: AbstractMapping[str, Fact] | None = None) -> None:
        self.faults: list[SheetFault] = []
        self._keys = tuple(keys)
        self._facts = facts or {}

    def read(self, name: Scalar, definition: Value) -> Field:
        """A field; what cannot be read of it stays at its default."""
        self._check_name(name)
        if not isinstance(definition, Mapping):
            self._fault(name.span, f"字段“{name.text}”没有写成花括号里的一组", _FORM)
            return Field(name.text.strip(), "", name.span)
        field = self._field(name, definition)
        fact = self._facts.get(field.name)
        if not field.type and fact is None:
            self._fault(name.span, f"字段“{name.text}”没有写类型", "加上“类型: 文字”")
        return field if fact is None else _completed(field, fact.field)

    def _field(self, name: Scalar, definition: Mapping) -> Field:
        self._check_keys(name, definition)
        required = self._text(definition, "必填")
        rows = definition.get("示例") if "每行" in definition or isinstance(definition.get("示例"), Sequence) else None
        return Field(
            name=name.text.strip(),
            type=self._text(definition, "类型"),
            span=name.span,
            required=required == "是",
            options=self._options(definition),
            note=self._text(definition, "说明"),
            example="" if rows else self._text(definition, "示例"),
            max_length=self._count(definition, "最多字数", 100_000),
            spans=tuple((key.text, _place(key, value)) for key, value in definition),
            needed_when=self._condition(definition, required),
            computed=self._expression(definition, "推算", read_computation),
            texts=tuple((key, definition.text(key)) for key in _EXPRESSIONS if key in definition),
            not_before=self._text(definition, "不早于"),
            not_after=self._text(definition, "不晚于"),
            per_document=self._yes(definition, "每份各填"),
            fields=self._columns(definition),
            example_rows=self._rows(rows),
            least_rows=self._count(definition, "最少几行", 200) or 1,
            most_rows=self._count(definition, "最多几行", 200) or 20,
        )

    def _fault(self, span: Span, message: str, hint: str, kind: str = "definition") -> None:
        self.faults.append(SheetFault(kind, span, message, hint))

    def _check_name(self, name: Scalar) -> None:
        text = name.text.strip()
        strange = next((c for c in text if c in _STRANGE), None)
        if not text:
            self._fault(name.span, "有一个字段没有名字", _FORM)
        elif strange:
            self._fault(name.span, f"字段名“{text}”里有“{strange}”，正文里没法引用", "换一个名字")
        elif len(text) > MAX_NAME:
            self._fault(name.span, f"字段名有 {len(text)} 个字，Word 控件的标记最多 {MAX_NAME} 个", "缩短名字")

    def _check_keys(self, name: Scalar, definition: Mapping) -> None:
        for key, _ in definition:
            if key.text.split("：")[0] in self._keys and "：" in key.text:
                self._fault(key.span, f"“{key.text}”用了中文冒号", "换成英文冒号“:”，后面空一格")
            elif key.text not in self._keys:
                hint = did_you_mean(key.text, self._keys, f"只能写：{'、'.join(self._keys)}")
                self._fault(key.span, f"字段“{name.text}”有不认识的项“{key.text}”", hint)

    def _text(self, definition: Mapping, key: str) -> str:
        value = definition.get(key)
        if value is not None and not isinstance(value, Scalar):
            self._fault(value.span, f"“{key}”要写成一段文字，这里是一组内容", "用英文引号把整个值括起来")
        return definition.text(key).strip()

    def _yes(self, definition: Mapping, key: str) -> bool:
        text, value = self._text(definition, key), definition.get(key)
        if value is not None and text not in ("是", "否"):
            self._fault(value.span, f"“{key}: {text}”不对", "只能写“是”或者“否”")
        return text == "是"

    def _condition(self, definition: Mapping, text: str) -> Condition | None:
        value = definition.get("必填")
        if not isinstance(value, Scalar) or text in ("是", "否"):
            return None
        if text.startswith("当"):
            return self._expression(definition, "必填", read_condition)
        self._fault(value.span, f"“必填: {text}”不对", "只能写“是”“否”，或者“当 处置方式=立案”这样的条件")
        return None

    def _expression(self, definition: Mapping, key: str, read: Callable[[str], _Expression]) -> _Expression | None:
        value = definition.get(key)
        if not isinstance(value, Scalar):
            self._text(definition, key)
            return None
        try:
            return read(value.text)
        except ExpressionError as error:
            place = _place(Scalar(key, value.span), value).column + error.offset
            form = "写成“当 处置方式=立案 且 联系方式 已填”这样" if key == "必填" else "写成“大写(金额)”这样"
            self._fault(Span(value.span.path, value.span.line, place), f"“{key}”{error.reason}", form, "expression")
            return None

    def _options(self, definition: Mapping) -> tuple[str, ...]:
        value = definition.get("选项")
        if value is None:
            return ()
        if isinstance(value, Sequence) and all(isinstance(item, Scalar) for item in value.items):
            texts = tuple(text.strip() for text in value.texts())
            return self._parted(value.items[0].span, texts[0]) if len(texts) == 1 else texts
        self._fault(value.span, "“选项”不是一列文字", "写成“选项: [甲, 乙]”")
        return ()

    def _parted(self, span: Span, text: str) -> tuple[str, ...]:
        """The options in what YAML took for one; they are read, lest every rule about options repeats it."""
        parts = tuple(part.strip() for part in _WIDE.split(text) if part.strip())
        if len(parts) > 1:
            self._fault(span, f"选项“{text}”之间用的不是英文逗号，成了一个选项", f"写成“[{', '.join(parts)}]”")
        return parts or (text,)

    def _count(self, definition: Mapping, key: str, most: int) -> int | None:
        text = self._text(definition, key)
        value = definition.get(key)
        if value is None or not isinstance(value, Scalar):
            return None
        if text.isascii() and text.isdigit() and 0 < int(text) <= most:
            return int(text)
        self._fault(value.span, f"“{key}: {text}”不对", "写一个大于 0 的整数")
        return None

    def _columns(self, definition: Mapping) -> tuple[Field, ...]:
        value = definition.get("每行")
        if value is None:
            return ()
        if not isinstance(value, Mapping):
            self._fault(
                value.span, "“每行”没有写成花括号里的一组", "写成“每行: {姓名: {类型: 人名}, 数量: {类型: 整数}}”"
            )
            return ()
        reader = FieldReader(COLUMN_KEYS)
        columns = tuple(reader.read(name, column) for name, column in value)
        self.faults += reader.faults
        return columns

    def _rows(self, value: Value | None) -> tuple[tuple[tuple[str, str], ...], ...]:
        if value is None:
            return ()
        if not isinstance(value, Sequence) or not all(isinstance(row, Mapping) for row in value.items):
            self._fault(value.span, "重复组的示例不是一列", "写成“示例: [{姓名: 甲某某, 数量: 1}]”，一行一组")
            return ()
        rows = (row for row in value.items if isinstance(row, Mapping))
        return tuple(tuple((key.text, row.text(key.text).strip()) for key, _ in row) for row in rows)


def _place(key: Scalar, value: Value) -> Span:
    """Where a value begins; of an expression in quotation marks its first character."""
    quoted = key.text in _EXPRESSIONS and isinstance(value, Scalar) and not value.plain
    return Span(value.span.path, value.span.line, value.span.column + quoted)


def _computable(field: Field, names: set[str]) -> Field:
    """The field without a computation of the dictionary's that asks what this template does not."""
    own = "推算" in dict(field.spans)
    missing = field.computed is not None and not names.issuperset(field.computed.fields)
    return replace(field, computed=None) if missing and not own else field


def _completed(field: Field, fact: Field) -> Field:
    """A field with what only the dictionary says about it; `required` and the conditions are each template's own."""
    return replace(
        field,
        type=field.type or fact.type,
        options=field.options or fact.options,
        note=field.note or fact.note,
        example=field.example or fact.example,
        max_length=field.max_length or fact.max_length,
        computed=field.computed or fact.computed,
        texts=tuple((dict(fact.texts) | dict(field.texts)).items()),
        per_document=fact.per_document,
        fields=field.fields or fact.fields,
        example_rows=field.example_rows or fact.example_rows,
    )
