"""Raw markup of a page: the tags and attribute lists that its author wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.diagnostics import Span


@dataclass(frozen=True, slots=True)
class RawTag:
    """A tag in the Markdown of a page, or the attributes that an attribute list gives to an element.

    Attributes:
        name: the element in lower case; ``""`` for an attribute list.
        attributes: names in lower case, character references in the values resolved.
        span: where it begins.
        closing: true for `</name>`.
        nested: true when it stands inside of another tag's attribute or of a comment that no parser keeps together.
    """

    name: str
    attributes: Mapping[str, str]
    span: Span
    closing: bool = False
    nested: bool = False
