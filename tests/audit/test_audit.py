"""The audit of whole sites, also of broken ones."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from handbook.audit import SiteError, audit

PLAIN = """site_name: 示例
repo_url: https://github.com/example/handbook
theme: material
extra: {analytics: {provider: google, property: G-0}}
markdown_extensions: [pymdownx.superfences, tables]
extra_javascript: ["https://unpkg.com/x.js"]
"""
HEAD = '<!doctype html><html lang="zh"><title>示例</title>'


def write(site: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return site


def codes(site: Path, *, intranet: bool = False, expected: tuple[str, ...] = ()) -> list[str]:
    return [f"{d.span.path} {d.code}" for d in audit(site, intranet=intranet, expected=expected, shown="")]


def test_missing_folder_and_plain_file_are_named_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(SiteError, match="没有这个文件夹"):
        audit(tmp_path / "site", intranet=True)
    with pytest.raises(SiteError, match="不是文件夹"):
        audit(tmp_path / "file", intranet=True)


def test_empty_site_has_no_home_page_and_none_of_the_promised_pages(tmp_path: Path) -> None:
    assert codes(tmp_path, expected=("a.html",)) == ["a.html AUD013", "index.html AUD014"]


def test_paths_are_shown_as_the_site_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "out/site", {"index.html": f'{HEAD}\n  <a href="x.html">'})
    monkeypatch.chdir(tmp_path)

    shown = [str(found.span) for found in audit(Path("out/site"), intranet=False)]
    from_inside = [str(found.span) for found in audit(Path("out/site"), intranet=False, shown="site")]

    assert shown == ["out/site/index.html:2:3"]
    assert from_inside == ["site/index.html:2:3"]


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "\0",
        "<",
        "<a href=",
        '<a href="x',
        "<a " * 50_000,
        "<!--" * 50_000,
        "<script>" * 50_000,
        "<div>" * 100_000,
        "<![foo[<a href='x.html'>",
        "<iframe/srcdoc=" * 3_000,
        "<p>[" + "[x](" * 20_000,
        '<img srcset=",,, ,">',
        '<b style="url(">',
        '<meta http-equiv=refresh content=";url=">',
        '<a href="http://[::1">',
        '<a href="%00%ff%">',
        "\ud800".encode("utf-8", "surrogatepass"),
        HEAD.encode("utf-16"),
    ],
    ids=range(19),
)
def test_broken_html_gives_findings_at_most(tmp_path: Path, broken: str | bytes) -> None:
    site = write(tmp_path, {"index.html": HEAD, "broken.html": broken})

    assert {line.split()[0] for line in codes(site)} <= {"broken.html"}


def test_huge_unreadable_and_odd_files_are_reported_not_fatal(tmp_path: Path) -> None:
    site = write(
        tmp_path, {"index.html": HEAD, "sitemap.xml.gz": b"\x1f\x8b", "search/search_index.json": "[" * 10_000}
    )
    with (site / "huge.html").open("wb") as huge:
        huge.truncate(33 * 2**20)
    os.mkfifo(site / "pipe.html")
    (site / "folder.html").mkdir()
    (site / "dangling.html").symlink_to("nowhere.html")

    assert codes(site) == [
        "huge.html AUD020",
        "pipe.html AUD020",
        "search/search_index.json AUD020",
        "sitemap.xml.gz AUD020",
    ]


def test_what_the_theme_repeats_on_every_page_is_said_three_times(tmp_path: Path) -> None:
    pages: dict[str, str | bytes] = {f"p{number:02}.html": f'{HEAD}<a href="gone.html">' for number in range(20)}
    site = write(tmp_path, {"index.html": HEAD, **pages, "z.html": f'{HEAD}<a href="other.html">'})

    found = audit(site, intranet=False, shown="")

    assert [d.span.path for d in found] == ["p00.html", "p01.html", "p02.html", "z.html"]
    assert found[0].message.endswith("（共 20 页如此）")


def test_default_material_build_asks_other_hosts_at_least_five_times(tmp_path: Path) -> None:
    """The head and foot of a page as Material and mermaid2 make them when nobody told them otherwise."""
    page = """<!doctype html>
<html lang="zh" class="no-js">
<head>
<title>示例</title>
<link rel="canonical" href="https://handbook.invalid/">
<link rel="preconnect" href="https://fonts.gstatic.com" crossorigin>
<link rel="stylesheet" href="https://fonts.googleapis.com/css?family=Roboto:300,400%7CRoboto+Mono:400">
</head>
<body>
<div class="md-source"><a href="https://github.com/example/handbook">示例</a></div>
<script id="__config" type="application/json">{"base": ".", "search": "https://unpkg.com/x.js"}</script>
<script type="module">import mermaid from "https://unpkg.com/mermaid@10.4.0/dist/mermaid.esm.min.mjs";
mermaid.initialize({});</script>
</body>
</html>
"""
    site = write(tmp_path, {"index.html": page, "petitions/index.html": page})

    found = [d for d in audit(site, intranet=True, shown="") if d.code == "AUD007"]

    assert len(found) >= 5
    assert {d.target for d in found} == {
        "https://fonts.gstatic.com",
        "https://fonts.googleapis.com/css?family=Roboto:300,400%7CRoboto+Mono:400",
        "https://unpkg.com/mermaid@10.4.0/dist/mermaid.esm.min.mjs",
    }


def test_default_material_build_is_stopped_by_the_lists_of_what_a_page_may_hold(tmp_path: Path) -> None:
    """MkDocs and Material as they come: inline scripts, styles and a script of another host (a real build)."""
    project, built = tmp_path / "project", tmp_path / "built"
    write(
        project,
        {"mkdocs.yml": PLAIN, "docs/index.md": "# 甲\n\n| a |\n|--:|\n| 1 |\n\n```mermaid\ngraph TD\n a-->b\n```\n"},
    )
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(project / "mkdocs.yml"), "-d", str(built)],
        check=True,
        capture_output=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "true"},
    )

    found = {d.code for d in audit(built, intranet=True, shown="")}

    assert found >= {"AUD007", "AUD008", "AUD022", "AUD023", "AUD024"}
