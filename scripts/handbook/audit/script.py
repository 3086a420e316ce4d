"""The addresses of other hosts that a script loads for sure: import, importScripts and fetch of a literal."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LOADS = re.compile(
    r"""(?<![\w.$])(?:import\s*\(?|from|importScripts\s*\(|fetch\s*\()\s*(["'`])((?:https?:)?//[^"'`\s]+)\1"""
)
_RUN = re.compile(r"(?:text|application)/(?:x-)?(?:java|ecma|j|live)script[\d.]*|module|importmap|speculationrules")


def is_executable(script_type: str) -> bool:
    """Whether browsers run (or obey) a `<script>` of that type; of any other type it is data."""
    essence = script_type.partition(";")[0].strip().lower()
    return not essence or _RUN.fullmatch(essence) is not None


def addresses(source: str) -> Iterator[tuple[str, int]]:
    """The address and the offset of each load from another host that is written out and no line comment."""
    for found in _LOADS.finditer(source):
        line = source[source.rfind("\n", 0, found.start()) + 1 : found.start()].lstrip()
        if not line.startswith(("//", "*")):
            yield found[2], found.start()
