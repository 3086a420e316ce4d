"""`handbook secrets`: what commits add is looked through, what a later commit removed too."""

import io
import subprocess
import zipfile
from pathlib import Path

import pytest

from handbook.cli import main

PHONE = "13912345678"
IDENTITY = "11010519491231002X"


def git(root: Path, *arguments: str) -> str:
    names = ["-c", "user.name=甲某某", "-c", "user.email=jia@example.invalid"]
    return subprocess.run(
        ["git", "-C", str(root), *names, *arguments], check=True, capture_output=True, encoding="utf-8"
    ).stdout


def commit(root: Path, message: str, **files: str | bytes | None) -> str:
    for name, content in files.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", message)
    return git(root, "rev-parse", "HEAD").strip()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "content: 开始", mkdocs_yml="site_name: 示例\n", docs__a_md=f"# 甲\n\n旧的{PHONE}\n")
    return tmp_path


def run(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    status = main(
        ["secrets", "--root", str(root), "--today", "2026-11-25", *(arguments or ("--commits", "HEAD~1..HEAD"))]
    )
    return status, capsys.readouterr().out.splitlines()


def docx(text: str, creator: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "word/document.xml", f'<w:document xmlns:w="w"><w:body><w:p><w:t>{text}</w:t></w:p></w:body></w:document>'
        )
        package.writestr("docProps/core.xml", f'<c xmlns:dc="d"><dc:creator>{creator}</dc:creator></c>')
    return packed.getvalue()


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


@pytest.mark.parametrize("commits", ["HEAD", "nowhere..HEAD", "--output=x..y"])
def test_a_range_that_is_none_cannot_be_looked_through(
    root: Path, commits: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["secrets", "--root", str(root), f"--commits={commits}"]) == 2
    assert capsys.readouterr().err.startswith("handbook: ")


def test_a_clean_range_is_clean(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(root, "content: 加一页", docs__b_md="# 乙\n\n000-0000000\n")

    assert run(root, capsys) == (0, [])
