"""A site is replaced as a whole or not at all, and nothing but a site is replaced."""

import errno
import os
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from handbook.errors import BuildError
from handbook.plugin import staging
from handbook.plugin.staging import staged


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    return tmp_path


def fill(folder: Path, text: str) -> None:
    folder.mkdir(exist_ok=True)
    for name in ("index.html", "sitemap.xml", "sitemap.xml.gz"):
        (folder / name).write_text(text, encoding="utf-8")


@contextmanager
def beside(site: Path, root: Path) -> Iterator[staging.Staging]:
    with staged(site, root=root, docs=root / "docs") as stage:
        yield stage


def publish(site: Path, root: Path, text: str) -> None:
    with beside(site, root) as stage:
        fill(stage.folder, text)
        stage.publish()


def content(site: Path) -> set[str]:
    return {path.read_text(encoding="utf-8") for path in site.iterdir()}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_published_folder_replaces_the_site_and_leaves_nothing_beside_it(root: Path) -> None:
    publish(root / "site", root, "old")
    publish(root / "site", root, "new")

    assert content(root / "site") == {"new"}
    assert names(root) == ["docs", "mkdocs.yml", "site"]


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt(), RuntimeError()])
def test_failure_before_the_switch_leaves_the_site_and_nothing_else(root: Path, error: BaseException) -> None:
    publish(root / "site", root, "old")

    def fail() -> None:
        with beside(root / "site", root) as stage:
            fill(stage.folder, "new")
            raise error

    with pytest.raises((BuildError, type(error))):
        fail()

    assert content(root / "site") == {"old"}
    assert names(root) == ["docs", "mkdocs.yml", "site"]


def test_full_disk_is_told_in_one_chinese_sentence(root: Path) -> None:
    with pytest.raises(BuildError, match=r"没有改动：磁盘满了$"), beside(root / "site", root):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_what_killed_builds_left_is_removed(root: Path) -> None:
    publish(root / "site", root, "old")
    fill(root / ".site-build-4194305", "half")
    fill(root / ".site-old", "older")
    (root / ".site-lock").touch()

    publish(root / "site", root, "new")

    assert content(root / "site") == {"new"}
    assert names(root) == ["docs", "mkdocs.yml", "site"]


def test_site_that_a_killed_build_had_moved_aside_is_put_back(root: Path) -> None:
    fill(root / ".site-old", "old")

    with pytest.raises(RuntimeError), beside(root / "site", root):
        raise RuntimeError

    assert content(root / "site") == {"old"}


def test_second_build_is_refused_while_the_first_one_runs(root: Path) -> None:
    with beside(root / "site", root) as stage:
        fill(stage.folder, "first")
        with pytest.raises(BuildError, match="另一个构建正在更新"):
            publish(root / "site", root, "second")
        stage.publish()

    assert content(root / "site") == {"first"}


def test_readers_meet_a_whole_site_at_every_moment(root: Path) -> None:
    site = root / "site"
    publish(site, root, "0")
    done = threading.Event()
    missed: list[str] = []

    def read() -> None:
        while not done.is_set():
            try:
                (site / "index.html").read_text(encoding="utf-8")
            except FileNotFoundError as error:
                missed.append(str(error))

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(50):
        publish(site, root, str(number))
    done.set()
    reader.join()

    assert missed == []


def test_where_folders_cannot_be_exchanged_two_renames_do_it(root: Path) -> None:
    fill(root / "site", "old")
    fill(root / "new", "new")

    staging._replace(root / "new", root / "site")

    assert content(root / "site") == {"new"}
    assert names(root) == ["docs", "mkdocs.yml", "site"]


def test_failing_second_rename_undoes_the_first(root: Path) -> None:
    fill(root / "site", "old")

    with pytest.raises(FileNotFoundError):
        staging._replace(root / "new", root / "site")

    assert content(root / "site") == {"old"}


def test_folder_with_other_files_is_never_replaced(root: Path) -> None:
    (root / "site").mkdir()
    (root / "site/thesis.docx").write_bytes(b"mine")

    with pytest.raises(BuildError, match="为防误删没有动它"):
        publish(root / "site", root, "new")

    assert names(root / "site") == ["thesis.docx"]


@pytest.mark.parametrize("place", [".", "..", "docs", "docs/site"])
def test_site_among_the_sources_is_refused(root: Path, place: str) -> None:
    with pytest.raises(BuildError, match="网站不能放在这里"):
        publish(root / place, root, "new")

    assert names(root) == ["docs", "mkdocs.yml"]


def test_symbolic_link_stays_and_its_folder_is_replaced(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    real = tmp_path_factory.mktemp("srv") / "handbook"
    publish(real, root, "old")
    (root / "site").symlink_to(real)

    publish(root / "site", root, "new")

    assert (root / "site").is_symlink()
    assert content(real) == {"new"}


@pytest.mark.parametrize("to", ["nowhere", "site"])
def test_broken_symbolic_link_is_refused(root: Path, to: str) -> None:
    (root / "site").symlink_to(to)

    with pytest.raises(BuildError, match="断了的符号链接"):
        publish(root / "site", root, "new")


def test_file_in_the_place_of_the_site_is_refused(root: Path) -> None:
    (root / "site").write_text("mine", encoding="utf-8")

    with pytest.raises(BuildError, match="不是文件夹"):
        publish(root / "site", root, "new")


def test_web_server_can_read_everything_whatever_the_umask(root: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(root / "site", root, "new")
    finally:
        os.umask(before)

    assert stat.S_IMODE((root / "site").stat().st_mode) == 0o755
    assert stat.S_IMODE((root / "site/index.html").stat().st_mode) == 0o644
