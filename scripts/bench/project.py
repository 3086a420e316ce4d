"""The two ways to turn the same Markdown into a site: plain MkDocs, and this project."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml
from corpus import Corpus

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
MERMAID = ROOT / "overrides/assets/dist/mermaid/mermaid.min.js"

# What a newcomer to the ordered stack writes after reading the three READMEs; the library is local, or the build would
# ask a CDN.
PLAIN = """\
site_name: 手册
theme: {name: material, language: zh}
plugins: [search, {mermaid2: {javascript: assets/mermaid.min.js}}]
markdown_extensions:
  - admonition
  - attr_list
  - tables
  - toc: {permalink: true}
  - pymdownx.superfences:
      custom_fences: [{name: mermaid, class: mermaid, format: !!python/name:mermaid2.fence_mermaid_custom }]
"""
SETTINGS = "[tool.handbook]\nrequire_kind = false\nintranet = true\n"


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with an mkdocs.yml, and how it is built and served."""

    tool: str
    root: Path
    build: tuple[str, ...]
    directory_urls: bool

    @property
    def site(self) -> Path:
        """Where the build leaves the site."""
        return self.root / "site"

    def serve(self, port: int) -> tuple[str, ...]:
        """Return the command of the live preview."""
        return (str(BIN / "mkdocs"), "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}")

    def address(self, page: str) -> str:
        """Return the path at which the site has a Markdown page."""
        return page.removesuffix(".md") + ("/" if self.directory_urls else ".html")

    def page_sizes(self, corpus: Corpus) -> list[int]:
        """Return the bytes of each generated page's HTML."""
        tail = "index.html" if self.directory_urls else ""
        return [(self.site / (self.address(page) + tail)).stat().st_size for page in corpus.pages]


def plain(root: Path, corpus: Corpus) -> Project:
    """Set up the ordered stack as it comes."""
    _copy_docs(root, corpus)
    (root / "docs/assets").mkdir()
    shutil.copy(MERMAID, root / "docs/assets")
    (root / "mkdocs.yml").write_text(PLAIN + _yaml({"nav": corpus.nav()}), encoding="utf-8")
    return Project("mkdocs + Material + mermaid2", root, (str(BIN / "mkdocs"), "build", "--quiet"), directory_urls=True)


def ours(root: Path, corpus: Corpus) -> Project:
    """Set up this project's own configuration and theme around other pages."""
    _copy_docs(root, corpus)
    (root / "overrides").symlink_to(ROOT / "overrides")
    (root / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    config = _without_nav((ROOT / "mkdocs.yml").read_text(encoding="utf-8")) + _yaml({"nav": corpus.nav()})
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    return Project("handbook build", root, (str(BIN / "handbook"), "build"), directory_urls=False)


def _copy_docs(root: Path, corpus: Corpus) -> None:
    shutil.copytree(corpus.docs, root / "docs")


def _without_nav(config: str) -> str:
    """Drop one top-level key as text, because the file has tags that only MkDocs can load."""
    kept, dropping = [], False
    for line in config.splitlines(keepends=True):
        if line[:1].strip() and not line.startswith(("#", "-")):
            dropping = line.startswith("nav:")
        if not dropping:
            kept.append(line)
    return "".join(kept)


def _yaml(value: dict[str, object]) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
