"""How the gates judge the bad and the harmless inputs of the tests, and what releases that end badly leave behind."""

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from project import ROOT

GATE_HEAD = ("inputs", "number", "judged as expected", "slowest s", "per s")
FAULT_HEAD = ("release that is", "points", "ended", "served whole")
KINDS = {
    "kill": "killed (SIGKILL)",
    "refused": "told that the disk is full",
    "full": "on a disk without enough room",
}
Row = tuple[str, ...]


def gate_rows(folder: Path) -> list[Row]:
    """The table of the source gate; each input is checked in a project of its own."""
    sys.path.append(str(ROOT / "tests"))
    from hostile_cases import GROUPS

    return [GATE_HEAD, *(_judged(name, cases, folder) for name, cases in GROUPS.items())]


def _judged(name: str, cases: Sequence[Any], folder: Path) -> Row:
    from hostile_cases import is_as_expected
    from hostile_project import check_files

    right, seconds = 0, []
    for path, make, expected in cases:
        with tempfile.TemporaryDirectory(dir=folder) as root:
            content = make()
            start = time.perf_counter()
            found = check_files(Path(root), {f"docs/{path}": content})
            seconds.append(time.perf_counter() - start)
        right += is_as_expected(expected, found, f"docs/{path}")
    return (name, str(len(cases)), str(right), f"{max(seconds):.2f}", f"{len(cases) / sum(seconds):.0f}")


def fault_rows(folder: Path) -> list[Row]:
    """The table of releases that are stopped at random points."""
    sys.path.append(str(ROOT / "tests"))
    from faulty_releases import KINDS as POSSIBLE

    return [FAULT_HEAD, *(_stopped(kind, folder / kind) for kind in POSSIBLE)]


def _stopped(kind: str, folder: Path) -> Row:
    from faulty_releases import points, prepare

    folder.mkdir()
    prepare(folder)
    found = points(folder, kind)
    ended = sum(bool(point.get("killed") or point.get("status")) for point in found)
    whole = sum(not point["wrong"] for point in found)
    return (KINDS[kind], str(len(found)), str(ended), str(whole))
