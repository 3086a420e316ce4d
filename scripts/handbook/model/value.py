"""Values of an author's YAML: every scalar is a string, and every value knows its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A YAML scalar as its author typed it, never converted; `null` and an empty value are ``""``.

    `tag` is the explicit YAML tag (``!ENV``, ``!!python/name:…``), or ``""``; `plain` is false for one in quotes.
    """

    text: str
    span: Span
    tag: str = ""
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Sequence:
    """A YAML sequence."""

    items: tuple[Value, ...]
    span: Span
    tag: str = ""

    def texts(self) -> tuple[str, ...]:
        """The texts of the items that are scalars."""
        return tuple(item.text for item in self.items if isinstance(item, Scalar))


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping in the order of the source."""

    entries: tuple[tuple[Scalar, Value], ...]
    span: Span
    tag: str = ""

    def __iter__(self) -> Iterator[tuple[Scalar, Value]]:
        return iter(self.entries)

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def get(self, key: str) -> Value | None:
        """The value under a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)

    def key_span(self, key: str) -> Span:
        """The place of a key, or of the mapping when it has no such key."""
        return next((name.span for name, _ in self.entries if name.text == key), self.span)

    def text(self, key: str) -> str:
        """The scalar under a key, or ``""``."""
        value = self.get(key)
        return value.text if isinstance(value, Scalar) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """The scalars of the sequence under a key; a lone scalar counts as a sequence of one."""
        value = self.get(key)
        if isinstance(value, Sequence):
            return value.texts()
        return (value.text,) if isinstance(value, Scalar) and value.text else ()

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        """Like `texts`, with places."""
        value = self.get(key)
        if isinstance(value, Sequence):
            return tuple(item for item in value.items if isinstance(item, Scalar))
        return (value,) if isinstance(value, Scalar) and value.text else ()


Value = Scalar | Sequence | Mapping


def walk(value: Value) -> Iterator[Value]:
    """A value and every value in it, keys included."""
    yield value
    if isinstance(value, Sequence):
        for item in value.items:
            yield from walk(item)
    elif isinstance(value, Mapping):
        for key, item in value:
            yield key
            yield from walk(item)
