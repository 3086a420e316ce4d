"""Diagrams that the build cannot draw: the browser does, with the library of our own site, and only there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from browser.server import serve
from browser.watch import Watch
from program import TODAY, run

pytestmark = pytest.mark.browser

PAGES = {
    "index.md": "# 首页\n\n[顺序图](sequence.md)，[甘特图](gantt.md)，[流程图](flow.md)\n",
    "sequence.md": "# 顺序图\n\n```mermaid\nsequenceDiagram\n    承办人->>负责人: 呈批<br/>附登记表\n    负责人-->>承办人: 批示\n```\n",
    "gantt.md": "# 甘特图\n\n```mermaid\ngantt\n    title 期限\n    dateFormat YYYY-MM-DD\n    告知 :a, 2099-01-05, 15d\n```\n",
    "flow.md": '# 流程图\n\n```mermaid\nflowchart TD\n    accTitle: 图\n    accDescr: 说明\n    a["一"] --> b(["完"])\n```\n',
}
# Material draws into a closed shadow tree: only its size and the loss of the source tell that it is there.
DRAWN = """() => {
    const diagram = document.querySelector("div.mermaid");
    return diagram && diagram.getBoundingClientRect().height > 60 && !document.querySelector("pre.mermaid");
}"""


@pytest.fixture(scope="module")
def project_site(tmp_path_factory: pytest.TempPathFactory, repo_root: Path) -> Path:
    """A small handbook with our own settings and theme."""
    root = tmp_path_factory.mktemp("fallback")
    settings = (repo_root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(re.sub(r"(?ms)^nav:\n.*?(?=^\S|\Z)", "", settings), encoding="utf-8")
    (root / "pyproject.toml").write_text("[tool.handbook]\nintranet = true\n", encoding="utf-8")
    (root / "overrides").symlink_to(repo_root / "overrides")
    (root / "docs").mkdir()
    for name, text in PAGES.items():
        (root / "docs" / name).write_text(text, encoding="utf-8")
    command = ["build", "--root", str(root), "--site-dir", str(root / "site"), "--today", TODAY]
    ended = run(command, checkout=repo_root)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return root / "site"


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, project_site: Path) -> Iterator[str]:
    if request.param == "file":
        yield project_site.as_uri()
    else:
        with serve(project_site) as served:
            yield served


@pytest.mark.parametrize("name", ["sequence", "gantt"])
def test_another_kind_of_diagram_is_drawn_by_the_browser_from_our_own_files(
    context: BrowserContext, page: Page, address: str, name: str
) -> None:
    watch = Watch(address)
    watch.attach(context)
    page.goto(f"{address}/{name}.html")
    page.wait_for_function(DRAWN, timeout=60_000)

    assert watch.faults == []
    assert [request for request in watch.requests if "mermaid" in request] == ["assets/dist/mermaid/mermaid.min.js"]


@pytest.mark.parametrize("name", ["index", "flow"])
def test_other_pages_do_not_load_the_library(context: BrowserContext, page: Page, address: str, name: str) -> None:
    watch = Watch(address)
    watch.attach(context)
    page.goto(f"{address}/{name}.html")
    page.wait_for_load_state("networkidle")

    assert watch.faults == []
    assert not [request for request in watch.requests if "mermaid" in request]
