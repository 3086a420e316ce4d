"""`handbook statutes import`: what a text holds, and a clean copy outside of docs."""

from pathlib import Path

import pytest

from handbook.cli import main
from handbook.sources.statute_texts import read_text_file

FIXTURE = Path(__file__).parent / "fixtures/rules/LAW007-wrong-clause/good"
TEXT = FIXTURE / "texts/shili-guize-2099.md"


def run(*arguments: object) -> int:
    return main(["statutes", "import", *map(str, arguments), "--root", str(FIXTURE)])


def test_a_whole_text_is_written_so_that_it_reads_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "示例规则.md"
    source.write_text(TEXT.read_text(encoding="utf-8").replace("**", "").replace("## ", ""), encoding="utf-8")

    assert run(source, "--to", tmp_path / "texts") == 0

    target = tmp_path / "texts/shili-guize-2099.md"
    assert capsys.readouterr().out.splitlines() == [
        f"{source}",
        "  标题：示例机关示例工作规则",
        "  登记表：《示例规则》（shili-guize-2099，现行有效）",
        "  条数：12；款 13，项 3",
        "  条次：从第一条连到第十二条",
        f"  已写入：{target}",
    ]
    assert read_text_file(target).layout.articles == read_text_file(TEXT).layout.articles
    assert "## 第二章 办理\n\n**第五条**　" in target.read_text(encoding="utf-8")


def test_the_folder_of_the_settings_is_the_default(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs/reference").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: 示例\n", encoding="utf-8")
    register = (FIXTURE / "docs/reference/statutes.yml").read_text(encoding="utf-8")
    (tmp_path / "docs/reference/statutes.yml").write_text(register, encoding="utf-8")

    assert main(["statutes", "import", str(TEXT), "--root", str(tmp_path)]) == 0
    assert capsys.readouterr().err == "没有写：用 --to 写明文件夹，或者在 [tool.handbook] 里设 statute_texts\n"

    (tmp_path / "pyproject.toml").write_text('[tool.handbook]\nstatute_texts = "原文"\n', encoding="utf-8")
    assert main(["statutes", "import", str(TEXT), "--root", str(tmp_path)]) == 0
    assert [path.name for path in (tmp_path / "原文").iterdir()] == ["shili-guize-2099.md"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("**第四条**　示例机关可以派人查看登记簿。\n", "", "“示例规则”的原文条次不连续：缺第 4 条"),
        ("**第十二条**　这里是示例的第十二句话。\n", "", "“示例规则”的原文有 11 条，登记表写的是 12 条"),
    ],
)
def test_a_text_that_does_not_fit_is_not_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, fault: str
) -> None:
    source = tmp_path / "shili-guize-2099.md"
    text = TEXT.read_text(encoding="utf-8")
    assert old in text
    source.write_text(text.replace(old, new), encoding="utf-8")

    assert run(source, "--to", tmp_path / "texts") == 1
    assert f"  有问题：{fault}" in capsys.readouterr().out.splitlines()
    assert not (tmp_path / "texts").exists()


def test_a_text_of_no_known_statute_or_without_articles_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_text("# 别的办法\n\n第一条　甲。\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("# 通知\n\n一、甲。\n", encoding="utf-8")

    assert run(tmp_path / "a.md", tmp_path / "b.md", "--to", tmp_path / "texts") == 1
    shown = capsys.readouterr().out
    assert "登记表里没有这部法规" in shown
    assert "没有认出一条" in shown


@pytest.mark.parametrize(
    ("name", "message"), [("a.doc", "只认 .docx 和 .md"), ("none.md", "没有这个文件"), ("bad.docx", "不是 .docx 文件")]
)
def test_a_file_that_cannot_be_read_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, message: str
) -> None:
    if name == "bad.docx":
        (tmp_path / name).write_bytes(b"no zip")

    assert run(tmp_path / name) == 2
    assert message in capsys.readouterr().err


def test_texts_never_go_into_docs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(TEXT, "--to", FIXTURE / "docs/原文") == 2
    assert "不放进手册的 docs 文件夹" in capsys.readouterr().err
    assert not (FIXTURE / "docs/原文").exists()
