"""What the detectors of personal data and secrets find of the labelled set, and what they find where nothing is.

The set (tests/labelled_secrets.py) and our own pages; with HANDBOOK_STATUTE_TEXTS the texts of statutes in that folder, too.
"""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from project import ROOT

HEAD = ("texts", "number", "found", "recall", "false alarms", "KB/s")
READ = frozenset({".csv", ".md", ".svg", ".txt", ".yml"})
Row = tuple[str, ...]


def rows() -> list[Row]:
    """The table: the kinds of secrets, then texts without any."""
    from handbook.confidential import KINDS, secrets

    sys.path.append(str(ROOT / "tests"))
    from labelled_secrets import NEGATIVES, POSITIVES

    all_of = Counter(code for _, code in POSITIVES)
    found = Counter(code for text, code in POSITIVES if code in {secret.kind.code for secret in secrets(text)})
    table: list[Row] = [HEAD]
    for kind in KINDS:
        recall = found[kind.code] / all_of[kind.code]
        row = (f"{kind.code} {kind.name}", str(all_of[kind.code]), str(found[kind.code]), f"{recall:.3f}", "", "")
        table.append(row)
    table.append(_without("labelled as harmless", NEGATIVES))
    table.append(_without("our own pages", _files(ROOT / "docs")))
    statutes = os.environ.get("HANDBOOK_STATUTE_TEXTS")
    if statutes:
        table.append(_without("texts of statutes", _files(Path(statutes))))
    return table


def _files(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in READ and path.is_file():
            yield path.read_text(encoding="utf-8")


def _without(name: str, texts: Iterable[str]) -> Row:
    from handbook.confidential import secrets

    given = list(texts)
    start = time.process_time()
    alarms = sum(1 for text in given for _ in secrets(text))
    speed = sum(len(text.encode()) for text in given) / 1000 / (time.process_time() - start)
    return (name, str(len(given)), "", "", str(alarms), f"{speed:.0f}")
