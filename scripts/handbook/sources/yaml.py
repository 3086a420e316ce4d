"""An author's YAML → values with places: nothing is constructed, nothing is converted, nothing is expanded."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from handbook.diagnostics import Span
from handbook.model.handbook import SourceFault
from handbook.model.value import Mapping, Scalar, Sequence, Value
from handbook.sources.characters import is_forbidden, is_zero_width
from handbook.sources.yaml_faults import explain

MAX_DEPTH = 30
MAX_VALUES = 100_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = {"", "~", "null", "Null", "NULL"}
_BREAKS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")
"""Lines end at these for YAML and for nobody else, so places would be wrong; PAG003 reports them."""
_CORE = "tag:yaml.org,2002:"


def parse(text: str, *, path: str, line: int = 1) -> tuple[Value | None, tuple[SourceFault, ...]]:
    """The value of a YAML text, or None when it is empty or broken, and what is wrong with it.

    Args:
        text: the YAML.
        path: the file as diagnostics print it.
        line: the line of the file on which `text` begins.
    """
    builder = _Builder(path, line)
    try:
        for event in yaml.parse(text.translate(_BREAKS), Loader=_LOADER):
            builder.take(event)
    except _Refused as refusal:
        return None, (*builder.faults, refusal.fault)
    except yaml.YAMLError as error:
        return None, (*builder.faults, explain(error, text, path=path, line=line))
    return builder.root, tuple(builder.faults)


@lru_cache(maxsize=8)
def parse_once(text: str, *, path: str) -> tuple[Value | None, tuple[SourceFault, ...]]:
    """Like `parse`, for the long registers that more than one reader takes apart."""
    return parse(text, path=path)


class _Refused(Exception):  # noqa: N818 - not an error of ours
    def __init__(self, span: Span, message: str, hint: str) -> None:
        self.fault = SourceFault("yaml", span, message, hint)
        super().__init__(message)


@dataclass(slots=True)
class _Frame:
    """A sequence or mapping that is still being read, with how many values and levels it has, aliases spelled out."""

    event: Any
    items: list[Value] = field(default_factory=list)
    size: int = 1
    depth: int = 1


class _Builder:
    """Takes the events of PyYAML's parser one by one, with a stack of its own instead of recursion."""

    def __init__(self, path: str, line: int) -> None:
        self.root: Value | None = None
        self.faults: list[SourceFault] = []
        self._path = path
        self._line = line
        self._stack: list[_Frame] = []
        self._anchors: dict[str, tuple[Value, int, int]] = {}
        self._documents = 0

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _Refused(self._span(event), "这里又开始了一段 YAML", "一个文件只写一段，删去多余的“---”")
        elif isinstance(event, yaml.ScalarEvent):
            self._add(self._scalar(event), 1, 0, event.anchor)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._stack.append(_Frame(event))
            self._bound(event, depth=0)
        elif isinstance(event, yaml.CollectionEndEvent):
            frame = self._stack.pop()
            build = self._mapping if isinstance(frame.event, yaml.MappingStartEvent) else self._sequence
            self._add(build(frame), frame.size, frame.depth, frame.event.anchor)

    def _span(self, event: Any) -> Span:
        mark = event.start_mark
        return Span(self._path, self._line + mark.line, mark.column + 1)

    def _bound(self, event: Any, *, depth: int) -> None:
        if len(self._stack) + depth > MAX_DEPTH:
            raise _Refused(self._span(event), f"YAML 嵌套超过 {MAX_DEPTH} 层", "减少嵌套")

    def _add(self, value: Value, size: int, depth: int, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = (value, size, depth)
        if not self._stack:
            self.root = value
            return
        frame = self._stack[-1]
        frame.items.append(value)
        frame.size += size
        frame.depth = max(frame.depth, depth + 1)
        if frame.size > MAX_VALUES:
            raise _Refused(self._span(frame.event), "YAML 展开后的内容太多", "不要层层引用“*名称”，直接写出内容")

    def _alias(self, event: Any) -> None:
        if any(frame.event.anchor == event.anchor for frame in self._stack):
            raise _Refused(self._span(event), f"“*{event.anchor}”引用了它自己", "直接写出内容")
        if event.anchor not in self._anchors:
            hint = "值以“*”开头时，用英文引号把整个值括起来"
            raise _Refused(self._span(event), f"“*{event.anchor}”引用的内容不存在", hint)
        value, size, depth = self._anchors[event.anchor]
        self._bound(event, depth=depth)
        self._add(value, size, depth, None)

    def _scalar(self, event: Any) -> Scalar:
        plain = event.style in (None, "") and event.implicit[0]
        text = "" if plain and event.value in _NULLS else event.value
        if event.style == '"' and any(is_forbidden(c) or is_zero_width(c) for c in text):
            message = "双引号里用“\\”写出了看不见的控制字符"
            self.faults.append(SourceFault("yaml", self._span(event), message, "删去“\\”和它后面的编码"))
        return Scalar(text, self._span(event), _tag(event), event.style in (None, ""))

    def _sequence(self, frame: _Frame) -> Sequence:
        return Sequence(tuple(frame.items), self._span(frame.event), _tag(frame.event))

    def _mapping(self, frame: _Frame) -> Mapping:
        entries: dict[str, tuple[Scalar, Value]] = {}
        for key, value in zip(frame.items[::2], frame.items[1::2], strict=True):
            if not isinstance(key, Scalar):
                hint = "值以“{”或“[”开头时，用英文引号把整个值括起来"
                self.faults.append(SourceFault("yaml", key.span, "键必须是文字，这里是一组内容", hint))
                continue
            if key.text in entries:
                first = entries.pop(key.text)[0].span.line
                message = f"键“{key.text}”写了两次，前一次在第 {first} 行"
                self.faults.append(SourceFault("yaml-duplicate-key", key.span, message, "只留一个"))
            entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), self._span(frame.event), _tag(frame.event))


def plain_kind(text: str) -> str:
    """What YAML takes a plain word for: ``str``, ``int``, ``float``, ``timestamp``, ``merge`` and the like."""
    tag: str = yaml.resolver.Resolver().resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag.removeprefix(_CORE)


def is_day(text: str) -> bool:
    """Whether what looks like a day, or a moment, is one."""
    try:
        yaml.constructor.SafeConstructor().construct_yaml_timestamp(yaml.ScalarNode(f"{_CORE}timestamp", text))
    except (ValueError, OverflowError):
        return False
    return True


def _tag(event: Any) -> str:
    """The explicit tag as its author wrote it, or ``""``."""
    tag: str = event.tag or ""
    if tag.startswith(_CORE):
        return "!!" + tag.removeprefix(_CORE)
    return "" if tag == "!" else tag
