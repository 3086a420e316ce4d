"""File names that a site, Windows or a USB stick cannot hold."""

import pytest
from mkdocs.structure.files import File

from handbook.sources.names import address, name_faults


def faults(*files: str, use_directory_urls: bool = True) -> list[str]:
    return [f"{f.span.path} {f.message}" for f in name_faults(files, "docs", use_directory_urls=use_directory_urls)]


@pytest.mark.parametrize("src", ["index.md", "README.md", "a.md", "b/index.md", "b/c.markdown", "b/README.md", "x.png"])
@pytest.mark.parametrize("use_directory_urls", [True, False])
def test_the_address_is_the_one_that_mkdocs_writes(src: str, use_directory_urls: bool) -> None:
    assert address(src, use_directory_urls=use_directory_urls) == File(src, "docs", "site", use_directory_urls).dest_uri


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("50%.md", "名字“50%.md”里有“%”，网址会断"),
        ("a/第1#.md", "名字“第1#.md”里有“#”，网址会断"),
        ("a?.md", "名字“a?.md”里有“?”，网址会断"),
        ("a:b.md", "名字“a:b.md”里有“:”，网址会断"),
        ("con.md", "名字“con.md”在 Windows 上是保留名"),
        ("Aux/a.md", "名字“Aux”在 Windows 上是保留名"),
        ("com1.tar.gz", "名字“com1.tar.gz”在 Windows 上是保留名"),
        ("a .md", "名字“a .md”的头尾有空格或者句点"),
        ("a./b.md", "名字“a.”的头尾有空格或者句点"),
        ("a.MD", "扩展名“.MD”有大写字母，不会生成网页"),
        ("a" * 201, "路径有 201 个字，超过 200"),
    ],
)
def test_an_unsafe_name_is_told(name: str, message: str) -> None:
    assert faults(name) == [f"docs/{name} {message}"]


@pytest.mark.parametrize("name", ["受理（试行）.md", "〔2099〕1号.md", "a b.md", "a.b.c.md", ".hidden", "console.md"])
def test_an_odd_but_safe_name_is_fine(name: str) -> None:
    assert faults(name) == []


def test_two_pages_of_one_address_are_told() -> None:
    assert faults("a.md", "a/index.md") == ["docs/a/index.md 和“a.md”生成同一个网页“a/index.html”，有一个会丢失"]
    assert faults("a.md", "a/index.md", use_directory_urls=False) == []
    assert faults("index.md", "README.md", use_directory_urls=False) == [
        "docs/index.md 和“README.md”生成同一个网页“index.html”，有一个会丢失"
    ]


def test_twins_by_case_or_by_unicode_form_are_told() -> None:
    assert faults("A.md", "a.md") == ["docs/a.md 和“A.md”只有大小写或者字的编码不同，在 Windows 上是同一个文件"]
    assert len(faults("caf\u00e9.md", "cafe\u0301.md")) == 1
