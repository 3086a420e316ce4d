"""What the rules about personal data ask: every line of the sources that readers get to see."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from handbook.diagnostics import Span
from handbook.model.handbook import Handbook

Search = Callable[[str], Iterator[re.Match[str]]]


def scan(handbook: Handbook, search: Search) -> Iterator[tuple[Span, str]]:
    """The place and the last four characters of everything that a search finds on pages of a kind."""
    for page in handbook.authored:
        if not page.kind:
            continue
        for number, line in enumerate(page.text.split("\n"), 1):
            for match in search(line):
                yield Span(page.path, number, match.start() + 1), match[0][-4:]
