"""The pages whose diagram the reader's browser draws: only there does the server allow styles in the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handbook.markup.tokens import Tag, tags

MAP = "live-diagrams.map"
_LIBRARY = "mermaid.min.js"


def write_map(site: Path, to: Path) -> bool:
    """Write the entries for nginx's `map`; true when they differ from those of before, so nginx has to read them."""
    lines = [f"\"/{name}\" \"style-src 'self' 'unsafe-inline'\";\n" for name in _pages(site)]
    text = "".join(lines)
    path = to / MAP
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    if text != before:
        new = to / f".{MAP}"
        new.write_text(text, encoding="utf-8")
        new.chmod(0o644)  # the server reads it
        new.replace(path)
    return text != before


def _pages(site: Path) -> Iterator[str]:
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8", errors="replace")
        if _LIBRARY in text and any(_loads_library(tag) for tag in tags(text) if tag.name == "script"):
            yield path.relative_to(site).as_posix()


def _loads_library(script: Tag) -> bool:
    return script.attributes.get("src", "").partition("?")[0].endswith(_LIBRARY)
