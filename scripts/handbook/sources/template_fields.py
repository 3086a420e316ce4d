"""The `fields` of a template's front matter → declared fields; faults are collected."""

from __future__ import annotations

from handbook.diagnostics import Span
from handbook.model.spelling import did_you_mean
from handbook.model.template import Field, SheetFault
from handbook.model.value import Mapping, Scalar, Sequence, Value

KEYS = ("类型", "必填", "选项", "说明", "示例", "最多字数")
MAX_NAME = 64  # Word cuts the tag of a content control behind it

_FORM = "写成“字段名: {类型: 文字, 必填: 是, 示例: ……}”"


def read_fields(meta: Mapping) -> tuple[tuple[Field, ...], tuple[SheetFault, ...]]:
    """The declared fields in the order of the source, and what is wrong with their definitions."""
    declared = meta.get("fields")
    if not isinstance(declared, Mapping):  # the schema of the page kind says so
        return (), ()
    reader = _FieldReader()
    fields = tuple(reader.read(name, definition) for name, definition in declared)
    return fields, tuple(reader.faults)


class _FieldReader:
    """Reads definitions one by one and keeps their faults."""

    def __init__(self) -> None:
        self.faults: list[SheetFault] = []

    def read(self, name: Scalar, definition: Value) -> Field:
        """A field; what cannot be read of it stays at its default."""
        self._check_name(name)
        if not isinstance(definition, Mapping):
            self._fault(name.span, f"字段“{name.text}”没有写成花括号里的一组", _FORM)
            return Field(name.text.strip(), "", name.span)
        spans = tuple((key.text, value.span) for key, value in definition)
        self._check_keys(name, definition)
        return Field(
            name=name.text.strip(),
            type=self._text(definition, "类型"),
            span=name.span,
            required=self._required(definition),
            options=self._options(definition),
            note=self._text(definition, "说明"),
            example=self._text(definition, "示例"),
            max_length=self._max_length(definition),
            spans=spans,
        )

    def _fault(self, span: Span, message: str, hint: str) -> None:
        self.faults.append(SheetFault("definition", span, message, hint))

    def _check_name(self, name: Scalar) -> None:
        text = name.text.strip()
        strange = next((c for c in text if c in "{}|｛｝｜【】\n"), None)
        if not text:
            self._fault(name.span, "有一个字段没有名字", _FORM)
        elif strange:
            self._fault(name.span, f"字段名“{text}”里有“{strange}”，正文里没法引用", "换一个名字")
        elif len(text) > MAX_NAME:
            self._fault(name.span, f"字段名有 {len(text)} 个字，Word 控件的标记最多 {MAX_NAME} 个", "缩短名字")

    def _check_keys(self, name: Scalar, definition: Mapping) -> None:
        for key, _ in definition:
            if key.text not in KEYS:
                hint = did_you_mean(key.text, KEYS, f"只能写：{'、'.join(KEYS)}")
                self._fault(key.span, f"字段“{name.text}”有不认识的项“{key.text}”", hint)
        if not definition.text("类型"):
            self._fault(name.span, f"字段“{name.text}”没有写类型", "加上“类型: 文字”")

    def _text(self, definition: Mapping, key: str) -> str:
        value = definition.get(key)
        if value is not None and not isinstance(value, Scalar):
            self._fault(value.span, f"“{key}”要写成一段文字，这里是一组内容", "用英文引号把整个值括起来")
        return definition.text(key).strip()

    def _required(self, definition: Mapping) -> bool:
        text = self._text(definition, "必填")
        value = definition.get("必填")
        if value is not None and isinstance(value, Scalar) and text not in ("是", "否"):
            self._fault(value.span, f"“必填: {text}”不对", "只能写“是”或者“否”")
        return text == "是"

    def _options(self, definition: Mapping) -> tuple[str, ...]:
        value = definition.get("选项")
        if value is None:
            return ()
        if isinstance(value, Sequence) and all(isinstance(item, Scalar) for item in value.items):
            return tuple(text.strip() for text in value.texts())
        self._fault(value.span, "“选项”不是一列文字", "写成“选项: [甲, 乙]”")
        return ()

    def _max_length(self, definition: Mapping) -> int | None:
        text = self._text(definition, "最多字数")
        value = definition.get("最多字数")
        if value is None or not isinstance(value, Scalar):
            return None
        if text.isascii() and text.isdigit() and 0 < int(text) <= 100_000:
            return int(text)
        self._fault(value.span, f"“最多字数: {text}”不对", "写一个大于 0 的整数")
        return None
