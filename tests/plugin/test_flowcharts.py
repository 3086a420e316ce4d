"""Flowcharts on the pages that MkDocs makes: the same in a preview as in a release, and each with ids of its own."""

import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from program import TODAY, run

ROOT = Path(__file__).parents[2]
FENCE = """\
```mermaid
flowchart TD
    accTitle: 图
    accDescr: 说明
    s1["一"] --> s2["二"]
    s2 --> d1{"好？"}
    d1 -->|是| e1(["完"])
    d1 -->|否| s2
```
"""
SETTINGS = """\
site_name: 示例
use_directory_urls: false
plugins: [handbook]
theme: {name: material, font: false}
markdown_extensions: [admonition, attr_list, pymdownx.superfences, {pymdownx.tabbed: {alternate_style: true}}]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    indented = "".join(f"    {line}\n" for line in FENCE.splitlines())
    tabs = f'=== "甲"\n\n{indented}\n=== "乙"\n\n{indented}'
    text = f"# 图\n\n{FENCE}\n{FENCE}\n!!! note\n\n{indented}\n{tabs}"
    (tmp_path / "docs/index.md").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def released(project: Path) -> str:
    command = ["build", "--root", str(project), "--site-dir", str(project / "site"), "--today", TODAY]
    ended = run(command, checkout=ROOT)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return (project / "site/index.html").read_text(encoding="utf-8")


@pytest.fixture
def previewed(project: Path) -> Iterator[str]:
    """The page as `mkdocs serve`, which is `make serve`, shows it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-livereload", "--dev-addr", address]
    with (project / "serve.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=project, stdout=log, stderr=log)
        try:
            yield fetched(f"http://{address}/index.html", server, project / "serve.log")
        finally:
            server.terminate()
            server.wait()


def fetched(url: str, server: subprocess.Popen[bytes], log: Path) -> str:
    for _ in range(300):
        assert server.poll() is None, log.read_text(encoding="utf-8")
        try:
            with urllib.request.urlopen(url) as answer:
                return str(answer.read().decode("utf-8"))
        except OSError:
            time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))


def figures(html: str) -> list[str]:
    return re.findall(r'<figure class="hb-flow.*?</figure>', html, re.DOTALL)


def test_a_preview_shows_the_charts_of_the_release(released: str, previewed: str) -> None:
    assert len(figures(released)) == 5
    assert figures(previewed) == figures(released)


def test_equal_charts_on_a_page_have_ids_of_their_own(released: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', "".join(figures(released)))

    assert len(ids) == len(set(ids))
