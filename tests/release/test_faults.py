"""A release that is killed, or finds no room on the disk, at twenty random points: what is served stays whole."""

from pathlib import Path

import pytest

from faulty_releases import KINDS, POINTS, points, prepare
from releases import handbook, release


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    prepare(tmp_path)
    return tmp_path


def test_killed_release_leaves_a_whole_one_served_and_the_next_one_works(folder: Path) -> None:
    first = (folder / "srv/current").readlink().name
    found = points(folder, "kill")

    assert [point for point in found if not point["killed"] or point["wrong"]] == []
    # Only who dies behind the switch serves the new one.
    assert len(found) == POINTS
    assert [point["served"] for point in found[: POINTS // 2]] == [first] * (POINTS // 2)

    second = release(folder / "root", folder / "srv", epoch=1795600100)
    assert handbook("verify-release", str(folder / "srv")).returncode == 0
    assert {point["served"] for point in found} <= {first, second}
    assert list((folder / "srv/releases").glob(".staging-*")) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "kill"])
def test_full_disk_leaves_what_is_served(folder: Path, kind: str) -> None:
    first = (folder / "srv/current").readlink().name
    found = points(folder, kind)

    assert [point for point in found if point["wrong"]] == []
    failed = [point for point in found if point["status"] != 0]
    assert len(failed) > POINTS / 4
    assert {point["served"] for point in failed} == {first}
    assert {point["status"] for point in failed} == {2}
    assert [point for point in failed if "磁盘" not in "".join(point["said"])] == []
