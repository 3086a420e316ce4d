"""Settings that run code at build time come from a list, and never from the folder that authors write in."""

from pathlib import Path

import pytest

from handbook.sources.site import read_site
from hostile_project import HOME, SITE, write_files

TOC = "site_name: 示例\nmarkdown_extensions: [{toc: {slugify: %s }}]\n"


def faults(root: Path, settings: str) -> list[tuple[str, int]]:
    write_files(root, {"mkdocs.yml": settings, "docs/index.md": HOME, "docs/look/main.html": "", "docs/a.py": ""})
    return [(fault.kind, fault.span.line) for fault in read_site(root).faults]


@pytest.mark.parametrize(
    "settings",
    [
        TOC % "!!python/object/apply:subprocess.getoutput [id]",
        TOC % "!!python/name:os.system",
        TOC % "!!python/module:os",
        TOC % "!!python/object/new:os.system [id]",
        TOC % "!!python/name:pymdownx.slugs.re.sub",
        TOC % "!<tag:yaml.org,2002:python/name:os.system> ''",
        "site_name: 示例\ntheme: {name: material, logo: 'https://example.invalid/a.png'}\n",
        "site_name: 示例\ntheme: {name: material, favicon: //example.invalid/a.png}\n",
        "site_name: 示例\nhooks: [docs/a.py]\n",
        "site_name: 示例\nextra: {homepage: 'java\tscript:alert(1)'}\n",
        "site_name: 示例\nextra: {social: [{icon: a, link: 'data:text/html,a'}]}\n",
        "site_name: 示例\nhooks: [overrides/../docs/a.py]\n",
        "site_name: 示例\ntheme: {name: material, custom_dir: docs/look}\n",
        "site_name: 示例\nmarkdown_extensions: [{pymdownx.snippets: {restrict_base_path: false}}]\n",
        "site_name: 示例\nmarkdown_extensions: [{pymdownx.snippets: {url_download: true}}]\n",
    ],
)
def test_settings_that_run_or_read_what_nobody_reviews_are_told(tmp_path: Path, settings: str) -> None:
    assert faults(tmp_path, settings) == [("site", 2)]


@pytest.mark.parametrize(
    "settings",
    [
        SITE,
        TOC % "!!python/object/apply:pymdownx.slugs.slugify {}",
        TOC % "!!python/name:markdown.extensions.toc.slugify_unicode",
        TOC % "!!python/name:material.extensions.emoji.twemoji",
        "site_name: 示例\nhooks: [scripts/a.py]\n",
    ],
)
def test_functions_that_make_text_of_text_are_not(tmp_path: Path, settings: str) -> None:
    assert faults(tmp_path, settings) == []
