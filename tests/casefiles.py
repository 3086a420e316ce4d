"""A small case in a small handbook, for tests: the fixtures of the CAS rules, with words of the facts replaced."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from handbook import sources
from handbook.model.handbook import Handbook
from handbook.settings import Settings

GOOD = Path(__file__).parent / "fixtures/rules/CAS001-bad-fact/good"
FACTS = "docs/casefile/facts.yml"


def load(folder: Path, *changes: tuple[str, str]) -> Handbook:
    """The handbook in a folder of its own, each first text of its facts replaced by the second."""
    root = folder / "handbook"
    shutil.copytree(GOOD, root)
    text = (root / FACTS).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (root / FACTS).write_text(text, encoding="utf-8")
    return sources.load(root, today=dt.date(2026, 11, 25), settings=Settings())


def reload(folder: Path) -> Handbook:
    """The handbook that `load` put into a folder, read again."""
    return sources.load(folder / "handbook", today=dt.date(2026, 11, 25), settings=Settings())
