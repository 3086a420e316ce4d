"""The index of the search is written with the site, in place of Material's."""

import json
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig

CONFIG = """\
site_name: 示例
use_directory_urls: false
theme: {name: material, language: zh, font: false}
plugins: [%s]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    write(tmp_path, "index", "# 首页\n\n独一无二\n")
    write(tmp_path, "hidden", "---\nsearch: {exclude: true}\n---\n\n# 不搜\n\n藏起来\n")
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    (root / f"docs/{name}.md").write_text(text, encoding="utf-8")


def config_of(root: Path, *, plugins: str = "search, handbook", command: str = "build") -> MkDocsConfig:
    (root / "mkdocs.yml").write_text(CONFIG % plugins, encoding="utf-8")
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"))
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
    return config


def index_of(root: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted((root / "site/search").rglob("*.js")))


def test_pages_are_in_our_index_and_in_no_other(root: Path) -> None:
    build(config_of(root))

    assert "独一无二" in index_of(root)
    assert json.loads((root / "site/search/search_index.json").read_text(encoding="utf-8"))["docs"] == []


def test_a_page_that_is_not_to_be_searched_is_in_none(root: Path) -> None:
    build(config_of(root))

    assert "藏起来" not in index_of(root)
    assert (root / "site/hidden.html").is_file()


def test_a_site_without_a_search_has_no_index(root: Path) -> None:
    build(config_of(root, plugins="handbook"))

    assert not (root / "site/search").exists()


def test_each_build_reads_the_pages_anew(root: Path) -> None:
    config = config_of(root)
    build(config)
    write(root, "index", "# 首页\n\n换了一句\n")
    build(config)

    assert "换了一句" in index_of(root)
    assert "独一无二" not in index_of(root)


def test_a_preview_keeps_the_index_of_its_first_build(root: Path) -> None:
    config = config_of(root, command="serve")
    build(config)
    write(root, "index", "# 首页\n\n换了一句\n")
    build(config)

    assert "独一无二" in index_of(root)
    assert "换了一句" in (root / "site/index.html").read_text(encoding="utf-8")
