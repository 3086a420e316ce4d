"""`handbook secrets`: what commits add is looked through, what a later commit removed too."""

import subprocess
from pathlib import Path

import pytest

from histories import IDENTITY, PHONE, commit, docx, git, run


def test_only_what_the_range_adds_is_told_at_its_line(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(root, "content: 加一行", docs__a_md=f"# 甲\n\n旧的{PHONE}\n\n新的{IDENTITY}\n")

    status, lines = run(root, capsys)

    assert status == 1
    assert [line.split()[:2] for line in lines] == [["docs/a.md:5:3:", "SEC001"]]
    assert IDENTITY not in lines[0]


def test_what_a_later_commit_removed_is_still_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = commit(root, "content: 加一页", docs__b_md=f"# 乙\n\n{IDENTITY}\n")
    commit(root, "content: 删去", docs__b_md=None)

    _, lines = run(root, capsys, "--commits", "HEAD~2..HEAD")

    assert [line.split()[:2] for line in lines] == [["docs/b.md:3:1:", "SEC001"]]
    assert first[:8] in lines[0]


def test_messages_names_and_documents_are_looked_through(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    message = f"content: 改电话\n\n问过{PHONE}\n\nCo-authored-by: 甲 <jia@example.cn>"
    commit(root, message, docs__c_docx=docx(f"号{IDENTITY}", "甲某某"), **{f"docs__{IDENTITY}_txt": "甲\n"})

    _, lines = run(root, capsys)

    assert sorted(line.partition(": ")[2].split()[0] for line in lines) == ["SEC001", "SEC001", "SEC002", "SEC018"]
    assert not any(IDENTITY in line or PHONE in line for line in lines)


def test_settings_of_git_hide_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(root, "content: 藏", _gitattributes="*.md -diff\n", docs__b_md=f"# 乙\n\n{IDENTITY}\n")
    git(root, "config", "diff.noprefix", "true")

    assert [line.split()[1] for line in run(root, capsys)[1]] == ["SEC001"]


def test_lines_that_a_merge_adds_of_its_own_are_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(root, "checkout", "-q", "-b", "other")
    commit(root, "content: 乙", docs__a_md="# 甲\n\n乙\n")
    git(root, "checkout", "-q", "main")
    commit(root, "content: 丙", docs__a_md="# 甲\n\n丙\n")
    subprocess.run(["git", "-C", str(root), "merge", "-q", "other"], check=False, capture_output=True)
    commit(root, "content: 合并", docs__a_md=f"# 甲\n\n{IDENTITY}\n")

    assert [line.split()[:2] for line in run(root, capsys)[1]] == [["docs/a.md:3:1:", "SEC001"]]


def test_what_is_staged_is_told_before_it_is_committed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "docs/b.md").write_text(f"# 乙\n\n{IDENTITY}\n", encoding="utf-8")
    git(root, "add", "-A")

    assert run(root, capsys, "--staged")[0] == 1


def test_an_exception_lets_its_value_pass_until_its_day(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(root, "content: 加一页", docs__b_md=f"# 乙\n\n{IDENTITY}\n")
    fingerprint = run(root, capsys)[1][0].rpartition("指纹 ")[2].removesuffix("）")
    entry = "- {{文件: docs/b.md, 规则: SEC001, 指纹: {}, 理由: 示例, 审核岗位: 保密负责人, 到期: {}}}\n"
    (root / ".handbook").mkdir()

    (root / ".handbook/exceptions.yml").write_text(entry.format(fingerprint, "2027-01-31"), encoding="utf-8")
    assert run(root, capsys)[0] == 0

    (root / ".handbook/exceptions.yml").write_text(entry.format(fingerprint, "2026-01-31"), encoding="utf-8")
    assert run(root, capsys)[0] == 1


def test_a_clean_range_is_clean(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(root, "content: 加一页", docs__b_md="# 乙\n\n000-0000000\n")

    assert run(root, capsys) == (0, [])
