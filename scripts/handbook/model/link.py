"""A reference from a page to something else, as its author wrote it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from urllib.parse import unquote

from handbook.diagnostics import Span
from handbook.markup import policy


class LinkKind(enum.StrEnum):
    """How a link is written, which decides how its target is read."""

    INLINE = "inline"
    IMAGE = "image"
    REFERENCE = "reference"
    AUTOLINK = "autolink"
    BARE = "bare"
    HTML = "html"
    FRONT_MATTER = "front-matter"
    CLICK = "click"


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page.

    Attributes:
        target: the target as written, entities decoded, not percent-decoded.
        span: where the link begins.
        kind: how it is written.
        text: the words that are linked; for an image its alternative text.
        resource: true when the browser loads the target with the page (image, script, style).
    """

    target: str
    span: Span
    kind: LinkKind
    text: str = ""
    resource: bool = False

    @property
    def scheme(self) -> str:
        """The URL scheme in lower case, ``//`` for a target without scheme but with host, or ``""``."""
        return policy.scheme(self.target)

    @property
    def path(self) -> str:
        """The part before ``?`` and ``#``, percent-decoded."""
        return unquote(self.target.partition("#")[0].partition("?")[0])

    @property
    def fragment(self) -> str | None:
        """The part behind ``#``, percent-decoded, or None when there is no ``#``."""
        _, mark, fragment = self.target.partition("#")
        return unquote(fragment) if mark else None

    @property
    def is_local(self) -> bool:
        """True when the target lies in the site: no scheme, no host."""
        return not self.scheme
