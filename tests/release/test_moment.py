"""Of when a release is: of its commit, wherever it is checked out; and where that is unknown, it is said."""

import datetime as dt
import os
import subprocess
import time
from pathlib import Path

import pytest

from handbook.errors import BuildError
from handbook.release.moment import moment_of
from handbook.release.publishing import release, stick
from handbook.settings import Settings
from program import TODAY
from releases import write_project

COMMITTED = 1795600500  # 2026-11-25 09:55 UTC


@pytest.fixture(autouse=True)
def _undated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in a repository of two commits."""
    root = tmp_path / "root"
    for seconds, text in ((1795600000, "第一版"), (COMMITTED, "第二版")):
        write_project(root, text)
        git(root, "init", "-q")
        git(root, "add", "-A")
        git(root, "commit", "-qm", text, date=f"@{seconds} +0800")
    return root


def git(root: Path, *words: str, date: str = "") -> None:
    command = ["git", "-C", str(root), "-c", "user.name=x", "-c", "user.email=x@host.invalid", *words]
    subprocess.run(
        command, env=os.environ | ({"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date} if date else {}), check=True
    )


def test_clean_checkout_is_dated_by_its_commit_without_a_word(root: Path) -> None:
    moment = moment_of(root)

    assert (moment.seconds, moment.notices) == (COMMITTED, ())


def test_shallow_clone_has_the_right_date(root: Path, tmp_path: Path) -> None:
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth", "1", root.as_uri(), shallow], check=True)

    assert moment_of(shallow).seconds == COMMITTED


def test_exported_archive_has_the_date_of_its_commit(root: Path, tmp_path: Path) -> None:
    (tmp_path / ".git_archival.txt").write_text(f"node: 0\ncommitted: {COMMITTED}\n", encoding="utf-8")

    assert moment_of(tmp_path).seconds == COMMITTED


def test_uncommitted_changes_are_counted(root: Path) -> None:
    (root / "docs/index.md").write_text("# 首页\n\n没有提交\n", encoding="utf-8")
    (root / "docs/new.md").write_text("# 新的\n", encoding="utf-8")
    moment = moment_of(root)

    assert moment.seconds == COMMITTED
    assert moment.notices[0].startswith("有 2 个文件的改动没有提交")


def test_folder_without_a_repository_is_dated_by_the_clock_and_that_is_said(tmp_path: Path) -> None:
    moment = moment_of(tmp_path)

    assert abs(moment.seconds - time.time()) < 5
    assert moment.notices[0].startswith("这里不是 git 仓库")


def test_machine_without_git_is_told_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")

    assert moment_of(root).notices[0].startswith("没有 git 程序")


def test_checkout_of_another_user_is_told_how_to_be_trusted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # what git's own tests say instead of chown
    (notice,) = moment_of(root).notices

    assert f"git config --global --add safe.directory {root}" in notice


@pytest.mark.parametrize("given", ["", "abc", "0", "-1", "1e9", "１７９５６０００００", "9" * 30])
def test_date_that_is_none_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(BuildError, match="SOURCE_DATE_EPOCH"):
        moment_of(root)


def test_release_and_stick_hand_the_notices_on(root: Path, tmp_path: Path) -> None:
    (root / "docs/index.md").write_text("# 首页\n\n没有提交\n", encoding="utf-8")
    today = dt.date.fromisoformat(TODAY)
    served = release(root, tmp_path / "srv", today=today, settings=Settings(), key=None, keep=3)
    packed = stick(root, tmp_path / "dist", today=today, settings=Settings(), months=6)

    assert served.identifier.startswith("20261125-095500-")
    assert [len(done.notices) for done in (served, packed)] == [1, 1]
