"""The shipped search over a small handbook, as one text and in shards."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from handbook.exporters.search.document import Corpus, Document, Law, Unit
from handbook.exporters.search.files import index_files
from handbook.model.handbook import Handbook

SAID_AGAIN = {"办理步骤", "流程图"}
LAYOUTS = {"one text": 10**9, "shards": 0}
STATUTE = Document(
    "reference/rules.html",
    "监督执纪工作规则",
    "法规",
    "",
    "",
    (Unit("", "监督执纪工作规则", "共2条", ("监督执纪规则",)), Unit("a21", "第二十一条", "线索怎样处置")),
    ("监督执纪规则",),
)


def install(corpus: Corpus, repo_root: Path, site: Path, *, text_limit: int) -> Path:
    """Put the search and an index where a site has them."""
    scripts = site / "assets/dist"
    scripts.mkdir(parents=True)
    for name in ("search-worker.js", "search-engine.js"):
        shutil.copy(repo_root / "overrides/assets/dist" / name, scripts)
    for address, text in index_files(corpus, text_limit=text_limit).items():
        path = site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return site


@pytest.fixture(scope="session")
def corpus(handbook: Handbook) -> Corpus:
    """The words of our own procedures, as they are written."""
    documents = [
        Document(
            page.url,
            page.title,
            "流程",
            page.meta.text("area"),
            page.code,
            (
                Unit("", page.title, page.meta.text("summary"), page.meta.texts("aliases")),
                *(
                    Unit(section.heading.id, section.title, section.text)
                    for section in page.sections
                    if section.title not in SAID_AGAIN
                ),
                *(Unit(step.id, step.title, step.text, has_limit="时限" in step.text) for step in page.steps),
            ),
            page.meta.texts("aliases"),
            (("templates/x.html#x", "用表：示例"),),
        )
        for page in handbook.procedures.values()
    ]
    areas = (("petitions", "信访举报"), ("adjudication", "案件审理"))
    laws = (Law(("监督执纪规则", "监督执纪工作规则"), STATUTE.url),)
    return Corpus((*documents, STATUTE), areas, (("检举控告", "举报"), ("匿名检举控告", "匿名举报")), laws)


@pytest.fixture(scope="session")
def sites(corpus: Corpus, repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    return {
        name: install(corpus, repo_root, tmp_path_factory.mktemp(name.replace(" ", "-")), text_limit=limit)
        for name, limit in LAYOUTS.items()
    }


@pytest.fixture(params=LAYOUTS)
def site(request: pytest.FixtureRequest, sites: Mapping[str, Path]) -> Path:
    return sites[request.param]
