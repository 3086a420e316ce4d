"""A range that cannot be looked through, or not wholly, is refused in one Chinese sentence."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from histories import commit, git, refusal, run


@pytest.mark.parametrize(
    ("commits", "reason"),
    [
        ("HEAD", "不是提交的范围"),
        ("..HEAD", "不是提交的范围"),
        ("--output=x..y", "不是提交的范围"),
        ("nowhere..HEAD", "没有起点“nowhere”"),
        ("HEAD..nowhere", "没有终点“nowhere”"),
        ("HEAD..--all", "没有终点“--all”"),
        (f"{'0' * 40}..HEAD", "起点全是 0"),
        ("HEAD^{tree}..HEAD", "没有起点"),
        ("HEAD..HEAD~1", "写反了"),
    ],
)
def test_a_range_that_is_none_is_refused(
    root: Path, commits: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(root, "content: 再来")

    assert reason in refusal(root, capsys, f"--commits={commits}")


@pytest.mark.parametrize(
    ("commits", "said"),
    [("HEAD..HEAD", "里没有提交"), ("HEAD~1..", "查了 1 个提交"), ("HEAD~1...HEAD", "查了 1 个提交")],
)
def test_what_was_looked_through_is_told(
    root: Path, commits: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from handbook.cli import main

    commit(root, "content: 再来")

    assert main(["secrets", "--root", str(root), f"--commits={commits}"]) == 0
    assert said in capsys.readouterr().err


def test_a_shallow_clone_is_refused_where_commits_are_missing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = git(root, "rev-parse", "HEAD").strip()
    for step in "乙丙丁":
        commit(root, f"content: {step}")
    shallow = root.parent / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth", "2", f"file://{root}", str(shallow)], check=True)

    assert "浅克隆" in refusal(shallow, capsys, f"--commits={first}..HEAD")
    git(shallow, "fetch", "-q", "--depth", "1", "origin", first)
    assert "浅克隆" in refusal(shallow, capsys, f"--commits={first}..HEAD")
    assert "浅克隆" in refusal(shallow, capsys, "--all")
    assert run(shallow, capsys, "--commits", "HEAD~1..HEAD")[0] == 0


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"x")], ids=["gone", "bad"])
def test_a_damaged_repository_is_named(root: Path, harm: object, capsys: pytest.CaptureFixture[str]) -> None:
    commit(root, "content: 乙", docs__b_md="# 乙\n")
    blob = git(root, "rev-parse", "HEAD:docs/b.md").strip()
    path = root / ".git/objects" / blob[:2] / blob[2:]
    path.chmod(0o644)
    assert callable(harm)
    harm(path)

    assert "缺少要查的内容" in refusal(root, capsys, "--commits=HEAD~1..HEAD")


@pytest.mark.parametrize(("file", "reason"), [("index", "索引"), ("config", "设置文件")])
def test_a_damaged_file_of_git_is_named(root: Path, file: str, reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    (root / ".git" / file).write_bytes(b"[broken")

    assert reason in refusal(root, capsys, "--staged")


def test_a_partial_clone_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(root, "content: 乙", docs__b_md="# 乙\n")
    git(root, "config", "uploadpack.allowFilter", "true")
    part = root.parent / "part"
    clone = ["git", "clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{root}", str(part)]
    subprocess.run(clone, check=True)
    shutil.rmtree(root)

    assert "只取来了一部分" in refusal(part, capsys, "--commits=HEAD~1..HEAD")


@pytest.mark.parametrize("option", ["--commits=a..b", "--staged"])
def test_a_folder_without_a_repository_is_named(
    tmp_path: Path, option: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", os.fspath(tmp_path.parent))

    assert refusal(tmp_path, capsys, option) == "这里不是 git 仓库，没有提交可查"
    assert refusal(tmp_path / "none", capsys, option) == "没有这个文件夹"


def test_a_machine_without_git_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", os.fspath(root))

    assert refusal(root, capsys, "--staged") == "没有 git 程序，查不了提交"


@pytest.mark.parametrize("options", [[], ["--staged", "--all"], ["--commits=HEAD~1..HEAD", "--staged"]])
def test_one_thing_is_looked_through_at_a_time(
    root: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert "三个里写一个" in refusal(root, capsys, *options)
