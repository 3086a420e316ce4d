"""mkdocs.yml of any project is read for what the handbook needs, and what MkDocs would stumble over is told."""

from pathlib import Path

import pytest

from handbook.errors import RootError
from handbook.sources.site import SiteSource, read_site


def read(root: Path, text: str | bytes, **others: str) -> SiteSource:
    (root / "docs").mkdir(exist_ok=True)
    (root / "mkdocs.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    for name, words in others.items():
        (root / f"{name}.yml").write_text(words, encoding="utf-8")
    return read_site(root)


def faults(source: SiteSource) -> list[str]:
    return [f"{fault.span} {fault.kind} {fault.message}" for fault in source.faults]


def test_a_bare_project_has_the_defaults_of_mkdocs(tmp_path: Path) -> None:
    source = read(tmp_path, "site_name: 示例\n")

    assert source.faults == ()
    assert (source.site.docs_dir, source.site.nav, source.site.use_directory_urls) == ("docs", None, True)
    assert source.site.extensions == {"toc", "tables", "fenced_code"}
    assert source.theme == "mkdocs"
    assert [source.is_excluded(src) for src in ("a.md", ".a.md", "templates/a.md", "b/templates/a.md")] == [
        False,
        True,
        True,
        False,
    ]


def test_nav_is_flattened_with_titles_sections_and_places(tmp_path: Path) -> None:
    text = "site_name: 示例\nnav:\n  - index.md\n  - 信访举报:\n    - 来信: a.md\n    - https://example.org/\n"

    nav = read(tmp_path, text).site.nav or ()

    assert [(entry.target, entry.title, entry.sections, entry.span.line) for entry in nav] == [
        ("index.md", "", (), 3),
        ("a.md", "来信", ("信访举报",), 5),
        ("https://example.org/", "", ("信访举报",), 6),
    ]


def test_a_plugin_that_makes_the_navigation_leaves_none_to_check(tmp_path: Path) -> None:
    assert read(tmp_path, "site_name: 示例\nnav: [a/]\nplugins: [search, literate-nav]\n").site.nav is None


def test_exclusions_are_those_of_git_with_mkdocs_own_before_them(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        'site_name: 示例\nexclude_docs: |\n  !/templates/\n  *.tmp\n  drafts/\ndraft_docs: "_*.md"\nnot_in_nav: /n/\n',
    )

    assert [src for src in ("templates/a.md", "a.tmp", "b/drafts/c.md", "_x.md", ".d") if source.is_excluded(src)] == [
        "a.tmp",
        "b/drafts/c.md",
        "_x.md",
        ".d",
    ]
    assert (source.outside_nav("n/a.md"), source.outside_nav("b/n/a.md")) == (True, False)


@pytest.mark.parametrize(
    ("setting", "slug"),
    [
        ("markdown_extensions: [toc]", "xf-01"),
        (
            "markdown_extensions:\n  - toc: {slugify: !!python/name:markdown.extensions.toc.slugify_unicode ''}",
            "受理-xf-01",
        ),
        ("markdown_extensions:\n  toc:\n    slugify: !!python/object/apply:pymdownx.slugs.slugify {}", "受理-XF-01"),
        (
            "markdown_extensions:\n  - toc:\n      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}",
            "受理-xf-01",
        ),
    ],
)
def test_the_ids_of_headings_follow_the_slug_function_that_a_tag_names(tmp_path: Path, setting: str, slug: str) -> None:
    source = read(tmp_path, f"site_name: 示例\n{setting}\n")

    assert source.faults == ()
    assert source.dialect.slugify("受理 XF-01", "-").strip("-") == slug


def test_options_of_extensions_and_of_the_theme_are_kept(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    source = read(
        tmp_path,
        "site_name: 示例\ntheme: {name: material, custom_dir: ours, favicon: f.png, logo: l.svg}\n"
        "markdown_extensions:\n  - admonition\n  - pymdownx.snippets: {base_path: [parts]}\n"
        "extra_javascript: [a.js, {path: b.mjs, type: module}]\nhooks: [h.py]\n",
    )

    assert (source.theme, source.custom_dir, source.favicon, source.logo) == ("material", "ours", "f.png", "l.svg")
    assert source.snippet_paths == ("parts",)
    assert source.dialect.admonition
    assert [script.text for script in source.extra_javascript] == ["a.js", "b.mjs"]
    assert [hook.text for hook in source.hooks] == ["h.py"]


def test_the_offline_plugin_turns_directory_urls_off(tmp_path: Path) -> None:
    assert not read(tmp_path, "site_name: 示例\nplugins: [offline]\n").site.use_directory_urls
    assert read(tmp_path, "site_name: 示例\nplugins: [offline: {enabled: false}]\n").site.use_directory_urls


def test_values_from_the_environment_are_put_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDBOOK_URLS", "no")
    text = "site_name: !ENV [HANDBOOK_NAME, HANDBOOK_TITLE, 示例]\nuse_directory_urls: !ENV HANDBOOK_URLS\n"

    source = read(tmp_path, text)

    assert (source.site.site_name, source.site.use_directory_urls, source.faults) == ("示例", False, ())


def test_what_is_inherited_is_merged_key_by_key(tmp_path: Path) -> None:
    source = read(
        tmp_path,
        "INHERIT: base.yml\nsite_name: 示例\ntheme: {logo: l.svg}\nplugins: [search]\n",
        base="site_name: 底\nuse_directory_urls: false\ntheme: {name: material}\nplugins: [offline]\n",
    )

    assert (source.site.site_name, source.theme, source.logo, source.plugins) == (
        "示例",
        "material",
        "l.svg",
        ("search",),
    )
    assert not source.site.use_directory_urls


def test_inheriting_in_a_circle_or_nothing_is_told(tmp_path: Path) -> None:
    assert "绕成了圈" in faults(read(tmp_path, "site_name: 示例\nINHERIT: mkdocs.yml\n"))[0]
    assert faults(read(tmp_path, "site_name: 示例\nINHERIT: gone.yml\n")) == [
        "mkdocs.yml:2:10 site INHERIT 的文件“gone.yml”不存在"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("site_name：示例\n", "mkdocs.yml:1:10 yaml “site_name：”用了中文冒号"),
        ("site_name: [示例\n", "mkdocs.yml:1:12 yaml 方括号“[”没有配对，或者两项之间少了英文逗号"),
        ("- 示例\n", "mkdocs.yml:1:1 site 设置要写成“键: 值”"),
        ("", "mkdocs.yml:1:1 site 设置要写成“键: 值”"),
        ("site_name: 示例\n".encode("gbk"), "mkdocs.yml:1:1 encoding 这是 GBK 编码"),
        ("docs_dir: docs\n", "mkdocs.yml:1:1 site 没有写站名 site_name"),
        ("site_name: 示例\nmarkdown_extension: [toc]\n", "mkdocs.yml:2:1 site 没有“markdown_extension”这个设置"),
        ("site_name: 示例\nnav: a.md\n", "mkdocs.yml:2:6 site nav 要写成列表"),
        ("site_name: 示例\nnav: [甲: ]\n", "mkdocs.yml:2:7 site nav 的“甲”没有写页面"),
        ("site_name: 示例\nexclude_docs: '!'\n", "mkdocs.yml:2:1 site exclude_docs 里的“!”不是路径的写法"),
    ],
)
def test_a_fault_in_the_settings_is_told_alone_at_its_place(tmp_path: Path, text: str | bytes, expected: str) -> None:
    assert faults(read(tmp_path, text)) == [expected]


def test_a_folder_that_is_no_handbook_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(RootError, match=r"没有 mkdocs\.yml"):
        read_site(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: 示例\ndocs_dir: pages\n", encoding="utf-8")
    with pytest.raises(RootError, match="没有放页面的文件夹“pages”"):
        read_site(tmp_path)
