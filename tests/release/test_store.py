"""The folder of releases: what may be one, and what becomes of releases that were damaged or will not go."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.errors import BuildError
from handbook.release.store import Store
from releases import handbook, make_key, release, write_project


def link_to_nothing(place: Path) -> None:
    place.symlink_to("nowhere")


def plain_file(place: Path) -> None:
    place.touch()


def other_things(place: Path) -> None:
    place.mkdir()
    (place / "letters.txt").touch()


def folder_for_a_link(place: Path) -> None:
    (place / "releases").mkdir(parents=True)
    (place / "current").mkdir()


@pytest.mark.parametrize(
    ("occupy", "said"),
    [
        (link_to_nothing, "断了的符号链接"),
        (plain_file, "不是文件夹"),
        (other_things, "里有别的文件"),
        (folder_for_a_link, "应当是指向某一版的链接"),
    ],
)
def test_folder_for_something_else_is_refused_and_left_as_it_is(
    tmp_path: Path, occupy: Callable[[Path], None], said: str
) -> None:
    place = tmp_path / "srv"
    occupy(place)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(BuildError, match=said), Store(place).held():
        pass

    assert sorted(tmp_path.rglob("*")) == before


def test_mount_point_with_only_what_the_file_system_put_there_will_do(tmp_path: Path) -> None:
    (tmp_path / "lost+found").mkdir()
    with Store(tmp_path).held():
        assert (tmp_path / "releases").is_dir()


def test_folder_behind_a_link_will_do(tmp_path: Path) -> None:
    write_project(tmp_path / "root", "第一版")
    (tmp_path / "disk").mkdir()
    (tmp_path / "srv").symlink_to("disk")
    identifier = release(tmp_path / "root", tmp_path / "srv")

    assert (tmp_path / "disk/current").readlink() == Path("releases") / identifier


def test_damaged_release_is_whole_again_when_it_is_released_again(tmp_path: Path) -> None:
    write_project(tmp_path / "root", "第一版")
    first = release(tmp_path / "root", tmp_path / "srv")
    (tmp_path / "srv/current/site/index.html").write_text("x", encoding="utf-8")
    again = release(tmp_path / "root", tmp_path / "srv")

    assert first == again
    assert handbook("verify-release", str(tmp_path / "srv")).returncode == 0
    assert [path.name for path in (tmp_path / "srv/releases").iterdir()] == [first]


def test_wrong_key_is_told_before_anything_is_built(tmp_path: Path) -> None:
    write_project(tmp_path / "root", "第一版")
    key, _ = make_key(tmp_path)
    key.write_text("no key", encoding="utf-8")
    key.with_suffix(".pub").unlink()
    (tmp_path / "root/theme/main.html").write_text("{{ broken", encoding="utf-8")
    ended = handbook("release", "--root", str(tmp_path / "root"), "--to", str(tmp_path / "srv"), "--key", str(key))

    assert ended.returncode == 2
    assert "没有签成名" in ended.stderr
    assert list((tmp_path / "srv/releases").iterdir()) == []


def test_old_release_that_will_not_go_is_a_word_not_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    for name in ("1", "2", "3", "4"):
        (store.releases / name).mkdir(parents=True)

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(shutil, "rmtree", refuse)

    assert store.prune(3) == ["旧版 1 没有删干净（Permission denied），请用它所属的用户删去"]
