"""A page that hangs or breaks the build is named in one Chinese sentence."""

import time
from pathlib import Path

import markdown
import pytest

from handbook.cli import main
from handbook.plugin import site, watch
from handbook.renderers.form import data_block

SITE = "site_name: 示例\nuse_directory_urls: false\nmarkdown_extensions: [x]\n"
BREAKING = """
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor


class Breaking(Preprocessor):
    def run(self, lines):
        if "BREAK" in lines:
            raise ZeroDivisionError("x")
        while "HANG" in lines:
            pass
        return lines


class BreakingExtension(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Breaking(md), "breaking", 1)


def makeExtension(**_):
    return BreakingExtension()
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    name = f"breaking_{abs(hash(tmp_path))}"
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(SITE.replace("[x]", f"[{name}]"), encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# 甲\n\n正文。\n", encoding="utf-8")
    (tmp_path / f"{name}.py").write_text(BREAKING, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def build(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    status = main(["build", "--root", str(root), "--site-dir", str(root / "site")])
    return status, capsys.readouterr().err.splitlines()


def test_a_crash_names_its_page(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs/b.md").write_text("# 乙\n\nBREAK\n\n[甲](index.md)\n", encoding="utf-8")

    status, lines = build(project, capsys)

    assert status == 2
    assert len(lines) == 1
    assert lines[0].startswith("handbook: docs/b.md:1:1: 生成这一页时 Markdown 或者插件出错了（ZeroDivisionError x）")


def test_a_hang_names_its_page(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "docs/b.md").write_text("# 乙\n\nHANG\n\n[甲](index.md)\n", encoding="utf-8")
    monkeypatch.setattr(watch.Watch.__init__, "__defaults__", (1,))
    start = time.monotonic()

    status, lines = build(project, capsys)

    assert status == 2
    assert [line.partition("：")[0] for line in lines] == [lines[0].partition("：")[0]]
    assert lines[0].startswith("handbook: docs/b.md:1:1: 生成这一页用了")
    assert time.monotonic() - start < 15


def test_a_good_page_is_built(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(project, capsys)[0] == 0
    assert (project / "site/index.html").is_file()


def test_a_crash_that_this_package_caused_in_the_standard_library_keeps_its_traceback() -> None:
    with pytest.raises(TypeError) as ours:
        data_block(object())
    with pytest.raises(AttributeError) as theirs:
        markdown.Markdown().convert(None)  # type: ignore[arg-type]

    assert (site._is_ours(ours.value), site._is_ours(theirs.value)) == (True, False)
