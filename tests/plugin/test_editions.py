"""Pages of another edition leave no trace in a build, whatever MkDocs, the search and the downloads make of pages."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from program import TODAY, run
from releases import document

ROOT = Path(__file__).parents[2]
CANARY = "金丝雀甲乙丙"
SETTINGS = f"""\
site_name: 示例
site_url: http://127.0.0.1/
use_directory_urls: false
plugins: [search, handbook]
theme: {{name: material, font: false, language: zh, custom_dir: {ROOT}/overrides}}
nav:
  - 首页: index.md
  - {CANARY}导航: canary-page.md
  - {CANARY}栏目:
      - {CANARY}甲: canary-form.md
"""
RESTRICTED = f"""\
---
kind: guide
title: {CANARY}
summary: {CANARY}说明
edition: 内部
owner: 示例部门
reviewed: 2026-11-01
review_in: 12个月
aliases: [{CANARY}别名]
---

# {CANARY}

{CANARY}正文，见[附件](canary-file.docx)、[两边都用的](both.txt)。
"""
FORM = f"""\
---
kind: template
title: {CANARY}文书
summary: {CANARY}
edition: 内部
planned_in: [XF-09]
area: petitions
code: XF-W99
version: 1
layout: 公文
owner: 示例部门
reviewed: 2026-11-01
review_in: 12个月
step: 第1步
approve: 无
seal: 无
basis: 无
fields:
  事由: {{类型: 文字, 示例: {CANARY}}}
---

# {CANARY}文书

{{{{事由}}}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (docs / "index.md").write_text("# 首页\n\n公开的话，见[附件](both.txt)。\n", encoding="utf-8")
    (docs / "canary-page.md").write_text(RESTRICTED, encoding="utf-8")
    (docs / "canary-form.md").write_text(FORM, encoding="utf-8")
    (docs / "canary-file.docx").write_bytes(document(CANARY))
    (docs / "both.txt").write_text("两边都用", encoding="utf-8")
    return tmp_path


def traces(site: Path) -> list[str]:
    """Files of a site that hold the canary: in their name, their bytes, or in what is packed in them."""
    found = []
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        content = path.read_bytes() if path.is_file() else b""
        if path.suffix == ".gz":
            content = gzip.decompress(content)
        if zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                content = b"".join(archive.read(member) for member in archive.namelist())
        spellings = (CANARY.encode(), CANARY.encode("unicode_escape"), CANARY.encode("utf-16-le"), b"canary-")
        if "canary" in name or any(spelling in content for spelling in spellings):
            found.append(name)
    return found


def build(project: Path, *options: str) -> Path:
    site = project / "site"
    command = ["build", "--root", str(project), "--site-dir", str(site), "--today", TODAY, *options]
    ended = run(command, checkout=ROOT)
    assert ended.returncode == 0 or site.is_dir(), ended.stdout + ended.stderr
    return site


def test_public_build_holds_no_trace_of_a_restricted_page(project: Path) -> None:
    site = build(project)

    assert traces(site) == []
    assert (site / "both.txt").is_file()


def test_released_public_site_holds_no_trace_of_it_in_search_site_map_or_compressed_files(project: Path) -> None:
    ended = run(["release", "--root", str(project), "--to", str(project / "srv"), "--today", TODAY], checkout=ROOT)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    found = [path.relative_to(project / "srv/current").as_posix() for path in (project / "srv/current").rglob("*")]

    assert traces(project / "srv") == []
    assert {"SHA256SUMS", "site/sitemap.xml", "site/sitemap.xml.gz"} <= set(found)
    assert [name for name in found if name.startswith("site/search/") and name.endswith(".gz")]


def test_stick_of_the_public_site_holds_no_trace_of_it(project: Path) -> None:
    ended = run(["usb", "--root", str(project), "--to", str(project / "dist"), "--today", TODAY], checkout=ROOT)
    assert ended.returncode == 0, ended.stdout + ended.stderr

    assert traces(project / "dist") == []
    assert len(list((project / "dist").iterdir())) == 1


def test_what_looks_for_traces_finds_them_in_a_release_and_a_stick_of_the_other_edition(project: Path) -> None:
    options = ("--root", str(project), "--today", TODAY, "--edition", "内部")
    for command, folder in (("release", "srv"), ("usb", "dist")):
        assert run([command, *options, "--to", str(project / folder)], checkout=ROOT).returncode == 0

    found = traces(project / "srv/current")
    assert {"site/canary-page.html", "site/sitemap.xml", "site/sitemap.xml.gz", "SHA256SUMS"} <= set(found)
    assert [name for name in found if name.startswith("site/search/")]
    assert len(traces(project / "dist")) == 1


def test_restricted_edition_holds_its_pages_besides_the_public_ones(project: Path) -> None:
    site = build(project, "--edition", "内部")
    found = traces(site)

    assert {"canary-page.html", "canary-form.html", "canary-form.docx", "canary-file.docx", "index.html"} <= set(found)


def test_another_edition_does_not_hold_them(project: Path) -> None:
    assert traces(build(project, "--edition", "培训")) == []


def test_public_page_may_not_link_to_a_restricted_one(project: Path) -> None:
    (project / "docs/index.md").write_text(
        "# 首页\n\n见[那一页](canary-page.md)、[附件](both.txt)。\n", encoding="utf-8"
    )
    ended = run(["check", "--root", str(project), "--today", TODAY], checkout=ROOT)
    within = run(["check", "--root", str(project), "--today", TODAY, "--edition", "内部"], checkout=ROOT)

    assert "docs/index.md:3:2: LNK009 excluded-page 链接“canary-page.md”指向不发布的文件" in ended.stdout
    assert "LNK009" not in within.stdout
