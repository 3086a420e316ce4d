"""A release that is killed, or finds no room on the disk, at twenty random points: what is served stays whole."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from releases import CHECKOUT, handbook, release, write_project

POINTS = 20
TESTS = CHECKOUT / "tests"
ALONE = ("unshare", "-rm")
# A full disk of its own where the machine lets one mount it; and everywhere what a full disk says.
FULL = ["refused", *([] if subprocess.run([*ALONE, "true"], capture_output=True, check=False).returncode else ["full"])]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project whose first version is served and whose second, which is larger, is ready."""
    write_project(tmp_path / "root", "第一版")
    release(tmp_path / "root", tmp_path / "srv")
    write_project(tmp_path / "root", "第二版")
    rng = random.Random(2099)
    for number in range(30):
        words = "".join(chr(rng.randrange(0x4E00, 0x9FA5)) for _ in range(4000))
        (tmp_path / f"root/docs/page-{number}.md").write_text(f"# 页{number}\n\n{words}\n", encoding="utf-8")
    return tmp_path


def points(*command: str, folder: Path, kind: str, seed: int = 8) -> list[dict[str, Any]]:
    environment = os.environ | {"PYTHONPATH": f"{CHECKOUT / 'scripts'}", "PYTHONUTF8": "1"}
    ended = subprocess.run(
        [*command, sys.executable, TESTS / "faults.py", kind, folder, str(seed), str(POINTS)],
        env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_killed_release_leaves_a_whole_one_served_and_the_next_one_works(folder: Path) -> None:
    first = (folder / "srv/current").readlink().name
    found = points(folder=folder, kind="kill")

    assert [point for point in found if not point["killed"] or point["wrong"]] == []
    # Only who dies behind the switch serves the new one.
    assert len(found) == POINTS
    assert [point["served"] for point in found[: POINTS // 2]] == [first] * (POINTS // 2)

    second = release(folder / "root", folder / "srv", epoch=1795600100)
    assert handbook("verify-release", str(folder / "srv")).returncode == 0
    assert {point["served"] for point in found} <= {first, second}
    assert list((folder / "srv/releases").glob(".staging-*")) == []


@pytest.mark.parametrize("kind", FULL)
def test_full_disk_leaves_what_is_served(folder: Path, kind: str) -> None:
    first = (folder / "srv/current").readlink().name
    found = points(*(ALONE if kind == "full" else ()), folder=folder, kind=kind)

    assert [point for point in found if point["wrong"]] == []
    failed = [point for point in found if point["status"] != 0]
    assert len(failed) > POINTS / 4
    assert {point["served"] for point in failed} == {first}
    assert {point["status"] for point in failed} == {2}
    assert [point for point in failed if "磁盘" not in "".join(point["said"])] == []
