"""The command line as an author, a shell and a CI job meet it: exit status, output, what it never does."""

import json
import re
import socket
from pathlib import Path

import pytest

import program
from handbook.cli import main

HEAD = "---\nkind: guide\ntitle: 甲\nsummary: 甲。\nowner: 示例部门\n"


def project(root: Path, **pages: str) -> Path:
    """A plain MkDocs project with an index and some more pages."""
    (root / "docs").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: 示例\n", encoding="utf-8")
    for name, text in {"index": "# 首页\n", **pages}.items():
        (root / f"docs/{name}.md").write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    return project(tmp_path / "clean", index="# 首页\n\n[乙](b.md)\n", b="# 乙\n\n[首页](index.md)\n")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Three faults: two on one line, and one in the page that is read first."""
    return project(
        tmp_path / "faulty",
        index="# 首页\n\n[甲](a.md) [乙](b.md) [丙](c.md)\n",
        a="# 甲\n\n第一行\n[丁](d.md)\n",
    )


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every attempt to reach another machine; it fails."""
    tried: list[str] = []

    def refuse(*arguments: object, **_: object) -> None:
        tried.append(str(arguments))
        raise OSError("no network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return tried


def test_a_clean_project_ends_with_0_and_prints_no_result(clean: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(clean)]) == 0
    assert capsys.readouterr() == ("", "没有发现问题\n")


def test_findings_end_with_1_and_are_sorted_by_place(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(faulty)]) == 1

    out, err = capsys.readouterr()
    places = [line.split(" ")[0] for line in out.splitlines()]
    assert places == ["docs/a.md:4:1:", "docs/index.md:3:11:", "docs/index.md:3:21:"]
    assert err == "共 3 个问题\n"


@pytest.mark.parametrize("format_name", ["text", "json", "github", "gitlab"])
def test_every_format_reports_every_finding_and_ends_alike(
    faulty: Path, clean: Path, capsys: pytest.CaptureFixture[str], format_name: str
) -> None:
    assert main(["check", "--root", str(faulty), "--format", format_name]) == 1
    assert capsys.readouterr().out.count("docs/index.md") == 2
    assert main(["check", "--root", str(clean), "--format", format_name]) == 0
    assert capsys.readouterr().out.strip() in ("", "[]")


def test_json_names_the_target_of_a_link(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--root", str(faulty), "--format", "json"])

    first, *_ = json.loads(capsys.readouterr().out)
    assert {key: first[key] for key in ("path", "line", "column", "code", "rule", "severity", "target")} == {
        "path": "docs/a.md",
        "line": 4,
        "column": 1,
        "code": "LNK001",
        "rule": "dead-link",
        "severity": "error",
        "target": "d.md",
    }
    assert first["message"]
    assert first["hint"]


def test_github_lines_are_workflow_commands(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--root", str(faulty), "--format", "github"])

    pattern = r"::error file=docs/\w+\.md,line=\d+,col=\d+,title=LNK001 dead-link::.+"
    assert all(re.fullmatch(pattern, line) for line in capsys.readouterr().out.splitlines())


def test_gitlab_fingerprints_are_unique(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--root", str(faulty), "--format", "gitlab"])

    entries = json.loads(capsys.readouterr().out)
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "--root", "nowhere"], "nowhere"),
        (["build", "--root", "nowhere"], "nowhere"),
        (["audit", "nowhere"], "nowhere"),
        (["explain", "XYZ999"], "XYZ999"),
    ],
)
def test_what_is_not_there_ends_with_2_and_one_line_that_names_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(arguments) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("handbook: ")
    assert err.count("\n") == 1
    assert words in err


@pytest.mark.parametrize(
    "arguments",
    [[], ["frobnicate"], ["check", "--format", "xml"], ["check", "--today", "2026-13-01"], ["check", "--no-such"]],
)
def test_a_wrong_command_line_ends_with_2_and_points_to_the_help(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)

    assert stop.value.code == 2
    assert "handbook --help" in capsys.readouterr().err


def test_explain_prints_the_manual_of_a_rule_and_of_a_check_in_any_case(capsys: pytest.CaptureFixture[str]) -> None:
    for code, words in (("lnk001", "LNK001 dead-link"), ("AUD007", "AUD007 outside-request")):
        assert main(["explain", code]) == 0
        out = capsys.readouterr().out
        assert out.startswith(f"{words}\n\n")
        assert "为什么：" in out


def test_explain_without_a_code_lists_every_rule_with_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert all(re.fullmatch(r"[A-Z]{3}\d{3} [a-z0-9-]+ \S.*", line) for line in lines)
    assert {line.split()[0][:3] for line in lines} >= {"LNK", "FLD", "TPL", "FLW", "PAG", "AUD"}
    assert len({line.split()[0] for line in lines}) == len(lines)


def test_external_lists_the_addresses_of_other_hosts_and_asks_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], no_network: list[str]
) -> None:
    root = project(
        tmp_path / "site", index="# 首页\n\n[乙](b.md) [外](https://b.example/x) <https://a.example/>\n", b="# 乙\n"
    )

    assert main(["check", "--root", str(root), "--external"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "docs/index.md:3:11: https://b.example/x",
        "docs/index.md:3:36: https://a.example/",
    ]
    assert no_network == []


def test_probe_asks_and_a_host_that_does_not_answer_is_a_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], no_network: list[str]
) -> None:
    root = project(tmp_path / "site", index="# 首页\n\n[外](https://b.example/x)\n")

    assert main(["check", "--root", str(root), "--external", "--probe"]) == 1
    assert "https://b.example/x 访问不了" in capsys.readouterr().out
    assert no_network


def test_check_asks_no_other_machine(repo_root: Path, no_network: list[str]) -> None:
    main(["check", "--root", str(repo_root), "--today", program.TODAY])

    assert no_network == []


@pytest.mark.parametrize(("today", "status"), [("2026-11-25", 0), ("2027-02-25", 0), ("2027-02-26", 1)])
def test_today_decides_whether_a_review_is_overdue(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], today: str, status: int
) -> None:
    root = project(tmp_path / "site", index=f"{HEAD}reviewed: 2026-11-25\nreview_in: 3个月\n---\n\n# 甲\n\n乙。\n")

    assert main(["check", "--root", str(root), "--today", today]) == status
    assert ("PAG027" in capsys.readouterr().out) == bool(status)


def test_the_module_runs_as_a_program_and_keeps_results_apart_from_words(faulty: Path, repo_root: Path) -> None:
    arguments = ["check", "--root", str(faulty), "--format", "json"]

    ended = program.run(arguments, checkout=repo_root, PYTHONUTF8="0", LC_ALL="C")

    assert ended.returncode == 1
    assert len(json.loads(ended.stdout)) == 3
    assert ended.stderr == ""


def test_strict_check_hears_no_comment_that_silences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: 示例\n", encoding="utf-8")
    text = "# 甲\n\n<!-- handbook: ignore LNK001 还没写 -->\n\n[断](none.md)\n"
    (tmp_path / "docs/index.md").write_text(text, encoding="utf-8")

    assert main(["check", "--root", str(tmp_path)]) == 0
    assert main(["check", "--strict", "--root", str(tmp_path)]) == 1
    assert "LNK001" in capsys.readouterr().out
