"""Where somebody may hide a number in commits: odd messages, names, files, merges and settings."""

import os
import subprocess
from pathlib import Path

import pytest

from handbook.cli import main
from histories import IDENTITY, PHONE, codes, commit, docx, git, run

HALF, REST = IDENTITY[:6], IDENTITY[6:]


@pytest.mark.parametrize(
    "message",
    [
        f"content: 甲\n\n\x02\n{IDENTITY}",
        f"content: 甲\n\nSigned-off-by: {IDENTITY}",
        f"content: 甲\n\n{HALF}\n{REST}",
        "content: 甲\n\n" + "".join(f"&#{ord(c)};" for c in IDENTITY),
    ],
    ids=["control character", "trailer", "two lines", "references"],
)
def test_in_a_message(root: Path, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    git(root, "commit", "-q", "--allow-empty", "--cleanup=verbatim", "-m", message)

    assert codes(root, capsys) == ["SEC001"]


def test_who_made_commits_is_told_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(3):
        git(root, "commit", "-q", "--allow-empty", "-m", "x", "--author", f"甲{PHONE} <jia.moumou@mail.invalid.cn>")

    lines = run(root, capsys, "--commits", "HEAD~3..HEAD")[1]

    assert [line.split()[:2] for line in lines] == [["提交人:1:1:", "SEC002"], ["提交人:1:1:", "SEC004"]]
    assert "git config user.email" in lines[1]


def test_who_will_commit_is_told_before(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(root, "config", "user.name", "甲")
    git(root, "config", "user.email", "jia.moumou@mail.invalid.cn")
    assert [line.split()[:2] for line in run(root, capsys, "--staged")[1]] == [["提交人:1:1:", "SEC004"]]

    git(root, "config", "user.email", "jia@example.gov.cn")
    assert run(root, capsys, "--staged") == (0, [])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("u_txt", f"号{IDENTITY}".encode("utf-16")),
        ("u_txt", f"号{IDENTITY}".encode("utf-16-be")),
        ("u_txt", f"身份证{IDENTITY}".encode("gb18030")),
        ("b_dat", b"\x00\x01" + IDENTITY.encode() + b"\x00\xff"),
        ("x_png", f"号{IDENTITY}"),
        ("noending", docx(IDENTITY, "")),
        ("x_bin", docx(IDENTITY, "")),
        ("x_doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + f"号{IDENTITY}".encode("utf-16-le")),
        ("crlf_md", f"甲\r\n号{HALF}\r\n{REST}\r\n"),
        ("cr_md", f"甲\r号{IDENTITY}\r"),
        ("patch_md", f"+++ b/x.md\n@@ -1 +1 @@\ndiff --git a/x b/x\n{'0' * 40}\n{IDENTITY}"),
    ],
    ids=range(11),
)
def test_in_a_file_that_is_no_plain_text(
    root: Path, name: str, content: str | bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(root, "content: 甲", **{name: content})

    assert "SEC001" in codes(root, capsys)  # beside what is said of a document under another kind's name


@pytest.mark.parametrize(
    "name", [b"\xb2\xe2" + IDENTITY.encode() + b"\xff.md", b'a\nb "c\\d\t.md', b"110105/19491231002X.md"]
)
def test_in_a_name(root: Path, name: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / os.fsdecode(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text("甲\n" if b"19491231" in name else f"{IDENTITY}\n", "utf-8")
    commit(root, "content: 甲")

    lines = run(root, capsys)[1]

    assert [line.partition(": ")[2].split()[0] for line in lines] == ["SEC001"]
    assert IDENTITY not in lines[0]


def test_what_cannot_be_looked_through_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(root, "content: 甲", a_zip=b"PK\x03\x04?", b_gz=b"\x1f\x8b\x08?\x00", c_txt="字" * 7 * 2**20)

    assert codes(root, capsys) == ["SEC016", "SEC017", "SEC017"]


def test_a_number_and_a_value_that_two_commits_make(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = "| 账号 | 密码 |\n|---|---|\n" + "| 甲 | 无 |\n" * 20
    commit(root, "content: 甲", docs__b_md=f"{HALF}\n", docs__c_md=table)
    commit(root, "content: 乙", docs__b_md=f"{HALF}\n{REST}\n", docs__c_md=f"{table}| 乙 | hunterXYZ |\n")
    assert codes(root, capsys) == ["SEC001", "SEC007"]

    commit(root, "content: 丙", docs__b_md=f"{HALF}\n{REST}\n\n无关\n")
    assert codes(root, capsys) == []


def test_lines_that_were_removed_and_came_back(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for text in (IDENTITY, "无", IDENTITY):
        commit(root, "content: 改", docs__b_md=f"{text}\n")
    (root / "docs/b.md").rename(root / "docs/c.md")
    commit(root, "content: 改名")

    assert codes(root, capsys, "HEAD~4..HEAD") == ["SEC001"] * 3
    assert codes(root, capsys) == ["SEC001"]


def test_in_a_merge(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for branch in ("x", "y"):
        git(root, "checkout", "-q", "-b", branch, "main")
        commit(root, "content: 改", **{f"docs__{branch}_md": "# 甲\n"})
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "--no-edit", "--no-ff", "x", "y")
    (root / "docs/new.md").write_text(f"{IDENTITY}\n", "utf-8")
    (root / "docs/new.docx").write_bytes(docx(PHONE, ""))
    git(root, "add", "-A")
    git(root, "commit", "-q", "--amend", "--no-edit")

    assert codes(root, capsys, "HEAD^..HEAD") == ["SEC001", "SEC002"]


def test_what_a_branch_brings_in_is_told_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(root, "checkout", "-q", "-b", "x")
    commit(root, "content: 甲", docs__b_md=f"{IDENTITY}\n", docs__b_docx=docx(IDENTITY, ""))
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "--no-edit", "--no-ff", "x")

    assert codes(root, capsys, "HEAD^..HEAD") == ["SEC001", "SEC001"]


def test_behind_settings_attributes_and_replacements(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(
        root, "content: 甲", _gitattributes="*.md -diff\n*.txt diff=foo\n", docs__b_md=IDENTITY, docs__b_txt=IDENTITY
    )
    clean = subprocess.run(
        ["git", "-C", root, "hash-object", "-w", "--stdin"], input=b"x", capture_output=True, check=True
    )
    git(root, "replace", git(root, "rev-parse", "HEAD:docs/b.md").strip(), clean.stdout.decode().strip())
    settings = (
        "diff.mnemonicPrefix=true log.showRoot=false color.ui=always diff.external=true diff.foo.textconv=true log.showSignature=true "
        "diff.foo.command=true log.follow=true diff.renames=copies format.pretty=oneline diff.colorMoved=zebra core.quotePath=true "
        "log.diffMerges=off diff.relative=true diff.orderFile=nowhere i18n.logOutputEncoding=UTF-16 diff.interHunkContext=5"
    )
    for name, _, value in (setting.partition("=") for setting in settings.split()):
        git(root, "config", name, value)

    assert codes(root, capsys) == ["SEC001", "SEC001"]


def test_in_the_first_commit_of_another_history(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(root, "checkout", "-q", "--orphan", "other")
    git(root, "rm", "-rfq", ".")
    commit(root, "content: 另起", docs__z_md=IDENTITY)
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "--allow-unrelated-histories", "--no-edit", "other")

    assert codes(root, capsys, "HEAD^..HEAD") == ["SEC001"]


def test_in_what_a_repository_without_commits_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "a.md").write_text(IDENTITY, "utf-8")
    git(tmp_path, "add", "-A")

    assert run(tmp_path, capsys, "--staged")[0] == 1


@pytest.mark.parametrize("form", ["text", "github", "json", "gitlab"])
def test_no_format_prints_the_number(root: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    commit(root, f"content: {PHONE}", **{f"docs__{IDENTITY}_md": f"{IDENTITY}\n"})

    assert main(["secrets", "--root", str(root), "--commits", "HEAD~1..HEAD", "--format", form]) == 1
    printed = "".join(capsys.readouterr())
    assert "SEC001" in printed
    assert PHONE not in printed
    assert IDENTITY not in printed


def test_in_all_of_a_repository(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(root, "checkout", "-q", "-b", f"甲{PHONE}")
    commit(root, "content: 乙", docs__b_md=f"{IDENTITY}\n")
    git(root, "tag", "-a", "v1", "-m", f"密码：hunterXYZ\n{IDENTITY}")
    git(root, "checkout", "-q", "main")
    git(root, "notes", "add", "-m", f"电话{PHONE}")

    lines = run(root, capsys, "--all")[1]

    assert sorted(line.partition(": ")[2].split()[0] for line in lines) == ["SEC001"] * 2 + ["SEC002"] * 3 + ["SEC007"]
    assert any(line.startswith("分支和标签:1:1: SEC002") for line in lines)


def test_in_a_repository_without_commits_there_is_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(tmp_path, "init", "-q")

    assert run(tmp_path, capsys, "--all") == (0, [])
